/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "figure-locale.h"

G_BEGIN_DECLS

/**
 * OUTLAY_DIGITS_SIZE:
 *
 * Enough for every double in full, with some decimals.
 */
#define OUTLAY_DIGITS_SIZE 400

char *outlay_digits_print       (double                  size,
                                 int                     decimals,
                                 const OutlayDigitStyle *style,
                                 gboolean               *is_zero);
char *outlay_digits_insert_sign (const char             *figure,
                                 const char             *sign);

G_END_DECLS
