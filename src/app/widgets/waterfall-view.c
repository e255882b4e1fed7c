/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waterfall-view.h"

#include "chart-style.h"

#include <glib/gi18n.h>

/**
 * OutlayWaterfallView:
 *
 * How one amount becomes another: a row for each part of the difference. Where all
 * rows are totals, it compares them.
 *
 * Signals:
 *
 * - `asked` (row): a total is asked why it is so
 *
 * # Keys
 *
 * Up and Down walk the rows, Home and End go to the first and the last, Return and
 * Space ask a total why, Escape leaves the row.
 *
 * # CSS nodes
 *
 * One node, `chartview`.
 *
 * # Accessibility
 *
 * An image whose description says the row walked to, else all of them. The same
 * figures are in the table below.
 */
struct _OutlayWaterfallView
{
  OutlayChartCanvas  parent_instance;

  const OutlayChart *chart;    /* of the page */
  char              *currency;
  int                row;      /* or -1 */
};

G_DEFINE_FINAL_TYPE (OutlayWaterfallView, outlay_waterfall_view, OUTLAY_TYPE_CHART_CANVAS)

enum
{
  SIGNAL_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
append_row (GString               *text,
            const OutlayChartStep *step)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: a part of a difference or a scenario, and money, to be spoken */
  g_string_append_printf (text, C_("spoken", "%s: %s"), step->name, step->text);
}

static void
describe (OutlayWaterfallView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint row = 0; row < self->chart->n_steps; row++)
    if (self->row < 0 || self->row == (int) row)
      append_row (text, &self->chart->steps[row]);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

static gboolean
can_ask (OutlayWaterfallView *self,
         int                  row)
{
  return self->chart != NULL && row >= 0 && self->chart->steps[row].is_total &&
         g_signal_has_handler_pending (self, signals[SIGNAL_ASKED], 0, FALSE);
}

static void
walk_to (OutlayWaterfallView *self,
         int                  row)
{
  OutlayChartCanvas *canvas = OUTLAY_CHART_CANVAS (self);
  OutlayChartLayout *layout = outlay_chart_canvas_get_layout (canvas);

  if (self->row == row || self->chart == NULL)
    return;

  self->row = row;
  if (layout != NULL)
    outlay_chart_layout_set_step (layout, row);
  outlay_chart_canvas_show_cursor (canvas, can_ask (self, row) ? "pointer" : NULL);
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ask (OutlayWaterfallView *self)
{
  if (can_ask (self, self->row))
    g_signal_emit (self, signals[SIGNAL_ASKED], 0, self->row);
}

static OutlayChartLayout *
outlay_waterfall_view_lay_out (OutlayChartCanvas *canvas,
                               int                width,
                               int                height)
{
  OutlayWaterfallView *self = OUTLAY_WATERFALL_VIEW (canvas);
  g_auto (OutlayChartVoice) voice = { 0 };
  OutlayChartLayout *layout;
  OutlayChartStyle style;

  if (self->chart == NULL)
    return NULL;

  outlay_chart_style_init_widget (&style, &voice, GTK_WIDGET (self), self->currency);
  layout = outlay_chart_layout_new (self->chart, width, height, &style);
  outlay_chart_layout_set_step (layout, self->row);

  return layout;
}

/* Pointer and keys */

static void
point_at (OutlayWaterfallView *self,
          double               x,
          double               y)
{
  OutlayChartLayout *layout = outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (self));

  walk_to (self, layout != NULL ? outlay_chart_layout_get_step_at (layout, x, y) : -1);
}

static void
on_motion (OutlayWaterfallView *self,
           double               x,
           double               y)
{
  if (outlay_chart_canvas_move_pointer (OUTLAY_CHART_CANVAS (self), x, y))
    point_at (self, x, y);
}

static void
on_leave (OutlayWaterfallView *self)
{
  outlay_chart_canvas_forget_pointer (OUTLAY_CHART_CANVAS (self));
  walk_to (self, -1);
}

static void
on_released (OutlayWaterfallView *self,
             int                  n_press,
             double               x,
             double               y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  point_at (self, x, y);
  ask (self);
}

static gboolean
on_step (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  OutlayWaterfallView *self = OUTLAY_WATERFALL_VIEW (widget);
  int step = g_variant_get_int32 (args);
  int n_rows = self->chart != NULL ? (int) self->chart->n_steps : 0;
  int from = self->row >= 0 ? self->row : step > 0 ? -1 : n_rows;

  if (n_rows > 0)
    walk_to (self, CLAMP (from + step, 0, n_rows - 1));

  return GDK_EVENT_STOP;
}

static gboolean
on_go_to (GtkWidget *widget,
          GVariant  *args,
          gpointer   data)
{
  OutlayWaterfallView *self = OUTLAY_WATERFALL_VIEW (widget);
  gboolean is_first = g_variant_get_boolean (args);

  if (self->chart != NULL && self->chart->n_steps > 0)
    walk_to (self, is_first ? 0 : (int) self->chart->n_steps - 1);

  return GDK_EVENT_STOP;
}

/* Escape is left to others where there is no row to leave. */
static gboolean
on_escape (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  OutlayWaterfallView *self = OUTLAY_WATERFALL_VIEW (widget);

  if (self->row < 0)
    return GDK_EVENT_PROPAGATE;

  walk_to (self, -1);

  return GDK_EVENT_STOP;
}

static gboolean
on_ask (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  ask (OUTLAY_WATERFALL_VIEW (widget));

  return GDK_EVENT_STOP;
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const guint ask_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, on_step, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Up, 0, on_step, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, on_step, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Down, 0, on_step, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, on_go_to, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, on_go_to, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ask_keys); i++)
    gtk_widget_class_add_binding (widget_class, ask_keys[i], 0, on_ask, NULL);
}

/* The object */

static void
outlay_waterfall_view_dispose (GObject *object)
{
  OutlayWaterfallView *self = OUTLAY_WATERFALL_VIEW (object);

  self->chart = NULL;
  g_clear_pointer (&self->currency, g_free);

  G_OBJECT_CLASS (outlay_waterfall_view_parent_class)->dispose (object);
}

static void
outlay_waterfall_view_class_init (OutlayWaterfallViewClass *klass)
{
  OutlayChartCanvasClass *canvas_class = OUTLAY_CHART_CANVAS_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_waterfall_view_dispose;
  canvas_class->lay_out = outlay_waterfall_view_lay_out;
  canvas_class->natural_width = 640;
  canvas_class->min_height = 220;
  canvas_class->natural_height = 300;

  signals[SIGNAL_ASKED] =
    g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chartview");
}

static void
outlay_waterfall_view_init (OutlayWaterfallView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->row = -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Chart of the parts of the difference"), -1);

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
outlay_waterfall_view_new (void)
{
  return g_object_new (OUTLAY_TYPE_WATERFALL_VIEW, NULL);
}

/**
 * outlay_waterfall_view_set_chart:
 * @self: a view
 * @chart: (nullable): a waterfall; it must live until the next
 * @currency: ISO 4217 code of its money
 */
void
outlay_waterfall_view_set_chart (OutlayWaterfallView *self,
                                 const OutlayChart   *chart,
                                 const char          *currency)
{
  g_return_if_fail (OUTLAY_IS_WATERFALL_VIEW (self));

  self->chart = chart;
  g_free (self->currency);
  self->currency = g_strdup (currency);
  if (chart == NULL || self->row >= (int) chart->n_steps)
    self->row = -1;
  if (chart != NULL)
    describe (self);

  outlay_chart_canvas_drop_layout (OUTLAY_CHART_CANVAS (self));
}

/**
 * outlay_waterfall_view_get_place:
 * @self: a view that has its size
 * @row: a row
 * @place: (out): where its bar is, px
 */
void
outlay_waterfall_view_get_place (OutlayWaterfallView *self,
                                 guint                row,
                                 GdkRectangle        *place)
{
  OutlayChartLayout *layout;
  OutlayChartBox box;

  g_return_if_fail (OUTLAY_IS_WATERFALL_VIEW (self));

  layout = outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (self));
  g_return_if_fail (layout != NULL);

  box = outlay_chart_layout_get_step_box (layout, row);
  *place = (GdkRectangle) { (int) box.x, (int) box.y, (int) box.width, (int) box.height };
}
