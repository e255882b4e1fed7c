/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the person says of a run that no log says, or that a rule got wrong. */
#include "usage-run-dialog.h"

#include "usage-run-words.h"
#include "usage-words.h"

#include <glib/gi18n.h>
#include <string.h>

static const char * const outcomes[] = { "accepted", "edited", "rejected", "reverted" };

typedef struct
{
  GtkWidget          *asker;
  gint64              session;
  OutlayUsageRunFunc  answered;
  GPtrArray          *kinds;    /* (element-type utf8): behind the first choice */
  GPtrArray          *outcomes; /* likewise */
  AdwComboRow        *kind;
  AdwComboRow        *outcome;
  GtkEditable        *risk;
  GtkEditable        *reason;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_ptr_array_unref (question->kinds);
  g_ptr_array_unref (question->outcomes);
  g_free (question);
}

static gboolean
has (const GPtrArray *ids,
     const char      *id)
{
  for (guint i = 0; i < ids->len; i++)
    if (strcmp (g_ptr_array_index (ids, i), id) == 0)
      return TRUE;

  return FALSE;
}

static void
add (GtkStringList *names,
     GPtrArray     *ids,
     const char    *id,
     const char    *name)
{
  if (id == NULL || *id == '\0' || has (ids, id))
    return;

  g_ptr_array_add (ids, g_strdup (id));
  gtk_string_list_append (names, name);
}

/**
 * outlay_usage_kind_names_new:
 * @scenario: whose kinds of task can be said, too
 * @first: the choice before them
 * @said: (nullable): one that has to be among them
 * @ids: (element-type utf8): takes the kinds behind the first choice
 *
 * Returns: (transfer full): names of kinds of task
 */
GtkStringList *
outlay_usage_kind_names_new (const OutlayScenario *scenario,
                             const char           *first,
                             const char           *said,
                             GPtrArray            *ids)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  const char * const *kinds = outlay_usage_kinds ();

  gtk_string_list_append (names, first);
  for (guint i = 0; kinds[i] != NULL; i++)
    add (names, ids, kinds[i], outlay_usage_name_text ("kind", kinds[i]));
  for (guint i = 0; i < scenario->n_tasks; i++)
    add (names, ids, scenario->tasks[i].id, scenario->tasks[i].name);
  add (names, ids, said, said);

  return names;
}

static guint
find (const GPtrArray *ids,
      const char      *id)
{
  for (guint i = 0; id != NULL && i < ids->len; i++)
    if (strcmp (g_ptr_array_index (ids, i), id) == 0)
      return i + 1;

  return 0;
}

static char *
get_choice (AdwComboRow     *row,
            const GPtrArray *ids)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected > 0 && selected <= ids->len
           ? g_strdup (g_ptr_array_index (ids, selected - 1)) : NULL;
}

static char *
get_word (GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          data)
{
  Question *question = data;
  OutlayRunNote note;

  if (!g_str_equal (response, "save"))
    return;

  note = (OutlayRunNote) {
    .kind = get_choice (question->kind, question->kinds),
    .outcome = get_choice (question->outcome, question->outcomes),
    .risk = get_word (question->risk),
    .reason = get_word (question->reason),
  };
  question->answered (question->asker, question->session, &note);
}

static AdwComboRow *
add_choice (GtkWidget     *group,
            const char    *title,
            GtkStringList *names, /* (transfer full) */
            guint          selected)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_object_unref (names);

  return ADW_COMBO_ROW (row);
}

static GtkEditable *
add_entry (GtkWidget  *group,
           const char *title,
           const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return GTK_EDITABLE (row);
}

static GtkStringList *
create_kinds (Question             *question,
              const OutlayRun      *run,
              const OutlayScenario *scenario)
{
  g_autofree char *first =
    /* Translators: %s is a kind of task */
    run->rule != NULL ? g_strdup_printf (_("As the rules say: %s"),
                                         outlay_usage_name_text ("kind", run->rule))
                      : g_strdup (C_("ledger", "not said"));

  return outlay_usage_kind_names_new (scenario, first, run->note.kind, question->kinds);
}

static GtkStringList *
create_outcomes (Question        *question,
                 const OutlayRun *run)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, C_("ledger", "not said"));
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    add (names, question->outcomes, outcomes[i],
         outlay_usage_name_text ("outcome", outcomes[i]));
  add (names, question->outcomes, run->note.outcome, run->note.outcome);

  return names;
}

static GtkWidget *
create_rows (Question             *question,
             const OutlayRun      *run,
             const OutlayScenario *scenario)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkStringList *kinds = create_kinds (question, run, scenario);
  GtkStringList *names = create_outcomes (question, run);

  question->kind = add_choice (group, _("Kind of task"), kinds,
                               find (question->kinds, run->note.kind));
  question->outcome = add_choice (group, _("Outcome"), names,
                                  find (question->outcomes, run->note.outcome));
  question->risk = add_entry (group, _("Class of risk, such as low or high"), run->note.risk);
  question->reason = add_entry (group, _("Reason code for a dear tier"), run->note.reason);

  return group;
}

/**
 * outlay_usage_run_ask:
 * @asker: who asks
 * @run: a run
 * @scenario: whose kinds of task can be said, too
 * @answered: called with what is said, where it is to be kept
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
outlay_usage_run_ask (GtkWidget            *asker,
                      const OutlayRun      *run,
                      const OutlayScenario *scenario,
                      OutlayUsageRunFunc    answered)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (asker));
  g_autofree char *title = outlay_usage_run_title (run);
  g_autofree char *detail = outlay_usage_run_detail (run);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, title, detail));
  Question *question = g_new (Question, 1);

  *question = (Question) {
    .asker = asker,
    .session = run->session,
    .answered = answered,
    .kinds = g_ptr_array_new_with_free_func (g_free),
    .outcomes = g_ptr_array_new_with_free_func (g_free),
  };
  adw_message_dialog_set_extra_child (dialog, create_rows (question, run, scenario));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));

  return GTK_WINDOW (dialog);
}
