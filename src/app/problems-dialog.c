/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "problems-dialog.h"

#include "help.h"
#include "widgets/sentence.h"

#include <glib/gi18n.h>

struct _OutlayProblemsDialog
{
  AdwWindow             parent_instance;

  AdwWindowTitle       *title;
  GtkLabel             *summary;
  AdwPreferencesGroup  *group;
  AdwToastOverlay      *toasts;

  char                 *text; /* all of it, to copy */
};

G_DEFINE_FINAL_TYPE (OutlayProblemsDialog, outlay_problems_dialog, ADW_TYPE_WINDOW)

static void
outlay_problems_dialog_copy (GtkWidget  *widget,
                             const char *action_name,
                             GVariant   *parameter)
{
  OutlayProblemsDialog *self = OUTLAY_PROBLEMS_DIALOG (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Copied")));
}

static void
outlay_problems_dialog_add (OutlayProblemsDialog *self,
                            const OutlayProblem  *problem)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", problem->path,
                                 "subtitle", problem->message,
                                 NULL);

  adw_preferences_group_add (self->group, row);
}

static void
outlay_problems_dialog_fill (OutlayProblemsDialog *self,
                             const OutlayProblems *problems)
{
  guint n_listed = outlay_problems_get_n_listed (problems);
  guint n_total = outlay_problems_get_n_total (problems);
  const OutlayProblem *first = outlay_problems_get (problems, 0);
  g_autofree char *name = g_path_get_basename (first->file);
  g_autofree char *title = NULL;
  g_autofree char *summary = NULL;

  /* Translators: %s is the name of a file */
  title = g_strdup_printf (_("“%s” Was Not Opened"), name);
  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);

  /* Translators: %s is the path of a file, %u the number of problems in it */
  summary = g_strdup_printf (ngettext ("%s has %u problem. Nothing that is open was changed.",
                                       "%s has %u problems. Nothing that is open was changed.",
                                       n_total), first->file, n_total);
  outlay_label_set_sentence (self->summary, summary);

  for (guint i = 0; i < n_listed; i++)
    outlay_problems_dialog_add (self, outlay_problems_get (problems, i));

  self->text = outlay_problems_to_string (problems);
}

static void
outlay_problems_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_PROBLEMS_DIALOG);

  G_OBJECT_CLASS (outlay_problems_dialog_parent_class)->dispose (object);
}

static void
outlay_problems_dialog_finalize (GObject *object)
{
  OutlayProblemsDialog *self = OUTLAY_PROBLEMS_DIALOG (object);

  g_free (self->text);

  G_OBJECT_CLASS (outlay_problems_dialog_parent_class)->finalize (object);
}

static void
outlay_problems_dialog_class_init (OutlayProblemsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_problems_dialog_dispose;
  object_class->finalize = outlay_problems_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/problems-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayProblemsDialog, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayProblemsDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, OutlayProblemsDialog, group);
  gtk_widget_class_bind_template_child (widget_class, OutlayProblemsDialog, toasts);

  gtk_widget_class_install_action (widget_class, "problems.copy", NULL,
                                   outlay_problems_dialog_copy);
  outlay_window_class_add_help_key (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
outlay_problems_dialog_init (OutlayProblemsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_problems_dialog_present:
 * @parent: the window that was to show the file
 * @problems: what is wrong with it, at least one
 *
 * Shows why a file was refused.
 */
void
outlay_problems_dialog_present (GtkWindow            *parent,
                                const OutlayProblems *problems)
{
  OutlayProblemsDialog *self = g_object_new (OUTLAY_TYPE_PROBLEMS_DIALOG,
                                             "transient-for", parent,
                                             NULL);

  outlay_problems_dialog_fill (self, problems);
  gtk_window_present (GTK_WINDOW (self));
}
