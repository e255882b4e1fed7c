/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-attempt.h"

#include <math.h>

static double
draw_size (double most)
{
  return g_test_rand_int_range (0, 5) == 0 ? 0
                                           : pow (10, g_test_rand_double_range (0, log10 (most)));
}

/* Tasks that fit, of every size, with limits and thresholds in their way. */
void
random_attempt (OutlayTaskTokens *tokens,
                OutlayPriceCard  *card,
                OutlayPriceBlock *blocks)
{
  static const guint calls[] = { 1, 1, 2, 3, 5, 12, 36, 200 };
  double room, threshold = 0;

  tokens->base = draw_size (60000);
  tokens->message = draw_size (5000);
  tokens->tool_result = draw_size (20000);
  tokens->output = draw_size (5000);
  tokens->summary = draw_size (10000);
  tokens->cold = g_test_rand_bit () ? 0.25 : g_test_rand_double ();
  tokens->calls = calls[g_test_rand_int_range (0, G_N_ELEMENTS (calls))];
  room = outlay_task_tokens_need (tokens) + 1;
  tokens->limit = room * pow (10, g_test_rand_double_range (0, 3));

  card->long_context = blocks;
  card->n_long_context = (guint) g_test_rand_int_range (0, MOST_THRESHOLDS + 1);
  for (guint i = 0; i < card->n_long_context; i++)
    {
      threshold += tokens->limit * g_test_rand_double_range (0.001, 0.5);
      blocks[i] = (OutlayPriceBlock) { .threshold = threshold };
    }
}
