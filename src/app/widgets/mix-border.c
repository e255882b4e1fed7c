/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mix-border.h"

#include "figure-format.h"

#define STEP 0.01
#define PAGE 0.05

/**
 * OutlayMixBorder:
 *
 * The border between two kinds of a mix bar, as the keyboard and a screen reader
 * find it: a slider for the share before it. The bar paints it, places it, and
 * lets the pointer drag it.
 *
 * # Signals
 *
 * - `stepped` (change): the share before it should grow by so much
 *
 * # Keys
 *
 * Left, Right: 1 %. Page Up, Page Down: 5 %. Right to left, Left and Right
 * change sides.
 *
 * # CSS nodes
 *
 * `mixborder`.
 */
struct _OutlayMixBorder
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (OutlayMixBorder, outlay_mix_border, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_STEPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
step (GtkWidget *widget,
      GVariant  *args,
      gpointer   data)
{
  double change = g_variant_get_double (args);

  g_signal_emit (widget, signals[SIGNAL_STEPPED], 0, change);

  return GDK_EVENT_STOP;
}

static gboolean
step_sideways (GtkWidget *widget,
               GVariant  *args,
               gpointer   data)
{
  double change = g_variant_get_double (args);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    change = -change;
  g_signal_emit (widget, signals[SIGNAL_STEPPED], 0, change);

  return GDK_EVENT_STOP;
}

static void
outlay_mix_border_class_init (OutlayMixBorderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_STEPPED] =
    g_signal_new ("stepped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, step_sideways, "d", -STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, step_sideways, "d", STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Left, 0, step_sideways, "d", -STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Right, 0, step_sideways, "d", STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, step, "d", -PAGE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, step, "d", PAGE);

  gtk_widget_class_set_css_name (widget_class, "mixborder");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
outlay_mix_border_init (OutlayMixBorder *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
outlay_mix_border_new (const char *label)
{
  GtkWidget *self = g_object_new (OUTLAY_TYPE_MIX_BORDER, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0, -1);

  return self;
}

/**
 * outlay_mix_border_describe:
 * @self: a border
 * @share: the share before it, 1 for all
 * @most: what it can become
 * @movable: whether neither neighbour is locked
 */
void
outlay_mix_border_describe (OutlayMixBorder *self,
                            double           share,
                            double           most,
                            gboolean         movable)
{
  g_autofree char *text = outlay_figure_format_percent (share);

  g_return_if_fail (OUTLAY_IS_MIX_BORDER (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self), movable);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), movable ? "col-resize" : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, share * 100,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, most * 100,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}
