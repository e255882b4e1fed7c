/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 5, put together from straight walks: the same as walked turn by turn. */
#include "quick-walk.h"

#include "near.h"
#include "random-attempt.h"

#define LEAST_FACTOR 0.2

static OutlayWalk *
new_walk (OutlayGrowth           *growth,
          const OutlayTaskTokens *tokens,
          const OutlayPriceCard  *card)
{
  OutlayWalk *walk = outlay_walk_new (growth, tokens, card);

  outlay_walk_part_cold (walk);

  return walk;
}

static OutlayTaskTokens
scale (const OutlayTaskTokens *tokens,
       double                  factor)
{
  OutlayTaskTokens scaled = *tokens;

  scaled.base *= factor;
  scaled.message *= factor;
  scaled.tool_result *= factor;
  scaled.output *= factor;
  scaled.summary *= factor;

  return scaled;
}

static gboolean
meets_nothing (const OutlayWalk *walk,
               guint             n_turns,
               double            limit)
{
  const OutlayUses *uses = outlay_walk_get_uses (walk, n_turns);

  for (guint block = 1; block < outlay_walk_get_n_blocks (walk); block++)
    if (uses[block][OUTLAY_USE_WRITTEN] > 0 || uses[block][OUTLAY_USE_READ] > 0)
      return FALSE;

  return uses[0][OUTLAY_USE_WRITTEN] <= limit;
}

static void
assert_like_walked (const OutlayTaskTokens *tokens,
                    const OutlayPriceCard  *card,
                    double                  taper,
                    double                  factor,
                    guint                   n_turns)
{
  g_autoptr (OutlayGrowth) growth = outlay_growth_new (taper);
  g_autoptr (OutlayStraights) straights =
    outlay_straights_new (growth, tokens, LEAST_FACTOR, n_turns);
  OutlayTaskTokens scaled = scale (tokens, factor);
  g_autoptr (OutlayWalk) walked = new_walk (growth, &scaled, card);
  g_autoptr (OutlayWalk) quick = new_walk (growth, &scaled, card);
  guint n_straight = outlay_walk_extend_quickly (quick, straights, factor, n_turns, n_turns);
  g_autofree char *row =
    g_strdup_printf ("B %.17g u %.17g r %.17g o %.17g summary %.17g limit %.17g calls %g "
                     "taper %.17g, %u thresholds", scaled.base, scaled.message,
                     scaled.tool_result, scaled.output, scaled.summary, scaled.limit,
                     scaled.calls, taper, card->n_long_context);

  outlay_walk_extend (walked, n_turns);
  for (guint turn = 1; turn <= n_turns; turn++)
    {
      for (guint block = 0; block < outlay_walk_get_n_blocks (walked); block++)
        for (guint use = 0; use < OUTLAY_N_USES; use++)
          assert_near_within (row, outlay_walk_get_uses (quick, turn)[block][use],
                              outlay_walk_get_uses (walked, turn)[block][use], 1e-9);
      g_assert_true (turn > n_straight || meets_nothing (walked, turn, tokens->limit));
    }
}

/* Attempts that meet their limits and thresholds sooner or later, or never. */
static void
test_like_walked (void)
{
  guint n_cases = g_test_slow () ? 10000 : 1000;

  for (guint i = 0; i < n_cases; i++)
    {
      OutlayTaskTokens tokens;
      OutlayPriceBlock blocks[MOST_THRESHOLDS];
      OutlayPriceCard card = { 0 };
      double most;

      random_attempt (&tokens, &card, blocks);
      tokens.cold = 0;
      most = MIN (outlay_task_tokens_most (&tokens), 3);
      assert_like_walked (&tokens, &card,
                          g_test_rand_bit () ? 0.5 : g_test_rand_double_range (0.1, 1),
                          g_test_rand_double_range (LEAST_FACTOR, most),
                          (guint) g_test_rand_int_range (1, 80));
    }
}

/* Few turns are walked, and what they use in a period goes on for ten times as many,
 * which only few tasks take: off by no more than a period's first and last turn. */
static void
test_repeats (void)
{
  const OutlayTaskTokens tokens = { 30000, 200, 7800, 500, 8000, 160000, 0, 12 };
  const OutlayPriceCard card = { 0 };
  g_autoptr (OutlayGrowth) growth = outlay_growth_new (0.5);
  g_autoptr (OutlayStraights) straights = outlay_straights_new (growth, &tokens, 1, 500);
  g_autoptr (OutlayWalk) walked = new_walk (growth, &tokens, &card);
  g_autoptr (OutlayWalk) quick = new_walk (growth, &tokens, &card);

  outlay_walk_extend (walked, 500);
  outlay_walk_extend_quickly (quick, straights, 1, 1, 500);

  for (guint use = 0; use < OUTLAY_N_USES; use++)
    {
      double expected = (*outlay_walk_get_uses (walked, 500))[use];

      g_assert_cmpfloat_with_epsilon ((*outlay_walk_get_uses (quick, 500))[use], expected,
                                      expected * 2 / 24);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quick-walk/like-walked", test_like_walked);
  g_test_add_func ("/quick-walk/repeats", test_repeats);

  return g_test_run ();
}
