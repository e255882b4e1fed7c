/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file means the same once it is written and read again. */
#include "reading.h"

#include "estimate.h"
#include "random-scenario.h"

#include <jansson.h>
#include <locale.h>
#include <string.h>

static char *
write_to_text (const OutlayScenario *scenario)
{
  g_autoptr (GBytes) bytes = outlay_scenario_write (scenario);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  return g_strndup (text, size);
}

/* Every figure of both estimates is the same, to the last bit. */
static void
assert_same_figures (OutlayScenario *a,
                     OutlayScenario *b)
{
  g_autoptr (OutlayEstimate) x = outlay_estimate_new (a);
  g_autoptr (OutlayEstimate) y = outlay_estimate_new (b);

  g_assert_cmpuint (x->n_options, ==, y->n_options);
  g_assert_cmpuint (x->n_months, ==, y->n_months);
  for (guint i = 0; i < x->n_options; i++)
    {
      g_assert_true ((x->options[i].error == NULL) == (y->options[i].error == NULL));
      for (guint f = 0; x->options[i].error == NULL && f < OUTLAY_N_FIGURES; f++)
        g_assert_cmpmem (x->options[i].monthly[f], x->n_months * sizeof (double),
                         y->options[i].monthly[f], y->n_months * sizeof (double));
    }
}

static void
assert_round_trip (OutlayScenario *scenario)
{
  g_autofree char *text = write_to_text (scenario);
  g_autoptr (OutlayScenario) again = read_good (text);
  g_autofree char *text_again = write_to_text (again);

  g_assert_true (outlay_scenario_equal (scenario, again));
  g_assert_cmpstr (text, ==, text_again);
  assert_same_figures (scenario, again);
}

static void
test_examples (void)
{
  g_auto (GStrv) names = outlay_examples_list ();

  g_assert_cmpuint (g_strv_length (names), ==, 4);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = outlay_examples_get (names[i]);
      g_autoptr (OutlayProblems) problems = outlay_problems_new (names[i]);
      g_autoptr (OutlayScenario) scenario =
        outlay_scenario_read (bytes, outlay_catalogue_get_default (), problems);

      g_assert_nonnull (scenario);
      assert_round_trip (scenario);
    }

  g_assert_null (outlay_examples_get ("no-such-example"));
}

static void
test_defaults (void)
{
  g_autoptr (OutlayScenario) scenario = read_good ("{}");

  assert_round_trip (scenario);
}

static void
test_random (void)
{
  for (int i = 0; i < 100; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();

      assert_round_trip (scenario);
    }
}

/* Names are anybody's: quotes, control characters, scripts, and text that other
 * formats would take for something else. */
static void
test_texts (void)
{
  static const char * const texts[] = {
    "\"quoted\" \\ back", "two\nlines\ttab", "\x01\x1F\x7F", "M\xC3\xBCller & S\xC3\xB6hne",
    "\xE6\x9D\xB1\xE4\xBA\xAC \xF0\x9F\x98\x80", "=1+1", "</td>", "null", " ",
    "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE2\x80\x8F",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();

      scenario->name = scenario->notes = (char *) texts[i];
      scenario->team[0].name = scenario->tasks[0].id = (char *) texts[i];
      scenario->options[0].name = (char *) texts[i];
      assert_round_trip (scenario);
    }
}

/* Numbers keep their point where people write a comma. */
static void
test_german (void)
{
  g_autoptr (OutlayScenario) scenario = random_scenario_new ();
  g_autofree char *text = write_to_text (scenario);
  g_autofree char *german = NULL;

  g_assert_nonnull (setlocale (LC_ALL, "de_DE.UTF-8"));
  german = write_to_text (scenario);
  g_assert_cmpstr (german, ==, text);
  assert_round_trip (scenario);
  setlocale (LC_ALL, "C.UTF-8");
}

/* Every key of the format, as paths; [] is a list's first entry that has what
 * follows. */
static const char * const keys[] = {
  "outlay", "name", "notes", "start", "months", "active_days", "currency.code",
  "currency.rate", "turns", "turn_spread",
  "team[].name", "team[].people", "team[].joins", "team[].expertise", "team[].tasks_per_day",
  "team[].hourly_wage", "team[].occupation", "team[].mix",
  "adoption.shape", "adoption.from", "adoption.to", "adoption.months",
  "learning.curve", "learning.months", "onboarding.hours", "onboarding.money",
  "expertise.novice.turns", "expertise.novice.calls", "expertise.novice.acceptance",
  "expertise.intermediate.turns", "expertise.intermediate.calls",
  "expertise.intermediate.acceptance",
  "expertise.expert.turns", "expertise.expert.calls", "expertise.expert.acceptance",
  "tasks[].id", "tasks[].name", "tasks[].share", "tasks[].turns", "tasks[].calls_per_turn",
  "tasks[].base_context", "tasks[].message", "tasks[].tool_result", "tasks[].output",
  "tasks[].acceptance", "tasks[].minutes_saved", "tasks[].minutes_review", "tasks[].risk",
  "classes.economy.turns", "classes.economy.acceptance", "classes.mid.turns",
  "classes.mid.acceptance", "classes.frontier.turns", "classes.frontier.acceptance",
  "cache_warmth.5m", "cache_warmth.1h", "taper", "compact_at", "summary_tokens",
  "max_turns", "max_attempts", "usage_spread",
  "wage_effect.enabled", "wage_effect.reference_wage", "wage_effect.turns",
  "wage_effect.output", "value_growth", "price_drift", "budget",
  "uncertainty.tasks", "uncertainty.turns", "uncertainty.tokens", "uncertainty.acceptance",
  "uncertainty.warmth", "uncertainty.learning", "uncertainty.adoption", "seed",
  "options[].id", "options[].name", "options[].kind", "options[].effort", "options[].cache",
  "options[].model", "options[].price_factor", "options[].tiers.economy",
  "options[].tiers.frontier", "options[].tiers.specialist", "options[].rules",
  "options[].escalate_to", "options[].learning_tier.tier", "options[].learning_tier.months",
  "options[].plan",
  "prices.models[].id", "prices.models[].vendor", "prices.models[].name",
  "prices.models[].class", "prices.models[].context_window", "prices.models[].max_output",
  "prices.models[].tokenizer", "prices.models[].status", "prices.models[].source",
  "prices.models[].confidence", "prices.models[].prices[].from",
  "prices.models[].prices[].input", "prices.models[].prices[].output",
  "prices.models[].prices[].cache_read", "prices.models[].prices[].cache_write",
  "prices.models[].prices[].cache_write_1h",
  "prices.models[].prices[].long_context[].threshold",
  "prices.models[].prices[].long_context[].input",
  "prices.models[].prices[].long_context[].output",
  "prices.models[].prices[].long_context[].cache_read",
  "prices.models[].prices[].long_context[].cache_write",
  "prices.models[].prices[].long_context[].cache_write_1h",
  "prices.plans[].id", "prices.plans[].vendor", "prices.plans[].name", "prices.plans[].fee",
  "prices.plans[].min_seats", "prices.plans[].max_seats", "prices.plans[].allowance",
  "prices.plans[].pooled", "prices.plans[].overage", "prices.plans[].allowance_note",
  "prices.plans[].source", "prices.plans[].as_of",
};

static gboolean
has_parts (const json_t  *json,
           char         **parts)
{
  g_autofree char *key = NULL;
  const json_t *value;

  if (*parts == NULL)
    return TRUE;

  if (!g_str_has_suffix (*parts, "[]"))
    {
      value = json_object_get (json, *parts);
      return value != NULL && has_parts (value, parts + 1);
    }

  key = g_strndup (*parts, strlen (*parts) - 2);
  value = json_object_get (json, key);
  for (gsize i = 0; i < json_array_size (value); i++)
    if (has_parts (json_array_get (value, i), parts + 1))
      return TRUE;

  return FALSE;
}

static gboolean
has_key (const json_t *json,
         const char   *path)
{
  g_auto (GStrv) parts = g_strsplit (path, ".", -1);

  return has_parts (json, parts);
}

/* What is written is complete, whatever the file that was read left out. */
static void
test_complete (void)
{
  g_autoptr (OutlayScenario) scenario = read_good (
    "{\"tasks\": [{\"id\": \"t\", \"name\": \"T\", \"share\": [1, 1], \"calls_per_turn\": 1, "
    "\"base_context\": 1, \"message\": 1, \"tool_result\": 1, \"output\": 1}], "
    "\"options\": [{\"id\": \"a\", \"name\": \"A\", \"kind\": \"model\", \"model\": "
    "\"openai/gpt-5.5\"}, {\"id\": \"b\", \"name\": \"B\", \"kind\": \"plan\", \"model\": "
    "\"openai/gpt-5.5\", \"plan\": \"openai/plus\"}, {\"id\": \"c\", \"name\": \"C\", "
    "\"kind\": \"routing\", \"tiers\": {\"economy\": \"openai/gpt-5.5\", \"frontier\": "
    "\"openai/gpt-5.5\", \"specialist\": \"openai/gpt-5.5\"}, \"rules\": {\"t\": "
    "\"economy\"}, \"learning_tier\": {\"tier\": \"economy\", \"months\": 1}}]}");
  g_autofree char *text = write_to_text (scenario);
  json_t *json = json_loads (text, 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!has_key (json, keys[i]))
      g_error ("%s is not written", keys[i]);

  /* The cards and plans that the options use, and no others. */
  g_assert_cmpuint (json_array_size (json_object_get (json_object_get (json, "prices"),
                                                      "models")), ==, 1);
  g_assert_cmpuint (json_array_size (json_object_get (json_object_get (json, "prices"),
                                                      "plans")), ==, 1);
  json_decref (json);
}

/* A custom adoption has shares, and no ramp. */
static void
test_keys_that_apply (void)
{
  g_autoptr (OutlayScenario) scenario = read_good (
    "{\"adoption\": {\"shape\": \"custom\", \"shares\": [0.25, 0.5]}}");
  g_autofree char *text = write_to_text (scenario);
  json_t *json = json_loads (text, 0, NULL);
  const json_t *adoption = json_object_get (json, "adoption");

  g_assert_cmpuint (json_object_size (adoption), ==, 2);
  g_assert_cmpuint (json_array_size (json_object_get (adoption, "shares")), ==, 2);
  json_decref (json);
}

/* On reading, a card in the file wins over the catalogue. */
static void
test_card_in_file_wins (void)
{
  g_autoptr (OutlayScenario) scenario = read_good (
    "{\"options\": [{\"id\": \"a\", \"name\": \"A\", \"kind\": \"model\", \"model\": "
    "\"openai/gpt-5.5\"}], \"prices\": {\"models\": [{\"id\": \"openai/gpt-5.5\", "
    "\"name\": \"Mine\", \"class\": \"mid\", \"context_window\": 1000000, \"prices\": "
    "[{\"input\": 7, \"output\": 8}]}]}}");
  g_autoptr (OutlayScenario) from_catalogue = read_good (
    "{\"options\": [{\"id\": \"a\", \"name\": \"A\", \"kind\": \"model\", \"model\": "
    "\"openai/gpt-5.5\"}]}");

  g_assert_cmpuint (scenario->prices.n_models, ==, 1);
  g_assert_cmpfloat (scenario->prices.models[0].cards[0].base.input, ==, 7);
  g_assert_cmpfloat (from_catalogue->prices.models[0].cards[0].base.input, ==, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/writer/examples", test_examples);
  g_test_add_func ("/writer/defaults", test_defaults);
  g_test_add_func ("/writer/random", test_random);
  g_test_add_func ("/writer/texts", test_texts);
  g_test_add_func ("/writer/german", test_german);
  g_test_add_func ("/writer/complete", test_complete);
  g_test_add_func ("/writer/keys-that-apply", test_keys_that_apply);
  g_test_add_func ("/writer/card-in-file-wins", test_card_in_file_wins);

  return g_test_run ();
}
