/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "panel.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_OPTIONS_PANEL (outlay_options_panel_get_type ())

G_DECLARE_FINAL_TYPE (OutlayOptionsPanel, outlay_options_panel,
                      OUTLAY, OPTIONS_PANEL, OutlayPanel)

G_END_DECLS
