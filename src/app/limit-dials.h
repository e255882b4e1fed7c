/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "panel.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_LIMIT_DIALS (outlay_limit_dials_get_type ())

G_DECLARE_FINAL_TYPE (OutlayLimitDials, outlay_limit_dials, OUTLAY, LIMIT_DIALS, OutlayPanel)

G_END_DECLS
