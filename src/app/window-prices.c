/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-prices.h"

#include "price-window-import.h"

#include <glib/gi18n.h>

static void
price_book_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  outlay_price_window_present (GTK_WINDOW (widget),
                               outlay_window_get_session (OUTLAY_WINDOW (widget)));
}

void
outlay_window_class_install_price_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.price-book", NULL, price_book_action);
}

static void
on_import_response (AdwMessageDialog *dialog,
                    const char       *response,
                    OutlayWindow     *self)
{
  GFile *file = g_object_get_data (G_OBJECT (dialog), "file");
  OutlayPriceWindow *prices;

  if (!g_str_equal (response, "import"))
    return;

  prices = outlay_price_window_present (GTK_WINDOW (self), outlay_window_get_session (self));
  outlay_price_window_import (prices, file);
}

/**
 * outlay_window_offer_import:
 * @self: a window
 * @file: a price list that was dropped on it, or chosen to be opened
 *
 * Asks whether it is to go into the price book. The scenario stays as it is.
 */
void
outlay_window_offer_import (OutlayWindow *self,
                            GFile        *file)
{
  g_autofree char *name = g_file_get_basename (file);
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Import Prices?"), NULL));

  adw_message_dialog_format_body (dialog,
                                  /* Translators: %s is the name of a file */
                                  _("“%s” is a price list. Its prices can go into the price "
                                    "book. The scenario keeps its own."), name);
  adw_message_dialog_add_responses (dialog,
                                    "cancel", _("_Cancel"),
                                    "import", _("_Import"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "import", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "import");
  adw_message_dialog_set_close_response (dialog, "cancel");

  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_import_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_prices_changed (OutlayPriceShelf *shelf,
                   OutlayWindow     *self)
{
  outlay_session_set_catalogue (outlay_window_get_session (self),
                                outlay_price_shelf_get_catalogue (shelf));
}

/**
 * outlay_window_follow_prices:
 * @self: a window
 * @offer: its bar, which offers newer prices
 *
 * Lets models and plans be chosen with the prices of the book, now and whenever
 * that changes. Those of the scenario stay as they are.
 */
void
outlay_window_follow_prices (OutlayWindow        *self,
                             OutlayPriceOfferBar *offer)
{
  OutlayPriceShelf *shelf = outlay_price_shelf_get_default ();

  g_signal_connect_object (shelf, "changed", G_CALLBACK (on_prices_changed), self, 0);
  if (outlay_price_shelf_is_read (shelf))
    on_prices_changed (shelf, self);
  outlay_price_offer_bar_follow (offer, outlay_window_get_session (self), shelf);
}
