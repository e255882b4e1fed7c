/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue-list.h"
#include "factor-choice.h"
#include "price-details.h"
#include "price-ranking.h"
#include "price-window.h"

G_BEGIN_DECLS

struct _OutlayPriceWindow
{
  AdwWindow            parent_instance;

  AdwToastOverlay     *toasts;
  GtkInfoBar          *bar;
  GtkLabel            *bar_label;
  GtkWidget           *spinner;
  GtkWidget           *back_button;
  AdwLeaflet          *leaflet;
  GtkWidget           *list_page;
  GtkWidget           *terms;
  GtkDropDown         *cache;
  OutlayFactorChoice  *effort;
  OutlayCatalogueList *list;
  GtkWidget           *details_page;
  OutlayPriceDetails  *details;

  OutlaySession       *session;
  OutlayPriceShelf    *shelf;
  OutlayCatalogue     *catalogue; /* that the list borrows of */
  OutlayScenario      *added;     /* what the last option that was added made, or NULL */
  OutlayPriceRanking  *ranking;   /* likewise, or NULL */
  gboolean             ranks;     /* models are shown on the scenario's work */
  gboolean             shows_ranking; /* which may be a moment later */
  gboolean             is_ranking; /* a thread is at it */
};

int  outlay_price_window_get_date        (OutlayPriceWindow *self);
void outlay_price_window_update_list     (OutlayPriceWindow *self);
void outlay_price_window_update_ranking  (OutlayPriceWindow *self);
void outlay_price_window_update_columns  (OutlayPriceWindow *self);
void outlay_price_window_update_details  (OutlayPriceWindow *self);
void outlay_price_window_update_busy     (OutlayPriceWindow *self);

G_END_DECLS
