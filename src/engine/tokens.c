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

  /* Sums after n turns at index n - 1, n up to n_turns. */
  double                *used;    /* (owned): [block][use][turn] */
  double                *calls;   /* (unowned): behind them */
  guint                  n_turns;
  guint                  n_reserved;

  /* Where the walk stands. */
  double                 prefix;
  guint                  k;       /* calls since the start or the last compaction */
  double                *now;     /* (owned): [block][use], then calls */
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
  walk->n_blocks = 1 + card->n_long_context;
  walk->now = g_new0 (double, walk->n_blocks * OUTLAY_N_USES + 1);

  return walk;
}

void
outlay_walk_free (OutlayWalk *walk)
{
  g_free (walk->used);
  g_free (walk->now);
  g_free (walk);
}

guint
outlay_walk_n_blocks (const OutlayWalk *walk)
{
  return walk->n_blocks;
}

/* Tokens used after n turns, at index n - 1. */
const double *
outlay_walk_used (const OutlayWalk *walk,
                  guint             block,
                  OutlayUse         use)
{
  return walk->used + (gsize) (block * OUTLAY_N_USES + use) * walk->n_reserved;
}

/* Model calls made after n turns, at index n - 1. */
const double *
outlay_walk_calls (const OutlayWalk *walk)
{
  return walk->used + (gsize) walk->n_blocks * OUTLAY_N_USES * walk->n_reserved;
}

static void
bill (OutlayWalk *walk,
      guint       block,
      double      added,
      double      reread,
      double      cold,
      double      output,
      double      calls)
{
  double *now = walk->now + block * OUTLAY_N_USES;

  now[OUTLAY_USE_WRITTEN] += added + cold * reread;
  now[OUTLAY_USE_READ] += (1 - cold) * reread;
  now[OUTLAY_USE_OUTPUT] += output;
  walk->now[walk->n_blocks * OUTLAY_N_USES] += calls;
}

/* One call, as METHOD section 5 has it. */
static void
walk_call (OutlayWalk *walk,
           double      said,
           double      cold)
{
  const OutlayTaskTokens *t = &walk->tokens;
  const double *power;
  double added;
  guint block;

  growth_reach (walk->growth, walk->k);
  power = (const double *) (gpointer) walk->growth->power->data;

  if (walk->k == 0)
    added = t->base + said;
  else
    added = t->output + said + t->tool_result * (power[walk->k] - power[walk->k - 1]);

  if (walk->k > 0 && walk->prefix + added > t->limit + TOKEN_TOLERANCE)
    {
      block = outlay_price_card_find_block (walk->card, walk->prefix);
      bill (walk, block, 0, walk->prefix, cold, t->summary, 1);
      walk->prefix = 0;
      walk->k = 0;
      added = t->base + t->summary + said;
      cold = 0;
    }

  block = outlay_price_card_find_block (walk->card, walk->prefix + added);
  bill (walk, block, added, walk->prefix, cold, t->output, 1);
  walk->prefix += added;
  walk->k++;
}

/* The calls of a turn after its first, all at once. Returns %FALSE, with
 * nothing billed, where they meet the limit or a price threshold. */
static gboolean
walk_series (OutlayWalk *walk,
             guint       n_calls)
{
  const OutlayTaskTokens *t = &walk->tokens;
  const double *power, *sum;
  double first, added, reread, last;
  guint k = walk->k;
  guint block;

  if (n_calls == 0)
    return TRUE;

  growth_reach (walk->growth, k + n_calls);
  power = (const double *) (gpointer) walk->growth->power->data;
  sum = (const double *) (gpointer) walk->growth->sum->data;

  added = n_calls * t->output +
          t->tool_result * (power[k + n_calls - 1] - power[k - 1]);
  last = walk->prefix + added;
  if (last > t->limit + TOKEN_TOLERANCE)
    return FALSE;

  first = walk->prefix + t->output + t->tool_result * (power[k] - power[k - 1]);
  block = outlay_price_card_find_block (walk->card, first);
  if (block != outlay_price_card_find_block (walk->card, last))
    return FALSE;

  /* The prefix before the jth of them is
   * prefix + (j - 1) * o + r * (power (k + j - 2) - power (k - 1)). */
  reread = n_calls * walk->prefix + t->output * n_calls * (n_calls - 1.0) / 2;
  reread += t->tool_result * (sum[k + n_calls - 2] - (sum[k - 1] - power[k - 1]) -
                              n_calls * power[k - 1]);

  bill (walk, block, added, reread, 0, n_calls * t->output, n_calls);
  walk->prefix = last;
  walk->k += n_calls;

  return TRUE;
}

static void
walk_turn (OutlayWalk *walk)
{
  guint n_calls = (guint) walk->tokens.calls;
  double cold = walk->n_turns > 0 ? walk->tokens.cold : 0;

  walk_call (walk, walk->tokens.message, cold);
  if (!walk_series (walk, n_calls - 1))
    for (guint c = 2; c <= n_calls; c++)
      walk_call (walk, 0, 0);
}

static void
reserve_turns (OutlayWalk *walk,
               guint       n_turns)
{
  guint n_rows = walk->n_blocks * OUTLAY_N_USES + 1;
  guint n_reserved = CLAMP (n_turns * 2, 64, OUTLAY_MAX_TURNS);
  double *used;

  if (n_turns <= walk->n_reserved)
    return;

  used = g_new (double, (gsize) n_rows * n_reserved);
  for (guint row = 0; row < n_rows && walk->n_turns > 0; row++)
    memcpy (used + (gsize) row * n_reserved,
            walk->used + (gsize) row * walk->n_reserved,
            walk->n_turns * sizeof (double));

  g_free (walk->used);
  walk->used = used;
  walk->n_reserved = n_reserved;
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
  guint n_rows = walk->n_blocks * OUTLAY_N_USES + 1;

  reserve_turns (walk, n_turns);

  while (walk->n_turns < n_turns)
    {
      walk_turn (walk);
      for (guint row = 0; row < n_rows; row++)
        walk->used[(gsize) row * walk->n_reserved + walk->n_turns] = walk->now[row];
      walk->n_turns++;
    }
}
