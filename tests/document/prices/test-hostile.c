/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that nobody sends in good faith: a clear error, or the rows that are
 * sound, whatever the others are. */
#include "cards.h"

#include <string.h>

#define SOUND "\"acme/sound\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\", " \
  "\"max_input_tokens\": 1000, \"input_cost_per_token\": 1e-06, \"output_cost_per_token\": 2e-06}"

/* A row beside a sound one; how it is counted. */
static const struct { const char *row; const char *left; } rows[] = {
  { "\"x\": null", "no_model 1" },
  { "\"x\": 7", "no_model 1" },
  { "\"x\": [[[[]]]]", "no_model 1" },
  { "\"\": {\"mode\": \"chat\", \"input_cost_per_token\": 1e-6, \"output_cost_per_token\": 1e-6}",
    "broken 1" },
  { "\"a\\u001b[2J\": {\"mode\": \"chat\", \"input_cost_per_token\": 1e-6, "
    "\"output_cost_per_token\": 1e-6}", "broken 1" },
  { "\"x\": {\"mode\": \"chat\", \"litellm_provider\": 7, \"input_cost_per_token\": {}, "
    "\"output_cost_per_token\": 1e-6}", "broken 1" },
  { "\"x\": {\"mode\": \"chat\", \"input_cost_per_token\": 1e300, "
    "\"output_cost_per_token\": 1e-6}", "broken 1" },
  { "\"x\": {\"mode\": \"chat\", \"input_cost_per_token\": \"NaN\", "
    "\"output_cost_per_token\": 1e-6}", "broken 1" },
  { "\"x\": {\"mode\": \"chat\", \"input_cost_per_token\": \"inf\", "
    "\"output_cost_per_token\": 1e-6}", "broken 1" },
  { "\"x\": {\"mode\": \"chat\", \"tiered_pricing\": 3}", "broken 1" },
  { "\"x\": {\"mode\": \"chat\", \"tiered_pricing\": [3]}", "broken 1" },
  { "\"x\": {\"mode\": \"chat\", \"tiered_pricing\": [{\"range\": [-1e300, {}]}]}", "broken 1" },
  { "\"x\": {\"mode\": [\"chat\"], \"input_cost_per_token\": 1e-6}", "no_text 1" },
  { "\"x\": {\"mode\": \"chat\", \"max_input_tokens\": \"many\", \"input_cost_per_token_above_"
    "99999999999999999999999k_tokens\": 1}", "unpriced 1" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("{%s, %s}", rows[i].row, SOUND);
      g_autofree char *expected = g_strdup_printf ("rows 2 taken 1 %s", rows[i].left);
      g_autoptr (OutlayProblems) problems = outlay_problems_new ("hostile.json");
      g_autoptr (OutlayImport) import = import_text (text, problems);
      g_autofree char *found = NULL;

      g_test_message ("%s", rows[i].row);
      g_assert_nonnull (import);
      found = describe_counts (import);
      g_assert_cmpstr (found, ==, expected);
    }
}

static void
assert_refused (GString    *text,
                const char *message)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("hostile.json");
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);
  g_autofree char *found = NULL;

  g_assert_null (outlay_import_read (bytes, 20260801, NULL, problems));
  g_assert_cmpuint (outlay_problems_get_n_total (problems), ==, 1);
  found = outlay_problems_to_string (problems);
  if (strstr (found, message) == NULL)
    g_test_message ("found: %s", found);
  g_assert_nonnull (strstr (found, message));
}

static void
test_refused (void)
{
  static const struct { const char *text; const char *message; } cases[] = {
    { "", "the file is empty" },
    { "{", "this is not JSON" },
    { "{} {}", "this is not JSON" },
    { "7", "this is no price list" },
    { "[]", "this is no price list" },
    { "{}", "this is no price list" },
    { "{\"a\": {\"b\": 1}}", "this is no price list" },
    { "[{\"id\": \"acme\"}]", "this is no price list" },
    { "<!DOCTYPE html>", "this is not JSON" },
    { "{\"catalogue\": 1, \"models\": 7}", "models:" },
    { "{\"a\": {\"input_cost_per_token\": 1e999}}", "this is not JSON" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (g_string_new (cases[i].text), cases[i].message);
}

/* The limits that come before any memory is spent. */
static void
test_limits (void)
{
  GString *deep = g_string_new ("{\"a\": {\"litellm_provider\": ");
  GString *many = g_string_new ("{");
  GString *large = g_string_new ("{\"a\": {\"litellm_provider\": \"");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  assert_refused (deep, "nested too deep");

  for (guint i = 0; many->len < 60000000; i++)
    g_string_append_printf (many, "\"%x\":0,", i);
  assert_refused (many, "too many values");

  for (guint i = 0; i < 65; i++)
    {
      gsize before = large->len;

      g_string_set_size (large, before + 1000000);
      memset (large->str + before, 'x', 1000000);
    }
  assert_refused (large, "too large");
}

/* Everybody's model under the same name: only the problems are bounded. */
static void
test_many_duplicates (void)
{
  GString *text = g_string_new ("[{\"id\": \"acme\", \"models\": [");
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("hostile.json");
  g_autoptr (OutlayImport) import = NULL;
  g_autofree char *owned = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%s{\"id\": \"m\", \"context_window\": 9, \"prices\": "
                            "{\"input_mtok\": %u, \"output_mtok\": 1}}", i > 0 ? "," : "", i + 1);
  g_string_append (text, "]}]");
  owned = g_string_free (text, FALSE);
  import = import_text (owned, problems);

  assert_adds_up (import);
  g_assert_cmpuint (import->n_taken, ==, 1);
  g_assert_cmpuint (import->n_left[OUTLAY_LEFT_DUPLICATE], ==, 19999);
  g_assert_cmpuint (outlay_problems_get_n_total (problems), ==, 19999);
  g_assert_cmpuint (outlay_problems_get_n_listed (problems), ==, OUTLAY_MAX_PROBLEMS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/prices/hostile/rows", test_rows);
  g_test_add_func ("/prices/hostile/refused", test_refused);
  g_test_add_func ("/prices/hostile/limits", test_limits);
  g_test_add_func ("/prices/hostile/many-duplicates", test_many_duplicates);

  return g_test_run ();
}
