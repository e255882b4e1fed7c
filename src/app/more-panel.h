/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "panel.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_MORE_PANEL (outlay_more_panel_get_type ())

G_DECLARE_FINAL_TYPE (OutlayMorePanel, outlay_more_panel, OUTLAY, MORE_PANEL, OutlayPanel)

G_END_DECLS
