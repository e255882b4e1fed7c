/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes a price list from a file into the book on the shelf. */
#include "price-shelf.h"

#include "json-text.h"
#include "price-date.h"

#include <string.h>

typedef struct
{
  GFile          *file;
  OutlayImport   *import;
  OutlayProblems *problems;
} Import;

static void
import_data_free (gpointer data)
{
  Import *import = data;

  g_clear_object (&import->file);
  g_clear_pointer (&import->import, outlay_import_free);
  g_clear_pointer (&import->problems, outlay_problems_free);
  g_free (import);
}

int
outlay_price_shelf_get_today (void)
{
  return outlay_list_find_seen (NULL, NULL);
}

static int
find_date (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) changed = NULL;
  g_autofree char *name = g_file_get_basename (file);

  if (info != NULL)
    changed = g_file_info_get_modification_date_time (info);

  return outlay_list_find_seen (name, changed);
}

static GBytes *
load_bytes (GFile          *file,
            OutlayProblems *problems)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  if (path != NULL)
    return outlay_json_load_file (path, problems);

  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  if (bytes == NULL)
    outlay_problems_add (problems, "(top)", NULL, NULL, "%s", error->message);

  return bytes;
}

/**
 * outlay_price_file_is_list:
 * @file: what was dropped on a window, or chosen to be opened
 *
 * Returns: whether it is a price list. Scenarios may be called .json too, so that it
 *   is the content that tells.
 */
gboolean
outlay_price_file_is_list (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (OutlayProblems) ignored = outlay_problems_new (name);
  g_autoptr (GBytes) bytes = NULL;

  if (name == NULL || g_str_has_suffix (name, ".outlay"))
    return FALSE;

  bytes = load_bytes (file, ignored);

  return bytes != NULL && outlay_import_is_list (bytes);
}

/* The file's name is known where this is read. */
static void
set_error (GError               **error,
           const OutlayProblems  *problems)
{
  const OutlayProblem *first = outlay_problems_get (problems, 0);
  gboolean is_whole = strcmp (first->path, "(top)") == 0;

  g_set_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_INVALID, "%s%s%s",
               is_whole ? "" : first->path, is_whole ? "" : ": ", first->message);
}

static gboolean
import_list (OutlayPriceBook  *book,
             gpointer          data,
             GError          **error)
{
  Import *import = data;
  g_autoptr (GBytes) bytes = load_bytes (import->file, import->problems);
  const OutlayPrices *known = outlay_catalogue_get_prices (outlay_catalogue_get_default ());

  if (bytes != NULL)
    import->import = outlay_import_read (bytes, find_date (import->file), known,
                                         import->problems);
  if (import->import == NULL)
    {
      set_error (error, import->problems);
      return FALSE;
    }

  return outlay_price_book_import (book, import->import, error);
}

/**
 * outlay_price_shelf_import_async:
 * @self: a shelf
 * @file: a price list; what it is, is told by what it holds
 * @callback: called when it is done
 * @data: for @callback
 *
 * Takes the prices of a list into the book.
 */
void
outlay_price_shelf_import_async (OutlayPriceShelf    *self,
                                 GFile               *file,
                                 GAsyncReadyCallback  callback,
                                 gpointer             data)
{
  Import *import = g_new0 (Import, 1);
  g_autofree char *name = g_file_get_basename (file);

  import->file = g_object_ref (file);
  import->problems = outlay_problems_new (name);
  outlay_price_shelf_work_async (self, import_list, import, import_data_free, callback, data);
}

/**
 * outlay_price_shelf_import_finish:
 * @self: a shelf
 * @result: what the callback was given
 * @problems: (out) (optional) (transfer full): rows that could not be read
 * @error: return location for an error; then the book is as it was
 *
 * Returns: (transfer full) (nullable): what was taken and left out
 */
OutlayImport *
outlay_price_shelf_import_finish (OutlayPriceShelf  *self,
                                  GAsyncResult      *result,
                                  OutlayProblems   **problems,
                                  GError           **error)
{
  Import *import = outlay_price_shelf_work_finish (self, result, error);
  OutlayImport *read;

  if (import == NULL)
    return NULL;

  read = g_steal_pointer (&import->import);
  if (problems != NULL)
    *problems = g_steal_pointer (&import->problems);
  import_data_free (import);

  return read;
}

