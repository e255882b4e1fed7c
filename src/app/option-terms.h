/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "factor-choice.h"

G_BEGIN_DECLS

/* The terms of an option that a person chooses: menus that several dialogs have. */
void outlay_effort_choice_init       (OutlayFactorChoice *choice);
void outlay_price_factor_choice_init (OutlayFactorChoice *choice);
void outlay_cache_menu_init          (GtkDropDown        *menu);

G_END_DECLS
