/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "marks.h"

#include "text.h"

struct _OutlayMarks
{
  GArray *marks;  /* of OutlayMark */
  GArray *points; /* of OutlayPoint, of all paths in turn */
};

static void
mark_clear (gpointer data)
{
  OutlayMark *mark = data;

  g_clear_object (&mark->text);
}

OutlayMarks *
outlay_marks_new (void)
{
  OutlayMarks *marks = g_new0 (OutlayMarks, 1);

  marks->marks = g_array_new (FALSE, TRUE, sizeof (OutlayMark));
  g_array_set_clear_func (marks->marks, mark_clear);
  marks->points = g_array_new (FALSE, FALSE, sizeof (OutlayPoint));

  return marks;
}

void
outlay_marks_free (OutlayMarks *marks)
{
  if (marks == NULL)
    return;

  g_array_unref (marks->marks);
  g_array_unref (marks->points);
  g_free (marks);
}

void
outlay_marks_clear (OutlayMarks *marks)
{
  g_array_set_size (marks->marks, 0);
  g_array_set_size (marks->points, 0);
}

guint
outlay_marks_get_size (const OutlayMarks *marks)
{
  return marks->marks->len;
}

/**
 * outlay_marks_get:
 * @marks: the marks
 * @i: less than outlay_marks_get_size()
 *
 * Returns: (transfer none): a mark, until the next one is added
 */
const OutlayMark *
outlay_marks_get (const OutlayMarks *marks,
                  guint              i)
{
  return &g_array_index (marks->marks, OutlayMark, i);
}

/**
 * outlay_marks_get_points:
 * @marks: the marks
 * @mark: a path among them
 *
 * Returns: (transfer none) (array): its points, until the next mark is added
 */
const OutlayPoint *
outlay_marks_get_points (const OutlayMarks *marks,
                         const OutlayMark  *mark)
{
  return &g_array_index (marks->points, OutlayPoint, mark->first_point);
}

/**
 * outlay_marks_find_at:
 * @marks: the marks
 * @role: of which role
 * @x: px
 * @y: px
 * @reach: px that a mark's box is enlarged by
 *
 * Returns: (transfer none) (nullable): the topmost mark there
 */
const OutlayMark *
outlay_marks_find_at (const OutlayMarks *marks,
                      OutlayMarkRole     role,
                      double             x,
                      double             y,
                      double             reach)
{
  for (guint i = marks->marks->len; i > 0; i--)
    {
      const OutlayMark *mark = outlay_marks_get (marks, i - 1);

      if (mark->role == role && outlay_box_contains (&mark->box, x, y, reach))
        return mark;
    }

  return NULL;
}

static OutlayMark *
marks_add (OutlayMarks    *marks,
           OutlayMarkRole  role,
           OutlayShape     shape)
{
  OutlayMark *mark;

  g_array_set_size (marks->marks, marks->marks->len + 1);
  mark = &g_array_index (marks->marks, OutlayMark, marks->marks->len - 1);
  mark->role = role;
  mark->shape = shape;
  mark->series = -1;
  mark->month = -1;

  return mark;
}

static OutlayChartBox
points_get_extents (const OutlayPoint *points,
                    guint              n_points)
{
  OutlayPoint low = points[0];
  OutlayPoint high = points[0];

  for (guint i = 1; i < n_points; i++)
    {
      low.x = MIN (low.x, points[i].x);
      low.y = MIN (low.y, points[i].y);
      high.x = MAX (high.x, points[i].x);
      high.y = MAX (high.y, points[i].y);
    }

  return (OutlayChartBox) { low.x, low.y, high.x - low.x, high.y - low.y };
}

/**
 * outlay_marks_add_path:
 * @marks: the marks
 * @role: what it means
 * @points: (array length=n_points): at least one; copied
 * @n_points: their number
 * @closed: whether it returns to its start
 *
 * Adds straight segments. Like the other shapes, it starts without colours.
 *
 * Returns: (transfer none): the mark, to be coloured before the next is added
 */
OutlayMark *
outlay_marks_add_path (OutlayMarks       *marks,
                       OutlayMarkRole     role,
                       const OutlayPoint *points,
                       guint              n_points,
                       gboolean           closed)
{
  OutlayMark *mark = marks_add (marks, role, OUTLAY_SHAPE_PATH);

  mark->first_point = marks->points->len;
  mark->n_points = n_points;
  mark->closed = closed;
  mark->box = points_get_extents (points, n_points);
  g_array_append_vals (marks->points, points, n_points);

  return mark;
}

/**
 * outlay_marks_add_rule:
 * @marks: the marks
 * @role: what it means
 * @x1: px
 * @y1: px
 * @x2: px
 * @y2: px
 * @color: of the stroke
 * @line_width: px
 *
 * Adds one segment.
 *
 * Returns: (transfer none): the mark
 */
OutlayMark *
outlay_marks_add_rule (OutlayMarks    *marks,
                       OutlayMarkRole  role,
                       double          x1,
                       double          y1,
                       double          x2,
                       double          y2,
                       OutlayColor     color,
                       double          line_width)
{
  const OutlayPoint points[] = { { x1, y1 }, { x2, y2 } };
  OutlayMark *mark = outlay_marks_add_path (marks, role, points, 2, FALSE);

  mark->stroke = color;
  mark->line_width = line_width;

  return mark;
}

OutlayMark *
outlay_marks_add_disc (OutlayMarks    *marks,
                       OutlayMarkRole  role,
                       double          x,
                       double          y,
                       double          radius)
{
  OutlayMark *mark = marks_add (marks, role, OUTLAY_SHAPE_DISC);

  mark->box = (OutlayChartBox) { x - radius, y - radius, 2.0 * radius, 2.0 * radius };
  mark->radius = radius;

  return mark;
}

OutlayMark *
outlay_marks_add_box (OutlayMarks    *marks,
                      OutlayMarkRole  role,
                      OutlayChartBox  box,
                      double          radius)
{
  OutlayMark *mark = marks_add (marks, role, OUTLAY_SHAPE_BOX);

  mark->box = box;
  mark->radius = radius;

  return mark;
}

/**
 * outlay_marks_add_text:
 * @marks: the marks
 * @role: what it means
 * @text: (transfer full): the words
 * @x: px
 * @baseline: of the first line, px
 * @anchor: which part of the words is at @x: 0 their start, 1 their end
 * @color: their colour
 *
 * Returns: (transfer none): the mark
 */
OutlayMark *
outlay_marks_add_text (OutlayMarks    *marks,
                       OutlayMarkRole  role,
                       PangoLayout    *text,
                       double          x,
                       double          baseline,
                       double          anchor,
                       OutlayColor     color)
{
  OutlayMark *mark = marks_add (marks, role, OUTLAY_SHAPE_TEXT);
  double width = outlay_text_get_width (text);

  mark->text = text;
  mark->fill = color;
  mark->box = (OutlayChartBox) { x - anchor * width,
                                 baseline - outlay_text_get_baseline (text),
                                 width,
                                 outlay_text_get_height (text) };

  return mark;
}

/**
 * outlay_marks_mirror:
 * @marks: the marks
 * @width: px between the two edges that change places
 *
 * Turns a chart for a left-to-right reader into one for a right-to-left
 * reader. Words move, but are not themselves reversed.
 */
void
outlay_marks_mirror (OutlayMarks *marks,
                     double       width)
{
  for (guint i = 0; i < marks->marks->len; i++)
    {
      OutlayMark *mark = &g_array_index (marks->marks, OutlayMark, i);

      mark->box.x = width - mark->box.x - mark->box.width;
    }

  for (guint i = 0; i < marks->points->len; i++)
    {
      OutlayPoint *point = &g_array_index (marks->points, OutlayPoint, i);

      point->x = width - point->x;
    }
}

gboolean
outlay_box_contains (const OutlayChartBox *box,
                     double                x,
                     double                y,
                     double                reach)
{
  return x >= box->x - reach && x <= box->x + box->width + reach &&
         y >= box->y - reach && y <= box->y + box->height + reach;
}

gboolean
outlay_box_overlaps (const OutlayChartBox *one,
                     const OutlayChartBox *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width &&
         one->y < other->y + other->height && other->y < one->y + one->height;
}
