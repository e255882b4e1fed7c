/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prices from an address that the person set. Whatever goes wrong, the prices
 * that are there stay. */
#include "refresh.h"

#include "json-text.h"
#include "json-writer.h"
#include "price-store.h"

#include <string.h>

#define FILE_NAME "addresses.json"

static void
address_free (gpointer data)
{
  OutlayRefreshAddress *address = data;

  g_free (address->address);
  g_free (address->source);
  g_free (address->etag);
  g_free (address->checksum);
  g_free (address);
}

static char *
dup_text (const json_t *object,
          const char   *key)
{
  return g_strdup (json_string_value (json_object_get (object, key)));
}

/**
 * outlay_refresh_load_addresses:
 * @folder: a price book's folder
 * @problems: takes what cannot be read
 *
 * Returns: (transfer full) (element-type OutlayRefreshAddress): the addresses
 *   that the person set
 */
GPtrArray *
outlay_refresh_load_addresses (const char     *folder,
                               OutlayProblems *problems)
{
  GPtrArray *addresses = g_ptr_array_new_with_free_func (address_free);
  g_autofree char *path = g_build_filename (folder, FILE_NAME, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (json_t) root = NULL;
  json_t *entry;
  gsize i;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return addresses;

  bytes = outlay_json_load_file (path, problems);
  if (bytes != NULL)
    root = outlay_json_parse (bytes, problems);

  json_array_foreach (json_object_get (root, "addresses"), i, entry)
    if (json_is_string (json_object_get (entry, "address")))
      {
        OutlayRefreshAddress *address =
          outlay_refresh_add_address (addresses,
                                      json_string_value (json_object_get (entry, "address")));

        address->source = dup_text (entry, "source");
        address->etag = dup_text (entry, "etag");
        address->checksum = dup_text (entry, "checksum");
        address->checked = (int) json_number_value (json_object_get (entry, "checked"));
      }

  return addresses;
}

gboolean
outlay_refresh_save_addresses (const char       *folder,
                               const GPtrArray  *addresses,
                               GError          **error)
{
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();
  g_autofree char *text = NULL;

  outlay_json_writer_begin_object (writer);
  outlay_json_writer_key (writer, "addresses");
  outlay_json_writer_begin_list (writer);
  for (guint i = 0; i < addresses->len; i++)
    {
      const OutlayRefreshAddress *address = g_ptr_array_index (addresses, i);

      outlay_json_writer_begin_object (writer);
      outlay_json_writer_add_text (writer, "address", address->address);
      outlay_json_writer_add_text (writer, "source", address->source);
      outlay_json_writer_add_text (writer, "etag", address->etag);
      outlay_json_writer_add_text (writer, "checksum", address->checksum);
      outlay_json_writer_add_whole (writer, "checked", address->checked);
      outlay_json_writer_end_object (writer);
    }
  outlay_json_writer_end_list (writer);
  outlay_json_writer_end_object (writer);
  text = outlay_json_writer_finish (writer);

  return outlay_price_store_write (folder, FILE_NAME, text, strlen (text), error);
}

/* Returns: (transfer none): the entry of that address, which is added if new */
OutlayRefreshAddress *
outlay_refresh_add_address (GPtrArray  *addresses,
                            const char *text)
{
  OutlayRefreshAddress *address;

  for (guint i = 0; i < addresses->len; i++)
    {
      address = g_ptr_array_index (addresses, i);
      if (strcmp (address->address, text) == 0)
        return address;
    }

  address = g_new0 (OutlayRefreshAddress, 1);
  address->address = g_strdup (text);
  g_ptr_array_add (addresses, address);

  return address;
}

/**
 * outlay_refresh_prepare:
 * @address: an address
 * @book: the price book
 * @request: what else is to be asked; it borrows from @address
 *
 * Asks for that address. Without the prices that its etag names, nothing must say
 * "unchanged".
 */
void
outlay_refresh_prepare (OutlayRefreshAddress  *address,
                        const OutlayPriceBook *book,
                        OutlayFetchRequest    *request)
{
  if (address->source != NULL && outlay_price_book_find_source (book, address->source) == NULL)
    {
      g_clear_pointer (&address->etag, g_free);
      g_clear_pointer (&address->checksum, g_free);
    }

  request->address = address->address;
  request->etag = address->etag;
}

/* A list that has lost most of its models, or is another list than it was, is
 * more likely a mistake of its server's than news. */
static gboolean
check_odd (const OutlayRefreshAddress *address,
           OutlayPriceBook            *book,
           const OutlayImport         *import,
           GError                    **error)
{
  const char *id = outlay_import_format_get_id (import->format);
  const OutlayPriceSource *before = outlay_price_book_find_source (book, id);
  guint n_before = before != NULL ? outlay_catalogue_get_prices (before->catalogue)->n_models
                                  : 0;

  if (address->source != NULL && strcmp (address->source, id) != 0)
    g_set_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_INVALID,
                 "this was the list \"%s\", and now is \"%s\"", address->source, id);
  else if (import->format == OUTLAY_IMPORT_CATALOGUE)
    g_set_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_INVALID,
                 "a catalogue of one's own is imported from a file only");
  else if (import->n_taken < n_before / 2)
    g_set_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_INVALID,
                 "it holds prices of %u models, the one before of %u; it can be saved and "
                 "imported as a file if that is right", import->n_taken, n_before);
  else
    return TRUE;

  return FALSE;
}

static OutlayImport *
read_answer (const OutlayFetchAnswer  *answer,
             const OutlayPrices       *known,
             int                       date,
             GError                  **error)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("the answer");
  OutlayImport *import = outlay_import_read (answer->bytes, date, known, problems);

  if (import == NULL)
    outlay_problems_to_error (problems, error);

  return import;
}

/**
 * outlay_refresh_take:
 * @address: where the answer comes from; keeps in mind what it was
 * @answer: what was fetched
 * @book: the price book, which takes the prices
 * @known: models that are known, for what no list tells
 * @date: today, as 20261122
 * @import: (out) (optional) (nullable): what was read, where it changed
 * @error: return location for %OUTLAY_DOCUMENT_ERROR
 *
 * Returns: what it came to; %OUTLAY_REFRESH_FAILED sets @error, and everything is
 *   as it was
 */
OutlayRefreshOutcome
outlay_refresh_take (OutlayRefreshAddress     *address,
                     const OutlayFetchAnswer  *answer,
                     OutlayPriceBook          *book,
                     const OutlayPrices       *known,
                     int                       date,
                     OutlayImport            **import,
                     GError                  **error)
{
  g_autofree char *checksum = NULL;
  g_autoptr (OutlayImport) read = NULL;

  if (answer->bytes == NULL)
    {
      address->checked = date;
      return OUTLAY_REFRESH_UNCHANGED;
    }

  checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, answer->bytes);
  if (g_strcmp0 (checksum, address->checksum) == 0)
    {
      address->checked = date;
      return OUTLAY_REFRESH_UNCHANGED;
    }

  read = read_answer (answer, known, date, error);
  if (read == NULL || !check_odd (address, book, read, error) ||
      !outlay_price_book_import (book, read, error))
    return OUTLAY_REFRESH_FAILED;

  g_free (address->source);
  g_free (address->etag);
  g_free (address->checksum);
  address->source = g_strdup (outlay_import_format_get_id (read->format));
  address->etag = g_strdup (answer->etag);
  address->checksum = g_steal_pointer (&checksum);
  address->checked = date;
  if (import != NULL)
    *import = g_steal_pointer (&read);

  return OUTLAY_REFRESH_CHANGED;
}
