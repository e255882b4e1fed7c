/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "findings.h"

#include "costs.h"
#include "figure-format.h"
#include "month-format.h"

#include <glib/gi18n.h>
#include <math.h>

/* Months within a year are named without it. */
#define MONTHS_WITHOUT_YEAR 12

/* What is known of the options that are shown. */
typedef struct
{
  guint  n_shown;
  guint  n_estimated;
  guint  n_over;
  guint  n_first;     /* those that are over as early as the first */
  int    first;       /* the option that is over first: if several, the dearest */
  int    first_month;
  double people;
  double tasks;
} Survey;

/* When an option is over the budget. */
typedef struct
{
  int   first; /* month, or -1 for never */
  int   last;
  guint count;
} OverMonths;

static OverMonths
find_over_months (const OutlayEstimate *estimate,
                  guint                 option,
                  gboolean              cumulative)
{
  OverMonths over = { -1, -1, 0 };

  for (int month = 0; month < (int) estimate->n_months; month++)
    if (outlay_costs_is_over (estimate, option, month, cumulative))
      {
        if (over.count == 0)
          over.first = month;
        over.last = month;
        over.count++;
      }

  return over;
}

static gboolean
is_earlier_or_dearer (const OutlayEstimate *estimate,
                      const Survey         *survey,
                      guint                 option,
                      int                   month,
                      gboolean              cumulative)
{
  if (survey->first < 0 || month != survey->first_month)
    return survey->first < 0 || month < survey->first_month;

  return outlay_costs_get (estimate, option, month, cumulative) >
         outlay_costs_get (estimate, (guint) survey->first, month, cumulative);
}

static Survey
make_survey (const OutlayEstimate   *estimate,
             const OutlayOptionLook *looks,
             gboolean                cumulative)
{
  Survey survey = { .first = -1, .first_month = -1 };

  for (guint i = 0; i < estimate->n_options; i++)
    {
      const OutlayOptionEstimate *option = &estimate->options[i];
      int month;

      if (looks[i].hidden)
        continue;
      survey.n_shown++;
      if (option->error != NULL)
        continue;
      survey.n_estimated++;
      survey.people += option->total[OUTLAY_FIGURE_PEOPLE];
      survey.tasks += option->total[OUTLAY_FIGURE_TASKS];

      month = find_over_months (estimate, i, cumulative).first;
      if (month < 0)
        continue;
      survey.n_over++;
      if (survey.first < 0 || month < survey.first_month)
        survey.n_first = 0;
      if (survey.first < 0 || month <= survey.first_month)
        survey.n_first++;
      if (is_earlier_or_dearer (estimate, &survey, i, month, cumulative))
        {
          survey.first = (int) i;
          survey.first_month = month;
        }
    }

  return survey;
}

static OutlayFinding
make_finding (OutlayFindingKind kind)
{
  return (OutlayFinding) { .kind = kind, .option = -1, .month = -1 };
}

static OutlayFinding
make_budget_finding (OutlayFindingKind kind,
                     gboolean          cumulative)
{
  OutlayFinding finding = make_finding (kind);

  finding.cumulative = cumulative;

  return finding;
}

static OutlayFinding
choose_over (const OutlayEstimate *estimate,
             const Survey         *survey,
             gboolean              cumulative)
{
  OverMonths over = find_over_months (estimate, (guint) survey->first, cumulative);
  OutlayFinding finding = make_budget_finding (OUTLAY_FINDING_OVER_AT_TIMES, cumulative);

  finding.option = survey->first;
  finding.month = survey->first_month;
  finding.count = over.count;
  finding.of = estimate->n_months;

  if (survey->n_over > 1)
    {
      finding.kind = OUTLAY_FINDING_SOME_OVER;
      finding.count = survey->n_over;
      finding.n_first = survey->n_first;
      finding.of = survey->n_shown;
    }
  else if (over.count == 1)
    finding.kind = OUTLAY_FINDING_OVER_IN;
  else if (over.first + (int) over.count == (int) estimate->n_months)
    finding.kind = OUTLAY_FINDING_OVER_FROM;

  return finding;
}

static int
find_cheapest_shown (const OutlayEstimate   *estimate,
                     const OutlayOptionLook *looks)
{
  g_autofree guint *rank = outlay_costs_rank (estimate, OUTLAY_WHOLE_PERIOD, FALSE);

  for (guint i = estimate->n_options; i > 0; i--)
    if (!looks[rank[i - 1]].hidden && estimate->options[rank[i - 1]].error == NULL)
      return (int) rank[i - 1];

  return -1;
}

static OutlayFinding
choose_without_budget (const OutlayEstimate   *estimate,
                       const OutlayOptionLook *looks,
                       const Survey           *survey)
{
  OutlayFinding finding = make_finding (survey->n_estimated > 1 ? OUTLAY_FINDING_CHEAPEST
                                                                : OUTLAY_FINDING_COST);

  finding.option = find_cheapest_shown (estimate, looks);
  finding.of = estimate->n_months;

  return finding;
}

static OutlayFinding
choose_under (const OutlayEstimate   *estimate,
              const OutlayOptionLook *looks,
              const Survey           *survey,
              gboolean                cumulative)
{
  OutlayFinding finding = make_budget_finding (OUTLAY_FINDING_ALL_UNDER, cumulative);

  if (survey->n_estimated == 1)
    {
      finding.kind = OUTLAY_FINDING_ONE_UNDER;
      finding.option = find_cheapest_shown (estimate, looks);
    }
  else if (survey->n_estimated < survey->n_shown)
    finding.kind = OUTLAY_FINDING_REST_UNDER;

  return finding;
}

static OutlayFinding
choose (const OutlayEstimate   *estimate,
        const OutlayOptionLook *looks,
        const Survey           *survey,
        gboolean                cumulative)
{
  if (estimate->n_options == 0)
    return make_finding (OUTLAY_FINDING_NO_OPTIONS);
  if (survey->n_shown == 0)
    return make_finding (OUTLAY_FINDING_ALL_HIDDEN);
  if (survey->n_estimated == 0)
    return make_finding (OUTLAY_FINDING_ALL_REFUSED);
  if (survey->people <= 0)
    return make_finding (OUTLAY_FINDING_NOBODY);
  if (survey->n_over > 0)
    return choose_over (estimate, survey, cumulative);
  if (survey->tasks <= 0)
    return make_finding (OUTLAY_FINDING_NO_TASKS);
  if (isnan (estimate->scenario->budget))
    return choose_without_budget (estimate, looks, survey);

  return choose_under (estimate, looks, survey, cumulative);
}

/**
 * outlay_finding_choose:
 * @estimate: an estimate
 * @looks: (array): how its options are looked at
 * @cumulative: whether costs and budget are added up from the first month
 *
 * Chooses what matters most about the options that are shown.
 *
 * Returns: the facts of the finding
 */
OutlayFinding
outlay_finding_choose (const OutlayEstimate   *estimate,
                       const OutlayOptionLook *looks,
                       gboolean                cumulative)
{
  Survey survey = make_survey (estimate, looks, cumulative);
  OutlayFinding finding = choose (estimate, looks, &survey, cumulative);

  finding.some_hidden = survey.n_shown < estimate->n_options;

  return finding;
}

static char *
describe_month (const OutlayFinding  *finding,
                const OutlayEstimate *estimate)
{
  OutlayMonthStyle style = estimate->n_months > MONTHS_WITHOUT_YEAR
                           ? OUTLAY_MONTH_STYLE_LONG
                           : OUTLAY_MONTH_STYLE_LONG_NAME;

  return outlay_month_format (estimate->scenario->start + finding->month, style);
}

/* Of the months, or of what is spent since the first of them, which a dear month may
 * exceed without the sum doing so. */
static char *
describe_over (const OutlayFinding  *finding,
               const OutlayEstimate *estimate)
{
  const char *name = estimate->options[finding->option].option->name;
  g_autofree char *month = describe_month (finding, estimate);
  g_autofree char *count = outlay_figure_format_number (finding->count, 0);
  g_autofree char *of = outlay_figure_format_number (finding->of, 0);

  if (finding->kind == OUTLAY_FINDING_OVER_FROM)
    return g_strdup_printf (finding->cumulative
                              /* Translators: an option and a month; what is added up are its
                               * months so far */
                              ? _("Added up, %s is over the budget from %s")
                              /* Translators: an option and a month: "GPT-5.5 is over the
                               * monthly budget from March" */
                              : _("%s is over the monthly budget from %s"), name, month);

  if (finding->kind == OUTLAY_FINDING_OVER_IN)
    return g_strdup_printf (finding->cumulative
                              /* Translators: an option and a month; what is added up are its
                               * months so far */
                              ? _("Added up, %s is over the budget in %s")
                              /* Translators: an option and a month: "GPT-5.5 is over the
                               * monthly budget in March" */
                              : _("%s is over the monthly budget in %s"), name, month);

  return g_strdup_printf (finding->cumulative
                            /* Translators: an option, two numbers of months, and a month;
                             * what is added up are its months so far */
                            ? ngettext ("Added up, %s is over the budget in %s of %s months, "
                                        "first in %s",
                                        "Added up, %s is over the budget in %s of %s months, "
                                        "first in %s", finding->count)
                            /* Translators: an option, two numbers of months, and a month:
                             * "GPT-5.5 is over the monthly budget in 3 of 7 months, first in
                             * March" */
                            : ngettext ("%s is over the monthly budget in %s of %s months, "
                                        "first in %s",
                                        "%s is over the monthly budget in %s of %s months, "
                                        "first in %s", finding->count),
                          name, count, of, month);
}

/* Several that are over first: none of them is the first. */
static char *
describe_tied_over (const OutlayFinding *finding,
                    const char          *count,
                    const char          *of,
                    const char          *month)
{
  if (finding->some_hidden)
    /* Translators: two numbers of options, the first is 2 or more, and a month */
    return g_strdup_printf (finding->cumulative
                              ? _("Added up, %s of %s options shown go over the budget, first in %s")
                              : _("%s of %s options shown go over the monthly budget, first in %s"),
                            count, of, month);

  /* Translators: two numbers of options, the first is 2 or more, and a month: "2 of 5
   * options go over the monthly budget, first in March" */
  return g_strdup_printf (finding->cumulative
                            ? _("Added up, %s of %s options go over the budget, first in %s")
                            : _("%s of %s options go over the monthly budget, first in %s"),
                          count, of, month);
}

/* One that goes over first is named. */
static char *
describe_some_over (const OutlayFinding  *finding,
                    const OutlayEstimate *estimate)
{
  const char *name = estimate->options[finding->option].option->name;
  g_autofree char *month = describe_month (finding, estimate);
  g_autofree char *count = outlay_figure_format_number (finding->count, 0);
  g_autofree char *of = outlay_figure_format_number (finding->of, 0);

  if (finding->n_first > 1)
    return describe_tied_over (finding, count, of, month);

  if (finding->some_hidden)
    /* Translators: two numbers of options, the first is 2 or more, an option and a month */
    return g_strdup_printf (finding->cumulative
                              ? _("Added up, %s of %s options shown go over the budget, %s first, "
                                  "in %s")
                              : _("%s of %s options shown go over the monthly budget, %s first, "
                                  "in %s"), count, of, name, month);

  return g_strdup_printf (finding->cumulative
                            /* Translators: two numbers of options, an option and a month; what
                             * is added up are their months so far */
                            ? ngettext ("Added up, %s of %s options goes over the budget, "
                                        "%s first, in %s",
                                        "Added up, %s of %s options go over the budget, "
                                        "%s first, in %s", finding->count)
                            /* Translators: two numbers of options, an option and a month: "2 of
                             * 5 options go over the monthly budget, GPT-5.5 first, in March" */
                            : ngettext ("%s of %s options goes over the monthly budget, "
                                        "%s first, in %s",
                                        "%s of %s options go over the monthly budget, "
                                        "%s first, in %s", finding->count),
                          count, of, name, month);
}

/* What is not shown may well be over the budget. */
static char *
describe_shown_under (const OutlayFinding *finding)
{
  if (finding->kind == OUTLAY_FINDING_ALL_UNDER)
    return g_strdup (finding->cumulative
                     ? _("By the estimate, every option shown stays under the budget, added up")
                     : _("By the estimate, every option shown stays under the monthly budget"));

  return g_strdup (finding->cumulative
                   ? _("Every option shown that has a cost stays under the budget, added up")
                   : _("Every option shown that has a cost stays under the monthly budget"));
}

static char *
describe_under (const OutlayFinding  *finding,
                const OutlayEstimate *estimate)
{
  if (finding->kind == OUTLAY_FINDING_ONE_UNDER)
    {
      const char *name = estimate->options[finding->option].option->name;

      /* Translators: an option */
      return g_strdup_printf (finding->cumulative
                              ? _("By the estimate, %s stays under the budget, added up")
                              : _("By the estimate, %s stays under the monthly budget"), name);
    }

  if (finding->some_hidden)
    return describe_shown_under (finding);

  if (finding->kind == OUTLAY_FINDING_ALL_UNDER)
    return g_strdup (finding->cumulative
                     ? _("By the estimate, every option stays under the budget, added up")
                     : _("By the estimate, every option stays under the monthly budget"));

  return g_strdup (finding->cumulative
                   ? _("Every option that has a cost stays under the budget, added up")
                   : _("Every option that has a cost stays under the monthly budget"));
}

static char *
describe_cost (const OutlayFinding  *finding,
               const OutlayEstimate *estimate)
{
  const OutlayOptionEstimate *option = &estimate->options[finding->option];
  g_autofree char *months = outlay_figure_format_number (finding->of, 0);
  g_autofree char *money =
    outlay_figure_format_money (option->total[OUTLAY_FIGURE_COST],
                                estimate->scenario->currency.code);

  if (finding->kind == OUTLAY_FINDING_CHEAPEST && finding->some_hidden)
    /* Translators: an option, money and a number of months */
    return g_strdup_printf (ngettext ("Of the options shown, %s costs least: %s in %s month",
                                      "Of the options shown, %s costs least: %s in %s months",
                                      finding->of),
                            option->option->name, money, months);

  if (finding->kind == OUTLAY_FINDING_CHEAPEST)
    /* Translators: an option, money and a number of months */
    return g_strdup_printf (ngettext ("%s costs least: %s in %s month",
                                      "%s costs least: %s in %s months",
                                      finding->of),
                            option->option->name, money, months);

  /* Translators: an option, money and a number of months */
  return g_strdup_printf (ngettext ("%s costs %s in %s month",
                                    "%s costs %s in %s months",
                                    finding->of),
                          option->option->name, money, months);
}

/**
 * outlay_finding_describe:
 * @finding: the facts
 * @estimate: what they are found in
 *
 * Returns: (transfer full): the finding in the person's language
 */
char *
outlay_finding_describe (const OutlayFinding  *finding,
                         const OutlayEstimate *estimate)
{
  switch (finding->kind)
    {
    case OUTLAY_FINDING_NO_OPTIONS:
      return g_strdup (_("Nothing to compare yet"));
    case OUTLAY_FINDING_ALL_HIDDEN:
      return g_strdup (_("All options are hidden"));
    case OUTLAY_FINDING_ALL_REFUSED:
      return g_strdup (finding->some_hidden ? _("No option shown can be estimated")
                                            : _("No option can be estimated"));
    case OUTLAY_FINDING_NOBODY:
      return g_strdup (_("Nobody is active"));
    case OUTLAY_FINDING_NO_TASKS:
      return g_strdup (_("Nobody has tasks"));
    case OUTLAY_FINDING_ONE_UNDER:
    case OUTLAY_FINDING_ALL_UNDER:
    case OUTLAY_FINDING_REST_UNDER:
      return describe_under (finding, estimate);
    case OUTLAY_FINDING_CHEAPEST:
    case OUTLAY_FINDING_COST:
      return describe_cost (finding, estimate);
    case OUTLAY_FINDING_SOME_OVER:
      return describe_some_over (finding, estimate);
    case OUTLAY_FINDING_OVER_FROM:
    case OUTLAY_FINDING_OVER_IN:
    case OUTLAY_FINDING_OVER_AT_TIMES:
    default:
      return describe_over (finding, estimate);
    }
}
