/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD sections 4 to 6: the mean of one attempt at a task, and of the attempts
 * until one is accepted. */
#include "attempts.h"

#include "learning.h"
#include "wages.h"

#include <math.h>
#include <string.h>

static double
factor (const OutlayTaskCase *task_case,
        OutlayFactor          which)
{
  return task_case->factors->value[which];
}

static const OutlayLevel *
level_of (const OutlayTaskCase *task_case)
{
  return &task_case->scenario->expertise[task_case->role->expertise];
}

/**
 * outlay_task_case_turns:
 * @task_case: who does what
 * @model: with which model
 *
 * Returns: mu, the mean number of turns before any cap (METHOD section 4)
 */
double
outlay_task_case_turns (const OutlayTaskCase *task_case,
                        const OutlayModel    *model)
{
  const OutlayScenario *scenario = task_case->scenario;

  return MAX (1, scenario->turns * factor (task_case, OUTLAY_FACTOR_TURNS) *
                 task_case->task->turns *
                 outlay_pair_read (&level_of (task_case)->turns, task_case->progress) *
                 outlay_wage_turns (&scenario->wage_effect, task_case->role->hourly_wage) *
                 scenario->classes[model->model_class].turns);
}

/**
 * outlay_task_case_acceptance:
 * @task_case: who does what
 * @model: with which model
 *
 * Returns: g, the probability that a finished attempt is accepted (section 6)
 */
double
outlay_task_case_acceptance (const OutlayTaskCase *task_case,
                             const OutlayModel    *model)
{
  double g = outlay_pair_read (&level_of (task_case)->acceptance, task_case->progress) *
             factor (task_case, OUTLAY_FACTOR_ACCEPTANCE) *
             task_case->task->acceptance *
             task_case->scenario->classes[model->model_class].acceptance;

  return CLAMP (g, 0, 1);
}

static double
cache_warmth (const OutlayTaskCase *task_case)
{
  const OutlayCacheWarmth *warmth = &task_case->scenario->cache_warmth;
  double warm = task_case->option->cache == OUTLAY_CACHE_1H ? warmth->warm_1h
                                                            : warmth->warm_5m;

  return MIN (1, warm * factor (task_case, OUTLAY_FACTOR_WARMTH));
}

/**
 * outlay_task_case_tokens:
 * @task_case: who does what
 * @model: with which model
 *
 * Returns: what an attempt moves, scaled to the model's tokenizer, the wage and
 *   the option's effort (section 5)
 */
OutlayTaskTokens
outlay_task_case_tokens (const OutlayTaskCase *task_case,
                         const OutlayModel    *model)
{
  const OutlayScenario *scenario = task_case->scenario;
  const OutlayTask *task = task_case->task;
  double scale = model->tokenizer * factor (task_case, OUTLAY_FACTOR_TOKENS);
  double output = outlay_wage_output (&scenario->wage_effect,
                                      task_case->role->hourly_wage) *
                  task_case->option->effort;
  double calls = floor ((double) task->calls_per_turn * level_of (task_case)->calls +
                        0.5 + 1e-9);

  return (OutlayTaskTokens) {
    .base = task->base_context * scale,
    .message = task->message * scale,
    .tool_result = task->tool_result * scale,
    .output = task->output * scale * output,
    .summary = scenario->summary_tokens * scale,
    .limit = MIN (scenario->compact_at, 0.8 * model->context_window),
    .cold = 1 - cache_warmth (task_case),
    .calls = MAX (1, calls),
  };
}

typedef struct
{
  OutlayTaskTokens       tokens;
  const OutlayPriceCard *card;
  OutlayWalk            *walk; /* (owned) */
} WalkEntry;

typedef struct
{
  const OutlayWalk  *walk;
  const OutlayTurns *turns;
  double            *mean; /* calls, then uses */
} MeanEntry;

struct _OutlayAttempts
{
  OutlayPool   *pool;
  OutlayGrowth *growth;
  double        spread;
  guint         cap;
  GHashTable   *walks; /* (element-type WalkEntry WalkEntry) */
  GHashTable   *turns; /* (element-type double OutlayTurns), by mu */
  GHashTable   *means; /* (element-type MeanEntry MeanEntry) */
};

static guint
hash_doubles (const double *values,
              guint         n_values)
{
  guint64 hash = 0;

  for (guint i = 0; i < n_values; i++)
    {
      guint64 bits;

      memcpy (&bits, &values[i], sizeof bits);
      hash = (hash ^ bits) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
      hash ^= hash >> 29;
    }

  return (guint) hash;
}

static guint
walk_entry_hash (gconstpointer data)
{
  const WalkEntry *entry = data;

  return hash_doubles ((const double *) &entry->tokens,
                       sizeof entry->tokens / sizeof (double));
}

static gboolean
walk_entry_equal (gconstpointer a,
                  gconstpointer b)
{
  const WalkEntry *x = a;
  const WalkEntry *y = b;

  if (memcmp (&x->tokens, &y->tokens, sizeof x->tokens) != 0 ||
      x->card->n_long_context != y->card->n_long_context)
    return FALSE;

  for (guint i = 0; i < x->card->n_long_context; i++)
    if (x->card->long_context[i].threshold != y->card->long_context[i].threshold)
      return FALSE;

  return TRUE;
}

static void
walk_entry_clear (gpointer data)
{
  WalkEntry *entry = data;

  outlay_walk_free (entry->walk);
}

static guint
mean_entry_hash (gconstpointer data)
{
  const MeanEntry *entry = data;

  return g_direct_hash (entry->walk) * 31 + g_direct_hash (entry->turns);
}

static gboolean
mean_entry_equal (gconstpointer a,
                  gconstpointer b)
{
  const MeanEntry *x = a;
  const MeanEntry *y = b;

  return x->walk == y->walk && x->turns == y->turns;
}

OutlayAttempts *
outlay_attempts_new (const OutlayScenario *scenario)
{
  OutlayAttempts *attempts = g_new0 (OutlayAttempts, 1);

  attempts->pool = outlay_pool_new ();
  attempts->growth = outlay_growth_new (scenario->taper);
  attempts->spread = scenario->turn_spread;
  attempts->cap = outlay_scenario_turn_cap (scenario);
  attempts->walks = g_hash_table_new_full (walk_entry_hash, walk_entry_equal,
                                           walk_entry_clear, NULL);
  attempts->turns = g_hash_table_new (g_double_hash, g_double_equal);
  attempts->means = g_hash_table_new (mean_entry_hash, mean_entry_equal);

  return attempts;
}

void
outlay_attempts_free (OutlayAttempts *attempts)
{
  g_hash_table_unref (attempts->means);
  g_hash_table_unref (attempts->turns);
  g_hash_table_unref (attempts->walks);
  outlay_growth_free (attempts->growth);
  outlay_pool_free (attempts->pool);
  g_free (attempts);
}

static OutlayWalk *
get_walk (OutlayAttempts         *attempts,
          const OutlayTaskTokens *tokens,
          const OutlayPriceCard  *card)
{
  WalkEntry key = { *tokens, card, NULL };
  WalkEntry *entry = g_hash_table_lookup (attempts->walks, &key);

  if (entry == NULL)
    {
      entry = outlay_pool_alloc0 (attempts->pool, 1, sizeof *entry);
      *entry = key;
      entry->walk = outlay_walk_new (attempts->growth, tokens, card);
      g_hash_table_add (attempts->walks, entry);
    }

  return entry->walk;
}

typedef struct
{
  double      mu;
  OutlayTurns turns;
} TurnsEntry;

static const OutlayTurns *
get_turns (OutlayAttempts *attempts,
           double          mu)
{
  TurnsEntry *entry = g_hash_table_lookup (attempts->turns, &mu);

  if (entry == NULL)
    {
      entry = outlay_pool_alloc0 (attempts->pool, 1, sizeof *entry);
      entry->mu = mu;
      outlay_turns_init (&entry->turns, mu, attempts->spread, attempts->cap);
      g_hash_table_insert (attempts->turns, &entry->mu, entry);
    }

  return &entry->turns;
}

static double
mean_over_turns (const OutlayTurns *turns,
                 const double      *after)
{
  double mean = 0;

  for (guint n = 0; n < turns->n; n++)
    mean += turns->p[n] * after[n];
  if (turns->inside < 1)
    mean += (1 - turns->inside) * after[turns->cap - 1];

  return mean;
}

/* The mean over N of what the walk uses: calls first, then each use. */
static const double *
get_mean (OutlayAttempts    *attempts,
          OutlayWalk        *walk,
          const OutlayTurns *turns)
{
  MeanEntry key = { walk, turns, NULL };
  MeanEntry *entry = g_hash_table_lookup (attempts->means, &key);
  guint n_blocks = outlay_walk_n_blocks (walk);

  if (entry != NULL)
    return entry->mean;

  outlay_walk_extend (walk, turns->inside < 1 ? turns->cap : turns->n);

  entry = outlay_pool_alloc0 (attempts->pool, 1, sizeof *entry);
  *entry = key;
  entry->mean = outlay_pool_alloc0 (attempts->pool, 1 + n_blocks * OUTLAY_N_USES,
                                    sizeof (double));
  entry->mean[0] = mean_over_turns (turns, outlay_walk_calls (walk));
  for (guint block = 0; block < n_blocks; block++)
    for (guint use = 0; use < OUTLAY_N_USES; use++)
      entry->mean[1 + block * OUTLAY_N_USES + use] =
        mean_over_turns (turns, outlay_walk_used (walk, block, use));
  g_hash_table_add (attempts->means, entry);

  return entry->mean;
}

/* Adds `weight` attempts by one model. */
static const OutlayTurns *
add_attempt (OutlayAttempts       *attempts,
             const OutlayTaskCase *task_case,
             const OutlayLanes    *lanes,
             const OutlayModel    *model,
             double                weight,
             double               *work)
{
  const OutlayTurns *turns = get_turns (attempts, outlay_task_case_turns (task_case, model));
  OutlayTaskTokens tokens = outlay_task_case_tokens (task_case, model);
  double calls = 0;

  for (guint i = 0; i < lanes->n_lanes; i++)
    {
      const OutlayLane *lane = &lanes->lanes[i];
      const double *mean;

      if (lane->model != model)
        continue;

      mean = get_mean (attempts, get_walk (attempts, &tokens, lane->card), turns);
      for (guint use = 0; use < lane->n_blocks * OUTLAY_N_USES; use++)
        work[OUTLAY_N_COUNTS + lane->first + use] += weight * mean[1 + use];
      calls = mean[0];
    }

  work[OUTLAY_COUNT_ATTEMPTS] += weight;
  work[OUTLAY_COUNT_TURNS] += weight * turns->mean;
  work[OUTLAY_COUNT_CALLS] += weight * calls;
  work[OUTLAY_COUNT_STOPPED] += weight * (1 - turns->inside);
  work[OUTLAY_COUNT_MINUTES_REVIEW] += weight * task_case->task->minutes_review;

  return turns;
}

/**
 * outlay_attempts_add_task:
 * @attempts: what has been worked out so far
 * @task_case: who does what
 * @lanes: the lanes of the option
 * @first: the model of the first attempt
 * @retry: the model of every later attempt
 * @weight: how many such tasks
 * @work: a vector of %OUTLAY_N_COUNTS counts, then the lanes' uses
 *
 * Adds to @work what @weight tasks take: every attempt until one is accepted,
 * the cap stops one, or the attempts are used up (METHOD section 6).
 */
void
outlay_attempts_add_task (OutlayAttempts       *attempts,
                          const OutlayTaskCase *task_case,
                          const OutlayLanes    *lanes,
                          const OutlayModel    *first,
                          const OutlayModel    *retry,
                          double                weight,
                          double               *work)
{
  double alive = weight;

  for (gint64 k = 1; k <= task_case->scenario->max_attempts && alive > 0; k++)
    {
      const OutlayModel *model = k == 1 ? first : retry;
      double g = outlay_task_case_acceptance (task_case, model);
      const OutlayTurns *turns;
      double accepted;

      turns = add_attempt (attempts, task_case, lanes, model, alive, work);

      accepted = alive * g * turns->inside;
      work[OUTLAY_COUNT_ACCEPTED] += accepted;
      work[OUTLAY_COUNT_MINUTES_SAVED] += accepted * task_case->task->minutes_saved;
      alive *= turns->inside * (1 - g);
    }
}
