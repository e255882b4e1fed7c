/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of real usage reads logs, and says what outlay-cli says of them. */
#include "measured.h"
#include "pane-test.h"
#include "scenario-file.h"
#include "usage-calibrate.h"
#include "usage-columns.h"
#include "usage-desk.h"
#include "usage-forecast.h"
#include "usage-reading.h"
#include "widgets/figure-table.h"

#include <string.h>

/* px: what stands beside a card, and its own padding. */
#define WINDOW_MARGIN 30

static void
test_empty (UsageDesk     *desk,
            gconstpointer  data)
{
  usage_desk_await_label (GTK_WIDGET (desk->window), "What Was Really Used");

  /* Who only looks leaves nothing behind. */
  g_assert_false (g_file_test (desk->ledger, G_FILE_TEST_EXISTS));
}

static void
test_questions (UsageDesk     *desk,
                gconstpointer  data)
{
  usage_desk_read_logs (desk, ".");

  for (guint i = 0; i < OUTLAY_N_QUESTIONS; i++)
    {
      const OutlayUsageAnswer *answer = usage_desk_get_answer (desk, (OutlayQuestion) i);
      g_autofree char *shown = outlay_usage_answer_to_csv (answer->answer);
      g_autofree char *printed = usage_desk_ask_cli (desk, outlay_question_get_name ((OutlayQuestion) i));

      g_assert_cmpstr (shown, ==, printed);
      g_assert_cmpuint (answer->sheet->rows->len, >=, 1);
    }
}

static gboolean
has_column (const OutlaySheet *sheet,
            const char        *key)
{
  for (guint i = 0; i < sheet->columns->len; i++)
    if (g_str_equal (outlay_sheet_get_column (sheet, i)->key, key))
      return TRUE;

  return FALSE;
}

static void
test_words (UsageDesk     *desk,
            gconstpointer  data)
{
  const OutlayUsageAnswer *answer;

  usage_desk_read_logs (desk, "codex_plain_1b907176.jsonl");
  answer = usage_desk_get_answer (desk, OUTLAY_QUESTION_AGENTS);

  /* As in EXPECTED.csv. */
  g_assert_cmpstr (answer->finding, ==, "codex · gpt-5.5 used 100\302\240% of 788,236 tokens");
  g_assert_cmpstr (outlay_sheet_get_row (answer->sheet, 0)->name, ==, "codex · gpt-5.5");
  usage_desk_await_label (GTK_WIDGET (desk->window), "1 log was read. 1 run is new.");

  /* A column that says nothing is left out. */
  g_assert_true (has_column (answer->sheet, "cache_read"));
  g_assert_false (has_column (answer->sheet, "placeholder_calls"));

  answer = usage_desk_get_answer (desk, OUTLAY_QUESTION_OUTCOMES);
  g_assert_cmpstr (answer->finding, ==, "No run says what became of its work");
}

/* What a table shows has room in the window as it first opens. */
static void
test_table_fits (UsageDesk     *desk,
                 gconstpointer  data)
{
  const OutlayUsageAnswer *answer;
  GtkWidget *table;
  int least, width;

  usage_desk_read_logs (desk, "claude-code_short_5m_placeholder_output_e341432e.jsonl");
  answer = usage_desk_get_answer (desk, OUTLAY_QUESTION_AGENTS);
  g_assert_true (has_column (answer->sheet, "cache_write_5m"));
  g_assert_true (has_column (answer->sheet, "placeholder_calls"));

  table = find_widget (GTK_WIDGET (desk->window), OUTLAY_TYPE_FIGURE_TABLE, 0);
  gtk_widget_measure (table, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_object_get (desk->window, "default-width", &width, NULL);
  g_test_message ("%d of %d px", least, width);
  g_assert_cmpint (least, <=, width - 2 * WINDOW_MARGIN);
}

/* Calibration */

static GBytes *
write_scenario (UsageDesk *desk)
{
  return outlay_scenario_write (outlay_session_get_scenario (desk->session));
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
test_calibrate (UsageDesk     *desk,
                gconstpointer  data)
{
  g_autoptr (GBytes) before = write_scenario (desk);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (OutlayMeasured) measured = NULL;
  GtkWidget *section;
  double turns;

  usage_desk_write_sessions (desk, 30);
  usage_desk_read (desk, desk->folder);
  section = usage_desk_show_section (desk, OUTLAY_TYPE_USAGE_CALIBRATE, "calibrate");
  usage_desk_await_label (GTK_WIDGET (desk->window), "Turns of a task, at the start");
  g_assert_false (can_take (section));
  usage_desk_await_label (section, "Nothing is ticked.");

  g_assert_true (gtk_widget_activate_action (section, "calibrate.all", NULL));
  while (!can_take (section))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_activate_action (section, "calibrate.take", NULL));

  /* One edit takes all of it, and every value says where it comes from. */
  g_assert_cmpstr (outlay_session_get_undo_name (desk->session), ==, "Measured Values");
  turns = get_number (desk->session, "turns");
  g_assert_cmpfloat (turns, !=, 5);
  measured = outlay_measured_find (outlay_session_get_scenario (desk->session), "turns");
  g_assert_nonnull (measured);
  g_assert_cmpuint (measured->n, ==, 30);
  g_assert_cmpfloat (measured->value, ==, turns);

  g_assert_true (outlay_session_undo (desk->session));
  after = write_scenario (desk);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_null (outlay_session_get_undo_name (desk->session));
}

static void
test_too_little (UsageDesk     *desk,
                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (desk->folder, "team.outlay", NULL);
  const char *words[] = { "ledger", "fit", path, NULL };
  g_autofree char *fit = NULL;
  GtkWidget *section;

  usage_desk_write_sessions (desk, 7);
  usage_desk_read (desk, desk->folder);
  section = usage_desk_show_section (desk, OUTLAY_TYPE_USAGE_CALIBRATE, "calibrate");
  usage_desk_await_label (GTK_WIDGET (desk->window), "There is too little data to measure anything yet");

  /* What lacks are sessions: there are 28 calls. */
  g_assert_true (has_label (section, "Too little data. Sessions: 7"));
  g_assert_false (has_label (section, "Too little data. Calls: 28"));
  g_assert_true (outlay_scenario_save (outlay_session_get_scenario (desk->session), path, NULL));
  fit = usage_desk_run_ledger (desk, words);
  g_assert_nonnull (strstr (fit, "too few sessions, 20 are needed"));
  g_assert_null (strstr (fit, "too few calls"));

  gtk_widget_activate_action (section, "calibrate.all", NULL);
  let_run ();
  g_assert_false (can_take (section));
  g_assert_null (outlay_session_get_undo_name (desk->session));
}

/* Ann does two tasks on each of her days, Ben five. */
static void
write_table_of_people (UsageDesk *desk)
{
  g_autofree char *path = g_build_filename (desk->folder, "people.csv", NULL);
  g_autoptr (GString) table = g_string_new ("run,time,person,output,cost\n");

  for (int day = 1; day <= 25; day++)
    for (int task = 0; task < 7; task++)
      g_string_append_printf (table, "%d-%d,2026-06-%02dT1%d:00:00Z,%s,9,0.5\n", day, task, day,
                              task, task < 2 ? "Ann" : "Ben");
  g_assert_true (g_file_set_contents (path, table->str, -1, NULL));
}

/* Where it is known who has which role, each role is measured alone. */
static void
test_roles (UsageDesk     *desk,
            gconstpointer  data)
{
  const OutlayScenario *scenario = outlay_session_get_scenario (desk->session);
  g_autofree char *first = g_strdup_printf ("%s: tasks of a person on an active day",
                                            scenario->team[0].name);
  GtkWidget *section, *dialog;

  write_table_of_people (desk);
  usage_desk_read (desk, desk->folder);
  section = usage_desk_show_section (desk, OUTLAY_TYPE_USAGE_CALIBRATE, "calibrate");
  usage_desk_await_label (section, "Tasks of a person on an active day");
  g_assert_true (gtk_widget_activate_action (section, "calibrate.roles", NULL));

  /* Who has most runs comes first. */
  dialog = usage_desk_await_dialog ();
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_widget (dialog, ADW_TYPE_COMBO_ROW, 0)), 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_widget (dialog, ADW_TYPE_COMBO_ROW, 1)), 2);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  usage_desk_await_label (section, first);

  g_assert_true (gtk_widget_activate_action (section, "calibrate.all", NULL));
  while (!can_take (section))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_activate_action (section, "calibrate.take", NULL));
  g_assert_cmpfloat (get_number (desk->session, "team[0].tasks_per_day"), ==, 5);
  g_assert_cmpfloat (get_number (desk->session, "team[1].tasks_per_day"), ==, 2);
  g_assert_true (outlay_session_undo (desk->session));
}

/* Forecast against actual */

static void
begin_in_june (UsageDesk *desk)
{
  OutlayScenario *draft = outlay_session_begin_edit (desk->session);

  draft->start = 2026 * 12 + 5;
  outlay_session_commit_edit (desk->session, draft, "Start", NULL);
}

static void
test_forecast (UsageDesk     *desk,
               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (desk->folder, "team.outlay", NULL);
  g_autofree char *shown = NULL, *printed = NULL;
  const OutlayUsageActuals *actuals;
  const char *argv[] = { "ledger", "compare", path, "--option",
                         outlay_session_get_focus (desk->session), NULL };
  GtkWidget *section;
  double sum = 0;

  begin_in_june (desk);
  g_assert_true (outlay_scenario_save (outlay_session_get_scenario (desk->session), path, NULL));
  usage_desk_write_sessions (desk, 30);
  usage_desk_read (desk, desk->folder);
  section = usage_desk_show_section (desk, OUTLAY_TYPE_USAGE_FORECAST, "forecast");
  while (outlay_usage_forecast_get_data (OUTLAY_USAGE_FORECAST (section)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  actuals = outlay_usage_forecast_get_data (OUTLAY_USAGE_FORECAST (section));
  shown = outlay_usage_actuals_to_csv (actuals);
  printed = usage_desk_run_ledger (desk, argv);
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

  g_assert_cmpfloat (outlook.scored, ==, 400);
  g_assert_true (outlay_outlook_is_comparable (&outlook));
  outlook.actual = 39;
  g_assert_false (outlay_outlook_is_comparable (&outlook));

  outlay_outlook_init (&outlook, months, estimate, option, 20261231);
  g_assert_cmpuint (outlook.n_months, ==, 0);
}

/* Tables */

/* Columns with names of their own are asked for once. */
static void
test_columns (UsageDesk     *desk,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (desk->folder, "runs.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (OutlayCsvMapping) mapping = NULL;
  const OutlayAnswer *answer;
  AdwComboRow *row;
  gboolean is_done = FALSE;
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (path, "Ausgang;Wann;Rest\n700;2026-06-02;x\n", -1, NULL));
  g_signal_connect_swapped (desk->store, "imported", G_CALLBACK (g_atomic_int_inc), &is_done);
  outlay_usage_window_read (desk->window, file);
  dialog = usage_desk_await_dialog ();

  adw_combo_row_set_selected (ADW_COMBO_ROW (find_widget (dialog, ADW_TYPE_COMBO_ROW, 0)),
                              OUTLAY_ROW_OUTPUT + 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_widget (dialog, ADW_TYPE_COMBO_ROW, 1)),
                              OUTLAY_ROW_TIME + 1);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);

  answer = usage_desk_get_answer (desk, OUTLAY_QUESTION_AGENTS)->answer;
  g_assert_cmpfloat (outlay_answer_get_number (answer, 1, 4), ==, 700);
  again = outlay_usage_columns_list_new (path);
  g_assert_cmpuint (again->len, ==, 0);

  /* What was said is shown, and can be said otherwise. */
  let_run ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (desk->window), "usage.columns", NULL));
  dialog = usage_desk_await_dialog ();
  row = ADW_COMBO_ROW (find_widget (dialog, ADW_TYPE_COMBO_ROW, 0));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, OUTLAY_ROW_OUTPUT + 1);
  adw_combo_row_set_selected (row, OUTLAY_ROW_INPUT + 1);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  mapping = outlay_usage_columns_load ();
  g_assert_cmpint (outlay_csv_mapping_find (mapping, "Ausgang"), ==, OUTLAY_ROW_INPUT);
}

/* To read the same again is told, and changes nothing. */
static void
test_again (UsageDesk     *desk,
            gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL;

  usage_desk_read_logs (desk, ".");
  before = usage_desk_ask_cli (desk, "agents");
  usage_desk_read_logs (desk, ".");
  after = usage_desk_ask_cli (desk, "agents");

  g_assert_cmpstr (before, ==, after);
  usage_desk_await_label (GTK_WIDGET (desk->window), "0 logs were read. 0 runs are new.");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) \
  g_test_add ("/usage/" name, UsageDesk, NULL, usage_desk_set_up, function, usage_desk_tear_down)

  ADD ("empty", test_empty);
  ADD ("questions", test_questions);
  ADD ("words", test_words);
  ADD ("table-fits", test_table_fits);
  ADD ("again", test_again);
  ADD ("calibrate", test_calibrate);
  ADD ("too-little", test_too_little);
  ADD ("roles", test_roles);
  ADD ("forecast", test_forecast);
  ADD ("columns", test_columns);
  g_test_add_func ("/usage/outlook", test_outlook);

  return g_test_run ();
}
