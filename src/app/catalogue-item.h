/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

#include <gio/gio.h>
#include <pango/pango.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_CATALOGUE_ITEM (outlay_catalogue_item_get_type ())

G_DECLARE_FINAL_TYPE (OutlayCatalogueItem, outlay_catalogue_item,
                      OUTLAY, CATALOGUE_ITEM, GObject)

const OutlayModel     *outlay_catalogue_item_get_model  (OutlayCatalogueItem *self);
const OutlayPlan      *outlay_catalogue_item_get_plan   (OutlayCatalogueItem *self);
const char            *outlay_catalogue_item_get_id     (OutlayCatalogueItem *self);
const char            *outlay_catalogue_item_get_name   (OutlayCatalogueItem *self);
const char            *outlay_catalogue_item_get_vendor (OutlayCatalogueItem *self);
const char            *outlay_catalogue_item_get_source (OutlayCatalogueItem *self);
const OutlayPriceCard *outlay_catalogue_item_get_card   (OutlayCatalogueItem *self);
const OutlayPriceCard *outlay_catalogue_item_get_next   (OutlayCatalogueItem *self);
gboolean               outlay_catalogue_item_matches    (OutlayCatalogueItem *self,
                                                         const char          *words);
PangoAttrList         *outlay_catalogue_item_mark_match (OutlayCatalogueItem *self);

GListStore            *outlay_catalogue_list_models     (const OutlayPrices  *own,
                                                         const OutlayPrices  *catalogue,
                                                         int                  date);
GListStore            *outlay_catalogue_list_plans      (const OutlayPrices  *own,
                                                         const OutlayPrices  *catalogue);

const char            *outlay_model_class_get_name      (OutlayModelClass     id);
char                  *outlay_date_format               (int                  date);
char                  *outlay_date_format_short         (int                  date);

G_END_DECLS
