/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

/**
 * OutlayMeasure:
 * @OUTLAY_MEASURE_COST: what a month costs
 * @OUTLAY_MEASURE_COST_SO_FAR: what all months up to it cost
 * @OUTLAY_MEASURE_COST_PER_ACCEPTED: what a month costs for each task accepted
 *
 * What the lines of a chart and the cells of its read-out strip show.
 */
typedef enum
{
  OUTLAY_MEASURE_COST,
  OUTLAY_MEASURE_COST_SO_FAR,
  OUTLAY_MEASURE_COST_PER_ACCEPTED
} OutlayMeasure;

double    outlay_measure_get     (const OutlayEstimate *estimate,
                                  guint                 option,
                                  int                   month,
                                  OutlayMeasure         measure);
gboolean  outlay_measure_is_over (const OutlayEstimate *estimate,
                                  guint                 option,
                                  int                   month,
                                  OutlayMeasure         measure);
guint    *outlay_measure_rank    (const OutlayEstimate *estimate,
                                  int                   month,
                                  OutlayMeasure         measure);
char     *outlay_measure_format  (const OutlayEstimate *estimate,
                                  double                value,
                                  OutlayMeasure         measure);

G_END_DECLS
