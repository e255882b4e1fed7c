/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer comes in by the main loop; what it holds is read by the shelf's thread.
 * Nothing is asked but by outlay_price_refresh_async(). */
#include "price-refresh.h"

typedef struct
{
  char                 *address;
  OutlayFetchAnswer    *answer;
  OutlayImport         *import;
  OutlayRefreshOutcome  outcome;
} Refresh;

static void
refresh_free (gpointer data)
{
  Refresh *refresh = data;

  g_clear_pointer (&refresh->answer, outlay_fetch_answer_free);
  g_clear_pointer (&refresh->import, outlay_import_free);
  g_free (refresh->address);
  g_free (refresh);
}

static OutlayRefreshAddress *
find_address (const OutlayPriceBook  *book,
              const char             *address,
              GPtrArray             **addresses)
{
  const char *folder = outlay_price_book_get_folder (book);
  g_autoptr (OutlayProblems) ignored = outlay_problems_new (folder);

  *addresses = outlay_refresh_load_addresses (folder, ignored);

  return outlay_refresh_add_address (*addresses, address);
}

static gboolean
take (OutlayPriceBook  *book,
      gpointer          data,
      GError          **error)
{
  Refresh *refresh = data;
  g_autoptr (GPtrArray) addresses = NULL;
  OutlayRefreshAddress *address = find_address (book, refresh->address, &addresses);
  OutlayFetchRequest request = { 0 };

  outlay_refresh_prepare (address, book, &request);
  refresh->outcome =
    outlay_refresh_take (address, refresh->answer, book,
                         outlay_catalogue_get_prices (outlay_catalogue_get_default ()),
                         outlay_price_shelf_get_today (), &refresh->import, error);

  return refresh->outcome != OUTLAY_REFRESH_FAILED &&
         outlay_refresh_save_addresses (outlay_price_book_get_folder (book), addresses, error);
}

static void
on_taken (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  Refresh *refresh = outlay_price_shelf_work_finish (OUTLAY_PRICE_SHELF (source), result, &error);

  if (refresh == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, refresh, refresh_free);
}

static void
on_fetched (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  OutlayPriceShelf *shelf = g_task_get_source_object (task);
  GError *error = NULL;
  OutlayFetchAnswer *answer = outlay_fetch_finish (result, &error);
  Refresh *refresh;

  if (answer == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  refresh = g_new0 (Refresh, 1);
  refresh->address = g_strdup (g_task_get_task_data (task));
  refresh->answer = answer;
  outlay_price_shelf_work_async (shelf, take, refresh, refresh_free, on_taken,
                                 g_steal_pointer (&task));
}

/**
 * outlay_price_refresh_async:
 * @shelf: where the price book is
 * @address: an https address; it is kept once it gave a list
 * @cancellable: (nullable): ends it while the answer comes in
 * @progress: (nullable): hears how far it is
 * @progress_data: for @progress, until the callback
 * @callback: called when it is done
 * @data: for @callback
 */
void
outlay_price_refresh_async (OutlayPriceShelf    *shelf,
                            const char          *address,
                            GCancellable        *cancellable,
                            OutlayFetchProgress  progress,
                            gpointer             progress_data,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  GTask *task = g_task_new (shelf, cancellable, callback, data);
  OutlayFetchRequest request = { .progress = progress, .progress_data = progress_data };
  OutlayPriceBook *book = outlay_price_shelf_get_book (shelf);
  g_autoptr (GPtrArray) addresses = NULL;

  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_strdup (address), g_free);
  outlay_refresh_prepare (find_address (book, address, &addresses), book, &request);
  outlay_fetch_async (&request, cancellable, on_fetched, task);
}

/**
 * outlay_price_refresh_finish:
 * @result: what the callback was given
 * @import: (out) (transfer full) (nullable): what was read, where it changed
 * @error: return location for an error
 *
 * Returns: what it came to; %OUTLAY_REFRESH_FAILED sets @error, and the prices are
 *   as they were
 */
OutlayRefreshOutcome
outlay_price_refresh_finish (GAsyncResult  *result,
                             OutlayImport **import,
                             GError       **error)
{
  Refresh *refresh = g_task_propagate_pointer (G_TASK (result), error);
  OutlayRefreshOutcome outcome;

  *import = NULL;
  if (refresh == NULL)
    return OUTLAY_REFRESH_FAILED;

  outcome = refresh->outcome;
  *import = g_steal_pointer (&refresh->import);
  refresh_free (refresh);

  return outcome;
}
