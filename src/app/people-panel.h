/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "panel.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_PEOPLE_PANEL (outlay_people_panel_get_type ())

G_DECLARE_FINAL_TYPE (OutlayPeoplePanel, outlay_people_panel, OUTLAY, PEOPLE_PANEL, OutlayPanel)

G_END_DECLS
