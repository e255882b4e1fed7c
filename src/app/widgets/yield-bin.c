/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yield-bin.h"

/**
 * OutlayYieldBin:
 *
 * Shows its child where there is room for it, and nothing where there is not.
 *
 * It does what an #AdwSqueezer with one child does, but for one thing: that asks for
 * another layout while the window is laid out, so that now and then the first frame of
 * a window is drawn from widgets that have no place yet, and GTK complains.
 *
 * # Properties
 *
 * - `child`: what gives way
 * - `yields`: whether it does now
 *
 * # CSS nodes
 *
 * `yieldbin`.
 */
struct _OutlayYieldBin
{
  GtkWidget  parent_instance;

  GtkWidget *child;
  gboolean   yields;
};

G_DEFINE_FINAL_TYPE (OutlayYieldBin, outlay_yield_bin, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_YIELDS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static int
outlay_yield_bin_get_least (OutlayYieldBin *self)
{
  int least;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

static void
outlay_yield_bin_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  OutlayYieldBin *self = OUTLAY_YIELD_BIN (widget);

  *minimum = *natural = 0;
  if (!gtk_widget_get_visible (self->child))
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0 &&
      for_size < outlay_yield_bin_get_least (self))
    return;

  gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 0;
}

static void
outlay_yield_bin_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  OutlayYieldBin *self = OUTLAY_YIELD_BIN (widget);
  gboolean yields;

  if (!gtk_widget_get_visible (self->child))
    return;

  yields = width < outlay_yield_bin_get_least (self);
  gtk_widget_set_child_visible (self->child, !yields);
  if (!yields)
    gtk_widget_size_allocate (self->child, &(GtkAllocation) { 0, 0, width, height }, baseline);

  if (yields != self->yields)
    {
      self->yields = yields;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_YIELDS]);
    }
}

static GtkSizeRequestMode
outlay_yield_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
outlay_yield_bin_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  OutlayYieldBin *self = OUTLAY_YIELD_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_YIELDS:
      g_value_set_boolean (value, self->yields);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_yield_bin_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  OutlayYieldBin *self = OUTLAY_YIELD_BIN (object);

  self->child = g_value_get_object (value);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

static void
outlay_yield_bin_dispose (GObject *object)
{
  g_clear_pointer (&OUTLAY_YIELD_BIN (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (outlay_yield_bin_parent_class)->dispose (object);
}

static void
outlay_yield_bin_class_init (OutlayYieldBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_yield_bin_dispose;
  object_class->get_property = outlay_yield_bin_get_property;
  object_class->set_property = outlay_yield_bin_set_property;
  widget_class->get_request_mode = outlay_yield_bin_get_request_mode;
  widget_class->measure = outlay_yield_bin_measure;
  widget_class->size_allocate = outlay_yield_bin_size_allocate;

  props[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_YIELDS] =
    g_param_spec_boolean ("yields", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "yieldbin");
}

static void
outlay_yield_bin_init (OutlayYieldBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

gboolean
outlay_yield_bin_get_yields (OutlayYieldBin *self)
{
  g_return_val_if_fail (OUTLAY_IS_YIELD_BIN (self), FALSE);

  return self->yields;
}
