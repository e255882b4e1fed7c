/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 3: the mix of tasks, and how it drifts with tenure. */
#include "mix.h"

#include "near.h"
#include "plain-scenario.h"

#define N_TASKS 3

typedef struct
{
  const char *row;
  OutlayPair  ends[N_TASKS];
  double      progress;
  double      learning; /* the factor of section 10 */
  double      shares[N_TASKS];
} Case;

static const Case cases[] = {
  { "the start", { { 0.5, 0.2 }, { 0.3, 0.3 }, { 0.2, 0.5 } }, 0, 1, { 0.5, 0.3, 0.2 } },
  { "the end", { { 0.5, 0.2 }, { 0.3, 0.3 }, { 0.2, 0.5 } }, 1, 1, { 0.2, 0.3, 0.5 } },
  { "half way", { { 0.5, 0.2 }, { 0.3, 0.3 }, { 0.2, 0.5 } }, 0.5, 1, { 0.35, 0.3, 0.35 } },

  /* Each end is divided by its own sum. Binary fractions, so that the shares are
   * exact: 0.5 + 0.25 + 0.25 and 0.25 + 0.125 + 0.125 = 0.5. */
  { "ends that miss 1", { { 0.5, 0.25 }, { 0.25, 0.125 }, { 0.25, 0.125 } }, 1, 1,
    { 0.5, 0.25, 0.25 } },
  { "a thousandth too little", { { 0.333, 1 }, { 0.333, 0 }, { 0.333, 0 } }, 0, 1,
    { 1 / 3.0, 1 / 3.0, 1 / 3.0 } },

  /* Section 10: twice as much learning moves the end twice as far: 0.5 - 2 * 0.3
   * is less than nothing, so 0; then 0.3 and 0.2 + 0.6 are divided by 1.1. */
  { "learning past an empty share", { { 0.5, 0.2 }, { 0.3, 0.3 }, { 0.2, 0.5 } }, 1, 2,
    { 0, 0.3 / 1.1, 0.8 / 1.1 } },
  { "half of that way", { { 0.5, 0.2 }, { 0.3, 0.3 }, { 0.2, 0.5 } }, 0.5, 2,
    { 0.25, (0.3 + 0.3 / 1.1) / 2, (0.2 + 0.8 / 1.1) / 2 } },
  { "half the learning", { { 0.5, 0.2 }, { 0.3, 0.3 }, { 0.2, 0.5 } }, 1, 0.5,
    { 0.35, 0.3, 0.35 } },
  { "no learning", { { 0.5, 0.2 }, { 0.3, 0.3 }, { 0.2, 0.5 } }, 1, 0, { 0.5, 0.3, 0.2 } },
};

static OutlayScenario *
make_scenario (const OutlayPair *ends)
{
  OutlayScenario *scenario = plain_scenario_new ();

  plain_add_task (scenario, "second");
  plain_add_task (scenario, "third");
  for (guint j = 0; j < N_TASKS; j++)
    scenario->tasks[j].share = ends[j];

  return scenario;
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayScenario) scenario = make_scenario (cases[i].ends);
      double shares[N_TASKS];

      outlay_role_mix (scenario, &scenario->team[0], cases[i].progress, cases[i].learning,
                       shares);
      for (guint j = 0; j < N_TASKS; j++)
        assert_near (cases[i].row, shares[j], cases[i].shares[j]);
    }
}

/* A role's own mix stands in the place of the tasks' shares. */
static void
test_own_mix (void)
{
  const OutlayPair ends[N_TASKS] = { { 1, 1 }, { 0, 0 }, { 0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayScenario) scenario = make_scenario (ends);
      double shares[N_TASKS];

      plain_set_mix (scenario, &scenario->team[0], cases[i].ends);
      outlay_role_mix (scenario, &scenario->team[0], cases[i].progress, cases[i].learning,
                       shares);
      for (guint j = 0; j < N_TASKS; j++)
        assert_near (cases[i].row, shares[j], cases[i].shares[j]);
    }
}

/* Dividing by a sum that is 1 but for rounding must not leave a trace of a task
 * that nobody does any more. */
static void
test_empty_share_is_empty (void)
{
  const OutlayPair ends[N_TASKS] = { { 0.1, 0 }, { 0.7, 0.3 }, { 0.2, 0.7 } };
  g_autoptr (OutlayScenario) scenario = make_scenario (ends);
  double shares[N_TASKS];

  outlay_role_mix (scenario, &scenario->team[0], 1, 1, shares);
  g_assert_cmpfloat (shares[0], ==, 0);
}

/* Two roles, one of which only does the dear task: $3 and $6, in the mean of the
 * first role's 1 : 1 mix $4.50. */
static void
test_cost (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  const OutlayPair own[] = { { 0, 0 }, { 1, 1 } };
  OutlayTask *dear = plain_add_task (scenario, "dear");

  scenario->tasks[0].share = (OutlayPair) { 0.5, 0.5 };
  dear->share = (OutlayPair) { 0.5, 0.5 };
  dear->base_context = 2e6;
  dear->output = 2e5;
  plain_set_mix (scenario, plain_add_role (scenario, "Dear", 10), own);

  estimate = outlay_estimate_new (scenario);
  assert_near ("cost", plain_cost (estimate, 0, 0), 4.5 + 10 * 6);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mix/cases", test_cases);
  g_test_add_func ("/mix/own", test_own_mix);
  g_test_add_func ("/mix/empty-share", test_empty_share_is_empty);
  g_test_add_func ("/mix/cost", test_cost);

  return g_test_run ();
}
