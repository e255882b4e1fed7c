/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import.h"

#include "catalogue-file.h"
#include "importer.h"
#include "json-text.h"

#include <string.h>

static const struct
{
  const char *id;
  const char *name;
} formats[OUTLAY_N_IMPORT_FORMATS] = {
  [OUTLAY_IMPORT_CATALOGUE] = { "own", "own prices" },
  [OUTLAY_IMPORT_LITELLM] = { "litellm", "LiteLLM" },
  [OUTLAY_IMPORT_MODELS_DEV] = { "models-dev", "models.dev" },
  [OUTLAY_IMPORT_GENAI_PRICES] = { "genai-prices", "genai-prices" },
};

static const char * const left_keys[OUTLAY_N_LEFT] = {
  [OUTLAY_LEFT_NO_MODEL] = "no_model",
  [OUTLAY_LEFT_NO_TEXT] = "no_text",
  [OUTLAY_LEFT_UNPRICED] = "unpriced",
  [OUTLAY_LEFT_OTHER_UNIT] = "other_unit",
  [OUTLAY_LEFT_ZERO] = "zero",
  [OUTLAY_LEFT_DUPLICATE] = "duplicate",
  [OUTLAY_LEFT_BROKEN] = "broken",
};

/* The source's name in files and commands. */
const char *
outlay_import_format_get_id (OutlayImportFormat format)
{
  g_return_val_if_fail (format < OUTLAY_N_IMPORT_FORMATS, NULL);

  return formats[format].id;
}

const char *
outlay_import_format_get_name (OutlayImportFormat format)
{
  g_return_val_if_fail (format < OUTLAY_N_IMPORT_FORMATS, NULL);

  return formats[format].name;
}

const char *
outlay_left_get_key (OutlayLeft reason)
{
  g_return_val_if_fail (reason < OUTLAY_N_LEFT, NULL);

  return left_keys[reason];
}

/* Rows that look like a format's, out of the first few: a hostile or new row
 * among them does not hide what the file is. */
#define N_SAMPLES 50

static gboolean
looks_like_litellm (const json_t *row)
{
  return json_object_get (row, "litellm_provider") != NULL ||
         json_object_get (row, "input_cost_per_token") != NULL;
}

static gboolean
is_litellm (const json_t *root)
{
  guint n_litellm = 0, n_models_dev = 0, n = 0;
  const char *key;
  json_t *row;

  json_object_foreach ((json_t *) root, key, row)
    {
      if (n++ == N_SAMPLES)
        break;
      n_litellm += looks_like_litellm (row);
      n_models_dev += json_is_object (json_object_get (row, "models"));
    }

  return n_litellm > n_models_dev;
}

static gboolean
is_models_dev (const json_t *root)
{
  guint n = 0;
  const char *key;
  json_t *row;

  json_object_foreach ((json_t *) root, key, row)
    {
      if (n++ == N_SAMPLES)
        break;
      if (json_is_object (json_object_get (row, "models")))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_genai_prices (const json_t *root)
{
  json_t *row;
  gsize i;

  json_array_foreach (root, i, row)
    {
      if (i == N_SAMPLES)
        break;
      if (json_is_array (json_object_get (row, "models")))
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_format (const json_t       *root,
             OutlayImportFormat *format)
{
  if (json_object_get (root, "catalogue") != NULL)
    *format = OUTLAY_IMPORT_CATALOGUE;
  else if (is_litellm (root))
    *format = OUTLAY_IMPORT_LITELLM;
  else if (is_models_dev (root))
    *format = OUTLAY_IMPORT_MODELS_DEV;
  else if (is_genai_prices (root))
    *format = OUTLAY_IMPORT_GENAI_PRICES;
  else
    return FALSE;

  return TRUE;
}

/* A key that stands twice in the file, where the second is what was read. Rows
 * are counted in the file, so those that the first ones were count too. */
static gboolean
count_double_keys (OutlayImport         *import,
                   const json_t         *root,
                   const OutlayProblems *problems)
{
  guint n = outlay_problems_get_n_listed (problems);

  for (guint i = 0; i < n; i++)
    {
      const char *path = outlay_problems_get (problems, i)->path;
      gboolean is_row = import->format == OUTLAY_IMPORT_LITELLM &&
                        json_object_get (root, path) != NULL;
      const char *provider;
      json_t *object;

      if (import->format == OUTLAY_IMPORT_MODELS_DEV)
        json_object_foreach ((json_t *) root, provider, object)
          {
            g_autofree char *prefix = g_strconcat (provider, ".models.", NULL);

            is_row = is_row || (g_str_has_prefix (path, prefix) &&
                                json_object_get (json_object_get (object, "models"),
                                                 path + strlen (prefix)) != NULL);
          }
      if (is_row)
        {
          import->n_rows++;
          import->n_left[OUTLAY_LEFT_DUPLICATE]++;
        }
    }

  return outlay_problems_get_n_total (problems) == n;
}

static void
read_rows (OutlayImporter *importer,
           const json_t   *root)
{
  static void (* const readers[OUTLAY_N_IMPORT_FORMATS]) (OutlayImporter *importer,
                                                          const json_t   *root) = {
    [OUTLAY_IMPORT_LITELLM] = outlay_import_litellm,
    [OUTLAY_IMPORT_MODELS_DEV] = outlay_import_models_dev,
    [OUTLAY_IMPORT_GENAI_PRICES] = outlay_import_genai_prices,
  };

  readers[importer->import->format] (importer, root);
}

static OutlayImport *
import_list (const json_t       *root,
             OutlayImportFormat  format,
             int                 date,
             const OutlayPrices *known,
             OutlayProblems     *problems)
{
  OutlayImport *import = g_new0 (OutlayImport, 1);
  OutlayPrices prices = { 0 };
  OutlayImporter importer = {
    .import = import,
    .pool = outlay_pool_new (),
    .known = known,
    .problems = problems,
    .date = date,
    .models = g_array_new (FALSE, FALSE, sizeof (OutlayModel)),
    .by_id = g_hash_table_new (g_str_hash, g_str_equal),
    .known_ids = outlay_import_index_known (known),
  };

  import->format = format;
  if (!count_double_keys (import, root, problems))
    outlay_problems_add (problems, "(top)", NULL, NULL, "many keys stand twice");
  read_rows (&importer, root);

  prices.n_models = importer.models->len;
  prices.models = outlay_pool_alloc0 (importer.pool, prices.n_models, sizeof (OutlayModel));
  if (prices.n_models > 0)
    memcpy (prices.models, importer.models->data, prices.n_models * sizeof (OutlayModel));
  import->catalogue = outlay_catalogue_new (importer.pool, date, &prices);

  g_hash_table_unref (importer.known_ids);
  g_hash_table_unref (importer.by_id);
  g_array_unref (importer.models);

  return import;
}

/* Our own format brings everything along, and is refused whole if anything is
 * wrong: a person wrote it. */
static OutlayImport *
import_own (GBytes         *bytes,
            OutlayProblems *problems)
{
  g_autoptr (OutlayCatalogue) catalogue = outlay_catalogue_read (bytes, problems);
  OutlayImport *import;

  if (catalogue == NULL)
    return NULL;

  import = g_new0 (OutlayImport, 1);
  import->format = OUTLAY_IMPORT_CATALOGUE;
  import->n_rows = import->n_taken = outlay_catalogue_get_prices (catalogue)->n_models;
  import->catalogue = g_steal_pointer (&catalogue);

  return import;
}

/**
 * outlay_import_read:
 * @bytes: a price list
 * @date: the day on which it was seen, as 20260801
 * @known: (nullable): models that are known already; what no list tells is
 *   taken from those of the same name: class, tokenizer, context window
 * @problems: takes everything that is wrong
 *
 * Reads a price list of any format. Rows that are broken are left out and named
 * in @problems, the others are taken.
 *
 * Returns: (transfer full) (nullable): what was read, or %NULL where @bytes is no
 *   price list
 */
OutlayImport *
outlay_import_read (GBytes             *bytes,
                    int                 date,
                    const OutlayPrices *known,
                    OutlayProblems     *problems)
{
  g_autoptr (json_t) root = outlay_json_parse (bytes, problems);
  OutlayImportFormat format;

  if (root == NULL)
    return NULL;

  if (!find_format (root, &format))
    {
      outlay_problems_add (problems, "(top)", NULL,
                           "a price list of LiteLLM, models.dev or genai-prices, or a catalogue",
                           "this is no price list; allowed are LiteLLM's "
                           "model_prices_and_context_window.json, models.dev's api.json, "
                           "genai-prices' data.json, and a catalogue");
      return NULL;
    }

  if (format == OUTLAY_IMPORT_CATALOGUE)
    return outlay_problems_get_n_total (problems) == 0 ? import_own (bytes, problems) : NULL;

  return import_list (root, format, date, known, problems);
}

/**
 * outlay_import_is_list:
 * @bytes: a file
 *
 * Returns: whether it is a price list, by what it holds, sound or not
 */
gboolean
outlay_import_is_list (GBytes *bytes)
{
  g_autoptr (OutlayProblems) ignored = outlay_problems_new ("list");
  g_autoptr (json_t) root = outlay_json_parse (bytes, ignored);
  OutlayImportFormat format;

  return root != NULL && find_format (root, &format);
}

void
outlay_import_free (OutlayImport *import)
{
  g_clear_pointer (&import->catalogue, outlay_catalogue_unref);
  g_free (import);
}
