/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart.h"
#include "marks.h"

G_BEGIN_DECLS

/**
 * OutlayObstacles:
 *
 * What remarks in the plot should not be written over.
 */
typedef struct _OutlayObstacles OutlayObstacles;

OutlayObstacles *outlay_obstacles_new         (OutlayChartBox         bounds);
void             outlay_obstacles_free        (OutlayObstacles       *obstacles);
void             outlay_obstacles_add_segment (OutlayObstacles       *obstacles,
                                               OutlayPoint            from,
                                               OutlayPoint            to);
void             outlay_obstacles_add_box     (OutlayObstacles       *obstacles,
                                               OutlayChartBox         box);
guint            outlay_obstacles_count       (const OutlayObstacles *obstacles,
                                               const OutlayChartBox  *box);
guint            outlay_obstacles_choose      (const OutlayObstacles *obstacles,
                                               const OutlayChartBox  *boxes,
                                               guint                  n_boxes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayObstacles, outlay_obstacles_free)

G_END_DECLS
