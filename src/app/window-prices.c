/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-prices.h"

#include "price-window.h"

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
