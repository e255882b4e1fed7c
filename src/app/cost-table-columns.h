/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OutlayCostTableColumns:
 *
 * The columns of the table of costs: which there are, what they are called,
 * how they sort, and which of them a narrow table leaves out.
 */
typedef struct _OutlayCostTableColumns OutlayCostTableColumns;

OutlayCostTableColumns *outlay_cost_table_columns_new            (GtkColumnView          *view);
void                    outlay_cost_table_columns_free           (OutlayCostTableColumns *self);

void                    outlay_cost_table_columns_update         (OutlayCostTableColumns *self,
                                                                  const OutlayEstimate   *estimate);
void                    outlay_cost_table_columns_sort           (OutlayCostTableColumns *self);
void                    outlay_cost_table_columns_fit            (OutlayCostTableColumns *self,
                                                                  int                     width);
gboolean                outlay_cost_table_columns_get_all_months (OutlayCostTableColumns *self);
gboolean                outlay_cost_table_columns_set_all_months (OutlayCostTableColumns *self,
                                                                  gboolean                all_months);

G_END_DECLS
