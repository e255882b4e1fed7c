/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table that reader, writer, checks, dials and help are made from. */
#include "inputs.h"

#include "evidence.h"
#include "paths.h"
#include "reading.h"
#include "shipped.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

/* FORMAT's table: what each number may be. */
static const struct
{
  const char *path;
  double      min, max;
  gboolean    whole, nullable;
} limits[] = {
  { "outlay", 1, 1, TRUE, FALSE },
  { "months", 1, 60, TRUE, FALSE },
  { "active_days", 0, 31, FALSE, FALSE },
  { "currency.rate", 1e-6, 1e6, FALSE, FALSE },
  { "turns", 1, 100, FALSE, FALSE },
  { "turn_spread", 0, 3, FALSE, FALSE },
  { "team[].people", 0, 1e6, FALSE, FALSE },
  { "team[].joins", 1, 60, TRUE, FALSE },
  { "team[].tasks_per_day", 0, 1000, FALSE, FALSE },
  { "team[].hourly_wage", 0.01, 10000, FALSE, FALSE },
  { "adoption.from", 0, 1, FALSE, FALSE },
  { "adoption.to", 0, 1, FALSE, FALSE },
  { "adoption.months", 1, 60, TRUE, FALSE },
  { "adoption.shares[]", 0, 1, FALSE, FALSE },
  { "learning.months", 1, 60, TRUE, FALSE },
  { "onboarding.hours", 0, 1000, FALSE, FALSE },
  { "onboarding.money", 0, 1e6, FALSE, FALSE },
  { "expertise.novice.turns[0]", 0, 10, FALSE, FALSE },
  { "expertise.intermediate.calls", 0, 10, FALSE, FALSE },
  { "expertise.expert.acceptance[1]", 0, 10, FALSE, FALSE },
  { "tasks[].share[0]", 0, 1, FALSE, FALSE },
  { "tasks[].turns", 0, 20, FALSE, FALSE },
  { "tasks[].calls_per_turn", 1, 1000, TRUE, FALSE },
  { "tasks[].base_context", 0, 2e6, FALSE, FALSE },
  { "tasks[].message", 0, 2e6, FALSE, FALSE },
  { "tasks[].tool_result", 0, 2e6, FALSE, FALSE },
  { "tasks[].output", 0, 2e6, FALSE, FALSE },
  { "tasks[].acceptance", 0, 10, FALSE, FALSE },
  { "tasks[].minutes_saved", 0, 10000, FALSE, FALSE },
  { "tasks[].minutes_review", 0, 10000, FALSE, FALSE },
  { "classes.economy.turns", 0, 10, FALSE, FALSE },
  { "classes.frontier.acceptance", 0, 10, FALSE, FALSE },
  { "cache_warmth.5m", 0, 1, FALSE, FALSE },
  { "cache_warmth.1h", 0, 1, FALSE, FALSE },
  { "taper", 0.1, 1, FALSE, FALSE },
  { "compact_at", 1000, 1e8, FALSE, FALSE },
  { "summary_tokens", 0, 1e6, FALSE, FALSE },
  { "max_turns", 1, 500, TRUE, TRUE },
  { "max_attempts", 1, 10, TRUE, FALSE },
  { "usage_spread", 0, 5, FALSE, FALSE },
  { "wage_effect.reference_wage", 0.01, 10000, FALSE, FALSE },
  { "wage_effect.turns", -2, 2, FALSE, FALSE },
  { "wage_effect.output", -2, 2, FALSE, FALSE },
  { "value_growth", 0, 10, FALSE, FALSE },
  { "price_drift", 0, 0.99, FALSE, FALSE },
  { "budget", 0, G_MAXDOUBLE, FALSE, TRUE },
  { "uncertainty.adoption[2]", 0, 10, FALSE, FALSE },
  { "seed", 0, 9007199254740992.0, TRUE, FALSE },
  { "options[].effort", 0, 10, FALSE, FALSE },
  { "options[].price_factor", 0, 10, FALSE, FALSE },
  { "options[].learning_tier.months", 0, 60, TRUE, FALSE },
  { "prices.models[].context_window", 1, 1e9, FALSE, FALSE },
  { "prices.models[].max_output", 1, 1e9, FALSE, TRUE },
  { "prices.models[].tokenizer", 0.1, 10, FALSE, FALSE },
  { "prices.models[].prices[].input", 0, 1e7, FALSE, FALSE },
  { "prices.models[].prices[].output", 0, 1e7, FALSE, FALSE },
  { "prices.models[].prices[].cache_read", 0, 1e7, FALSE, TRUE },
  { "prices.models[].prices[].cache_write", 0, 1e7, FALSE, TRUE },
  { "prices.models[].prices[].cache_write_1h", 0, 1e7, FALSE, TRUE },
  { "prices.plans[].min_seats", 0, 1e9, TRUE, FALSE },
  { "prices.plans[].max_seats", 0, 1e9, TRUE, TRUE },
  { "prices.plans[].allowance", 0, G_MAXDOUBLE, FALSE, TRUE },
};

static void
test_limits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      const OutlayInput *input = outlay_input_find (limits[i].path);

      if (input == NULL)
        g_error ("%s: no such input", limits[i].path);
      if (input->min != limits[i].min || input->max != limits[i].max ||
          (input->type == OUTLAY_INPUT_WHOLE) != limits[i].whole ||
          ((input->flags & OUTLAY_INPUT_NULLABLE) != 0) != limits[i].nullable)
        g_error ("%s: %g to %g", limits[i].path, input->min, input->max);
    }
}

/* FORMAT's lists: how long they may be. */
static void
test_lists (void)
{
  static const struct { const char *path; guint n_min, n_max; } table[] = {
    { "team", 1, 100 }, { "tasks", 1, 50 }, { "options", 0, 50 }, { "adoption.shares", 1, 60 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_assert_cmpuint (outlay_input_find (table[i].path)->n_min, ==, table[i].n_min);
      g_assert_cmpuint (outlay_input_find (table[i].path)->n_max, ==, table[i].n_max);
    }
}

static void
test_choices (void)
{
  static const struct { const char *path; const char *choices; } table[] = {
    { "team[].expertise", "novice intermediate expert" },
    { "adoption.shape", "immediate linear logistic custom" },
    { "learning.curve", "logistic exponential linear wright flat" },
    { "tasks[].risk", "low high" },
    { "options[].kind", "model routing plan" },
    { "options[].cache", "5m 1h none" },
    { "options[].escalate_to", "economy frontier specialist" },
    { "options[].rules", "economy frontier specialist" },
    { "options[].learning_tier.tier", "economy frontier specialist" },
    { "prices.models[].class", "economy mid frontier" },
    { "prices.plans[].overage", "api stop" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *choices =
        g_strjoinv (" ", (char **) outlay_input_find (table[i].path)->choices);

      g_assert_cmpstr (choices, ==, table[i].choices);
    }
}

/* In words, for messages and help. */
static void
test_described (void)
{
  static const struct { const char *path; const char *allowed; } table[] = {
    { "turns", "a number, 1 to 100" },
    { "months", "a whole number, 1 to 60" },
    { "max_turns", "a whole number, 1 to 500, or null" },
    { "budget", "a number, 0 or more, or null" },
    { "outlay", "a whole number, 1" },
    { "price_drift", "a number, 0 to 0.99" },
    { "wage_effect.turns", "a number, -2 to 2" },
    { "wage_effect.enabled", "true or false" },
    { "notes", "text" },
    { "team[].name", "text that is not empty" },
    { "start", "a month, \"2000-01\" to \"2199-12\"" },
    { "prices.models[].prices[].from", "a day, as \"2026-08-17\", or null" },
    { "tasks[].risk", "one of \"low\", \"high\"" },
    { "tasks[].share", "[start, end], each 0 to 1" },
    { "uncertainty.tasks", "[low, likely, high], rising, each 0 to 10" },
    { "adoption.shares", "a list of 1 to 60 numbers, each 0 to 1" },
    { "learning", "an object" },
    { "options[].learning_tier", "an object, or null" },
    { "team", "a list of 1 to 100 entries" },
    { "prices.models", "a list" },
    { "team[].mix", "an object with [start, end] for every task, or null" },
    { "options[].rules", "an object with a tier for every task" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *allowed =
        outlay_input_describe_allowed (outlay_input_find (table[i].path));

      if (strcmp (allowed, table[i].allowed) != 0)
        g_error ("%s: %s", table[i].path, allowed);
    }
}

static void
assert_row (const OutlayInput      *input,
            const OutlayInputTable *table)
{
  gboolean is_number = input->type == OUTLAY_INPUT_NUMBER || input->type == OUTLAY_INPUT_WHOLE ||
                       input->type == OUTLAY_INPUT_PAIR || input->type == OUTLAY_INPUT_RANGE ||
                       input->type == OUTLAY_INPUT_NUMBERS || input->type == OUTLAY_INPUT_MIX;

  /* A label for people, which is no sentence; help is one. */
  g_assert_nonnull (input->label);
  g_assert_true (g_ascii_isupper (input->label[0]));
  g_assert_false (g_str_has_suffix (input->label, "."));
  g_assert_true (input->help == NULL || g_str_has_suffix (input->help, "."));
  g_assert_true (input->help == NULL || strcmp (input->help, input->label) != 0);
  g_assert_true (input->unit == NULL || *input->unit != '\0');

  g_assert_true (outlay_input_table_find (table, input->key) == input);
  g_assert_true (!is_number || input->min <= input->max);
  g_assert_true (is_number ? input->max > 0 : TRUE);
  g_assert_true ((input->type == OUTLAY_INPUT_CHOICE || input->type == OUTLAY_INPUT_RULES) ==
                 (input->choices != NULL));
  g_assert_true ((input->type == OUTLAY_INPUT_OBJECT || input->type == OUTLAY_INPUT_LIST ||
                  input->type == OUTLAY_INPUT_OPTIONAL) == (input->table != NULL));
  g_assert_cmpuint (input->n_min, <=, input->type == OUTLAY_INPUT_LIST ? input->n_max : G_MAXUINT);
  g_assert_true (input->variants == 0 || table->discriminator != NULL);
  /* What a list entry may leave out has a default that is allowed. */
  if (is_number && (input->flags & OUTLAY_INPUT_REQUIRED) == 0 && !isnan (input->fallback) &&
      input->fallback != 0)
    g_assert_true (input->fallback >= input->min && input->fallback <= input->max);
}

static void
assert_table (const OutlayInputTable *table)
{
  g_assert_cmpuint (table->n_inputs, >, 0);
  for (guint i = 0; i < table->n_inputs; i++)
    {
      assert_row (&table->inputs[i], table);
      g_assert_cmpuint (table->inputs[i].offset, <, table->size);
      if (table->inputs[i].table != NULL)
        assert_table (table->inputs[i].table);
    }
  if (table->discriminator != NULL)
    g_assert_nonnull (outlay_input_table_find (table, table->discriminator));
}

static void
test_every_row (void)
{
  assert_table (&outlay_scenario_inputs);
  assert_table (&outlay_catalogue_inputs);
}

/* What names a thing needs no evidence, nor does the format's own version. */
static gboolean
is_name (const char *path)
{
  static const char * const names[] = { "outlay", "name", "notes" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (path, names[i]) == 0)
      return TRUE;

  return g_str_has_suffix (path, ".id") || g_str_has_suffix (path, ".name") ||
         g_str_has_suffix (path, ".kind");
}

/* Every input of the defaults is given by the defaults' file, and says where its
 * default comes from. */
static guint
assert_defaults (const OutlayInputTable *table,
                 gconstpointer           object,
                 const json_t           *json,
                 const char             *prefix)
{
  guint n_leaves = 0;

  for (guint i = 0; i < table->n_inputs; i++)
    {
      const OutlayInput *input = &table->inputs[i];
      g_autofree char *path = g_strdup_printf ("%s%s", prefix, input->key);
      const json_t *value = json_object_get (json, input->key);

      if (!outlay_input_applies (input, table, object) || strcmp (path, "prices") == 0)
        continue;

      if (input->type == OUTLAY_INPUT_OBJECT)
        {
          g_autofree char *inside = g_strconcat (path, ".", NULL);

          g_assert_true (json_is_object (value));
          n_leaves += assert_defaults (input->table,
                                       outlay_input_const_member (input, object), value, inside);
        }
      else if (input->type == OUTLAY_INPUT_LIST)
        {
          const char *entries = *(const char * const *) outlay_input_const_member (input, object);
          g_autofree char *inside = g_strconcat (path, "[].", NULL);

          g_assert_cmpuint (json_array_size (value), >, 0);
          n_leaves += assert_defaults (input->table, entries, NULL, inside);
        }
      else
        {
          n_leaves++;
          if (json != NULL && value == NULL)
            g_error ("%s: no default", path);
          if (!is_name (path) && outlay_evidence_find (path) == NULL)
            g_error ("%s: no evidence", path);
        }
    }

  return n_leaves;
}

static void
test_defaults (void)
{
  g_autoptr (GBytes) bytes = outlay_shipped_lookup ("defaults.json");
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  json_t *json = json_loadb (text, size, 0, NULL);

  g_assert_cmpuint (assert_defaults (&outlay_scenario_inputs, outlay_scenario_get_defaults (),
                                     json, ""), >, 60);
  json_decref (json);
}

/* The defaults of list entries are those of FORMAT's table. */
static void
test_entry_defaults (void)
{
  g_autoptr (OutlayScenario) scenario = read_good (
    "{\"team\": [{\"name\": \"A\", \"people\": 1, \"expertise\": \"expert\", "
    "\"tasks_per_day\": 1, \"hourly_wage\": 1}], "
    "\"tasks\": [{\"id\": \"t\", \"name\": \"T\", \"share\": [1, 1], \"calls_per_turn\": 1, "
    "\"base_context\": 1, \"message\": 1, \"tool_result\": 1, \"output\": 1}], "
    "\"options\": [{\"id\": \"a\", \"name\": \"A\", \"kind\": \"routing\", \"tiers\": "
    "{\"economy\": \"m\", \"frontier\": \"m\", \"specialist\": \"m\"}, \"rules\": "
    "{\"t\": \"economy\"}}], "
    "\"prices\": {\"models\": [{\"id\": \"m\", \"name\": \"M\", \"class\": \"mid\", "
    "\"context_window\": 1000000, \"prices\": [{\"input\": 1, \"output\": 2}]}], "
    "\"plans\": [{\"id\": \"p\", \"name\": \"P\", \"fee\": 20}]}}");
  const OutlayRole *role = &scenario->team[0];
  const OutlayTask *task = &scenario->tasks[0];
  const OutlayOption *option = &scenario->options[0];
  const OutlayModel *model = &scenario->prices.models[0];
  const OutlayPlan *plan = &scenario->prices.plans[0];

  g_assert_cmpint (role->joins, ==, 1);
  g_assert_null (role->occupation);
  g_assert_null (role->mix);
  g_assert_cmpfloat (task->turns, ==, 1);
  g_assert_cmpfloat (task->acceptance, ==, 1);
  g_assert_cmpfloat (task->minutes_saved, ==, 0);
  g_assert_cmpfloat (task->minutes_review, ==, 0);
  g_assert_cmpint (task->risk, ==, OUTLAY_RISK_LOW);
  g_assert_cmpfloat (option->effort, ==, 1);
  g_assert_cmpint (option->cache, ==, OUTLAY_CACHE_5M);
  g_assert_cmpfloat (option->price_factor, ==, 1);
  g_assert_cmpint (option->escalate_to, ==, OUTLAY_NONE);
  g_assert_null (option->learning_tier);
  g_assert_null (model->vendor);
  g_assert_true (isnan (model->max_output));
  g_assert_cmpfloat (model->tokenizer, ==, 1);
  g_assert_cmpint (model->cards[0].from, ==, 0);
  g_assert_true (isnan (model->cards[0].base.cache_read));
  g_assert_true (isnan (model->cards[0].base.cache_write));
  g_assert_true (isnan (model->cards[0].base.cache_write_1h));
  g_assert_cmpuint (model->cards[0].n_long_context, ==, 0);
  g_assert_cmpint (plan->min_seats, ==, 1);
  g_assert_cmpint (plan->max_seats, ==, OUTLAY_NONE);
  g_assert_true (isnan (plan->allowance));
  g_assert_false (plan->pooled);
  g_assert_cmpint (plan->overage, ==, OUTLAY_OVERAGE_API);
  g_assert_null (plan->as_of);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/inputs/limits", test_limits);
  g_test_add_func ("/inputs/lists", test_lists);
  g_test_add_func ("/inputs/choices", test_choices);
  g_test_add_func ("/inputs/described", test_described);
  g_test_add_func ("/inputs/every-row", test_every_row);
  g_test_add_func ("/inputs/defaults", test_defaults);
  g_test_add_func ("/inputs/entry-defaults", test_entry_defaults);

  return g_test_run ();
}
