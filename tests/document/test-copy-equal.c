/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scenario is a value: a copy shares nothing with it, and every single input
 * tells two of them apart. */
#include "input-values.h"

#include "random-scenario.h"
#include "reading.h"

#include <math.h>
#include <string.h>

typedef struct
{
  OutlayScenario *original;
  OutlayScenario *copy;
  guint           n_changes;
} Comparison;

static void
assert_differs (Comparison *comparison,
                const char *key)
{
  comparison->n_changes++;
  if (outlay_scenario_equal (comparison->original, comparison->copy) ||
      outlay_scenario_equal (comparison->copy, comparison->original))
    g_error ("%s: a change does not show", key);
}

static void
change_double (Comparison *comparison,
               const char *key,
               double     *value)
{
  double before = *value;

  *value = isnan (before) ? 1 : before + 1;
  assert_differs (comparison, key);
  *value = before;
}

static void
change_pointer (Comparison *comparison,
                const char *key,
                gpointer   *pointer,
                gpointer    other)
{
  gpointer before = *pointer;

  *pointer = other;
  assert_differs (comparison, key);
  *pointer = before;
}

static void change_table (Comparison             *comparison,
                          const OutlayInputTable *table,
                          gpointer                object);

static void
change_list (Comparison        *comparison,
             const OutlayInput *input,
             gpointer           object)
{
  char *entries = *(char **) outlay_input_member (input, object);
  guint count = outlay_input_get_count (input, object);

  for (guint i = 0; i < count; i++)
    change_table (comparison, input->table, entries + i * input->table->size);

  if (count > 0)
    {
      outlay_input_set_count (input, object, count - 1);
      assert_differs (comparison, input->key);
      outlay_input_set_count (input, object, count);
    }
}

static void
change_numbers (Comparison        *comparison,
                const OutlayInput *input,
                gpointer           object)
{
  double *values = *(double **) outlay_input_member (input, object);

  for (guint i = 0; i < outlay_input_get_count (input, object); i++)
    change_double (comparison, input->key, &values[i]);
}

/* A mix or rules: each number or tier of it. */
static void
change_map (Comparison        *comparison,
            const OutlayInput *input,
            gpointer          *pointer)
{
  for (guint i = 0; *pointer != NULL && i < comparison->copy->n_tasks; i++)
    {
      if (input->type == OUTLAY_INPUT_MIX)
        {
          OutlayPair *mix = *pointer;

          change_double (comparison, input->key, &mix[i].start);
          change_double (comparison, input->key, &mix[i].end);
          continue;
        }

      for (guint level = 0; level < OUTLAY_N_LEVELS; level++)
        {
          OutlayTier (*rules)[OUTLAY_N_LEVELS] = *pointer;
          OutlayTier before = rules[i][level];

          rules[i][level] = (OutlayTier) ((before + 1) % OUTLAY_N_TIERS);
          assert_differs (comparison, input->key);
          rules[i][level] = before;
        }
    }

  if (*pointer != NULL)
    change_pointer (comparison, input->key, pointer, NULL);
}

static void
change_int (Comparison        *comparison,
            const OutlayInput *input,
            int               *value)
{
  int before = *value;

  *value = input->type == OUTLAY_INPUT_FLAG ? !before
           : input->type == OUTLAY_INPUT_CHOICE && before > 0 ? before - 1 : before + 1;
  assert_differs (comparison, input->key);
  *value = before;
}

static void
change_value (Comparison        *comparison,
              const OutlayInput *input,
              gpointer           object)
{
  gpointer member = outlay_input_member (input, object);
  gpointer *pointer = member;
  guint n_doubles = input->type == OUTLAY_INPUT_NUMBER ? 1
                    : input->type == OUTLAY_INPUT_PAIR ? 2 : 3;

  switch (input->type)
    {
    case OUTLAY_INPUT_NUMBER:
    case OUTLAY_INPUT_PAIR:
    case OUTLAY_INPUT_RANGE:
      for (guint i = 0; i < n_doubles; i++)
        change_double (comparison, input->key, (double *) member + i);
      break;
    case OUTLAY_INPUT_WHOLE:
      ++*(gint64 *) member;
      assert_differs (comparison, input->key);
      --*(gint64 *) member;
      break;
    case OUTLAY_INPUT_FLAG:
    case OUTLAY_INPUT_CHOICE:
    case OUTLAY_INPUT_MONTH:
    case OUTLAY_INPUT_DATE:
      change_int (comparison, input, member);
      break;
    case OUTLAY_INPUT_TEXT:
      change_pointer (comparison, input->key, pointer, (gpointer) "another text");
      break;
    case OUTLAY_INPUT_NUMBERS:
      change_numbers (comparison, input, object);
      break;
    case OUTLAY_INPUT_OBJECT:
      change_table (comparison, input->table, member);
      break;
    case OUTLAY_INPUT_OPTIONAL:
      if (*pointer != NULL)
        {
          change_table (comparison, input->table, *pointer);
          change_pointer (comparison, input->key, pointer, NULL);
        }
      break;
    case OUTLAY_INPUT_LIST:
      change_list (comparison, input, object);
      break;
    case OUTLAY_INPUT_MIX:
    case OUTLAY_INPUT_RULES:
      change_map (comparison, input, pointer);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
change_table (Comparison             *comparison,
              const OutlayInputTable *table,
              gpointer                object)
{
  for (guint i = 0; i < table->n_inputs; i++)
    if (outlay_input_applies (&table->inputs[i], table, object))
      change_value (comparison, &table->inputs[i], object);
}

/* Each change to the copy shows, and none of them reached the original. */
static void
assert_value (OutlayScenario *scenario)
{
  g_autoptr (OutlayScenario) copy = outlay_scenario_copy (scenario);
  Comparison comparison = { scenario, copy, 0 };
  g_autoptr (GBytes) before = outlay_scenario_write (scenario);
  g_autoptr (GBytes) after = NULL;

  g_assert_true (copy != scenario);
  g_assert_true (outlay_scenario_equal (scenario, scenario));
  g_assert_true (outlay_scenario_equal (scenario, copy));
  change_table (&comparison, &outlay_scenario_inputs, copy);
  g_assert_cmpuint (comparison.n_changes, >, 100);
  g_assert_true (outlay_scenario_equal (scenario, copy));
  after = outlay_scenario_write (scenario);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_every_input (void)
{
  g_auto (GStrv) names = outlay_examples_list ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = outlay_examples_get (names[i]);
      g_autoptr (OutlayProblems) problems = outlay_problems_new (names[i]);
      g_autoptr (OutlayScenario) scenario =
        outlay_scenario_read (bytes, outlay_catalogue_get_default (), problems);

      assert_value (scenario);
    }
  for (int i = 0; i < 20; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();

      assert_value (scenario);
    }
}

/* A copy outlives what it was made from. */
static void
test_outlives (void)
{
  OutlayScenario *scenario = random_scenario_new ();
  g_autoptr (GBytes) before = outlay_scenario_write (scenario);
  g_autoptr (OutlayScenario) copy = outlay_scenario_copy (scenario);
  g_autoptr (GBytes) after = NULL;

  outlay_scenario_unref (scenario);
  after = outlay_scenario_write (copy);
  g_assert_true (g_bytes_equal (before, after));
}

/* Keys that do not apply are not part of the value. */
static void
test_keys_that_do_not_apply (void)
{
  g_autoptr (OutlayScenario) scenario = read_good (
    "{\"adoption\": {\"shape\": \"custom\", \"shares\": [0.25, 0.5]}}");
  g_autoptr (OutlayScenario) copy = outlay_scenario_copy (scenario);

  copy->adoption.months = 17;
  g_assert_true (outlay_scenario_equal (scenario, copy));
  copy->adoption.shape = OUTLAY_ADOPTION_LINEAR;
  g_assert_false (outlay_scenario_equal (scenario, copy));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/copy-equal/every-input", test_every_input);
  g_test_add_func ("/copy-equal/outlives", test_outlives);
  g_test_add_func ("/copy-equal/keys-that-do-not-apply", test_keys_that_do_not_apply);

  return g_test_run ();
}
