/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "step-scale.h"

#include "tab-order.h"

#include <math.h>

/**
 * OutlayStepScale:
 *
 * A scale that moves in steps and tells when a drag is over. A value beyond its
 * end is not its business: it rests there. Setting the value from code emits
 * nothing; scrolling over it turns nothing.
 *
 * # Signals
 *
 * - `edited` (value): the person moved it
 * - `settled`: the pointer let go, or the focus left
 *
 * # CSS nodes
 *
 * `stepscale` with a `scale`.
 *
 * # Accessibility
 *
 * Role, keys and mirroring are those of #GtkScale.
 */
struct _OutlayStepScale
{
  GtkWidget      parent_instance;

  GtkScale      *scale;
  GtkAdjustment *adjustment;

  gboolean       dragging;
  gboolean       setting;
};

G_DEFINE_FINAL_TYPE (OutlayStepScale, outlay_step_scale, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_EDITED,
  SIGNAL_SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_moved (OutlayStepScale *self)
{
  double step = gtk_adjustment_get_step_increment (self->adjustment);
  double value = gtk_adjustment_get_value (self->adjustment);
  double snapped = round (value / step) * step;

  if (self->setting)
    return;

  outlay_step_scale_set_value (self, snapped);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, snapped);
}

static void
on_focus_left (OutlayStepScale *self)
{
  if (!self->dragging)
    g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

/* The range's own gesture takes the pointer, so that only the bare events tell
 * when a drag begins and ends. */
static gboolean
on_event (GtkEventController *controller,
          GdkEvent           *event,
          OutlayStepScale    *self)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    {
      self->dragging = TRUE;
    }
  else if (type == GDK_BUTTON_RELEASE || type == GDK_TOUCH_END || type == GDK_TOUCH_CANCEL)
    {
      self->dragging = FALSE;
      g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
    }

  return GDK_EVENT_PROPAGATE;
}

static gboolean
outlay_step_scale_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OUTLAY_STEP_SCALE (widget)->scale));
}

static void
outlay_step_scale_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_STEP_SCALE);

  G_OBJECT_CLASS (outlay_step_scale_parent_class)->dispose (object);
}

static void
outlay_step_scale_class_init (OutlayStepScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_step_scale_dispose;
  widget_class->grab_focus = outlay_step_scale_grab_focus;
  widget_class->focus = outlay_widget_focus_in_order;

  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[SIGNAL_SETTLED] =
    g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/step-scale.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayStepScale, scale);
  gtk_widget_class_bind_template_child (widget_class, OutlayStepScale, adjustment);
  gtk_widget_class_bind_template_callback (widget_class, on_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_left);
  gtk_widget_class_bind_template_callback (widget_class, on_event);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stepscale");
}

static void
outlay_step_scale_init (OutlayStepScale *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_widget_ignore_scrolling (GTK_WIDGET (self->scale));
}

void
outlay_step_scale_set_range (OutlayStepScale *self,
                             double           least,
                             double           most,
                             double           step)
{
  double value;

  g_return_if_fail (OUTLAY_IS_STEP_SCALE (self));

  value = gtk_adjustment_get_value (self->adjustment);
  self->setting = TRUE;
  gtk_adjustment_configure (self->adjustment, value, least, most, step, 2 * step, 0);
  self->setting = FALSE;
}

void
outlay_step_scale_set_label (OutlayStepScale *self,
                             const char      *label)
{
  g_return_if_fail (OUTLAY_IS_STEP_SCALE (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * outlay_step_scale_set_value:
 * @self: a scale
 * @value: the number in force
 *
 * Shows a number, or the end of the scale that is nearest to it.
 */
void
outlay_step_scale_set_value (OutlayStepScale *self,
                             double           value)
{
  gboolean setting;

  g_return_if_fail (OUTLAY_IS_STEP_SCALE (self));

  setting = self->setting;
  self->setting = TRUE;
  gtk_adjustment_set_value (self->adjustment, value);
  self->setting = setting;
}

/**
 * outlay_widget_ignore_scrolling:
 * @widget: a spin button or a scale
 *
 * Lets the wheel turn the pane that @widget stands in, not the number that
 * happens to come under the pointer.
 */
void
outlay_widget_ignore_scrolling (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_widget_remove_controller (widget, controller);
    }
}
