/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chances and ranges of a simulation, in words. */
#include "odds.h"

#include "figure-format.h"
#include "month-format.h"

#include <glib/gi18n.h>
#include <math.h>

/* Months within a year are named without it. */
#define MONTHS_WITHOUT_YEAR 12

/* What no drawn future shows may happen even so. */
#define ALMOST_NEVER 1e-9

/* As many pairs are listed even where no future reverses them. */
#define FEW_PAIRS 3

/**
 * outlay_simulation_fits:
 * @simulation: futures, which may lie behind
 * @estimate: an estimate
 *
 * Returns: whether both are of the same options and months, so that figures of
 *   one may stand beside those of the other
 */
gboolean
outlay_simulation_fits (const OutlaySimulation *simulation,
                        const OutlayEstimate   *estimate)
{
  if (simulation == NULL || estimate == NULL ||
      simulation->n_options != estimate->n_options ||
      simulation->n_months != estimate->n_months ||
      simulation->estimate->scenario->start != estimate->scenario->start ||
      !g_str_equal (simulation->estimate->scenario->currency.code,
                    estimate->scenario->currency.code))
    return FALSE;

  for (guint i = 0; i < estimate->n_options; i++)
    if (!g_str_equal (simulation->estimate->options[i].option->id,
                      estimate->options[i].option->id) ||
        simulation->options[i].is_refused != (estimate->options[i].error != NULL))
      return FALSE;

  return TRUE;
}

/**
 * outlay_odds_format:
 * @share: a chance, 0 to 1, or NaN
 *
 * Returns: (transfer full): the chance in whole percents; all and nothing are
 *   only said where they are exactly so
 */
char *
outlay_odds_format (double share)
{
  g_autofree char *percent = NULL;

  if (share > 0 && share < 0.01)
    {
      percent = outlay_figure_format_percent (0.01);
      /* Translators: a chance that is less than this percentage */
      return g_strdup_printf (C_("chance", "<%s"), percent);
    }
  if (share > 0.99 && share < 1)
    {
      percent = outlay_figure_format_percent (0.99);
      /* Translators: a chance that is more than this percentage */
      return g_strdup_printf (C_("chance", ">%s"), percent);
    }

  return outlay_figure_format_percent (share);
}

/**
 * outlay_odds_describe:
 * @share: a chance, 0 to 1
 *
 * Returns: (transfer full): how many of ten futures that is
 */
char *
outlay_odds_describe (double share)
{
  int tenths = (int) floor (10 * share + 0.5);
  g_autofree char *number = NULL;

  if (share >= 1)
    return g_strdup (C_("chance", "in every future"));
  if (share <= 0)
    return g_strdup (C_("chance", "in no future"));
  if (tenths == 0)
    return g_strdup (C_("chance", "in fewer than 1 of 10 futures"));
  if (tenths == 10)
    return g_strdup (C_("chance", "in more than 9 of 10 futures"));

  number = outlay_figure_format_number (tenths, 0);
  /* Translators: a number from 1 to 9: "in 4 of 10 futures" */
  return g_strdup_printf (C_("chance", "in %s of 10 futures"), number);
}

/* Where the cost varies, no number of futures makes certain. */
static double
get_odds (const OutlayBands *bands,
          guint              at,
          double             over)
{
  if (bands->quantile[OUTLAY_PERCENT_5][at] < bands->quantile[OUTLAY_PERCENT_95][at])
    return CLAMP (1 - over, ALMOST_NEVER, 1 - ALMOST_NEVER);

  return 1 - over;
}

/**
 * outlay_odds_of_month:
 * @simulation: futures
 * @option: one of its options
 * @month: one of its months
 *
 * Returns: the chance of staying under the budget, or NaN without one
 */
double
outlay_odds_of_month (const OutlaySimulation *simulation,
                      guint                   option,
                      guint                   month)
{
  const OutlayOptionSimulation *figures = &simulation->options[option];

  if (figures->is_refused || figures->over_budget == NULL)
    return NAN;

  return get_odds (&figures->cost, month, figures->over_budget[month]);
}

/**
 * outlay_odds_of_period:
 * @simulation: futures
 * @option: one of its options
 *
 * Returns: the chance that all months together stay under the budget of all, or
 *   NaN without one
 */
double
outlay_odds_of_period (const OutlaySimulation *simulation,
                       guint                   option)
{
  const OutlayOptionSimulation *figures = &simulation->options[option];

  if (figures->is_refused || figures->over_budget == NULL)
    return NAN;

  return get_odds (&figures->period, 0, figures->over_budget_period);
}

/**
 * outlay_odds_find_worst:
 * @simulation: futures
 * @option: one of its options
 *
 * Returns: the month in which staying under the budget is least likely, or
 *   without a budget the one whose middle is dearest; -1 for a refused option
 */
int
outlay_odds_find_worst (const OutlaySimulation *simulation,
                        guint                   option)
{
  const OutlayOptionSimulation *figures = &simulation->options[option];
  const double *by;
  int worst = 0;

  if (figures->is_refused)
    return -1;

  by = figures->over_budget != NULL ? figures->over_budget
                                    : figures->cost.quantile[OUTLAY_PERCENT_50];
  for (int month = 1; month < (int) simulation->n_months; month++)
    if (by[month] > by[worst])
      worst = month;

  return worst;
}

static char *
describe_month (const OutlaySimulation *simulation,
                int                     month)
{
  return outlay_month_format (simulation->estimate->scenario->start + month,
                              simulation->n_months > MONTHS_WITHOUT_YEAR
                              ? OUTLAY_MONTH_STYLE_LONG : OUTLAY_MONTH_STYLE_LONG_NAME);
}

/**
 * outlay_odds_find_words:
 * @simulation: futures
 * @option: one of its options
 *
 * Returns: (transfer full) (nullable): what matters most about the futures of
 *   an option, or %NULL if it is refused
 */
char *
outlay_odds_find_words (const OutlaySimulation *simulation,
                        guint                   option)
{
  const char *name = simulation->estimate->options[option].option->name;
  int worst = outlay_odds_find_worst (simulation, option);
  g_autofree char *month = NULL;
  g_autofree char *chance = NULL;
  double odds;

  if (worst < 0)
    return NULL;

  odds = outlay_odds_of_month (simulation, option, (guint) worst);
  if (isnan (odds))
    return outlay_odds_describe_range (simulation, option, -1);
  if (odds >= 1)
    /* Translators: an option */
    return g_strdup_printf (_("%s stays under the monthly budget in every future"), name);

  month = describe_month (simulation, worst);
  chance = outlay_odds_describe (odds);

  /* Translators: a month, an option and a chance: "In March, GPT-5.5 stays under
   * the budget in 4 of 10 futures" */
  return g_strdup_printf (_("In %s, %s stays under the budget %s"), month, name, chance);
}

/**
 * outlay_odds_describe_range:
 * @simulation: futures
 * @option: one of its options, not a refused one
 * @month: a month of it, or -1 for the whole period
 *
 * Returns: (transfer full): between what it costs in 8 of 10 futures
 */
char *
outlay_odds_describe_range (const OutlaySimulation *simulation,
                            guint                   option,
                            int                     month)
{
  const OutlayOptionSimulation *figures = &simulation->options[option];
  const OutlayBands *bands = month < 0 ? &figures->period : &figures->cost;
  const char *currency = simulation->estimate->scenario->currency.code;
  const char *name = simulation->estimate->options[option].option->name;
  guint at = (guint) MAX (month, 0);
  g_autofree char *low =
    outlay_figure_format_money (bands->quantile[OUTLAY_PERCENT_10][at], currency);
  g_autofree char *high =
    outlay_figure_format_money (bands->quantile[OUTLAY_PERCENT_90][at], currency);
  g_autofree char *when = NULL;

  if (month < 0)
    /* Translators: an option, and two amounts of money */
    return g_strdup_printf (_("In 8 of 10 futures, %s costs between %s and %s in all"),
                            name, low, high);

  when = describe_month (simulation, month);

  /* Translators: a month, and two amounts of money */
  return g_strdup_printf (_("In 8 of 10 futures, %s costs between %s and %s"),
                          when, low, high);
}

/**
 * outlay_odds_describe_shading:
 * @option: (nullable): name of the only option that is shaded
 *
 * Returns: (transfer full): what the shading of a chart of costs means
 */
char *
outlay_odds_describe_shading (const char *option)
{
  if (option == NULL)
    return g_strdup (_("Shaded: 8 of 10 futures (P10 to P90)."));

  /* Translators: an option */
  return g_strdup_printf (_("Shaded: 8 of 10 futures of %s (P10 to P90)."), option);
}

/**
 * outlay_odds_format_range:
 * @simulation: futures
 * @option: one of its options
 * @month: a month of it, or -1 for the whole period
 * @cumulative: add up the months
 *
 * Returns: (transfer full) (nullable): between what 8 of 10 futures cost, in
 *   short, or %NULL for a refused option
 */
char *
outlay_odds_format_range (const OutlaySimulation *simulation,
                          guint                   option,
                          int                     month,
                          gboolean                cumulative)
{
  const OutlayOptionSimulation *figures = &simulation->options[option];
  const OutlayBands *bands = month < 0 ? &figures->period
                             : cumulative ? &figures->cumulative : &figures->cost;
  const char *currency = simulation->estimate->scenario->currency.code;
  guint at = (guint) MAX (month, 0);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (figures->is_refused)
    return NULL;

  low = outlay_figure_format_money_short (bands->quantile[OUTLAY_PERCENT_10][at], currency);
  high = outlay_figure_format_money_short (bands->quantile[OUTLAY_PERCENT_90][at], currency);

  /* Translators: two amounts of money, with an en dash: "$8.3k–$19.7k" */
  return g_strdup_printf (C_("range", "%s–%s"), low, high);
}

/**
 * outlay_odds_describe_period:
 * @simulation: futures
 * @option: one of its options, not a refused one
 *
 * Returns: (transfer full) (nullable): how often all months together stay under
 *   the budget of all, or %NULL without a budget
 */
char *
outlay_odds_describe_period (const OutlaySimulation *simulation,
                             guint                   option)
{
  const OutlayScenario *scenario = simulation->estimate->scenario;
  g_autofree char *budget = NULL;
  g_autofree char *chance = NULL;

  if (isnan (scenario->budget))
    return NULL;

  budget = outlay_figure_format_money (scenario->budget * simulation->n_months,
                                       scenario->currency.code);
  chance = outlay_odds_describe (outlay_odds_of_period (simulation, option));

  /* Translators: an amount of money and a chance: "All months together stay under
   * $63,000 in 4 of 10 futures" */
  return g_strdup_printf (_("All months together stay under %s %s"), budget, chance);
}

static gboolean
most_rise_further (const OutlayScenario *scenario)
{
  guint n = 0;

  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    {
      const OutlayRange *range = &scenario->uncertainty[i];

      if (range->high - range->likely > range->likely - range->low)
        n++;
    }

  return 2 * n > OUTLAY_N_FACTORS;
}

/**
 * outlay_odds_explain_middle:
 * @simulation: futures
 * @option: one of its options, not a refused one
 *
 * Says why the estimate is not the middle of the futures.
 *
 * Returns: (transfer full): one or two sentences
 */
char *
outlay_odds_explain_middle (const OutlaySimulation *simulation,
                            guint                   option)
{
  double estimate = simulation->estimate->options[option].total[OUTLAY_FIGURE_COST];
  double middle = simulation->options[option].period.quantile[OUTLAY_PERCENT_50][0];
  double gap = estimate > 0 ? middle / estimate - 1 : 0;
  g_autofree char *percent = outlay_figure_format_percent (fabs (gap));

  if (fabs (gap) < 0.005)
    return g_strdup (_("The estimate takes every factor at its likely value. Here it lies in "
                       "the middle of the futures (P50)."));
  if (gap < 0)
    /* Translators: a percentage */
    return g_strdup_printf (_("The estimate takes every factor at its likely value. The middle "
                              "of the futures (P50) lies %s below it."), percent);
  if (most_rise_further (simulation->estimate->scenario))
    /* Translators: a percentage */
    return g_strdup_printf (_("The estimate takes every factor at its likely value. Most can "
                              "rise further than they can fall, so the middle of the futures "
                              "(P50) lies %s above it."), percent);

  /* Translators: a percentage */
  return g_strdup_printf (_("The estimate takes every factor at its likely value. The middle "
                            "of the futures (P50) lies %s above it."), percent);
}

/**
 * outlay_odds_describe_draws:
 * @simulation: futures
 *
 * Returns: (transfer full): how many there are, and what they are made from
 */
char *
outlay_odds_describe_draws (const OutlaySimulation *simulation)
{
  g_autofree char *draws = outlay_figure_format_number (simulation->n_draws, 0);
  g_autofree char *seed = outlay_figure_format_number ((double) simulation->seed, 0);

  /* Translators: a number of futures, and the number that they are made from */
  return g_strdup_printf (ngettext ("%s future, seed %s.", "%s futures, seed %s.",
                                    simulation->n_draws),
                          draws, seed);
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const OutlayDearerPair *first = a, *second = b;

  return (first->share > second->share) - (first->share < second->share);
}

/**
 * outlay_odds_list_pairs:
 * @simulation: futures
 * @looks: (array): how its options are looked at
 * @n_settled: (out): how many other pairs of shown options are settled
 *
 * Returns: (transfer full) (element-type OutlayDearerPair): the pairs of shown
 *   options that are not settled, the most open one first; where all are settled and
 *   they are few, they themselves
 */
GArray *
outlay_odds_list_pairs (const OutlaySimulation *simulation,
                        const OutlayOptionLook *looks,
                        guint                  *n_settled)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (OutlayDearerPair));
  g_autoptr (GArray) settled = g_array_new (FALSE, FALSE, sizeof (OutlayDearerPair));

  for (guint i = 0; i < simulation->n_options; i++)
    for (guint j = i + 1; j < simulation->n_options; j++)
      {
        double first = outlay_simulation_get_dearer (simulation, i, j);
        double second = outlay_simulation_get_dearer (simulation, j, i);
        OutlayDearerPair pair = { i, j, first, second };

        if (looks[i].hidden || looks[j].hidden ||
            simulation->options[i].is_refused || simulation->options[j].is_refused)
          continue;

        if (second > first)
          pair = (OutlayDearerPair) { j, i, second, first };
        g_array_append_val (pair.share > OUTLAY_ODDS_SETTLED ? settled : pairs, pair);
      }

  *n_settled = settled->len;
  if (pairs->len == 0 && settled->len <= FEW_PAIRS)
    {
      g_array_append_vals (pairs, settled->data, settled->len);
      *n_settled = 0;
    }
  g_array_sort (pairs, compare_pairs);

  return g_steal_pointer (&pairs);
}
