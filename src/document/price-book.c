/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sources of a price book, and what a person changes in it. */
#include "price-book-private.h"

#include "catalogue-file.h"
#include "input-values.h"
#include "inputs.h"
#include "price-store.h"

#include <string.h>

/* In the order in which they are shown; the shipped catalogue comes first. */
static const struct
{
  const char *id;
  const char *name;
} source_names[] = {
  { OUTLAY_SOURCE_SHIPPED, "shipped catalogue" },
  { "litellm", "LiteLLM" },
  { "models-dev", "models.dev" },
  { "genai-prices", "genai-prices" },
  { OUTLAY_SOURCE_OWN, "own prices" },
};

#define SHIPPED 0

static void
source_clear (gpointer data)
{
  OutlayPriceSource *source = data;

  outlay_catalogue_unref (source->catalogue);
}

/* Where the person's prices lie: $XDG_DATA_HOME/outlay/prices. */
char *
outlay_price_book_get_default_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "outlay", "prices", NULL);
}

static void
load_source (OutlayPriceBook *book,
             guint            which,
             OutlayProblems  *problems)
{
  OutlayPriceSource source = { source_names[which].id, source_names[which].name, NULL, FALSE };

  source.catalogue = outlay_price_store_load (book->folder, source.id, &source.is_previous,
                                              problems);
  if (source.catalogue != NULL)
    g_array_append_val (book->sources, source);
}

/**
 * outlay_price_book_open:
 * @folder: (nullable): where the person's prices lie, or %NULL for the usual place
 * @shipped: the catalogue that is shipped
 * @problems: takes what cannot be read; the book goes without it, or with the
 *   file before it
 *
 * Returns: (transfer full): the book
 */
OutlayPriceBook *
outlay_price_book_open (const char      *folder,
                        OutlayCatalogue *shipped,
                        OutlayProblems  *problems)
{
  OutlayPriceBook *book = g_new0 (OutlayPriceBook, 1);
  OutlayPriceSource first = {
    source_names[SHIPPED].id, source_names[SHIPPED].name, outlay_catalogue_ref (shipped), FALSE
  };

  book->folder = folder != NULL ? g_strdup (folder) : outlay_price_book_get_default_folder ();
  book->sources = g_array_new (FALSE, FALSE, sizeof (OutlayPriceSource));
  g_array_set_clear_func (book->sources, source_clear);
  g_array_append_val (book->sources, first);
  for (guint i = SHIPPED + 1; i < G_N_ELEMENTS (source_names); i++)
    load_source (book, i, problems);
  book->choices = outlay_price_store_load_choices (book->folder, problems);

  return book;
}

/* What was worked out of the sources holds no longer. */
static void
forget_merged (OutlayPriceBook *book)
{
  g_clear_pointer (&book->merged, outlay_catalogue_unref);
  g_clear_pointer (&book->models, g_hash_table_unref);
}

void
outlay_price_book_free (OutlayPriceBook *book)
{
  forget_merged (book);
  g_hash_table_unref (book->choices);
  g_array_unref (book->sources);
  g_free (book->folder);
  g_free (book);
}

const char *
outlay_price_book_get_folder (const OutlayPriceBook *book)
{
  return book->folder;
}

guint
outlay_price_book_get_n_sources (const OutlayPriceBook *book)
{
  return book->sources->len;
}

const OutlayPriceSource *
outlay_price_book_get_source (const OutlayPriceBook *book,
                              guint                  position)
{
  g_return_val_if_fail (position < book->sources->len, NULL);

  return &g_array_index (book->sources, OutlayPriceSource, position);
}

/* Returns: (nullable): the source of that id, if it has any prices */
const OutlayPriceSource *
outlay_price_book_find_source (const OutlayPriceBook *book,
                               const char            *id)
{
  for (guint i = 0; i < book->sources->len; i++)
    if (strcmp (outlay_price_book_get_source (book, i)->id, id) == 0)
      return outlay_price_book_get_source (book, i);

  return NULL;
}

/**
 * outlay_price_book_list_alternatives:
 * @book: a price book
 * @model: a model's id
 *
 * Returns: (transfer full) (nullable) (element-type OutlayPriceAlternative): every
 *   source's prices of the model, in the order of the sources
 */
GArray *
outlay_price_book_list_alternatives (OutlayPriceBook *book,
                                     const char      *model)
{
  GArray *list;

  outlay_price_book_index (book);
  list = g_hash_table_lookup (book->models, model);

  return list != NULL ? g_array_ref (list) : NULL;
}

/**
 * outlay_price_book_get_catalogue:
 * @book: a price book
 *
 * Returns: (transfer none): every model and plan of the book, each with the
 *   prices that are taken. Where there is nothing but what is shipped, that.
 */
OutlayCatalogue *
outlay_price_book_get_catalogue (OutlayPriceBook *book)
{
  if (book->sources->len == 1)
    return outlay_price_book_get_source (book, SHIPPED)->catalogue;

  if (book->merged == NULL)
    book->merged = outlay_price_book_merge (book);

  return book->merged;
}

static guint
find_name (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (source_names); i++)
    if (strcmp (source_names[i].id, id) == 0)
      return i;

  return G_N_ELEMENTS (source_names);
}

/* Sets a source's prices, in the order of the sources. */
static void
set_source (OutlayPriceBook *book,
            const char      *id,
            OutlayCatalogue *catalogue)
{
  guint which = find_name (id);
  OutlayPriceSource source = {
    source_names[which].id, source_names[which].name, outlay_catalogue_ref (catalogue), FALSE
  };
  guint at = 0;

  forget_merged (book);
  while (at < book->sources->len &&
         find_name (outlay_price_book_get_source (book, at)->id) < which)
    at++;
  if (at < book->sources->len &&
      strcmp (outlay_price_book_get_source (book, at)->id, id) == 0)
    g_array_remove_index (book->sources, at);
  g_array_insert_val (book->sources, at, source);
}

/**
 * outlay_price_book_import:
 * @book: a price book
 * @import: what was read of a price list
 * @error: return location for %OUTLAY_DOCUMENT_ERROR_READ, and for
 *   %OUTLAY_DOCUMENT_ERROR_INVALID where the list holds no model
 *
 * Replaces the prices of that list, on disk first. The prices before are kept
 * beside them.
 */
gboolean
outlay_price_book_import (OutlayPriceBook     *book,
                          const OutlayImport  *import,
                          GError             **error)
{
  if (!outlay_price_store_import (book->folder, import, error))
    return FALSE;

  set_source (book, outlay_import_format_get_id (import->format), import->catalogue);

  return TRUE;
}

/* Returns: (nullable): the source that the person chose for a model */
const char *
outlay_price_book_get_choice (const OutlayPriceBook *book,
                              const char            *model)
{
  return g_hash_table_lookup (book->choices, model);
}

/**
 * outlay_price_book_choose:
 * @book: a price book
 * @model: a model's id
 * @source: (nullable): id of the source whose price of it is to be taken, or
 *   %NULL for no choice
 * @error: return location for an error
 *
 * Chooses, and keeps the choice.
 */
gboolean
outlay_price_book_choose (OutlayPriceBook  *book,
                          const char       *model,
                          const char       *source,
                          GError          **error)
{
  g_autofree char *before = g_strdup (g_hash_table_lookup (book->choices, model));

  if (source != NULL && find_name (source) == G_N_ELEMENTS (source_names))
    {
      g_set_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_PATH,
                   "no source \"%s\"; allowed are shipped, litellm, models-dev, genai-prices "
                   "and own", source);
      return FALSE;
    }

  if (source != NULL)
    g_hash_table_insert (book->choices, g_strdup (model), g_strdup (source));
  else
    g_hash_table_remove (book->choices, model);

  if (outlay_price_store_save_choices (book->folder, book->choices, error))
    {
      forget_merged (book);
      return TRUE;
    }

  if (before != NULL)
    g_hash_table_insert (book->choices, g_strdup (model), g_steal_pointer (&before));
  else
    g_hash_table_remove (book->choices, model);

  return FALSE;
}

/* The person's own prices without @id, and with @model. */
static OutlayCatalogue *
change_own (OutlayPriceBook   *book,
            const char        *id,
            const OutlayModel *model)
{
  const OutlayPriceSource *own = outlay_price_book_find_source (book, OUTLAY_SOURCE_OWN);
  OutlayPrices before = { 0 }, after = { 0 };
  OutlayPool *pool = outlay_pool_new ();

  if (own != NULL)
    before = *outlay_catalogue_get_prices (own->catalogue);

  after = before;
  after.models = outlay_pool_alloc0 (pool, before.n_models + 1, sizeof *after.models);
  after.n_models = 0;
  for (guint i = 0; i < before.n_models; i++)
    if (strcmp (before.models[i].id, id) != 0)
      after.models[after.n_models++] = before.models[i];
  if (model != NULL)
    after.models[after.n_models++] = *model;
  outlay_inputs_own (&outlay_prices_inputs, &after, pool, 0);

  return outlay_catalogue_new (pool, own != NULL ? outlay_catalogue_get_date (own->catalogue)
                                                 : 0, &after);
}

static gboolean
replace_own (OutlayPriceBook    *book,
             const char         *id,
             const OutlayModel  *model,
             GError            **error)
{
  g_autoptr (OutlayCatalogue) own = change_own (book, id, model);

  if (!outlay_price_store_save (book->folder, OUTLAY_SOURCE_OWN, own, error))
    return FALSE;

  set_source (book, OUTLAY_SOURCE_OWN, own);

  return TRUE;
}

/**
 * outlay_price_book_set_own:
 * @book: a price book
 * @model: a model with the person's own cards: negotiated, or of a model that no
 *   list has; its ranges are those of a catalogue
 * @error: return location for %OUTLAY_DOCUMENT_ERROR_READ
 *
 * Adds or replaces a price of the person's own.
 */
gboolean
outlay_price_book_set_own (OutlayPriceBook    *book,
                           const OutlayModel  *model,
                           GError            **error)
{
  return replace_own (book, model->id, model, error);
}

/* Takes a price of the person's own out of the book. */
gboolean
outlay_price_book_remove_own (OutlayPriceBook  *book,
                              const char       *model,
                              GError          **error)
{
  return replace_own (book, model, NULL, error);
}
