/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-columns.h"

#include <glib/gi18n.h>
#include <string.h>

#define KEY "csv-columns"

/* So much of a table holds its headings. */
#define START_LENGTH 65536

/* By OutlayRowColumn. */
static const char * const names[OUTLAY_N_ROW_COLUMNS] = {
  N_("Name of the run"), N_("Agent"), N_("Person"), N_("Repository"), N_("Kind of task"),
  N_("Model"), N_("Tier"), N_("Risk"), N_("Outcome"), N_("Reviewer"), N_("Reason"),
  N_("Approval"), N_("Time"), N_("Tokens of input"), N_("Tokens written, 5 minutes"),
  N_("Tokens written, 1 hour"), N_("Tokens read from a cache"), N_("Tokens of output"),
  N_("Turns"), N_("Calls"), N_("Calls of tools"), N_("Duration in seconds"),
  N_("Cost in US dollars"),
};

typedef struct
{
  GtkWindow              *window;
  OutlayUsageColumnsFunc  answered;
  GPtrArray              *headings; /* (element-type utf8) */
  GPtrArray              *choices;  /* (element-type AdwComboRow), in their order */
} Question;

/* Heading to the name of a column, or to nothing where it is left out. */
static GHashTable *
load_choices (void)
{
  g_autoptr (GSettings) settings = g_settings_new (OUTLAY_APPLICATION_ID);
  g_autoptr (GVariant) value = g_settings_get_value (settings, KEY);
  GHashTable *choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GVariantIter iter;
  char *heading, *column;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "{ss}", &heading, &column))
    g_hash_table_replace (choices, heading, column);

  return choices;
}

static void
save_choices (GHashTable *choices)
{
  g_autoptr (GSettings) settings = g_settings_new (OUTLAY_APPLICATION_ID);
  GVariantBuilder builder;
  GHashTableIter iter;
  gpointer heading, column;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_hash_table_iter_init (&iter, choices);
  while (g_hash_table_iter_next (&iter, &heading, &column))
    g_variant_builder_add (&builder, "{ss}", heading, column);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

/* Returns: (transfer full): what the person said of headings */
OutlayCsvMapping *
outlay_usage_columns_load (void)
{
  g_autoptr (GHashTable) choices = load_choices ();
  OutlayCsvMapping *mapping = outlay_csv_mapping_new ();
  GHashTableIter iter;
  gpointer heading, column;

  g_hash_table_iter_init (&iter, choices);
  while (g_hash_table_iter_next (&iter, &heading, &column))
    if (*(const char *) column != '\0')
      outlay_csv_mapping_add (mapping, heading, column);

  return mapping;
}

static char *
read_start (const char *path,
            gsize      *length)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autofree char *start = g_malloc0 (START_LENGTH + 1);

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), start, START_LENGTH,
                                                  length, NULL, NULL))
    return NULL;

  return g_steal_pointer (&start);
}

/**
 * outlay_usage_columns_list_new:
 * @path: of a file
 *
 * Returns: (transfer full) (element-type utf8): the headings of a table that mean
 *   nothing yet; none of a file that is no table
 */
GPtrArray *
outlay_usage_columns_list_new (const char *path)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *headings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) choices = load_choices ();
  g_autofree char *start = NULL;
  const char *text;
  gsize length = 0;

  if (g_str_has_suffix (path, ".csv"))
    start = read_start (path, &length);
  if (start == NULL)
    return headings;

  text = g_str_has_prefix (start, "\xEF\xBB\xBF") ? start + 3 : start;
  length -= (gsize) (text - start);
  outlay_csv_split (text, length, outlay_csv_tell_separator (text, length), fields);
  for (guint i = 0; i < fields->len; i++)
    {
      const char *heading = g_ptr_array_index (fields, i);

      if (*heading != '\0' && g_utf8_validate (heading, -1, NULL) &&
          outlay_csv_mapping_find (NULL, heading) < 0 &&
          !g_hash_table_contains (choices, heading))
        g_ptr_array_add (headings, g_strdup (heading));
    }

  return headings;
}

/* Asking */

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  g_ptr_array_unref (question->headings);
  g_ptr_array_unref (question->choices);
  g_free (question);
}

static void
on_response (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          data)
{
  Question *question = data;
  g_autoptr (GHashTable) choices = load_choices ();

  if (!g_str_equal (response, "read"))
    {
      question->answered (question->window, FALSE);
      return;
    }

  for (guint i = 0; i < question->headings->len; i++)
    {
      guint selected = adw_combo_row_get_selected (g_ptr_array_index (question->choices, i));
      const char *column =
        selected > 0 ? outlay_row_column_get_name ((OutlayRowColumn) (selected - 1)) : "";

      g_hash_table_replace (choices, g_strdup (g_ptr_array_index (question->headings, i)),
                            g_strdup (column));
    }
  save_choices (choices);
  question->answered (question->window, TRUE);
}

static GtkWidget *
create_rows (Question *question)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *group = adw_preferences_group_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, C_("column of a table", "Leave out"));
  for (guint i = 0; i < OUTLAY_N_ROW_COLUMNS; i++)
    gtk_string_list_append (list, _(names[i]));

  for (guint i = 0; i < question->headings->len; i++)
    {
      GtkWidget *row = adw_combo_row_new ();
      g_autofree char *title = g_markup_escape_text (g_ptr_array_index (question->headings, i), -1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (question->choices, row);
    }

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), group);

  return scrolled;
}

/**
 * outlay_usage_columns_ask:
 * @window: who asks
 * @headings: (transfer full) (element-type utf8): headings
 * @answered: called with the answer
 *
 * Asks what columns mean, and remembers it.
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
outlay_usage_columns_ask (GtkWindow              *window,
                          GPtrArray              *headings,
                          OutlayUsageColumnsFunc  answered)
{
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, _("What Do These Columns Mean?"),
                                                _("A table needs a time and something that can "
                                                  "be counted. What is said here is remembered "
                                                  "for the next table.")));
  Question *question = g_new (Question, 1);

  *question = (Question) { window, answered, headings, g_ptr_array_new () };
  adw_message_dialog_set_extra_child (dialog, create_rows (question));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "read", _("_Read"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "read", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "read");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));

  return GTK_WINDOW (dialog);
}
