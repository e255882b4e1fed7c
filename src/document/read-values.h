/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "inputs.h"

#include <jansson.h>

G_BEGIN_DECLS

gboolean outlay_read_number  (const json_t      *json,
                              const OutlayInput *input,
                              gpointer           member);
gboolean outlay_read_whole   (const json_t      *json,
                              const OutlayInput *input,
                              gpointer           member);
gboolean outlay_read_text    (OutlayPool        *pool,
                              const json_t      *json,
                              const OutlayInput *input,
                              gpointer           member);
gboolean outlay_read_choice  (const json_t      *json,
                              const OutlayInput *input,
                              gpointer           member);
gboolean outlay_read_when    (const json_t      *json,
                              const OutlayInput *input,
                              gpointer           member);
gboolean outlay_read_doubles (const json_t      *json,
                              const OutlayInput *input,
                              double            *values,
                              gsize              n_values);
gboolean outlay_read_range   (const json_t      *json,
                              const OutlayInput *input,
                              OutlayRange       *range);

gboolean outlay_parse_month  (const char        *text,
                              int               *month);
gboolean outlay_parse_date   (const char        *text,
                              int               *date);

G_END_DECLS
