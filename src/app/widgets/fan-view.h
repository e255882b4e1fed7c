/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-canvas.h"
#include "session.h"

G_BEGIN_DECLS

/**
 * OutlayFanColumns:
 * @first: px from the start of the fan to its first month, or 0 where the fan
 *   leaves no room for names before it
 * @step: px from one month to the next
 *
 * Where the months of a fan are, for a table below it.
 */
typedef struct
{
  double first;
  double step;
} OutlayFanColumns;

#define OUTLAY_TYPE_FAN_VIEW (outlay_fan_view_get_type ())

G_DECLARE_FINAL_TYPE (OutlayFanView, outlay_fan_view, OUTLAY, FAN_VIEW, OutlayChartCanvas)

void             outlay_fan_view_set_session (OutlayFanView *self,
                                              OutlaySession *session);
OutlayFanColumns outlay_fan_view_get_columns (OutlayFanView *self);

G_END_DECLS
