/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 5: model calls and tokens.
 *
 * The walk is defined call by call. Within a turn that meets no limit and no
 * price threshold, the calls after the first form a series whose sums are known
 * in closed form, so most turns cost the same few operations however many calls
 * they make; the others are walked as the text has them. */
#include "walk-private.h"

#include "turns.h"

#include <math.h>

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

/* Returns: @k^taper */
double
outlay_growth_get_power (OutlayGrowth *growth,
                         guint         k)
{
  growth_reach (growth, k);

  return g_array_index (growth->power, double, k);
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
  return prompt <= walk->tokens.limit + OUTLAY_TOKEN_TOLERANCE && find_block (walk, prompt) == 0;
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

  if (walk->k > 0 && walk->prefix + added > t->limit + OUTLAY_TOKEN_TOLERANCE)
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
  if (last > t->limit + OUTLAY_TOKEN_TOLERANCE)
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
  double coldable = walk->k > 0 ? 1 : 0;
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

void
outlay_walk_reserve_turns (OutlayWalk *walk,
                           guint       n_turns)
{
  if (n_turns <= walk->n_reserved)
    return;

  walk->n_reserved = MIN (n_turns + n_turns / 4 + 16, OUTLAY_MAX_TURNS);
  walk->uses = g_renew (OutlayUses, walk->uses, (gsize) walk->n_reserved * walk->n_blocks);
}

void
outlay_walk_add_turn (OutlayWalk *walk)
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
  outlay_walk_reserve_turns (walk, n_turns);
  while (walk->n_turns < n_turns)
    outlay_walk_add_turn (walk);
}
