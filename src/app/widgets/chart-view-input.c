/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-view-private.h"

#include "costs.h"
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

static void
on_motion (OutlayChartView *self,
           double           x,
           double           y)
{
  OutlayChartCanvas *canvas = OUTLAY_CHART_CANVAS (self);
  OutlayChartLayout *layout = outlay_chart_canvas_get_layout (canvas);

  if (layout == NULL)
    return;

  walk_to (self, outlay_chart_layout_get_month_at (layout, x, y));
  outlay_chart_canvas_show_cursor (canvas, find_series (layout, x, y) >= 0 ? "pointer" : NULL);
}

static void
on_leave (OutlayChartView *self)
{
  if (self->session != NULL)
    outlay_session_set_month (self->session, OUTLAY_WHOLE_PERIOD);
}

static void
on_pressed (OutlayChartView *self,
            int              n_press,
            double           x,
            double           y)
{
  OutlayChartLayout *layout = outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (self));
  const char *id;
  int series;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (layout == NULL)
    return;

  series = find_series (layout, x, y);
  if (series < 0)
    return;

  id = self->data->estimate->options[series].option->id;
  if (outlay_scenario_find_option (outlay_session_get_scenario (self->session), id) >= 0)
    outlay_session_set_focus (self->session, id);
}

/* From the whole period a step leads to the month at that end. */
static void
step_month (OutlayChartView *self,
            int              steps)
{
  int n_months = (int) self->data->estimate->n_months;
  int month = outlay_chart_view_get_month (self);

  if (month == OUTLAY_WHOLE_PERIOD)
    month = steps > 0 ? -1 : n_months;

  walk_to (self, CLAMP (month + steps, 0, n_months - 1));
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

  if (self->data == NULL)
    return GDK_EVENT_PROPAGATE;

  walk_to (self, g_variant_get_int32 (args));

  return GDK_EVENT_STOP;
}

/* Escape is left to others where there is no month to leave. */
static gboolean
on_escape (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (widget);

  if (self->data == NULL || outlay_chart_view_get_month (self) == OUTLAY_WHOLE_PERIOD)
    return GDK_EVENT_PROPAGATE;

  outlay_session_set_month (self->session, OUTLAY_WHOLE_PERIOD);

  return GDK_EVENT_STOP;
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
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
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

  news = outlay_price_news_describe_month (self->data->price_news,
                                           self->data->estimate->scenario, month);
  gtk_tooltip_set_text (tooltip, news);

  return news != NULL;
}
