/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "panel.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_WORK_PANEL (outlay_work_panel_get_type ())

G_DECLARE_FINAL_TYPE (OutlayWorkPanel, outlay_work_panel, OUTLAY, WORK_PANEL, OutlayPanel)

G_END_DECLS
