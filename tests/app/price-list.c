/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the price book have in common. */
#include "price-list.h"

#include <glib/gstdio.h>

void
price_folder_init (PriceFolder *prices)
{
  g_autoptr (GError) error = NULL;

  prices->folder = g_dir_make_tmp ("outlay-prices-XXXXXX", &error);
  g_assert_no_error (error);
  prices->shelf = outlay_price_shelf_new (prices->folder);
}

void
price_folder_clear (PriceFolder *prices)
{
  g_autoptr (GDir) dir = g_dir_open (prices->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (prices->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (prices->folder), ==, 0);
  g_free (prices->folder);
  g_assert_finalize_object (prices->shelf);
}

/* Returns: (transfer full): a file with that text; its name tells nothing */
GFile *
price_folder_write (PriceFolder *prices,
                    const char  *text)
{
  g_autofree char *path = g_build_filename (prices->folder, "some-file", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

void
wait_for_shelf (OutlayPriceShelf *shelf)
{
  while (outlay_price_shelf_get_busy (shelf))
    g_main_context_iteration (NULL, TRUE);
}

static void
on_imported (GObject      *shelf,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayImport) import =
    outlay_price_shelf_import_finish (OUTLAY_PRICE_SHELF (shelf), result, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (import);
  *(gboolean *) data = TRUE;
}

void
price_folder_import (PriceFolder *prices,
                     const char  *text)
{
  g_autoptr (GFile) file = price_folder_write (prices, text);
  gboolean done = FALSE;

  outlay_price_shelf_import_async (prices->shelf, file, on_imported, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}
