/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-calibrate.h"

#include "figure-format.h"
#include "page-heading.h"
#include "usage-calibration.h"
#include "usage-roles.h"
#include "view-state.h"
#include "widgets/period-choice.h"
#include "widgets/sentence.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * OutlayUsageCalibrate:
 *
 * What the scenario says beside what the team does: each input that can be measured,
 * with its sample, its interval and its effect on the cost. What is ticked is taken
 * as one edit.
 *
 * # Actions
 *
 * - `calibrate.all`: tick all that can be taken
 * - `calibrate.take`: take what is ticked
 * - `calibrate.roles`: say who has which role
 */
struct _OutlayUsageCalibrate
{
  OutlayUsageSection      parent_instance;

  OutlayUsageCalibration *data;     /* or NULL */
  GPtrArray              *ticks;    /* (element-type GtkCheckButton): by row, some NULL */
  OutlayScenario         *preview;  /* with what is ticked, or NULL */
  GCancellable           *previewing;

  OutlayPageHeading      *heading;
  OutlayPeriodChoice     *period;
  GtkLabel               *error_label;
  AdwPreferencesGroup    *measured_group;
  GtkListBox             *measured_list;
  AdwPreferencesGroup    *little_group;
  GtkListBox             *little_list;
  GtkLabel               *total_label;
};

G_DEFINE_FINAL_TYPE (OutlayUsageCalibrate, outlay_usage_calibrate, OUTLAY_TYPE_USAGE_SECTION)

static OutlaySession *
get_session (OutlayUsageCalibrate *self)
{
  return outlay_usage_section_get_session (OUTLAY_USAGE_SECTION (self));
}

static GtkCheckButton *
get_tick (OutlayUsageCalibrate *self,
          guint                 row)
{
  return row < self->ticks->len ? g_ptr_array_index (self->ticks, row) : NULL;
}

static gboolean *
list_ticks (OutlayUsageCalibrate *self,
            guint                *n_ticks)
{
  gboolean *taken = g_new0 (gboolean, self->ticks->len + 1);

  *n_ticks = 0;
  for (guint i = 0; i < self->ticks->len; i++)
    if (get_tick (self, i) != NULL && gtk_check_button_get_active (get_tick (self, i)))
      {
        taken[i] = TRUE;
        (*n_ticks)++;
      }

  return taken;
}

/* What all that is ticked comes to */

static char *
format_change (OutlayUsageCalibrate *self,
               double                change)
{
  return outlay_figure_format_signed (
    change, outlay_figure_format_money (change, self->data->scenario->currency.code));
}

static void
show_total (OutlayUsageCalibrate *self,
            double                cost)
{
  const char *currency = self->data->scenario->currency.code;
  g_autofree char *before = outlay_figure_format_money (self->data->cost, currency);
  g_autofree char *after = outlay_figure_format_money (cost, currency);
  g_autofree char *change = format_change (self, cost - self->data->cost);
  /* Translators: the cost now, with the measured values, and the change */
  g_autofree char *text = g_strdup_printf (_("Together: %s becomes %s (%s)"), before, after,
                                           change);

  outlay_label_set_sentence (self->total_label, isnan (cost) ? "" : text);
}

static void
on_previewed (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  OutlayUsageCalibrate *self = user_data;
  g_autoptr (GError) error = NULL;
  double cost;
  OutlayScenario *preview = outlay_usage_calibration_take_finish (result, &cost, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (preview == NULL)
    {
      outlay_label_set_sentence (self->total_label, error->message);
      return;
    }

  self->preview = preview;
  show_total (self, cost);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calibrate.take", TRUE);
}

static void
drop_preview (OutlayUsageCalibrate *self)
{
  if (self->previewing != NULL)
    g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
  g_clear_pointer (&self->preview, outlay_scenario_unref);
}

static void
on_ticked (OutlayUsageCalibrate *self)
{
  guint n_ticks;
  g_autofree gboolean *taken = list_ticks (self, &n_ticks);

  drop_preview (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calibrate.take", FALSE);
  outlay_label_set_sentence (self->total_label, n_ticks == 0 ? _("Nothing is ticked.") : "");
  if (n_ticks == 0 || self->data == NULL)
    return;

  self->previewing = g_cancellable_new ();
  outlay_usage_calibration_take (self->data, g_steal_pointer (&taken), self->previewing,
                                 on_previewed, self);
}

/* Rows */

static GtkWidget *
create_row (const char *title,
            const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);

  return row;
}

static void
add_tick (OutlayUsageCalibrate *self,
          GtkWidget            *row,
          guint                 position,
          gboolean              is_ticked,
          double                effect)
{
  GtkWidget *tick = gtk_check_button_new ();
  g_autofree char *text = isnan (effect) ? g_strdup ("") : format_change (self, effect);
  GtkWidget *label = gtk_label_new (text);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), is_ticked);
  gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
  g_signal_connect_object (tick, "toggled", G_CALLBACK (on_ticked), self, G_CONNECT_SWAPPED);
  self->ticks->pdata[position] = tick;
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
add_input (OutlayUsageCalibrate *self,
           guint                 position,
           gboolean              is_ticked)
{
  g_autofree char *name = outlay_usage_calibration_name (self->data, position);
  g_autofree char *words = NULL;
  gboolean can_take;
  GtkWidget *widget;

  if (name == NULL)
    return;

  words = outlay_usage_calibration_describe (self->data, position);
  can_take = outlay_usage_calibration_can_take (self->data, position);
  widget = create_row (name, words);
  if (can_take)
    add_tick (self, widget, position, is_ticked, self->data->effects[position]);
  gtk_list_box_append (can_take ? self->measured_list : self->little_list, widget);
}

static void
add_mix (OutlayUsageCalibrate *self,
         const gboolean       *ticked)
{
  g_autofree char *words = outlay_usage_calibration_describe_mix (self->data);
  GtkWidget *widget = create_row (_("Mix of tasks, and its drift"), words);
  gboolean has_mix = self->data->calibration->with_mix != NULL;
  const GArray *rows = self->data->calibration->rows;
  guint position = 0;

  while (position + 1 < rows->len &&
         !outlay_calibration_is_mix (&g_array_index (rows, OutlayCalibrationRow, position)))
    position++;
  if (has_mix)
    add_tick (self, widget, position, ticked[position], self->data->mix_effect);
  gtk_list_box_append (has_mix ? self->measured_list : self->little_list, widget);
}

static guint
count_rows (GtkListBox *list)
{
  guint n_rows = 0;

  while (gtk_list_box_get_row_at_index (list, (int) n_rows) != NULL)
    n_rows++;

  return n_rows;
}

static void
show_heading (OutlayUsageCalibrate *self)
{
  guint n_measured = count_rows (self->measured_list);
  int option = outlay_scenario_find_option (self->data->scenario, self->data->option);
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u input can be measured", "%u inputs can be measured",
                               n_measured), n_measured);
  g_autofree char *subtitle =
    option >= 0
      /* Translators: %s is an option */
      ? g_strdup_printf (_("On the right: what each value alone changes in the period’s cost of "
                           "%s."), self->data->scenario->options[option].name)
      : g_strdup ("");

  outlay_page_heading_set_title (self->heading, n_measured > 0 ? title
                                 : _("There is too little data to measure anything yet"));
  outlay_page_heading_set_subtitle (self->heading, n_measured > 0 ? subtitle
                                    : _("Nothing is changed. Read more logs, or choose a longer "
                                        "period."));
  gtk_widget_set_visible (GTK_WIDGET (self->measured_group), n_measured > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->little_group), count_rows (self->little_list) > 0);
}

static void
show_data (OutlayUsageCalibrate *self)
{
  guint n_rows = self->data->calibration->rows->len;
  guint n_ticks;
  g_autofree gboolean *taken = list_ticks (self, &n_ticks);
  gboolean fits = self->ticks->len == n_rows;
  g_autofree gboolean *ticked = g_new0 (gboolean, n_rows + 1);

  for (guint i = 0; fits && i < n_rows; i++)
    ticked[i] = taken[i];

  clear_list (self->measured_list);
  clear_list (self->little_list);
  g_ptr_array_set_size (self->ticks, 0);
  g_ptr_array_set_size (self->ticks, (int) n_rows);
  for (guint i = 0; i < n_rows; i++)
    add_input (self, i, ticked[i]);
  add_mix (self, ticked);
  show_heading (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calibrate.roles",
                                 self->data->people->len > 0);
  on_ticked (self);
}

/* Asking */

static gpointer
ask (OutlayLedger  *ledger,
     gpointer       data,
     GError       **error)
{
  const OutlayUsageRequest *request = data;

  return outlay_usage_calibration_new (ledger, request->scenario, request->option,
                                       request->period, request->roles, error);
}

static void
free_data (gpointer data)
{
  outlay_usage_calibration_unref (data);
}

static void
on_answered (GObject      *store,
             GAsyncResult *result,
             gpointer      user_data)
{
  OutlayUsageCalibrate *self = user_data;
  gpointer data;

  if (!outlay_usage_section_take_answer (self, result, &data) || data == NULL)
    return;

  g_clear_pointer (&self->data, outlay_usage_calibration_unref);
  self->data = data;
  show_data (self);
}

static void
outlay_usage_calibrate_refresh (OutlayUsageSection *section,
                                GCancellable       *cancellable)
{
  OutlayUsageCalibrate *self = OUTLAY_USAGE_CALIBRATE (section);

  outlay_usage_section_ask (section, cancellable, outlay_period_choice_get (self->period), ask,
                            free_data, on_answered);
}

static void
outlay_usage_calibrate_set_days (OutlayUsageSection *section,
                                 int                 first,
                                 int                 last)
{
  outlay_period_choice_set_days (OUTLAY_USAGE_CALIBRATE (section)->period, first, last);
}

/* What is shown is of another scenario now, and must not be taken into this one. */
static void
outlay_usage_calibrate_follow (OutlayUsageSection *section)
{
  OutlayUsageCalibrate *self = OUTLAY_USAGE_CALIBRATE (section);

  drop_preview (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calibrate.take", FALSE);
}

/* Actions */

static void
all_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  OutlayUsageCalibrate *self = OUTLAY_USAGE_CALIBRATE (widget);

  for (guint i = 0; i < self->ticks->len; i++)
    if (get_tick (self, i) != NULL)
      gtk_check_button_set_active (get_tick (self, i), TRUE);
}

static void
on_roles_said (GtkWidget *section)
{
  outlay_usage_section_refresh (OUTLAY_USAGE_SECTION (section));
}

static void
roles_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  OutlayUsageCalibrate *self = OUTLAY_USAGE_CALIBRATE (widget);

  if (self->data != NULL && self->data->people->len > 0)
    outlay_usage_roles_ask (widget, self->data->scenario, self->data->people, on_roles_said);
}

static void
take_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  OutlayUsageCalibrate *self = OUTLAY_USAGE_CALIBRATE (widget);
  OutlaySession *session = get_session (self);

  if (self->preview == NULL || self->data->scenario != outlay_session_get_scenario (session))
    return;

  outlay_session_end_gesture (session);
  outlay_session_commit_edit (session, g_steal_pointer (&self->preview), _("Measured Values"),
                              NULL);
  for (guint i = 0; i < self->ticks->len; i++)
    if (get_tick (self, i) != NULL)
      gtk_check_button_set_active (get_tick (self, i), FALSE);
}

/* The object */

static void
outlay_usage_calibrate_dispose (GObject *object)
{
  OutlayUsageCalibrate *self = OUTLAY_USAGE_CALIBRATE (object);

  drop_preview (self);
  g_clear_pointer (&self->data, outlay_usage_calibration_unref);
  g_clear_pointer (&self->ticks, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_USAGE_CALIBRATE);

  G_OBJECT_CLASS (outlay_usage_calibrate_parent_class)->dispose (object);
}

static void
outlay_usage_calibrate_class_init (OutlayUsageCalibrateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_usage_calibrate_dispose;
  OUTLAY_USAGE_SECTION_CLASS (klass)->refresh = outlay_usage_calibrate_refresh;
  OUTLAY_USAGE_SECTION_CLASS (klass)->set_days = outlay_usage_calibrate_set_days;
  OUTLAY_USAGE_SECTION_CLASS (klass)->follow = outlay_usage_calibrate_follow;

  gtk_widget_class_install_action (widget_class, "calibrate.all", NULL, all_action);
  gtk_widget_class_install_action (widget_class, "calibrate.roles", NULL, roles_action);
  gtk_widget_class_install_action (widget_class, "calibrate.take", NULL, take_action);

  g_type_ensure (OUTLAY_TYPE_PAGE_HEADING);
  g_type_ensure (OUTLAY_TYPE_PERIOD_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/usage-calibrate.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageCalibrate, heading);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageCalibrate, period);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageCalibrate, error_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageCalibrate, measured_group);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageCalibrate, measured_list);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageCalibrate, little_group);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageCalibrate, little_list);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageCalibrate, total_label);
  gtk_widget_class_bind_template_callback (widget_class, outlay_usage_section_refresh);
  gtk_widget_class_set_css_name (widget_class, "usagecalibrate");
}

static void
outlay_usage_calibrate_init (OutlayUsageCalibrate *self)
{
  self->ticks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_usage_section_set_error_label (OUTLAY_USAGE_SECTION (self), self->error_label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calibrate.take", FALSE);
}
