/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure-format.h"

#include "figure-digits.h"
#include "month-format.h"

#include <glib/gi18n.h>

/* A plus, and before it a mark (U+200E) that keeps it left of its digits. */
#define LEFT_TO_RIGHT_PLUS "\342\200\216+"

static gboolean right_to_left = FALSE;

/**
 * outlay_figure_format_set_right_to_left:
 * @value: whether the program's text runs from right to left
 *
 * Tells once, at the start, how figures stand within sentences.
 */
void
outlay_figure_format_set_right_to_left (gboolean value)
{
  right_to_left = value;
}

/**
 * outlay_figure_format_isolate:
 * @text: figures and signs between them, such as "1.4 → 0.9"
 *
 * Returns: (transfer full): the same, which reads from left to right even among
 *   words that run from right to left: an arrow would else point backwards
 */
char *
outlay_figure_format_isolate (const char *text)
{
  return right_to_left ? g_strconcat ("\342\201\246", text, "\342\201\251", NULL)
                       : g_strdup (text);
}

/**
 * outlay_figure_format_signed:
 * @value: a change
 * @text: (transfer full): what it reads, with a minus where it is one
 *
 * Returns: (transfer full): the same, with a plus where it is more than nothing
 */
char *
outlay_figure_format_signed (double  value,
                             char   *text)
{
  g_autofree char *figure = text;

  if (!(value > 0))
    return g_steal_pointer (&figure);
  if (right_to_left)
    return outlay_digits_insert_sign (figure, LEFT_TO_RIGHT_PLUS);

  /* Translators: an amount that is more than another */
  return g_strdup_printf (C_("change", "+%s"), figure);
}

/* The locale is read anew each time: it costs less than the figure's text. */
static OutlayFigureLocale
get_locale (void)
{
  OutlayFigureLocale locale;

  outlay_figure_locale_init (&locale, right_to_left);

  return locale;
}

/**
 * outlay_figure_format_money:
 * @value: money
 * @currency: its ISO 4217 code
 *
 * Returns: (transfer full): the amount as tables show it
 */
char *
outlay_figure_format_money (double      value,
                            const char *currency)
{
  OutlayFigureLocale locale = get_locale ();

  return outlay_figure_locale_money (&locale, value, currency);
}

/**
 * outlay_figure_format_money_exact:
 * @value: money
 * @currency: its ISO 4217 code
 *
 * Returns: (transfer full): the amount to the smallest coin
 */
char *
outlay_figure_format_money_exact (double      value,
                                  const char *currency)
{
  OutlayFigureLocale locale = get_locale ();

  return outlay_figure_locale_money_exact (&locale, value, currency);
}

/**
 * outlay_figure_format_money_short:
 * @value: money
 * @currency: its ISO 4217 code
 *
 * Returns: (transfer full): the amount in thousands, millions and so on
 */
char *
outlay_figure_format_money_short (double      value,
                                  const char *currency)
{
  OutlayFigureLocale locale = get_locale ();

  return outlay_figure_locale_money_short (&locale, value, 0, currency);
}

/**
 * outlay_figure_format_price:
 * @per_million: US dollars per million tokens
 *
 * Returns: (transfer full): the price with the decimals of its card
 */
char *
outlay_figure_format_price (double per_million)
{
  OutlayFigureLocale locale = get_locale ();

  return outlay_figure_locale_price (&locale, per_million);
}

/**
 * outlay_figure_format_rate:
 * @rate: money for one of something
 * @currency: its ISO 4217 code
 *
 * Returns: (transfer full): the rate, with as many decimals as it needs
 */
char *
outlay_figure_format_rate (double      rate,
                           const char *currency)
{
  OutlayFigureLocale locale = get_locale ();

  return outlay_figure_locale_rate (&locale, rate, currency);
}

/**
 * outlay_figure_format_number:
 * @value: a number
 * @decimals: how many decimals to show
 *
 * Returns: (transfer full): the number
 */
char *
outlay_figure_format_number (double value,
                             int    decimals)
{
  OutlayFigureLocale locale = get_locale ();
  g_autofree char *number = outlay_figure_locale_number (&locale, value, decimals);

  /* Digits take the direction of a name before them. */
  return outlay_figure_format_isolate (number);
}

/**
 * outlay_figure_format_percent:
 * @share: 1 for 100 %
 *
 * Returns: (transfer full): the share in whole percents
 */
char *
outlay_figure_format_percent (double share)
{
  OutlayFigureLocale locale = get_locale ();

  return outlay_figure_locale_percent (&locale, share, 0);
}

/**
 * outlay_figure_format_percent_exact:
 * @share: 1 for 100 %
 * @decimals: how many decimals to show
 *
 * Returns: (transfer full): the share in percent
 */
char *
outlay_figure_format_percent_exact (double share,
                                    int    decimals)
{
  OutlayFigureLocale locale = get_locale ();

  return outlay_figure_locale_percent (&locale, share, decimals);
}

/**
 * outlay_figure_format_month:
 * @scenario: whose months are counted
 * @month: from 0
 *
 * Returns: (transfer full): the month's name and its year
 */
char *
outlay_figure_format_month (const OutlayScenario *scenario,
                            int                   month)
{
  return outlay_month_format (scenario->start + month, OUTLAY_MONTH_STYLE_LONG);
}

/**
 * outlay_figure_format_month_short:
 * @scenario: whose months are counted
 * @month: from 0
 *
 * Returns: (transfer full): the month's short name
 */
char *
outlay_figure_format_month_short (const OutlayScenario *scenario,
                                  int                   month)
{
  return outlay_month_format (scenario->start + month, OUTLAY_MONTH_STYLE_SHORT);
}
