/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 5, for many factors on tokens. Until an attempt meets its limit, all it
 * uses is in proportion to the factor; and at the end of the turn in which it compacts,
 * where it stands depends on the calls since then alone. So turns that compact are
 * walked, and all others are copied to scale. */
#include "quick-walk.h"

#include "walk-private.h"

#include <math.h>

/* Of turns with more calls, those after a compaction are walked: they may go on from too
 * many places. */
#define MOST_RESTARTS 16

/* What happens in so many turns at the least is repeated. */
#define LEAST_PERIOD 24

struct _OutlayStraights
{
  OutlayWalk **walks; /* (owned): from the start, then by calls since a compaction */
  guint        n;
};

/* A walk that meets no threshold has no use for a card. */
static const OutlayPriceCard flat_card = { .n_long_context = 0 };

static OutlayWalk *
new_straight (OutlayGrowth           *growth,
              const OutlayTaskTokens *tokens)
{
  OutlayTaskTokens unlimited = *tokens;
  OutlayWalk *walk;

  unlimited.limit = INFINITY;
  walk = outlay_walk_new (growth, &unlimited, &flat_card);
  outlay_walk_part_cold (walk);

  return walk;
}

/* From the end of a turn whose last @k calls followed a compaction: the first of them
 * took the message, too, if it was the turn's first. */
static OutlayWalk *
new_restart (OutlayGrowth           *growth,
             const OutlayTaskTokens *tokens,
             guint                   k)
{
  OutlayWalk *walk = new_straight (growth, tokens);

  walk->k = k;
  walk->prefix = tokens->base + tokens->summary + (k - 1) * tokens->output +
                 tokens->tool_result * outlay_growth_get_power (growth, k - 1);
  if (k == (guint) tokens->calls)
    walk->prefix += tokens->message;

  return walk;
}

/**
 * outlay_straights_new:
 * @growth: the powers of the scenario's taper
 * @tokens: what the attempt moves, factor 1, no cold cache
 * @least_factor: the lowest factor on tokens
 * @n_turns: the largest number of turns
 *
 * Returns: (transfer full): the attempt's straight walks
 */
OutlayStraights *
outlay_straights_new (OutlayGrowth           *growth,
                      const OutlayTaskTokens *tokens,
                      double                  least_factor,
                      guint                   n_turns)
{
  OutlayStraights *straights = g_new0 (OutlayStraights, 1);
  guint n_calls = (guint) tokens->calls;

  straights->n = 1 + (n_calls <= MOST_RESTARTS ? n_calls : 0);
  straights->walks = g_new (OutlayWalk *, straights->n);
  straights->walks[0] = new_straight (growth, tokens);
  outlay_walk_extend (straights->walks[0], n_turns);
  for (guint k = 1; k < straights->n; k++)
    {
      OutlayWalk *walk = straights->walks[k] = new_restart (growth, tokens, k);

      while (walk->n_turns < n_turns && least_factor * walk->prefix <= tokens->limit)
        {
          outlay_walk_reserve_turns (walk, walk->n_turns + 1);
          outlay_walk_add_turn (walk);
        }
    }

  return straights;
}

void
outlay_straights_free (OutlayStraights *straights)
{
  for (guint i = 0; i < straights->n; i++)
    outlay_walk_free (straights->walks[i]);
  g_free (straights->walks);
  g_free (straights);
}

/* Returns: (transfer none): the walk from the start, of all turns */
const OutlayWalk *
outlay_straights_get_first (const OutlayStraights *straights)
{
  return straights->walks[0];
}

/* Goes on as @straight does, up to where that would meet the limit or a threshold. */
static void
copy_turns (OutlayWalk       *walk,
            const OutlayWalk *straight,
            double            factor,
            guint             n_turns)
{
  OutlayUses before = walk->now[0];
  double prefix = walk->prefix;
  guint first = walk->n_turns;
  guint n = MIN (straight->n_turns, n_turns - first);

  for (guint i = 0; i < n; i++)
    {
      OutlayUses *after = walk->uses + (gsize) walk->n_turns * walk->n_blocks;
      OutlayUses more = factor * straight->uses[i];

      /* All that is written is still in the prompt. */
      if (!outlay_walk_fits (walk, prefix + more[OUTLAY_USE_WRITTEN]))
        break;

      after[0] = before + more;
      for (guint block = 1; block < walk->n_blocks; block++)
        after[block] = walk->now[block];
      walk->now[0] = after[0];
      walk->prefix = prefix + more[OUTLAY_USE_WRITTEN];
      walk->n_turns++;
    }
  walk->k += (walk->n_turns - first) * (guint) walk->tokens.calls;
}

static gboolean
has_period (const OutlayWalk *walk)
{
  return walk->n_compactions >= 2 && walk->compacted >= walk->settled + LEAST_PERIOD;
}

/* Repeats what came between the second and the last compaction. */
static void
repeat_turns (OutlayWalk *walk,
              guint       n_turns)
{
  guint back = (walk->compacted - walk->settled) * walk->n_blocks;

  for (; walk->n_turns < n_turns; walk->n_turns++)
    for (guint block = 0; block < walk->n_blocks; block++)
      {
        OutlayUses *after = walk->uses + (gsize) walk->n_turns * walk->n_blocks + block;

        *after = *(after - walk->n_blocks) + *(after - back) - *(after - walk->n_blocks - back);
      }
}

/**
 * outlay_walk_extend_quickly:
 * @walk: a walk of no turns yet, which parts cold
 * @straights: of the same attempt
 * @factor: on tokens
 * @n_exact: how many turns must be exact
 * @n_turns: how many turns it must reach, up to %OUTLAY_MAX_TURNS
 *
 * Walks until it has compacted a few times; from there on what came between the second
 * and the last time is repeated. The walk cannot be extended after that.
 *
 * Returns: how many turns met neither limit nor threshold: all that is used up to these
 *   is in proportion to @factor
 */
guint
outlay_walk_extend_quickly (OutlayWalk            *walk,
                            const OutlayStraights *straights,
                            double                 factor,
                            guint                  n_exact,
                            guint                  n_turns)
{
  guint n_straight;

  g_assert (walk->parts_cold && walk->n_turns == 0);

  outlay_walk_reserve_turns (walk, n_turns);
  copy_turns (walk, straights->walks[0], factor, n_turns);
  n_straight = walk->n_turns;

  while (walk->n_turns < n_turns && (walk->n_turns < n_exact || !has_period (walk)))
    {
      guint compactions = walk->n_compactions;

      outlay_walk_add_turn (walk);
      if (walk->n_compactions > compactions && walk->k < straights->n)
        copy_turns (walk, straights->walks[walk->k], factor, n_turns);
    }
  repeat_turns (walk, n_turns);

  return n_straight;
}
