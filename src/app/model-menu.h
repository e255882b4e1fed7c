/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_model_menu_fill    (GtkDropDown          *menu,
                                GListStore           *models);
void outlay_model_menu_select  (GtkDropDown          *menu,
                                const char           *id);
void outlay_model_menu_suggest (GtkDropDown          *menu,
                                const OutlayPlan     *plan,
                                const OutlayScenario *scenario);

G_END_DECLS
