/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Outcome page says and lists. */
#include "outcome-words.h"

#include "currencies.h"
#include "figure-format.h"
#include "figures-sheet.h"
#include "measures.h"
#include "month-format.h"

#include <glib/gi18n.h>
#include <math.h>

/* Months within a year are named without it. */
#define MONTHS_WITHOUT_YEAR 12

/* What is known of the options that are shown. */
typedef struct
{
  gboolean some_hidden; /* of those nothing is said */
  guint    n_shown;
  guint    n_estimated;
  guint    n_paid_back;
  guint    n_first;     /* those that pay back as early as the first */
  int      first;
  double   people;
  double   tasks;
} Survey;

static void
survey_option (Survey               *survey,
               const OutlayEstimate *estimate,
               guint                 i)
{
  const OutlayOptionEstimate *option = &estimate->options[i];

  survey->n_estimated++;
  survey->people += option->total[OUTLAY_FIGURE_PEOPLE];
  survey->tasks += option->total[OUTLAY_FIGURE_TASKS];
  if (option->payback_month == 0)
    return;

  survey->n_paid_back++;
  if (survey->first < 0 ||
      option->payback_month < estimate->options[survey->first].payback_month)
    {
      survey->first = (int) i;
      survey->n_first = 0;
    }
  if (option->payback_month == estimate->options[survey->first].payback_month)
    survey->n_first++;
}

static Survey
make_survey (const OutlayEstimate   *estimate,
             const OutlayOptionLook *looks)
{
  Survey survey = { .first = -1 };

  for (guint i = 0; i < estimate->n_options; i++)
    {
      if (looks[i].hidden)
        {
          survey.some_hidden = TRUE;
          continue;
        }
      survey.n_shown++;
      if (estimate->options[i].error == NULL)
        survey_option (&survey, estimate, i);
    }

  return survey;
}

static char *
describe_never (const OutlayEstimate   *estimate,
                const OutlayOptionLook *looks,
                const Survey           *survey)
{
  g_autofree char *months = outlay_figure_format_number (estimate->n_months, 0);
  guint i = 0;

  if (survey->n_estimated > 1 && survey->some_hidden)
    /* Translators: a number of months */
    return g_strdup_printf (ngettext ("No option shown pays back within %s month",
                                      "No option shown pays back within %s months",
                                      estimate->n_months),
                            months);
  if (survey->n_estimated > 1)
    /* Translators: a number of months */
    return g_strdup_printf (ngettext ("No option pays back within %s month",
                                      "No option pays back within %s months",
                                      estimate->n_months),
                            months);

  while (looks[i].hidden || estimate->options[i].error != NULL)
    i++;

  /* Translators: an option and a number of months */
  return g_strdup_printf (ngettext ("%s does not pay back within %s month",
                                    "%s does not pay back within %s months",
                                    estimate->n_months),
                          estimate->options[i].option->name, months);
}

static char *
describe_month (const OutlayEstimate *estimate,
                int                   payback_month,
                OutlayMonthStyle      style)
{
  return outlay_month_format (estimate->scenario->start + payback_month - 1, style);
}

/* Two that pay back first are named, more are counted. */
static char *
describe_first_ones (const OutlayEstimate   *estimate,
                     const OutlayOptionLook *looks,
                     const Survey           *survey,
                     const char             *month)
{
  const OutlayOptionEstimate *first = &estimate->options[survey->first];
  g_autofree char *n_first = outlay_figure_format_number (survey->n_first, 0);
  g_autofree char *n_options = outlay_figure_format_number (survey->n_estimated, 0);

  if (survey->n_first > 2)
    /* Translators: two numbers of options and a month: "3 of 5 options pay back in
     * December, before the others" */
    return g_strdup_printf (survey->some_hidden
                              ? _("%s of %s options shown pay back in %s, before the others")
                              : _("%s of %s options pay back in %s, before the others"),
                            n_first, n_options, month);

  for (guint i = (guint) survey->first + 1; i < estimate->n_options; i++)
    if (!looks[i].hidden && estimate->options[i].error == NULL &&
        estimate->options[i].payback_month == first->payback_month)
      /* Translators: two options and a month */
      return g_strdup_printf (survey->some_hidden
                                ? _("Of the options shown, %s and %s pay back first, in %s")
                                : _("%s and %s pay back first, in %s"),
                              first->option->name, estimate->options[i].option->name, month);

  g_assert_not_reached ();
}

static char *
describe_payback (const OutlayEstimate   *estimate,
                  const OutlayOptionLook *looks,
                  const Survey           *survey)
{
  const OutlayOptionEstimate *first = &estimate->options[survey->first];
  g_autofree char *month =
    describe_month (estimate, first->payback_month,
                    estimate->n_months > MONTHS_WITHOUT_YEAR ? OUTLAY_MONTH_STYLE_LONG
                                                             : OUTLAY_MONTH_STYLE_LONG_NAME);

  if (survey->n_estimated == 1)
    /* Translators: an option and a month: "Claude Max 5x pays back in February" */
    return g_strdup_printf (_("%s pays back in %s"), first->option->name, month);
  if (survey->n_first == survey->n_estimated)
    /* Translators: a month */
    return g_strdup_printf (survey->some_hidden ? _("Every option shown pays back in %s")
                                                : _("Every option pays back in %s"), month);
  if (survey->n_paid_back == 1)
    /* Translators: an option and a month */
    return g_strdup_printf (survey->some_hidden
                              ? _("Of the options shown, only %s pays back, in %s")
                              : _("Only %s pays back, in %s"), first->option->name, month);
  if (survey->n_first == 1)
    /* Translators: an option and a month */
    return g_strdup_printf (survey->some_hidden
                              ? _("Of the options shown, %s pays back first, in %s")
                              : _("%s pays back first, in %s"), first->option->name, month);

  return describe_first_ones (estimate, looks, survey, month);
}

/**
 * outlay_outcome_finding:
 * @estimate: an estimate
 * @looks: (array): how its options are looked at
 * @some_left_out: whether there are options that are not among those of @estimate
 *
 * Returns: (transfer full): when the options that are shown pay for themselves
 */
char *
outlay_outcome_finding (const OutlayEstimate   *estimate,
                        const OutlayOptionLook *looks,
                        gboolean                some_left_out)
{
  Survey survey = make_survey (estimate, looks);

  survey.some_hidden |= some_left_out;

  if (estimate->n_options == 0)
    return g_strdup (_("Nothing to compare yet"));
  if (survey.n_shown == 0)
    return g_strdup (_("All options are hidden"));
  if (survey.n_estimated == 0)
    return g_strdup (survey.some_hidden ? _("No option shown can be estimated")
                                          : _("No option can be estimated"));
  if (survey.people <= 0)
    return g_strdup (_("Nobody is active"));
  if (survey.tasks <= 0)
    return g_strdup (_("Nobody has tasks"));
  if (survey.n_paid_back == 0)
    return describe_never (estimate, looks, &survey);

  return describe_payback (estimate, looks, &survey);
}

/**
 * outlay_outcome_subtitle:
 * @estimate: an estimate
 *
 * Returns: (transfer full): what the chart and the table show
 */
char *
outlay_outcome_subtitle (const OutlayEstimate *estimate)
{
  /* Translators: a currency: "US dollars for each task accepted, by month." */
  return g_strdup_printf (_("%s for each task accepted, by month. Net is value less review, "
                            "onboarding and cost."),
                          outlay_currency_get_name (estimate->scenario->currency.code));
}

static void
add_columns (OutlaySheet *sheet)
{
  static const struct
  {
    const char *title;
    const char *key;
  } columns[OUTLAY_N_OUTCOME_COLUMNS] = {
    [OUTLAY_OUTCOME_COLUMN_PER_ACCEPTED] = { NC_("column", "Per accepted"), "cost_per_accepted" },
    [OUTLAY_OUTCOME_COLUMN_PER_TASK] = { NC_("column", "Per task"), "cost_per_task" },
    [OUTLAY_OUTCOME_COLUMN_VALUE] = { NC_("column", "Value"), "value" },
    [OUTLAY_OUTCOME_COLUMN_REVIEW] = { NC_("column", "Review"), "review" },
    [OUTLAY_OUTCOME_COLUMN_ONBOARDING] = { NC_("column", "Onboarding"), "onboarding" },
    [OUTLAY_OUTCOME_COLUMN_COST] = { NC_("column", "Cost"), "cost" },
    [OUTLAY_OUTCOME_COLUMN_NET] = { NC_("column", "Net"), "net" },
    [OUTLAY_OUTCOME_COLUMN_RETURN] = { NC_("column", "Return"), "return" },
    [OUTLAY_OUTCOME_COLUMN_PAYBACK] = { NC_("column", "Pays back"), "payback_month" },
  };

  for (guint i = 0; i < OUTLAY_N_OUTCOME_COLUMNS; i++)
    {
      const char *title = g_dpgettext2 (NULL, "column", columns[i].title);

      outlay_sheet_add_column (sheet, title, title, columns[i].key)->asks =
        i != OUTLAY_OUTCOME_COLUMN_PAYBACK;
    }
}

static double
get_value (const OutlayOptionEstimate *option,
           OutlayOutcomeColumn         column)
{
  switch (column)
    {
    case OUTLAY_OUTCOME_COLUMN_PER_ACCEPTED:
      return option->cost_per_accepted;
    case OUTLAY_OUTCOME_COLUMN_PER_TASK:
      return option->cost_per_task;
    case OUTLAY_OUTCOME_COLUMN_VALUE:
      return option->total[OUTLAY_FIGURE_VALUE];
    case OUTLAY_OUTCOME_COLUMN_REVIEW:
      return option->total[OUTLAY_FIGURE_REVIEW];
    case OUTLAY_OUTCOME_COLUMN_ONBOARDING:
      return option->total[OUTLAY_FIGURE_ONBOARDING];
    case OUTLAY_OUTCOME_COLUMN_COST:
      return option->total[OUTLAY_FIGURE_COST];
    case OUTLAY_OUTCOME_COLUMN_NET:
      return option->net;
    case OUTLAY_OUTCOME_COLUMN_RETURN:
      return option->return_on_cost;
    case OUTLAY_OUTCOME_COLUMN_PAYBACK:
      return option->payback_month > 0 ? option->payback_month : NAN;
    case OUTLAY_N_OUTCOME_COLUMNS:
    default:
      g_return_val_if_reached (NAN);
    }
}

static char *
format_return (double value)
{
  g_autofree char *number = outlay_figure_format_number (value, fabs (value) < 9.95 ? 1 : 0);

  /* Translators: money gained for money paid: "35×", 35 times as much */
  return isfinite (value) ? g_strdup_printf (C_("return", "%s×"), number)
                          : g_steal_pointer (&number);
}

static char *
format_value (const OutlayEstimate *estimate,
              guint                 option,
              OutlayOutcomeColumn   column,
              double                value)
{
  const char *currency = estimate->scenario->currency.code;

  switch (column)
    {
    case OUTLAY_OUTCOME_COLUMN_PER_ACCEPTED:
    case OUTLAY_OUTCOME_COLUMN_PER_TASK:
      return outlay_measure_format (estimate, value, OUTLAY_MEASURE_COST_PER_ACCEPTED);
    case OUTLAY_OUTCOME_COLUMN_RETURN:
      return format_return (value);
    case OUTLAY_OUTCOME_COLUMN_PAYBACK:
      if (isnan (value))
        return g_strdup (C_("pays back", "never"));
      return describe_month (estimate, estimate->options[option].payback_month,
                             OUTLAY_MONTH_STYLE_TINY_YEAR);
    case OUTLAY_OUTCOME_COLUMN_VALUE:
    case OUTLAY_OUTCOME_COLUMN_REVIEW:
    case OUTLAY_OUTCOME_COLUMN_ONBOARDING:
    case OUTLAY_OUTCOME_COLUMN_COST:
    case OUTLAY_OUTCOME_COLUMN_NET:
    case OUTLAY_N_OUTCOME_COLUMNS:
    default:
      return outlay_figure_format_money (value, currency);
    }
}

/**
 * outlay_outcome_sheet_new:
 * @estimate: an estimate
 * @looks: (array): how its options are looked at
 *
 * Returns: (transfer full): what each option's work costs and is worth in the
 *   period; the columns are those of #OutlayOutcomeColumn
 */
OutlaySheet *
outlay_outcome_sheet_new (const OutlayEstimate   *estimate,
                          const OutlayOptionLook *looks)
{
  OutlaySheet *sheet = outlay_sheet_new ();

  add_columns (sheet);
  outlay_sheet_add_options (sheet, estimate, looks);

  for (guint i = 0; i < estimate->n_options; i++)
    for (guint column = 0; column < OUTLAY_N_OUTCOME_COLUMNS; column++)
      {
        double value;

        if (estimate->options[i].error != NULL)
          continue;
        value = get_value (&estimate->options[i], column);
        outlay_sheet_set (sheet, i, column, value, format_value (estimate, i, column, value));
      }

  return sheet;
}
