/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report comes to, in sentences that quote its figures. */
#include "report-sections.h"

#include "costs.h"
#include "currencies.h"
#include "figure-format.h"
#include "measures.h"
#include "odds.h"
#include "outcome-words.h"
#include "refusals.h"

#include <glib/gi18n.h>
#include <math.h>

/* Two options that differ by less are called equal. */
#define NOTABLE_DIFFERENCE 0.005

/* One that costs so much more is compared by a factor, not by a percentage. */
#define MANY_TIMES 3

static char *
format_money (OutlayReportMaker *maker,
              double             value)
{
  return outlay_figure_format_money (value, maker->report->currency);
}

/* What matters most, and where that is about a budget, what the least is. */
static void
add_finding (OutlayReportMaker *maker)
{
  OutlayFinding finding = outlay_report_choose_finding (maker, FALSE);
  int cheapest = outlay_costs_find_cheapest (maker->estimate);

  outlay_report_add_sentence (maker->report, outlay_finding_describe (&finding, maker->estimate));
  if (cheapest < 0 || finding.kind == OUTLAY_FINDING_CHEAPEST ||
      finding.kind == OUTLAY_FINDING_COST)
    return;

  finding = (OutlayFinding) {
    .kind = maker->estimate->n_options > 1 ? OUTLAY_FINDING_CHEAPEST : OUTLAY_FINDING_COST,
    .option = cheapest,
    .of = maker->estimate->n_months,
    .some_hidden = outlay_report_leaves_out (maker),
  };
  outlay_report_add_sentence (maker->report, outlay_finding_describe (&finding, maker->estimate));
}

/* Dollars under another name go to no client unnoticed. */
static void
add_rate (OutlayReportMaker *maker)
{
  char *words = outlay_currency_describe_rate (&maker->estimate->scenario->currency);

  if (words != NULL)
    outlay_report_add_sentence (maker->report, words);
}

static void
add_left_out (OutlayReportMaker *maker)
{
  g_autofree char *names = NULL;

  if (!outlay_report_leaves_out (maker))
    return;

  names = g_strjoinv (C_("list", ", "), (char **) maker->facts->left_out);
  /* Translators: names of options that are hidden in the window */
  outlay_report_add_sentence (maker->report, g_strdup_printf (_("Left out of this report: %s"),
                                                              names));
}

static void
add_budget (OutlayReportMaker *maker)
{
  double budget = maker->estimate->scenario->budget;
  g_autofree char *month = format_money (maker, budget);
  g_autofree char *period = format_money (maker, budget * maker->estimate->n_months);

  /* Translators: two amounts of money, of a month and of all months */
  if (!isnan (budget))
    outlay_report_add_sentence (maker->report,
                                g_strdup_printf (_("The budget is %s a month, %s in all"),
                                                 month, period));
}

/* The option that costs most, against the one that costs least. */
static void
add_dearest (OutlayReportMaker *maker)
{
  g_autofree guint *rank = outlay_costs_rank (maker->estimate, OUTLAY_WHOLE_PERIOD, FALSE);
  int cheapest = outlay_costs_find_cheapest (maker->estimate);
  g_autofree char *money = NULL;
  g_autofree char *more = NULL;
  g_autofree char *words = NULL;
  const char *dearest, *other;
  double least, most;

  if (cheapest < 0)
    return;
  least = outlay_costs_get (maker->estimate, (guint) cheapest, OUTLAY_WHOLE_PERIOD, FALSE);
  most = outlay_costs_get (maker->estimate, rank[0], OUTLAY_WHOLE_PERIOD, FALSE);
  if (least <= 0 || most / least - 1 < NOTABLE_DIFFERENCE)
    return;

  dearest = maker->estimate->options[rank[0]].option->name;
  other = maker->estimate->options[cheapest].option->name;
  money = format_money (maker, most);
  if (most / least >= MANY_TIMES)
    {
      more = outlay_figure_format_number (most / least, most / least < 10 ? 1 : 0);
      /* Translators: an option, money, a number, at least 3, and another option */
      words = g_strdup_printf (_("%s costs most: %s, which is %s times as much as %s"),
                               dearest, money, more, other);
    }
  else
    {
      more = outlay_figure_format_percent (most / least - 1);
      /* Translators: an option, money, a percentage and another option */
      words = g_strdup_printf (_("%s costs most: %s, which is %s more than %s"),
                               dearest, money, more, other);
    }
  outlay_report_add_sentence (maker->report, g_steal_pointer (&words));
}

static void
add_detail (OutlayReportMaker *maker)
{
  guint i = (guint) maker->focus;
  const OutlayOptionEstimate *option = &maker->estimate->options[i];
  int peak = outlay_costs_find_peak (maker->estimate, i);
  g_autofree char *month = outlay_figure_format_month (maker->estimate->scenario, peak);
  g_autofree char *money = format_money (maker, option->monthly[OUTLAY_FIGURE_COST][peak]);

  /* Translators: an option, a month and money */
  outlay_report_add_sentence (maker->report,
                              g_strdup_printf (_("The dearest month of %s is %s, at %s"),
                                               option->option->name, month, money));
  if (option->total[OUTLAY_FIGURE_PEOPLE] > 0 && isfinite (option->cost_per_accepted))
    {
      g_autofree char *person = format_money (maker, option->total[OUTLAY_FIGURE_COST] /
                                                     option->total[OUTLAY_FIGURE_PEOPLE]);
      g_autofree char *outcome = outlay_measure_format (maker->estimate, option->cost_per_accepted,
                                                        OUTLAY_MEASURE_COST_PER_ACCEPTED);

      /* Translators: an option and two amounts of money */
      outlay_report_add_sentence (maker->report,
                                  g_strdup_printf (_("%s costs %s a month for each person who "
                                                     "uses it, and %s for each task accepted"),
                                                   option->option->name, person, outcome));
    }
}

static void
add_refusals (OutlayReportMaker *maker)
{
  for (guint i = 0; i < maker->estimate->n_options; i++)
    {
      const OutlayOptionEstimate *option = &maker->estimate->options[i];
      g_autofree char *why = outlay_refusal_describe (option);

      /* Translators: an option, and why it cannot be estimated */
      if (why != NULL)
        outlay_report_add_sentence (maker->report,
                                    g_strdup_printf (_("%s cannot be estimated: %s"),
                                                     option->option->name, why));
    }
}

void
outlay_report_add_summary (OutlayReportMaker *maker)
{
  const OutlaySimulation *simulation = maker->facts->simulation;

  outlay_report_add_text (maker->report, OUTLAY_REPORT_HEADING, _("Summary"));
  add_rate (maker);
  add_left_out (maker);
  add_finding (maker);
  add_budget (maker);
  add_dearest (maker);
  if (maker->focus >= 0)
    {
      add_detail (maker);
      outlay_report_add_sentence (maker->report,
                                  outlay_outcome_finding (maker->estimate, maker->looks,
                                                          outlay_report_leaves_out (maker)));
    }
  if (maker->focus >= 0 && simulation != NULL)
    outlay_report_add_sentence (maker->report,
                                outlay_odds_describe_range (simulation, (guint) maker->focus,
                                                            -1));
  add_refusals (maker);
}
