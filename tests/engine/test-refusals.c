/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD sections 5 and 7: what refuses one option, while the others are
 * estimated, and which facts a front end is given to say so. */
#include "estimate.h"

#include "near.h"
#include "option-estimate.h"
#include "plain-scenario.h"

/* A role, from month 2 on, with 30 people on a ramp of 10, 20, 30. */
static void
test_seats (void)
{
  static const struct
  {
    const char *row;
    gint64      max_seats;
    int         month; /* the first with too few seats, or 0 */
    double      people;
    const char *message;
  } table[] = {
    { "no limit", OUTLAY_NONE, 0, 0, NULL },
    { "just enough", 30, 0, 0, NULL },
    { "too few in the last month", 29, 4, 30,
      "30 people, the plan has 29 seats at most; too few from month 4" },
    { "too few from the second month on", 10, 3, 30,
      "30 people, the plan has 10 seats at most; too few from month 3" },
    { "too few at once", 9, 2, 30,
      "30 people, the plan has 9 seats at most; too few from month 2" },
    { "none at all", 0, 2, 30,
      "30 people, the plan has 0 seats at most; too few from month 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;
      const OutlayOptionEstimate *refused;

      scenario->months = 4;
      scenario->team[0].people = 30;
      scenario->team[0].joins = 2;
      scenario->adoption = (OutlayAdoption) { OUTLAY_ADOPTION_LINEAR, 1 / 3.0, 1, 3, NULL, 0 };
      plain_add_plan (scenario, "plan", 20)->max_seats = table[i].max_seats;
      plain_add_option (scenario, OUTLAY_OPTION_PLAN, "plan", "model");

      estimate = outlay_estimate_new (scenario);
      refused = &estimate->options[1];
      if (table[i].message == NULL)
        {
          g_assert_no_error (refused->error);
          continue;
        }

      g_assert_error (refused->error, OUTLAY_ESTIMATE_ERROR, OUTLAY_ESTIMATE_ERROR_SEATS);
      g_assert_cmpstr (refused->error->message, ==, table[i].message);
      g_assert_cmpint (refused->refusal.seats, ==, table[i].max_seats);
      g_assert_cmpint (refused->refusal.month, ==, table[i].month);
      assert_near (table[i].row, refused->refusal.people, table[i].people);

      /* The other option is not touched. */
      assert_near (table[i].row, plain_cost (estimate, 0, 3), 90);
    }
}

/* A draw is not refused for its seats; the fee is that of those it needs. */
static void
test_draw_has_seats (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) draw = NULL;

  scenario->team[0].people = 30;
  plain_add_plan (scenario, "plan", 20)->max_seats = 3;
  plain_add_option (scenario, OUTLAY_OPTION_PLAN, "plan", "model");

  draw = outlay_estimate_new_for_factors (scenario, &OUTLAY_FACTORS_ONE, FALSE);
  assert_near ("fees", plain_cost (draw, 1, 0), 600);
}

/* The least that a call needs is B + summary + u + r + o = 1,000,000 + 5,000 +
 * 200 + 30 + 100,000. */
#define NEED 1105230.0

static OutlayScenario *
make_scenario (void)
{
  OutlayScenario *scenario = plain_scenario_new ();

  scenario->summary_tokens = 5000;
  scenario->tasks[0].message = 200;
  scenario->tasks[0].tool_result = 30;
  scenario->compact_at = 1e8;

  return scenario;
}

static void
test_context (void)
{
  static const struct
  {
    const char *row;
    double      compact_at, window, tokenizer, effort;
    double      need, limit; /* of what is refused, or 0 */
  } table[] = {
    { "room to spare", 1e8, 1e9, 1, 1, 0, 0 },
    { "compaction just late enough", NEED, 1e9, 1, 1, 0, 0 },
    { "compaction a token too early", NEED - 1, 1e9, 1, 1, NEED, NEED - 1 },
    { "0.8 of the window is just enough", 1e8, NEED / 0.8, 1, 1, 0, 0 },
    { "0.8 of the window is a token too little", 1e8, (NEED - 1) / 0.8, 1, 1, NEED, NEED - 1 },
    { "a tokenizer that makes more of it", NEED, 1e9, 1.5, 1, 1.5 * NEED, NEED },
    { "a tokenizer that makes less of it", NEED / 2, 1e9, 0.5, 1, 0, 0 },
    { "effort makes the output larger", NEED, 1e9, 1, 2, NEED + 1e5, NEED },
    { "or smaller", NEED - 1e5, 1e9, 1, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = make_scenario ();
      g_autoptr (OutlayEstimate) estimate = NULL;
      const OutlayOptionEstimate *refused;
      g_autofree char *message = NULL;

      scenario->compact_at = table[i].compact_at;
      scenario->prices.models[0].context_window = table[i].window;
      scenario->prices.models[0].tokenizer = table[i].tokenizer;
      scenario->options[0].effort = table[i].effort;

      estimate = outlay_estimate_new (scenario);
      refused = &estimate->options[0];
      if (table[i].need == 0)
        {
          g_assert_no_error (refused->error);
          continue;
        }

      message = g_strdup_printf ("task by Role on model: one call needs %.0f tokens, "
                                 "at most %.0f fit", table[i].need, table[i].limit);
      g_assert_error (refused->error, OUTLAY_ESTIMATE_ERROR, OUTLAY_ESTIMATE_ERROR_CONTEXT);
      g_assert_cmpstr (refused->error->message, ==, message);
      g_assert_true (refused->refusal.role == &scenario->team[0]);
      g_assert_true (refused->refusal.task == &scenario->tasks[0]);
      g_assert_true (refused->refusal.model == &scenario->prices.models[0]);
      assert_near (table[i].row, refused->refusal.tokens, table[i].need);
      assert_near (table[i].row, refused->refusal.limit, table[i].limit);
    }
}

/* Asked is what can be called. "small" is a model that no task fits; the other two
 * are roomy. Role 1 is a novice, role 2 an expert. */
typedef struct
{
  const char         *row;
  int                 small; /* the tier of the small model */
  OutlayTier          novice, expert;
  int                 escalate_to;
  gint64              max_attempts;
  OutlayLearningTier  learning_tier;
  double              experts;
  const char         *refused_for; /* the role, or NULL */
} AskedCase;

static const AskedCase asked[] = {
  { "a tier that nothing names", OUTLAY_TIER_SPECIALIST, OUTLAY_TIER_ECONOMY,
    OUTLAY_TIER_ECONOMY, OUTLAY_NONE, 3, { OUTLAY_TIER_ECONOMY, 0 }, 1, NULL },
  { "a tier by rule", OUTLAY_TIER_ECONOMY, OUTLAY_TIER_ECONOMY,
    OUTLAY_TIER_ECONOMY, OUTLAY_NONE, 1, { OUTLAY_TIER_ECONOMY, 0 }, 1, "Role" },
  { "a tier by rule for the second role", OUTLAY_TIER_SPECIALIST, OUTLAY_TIER_ECONOMY,
    OUTLAY_TIER_SPECIALIST, OUTLAY_NONE, 1, { OUTLAY_TIER_ECONOMY, 0 }, 1, "Expert" },
  { "a tier by rule for a role without people", OUTLAY_TIER_SPECIALIST, OUTLAY_TIER_ECONOMY,
    OUTLAY_TIER_SPECIALIST, OUTLAY_NONE, 1, { OUTLAY_TIER_ECONOMY, 0 }, 0, NULL },
  { "the learning tier", OUTLAY_TIER_SPECIALIST, OUTLAY_TIER_ECONOMY,
    OUTLAY_TIER_ECONOMY, OUTLAY_NONE, 1, { OUTLAY_TIER_SPECIALIST, 1 }, 1, "Role" },
  { "the learning tier of no months", OUTLAY_TIER_SPECIALIST, OUTLAY_TIER_ECONOMY,
    OUTLAY_TIER_ECONOMY, OUTLAY_NONE, 1, { OUTLAY_TIER_SPECIALIST, 0 }, 1, NULL },
  { "the tier after a rejection", OUTLAY_TIER_SPECIALIST, OUTLAY_TIER_ECONOMY,
    OUTLAY_TIER_ECONOMY, OUTLAY_TIER_SPECIALIST, 2, { OUTLAY_TIER_ECONOMY, 0 }, 1, "Role" },
  { "which one attempt never reaches", OUTLAY_TIER_SPECIALIST, OUTLAY_TIER_ECONOMY,
    OUTLAY_TIER_ECONOMY, OUTLAY_TIER_SPECIALIST, 1, { OUTLAY_TIER_ECONOMY, 0 }, 1, NULL },
  /* Rules are asked even where learning goes on for longer than the period. */
  { "a rule behind a long learning tier", OUTLAY_TIER_SPECIALIST, OUTLAY_TIER_SPECIALIST,
    OUTLAY_TIER_ECONOMY, OUTLAY_NONE, 1, { OUTLAY_TIER_ECONOMY, 60 }, 1, "Role" },
};

static void
test_asked (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      const AskedCase *c = &asked[i];
      g_autoptr (OutlayScenario) scenario = make_scenario ();
      g_autoptr (OutlayEstimate) estimate = NULL;
      const char *tiers[OUTLAY_N_TIERS] = { "model", "model", "model" };
      OutlayLearningTier learning_tier = c->learning_tier;
      const OutlayOptionEstimate *refused;
      OutlayOption *option;

      scenario->team[0].expertise = OUTLAY_LEVEL_NOVICE;
      plain_add_role (scenario, "Expert", c->experts)->expertise = OUTLAY_LEVEL_EXPERT;
      plain_add_model (scenario, "small", OUTLAY_CLASS_MID)->context_window = 8000;
      tiers[c->small] = "small";
      option = plain_add_routing (scenario, tiers[0], tiers[1], tiers[2]);
      plain_set_rule (option, 0, c->novice, OUTLAY_TIER_FRONTIER, c->expert);
      option->escalate_to = c->escalate_to;
      option->learning_tier = &learning_tier;
      scenario->max_attempts = c->max_attempts;

      estimate = outlay_estimate_new (scenario);
      refused = &estimate->options[1];
      if ((refused->error != NULL) != (c->refused_for != NULL))
        g_error ("%s", c->row);
      if (refused->error != NULL)
        {
          g_assert_error (refused->error, OUTLAY_ESTIMATE_ERROR,
                          OUTLAY_ESTIMATE_ERROR_CONTEXT);
          g_assert_cmpstr (refused->refusal.role->name, ==, c->refused_for);
          g_assert_cmpstr (refused->refusal.model->id, ==, "small");
        }
      plain_get (estimate, 0);
    }
}

/* A task is asked whether or not it has a share of the work, and named; the wage
 * of a role makes its output larger. */
static void
test_task_and_role_named (void)
{
  g_autoptr (OutlayScenario) scenario = make_scenario ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  const OutlayRefusal *refusal;

  scenario->compact_at = 1200000;
  scenario->wage_effect = (OutlayWageEffect) { TRUE, 60, 0, 1 };
  plain_add_role (scenario, "Dear", 1)->hourly_wage = 120;
  plain_add_task (scenario, "rare");

  estimate = outlay_estimate_new (scenario);
  g_assert_error (estimate->options[0].error, OUTLAY_ESTIMATE_ERROR,
                  OUTLAY_ESTIMATE_ERROR_CONTEXT);
  refusal = &estimate->options[0].refusal;
  g_assert_cmpstr (refusal->role->name, ==, "Dear");
  g_assert_cmpstr (refusal->task->id, ==, "task");
  assert_near ("need", refusal->tokens, NEED + 1e5);

  outlay_estimate_unref (g_steal_pointer (&estimate));
  scenario->compact_at = 1e8;
  scenario->tasks[1].base_context = 2e8;
  estimate = outlay_estimate_new (scenario);
  g_assert_cmpstr (estimate->options[0].refusal.task->id, ==, "rare");
  g_assert_cmpstr (estimate->options[0].refusal.role->name, ==, "Role");
}

/* What nobody does is not walked either: a task without people that is larger
 * than its model's context, past every threshold, must touch nothing. */
static void
test_nobody_meets_no_limit (void)
{
  g_autoptr (OutlayScenario) scenario = make_scenario ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  OutlayPriceCard *card = &scenario->prices.models[0].cards[0];

  scenario->compact_at = 50000;
  scenario->team[0].people = 0;
  plain_add_block (scenario, card, 1000, 2);
  plain_add_block (scenario, card, 100000, 2);
  plain_add_block (scenario, card, 200000, 2);

  estimate = outlay_estimate_new (scenario);
  assert_near ("cost", plain_cost (estimate, 0, 0), 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/refusals/seats", test_seats);
  g_test_add_func ("/refusals/draw-has-seats", test_draw_has_seats);
  g_test_add_func ("/refusals/context", test_context);
  g_test_add_func ("/refusals/asked", test_asked);
  g_test_add_func ("/refusals/task-and-role-named", test_task_and_role_named);
  g_test_add_func ("/refusals/nobody-meets-no-limit", test_nobody_meets_no_limit);

  return g_test_run ();
}
