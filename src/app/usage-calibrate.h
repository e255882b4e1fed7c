/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "usage-section.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_USAGE_CALIBRATE (outlay_usage_calibrate_get_type ())

G_DECLARE_FINAL_TYPE (OutlayUsageCalibrate, outlay_usage_calibrate, OUTLAY, USAGE_CALIBRATE,
                      OutlayUsageSection)

G_END_DECLS
