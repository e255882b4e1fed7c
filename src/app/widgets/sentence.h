/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Text that people read, which may begin with a name of another script. */

char *outlay_sentence_lay_out   (const char *text);
void  outlay_label_set_sentence (GtkLabel   *label,
                                 const char *text);

G_END_DECLS
