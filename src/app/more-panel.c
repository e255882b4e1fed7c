/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "more-panel.h"

#include "adoption-dials.h"
#include "announced-row.h"
#include "choice-names.h"
#include "curve-sample.h"
#include "figure-format.h"
#include "fold-row.h"
#include "input-box.h"
#include "late-bin.h"
#include "learning.h"
#include "learning-dials.h"
#include "limit-dials.h"
#include "more-words.h"
#include "paths.h"
#include "people.h"
#include "task-editor.h"

#include <glib/gi18n.h>
#include <math.h>

/* As many months as a scenario can have. */
#define MAX_MONTHS 60

/**
 * OutlayMorePanel:
 *
 * The dials that rarely decide the answer, each group a row that tells how it
 * stands and unfolds in place, from people to money: learning and adoption, with
 * their curves drawn small, at first, limits and money near the end. What is
 * folded is made on demand.
 */
struct _OutlayMorePanel
{
  OutlayPanel        parent_instance;

  OutlayFoldRow     *learning_row;
  OutlayCurveSample *learning_sample;
  OutlayFoldRow     *adoption_row;
  OutlayCurveSample *adoption_sample;
  OutlayFoldRow     *limits_row;
};

G_DEFINE_FINAL_TYPE (OutlayMorePanel, outlay_more_panel, OUTLAY_TYPE_PANEL)

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
}

static void
outlay_more_panel_update_adoption (OutlayMorePanel      *self,
                                   const OutlayScenario *scenario)
{
  const OutlayAdoption *adoption = &scenario->adoption;
  guint n_values = (guint) CLAMP (scenario->months, 1, MAX_MONTHS);
  double values[MAX_MONTHS];
  g_autofree char *summary = NULL;

  for (guint i = 0; i < n_values; i++)
    values[i] = outlay_adoption_share (adoption, (int) i + 1, 1);
  outlay_curve_sample_set_values (self->adoption_sample, values, n_values, 1);

  summary = outlay_adoption_describe (adoption, values[0], values[n_values - 1]);
  outlay_fold_row_set_summary (self->adoption_row, summary);
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

  outlay_more_panel_update_learning (self, scenario);
  outlay_more_panel_update_adoption (self, scenario);
  outlay_more_panel_update_limits (self, scenario);
  outlay_more_panel_update_groups (self, scenario);
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

  g_type_ensure (OUTLAY_TYPE_CURVE_SAMPLE);
  g_type_ensure (OUTLAY_TYPE_FOLD_ROW);
  g_type_ensure (OUTLAY_TYPE_ADOPTION_DIALS);
  g_type_ensure (OUTLAY_TYPE_INPUT_BOX);
  g_type_ensure (OUTLAY_TYPE_LATE_BIN);
  g_type_ensure (OUTLAY_TYPE_LEARNING_DIALS);
  g_type_ensure (OUTLAY_TYPE_LIMIT_DIALS);
  g_type_ensure (OUTLAY_TYPE_TASK_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/more-panel.ui");
  BIND (learning_row);
  BIND (learning_sample);
  BIND (adoption_row);
  BIND (adoption_sample);
  BIND (limits_row);
  for (guint i = 0; i < n_groups; i++)
    gtk_widget_class_bind_template_child_full (widget_class, groups[i].row, FALSE, 0);
}

static void
outlay_more_panel_init (OutlayMorePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
