/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "inputs.h"

G_BEGIN_DECLS

char   *outlay_input_format    (const OutlayInput *input,
                                gconstpointer      object);
double  outlay_input_get_value (const OutlayInput *input,
                                gconstpointer      object);
char   *outlay_number_format   (double             value);

G_END_DECLS
