/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The price book: files that are replaced whole, the good one before that is
 * kept, whose price is taken, and where sources disagree. */
#include "cards.h"

#include "price-book.h"
#include "price-conflicts.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* A folder of its own for each test, and the book in it. */
typedef struct
{
  char            *folder;
  OutlayProblems  *problems;
  OutlayPriceBook *book;
} Fixture;

static void
open_book (Fixture *fixture)
{
  g_clear_pointer (&fixture->book, outlay_price_book_free);
  g_clear_pointer (&fixture->problems, outlay_problems_free);
  fixture->problems = outlay_problems_new ("book");
  fixture->book = outlay_price_book_open (fixture->folder, outlay_catalogue_get_default (),
                                          fixture->problems);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *parent = g_dir_make_tmp ("outlay-prices-XXXXXX", NULL);

  fixture->folder = g_build_filename (parent, "made", "when", "needed", NULL);
  open_book (fixture);
}

static char *
file_of (const Fixture *fixture,
         const char    *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = file_of (fixture, name);

      g_remove (path);
    }
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *parent = g_path_get_dirname (fixture->folder);

      g_rmdir (fixture->folder);
      g_free (fixture->folder);
      fixture->folder = g_steal_pointer (&parent);
    }
  outlay_price_book_free (fixture->book);
  outlay_problems_free (fixture->problems);
  g_free (fixture->folder);
}

/* LiteLLM's list of one model, seen on a day. */
static OutlayImport *
make_list (const char *key,
           const char *provider,
           double      input,
           double      output,
           int         date)
{
  g_autofree char *text = g_strdup_printf ("{\"%s\": {\"litellm_provider\": \"%s\", \"mode\": "
                                           "\"chat\", \"max_input_tokens\": 1000, "
                                           "\"input_cost_per_token\": %g, "
                                           "\"output_cost_per_token\": %g}}", key, provider,
                                           input * 1e-6, output * 1e-6);
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("list");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  OutlayCatalogue *shipped = outlay_catalogue_get_default ();
  OutlayImport *import = outlay_import_read (bytes, date, outlay_catalogue_get_prices (shipped),
                                             problems);

  g_assert_nonnull (import);

  return import;
}

static void
import_list (Fixture    *fixture,
             const char *key,
             const char *provider,
             double      input,
             double      output,
             int         date)
{
  g_autoptr (OutlayImport) import = make_list (key, provider, input, output, date);
  g_autoptr (GError) error = NULL;

  outlay_price_book_import (fixture->book, import, &error);
  g_assert_no_error (error);
}

static const OutlayModel *
find (Fixture    *fixture,
      const char *id)
{
  OutlayCatalogue *catalogue = outlay_price_book_get_catalogue (fixture->book);

  return outlay_prices_find_model (outlay_catalogue_get_prices (catalogue), id);
}

static void
assert_input (Fixture    *fixture,
              const char *id,
              double      input)
{
  const OutlayModel *model = find (fixture, id);

  g_assert_nonnull (model);
  g_assert_cmpfloat (model->cards[model->n_cards - 1].base.input, ==, input);
}

/* Nothing of the person's: what is shipped, and no folder is made. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_assert_true (outlay_price_book_get_catalogue (fixture->book) ==
                 outlay_catalogue_get_default ());
  g_assert_cmpuint (outlay_price_book_get_n_sources (fixture->book), ==, 1);
  g_assert_cmpuint (outlay_problems_get_n_total (fixture->problems), ==, 0);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
}

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  import_list (fixture, "acme/m", "acme", 1.5, 2, 20260801);
  assert_input (fixture, "acme/m", 1.5);
  assert_input (fixture, "anthropic/claude-opus-4-8", 5);

  /* And the next time. */
  open_book (fixture);
  g_assert_cmpuint (outlay_problems_get_n_total (fixture->problems), ==, 0);
  assert_input (fixture, "acme/m", 1.5);
  g_assert_cmpstr (find (fixture, "acme/m")->source, ==, "LiteLLM acme/m, seen 2026-08-01");
  g_assert_cmpint (outlay_catalogue_get_date (outlay_price_book_find_source (
                     fixture->book, "litellm")->catalogue), ==, 20260801);
}

/* A broken file is told of, and the one before it is taken. */
static void
test_last_good (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *current = file_of (fixture, "litellm.json");
  g_autofree char *previous = file_of (fixture, "litellm.previous.json");

  import_list (fixture, "acme/m", "acme", 1, 2, 20260801);
  g_assert_false (g_file_test (previous, G_FILE_TEST_EXISTS));
  import_list (fixture, "acme/m", "acme", 3, 4, 20260901);
  g_assert_true (g_file_test (previous, G_FILE_TEST_EXISTS));

  g_assert_true (g_file_set_contents (current, "{\"catalogue\": 1, \"models\": [", -1, NULL));
  open_book (fixture);
  g_assert_cmpuint (outlay_problems_get_n_total (fixture->problems), ==, 1);
  g_assert_cmpstr (outlay_problems_get (fixture->problems, 0)->path, ==, "litellm.json");
  g_assert_true (outlay_price_book_find_source (fixture->book, "litellm")->is_previous);
  assert_input (fixture, "acme/m", 1);

  /* The broken file does not push the good one out. */
  import_list (fixture, "acme/m", "acme", 5, 6, 20261001);
  assert_input (fixture, "acme/m", 5);
  g_assert_true (g_file_set_contents (current, "", -1, NULL));
  open_book (fixture);
  assert_input (fixture, "acme/m", 1);
}

static void
test_failed_write (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (OutlayImport) import = make_list ("acme/m", "acme", 9, 9, 20260901);
  g_autoptr (GError) error = NULL;
  g_autofree char *current = file_of (fixture, "litellm.json");
  g_autofree char *previous = file_of (fixture, "litellm.previous.json");
  g_autofree char *before = NULL, *after = NULL;

  import_list (fixture, "acme/m", "acme", 1, 2, 20260801);
  g_assert_true (g_file_get_contents (current, &before, NULL, NULL));

  /* A folder stands where the file before is to be kept. */
  g_assert_cmpint (g_mkdir (previous, 0700), ==, 0);
  g_assert_false (outlay_price_book_import (fixture->book, import, &error));
  g_assert_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_READ);
  g_rmdir (previous);

  g_assert_true (g_file_get_contents (current, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  assert_input (fixture, "acme/m", 1);
}

static void
test_nothing_taken (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (OutlayImport) import = make_list ("acme/m", "acme", 0, 0, 20260901);
  g_autoptr (GError) error = NULL;

  import_list (fixture, "acme/m", "acme", 1, 2, 20260801);
  g_assert_false (outlay_price_book_import (fixture->book, import, &error));
  g_assert_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "no price could be taken of any of its 1 rows");
  assert_input (fixture, "acme/m", 1);
}

/* A list overrides what is shipped where it says another price; where it says the
 * same, the shipped card stays, which knows more. */
static void
test_overrides (Fixture       *fixture,
                gconstpointer  data)
{
  import_list (fixture, "claude-opus-4-8", "anthropic", 5, 25, 20260928);
  g_assert_cmpfloat (find (fixture, "anthropic/claude-opus-4-8")->cards[0].base.cache_write_1h,
                     ==, 10);

  import_list (fixture, "claude-opus-4-8", "anthropic", 4, 25, 20260928);
  assert_input (fixture, "anthropic/claude-opus-4-8", 4);
  g_assert_true (isnan (find (fixture, "anthropic/claude-opus-4-8")->cards[0].base
                        .cache_write_1h));
  g_assert_cmpstr (find (fixture, "anthropic/claude-opus-4-8")->name, ==, "Claude Opus 4.8");
  g_assert_cmpfloat (find (fixture, "anthropic/claude-opus-4-8")->tokenizer, ==, 1.3);
}

/* A list that was seen before what is shipped replaces none of it. */
static void
test_older_list (Fixture       *fixture,
                 gconstpointer  data)
{
  /* Its source: "genai-prices 0.1.8, 23 Sep 2026". */
  import_list (fixture, "claude-opus-4-8", "anthropic", 4, 25, 20260923);
  assert_input (fixture, "anthropic/claude-opus-4-8", 5);
  import_list (fixture, "claude-opus-4-8", "anthropic", 4, 25, 20260924);
  assert_input (fixture, "anthropic/claude-opus-4-8", 4);

  /* "seen Nov 2026": on the day of the catalogue, for all that is known. */
  import_list (fixture, "claude-fable-5-2", "anthropic", 7, 40, 20261121);
  assert_input (fixture, "anthropic/claude-fable-5-2", 8);
  import_list (fixture, "claude-fable-5-2", "anthropic", 7, 40, 20261123);
  assert_input (fixture, "anthropic/claude-fable-5-2", 7);
}

/* genai-prices' list of DeepSeek V4 Pro, with a change on a day, or without. */
static void
import_deepseek (Fixture    *fixture,
                 const char *from,
                 double      input,
                 int         date)
{
  g_autofree char *price = g_strdup_printf ("{\"input_mtok\": %g, \"output_mtok\": 1.98}", input);
  g_autofree char *prices =
    from == NULL ? g_strdup (price)
                 : g_strdup_printf ("[{\"prices\": {\"input_mtok\": 0.435, \"output_mtok\": 0.87}}"
                                    ", {\"constraint\": {\"start_date\": \"%s\"}, \"prices\": %s}]",
                                    from, price);
  g_autofree char *text =
    g_strdup_printf ("[{\"id\": \"deepseek\", \"models\": [{\"id\": \"deepseek-v4-pro\", "
                     "\"context_window\": 9, \"prices\": %s}]}]", prices);
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("list");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (OutlayImport) import = outlay_import_read (bytes, date, NULL, problems);

  g_assert_true (outlay_price_book_import (fixture->book, import, NULL));
}

/* What is shipped says 0.435, and 0.66 since 17 August. A price with dates gives way
 * to none without, however late that was seen, nor to an earlier date. */
static void
test_dates_hold (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *id = "deepseek/deepseek-v4-pro";

  import_list (fixture, id, "deepseek", 0.435, 0.87, 20260928);
  assert_input (fixture, id, 0.66);
  import_list (fixture, id, "deepseek", 0.5, 1.98, 20991231);
  assert_input (fixture, id, 0.66);

  import_deepseek (fixture, NULL, 0.7, 20261231);
  assert_input (fixture, id, 0.66);
  import_deepseek (fixture, "2026-08-16", 0.7, 20261231);
  assert_input (fixture, id, 0.66);
  import_deepseek (fixture, "2026-12-15", 0.7, 20260901);
  assert_input (fixture, id, 0.66);
  import_deepseek (fixture, "2026-08-17", 0.7, 20261231);
  assert_input (fixture, id, 0.7);
  import_deepseek (fixture, "2026-12-15", 0.8, 20261231);
  assert_input (fixture, id, 0.8);

  /* The person has the last word. */
  g_assert_true (outlay_price_book_choose (fixture->book, id, "litellm", NULL));
  assert_input (fixture, id, 0.5);
}

/* A change that a list announces, of a price that is otherwise the shipped one, and
 * one that is shipped and that a list does not know. */
static void
test_announced (Fixture       *fixture,
                gconstpointer  data)
{
  const char *text = "[{\"id\": \"anthropic\", \"models\": [{\"id\": \"claude-opus-4-8\", "
    "\"context_window\": 9, \"prices\": [{\"prices\": {\"input_mtok\": 5, \"output_mtok\": 25}}, "
    "{\"constraint\": {\"start_date\": \"2027-03-01\"}, \"prices\": {\"input_mtok\": 6, "
    "\"output_mtok\": 30}}]}]}]";
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("list");
  g_autoptr (OutlayImport) import = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  import = outlay_import_read (bytes, 20261201, NULL, problems);
  g_assert_true (outlay_price_book_import (fixture->book, import, NULL));
  assert_input (fixture, "anthropic/claude-opus-4-8", 6);

  import_list (fixture, "gemini/gemini-3.8-flash", "gemini", 0.8, 3.75, 20261201);
  assert_input (fixture, "google/gemini-3.8-flash", 1.5);
}

/* The list that was seen last, whichever was imported last. */
static void
test_latest_list (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("list");
  const char *text = "[{\"id\": \"acme\", \"models\": [{\"id\": \"m\", \"context_window\": 9, "
    "\"prices\": {\"input_mtok\": 7, \"output_mtok\": 8}}]}]";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (OutlayImport) older = outlay_import_read (bytes, 20260701, NULL, problems);
  g_autoptr (OutlayImport) newer = outlay_import_read (bytes, 20260901, NULL, problems);

  import_list (fixture, "acme/m", "acme", 1, 2, 20260801);
  g_assert_true (outlay_price_book_import (fixture->book, older, NULL));
  assert_input (fixture, "acme/m", 1);
  g_assert_true (outlay_price_book_import (fixture->book, newer, NULL));
  assert_input (fixture, "acme/m", 7);
}

static void
test_choice (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) alternatives = NULL;
  const char *id = "anthropic/claude-opus-4-8";

  import_list (fixture, "claude-opus-4-8", "anthropic", 4, 25, 20260928);
  outlay_price_book_choose (fixture->book, id, "shipped", &error);
  g_assert_no_error (error);
  assert_input (fixture, id, 5);

  open_book (fixture);
  assert_input (fixture, id, 5);
  alternatives = outlay_price_book_list_alternatives (fixture->book, id);
  g_assert_cmpuint (alternatives->len, ==, 2);
  g_assert_true (g_array_index (alternatives, OutlayPriceAlternative, 0).is_taken);
  g_assert_false (g_array_index (alternatives, OutlayPriceAlternative, 1).is_taken);

  /* A source that has no price of it cannot be taken. */
  g_assert_true (outlay_price_book_choose (fixture->book, id, "genai-prices", NULL));
  assert_input (fixture, id, 4);
  g_assert_true (outlay_price_book_choose (fixture->book, id, NULL, NULL));
  assert_input (fixture, id, 4);

  g_assert_false (outlay_price_book_choose (fixture->book, id, "nobody", &error));
  g_assert_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_PATH);
}

static void
test_own (Fixture       *fixture,
          gconstpointer  data)
{
  const char *id = "anthropic/claude-opus-4-8";
  g_autofree char *previous = file_of (fixture, "own.previous.json");
  g_autoptr (GError) error = NULL;
  OutlayModel model = *find (fixture, id);
  OutlayPriceCard card = model.cards[0];

  card.base.input = 4.25;
  model.cards = &card;
  model.n_cards = 1;
  model.source = (char *) "negotiated";
  outlay_price_book_set_own (fixture->book, &model, &error);
  g_assert_no_error (error);
  import_list (fixture, "claude-opus-4-8", "anthropic", 4, 25, 20991231);
  assert_input (fixture, id, 4.25);

  model.id = (char *) "house/model";
  g_assert_true (outlay_price_book_set_own (fixture->book, &model, NULL));
  open_book (fixture);
  assert_input (fixture, id, 4.25);
  assert_input (fixture, "house/model", 4.25);
  g_assert_cmpstr (find (fixture, id)->source, ==, "negotiated");
  g_assert_true (g_file_test (previous, G_FILE_TEST_EXISTS));

  g_assert_true (outlay_price_book_remove_own (fixture->book, id, NULL));
  assert_input (fixture, id, 4);
  assert_input (fixture, "house/model", 4.25);
  g_assert_true (outlay_price_book_remove_own (fixture->book, "house/model", NULL));
  g_assert_null (find (fixture, "house/model"));
}

/* What came of the book goes on without it. */
static void
test_outlives (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (OutlayCatalogue) catalogue = NULL;

  import_list (fixture, "acme/m", "acme", 1, 2, 20260801);
  catalogue = outlay_catalogue_ref (outlay_price_book_get_catalogue (fixture->book));
  open_book (fixture);
  g_assert_cmpstr (outlay_prices_find_model (outlay_catalogue_get_prices (catalogue),
                                             "acme/m")->name, ==, "m");
}

static void
assert_conflicts (Fixture    *fixture,
                  int         date,
                  const char *expected)
{
  g_autoptr (GArray) conflicts = outlay_price_book_list_conflicts (fixture->book, date);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++)
    {
      g_autofree char *text =
        outlay_price_conflict_to_string (&g_array_index (conflicts, OutlayPriceConflict, i));

      g_string_append_printf (found, "%s%s", i > 0 ? "\n" : "", text);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_conflicts (Fixture       *fixture,
                gconstpointer  data)
{
  assert_conflicts (fixture, 20261122, "");

  import_list (fixture, "deepseek/deepseek-v4-pro", "deepseek", 0.435, 1.98, 20260928);
  assert_conflicts (fixture, 20261122,
                    "DeepSeek V4 Pro, input: 0.66 since 2026-08-17 here (shipped catalogue), "
                    "0.435 there (LiteLLM)");

  /* On a day before, both say the same input, and not the same output. */
  assert_conflicts (fixture, 20260101,
                    "DeepSeek V4 Pro, output: 0.87 here (shipped catalogue), 1.98 there "
                    "(LiteLLM)");

  /* Whoever is chosen is here. */
  g_assert_true (outlay_price_book_choose (fixture->book, "deepseek/deepseek-v4-pro", "litellm",
                                           NULL));
  assert_conflicts (fixture, 20261122,
                    "DeepSeek V4 Pro, input: 0.435 here (LiteLLM), 0.66 since 2026-08-17 there "
                    "(shipped catalogue)\n"
                    "DeepSeek V4 Pro, cache_read: no such price here (LiteLLM), 0.022 since "
                    "2026-08-17 there (shipped catalogue)");
}

/* A list that lacks a price bills the work at another: 1-hour writes as 5-minute ones. */
static void
test_gaps (Fixture       *fixture,
           gconstpointer  data)
{
  import_list (fixture, "anthropic/claude-sonnet-4-5", "anthropic", 3, 15, 20260928);
  assert_conflicts (fixture, 20261122,
                    "Claude Sonnet 4.5, input over 200000 tokens: no such step here (LiteLLM), "
                    "6 there (shipped catalogue)\n"
                    "Claude Sonnet 4.5, cache_read: no such price here (LiteLLM), 0.3 there "
                    "(shipped catalogue)\n"
                    "Claude Sonnet 4.5, cache_write: no such price here (LiteLLM), 3.75 there "
                    "(shipped catalogue)\n"
                    "Claude Sonnet 4.5, cache_write_1h: no such price here (LiteLLM), 6 there "
                    "(shipped catalogue)");

  /* What a list lacks of what is taken is its own affair. */
  g_assert_true (outlay_price_book_choose (fixture->book, "anthropic/claude-sonnet-4-5",
                                           "shipped", NULL));
  assert_conflicts (fixture, 20261122,
                    "Claude Sonnet 4.5, input over 200000 tokens: 6 here (shipped catalogue), "
                    "no such step there (LiteLLM)");
}

static void
import_steps (Fixture *fixture,
              int      size)
{
  g_autofree char *text = g_strdup_printf (
    "{\"xai/grok-4.7\": {\"mode\": \"chat\", \"litellm_provider\": \"xai\", "
    "\"input_cost_per_token\": 2e-6, \"output_cost_per_token\": 6e-6, "
    "\"input_cost_per_token_above_%dk_tokens\": 4e-6, "
    "\"output_cost_per_token_above_%dk_tokens\": 12e-6}}", size, size);
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("list");
  g_autoptr (OutlayImport) import = import_text (text, problems);

  g_assert_true (outlay_price_book_import (fixture->book, import, NULL));
}

/* Steps for long prompts count: the same one agrees, another one is two
 * conflicts, since each side has a step that the other has not. */
static void
test_steps_in_conflict (Fixture       *fixture,
                        gconstpointer  data)
{
  import_steps (fixture, 200);
  assert_conflicts (fixture, 20261122, "");

  import_steps (fixture, 300);
  assert_conflicts (fixture, 20261122,
                    "Grok 4.7, input over 199999 tokens: 4 here (shipped catalogue), no such step "
                    "there (LiteLLM)\n"
                    "Grok 4.7, input over 299999 tokens: no such step here (shipped catalogue), "
                    "4 there (LiteLLM)");
}

#define ADD(name, function) \
  g_test_add ("/prices/book/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("empty", test_empty);
  ADD ("import", test_import);
  ADD ("last-good", test_last_good);
  ADD ("failed-write", test_failed_write);
  ADD ("nothing-taken", test_nothing_taken);
  ADD ("overrides", test_overrides);
  ADD ("older-list", test_older_list);
  ADD ("dates-hold", test_dates_hold);
  ADD ("announced", test_announced);
  ADD ("latest-list", test_latest_list);
  ADD ("choice", test_choice);
  ADD ("own", test_own);
  ADD ("outlives", test_outlives);
  ADD ("conflicts", test_conflicts);
  ADD ("gaps", test_gaps);
  ADD ("steps-in-conflict", test_steps_in_conflict);

  return g_test_run ();
}
