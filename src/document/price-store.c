/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file is replaced whole or not at all, and the good one before it is kept
 * beside it: whatever happens to a file, there is one that can be read. */
#include "price-store.h"

#include "catalogue-file.h"
#include "json-text.h"
#include "json-writer.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define CHOICES "choices.json"

static char *
current_name (const char *source)
{
  return g_strconcat (source, ".json", NULL);
}

static char *
previous_name (const char *source)
{
  return g_strconcat (source, ".previous.json", NULL);
}

static OutlayCatalogue *
load (const char     *path,
      OutlayProblems *problems)
{
  return g_file_test (path, G_FILE_TEST_EXISTS) ? outlay_catalogue_load (path, problems) : NULL;
}

/* Hands problems of one file on, named as that file's. */
static void
add_broken_file (OutlayProblems       *problems,
                 const char           *path,
                 const OutlayProblems *own)
{
  g_autofree char *text = outlay_problem_to_string (outlay_problems_get (own, 0));

  outlay_problems_add (problems, path, NULL, NULL, "the prices cannot be read: %s", text);
}

/**
 * outlay_price_store_load:
 * @folder: a book's folder
 * @source: a source's id
 * @is_previous: (out): whether this is the file before the newest, because that
 *   one cannot be read
 * @problems: takes why
 *
 * Returns: (transfer full) (nullable): the source's prices, or %NULL for none
 */
OutlayCatalogue *
outlay_price_store_load (const char     *folder,
                         const char     *source,
                         gboolean       *is_previous,
                         OutlayProblems *problems)
{
  g_autofree char *current = current_name (source);
  g_autofree char *previous = previous_name (source);
  g_autofree char *path = g_build_filename (folder, current, NULL);
  g_autofree char *previous_path = g_build_filename (folder, previous, NULL);
  g_autoptr (OutlayProblems) own = outlay_problems_new (current);
  g_autoptr (OutlayProblems) ignored = outlay_problems_new (previous);
  OutlayCatalogue *catalogue = load (path, own);

  *is_previous = FALSE;
  if (catalogue != NULL)
    return catalogue;

  if (outlay_problems_get_n_total (own) == 0)
    return NULL;

  add_broken_file (problems, current, own);
  catalogue = load (previous_path, ignored);
  *is_previous = catalogue != NULL;

  return catalogue;
}

/* Writes a file of the book, whole or not at all. */
gboolean
outlay_price_store_write (const char  *folder,
                          const char  *name,
                          const char  *text,
                          gsize        length,
                          GError     **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) local = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_READ,
                   "the folder %s cannot be made: %s", folder, g_strerror (errno));
      return FALSE;
    }

  if (g_file_set_contents_full (path, text, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0600, &local))
    return TRUE;

  g_set_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_READ, "%s",
               local->message);

  return FALSE;
}

/* Keeps the file that is there as the previous one, if it can be read. One that
 * cannot must not push out the last good one. */
static gboolean
keep_previous (const char  *folder,
               const char  *source,
               GError     **error)
{
  g_autofree char *current = current_name (source);
  g_autofree char *previous = previous_name (source);
  g_autofree char *path = g_build_filename (folder, current, NULL);
  g_autoptr (OutlayProblems) ignored = outlay_problems_new (path);
  g_autoptr (OutlayCatalogue) catalogue = load (path, ignored);
  g_autofree char *text = NULL;
  gsize length;

  if (catalogue == NULL || !g_file_get_contents (path, &text, &length, NULL))
    return TRUE;

  return outlay_price_store_write (folder, previous, text, length, error);
}

/**
 * outlay_price_store_save:
 * @folder: a book's folder; it is made where it is not there
 * @source: a source's id
 * @catalogue: its prices
 * @error: return location for %OUTLAY_DOCUMENT_ERROR_READ
 *
 * Replaces a source's prices. Whatever fails, those that were there stay.
 */
gboolean
outlay_price_store_save (const char             *folder,
                         const char             *source,
                         const OutlayCatalogue  *catalogue,
                         GError                **error)
{
  g_autoptr (GBytes) bytes = outlay_catalogue_write (catalogue);
  g_autofree char *current = current_name (source);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return keep_previous (folder, source, error) &&
         outlay_price_store_write (folder, current, text, length, error);
}

/**
 * outlay_price_store_import:
 * @folder: a book's folder
 * @import: what was read of a price list
 * @error: return location for %OUTLAY_DOCUMENT_ERROR_READ, and for
 *   %OUTLAY_DOCUMENT_ERROR_INVALID where the list holds no model
 *
 * Replaces the prices of that list; for whoever needs no more of the book.
 */
gboolean
outlay_price_store_import (const char          *folder,
                           const OutlayImport  *import,
                           GError             **error)
{
  const OutlayPrices *prices = outlay_catalogue_get_prices (import->catalogue);

  if (prices->n_models == 0 && prices->n_plans == 0)
    {
      g_set_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_INVALID,
                   "no price could be taken of any of its %u rows", import->n_rows);
      return FALSE;
    }

  return outlay_price_store_save (folder, outlay_import_format_get_id (import->format),
                                  import->catalogue, error);
}

/**
 * outlay_price_store_load_choices:
 * @folder: a book's folder
 * @problems: takes what is wrong
 *
 * Returns: (transfer full) (element-type utf8 utf8): which source's prices of a
 *   model are to be taken: model id to source id
 */
GHashTable *
outlay_price_store_load_choices (const char     *folder,
                                 OutlayProblems *problems)
{
  GHashTable *choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *path = g_build_filename (folder, CHOICES, NULL);
  g_autoptr (OutlayProblems) own = outlay_problems_new (CHOICES);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (json_t) root = NULL;
  const char *model;
  json_t *source;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return choices;

  bytes = outlay_json_load_file (path, own);
  if (bytes != NULL)
    root = outlay_json_parse (bytes, own);
  if (outlay_problems_get_n_total (own) > 0)
    add_broken_file (problems, CHOICES, own);

  json_object_foreach (json_object_get (root, "choices"), model, source)
    if (json_is_string (source))
      g_hash_table_insert (choices, g_strdup (model), g_strdup (json_string_value (source)));

  return choices;
}

gboolean
outlay_price_store_save_choices (const char  *folder,
                                 GHashTable  *choices,
                                 GError     **error)
{
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();
  g_autoptr (GList) models = g_list_sort (g_hash_table_get_keys (choices),
                                          (GCompareFunc) strcmp);
  g_autofree char *text = NULL;

  outlay_json_writer_begin_object (writer);
  outlay_json_writer_key (writer, "choices");
  outlay_json_writer_begin_object (writer);
  for (GList *l = models; l != NULL; l = l->next)
    outlay_json_writer_add_text (writer, l->data, g_hash_table_lookup (choices, l->data));
  outlay_json_writer_end_object (writer);
  outlay_json_writer_end_object (writer);
  text = outlay_json_writer_finish (writer);

  return outlay_price_store_write (folder, CHOICES, text, strlen (text), error);
}
