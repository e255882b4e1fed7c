/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cost-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_COST_NAME_CELL (outlay_cost_name_cell_get_type ())

G_DECLARE_FINAL_TYPE (OutlayCostNameCell, outlay_cost_name_cell, OUTLAY, COST_NAME_CELL, GtkBox)

GtkWidget *outlay_cost_name_cell_new     (void);
void       outlay_cost_name_cell_set_row (OutlayCostNameCell *self,
                                          OutlayCostRow      *row);

G_END_DECLS
