/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why the work is worth what it is: METHOD section 8. */
#include "why-outcome.h"

#include "figure-format.h"
#include "people.h"
#include "why-text-private.h"

#include <glib/gi18n.h>

#define PLUS "+"
#define MINUS "\xe2\x88\x92"

/* A line for so many of something, each worth the same on average. */
static void
add_part (OutlayWhyText         *text,
          const OutlayBreakdown *breakdown,
          const char            *label,
          double                 count,
          double                 money)
{
  const char *currency = breakdown->estimate->scenario->currency.code;

  if (!(count > 0))
    return;

  outlay_why_lines_add (text->parts, text->parts->len > 0 ? PLUS : "",
                        outlay_why_format_factor (count), label,
                        outlay_figure_format_rate (money / count, currency),
                        outlay_figure_format_money_exact (money, currency));
}

/* Every kind of task: how many there are of it, and what they come to. */
static void
add_tasks (OutlayWhyText         *text,
           const OutlayBreakdown *breakdown,
           int                    month,
           OutlayCellFigure       count,
           OutlayCellFigure       money)
{
  const OutlayScenario *scenario = breakdown->estimate->scenario;

  for (guint task = 0; task < scenario->n_tasks; task++)
    {
      const double *cell = outlay_breakdown_get_cell (breakdown, OUTLAY_SPLIT_TASK, task,
                                                      month);

      add_part (text, breakdown, scenario->tasks[task].name, cell[count], cell[money]);
    }
}

/* Nobody who works with it stops: who is active in a month and was not in the one before
 * has started, and in the last month all are active who ever did. */
static double
count_starters (const OutlayBreakdown *breakdown,
                guint                  role,
                int                    month)
{
  int last = month == OUTLAY_PERIOD ? (int) breakdown->n_months - 1 : month;
  const double *now = outlay_breakdown_get_cell (breakdown, OUTLAY_SPLIT_ROLE, role, last);
  const double *before;

  if (month == OUTLAY_PERIOD || month == 0)
    return now[OUTLAY_CELL_PEOPLE];

  before = outlay_breakdown_get_cell (breakdown, OUTLAY_SPLIT_ROLE, role, month - 1);

  return now[OUTLAY_CELL_PEOPLE] - before[OUTLAY_CELL_PEOPLE];
}

static void
add_starters (OutlayWhyText         *text,
              const OutlayBreakdown *breakdown,
              int                    month)
{
  const OutlayScenario *scenario = breakdown->estimate->scenario;

  for (guint role = 0; role < scenario->n_team; role++)
    {
      double starters = count_starters (breakdown, role, month);
      double each = outlay_onboarding_cost (&scenario->onboarding, &scenario->team[role]) *
                    scenario->currency.rate;

      add_part (text, breakdown, scenario->team[role].name, starters, starters * each);
    }
}

static void
add_sum (OutlayWhyText         *text,
         const OutlayBreakdown *breakdown,
         const char            *sign,
         const char            *label,
         double                 money)
{
  outlay_why_lines_add (
    text->parts, sign, g_strdup (""), label, NULL,
    outlay_figure_format_money_exact (money, breakdown->estimate->scenario->currency.code));
}

/* What is left of the value; of a return, before the cost. */
static double
add_gain (OutlayWhyText         *text,
          const OutlayBreakdown *breakdown,
          const double          *total)
{
  add_sum (text, breakdown, "", C_("column", "Value"), total[OUTLAY_FIGURE_VALUE]);
  add_sum (text, breakdown, MINUS, C_("column", "Review"), total[OUTLAY_FIGURE_REVIEW]);
  add_sum (text, breakdown, MINUS, C_("column", "Onboarding"), total[OUTLAY_FIGURE_ONBOARDING]);

  return total[OUTLAY_FIGURE_VALUE] - total[OUTLAY_FIGURE_REVIEW] -
         total[OUTLAY_FIGURE_ONBOARDING];
}

static void
add_return (OutlayWhyText              *text,
            const OutlayBreakdown      *breakdown,
            const OutlayOptionEstimate *option)
{
  const char *currency = breakdown->estimate->scenario->currency.code;
  double gain = add_gain (text, breakdown, option->total);
  g_autofree char *cost =
    outlay_figure_format_money_exact (option->total[OUTLAY_FIGURE_COST], currency);

  /* Translators: money */
  text->divisor_label = g_strdup_printf (C_("why", "Together, divided by the cost of %s"), cost);
  text->divided = outlay_figure_format_money_exact (gain, currency);
  text->total = outlay_why_format_factor (option->return_on_cost);
}

static const OutlayOptionEstimate *
get_estimate (const OutlayBreakdown *breakdown)
{
  const OutlayEstimate *estimate = breakdown->estimate;

  return &estimate->options[breakdown->option - estimate->scenario->options];
}

/* Whether a figure of each month is one of these. */
gboolean
outlay_why_outcome_find (OutlayFigure      figure,
                         OutlayWhyOutcome *outcome)
{
  static const OutlayFigure figures[] = {
    [OUTLAY_WHY_VALUE] = OUTLAY_FIGURE_VALUE,
    [OUTLAY_WHY_REVIEW] = OUTLAY_FIGURE_REVIEW,
    [OUTLAY_WHY_ONBOARDING] = OUTLAY_FIGURE_ONBOARDING,
  };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (figures[i] == figure)
      {
        *outcome = (OutlayWhyOutcome) i;
        return TRUE;
      }

  return FALSE;
}

static double
get_figure (const OutlayOptionEstimate *option,
            OutlayFigure                figure,
            int                         month)
{
  return month == OUTLAY_PERIOD ? option->total[figure] : option->monthly[figure][month];
}

/**
 * outlay_why_outcome_new:
 * @breakdown: the option's breakdown
 * @outcome: which of its figures
 * @month: which month, from 0, or %OUTLAY_PERIOD
 * @figure: it, as it is shown
 *
 * Returns: (transfer full): the figure's reason in words
 */
OutlayWhyText *
outlay_why_outcome_new (const OutlayBreakdown *breakdown,
                        OutlayWhyOutcome       outcome,
                        int                    month,
                        const char            *figure)
{
  const OutlayWhyTarget target = { OUTLAY_BREAKDOWN_BY_TASK, -1, month,
                                   OUTLAY_WHY_PER_NOTHING };
  const char *currency = breakdown->estimate->scenario->currency.code;
  const OutlayOptionEstimate *option = get_estimate (breakdown);
  OutlayWhyText *text = outlay_why_text_begin (breakdown, &target, figure);
  double money = 0;

  switch (outcome)
    {
    case OUTLAY_WHY_VALUE:
      add_tasks (text, breakdown, month, OUTLAY_CELL_ACCEPTED, OUTLAY_CELL_VALUE);
      money = get_figure (option, OUTLAY_FIGURE_VALUE, month);
      text->remark = g_strdup (_("Minutes that an accepted task saves, at the wage"));
      break;
    case OUTLAY_WHY_REVIEW:
      add_tasks (text, breakdown, month, OUTLAY_CELL_ATTEMPTS, OUTLAY_CELL_REVIEW);
      money = get_figure (option, OUTLAY_FIGURE_REVIEW, month);
      text->remark = g_strdup (_("Minutes that an attempt takes to review, at the wage"));
      break;
    case OUTLAY_WHY_ONBOARDING:
      add_starters (text, breakdown, month);
      money = get_figure (option, OUTLAY_FIGURE_ONBOARDING, month);
      text->remark = g_strdup (_("Once for each person who starts: hours at the wage, and money"));
      break;
    case OUTLAY_WHY_NET:
      add_gain (text, breakdown, option->total);
      add_sum (text, breakdown, MINUS, C_("column", "Cost"), option->total[OUTLAY_FIGURE_COST]);
      money = option->net;
      break;
    case OUTLAY_WHY_RETURN:
    default:
      add_return (text, breakdown, option);
    }

  if (text->total == NULL)
    text->total = outlay_figure_format_money_exact (money, currency);
  if (text->remark == NULL)
    text->remark = g_strdup (_("Exact figures, shown rounded"));

  return text;
}
