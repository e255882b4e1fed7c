/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout-private.h"
#include "sample-charts.h"

G_BEGIN_DECLS

#define WIDTH 872.0
#define HEIGHT 370.0

/* A sample laid out at that size, and what is found in a layout: `nth` counts
 * the marks of a role from 0. */
OutlayChartLayout *lay_out           (const SampleChart       *sample);
guint              count_role        (const OutlayChartLayout *layout,
                                      OutlayMarkRole           role);
const OutlayMark  *find_role         (const OutlayChartLayout *layout,
                                      OutlayMarkRole           role,
                                      guint                    nth);
const char        *get_words         (const OutlayMark        *mark);
void               draw_layout       (const OutlayChartLayout *layout);
void               assert_all_finite (const OutlayChartLayout *layout);

G_END_DECLS
