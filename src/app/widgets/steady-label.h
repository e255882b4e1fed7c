/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_STEADY_LABEL (outlay_steady_label_get_type ())

G_DECLARE_FINAL_TYPE (OutlaySteadyLabel, outlay_steady_label, OUTLAY, STEADY_LABEL, GtkWidget)

void        outlay_steady_label_set_text   (OutlaySteadyLabel *self,
                                            const char        *text);
void        outlay_steady_label_set_markup (OutlaySteadyLabel *self,
                                            const char        *markup);
const char *outlay_steady_label_get_text   (OutlaySteadyLabel *self);

G_END_DECLS
