/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "line-sample.h"

#include "theme-palette.h"

#define SAMPLE_WIDTH 26
#define SAMPLE_HEIGHT 12
#define LINE_WIDTH 2.2

/**
 * OutlayLineSample:
 *
 * The piece of line, 26 px long, that tells which curve an option is: its
 * colour and its dash pattern, or grey while the option is hidden. It mirrors
 * right to left.
 *
 * # CSS nodes
 *
 * One node, `linesample`.
 *
 * # Accessibility
 *
 * Presentation only: the option's name always stands beside it.
 */
struct _OutlayLineSample
{
  GtkWidget parent_instance;

  guint     slot;
  gboolean  hidden;
};

G_DEFINE_FINAL_TYPE (OutlayLineSample, outlay_line_sample, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SLOT,
  PROP_HIDDEN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
outlay_line_sample_measure (GtkWidget      *widget,
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

static void
outlay_line_sample_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  OutlayLineSample *self = OUTLAY_LINE_SAMPLE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  OutlayPalette palette;
  cairo_t *cr;

  outlay_theme_palette_init (&palette, widget);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  outlay_sample_draw (&palette, self->slot, self->hidden,
                      0, height / 2.0, width, LINE_WIDTH, cr);
  cairo_destroy (cr);
}

static void
outlay_line_sample_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  OutlayLineSample *self = OUTLAY_LINE_SAMPLE (object);

  switch (prop_id)
    {
    case PROP_SLOT:
      g_value_set_uint (value, self->slot);
      break;
    case PROP_HIDDEN:
      g_value_set_boolean (value, self->hidden);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_line_sample_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  OutlayLineSample *self = OUTLAY_LINE_SAMPLE (object);

  switch (prop_id)
    {
    case PROP_SLOT:
      outlay_line_sample_set_slot (self, g_value_get_uint (value));
      break;
    case PROP_HIDDEN:
      outlay_line_sample_set_hidden (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_line_sample_class_init (OutlayLineSampleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = outlay_line_sample_get_property;
  object_class->set_property = outlay_line_sample_set_property;
  widget_class->measure = outlay_line_sample_measure;
  widget_class->snapshot = outlay_line_sample_snapshot;

  /**
   * OutlayLineSample:slot:
   *
   * The option's slot, from 0.
   */
  props[PROP_SLOT] =
    g_param_spec_uint ("slot", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * OutlayLineSample:hidden:
   *
   * Whether the option is hidden, and so its sample grey.
   */
  props[PROP_HIDDEN] =
    g_param_spec_boolean ("hidden", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "linesample");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
outlay_line_sample_init (OutlayLineSample *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  outlay_theme_palette_connect (GTK_WIDGET (self));
}

GtkWidget *
outlay_line_sample_new (void)
{
  return g_object_new (OUTLAY_TYPE_LINE_SAMPLE, NULL);
}

guint
outlay_line_sample_get_slot (OutlayLineSample *self)
{
  g_return_val_if_fail (OUTLAY_IS_LINE_SAMPLE (self), 0);

  return self->slot;
}

void
outlay_line_sample_set_slot (OutlayLineSample *self,
                             guint             slot)
{
  g_return_if_fail (OUTLAY_IS_LINE_SAMPLE (self));

  if (self->slot == slot)
    return;

  self->slot = slot;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SLOT]);
}

gboolean
outlay_line_sample_get_hidden (OutlayLineSample *self)
{
  g_return_val_if_fail (OUTLAY_IS_LINE_SAMPLE (self), FALSE);

  return self->hidden;
}

void
outlay_line_sample_set_hidden (OutlayLineSample *self,
                               gboolean          hidden)
{
  g_return_if_fail (OUTLAY_IS_LINE_SAMPLE (self));

  hidden = !!hidden;
  if (self->hidden == hidden)
    return;

  self->hidden = hidden;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HIDDEN]);
}
