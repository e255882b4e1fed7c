/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The models and plans that options can name: the shipped ones, and any other. */
#include "catalogue.h"

#include "reading.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static OutlayCatalogue *
read_catalogue (const char     *text,
                OutlayProblems *problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return outlay_catalogue_read (bytes, problems);
}

#define CARD "{\"input\": 1, \"output\": 2}"
#define MODEL "{\"id\": \"m\", \"name\": \"M\", \"class\": \"mid\", \"context_window\": 1000, " \
  "\"prices\": [" CARD "]}"

static const ReadingCase cases[] = {
  { "the least there is", "{}", "" },
  { "a model and a plan", "{\"catalogue\": 1, \"date\": \"2026-11-22\", \"models\": [" MODEL
    "], \"plans\": [{\"id\": \"p\", \"name\": \"P\", \"fee\": 1}]}", "" },
  { "no JSON", "{\"models\": [}",
    "line 1, column 13: this is not JSON: unexpected token near '}'" },
  { "a list", "[]", "(top): found []; allowed is an object" },
  { "another version", "{\"catalogue\": 2}",
    "catalogue: found 2; allowed is a whole number, 1" },
  { "a date that is none", "{\"date\": \"22 Nov 2026\"}",
    "date: found \"22 Nov 2026\"; allowed is a day, as \"2026-08-17\", or null" },
  { "a scenario", "{\"turns\": 3, \"prices\": {}}",
    "turns: unknown key\nprices: unknown key" },
  { "all problems at once", "{\"catalogue\": 1, \"catalogue\": 1, \"models\": [" MODEL ", " MODEL
    ", {\"id\": \"n\", \"name\": \"N\", \"class\": \"large\", \"context_window\": 1000, "
    "\"prices\": [" CARD "]}], \"plans\": [{\"id\": \"p\", \"name\": \"P\"}]}",
    "catalogue: duplicate key\n"
    "models[2].class: found \"large\"; allowed is one of \"economy\", \"mid\", \"frontier\"\n"
    "plans[0].fee: missing; it must be given: a number, 0 to 10000000\n"
    "models[1].id: \"m\" stands twice; each id must be unique" },
};

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayProblems) problems = outlay_problems_new ("catalogue.json");
      OutlayCatalogue *catalogue = read_catalogue (cases[i].text, problems);
      g_autofree char *found = describe_problems (problems);

      if (strcmp (found, cases[i].problems) != 0)
        {
          g_test_message ("%s:\nexpected:\n%s\nfound:\n%s", cases[i].row, cases[i].problems,
                          found);
          g_test_fail ();
        }
      g_assert_true ((catalogue != NULL) == (*cases[i].problems == '\0'));
      g_clear_pointer (&catalogue, outlay_catalogue_unref);
    }
}

/* Prices that the vendors' pages print, on the day of each. */
static void
test_shipped_prices (void)
{
  static const struct
  {
    const char *id;
    int         date;
    double      input, output, cache_read, cache_write, cache_write_1h;
  } table[] = {
    { "anthropic/claude-opus-5", 20261122, 5, 25, 0.5, 6.25, 10 },
    { "anthropic/claude-opus-4-8", 20261122, 5, 25, 0.5, 6.25, 10 },
    { "openai/gpt-5.5", 20261122, 5, 30, 0.5, NAN, NAN },
    /* An announced change is a step. */
    { "anthropic/claude-sonnet-5-5", 20261006, 2, 10, 0.2, 2.5, 4 },
    { "anthropic/claude-sonnet-5-5", 20261007, 2, 10, 0.1, 2.5, 4 },
  };
  const OutlayPrices *prices = outlay_catalogue_get_prices (outlay_catalogue_get_default ());

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const OutlayModel *model = outlay_prices_find_model (prices, table[i].id);
      const double expected[] = { table[i].input, table[i].output, table[i].cache_read,
                                  table[i].cache_write, table[i].cache_write_1h };
      const OutlayPriceBlock *block;

      g_assert_nonnull (model);
      block = &outlay_model_get_card (model, table[i].date)->base;
      for (guint j = 0; j < G_N_ELEMENTS (expected); j++)
        {
          const double found[] = { block->input, block->output, block->cache_read,
                                   block->cache_write, block->cache_write_1h };

          if (isnan (expected[j]) ? !isnan (found[j]) : found[j] != expected[j])
            g_error ("%s: price %u is %g", table[i].id, j, found[j]);
        }
    }
}

/* Every shipped model has a name, a window, a source, and prices that make sense. */
static void
test_shipped_is_sound (void)
{
  OutlayCatalogue *catalogue = outlay_catalogue_get_default ();
  const OutlayPrices *prices = outlay_catalogue_get_prices (catalogue);

  g_assert_true (outlay_catalogue_get_default () == catalogue);
  g_assert_cmpint (outlay_catalogue_get_date (catalogue), >=, 20261122);
  g_assert_cmpuint (prices->n_models, >=, 60);
  g_assert_cmpuint (prices->n_plans, >=, 15);
  for (guint i = 0; i < prices->n_models; i++)
    {
      const OutlayModel *model = &prices->models[i];
      const OutlayPriceBlock *base = &model->cards[model->n_cards - 1].base;

      g_assert_nonnull (strchr (model->id, '/'));
      g_assert_nonnull (model->vendor);
      g_assert_nonnull (model->source);
      g_assert_nonnull (model->confidence);
      g_assert_cmpfloat (model->context_window, >=, 32000);
      g_assert_cmpfloat (base->output, >=, base->input);
      if (!isnan (base->cache_read))
        g_assert_cmpfloat (base->cache_read, <=, base->input);
    }
  for (guint i = 0; i < prices->n_plans; i++)
    {
      g_assert_nonnull (strchr (prices->plans[i].id, '/'));
      g_assert_nonnull (prices->plans[i].source);
      g_assert_nonnull (prices->plans[i].as_of);
    }
}

static void
test_near_ids (void)
{
  const OutlayPrices *shipped = outlay_catalogue_get_prices (outlay_catalogue_get_default ());
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("catalogue.json");
  g_autoptr (OutlayCatalogue) own =
    read_catalogue ("{\"models\": [{\"id\": \"openai/gpt-5.5\", \"name\": \"Own\", \"class\": "
                    "\"mid\", \"context_window\": 1000, \"prices\": [" CARD "]}, {\"id\": "
                    "\"mine/gpt-5.5\", \"name\": \"Own\", \"class\": \"mid\", "
                    "\"context_window\": 1000, \"prices\": [" CARD "]}]}", problems);
  g_autofree char *models = NULL, *both = NULL, *plans = NULL, *none = NULL;

  models = outlay_prices_describe_near_models (shipped, NULL, "gpt-5.5-pr");
  g_assert_cmpstr (models, ==,
                   "\"openai/gpt-5.5-pro\", \"openai/gpt-5.5\", \"openai/gpt-5.6-sol\"");
  /* An id that both have is offered once. */
  both = outlay_prices_describe_near_models (outlay_catalogue_get_prices (own), shipped,
                                             "gpt-5.5");
  g_assert_cmpstr (both, ==, "\"openai/gpt-5.5\", \"mine/gpt-5.5\", \"openai/gpt-5.5-pro\"");
  plans = outlay_prices_describe_near_plans (shipped, NULL, "max-20");
  g_assert_true (g_str_has_prefix (plans, "\"anthropic/max-20x\""));
  none = outlay_prices_describe_near_plans (outlay_catalogue_get_prices (own), NULL, "max");
  g_assert_null (none);
}

static void
test_load (void)
{
  g_autofree char *folder = g_dir_make_tmp ("outlay-catalogue-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "catalogue.json", NULL);
  g_autoptr (OutlayProblems) problems = outlay_problems_new (path);
  g_autoptr (OutlayProblems) missing = outlay_problems_new ("missing");
  g_autoptr (OutlayCatalogue) catalogue = NULL;
  g_autoptr (OutlayCatalogue) copy = NULL;

  g_assert_true (g_file_set_contents (path, "{\"models\": [" MODEL "]}", -1, NULL));
  catalogue = outlay_catalogue_load (path, problems);
  g_assert_nonnull (catalogue);
  g_assert_cmpuint (outlay_catalogue_get_prices (catalogue)->n_models, ==, 1);
  g_assert_cmpint (outlay_catalogue_get_date (catalogue), ==, 0);
  copy = g_boxed_copy (OUTLAY_TYPE_CATALOGUE, catalogue);
  g_assert_true (copy == catalogue);

  g_assert_no_errno (g_remove (path));
  g_assert_no_errno (g_rmdir (folder));
  g_assert_null (outlay_catalogue_load (path, missing));
  g_assert_cmpstr (outlay_problems_get (missing, 0)->message, ==, "No such file or directory");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/refusals", test_refusals);
  g_test_add_func ("/catalogue/shipped-prices", test_shipped_prices);
  g_test_add_func ("/catalogue/shipped-is-sound", test_shipped_is_sound);
  g_test_add_func ("/catalogue/near-ids", test_near_ids);
  g_test_add_func ("/catalogue/load", test_load);

  return g_test_run ();
}
