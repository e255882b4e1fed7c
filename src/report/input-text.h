/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "inputs.h"

G_BEGIN_DECLS

gboolean  outlay_input_is_share  (const OutlayInput *input);
char     *outlay_input_name      (const OutlayInput *input);
char     *outlay_input_format    (const OutlayInput *input,
                                  gconstpointer      object);
double    outlay_input_get_value (const OutlayInput *input,
                                  gconstpointer      object);
char     *outlay_number_format   (double             value);

G_END_DECLS
