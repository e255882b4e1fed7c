/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 5: model calls and tokens. */
#include "walk.h"

#include "attempts.h"
#include "literal-walk.h"
#include "near.h"
#include "plain-scenario.h"
#include "random-attempt.h"

#include <string.h>

#define N_BLOCKS (MOST_THRESHOLDS + 1)

typedef double BlockUses[N_BLOCKS][OUTLAY_N_USES];

/* Uses by block, summed up as the engine's are: so far, and after each turn. */
typedef struct
{
  const OutlayPriceCard *card;
  BlockUses              now;
  BlockUses              after[OUTLAY_MAX_TURNS];
} Ledger;

static void
note_call (const LiteralCall *call,
           gpointer           data)
{
  Ledger *ledger = data;
  double *uses = ledger->now[outlay_price_card_find_block (ledger->card,
                                                           call->added + call->reread)];

  uses[OUTLAY_USE_WRITTEN] += call->added + call->cold * call->reread;
  uses[OUTLAY_USE_READ] += (1 - call->cold) * call->reread;
  uses[OUTLAY_USE_OUTPUT] += call->output;
  uses[OUTLAY_USE_CALLS] += 1;
  memcpy (ledger->after[call->turn - 1], ledger->now, sizeof ledger->now);
}

typedef struct
{
  const char       *row;
  OutlayTaskTokens  tokens; /* B, u, r, o, summary, limit, cold, calls */
  double            taper;
  guint             n_turns;
  double            written, read, output, calls;
} Case;

static const Case cases[] = {
  { "one call: B and u are new", { 100, 10, 7, 20, 5, 1e6, 0, 1 }, 1, 1, 110, 0, 20, 1 },
  /* Call 2 adds o + r * (1 - 0) = 27 and re-reads 110; call 3 adds 27, re-reads 137. */
  { "three calls of a turn", { 100, 10, 7, 20, 5, 1e6, 0, 3 }, 1, 1,
    110 + 27 + 27, 110 + 137, 60, 3 },
  /* Turn 2 adds o + u + r = 37, and re-reads 110. */
  { "two turns of one call", { 100, 10, 7, 20, 5, 1e6, 0, 1 }, 1, 2, 110 + 37, 110, 40, 2 },
  /* sqrt: call 2 brings r * 1, call 3 r * (sqrt 2 - 1), call 4 r * (sqrt 3 - sqrt 2);
   * the prefixes before them are 100, 200, 300 - 100 + ... = 100 + 100 sqrt (k). */
  { "what tools bring in grows with the root", { 100, 0, 100, 0, 0, 1e6, 0, 4 }, 0.5, 1,
    100 + 100 * 1.7320508075688772, 100 + 200 + 100 + 100 * G_SQRT2, 0, 4 },
  /* A quarter of the 110 is cold in turn 2, and written again. */
  { "a cold message", { 100, 10, 7, 20, 5, 1e6, 0.25, 1 }, 1, 2,
    110 + 37 + 27.5, 82.5, 40, 2 },
  /* Only the first call of a turn can be cold, and never that of turn 1. */
  { "later calls are warm", { 100, 10, 7, 20, 5, 1e6, 1, 2 }, 1, 2,
    110 + 27 + 37 + 27 + 137, 110 + 174, 80, 4 },
  { "wholly cold", { 100, 10, 0, 20, 5, 1e6, 1, 1 }, 1, 2, 110 + 30 + 110, 0, 40, 2 },

  /* 110, then 110 + 30 is over 135: a call re-reads 110 and puts 5 out, and the
   * task starts over from B + summary + u = 115. */
  { "compaction", { 100, 10, 0, 20, 5, 135, 0, 1 }, 1, 2, 110 + 115, 110, 20 + 5 + 20, 3 },
  /* The cold message of turn 2 is met by the call that sums up. */
  { "compaction on a cold message", { 100, 10, 0, 20, 5, 135, 0.25, 1 }, 1, 2,
    110 + 27.5 + 115, 82.5, 45, 3 },
  /* Within a turn u is not said again: 100 + 5. */
  { "compaction within a turn", { 100, 10, 0, 20, 5, 125, 0, 2 }, 1, 1,
    110 + 105, 110, 45, 3 },
  /* The count of calls starts over too: after it the tools bring in r * 1 again. */
  { "tools start over", { 100, 0, 50, 0, 0, 199, 0, 4 }, 0.5, 1,
    /* 100; + 50; + 50 (sqrt 2 - 1) = 170.7; + 50 (sqrt 3 - sqrt 2) = 186.6 fits */
    100 + 50 * 1.7320508075688772, 100 + 150 + 100 + 50 * G_SQRT2, 0, 4 },
  { "tools start over, tighter", { 100, 0, 50, 0, 0, 160, 0, 4 }, 0.5, 1,
    /* 100; 150; 170.7 is over: sum up (re-reads 150), 100; then 150 */
    100 + 50 + 100 + 50, 100 + 150 + 100, 0, 5 },
  { "a thousandth of a token is no excess", { 100, 10, 0, 20, 5, 139.9995, 0, 1 }, 1, 2,
    110 + 30, 110, 40, 2 },
  { "a little more than that is", { 100, 10, 0, 20, 5, 139.9985, 0, 1 }, 1, 2,
    110 + 115, 110, 45, 3 },
};

static void
test_cases (void)
{
  OutlayPriceCard card = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (OutlayGrowth) growth = outlay_growth_new (c->taper);
      g_autoptr (OutlayWalk) walk = outlay_walk_new (growth, &c->tokens, &card);
      const OutlayUses *uses;

      outlay_walk_extend (walk, c->n_turns);
      uses = outlay_walk_get_uses (walk, c->n_turns);
      assert_near (c->row, (*uses)[OUTLAY_USE_WRITTEN], c->written);
      assert_near (c->row, (*uses)[OUTLAY_USE_READ], c->read);
      assert_near (c->row, (*uses)[OUTLAY_USE_OUTPUT], c->output);
      assert_near (c->row, (*uses)[OUTLAY_USE_CALLS], c->calls);
    }
}

static void
assert_like_literal (const OutlayTaskTokens *tokens,
                     double                  taper,
                     guint                   n_turns,
                     const OutlayPriceCard  *card,
                     gboolean                in_steps)
{
  g_autofree Ledger *ledger = g_new0 (Ledger, 1);
  g_autoptr (OutlayGrowth) growth = outlay_growth_new (taper);
  g_autoptr (OutlayWalk) walk = outlay_walk_new (growth, tokens, card);
  g_autofree char *row =
    g_strdup_printf ("B %.17g u %.17g r %.17g o %.17g summary %.17g limit %.17g calls %g "
                     "taper %.17g, %u thresholds", tokens->base, tokens->message,
                     tokens->tool_result, tokens->output, tokens->summary, tokens->limit,
                     tokens->calls, taper, card->n_long_context);

  ledger->card = card;
  literal_walk (tokens, taper, n_turns, note_call, ledger);
  if (in_steps)
    outlay_walk_extend (walk, n_turns / 3 + 1);
  outlay_walk_extend (walk, n_turns);

  for (guint turn = 1; turn <= n_turns; turn++)
    for (guint block = 0; block < N_BLOCKS; block++)
      for (guint use = 0; use < OUTLAY_N_USES; use++)
        assert_near (row, block < outlay_walk_get_n_blocks (walk)
                            ? outlay_walk_get_uses (walk, turn)[block][use] : 0,
                     ledger->after[turn - 1][block][use]);
}

static void
test_like_literal (void)
{
  guint n_cases = g_test_slow () ? 4000 : 400;

  for (guint i = 0; i < n_cases; i++)
    {
      OutlayTaskTokens tokens;
      OutlayPriceBlock blocks[MOST_THRESHOLDS];
      OutlayPriceCard card = { 0 };

      random_attempt (&tokens, &card, blocks);
      assert_like_literal (&tokens, g_test_rand_bit () ? 0.5 : g_test_rand_double_range (0.1, 1),
                           (guint) g_test_rand_int_range (1, 80), &card, i % 2 == 0);
    }
}

/* The longest task there is, at the sizes of the defaults. */
static void
test_longest (void)
{
  const OutlayTaskTokens tokens = { 30000, 200, 7800, 500, 8000, 160000, 0.25, 12 };
  OutlayPriceBlock blocks[] = { { .threshold = 128000 } };
  OutlayPriceCard card = { .long_context = blocks, .n_long_context = 1 };

  assert_like_literal (&tokens, 0.5, OUTLAY_MAX_TURNS, &card, FALSE);
}

static void
test_need (void)
{
  static const struct
  {
    const char       *row;
    OutlayTaskTokens  tokens;
    double            need;
    gboolean          fits;
  } table[] = {
    { "room to spare", { 100, 10, 7, 20, 5, 1000, 0, 1 }, 142, TRUE },
    { "just room enough", { 100, 10, 7, 20, 5, 142, 0, 1 }, 142, TRUE },
    { "a thousandth too little", { 100, 10, 7, 20, 5, 141.9995, 0, 1 }, 142, TRUE },
    { "two thousandths too little", { 100, 10, 7, 20, 5, 141.998, 0, 1 }, 142, FALSE },
    { "a token too little", { 100, 10, 7, 20, 5, 141, 0, 1 }, 142, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      assert_near (table[i].row, outlay_task_tokens_need (&table[i].tokens), table[i].need);
      if (outlay_task_tokens_fit (&table[i].tokens) != table[i].fits)
        g_error ("%s", table[i].row);
    }
}

/* calls = max (1, floor (calls_per_turn * level.calls + 0.5 + 1e-9)) */
static void
test_calls (void)
{
  static const struct { const char *row; gint64 a_turn; double level, calls; } table[] = {
    { "as the task has it", 10, 1, 10 },
    { "a half is rounded up", 5, 0.5, 3 },
    { "a half that binary numbers miss: 25 * 0.58 = 14.4999...", 25, 0.58, 15 },
    { "below a half is rounded down", 10, 0.24, 2 },
    { "at least one", 1, 0.1, 1 },
    { "at least one of none", 1000, 0, 1 },
    { "more for an expert", 10, 1.2, 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      OutlayTaskCase task_case = {
        scenario, &OUTLAY_FACTORS_ONE, &scenario->options[0], &scenario->team[0],
        &scenario->tasks[0], 0,
      };

      scenario->tasks[0].calls_per_turn = table[i].a_turn;
      scenario->expertise[OUTLAY_LEVEL_INTERMEDIATE].calls = table[i].level;
      assert_near (table[i].row,
                   outlay_task_case_tokens (&task_case, &scenario->prices.models[0]).calls,
                   table[i].calls);
    }
}

/* What multiplies which tokens before the walk, and where its limit lies. */
static void
test_scales (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  OutlayFactors factors = OUTLAY_FACTORS_ONE;
  OutlayModel *model = &scenario->prices.models[0];
  OutlayOption *option = &scenario->options[0];
  OutlayTaskCase task_case = {
    scenario, &factors, option, &scenario->team[0], &scenario->tasks[0], 0,
  };
  OutlayTaskTokens tokens;

  scenario->tasks[0].base_context = 1000;
  scenario->tasks[0].message = 100;
  scenario->tasks[0].tool_result = 10;
  scenario->tasks[0].output = 1;
  scenario->summary_tokens = 5;
  scenario->compact_at = 160000;
  scenario->cache_warmth = (OutlayCacheWarmth) { 0.75, 0.8 };
  scenario->wage_effect = (OutlayWageEffect) { TRUE, 30, 0, 1 };
  model->tokenizer = 1.5;
  model->context_window = 1e6;
  option->effort = 4;

  /* The tokenizer scales all; wage (60 of 30: 2) and effort (4) only the output. */
  tokens = outlay_task_case_tokens (&task_case, model);
  assert_near ("B", tokens.base, 1500);
  assert_near ("u", tokens.message, 150);
  assert_near ("r", tokens.tool_result, 15);
  assert_near ("o", tokens.output, 1.5 * 2 * 4);
  assert_near ("summary", tokens.summary, 7.5);
  assert_near ("compact_at is the limit", tokens.limit, 160000);
  assert_near ("cold with the 5-minute cache", tokens.cold, 0.25);

  /* The factors on tokens and warmth; a smaller window; the 1-hour cache. */
  factors.value[OUTLAY_FACTOR_TOKENS] = 2;
  factors.value[OUTLAY_FACTOR_WARMTH] = 1.1;
  model->context_window = 128000;
  option->cache = OUTLAY_CACHE_1H;
  tokens = outlay_task_case_tokens (&task_case, model);
  assert_near ("B, twice the tokens", tokens.base, 3000);
  assert_near ("o, twice the tokens", tokens.output, 24);
  assert_near ("0.8 of the window is the limit", tokens.limit, 102400);
  assert_near ("cold with the 1-hour cache", tokens.cold, 1 - 0.88);

  factors.value[OUTLAY_FACTOR_WARMTH] = 3;
  assert_near ("never warmer than warm",
               outlay_task_case_tokens (&task_case, model).cold, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tokens/cases", test_cases);
  g_test_add_func ("/tokens/like-literal", test_like_literal);
  g_test_add_func ("/tokens/longest", test_longest);
  g_test_add_func ("/tokens/need", test_need);
  g_test_add_func ("/tokens/calls", test_calls);
  g_test_add_func ("/tokens/scales", test_scales);

  return g_test_run ();
}
