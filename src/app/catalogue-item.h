/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ranking.h"
#include "scenario.h"

#include <gio/gio.h>
#include <pango/pango.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_CATALOGUE_ITEM (outlay_catalogue_item_get_type ())

G_DECLARE_FINAL_TYPE (OutlayCatalogueItem, outlay_catalogue_item,
                      OUTLAY, CATALOGUE_ITEM, GObject)

/* What of the book is shown. */
typedef enum
{
  OUTLAY_MARK_ALL,
  OUTLAY_MARK_DISPUTED,  /* sources say different prices */
  OUTLAY_MARK_OWN,       /* the person's own price is taken */
  OUTLAY_MARK_ANNOUNCED, /* another price is announced */
  OUTLAY_MARK_FREE,
  OUTLAY_N_MARKS
} OutlayCatalogueMark;

const OutlayModel     *outlay_catalogue_item_get_model  (OutlayCatalogueItem *self);
const OutlayPlan      *outlay_catalogue_item_get_plan   (OutlayCatalogueItem *self);
const char            *outlay_catalogue_item_get_id     (OutlayCatalogueItem *self);
const char            *outlay_catalogue_item_get_name   (OutlayCatalogueItem *self);
const char            *outlay_catalogue_item_get_vendor (OutlayCatalogueItem *self);
const char            *outlay_catalogue_item_get_source (OutlayCatalogueItem *self);
const OutlayPriceCard *outlay_catalogue_item_get_card   (OutlayCatalogueItem *self);
const OutlayPriceCard *outlay_catalogue_item_get_next   (OutlayCatalogueItem *self);
void                   outlay_catalogue_item_set_source (OutlayCatalogueItem *self,
                                                         const char          *source,
                                                         gboolean             is_own,
                                                         gboolean             is_disputed);
const char            *outlay_catalogue_item_get_book   (OutlayCatalogueItem *self);
gboolean               outlay_catalogue_item_get_disputed (OutlayCatalogueItem *self);
int                    outlay_catalogue_item_get_seen   (OutlayCatalogueItem *self);
void                   outlay_catalogue_item_set_ranked (OutlayCatalogueItem *self,
                                                         const OutlayRanked  *ranked,
                                                         const char          *currency);
const OutlayRanked    *outlay_catalogue_item_get_ranked (OutlayCatalogueItem *self);
const char            *outlay_catalogue_item_get_currency (OutlayCatalogueItem *self);
gboolean               outlay_catalogue_item_has_mark   (OutlayCatalogueItem *self,
                                                         OutlayCatalogueMark  mark);
const char            *outlay_catalogue_item_get_key    (OutlayCatalogueItem *self);
gboolean               outlay_catalogue_item_matches    (OutlayCatalogueItem *self,
                                                         const char          *words);
PangoAttrList         *outlay_catalogue_item_mark_match (OutlayCatalogueItem *self);

OutlayCatalogueItem   *outlay_catalogue_item_new        (const OutlayModel   *model,
                                                         const OutlayPlan    *plan,
                                                         int                  date);
GListStore            *outlay_catalogue_list_models     (const OutlayPrices  *own,
                                                         const OutlayPrices  *catalogue,
                                                         int                  date);
GListStore            *outlay_catalogue_list_plans      (const OutlayPrices  *own,
                                                         const OutlayPrices  *catalogue);

const char            *outlay_model_class_get_name      (OutlayModelClass     id);
char                  *outlay_date_format               (int                  date);
char                  *outlay_date_format_short         (int                  date);

G_END_DECLS
