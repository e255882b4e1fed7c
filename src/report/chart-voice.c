/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-voice.h"

#include "currencies.h"
#include "month-format.h"

#include <glib/gi18n.h>

static char *
format_money (double   amount,
              gpointer data)
{
  OutlayChartVoice *voice = data;

  return outlay_figure_locale_money (&voice->locale, amount, voice->currency);
}

static char *
format_axis (double   amount,
             double   step,
             gpointer data)
{
  OutlayChartVoice *voice = data;

  return outlay_figure_locale_money_short (&voice->locale, amount, step, voice->currency);
}

static char *
format_month (int              year,
              int              month,
              OutlayMonthForm  form,
              gpointer         data)
{
  static const OutlayMonthStyle styles[] = {
    [OUTLAY_MONTH_NAME] = OUTLAY_MONTH_STYLE_SHORT,
    [OUTLAY_MONTH_YEAR] = OUTLAY_MONTH_STYLE_YEAR,
    [OUTLAY_MONTH_NAME_AND_YEAR] = OUTLAY_MONTH_STYLE_TINY_YEAR,
    [OUTLAY_MONTH_FULL] = OUTLAY_MONTH_STYLE_SHORT_YEAR,
  };

  return outlay_month_format (year * 12 + month - 1, styles[form]);
}

/**
 * outlay_chart_voice_init:
 * @voice: (out caller-allocates): what @style borrows; clear it afterwards
 * @style: a style whose direction is set
 * @currency: (nullable): ISO 4217 code; %NULL where the chart counts something
 *
 * Gives a style the words and figures of the person's language.
 */
void
outlay_chart_voice_init (OutlayChartVoice *voice,
                         OutlayChartStyle *style,
                         const char       *currency)
{
  *voice = (OutlayChartVoice) { .currency = g_strdup (currency) };
  outlay_figure_locale_init (&voice->locale, style->right_to_left);

  /* Translators: the label of a line, %s is an amount of money a month */
  style->budget_text = _("Budget %s");
  /* Translators: beside a ring on a curve, above "by $1,576" */
  style->first_over_text = _("first month over");
  /* Translators: under "first month over", %s is an amount of money */
  style->over_by_text = _("by %s");
  /* Translators: beside the mark of what the last month that is over really came to */
  style->actual_text = C_("mark", "used");
  /* Translators: the label of the line of the estimate among those of quantiles */
  style->estimate_text = C_("line", "estimate");
  style->format_money = format_money;
  style->format_axis = format_axis;
  style->format_month = format_month;
  style->format_data = voice;
}

void
outlay_chart_voice_clear (OutlayChartVoice *voice)
{
  g_free (voice->currency);
  g_free (voice->font_family);
}

/**
 * outlay_chart_voice_describe_unit:
 * @scenario: what is drawn
 * @cumulative: sums from the first month on
 *
 * Returns: (transfer full): the line under a chart's title, in a file
 */
char *
outlay_chart_voice_describe_unit (const OutlayScenario *scenario,
                                  gboolean              cumulative)
{
  const char *currency = outlay_currency_get_name (scenario->currency.code);
  g_autofree char *unit = NULL;

  if (cumulative)
    unit = g_strdup_printf (_("%s since the first month."), currency);
  else
    unit = g_strdup_printf (_("%s a month."), currency);

  return g_strjoin (" · ", scenario->name, unit, NULL);
}
