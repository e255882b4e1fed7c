/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of real usage reads logs, and says what outlay-cli says of them. */
#include "pane-test.h"
#include "usage-card.h"
#include "usage-reading.h"
#include "usage-window.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char              *folder;
  char              *ledger;
  OutlaySession     *session;
  OutlayUsageStore  *store;
  OutlayUsageWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("outlay-usage-XXXXXX", NULL);
  fixture->ledger = g_build_filename (fixture->folder, "ledger.sqlite", NULL);
  fixture->session = open_example ("forty-people");
  fixture->store = outlay_usage_store_new (fixture->ledger);
  fixture->window = outlay_usage_window_new (NULL, fixture->session, fixture->store);
  gtk_window_present (GTK_WINDOW (fixture->window));
  let_run ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  let_run ();
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->session);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->ledger);
  g_free (fixture->folder);
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

static void
read_logs (Fixture    *fixture,
           const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "logs", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean is_done = FALSE;
  gulong id = g_signal_connect (fixture->store, "imported", G_CALLBACK (on_imported), &is_done);

  outlay_usage_window_read (fixture->window, file);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (fixture->store, id);
}

static const OutlayUsageAnswer *
get_answer (Fixture        *fixture,
            OutlayQuestion  question)
{
  GtkWidget *card;

  while ((card = find_widget (GTK_WIDGET (fixture->window), OUTLAY_TYPE_USAGE_CARD,
                              question)) == NULL ||
         outlay_usage_card_get_answer (OUTLAY_USAGE_CARD (card)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return outlay_usage_card_get_answer (OUTLAY_USAGE_CARD (card));
}

/* What outlay-cli says of the same ledger. */
static char *
run_cli (Fixture    *fixture,
         const char *question)
{
  const char *argv[] = { g_getenv ("OUTLAY_CLI"), "ledger", "show", question, "--ledger",
                         fixture->ledger, "--format", "csv", NULL };
  char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return output;
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  while (!has_label (GTK_WIDGET (fixture->window), "What Was Really Used"))
    g_main_context_iteration (NULL, TRUE);

  /* Who only looks leaves nothing behind. */
  g_assert_false (g_file_test (fixture->ledger, G_FILE_TEST_EXISTS));
}

static void
test_questions (Fixture       *fixture,
                gconstpointer  data)
{
  read_logs (fixture, ".");

  for (guint i = 0; i < OUTLAY_N_QUESTIONS; i++)
    {
      const OutlayUsageAnswer *answer = get_answer (fixture, (OutlayQuestion) i);
      g_autofree char *shown = outlay_usage_answer_to_csv (answer->answer);
      g_autofree char *printed = run_cli (fixture, outlay_question_get_name ((OutlayQuestion) i));

      g_assert_cmpstr (shown, ==, printed);
      g_assert_cmpuint (answer->sheet->rows->len, >=, 1);
    }
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  const OutlayUsageAnswer *answer;

  read_logs (fixture, "codex_plain_1b907176.jsonl");
  answer = get_answer (fixture, OUTLAY_QUESTION_AGENTS);

  /* As in EXPECTED.csv. */
  g_assert_cmpstr (answer->finding, ==, "codex · gpt-5.5 used 100\302\240% of 788,236 tokens");
  g_assert_cmpstr (outlay_sheet_get_row (answer->sheet, 0)->name, ==, "codex · gpt-5.5");
  g_assert_true (has_label (GTK_WIDGET (fixture->window), "1 log was read. 1 run is new."));

  answer = get_answer (fixture, OUTLAY_QUESTION_OUTCOMES);
  g_assert_cmpstr (answer->finding, ==, "No run says what became of its work");
}

/* To read the same again is told, and changes nothing. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL;

  read_logs (fixture, ".");
  before = run_cli (fixture, "agents");
  read_logs (fixture, ".");
  after = run_cli (fixture, "agents");

  g_assert_cmpstr (before, ==, after);
  g_assert_true (has_label (GTK_WIDGET (fixture->window), "0 logs were read. 0 runs are new."));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) \
  g_test_add ("/usage/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("empty", test_empty);
  ADD ("questions", test_questions);
  ADD ("words", test_words);
  ADD ("again", test_again);

  return g_test_run ();
}
