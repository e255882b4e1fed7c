/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 5: model calls and tokens.
 *
 * The walk is defined call by call. Within a turn that meets no limit and no
 * price threshold, the calls after the first form a series whose sums are known
 * in closed form, so most turns cost the same few operations however many calls
 * they make; the others are walked as the text has them. */
#include "tokens.h"

#include "turns.h"

#include <math.h>
#include <string.h>

#define TOKEN_TOLERANCE 0.001

/* A rough walk repeats what happens in so many turns at the least. */
#define LEAST_PERIOD 24

struct _OutlayGrowth
{
  double  taper;
  GArray *power; /* (element-type double): k^taper, 0 at k = 0 */
  GArray *sum;   /* (element-type double): the sum of power up to k */
};

OutlayGrowth *
outlay_growth_new (double taper)
{
  OutlayGrowth *growth = g_new0 (OutlayGrowth, 1);

  growth->taper = taper;
  growth->power = g_array_new (FALSE, FALSE, sizeof (double));
  growth->sum = g_array_new (FALSE, FALSE, sizeof (double));

  return growth;
}

void
outlay_growth_free (OutlayGrowth *growth)
{
  g_array_unref (growth->power);
  g_array_unref (growth->sum);
  g_free (growth);
}

static void
growth_reach (OutlayGrowth *growth,
              guint         k)
{
  while (growth->power->len <= k)
    {
      guint next = growth->power->len;
      double power = next == 0 ? 0 : pow (next, growth->taper);
      double sum = power;

      if (next > 0)
        sum += g_array_index (growth->sum, double, next - 1);
      g_array_append_val (growth->power, power);
      g_array_append_val (growth->sum, sum);
    }
}

struct _OutlayWalk
{
  OutlayGrowth          *growth;  /* (unowned) */
  OutlayTaskTokens       tokens;
  const OutlayPriceCard *card;    /* (unowned): where its thresholds lie */
  guint                  n_blocks;
  gboolean               parts_cold;
  guint                  n_compactions;
  guint                  settled;       /* turns before the second of them */
  guint                  compacted;     /* turns before the last of them */

  OutlayUses            *uses;    /* (owned): after each turn, a value a block */
  guint                  n_turns;
  guint                  n_reserved;

  /* Where the walk stands. */
  double                 prefix;
  guint                  k;       /* calls since the start or the last compaction */
  OutlayUses            *now;     /* (owned): a value a block */
};

/* What one call needs at the least: a prompt of this size must fit. */
double
outlay_task_tokens_need (const OutlayTaskTokens *tokens)
{
  return tokens->base + tokens->summary + tokens->message +
         tokens->tool_result + tokens->output;
}

gboolean
outlay_task_tokens_fit (const OutlayTaskTokens *tokens)
{
  return outlay_task_tokens_need (tokens) <= tokens->limit + TOKEN_TOLERANCE;
}

/* The largest factor on all tokens with which they still fit: section 5's
 * comparison reaches to the limit and its tolerance. */
double
outlay_task_tokens_most (const OutlayTaskTokens *tokens)
{
  double need = outlay_task_tokens_need (tokens);

  return need > 0 ? (tokens->limit + TOKEN_TOLERANCE) / need : INFINITY;
}

/**
 * outlay_price_card_count_blocks:
 * @card: a price card
 * @limit: the largest prompt
 *
 * Returns: how many of the card's price blocks, the base among them, a prompt
 *   can reach
 */
guint
outlay_price_card_count_blocks (const OutlayPriceCard *card,
                                double                 limit)
{
  guint n_blocks = 1;

  while (n_blocks <= card->n_long_context &&
         card->long_context[n_blocks - 1].threshold < limit)
    n_blocks++;

  return n_blocks;
}

/**
 * outlay_walk_new:
 * @growth: the powers of the scenario's taper; must outlive the walk
 * @tokens: what the attempt moves
 * @card: whose thresholds part the price blocks; must outlive the walk
 *
 * Returns: (transfer full): a walk of no turns yet
 */
OutlayWalk *
outlay_walk_new (OutlayGrowth           *growth,
                 const OutlayTaskTokens *tokens,
                 const OutlayPriceCard  *card)
{
  OutlayWalk *walk = g_new0 (OutlayWalk, 1);

  walk->growth = growth;
  walk->tokens = *tokens;
  walk->card = card;
  walk->n_blocks = outlay_price_card_count_blocks (card, tokens->limit);
  walk->now = g_new0 (OutlayUses, walk->n_blocks);

  return walk;
}

void
outlay_walk_free (OutlayWalk *walk)
{
  g_free (walk->uses);
  g_free (walk->now);
  g_free (walk);
}

/**
 * outlay_walk_part_cold:
 * @walk: a walk of no turns yet, with no chance of a cold cache
 *
 * Counts OUTLAY_USE_COLDABLE in place of calls: the re-read tokens that a cold
 * cache would make new. Use is linear in that chance, so that one walk serves
 * any.
 */
void
outlay_walk_part_cold (OutlayWalk *walk)
{
  g_assert (walk->n_turns == 0 && walk->tokens.cold <= 0);

  walk->parts_cold = TRUE;
}

/* How many of the card's price blocks the walk can reach. */
guint
outlay_walk_get_n_blocks (const OutlayWalk *walk)
{
  return walk->n_blocks;
}

/* What has been used after @n_turns turns, which must have been walked: a value
 * for each block. */
const OutlayUses *
outlay_walk_get_uses (const OutlayWalk *walk,
                      guint             n_turns)
{
  return walk->uses + (gsize) (n_turns - 1) * walk->n_blocks;
}

/* A prompt beyond the limit, which an estimate refuses but a step between two
 * scenarios may have, is billed as the largest that fits. */
static guint
find_block (const OutlayWalk *walk,
            double            prompt)
{
  if (walk->n_blocks == 1)
    return 0;

  return MIN (outlay_price_card_find_block (walk->card, prompt), walk->n_blocks - 1);
}

/* Bills calls in one block. Of what they read again, @warm is warm for sure and
 * @coldable may be cold. */
static inline void
bill (OutlayWalk *walk,
      guint       block,
      double      added,
      double      warm,
      double      coldable,
      double      output,
      double      calls)
{
  double cold = walk->tokens.cold;

  walk->now[block] += (OutlayUses) {
    added + cold * coldable, warm + (1 - cold) * coldable, output,
    walk->parts_cold ? coldable : calls
  };
}

/* One call, as METHOD section 5 has it. */
static void
walk_call (OutlayWalk   *walk,
           const double *power,
           double        said,
           double        coldable)
{
  const OutlayTaskTokens *t = &walk->tokens;
  double added;

  if (walk->k == 0)
    added = t->base + said;
  else
    added = t->output + said + t->tool_result * (power[walk->k] - power[walk->k - 1]);

  if (walk->k > 0 && walk->prefix + added > t->limit + TOKEN_TOLERANCE)
    {
      bill (walk, find_block (walk, walk->prefix), 0, (1 - coldable) * walk->prefix,
            coldable * walk->prefix, t->summary, 1);
      walk->compacted = walk->n_turns;
      if (++walk->n_compactions == 2)
        walk->settled = walk->n_turns;
      walk->prefix = 0;
      walk->k = 0;
      added = t->base + t->summary + said;
      coldable = 0;
    }

  bill (walk, find_block (walk, walk->prefix + added), added,
        (1 - coldable) * walk->prefix, coldable * walk->prefix, t->output, 1);
  walk->prefix += added;
  walk->k++;
}

/* Calls of one turn, all at once, of which the first says something and may find
 * the cache cold. Returns %FALSE, with nothing billed, where they meet the limit
 * or a price threshold. */
static gboolean
walk_series (OutlayWalk   *walk,
             const double *power,
             const double *sum,
             guint         n_calls,
             double        said,
             double        coldable)
{
  const OutlayTaskTokens *t = &walk->tokens;
  double added, warm, last;
  double n = n_calls;
  guint k = walk->k;
  guint block = 0;

  added = n * t->output + said + t->tool_result * (power[k + n_calls - 1] - power[k - 1]);
  last = walk->prefix + added;
  if (last > t->limit + TOKEN_TOLERANCE)
    return FALSE;

  if (walk->n_blocks > 1)
    {
      double first = walk->prefix + t->output + said +
                     t->tool_result * (power[k] - power[k - 1]);

      block = find_block (walk, first);
      if (block != find_block (walk, last))
        return FALSE;
    }

  /* The prefix before the jth of them, j > 1, is
   * prefix + said + (j - 1) * o + r * (power (k + j - 2) - power (k - 1)). */
  warm = (n - coldable) * walk->prefix + (n - 1) * (said + t->output * n / 2);
  if (n_calls > 1)
    warm += t->tool_result * (sum[k + n_calls - 2] - (sum[k - 1] - power[k - 1]) -
                              n * power[k - 1]);

  bill (walk, block, added, warm, coldable * walk->prefix, n * t->output, n);
  walk->prefix = last;
  walk->k += n_calls;

  return TRUE;
}

static void
walk_turn (OutlayWalk *walk)
{
  guint n_calls = (guint) walk->tokens.calls;
  double said = walk->tokens.message;
  double coldable = walk->n_turns > 0 ? 1 : 0;
  const double *power, *sum;

  growth_reach (walk->growth, walk->k + n_calls);
  power = (const double *) (gpointer) walk->growth->power->data;
  sum = (const double *) (gpointer) walk->growth->sum->data;

  if (walk->k > 0 && walk_series (walk, power, sum, n_calls, said, coldable))
    return;

  walk_call (walk, power, said, coldable);
  for (guint left = n_calls - 1; left > 0;)
    {
      guint n = left;

      /* A series that meets a limit is tried by halves, down to single calls. */
      while (n > 1 && !walk_series (walk, power, sum, n, 0, 0))
        n /= 2;
      if (n == 1)
        walk_call (walk, power, 0, 0);
      left -= n;
    }
}

static void
reserve_turns (OutlayWalk *walk,
               guint       n_turns)
{
  if (n_turns <= walk->n_reserved)
    return;

  walk->n_reserved = MIN (n_turns + n_turns / 4 + 16, OUTLAY_MAX_TURNS);
  walk->uses = g_renew (OutlayUses, walk->uses, (gsize) walk->n_reserved * walk->n_blocks);
}

static void
add_turn (OutlayWalk *walk)
{
  OutlayUses *after = walk->uses + (gsize) walk->n_turns * walk->n_blocks;

  walk_turn (walk);
  for (guint block = 0; block < walk->n_blocks; block++)
    after[block] = walk->now[block];
  walk->n_turns++;
}

/**
 * outlay_walk_extend:
 * @walk: a walk
 * @n_turns: how many turns it must reach, up to %OUTLAY_MAX_TURNS
 *
 * Walks on from where the walk stands.
 */
void
outlay_walk_extend (OutlayWalk *walk,
                    guint       n_turns)
{
  reserve_turns (walk, n_turns);
  while (walk->n_turns < n_turns)
    add_turn (walk);
}

/**
 * outlay_walk_fits:
 * @walk: a walk
 * @prompt: tokens
 *
 * Returns: whether a prompt of that size meets neither the limit nor a price threshold
 */
gboolean
outlay_walk_fits (const OutlayWalk *walk,
                  double            prompt)
{
  return prompt <= walk->tokens.limit + TOKEN_TOLERANCE && find_block (walk, prompt) == 0;
}

/**
 * outlay_walk_extend_straight:
 * @walk: a walk of no turns yet
 * @straight: the walk of an attempt that meets neither limit nor threshold
 * @factor: how many times as many tokens @walk's attempt moves; calls are the same
 *
 * Walks as many turns of @straight as meet neither here, too: their use is in proportion.
 * Both walks part cold, so that all that is written is still in the prompt.
 */
void
outlay_walk_extend_straight (OutlayWalk       *walk,
                             const OutlayWalk *straight,
                             double            factor)
{
  g_assert (walk->parts_cold && walk->n_turns == 0);

  reserve_turns (walk, straight->n_turns);
  for (; walk->n_turns < straight->n_turns; walk->n_turns++)
    {
      OutlayUses *after = walk->uses + (gsize) walk->n_turns * walk->n_blocks;
      OutlayUses now = factor * straight->uses[walk->n_turns];

      if (!outlay_walk_fits (walk, now[OUTLAY_USE_WRITTEN]))
        break;

      memset (after, 0, walk->n_blocks * sizeof *after);
      walk->now[0] = *after = now;
    }
  walk->prefix = walk->now[0][OUTLAY_USE_WRITTEN];
  walk->k = walk->n_turns * (guint) walk->tokens.calls;
}

/* How many turns have been walked. */
guint
outlay_walk_get_n_turns (const OutlayWalk *walk)
{
  return walk->n_turns;
}

/**
 * outlay_walk_extend_roughly:
 * @walk: a walk
 * @n_exact: how many of them must be exact
 * @n_turns: how many turns it must reach, up to %OUTLAY_MAX_TURNS
 *
 * Walks on until it has compacted a few times; from there on what came between
 * the second and the last time is repeated. The walk cannot be extended after
 * that.
 */
void
outlay_walk_extend_roughly (OutlayWalk *walk,
                            guint       n_exact,
                            guint       n_turns)
{
  guint period;

  outlay_walk_extend (walk, n_exact);
  reserve_turns (walk, n_turns);
  while (walk->n_turns < n_turns &&
         (walk->n_compactions < 2 || walk->compacted < walk->settled + LEAST_PERIOD))
    add_turn (walk);

  period = walk->compacted - walk->settled;
  for (; walk->n_turns < n_turns; walk->n_turns++)
    for (guint block = 0; block < walk->n_blocks; block++)
      {
        OutlayUses *after = walk->uses + (gsize) walk->n_turns * walk->n_blocks + block;
        guint back = period * walk->n_blocks;

        *after = *(after - walk->n_blocks) + *(after - back) - *(after - walk->n_blocks - back);
      }
}
