/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10: what a draw costs. */
#include "futures.h"

#include "factors.h"
#include "fast-futures.h"
#include "option-estimate.h"
#include "parallel.h"

#include <math.h>

struct _OutlayFutures
{
  OutlayEstimate    *estimate; /* (owned) */
  guint             *options;  /* (owned): of the estimate, those not refused */
  guint              n_options;
  OutlayFuturesWay   way;
  gboolean           is_certain;
  OutlayFastFutures *tables[2]; /* (owned) (nullable): the usual and the fine ones */
  gboolean           tried[2];   /* whether these have been filled, or take too much room */
  gboolean           checked[2]; /* whether they have been compared with the plain way, */
  gboolean           good[2];    /* and agreed with it */
  OutlayFastFutures *fast;      /* (unowned) (nullable): those in use; else the plain way */
};

/* The plain way, by which every other is judged: an estimate a draw. */
static void
fill_plain_draw (const OutlayFutures *futures,
                 const OutlayBatch   *batch,
                 guint                draw,
                 double              *costs)
{
  guint n_months = futures->estimate->n_months;
  OutlayFactors factors = outlay_batch_get (batch, draw);
  g_autoptr (OutlayEstimate) estimate =
    outlay_estimate_new_for_factors (futures->estimate->scenario, &factors, FALSE);

  for (guint i = 0; i < futures->n_options; i++)
    for (guint month = 0; month < n_months; month++)
      costs[(gsize) (i * n_months + month) * OUTLAY_BATCH_SIZE + draw] =
        estimate->options[futures->options[i]].monthly[OUTLAY_FIGURE_COST][month];
}

static void
fill_plain_costs (const OutlayFutures *futures,
                  const OutlayBatch   *batch,
                  double              *costs)
{
  for (guint draw = 0; draw < batch->n; draw++)
    fill_plain_draw (futures, batch, draw, costs);
}

/* So many draws tell how good tables are: in the mean over them, each month's
 * cost must be as near to the plain way's as this. */
#define CHECK_DRAWS 32
#define CHECK_SEED 20261122
#define NEAR_ENOUGH 3e-4

typedef struct
{
  const OutlayFutures *futures;
  const OutlayBatch   *batch;
  double              *costs;
  gint                 next;
} PlainDraws;

static void
fill_plain_draws (guint    thread,
                  gpointer data)
{
  PlainDraws *plain = data;
  guint draw;

  while (outlay_parallel_take (&plain->next, plain->batch->n, &draw))
    fill_plain_draw (plain->futures, plain->batch, draw, plain->costs);
}

static gboolean
is_near (const double *fast,
         const double *plain,
         guint         n)
{
  double difference = 0, sum = 0;

  for (guint i = 0; i < n; i++)
    {
      difference += fabs (fast[i] - plain[i]);
      sum += plain[i];
    }

  return difference <= NEAR_ENOUGH * sum;
}

/* Whether the tables agree with the plain way. */
static gboolean
check_tables (const OutlayFutures     *futures,
              const OutlayFastFutures *fast,
              double                   most_tokens,
              guint                    n_threads)
{
  guint n_rows = futures->n_options * futures->estimate->n_months;
  g_autoptr (OutlayDraws) draws = outlay_draws_new (futures->estimate->scenario, most_tokens,
                                                    CHECK_SEED);
  g_autofree OutlayBatch *batch = g_new (OutlayBatch, 1);
  g_autofree double *fast_costs = g_new (double, (gsize) n_rows * OUTLAY_BATCH_SIZE);
  g_autofree double *plain_costs = g_new (double, (gsize) n_rows * OUTLAY_BATCH_SIZE);
  PlainDraws plain = { futures, batch, plain_costs, 0 };

  outlay_draws_next (draws, batch, CHECK_DRAWS);
  outlay_draws_finish (draws, batch);
  outlay_fast_futures_fill_costs (fast, batch, fast_costs);
  outlay_parallel_run (n_threads, fill_plain_draws, &plain);

  for (guint row = 0; row < n_rows; row++)
    if (!is_near (fast_costs + (gsize) row * OUTLAY_BATCH_SIZE,
                  plain_costs + (gsize) row * OUTLAY_BATCH_SIZE, CHECK_DRAWS))
      return FALSE;

  return TRUE;
}

/* Fills tables once, and compares them once. A first picture may do without: where
 * there are many kinds of attempts of which few jump, the errors of each do not show
 * in the sum.
 *
 * Returns: (transfer none) (nullable): the tables, if they are good enough */
static OutlayFastFutures *
try_tables (OutlayFutures *futures,
            guint          which,
            gboolean       is_first_picture,
            guint          n_threads)
{
  double most_tokens = outlay_factors_most_tokens (futures->estimate);
  OutlayFastFutures **tables = &futures->tables[which];

  if (!futures->tried[which])
    *tables = outlay_fast_futures_new (futures->estimate, most_tokens, which > 0, n_threads);
  futures->tried[which] = TRUE;

  if (*tables == NULL || (is_first_picture && outlay_fast_futures_are_sure (*tables)))
    return *tables;

  if (!futures->checked[which])
    futures->good[which] = check_tables (futures, *tables, most_tokens, n_threads);
  futures->checked[which] = TRUE;

  return futures->good[which] ? *tables : NULL;
}

/* With nothing uncertain, every draw is the same one. */
static gboolean
is_certain (const OutlayScenario *scenario)
{
  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    if (scenario->uncertainty[i].high > scenario->uncertainty[i].low)
      return FALSE;

  return TRUE;
}

/**
 * outlay_futures_new:
 * @estimate: the estimate of a scenario
 * @way: how a draw is estimated
 *
 * Returns: (transfer full): the scenario's futures
 */
OutlayFutures *
outlay_futures_new (OutlayEstimate   *estimate,
                    OutlayFuturesWay  way)
{
  OutlayFutures *futures = g_new0 (OutlayFutures, 1);

  futures->estimate = outlay_estimate_ref (estimate);
  futures->options = g_new (guint, estimate->n_options);
  for (guint i = 0; i < estimate->n_options; i++)
    if (estimate->options[i].error == NULL)
      futures->options[futures->n_options++] = i;
  futures->way = futures->n_options > 0 ? way : OUTLAY_FUTURES_PLAIN;
  futures->is_certain = is_certain (estimate->scenario);

  return futures;
}

/* So few draws are estimated before finer tables are filled, and before those of many
 * kinds of attempts are checked; of more, the errors of each do not show in the
 * quantiles, if the usual tables are good enough at all. */
#define FEW_DRAWS 16384

/* So few are estimated in less time than it takes to fill finer tables. */
#define FEWEST_DRAWS 256

/**
 * outlay_futures_prepare:
 * @futures: the futures
 * @n_draws: how many draws are about to be made
 * @n_threads: how many threads may work at it
 *
 * Fills tables where they are worth their while and good enough: the usual ones,
 * which are a matter of milliseconds, or finer ones. It follows from @n_draws alone
 * how draws are estimated, not from what was done before.
 */
void
outlay_futures_prepare (OutlayFutures *futures,
                        guint          n_draws,
                        guint          n_threads)
{
  gboolean is_fine = futures->way == OUTLAY_FUTURES_FINE;
  gboolean are_few = n_draws <= FEW_DRAWS;
  guint first = is_fine && are_few ? 1 : 0;
  guint last = is_fine || !are_few ? 1 : 0;

  futures->fast = NULL;
  if (futures->way == OUTLAY_FUTURES_PLAIN || futures->is_certain ||
      (is_fine && n_draws <= FEWEST_DRAWS))
    return;

  for (guint i = first; i <= last && futures->fast == NULL; i++)
    futures->fast = try_tables (futures, i, are_few && !is_fine, n_threads);
}

void
outlay_futures_free (OutlayFutures *futures)
{
  for (guint i = 0; i < G_N_ELEMENTS (futures->tables); i++)
    g_clear_pointer (&futures->tables[i], outlay_fast_futures_free);
  g_free (futures->options);
  outlay_estimate_unref (futures->estimate);
  g_free (futures);
}

/* Whether draws are read off tables, since outlay_futures_prepare(). */
gboolean
outlay_futures_have_tables (const OutlayFutures *futures)
{
  return futures->fast != NULL;
}

/* How many options are simulated. */
guint
outlay_futures_get_n_options (const OutlayFutures *futures)
{
  return futures->n_options;
}

/* Which of the scenario's options a simulated option is. */
guint
outlay_futures_get_option (const OutlayFutures *futures,
                           guint                number)
{
  return futures->options[number];
}

/* The first draw, and all others like it. */
static void
fill_certain_costs (const OutlayFutures *futures,
                    const OutlayBatch   *batch,
                    double              *costs)
{
  guint n_rows = futures->n_options * futures->estimate->n_months;

  fill_plain_draw (futures, batch, 0, costs);
  for (guint row = 0; row < n_rows; row++)
    for (guint draw = 1; draw < batch->n; draw++)
      costs[(gsize) row * OUTLAY_BATCH_SIZE + draw] = costs[(gsize) row * OUTLAY_BATCH_SIZE];
}

/**
 * outlay_futures_fill_costs:
 * @futures: the futures
 * @batch: drawn factors
 * @costs: (out caller-allocates): cost in the scenario's currency by option,
 *   month and draw; rows of %OUTLAY_BATCH_SIZE draws
 */
void
outlay_futures_fill_costs (const OutlayFutures *futures,
                           const OutlayBatch   *batch,
                           double              *costs)
{
  if (futures->is_certain)
    fill_certain_costs (futures, batch, costs);
  else if (futures->fast != NULL)
    outlay_fast_futures_fill_costs (futures->fast, batch, costs);
  else
    fill_plain_costs (futures, batch, costs);
}
