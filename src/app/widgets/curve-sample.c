/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "curve-sample.h"

#include "theme-palette.h"

#define SAMPLE_WIDTH 64
#define SAMPLE_HEIGHT 22
#define LINE_WIDTH 1.8
#define DOT 2.2
#define NO_SLOT (-1)

/**
 * OutlayCurveSample:
 *
 * A curve drawn small beside its name: month by month, straight segments, zero at
 * the bottom. In the accent colour, or as an option's line. Mirrors right to
 * left.
 *
 * # CSS nodes
 *
 * One node, `curvesample`.
 *
 * # Accessibility
 *
 * Presentation only: the words beside it say what it shows.
 */
struct _OutlayCurveSample
{
  GtkWidget  parent_instance;

  double    *values;
  guint      n_values;
  double     most; /* at the top */
  int        slot; /* of an option, or NO_SLOT */
};

G_DEFINE_FINAL_TYPE (OutlayCurveSample, outlay_curve_sample, GTK_TYPE_WIDGET)

static void
outlay_curve_sample_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? SAMPLE_WIDTH
                                                                  : SAMPLE_HEIGHT;
}

static OutlayColor
outlay_curve_sample_get_color (OutlayCurveSample   *self,
                               const OutlayPalette *palette)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA accent;

  if (self->slot == NO_SLOT &&
      gtk_style_context_lookup_color (context, "accent_color", &accent))
    return (OutlayColor) { accent.red, accent.green, accent.blue, accent.alpha };

  return outlay_palette_get_series (palette, (guint) MAX (self->slot, 0));
}

static void
outlay_curve_sample_get_point (OutlayCurveSample *self,
                               guint              i,
                               double            *x,
                               double            *y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * DOT;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * DOT - 1;

  *x = DOT + (self->n_values > 1 ? width * i / (self->n_values - 1) : width / 2);
  *y = DOT + height * (1 - self->values[i] / self->most);
}

static void
outlay_curve_sample_draw (OutlayCurveSample *self,
                          cairo_t           *cr)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  OutlayPalette palette;
  double x;
  double y;

  outlay_theme_palette_init (&palette, GTK_WIDGET (self));
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }

  outlay_color_set_source (palette.grid, cr);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, 0, height - 0.5);
  cairo_line_to (cr, width, height - 0.5);
  cairo_stroke (cr);

  outlay_color_set_source (outlay_curve_sample_get_color (self, &palette), cr);
  cairo_set_line_width (cr, LINE_WIDTH + palette.extra_width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (self->slot != NO_SLOT)
    outlay_dash_set (outlay_palette_get_dash ((guint) self->slot), LINE_WIDTH, cr);
  for (guint i = 0; i < self->n_values; i++)
    {
      outlay_curve_sample_get_point (self, i, &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_stroke (cr);

  for (guint i = 0; i < self->n_values; i += MAX (1, self->n_values - 1))
    {
      outlay_curve_sample_get_point (self, i, &x, &y);
      cairo_new_path (cr);
      cairo_arc (cr, x, y, DOT, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
outlay_curve_sample_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  OutlayCurveSample *self = OUTLAY_CURVE_SAMPLE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (self->n_values == 0 || self->most <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  outlay_curve_sample_draw (self, cr);
  cairo_destroy (cr);
}

static void
outlay_curve_sample_finalize (GObject *object)
{
  g_free (OUTLAY_CURVE_SAMPLE (object)->values);

  G_OBJECT_CLASS (outlay_curve_sample_parent_class)->finalize (object);
}

static void
outlay_curve_sample_class_init (OutlayCurveSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = outlay_curve_sample_finalize;
  widget_class->measure = outlay_curve_sample_measure;
  widget_class->snapshot = outlay_curve_sample_snapshot;

  gtk_widget_class_set_css_name (widget_class, "curvesample");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
outlay_curve_sample_init (OutlayCurveSample *self)
{
  self->slot = NO_SLOT;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  outlay_theme_palette_connect (GTK_WIDGET (self));
}

/**
 * outlay_curve_sample_set_values:
 * @self: a curve sample
 * @values: (array length=n_values): a value for each month, not negative
 * @n_values: how many
 * @most: the value at the top
 */
void
outlay_curve_sample_set_values (OutlayCurveSample *self,
                                const double      *values,
                                guint              n_values,
                                double             most)
{
  g_return_if_fail (OUTLAY_IS_CURVE_SAMPLE (self));

  if (self->n_values == n_values && self->most == most && n_values > 0 &&
      memcmp (self->values, values, n_values * sizeof *values) == 0)
    return;

  g_free (self->values);
  self->values = g_memdup2 (values, n_values * sizeof *values);
  self->n_values = n_values;
  self->most = most;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * outlay_curve_sample_set_slot:
 * @self: a curve sample
 * @slot: of the option whose line it is, or -1
 */
void
outlay_curve_sample_set_slot (OutlayCurveSample *self,
                              int                slot)
{
  g_return_if_fail (OUTLAY_IS_CURVE_SAMPLE (self));

  self->slot = slot;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
