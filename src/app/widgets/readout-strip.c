/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "readout-strip.h"

#include "costs.h"
#include "measures.h"
#include "odds.h"
#include "option-look.h"
#include "readings.h"
#include "readout-cell.h"
#include "refusals.h"
#include "repaint.h"
#include "session-looks.h"
#include "strip-layout.h"
#include "view-state.h"

#include <glib/gi18n.h>

/**
 * OutlayReadoutStrip:
 *
 * What every option costs in the month that is shown, or in the whole period
 * when none is, from dear to cheap. Its cells are the legend of the chart: a
 * click hides an option or shows it again, a double click shows it alone.
 *
 * The strip lies in columns of equal width, the month first, and wraps into as
 * many rows as it needs, see #OutlayStripLayout.
 *
 * # Keys
 *
 * Tab and the arrow keys walk the cells, Return and Space click, and with Ctrl
 * show alone.
 *
 * # CSS nodes
 *
 * `readoutstrip`, with a `box` for the month and a cell for each option, see
 * #OutlayReadoutCell.
 *
 * # Accessibility
 *
 * A group, labelled with the month.
 */
struct _OutlayReadoutStrip
{
  GtkWidget      parent_instance;

  OutlaySession *session;
  GSignalGroup  *session_signals;
  gboolean       cumulative;
  gboolean       per_accepted;
  gboolean       ranges;

  GPtrArray     *cells; /* (element-type OutlayReadoutCell): as in the estimate */

  GtkWidget     *heading;
  GtkLabel      *title_label;
  GtkLabel      *subtitle_label;
};

G_DEFINE_FINAL_TYPE (OutlayReadoutStrip, outlay_readout_strip, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_CUMULATIVE,
  PROP_PER_ACCEPTED,
  PROP_RANGES,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* The legend */

static gboolean
has_option (OutlayReadoutStrip *self,
            const char         *id)
{
  return outlay_scenario_find_option (outlay_session_get_scenario (self->session), id) >= 0;
}

static void
on_clicked (OutlayReadoutStrip *self,
            OutlayReadoutCell  *cell)
{
  const char *id = outlay_readout_cell_get_option_id (cell);

  if (has_option (self, id))
    outlay_session_set_hidden (self->session, id, !outlay_readout_cell_get_hidden (cell));
}

/* The first click of the two is taken back, so that a second double click finds
 * the option alone and shows all. */
static void
on_alone (OutlayReadoutStrip *self,
          gboolean            was_hidden,
          OutlayReadoutCell  *cell)
{
  const char *id = outlay_readout_cell_get_option_id (cell);

  if (!has_option (self, id))
    return;

  outlay_session_set_hidden (self->session, id, was_hidden);
  outlay_session_show_alone (self->session, id);
}

static void
add_cell (OutlayReadoutStrip *self,
          const char         *id)
{
  GtkWidget *cell = outlay_readout_cell_new (id);

  g_signal_connect_object (cell, "clicked", G_CALLBACK (on_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "alone", G_CALLBACK (on_alone), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  g_ptr_array_add (self->cells, cell);
}

/* What is shown */

static OutlayMeasure
get_measure (OutlayReadoutStrip *self)
{
  if (self->per_accepted)
    return OUTLAY_MEASURE_COST_PER_ACCEPTED;

  return self->cumulative ? OUTLAY_MEASURE_COST_SO_FAR : OUTLAY_MEASURE_COST;
}

static gboolean
has_cells_of (OutlayReadoutStrip   *self,
              const OutlayEstimate *estimate)
{
  if (self->cells->len != estimate->n_options)
    return FALSE;

  for (guint i = 0; i < self->cells->len; i++)
    {
      OutlayReadoutCell *cell = g_ptr_array_index (self->cells, i);

      if (!g_str_equal (outlay_readout_cell_get_option_id (cell),
                        estimate->options[i].option->id))
        return FALSE;
    }

  return TRUE;
}

/* Cells are only made anew when options come, go or change places. */
static void
ensure_cells (OutlayReadoutStrip   *self,
              const OutlayEstimate *estimate)
{
  if (has_cells_of (self, estimate))
    return;

  g_ptr_array_set_size (self->cells, 0);
  for (guint i = 0; i < estimate->n_options; i++)
    add_cell (self, estimate->options[i].option->id);
}

/* Futures that lie behind for long are not read out. */
static char *
format_range (OutlayReadoutStrip   *self,
              const OutlayEstimate *estimate,
              guint                 option,
              int                   month)
{
  OutlayForecaster *forecaster = outlay_session_get_forecaster (self->session);
  OutlaySimulation *simulation = outlay_forecaster_get_simulation (forecaster);

  if (!self->ranges || self->per_accepted || outlay_forecaster_get_late (forecaster) ||
      !outlay_simulation_fits (simulation, estimate))
    return NULL;

  return outlay_odds_format_range (simulation, option, month, self->cumulative);
}

/* A sum may stay under the budget where a month does not. */
static const char *
describe_over (int month)
{
  return month == OUTLAY_WHOLE_PERIOD ? _("over the budget of all months together")
                                      : _("over the budget");
}

/* The sign in the table below is about another month, or another budget. */
static const char *
explain_over (OutlayReadoutStrip *self,
              int                 month)
{
  if (month == OUTLAY_WHOLE_PERIOD)
    return _("Over the budget of all months together");

  return self->cumulative ? _("Over the budget of the months so far")
                          : _("Over the budget of this month");
}

static void
show_option (OutlayReadoutStrip     *self,
             const OutlayEstimate   *estimate,
             guint                   option,
             const OutlayOptionLook *look,
             int                     month)
{
  const OutlayOptionEstimate *figures = &estimate->options[option];
  OutlayMeasure measure = get_measure (self);
  double money = outlay_measure_get (estimate, option, month, measure);
  gboolean over = outlay_measure_is_over (estimate, option, month, measure);
  g_autofree char *value = outlay_measure_format (estimate, money, measure);
  g_autofree char *range = format_range (self, estimate, option, month);
  g_autofree char *refusal = outlay_refusal_describe (figures);
  OutlayReadout readout = {
    .name = figures->option->name,
    .value = value,
    .range = range,
    .remark = refusal != NULL ? refusal : over ? describe_over (month) : NULL,
    .meaning = refusal != NULL ? refusal : over ? explain_over (self, month) : NULL,
    .slot = look->slot,
    .hidden = look->hidden,
    .focus = look->focus,
    .warns = refusal != NULL || over,
  };

  outlay_readout_cell_show (g_ptr_array_index (self->cells, option), &readout);
}

/* The order of the children is that of the Tab key, too. */
static void
order_cells (OutlayReadoutStrip *self,
             const guint        *rank)
{
  GtkWidget *previous = self->heading;

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, rank[i]);

      if (gtk_widget_get_prev_sibling (cell) != previous)
        gtk_widget_insert_after (cell, GTK_WIDGET (self), previous);
      previous = cell;
    }
}

static void
show_heading (OutlayReadoutStrip   *self,
              const OutlayEstimate *estimate,
              int                   month)
{
  g_autofree char *title = outlay_reading_title (estimate, month);
  g_autofree char *subtitle = outlay_reading_subtitle (estimate, month, get_measure (self));

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->subtitle_label, subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

static void
refresh (OutlayReadoutStrip *self)
{
  OutlayEstimate *estimate = NULL;
  g_autofree OutlayOptionLook *looks = NULL;
  g_autofree guint *rank = NULL;
  int month;

  if (self->session != NULL)
    estimate = outlay_session_get_estimate (self->session);
  if (estimate == NULL)
    {
      g_ptr_array_set_size (self->cells, 0);
      return;
    }

  month = outlay_look_get_month (self->session, estimate);
  looks = outlay_option_looks_new (self->session, estimate);
  rank = outlay_measure_rank (estimate, month, get_measure (self));

  ensure_cells (self, estimate);
  show_heading (self, estimate, month);
  for (guint i = 0; i < estimate->n_options; i++)
    show_option (self, estimate, i, &looks[i], month);
  order_cells (self, rank);
}

/* The object */

static void
set_session (OutlayReadoutStrip *self,
             OutlaySession      *session)
{
  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

static void
set_flag (OutlayReadoutStrip *self,
          gboolean           *flag,
          gboolean            value,
          guint               prop_id)
{
  if (*flag == value)
    return;

  *flag = value;
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[prop_id]);
}

static void
outlay_readout_strip_dispose (GObject *object)
{
  OutlayReadoutStrip *self = OUTLAY_READOUT_STRIP (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_ptr_array_set_size (self->cells, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_READOUT_STRIP);

  G_OBJECT_CLASS (outlay_readout_strip_parent_class)->dispose (object);
}

static void
outlay_readout_strip_finalize (GObject *object)
{
  g_ptr_array_unref (OUTLAY_READOUT_STRIP (object)->cells);

  G_OBJECT_CLASS (outlay_readout_strip_parent_class)->finalize (object);
}

static void
outlay_readout_strip_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  OutlayReadoutStrip *self = OUTLAY_READOUT_STRIP (object);

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
    case PROP_RANGES:
      g_value_set_boolean (value, self->ranges);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_readout_strip_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  OutlayReadoutStrip *self = OUTLAY_READOUT_STRIP (object);

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
    case PROP_RANGES:
      set_flag (self, &self->ranges, g_value_get_boolean (value), prop_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_readout_strip_class_init (OutlayReadoutStripClass *klass)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_readout_strip_dispose;
  object_class->finalize = outlay_readout_strip_finalize;
  object_class->get_property = outlay_readout_strip_get_property;
  object_class->set_property = outlay_readout_strip_set_property;
  outlay_widget_class_repaint_whole (widget_class);

  /**
   * OutlayReadoutStrip:session:
   *
   * Whose costs are read out.
   */
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OUTLAY_TYPE_SESSION, flags);

  /**
   * OutlayReadoutStrip:cumulative:
   *
   * Whether months are added up.
   */
  props[PROP_CUMULATIVE] = g_param_spec_boolean ("cumulative", NULL, NULL, FALSE, flags);

  /**
   * OutlayReadoutStrip:per-accepted:
   *
   * Whether the costs are those of a task accepted.
   */
  props[PROP_PER_ACCEPTED] = g_param_spec_boolean ("per-accepted", NULL, NULL, FALSE, flags);

  /**
   * OutlayReadoutStrip:ranges:
   *
   * Whether the range of 8 of 10 futures stands beside each cost.
   */
  props[PROP_RANGES] = g_param_spec_boolean ("ranges", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/readout-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayReadoutStrip, heading);
  gtk_widget_class_bind_template_child (widget_class, OutlayReadoutStrip, title_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayReadoutStrip, subtitle_label);
  gtk_widget_class_set_layout_manager_type (widget_class, OUTLAY_TYPE_STRIP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "readoutstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_readout_strip_init (OutlayReadoutStrip *self)
{
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);

  self->session_signals = g_signal_group_new (OUTLAY_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "estimated",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "simulated",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "view-changed",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
outlay_readout_strip_new (void)
{
  return g_object_new (OUTLAY_TYPE_READOUT_STRIP, NULL);
}
