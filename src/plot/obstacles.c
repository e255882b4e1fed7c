/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "obstacles.h"

/* A remark over another one, or out of the plot, cannot be read at all; over
 * a line it can. */
#define COST_OF_LINE 1
#define COST_OF_TEXT 20
#define COST_OF_EDGE 50

typedef struct
{
  OutlayPoint from;
  OutlayPoint to;
} Segment;

struct _OutlayObstacles
{
  OutlayChartBox  bounds;
  GArray         *segments;
  GArray         *boxes;
};

/**
 * outlay_obstacles_new:
 * @bounds: where remarks may stand
 *
 * Returns: (transfer full): no obstacle yet
 */
OutlayObstacles *
outlay_obstacles_new (OutlayChartBox bounds)
{
  OutlayObstacles *obstacles = g_new0 (OutlayObstacles, 1);

  obstacles->bounds = bounds;
  obstacles->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  obstacles->boxes = g_array_new (FALSE, FALSE, sizeof (OutlayChartBox));

  return obstacles;
}

void
outlay_obstacles_free (OutlayObstacles *obstacles)
{
  if (obstacles == NULL)
    return;

  g_array_unref (obstacles->segments);
  g_array_unref (obstacles->boxes);
  g_free (obstacles);
}

void
outlay_obstacles_add_segment (OutlayObstacles *obstacles,
                              OutlayPoint      from,
                              OutlayPoint      to)
{
  Segment segment = { from, to };

  g_array_append_val (obstacles->segments, segment);
}

void
outlay_obstacles_add_box (OutlayObstacles *obstacles,
                          OutlayChartBox   box)
{
  g_array_append_val (obstacles->boxes, box);
}

/* Narrows the part [low, high] of a segment that lies between two limits of
 * one coordinate. */
static gboolean
clip_part (double  start,
           double  delta,
           double  least,
           double  most,
           double *low,
           double *high)
{
  double a;
  double b;

  if (delta == 0.0)
    return start >= least && start <= most;

  a = (least - start) / delta;
  b = (most - start) / delta;
  *low = MAX (*low, MIN (a, b));
  *high = MIN (*high, MAX (a, b));

  return *low <= *high;
}

static gboolean
segment_crosses_box (const Segment        *segment,
                     const OutlayChartBox *box)
{
  double low = 0.0;
  double high = 1.0;

  return clip_part (segment->from.x, segment->to.x - segment->from.x,
                    box->x, box->x + box->width, &low, &high) &&
         clip_part (segment->from.y, segment->to.y - segment->from.y,
                    box->y, box->y + box->height, &low, &high);
}

/**
 * outlay_obstacles_count:
 * @obstacles: the obstacles
 * @box: where a remark would stand
 *
 * Returns: how bad that would be; 0 if nothing is in the way
 */
guint
outlay_obstacles_count (const OutlayObstacles *obstacles,
                        const OutlayChartBox  *box)
{
  const OutlayChartBox *bounds = &obstacles->bounds;
  guint cost = 0;

  for (guint i = 0; i < obstacles->segments->len; i++)
    if (segment_crosses_box (&g_array_index (obstacles->segments, Segment, i), box))
      cost += COST_OF_LINE;

  for (guint i = 0; i < obstacles->boxes->len; i++)
    if (outlay_box_overlaps (&g_array_index (obstacles->boxes, OutlayChartBox, i), box))
      cost += COST_OF_TEXT;

  if (box->x < bounds->x || box->x + box->width > bounds->x + bounds->width ||
      box->y < bounds->y || box->y + box->height > bounds->y + bounds->height)
    cost += COST_OF_EDGE;

  return cost;
}

/**
 * outlay_obstacles_choose:
 * @obstacles: the obstacles
 * @boxes: (array length=n_boxes): where a remark could stand, best first
 * @n_boxes: at least 1
 *
 * Returns: the place with least in the way, and of equals the first
 */
guint
outlay_obstacles_choose (const OutlayObstacles *obstacles,
                         const OutlayChartBox  *boxes,
                         guint                  n_boxes)
{
  guint best = 0;
  guint least = G_MAXUINT;

  for (guint i = 0; i < n_boxes && least > 0; i++)
    {
      guint cost = outlay_obstacles_count (obstacles, &boxes[i]);

      if (cost < least)
        {
          least = cost;
          best = i;
        }
    }

  return best;
}
