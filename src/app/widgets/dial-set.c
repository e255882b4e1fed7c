/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dial-set.h"

#include "dial.h"
#include "dial-name.h"
#include "paths.h"
#include "sentence.h"
#include "tab-order.h"

#include <glib/gi18n.h>
#include <math.h>

/* The most numbers that stand in one row: low, likely and high. */
#define MAX_NUMBERS 3

#define STEP 0.05

/**
 * OutlayDialSet:
 *
 * A pair or a range of the scenario as a row: its name and a field for each
 * number. The numbers of a range rise, so that each field ends where the next
 * one stands.
 *
 * # CSS nodes
 *
 * `dial.set` with a `breakbox`, a bare `dial` for each number, and `label.error`.
 *
 * # Accessibility
 *
 * Each field is named by the input and its place: "Turns of Novice, at the start".
 */
struct _OutlayDialSet
{
  GtkWidget        parent_instance;

  GtkWidget       *line;
  OutlayDialName  *name;
  GtkBox          *fields;
  GtkLabel        *problem_label;

  OutlaySession   *session;
  char            *path;
  OutlayDial      *dials[MAX_NUMBERS];
  guint            n_dials;
};

G_DEFINE_FINAL_TYPE (OutlayDialSet, outlay_dial_set, GTK_TYPE_WIDGET)

static const char * const pair_places[] = {
  N_("at the start"), N_("once learnt")
};

static const char * const range_places[] = {
  N_("lowest"), N_("likely"), N_("highest")
};

static void
on_problem (OutlayDialSet *self)
{
  const char *problem = NULL;

  for (guint i = 0; problem == NULL && i < self->n_dials; i++)
    problem = outlay_dial_get_problem (self->dials[i]);

  outlay_label_set_sentence (self->problem_label, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static double
outlay_dial_set_get_number (OutlayDialSet *self,
                            guint          position)
{
  double value = NAN;

  outlay_scenario_get_number (outlay_session_get_scenario (self->session),
                              outlay_dial_get_path (self->dials[position]), &value, NULL);

  return value;
}

static void
outlay_dial_set_update_limits (OutlayDialSet *self)
{
  for (guint i = 0; i < self->n_dials; i++)
    outlay_dial_set_limits (self->dials[i],
                            i > 0 ? outlay_dial_set_get_number (self, i - 1) : NAN,
                            i + 1 < self->n_dials ? outlay_dial_set_get_number (self, i + 1)
                                                  : NAN);
}

static void
outlay_dial_set_add (OutlayDialSet *self,
                     const char    *place,
                     const char    *full_name)
{
  g_autofree char *path = g_strdup_printf ("%s[%u]", self->path, self->n_dials);
  OutlayDial *dial = g_object_new (OUTLAY_TYPE_DIAL,
                                   "bare", TRUE,
                                   "buttons", FALSE,
                                   "step", STEP,
                                   "valign", GTK_ALIGN_CENTER,
                                   NULL);
  /* Translators: an input and one of its numbers: "Turns of Novice, at the start" */
  g_autofree char *label = g_strdup_printf (C_("number of an input", "%s, %s"), full_name,
                                            place);

  outlay_dial_set_path (dial, path);
  outlay_dial_set_full_name (dial, label);
  outlay_dial_set_session (dial, self->session);
  g_signal_connect_object (dial, "notify::problem", G_CALLBACK (on_problem), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->fields, GTK_WIDGET (dial));
  self->dials[self->n_dials++] = dial;
}

static void
outlay_dial_set_add_arrow (OutlayDialSet *self)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_image_set_pixel_size (GTK_IMAGE (arrow), 12);
  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_widget_add_css_class (arrow, "pair-arrow");
  gtk_box_append (self->fields, arrow);
}

static void
outlay_dial_set_fill (OutlayDialSet *self,
                      const char    *full_name)
{
  const OutlayInput *input = outlay_input_find (self->path);

  if (input->type == OUTLAY_INPUT_PAIR)
    {
      outlay_dial_set_add (self, _(pair_places[0]), full_name);
      outlay_dial_set_add_arrow (self);
      outlay_dial_set_add (self, _(pair_places[1]), full_name);
      return;
    }

  g_return_if_fail (input->type == OUTLAY_INPUT_RANGE);
  for (guint i = 0; i < G_N_ELEMENTS (range_places); i++)
    outlay_dial_set_add (self, _(range_places[i]), full_name);
  g_signal_connect_object (self->session, "changed",
                           G_CALLBACK (outlay_dial_set_update_limits), self, G_CONNECT_SWAPPED);
  outlay_dial_set_update_limits (self);
}

static gboolean
outlay_dial_set_grab_focus (GtkWidget *widget)
{
  OutlayDialSet *self = OUTLAY_DIAL_SET (widget);

  /* The likely number of a range is rarely the one to turn. */
  return gtk_widget_grab_focus (GTK_WIDGET (self->dials[self->n_dials - 1]));
}

static void
outlay_dial_set_dispose (GObject *object)
{
  OutlayDialSet *self = OUTLAY_DIAL_SET (object);

  self->n_dials = 0;
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_DIAL_SET);

  G_OBJECT_CLASS (outlay_dial_set_parent_class)->dispose (object);
}

static void
outlay_dial_set_finalize (GObject *object)
{
  g_free (OUTLAY_DIAL_SET (object)->path);

  G_OBJECT_CLASS (outlay_dial_set_parent_class)->finalize (object);
}

static void
outlay_dial_set_class_init (OutlayDialSetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_dial_set_dispose;
  object_class->finalize = outlay_dial_set_finalize;
  widget_class->grab_focus = outlay_dial_set_grab_focus;
  widget_class->focus = outlay_widget_focus_in_order;

  g_type_ensure (OUTLAY_TYPE_DIAL_NAME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/dial-set.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayDialSet, line);
  gtk_widget_class_bind_template_child (widget_class, OutlayDialSet, name);
  gtk_widget_class_bind_template_child (widget_class, OutlayDialSet, fields);
  gtk_widget_class_bind_template_child (widget_class, OutlayDialSet, problem_label);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "dial");
}

static void
outlay_dial_set_init (OutlayDialSet *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * outlay_dial_set_new:
 * @session: whose scenario is turned
 * @path: the path of a pair or a range
 * @owner: (nullable): whose input it is, where its label does not tell
 */
GtkWidget *
outlay_dial_set_new (OutlaySession *session,
                     const char    *path,
                     const char    *owner)
{
  OutlayDialSet *self = g_object_new (OUTLAY_TYPE_DIAL_SET, NULL);
  const OutlayInput *input = outlay_input_find (path);
  g_autofree char *full_name = outlay_dial_name_describe (path, owner);

  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  outlay_dial_name_set_path (self->name, path);
  outlay_dial_name_set_session (self->name, session);
  outlay_dial_name_set_unit (self->name, input->unit != NULL ? _(input->unit) : NULL);
  outlay_dial_set_fill (self, full_name);

  return GTK_WIDGET (self);
}

const char *
outlay_dial_set_get_path (OutlayDialSet *self)
{
  g_return_val_if_fail (OUTLAY_IS_DIAL_SET (self), NULL);

  return self->path;
}
