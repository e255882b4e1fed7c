/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_COST_HEADING (outlay_cost_heading_get_type ())

G_DECLARE_FINAL_TYPE (OutlayCostHeading, outlay_cost_heading, OUTLAY, COST_HEADING, GtkWidget)

void outlay_cost_heading_set_title    (OutlayCostHeading *self,
                                       const char        *title);
void outlay_cost_heading_set_subtitle (OutlayCostHeading *self,
                                       const char        *subtitle);

G_END_DECLS
