/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-forecast.h"

#include "page-heading.h"
#include "usage-months.h"
#include "usage-save.h"
#include "widgets/figure-table.h"
#include "widgets/sentence.h"
#include "widgets/waterfall-view.h"

#include <glib/gi18n.h>

/**
 * OutlayUsageForecast:
 *
 * The months that have happened against the forecast of the option in focus: what the
 * gap is made of, month by month, and what it says about the rest of the period.
 *
 * # Actions
 *
 * - `forecast.copy`: copy the table as CSV
 * - `forecast.save`: save it as CSV
 *
 * # Keys
 *
 * Ctrl+C copies the table.
 */
struct _OutlayUsageForecast
{
  OutlayUsageSection   parent_instance;

  OutlayUsageActuals  *data; /* or NULL */

  OutlayPageHeading   *heading;
  OutlayWaterfallView *chart;
  GtkWidget           *details;
  OutlayFigureTable   *table;
  GtkLabel            *outlook_label;
  GtkLabel            *test_label;
  GtkLabel            *error_label;
};

G_DEFINE_FINAL_TYPE (OutlayUsageForecast, outlay_usage_forecast, OUTLAY_TYPE_USAGE_SECTION)

/* Showing */

static char *
describe_option (const OutlayUsageActuals *data)
{
  if (data->months->len == 0)
    return g_strdup (_("The ledger has no run in its months. A scenario begins with the month "
                       "that its first panel says."));

  /* Translators: %s is an option */
  return g_strdup_printf (_("The work at API prices, as forecast for %s, the option in focus, "
                            "against list prices of what was used, in US dollars."),
                          data->option->option->name);
}

static void
show_data (OutlayUsageForecast *self)
{
  const OutlayUsageActuals *data = self->data;
  gboolean has_months = data != NULL && data->months->len > 0;
  g_autofree char *title = data != NULL ? outlay_usage_actuals_find (data)
                                        : g_strdup (_("The option in focus cannot be estimated"));
  g_autofree char *subtitle = data != NULL ? describe_option (data) : g_strdup ("");

  outlay_page_heading_set_title (self->heading, title);
  outlay_page_heading_set_subtitle (self->heading, subtitle);
  outlay_waterfall_view_set_chart (self->chart, has_months ? &data->chart : NULL, "USD");
  gtk_widget_set_visible (GTK_WIDGET (self->chart), has_months);
  gtk_widget_set_visible (self->details, has_months);
  if (has_months)
    {
      g_autofree char *outlook = outlay_usage_actuals_describe_outlook (data);
      g_autofree char *test = outlay_usage_actuals_describe_test (data);

      outlay_figure_table_set_sheet (self->table, data->sheet);
      outlay_label_set_sentence (self->outlook_label, outlook);
      outlay_label_set_sentence (self->test_label, test);
    }
}

/* Asking */

static gpointer
ask (OutlayLedger  *ledger,
     gpointer       data,
     GError       **error)
{
  const OutlayUsageRequest *request = data;

  return outlay_usage_actuals_new (ledger, request->scenario, request->option,
                                   outlay_usage_get_today (), error);
}

static void
free_data (gpointer data)
{
  outlay_usage_actuals_free (data);
}

static void
on_answered (GObject      *store,
             GAsyncResult *result,
             gpointer      user_data)
{
  OutlayUsageForecast *self = user_data;
  g_autoptr (OutlayUsageActuals) previous = NULL;
  gpointer data;

  if (!outlay_usage_section_take_answer (self, result, &data))
    return;

  previous = g_steal_pointer (&self->data);
  self->data = data;
  show_data (self);
}

static void
outlay_usage_forecast_refresh (OutlayUsageSection *section,
                               GCancellable       *cancellable)
{
  outlay_usage_section_ask (section, cancellable, (OutlayPeriod) { 0, 0 }, ask, free_data,
                            on_answered);
}

/* Actions */

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  OutlayUsageForecast *self = OUTLAY_USAGE_FORECAST (widget);
  g_autofree char *text = NULL;

  if (self->data == NULL)
    return;

  text = outlay_usage_actuals_to_csv (self->data);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  OutlayUsageForecast *self = OUTLAY_USAGE_FORECAST (widget);

  if (self->data != NULL)
    outlay_usage_save_csv (widget, _("Save the Table"), "forecast-against-actual.csv",
                           outlay_usage_actuals_to_csv (self->data));
}

/* The object */

static void
outlay_usage_forecast_dispose (GObject *object)
{
  OutlayUsageForecast *self = OUTLAY_USAGE_FORECAST (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_USAGE_FORECAST);
  g_clear_pointer (&self->data, outlay_usage_actuals_free);

  G_OBJECT_CLASS (outlay_usage_forecast_parent_class)->dispose (object);
}

static void
outlay_usage_forecast_class_init (OutlayUsageForecastClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_usage_forecast_dispose;
  OUTLAY_USAGE_SECTION_CLASS (klass)->refresh = outlay_usage_forecast_refresh;

  gtk_widget_class_install_action (widget_class, "forecast.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "forecast.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "forecast.copy", NULL);

  g_type_ensure (OUTLAY_TYPE_FIGURE_TABLE);
  g_type_ensure (OUTLAY_TYPE_PAGE_HEADING);
  g_type_ensure (OUTLAY_TYPE_WATERFALL_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/usage-forecast.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageForecast, heading);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageForecast, chart);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageForecast, details);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageForecast, table);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageForecast, outlook_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageForecast, test_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageForecast, error_label);
  gtk_widget_class_set_css_name (widget_class, "usageforecast");
}

static void
outlay_usage_forecast_init (OutlayUsageForecast *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_usage_section_set_error_label (OUTLAY_USAGE_SECTION (self), self->error_label);
}

const OutlayUsageActuals *
outlay_usage_forecast_get_data (OutlayUsageForecast *self)
{
  g_return_val_if_fail (OUTLAY_IS_USAGE_FORECAST (self), NULL);

  return self->data;
}
