/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD sections 4 to 6: the mean of one attempt at a task, and of the attempts
 * until one is accepted. */
#include "attempts.h"

#include "weigh-uses.h"

#include <string.h>

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
  OutlayUses        *mean; /* a value for each block that the walk can reach */
} MeanEntry;

typedef struct
{
  double      mu;
  OutlayTurns turns;
} TurnsEntry;

/* A tail of so little likelihood is left out of the turns. Where a price
 * threshold can be met, a class of tokens may exist in the tail alone, and its
 * figures must be right to their last digits too. */
#define NEGLIGIBLE 1e-13
#define NEGLIGIBLE_WITH_THRESHOLDS 1e-24

/* Kept from one scenario to the next, it is begun anew when it has grown to this. */
#define MOST_WALKS 1000
#define MOST_MEANS 20000

struct _OutlayAttempts
{
  OutlayPool   *pool;
  OutlayGrowth *growth;
  double        taper;
  double        spread;
  guint         cap;
  double        negligible;
  double       *scratch; /* (owned): room for the longest distribution */
  GHashTable   *walks; /* (element-type WalkEntry WalkEntry) */
  GHashTable   *turns; /* (element-type TurnsEntry TurnsEntry), by mu */
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

/* Walks are the same where their tokens and the thresholds within reach are. */
static gboolean
walk_entry_equal (gconstpointer a,
                  gconstpointer b)
{
  const WalkEntry *x = a;
  const WalkEntry *y = b;
  guint n_blocks = outlay_price_card_count_blocks (x->card, x->tokens.limit);

  if (memcmp (&x->tokens, &y->tokens, sizeof x->tokens) != 0 ||
      n_blocks != outlay_price_card_count_blocks (y->card, y->tokens.limit))
    return FALSE;

  for (guint i = 0; i + 1 < n_blocks; i++)
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
turns_entry_hash (gconstpointer data)
{
  const TurnsEntry *entry = data;

  return hash_doubles (&entry->mu, 1);
}

static gboolean
turns_entry_equal (gconstpointer a,
                   gconstpointer b)
{
  const TurnsEntry *x = a;
  const TurnsEntry *y = b;

  return x->mu == y->mu;
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

/* Whether a prompt can be so long that a model of @scenario has another price. */
static gboolean
meets_thresholds (const OutlayScenario *scenario)
{
  for (guint i = 0; i < scenario->prices.n_models; i++)
    for (guint j = 0; j < scenario->prices.models[i].n_cards; j++)
      if (outlay_price_card_count_blocks (&scenario->prices.models[i].cards[j],
                                          scenario->compact_at) > 1)
        return TRUE;

  return FALSE;
}

static double
get_negligible (const OutlayScenario *scenario)
{
  return meets_thresholds (scenario) ? NEGLIGIBLE_WITH_THRESHOLDS : NEGLIGIBLE;
}

OutlayAttempts *
outlay_attempts_new (const OutlayScenario *scenario)
{
  OutlayAttempts *attempts = g_new0 (OutlayAttempts, 1);

  attempts->pool = outlay_pool_new ();
  attempts->growth = outlay_growth_new (scenario->taper);
  attempts->taper = scenario->taper;
  attempts->spread = scenario->turn_spread;
  attempts->cap = outlay_scenario_turn_cap (scenario);
  attempts->negligible = get_negligible (scenario);
  attempts->scratch = g_new (double, attempts->cap);
  attempts->walks = g_hash_table_new_full (walk_entry_hash, walk_entry_equal,
                                           walk_entry_clear, NULL);
  attempts->turns = g_hash_table_new (turns_entry_hash, turns_entry_equal);
  attempts->means = g_hash_table_new (mean_entry_hash, mean_entry_equal);

  return attempts;
}

/**
 * outlay_attempts_serve:
 * @attempts: what has been worked out for another scenario
 * @scenario: the scenario at hand
 *
 * Returns: whether it serves this one, too: all that is not looked up by its values
 *   is the same, and there is room for more
 */
gboolean
outlay_attempts_serve (const OutlayAttempts *attempts,
                       const OutlayScenario *scenario)
{
  return attempts->taper == scenario->taper &&
         attempts->spread == scenario->turn_spread &&
         attempts->cap == outlay_scenario_turn_cap (scenario) &&
         attempts->negligible == get_negligible (scenario) &&
         g_hash_table_size (attempts->walks) < MOST_WALKS &&
         g_hash_table_size (attempts->means) < MOST_MEANS;
}

void
outlay_attempts_free (OutlayAttempts *attempts)
{
  g_hash_table_unref (attempts->means);
  g_hash_table_unref (attempts->turns);
  g_hash_table_unref (attempts->walks);
  g_free (attempts->scratch);
  outlay_growth_free (attempts->growth);
  outlay_pool_free (attempts->pool);
  g_free (attempts);
}

/* The scenario that a card belongs to may be gone when the walk is used again. */
static const OutlayPriceCard *
copy_card (OutlayAttempts        *attempts,
           const OutlayPriceCard *card)
{
  gsize size = card->n_long_context * sizeof *card->long_context;
  OutlayPriceCard *copy = outlay_pool_alloc0 (attempts->pool, 1, sizeof *copy);

  *copy = *card;
  copy->long_context = outlay_pool_alloc0 (attempts->pool, 1, MAX (size, 1));
  if (size > 0)
    memcpy (copy->long_context, card->long_context, size);

  return copy;
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
      entry->card = copy_card (attempts, card);
      entry->walk = outlay_walk_new (attempts->growth, tokens, entry->card);
      g_hash_table_add (attempts->walks, entry);
    }

  return entry->walk;
}

static const OutlayTurns *
get_turns (OutlayAttempts *attempts,
           double          mu)
{
  TurnsEntry key = { .mu = mu };
  TurnsEntry *entry = g_hash_table_lookup (attempts->turns, &key);

  if (entry == NULL)
    {
      entry = outlay_pool_alloc0 (attempts->pool, 1, sizeof *entry);
      entry->mu = mu;
      outlay_turns_init (&entry->turns, attempts->scratch, mu, attempts->spread,
                         attempts->cap, attempts->negligible);
      entry->turns.p = memcpy (outlay_pool_alloc0 (attempts->pool, MAX (1, entry->turns.n),
                                                   sizeof (double)),
                               attempts->scratch, entry->turns.n * sizeof (double));
      g_hash_table_add (attempts->turns, entry);
    }

  return &entry->turns;
}

/* The mean over N of what the walk uses, block by block. */
static const OutlayUses *
get_mean (OutlayAttempts    *attempts,
          OutlayWalk        *walk,
          const OutlayTurns *turns)
{
  MeanEntry key = { walk, turns, NULL };
  MeanEntry *entry = g_hash_table_lookup (attempts->means, &key);
  guint n_blocks = outlay_walk_get_n_blocks (walk);

  if (entry != NULL)
    return entry->mean;

  outlay_walk_extend (walk, turns->inside < 1 ? turns->cap : turns->n);

  entry = outlay_pool_alloc0 (attempts->pool, 1, sizeof *entry);
  *entry = key;
  entry->mean = outlay_pool_alloc0 (attempts->pool, n_blocks, sizeof *entry->mean);
  for (guint block = 0; block < n_blocks; block++)
    {
      OutlayUses *mean = &entry->mean[block];

      outlay_uses_weigh (outlay_walk_get_uses (walk, 1) + block, n_blocks, turns->p, turns->n,
                         mean);
      if (turns->inside < 1)
        *mean += (1 - turns->inside) * outlay_walk_get_uses (walk, turns->cap)[block];
    }
  g_hash_table_add (attempts->means, entry);

  return entry->mean;
}

/* Adds `weight` times the mean attempt to the uses of a lane; returns its calls. */
static double
add_uses (OutlayAttempts         *attempts,
          const OutlayTaskTokens *tokens,
          const OutlayTurns      *turns,
          const OutlayLane       *lane,
          double                  weight,
          double                 *uses)
{
  OutlayWalk *walk = get_walk (attempts, tokens, lane->card);
  const OutlayUses *mean = get_mean (attempts, walk, turns);
  double calls = 0;

  for (guint block = 0; block < outlay_walk_get_n_blocks (walk); block++)
    {
      for (guint use = 0; use < OUTLAY_N_USES; use++)
        uses[lane->first + block * OUTLAY_N_USES + use] += weight * mean[block][use];
      calls += mean[block][OUTLAY_USE_CALLS];
    }

  return calls;
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
    if (lanes->lanes[i].model == model)
      calls = add_uses (attempts, &tokens, turns, &lanes->lanes[i], weight,
                        work + OUTLAY_N_COUNTS);

  work[OUTLAY_COUNT_ATTEMPTS] += weight;
  work[OUTLAY_COUNT_TURNS] += weight * turns->mean;
  work[OUTLAY_COUNT_CALLS] += weight * calls;
  work[OUTLAY_COUNT_STOPPED] += weight * (1 - turns->inside);
  work[OUTLAY_COUNT_MINUTES_REVIEW] += weight * task_case->task->minutes_review;

  return turns;
}

/**
 * outlay_attempts_add_task_apart:
 * @attempts: what has been worked out so far
 * @task_case: who does what
 * @lanes: the lanes of the option
 * @first: the model of the first attempt
 * @retry: the model of every later attempt
 * @weight: how many such tasks
 * @first_work: a vector of %OUTLAY_N_COUNTS counts, then the lanes' uses
 * @retry_work: another, or the same
 *
 * Adds to the vectors what @weight tasks take: every attempt until one is
 * accepted, the cap stops one, or the attempts are used up (METHOD section 6).
 * The first attempt is added to one vector, all later ones to the other.
 */
void
outlay_attempts_add_task_apart (OutlayAttempts       *attempts,
                                const OutlayTaskCase *task_case,
                                const OutlayLanes    *lanes,
                                const OutlayModel    *first,
                                const OutlayModel    *retry,
                                double                weight,
                                double               *first_work,
                                double               *retry_work)
{
  double alive = weight;

  for (gint64 k = 1; k <= task_case->scenario->max_attempts && alive > 0; k++)
    {
      const OutlayModel *model = k == 1 ? first : retry;
      double *work = k == 1 ? first_work : retry_work;
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

/**
 * outlay_attempts_add_task:
 * @work: a vector of %OUTLAY_N_COUNTS counts, then the lanes' uses
 *
 * Adds all attempts to one vector; see outlay_attempts_add_task_apart().
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
  outlay_attempts_add_task_apart (attempts, task_case, lanes, first, retry, weight,
                                  work, work);
}
