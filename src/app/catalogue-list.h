/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue-columns.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_CATALOGUE_LIST (outlay_catalogue_list_get_type ())

G_DECLARE_FINAL_TYPE (OutlayCatalogueList, outlay_catalogue_list,
                      OUTLAY, CATALOGUE_LIST, GtkWidget)

void                 outlay_catalogue_list_show_models  (OutlayCatalogueList *self,
                                                         GListStore          *models,
                                                         int                  date);
void                 outlay_catalogue_list_show_plans   (OutlayCatalogueList *self,
                                                         GListStore          *plans,
                                                         int                  date);
void                 outlay_catalogue_list_show_book    (OutlayCatalogueList *self,
                                                         GListStore          *models,
                                                         const char          *note,
                                                         const OutlayCatalogueColumn *columns,
                                                         guint                n_columns);
void                 outlay_catalogue_list_show_columns (OutlayCatalogueList *self,
                                                         guint                shown);
void                 outlay_catalogue_list_sort_by      (OutlayCatalogueList *self,
                                                         guint                column);
OutlayCatalogueItem *outlay_catalogue_list_get_selected (OutlayCatalogueList *self);
void                 outlay_catalogue_list_select       (OutlayCatalogueList *self,
                                                         const char          *id);

G_END_DECLS
