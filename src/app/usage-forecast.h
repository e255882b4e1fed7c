/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "usage-actuals.h"
#include "usage-section.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_USAGE_FORECAST (outlay_usage_forecast_get_type ())

G_DECLARE_FINAL_TYPE (OutlayUsageForecast, outlay_usage_forecast, OUTLAY, USAGE_FORECAST,
                      OutlayUsageSection)

/* NULL before there is one. */
const OutlayUsageActuals *outlay_usage_forecast_get_data (OutlayUsageForecast *self);

G_END_DECLS
