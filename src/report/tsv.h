/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void outlay_tsv_add_number (GString    *text,
                            double      value);
void outlay_tsv_add_name   (GString    *text,
                            const char *name);

G_END_DECLS
