/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs in the window: shown page by page, and corrected; what outlay-cli says follows. */
#include "pane-test.h"
#include "runs.h"
#include "usage-desk.h"
#include "usage-runs.h"

#include <string.h>

static OutlayUsageRuns *
show_runs (UsageDesk *desk)
{
  return OUTLAY_USAGE_RUNS (usage_desk_show_section (desk, OUTLAY_TYPE_USAGE_RUNS, "runs"));
}

/* Waits until the first run that is shown says so. */
static const OutlayRun *
await_first (OutlayUsageRuns *runs,
             const char      *kind,
             guint            n_runs)
{
  while (TRUE)
    {
      const GPtrArray *shown = outlay_usage_runs_get_shown (runs);
      const OutlayRun *first = shown != NULL && shown->len > 0 ? g_ptr_array_index (shown, 0)
                                                               : NULL;

      if (first != NULL && g_strcmp0 (first->kind, kind) == 0 && shown->len == n_runs)
        return first;
      g_main_context_iteration (NULL, TRUE);
    }
}

static char *
list_kinds (UsageDesk *desk)
{
  const char *words[] = { "ledger", "show", "repositories", "--all", NULL };

  return usage_desk_run_ledger (desk, words);
}

static void
open_row (OutlayUsageRuns *runs,
          int              row)
{
  GtkListBox *list = GTK_LIST_BOX (find_widget (GTK_WIDGET (runs), GTK_TYPE_LIST_BOX, 0));

  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, row));
}

/* Says another kind of task of a run, as a person does. */
static void
choose_kind (GtkWidget *dialog,
             guint      position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_widget (dialog, ADW_TYPE_COMBO_ROW, 0)),
                              position);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "save");
}

/* A rule is put right, the answers follow; and taken back, as if nothing was said. */
static void
test_correct (UsageDesk     *desk,
              gconstpointer  data)
{
  g_autofree char *before = NULL, *corrected = NULL, *after = NULL;
  OutlayUsageRuns *runs;
  const OutlayRun *first;

  usage_desk_write_sessions (desk, 3);
  usage_desk_read (desk, desk->folder);
  runs = show_runs (desk);
  first = await_first (runs, "build", 3);
  g_assert_cmpstr (first->rule, ==, "build");
  before = list_kinds (desk);
  g_assert_null (strstr (before, "orchestrate"));

  open_row (runs, 0);
  choose_kind (usage_desk_await_dialog (), 1);
  await_first (runs, "orchestrate", 3);
  corrected = list_kinds (desk);
  g_assert_nonnull (strstr (corrected, ",orchestrate,1,4,5714,"));
  let_run ();

  open_row (runs, 0);
  choose_kind (usage_desk_await_dialog (), 0);
  await_first (runs, "build", 3);
  after = list_kinds (desk);
  g_assert_cmpstr (before, ==, after);
}

/* The toast takes back what was said. */
static void
test_undo (UsageDesk     *desk,
           gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL;
  OutlayUsageRuns *runs;
  GtkWidget *button;

  usage_desk_write_sessions (desk, 2);
  usage_desk_read (desk, desk->folder);
  runs = show_runs (desk);
  await_first (runs, "build", 2);
  before = list_kinds (desk);

  open_row (runs, 0);
  choose_kind (usage_desk_await_dialog (), 3);
  await_first (runs, "fix", 2);
  for (guint i = 0;; i++)
    {
      button = find_widget (GTK_WIDGET (desk->window), GTK_TYPE_BUTTON, i);
      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "_Undo") == 0)
        break;
    }
  g_signal_emit_by_name (button, "clicked");
  await_first (runs, "build", 2);
  after = list_kinds (desk);
  g_assert_cmpstr (before, ==, after);
}

/* Only a page is in memory, and what is searched is found by the database. */
static void
test_pages (UsageDesk     *desk,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (desk->folder, "table.csv", NULL);
  g_autoptr (GString) table = g_string_new ("run,time,repository,output,kind\n");
  OutlayUsageRuns *runs;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (table, "r%u,2026-06-%02uT10:00:00Z,%s,5,%s\n", i, 1 + i % 28,
                            i == 7 ? "Needle" : "hay", i == 7 ? "fix" : "write");
  g_assert_true (g_file_set_contents (path, table->str, -1, NULL));
  usage_desk_read (desk, path);
  runs = show_runs (desk);
  await_first (runs, "write", 51);
  usage_desk_await_label (GTK_WIDGET (runs), "Runs 1 to 50");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (runs), "runs.next", NULL));
  await_first (runs, "write", 10);
  usage_desk_await_label (GTK_WIDGET (runs), "Runs 51 to 60");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (runs), "runs.previous", NULL));
  await_first (runs, "write", 51);

  /* Behind those of the two choices. */
  gtk_editable_set_text (GTK_EDITABLE (find_widget (GTK_WIDGET (runs), GTK_TYPE_SEARCH_ENTRY, 2)),
                         "needle");
  await_first (runs, "fix", 1);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) \
  g_test_add ("/usage-runs/" name, UsageDesk, NULL, usage_desk_set_up, function, \
              usage_desk_tear_down)

  ADD ("correct", test_correct);
  ADD ("undo", test_undo);
  ADD ("pages", test_pages);

  return g_test_run ();
}
