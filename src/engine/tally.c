/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is reported of many draws: METHOD section 10.
 *
 * A row is the cost of one option in one month, or up to one month. Threads add
 * whole batches in any order, so whatever is added up in doubles is added up by
 * batch first, and the batches' sums in their order at the end. */
#include "tally.h"

#include "parallel.h"
#include "quantiles.h"
#include "rows.h"

#include <math.h>
#include <string.h>

/* Above this, draws are not kept. */
#define MOST_KEPT (G_GUINT64_CONSTANT (64) << 20)

/* So many draws tell the range. */
#define RANGE_DRAWS 4096

/* Bins of a row, where there are so many draws. */
#define N_BINS 2048

typedef enum
{
  PASS_KEEP,   /* all draws are kept: there is no other pass */
  PASS_RANGE,
  PASS_COUNT,
  PASS_GATHER
} Pass;

/* The values of one bin, which one quantile or more fall into. */
typedef struct
{
  double *values;
  gint    n;
} Gathered;

struct _OutlayTally
{
  guint       n_options;
  guint       n_months;
  guint       n_rows;
  guint       n_draws;
  guint       n_threads;
  double      budget;

  Pass        pass;
  double     *sums;      /* (owned): by batch and row */
  guint32    *over;      /* (owned): by thread, option and month, the period last */
  guint32    *dearer;    /* (owned): by thread, option and option */

  double     *kept;      /* (owned): by row and draw */
  double     *quantiles; /* (owned): by row and percent */

  OutlayBins *bins;      /* (owned): by row */
  guint32    *counts;    /* (owned): by thread, row and bin */
  OutlayRank *ranks;     /* (owned): by row and percent */
  Gathered   *gathered;  /* (owned): by row and percent; the first of each bin is used */
  guint8     *is_wanted; /* (owned): by row and bin: 1 + the first percent in it */
};

OutlayTally *
outlay_tally_new (guint  n_options,
                  guint  n_months,
                  guint  n_draws,
                  guint  n_threads,
                  double budget)
{
  OutlayTally *tally = g_new0 (OutlayTally, 1);
  guint n_rows = 2 * n_options * n_months;
  gsize n_batches = (n_draws + OUTLAY_BATCH_SIZE - 1) / OUTLAY_BATCH_SIZE;

  tally->n_options = n_options;
  tally->n_months = n_months;
  tally->n_rows = n_rows;
  tally->n_draws = n_draws;
  tally->n_threads = n_threads;
  tally->budget = budget;

  tally->sums = g_new0 (double, n_batches * n_rows);
  tally->over = g_new0 (guint32, (gsize) n_threads * n_options * (n_months + 1));
  tally->dearer = g_new0 (guint32, (gsize) n_threads * n_options * n_options);
  tally->quantiles = g_new0 (double, (gsize) n_rows * OUTLAY_N_PERCENTS);

  if ((guint64) n_rows * n_draws * sizeof (double) <= MOST_KEPT)
    {
      tally->pass = PASS_KEEP;
      tally->kept = g_new (double, (gsize) n_rows * n_draws);
      return tally;
    }

  tally->pass = PASS_RANGE;
  tally->kept = g_new (double, (gsize) n_rows * RANGE_DRAWS);
  tally->bins = g_new0 (OutlayBins, n_rows);
  tally->counts = g_new0 (guint32, (gsize) n_threads * n_rows * N_BINS);
  tally->ranks = g_new0 (OutlayRank, (gsize) n_rows * OUTLAY_N_PERCENTS);
  tally->gathered = g_new0 (Gathered, (gsize) n_rows * OUTLAY_N_PERCENTS);
  tally->is_wanted = g_new0 (guint8, (gsize) n_rows * N_BINS);

  return tally;
}

void
outlay_tally_free (OutlayTally *tally)
{
  if (tally->gathered != NULL)
    for (gsize i = 0; i < (gsize) tally->n_rows * OUTLAY_N_PERCENTS; i++)
      g_free (tally->gathered[i].values);
  g_free (tally->sums);
  g_free (tally->over);
  g_free (tally->dearer);
  g_free (tally->kept);
  g_free (tally->quantiles);
  g_free (tally->bins);
  g_free (tally->counts);
  g_free (tally->ranks);
  g_free (tally->gathered);
  g_free (tally->is_wanted);
  g_free (tally);
}

/* How many rows there are: costs, then cumulative costs, each by option and
 * month. */
guint
outlay_tally_get_n_rows (const OutlayTally *tally)
{
  return tally->n_rows;
}

/* How many draws this pass wants. */
guint
outlay_tally_get_n_draws (const OutlayTally *tally)
{
  return tally->pass == PASS_RANGE ? MIN (tally->n_draws, RANGE_DRAWS) : tally->n_draws;
}

guint
outlay_tally_get_n_batches (const OutlayTally *tally)
{
  return (outlay_tally_get_n_draws (tally) + OUTLAY_BATCH_SIZE - 1) / OUTLAY_BATCH_SIZE;
}

/* How many batches all passes take. */
guint64
outlay_tally_get_work (const OutlayTally *tally)
{
  guint64 n_batches = (tally->n_draws + OUTLAY_BATCH_SIZE - 1) / OUTLAY_BATCH_SIZE;

  return tally->bins == NULL ? n_batches
                             : 2 * n_batches + RANGE_DRAWS / OUTLAY_BATCH_SIZE;
}

static double *
get_row (double *rows,
         guint   row)
{
  return rows + (gsize) row * OUTLAY_BATCH_SIZE;
}

static void
fill_cumulative (const OutlayTally *tally,
                 double            *rows,
                 guint              n)
{
  guint half = tally->n_rows / 2;

  for (guint row = 0; row < half; row++)
    {
      const double *cost = get_row (rows, row);
      const double *before = get_row (rows, half + row - 1);
      double *cumulative = get_row (rows, half + row);

      if (row % tally->n_months == 0)
        memcpy (cumulative, cost, n * sizeof *cost);
      else
        for (guint i = 0; i < n; i++)
          cumulative[i] = before[i] + cost[i];
    }
}

static double *
get_period (const OutlayTally *tally,
            double            *rows,
            guint              option)
{
  return get_row (rows, tally->n_rows / 2 + (option + 1) * tally->n_months - 1);
}

static void
count_chances (OutlayTally *tally,
               guint        thread,
               double      *rows,
               guint        n)
{
  guint32 *over = tally->over + (gsize) thread * tally->n_options * (tally->n_months + 1);
  guint32 *dearer = tally->dearer + (gsize) thread * tally->n_options * tally->n_options;

  for (guint i = 0; i < tally->n_options; i++)
    {
      const double *period = get_period (tally, rows, i);

      for (guint j = 0; j < tally->n_options; j++)
        if (j != i)
          dearer[i * tally->n_options + j] +=
            outlay_row_count_dearer (period, get_period (tally, rows, j), n);

      if (isnan (tally->budget))
        continue;

      for (guint month = 0; month < tally->n_months; month++)
        *over++ += outlay_row_count_above (get_row (rows, i * tally->n_months + month),
                                           n, tally->budget);
      *over++ += outlay_row_count_above (period, n, tally->budget * tally->n_months);
    }
}

static void
count_bins (OutlayTally *tally,
            guint        thread,
            double      *rows,
            guint        n)
{
  for (guint row = 0; row < tally->n_rows; row++)
    {
      guint32 *count = tally->counts + ((gsize) thread * tally->n_rows + row) * N_BINS;
      const OutlayBins bins = tally->bins[row];
      const double *values = get_row (rows, row);

      for (guint i = 0; i < n; i++)
        count[outlay_bins_find (&bins, values[i])]++;
    }
}

static void
gather (OutlayTally *tally,
        double      *rows,
        guint        n)
{
  for (guint row = 0; row < tally->n_rows; row++)
    {
      const guint8 *is_wanted = tally->is_wanted + (gsize) row * N_BINS;
      Gathered *gathered = tally->gathered + (gsize) row * OUTLAY_N_PERCENTS;
      const OutlayBins bins = tally->bins[row];
      const double *values = get_row (rows, row);

      for (guint i = 0; i < n; i++)
        {
          guint wanted = is_wanted[outlay_bins_find (&bins, values[i])];

          if (wanted > 0)
            gathered[wanted - 1].values[g_atomic_int_add (&gathered[wanted - 1].n, 1)] =
              values[i];
        }
    }
}

static void
keep (OutlayTally *tally,
      guint        batch,
      double      *rows,
      guint        n)
{
  gsize n_draws = outlay_tally_get_n_draws (tally);

  for (guint row = 0; row < tally->n_rows; row++)
    memcpy (tally->kept + row * n_draws + (gsize) batch * OUTLAY_BATCH_SIZE,
            get_row (rows, row), n * sizeof (double));
}

/**
 * outlay_tally_add:
 * @tally: the tally
 * @thread: which thread adds
 * @batch: which batch, from 0
 * @rows: room for all rows of %OUTLAY_BATCH_SIZE draws, the costs filled in
 *
 * Counts a batch, in this pass. Threads may do so at the same time.
 */
void
outlay_tally_add (OutlayTally *tally,
                  guint        thread,
                  guint        batch,
                  double      *rows)
{
  guint n = MIN (OUTLAY_BATCH_SIZE,
                 outlay_tally_get_n_draws (tally) - batch * OUTLAY_BATCH_SIZE);

  fill_cumulative (tally, rows, n);
  if (tally->pass == PASS_KEEP || tally->pass == PASS_COUNT)
    {
      for (guint row = 0; row < tally->n_rows; row++)
        tally->sums[(gsize) batch * tally->n_rows + row] = outlay_row_sum (get_row (rows, row), n);
      count_chances (tally, thread, rows, n);
    }

  if (tally->pass == PASS_KEEP || tally->pass == PASS_RANGE)
    keep (tally, batch, rows, n);
  else if (tally->pass == PASS_COUNT)
    count_bins (tally, thread, rows, n);
  else
    gather (tally, rows, n);
}

/* Lays the bins over the values kept so far. */
static void
set_bins (OutlayTally *tally)
{
  gsize n = outlay_tally_get_n_draws (tally);

  for (guint row = 0; row < tally->n_rows; row++)
    {
      double low, high;

      outlay_row_range (tally->kept + row * n, n, &low, &high);
      tally->bins[row].n_bins = N_BINS;
      outlay_bins_set_range (&tally->bins[row], low, high);
    }
}

/* Finds the bins that hold quantiles, and makes room for their values. */
static void
set_wanted (OutlayTally *tally)
{
  for (guint row = 0; row < tally->n_rows; row++)
    {
      OutlayRank *ranks = tally->ranks + (gsize) row * OUTLAY_N_PERCENTS;
      guint32 *count = tally->counts + (gsize) row * N_BINS;

      for (guint thread = 1; thread < tally->n_threads; thread++)
        for (guint bin = 0; bin < N_BINS; bin++)
          count[bin] += count[(gsize) thread * tally->n_rows * N_BINS + bin];

      tally->bins[row].count = count;
      outlay_bins_find_ranks (&tally->bins[row], tally->n_draws, ranks);
      for (guint i = 0; i < OUTLAY_N_PERCENTS; i++)
        {
          guint8 *wanted = &tally->is_wanted[(gsize) row * N_BINS + ranks[i].bin];

          if (*wanted > 0)
            continue;

          *wanted = (guint8) (1 + i);
          tally->gathered[row * OUTLAY_N_PERCENTS + i].values =
            g_new (double, count[ranks[i].bin]);
        }
    }
}

/**
 * outlay_tally_next_pass:
 * @tally: the tally, all batches of a pass being added
 *
 * Returns: whether the draws are wanted once more, from the first on
 */
gboolean
outlay_tally_next_pass (OutlayTally *tally)
{
  switch (tally->pass)
    {
    case PASS_RANGE:
      set_bins (tally);
      tally->pass = PASS_COUNT;
      return TRUE;
    case PASS_COUNT:
      set_wanted (tally);
      tally->pass = PASS_GATHER;
      return TRUE;
    case PASS_KEEP:
    case PASS_GATHER:
    default:
      return FALSE;
    }
}

static void
find_row (OutlayTally *tally,
          guint        row)
{
  gsize first = (gsize) row * OUTLAY_N_PERCENTS;

  if (tally->pass == PASS_KEEP)
    {
      outlay_values_quantile (tally->kept + (gsize) row * tally->n_draws, tally->n_draws,
                              tally->quantiles + first);
      return;
    }

  for (guint i = 0; i < OUTLAY_N_PERCENTS; i++)
    {
      const OutlayRank *rank = &tally->ranks[first + i];
      guint owner = tally->is_wanted[(gsize) row * N_BINS + rank->bin] - 1u;
      Gathered *gathered = &tally->gathered[first + owner];

      tally->quantiles[first + i] =
        outlay_values_pick (gathered->values, (gsize) gathered->n, rank->number);
    }
}

typedef struct
{
  OutlayTally *tally;
  gint         next;
} FindRows;

static void
find_rows (guint    thread,
           gpointer data)
{
  FindRows *find = data;
  guint row;

  while (outlay_parallel_take (&find->next, find->tally->n_rows, &row))
    find_row (find->tally, row);
}

/* Finds the quantiles of all rows, after the last pass. */
void
outlay_tally_find_quantiles (OutlayTally *tally)
{
  FindRows find = { tally, 0 };

  outlay_parallel_run (tally->n_threads, find_rows, &find);
}

double
outlay_tally_get_quantile (const OutlayTally *tally,
                           guint              row,
                           OutlayPercent      percent)
{
  return tally->quantiles[(gsize) row * OUTLAY_N_PERCENTS + percent];
}

double
outlay_tally_get_mean (const OutlayTally *tally,
                       guint              row)
{
  gsize n_batches = (tally->n_draws + OUTLAY_BATCH_SIZE - 1) / OUTLAY_BATCH_SIZE;
  double sum = 0;

  for (gsize batch = 0; batch < n_batches; batch++)
    sum += tally->sums[batch * tally->n_rows + row];

  return sum / tally->n_draws;
}

/* The share of draws over the budget in a month, or in the period, which comes
 * after the last month. */
double
outlay_tally_get_over (const OutlayTally *tally,
                       guint              option,
                       guint              month)
{
  gsize a_thread = (gsize) tally->n_options * (tally->n_months + 1);
  guint64 count = 0;

  for (guint thread = 0; thread < tally->n_threads; thread++)
    count += tally->over[thread * a_thread + option * (tally->n_months + 1) + month];

  return (double) count / tally->n_draws;
}

/* The share of draws in which an option's period costs more than another's. */
double
outlay_tally_get_dearer (const OutlayTally *tally,
                         guint              option,
                         guint              other)
{
  gsize a_thread = (gsize) tally->n_options * tally->n_options;
  guint64 count = 0;

  for (guint thread = 0; thread < tally->n_threads; thread++)
    count += tally->dearer[thread * a_thread + option * tally->n_options + other];

  return (double) count / tally->n_draws;
}
