/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OUTLAY_N_FIGURE_UNITS:
 *
 * Thousands, millions, billions, trillions.
 */
#define OUTLAY_N_FIGURE_UNITS 4

/**
 * OutlayDigitStyle:
 * @decimal_point: between whole units and decimals
 * @separator: between groups of whole digits
 * @grouping: the sizes of groups from the right, as in `struct lconv`
 *
 * How a row of digits is broken up.
 */
typedef struct
{
  const char *decimal_point;
  const char *separator;
  const char *grouping;
} OutlayDigitStyle;

/**
 * OutlaySignPosition:
 * @OUTLAY_SIGN_BEFORE_ALL: −$5, −5 €
 * @OUTLAY_SIGN_AFTER_ALL: $5−
 * @OUTLAY_SIGN_BEFORE_CURRENCY: 5 −€
 * @OUTLAY_SIGN_AFTER_CURRENCY: $−5
 *
 * Where the minus of an amount stands. The numbers are those of `n_sign_posn`
 * in `struct lconv`.
 */
typedef enum
{
  OUTLAY_SIGN_BEFORE_ALL      = 1,
  OUTLAY_SIGN_AFTER_ALL       = 2,
  OUTLAY_SIGN_BEFORE_CURRENCY = 3,
  OUTLAY_SIGN_AFTER_CURRENCY  = 4
} OutlaySignPosition;

/**
 * OutlayFigureLocale:
 * @number: digits of a plain number
 * @money: digits of an amount
 * @currency_first: the currency's sign stands before the digits
 * @currency_space: a no-break space parts them
 * @sign_position: where the minus of an amount stands
 * @minus: the minus sign
 * @isolate: figures stand among words that run from right to left, and have to
 *   be kept in their own order
 * @percent: (nullable): how percents are written, "%s" standing for the digits;
 *   as in the person's language if %NULL
 * @units: (nullable): the same for thousands, millions, billions and trillions
 *
 * Everything that writing a figure depends on, so that writing it does not
 * depend on the machine. Strings are borrowed.
 */
typedef struct
{
  OutlayDigitStyle    number;
  OutlayDigitStyle    money;
  gboolean            currency_first;
  gboolean            currency_space;
  OutlaySignPosition  sign_position;
  const char         *minus;
  gboolean            isolate;
  const char         *percent;
  const char         *units[OUTLAY_N_FIGURE_UNITS];
} OutlayFigureLocale;

void  outlay_figure_locale_init         (OutlayFigureLocale       *locale,
                                         gboolean                  right_to_left);

char *outlay_figure_locale_money        (const OutlayFigureLocale *locale,
                                         double                    value,
                                         const char               *currency);
char *outlay_figure_locale_money_exact  (const OutlayFigureLocale *locale,
                                         double                    value,
                                         const char               *currency);
char *outlay_figure_locale_money_short  (const OutlayFigureLocale *locale,
                                         double                    value,
                                         double                    step,
                                         const char               *currency);
char *outlay_figure_locale_price        (const OutlayFigureLocale *locale,
                                         double                    per_million);
char *outlay_figure_locale_rate         (const OutlayFigureLocale *locale,
                                         double                    rate,
                                         const char               *currency);
char *outlay_figure_locale_number       (const OutlayFigureLocale *locale,
                                         double                    value,
                                         int                       decimals);
char *outlay_figure_locale_percent      (const OutlayFigureLocale *locale,
                                         double                    share,
                                         int                       decimals);
char *outlay_figure_locale_change       (const OutlayFigureLocale *locale,
                                         double                    share,
                                         int                       decimals);

G_END_DECLS
