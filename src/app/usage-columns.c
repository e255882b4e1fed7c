/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-columns.h"

#include "usage-choices.h"

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

/* Returns: (transfer full): what the person said of headings */
OutlayCsvMapping *
outlay_usage_columns_load (void)
{
  g_autoptr (GHashTable) choices = outlay_usage_choices_load (KEY);
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
  g_autoptr (GHashTable) choices = outlay_usage_choices_load (KEY);
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

#define ANSWERED "outlay-columns-answered"

static void
on_answered (GtkWidget   *asker,
             GPtrArray   *headings,
             const guint *selected)
{
  g_autoptr (GHashTable) choices = outlay_usage_choices_load (KEY);
  OutlayUsageColumnsFunc answered =
    (OutlayUsageColumnsFunc) g_object_steal_data (G_OBJECT (asker), ANSWERED);

  for (guint i = 0; selected != NULL && i < headings->len; i++)
    {
      const char *column =
        selected[i] > 0 ? outlay_row_column_get_name ((OutlayRowColumn) (selected[i] - 1)) : "";

      g_hash_table_replace (choices, g_strdup (g_ptr_array_index (headings, i)),
                            g_strdup (column));
    }
  if (selected != NULL)
    outlay_usage_choices_save (KEY, choices);
  if (answered != NULL)
    answered (GTK_WINDOW (asker), selected != NULL);
}

static GtkStringList *
create_names (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, C_("column of a table", "Leave out"));
  for (guint i = 0; i < OUTLAY_N_ROW_COLUMNS; i++)
    gtk_string_list_append (list, _(names[i]));

  return list;
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
  g_object_set_data (G_OBJECT (window), ANSWERED, (gpointer) answered);

  return outlay_usage_choices_ask (GTK_WIDGET (window), _("What Do These Columns Mean?"),
                                   _("A table needs a time and something that can be counted. "
                                     "What is said here is remembered for the next table."),
                                   _("_Read"), headings, NULL, create_names (), on_answered);
}

static guint
find_choice (const char *column)
{
  for (guint i = 0; i < OUTLAY_N_ROW_COLUMNS; i++)
    if (strcmp (outlay_row_column_get_name ((OutlayRowColumn) i), column) == 0)
      return i + 1;

  return 0;
}

static int
compare_headings (gconstpointer a,
                  gconstpointer b)
{
  return g_utf8_collate (*(const char * const *) a, *(const char * const *) b);
}

/* What was said once can be said otherwise. */
static void
columns_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  g_autoptr (GHashTable) choices = outlay_usage_choices_load (KEY);
  GPtrArray *headings = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint *selected = g_new0 (guint, g_hash_table_size (choices) + 1);
  GHashTableIter iter;
  gpointer heading;

  g_hash_table_iter_init (&iter, choices);
  while (g_hash_table_iter_next (&iter, &heading, NULL))
    g_ptr_array_add (headings, g_strdup (heading));
  g_ptr_array_sort (headings, compare_headings);
  for (guint i = 0; i < headings->len; i++)
    selected[i] = find_choice (g_hash_table_lookup (choices, g_ptr_array_index (headings, i)));

  outlay_usage_choices_ask (widget, _("What Columns Mean"),
                            headings->len > 0
                              ? _("What is said here is of tables that are read from now on.")
                              : _("No table with columns of its own was read yet."),
                            _("_Keep"), headings, selected, create_names (), on_answered);
}

void
outlay_usage_columns_class_install_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "usage.columns", NULL, columns_action);
}
