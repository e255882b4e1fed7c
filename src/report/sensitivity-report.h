/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sensitivity.h"

G_BEGIN_DECLS

/* Each takes the number of one option, or OUTLAY_NONE for all. */
char *outlay_sensitivity_to_json  (const OutlaySensitivity *sensitivity,
                                   int                      option);
char *outlay_sensitivity_to_table (const OutlaySensitivity *sensitivity,
                                   int                      option);
char *outlay_sensitivity_to_csv   (const OutlaySensitivity *sensitivity,
                                   int                      option);

G_END_DECLS
