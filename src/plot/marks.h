/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "chart.h"

G_BEGIN_DECLS

/**
 * OutlayMarkRole:
 *
 * What a mark means: who draws it does not care, but who clicks on it or
 * tests it does.
 */
typedef enum
{
  OUTLAY_MARK_BACKGROUND,
  OUTLAY_MARK_TITLE,
  OUTLAY_MARK_SUBTITLE,
  OUTLAY_MARK_LEGEND,
  OUTLAY_MARK_GRID,
  OUTLAY_MARK_AXIS,
  OUTLAY_MARK_AXIS_LABEL,
  OUTLAY_MARK_MONTH_TICK,
  OUTLAY_MARK_MONTH_LABEL,
  OUTLAY_MARK_YEAR_LABEL,
  OUTLAY_MARK_BAND,
  OUTLAY_MARK_BAND_EDGE,
  OUTLAY_MARK_BUDGET,
  OUTLAY_MARK_BUDGET_ARROW,
  OUTLAY_MARK_BUDGET_LABEL,
  OUTLAY_MARK_LINE,
  OUTLAY_MARK_DOT,
  OUTLAY_MARK_MEDIAN,
  OUTLAY_MARK_LAYER,
  OUTLAY_MARK_TOTAL,
  OUTLAY_MARK_ACTUAL,
  OUTLAY_MARK_ACTUAL_TEXT,
  OUTLAY_MARK_OVER_RING,
  OUTLAY_MARK_OVER_TEXT,
  OUTLAY_MARK_LEADER,
  OUTLAY_MARK_END_LABEL,
  OUTLAY_MARK_PRICE_TICK,
  OUTLAY_MARK_PRICE_TAG,
  OUTLAY_MARK_STEP,
  OUTLAY_MARK_STEP_LINK,
  OUTLAY_MARK_STEP_NAME,
  OUTLAY_MARK_STEP_VALUE,
  OUTLAY_MARK_CROSSHAIR,
  OUTLAY_MARK_CROSSHAIR_DOT,
  OUTLAY_MARK_PILL,
  OUTLAY_MARK_SELECTION
} OutlayMarkRole;

typedef enum
{
  OUTLAY_SHAPE_PATH,
  OUTLAY_SHAPE_DISC,
  OUTLAY_SHAPE_BOX,
  OUTLAY_SHAPE_TEXT
} OutlayShape;

typedef struct
{
  double x;
  double y;
} OutlayPoint;

/**
 * OutlayMark:
 * @role: what it means
 * @shape: which of the members below count
 * @series: the series it belongs to, or -1
 * @month: the month it stands at, from 0, or -1
 * @fill: of alpha 0 for none
 * @stroke: of alpha 0 for none
 * @line_width: px
 * @dash: (nullable): the stroke's pattern
 * @halo: of alpha 0 for none: a margin that sets the mark off from others
 * @halo_width: px on each side
 * @box: what the mark covers; of a path, its points' extents
 * @radius: of a disc, or of a box's corners
 * @first_point: of a path, in the marks' points
 * @n_points: of a path
 * @closed: whether a path returns to its start
 * @text: (owned): of a text
 *
 * One thing to draw, with everything decided.
 */
typedef struct
{
  OutlayMarkRole    role;
  OutlayShape       shape;
  int               series;
  int               month;
  OutlayColor       fill;
  OutlayColor       stroke;
  double            line_width;
  const OutlayDash *dash;
  OutlayColor       halo;
  double            halo_width;
  OutlayChartBox    box;
  double            radius;
  guint             first_point;
  guint             n_points;
  gboolean          closed;
  PangoLayout      *text;
} OutlayMark;

/**
 * OutlayMarks:
 *
 * Marks in the order in which they are drawn.
 */
typedef struct _OutlayMarks OutlayMarks;

OutlayMarks       *outlay_marks_new        (void);
void               outlay_marks_free       (OutlayMarks          *marks);
void               outlay_marks_clear      (OutlayMarks          *marks);
guint              outlay_marks_get_size   (const OutlayMarks    *marks);
const OutlayMark  *outlay_marks_get        (const OutlayMarks    *marks,
                                            guint                 i);
const OutlayPoint *outlay_marks_get_points (const OutlayMarks    *marks,
                                            const OutlayMark     *mark);
const OutlayMark  *outlay_marks_find_at    (const OutlayMarks    *marks,
                                            OutlayMarkRole        role,
                                            double                x,
                                            double                y,
                                            double                reach);

OutlayMark        *outlay_marks_add_path   (OutlayMarks          *marks,
                                            OutlayMarkRole        role,
                                            const OutlayPoint    *points,
                                            guint                 n_points,
                                            gboolean              closed);
OutlayMark        *outlay_marks_add_rule   (OutlayMarks          *marks,
                                            OutlayMarkRole        role,
                                            double                x1,
                                            double                y1,
                                            double                x2,
                                            double                y2,
                                            OutlayColor           color,
                                            double                line_width);
OutlayMark        *outlay_marks_add_disc   (OutlayMarks          *marks,
                                            OutlayMarkRole        role,
                                            double                x,
                                            double                y,
                                            double                radius);
OutlayMark        *outlay_marks_add_box    (OutlayMarks          *marks,
                                            OutlayMarkRole        role,
                                            OutlayChartBox        box,
                                            double                radius);
OutlayMark        *outlay_marks_add_text   (OutlayMarks          *marks,
                                            OutlayMarkRole        role,
                                            PangoLayout          *text,
                                            double                x,
                                            double                baseline,
                                            double                anchor,
                                            OutlayColor           color);

void               outlay_marks_mirror     (OutlayMarks          *marks,
                                            double                width);
void               outlay_marks_draw       (const OutlayMarks    *marks,
                                            const OutlayChartBox *clear,
                                            cairo_t              *cr);

gboolean           outlay_box_contains     (const OutlayChartBox *box,
                                            double                x,
                                            double                y,
                                            double                reach);
gboolean           outlay_box_overlaps     (const OutlayChartBox *one,
                                            const OutlayChartBox *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayMarks, outlay_marks_free)

G_END_DECLS
