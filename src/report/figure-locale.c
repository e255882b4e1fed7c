/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure-locale.h"

#include "currencies.h"
#include "figure-digits.h"

#include <glib/gi18n.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#define MINUS "\xe2\x88\x92"                    /* U+2212 */
#define LEFT_TO_RIGHT_MINUS "\xe2\x80\x8e" MINUS /* keeps it left of its digits */
#define EN_DASH "\xe2\x80\x93"                  /* for what is missing */
#define NO_BREAK_SPACE "\xc2\xa0"

/* U+2066, U+2067 and U+2069: what is between one of them and the last runs from left
 * to right, or from right to left. */
#define ISOLATE "\xe2\x81\xa6"
#define ISOLATE_RIGHT_TO_LEFT "\xe2\x81\xa7"
#define ISOLATE_END "\xe2\x81\xa9"
#define RIGHT_TO_LEFT_MARK "\xe2\x80\x8f"

/* Amounts below this have cents. */
#define SMALL_MONEY 10.0

static const double unit_sizes[OUTLAY_N_FIGURE_UNITS] = { 1e3, 1e6, 1e9, 1e12 };

static const OutlayDigitStyle english_digits = { ".", ",", "\3" };

static OutlayDigitStyle
get_digit_style (const char *decimal_point,
                 const char *separator,
                 const char *grouping)
{
  OutlayDigitStyle style = { decimal_point, separator, grouping };

  return style;
}

/**
 * outlay_figure_locale_init:
 * @locale: (out caller-allocates): where to write
 * @right_to_left: the figures stand among words that run from right to left
 *
 * Reads the locale that the program runs in. The "C" locale, which knows no
 * groups and no money, is read as English.
 */
void
outlay_figure_locale_init (OutlayFigureLocale *locale,
                           gboolean            right_to_left)
{
  const struct lconv *conv = localeconv ();
  gboolean knows_money = conv->mon_decimal_point[0] != '\0';
  gboolean knows_groups = conv->thousands_sep[0] != '\0';

  if (knows_groups || knows_money)
    locale->number = get_digit_style (conv->decimal_point, conv->thousands_sep,
                                      conv->grouping);
  else
    locale->number = english_digits;

  locale->money = locale->number;
  locale->currency_first = TRUE;
  locale->currency_space = FALSE;
  locale->sign_position = OUTLAY_SIGN_BEFORE_ALL;
  if (knows_money)
    {
      locale->money = get_digit_style (conv->mon_decimal_point, conv->mon_thousands_sep,
                                       conv->mon_grouping);
      locale->currency_first = conv->p_cs_precedes == 1;
      locale->currency_space = conv->p_sep_by_space != 0 &&
                               conv->p_sep_by_space != CHAR_MAX;
      /* Brackets (0) and "not known" are written with a leading minus, too. */
      if (conv->n_sign_posn >= OUTLAY_SIGN_BEFORE_ALL &&
          conv->n_sign_posn <= OUTLAY_SIGN_AFTER_CURRENCY)
        locale->sign_position = (OutlaySignPosition) conv->n_sign_posn;
    }

  locale->isolate = right_to_left;
  locale->minus = right_to_left ? LEFT_TO_RIGHT_MINUS : MINUS;
  /* Asked for when they are needed, which is seldom. */
  locale->percent = NULL;
  for (guint i = 0; i < OUTLAY_N_FIGURE_UNITS; i++)
    locale->units[i] = NULL;
}

static const char *
get_percent_pattern (const OutlayFigureLocale *locale)
{
  if (locale->percent != NULL)
    return locale->percent;

  /* Translators: a percentage, with a no-break space */
  return C_("percentage", "%s %%");
}

static const char *
get_unit_pattern (const OutlayFigureLocale *locale,
                  guint                     unit)
{
  if (locale->units[unit] != NULL)
    return locale->units[unit];

  switch (unit)
    {
    case 0:
      /* Translators: thousands of money, as on an axis: $12k */
      return C_("short amount", "%sk");
    case 1:
      /* Translators: millions of money, as on an axis: $1.2M */
      return C_("short amount", "%sM");
    case 2:
      /* Translators: thousands of millions of money, as on an axis: $1.2B */
      return C_("short amount", "%sB");
    default:
      /* Translators: millions of millions of money, as on an axis: $1.2T */
      return C_("short amount", "%sT");
    }
}

/* Puts @digits where a pattern of ours or of a translator has "%s"; "%%" is a
 * percent sign. No printf: a faulty translation must not read the stack. */
static char *
fill_pattern (const char *pattern,
              const char *digits)
{
  GString *filled = g_string_new (NULL);

  for (const char *at = pattern; *at != '\0'; at++)
    if (at[0] == '%' && at[1] == 's')
      {
        g_string_append (filled, digits);
        at++;
      }
    else if (at[0] == '%' && at[1] == '%')
      {
        g_string_append_c (filled, '%');
        at++;
      }
    else
      g_string_append_c (filled, *at);

  return g_string_free (filled, FALSE);
}

/* Letters do not touch digits, whatever the locale does with its own sign. */
static gboolean
needs_space (const OutlayFigureLocale *locale,
             const char               *sign)
{
  const char *inner = sign;

  if (locale->currency_first)
    inner = g_utf8_prev_char (sign + strlen (sign));

  return locale->currency_space || g_unichar_isalpha (g_utf8_get_char (inner));
}

/* Among words that run from right to left an amount does so too: sign of the currency,
 * number and the word for thousands follow each other from the right, whatever stands
 * around them and whether the sign is "$" or "CHF". The minus keeps to the left of the
 * digits, where it is in plain numbers and in percents. */
static char *
isolate_money (const OutlayFigureLocale *locale,
               const char               *minus,
               const char               *digits,
               const char               *space,
               const char               *sign)
{
  const char *mark = RIGHT_TO_LEFT_MARK;
  g_autofree char *number = outlay_digits_insert_sign (digits, minus);

  if (locale->currency_first)
    return g_strconcat (ISOLATE_RIGHT_TO_LEFT, sign, space, mark, number, ISOLATE_END, NULL);

  return g_strconcat (ISOLATE_RIGHT_TO_LEFT, mark, number, mark, space, sign,
                      ISOLATE_END, NULL);
}

static char *
put_currency (const OutlayFigureLocale *locale,
              gboolean                  negative,
              const char               *digits,
              const char               *currency)
{
  const char *sign = currency != NULL ? outlay_currency_get_sign (currency) : "";
  const char *space = currency != NULL && needs_space (locale, sign) ? NO_BREAK_SPACE : "";
  const char *minus = negative ? locale->minus : "";
  OutlaySignPosition position = locale->sign_position;
  const char *before = position == OUTLAY_SIGN_BEFORE_ALL ? minus : "";
  const char *after = position == OUTLAY_SIGN_AFTER_ALL ? minus : "";
  const char *before_sign = position == OUTLAY_SIGN_BEFORE_CURRENCY ? minus : "";
  const char *after_sign = position == OUTLAY_SIGN_AFTER_CURRENCY ? minus : "";

  if (locale->isolate)
    return isolate_money (locale, minus, digits, space, sign);
  if (locale->currency_first)
    return g_strconcat (before, before_sign, sign, after_sign, space, digits, after, NULL);

  return g_strconcat (before, digits, space, before_sign, sign, after_sign, after, NULL);
}

static char *
print_money (const OutlayFigureLocale *locale,
             double                    value,
             int                       decimals,
             const char               *currency)
{
  g_autofree char *digits = NULL;
  gboolean is_zero;

  if (!isfinite (value))
    return g_strdup (EN_DASH);

  digits = outlay_digits_print (fabs (value), decimals, &locale->money, &is_zero);

  return put_currency (locale, value < 0 && !is_zero, digits, currency);
}

/**
 * outlay_figure_locale_money:
 * @locale: how to write it
 * @value: money
 * @currency: (nullable): its ISO 4217 code; %NULL where it is a count of something
 *
 * Whole units; under 10 two decimals, but for nothing at all.
 *
 * Returns: (transfer full): the amount, or an en dash if there is none
 */
char *
outlay_figure_locale_money (const OutlayFigureLocale *locale,
                            double                    value,
                            const char               *currency)
{
  /* 9.999 is written $10, so it is what is shown that must be under 10. */
  double shown = round (fabs (value) * 100) / 100;
  int decimals = currency != NULL && shown > 0 && shown < SMALL_MONEY ? 2 : 0;

  return print_money (locale, value, decimals, currency);
}

/**
 * outlay_figure_locale_money_exact:
 * @locale: how to write it
 * @value: money
 * @currency: its ISO 4217 code
 *
 * Returns: (transfer full): the amount to the smallest coin, or an en dash
 */
char *
outlay_figure_locale_money_exact (const OutlayFigureLocale *locale,
                                  double                    value,
                                  const char               *currency)
{
  return print_money (locale, value, outlay_currency_get_decimals (currency), currency);
}

/* As many decimals as tell two amounts @step apart; with no step, two digits. */
static int
get_short_decimals (double size,
                    double step)
{
  if (step <= 0)
    return size < SMALL_MONEY - 0.05 && fabs (size - round (size)) >= 0.05 ? 1 : 0;

  for (int decimals = 0; decimals < 9; decimals++)
    {
      double shown = step * pow (10, decimals);

      if (fabs (shown - round (shown)) < 1e-6 * MAX (1, shown))
        return decimals;
    }

  return 9;
}

/**
 * outlay_figure_locale_money_short:
 * @locale: how to write it
 * @value: money
 * @step: the distance of two ticks of an axis, or 0
 * @currency: (nullable): its ISO 4217 code; %NULL where it is a count of something
 *
 * Returns: (transfer full): the amount in thousands, millions and so on
 */
char *
outlay_figure_locale_money_short (const OutlayFigureLocale *locale,
                                  double                    value,
                                  double                    step,
                                  const char               *currency)
{
  g_autofree char *digits = NULL;
  g_autofree char *text = NULL;
  double size = fabs (value);
  double unit = 1;
  const char *pattern = "%s";
  int decimals;

  if (!isfinite (value))
    return g_strdup (EN_DASH);

  for (guint i = 0; i < OUTLAY_N_FIGURE_UNITS; i++)
    {
      /* 999.7k is written 1M. */
      double slack = step > 0 ? 1e-9 : i > 0 ? 0.0005 : 0.5 / unit_sizes[0];

      if (size >= unit_sizes[i] * (1 - slack))
        {
          unit = unit_sizes[i];
          pattern = get_unit_pattern (locale, i);
        }
    }

  /* Below the first unit an amount is written as in a table. */
  if (unit == 1 && step <= 0)
    return outlay_figure_locale_money (locale, value, currency);

  /* Nothing needs no decimals: the axis starts at $0. */
  decimals = size > 0 ? get_short_decimals (size / unit, step / unit) : 0;
  digits = outlay_digits_print (size / unit, decimals, &locale->money, NULL);
  text = fill_pattern (pattern, digits);

  return put_currency (locale, value < 0, text, currency);
}

/* The fewest decimals, but at least the two of a price tag, that read back the
 * same. */
static int
get_card_decimals (double price)
{
  for (int decimals = 2; decimals < 10; decimals++)
    {
      char format[16];
      char plain[OUTLAY_DIGITS_SIZE];

      g_snprintf (format, sizeof format, "%%.%df", decimals);
      g_ascii_formatd (plain, sizeof plain, format, price);
      if (g_ascii_strtod (plain, NULL) == price)
        return decimals;
    }

  return 10;
}

/**
 * outlay_figure_locale_price:
 * @locale: how to write it
 * @per_million: US dollars per million tokens
 *
 * Returns: (transfer full): the price with as many decimals as its card has,
 *   or an en dash if there is none
 */
char *
outlay_figure_locale_price (const OutlayFigureLocale *locale,
                            double                    per_million)
{
  if (!isfinite (per_million))
    return g_strdup (EN_DASH);

  return print_money (locale, per_million, get_card_decimals (per_million), "USD");
}

/**
 * outlay_figure_locale_rate:
 * @locale: how to write it
 * @rate: money for one of something
 * @currency: its ISO 4217 code
 *
 * Of a rate that is the mean of several the first digits are enough.
 *
 * Returns: (transfer full): the rate to the smallest coin, with up to two
 *   decimals more where they make it exact, or where it is small
 */
char *
outlay_figure_locale_rate (const OutlayFigureLocale *locale,
                           double                    rate,
                           const char               *currency)
{
  int coins = outlay_currency_get_decimals (currency);
  int decimals = coins;

  while (decimals < coins + 2 &&
         fabs (rate * pow (10, decimals) - round (rate * pow (10, decimals))) >
           1e-6 * MAX (1, fabs (rate) * pow (10, decimals)))
    decimals++;
  if (decimals == coins + 2 && fabs (rate) >= 1)
    decimals = coins;

  return print_money (locale, rate, decimals, currency);
}

/**
 * outlay_figure_locale_number:
 * @locale: how to write it
 * @value: a number
 * @decimals: how many decimals to show
 *
 * Returns: (transfer full): the number, or an en dash if there is none
 */
char *
outlay_figure_locale_number (const OutlayFigureLocale *locale,
                             double                    value,
                             int                       decimals)
{
  g_autofree char *digits = NULL;
  gboolean is_zero;

  if (!isfinite (value))
    return g_strdup (EN_DASH);

  digits = outlay_digits_print (fabs (value), decimals, &locale->number, &is_zero);

  return g_strconcat (value < 0 && !is_zero ? locale->minus : "", digits, NULL);
}

static char *
print_percent (const OutlayFigureLocale *locale,
               const char               *sign,
               double                    share,
               int                       decimals)
{
  g_autofree char *number = outlay_figure_locale_number (locale, share * 100, decimals);
  g_autofree char *signed_number = g_strconcat (sign, number, NULL);
  g_autofree char *percent = fill_pattern (get_percent_pattern (locale), signed_number);

  if (!locale->isolate)
    return g_steal_pointer (&percent);

  return g_strconcat (ISOLATE, percent, ISOLATE_END, NULL);
}

/**
 * outlay_figure_locale_percent:
 * @locale: how to write it
 * @share: 1 for 100 %
 * @decimals: how many decimals to show
 *
 * Returns: (transfer full): the share in percent, or an en dash
 */
char *
outlay_figure_locale_percent (const OutlayFigureLocale *locale,
                              double                    share,
                              int                       decimals)
{
  if (!isfinite (share))
    return g_strdup (EN_DASH);

  return print_percent (locale, "", share, decimals);
}

/**
 * outlay_figure_locale_change:
 * @locale: how to write it
 * @share: a change, 1 for 100 %
 * @decimals: how many decimals to show
 *
 * Returns: (transfer full): the change in percent with its sign, or an en dash
 */
char *
outlay_figure_locale_change (const OutlayFigureLocale *locale,
                             double                    share,
                             int                       decimals)
{
  if (!isfinite (share))
    return g_strdup (EN_DASH);

  return print_percent (locale, share > 0 ? "+" : "", share, decimals);
}
