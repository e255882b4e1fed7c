/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fan-view.h"

#include "chart-style.h"
#include "futures-chart.h"
#include "odds.h"
#include "view-state.h"

#include <glib/gi18n.h>
#include <math.h>

/* With less, names before the first month would take too much from the fan. */
#define NAMES_MIN_WIDTH 480
#define NAMES_WIDTH 146

/**
 * OutlayFanView:
 *
 * The futures of the option in focus, month by month: bands, their middle, and
 * the estimate. The month under the pointer, or walked to by key, is the
 * session's month.
 *
 * When it is laid out, its months are elsewhere: see
 * outlay_fan_view_get_columns().
 *
 * # Keys
 *
 * Left and Right walk the months, the way they look; Home and End go to the
 * first and the last, Escape back to the whole period.
 *
 * # CSS nodes
 *
 * One node, `fanview`.
 *
 * # Accessibility
 *
 * An image whose description says between what a month costs in 8 of 10 futures.
 */
struct _OutlayFanView
{
  OutlayChartCanvas  parent_instance;

  OutlaySession     *session;
  GSignalGroup      *session_signals;

  OutlaySimulation  *simulation; /* or NULL, if there is nothing to draw */
  guint              option;
  gboolean           is_late;
  OutlayFuturesChart fan;
  int                left_month; /* that the pointer read last before it left, or -1 */
};

G_DEFINE_FINAL_TYPE (OutlayFanView, outlay_fan_view, OUTLAY_TYPE_CHART_CANVAS)

/* What is drawn */

static int
get_month (OutlayFanView *self)
{
  int month = outlay_session_get_month (self->session);

  return month < (int) self->simulation->n_months ? month : -1;
}

static void
describe (OutlayFanView *self)
{
  int month = get_month (self);
  g_autofree char *text = NULL;

  if (month < 0)
    month = outlay_odds_find_worst (self->simulation, self->option);
  text = outlay_odds_describe_range (self->simulation, self->option, month);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
refresh (OutlayFanView *self)
{
  OutlayForecaster *forecaster = outlay_session_get_forecaster (self->session);
  OutlaySimulation *simulation = outlay_forecaster_get_simulation (forecaster);
  int option = -1;

  if (simulation != NULL)
    option = outlay_scenario_find_option (simulation->estimate->scenario,
                                          outlay_session_get_focus (self->session));

  outlay_chart_canvas_drop_layout (OUTLAY_CHART_CANVAS (self));
  g_clear_pointer (&self->simulation, outlay_simulation_unref);
  if (option < 0 || simulation->options[option].is_refused)
    return;

  self->simulation = outlay_simulation_ref (simulation);
  self->option = (guint) option;
  self->is_late = outlay_forecaster_get_late (forecaster);
  outlay_futures_chart_init (&self->fan, self->simulation, self->option,
                             outlay_session_get_slot (self->session,
                                                      outlay_session_get_focus (self->session)));
  describe (self);
}

/* Most often only the month is another one. */
static void
on_view_changed (OutlayFanView *self)
{
  OutlayChartLayout *layout = outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (self));
  const char *focus = outlay_session_get_focus (self->session);

  if (self->simulation == NULL ||
      g_strcmp0 (focus, self->simulation->estimate->options[self->option].option->id) != 0)
    {
      refresh (self);
      return;
    }

  if (layout != NULL)
    outlay_chart_layout_set_crosshair (layout, get_month (self));
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static OutlayChartLayout *
outlay_fan_view_lay_out (OutlayChartCanvas *canvas,
                         int                width,
                         int                height)
{
  OutlayFanView *self = OUTLAY_FAN_VIEW (canvas);
  g_auto (OutlayChartVoice) voice = { 0 };
  OutlayChartLayout *layout;
  OutlayChartStyle style;

  if (self->simulation == NULL)
    return NULL;

  outlay_chart_style_init_widget (&style, &voice, GTK_WIDGET (self),
                                  self->simulation->estimate->scenario->currency.code);
  style.end_labels = TRUE;
  style.months_in_one_line = FALSE;
  if (width >= NAMES_MIN_WIDTH * style.text_scale)
    style.start_gutter = NAMES_WIDTH * style.text_scale;
  for (guint i = 0; self->is_late && i < G_N_ELEMENTS (style.palette.fan_alphas); i++)
    style.palette.fan_alphas[i] /= 2;

  layout = outlay_chart_layout_new (&self->fan.chart, width, height, &style);
  outlay_chart_layout_set_crosshair (layout, get_month (self));

  return layout;
}

/* Pointer and keys */

/* The session may have fewer months than futures that lie behind it. */
static gboolean
walk_to (OutlayFanView *self,
         int            month)
{
  int n_months = (int) outlay_session_get_scenario (self->session)->months;

  outlay_session_set_month (self->session, MIN (month, n_months - 1));

  return TRUE;
}

static void
on_motion (OutlayFanView *self,
           double         x,
           double         y)
{
  OutlayChartLayout *layout = outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (self));

  if (layout != NULL && outlay_chart_canvas_move_pointer (OUTLAY_CHART_CANVAS (self), x, y))
    walk_to (self, outlay_chart_layout_get_month_at (layout, x, y));
}

static void
on_leave (OutlayFanView *self)
{
  outlay_chart_canvas_forget_pointer (OUTLAY_CHART_CANVAS (self));
  if (self->session == NULL)
    return;

  self->left_month = get_month (self);
  outlay_session_set_month (self->session, -1);
}

static gboolean
on_key (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  OutlayFanView *self = OUTLAY_FAN_VIEW (widget);
  int step = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;
  int last, month;

  if (self->simulation == NULL)
    return FALSE;

  last = (int) self->simulation->n_months - 1;
  month = get_month (self);

  switch (g_variant_get_int32 (args))
    {
    case GDK_KEY_Home:
      return walk_to (self, 0);
    case GDK_KEY_End:
      return walk_to (self, last);
    case GDK_KEY_Escape:
      self->left_month = -1;
      return month >= 0 && walk_to (self, -1);
    case GDK_KEY_Left:
      step = -step;
      break;
    default:
      break;
    }

  if (month < 0)
    month = self->left_month;
  if (month < 0)
    return walk_to (self, step > 0 ? 0 : last);

  return walk_to (self, CLAMP (month + step, 0, last));
}

/* The object */

/**
 * outlay_fan_view_set_session:
 * @self: a fan
 * @session: (nullable): whose option in focus is drawn
 */
void
outlay_fan_view_set_session (OutlayFanView *self,
                             OutlaySession *session)
{
  g_return_if_fail (OUTLAY_IS_FAN_VIEW (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  if (session != NULL)
    refresh (self);
}

/**
 * outlay_fan_view_get_columns:
 * @self: a fan
 *
 * Returns: where its months are
 */
OutlayFanColumns
outlay_fan_view_get_columns (OutlayFanView *self)
{
  OutlayChartCanvas *canvas = OUTLAY_CHART_CANVAS (self);
  OutlayChartLayout *layout = outlay_chart_canvas_get_layout (canvas);
  int width = outlay_chart_canvas_get_layout_width (canvas);
  OutlayFanColumns columns = { 0, 0 };
  double first;

  g_return_val_if_fail (OUTLAY_IS_FAN_VIEW (self), columns);

  if (layout == NULL || self->fan.chart.n_months < 2 ||
      width < NAMES_MIN_WIDTH * outlay_widget_get_text_scale (GTK_WIDGET (self)))
    return columns;

  first = outlay_chart_layout_get_month_x (layout, 0);
  columns.step = fabs (outlay_chart_layout_get_month_x (layout, 1) - first);
  columns.first = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
                  ? width - first : first;

  return columns;
}

static void
outlay_fan_view_dispose (GObject *object)
{
  OutlayFanView *self = OUTLAY_FAN_VIEW (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->simulation, outlay_simulation_unref);

  G_OBJECT_CLASS (outlay_fan_view_parent_class)->dispose (object);
}

static void
outlay_fan_view_class_init (OutlayFanViewClass *klass)
{
  static const guint keys[] = {
    GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Home, GDK_KEY_End, GDK_KEY_Escape
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  OutlayChartCanvasClass *canvas_class = OUTLAY_CHART_CANVAS_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_fan_view_dispose;
  canvas_class->lay_out = outlay_fan_view_lay_out;
  canvas_class->natural_width = 540;
  canvas_class->min_height = 240;
  canvas_class->natural_height = 340;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i], 0, on_key, "i", (int) keys[i]);
  gtk_widget_class_set_css_name (widget_class, "fanview");
}

static void
outlay_fan_view_init (OutlayFanView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->left_month = -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Chart of the futures"), -1);
  self->session_signals = g_signal_group_new (OUTLAY_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "simulated",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "view-changed",
                                 G_CALLBACK (on_view_changed), self, G_CONNECT_SWAPPED);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
