/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-choices.h"

#include <glib/gi18n.h>

/* px; what is longer scrolls. */
#define MAX_HEIGHT 360

typedef struct
{
  GtkWidget              *asker;
  OutlayUsageChoicesFunc  answered;
  GPtrArray              *names; /* (element-type utf8) */
  GPtrArray              *rows;  /* (element-type AdwComboRow), in their order */
} Question;

/**
 * outlay_usage_choices_load:
 * @key: of the settings, a{ss}
 *
 * Returns: (transfer full) (element-type utf8 utf8): what is remembered
 */
GHashTable *
outlay_usage_choices_load (const char *key)
{
  g_autoptr (GSettings) settings = g_settings_new (OUTLAY_APPLICATION_ID);
  g_autoptr (GVariant) value = g_settings_get_value (settings, key);
  GHashTable *choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GVariantIter iter;
  char *name, *choice;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "{ss}", &name, &choice))
    g_hash_table_replace (choices, name, choice);

  return choices;
}

void
outlay_usage_choices_save (const char *key,
                           GHashTable *choices)
{
  g_autoptr (GSettings) settings = g_settings_new (OUTLAY_APPLICATION_ID);
  GVariantBuilder builder;
  GHashTableIter iter;
  gpointer name, choice;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_hash_table_iter_init (&iter, choices);
  while (g_hash_table_iter_next (&iter, &name, &choice))
    g_variant_builder_add (&builder, "{ss}", name, choice);
  g_settings_set_value (settings, key, g_variant_builder_end (&builder));
}

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_ptr_array_unref (question->names);
  g_ptr_array_unref (question->rows);
  g_free (question);
}

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          data)
{
  Question *question = data;
  g_autofree guint *selected = g_new (guint, question->rows->len + 1);

  for (guint i = 0; i < question->rows->len; i++)
    selected[i] = adw_combo_row_get_selected (g_ptr_array_index (question->rows, i));
  question->answered (question->asker, question->names,
                      g_str_equal (response, "accept") ? selected : NULL);
}

static GtkWidget *
create_rows (Question      *question,
             const guint   *selected,
             GtkStringList *choices)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < question->names->len; i++)
    {
      GtkWidget *row = adw_combo_row_new ();
      g_autofree char *title = g_markup_escape_text (g_ptr_array_index (question->names, i), -1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected != NULL ? selected[i] : 0);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (question->rows, row);
    }

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), group);

  return scrolled;
}

/**
 * outlay_usage_choices_ask:
 * @asker: who asks
 * @title: of the dialog
 * @text: below it
 * @accept: the label of the button that takes the answer
 * @names: (transfer full) (element-type utf8): what is asked about
 * @selected: (nullable) (array): the choice of each to begin with
 * @choices: (transfer full): what each can be
 * @answered: called with the answer
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
outlay_usage_choices_ask (GtkWidget              *asker,
                          const char             *title,
                          const char             *text,
                          const char             *accept,
                          GPtrArray              *names,
                          const guint            *selected,
                          GtkStringList          *choices,
                          OutlayUsageChoicesFunc  answered)
{
  g_autoptr (GtkStringList) list = choices;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (asker));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, title, text));
  Question *question = g_new (Question, 1);

  *question = (Question) { asker, answered, names, g_ptr_array_new () };
  adw_message_dialog_set_extra_child (dialog, create_rows (question, selected, list));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "accept", accept, NULL);
  adw_message_dialog_set_response_appearance (dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "accept");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));

  return GTK_WINDOW (dialog);
}
