/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "more-panel.h"

#include "announced-row.h"

#include "adoption-months.h"
#include "choice-list.h"
#include "choice-names.h"
#include "curve-sample.h"
#include "dial.h"
#include "dial-name.h"
#include "drop-down-label.h"
#include "figure-format.h"
#include "fold-row.h"
#include "input-box.h"
#include "learning.h"
#include "month-format.h"
#include "more-words.h"
#include "number-field.h"
#include "paths.h"
#include "people.h"
#include "task-editor.h"

#include <glib/gi18n.h>
#include <math.h>

#define MONTHS_A_YEAR 12
#define FIRST_YEAR 2000
#define LAST_YEAR 2199

/* ISO 4217: three capital letters. */
#define CODE_LENGTH 3

/* As many months as a scenario can have. */
#define MAX_MONTHS 60

/**
 * OutlayMorePanel:
 *
 * The dials that rarely decide the answer, each group a row that tells how it
 * stands and unfolds in place, from people to money: learning and adoption, with
 * their curves drawn small, at first, limits and money near the end. What is
 * folded is mostly made on demand.
 */
struct _OutlayMorePanel
{
  OutlayPanel        parent_instance;

  OutlayFoldRow     *learning_row;
  OutlayCurveSample *learning_sample;
  GtkDropDown       *curve;
  OutlayDial        *learning_months_dial;

  OutlayFoldRow     *adoption_row;
  OutlayCurveSample *adoption_sample;
  GtkDropDown       *shape;
  OutlayDial        *from_dial;
  OutlayDial        *to_dial;
  OutlayDial        *ramp_dial;

  OutlayFoldRow     *limits_row;
  GtkDropDown       *start_month;
  OutlayNumberField *start_year;
  OutlayDial        *months_dial;
  OutlayDial        *days_dial;
  OutlayDial        *cap_dial;
  OutlayDial        *attempts_dial;
  OutlayDial        *budget_dial;
  GtkEditable       *currency;
  GtkWidget         *currency_problem;
  OutlayDial        *rate_dial;

  gboolean           updating;
};

G_DEFINE_FINAL_TYPE (OutlayMorePanel, outlay_more_panel, OUTLAY_TYPE_PANEL)

static OutlayScenario *
outlay_more_panel_get_scenario (OutlayMorePanel *self)
{
  return outlay_session_get_scenario (outlay_panel_get_session (OUTLAY_PANEL (self)));
}

static OutlayScenario *
outlay_more_panel_begin_edit (OutlayMorePanel *self)
{
  return outlay_session_begin_edit (outlay_panel_get_session (OUTLAY_PANEL (self)));
}

static void
outlay_more_panel_commit (OutlayMorePanel *self,
                          OutlayScenario  *draft,
                          const char      *name,
                          const char      *gesture)
{
  outlay_session_commit_edit (outlay_panel_get_session (OUTLAY_PANEL (self)),
                              draft, name, gesture);
}

static void
on_settled (OutlayMorePanel *self)
{
  outlay_session_end_gesture (outlay_panel_get_session (OUTLAY_PANEL (self)));
}

static void
on_curve_selected (OutlayMorePanel *self)
{
  OutlayScenario *draft;

  if (self->updating)
    return;

  draft = outlay_more_panel_begin_edit (self);
  draft->learning.curve = (OutlayLearningCurve) gtk_drop_down_get_selected (self->curve);
  outlay_more_panel_commit (self, draft, _("Learning"), NULL);
}

/* The months of a "custom" adoption that a file brought are read off where a
 * ramp has to take their place, and written down where they are wanted. */
static void
on_shape_selected (OutlayMorePanel *self)
{
  OutlayScenario *draft;
  OutlayAdoption *adoption;
  OutlayAdoption before;

  if (self->updating)
    return;

  draft = outlay_more_panel_begin_edit (self);
  adoption = &draft->adoption;
  before = *adoption;
  adoption->shape = (OutlayAdoptionShape) gtk_drop_down_get_selected (self->shape);

  if (before.shape == OUTLAY_ADOPTION_CUSTOM)
    {
      adoption->from = outlay_adoption_share (&before, 1, 1);
      adoption->to = outlay_adoption_share (&before, (int) before.n_shares, 1);
      adoption->months = before.n_shares;
    }
  if (adoption->shape == OUTLAY_ADOPTION_CUSTOM)
    {
      adoption->n_shares = (guint) MAX (1, before.months);
      adoption->shares = outlay_pool_alloc0 (draft->pool, adoption->n_shares,
                                             sizeof *adoption->shares);
      for (guint i = 0; i < adoption->n_shares; i++)
        adoption->shares[i] = outlay_adoption_share (&before, (int) i + 1, 1);
    }
  outlay_more_panel_commit (self, draft, _("Adoption"), NULL);
}

static void
outlay_more_panel_set_start (OutlayMorePanel *self,
                             int              year,
                             int              month)
{
  OutlayScenario *draft = outlay_more_panel_begin_edit (self);

  draft->start = year * MONTHS_A_YEAR + month;
  outlay_more_panel_commit (self, draft, _("First month"), "start");
}

static void
on_start_month_selected (OutlayMorePanel *self)
{
  if (self->updating)
    return;

  outlay_more_panel_set_start (self, outlay_more_panel_get_scenario (self)->start / MONTHS_A_YEAR,
                               (int) gtk_drop_down_get_selected (self->start_month));
  on_settled (self);
}

static void
on_start_year_edited (OutlayMorePanel *self,
                      double           year)
{
  outlay_more_panel_set_start (self, (int) year,
                               outlay_more_panel_get_scenario (self)->start % MONTHS_A_YEAR);
}

static gboolean
is_currency_code (const char *text)
{
  for (guint i = 0; i < CODE_LENGTH; i++)
    if (!g_ascii_isalpha (text[i]))
      return FALSE;

  return text[CODE_LENGTH] == '\0';
}

static void
on_currency_typed (OutlayMorePanel *self)
{
  const char *text = gtk_editable_get_text (self->currency);
  gboolean valid = is_currency_code (text);
  g_autofree char *code = NULL;
  OutlayScenario *draft;

  if (self->updating)
    return;

  gtk_widget_set_visible (self->currency_problem, !valid);
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->currency), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->currency), "error");
  if (!valid)
    return;

  code = g_ascii_strup (text, -1);
  draft = outlay_more_panel_begin_edit (self);
  draft->currency.code = outlay_pool_strdup (draft->pool, code);
  outlay_more_panel_commit (self, draft, _("Currency"), "currency.code");
}

static void
outlay_more_panel_update_learning (OutlayMorePanel      *self,
                                   const OutlayScenario *scenario)
{
  const OutlayLearning *learning = &scenario->learning;
  guint n_values = (guint) CLAMP (learning->months, 2, MAX_MONTHS);
  double values[MAX_MONTHS];
  g_autofree char *months = outlay_figure_format_number ((double) learning->months, 0);
  const char *name = outlay_choice_get_name (outlay_input_find ("learning.curve"),
                                             learning->curve);
  g_autofree char *summary = NULL;

  for (guint i = 0; i < n_values; i++)
    values[i] = outlay_learning_progress (learning, (int) i + 1);
  outlay_curve_sample_set_values (self->learning_sample, values, n_values, 1);

  if (learning->curve == OUTLAY_LEARNING_FLAT)
    summary = g_strdup (name);
  else
    /* Translators: a learning curve and its length: "logistic, 7 months" */
    summary = g_strdup_printf (ngettext ("%s, %s month", "%s, %s months",
                                         (gulong) learning->months), name, months);
  outlay_fold_row_set_summary (self->learning_row, summary);
  gtk_drop_down_set_selected (self->curve, learning->curve);
  gtk_widget_set_visible (GTK_WIDGET (self->learning_months_dial),
                          learning->curve != OUTLAY_LEARNING_FLAT);
}

static void
outlay_more_panel_update_adoption (OutlayMorePanel      *self,
                                   const OutlayScenario *scenario)
{
  const OutlayAdoption *adoption = &scenario->adoption;
  guint n_values = (guint) CLAMP (scenario->months, 1, MAX_MONTHS);
  double values[MAX_MONTHS];
  gboolean ramp = adoption->shape == OUTLAY_ADOPTION_LINEAR ||
                  adoption->shape == OUTLAY_ADOPTION_LOGISTIC;
  g_autofree char *summary = NULL;

  for (guint i = 0; i < n_values; i++)
    values[i] = outlay_adoption_share (adoption, (int) i + 1, 1);
  outlay_curve_sample_set_values (self->adoption_sample, values, n_values, 1);

  summary = outlay_adoption_describe (adoption, values[0], values[n_values - 1]);
  outlay_fold_row_set_summary (self->adoption_row, summary);
  gtk_drop_down_set_selected (self->shape, adoption->shape);
  gtk_widget_set_visible (GTK_WIDGET (self->from_dial), ramp);
  gtk_widget_set_visible (GTK_WIDGET (self->ramp_dial), ramp);
  gtk_widget_set_visible (GTK_WIDGET (self->to_dial),
                          adoption->shape != OUTLAY_ADOPTION_CUSTOM);

  /* Shares never fall. */
  outlay_dial_set_limits (self->from_dial, NAN, adoption->to);
  outlay_dial_set_limits (self->to_dial, ramp ? adoption->from : NAN, NAN);
}

static void
outlay_more_panel_update_limits (OutlayMorePanel      *self,
                                 const OutlayScenario *scenario)
{
  g_autofree char *budget = NULL;
  g_autofree char *summary = NULL;

  if (isnan (scenario->budget))
    {
      summary = g_strdup (_("no budget"));
    }
  else
    {
      budget = outlay_figure_format_money (scenario->budget, scenario->currency.code);
      summary = g_strdup_printf (_("budget %s a month"), budget);
    }

  outlay_fold_row_set_summary (self->limits_row, summary);
  gtk_drop_down_set_selected (self->start_month, (guint) (scenario->start % MONTHS_A_YEAR));
  outlay_number_field_set_value (self->start_year, scenario->start / MONTHS_A_YEAR);
  if (g_ascii_strcasecmp (gtk_editable_get_text (self->currency),
                          scenario->currency.code) != 0)
    gtk_editable_set_text (self->currency, scenario->currency.code);
}

static void
outlay_more_panel_update_groups (OutlayMorePanel      *self,
                                 const OutlayScenario *scenario)
{
  guint n_groups;
  const OutlayGroupWords *groups = outlay_group_words_list (&n_groups);

  for (guint i = 0; i < n_groups; i++)
    {
      GObject *row = gtk_widget_get_template_child (GTK_WIDGET (self), OUTLAY_TYPE_MORE_PANEL,
                                                    groups[i].row);
      g_autofree char *words = groups[i].describe (scenario);

      outlay_fold_row_set_summary (OUTLAY_FOLD_ROW (row), words);
    }
}

static void
outlay_more_panel_changed (OutlayPanel   *panel,
                           OutlaySession *session)
{
  OutlayMorePanel *self = OUTLAY_MORE_PANEL (panel);
  OutlayScenario *scenario = outlay_session_get_scenario (session);
  OutlayDial * const dials[] = {
    self->learning_months_dial, self->from_dial, self->to_dial, self->ramp_dial,
    self->months_dial, self->days_dial, self->cap_dial, self->attempts_dial,
    self->budget_dial, self->rate_dial,
  };

  self->updating = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (dials); i++)
    outlay_dial_set_session (dials[i], session);
  outlay_more_panel_update_learning (self, scenario);
  outlay_more_panel_update_adoption (self, scenario);
  outlay_more_panel_update_limits (self, scenario);
  outlay_more_panel_update_groups (self, scenario);
  self->updating = FALSE;
}

/* Two digits say enough for a budget that is only a start. */
static double
round_to_two_digits (double value)
{
  double unit = pow (10, floor (log10 (value)) - 1);

  return round (value / unit) * unit;
}

/* A budget is switched on with the dearest month of the option in focus, so that
 * its line is in sight. */
static void
outlay_more_panel_estimated (OutlayPanel   *panel,
                             OutlaySession *session)
{
  OutlayMorePanel *self = OUTLAY_MORE_PANEL (panel);
  OutlayEstimate *estimate = outlay_session_get_estimate (session);
  const char *focus = outlay_session_get_focus (session);
  double dearest = 0;

  for (guint i = 0; estimate != NULL && i < estimate->n_options; i++)
    {
      const OutlayOptionEstimate *option = &estimate->options[i];

      if (option->error != NULL || g_strcmp0 (option->option->id, focus) != 0)
        continue;
      for (guint month = 0; month < estimate->n_months; month++)
        dearest = MAX (dearest, option->monthly[OUTLAY_FIGURE_COST][month]);
    }

  outlay_dial_set_start_value (self->budget_dial,
                               dearest > 0 ? round_to_two_digits (dearest) : 0);
}

static void
outlay_more_panel_dispose (GObject *object)
{
  G_OBJECT_CLASS (outlay_more_panel_parent_class)->dispose (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_MORE_PANEL);
}

#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, OutlayMorePanel, name)

static void
outlay_more_panel_class_init (OutlayMorePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  guint n_groups;
  const OutlayGroupWords *groups = outlay_group_words_list (&n_groups);

  G_OBJECT_CLASS (klass)->dispose = outlay_more_panel_dispose;
  g_type_ensure (OUTLAY_TYPE_ANNOUNCED_ROW);
  OUTLAY_PANEL_CLASS (klass)->changed = outlay_more_panel_changed;
  OUTLAY_PANEL_CLASS (klass)->estimated = outlay_more_panel_estimated;

  g_type_ensure (OUTLAY_TYPE_ADOPTION_MONTHS);
  g_type_ensure (OUTLAY_TYPE_CURVE_SAMPLE);
  g_type_ensure (OUTLAY_TYPE_DIAL);
  g_type_ensure (OUTLAY_TYPE_DIAL_NAME);
  g_type_ensure (OUTLAY_TYPE_FOLD_ROW);
  g_type_ensure (OUTLAY_TYPE_INPUT_BOX);
  g_type_ensure (OUTLAY_TYPE_NUMBER_FIELD);
  g_type_ensure (OUTLAY_TYPE_TASK_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/more-panel.ui");
  BIND (learning_row);
  BIND (learning_sample);
  BIND (curve);
  BIND (learning_months_dial);
  BIND (adoption_row);
  BIND (adoption_sample);
  BIND (shape);
  BIND (from_dial);
  BIND (to_dial);
  BIND (ramp_dial);
  BIND (limits_row);
  BIND (start_month);
  BIND (start_year);
  BIND (months_dial);
  BIND (days_dial);
  BIND (cap_dial);
  BIND (attempts_dial);
  BIND (budget_dial);
  BIND (currency);
  BIND (currency_problem);
  BIND (rate_dial);
  for (guint i = 0; i < n_groups; i++)
    gtk_widget_class_bind_template_child_full (widget_class, groups[i].row, FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, on_curve_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_shape_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_start_month_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_start_year_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_currency_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_settled);
}

static GListModel *
new_month_names (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (int month = 0; month < MONTHS_A_YEAR; month++)
    {
      g_autofree char *name = outlay_month_format (FIRST_YEAR * MONTHS_A_YEAR + month,
                                                   OUTLAY_MONTH_STYLE_LONG_NAME);

      gtk_string_list_append (list, name);
    }

  return G_LIST_MODEL (list);
}

static void
outlay_more_panel_init (OutlayMorePanel *self)
{
  g_autoptr (GListModel) curves = outlay_choice_list_new ("learning.curve");
  g_autoptr (GListModel) shapes = outlay_choice_list_new ("adoption.shape");
  g_autoptr (GListModel) months = new_month_names ();

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->curve, curves);
  gtk_drop_down_set_model (self->shape, shapes);
  gtk_drop_down_set_model (self->start_month, months);
  outlay_drop_down_set_label (self->curve, _("Learning curve"));
  outlay_drop_down_set_label (self->shape, _("Shape of adoption"));
  outlay_drop_down_set_label (self->start_month, _("First month"));
  outlay_number_field_set_range (self->start_year, FIRST_YEAR, LAST_YEAR, 1, TRUE);
  outlay_number_field_set_label (self->start_year, _("Year"));
  self->updating = FALSE;
}
