/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD sections 4 and 5 for all mean turns at once: an attempt is walked once,
 * and averaged over each distribution of turns. */
#include "mean-uses.h"

#include <math.h>

/* Steps of the logarithm of the mean turns. With a spread below 1 the mean over
 * turns bends at every whole number, which takes finer steps. */
#define STEP 0.1
#define FINE_STEP 0.02

/* A tail of so little likelihood is taken to go on in a straight line, along the
 * last of the turns before. */
#define NEGLIGIBLE 1e-5
#define LAST_TURNS 16

/* Where fewer tasks than this are left, walks may be rough. */
#define SELDOM 0.02

static void
set_turns (OutlayTurns          *turns,
           OutlayTurnsTail      *tail,
           double               *p,
           const OutlayScenario *scenario,
           double                mu)
{
  guint cap = outlay_scenario_turn_cap (scenario);
  double left, mean = 0;

  outlay_turns_init (turns, p, mu, scenario->turn_spread, cap, NEGLIGIBLE);

  /* Then nobody has to walk as far as the cap. */
  if (1 - turns->inside < NEGLIGIBLE)
    turns->inside = 1;

  left = turns->inside;
  for (guint n = 1; n <= turns->n; n++)
    {
      left -= p[n - 1];
      mean += p[n - 1] * n;
      if (left >= SELDOM)
        tail->n_exact = n;
    }

  tail->likelihood = MAX (0, left);
  if (turns->inside < 1)
    tail->n_exact = cap;
  else if (left > 0)
    tail->beyond = MAX (0, (mu - mean) / left - turns->n);
}

OutlayMeanTurns *
outlay_mean_turns_new (const OutlayScenario *scenario,
                       double                most_mu)
{
  OutlayMeanTurns *mean = g_new0 (OutlayMeanTurns, 1);
  guint cap = outlay_scenario_turn_cap (scenario);
  double step = scenario->turn_spread < 1 ? FINE_STEP : STEP;
  guint n = MAX ((guint) (log (most_mu) / step) + 3, OUTLAY_AXIS_WIDTH);

  outlay_axis_init (&mean->log_mu, 0, (n - 1) * step, n, OUTLAY_AXIS_WIDTH);
  mean->turns = g_new0 (OutlayTurns, n);
  mean->tails = g_new0 (OutlayTurnsTail, n);
  mean->p = g_new (double, (gsize) n * cap);
  for (guint i = 0; i < n; i++)
    set_turns (&mean->turns[i], &mean->tails[i], mean->p + (gsize) i * cap, scenario,
               exp (outlay_axis_get_node (&mean->log_mu, i)));

  return mean;
}

void
outlay_mean_turns_free (OutlayMeanTurns *mean)
{
  g_free (mean->turns);
  g_free (mean->tails);
  g_free (mean->p);
  g_free (mean);
}

guint
outlay_family_count_blocks (const OutlayFamily *family)
{
  return outlay_price_card_count_blocks (family->card, family->tokens.limit);
}

/* Up to which node a family is needed. */
static guint
count_nodes (const OutlayFamily    *family,
             const OutlayMeanTurns *mean)
{
  double at = log (family->most_mu) / mean->log_mu.step;

  return CLAMP ((guint) at + 3, OUTLAY_AXIS_WIDTH, mean->log_mu.n);
}

/* How far a family is walked. */
static guint
count_turns (const OutlayFamily    *family,
             const OutlayMeanTurns *mean,
             guint                 *n_exact)
{
  guint n_turns = 1;

  *n_exact = 1;
  for (guint i = 0; i < count_nodes (family, mean); i++)
    {
      *n_exact = MAX (*n_exact, mean->tails[i].n_exact);
      n_turns = MAX (n_turns, mean->turns[i].n);
    }

  return MAX (*n_exact, n_turns);
}

static OutlayWalk *
new_walk (const OutlayFamily    *family,
          const OutlayMeanTurns *mean,
          double                 tokens,
          OutlayGrowth          *growth)
{
  OutlayTaskTokens scaled = family->tokens;
  OutlayWalk *walk;
  guint n_exact;
  guint n_turns = count_turns (family, mean, &n_exact);

  scaled.base *= tokens;
  scaled.message *= tokens;
  scaled.tool_result *= tokens;
  scaled.output *= tokens;
  scaled.summary *= tokens;
  walk = outlay_walk_new (growth, &scaled, family->card);
  outlay_walk_part_cold (walk);
  outlay_walk_extend_roughly (walk, n_exact, n_turns);

  return walk;
}

/**
 * outlay_family_is_straight:
 * @family: attempts that are walked alike
 * @mean: distributions of turns
 * @tokens: the largest factor on tokens
 * @growth: the powers of the taper, of this thread
 *
 * Returns: whether no attempt meets a limit or a price threshold, so that its use
 *   is in proportion to the factor
 */
gboolean
outlay_family_is_straight (const OutlayFamily    *family,
                           const OutlayMeanTurns *mean,
                           double                 tokens,
                           OutlayGrowth          *growth)
{
  g_autoptr (OutlayWalk) walk = new_walk (family, mean, tokens, growth);

  return outlay_walk_is_straight (walk);
}

/* Adds what the tail uses that a distribution leaves out. */
static void
add_tail_uses (const OutlayTurns     *turns,
               const OutlayTurnsTail *tail,
               const OutlayWalk      *walk,
               guint                  block,
               OutlayUses            *uses)
{
  guint n = MAX (turns->n, 1);
  guint back = MIN (LAST_TURNS, n - 1);
  OutlayUses last = outlay_walk_get_uses (walk, n)[block];
  OutlayUses each = { 0 };

  if (back > 0)
    each = (last - outlay_walk_get_uses (walk, n - back)[block]) / (double) back;

  *uses += tail->likelihood * (last + tail->beyond * each);
}

/**
 * outlay_family_fill_uses:
 * @family: attempts that are walked alike
 * @mean: distributions of turns
 * @tokens: the factor on tokens
 * @growth: the powers of the taper, of this thread
 * @uses: (out caller-allocates): what a mean attempt uses, by node and block
 */
void
outlay_family_fill_uses (const OutlayFamily    *family,
                         const OutlayMeanTurns *mean,
                         double                 tokens,
                         OutlayGrowth          *growth,
                         OutlayUses            *uses)
{
  g_autoptr (OutlayWalk) walk = new_walk (family, mean, tokens, growth);
  guint n_blocks = outlay_family_count_blocks (family);

  for (guint i = 0; i < count_nodes (family, mean); i++)
    for (guint block = 0; block < n_blocks; block++)
      {
        OutlayUses *use = &uses[i * n_blocks + block];

        outlay_turns_mean_uses (&mean->turns[i], walk, block, use);
        add_tail_uses (&mean->turns[i], &mean->tails[i], walk, block, use);
      }
}

/**
 * outlay_fare_fill_costs:
 * @fare: prices
 * @n_blocks: of its family
 * @n_nodes: how many
 * @uses: of its family, by node and block
 * @costs: (out caller-allocates): by node
 */
void
outlay_fare_fill_costs (const OutlayFare *fare,
                        guint             n_blocks,
                        guint             n_nodes,
                        const OutlayUses *uses,
                        OutlayCost       *costs)
{
  for (guint i = 0; i < n_nodes; i++)
    costs[i] = (OutlayCost) { 0, 0 };

  for (guint block = 0; block < n_blocks; block++)
    {
      const OutlayPriceBlock *prices = outlay_price_card_get_block (fare->card, block);
      double write = outlay_price_block_rate_write (prices, fare->cache).per_million / 1e6;
      double read = outlay_price_block_rate_read (prices, fare->cache).per_million / 1e6;

      for (guint i = 0; i < n_nodes; i++)
        {
          OutlayUses u = uses[i * n_blocks + block];

          costs[i] += (OutlayCost) {
            write * u[OUTLAY_USE_WRITTEN] + read * u[OUTLAY_USE_READ] +
              prices->output / 1e6 * u[OUTLAY_USE_OUTPUT],
            (write - read) * u[OUTLAY_USE_COLDABLE],
          };
        }
    }
}
