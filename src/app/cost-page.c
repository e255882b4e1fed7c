/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cost-page.h"

#include "add-option-dialog.h"
#include "after-frame.h"
#include "page-heading.h"
#include "cost-table.h"
#include "cost-words.h"
#include "costs.h"
#include "currencies.h"
#include "findings.h"
#include "late-menu.h"
#include "month-zoom.h"
#include "price-news.h"
#include "session-looks.h"
#include "setters.h"
#include "widgets/chart-view.h"
#include "widgets/futures-progress.h"
#include "widgets/readout-strip.h"

#include <glib/gi18n.h>

/**
 * OutlayCostPage:
 *
 * What the options cost by month, or added up: the finding in words, the
 * read-out strip, the curves, and the table of the same figures.
 *
 * Where there is nothing to draw, a notice says so and offers the next step.
 *
 * # Actions
 *
 * - `cost.cumulative`, `cost.logarithmic`, `cost.all-months`: the view
 * - `cost.bands`: whose futures are shaded: `focus`, `all` or `none`
 * - `cost.show-all`: show all options
 * - `cost.add-option`: open the dialog that adds one
 * - `cost.copy`: copy the table
 *
 * The first two views are kept in the settings.
 *
 * # CSS nodes
 *
 * `costpage`, with the cards inside.
 */
struct _OutlayCostPage
{
  AdwBin             parent_instance;

  OutlaySession     *session;
  GSignalGroup      *session_signals;
  GSettings         *settings;
  gboolean           cumulative;
  gboolean           logarithmic;
  gboolean           all_months;
  OutlayChartBands   bands;
  OutlayForecaster  *watched; /* while futures are seen, or NULL */

  OutlayPageHeading *heading;
  GtkMenuButton     *view_button;
  GMenuModel        *view_menu;
  GtkWidget         *strip;
  GtkWidget         *progress;
  GtkStack          *stack;
  GtkWidget         *chart;
  AdwStatusPage     *notice;
  GtkWidget         *add_button;
  GtkWidget         *show_button;
  GtkWidget         *table_card;
  OutlayCostTable   *table;
};

G_DEFINE_FINAL_TYPE (OutlayCostPage, outlay_cost_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_CUMULATIVE,
  PROP_LOGARITHMIC,
  PROP_ALL_MONTHS,
  PROP_BANDS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static const char * const band_names[] = {
  [OUTLAY_CHART_BANDS_FOCUS] = "focus",
  [OUTLAY_CHART_BANDS_ALL] = "all",
  [OUTLAY_CHART_BANDS_NONE] = "none",
};

/* In words */

/* What the axis and the lines mean. */
static char *
describe_view (OutlayCostPage       *self,
               const OutlayEstimate *estimate)
{
  const char *currency = outlay_currency_get_name (estimate->scenario->currency.code);
  g_autofree char *bands = outlay_cost_words_describe_bands (self->session, estimate, self->bands);
  g_autofree char *unit = NULL;
  const char *scale = self->logarithmic ? _("Logarithmic scale, without zero.") : bands;

  if (self->cumulative)
    /* Translators: a currency: "US dollars since the first month." */
    unit = g_strdup_printf (_("%s since the first month."), currency);
  else
    /* Translators: a currency: "US dollars a month." */
    unit = g_strdup_printf (_("%s a month."), currency);

  return outlay_month_zoom_add (self->session, estimate,
                                g_strjoin (" ", unit, _("Line: the estimate."),
                                           scale, scale != bands ? bands : NULL, NULL));
}

static void
update_subtitle (OutlayCostPage         *self,
                 const OutlayEstimate   *estimate,
                 const OutlayOptionLook *looks)
{
  g_autoptr (GArray) news = outlay_price_news_list (estimate, looks);
  int month = outlay_look_get_month (self->session, estimate);
  g_autofree char *text =
    outlay_price_news_describe_month (news, estimate->scenario, month);
  g_autofree char *hint = NULL;

  if (text == NULL)
    text = describe_view (self, estimate);
  hint = outlay_cost_words_explain_line (self->session, estimate);

  outlay_page_heading_set_subtitle (self->heading, text);
  outlay_page_heading_set_hint (self->heading, hint);
}

static void
show_notice (OutlayCostPage         *self,
             const OutlayEstimate   *estimate,
             const OutlayOptionLook *looks,
             const OutlayFinding    *finding,
             const char             *title)
{
  gboolean nothing = finding->kind == OUTLAY_FINDING_NO_OPTIONS;
  gboolean hidden = finding->kind == OUTLAY_FINDING_ALL_HIDDEN;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  if (nothing)
    text = g_strdup (_("Add a model, a routing policy or a plan to see what it costs"));
  else if (!hidden)
    text = outlay_cost_words_list_refusals (estimate, looks);

  markup = text != NULL ? g_markup_escape_text (text, -1) : NULL;
  adw_status_page_set_icon_name (self->notice, nothing ? "list-add-symbolic"
                                               : hidden ? "view-conceal-symbolic"
                                                        : "dialog-warning-symbolic");
  adw_status_page_set_title (self->notice, nothing ? title : "");
  adw_status_page_set_description (self->notice, markup);
  gtk_widget_set_visible (self->add_button, nothing);
  gtk_widget_set_visible (self->show_button, hidden);
}

static gboolean
is_notice (OutlayFindingKind kind)
{
  return kind == OUTLAY_FINDING_NO_OPTIONS || kind == OUTLAY_FINDING_ALL_HIDDEN ||
         kind == OUTLAY_FINDING_ALL_REFUSED;
}

static void
refresh (OutlayCostPage *self)
{
  OutlayEstimate *estimate = NULL;
  g_autofree OutlayOptionLook *looks = NULL;
  g_autofree char *title = NULL;
  OutlayFinding finding;
  gboolean notice;

  if (self->session != NULL)
    estimate = outlay_session_get_estimate (self->session);
  if (estimate == NULL)
    return;

  looks = outlay_option_looks_new (self->session, estimate);
  finding = outlay_finding_choose (estimate, looks, self->cumulative);
  title = outlay_finding_describe (&finding, estimate);
  notice = is_notice (finding.kind);

  if (notice)
    show_notice (self, estimate, looks, &finding, title);
  outlay_page_heading_set_title (self->heading, title);
  update_subtitle (self, estimate, looks);

  /* The strip stays where it is, so that a double click finds its cell. */
  gtk_widget_set_visible (GTK_WIDGET (self->heading), estimate->n_options > 0);
  gtk_widget_set_visible (self->strip, estimate->n_options > 0);
  gtk_widget_set_visible (self->table_card, estimate->n_options > 0);
  gtk_stack_set_visible_child (self->stack, notice ? GTK_WIDGET (self->notice) : self->chart);
}

/* Actions */

static void
on_show_all (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  OutlayCostPage *self = OUTLAY_COST_PAGE (widget);
  const OutlayScenario *scenario = outlay_session_get_scenario (self->session);

  for (guint i = 0; i < scenario->n_options; i++)
    outlay_session_set_hidden (self->session, scenario->options[i].id, FALSE);
}

static void
on_add_option (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  outlay_add_option_dialog_present (widget, OUTLAY_COST_PAGE (widget)->session, NULL);
}

static void
on_copy (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  outlay_cost_table_copy (OUTLAY_COST_PAGE (widget)->table);
}

/* The object */

/* Futures are drawn while they are seen. */
static void
update_watch (OutlayCostPage *self)
{
  OutlayForecaster *wanted = NULL;

  if (self->session != NULL && self->bands != OUTLAY_CHART_BANDS_NONE &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    wanted = outlay_session_get_forecaster (self->session);
  outlay_forecaster_take_watch (&self->watched, wanted);
}

static void
on_seen (GtkWidget *widget)
{
  update_watch (OUTLAY_COST_PAGE (widget));
}

/* Drawing futures takes all processors, which the first frame has a use for. */
static void
outlay_cost_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (outlay_cost_page_parent_class)->map (widget);

  outlay_after_frame (widget, on_seen);
}

static void
outlay_cost_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (outlay_cost_page_parent_class)->unmap (widget);

  update_watch (OUTLAY_COST_PAGE (widget));
}

static void
set_bands (OutlayCostPage *self,
           const char     *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (band_names); i++)
    if (g_strcmp0 (band_names[i], name) == 0)
      self->bands = i;

  outlay_chart_view_set_bands (OUTLAY_CHART_VIEW (self->chart), self->bands);
  g_object_set (self->strip, "ranges", self->bands != OUTLAY_CHART_BANDS_NONE, NULL);
  update_watch (self);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BANDS]);
}

static void
set_session (OutlayCostPage *self,
             OutlaySession  *session)
{
  if (!g_set_object (&self->session, session))
    return;

  outlay_futures_progress_set_session (OUTLAY_FUTURES_PROGRESS (self->progress), session);
  update_watch (self);

  g_signal_group_set_target (self->session_signals, session);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
  refresh (self);
}

static void
set_flag (OutlayCostPage *self,
          gboolean       *flag,
          gboolean        value,
          guint           prop_id)
{
  if (*flag == value)
    return;

  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop_id]);
  refresh (self);
}

static void
outlay_cost_page_dispose (GObject *object)
{
  OutlayCostPage *self = OUTLAY_COST_PAGE (object);

  g_clear_object (&self->session_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_COST_PAGE);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (outlay_cost_page_parent_class)->dispose (object);

  update_watch (self);
}

static void
outlay_cost_page_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  OutlayCostPage *self = OUTLAY_COST_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_CUMULATIVE:
      g_value_set_boolean (value, self->cumulative);
      break;
    case PROP_LOGARITHMIC:
      g_value_set_boolean (value, self->logarithmic);
      break;
    case PROP_ALL_MONTHS:
      g_value_set_boolean (value, self->all_months);
      break;
    case PROP_BANDS:
      g_value_set_static_string (value, band_names[self->bands]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_cost_page_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  OutlayCostPage *self = OUTLAY_COST_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_CUMULATIVE:
      set_flag (self, &self->cumulative, g_value_get_boolean (value), prop_id);
      break;
    case PROP_LOGARITHMIC:
      set_flag (self, &self->logarithmic, g_value_get_boolean (value), prop_id);
      break;
    case PROP_ALL_MONTHS:
      set_flag (self, &self->all_months, g_value_get_boolean (value), prop_id);
      break;
    case PROP_BANDS:
      set_bands (self, g_value_get_string (value));
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
   * OutlayCostPage:session:
   *
   * Whose costs are shown.
   */
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OUTLAY_TYPE_SESSION, flags);

  /**
   * OutlayCostPage:cumulative:
   *
   * Whether months are added up.
   */
  props[PROP_CUMULATIVE] = g_param_spec_boolean ("cumulative", NULL, NULL, FALSE, flags);

  /**
   * OutlayCostPage:logarithmic:
   *
   * Whether the axis of money is logarithmic.
   */
  props[PROP_LOGARITHMIC] = g_param_spec_boolean ("logarithmic", NULL, NULL, FALSE, flags);

  /**
   * OutlayCostPage:all-months:
   *
   * Whether the table has a column for each month.
   */
  props[PROP_ALL_MONTHS] = g_param_spec_boolean ("all-months", NULL, NULL, FALSE, flags);

  /**
   * OutlayCostPage:bands:
   *
   * Whose futures are shaded: `focus`, `all` or `none`.
   */
  props[PROP_BANDS] = g_param_spec_string ("bands", NULL, NULL, "none", flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "cost.cumulative", "cumulative");
  gtk_widget_class_install_property_action (widget_class, "cost.logarithmic", "logarithmic");
  gtk_widget_class_install_property_action (widget_class, "cost.all-months", "all-months");
  gtk_widget_class_install_property_action (widget_class, "cost.bands", "bands");
  gtk_widget_class_install_action (widget_class, "cost.show-all", NULL, on_show_all);
  gtk_widget_class_install_action (widget_class, "cost.add-option", NULL, on_add_option);
  gtk_widget_class_install_action (widget_class, "cost.copy", NULL, on_copy);
}

static void
outlay_cost_page_class_init (OutlayCostPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_cost_page_dispose;
  object_class->get_property = outlay_cost_page_get_property;
  object_class->set_property = outlay_cost_page_set_property;
  widget_class->map = outlay_cost_page_map;
  widget_class->unmap = outlay_cost_page_unmap;

  install_properties (object_class);
  install_actions (widget_class);

  g_type_ensure (OUTLAY_TYPE_CHART_VIEW);
  g_type_ensure (OUTLAY_TYPE_PAGE_HEADING);
  g_type_ensure (OUTLAY_TYPE_COST_TABLE);
  g_type_ensure (OUTLAY_TYPE_FUTURES_PROGRESS);
  g_type_ensure (OUTLAY_TYPE_READOUT_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/cost-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayCostPage, heading);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostPage, view_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostPage, view_menu);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostPage, strip);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostPage, progress);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostPage, stack);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostPage, chart);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostPage, notice);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostPage, show_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostPage, table_card);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostPage, table);
  gtk_widget_class_set_css_name (widget_class, "costpage");
}

static void
outlay_cost_page_init (OutlayCostPage *self)
{
  self->session_signals = g_signal_group_new (OUTLAY_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "estimated",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "simulated",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "view-changed",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_set_tooltip (GTK_WIDGET (self->view_button), _("View"));
  outlay_late_menu_set (self->view_button, self->view_menu);
  self->bands = OUTLAY_CHART_BANDS_NONE;

  self->settings = g_settings_new (OUTLAY_APPLICATION_ID);
  g_settings_bind (self->settings, "cumulative", self, "cumulative", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "logarithmic", self, "logarithmic", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "bands", self, "bands", G_SETTINGS_BIND_DEFAULT);
}
