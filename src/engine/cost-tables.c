/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10, for many draws: what a mean task costs as a function of the
 * factors that act on a task. Tasks a day and adoption do not, and warmth acts in
 * a straight line; turns, tokens and acceptance are the axes of the tables; and
 * learning moves people along a span of progress. */
#include "cost-tables.h"

#include "cost-axes.h"
#include "learning.h"
#include "mix.h"
#include "parallel.h"

#include <math.h>

/* How an attempt's cost is read off for one callee, at a factor on turns and a
 * place in a span. */
typedef struct
{
  guint  first;
  double weights[OUTLAY_AXIS_WIDTH];
  double inside;
} Reading;

/* How many first attempts of one kind a mean task has, and how many later ones. */
typedef struct
{
  double first;
  double later;
} Times;

/* What is needed while the tables are filled. Places are the progress at which a
 * span's polynomial is pinned down. */
typedef struct
{
  OutlayCostTables      *tables;
  const OutlayMeanUses  *mean;
  Reading               *readings;   /* (owned): by factor on turns, span, place, callee */
  Times                 *times;      /* (owned): by factor on turns, set, factor on
                                        acceptance, place, task */
  double                *terms;      /* (owned): from places to a polynomial: by term, place */
  guint                 *uses_first; /* (owned): by family */
  guint                  n_uses;
  gint                   next;
} Filling;

/* Attempts at all places. */
static gsize
count_attempts (const OutlayCostTables *tables)
{
  return (gsize) tables->cases->spans->len * tables->n_terms * tables->cases->callees->len;
}

/* Mean tasks at all places, for one factor on turns. */
static gsize
count_times (const OutlayCostTables *tables)
{
  return (gsize) tables->cases->sets->len * tables->acceptance.n * tables->n_terms *
         tables->cases->scenario->n_tasks;
}

/* The progress at a place of a span: Chebyshev's nodes. */
static double
get_progress (const OutlaySpan *span,
              guint             place,
              guint             n_places)
{
  double x = cos (G_PI * (place + 0.5) / n_places);

  return (span->low + span->high) / 2 + (span->high - span->low) / 2 * x;
}

static void
set_terms (Filling *filling)
{
  guint n = filling->tables->n_terms;

  filling->terms = g_new (double, n * n);
  for (guint term = 0; term < n; term++)
    for (guint place = 0; place < n; place++)
      filling->terms[term * n + place] =
        (term == 0 ? 1.0 : 2.0) / n * cos (G_PI * term * (place + 0.5) / n);
}

static void
set_reading (const OutlayMeanUses *mean,
             double                 mu,
             Reading               *reading)
{
  reading->first = outlay_axis_find (&mean->log_mu, mu > 1 ? log (mu) : 0,
                                     reading->weights);
  reading->inside = 0;
  for (guint i = 0; i < mean->log_mu.width; i++)
    reading->inside += reading->weights[i] * mean->nodes[reading->first + i].inside;
}

static void
set_readings (Filling *filling)
{
  const OutlayCostTables *tables = filling->tables;
  const OutlayCostCases *cases = tables->cases;
  Reading *reading;

  reading = filling->readings = g_new (Reading, tables->turns.n * count_attempts (tables));
  for (guint turns = 0; turns < tables->turns.n; turns++)
    for (guint span = 0; span < cases->spans->len; span++)
      for (guint place = 0; place < tables->n_terms; place++)
        for (guint i = 0; i < cases->callees->len; i++)
          {
            const OutlayCallee *callee = &g_array_index (cases->callees, OutlayCallee, i);
            const OutlayLevel *level = outlay_cost_cases_get_level (cases, callee->profile);
            double progress = get_progress (&g_array_index (cases->spans, OutlaySpan, span),
                                            place, tables->n_terms);

            set_reading (filling->mean,
                         callee->turns * outlay_axis_get_node (&tables->turns, turns) *
                           outlay_pair_read (&level->turns, progress),
                         reading++);
          }
}

/* METHOD section 6: how many attempts follow the first. */
static double
count_later (const OutlayCostCases *cases,
             const guint           *callees,
             const Reading         *readings,
             double                 acceptance)
{
  double alive[2], later = 0;

  for (guint i = 0; i < 2; i++)
    {
      double g = acceptance *
                 g_array_index (cases->callees, OutlayCallee, callees[i]).acceptance;

      alive[i] = readings[callees[i]].inside * (1 - CLAMP (g, 0, 1));
    }
  for (gint64 k = 2; k <= cases->scenario->max_attempts; k++)
    {
      later += alive[0];
      alive[0] *= alive[1];
    }

  return later;
}

/* A set's mean task at a place, by task. Where a span is for one stage, progress
 * tells the factor on learning; else shares depend on progress alone. */
static void
set_place_times (const OutlayCostCases *cases,
                 const OutlaySet       *set,
                 double                 progress,
                 double                 factor,
                 const Reading         *readings,
                 double                *shares,
                 Times                 *times)
{
  const OutlaySpan *span = &g_array_index (cases->spans, OutlaySpan, set->span);
  const OutlayRole *role = g_array_index (cases->profiles, OutlayProfile, set->profile).role;
  const OutlayLevel *level = outlay_cost_cases_get_level (cases, set->profile);
  double whole = span->stage == OUTLAY_NONE ? 1 : cases->team->progress[span->stage];
  double acceptance = factor * outlay_pair_read (&level->acceptance, progress);

  outlay_role_mix (cases->scenario, role, whole, whole > 0 ? progress / whole : 1, shares);
  for (guint task = 0; task < cases->scenario->n_tasks; task++)
    {
      times[task].first = shares[task];
      times[task].later = shares[task] * count_later (cases, set->callees[task], readings,
                                                      acceptance);
    }
}

static void
set_times (Filling *filling)
{
  const OutlayCostTables *tables = filling->tables;
  const OutlayCostCases *cases = tables->cases;
  guint n_tasks = cases->scenario->n_tasks;
  g_autofree double *shares = g_new (double, n_tasks);
  Times *times;

  times = filling->times = g_new (Times, tables->turns.n * count_times (tables));
  for (guint turns = 0; turns < tables->turns.n; turns++)
    for (guint i = 0; i < cases->sets->len; i++)
      for (guint node = 0; node < tables->acceptance.n; node++)
        for (guint place = 0; place < tables->n_terms; place++, times += n_tasks)
          {
            const OutlaySet *set = &g_array_index (cases->sets, OutlaySet, i);
            const OutlaySpan *span = &g_array_index (cases->spans, OutlaySpan, set->span);
            const Reading *readings = filling->readings + turns * count_attempts (tables) +
              ((gsize) set->span * tables->n_terms + place) * cases->callees->len;

            set_place_times (cases, set, get_progress (span, place, tables->n_terms),
                             outlay_axis_get_node (&tables->acceptance, node), readings,
                             shares, times);
          }
}

static void
set_uses (Filling *filling)
{
  const OutlayCostCases *cases = filling->tables->cases;

  filling->uses_first = g_new (guint, cases->families->len);
  for (guint i = 0; i < cases->families->len; i++)
    {
      filling->uses_first[i] = filling->n_uses;
      filling->n_uses += filling->mean->log_mu.n *
                         outlay_mean_uses_count_blocks (filling->mean, i);
    }
}

/* What attempts cost at one factor on tokens: by fare and mean turns. */
static void
fill_costs (const Filling *filling,
            double         tokens,
            OutlayGrowth  *growth,
            OutlayUses    *uses,
            OutlayCost    *costs)
{
  const OutlayCostCases *cases = filling->tables->cases;
  guint n_nodes = filling->mean->log_mu.n;

  for (guint i = 0; i < cases->families->len; i++)
    outlay_mean_uses_fill (filling->mean, i, tokens, growth, uses + filling->uses_first[i]);

  for (guint i = 0; i < cases->fares->len; i++)
    {
      const OutlayFare *fare = &g_array_index (cases->fares, OutlayFare, i);

      outlay_fare_fill_costs (fare, outlay_mean_uses_count_blocks (filling->mean, fare->family),
                              n_nodes,
                              uses + filling->uses_first[fare->family],
                              costs + (gsize) i * n_nodes);
    }
}

/* What an attempt costs, by span, place and callee. */
static void
fill_attempts (const Filling    *filling,
               const Reading    *readings,
               const OutlayCost *costs,
               OutlayCost       *attempts)
{
  const OutlayCostTables *tables = filling->tables;
  const OutlayCostCases *cases = tables->cases;
  guint n_nodes = filling->mean->log_mu.n;

  for (guint i = 0; i < cases->spans->len * tables->n_terms; i++)
    for (guint j = 0; j < cases->callees->len; j++, readings++)
      {
        guint fare = g_array_index (cases->callees, OutlayCallee, j).fare;
        const OutlayCost *cost = costs + (gsize) fare * n_nodes + readings->first;

        /* The axis of mean turns is never narrower. */
        *attempts++ = readings->weights[0] * cost[0] + readings->weights[1] * cost[1] +
                      readings->weights[2] * cost[2] + readings->weights[3] * cost[3];
      }
}

/* A set's polynomials, from its costs at each place. */
static void
set_values (const Filling    *filling,
            const OutlayCost *costs,
            double           *values)
{
  guint n = filling->tables->n_terms;

  for (guint term = 0; term < n; term++)
    {
      OutlayCost sum = { 0, 0 };

      for (guint place = 0; place < n; place++)
        sum += filling->terms[term * n + place] * costs[place];
      values[term] = sum[0];
      values[n + term] = sum[1];
    }
}

/* A set's values at one node. */
static void
fill_set (const Filling    *filling,
          const OutlaySet  *set,
          const Times      *times,
          const OutlayCost *attempts,
          double           *values)
{
  const OutlayCostTables *tables = filling->tables;
  guint n_tasks = tables->cases->scenario->n_tasks;
  OutlayCost costs[OUTLAY_MOST_TERMS];

  attempts += (gsize) set->span * tables->n_terms * tables->cases->callees->len;
  for (guint place = 0; place < tables->n_terms; place++)
    {
      OutlayCost sum = { 0, 0 };

      for (guint task = 0; task < n_tasks; task++, times++)
        sum += times->first * attempts[set->callees[task][0]] +
               times->later * attempts[set->callees[task][1]];
      costs[place] = sum;
      attempts += tables->cases->callees->len;
    }
  set_values (filling, costs, values);
}

/* A thread's share: some of the factors on tokens. */
static void
fill_tables (guint    thread,
             gpointer data)
{
  Filling *filling = data;
  OutlayCostTables *tables = filling->tables;
  const OutlayCostCases *cases = tables->cases;
  g_autoptr (OutlayGrowth) growth = outlay_growth_new (cases->scenario->taper);
  g_autofree OutlayUses *uses = g_new0 (OutlayUses, filling->n_uses);
  g_autofree OutlayCost *costs = g_new (OutlayCost, (gsize) cases->fares->len *
                                                    filling->mean->log_mu.n);
  g_autofree OutlayCost *attempts = g_new (OutlayCost, count_attempts (tables));
  gsize n_a_set = (gsize) tables->n_terms * cases->scenario->n_tasks;
  guint tokens;

  while (outlay_parallel_take (&filling->next, tables->tokens.n, &tokens))
    {
      const Times *times = filling->times;

      fill_costs (filling, outlay_axis_get_node (&tables->tokens, tokens), growth, uses,
                  costs);
      for (guint turns = 0; turns < tables->turns.n; turns++)
        {
          fill_attempts (filling, filling->readings + turns * count_attempts (tables), costs,
                         attempts);
          for (guint i = 0; i < cases->sets->len; i++)
            for (guint node = 0; node < tables->acceptance.n; node++, times += n_a_set)
              fill_set (filling, &g_array_index (cases->sets, OutlaySet, i), times, attempts,
                        outlay_cost_tables_get (tables, turns, tokens, node) +
                          (gsize) i * 2 * tables->n_terms);
        }
    }
}

static void
set_n_values (OutlayCostTables *tables)
{
  tables->n_values = (tables->cases->sets->len * 2 * tables->n_terms + 3) / 4 * 4;
}

static gboolean
fits_memory (const OutlayCostTables *tables,
             gsize                   most_memory)
{
  return outlay_cost_tables_get_size (tables) +
         tables->turns.n * (count_times (tables) * sizeof (Times) +
                            count_attempts (tables) * sizeof (Reading)) <= most_memory;
}

/**
 * outlay_cost_tables_new:
 * @cases: what has to be tabulated; must outlive the tables
 * @most_tokens: the largest factor on tokens
 * @fine: how fine they are to be
 * @most_memory: how many bytes they may take
 * @n_threads: how many threads may fill them
 *
 * Returns: (transfer full) (nullable): the tables, or %NULL where they would take
 *   too much memory
 */
OutlayCostTables *
outlay_cost_tables_new (const OutlayCostCases *cases,
                        double                 most_tokens,
                        OutlayFineness         fine,
                        gsize                  most_memory,
                        guint                  n_threads)
{
  g_autoptr (OutlayCostTables) tables = g_new0 (OutlayCostTables, 1);
  g_autoptr (OutlayMeanUses) mean = outlay_mean_uses_new (cases);
  Filling filling = { .tables = tables, .mean = mean };

  tables->cases = cases;
  outlay_cost_axes_choose (tables, mean, most_tokens, fine);
  set_n_values (tables);
  while (!fits_memory (tables, most_memory))
    {
      if (!outlay_cost_axes_coarsen (tables))
        return NULL;
      tables->is_coarse = TRUE;
      set_n_values (tables);
    }

  tables->values = g_malloc0 (outlay_cost_tables_get_size (tables));
  set_terms (&filling);
  set_readings (&filling);
  set_times (&filling);
  set_uses (&filling);

  outlay_parallel_run (n_threads, fill_tables, &filling);

  g_free (filling.readings);
  g_free (filling.times);
  g_free (filling.terms);
  g_free (filling.uses_first);

  return g_steal_pointer (&tables);
}

void
outlay_cost_tables_free (OutlayCostTables *tables)
{
  g_free (tables->values);
  g_free (tables);
}
