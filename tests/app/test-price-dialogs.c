/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Own prices are kept with their day and come before all others; what is missing or
 * out of range is said. No address is asked but one that begins with https://, and
 * whatever goes wrong, the prices stay. */

#include "own-price-dialog.h"
#include "pane-test.h"
#include "price-list.h"
#include "refresh-dialog.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#define MODEL "deepseek/deepseek-v4-pro"

/* The rows of a dialog, in their order. */
enum
{
  ROW_ID,
  ROW_NAME,
  ROW_VENDOR,
  ROW_WINDOW,
  ROW_FROM,
  ROW_INPUT,
  ROW_OUTPUT,
  ROW_CACHE_READ,
  ROW_CACHE_WRITE,
  ROW_CACHE_WRITE_1H
};

static void
set_up (PriceFolder   *prices,
        gconstpointer  data)
{
  price_folder_init (prices);
}

static void
tear_down (PriceFolder   *prices,
           gconstpointer  data)
{
  price_folder_clear (prices);
}

static const OutlayModel *
find_model (PriceFolder *prices,
            const char  *id)
{
  return outlay_prices_find_model (
           outlay_catalogue_get_prices (outlay_price_shelf_get_catalogue (prices->shelf)), id);
}

static void
type (GtkWidget  *dialog,
      guint       row,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_widget (dialog, ADW_TYPE_ENTRY_ROW, row)), text);
}

static void
run (GtkWidget  *dialog,
     const char *action)
{
  gtk_widget_activate_action (dialog, action, NULL);
  let_run ();
}

/* Closes what a refused dialog keeps open. */
static void
close_dialog (GtkWidget *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
  let_run ();
}

static void
test_own_price_holds_from_its_day (PriceFolder   *prices,
                                   gconstpointer  data)
{
  const OutlayModel *before = find_model (prices, MODEL);
  double old_price = outlay_model_get_card (before, 20270101)->base.input;
  g_autoptr (OutlayPriceShelf) other = NULL;
  GtkWidget *dialog = outlay_own_price_dialog_present (NULL, prices->shelf, before);
  const OutlayModel *own;

  let_run ();
  type (dialog, ROW_FROM, "2027-02-01");
  type (dialog, ROW_INPUT, "0.5");
  type (dialog, ROW_OUTPUT, "1.25");
  type (dialog, ROW_CACHE_READ, "");
  run (dialog, "price.save");

  own = find_model (prices, MODEL);
  g_assert_cmpfloat (outlay_model_get_card (own, 20270131)->base.input, ==, old_price);
  g_assert_cmpfloat (outlay_model_get_card (own, 20270201)->base.input, ==, 0.5);
  g_assert_cmpfloat (outlay_model_get_card (own, 20270201)->base.output, ==, 1.25);
  g_assert_true (isnan (outlay_model_get_card (own, 20270201)->base.cache_read));
  g_assert_nonnull (strstr (own->source, "own price, entered "));

  /* It is on disk, and comes before a list that says something else. */
  other = outlay_price_shelf_new (prices->folder);
  g_assert_cmpfloat (outlay_model_get_card (
                       outlay_prices_find_model (outlay_catalogue_get_prices (
                                                   outlay_price_shelf_get_catalogue (other)),
                                                 MODEL), 20270201)->base.input, ==, 0.5);
  price_folder_import (prices, PRICE_LIST);
  g_assert_cmpfloat (outlay_model_get_card (find_model (prices, MODEL), 20270201)->base.input,
                     ==, 0.5);

  dialog = outlay_own_price_dialog_present (NULL, prices->shelf, find_model (prices, MODEL));
  run (dialog, "price.remove");
  g_assert_cmpfloat (outlay_model_get_card (find_model (prices, MODEL), 20270201)->base.input,
                     ==, old_price);
}

static void
test_own_price_is_checked (PriceFolder   *prices,
                           gconstpointer  data)
{
  static const struct { guint row; const char *text; } wrong[] = {
    { ROW_INPUT, "" }, { ROW_INPUT, "much" }, { ROW_INPUT, "-1" }, { ROW_INPUT, "10000001" },
    { ROW_OUTPUT, "nan" }, { ROW_FROM, "tomorrow" }, { ROW_FROM, "2027-02-30" },
    { ROW_CACHE_WRITE_1H, "3" },
  };
  const char *source = find_model (prices, MODEL)->source;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      GtkWidget *dialog =
        outlay_own_price_dialog_present (NULL, prices->shelf, find_model (prices, MODEL));
      GtkWidget *row = find_widget (dialog, ADW_TYPE_ENTRY_ROW, wrong[i].row);

      g_test_message ("%u: %s", wrong[i].row, wrong[i].text);
      type (dialog, ROW_CACHE_WRITE, "");
      type (dialog, wrong[i].row, wrong[i].text);
      run (dialog, "price.save");
      if (wrong[i].row == ROW_CACHE_WRITE_1H)
        row = find_widget (dialog, ADW_TYPE_ENTRY_ROW, ROW_CACHE_WRITE);
      g_assert_true (gtk_widget_has_css_class (row, "error"));
      g_assert_cmpstr (find_model (prices, MODEL)->source, ==, source);
      close_dialog (dialog);
    }
}

static void
test_model_that_no_list_has (PriceFolder   *prices,
                             gconstpointer  data)
{
  GtkWidget *dialog = outlay_own_price_dialog_present (NULL, prices->shelf, NULL);
  const OutlayModel *own;

  /* One that is in the book is no new one. */
  type (dialog, ROW_ID, MODEL);
  type (dialog, ROW_NAME, "House model");
  type (dialog, ROW_WINDOW, "128000");
  type (dialog, ROW_INPUT, "0");
  type (dialog, ROW_OUTPUT, "0");
  run (dialog, "price.save");
  g_assert_true (gtk_widget_has_css_class (find_widget (dialog, ADW_TYPE_ENTRY_ROW, ROW_ID),
                                           "error"));

  type (dialog, ROW_ID, "house/model");
  run (dialog, "price.save");
  own = find_model (prices, "house/model");
  g_assert_nonnull (own);
  g_assert_cmpstr (own->name, ==, "House model");
  g_assert_cmpfloat (own->context_window, ==, 128000);
  g_assert_true (outlay_price_card_is_free (&own->cards[0]));
}

static const char *
fetch (GtkWidget  *dialog,
       const char *address)
{
  GtkWidget *progress = find_widget (dialog, GTK_TYPE_PROGRESS_BAR, 0);
  GtkWidget *box = gtk_widget_get_parent (progress);
  GtkWidget *result = gtk_widget_get_next_sibling (box);

  type (dialog, 0, address);
  gtk_widget_activate_action (dialog, "refresh.add", NULL);
  while (gtk_widget_get_visible (box))
    g_main_context_iteration (NULL, TRUE);
  let_run ();

  return gtk_label_get_label (GTK_LABEL (result));
}

static void
test_addresses_are_https (PriceFolder   *prices,
                          gconstpointer  data)
{
  /* Port 1 of this machine: nobody answers there. */
  static const char * const addresses[] = {
    "", "prices.json", "http://localhost:1/a.json", "file:///etc/hostname",
    "https://localhost:1/a.json",
  };
  GtkWidget *dialog = outlay_refresh_dialog_present (NULL, prices->shelf);
  guint n = outlay_catalogue_get_prices (outlay_price_shelf_get_catalogue (prices->shelf))->n_models;

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      const char *result = fetch (dialog, addresses[i]);
      g_autofree char *path = g_build_filename (prices->folder, "addresses.json", NULL);

      g_test_message ("%s: %s", addresses[i], result);
      g_assert_true (g_str_has_prefix (result, "The prices stay as they are: "));
      g_assert_cmpuint (outlay_catalogue_get_prices (
                          outlay_price_shelf_get_catalogue (prices->shelf))->n_models, ==, n);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  close_dialog (dialog);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv);
  adw_init ();

#define ADD(name, test) \
  g_test_add ("/price-dialogs/" name, PriceFolder, NULL, set_up, test, tear_down)
  ADD ("own", test_own_price_holds_from_its_day);
  ADD ("checked", test_own_price_is_checked);
  ADD ("new", test_model_that_no_list_has);
  ADD ("addresses", test_addresses_are_https);

  return g_test_run ();
}
