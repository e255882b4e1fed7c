/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "check-row.h"

#include "sentence.h"

#include <glib/gi18n.h>

/**
 * OutlayCheckRow:
 *
 * One check: its question, its answer, the lines that bear it out, a mark that is
 * a sign and a word as well as a colour, and a button that leads to where
 * something can be done.
 *
 * # CSS nodes
 *
 * `row.check-row`, with `.look` where somebody should look, or `.pass`.
 *
 * # Accessibility
 *
 * A list item named by question, mark and answer. The button's name tells where
 * it leads to, and its action is `checks.go` with the number of the check.
 */
struct _OutlayCheckRow
{
  GtkListBoxRow    parent_instance;

  GtkImage        *sign;
  GtkLabel        *question_label;
  GtkLabel        *mark_label;
  GtkLabel        *answer_label;
  GtkLabel        *detail_label;
  GtkButton       *go_button;

  OutlayCheckKind  kind;
  char            *dial;
  const char      *page;
};

G_DEFINE_FINAL_TYPE (OutlayCheckRow, outlay_check_row, GTK_TYPE_LIST_BOX_ROW)

/* In the order of OutlayCheckState. */
static const struct
{
  const char *icon;
  const char *word;
  const char *classes[3];
} marks[] = {
  { "emblem-ok-symbolic", NC_("check", "Passes"), { "check-row", "pass", NULL } },
  { "dialog-warning-symbolic", NC_("check", "Look at this"), { "check-row", "look", NULL } },
  { "dialog-question-symbolic", NC_("check", "Nothing to judge"), { "check-row", NULL } },
};

/* The names of the pages, as in ui/workspace.ui. */
static const struct
{
  const char *name;
  const char *title;
} pages[] = {
  { "cost", N_("Show the cost") },
  { "outcome", N_("Show the outcome") },
  { "breakdown", N_("Show the breakdown") },
};

static const char *
describe_page (const char *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, page) == 0)
      return _(pages[i].title);

  return "";
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  outlay_label_set_sentence (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
outlay_check_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_CHECK_ROW);

  G_OBJECT_CLASS (outlay_check_row_parent_class)->dispose (object);
}

static void
outlay_check_row_finalize (GObject *object)
{
  g_free (OUTLAY_CHECK_ROW (object)->dial);

  G_OBJECT_CLASS (outlay_check_row_parent_class)->finalize (object);
}

static void
outlay_check_row_class_init (OutlayCheckRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_check_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = outlay_check_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/check-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayCheckRow, sign);
  gtk_widget_class_bind_template_child (widget_class, OutlayCheckRow, question_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayCheckRow, mark_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayCheckRow, answer_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayCheckRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayCheckRow, go_button);
}

static void
outlay_check_row_init (OutlayCheckRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_check_row_new:
 * @kind: which check
 */
GtkWidget *
outlay_check_row_new (OutlayCheckKind kind)
{
  OutlayCheckRow *self = g_object_new (OUTLAY_TYPE_CHECK_ROW, NULL);

  self->kind = kind;
  gtk_label_set_label (self->question_label, outlay_check_get_question (kind));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->go_button), "i", (int) kind);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->go_button), "checks.go");

  return GTK_WIDGET (self);
}

/**
 * outlay_check_row_show:
 * @self: a row
 * @check: the answer as it is now
 */
void
outlay_check_row_show (OutlayCheckRow    *self,
                       const OutlayCheck *check)
{
  const char *question = outlay_check_get_question (self->kind);
  const char *word = g_dpgettext2 (NULL, "check", marks[check->state].word);
  const char *place = check->dial != NULL ? _("Go to the dial") : describe_page (check->page);
  g_autofree char *label = g_strdup_printf ("%s %s. %s", question, word, check->answer);
  /* Translators: where a button leads to, and the question that it is about */
  g_autofree char *go = g_strdup_printf (C_("button of a check", "%s: %s"), place, question);

  g_return_if_fail (OUTLAY_IS_CHECK_ROW (self));

  g_free (self->dial);
  self->dial = g_strdup (check->dial);
  self->page = check->page;

  gtk_image_set_from_icon_name (self->sign, marks[check->state].icon);
  gtk_label_set_label (self->mark_label, word);
  show_text (self->answer_label, check->answer);
  show_text (self->detail_label, check->detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->go_button), place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->go_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, go, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_css_classes (GTK_WIDGET (self), (const char **) marks[check->state].classes);
}

const char *
outlay_check_row_get_dial (OutlayCheckRow *self)
{
  g_return_val_if_fail (OUTLAY_IS_CHECK_ROW (self), NULL);

  return self->dial;
}

const char *
outlay_check_row_get_page (OutlayCheckRow *self)
{
  g_return_val_if_fail (OUTLAY_IS_CHECK_ROW (self), NULL);

  return self->page;
}
