/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_COST_TABLE (outlay_cost_table_get_type ())

G_DECLARE_FINAL_TYPE (OutlayCostTable, outlay_cost_table, OUTLAY, COST_TABLE, GtkWidget)

GtkWidget *outlay_cost_table_new  (void);
void       outlay_cost_table_copy (OutlayCostTable *self);

G_END_DECLS
