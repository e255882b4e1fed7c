/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10: tables compared with the plain way. */
#include "table-check.h"

#include "parallel.h"

#include <math.h>

/* So many draws tell how good tables are. */
#define CHECK_DRAWS 32
#define CHECK_SEED 20261122

struct _OutlayTableCheck
{
  const OutlayPlainWay *plain;
  guint                 n_options;
  guint                 n_months;
  OutlayBatch           sample;
  double               *costs; /* (owned): the plain way's */
  gint                  next;
};

static void
fill_draws (guint    thread,
            gpointer data)
{
  OutlayTableCheck *check = data;
  guint draw;

  while (outlay_parallel_take (&check->next, CHECK_DRAWS, &draw))
    outlay_plain_way_fill_draw (check->plain, &check->sample, draw, check->costs);
}

static gsize
count_costs (const OutlayTableCheck *check)
{
  return (gsize) check->n_options * check->n_months * OUTLAY_BATCH_SIZE;
}

/**
 * outlay_table_check_new:
 * @plain: the plain way to estimate every option; must outlive the check
 * @most_tokens: the largest factor on tokens
 * @n_threads: how many threads may work at it
 *
 * Returns: (transfer full): a check
 */
OutlayTableCheck *
outlay_table_check_new (const OutlayPlainWay *plain,
                        double                most_tokens,
                        guint                 n_threads)
{
  OutlayTableCheck *check = g_new0 (OutlayTableCheck, 1);
  const OutlayScenario *scenario = outlay_plain_way_get_scenario (plain);
  g_autoptr (OutlayDraws) draws = outlay_draws_new (scenario, most_tokens, CHECK_SEED);

  check->plain = plain;
  check->n_options = scenario->n_options;
  check->n_months = (guint) scenario->months;
  check->costs = g_new (double, count_costs (check));
  outlay_draws_next (draws, &check->sample, CHECK_DRAWS);
  outlay_draws_finish (draws, &check->sample);
  outlay_parallel_run (n_threads, fill_draws, check);

  return check;
}

void
outlay_table_check_free (OutlayTableCheck *check)
{
  g_free (check->costs);
  g_free (check);
}

static gboolean
is_near (const double *fast,
         const double *plain,
         double        near)
{
  double difference = 0, sum = 0;

  for (guint i = 0; i < CHECK_DRAWS; i++)
    {
      difference += fabs (fast[i] - plain[i]);
      sum += plain[i];
    }

  return difference <= near * sum;
}

/**
 * outlay_table_check_compare:
 * @check: a check
 * @tables: tables of some of the options at least
 * @near: how far off each month may be in the mean, relative
 * @serves: (out caller-allocates): by option: whether no month is further off; no word
 *   on options that the tables leave out
 */
void
outlay_table_check_compare (const OutlayTableCheck  *check,
                            const OutlayFastFutures *tables,
                            double                   near,
                            gboolean                *serves)
{
  g_autofree double *costs = g_new0 (double, count_costs (check));

  outlay_fast_futures_fill_costs (tables, &check->sample, costs);
  for (guint i = 0; i < check->n_options; i++)
    {
      serves[i] = TRUE;
      for (guint month = 0; serves[i] && month < check->n_months; month++)
        {
          gsize row = (gsize) (i * check->n_months + month) * OUTLAY_BATCH_SIZE;

          serves[i] = is_near (costs + row, check->costs + row, near);
        }
    }
}
