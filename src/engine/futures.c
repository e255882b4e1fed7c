/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10: what a draw costs. */
#include "futures.h"

#include "factors.h"
#include "fast-futures.h"
#include "plain-way.h"
#include "table-check.h"

#include <math.h>
#include <string.h>

/* So few draws are read off fine tables where accuracy matters: of more, the errors
 * of each do not show in the quantiles, if the usual tables are good enough at all.
 * So few are also shown before the tables of many kinds of attempts are compared. */
#define FEW_DRAWS 16384

/* So few are estimated in less time than it takes to fill finer tables. */
#define FEWEST_DRAWS 256

/* All tables together take no more bytes than this, and the first no more than that:
 * to fill them takes a few tenths of a second. */
#define MOST_MEMORY ((gsize) 72 << 20)
#define MOST_MEMORY_OF_FIRST ((gsize) 64 << 20)

/* Tables of this size which serve less than half of their options make room for finer
 * ones of all of these. */
#define LARGE_TABLES ((gsize) 16 << 20)

/* Of so many roles times months a whole estimate takes so long that the plain way is the
 * last resort. */
#define LARGE_TEAM 1000

/* How good tables have to be. */
typedef enum
{
  KIND_USUAL,
  KIND_ROUGH, /* a few draws of a very large scenario */
  KIND_FINE
} Kind;

/* Tables are filled for all options; then finer ones for those that they do not serve
 * well, and so on; the last are of fewer options still. What these do not serve is
 * estimated the plain way. */
#define N_LEVELS 4

static const OutlayFineness finenesses[][N_LEVELS] = {
  [KIND_USUAL] = { OUTLAY_FINENESS_USUAL, OUTLAY_FINENESS_MIDDLE, OUTLAY_FINENESS_FINE,
                   OUTLAY_FINENESS_FINEST },
  [KIND_ROUGH] = { OUTLAY_FINENESS_LARGE, OUTLAY_FINENESS_MIDDLE, OUTLAY_FINENESS_FINE,
                   OUTLAY_FINENESS_FINEST },
  [KIND_FINE] = { OUTLAY_FINENESS_FINE, OUTLAY_FINENESS_FINE, OUTLAY_FINENESS_FINE,
                  OUTLAY_FINENESS_FINEST },
};

/* Arrays are by simulated option. */
typedef struct
{
  gboolean           is_filled;
  OutlayFastFutures *tables; /* (owned) (nullable): none where they would take too much room */
  gboolean          *serves; /* (owned) (nullable): which options, once that is known */
} Level;

struct _OutlayFutures
{
  OutlayEstimate    *estimate; /* (owned) */
  guint             *options;  /* (owned): of the estimate, those not refused */
  guint              n_options;
  OutlayFuturesWay   way;
  gboolean           is_certain;
  double             most_tokens;
  gboolean           is_large;
  gboolean           postpones;
  gboolean          *served;   /* (owned): which options are, since they were prepared */
  OutlayPlainWay    *all;      /* (owned): of every option */
  Kind               kind;     /* of the levels */
  Level              levels[N_LEVELS]; /* from coarse to fine */
  OutlayTableCheck  *check;    /* (owned) (nullable): tells how good tables are */
  OutlayFastFutures *fast[N_LEVELS]; /* (unowned): tables in use; the later tells more */
  guint              n_fast;
  OutlayPlainWay    *rest;     /* (owned) (nullable): of options that no table serves; until
                                  prepared, of all */
};

/* In the mean over draws, each month's cost must be as near to the plain way's as this.
 * Where a scenario is very large, that is less for a few draws, whose quantiles are
 * further off for being few; and for the finest tables, where the alternative is to wait
 * for hours. */
#define NEAR_ENOUGH 3e-4
#define NEAR_IN_LARGE 1e-3

static double
get_near (const OutlayFutures *futures,
          guint                number)
{
  if (futures->kind == KIND_ROUGH || (futures->is_large && number + 1 == N_LEVELS))
    return NEAR_IN_LARGE;

  return NEAR_ENOUGH;
}

/* Which of the options that are not served yet, tables tell well enough. Tables that
 * serve none, or few for their size, make room. */
static void
compare_level (OutlayFutures  *futures,
               guint           number,
               const gboolean *served,
               guint           n_threads)
{
  Level *level = &futures->levels[number];
  g_autofree gboolean *serves = g_new (gboolean, futures->n_options);
  guint n_wanted = 0, n_served = 0;

  if (futures->check == NULL)
    futures->check = outlay_table_check_new (futures->all, futures->most_tokens, n_threads);
  outlay_table_check_compare (futures->check, level->tables, get_near (futures, number), serves);

  for (guint i = 0; i < futures->n_options; i++)
    {
      serves[i] = serves[i] && !served[i];
      n_wanted += served[i] ? 0 : 1;
      n_served += serves[i] ? 1 : 0;
    }
  level->serves = g_steal_pointer (&serves);

  if (n_served == 0 ||
      (!futures->postpones && number + 1 < N_LEVELS && 2 * n_served < n_wanted &&
       outlay_fast_futures_get_size (level->tables) >= LARGE_TABLES))
    g_clear_pointer (&level->tables, outlay_fast_futures_free);
}

static OutlayFineness
get_fineness (const OutlayFutures *futures,
              guint                number)
{
  if (futures->postpones && number == 0)
    return OUTLAY_FINENESS_PART;

  return finenesses[futures->kind][number];
}

/* Level 0 is for all options. */
static void
fill_level (OutlayFutures  *futures,
            guint           number,
            const gboolean *served,
            guint           n_threads)
{
  g_autofree gboolean *wanted = g_new0 (gboolean, futures->estimate->n_options + 1);
  Level *level = &futures->levels[number];
  gsize memory = number == 0 ? MOST_MEMORY_OF_FIRST : MOST_MEMORY;

  if (level->is_filled)
    return;

  for (guint i = 0; i < futures->n_options; i++)
    wanted[futures->options[i]] = !served[i];
  for (guint i = 0; i < number; i++)
    if (futures->levels[i].tables != NULL)
      memory -= outlay_fast_futures_get_size (futures->levels[i].tables);

  level->tables = outlay_fast_futures_new (futures->estimate, wanted, futures->most_tokens,
                                           get_fineness (futures, number), memory,
                                           n_threads);
  level->is_filled = TRUE;
}

static void
clear_levels (OutlayFutures *futures)
{
  for (guint i = 0; i < N_LEVELS; i++)
    {
      g_clear_pointer (&futures->levels[i].tables, outlay_fast_futures_free);
      g_clear_pointer (&futures->levels[i].serves, g_free);
      futures->levels[i].is_filled = FALSE;
    }
}

static guint
count_served (const OutlayFutures *futures,
              const gboolean      *served)
{
  guint n = 0;

  for (guint i = 0; i < futures->n_options; i++)
    n += served[i] ? 1 : 0;

  return n;
}

/* The same tables would serve as many. */
static gboolean
is_in_vain (const OutlayFutures *futures,
            guint                number)
{
  if (number == 0 || get_fineness (futures, number) != get_fineness (futures, number - 1))
    return FALSE;

  return futures->levels[number - 1].tables == NULL;
}

/* Puts tables to use, coarse ones first. A first picture may do without a comparison:
 * where there are many kinds of attempts of which few jump, the errors of each do not
 * show in the sum.
 *
 * Returns: whether they serve every option, which is noted in @served */
static gboolean
use_levels (OutlayFutures *futures,
            gboolean       is_first_picture,
            guint          n_threads,
            gboolean      *served)
{
  for (guint i = 0; i < N_LEVELS; i++)
    {
      Level *level = &futures->levels[i];

      if (is_in_vain (futures, i))
        continue;
      if (futures->postpones && futures->n_fast > 0)
        return FALSE;

      fill_level (futures, i, served, n_threads);
      if (level->tables != NULL && i == 0 && is_first_picture &&
          outlay_fast_futures_are_sure (level->tables))
        {
          futures->fast[futures->n_fast++] = level->tables;
          return TRUE;
        }

      if (level->tables != NULL && level->serves == NULL)
        compare_level (futures, i, served, n_threads);
      if (level->tables == NULL)
        continue;

      futures->fast[futures->n_fast++] = level->tables;
      for (guint j = 0; j < futures->n_options; j++)
        served[j] = served[j] || level->serves[j];
      if (count_served (futures, served) == futures->n_options)
        return TRUE;
    }

  return FALSE;
}

static void
set_kind (OutlayFutures *futures,
          guint          n_draws)
{
  Kind kind = KIND_USUAL;

  if (n_draws <= FEW_DRAWS && futures->way == OUTLAY_FUTURES_FINE)
    kind = KIND_FINE;
  else if (n_draws <= FEW_DRAWS && futures->is_large)
    kind = KIND_ROUGH;

  if (kind != futures->kind)
    clear_levels (futures);
  futures->kind = kind;
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
  futures->served = g_new0 (gboolean, futures->n_options + 1);
  futures->is_certain = is_certain (estimate->scenario);
  futures->is_large = estimate->scenario->n_team * estimate->n_months >= LARGE_TEAM;
  futures->most_tokens = outlay_factors_most_tokens (estimate);
  futures->all = outlay_plain_way_new (estimate, NULL);
  if (futures->n_options > 0)
    futures->rest = outlay_plain_way_new (estimate, NULL);

  return futures;
}

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

  set_kind (futures, n_draws);
  memset (futures->served, 0, futures->n_options * sizeof *futures->served);
  futures->n_fast = 0;
  g_clear_pointer (&futures->rest, outlay_plain_way_free);
  if (futures->way != OUTLAY_FUTURES_PLAIN && !futures->is_certain &&
      !(is_fine && n_draws <= FEWEST_DRAWS) &&
      use_levels (futures, are_few && !is_fine, n_threads, futures->served))
    {
      for (guint i = 0; i < futures->n_options; i++)
        futures->served[i] = TRUE;
      return;
    }

  if (futures->n_options > 0 && !futures->postpones)
    futures->rest = outlay_plain_way_new (futures->estimate, futures->served);
}

void
outlay_futures_free (OutlayFutures *futures)
{
  clear_levels (futures);
  g_clear_pointer (&futures->all, outlay_plain_way_free);
  g_clear_pointer (&futures->rest, outlay_plain_way_free);
  g_free (futures->served);
  g_clear_pointer (&futures->check, outlay_table_check_free);
  g_free (futures->options);
  outlay_estimate_unref (futures->estimate);
  g_free (futures);
}

/* Whether draws of every option are read off tables, since outlay_futures_prepare(). */
gboolean
outlay_futures_have_tables (const OutlayFutures *futures)
{
  return futures->n_fast > 0 && futures->rest == NULL;
}

/**
 * outlay_futures_postpone:
 * @futures: the futures
 *
 * Whoever draws them will draw later, alone, what tables do not serve at once: they take
 * no more time and room for it. See outlay_futures_serve().
 */
void
outlay_futures_postpone (OutlayFutures *futures)
{
  futures->postpones = TRUE;
}

/* Whether an option's costs are right, of those prepared by one who postpones. */
gboolean
outlay_futures_serve (const OutlayFutures *futures,
                      guint                number)
{
  return !futures->postpones || futures->served[number];
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

  outlay_plain_way_fill_draw (futures->all, batch, 0, costs);
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
  if (futures->is_certain && futures->n_options > 0)
    {
      fill_certain_costs (futures, batch, costs);
      return;
    }

  for (guint i = 0; i < futures->n_fast; i++)
    outlay_fast_futures_fill_costs (futures->fast[i], batch, costs);
  if (futures->rest != NULL)
    for (guint draw = 0; draw < batch->n; draw++)
      outlay_plain_way_fill_draw (futures->rest, batch, draw, costs);
}
