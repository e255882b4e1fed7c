/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 5, "Billing" and "Dates". */
#include "prices.h"

#include "near.h"
#include "plain-scenario.h"

static void
test_card_by_date (void)
{
  /* Dates need not begin with "since ever". */
  OutlayPriceCard dated[] = { { .from = 20260301 }, { .from = 20260817 }, { .from = 20270101 } };
  OutlayModel model = { .cards = dated, .n_cards = G_N_ELEMENTS (dated) };
  static const struct { const char *row; int date; guint card; } table[] = {
    { "before the first, the first", 20200101, 0 },
    { "on its first day", 20260301, 0 },
    { "the day before the second", 20260816, 0 },
    { "on the second's first day", 20260817, 1 },
    { "between", 20261201, 1 },
    { "on the last's first day", 20270101, 2 },
    { "long after", 21991201, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (outlay_model_get_card (&model, table[i].date) != &dated[table[i].card])
      g_error ("%s", table[i].row);

  model.n_cards = 1;
  dated[0].from = 0;
  g_assert_true (outlay_model_get_card (&model, 20200101) == &dated[0]);
}

static void
test_block_by_prompt (void)
{
  OutlayPriceBlock blocks[] = { { .threshold = 200000 }, { .threshold = 400000 } };
  OutlayPriceCard card = { .long_context = blocks, .n_long_context = G_N_ELEMENTS (blocks) };
  static const struct { const char *row; double prompt; guint block; } table[] = {
    { "nothing", 0, 0 },
    { "below", 199999, 0 },
    { "at the threshold", 200000, 0 },
    { "a thousandth over is not over", 200000.001, 0 },
    { "more than that is", 200000.0011, 1 },
    { "one token over", 200001, 1 },
    { "at the second", 400000, 1 },
    { "over the second", 400001, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint block = outlay_price_card_find_block (&card, table[i].prompt);

      if (block != table[i].block)
        g_error ("%s: block %u", table[i].row, block);
    }

  g_assert_true (outlay_price_card_get_block (&card, 0) == &card.base);
  g_assert_true (outlay_price_card_get_block (&card, 1) == &blocks[0]);
  g_assert_true (outlay_price_card_get_block (&card, 2) == &blocks[1]);
}

#define INPUT OUTLAY_TOKEN_INPUT
#define WRITE OUTLAY_TOKEN_CACHE_WRITE
#define READ OUTLAY_TOKEN_CACHE_READ
#define NONE NAN

/* Unknown is never 0: what a card has no price for is billed as something else. */
static void
test_rates (void)
{
  static const struct
  {
    const char       *row;
    OutlayCache       cache;
    double            read, write, write_1h; /* of the card; input costs 1 */
    OutlayTokenClass  read_as;
    double            read_price;
    OutlayTokenClass  write_as;
    double            write_price;
  } table[] = {
    { "all prices, 5 minutes", OUTLAY_CACHE_5M, 0.1, 2, 3, READ, 0.1, WRITE, 2 },
    { "all prices, 1 hour", OUTLAY_CACHE_1H, 0.1, 2, 3, READ, 0.1, WRITE, 3 },
    { "all prices, no cache", OUTLAY_CACHE_NONE, 0.1, 2, 3, INPUT, 1, INPUT, 1 },
    { "no 1-hour price", OUTLAY_CACHE_1H, 0.1, 2, NONE, READ, 0.1, WRITE, 2 },
    { "no write price", OUTLAY_CACHE_5M, 0.1, NONE, NONE, READ, 0.1, INPUT, 1 },
    { "no write price, 1 hour", OUTLAY_CACHE_1H, 0.1, NONE, NONE, READ, 0.1, INPUT, 1 },
    { "no read price: all is input", OUTLAY_CACHE_5M, NONE, 2, 3, INPUT, 1, INPUT, 1 },
    { "no read price, 1 hour", OUTLAY_CACHE_1H, NONE, 2, 3, INPUT, 1, INPUT, 1 },
    { "a price of 0 is a price", OUTLAY_CACHE_5M, 0, 0, 0, READ, 0, WRITE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      OutlayPriceBlock block = {
        .input = 1, .output = 10, .cache_read = table[i].read,
        .cache_write = table[i].write, .cache_write_1h = table[i].write_1h,
      };
      OutlayRate read = outlay_price_block_rate_read (&block, table[i].cache);
      OutlayRate write = outlay_price_block_rate_write (&block, table[i].cache);

      assert_near (table[i].row, read.per_million, table[i].read_price);
      assert_near (table[i].row, write.per_million, table[i].write_price);
      if (read.billed_as != table[i].read_as || write.billed_as != table[i].write_as)
        g_error ("%s: billed as something else", table[i].row);
    }
}

/* Two calls: 1,000,000 new; then 100,000 new (the output) and 1,000,000 read. By
 * the card of the plain scenario; output is 200,000 tokens, $2. */
static void
test_tokens_as_billed (void)
{
  static const struct
  {
    const char  *row;
    OutlayCache  cache;
    double       read, write, write_1h;
    double       input, cache_write, cache_read; /* tokens reported */
    double       cost;
  } table[] = {
    { "5 minutes", OUTLAY_CACHE_5M, 0.1, 2, 3, 0, 1.1e6, 1e6, 2.2 + 0.1 + 2 },
    { "1 hour", OUTLAY_CACHE_1H, 0.1, 2, 3, 0, 1.1e6, 1e6, 3.3 + 0.1 + 2 },
    { "no cache", OUTLAY_CACHE_NONE, 0.1, 2, 3, 2.1e6, 0, 0, 2.1 + 2 },
    { "no write price", OUTLAY_CACHE_5M, 0.1, NONE, NONE, 1.1e6, 0, 1e6, 1.1 + 0.1 + 2 },
    { "no read price", OUTLAY_CACHE_5M, NONE, 2, 3, 2.1e6, 0, 0, 2.1 + 2 },
    { "reads for nothing are still reads", OUTLAY_CACHE_5M, 0, 2, 3, 0, 1.1e6, 1e6, 2.2 + 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;
      OutlayPriceBlock *base = &scenario->prices.models[0].cards[0].base;
      const double *total;

      scenario->tasks[0].calls_per_turn = 2;
      scenario->options[0].cache = table[i].cache;
      base->cache_read = table[i].read;
      base->cache_write = table[i].write;
      base->cache_write_1h = table[i].write_1h;

      estimate = outlay_estimate_new (scenario);
      total = plain_get (estimate, 0)->total;
      assert_near (table[i].row, total[OUTLAY_FIGURE_TOKENS + INPUT], table[i].input);
      assert_near (table[i].row, total[OUTLAY_FIGURE_TOKENS + WRITE], table[i].cache_write);
      assert_near (table[i].row, total[OUTLAY_FIGURE_TOKENS + READ], table[i].cache_read);
      assert_near (table[i].row, total[OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_OUTPUT], 2e5);
      assert_near (table[i].row, total[OUTLAY_FIGURE_COST], table[i].cost);
    }
}

/* A cliff, not a marginal rate: one token more, and all of the call costs twice
 * as much, its output too. One call of 1,000,000 tokens is $2 and $1. */
static void
test_cliff (void)
{
  static const struct { const char *row; double threshold; double cost; } table[] = {
    { "a prompt at the threshold", 1e6, 3 },
    { "a prompt one over it", 1e6 - 1, 6 },
    { "a threshold far away", 1e8, 3 },
    { "a threshold of nothing", 0, 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;

      plain_add_block (scenario, &scenario->prices.models[0].cards[0],
                       table[i].threshold, 2);
      estimate = outlay_estimate_new (scenario);
      assert_near (table[i].row, plain_cost (estimate, 0, 0), table[i].cost);
    }
}

/* Two calls with the second over the threshold: 1,000,000 new at the base, then
 * 100,000 new and 1,000,000 read by a block that has no cache prices: input, at 4.
 * 2 + 1, then 1.1 * 4 + 0.1 * 40 = 8.4. */
static void
test_each_block_by_itself (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  OutlayPriceBlock *block = plain_add_block (scenario, &scenario->prices.models[0].cards[0],
                                             1e6, 4);
  const double *total;

  block->cache_read = block->cache_write = block->cache_write_1h = NAN;
  scenario->tasks[0].calls_per_turn = 2;

  estimate = outlay_estimate_new (scenario);
  total = plain_get (estimate, 0)->total;
  assert_near ("cost", total[OUTLAY_FIGURE_COST], 3 + 8.4);
  assert_near ("written at the base", total[OUTLAY_FIGURE_TOKENS + WRITE], 1e6);
  assert_near ("input above", total[OUTLAY_FIGURE_TOKENS + INPUT], 1.1e6);
  assert_near ("nothing is read", total[OUTLAY_FIGURE_TOKENS + READ], 0);
}

/* The call that sums up is billed by the prefix that it reads. With a limit of
 * 1,150,000 the third call would be over it. Below every threshold:
 *
 *   1,000,000 new                        2 + 1
 *   100,000 new, 1,000,000 read          0.2 + 0.1 + 1
 *   1,100,000 read, 50,000 of summary    0.11 + 0.5
 *   1,050,000 new                        2.1 + 1                   8.01
 *
 * Over a threshold of 1,099,999 lie the second and third: twice 1.3 and 0.61. */
static void
test_summary_by_prefix (void)
{
  static const struct { const char *row; double threshold; double cost; } table[] = {
    { "the prefix at the threshold", 1.1e6, 8.01 },
    { "the prefix over it", 1.1e6 - 1, 8.01 + 1.3 + 0.61 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;

      scenario->compact_at = 1.15e6;
      scenario->summary_tokens = 50000;
      scenario->tasks[0].calls_per_turn = 3;
      plain_add_block (scenario, &scenario->prices.models[0].cards[0],
                       table[i].threshold, 2);

      estimate = outlay_estimate_new (scenario);
      assert_near (table[i].row, plain_cost (estimate, 0, 0), table[i].cost);
    }
}

/* The card of a month is the one in force on its first day. */
static void
test_dates (void)
{
  static const struct { const char *row; int from; double costs[3]; } table[] = {
    { "on the first of a month", 20270101, { 3, 6, 6 } },
    { "in the middle of a month: from the next on", 20261215, { 3, 6, 6 } },
    { "a day after the first", 20270102, { 3, 3, 6 } },
    { "before the period", 20260101, { 6, 6, 6 } },
    { "after the period", 20280101, { 3, 3, 3 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;
      OutlayPriceCard *card = plain_add_card (scenario, &scenario->prices.models[0],
                                              table[i].from);

      card->base.cache_write = 4;
      card->base.output = 20;
      scenario->months = 3; /* from 2026-12 */
      estimate = outlay_estimate_new (scenario);
      for (guint m = 0; m < 3; m++)
        assert_near (table[i].row, plain_cost (estimate, 0, m), table[i].costs[m]);
    }
}

/* A card may change its thresholds too: month 1 has one at 500,000 (twice the
 * price), month 2 has none, month 3 has one at 500,000 again (three times). */
static void
test_thresholds_change (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  OutlayModel *model = &scenario->prices.models[0];

  plain_add_block (scenario, &model->cards[0], 500000, 2);
  plain_add_card (scenario, model, 20270101);
  plain_add_block (scenario, plain_add_card (scenario, model, 20270201), 500000, 3);
  scenario->months = 3;

  estimate = outlay_estimate_new (scenario);
  assert_near ("month 1", plain_cost (estimate, 0, 0), 6);
  assert_near ("month 2", plain_cost (estimate, 0, 1), 3);
  assert_near ("month 3", plain_cost (estimate, 0, 2), 9);
  assert_near ("tokens", plain_get (estimate, 0)->total[OUTLAY_FIGURE_TOKENS + WRITE], 3e6);
}

static void
test_month_names_a_day (void)
{
  static const struct { int start; int month; int date; } table[] = {
    { 2026 * 12 + 11, 1, 20261201 }, { 2026 * 12 + 11, 2, 20270101 },
    { 2026 * 12 + 11, 60, 20311101 }, { 2000 * 12, 1, 20000101 }, { 2199 * 12 + 11, 2, 22000101 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();

      scenario->start = table[i].start;
      g_assert_cmpint (outlay_scenario_get_date (scenario, table[i].month), ==, table[i].date);
    }
}

static void
test_find (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  const OutlayPrices *prices = &scenario->prices;

  plain_add_model (scenario, "other", OUTLAY_CLASS_FRONTIER);
  plain_add_plan (scenario, "plan", 20);

  g_assert_true (outlay_prices_find_model (prices, "model") == &prices->models[0]);
  g_assert_true (outlay_prices_find_model (prices, "other") == &prices->models[1]);
  g_assert_null (outlay_prices_find_model (prices, "Model"));
  g_assert_null (outlay_prices_find_model (prices, "plan"));
  g_assert_true (outlay_prices_find_plan (prices, "plan") == &prices->plans[0]);
  g_assert_null (outlay_prices_find_plan (prices, "model"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/prices/card-by-date", test_card_by_date);
  g_test_add_func ("/prices/block-by-prompt", test_block_by_prompt);
  g_test_add_func ("/prices/rates", test_rates);
  g_test_add_func ("/prices/tokens-as-billed", test_tokens_as_billed);
  g_test_add_func ("/prices/cliff", test_cliff);
  g_test_add_func ("/prices/each-block-by-itself", test_each_block_by_itself);
  g_test_add_func ("/prices/summary-by-prefix", test_summary_by_prefix);
  g_test_add_func ("/prices/dates", test_dates);
  g_test_add_func ("/prices/thresholds-change", test_thresholds_change);
  g_test_add_func ("/prices/month-names-a-day", test_month_names_a_day);
  g_test_add_func ("/prices/find", test_find);

  return g_test_run ();
}
