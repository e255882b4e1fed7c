/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "learning-dials.h"

#include "break-box.h"
#include "choice-list.h"
#include "dial.h"
#include "dial-name.h"
#include "drop-down-label.h"

#include <glib/gi18n.h>

/**
 * OutlayLearningDials:
 *
 * How people learn: the curve, and how long it takes.
 */
struct _OutlayLearningDials
{
  OutlayPanel  parent_instance;

  GtkDropDown *curve;
  OutlayDial  *learning_months_dial;

  gboolean     updating;
};

G_DEFINE_FINAL_TYPE (OutlayLearningDials, outlay_learning_dials, OUTLAY_TYPE_PANEL)

static void
on_curve_selected (OutlayLearningDials *self)
{
  OutlaySession *session = outlay_panel_get_session (OUTLAY_PANEL (self));
  OutlayScenario *draft;

  if (self->updating)
    return;

  draft = outlay_session_begin_edit (session);
  draft->learning.curve = (OutlayLearningCurve) gtk_drop_down_get_selected (self->curve);
  outlay_session_commit_edit (session, draft, _("Learning"), NULL);
}

static void
outlay_learning_dials_changed (OutlayPanel   *panel,
                               OutlaySession *session)
{
  OutlayLearningDials *self = OUTLAY_LEARNING_DIALS (panel);
  const OutlayLearning *learning = &outlay_session_get_scenario (session)->learning;

  outlay_dial_set_session (self->learning_months_dial, session);
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->curve, learning->curve);
  self->updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->learning_months_dial),
                          learning->curve != OUTLAY_LEARNING_FLAT);
}

static void
outlay_learning_dials_dispose (GObject *object)
{
  G_OBJECT_CLASS (outlay_learning_dials_parent_class)->dispose (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_LEARNING_DIALS);
}

#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, OutlayLearningDials, name)

static void
outlay_learning_dials_class_init (OutlayLearningDialsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_learning_dials_dispose;
  OUTLAY_PANEL_CLASS (klass)->changed = outlay_learning_dials_changed;

  g_type_ensure (OUTLAY_TYPE_BREAK_BOX);
  g_type_ensure (OUTLAY_TYPE_DIAL);
  g_type_ensure (OUTLAY_TYPE_DIAL_NAME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/learning-dials.ui");
  BIND (curve);
  BIND (learning_months_dial);
  gtk_widget_class_bind_template_callback (widget_class, on_curve_selected);
}

static void
outlay_learning_dials_init (OutlayLearningDials *self)
{
  g_autoptr (GListModel) curves = outlay_choice_list_new ("learning.curve");

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->curve, curves);
  outlay_drop_down_set_label (self->curve, _("Learning curve"));
  self->updating = FALSE;
}
