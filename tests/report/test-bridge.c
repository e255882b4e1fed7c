/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why one scenario costs more than another: what is shown of it. */
#include "bridge-chart.h"
#include "bridge-differences.h"
#include "bridge-options.h"
#include "catalogue-file.h"
#include "paths.h"
#include "scenario-file.h"

#include <locale.h>
#include <math.h>

#define NBSP "\302\240"
#include <string.h>

static OutlayScenario *
read_example (void)
{
  g_autoptr (GBytes) bytes = outlay_examples_get ("forty-people");
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("forty-people");
  OutlayScenario *scenario =
    outlay_scenario_read (bytes, outlay_catalogue_get_default (), problems);

  g_assert_nonnull (scenario);

  return scenario;
}

static OutlayScenario *
change (OutlayScenario *scenario,
        const char     *path,
        double          value)
{
  g_autoptr (GError) error = NULL;
  OutlayScenario *changed = outlay_scenario_set_number (scenario, path, value, &error);

  g_assert_no_error (error);
  outlay_scenario_unref (scenario);

  return changed;
}

/* Turns, people and the number of attempts differ, and how it is called. */
static OutlayScenario *
create_variant (void)
{
  OutlayScenario *variant = read_example ();

  variant = change (variant, "turns", 6);
  variant = change (variant, "team[0].people", 14);
  variant = change (variant, "max_attempts", 3);
  variant = change (variant, "budget", 12000);
  variant->name = outlay_pool_strdup (variant->pool, "Variant");

  return variant;
}

static double
to_coins (double amount)
{
  return round (amount * 100);
}

/* What is seen adds up to the last coin, no part is further than a coin from what
 * it is, and swapping the two turns every sign. */
static void
check_rounding (const OutlayBridge *bridge)
{
  OutlayBridge turned = *bridge;
  OutlayBridgeFigures figures, back;
  double sum;

  outlay_bridge_figures_init (&figures, bridge);
  sum = to_coins (figures.cost_a);
  for (guint i = 0; i < OUTLAY_N_BRIDGE_PARTS; i++)
    {
      g_assert_cmpfloat (fabs (figures.parts[i] - bridge->parts[i]), <=, 0.0151);
      sum += to_coins (figures.parts[i]);
    }
  g_assert_cmpfloat (sum, ==, to_coins (figures.cost_b));

  turned.cost_a = bridge->cost_b;
  turned.cost_b = bridge->cost_a;
  for (guint i = 0; i < OUTLAY_N_BRIDGE_PARTS; i++)
    turned.parts[i] = -bridge->parts[i];
  outlay_bridge_figures_init (&back, &turned);
  for (guint i = 0; i < OUTLAY_N_BRIDGE_PARTS; i++)
    g_assert_cmpfloat (back.parts[i], ==, -figures.parts[i]);
}

static void
test_rounding (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      double size = pow (10, g_test_rand_double_range (-2, 6));
      OutlayBridge bridge = { .currency = "USD",
                              .cost_a = g_test_rand_double_range (0, size) };

      bridge.cost_b = bridge.cost_a;
      for (guint i = 0; i < OUTLAY_N_BRIDGE_PARTS; i++)
        if (g_test_rand_bit ())
          bridge.cost_b += bridge.parts[i] = g_test_rand_double_range (-size, size);
      check_rounding (&bridge);
    }
}

static void
test_chart (void)
{
  g_autoptr (OutlayScenario) a = read_example ();
  g_autoptr (OutlayScenario) b = create_variant ();
  g_autoptr (OutlayComparison) comparison = outlay_comparison_new (a, b, "opus");
  const OutlayComparedOption *option =
    &g_array_index (comparison->options, OutlayComparedOption, 0);
  g_autoptr (OutlayBridgeChart) data = outlay_bridge_chart_new (comparison, option, 2);
  g_autofree char *finding = outlay_bridge_finding (comparison, option);
  g_autofree char *subtitle = outlay_bridge_subtitle (comparison, option);
  double level = 0;

  g_assert_cmpuint (data->chart.n_steps, ==, 9);
  g_assert_cmpuint (data->chart.step_slot, ==, 2);
  g_assert_cmpuint (data->sheet->rows->len, ==, 10);
  for (guint i = 0; i + 1 < data->chart.n_steps; i++)
    level += data->chart.steps[i].value;
  g_assert_cmpfloat_with_epsilon (level, data->chart.steps[8].value, 1e-6);
  g_assert_true (data->chart.steps[0].is_total && data->chart.steps[8].is_total);
  g_assert_cmpstr (data->chart.steps[0].text, ==, "$64,020.45");
  g_assert_cmpstr (data->chart.steps[1].text, ==, "$0.00");
  g_assert_true (g_str_has_prefix (data->chart.steps[4].text, "+$"));
  g_assert_cmpstr (outlay_sheet_get_text (data->sheet, 8, 0), ==, data->chart.steps[8].text);
  g_assert_true (outlay_sheet_get_asks (data->sheet, 0, 0));
  g_assert_false (outlay_sheet_get_asks (data->sheet, 4, 0));

  g_assert_true (g_str_has_prefix (finding, "Claude Opus 4.8 costs $"));
  g_assert_true (g_str_has_suffix (finding, " more in “Variant”"));
  g_assert_nonnull (strstr (subtitle, "Largest part: Turns, +$"));
}

static void
test_same (void)
{
  g_autoptr (OutlayScenario) a = read_example ();
  g_autoptr (OutlayComparison) comparison = outlay_comparison_new (a, a, "max");
  const OutlayComparedOption *option =
    &g_array_index (comparison->options, OutlayComparedOption, 0);
  g_autofree char *finding = outlay_bridge_finding (comparison, option);
  g_autofree char *subtitle = outlay_bridge_subtitle (comparison, option);

  g_assert_cmpstr (finding, ==, "Claude Max 5x costs the same in both scenarios");
  g_assert_null (strstr (subtitle, "Largest"));
  g_assert_null (outlay_bridge_differences_new (a, a, "max"));
}

static int
find_row (const OutlaySheet *sheet,
          const char        *name)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    if (g_str_equal (outlay_sheet_get_row (sheet, i)->name, name))
      return (int) i;

  return -1;
}

static void
check_row (const OutlaySheet *sheet,
           const char        *name,
           const char        *from,
           const char        *to,
           const char        *part)
{
  int row = find_row (sheet, name);

  g_assert_cmpint (row, >=, 0);
  g_assert_cmpstr (outlay_sheet_get_text (sheet, (guint) row, 0), ==, from);
  g_assert_cmpstr (outlay_sheet_get_text (sheet, (guint) row, 1), ==, to);
  g_assert_cmpstr (outlay_sheet_get_text (sheet, (guint) row, 2), ==, part);
}

/* What differs, in the order of the parts, and nothing that no cost depends on. */
static void
test_differences (void)
{
  g_autoptr (OutlayScenario) a = read_example ();
  g_autoptr (OutlayScenario) b = create_variant ();
  g_autoptr (OutlaySheet) sheet = outlay_bridge_differences_new (a, b, "opus");

  g_assert_cmpuint (sheet->rows->len, ==, 4);
  check_row (sheet, "Budget", "$9,000.00", "$12,000.00", "None");
  check_row (sheet, "Platform: People", "12", "14", "People and months");
  check_row (sheet, "Turns", "5", "6", "Turns");
  check_row (sheet, "Attempts", "2", "3", "Acceptance");
  g_assert_cmpint (find_row (sheet, "Platform: People"), ==, 0);
}

/* Shares are in percent, money in the currency that it is counted in. */
static void
test_units (void)
{
  g_autoptr (OutlayScenario) a = read_example ();
  g_autoptr (OutlayScenario) b = outlay_scenario_copy (a);
  g_autoptr (OutlaySheet) sheet = NULL;
  g_autoptr (OutlayComparison) comparison = NULL;
  g_autofree char *subtitle = NULL;

  b = change (b, "team[0].hourly_wage", 80);
  b = change (b, "adoption.from", 0.358209);
  b = change (b, "adoption.to", 1);
  b = change (b, "cache_warmth.5m", 0.00425);
  b = change (b, "budget", NAN);
  b->currency = (OutlayCurrency) { outlay_pool_strdup (b->pool, "EUR"), 0.9 };
  sheet = outlay_bridge_differences_new (a, b, "opus");
  check_row (sheet, "Platform: Hourly wage, US dollars an hour", "75", "80", "People and months");
  check_row (sheet, "Adoption: Active at first", "30" NBSP "%", "35.8" NBSP "%", "People and months");
  check_row (sheet, "Adoption: Active in the end", "85" NBSP "%", "100" NBSP "%", "People and months");
  check_row (sheet, "Cache warmth: Warm with the 5-minute cache", "75" NBSP "%", "0.425" NBSP "%", "Tokens");
  check_row (sheet, "Budget", "$9,000.00", "none", "None");

  comparison = outlay_comparison_new (a, b, "opus");
  subtitle = outlay_bridge_subtitle (comparison,
                                     &g_array_index (comparison->options, OutlayComparedOption, 0));
  g_assert_true (g_str_has_prefix (subtitle, "US dollars, as they count in USD and EUR"));
}

/* A role that one side lacks, and a member of another option, which is no matter. */
static void
test_lone_entries (void)
{
  g_autoptr (OutlayScenario) a = read_example ();
  g_autoptr (OutlayScenario) b = outlay_scenario_copy (a);
  g_autoptr (OutlaySheet) sheet = NULL;
  g_autoptr (OutlaySheet) turned = NULL;

  b->n_team--;
  b->options[1].effort = 2;
  sheet = outlay_bridge_differences_new (a, b, "opus");
  g_assert_cmpuint (sheet->rows->len, ==, 1);
  check_row (sheet, outlay_sheet_get_row (sheet, 0)->name, "there", "not there",
             "People and months");
  g_assert_true (g_str_has_suffix (outlay_sheet_get_row (sheet, 0)->name, ": Analysts"));

  turned = outlay_bridge_differences_new (b, a, "opus");
  check_row (turned, outlay_sheet_get_row (sheet, 0)->name, "not there", "there",
             "People and months");
}

/* All options side by side, with what only one scenario has. */
static void
test_options (void)
{
  g_autoptr (OutlayScenario) a = read_example ();
  g_autoptr (OutlayScenario) b = create_variant ();
  g_autoptr (OutlayEstimate) first = NULL;
  g_autoptr (OutlayEstimate) second = NULL;
  g_autoptr (OutlaySheet) sheet = NULL;
  OutlayOptionLook looks[8] = { { 0 } };

  b->n_options--;
  first = outlay_estimate_new (a);
  second = outlay_estimate_new (b);
  looks[1].focus = TRUE;
  sheet = outlay_bridge_options_new (first, second, second, looks);

  g_assert_cmpuint (sheet->rows->len, ==, 5);
  g_assert_true (outlay_sheet_get_row (sheet, 1)->focus);
  g_assert_cmpstr (outlay_sheet_get_text (sheet, 0, 0), ==, "$64,020.45");
  g_assert_cmpfloat (outlay_sheet_get_value (sheet, 0, 2), ==,
                     outlay_sheet_get_value (sheet, 0, 1) -
                     outlay_sheet_get_value (sheet, 0, 0));
  g_assert_cmpstr (outlay_sheet_get_text (sheet, 4, 2), ==, "only in the first");
  g_assert_true (isnan (outlay_sheet_get_value (sheet, 4, 1)));
}

/* The figure of a sentence from its sign to the space after it. */
static char *
get_figure (const char *sentence)
{
  const char *figure = strchr (sentence, '$');

  g_assert_nonnull (figure);

  return g_strndup (figure, strcspn (figure, " "));
}

/* Heading, chart and both tables say the same of the same option. */
static void
check_agreement (OutlayScenario *a,
                 OutlayScenario *b,
                 guint           row)
{
  g_autoptr (OutlayComparison) comparison = outlay_comparison_new (a, b, b->options[row].id);
  const OutlayComparedOption *option =
    &g_array_index (comparison->options, OutlayComparedOption, 0);
  g_autoptr (OutlayBridgeChart) data = outlay_bridge_chart_new (comparison, option, 0);
  g_autofree char *finding = outlay_bridge_finding (comparison, option);
  g_autofree char *difference = get_figure (finding);
  g_autoptr (OutlayEstimate) first = outlay_estimate_new (a);
  g_autoptr (OutlayEstimate) second = outlay_estimate_new (b);
  OutlayOptionLook looks[8] = { { 0 } };
  g_autoptr (OutlaySheet) options = outlay_bridge_options_new (first, second, second, looks);
  const char *change = outlay_sheet_get_text (options, row, 2);

  g_assert_cmpstr (outlay_sheet_get_text (options, row, 0), ==, data->chart.steps[0].text);
  g_assert_cmpstr (outlay_sheet_get_text (options, row, 1), ==, data->chart.steps[8].text);
  g_assert_cmpstr (change, ==, outlay_sheet_get_text (data->sheet, 9, 0));
  g_assert_cmpstr (strchr (change, '$'), ==, difference);
}

static void
test_agreement (void)
{
  g_autoptr (OutlayScenario) a = read_example ();
  g_autoptr (OutlayScenario) b = create_variant ();

  for (guint i = 0; i < a->n_options; i++)
    {
      check_agreement (a, b, i);
      check_agreement (b, a, i);
    }
}

static void
test_only_in_one (void)
{
  g_autoptr (OutlayScenario) a = read_example ();
  g_autoptr (OutlayScenario) b = create_variant ();
  g_autoptr (OutlayComparison) comparison = NULL;
  const OutlayComparedOption *option;
  g_autofree char *finding = NULL;

  b->n_options--;
  comparison = outlay_comparison_new (a, b, "max");
  option = &g_array_index (comparison->options, OutlayComparedOption, 0);
  finding = outlay_bridge_finding (comparison, option);
  g_assert_cmpstr (finding, ==, "Claude Max 5x is only in “Forty people, seven months”");
  g_assert_null (outlay_bridge_chart_new (comparison, option, 0));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  g_test_add_func ("/report/bridge/rounding", test_rounding);
  g_test_add_func ("/report/bridge/chart", test_chart);
  g_test_add_func ("/report/bridge/same", test_same);
  g_test_add_func ("/report/bridge/differences", test_differences);
  g_test_add_func ("/report/bridge/units", test_units);
  g_test_add_func ("/report/bridge/lone-entries", test_lone_entries);
  g_test_add_func ("/report/bridge/options", test_options);
  g_test_add_func ("/report/bridge/agreement", test_agreement);
  g_test_add_func ("/report/bridge/only-in-one", test_only_in_one);

  return g_test_run ();
}
