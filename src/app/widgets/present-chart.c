/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "present-chart.h"

#include "chart-style.h"

#include <adwaita.h>
#include <math.h>

/* The room for which the sizes of a presentation are made, px. */
#define DESIGN_WIDTH 1184.0
#define DESIGN_HEIGHT 640.0

#define ZOOM_MIN 0.4
#define ZOOM_MAX 4.0

/* Letters are large anyhow; larger ones would leave no room for the lines. */
#define TEXT_SCALE_MAX 1.3

/* How long a segment grows, ms. */
#define REVEAL_TIME 400

/**
 * OutlayPresentChart:
 *
 * The curves for a projector: the chart of the Cost page, with its sizes for a
 * presentation, as large as the screen allows, and a caption of two lines. Months
 * are revealed along their segments; where animations are off, at once.
 *
 * # CSS nodes
 *
 * One node, `presentchart`.
 *
 * # Accessibility
 *
 * An image, whose name is the caption, and whose description says what all curves
 * read at the month revealed.
 */
struct _OutlayPresentChart
{
  OutlayChartCanvas  parent_instance;

  OutlayChartData   *data;
  char              *caption;
  char              *subtitle;
  double             revealed; /* months, a fraction while a segment grows */
  guint              target;
  AdwAnimation      *animation;
};

G_DEFINE_FINAL_TYPE (OutlayPresentChart, outlay_present_chart, OUTLAY_TYPE_CHART_CANVAS)

/**
 * outlay_present_chart_get_zoom:
 * @width: px
 * @height: px
 *
 * Returns: how much larger than designed all of a presentation is drawn there
 */
double
outlay_present_chart_get_zoom (int width,
                               int height)
{
  return CLAMP (MIN (width / DESIGN_WIDTH, height / DESIGN_HEIGHT), ZOOM_MIN, ZOOM_MAX);
}

static OutlayChartLayout *
outlay_present_chart_lay_out (OutlayChartCanvas *canvas,
                              int                width,
                              int                height)
{
  OutlayPresentChart *self = OUTLAY_PRESENT_CHART (canvas);
  double zoom = outlay_present_chart_get_zoom (width, height);
  g_auto (OutlayChartVoice) voice = { 0 };
  OutlayChartStyle style;

  if (self->data == NULL)
    return NULL;

  outlay_chart_style_init_widget (&style, &voice, GTK_WIDGET (self),
                                  self->data->estimate->scenario->currency.code);
  style.present = TRUE;
  style.end_values = TRUE;
  style.whole_pixels = FALSE;
  style.text_scale = MIN (style.text_scale, TEXT_SCALE_MAX);

  self->data->chart.title = self->caption;
  self->data->chart.subtitle = self->subtitle;
  self->data->chart.unrevealed = MAX (0, self->data->chart.n_months - self->revealed);

  return outlay_chart_layout_new (&self->data->chart, width / zoom, height / zoom, &style);
}

/* The layout is made for the design's room; it is enlarged as a whole. */
static void
outlay_present_chart_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  OutlayChartLayout *layout = outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (widget));
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double zoom = outlay_present_chart_get_zoom (width, height);
  cairo_t *cr;

  if (layout == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_scale (cr, zoom, zoom);
  outlay_chart_layout_draw (layout, cr);
  cairo_destroy (cr);
}

static void
on_animated (double              value,
             OutlayPresentChart *self)
{
  self->revealed = value;
  outlay_chart_canvas_drop_layout (OUTLAY_CHART_CANVAS (self));
}

static void
outlay_present_chart_dispose (GObject *object)
{
  OutlayPresentChart *self = OUTLAY_PRESENT_CHART (object);

  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
  g_clear_pointer (&self->data, outlay_chart_data_free);
  g_clear_pointer (&self->caption, g_free);
  g_clear_pointer (&self->subtitle, g_free);

  G_OBJECT_CLASS (outlay_present_chart_parent_class)->dispose (object);
}

static void
outlay_present_chart_class_init (OutlayPresentChartClass *klass)
{
  OutlayChartCanvasClass *canvas_class = OUTLAY_CHART_CANVAS_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_present_chart_dispose;
  widget_class->snapshot = outlay_present_chart_snapshot;
  canvas_class->lay_out = outlay_present_chart_lay_out;
  canvas_class->natural_width = (int) DESIGN_WIDTH;
  canvas_class->min_height = 160;
  canvas_class->natural_height = 400;

  gtk_widget_class_set_css_name (widget_class, "presentchart");
}

static void
outlay_present_chart_init (OutlayPresentChart *self)
{
  AdwAnimationTarget *target =
    adw_callback_animation_target_new ((AdwAnimationTargetFunc) on_animated, self, NULL);

  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 0, REVEAL_TIME, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_IN_OUT_CUBIC);
}

GtkWidget *
outlay_present_chart_new (void)
{
  return g_object_new (OUTLAY_TYPE_PRESENT_CHART, NULL);
}

/**
 * outlay_present_chart_set_data:
 * @self: a chart
 * @data: (transfer full): what is drawn
 */
void
outlay_present_chart_set_data (OutlayPresentChart *self,
                               OutlayChartData    *data)
{
  g_return_if_fail (OUTLAY_IS_PRESENT_CHART (self));

  g_clear_pointer (&self->data, outlay_chart_data_free);
  self->data = data;
  outlay_chart_canvas_drop_layout (OUTLAY_CHART_CANVAS (self));
}

/**
 * outlay_present_chart_set_caption:
 * @self: a chart
 * @caption: what the last change did
 * @subtitle: the line below
 * @values: what the curves read, to be spoken
 */
void
outlay_present_chart_set_caption (OutlayPresentChart *self,
                                  const char         *caption,
                                  const char         *subtitle,
                                  const char         *values)
{
  g_return_if_fail (OUTLAY_IS_PRESENT_CHART (self));

  g_free (self->caption);
  self->caption = g_strdup (caption);
  g_free (self->subtitle);
  self->subtitle = g_strdup (subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, caption,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, values,
                                  -1);
  outlay_chart_canvas_drop_layout (OUTLAY_CHART_CANVAS (self));
}

/**
 * outlay_present_chart_reveal:
 * @self: a chart
 * @n_months: how many months are to be seen
 *
 * Lets the lines grow to a month, or back to it, from wherever they are.
 */
void
outlay_present_chart_reveal (OutlayPresentChart *self,
                             guint               n_months)
{
  AdwTimedAnimation *animation;

  g_return_if_fail (OUTLAY_IS_PRESENT_CHART (self));

  if (self->target == n_months)
    return;

  self->target = n_months;
  animation = ADW_TIMED_ANIMATION (self->animation);
  adw_animation_pause (self->animation);
  adw_timed_animation_set_value_from (animation, self->revealed);
  adw_timed_animation_set_value_to (animation, n_months);
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

/* How many months are seen; a fraction while a segment grows. */
double
outlay_present_chart_get_revealed (OutlayPresentChart *self)
{
  g_return_val_if_fail (OUTLAY_IS_PRESENT_CHART (self), 0);

  return self->revealed;
}
