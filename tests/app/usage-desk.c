/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-desk.h"

#include "../ledger/log-writer.h"
#include "pane-test.h"
#include "usage-card.h"

#include <glib/gstdio.h>

void
usage_desk_set_up (UsageDesk     *desk,
        gconstpointer  data)
{
  desk->folder = g_dir_make_tmp ("outlay-usage-XXXXXX", NULL);
  desk->ledger = g_build_filename (desk->folder, "ledger.sqlite", NULL);
  desk->session = open_example ("forty-people");
  desk->store = outlay_usage_store_new (desk->ledger);
  desk->window = outlay_usage_window_new (NULL, desk->session, desk->store);
  gtk_window_present (GTK_WINDOW (desk->window));
  let_run ();
}

void
usage_desk_tear_down (UsageDesk     *desk,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = g_dir_open (desk->folder, 0, NULL);
  const char *name;

  gtk_window_destroy (GTK_WINDOW (desk->window));
  let_run ();
  g_assert_finalize_object (desk->store);
  g_assert_finalize_object (desk->session);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (desk->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (desk->folder);
  g_free (desk->ledger);
  g_free (desk->folder);
}

static void
on_imported (OutlayUsageStore         *store,
             const OutlayImportReport *report,
             const GError             *error,
             gboolean                 *is_done)
{
  g_assert_no_error (error);
  g_assert_nonnull (report);
  *is_done = TRUE;
}

void
usage_desk_read (UsageDesk  *desk,
           const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean is_done = FALSE;
  gulong id = g_signal_connect (desk->store, "imported", G_CALLBACK (on_imported), &is_done);

  outlay_usage_window_read (desk->window, file);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (desk->store, id);
}

void
usage_desk_read_logs (UsageDesk  *desk,
           const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "logs", name, NULL);

  usage_desk_read (desk, path);
}

/* What is told in a frame to come. */
void
usage_desk_await_label (GtkWidget  *root,
             const char *text)
{
  while (!has_label (root, text))
    g_main_context_iteration (NULL, TRUE);
}

const OutlayUsageAnswer *
usage_desk_get_answer (UsageDesk      *desk,
            OutlayQuestion  question)
{
  GtkWidget *card;

  while ((card = find_widget (GTK_WIDGET (desk->window), OUTLAY_TYPE_USAGE_CARD,
                              question)) == NULL ||
         outlay_usage_card_get_answer (OUTLAY_USAGE_CARD (card)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return outlay_usage_card_get_answer (OUTLAY_USAGE_CARD (card));
}

/* What outlay-cli says of the same ledger. */
char *
usage_desk_run_ledger (UsageDesk          *desk,
            const char * const *words)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_ptr_array_add (argv, (gpointer) g_getenv ("OUTLAY_CLI"));
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) words[i]);
  g_ptr_array_add (argv, (gpointer) "--ledger");
  g_ptr_array_add (argv, desk->ledger);
  g_ptr_array_add (argv, (gpointer) "--format");
  g_ptr_array_add (argv, (gpointer) "csv");
  g_ptr_array_add (argv, NULL);

  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return output;
}

char *
usage_desk_ask_cli (UsageDesk  *desk,
         const char *question)
{
  const char *words[] = { "ledger", "show", question, NULL };

  return usage_desk_run_ledger (desk, words);
}

GtkWidget *
usage_desk_show_section (UsageDesk  *desk,
              GType       type,
              const char *name)
{
  GtkWidget *section;

  while ((section = find_widget (GTK_WIDGET (desk->window), type, 0)) == NULL ||
         !gtk_widget_get_mapped (gtk_widget_get_parent (section)))
    g_main_context_iteration (NULL, TRUE);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (gtk_widget_get_parent (section)), name);

  return section;
}

/* Sessions of two turns with two calls each. */
void
usage_desk_write_sessions (UsageDesk *desk,
                guint    n_sessions)
{
  for (guint i = 0; i < n_sessions; i++)
    {
      g_autofree char *session = g_strdup_printf ("session-%u", i);
      g_autofree char *name = g_strdup_printf ("%s.jsonl", session);
      g_autofree char *path = g_build_filename (desk->folder, name, NULL);
      g_autoptr (GString) log = g_string_new (NULL);

      for (int call = 0; call < 4; call++)
        {
          g_autofree char *id = g_strdup_printf ("%s-%d", session, call);
          int second = (int) i * 3600 + call * 60;

          if (call % 2 == 0)
            log_writer_add_prompt (log, session, id, second);
          log_writer_add_answer (log, session, id, second + 5, 400 + call);
        }
      g_assert_true (g_file_set_contents (path, log->str, -1, NULL));
    }
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (window))
        return window;
    }

  return NULL;
}

GtkWidget *
usage_desk_await_dialog (void)
{
  GtkWidget *dialog;

  while ((dialog = find_dialog ()) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return dialog;
}
