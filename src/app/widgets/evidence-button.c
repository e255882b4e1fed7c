/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence-button.h"

#include "evidence.h"
#include "input-default.h"
#include "measured-words.h"
#include "sentence.h"
#include "setters.h"

#include <glib/gi18n.h>

/**
 * OutlayEvidenceButton:
 *
 * The small (i) beside an input: a popover with its default, who says so and how
 * sure that is (published, measured, derived or assumed, as a word), a link, what
 * more there is to know, and a button that takes the default back.
 *
 * The popover is made and filled when it is opened. The button is not there for an input
 * of which nothing is known.
 *
 * # CSS nodes
 *
 * `evidencebutton` with a `menubutton`.
 *
 * # Accessibility
 *
 * The button's name is "Where the default of … comes from".
 */
struct _OutlayEvidenceButton
{
  GtkWidget      parent_instance;

  GtkMenuButton *button;
  GtkLabel      *title;         /* in the popover, as all below */
  GtkLabel      *value_label;
  GtkLabel      *now_label;
  GtkLabel      *kind_label;
  GtkLabel      *source_label;
  GtkLabel      *link_label;
  GtkLabel      *note_label;
  GtkButton     *reset_button;

  OutlaySession *session;
  char          *path;
  char          *label;
};

G_DEFINE_FINAL_TYPE (OutlayEvidenceButton, outlay_evidence_button, GTK_TYPE_WIDGET)

typedef struct
{
  const char *name;
  const char *word;
  const char *meaning;
} Kind;

/* The labels of data/evidence.json. */
static const Kind kinds[] = {
  { "published", N_("Published"), N_("the figure stands in the source") },
  { "measured", N_("Measured"), N_("counted in real sessions") },
  { "derived", N_("Derived"), N_("worked out from published figures") },
  { "assumed", N_("Assumed"), N_("a judgement; no study or vendor prints it as it stands") },
};

static char *
describe_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return g_markup_printf_escaped ("<b>%s</b>: %s", _(kinds[i].word), _(kinds[i].meaning));

  return g_markup_escape_text (name, -1);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  outlay_label_set_sentence (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static gboolean
outlay_evidence_button_is_changed (OutlayEvidenceButton *self)
{
  return self->session != NULL &&
         outlay_input_is_changed (outlay_session_get_scenario (self->session), self->path);
}

/* A default that does not fit what other inputs say now cannot be taken back. */
static void
outlay_evidence_button_update_reset (OutlayEvidenceButton *self)
{
  g_autoptr (OutlayScenario) draft = outlay_session_begin_edit (self->session);
  gboolean fits = outlay_draft_reset_input (draft, self->path);

  gtk_widget_set_sensitive (GTK_WIDGET (self->reset_button), fits);
  gtk_button_set_label (self->reset_button,
                        fits ? _("_Reset") : _("The default does not fit the other inputs"));
}

/* What it is now, and where that comes from if it was measured. */
static char *
describe_now (const OutlayScenario *scenario,
              const char           *path)
{
  g_autofree char *value = outlay_input_describe_value (scenario, path);
  g_autoptr (OutlayMeasured) measured = outlay_measured_find (scenario, path);
  g_autofree char *sample = measured != NULL ? outlay_measured_describe (measured) : NULL;

  if (sample != NULL && value != NULL)
    /* Translators: the value that was taken from what the team really did, and its sample */
    return g_strdup_printf (_("Now: %s, measured (%s)"), value, sample);
  if (sample != NULL)
    return g_strdup_printf (_("Now measured (%s)"), sample);

  /* Translators: the value that a person set, below the default */
  return value != NULL ? g_strdup_printf (_("Now: %s"), value) : NULL;
}

static void
outlay_evidence_button_fill_now (OutlayEvidenceButton *self)
{
  gboolean changed = outlay_evidence_button_is_changed (self);
  g_autofree char *text = NULL;

  if (changed)
    {
      text = describe_now (outlay_session_get_scenario (self->session), self->path);
    }
  show_text (self->now_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->reset_button), changed);
  if (changed)
    outlay_evidence_button_update_reset (self);
}

static void
outlay_evidence_button_fill (OutlayEvidenceButton *self)
{
  const OutlayEvidence *evidence = outlay_evidence_find (self->path);
  g_autofree char *value = g_strdup_printf (_("Default: %s"), evidence->value);
  g_autofree char *kind = describe_kind (evidence->label);
  g_autofree char *link = NULL;

  if (evidence->link != NULL)
    link = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", evidence->link,
                                    _("Open the source"));

  outlay_label_set_sentence (self->title, self->label);
  gtk_label_set_label (self->value_label, value);
  gtk_label_set_markup (self->kind_label, kind);
  show_text (self->source_label, evidence->source);
  show_text (self->link_label, link);
  show_text (self->note_label, evidence->note);
  outlay_evidence_button_fill_now (self);
}

static void
on_reset_clicked (OutlayEvidenceButton *self)
{
  g_autofree char *name = g_strdup_printf (_("Reset %s"), self->label);
  g_autoptr (OutlayScenario) draft = NULL;

  gtk_menu_button_popdown (self->button);
  if (!outlay_evidence_button_is_changed (self))
    return;

  outlay_session_end_gesture (self->session);
  draft = outlay_session_begin_edit (self->session);
  if (outlay_draft_reset_input (draft, self->path))
    outlay_session_commit_edit (self->session, g_steal_pointer (&draft), name, NULL);
}

#define FIND(name) self->name = (gpointer) gtk_builder_get_object (builder, #name)

/* A pane has dozens of these buttons, most of which nobody opens. */
static void
on_popup (GtkMenuButton *button,
          gpointer       data)
{
  OutlayEvidenceButton *self = data;

  if (gtk_menu_button_get_popover (button) == NULL)
    {
      g_autoptr (GtkBuilder) builder =
        gtk_builder_new_from_resource ("/io/github/outlay/Outlay/ui/evidence-popover.ui");
      GObject *popover = gtk_builder_get_object (builder, "popover");

      FIND (title);
      FIND (value_label);
      FIND (now_label);
      FIND (kind_label);
      FIND (source_label);
      FIND (link_label);
      FIND (note_label);
      FIND (reset_button);
      g_signal_connect_object (self->reset_button, "clicked", G_CALLBACK (on_reset_clicked),
                               self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, GTK_WIDGET (popover));
    }

  outlay_evidence_button_fill (self);
}

static void
outlay_evidence_button_dispose (GObject *object)
{
  OutlayEvidenceButton *self = OUTLAY_EVIDENCE_BUTTON (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_EVIDENCE_BUTTON);

  G_OBJECT_CLASS (outlay_evidence_button_parent_class)->dispose (object);
}

static void
outlay_evidence_button_finalize (GObject *object)
{
  OutlayEvidenceButton *self = OUTLAY_EVIDENCE_BUTTON (object);

  g_free (self->path);
  g_free (self->label);

  G_OBJECT_CLASS (outlay_evidence_button_parent_class)->finalize (object);
}

static void
outlay_evidence_button_class_init (OutlayEvidenceButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_evidence_button_dispose;
  object_class->finalize = outlay_evidence_button_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/evidence-button.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayEvidenceButton, button);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "evidencebutton");
}

static void
outlay_evidence_button_init (OutlayEvidenceButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, on_popup, self, NULL);
}

void
outlay_evidence_button_set_session (OutlayEvidenceButton *self,
                                    OutlaySession        *session)
{
  g_return_if_fail (OUTLAY_IS_EVIDENCE_BUTTON (self));

  g_set_object (&self->session, session);
}

/**
 * outlay_evidence_button_set_path:
 * @self: an evidence button
 * @path: the path of an input
 * @label: its name
 *
 * Sets which input the button tells about.
 */
void
outlay_evidence_button_set_path (OutlayEvidenceButton *self,
                                 const char           *path,
                                 const char           *label)
{
  g_autofree char *name = g_strdup_printf (_("Where the default of “%s” comes from"), label);

  g_return_if_fail (OUTLAY_IS_EVIDENCE_BUTTON (self));

  g_free (self->path);
  self->path = g_strdup (path);
  g_free (self->label);
  self->label = g_strdup (label);

  gtk_widget_set_visible (GTK_WIDGET (self->button), outlay_evidence_find (path) != NULL);
  outlay_set_tooltip (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
