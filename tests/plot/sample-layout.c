/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-layout.h"

#include <math.h>

OutlayChartLayout *
lay_out (const SampleChart *sample)
{
  return outlay_chart_layout_new (&sample->chart, WIDTH, HEIGHT, &sample->style);
}

guint
count_role (const OutlayChartLayout *layout,
            OutlayMarkRole           role)
{
  const OutlayMarks *marks = outlay_chart_layout_get_marks (layout);
  guint n = 0;

  for (guint i = 0; i < outlay_marks_get_size (marks); i++)
    n += outlay_marks_get (marks, i)->role == role;

  return n;
}

const OutlayMark *
find_role (const OutlayChartLayout *layout,
           OutlayMarkRole           role,
           guint                    nth)
{
  const OutlayMarks *marks = outlay_chart_layout_get_marks (layout);

  for (guint i = 0; i < outlay_marks_get_size (marks); i++)
    if (outlay_marks_get (marks, i)->role == role && nth-- == 0)
      return outlay_marks_get (marks, i);

  return NULL;
}

const char *
get_words (const OutlayMark *mark)
{
  g_assert_nonnull (mark);
  g_assert_nonnull (mark->text);

  return pango_layout_get_text (mark->text);
}

void
draw_layout (const OutlayChartLayout *layout)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 64, 64);
  cairo_t *cr = cairo_create (surface);

  outlay_chart_layout_draw (layout, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

void
assert_all_finite (const OutlayChartLayout *layout)
{
  const OutlayMarks *marks = outlay_chart_layout_get_marks (layout);

  for (guint i = 0; i < outlay_marks_get_size (marks); i++)
    {
      const OutlayMark *mark = outlay_marks_get (marks, i);

      g_assert_true (isfinite (mark->box.x) && isfinite (mark->box.y) &&
                     isfinite (mark->box.width) && isfinite (mark->box.height));
      for (guint k = 0; k < mark->n_points; k++)
        {
          const OutlayPoint *point = &outlay_marks_get_points (marks, mark)[k];

          g_assert_true (isfinite (point->x) && isfinite (point->y));
        }
    }
}
