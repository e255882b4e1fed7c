/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inputs by path, as --set and the dials name them. */
#include "paths.h"

#include "reading.h"

#include <math.h>
#include <string.h>

/* Two roles, a custom adoption, the default tasks, a routing. */
static OutlayScenario *
make_scenario (void)
{
  return read_good (
    "{\"turns\": 3.5, \"months\": 9, \"max_turns\": null, \"budget\": null, "
    "\"team\": [{\"name\": \"A\", \"people\": 1, \"expertise\": \"expert\", "
    "\"tasks_per_day\": 1, \"hourly_wage\": 1}, {\"name\": \"B\", \"people\": 2.5, "
    "\"expertise\": \"expert\", \"tasks_per_day\": 4, \"hourly_wage\": 1}], "
    "\"adoption\": {\"shape\": \"custom\", \"shares\": [0.25, 0.5]}, "
    "\"options\": [{\"id\": \"gpt\", \"name\": \"A\", \"kind\": \"model\", \"model\": "
    "\"openai/gpt-5.5\", \"effort\": 2}]}");
}

static void
test_get (void)
{
  static const struct { const char *path; double value; } table[] = {
    { "turns", 3.5 },
    { "months", 9 },
    { "max_turns", NAN },
    { "budget", NAN },
    { "team[1].people", 2.5 },
    { "tasks[0].output", 500 },
    { "tasks[fix].output", 500 },
    { "tasks[write].output", 900 },
    { "tasks[fix].share[1]", 0.19 },
    { "expertise.novice.turns[0]", 1.4 },
    { "uncertainty.tasks[2]", 1.6 },
    { "adoption.shares[1]", 0.5 },
    { "cache_warmth.5m", 0.75 },
    { "options[gpt].effort", 2 },
    { "options[0].effort", 2 },
    { "prices.models[openai/gpt-5.5].prices[0].input", 5 },
    { "prices.models[0].prices[0].long_context[0].threshold", 272000 },
  };
  g_autoptr (OutlayScenario) scenario = make_scenario ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      double value = -1;

      if (!outlay_scenario_get_number (scenario, table[i].path, &value, &error))
        g_error ("%s", error->message);
      if (isnan (table[i].value) ? !isnan (value) : value != table[i].value)
        g_error ("%s: %g", table[i].path, value);
    }
}

static void
test_no_such_input (void)
{
  static const struct { const char *path; const char *message; } table[] = {
    { "", ": no such input" },
    { "trns", "trns: no such input; did you mean \"turns\"?" },
    { "team[0].peopl", "team[0].peopl: no such input; did you mean \"people\"?" },
    { "team[2].people", "team[2].people: no such input" },
    { "team[-1].people", "team[-1].people: no such input" },
    { "team[].people", "team[].people: no such input" },
    { "team[A].people", "team[A].people: no such input" },
    { "team[0", "team[0: no such input" },
    { "team[0]x", "team[0]x: no such input" },
    { "team[0][0]", "team[0][0]: no such input" },
    { "team.people", "team.people: no such input" },
    { "turns.start", "turns.start: no such input" },
    { "turns[0]", "turns[0]: no such input" },
    { "turns.", "turns.: no such input" },
    { ".turns", ".turns: no such input" },
    { "tasks[nothing].output", "tasks[nothing].output: no such input" },
    { "tasks[fix].share[2]", "tasks[fix].share[2]: no such input" },
    { "tasks[99999999999999999999].output", "tasks[99999999999999999999].output: no such input" },
    { "adoption.shares[2]", "adoption.shares[2]: no such input" },
    /* A key that does not apply is not there. */
    { "adoption.from", "adoption.from: no such input; did you mean \"from\"?" },
    { "options[0].learning_tier.months", "options[0].learning_tier.months: no such input" },
    /* Inputs that are there, and are no numbers. */
    { "name", "name: not a number" },
    { "learning.curve", "learning.curve: not a number" },
    { "learning", "learning: not a number" },
    { "tasks[fix].share", "tasks[fix].share: not a number" },
    { "wage_effect.enabled", "wage_effect.enabled: not a number" },
    { "team[0].mix", "team[0].mix: not a number" },
    { "team[0]", "team[0]: no such input" },
  };
  g_autoptr (OutlayScenario) scenario = make_scenario ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) set_error = NULL;
      double value = -1;

      g_assert_false (outlay_scenario_get_number (scenario, table[i].path, &value, &error));
      g_assert_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_PATH);
      if (!g_str_has_prefix (error->message, table[i].message))
        {
          g_test_message ("expected: %s\nfound: %s", table[i].message, error->message);
          g_test_fail ();
        }
      g_assert_cmpfloat (value, ==, -1);
      g_assert_null (outlay_scenario_set_number (scenario, table[i].path, 1, &set_error));
      g_assert_cmpstr (set_error->message, ==, error->message);
    }
}

static void
test_set (void)
{
  static const struct { const char *path; double value; } table[] = {
    { "turns", 7.25 }, { "months", 12 }, { "max_turns", 20 }, { "max_turns", NAN },
    { "budget", 9000 }, { "budget", NAN }, { "team[1].people", 0 }, { "tasks[fix].output", 0 },
    { "tasks[0].output", 2000000 }, { "expertise.novice.turns[1]", 1 },
    { "adoption.shares[0]", 0.5 }, { "options[gpt].effort", 0.5 },
    { "uncertainty.tasks[1]", 1.25 },
  };
  g_autoptr (OutlayScenario) scenario = make_scenario ();
  g_autoptr (GBytes) before = outlay_scenario_write (scenario);
  g_autoptr (GBytes) after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (OutlayScenario) changed =
        outlay_scenario_set_number (scenario, table[i].path, table[i].value, &error);
      double value = -1;

      if (changed == NULL)
        g_error ("%s", error->message);
      g_assert_true (outlay_scenario_get_number (changed, table[i].path, &value, &error));
      if (isnan (table[i].value) ? !isnan (value) : value != table[i].value)
        g_error ("%s: %g", table[i].path, value);
    }

  /* A scenario is a value: an edit makes the next one. */
  after = outlay_scenario_write (scenario);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_not_allowed (void)
{
  static const struct { const char *path; double value; const char *message; } table[] = {
    { "turns", 0.5, "turns: found 0.5; allowed is a number, 1 to 100" },
    { "turns", 101, "turns: found 101; allowed is a number, 1 to 100" },
    { "turns", NAN, "turns: found nan; allowed is a number, 1 to 100" },
    { "turns", INFINITY, "turns: found inf; allowed is a number, 1 to 100" },
    { "budget", INFINITY, "budget: found inf; allowed is a number, 0 or more, or null" },
    { "months", 7.5, "months: found 7.5; allowed is a whole number, 1 to 60" },
    { "max_turns", 0, "max_turns: found 0; allowed is a whole number, 1 to 500, or null" },
    { "budget", -1, "budget: found -1; allowed is a number, 0 or more, or null" },
    { "uncertainty.tasks[1]", 2, "uncertainty.tasks[1]: found 2; allowed is [low, likely, "
      "high], rising, each 0 to 10" },
    { "uncertainty.tasks[0]", 1.1, "uncertainty.tasks[0]: found 1.1; allowed is [low, likely, "
      "high], rising, each 0 to 10" },
    { "uncertainty.tasks[2]", 0.9, "uncertainty.tasks[2]: found 0.9; allowed is [low, likely, "
      "high], rising, each 0 to 10" },
    /* What several inputs say together is asked too. */
    { "tasks[fix].share[0]", 0.9, "tasks: the shares at the start sum to 1.57; allowed is 1 "
      "within 0.001" },
    { "adoption.shares[1]", 0.1, "adoption.shares[1]: less than the share before it; shares "
      "never fall" },
    { "expertise.expert.calls", 0, NULL },
    { "tasks[orchestrate].calls_per_turn", 1000,
      "tasks[6].calls_per_turn: times the calls of a level in use this is 1200; at most 1000" },
  };
  g_autoptr (OutlayScenario) scenario = make_scenario ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (OutlayScenario) changed =
        outlay_scenario_set_number (scenario, table[i].path, table[i].value, &error);

      if (table[i].message == NULL)
        {
          g_assert_no_error (error);
          continue;
        }
      if (changed != NULL || !g_str_has_prefix (error->message, table[i].message))
        {
          g_test_message ("%s to %g: expected %s\nfound %s", table[i].path, table[i].value,
                          table[i].message, error != NULL ? error->message : "nothing wrong");
          g_test_fail ();
        }
      else
        {
          g_assert_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_RANGE);
        }
    }
}

/* Without a scenario a path names a row of the table: entries have no number. */
static void
test_find (void)
{
  static const struct { const char *path; const char *key; } table[] = {
    { "turns", "turns" }, { "team[].people", "people" }, { "team[7].people", "people" },
    { "tasks[anything].output", "output" }, { "tasks[].share[]", "share" },
    { "tasks[].share[1]", "share" }, { "adoption.from", "from" },
    { "adoption.shares[59]", "shares" }, { "options[].learning_tier.tier", "tier" },
    { "learning", "learning" },
    { "tasks[].share[2]", NULL }, { "adoption.shares[60]", NULL }, { "trns", NULL },
    { "", NULL }, { "team[]", NULL }, { "turns[]", NULL }, { "team[].", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const OutlayInput *input = outlay_input_find (table[i].path);

      if (g_strcmp0 (input != NULL ? input->key : NULL, table[i].key) != 0)
        g_error ("%s: %s", table[i].path, input != NULL ? input->key : "none");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paths/get", test_get);
  g_test_add_func ("/paths/no-such-input", test_no_such_input);
  g_test_add_func ("/paths/set", test_set);
  g_test_add_func ("/paths/not-allowed", test_not_allowed);
  g_test_add_func ("/paths/find", test_find);

  return g_test_run ();
}
