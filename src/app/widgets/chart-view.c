/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-view-private.h"

#include "chart-style.h"
#include "costs.h"
#include "price-news.h"
#include "readings.h"
#include "session-looks.h"
#include "usage-months.h"

#include <glib/gi18n.h>
#include <math.h>

/* Where names at the lines' ends would take too much, the strip has them. */
#define LABELS_MIN_WIDTH 520

/**
 * OutlayChartView:
 *
 * The curves of a session's options by month, or added up.
 *
 * The widget keeps an #OutlayChartLayout. A new estimate, another look at the
 * options, size, theme or font makes a new layout, at most once a frame and
 * before the frame is painted; painting only draws it. The crosshair moves
 * within the layout.
 *
 * The month under the pointer, or walked to by key, is the session's month, so
 * that the read-out strip shows it. A click on a curve or on the name at its end
 * puts the option in focus. A price tag under the axis tells in its tooltip
 * which prices change.
 *
 * # Keys
 *
 * Left and Right walk the months, the way they look: from right to left in a
 * right-to-left language. They go on from the month that was read last, and stay there
 * while the pointer rests. Home and End go to the first and the last month,
 * Escape back to the whole period, and then to all months. The brackets let the
 * chart begin, or end, at the month walked to. A pointer drags over the months
 * that are to be seen.
 *
 * # CSS nodes
 *
 * One node, `chartview`.
 *
 * # Accessibility
 *
 * An image whose description says the month and what every curve reads there,
 * dear to cheap. The same figures are in the page's table, #OutlayCostTable.
 */

G_DEFINE_FINAL_TYPE (OutlayChartView, outlay_chart_view, OUTLAY_TYPE_CHART_CANVAS)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_CUMULATIVE,
  PROP_PER_ACCEPTED,
  PROP_LOGARITHMIC,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* What is drawn */

static OutlayMeasure
get_measure (OutlayChartView *self)
{
  if (self->per_accepted)
    return OUTLAY_MEASURE_COST_PER_ACCEPTED;

  return self->cumulative ? OUTLAY_MEASURE_COST_SO_FAR : OUTLAY_MEASURE_COST;
}

int
outlay_chart_view_get_month (OutlayChartView *self)
{
  return outlay_look_get_month (self->session, self->data->estimate);
}

/* The session may have fewer months than an estimate that lies behind it, and more
 * than one. */
static gboolean
get_zoom (OutlayChartView *self,
          guint           *first,
          guint           *last)
{
  int start, end;

  if (!outlay_session_get_zoom (self->session, &start, &end) ||
      end >= (int) self->data->estimate->n_months)
    return FALSE;

  *first = (guint) start;
  *last = (guint) end;

  return TRUE;
}

/* Whether the months that are shown are those that are wanted. */
static gboolean
is_zoomed_right (OutlayChartView *self)
{
  guint first = 0;
  guint last = self->data->estimate->n_months - 1;

  get_zoom (self, &first, &last);

  return self->data->first == first && self->data->chart.n_months == last - first + 1;
}

/* The month, counted from the first that is shown; -1 for the whole period. */
static int
get_shown_month (OutlayChartView *self)
{
  int month = outlay_chart_view_get_month (self) - (int) self->data->first;

  return MAX (month, -1);
}

static const char *
get_name (OutlayChartView *self)
{
  if (self->per_accepted)
    return _("Chart of the cost of a task accepted by month");

  return self->cumulative ? _("Chart of the costs added up") : _("Chart of the costs by month");
}

static void
describe (OutlayChartView *self)
{
  int month = outlay_chart_view_get_month (self);
  g_autofree char *news = outlay_price_news_describe_month (self->data->price_news,
                                                            self->data->estimate->scenario,
                                                            month);
  g_autofree char *values = outlay_reading_describe (self->data->estimate, self->data->looks,
                                                     month, get_measure (self));
  g_autofree char *used = outlay_usage_months_describe (self->data, month);
  g_autofree char *all = g_strjoin ("\n", values, used != NULL ? used : news,
                                    used != NULL ? news : NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_name (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, all,
                                  -1);
}

static void
show_month (OutlayChartView *self)
{
  OutlayChartLayout *layout = outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (self));

  if (layout != NULL)
    outlay_chart_layout_set_crosshair (layout, get_shown_month (self));

  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What a task accepted costs has no futures. */
static void
add_bands (OutlayChartView *self)
{
  OutlayForecaster *forecaster = outlay_session_get_forecaster (self->session);

  if (!self->per_accepted)
    outlay_chart_data_add_bands (self->data, outlay_forecaster_get_simulation (forecaster),
                                 self->bands, outlay_forecaster_get_late (forecaster));
}

static void
refresh (OutlayChartView *self)
{
  OutlayEstimate *estimate = NULL;
  g_autofree OutlayOptionLook *looks = NULL;
  guint first, last;

  if (self->session != NULL)
    estimate = outlay_session_get_estimate (self->session);

  g_clear_pointer (&self->data, outlay_chart_data_free);
  outlay_chart_canvas_drop_layout (OUTLAY_CHART_CANVAS (self));
  if (estimate == NULL)
    return;

  looks = outlay_option_looks_new (self->session, estimate);
  self->data = self->per_accepted
                 ? outlay_chart_data_new_per_accepted (estimate, looks)
                 : outlay_chart_data_new (estimate, looks, self->cumulative, self->logarithmic);
  add_bands (self);
  if (!self->per_accepted)
    outlay_usage_months_add_to (outlay_usage_months_get_default (), self->data);
  if (get_zoom (self, &first, &last))
    outlay_chart_data_zoom (self->data, first, last);
  describe (self);
}

static void
on_simulated (OutlayChartView *self)
{
  if (self->bands != OUTLAY_CHART_BANDS_NONE)
    refresh (self);
}

/* Most often only the month is another one. */
static void
on_view_changed (OutlayChartView *self)
{
  g_autofree OutlayOptionLook *looks = NULL;

  if (self->data == NULL)
    return;

  looks = outlay_option_looks_new (self->session, self->data->estimate);
  if (outlay_option_looks_equal (looks, self->data->looks, self->data->estimate->n_options) &&
      is_zoomed_right (self))
    {
      show_month (self);
      return;
    }

  refresh (self);
  outlay_chart_canvas_fade (OUTLAY_CHART_CANVAS (self));
}

static OutlayChartLayout *
outlay_chart_view_lay_out (OutlayChartCanvas *canvas,
                           int                width,
                           int                height)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (canvas);
  g_auto (OutlayChartVoice) voice = { 0 };
  OutlayChartLayout *layout;
  OutlayChartStyle style;

  if (self->data == NULL)
    return NULL;

  outlay_chart_style_init_widget (&style, &voice, GTK_WIDGET (self),
                                  self->data->estimate->scenario->currency.code);
  style.end_labels = width >= LABELS_MIN_WIDTH * style.text_scale;

  layout = outlay_chart_layout_new (&self->data->chart, width, height, &style);
  outlay_chart_layout_set_crosshair (layout, get_shown_month (self));

  return layout;
}

/* The object */

static void
set_session (OutlayChartView *self,
             OutlaySession   *session)
{
  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

static void
set_flag (OutlayChartView *self,
          gboolean        *flag,
          gboolean         value,
          guint            prop_id)
{
  if (*flag == value)
    return;

  *flag = value;
  refresh (self);
  outlay_chart_canvas_fade (OUTLAY_CHART_CANVAS (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[prop_id]);
}

static void
outlay_chart_view_dispose (GObject *object)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->data, outlay_chart_data_free);

  G_OBJECT_CLASS (outlay_chart_view_parent_class)->dispose (object);
}

static void
outlay_chart_view_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_CUMULATIVE:
      g_value_set_boolean (value, self->cumulative);
      break;
    case PROP_PER_ACCEPTED:
      g_value_set_boolean (value, self->per_accepted);
      break;
    case PROP_LOGARITHMIC:
      g_value_set_boolean (value, self->logarithmic);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_chart_view_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  OutlayChartView *self = OUTLAY_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_CUMULATIVE:
      set_flag (self, &self->cumulative, g_value_get_boolean (value), prop_id);
      break;
    case PROP_PER_ACCEPTED:
      set_flag (self, &self->per_accepted, g_value_get_boolean (value), prop_id);
      break;
    case PROP_LOGARITHMIC:
      set_flag (self, &self->logarithmic, g_value_get_boolean (value), prop_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * OutlayChartView:session:
   *
   * Whose options are drawn.
   */
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OUTLAY_TYPE_SESSION, flags);

  /**
   * OutlayChartView:cumulative:
   *
   * Whether months are added up.
   */
  props[PROP_CUMULATIVE] = g_param_spec_boolean ("cumulative", NULL, NULL, FALSE, flags);

  /**
   * OutlayChartView:per-accepted:
   *
   * Whether the costs are those of a task accepted.
   */
  props[PROP_PER_ACCEPTED] = g_param_spec_boolean ("per-accepted", NULL, NULL, FALSE, flags);

  /**
   * OutlayChartView:logarithmic:
   *
   * Whether the axis of money is logarithmic.
   */
  props[PROP_LOGARITHMIC] = g_param_spec_boolean ("logarithmic", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
outlay_chart_view_class_init (OutlayChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  OutlayChartCanvasClass *canvas_class = OUTLAY_CHART_CANVAS_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_chart_view_dispose;
  object_class->get_property = outlay_chart_view_get_property;
  object_class->set_property = outlay_chart_view_set_property;
  canvas_class->lay_out = outlay_chart_view_lay_out;
  canvas_class->natural_width = 640;
  canvas_class->min_height = 200;
  canvas_class->natural_height = 330;
  widget_class->query_tooltip = outlay_chart_view_query_tooltip;

  install_properties (object_class);

  outlay_chart_view_class_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chartview");
}

static void
outlay_chart_view_init (OutlayChartView *self)
{
  self->session_signals = g_signal_group_new (OUTLAY_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "estimated",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "simulated",
                                 G_CALLBACK (on_simulated), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "view-changed",
                                 G_CALLBACK (on_view_changed), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (outlay_usage_months_get_default (), "changed", G_CALLBACK (refresh),
                           self, G_CONNECT_SWAPPED);

  self->left_month = -1;
  self->bands = OUTLAY_CHART_BANDS_NONE;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  outlay_chart_view_add_controllers (self);
}

/**
 * outlay_chart_view_set_bands:
 * @self: a chart
 * @bands: which options carry the range of their futures; none at first
 */
void
outlay_chart_view_set_bands (OutlayChartView  *self,
                             OutlayChartBands  bands)
{
  g_return_if_fail (OUTLAY_IS_CHART_VIEW (self));

  if (self->bands == bands)
    return;

  self->bands = bands;
  refresh (self);
}

GtkWidget *
outlay_chart_view_new (void)
{
  return g_object_new (OUTLAY_TYPE_CHART_VIEW, NULL);
}
