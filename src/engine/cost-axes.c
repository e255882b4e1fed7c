/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How finely the tables of a simulation are laid. Where costs are smooth, a few
 * nodes do; where they bend or jump within reach, more are laid. */
#include "cost-axes.h"

#include "learning.h"

#include <math.h>

/* Nodes of tokens with which tables of parts serve most options. */
#define PART_TOKENS 257

/* Nodes and terms for each fineness.
 *
 * Turns: smooth, but where the mean is held at one turn, or where it is mostly a
 * whole number of turns. Acceptance: a polynomial of one degree less than
 * attempts, but where it is held at 0 or 1. Progress: both of it. Tokens: a
 * straight line as long as no call meets a limit or a threshold; each call that
 * does is a small jump, and as many nodes are laid as time allows. */
typedef struct
{
  guint turns;
  guint bent_turns;
  guint bent_acceptance;
  guint terms;
  guint bent_terms;
  guint least_tokens;
  guint most_tokens;
  guint walks; /* over all nodes of tokens */
} Fineness;

static const Fineness finenesses[] = {
  [OUTLAY_FINENESS_USUAL] = { 9, 17, 17, 5, 8, 33, 513, 2700 },
  [OUTLAY_FINENESS_LARGE] = { 9, 17, 17, 5, 8, 129, 513, 2700 },
  [OUTLAY_FINENESS_PART] = { 9, 9, 17, 5, 5, PART_TOKENS, PART_TOKENS, 0 },
  [OUTLAY_FINENESS_MIDDLE] = { 9, 17, 17, 5, 8, 257, 1025, 10800 },
  [OUTLAY_FINENESS_FINE] = { 17, 49, 33, 8, 24, 513, 4097, 64800 },
  [OUTLAY_FINENESS_FINEST] = { 17, 49, 33, 8, 24, 1025, 4097, 129600 },
};

/* So many options' work shares the walks; of more, each adds its part, so that time
 * grows with them and fineness stays as it is, up to so many nodes. */
#define FEW_WORKS 4
#define ENOUGH_TOKENS 513

#define STRAIGHT_TOKENS 2
#define MOST_SMOOTH_ACCEPTANCE 6

static const OutlayRange *
get_range (const OutlayCostTables *tables,
           OutlayFactor            factor)
{
  return &tables->cases->scenario->uncertainty[factor];
}

/* The least and the largest that a pair can be read as. */
static OutlayRange
read_ends (const OutlayCostTables *tables,
           const OutlayPair       *pair)
{
  OutlayRange ends = { .low = INFINITY, .high = -INFINITY };

  for (guint i = 0; i < tables->cases->spans->len; i++)
    {
      const OutlaySpan *span = &g_array_index (tables->cases->spans, OutlaySpan, i);
      double a = outlay_pair_read (pair, span->low);
      double b = outlay_pair_read (pair, span->high);

      ends.low = MIN (ends.low, MIN (a, b));
      ends.high = MAX (ends.high, MAX (a, b));
    }

  return ends;
}

static gboolean
bends_at (double low,
          double high,
          double limit)
{
  return low < limit && high > limit;
}

/* Whether a callee's mean turns reach down to one. */
static gboolean
bends_turns (const OutlayCostTables *tables,
             const OutlayCallee     *callee)
{
  const OutlayLevel *level = outlay_cost_cases_get_level (tables->cases, callee->profile);
  OutlayRange ends = read_ends (tables, &level->turns);

  return bends_at (callee->turns * ends.low * get_range (tables, OUTLAY_FACTOR_TURNS)->low,
                   callee->turns * ends.high * get_range (tables, OUTLAY_FACTOR_TURNS)->high,
                   1);
}

/* Whether a callee's acceptance reaches 0 or 1. */
static gboolean
bends_acceptance (const OutlayCostTables *tables,
                  const OutlayCallee     *callee)
{
  const OutlayRange *range = get_range (tables, OUTLAY_FACTOR_ACCEPTANCE);
  const OutlayLevel *level = outlay_cost_cases_get_level (tables->cases, callee->profile);
  OutlayRange ends = read_ends (tables, &level->acceptance);
  double low = callee->acceptance * ends.low * (ends.low > 0 ? range->low : range->high);
  double high = callee->acceptance * ends.high * range->high;

  return bends_at (low, high, 0) || bends_at (low, high, 1);
}

/* Whether any attempt meets a limit or a threshold. */
static gboolean
meets_limits (const OutlayCostTables *tables,
              const OutlayMeanUses   *mean,
              double                  most_tokens)
{
  for (guint i = 0; i < tables->cases->families->len; i++)
    if (!outlay_mean_uses_are_straight (mean, i, most_tokens))
      return TRUE;

  return FALSE;
}

/* Acceptance, and whether it bends. */
static gboolean
choose_acceptance (OutlayCostTables *tables,
                   const Fineness   *fineness)
{
  const OutlayCostCases *cases = tables->cases;
  const OutlayRange *range = get_range (tables, OUTLAY_FACTOR_ACCEPTANCE);
  guint n = (guint) MIN (cases->scenario->max_attempts, MOST_SMOOTH_ACCEPTANCE);
  gboolean bends = FALSE;

  for (guint i = 0; i < cases->callees->len && !bends; i++)
    bends = cases->scenario->max_attempts > 1 &&
            bends_acceptance (tables, &g_array_index (cases->callees, OutlayCallee, i));

  outlay_axis_init (&tables->acceptance, range->low, range->high,
                    bends ? fineness->bent_acceptance : n, OUTLAY_AXIS_WIDTH);

  return bends;
}

static guint
count_tokens (const OutlayCostTables *tables,
              const OutlayMeanUses   *mean,
              double                  most_tokens,
              const Fineness         *fineness)
{
  guint families = MAX (1, tables->cases->families->len);
  guint works = MAX (FEW_WORKS, tables->cases->works->len);
  guint walks = fineness->walks;
  guint n;

  if (!meets_limits (tables, mean, most_tokens))
    return STRAIGHT_TOKENS;

  /* Where they are few, each one's jumps show more, and all else takes less time. */
  if (tables->cases->callees->len < OUTLAY_MANY_CALLEES)
    walks *= 2;

  n = MAX (walks / families, MIN (walks * works / FEW_WORKS / families, ENOUGH_TOKENS));

  return CLAMP (n, fineness->least_tokens, fineness->most_tokens);
}

/**
 * outlay_cost_axes_choose:
 * @tables: the tables, with their cases set
 * @mean: what is used in the mean over turns
 * @most_tokens: the largest factor on tokens
 * @fine: how fine
 *
 * Sets the axes of @tables.
 */
void
outlay_cost_axes_choose (OutlayCostTables      *tables,
                         const OutlayMeanUses  *mean,
                         double                 most_tokens,
                         OutlayFineness         fine)
{
  const OutlayCostCases *cases = tables->cases;
  const Fineness *fineness = &finenesses[fine];
  const OutlayRange *turns = get_range (tables, OUTLAY_FACTOR_TURNS);
  const OutlayRange *tokens = get_range (tables, OUTLAY_FACTOR_TOKENS);
  gboolean turns_bend = cases->scenario->turn_spread < 1;
  gboolean acceptance_bends = choose_acceptance (tables, fineness);
  double most = MIN (tokens->high, most_tokens);

  for (guint i = 0; i < cases->callees->len && !turns_bend; i++)
    turns_bend = bends_turns (tables, &g_array_index (cases->callees, OutlayCallee, i));

  tables->n_terms = turns_bend || acceptance_bends || outlay_cost_cases_clip_shares (cases)
                      ? fineness->bent_terms : fineness->terms;
  outlay_axis_init (&tables->turns, turns->low, turns->high,
                    turns_bend ? fineness->bent_turns : fineness->turns, OUTLAY_AXIS_WIDTH);
  outlay_axis_init (&tables->tokens, MIN (tokens->low, most), most,
                    count_tokens (tables, mean, most, fineness), 2);
}

/* How many bytes a set's values take in tables that are as coarse as can be, but for
 * their tokens. */
gsize
outlay_cost_axes_weigh_set (const OutlayCostCases *cases)
{
  const Fineness *usual = &finenesses[OUTLAY_FINENESS_USUAL];
  OutlayCostTables tables = { .cases = cases };

  choose_acceptance (&tables, usual);

  return (gsize) usual->turns * PART_TOKENS * tables.acceptance.n * 2 * usual->terms *
         sizeof (double);
}

/* Nodes of tokens are left out, but for so many. */
#define LEAST_TOKENS 33

static gboolean
give_up_nodes (OutlayAxis *axis,
               guint       n)
{
  if (axis->n <= n)
    return FALSE;

  outlay_axis_init (axis, axis->low, outlay_axis_get_node (axis, axis->n - 1), n, axis->width);

  return TRUE;
}

/* Whether turns and progress were finer than that. */
static gboolean
give_up_turns (OutlayCostTables *tables,
               guint             turns,
               guint             terms)
{
  gboolean were_finer = give_up_nodes (&tables->turns, turns);

  were_finer = were_finer || tables->n_terms > terms;
  tables->n_terms = MIN (tables->n_terms, terms);

  return were_finer;
}

/**
 * outlay_cost_axes_coarsen:
 * @tables: tables with axes, not yet filled
 *
 * Gives up fineness where it shows least: first that of turns and progress, then
 * every other node of tokens.
 *
 * Returns: whether there was any to give up
 */
gboolean
outlay_cost_axes_coarsen (OutlayCostTables *tables)
{
  const Fineness *usual = &finenesses[OUTLAY_FINENESS_USUAL];

  return give_up_turns (tables, usual->bent_turns, usual->bent_terms) ||
         give_up_nodes (&tables->acceptance, usual->bent_acceptance) ||
         give_up_turns (tables, usual->turns, usual->terms) ||
         give_up_nodes (&tables->tokens, MAX (tables->tokens.n / 2, LEAST_TOKENS));
}
