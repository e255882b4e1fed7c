/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refusals.h"

#include "scenarios.h"

#include <locale.h>

static char *
describe (const OutlayScenario *scenario,
          guint                 option)
{
  g_autoptr (OutlayScenario) copy = outlay_scenario_copy (scenario);
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (copy);

  return outlay_refusal_describe (&estimate->options[option]);
}

static OutlayPlan *
get_plan (OutlayScenario *scenario)
{
  g_assert_cmpuint (scenario->prices.n_plans, >=, 1);

  return &scenario->prices.plans[0];
}

static void
test_none (void)
{
  g_autoptr (OutlayScenario) scenario = read_example ("forty-people");
  g_autofree char *text = describe (scenario, 0);

  g_assert_null (text);
}

/* Of the worked example's 40 people 34 are active in the end, whichever month
 * is the first with too few seats. */
static void
test_seats (void)
{
  g_autoptr (OutlayScenario) example = read_example ("forty-people");
  g_autoptr (OutlayScenario) scenario = outlay_scenario_copy (example);
  g_autofree char *several = NULL;
  g_autofree char *one = NULL;

  get_plan (scenario)->max_seats = 30;
  several = describe (scenario, 4);
  get_plan (scenario)->max_seats = 1;
  one = describe (scenario, 4);

  g_assert_cmpstr (several, ==, "34 people, the plan has 30 seats");
  g_assert_cmpstr (one, ==, "34 people, the plan has 1 seat");
}

static void
test_one_person (void)
{
  OutlayOptionEstimate estimate = { .refusal = { .people = 0.4, .seats = 0 } };
  g_autofree char *text = NULL;

  estimate.error = g_error_new_literal (OUTLAY_ESTIMATE_ERROR, OUTLAY_ESTIMATE_ERROR_SEATS, "");
  text = outlay_refusal_describe (&estimate);
  g_clear_error (&estimate.error);

  g_assert_cmpstr (text, ==, "1 person, the plan has 0 seats");
}

static char *
describe_context (double tokens,
                  double limit)
{
  OutlayTask task = { .name = (char *) "Fix and debug" };
  OutlayModel model = { .name = (char *) "GPT-5.5" };
  OutlayOptionEstimate estimate = {
    .refusal = { .task = &task, .model = &model, .tokens = tokens, .limit = limit }
  };
  char *text;

  estimate.error =
    g_error_new_literal (OUTLAY_ESTIMATE_ERROR, OUTLAY_ESTIMATE_ERROR_CONTEXT, "");
  text = outlay_refusal_describe (&estimate);
  g_clear_error (&estimate.error);

  return text;
}

static void
test_context (void)
{
  g_autofree char *text = describe_context (170000, 160000);
  g_autofree char *close = describe_context (160000.4, 160000.2);

  g_assert_cmpstr (text, ==,
                   "Fix and debug does not fit GPT-5.5: 170,000 tokens, 160,000 fit");
  g_assert_cmpstr (close, ==,
                   "Fix and debug does not fit GPT-5.5: 160,001 tokens, 160,000 fit");
}

/* An error that is not known here is still said. */
static void
test_unknown (void)
{
  OutlayOptionEstimate estimate = { 0 };
  g_autofree char *text = NULL;

  estimate.error = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_FAILED, "Something else");
  text = outlay_refusal_describe (&estimate);
  g_clear_error (&estimate.error);

  g_assert_cmpstr (text, ==, "Something else");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/refusals/none", test_none);
  g_test_add_func ("/refusals/seats", test_seats);
  g_test_add_func ("/refusals/one-person", test_one_person);
  g_test_add_func ("/refusals/context", test_context);
  g_test_add_func ("/refusals/unknown", test_unknown);

  return g_test_run ();
}
