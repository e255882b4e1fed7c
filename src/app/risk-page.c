/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-page.h"

#include "futures-chart.h"
#include "figure-format.h"
#include "odds.h"
#include "view-state.h"
#include "widgets/card-columns.h"
#include "widgets/dearer-list.h"
#include "widgets/fan-view.h"
#include "widgets/futures-progress.h"
#include "widgets/odds-table.h"
#include "widgets/sentence.h"
#include "widgets/tornado.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * OutlayRiskPage:
 *
 * How the cost of the option in focus may come out: the finding in words, the
 * fan of its futures, every option's chance of staying under the budget, what
 * moves the cost most, totals that are enough, and which options are dearer.
 *
 * Futures are drawn only while the page, or another that shows them, is seen.
 *
 * # Actions
 *
 * - `risk.other-futures`: another seed, an edit of the scenario
 * - `risk.many-futures`: refine further
 *
 * # CSS nodes
 *
 * `riskpage`, with the cards inside.
 */
struct _OutlayRiskPage
{
  AdwBin                 parent_instance;

  OutlaySession         *session;
  GSignalGroup          *session_signals;
  OutlayForecaster      *watched; /* while the page is seen, or NULL */
  gboolean               many_futures;

  GtkWidget             *columns;
  GtkLabel              *title_label;
  GtkLabel              *subtitle_label;
  OutlayFuturesProgress *progress;
  GtkWidget             *figures;
  OutlayFanView         *fan;
  GtkLabel              *range_label;
  GtkWidget             *odds_box;
  GtkLabel              *odds_label;
  GtkLabel              *threshold_label;
  OutlayOddsTable       *odds_table;
  GtkLabel              *middle_label;
  GtkLabel              *tornado_label;
  OutlayTornado         *tornado;
  GtkLabel              *estimate_label;
  GtkFlowBox            *enough_box;
  OutlayDearerList      *dearer_list;
};

G_DEFINE_FINAL_TYPE (OutlayRiskPage, outlay_risk_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_MANY_FUTURES,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* The totals that are enough. */
static const OutlayPercent enough[] = {
  OUTLAY_PERCENT_50, OUTLAY_PERCENT_75, OUTLAY_PERCENT_90
};

static void
outlay_risk_page_place_table (OutlayRiskPage *self)
{
  OutlayFanColumns columns = outlay_fan_view_get_columns (self->fan);

  outlay_odds_table_place (self->odds_table, &columns);
}

/* In words */

static void
show_subtitle (OutlayRiskPage         *self,
               const OutlaySimulation *simulation)
{
  g_autofree char *text = outlay_futures_chart_describe_subtitle (simulation);

  outlay_label_set_sentence (self->subtitle_label, text);
}

static void
show_odds_heading (OutlayRiskPage         *self,
                   const OutlaySimulation *simulation,
                   guint                   option)
{
  const OutlayScenario *scenario = simulation->estimate->scenario;
  g_autofree char *budget = outlay_figure_format_money (scenario->budget,
                                                        scenario->currency.code);
  g_autofree char *threshold = outlay_figure_format_percent (OUTLAY_ODDS_THRESHOLD);
  /* Translators: a budget */
  g_autofree char *title = g_strdup_printf (_("Chance of staying under %s"), budget);
  g_autofree char *period = outlay_odds_describe_period (simulation, option);
  /* Translators: a percentage, and a sentence that has no full stop yet: how often
   * the whole period stays under the budget */
  g_autofree char *subtitle = g_strdup_printf (_("In each month; shaded where it is below "
                                                 "%s. %s."), threshold, period);

  gtk_widget_set_visible (self->odds_box, !isnan (scenario->budget));
  outlay_label_set_sentence (self->odds_label, title);
  outlay_label_set_sentence (self->threshold_label, subtitle);
}

static void
show_enough (OutlayRiskPage         *self,
             const OutlaySimulation *simulation,
             guint                   option)
{
  const OutlayBands *period = &simulation->options[option].period;
  const char *currency = simulation->estimate->scenario->currency.code;

  for (guint i = 0; i < G_N_ELEMENTS (enough); i++)
    {
      GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (self->enough_box, (int) i);
      GtkWidget *box = gtk_flow_box_child_get_child (child);
      g_autofree char *money =
        outlay_figure_format_money (period->quantile[enough[i]][0], currency);
      g_autofree char *share =
        outlay_figure_format_percent (outlay_percent_get_value (enough[i]) / 100.0);
      /* Translators: a percentage */
      g_autofree char *text = g_strdup_printf (_("%s of futures"), share);

      gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), money);
      gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), text);
    }
}

static void
show_month (OutlayRiskPage         *self,
            const OutlaySimulation *simulation,
            guint                   option)
{
  int month = outlay_session_get_month (self->session);
  g_autofree char *range = NULL;
  g_autofree char *text = NULL;

  if (month < 0 || month >= (int) simulation->n_months)
    month = outlay_odds_find_worst (simulation, option);
  range = outlay_odds_describe_range (simulation, option, month);
  /* Translators: a sentence that has no full stop yet */
  text = g_strdup_printf (C_("sentence", "%s."), range);
  outlay_label_set_sentence (self->range_label, text);
}

static void
show_option (OutlayRiskPage         *self,
             const OutlaySimulation *simulation,
             guint                   option)
{
  const OutlayOptionEstimate *estimate = &simulation->estimate->options[option];
  g_autofree char *title = outlay_odds_find_words (simulation, option);
  g_autofree char *middle = outlay_odds_explain_middle (simulation, option);
  g_autofree char *draws = outlay_odds_describe_draws (simulation);
  g_autofree char *footer = g_strjoin (" ", middle, draws, NULL);
  g_autofree char *money = outlay_figure_format_money (estimate->total[OUTLAY_FIGURE_COST],
                                                       simulation->estimate->scenario->currency.code);
  /* Translators: an option */
  g_autofree char *moves = g_strdup_printf (_("What moves %s most"), estimate->option->name);
  /* Translators: an amount */
  g_autofree char *likely = g_strdup_printf (_("%s estimate"), money);

  outlay_label_set_sentence (self->title_label, title);
  outlay_label_set_sentence (self->middle_label, footer);
  outlay_label_set_sentence (self->tornado_label, moves);
  outlay_label_set_sentence (self->estimate_label, likely);
  show_subtitle (self, simulation);
  show_odds_heading (self, simulation, option);
  show_enough (self, simulation, option);
  show_month (self, simulation, option);
}

static void
show_nothing (OutlayRiskPage         *self,
              const OutlaySimulation *simulation,
              int                     option)
{
  if (simulation == NULL)
    outlay_label_set_sentence (self->title_label, _("Drawing futures…"));
  else if (option < 0)
    outlay_label_set_sentence (self->title_label, _("Nothing to compare yet"));
  else
    {
      /* Translators: an option */
      g_autofree char *text =
        g_strdup_printf (_("%s cannot be estimated"),
                         simulation->estimate->options[option].option->name);

      outlay_label_set_sentence (self->title_label, text);
    }

  outlay_label_set_sentence (self->subtitle_label, "");
}

static void
refresh (OutlayRiskPage *self)
{
  OutlaySimulation *simulation = NULL;
  gboolean shows;
  int option = -1;

  if (self->session != NULL)
    simulation = outlay_forecaster_get_simulation (outlay_session_get_forecaster (self->session));
  if (simulation != NULL)
    option = outlay_scenario_find_option (simulation->estimate->scenario,
                                          outlay_session_get_focus (self->session));

  shows = option >= 0 && !simulation->options[option].is_refused;
  gtk_widget_set_visible (self->figures, shows);
  gtk_widget_set_visible (gtk_widget_get_last_child (self->columns), shows);
  if (shows)
    show_option (self, simulation, (guint) option);
  else
    show_nothing (self, simulation, option);
}

/* Actions */

static void
on_other_futures (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  OutlaySession *session = OUTLAY_RISK_PAGE (widget)->session;
  OutlayScenario *draft = outlay_session_begin_edit (session);

  draft->seed = draft->seed < G_MAXINT32 ? draft->seed + 1 : 1;
  outlay_session_commit_edit (session, draft, _("Other futures"), NULL);
}

/* The object */

/* Futures are drawn, and shown, while the page is seen. */
static void
follow (OutlayRiskPage *self)
{
  OutlaySession *session = gtk_widget_get_mapped (GTK_WIDGET (self)) ? self->session : NULL;

  outlay_forecaster_take_watch (&self->watched,
                                session != NULL ? outlay_session_get_forecaster (session) : NULL);
  g_signal_group_set_target (self->session_signals, session);
  outlay_fan_view_set_session (self->fan, session);
  outlay_odds_table_set_session (self->odds_table, session);
  outlay_tornado_set_session (self->tornado, session);
  outlay_dearer_list_set_session (self->dearer_list, session);
  outlay_futures_progress_set_session (self->progress, session);
  if (session != NULL)
    refresh (self);
}

static void
outlay_risk_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (outlay_risk_page_parent_class)->map (widget);

  follow (OUTLAY_RISK_PAGE (widget));
}

static void
outlay_risk_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (outlay_risk_page_parent_class)->unmap (widget);

  follow (OUTLAY_RISK_PAGE (widget));
}

static void
set_session (OutlayRiskPage *self,
             OutlaySession  *session)
{
  if (!g_set_object (&self->session, session))
    return;

  follow (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

static void
set_many_futures (OutlayRiskPage *self,
                  gboolean        many)
{
  if (self->many_futures == many || self->session == NULL)
    return;

  self->many_futures = many;
  outlay_forecaster_set_n_wanted (outlay_session_get_forecaster (self->session),
                                  many ? OUTLAY_FINE_DRAWS : OUTLAY_REFINED_DRAWS);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MANY_FUTURES]);
}

static void
outlay_risk_page_dispose (GObject *object)
{
  OutlayRiskPage *self = OUTLAY_RISK_PAGE (object);

  outlay_forecaster_take_watch (&self->watched, NULL);
  g_clear_object (&self->session_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_RISK_PAGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (outlay_risk_page_parent_class)->dispose (object);
}

static void
outlay_risk_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  OutlayRiskPage *self = OUTLAY_RISK_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_MANY_FUTURES:
      g_value_set_boolean (value, self->many_futures);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_risk_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  OutlayRiskPage *self = OUTLAY_RISK_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_MANY_FUTURES:
      set_many_futures (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskPage, columns);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskPage, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskPage, progress);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskPage, figures);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskPage, fan);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskPage, range_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskPage, odds_box);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskPage, odds_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskPage, threshold_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskPage, odds_table);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskPage, middle_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskPage, tornado_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskPage, tornado);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskPage, estimate_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskPage, enough_box);
  gtk_widget_class_bind_template_child (widget_class, OutlayRiskPage, dearer_list);
  gtk_widget_class_bind_template_callback (widget_class, outlay_risk_page_place_table);
}

static void
outlay_risk_page_class_init (OutlayRiskPageClass *klass)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_risk_page_dispose;
  object_class->get_property = outlay_risk_page_get_property;
  object_class->set_property = outlay_risk_page_set_property;
  widget_class->map = outlay_risk_page_map;
  widget_class->unmap = outlay_risk_page_unmap;

  /**
   * OutlayRiskPage:session:
   *
   * Whose futures are shown.
   */
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OUTLAY_TYPE_SESSION, flags);

  /**
   * OutlayRiskPage:many-futures:
   *
   * Whether more futures are drawn than are usual.
   */
  props[PROP_MANY_FUTURES] = g_param_spec_boolean ("many-futures", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_property_action (widget_class, "risk.many-futures", "many-futures");
  gtk_widget_class_install_action (widget_class, "risk.other-futures", NULL, on_other_futures);

  g_type_ensure (OUTLAY_TYPE_FUTURES_PROGRESS);
  g_type_ensure (OUTLAY_TYPE_FAN_VIEW);
  g_type_ensure (OUTLAY_TYPE_ODDS_TABLE);
  g_type_ensure (OUTLAY_TYPE_TORNADO);
  g_type_ensure (OUTLAY_TYPE_DEARER_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/risk-page.ui");
  bind_children (widget_class);
  gtk_widget_class_set_css_name (widget_class, "riskpage");
}

static void
add_enough (OutlayRiskPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *money = gtk_label_new (NULL);
  GtkWidget *share = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (money), 0);
  gtk_label_set_xalign (GTK_LABEL (share), 0);
  gtk_widget_add_css_class (money, "readout-value");
  gtk_widget_add_css_class (money, "numeric");
  gtk_widget_add_css_class (share, "caption");
  gtk_widget_add_css_class (share, "dim-label");
  gtk_box_append (GTK_BOX (box), money);
  gtk_box_append (GTK_BOX (box), share);
  gtk_flow_box_append (self->enough_box, box);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
}

static void
outlay_risk_page_init (OutlayRiskPage *self)
{
  self->session_signals = g_signal_group_new (OUTLAY_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "simulated",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "view-changed",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_set_layout_manager (self->columns, outlay_card_columns_new ());
  for (guint i = 0; i < G_N_ELEMENTS (enough); i++)
    add_enough (self);
}

/**
 * outlay_risk_page_new:
 * @session: whose futures are shown
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
outlay_risk_page_new (OutlaySession *session)
{
  return g_object_new (OUTLAY_TYPE_RISK_PAGE, "session", session, NULL);
}
