/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "adoption-months.h"

#include "break-box.h"
#include "dial.h"
#include "number-field.h"
#include "paths.h"
#include "widgets/sentence.h"

#include <glib/gi18n.h>
#include <math.h>

#define PERCENT_STEP 5

/**
 * OutlayAdoptionMonths:
 *
 * An adoption of the person's own: how many months are told apart, and the share
 * of people who are active in each. Shares never fall, so that each field ends
 * where its neighbours stand. There for no other shape of adoption.
 *
 * # Properties
 *
 * - `session`: whose scenario is turned
 *
 * # CSS nodes
 *
 * `adoptionmonths` with a `numberfield` and a `flowbox` of bare `dial`s.
 */
struct _OutlayAdoptionMonths
{
  GtkWidget          parent_instance;

  OutlayNumberField *count;
  GtkFlowBox        *fields;
  GtkLabel          *problem_label;
  GPtrArray         *dials; /* (element-type OutlayDial) */

  OutlaySession     *session;
};

G_DEFINE_FINAL_TYPE (OutlayAdoptionMonths, outlay_adoption_months, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
on_problem (OutlayAdoptionMonths *self)
{
  const char *problem = NULL;

  for (guint i = 0; problem == NULL && i < self->dials->len; i++)
    problem = outlay_dial_get_problem (self->dials->pdata[i]);
  if (problem == NULL)
    problem = outlay_number_field_get_problem (self->count);

  outlay_label_set_sentence (self->problem_label, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
outlay_adoption_months_add (OutlayAdoptionMonths *self)
{
  guint month = self->dials->len;
  g_autofree char *path = g_strdup_printf ("adoption.shares[%u]", month);
  /* Translators: a month of a person's adoption, from 1 */
  g_autofree char *name = g_strdup_printf (_("Month %u"), month + 1);
  g_autofree char *full_name = g_strdup_printf (_("%s, in percent"), name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *dial = g_object_new (OUTLAY_TYPE_DIAL, "bare", TRUE, "buttons", FALSE,
                                  "percent", TRUE, "step", (double) PERCENT_STEP, NULL);
  GtkWidget *child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "child", box,
                                   "focusable", FALSE, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  outlay_dial_set_path (OUTLAY_DIAL (dial), path);
  outlay_dial_set_full_name (OUTLAY_DIAL (dial), full_name);
  outlay_dial_set_session (OUTLAY_DIAL (dial), self->session);
  g_signal_connect_object (dial, "notify::problem", G_CALLBACK (on_problem), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), dial);
  g_ptr_array_add (self->dials, dial);
  gtk_flow_box_append (self->fields, child);
}

static void
outlay_adoption_months_remove_last (OutlayAdoptionMonths *self)
{
  GtkWidget *child = gtk_widget_get_last_child (GTK_WIDGET (self->fields));

  g_ptr_array_set_size (self->dials, (int) self->dials->len - 1);
  gtk_flow_box_remove (self->fields, child);
}

static void
outlay_adoption_months_sync (OutlayAdoptionMonths *self)
{
  const OutlayAdoption *adoption = &outlay_session_get_scenario (self->session)->adoption;
  gboolean custom = adoption->shape == OUTLAY_ADOPTION_CUSTOM;
  guint n_shares = custom ? adoption->n_shares : 0;

  gtk_widget_set_visible (GTK_WIDGET (self), custom);
  while (self->dials->len > n_shares)
    outlay_adoption_months_remove_last (self);
  while (self->dials->len < n_shares)
    outlay_adoption_months_add (self);

  for (guint i = 0; i < n_shares; i++)
    outlay_dial_set_limits (self->dials->pdata[i], i > 0 ? adoption->shares[i - 1] : NAN,
                            i + 1 < n_shares ? adoption->shares[i + 1] : NAN);
  if (custom)
    outlay_number_field_set_value (self->count, n_shares);
}

/* Months that are added go on as the last one. */
static void
on_counted (OutlayAdoptionMonths *self,
            double                value)
{
  OutlayScenario *draft = outlay_session_begin_edit (self->session);
  OutlayAdoption *adoption = &draft->adoption;
  const double *before = adoption->shares;
  guint n_before = adoption->n_shares;

  adoption->n_shares = (guint) value;
  adoption->shares = outlay_pool_alloc0 (draft->pool, adoption->n_shares, sizeof (double));
  for (guint i = 0; i < adoption->n_shares; i++)
    adoption->shares[i] = before[MIN (i, n_before - 1)];
  outlay_session_commit_edit (self->session, draft, _("Months of adoption"),
                              "adoption.shares");
}

static void
on_settled (OutlayAdoptionMonths *self)
{
  if (self->session != NULL)
    outlay_session_end_gesture (self->session);
}

static void
outlay_adoption_months_set_session (OutlayAdoptionMonths *self,
                                    OutlaySession        *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  g_signal_connect_object (session, "changed", G_CALLBACK (outlay_adoption_months_sync), self,
                           G_CONNECT_SWAPPED);
  outlay_adoption_months_sync (self);
}

static void
outlay_adoption_months_dispose (GObject *object)
{
  OutlayAdoptionMonths *self = OUTLAY_ADOPTION_MONTHS (object);
  GtkWidget *child;

  outlay_adoption_months_set_session (self, NULL);
  g_clear_pointer (&self->dials, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (outlay_adoption_months_parent_class)->dispose (object);
}

static void
outlay_adoption_months_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      outlay_adoption_months_set_session (OUTLAY_ADOPTION_MONTHS (object),
                                          g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_adoption_months_class_init (OutlayAdoptionMonthsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_adoption_months_dispose;
  object_class->set_property = outlay_adoption_months_set_property;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OUTLAY_TYPE_SESSION,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "adoptionmonths");
}

static GtkWidget *
outlay_adoption_months_new_count (OutlayAdoptionMonths *self)
{
  const OutlayInput *input = outlay_input_find ("adoption.shares");
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _(input->label), "xalign", 0.0,
                                   "wrap", TRUE, NULL);
  GtkWidget *field = g_object_new (OUTLAY_TYPE_NUMBER_FIELD,
                                   "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *line = g_object_new (OUTLAY_TYPE_BREAK_BOX, "start", label, "end", field, NULL);

  self->count = OUTLAY_NUMBER_FIELD (field);
  outlay_number_field_set_label (self->count, _("Months of adoption"));
  outlay_number_field_set_range (self->count, input->n_min, input->n_max, 1, TRUE);
  g_signal_connect_object (field, "edited", G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "settled", G_CALLBACK (on_settled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "notify::problem", G_CALLBACK (on_problem), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (line, "dial-line");

  return line;
}

static void
outlay_adoption_months_init (OutlayAdoptionMonths *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *fields = g_object_new (GTK_TYPE_FLOW_BOX,
                                    "selection-mode", GTK_SELECTION_NONE,
                                    "min-children-per-line", 1,
                                    "max-children-per-line", 6,
                                    "homogeneous", TRUE,
                                    NULL);
  GtkWidget *problem = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "xalign", 0.0,
                                     "wrap", TRUE, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->dials = g_ptr_array_new ();
  self->fields = GTK_FLOW_BOX (fields);
  self->problem_label = GTK_LABEL (problem);
  gtk_widget_add_css_class (fields, "row-words");
  gtk_widget_add_css_class (problem, "row-words");
  gtk_widget_add_css_class (problem, "error");
  gtk_widget_add_css_class (problem, "caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (fields), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(outlay_input_find ("adoption.shares")->label), -1);
  gtk_widget_set_parent (outlay_adoption_months_new_count (self), GTK_WIDGET (self));
  gtk_widget_set_parent (fields, GTK_WIDGET (self));
  gtk_widget_set_parent (problem, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
