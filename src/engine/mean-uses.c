/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD sections 4 and 5 for all mean turns at once: an attempt is walked once,
 * and averaged over each distribution of turns. */
#include "mean-uses.h"

#include "weigh-uses.h"

#include <math.h>
#include <string.h>

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
reach_weights (OutlayMeanNode *node,
               guint           n)
{
  while (node->n < n)
    node->weights[node->n++] = 0;
}

/* What is left of the likelihood after the turns kept, whose mean is @mean of @mu, goes
 * on in a straight line. */
static void
add_tail (OutlayMeanNode *node,
          double          left,
          double          beyond)
{
  guint back = MIN (LAST_TURNS, node->n - 1);

  node->weights[node->n - 1] += left;
  if (back == 0)
    return;

  node->weights[node->n - 1] += left * beyond / back;
  node->weights[node->n - 1 - back] -= left * beyond / back;
}

static void
set_node (OutlayMeanNode       *node,
          double               *weights,
          const OutlayScenario *scenario,
          double                mu)
{
  guint cap = outlay_scenario_turn_cap (scenario);
  OutlayTurns turns;
  double left, mean = 0;

  outlay_turns_init (&turns, weights, mu, scenario->turn_spread, cap, NEGLIGIBLE);

  /* Then nobody has to walk as far as the cap. */
  if (1 - turns.inside < NEGLIGIBLE)
    turns.inside = 1;

  *node = (OutlayMeanNode) { .weights = weights, .n = turns.n, .inside = turns.inside };
  left = turns.inside;
  for (guint n = 1; n <= turns.n; n++)
    {
      left -= turns.p[n - 1];
      mean += turns.p[n - 1] * n;
      if (left >= SELDOM)
        node->n_exact = n;
    }

  reach_weights (node, 1);
  if (left > 0)
    add_tail (node, left, turns.inside < 1 ? 0 : MAX (0, (mu - mean) / left - node->n));
  if (turns.inside < 1)
    {
      reach_weights (node, cap);
      node->weights[cap - 1] += 1 - turns.inside;
      node->n_exact = cap;
    }
}

static void
set_nodes (OutlayMeanUses *mean)
{
  const OutlayCostCases *cases = mean->cases;
  guint cap = outlay_scenario_turn_cap (cases->scenario);
  double step = cases->scenario->turn_spread < 1 ? FINE_STEP : STEP;
  double most_mu = 1;
  guint n;

  for (guint i = 0; i < cases->families->len; i++)
    most_mu = MAX (most_mu, g_array_index (cases->families, OutlayFamily, i).most_mu);
  n = MAX ((guint) (log (most_mu) / step) + 3, OUTLAY_AXIS_WIDTH);

  outlay_axis_init (&mean->log_mu, 0, (n - 1) * step, n, OUTLAY_AXIS_WIDTH);
  mean->nodes = g_new0 (OutlayMeanNode, n);
  mean->weights = g_new (double, (gsize) n * cap);
  for (guint i = 0; i < n; i++)
    set_node (&mean->nodes[i], mean->weights + (gsize) i * cap, cases->scenario,
              exp (outlay_axis_get_node (&mean->log_mu, i)));
}

static void
weigh (const OutlayMeanNode *node,
       const OutlayWalk     *walk,
       guint                 block,
       OutlayUses           *uses)
{
  outlay_uses_weigh (outlay_walk_get_uses (walk, 1) + block, outlay_walk_get_n_blocks (walk),
                     node->weights, node->n, uses);
}

static void
set_walk (OutlayMeanUses     *mean,
          const OutlayFamily *family,
          OutlayMeanWalk     *walk)
{
  double least_factor = mean->cases->scenario->uncertainty[OUTLAY_FACTOR_TOKENS].low;
  double last_node = log (family->most_mu) / mean->log_mu.step;

  walk->n_nodes = CLAMP ((guint) last_node + 3, OUTLAY_AXIS_WIDTH, mean->log_mu.n);
  walk->n_exact = walk->n_turns = 1;
  for (guint i = 0; i < walk->n_nodes; i++)
    {
      walk->n_exact = MAX (walk->n_exact, mean->nodes[i].n_exact);
      walk->n_turns = MAX (walk->n_turns, mean->nodes[i].n);
    }

  walk->straights = outlay_straights_new (mean->growth, &family->tokens, least_factor,
                                          walk->n_turns);
  walk->straight_uses = g_new (OutlayUses, walk->n_nodes);
  for (guint i = 0; i < walk->n_nodes; i++)
    weigh (&mean->nodes[i], outlay_straights_get_first (walk->straights), 0,
           &walk->straight_uses[i]);
}

/**
 * outlay_mean_uses_new:
 * @cases: what is walked; must outlive the result
 *
 * Returns: (transfer full): distributions of turns, and each family's straight walks
 */
OutlayMeanUses *
outlay_mean_uses_new (const OutlayCostCases *cases)
{
  OutlayMeanUses *mean = g_new0 (OutlayMeanUses, 1);

  mean->cases = cases;
  mean->growth = outlay_growth_new (cases->scenario->taper);
  set_nodes (mean);
  mean->walks = g_new0 (OutlayMeanWalk, cases->families->len);
  for (guint i = 0; i < cases->families->len; i++)
    set_walk (mean, &g_array_index (cases->families, OutlayFamily, i), &mean->walks[i]);

  return mean;
}

void
outlay_mean_uses_free (OutlayMeanUses *mean)
{
  for (guint i = 0; i < mean->cases->families->len; i++)
    {
      outlay_straights_free (mean->walks[i].straights);
      g_free (mean->walks[i].straight_uses);
    }
  g_free (mean->walks);
  g_free (mean->nodes);
  g_free (mean->weights);
  outlay_growth_free (mean->growth);
  g_free (mean);
}

static const OutlayFamily *
get_family (const OutlayMeanUses *mean,
            guint                 family)
{
  return &g_array_index (mean->cases->families, OutlayFamily, family);
}

/* How many price blocks a family's prompts can reach. */
guint
outlay_mean_uses_count_blocks (const OutlayMeanUses *mean,
                               guint                 family)
{
  const OutlayFamily *alike = get_family (mean, family);

  return outlay_price_card_count_blocks (alike->card, alike->tokens.limit);
}

/* A family's walk of no turns yet. */
static OutlayWalk *
new_walk (const OutlayFamily *family,
          double              tokens,
          OutlayGrowth       *growth)
{
  OutlayTaskTokens scaled = family->tokens;
  OutlayWalk *walk;

  scaled.base *= tokens;
  scaled.message *= tokens;
  scaled.tool_result *= tokens;
  scaled.output *= tokens;
  scaled.summary *= tokens;
  walk = outlay_walk_new (growth, &scaled, family->card);
  outlay_walk_part_cold (walk);

  return walk;
}

/**
 * outlay_mean_uses_are_straight:
 * @mean: distributions and walks
 * @family: which
 * @tokens: the largest factor on tokens
 *
 * Returns: whether no attempt meets a limit or a price threshold, so that its use
 *   is in proportion to the factor
 */
gboolean
outlay_mean_uses_are_straight (const OutlayMeanUses *mean,
                               guint                 family,
                               double                tokens)
{
  const OutlayMeanWalk *known = &mean->walks[family];
  g_autoptr (OutlayWalk) walk = new_walk (get_family (mean, family), tokens, mean->growth);

  return outlay_walk_extend_quickly (walk, known->straights, tokens, 1, known->n_turns) ==
         known->n_turns;
}

/**
 * outlay_mean_uses_fill:
 * @mean: distributions and walks
 * @family: which
 * @tokens: the factor on tokens
 * @growth: the powers of the taper, of this thread
 * @uses: (out caller-allocates): what a mean attempt uses, by node and block
 */
void
outlay_mean_uses_fill (const OutlayMeanUses *mean,
                       guint                 family,
                       double                tokens,
                       OutlayGrowth         *growth,
                       OutlayUses           *uses)
{
  const OutlayMeanWalk *known = &mean->walks[family];
  g_autoptr (OutlayWalk) walk = new_walk (get_family (mean, family), tokens, growth);
  guint n_blocks = outlay_walk_get_n_blocks (walk);
  guint n_straight = outlay_walk_extend_quickly (walk, known->straights, tokens,
                                                 known->n_exact, known->n_turns);

  for (guint i = 0; i < known->n_nodes; i++, uses += n_blocks)
    if (mean->nodes[i].n <= n_straight)
      {
        memset (uses, 0, n_blocks * sizeof *uses);
        uses[0] = tokens * known->straight_uses[i];
      }
    else
      for (guint block = 0; block < n_blocks; block++)
        weigh (&mean->nodes[i], walk, block, &uses[block]);
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
