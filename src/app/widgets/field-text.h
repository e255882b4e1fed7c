/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Enough for every input of a scenario. */
#define OUTLAY_FIELD_DECIMALS 4

char     *outlay_field_format         (double      value,
                                       int         most_decimals);
gboolean  outlay_field_parse          (const char *text,
                                       double     *value);
gboolean  outlay_field_parse_range    (const char *text,
                                       double     *low,
                                       double     *likely,
                                       double     *high);
char     *outlay_field_describe_range (const char *label,
                                       double      least,
                                       double      most,
                                       gboolean    whole);

G_END_DECLS
