/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "costs.h"

#include "chart-data.h"
#include "cost-columns.h"
#include "estimates.h"
#include "price-news.h"
#include "readings.h"
#include "scenarios.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static const double first[] = { 10, 50, 30 };
static const double second[] = { 40, 40, 70 };
static const double third[] = { 10, 20, 0.1 };

static OutlayEstimate *
make_four (void)
{
  static const double *const costs[] = { first, second, REFUSED_OPTION, third };

  return make_estimate (4, 3, 45, costs);
}

/* What a month or the period costs */

static void
test_get (void)
{
  g_autoptr (OutlayEstimate) estimate = make_four ();

  g_assert_cmpfloat (outlay_costs_get (estimate, 0, 1, FALSE), ==, 50);
  g_assert_cmpfloat (outlay_costs_get (estimate, 0, 1, TRUE), ==, 60);
  g_assert_cmpfloat (outlay_costs_get (estimate, 0, OUTLAY_WHOLE_PERIOD, FALSE), ==, 90);
  g_assert_true (isnan (outlay_costs_get (estimate, 2, 1, FALSE)));
  g_assert_true (isnan (outlay_costs_get (estimate, 0, 3, FALSE)));
}

static void
test_budget (void)
{
  g_autoptr (OutlayEstimate) estimate = make_four ();

  g_assert_true (outlay_costs_is_over (estimate, 0, 1, FALSE));
  g_assert_false (outlay_costs_is_over (estimate, 0, 1, TRUE));
  g_assert_false (outlay_costs_is_over (estimate, 0, OUTLAY_WHOLE_PERIOD, FALSE));
  g_assert_true (outlay_costs_is_over (estimate, 1, OUTLAY_WHOLE_PERIOD, FALSE));
  g_assert_false (outlay_costs_is_over (estimate, 2, 1, FALSE));

  estimate->scenario->budget = NAN;
  g_assert_false (outlay_costs_is_over (estimate, 0, 1, FALSE));
}

static void
test_rank (void)
{
  static const guint by_total[] = { 1, 0, 3, 2 };
  static const guint by_first[] = { 1, 0, 3, 2 };
  static const guint by_second[] = { 0, 1, 3, 2 };
  g_autoptr (OutlayEstimate) estimate = make_four ();
  g_autofree guint *total = outlay_costs_rank (estimate, OUTLAY_WHOLE_PERIOD, FALSE);
  g_autofree guint *month_0 = outlay_costs_rank (estimate, 0, FALSE);
  g_autofree guint *month_1 = outlay_costs_rank (estimate, 1, FALSE);

  g_assert_cmpmem (total, sizeof by_total, by_total, sizeof by_total);
  g_assert_cmpmem (month_0, sizeof by_first, by_first, sizeof by_first);
  g_assert_cmpmem (month_1, sizeof by_second, by_second, sizeof by_second);
  g_assert_cmpint (outlay_costs_find_cheapest (estimate), ==, 3);
  g_assert_cmpint (outlay_costs_find_peak (estimate, 1), ==, 2);
  g_assert_cmpint (outlay_costs_find_peak (estimate, 2), ==, -1);
}

/* The chart */

static void
test_chart (void)
{
  static const OutlayOptionLook looks[] = {
    { .slot = 4 }, { .slot = 0, .focus = TRUE }, { .slot = 2 }, { .slot = 1, .hidden = TRUE }
  };
  g_autoptr (OutlayEstimate) estimate = make_four ();
  g_autoptr (OutlayChartData) monthly = outlay_chart_data_new (estimate, looks, FALSE, FALSE);
  g_autoptr (OutlayChartData) sums = outlay_chart_data_new (estimate, looks, TRUE, TRUE);
  static const double first_sums[] = { 10, 60, 90 };

  g_assert_cmpuint (monthly->chart.n_series, ==, 4);
  g_assert_cmpuint (monthly->chart.n_months, ==, 3);
  g_assert_cmpint (monthly->chart.first_year, ==, 2026);
  g_assert_cmpint (monthly->chart.first_month, ==, 12);
  g_assert_true (monthly->chart.has_budget);
  g_assert_cmpfloat (monthly->chart.budget, ==, 45);
  g_assert_cmpint (monthly->chart.bands, ==, OUTLAY_CHART_BANDS_NONE);

  g_assert_cmpstr (monthly->series[0].name, ==, "Alpha");
  g_assert_cmpuint (monthly->series[0].slot, ==, 4);
  g_assert_true (monthly->series[1].focus);
  g_assert_null (monthly->series[2].values);
  g_assert_true (monthly->series[3].hidden);
  g_assert_cmpmem (monthly->series[0].values, sizeof first, first, sizeof first);

  g_assert_true (sums->chart.budget_accumulates);
  g_assert_true (sums->chart.logarithmic);
  g_assert_cmpmem (sums->series[0].values, sizeof first_sums, first_sums, sizeof first_sums);
}

static void
test_no_budget (void)
{
  static const double *const costs[] = { first };
  static const OutlayOptionLook looks[] = { { 0 } };
  g_autoptr (OutlayEstimate) estimate = make_estimate (1, 3, NAN, costs);
  g_autoptr (OutlayChartData) data = outlay_chart_data_new (estimate, looks, FALSE, FALSE);

  g_assert_false (data->chart.has_budget);
}

/* Changes of prices */

static void
add_card (OutlayScenario *scenario,
          const char     *model_id,
          int             from,
          double          input)
{
  OutlayModel *model = (OutlayModel *) outlay_prices_find_model (&scenario->prices, model_id);
  OutlayPriceCard *cards = outlay_pool_alloc0 (scenario->pool, model->n_cards + 1,
                                               sizeof *cards);

  memcpy (cards, model->cards, model->n_cards * sizeof *cards);
  cards[model->n_cards] = cards[model->n_cards - 1];
  cards[model->n_cards].from = from;
  cards[model->n_cards].base.input = input;
  model->cards = cards;
  model->n_cards++;
}

/* A change of 15 January is in force on the first day of February. */
static void
test_price_news (void)
{
  g_autoptr (OutlayScenario) example = read_example ("forty-people");
  g_autoptr (OutlayScenario) scenario = outlay_scenario_copy (example);
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autofree OutlayOptionLook *looks = g_new0 (OutlayOptionLook, scenario->n_options);
  g_autoptr (OutlayChartData) data = NULL;
  g_autofree char *text = NULL;

  add_card (scenario, "openai/gpt-5.5", 20270115, 9);
  add_card (scenario, "deepseek/deepseek-v4-pro", 20270201, 1);
  add_card (scenario, "anthropic/claude-sonnet-4-6", 20270801, 5);
  estimate = outlay_estimate_new (scenario);
  data = outlay_chart_data_new (estimate, looks, FALSE, FALSE);

  g_assert_cmpuint (data->price_news->len, ==, 2);
  g_assert_cmpuint (data->chart.n_price_changes, ==, 1);
  g_assert_cmpuint (data->chart.price_changes[0].month, ==, 2);
  g_assert_cmpuint (data->chart.price_changes[0].n_changes, ==, 2);

  text = outlay_price_news_describe (&g_array_index (data->price_news, OutlayPriceNews, 0),
                                     scenario);
  g_assert_cmpstr (text, ==,
                   "GPT-5.5 from February 2027: input $5.00 → $9.00, output $30.00 → $30.00");
}

/* A tag without a curve that it moves would be a riddle. */
static void
test_hidden_price_news (void)
{
  g_autoptr (OutlayScenario) example = read_example ("forty-people");
  g_autoptr (OutlayScenario) scenario = outlay_scenario_copy (example);
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autofree OutlayOptionLook *looks = g_new0 (OutlayOptionLook, scenario->n_options);
  g_autoptr (GArray) news = NULL;
  g_autofree char *text = NULL;

  add_card (scenario, "openai/gpt-5.5", 20270115, 9);
  estimate = outlay_estimate_new (scenario);
  looks[2].hidden = TRUE;
  news = outlay_price_news_list (estimate, looks);
  text = outlay_price_news_describe_month (news, scenario, 2);

  g_assert_cmpuint (news->len, ==, 0);
  g_assert_null (text);
}

/* In words */

static void
test_readings (void)
{
  static const OutlayOptionLook looks[] = { { 0 }, { 0 }, { 0 }, { .hidden = TRUE } };
  g_autoptr (OutlayEstimate) estimate = make_four ();
  g_autofree char *month = outlay_reading_describe (estimate, looks, 1, FALSE);
  g_autofree char *period = outlay_reading_describe (estimate, looks, -1, FALSE);
  g_autofree char *title = outlay_reading_title (estimate, -1);
  g_autofree char *where = outlay_reading_subtitle (estimate, 1, FALSE);
  g_autofree char *sum = outlay_reading_subtitle (estimate, 1, TRUE);

  g_assert_cmpstr (month, ==, "January 2027: Alpha $50, over the budget; Beta $40");
  g_assert_cmpstr (period, ==,
                   "Dec 2026 – Feb 2027: Beta $150, over the budget; Alpha $90");
  g_assert_cmpstr (title, ==, "Dec 2026 – Feb 2027");
  g_assert_cmpstr (where, ==, "month 2 of 3");
  g_assert_cmpstr (sum, ==, "sum to month 2 of 3");
}

/* The table */

static void
check_cell (const OutlayEstimate *estimate,
            guint                 option,
            guint                 column,
            const char           *expected)
{
  g_autofree char *text = outlay_cost_column_format (estimate, option, column, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_cells (void)
{
  g_autoptr (OutlayEstimate) estimate = make_four ();
  g_autofree char *note = outlay_cost_column_get_note (estimate, 0, OUTLAY_COST_COLUMN_PEAK);
  g_autofree char *title = outlay_cost_column_get_title (estimate, OUTLAY_COST_COLUMN_LAST);
  g_autofree char *sum = outlay_cost_column_format (estimate, 0, OUTLAY_COST_COLUMN_MONTH + 2,
                                                    TRUE);

  check_cell (estimate, 0, OUTLAY_COST_COLUMN_FIRST, "$10");
  check_cell (estimate, 0, OUTLAY_COST_COLUMN_PEAK, "$50");
  check_cell (estimate, 0, OUTLAY_COST_COLUMN_LAST, "$30");
  check_cell (estimate, 0, OUTLAY_COST_COLUMN_TOTAL, "$90");
  check_cell (estimate, 0, OUTLAY_COST_COLUMN_AGAINST, "+199\xc2\xa0%");
  check_cell (estimate, 3, OUTLAY_COST_COLUMN_AGAINST, "cheapest");
  check_cell (estimate, 2, OUTLAY_COST_COLUMN_TOTAL, "–");
  check_cell (estimate, 2, OUTLAY_COST_COLUMN_AGAINST, "–");
  check_cell (estimate, 0, OUTLAY_COST_COLUMN_MONTH + 1, "$50");
  g_assert_cmpstr (sum, ==, "$90");
  g_assert_cmpstr (note, ==, "Jan");
  g_assert_cmpstr (title, ==, "Feb 2027");

  g_assert_true (outlay_cost_column_is_over (estimate, 0, OUTLAY_COST_COLUMN_PEAK, FALSE));
  g_assert_false (outlay_cost_column_is_over (estimate, 1, OUTLAY_COST_COLUMN_TOTAL, FALSE));
  g_assert_false (outlay_cost_column_is_over (estimate, 2, OUTLAY_COST_COLUMN_PEAK, FALSE));
}

/* "+0 %" would say that two costs are the same. */
static void
test_small_difference (void)
{
  static const double dear[] = { 1004, 1000, 1000 };
  static const double cheap[] = { 1000, 1000, 1000 };
  static const double *const costs[] = { dear, cheap, cheap };
  g_autoptr (OutlayEstimate) estimate = make_estimate (3, 3, NAN, costs);

  check_cell (estimate, 0, OUTLAY_COST_COLUMN_AGAINST, "+0.1\xc2\xa0%");
  check_cell (estimate, 1, OUTLAY_COST_COLUMN_AGAINST, "cheapest");
  check_cell (estimate, 2, OUTLAY_COST_COLUMN_AGAINST, "cheapest");
}

static void
test_tsv (void)
{
  g_autoptr (OutlayEstimate) estimate = make_four ();
  g_autofree char *text = NULL;

  estimate->options[0].cost_per_accepted = 1.0 / 3;
  estimate->options[1].cost_per_accepted = NAN;
  estimate->options[3].cost_per_accepted = 0.25;
  ((OutlayOption *) estimate->options[1].option)->name = (char *) "A\ttab";
  text = outlay_cost_table_to_tsv (estimate);

  g_assert_cmpstr (text, ==,
                   "option\tcurrency\t2026-12\t2027-01\t2027-02\ttotal\tper_accepted\n"
                   "Alpha\tUSD\t10\t50\t30\t90\t0.3333333333333333\n"
                   "A tab\tUSD\t40\t40\t70\t150\t\n"
                   "Gamma\tUSD\t\t\t\t\t\n"
                   "Delta\tUSD\t10\t20\t0.1\t30.1\t0.25\n");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/costs/get", test_get);
  g_test_add_func ("/costs/budget", test_budget);
  g_test_add_func ("/costs/rank", test_rank);
  g_test_add_func ("/costs/chart", test_chart);
  g_test_add_func ("/costs/no-budget", test_no_budget);
  g_test_add_func ("/costs/price-news", test_price_news);
  g_test_add_func ("/costs/hidden-price-news", test_hidden_price_news);
  g_test_add_func ("/costs/readings", test_readings);
  g_test_add_func ("/costs/cells", test_cells);
  g_test_add_func ("/costs/small-difference", test_small_difference);
  g_test_add_func ("/costs/tsv", test_tsv);

  return g_test_run ();
}
