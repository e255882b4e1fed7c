/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of real usage reads logs, and says what outlay-cli says of them. */
#include "../ledger/log-writer.h"
#include "measured.h"
#include "pane-test.h"
#include "scenario-file.h"
#include "usage-calibrate.h"
#include "usage-card.h"
#include "usage-columns.h"
#include "usage-forecast.h"
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
read_from (Fixture    *fixture,
           const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean is_done = FALSE;
  gulong id = g_signal_connect (fixture->store, "imported", G_CALLBACK (on_imported), &is_done);

  outlay_usage_window_read (fixture->window, file);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (fixture->store, id);
}

static void
read_logs (Fixture    *fixture,
           const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "logs", name, NULL);

  read_from (fixture, path);
}

/* What is told in a frame to come. */
static void
await_label (GtkWidget  *root,
             const char *text)
{
  while (!has_label (root, text))
    g_main_context_iteration (NULL, TRUE);
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
run_ledger (Fixture            *fixture,
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
  g_ptr_array_add (argv, fixture->ledger);
  g_ptr_array_add (argv, (gpointer) "--format");
  g_ptr_array_add (argv, (gpointer) "csv");
  g_ptr_array_add (argv, NULL);

  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return output;
}

static char *
run_cli (Fixture    *fixture,
         const char *question)
{
  const char *words[] = { "ledger", "show", question, NULL };

  return run_ledger (fixture, words);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  await_label (GTK_WIDGET (fixture->window), "What Was Really Used");

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
  await_label (GTK_WIDGET (fixture->window), "1 log was read. 1 run is new.");

  answer = get_answer (fixture, OUTLAY_QUESTION_OUTCOMES);
  g_assert_cmpstr (answer->finding, ==, "No run says what became of its work");
}

/* Calibration */

static GtkWidget *
show_section (Fixture    *fixture,
              GType       type,
              const char *name)
{
  GtkWidget *section;

  while ((section = find_widget (GTK_WIDGET (fixture->window), type, 0)) == NULL ||
         !gtk_widget_get_mapped (gtk_widget_get_parent (section)))
    g_main_context_iteration (NULL, TRUE);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (gtk_widget_get_parent (section)), name);

  return section;
}

/* Sessions of two turns with two calls each. */
static void
write_sessions (Fixture *fixture,
                guint    n_sessions)
{
  for (guint i = 0; i < n_sessions; i++)
    {
      g_autofree char *session = g_strdup_printf ("session-%u", i);
      g_autofree char *name = g_strdup_printf ("%s.jsonl", session);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
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

static GBytes *
write_scenario (Fixture *fixture)
{
  return outlay_scenario_write (outlay_session_get_scenario (fixture->session));
}

static void
wait_for_label (Fixture    *fixture,
                const char *text)
{
  while (!has_label (GTK_WIDGET (fixture->window), text))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
can_take (GtkWidget *section)
{
  GtkWidget *button;

  for (guint i = 0; (button = find_widget (section, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)),
                   "calibrate.take") == 0)
      return gtk_widget_get_sensitive (button);

  g_assert_not_reached ();
}

static void
test_calibrate (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GBytes) before = write_scenario (fixture);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (OutlayMeasured) measured = NULL;
  GtkWidget *section;
  double turns;

  write_sessions (fixture, 30);
  read_from (fixture, fixture->folder);
  section = show_section (fixture, OUTLAY_TYPE_USAGE_CALIBRATE, "calibrate");
  wait_for_label (fixture, "Turns of a task, at the start");
  g_assert_false (can_take (section));
  await_label (section, "Nothing is ticked.");

  g_assert_true (gtk_widget_activate_action (section, "calibrate.all", NULL));
  while (!can_take (section))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_activate_action (section, "calibrate.take", NULL));

  /* One edit takes all of it, and every value says where it comes from. */
  g_assert_cmpstr (outlay_session_get_undo_name (fixture->session), ==, "Measured Values");
  turns = get_number (fixture->session, "turns");
  g_assert_cmpfloat (turns, !=, 5);
  measured = outlay_measured_find (outlay_session_get_scenario (fixture->session), "turns");
  g_assert_nonnull (measured);
  g_assert_cmpuint (measured->n, ==, 30);
  g_assert_cmpfloat (measured->value, ==, turns);

  g_assert_true (outlay_session_undo (fixture->session));
  after = write_scenario (fixture);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_null (outlay_session_get_undo_name (fixture->session));
}

static void
test_too_little (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *section;

  write_sessions (fixture, 5);
  read_from (fixture, fixture->folder);
  section = show_section (fixture, OUTLAY_TYPE_USAGE_CALIBRATE, "calibrate");
  wait_for_label (fixture, "There is too little data to measure anything yet");

  gtk_widget_activate_action (section, "calibrate.all", NULL);
  let_run ();
  g_assert_false (can_take (section));
  g_assert_null (outlay_session_get_undo_name (fixture->session));
}

/* Forecast against actual */

static void
begin_in_june (Fixture *fixture)
{
  OutlayScenario *draft = outlay_session_begin_edit (fixture->session);

  draft->start = 2026 * 12 + 5;
  outlay_session_commit_edit (fixture->session, draft, "Start", NULL);
}

static void
test_forecast (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "team.outlay", NULL);
  g_autofree char *shown = NULL, *printed = NULL;
  const OutlayUsageActuals *actuals;
  const char *argv[] = { "ledger", "compare", path, "--option",
                         outlay_session_get_focus (fixture->session), NULL };
  GtkWidget *section;
  double sum = 0;

  begin_in_june (fixture);
  g_assert_true (outlay_scenario_save (outlay_session_get_scenario (fixture->session), path, NULL));
  write_sessions (fixture, 30);
  read_from (fixture, fixture->folder);
  section = show_section (fixture, OUTLAY_TYPE_USAGE_FORECAST, "forecast");
  while (outlay_usage_forecast_get_data (OUTLAY_USAGE_FORECAST (section)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  actuals = outlay_usage_forecast_get_data (OUTLAY_USAGE_FORECAST (section));
  shown = outlay_usage_actuals_to_csv (actuals);
  printed = run_ledger (fixture, argv);
  g_assert_cmpstr (shown, ==, printed);

  /* The bars lead from the forecast to what was used. */
  g_assert_cmpuint (actuals->chart.n_steps, >=, 5);
  for (guint i = 0; i + 1 < actuals->chart.n_steps; i++)
    sum += actuals->steps[i].value;
  g_assert_cmpfloat_with_epsilon (sum, actuals->steps[actuals->chart.n_steps - 1].value, 1e-6);
}

static OutlayMonthComparison
make_month (int    date,
            double forecast,
            double actual)
{
  return (OutlayMonthComparison) { .date = date, .forecast = forecast, .actual = actual };
}

/* By hand: 200 where 100 was forecast of two months, then 300 and 100; today is in the
 * fifth. */
static void
test_outlook (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  g_autoptr (OutlayEstimate) estimate =
    outlay_estimate_new (outlay_session_get_scenario (session));
  const OutlayOptionEstimate *option = &estimate->options[0];
  g_autoptr (GArray) months = g_array_new (FALSE, FALSE, sizeof (OutlayMonthComparison));
  const OutlayMonthComparison rows[] = {
    make_month (20261201, 100, 200), make_month (20270101, 100, 200),
    make_month (20270201, 100, 300), make_month (20270301, 100, 100),
    make_month (20270401, 100, 5),
  };
  OutlayOutlook outlook;

  g_array_append_vals (months, rows, G_N_ELEMENTS (rows));
  outlay_outlook_init (&outlook, months, estimate, option, 20270415);
  g_assert_cmpuint (outlook.n_months, ==, 4);
  g_assert_cmpfloat (outlook.forecast, ==, 400);
  g_assert_cmpfloat (outlook.actual, ==, 800);
  g_assert_cmpfloat_with_epsilon (outlook.rest, option->total[OUTLAY_FIGURE_API_COST] - 400, 1e-6);
  g_assert_cmpfloat_with_epsilon (outlook.outlook, 2 * outlook.rest, 1e-6);
  g_assert_cmpuint (outlook.n_fitted, ==, 2);
  g_assert_cmpuint (outlook.n_scored, ==, 2);
  g_assert_cmpfloat_with_epsilon (outlook.error, (100.0 + 100.0) / 400, 1e-12);
  g_assert_cmpfloat_with_epsilon (outlook.plain_error, (200.0 + 0) / 400, 1e-12);

  outlay_outlook_init (&outlook, months, estimate, option, 20261231);
  g_assert_cmpuint (outlook.n_months, ==, 0);
}

/* Tables */

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

/* Columns with names of their own are asked for once. */
static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "runs.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) again = NULL;
  gboolean is_done = FALSE;
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (path, "Ausgang;Wann;Rest\n700;2026-06-02;x\n", -1, NULL));
  g_signal_connect (fixture->store, "imported", G_CALLBACK (on_imported), &is_done);
  outlay_usage_window_read (fixture->window, file);
  while ((dialog = find_dialog ()) == NULL)
    g_main_context_iteration (NULL, TRUE);

  adw_combo_row_set_selected (ADW_COMBO_ROW (find_widget (dialog, ADW_TYPE_COMBO_ROW, 0)),
                              OUTLAY_ROW_OUTPUT + 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_widget (dialog, ADW_TYPE_COMBO_ROW, 1)),
                              OUTLAY_ROW_TIME + 1);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "read");
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpfloat (outlay_answer_get_number (
                       get_answer (fixture, OUTLAY_QUESTION_AGENTS)->answer, 1, 4), ==, 700);
  again = outlay_usage_columns_list_new (path);
  g_assert_cmpuint (again->len, ==, 0);
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
  await_label (GTK_WIDGET (fixture->window), "0 logs were read. 0 runs are new.");
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
  ADD ("calibrate", test_calibrate);
  ADD ("too-little", test_too_little);
  ADD ("forecast", test_forecast);
  ADD ("columns", test_columns);
  g_test_add_func ("/usage/outlook", test_outlook);

  return g_test_run ();
}
