/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cost-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_COST_CELL (outlay_cost_cell_get_type ())

G_DECLARE_FINAL_TYPE (OutlayCostCell, outlay_cost_cell, OUTLAY, COST_CELL, GtkBox)

GtkWidget *outlay_cost_cell_new     (guint           column);
void       outlay_cost_cell_set_row (OutlayCostCell *self,
                                     OutlayCostRow  *row);
guint      outlay_cost_cell_get_column (OutlayCostCell *self);
void       outlay_cost_cell_ask     (OutlayCostCell *self);

G_END_DECLS
