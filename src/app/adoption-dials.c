/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "adoption-dials.h"

#include "adoption-months.h"
#include "break-box.h"
#include "choice-list.h"
#include "dial.h"
#include "dial-name.h"
#include "drop-down-label.h"
#include "people.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * OutlayAdoptionDials:
 *
 * How many people use the assistants by and by: a shape and its numbers, or a share
 * for each month.
 */
struct _OutlayAdoptionDials
{
  OutlayPanel  parent_instance;

  GtkDropDown *shape;
  OutlayDial  *from_dial;
  OutlayDial  *to_dial;
  OutlayDial  *ramp_dial;

  gboolean     updating;
};

G_DEFINE_FINAL_TYPE (OutlayAdoptionDials, outlay_adoption_dials, OUTLAY_TYPE_PANEL)

/* The months of a "custom" adoption that a file brought are read off where a
 * ramp has to take their place, and written down where they are wanted. */
static void
on_shape_selected (OutlayAdoptionDials *self)
{
  OutlaySession *session = outlay_panel_get_session (OUTLAY_PANEL (self));
  OutlayScenario *draft;
  OutlayAdoption *adoption;
  OutlayAdoption before;

  if (self->updating)
    return;

  draft = outlay_session_begin_edit (session);
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
  outlay_session_commit_edit (session, draft, _("Adoption"), NULL);
}

static void
outlay_adoption_dials_changed (OutlayPanel   *panel,
                               OutlaySession *session)
{
  OutlayAdoptionDials *self = OUTLAY_ADOPTION_DIALS (panel);
  const OutlayAdoption *adoption = &outlay_session_get_scenario (session)->adoption;
  gboolean ramp = adoption->shape == OUTLAY_ADOPTION_LINEAR ||
                  adoption->shape == OUTLAY_ADOPTION_LOGISTIC;

  outlay_dial_set_session (self->from_dial, session);
  outlay_dial_set_session (self->to_dial, session);
  outlay_dial_set_session (self->ramp_dial, session);

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->shape, adoption->shape);
  self->updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->from_dial), ramp);
  gtk_widget_set_visible (GTK_WIDGET (self->ramp_dial), ramp);
  gtk_widget_set_visible (GTK_WIDGET (self->to_dial),
                          adoption->shape != OUTLAY_ADOPTION_CUSTOM);

  /* Shares never fall. */
  outlay_dial_set_limits (self->from_dial, NAN, adoption->to);
  outlay_dial_set_limits (self->to_dial, ramp ? adoption->from : NAN, NAN);
}

static void
outlay_adoption_dials_dispose (GObject *object)
{
  G_OBJECT_CLASS (outlay_adoption_dials_parent_class)->dispose (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_ADOPTION_DIALS);
}

#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, OutlayAdoptionDials, name)

static void
outlay_adoption_dials_class_init (OutlayAdoptionDialsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_adoption_dials_dispose;
  OUTLAY_PANEL_CLASS (klass)->changed = outlay_adoption_dials_changed;

  g_type_ensure (OUTLAY_TYPE_ADOPTION_MONTHS);
  g_type_ensure (OUTLAY_TYPE_BREAK_BOX);
  g_type_ensure (OUTLAY_TYPE_DIAL);
  g_type_ensure (OUTLAY_TYPE_DIAL_NAME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/adoption-dials.ui");
  BIND (shape);
  BIND (from_dial);
  BIND (to_dial);
  BIND (ramp_dial);
  gtk_widget_class_bind_template_callback (widget_class, on_shape_selected);
}

static void
outlay_adoption_dials_init (OutlayAdoptionDials *self)
{
  g_autoptr (GListModel) shapes = outlay_choice_list_new ("adoption.shape");

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->shape, shapes);
  outlay_drop_down_set_label (self->shape, _("Shape of adoption"));
  self->updating = FALSE;
}
