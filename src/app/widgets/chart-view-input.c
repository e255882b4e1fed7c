/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-view-private.h"

#include "costs.h"
#include "month-zoom.h"
#include "price-news.h"
#include "view-state.h"

/* How far a pointer may be from a line, px. */
#define LINE_REACH 12.0

static int
find_series (OutlayChartLayout *layout,
             double             x,
             double             y)
{
  int series = outlay_chart_layout_get_end_label_at (layout, x, y);

  return series >= 0 ? series : outlay_chart_layout_get_series_at (layout, x, y, LINE_REACH);
}

/* The session may have fewer months than an estimate that lies behind it. */
static void
walk_to (OutlayChartView *self,
         int              month)
{
  int n_months = (int) outlay_session_get_scenario (self->session)->months;

  outlay_session_set_month (self->session, MIN (month, n_months - 1));
}

/* A month of the estimate, or -1. */
static int
get_month_at (OutlayChartView   *self,
              OutlayChartLayout *layout,
              double             x,
              double             y)
{
  int month = outlay_chart_layout_get_month_at (layout, x, y);

  return month >= 0 ? month + (int) self->data->first : -1;
}

static void
on_motion (OutlayChartView *self,
           double           x,
           double           y)
{
  OutlayChartCanvas *canvas = OUTLAY_CHART_CANVAS (self);
  OutlayChartLayout *layout = outlay_chart_canvas_get_layout (canvas);

  if (layout == NULL || !outlay_chart_canvas_move_pointer (canvas, x, y))
    return;

  walk_to (self, get_month_at (self, layout, x, y));
  outlay_chart_canvas_show_cursor (canvas, find_series (layout, x, y) >= 0 ? "pointer" : NULL);
}

static void
on_leave (OutlayChartView *self)
{
  outlay_chart_canvas_forget_pointer (OUTLAY_CHART_CANVAS (self));
  if (self->session == NULL)
    return;

  if (self->data != NULL)
    self->left_month = outlay_chart_view_get_month (self);
  outlay_session_set_month (self->session, OUTLAY_WHOLE_PERIOD);
}

static void
on_pressed (OutlayChartView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* A press may also be the start of a drag over months, which is no choice of a line. */
static void
on_released (OutlayChartView *self,
             int              n_press,
             double           x,
             double           y)
{
  OutlayChartLayout *layout = outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (self));
  const char *id;
  int series;

  if (layout == NULL || self->has_dragged)
    return;

  series = find_series (layout, x, y);
  if (series < 0)
    return;

  id = self->data->estimate->options[series].option->id;
  if (outlay_scenario_find_option (outlay_session_get_scenario (self->session), id) >= 0)
    outlay_session_set_focus (self->session, id);
  if (n_press == 2)
    outlay_chart_view_ask (self, (guint) series);
}

/* From the whole period a step goes on from the month that the pointer has left, else to
 * the month at that end. */
static void
step_month (OutlayChartView *self,
            int              steps)
{
  int first = (int) self->data->first;
  int last = first + (int) self->data->chart.n_months - 1;
  int month = outlay_chart_view_get_month (self);

  if (month == OUTLAY_WHOLE_PERIOD)
    month = self->left_month;
  if (month == OUTLAY_WHOLE_PERIOD)
    month = steps > 0 ? first - 1 : last + 1;

  walk_to (self, CLAMP (month + steps, first, last));
}

static gboolean
on_step (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (widget);
  int steps = g_variant_get_int32 (args);

  if (self->data == NULL)
    return GDK_EVENT_PROPAGATE;

  step_month (self, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -steps : steps);

  return GDK_EVENT_STOP;
}

static gboolean
on_go_to (GtkWidget *widget,
          GVariant  *args,
          gpointer   data)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (widget);
  int first, last;

  if (self->data == NULL)
    return GDK_EVENT_PROPAGATE;

  if (!outlay_session_get_zoom (self->session, &first, &last))
    {
      first = 0;
      last = G_MAXINT;
    }
  walk_to (self, CLAMP (g_variant_get_int32 (args), first, last));

  return GDK_EVENT_STOP;
}

/* Lets the chart begin (0) or end (1) at the month walked to. */
static gboolean
on_cut (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (widget);

  if (self->data == NULL || outlay_chart_view_get_month (self) == OUTLAY_WHOLE_PERIOD)
    return GDK_EVENT_PROPAGATE;

  if (g_variant_get_int32 (args) == 0)
    outlay_month_zoom_begin_here (self->session);
  else
    outlay_month_zoom_end_here (self->session);

  return GDK_EVENT_STOP;
}

/* Escape is left to others where there is no month to leave, and no zoom. */
static gboolean
on_escape (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (widget);

  int first, last;

  if (self->data == NULL)
    return GDK_EVENT_PROPAGATE;

  self->left_month = OUTLAY_WHOLE_PERIOD;
  if (outlay_chart_view_get_month (self) != OUTLAY_WHOLE_PERIOD)
    outlay_session_set_month (self->session, OUTLAY_WHOLE_PERIOD);
  else if (outlay_session_get_zoom (self->session, &first, &last))
    outlay_session_set_zoom (self->session, -1, -1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* The line in focus is the one that is asked. */
static gboolean
on_ask (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (widget);
  const OutlayChartData *shown = self->data;

  for (guint i = 0; shown != NULL && i < shown->chart.n_series; i++)
    if (shown->series[i].focus && !shown->series[i].hidden)
      return outlay_chart_view_ask (self, i);

  return GDK_EVENT_PROPAGATE;
}

static void
add_key (GtkWidgetClass  *widget_class,
         guint            key,
         guint            keypad_key,
         GtkShortcutFunc  callback,
         int              argument)
{
  gtk_widget_class_add_binding (widget_class, key, 0, callback, "i", argument);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, callback, "i", argument);
}

void
outlay_chart_view_class_add_keys (GtkWidgetClass *widget_class)
{
  add_key (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, on_step, -1);
  add_key (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, on_step, 1);
  add_key (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, on_go_to, 0);
  add_key (widget_class, GDK_KEY_End, GDK_KEY_KP_End, on_go_to, G_MAXINT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, on_ask, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, on_ask, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_bracketleft, 0, on_cut, "i", 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_bracketright, 0, on_cut, "i", 1);
}

/* A drag over months */

static int
get_dragged_month (OutlayChartView *self,
                   GtkGestureDrag  *drag)
{
  OutlayChartLayout *layout = outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (self));
  double x, y, dx, dy;
  OutlayChartBox plot;

  if (layout == NULL || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return -1;
  if (!gtk_gesture_drag_get_offset (drag, &dx, &dy))
    dx = 0;

  /* Beyond the side of the plot the last month stays, and so does the height. */
  plot = outlay_chart_layout_get_plot (layout);

  return outlay_chart_layout_get_month_at (layout,
                                           CLAMP (x + dx, plot.x, plot.x + plot.width), y);
}

static void
on_drag_begin (OutlayChartView *self,
               double           x,
               double           y,
               GtkGestureDrag  *drag)
{
  OutlayChartLayout *layout = outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (self));

  self->has_dragged = FALSE;
  self->drag_month = layout != NULL ? outlay_chart_layout_get_month_at (layout, x, y) : -1;
  if (self->drag_month < 0)
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_drag_update (OutlayChartView *self,
                double           dx,
                double           dy,
                GtkGestureDrag  *drag)
{
  OutlayChartLayout *layout = outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (self));
  int month = get_dragged_month (self, drag);

  if (layout == NULL || self->drag_month < 0)
    return;

  self->has_dragged |= month != self->drag_month;
  outlay_chart_layout_set_range (layout, self->drag_month,
                                 month == self->drag_month ? -1 : month);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_drag_end (OutlayChartView *self,
             double           dx,
             double           dy,
             GtkGestureDrag  *drag)
{
  int from = self->drag_month;
  int to = get_dragged_month (self, drag);

  self->drag_month = -1;
  if (from < 0 || to < 0 || from == to)
    return;

  outlay_month_zoom_to (self->session, MIN (from, to) + (int) self->data->first,
                        MAX (from, to) + (int) self->data->first);
}

static void
add_drag (OutlayChartView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->drag_month = -1;
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
outlay_chart_view_add_controllers (OutlayChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  add_drag (self);
}

/* A price tag tells which prices change. */
gboolean
outlay_chart_view_query_tooltip (GtkWidget  *widget,
                                 int         x,
                                 int         y,
                                 gboolean    keyboard,
                                 GtkTooltip *tooltip)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (widget);
  OutlayChartLayout *layout = outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (self));
  g_autofree char *news = NULL;
  int month;

  if (keyboard || layout == NULL)
    return FALSE;

  month = outlay_chart_layout_get_price_change_at (layout, x, y);
  if (month < 0)
    return FALSE;
  month += (int) self->data->first;

  news = outlay_price_news_describe_month (self->data->price_news,
                                           self->data->estimate->scenario, month);
  gtk_tooltip_set_text (tooltip, news);

  return news != NULL;
}
