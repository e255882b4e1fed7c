/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cards.h"

#include "catalogue-file.h"
#include "json-text.h"
#include "json-writer.h"

#include <math.h>
#include <string.h>

#define SEEN 20260801

static void
append_price (GString    *text,
              const char *before,
              double      price)
{
  g_autofree char *number = outlay_number_to_string (price);

  g_string_append_printf (text, "%s%s", before, isnan (price) ? "-" : number);
}

static void
append_block (GString                *text,
              const OutlayPriceBlock *block)
{
  append_price (text, "", block->input);
  append_price (text, " ", block->output);
  append_price (text, " ", block->cache_read);
  append_price (text, " ", block->cache_write);
  append_price (text, " ", block->cache_write_1h);
}

/* What is compared: input, output, cache read, cache write, 1-hour write, then
 * the steps for long prompts; cards with a date on lines of their own:
 *
 *   3 15 0.3 3.75 6 >200000 6 22.5 0.6 7.5 12
 *   2026-03-13: 3 15 0.3 3.75 6
 */
char *
describe_cards (const OutlayModel *model)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < model->n_cards; i++)
    {
      const OutlayPriceCard *card = &model->cards[i];

      if (i > 0)
        g_string_append_c (text, '\n');
      if (card->from != 0)
        g_string_append_printf (text, "%04d-%02d-%02d: ", card->from / 10000,
                                card->from / 100 % 100, card->from % 100);
      append_block (text, &card->base);
      for (guint j = 0; j < card->n_long_context; j++)
        {
          g_string_append_printf (text, " >%.0f ", card->long_context[j].threshold);
          append_block (text, &card->long_context[j]);
        }
    }

  return g_string_free (text, FALSE);
}

/* `rows 9 taken 7 no_text 2`: the counts that are not 0. */
char *
describe_counts (const OutlayImport *import)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "rows %u taken %u", import->n_rows, import->n_taken);
  if (import->n_free > 0)
    g_string_append_printf (text, " free %u", import->n_free);
  if (import->n_hours > 0)
    g_string_append_printf (text, " hours %u", import->n_hours);
  if (import->n_assumed > 0)
    g_string_append_printf (text, " assumed %u", import->n_assumed);
  for (guint i = 0; i < OUTLAY_N_LEFT; i++)
    if (import->n_left[i] > 0)
      g_string_append_printf (text, " %s %u", outlay_left_get_key (i), import->n_left[i]);

  return g_string_free (text, FALSE);
}

OutlayImport *
import_text (const char     *text,
             OutlayProblems *problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  OutlayCatalogue *shipped = outlay_catalogue_get_default ();

  return outlay_import_read (bytes, SEEN, outlay_catalogue_get_prices (shipped), problems);
}

/* Rows of a real list, which lie beside the tests. */
OutlayImport *
import_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "document", "prices", name, NULL);
  g_autoptr (OutlayProblems) problems = outlay_problems_new (name);
  g_autoptr (GBytes) bytes = outlay_json_load_file (path, problems);
  OutlayCatalogue *shipped = outlay_catalogue_get_default ();
  OutlayImport *import;

  g_assert_nonnull (bytes);
  import = outlay_import_read (bytes, SEEN, outlay_catalogue_get_prices (shipped), problems);
  g_assert_cmpuint (outlay_problems_get_n_total (problems), ==, 0);
  g_assert_nonnull (import);

  return import;
}

/* Goes on after a failure, so that one run shows every row that fails. */
void
assert_cards (const OutlayImport *import,
              const char         *id,
              const char         *expected)
{
  const OutlayPrices *prices = outlay_catalogue_get_prices (import->catalogue);
  const OutlayModel *model = outlay_prices_find_model (prices, id);
  g_autofree char *found = model != NULL ? describe_cards (model) : g_strdup ("no such model");

  if (strcmp (found, expected) == 0)
    return;

  g_test_message ("%s:\nexpected:\n%s\nfound:\n%s", id, expected, found);
  g_test_fail ();
}

/* What is taken is a sound catalogue: it can be written and read. */
static void
assert_sound (const OutlayImport *import)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("written");
  g_autoptr (GBytes) bytes = outlay_catalogue_write (import->catalogue);
  g_autoptr (OutlayCatalogue) read = outlay_catalogue_read (bytes, problems);
  g_autofree char *found = outlay_problems_to_string (problems);

  g_assert_cmpstr (found, ==, "");
  g_assert_nonnull (read);
}

void
assert_adds_up (const OutlayImport *import)
{
  guint n = import->n_taken;

  for (guint i = 0; i < OUTLAY_N_LEFT; i++)
    n += import->n_left[i];

  g_assert_cmpuint (n, ==, import->n_rows);
  g_assert_cmpuint (outlay_catalogue_get_prices (import->catalogue)->n_models, ==,
                    import->n_taken + import->n_hours);
  assert_sound (import);
}
