/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "work-panel.h"

#include "control-row.h"
#include "dial.h"
#include "evidence-button.h"
#include "figure-format.h"
#include "mix-editor.h"
#include "paths.h"
#include "steady-label.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * OutlayWorkPanel:
 *
 * What is worked on, and how much talk a task takes: the turns, with what they
 * mean at each level of expertise, at the start and once all is learnt; and the
 * task mix.
 */
struct _OutlayWorkPanel
{
  OutlayPanel           parent_instance;

  OutlayDial           *turns_dial;
  OutlaySteadyLabel    *novice_label;
  OutlaySteadyLabel    *intermediate_label;
  OutlaySteadyLabel    *expert_label;
  OutlayEvidenceButton *mix_evidence;
  GtkToggleButton      *unfold_button;
  OutlayMixEditor      *mix_editor;
};

G_DEFINE_FINAL_TYPE (OutlayWorkPanel, outlay_work_panel, OUTLAY_TYPE_PANEL)

static char *
format_turns (const OutlayScenario *scenario,
              double                factor)
{
  /* A task takes a turn at least (METHOD section 4). */
  double turns = MAX (1, scenario->turns * factor);
  gboolean whole = turns >= 9.95 || fabs (turns - round (turns)) < 0.05;

  return outlay_figure_format_number (turns, whole ? 0 : 1);
}

static void
show_level (OutlaySteadyLabel    *label,
            const OutlayScenario *scenario,
            OutlayLevelId         id,
            const char           *path)
{
  const OutlayLevel *level = &scenario->expertise[id];
  g_autofree char *start = format_turns (scenario, level->turns.start);
  g_autofree char *learnt = format_turns (scenario, level->turns.end);
  g_autofree char *text = NULL;

  /* Translators: a level of expertise, its turns at the start and once learnt:
   * "Novice 7 → 4.5". Keep the mark-up; where text runs from right to left, turn
   * the arrow. */
  text = g_markup_printf_escaped (_("<span alpha=\"70%%\">%s</span> %s → %s"),
                                  _(outlay_input_find (path)->label), start, learnt);
  outlay_steady_label_set_markup (label, text);
}

static void
outlay_work_panel_changed (OutlayPanel   *panel,
                           OutlaySession *session)
{
  OutlayWorkPanel *self = OUTLAY_WORK_PANEL (panel);
  OutlayScenario *scenario = outlay_session_get_scenario (session);

  outlay_dial_set_session (self->turns_dial, session);
  outlay_evidence_button_set_session (self->mix_evidence, session);
  outlay_mix_editor_set_session (self->mix_editor, session);

  show_level (self->novice_label, scenario, OUTLAY_LEVEL_NOVICE, "expertise.novice");
  show_level (self->intermediate_label, scenario, OUTLAY_LEVEL_INTERMEDIATE,
              "expertise.intermediate");
  show_level (self->expert_label, scenario, OUTLAY_LEVEL_EXPERT, "expertise.expert");
  outlay_mix_editor_update (self->mix_editor);
}

static void
on_unfolded (OutlayWorkPanel *self)
{
  outlay_mix_editor_set_unfolded (self->mix_editor,
                                  gtk_toggle_button_get_active (self->unfold_button));
}

static void
outlay_work_panel_dispose (GObject *object)
{
  G_OBJECT_CLASS (outlay_work_panel_parent_class)->dispose (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_WORK_PANEL);
}

static void
outlay_work_panel_class_init (OutlayWorkPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_work_panel_dispose;
  OUTLAY_PANEL_CLASS (klass)->changed = outlay_work_panel_changed;

  g_type_ensure (OUTLAY_TYPE_CONTROL_ROW);
  g_type_ensure (OUTLAY_TYPE_DIAL);
  g_type_ensure (OUTLAY_TYPE_MIX_EDITOR);
  g_type_ensure (OUTLAY_TYPE_STEADY_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/work-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayWorkPanel, turns_dial);
  gtk_widget_class_bind_template_child (widget_class, OutlayWorkPanel, novice_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayWorkPanel, intermediate_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayWorkPanel, expert_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayWorkPanel, mix_evidence);
  gtk_widget_class_bind_template_child (widget_class, OutlayWorkPanel, unfold_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayWorkPanel, mix_editor);
  gtk_widget_class_bind_template_callback (widget_class, on_unfolded);
}

static void
outlay_work_panel_init (OutlayWorkPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_evidence_button_set_path (self->mix_evidence, "tasks[].share", _("Task mix"));
}
