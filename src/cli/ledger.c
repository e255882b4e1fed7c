/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outlay-cli ledger: what was really used. */
#include "commands.h"

#include "dispatch.h"
#include "git-outcomes.h"
#include "grid.h"
#include "ledger-commands.h"
#include "read-values.h"
#include "writer.h"

#include <stdio.h>
#include <string.h>

/* Before it, a day is none. */
#define FIRST_DAY 10101

/* The ledger at @path, or the user's for %NULL; an error has been said. */
OutlayLedger *
outlay_cli_open_ledger (const char *path)
{
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger = outlay_ledger_open (path, &error);

  if (ledger == NULL)
    outlay_cli_fail ("%s", error->message);

  return ledger;
}

/* "Date=time" says that the column Date is the time. */
static OutlayCsvMapping *
read_mapping (char **columns)
{
  g_autoptr (OutlayCsvMapping) mapping = outlay_csv_mapping_new ();

  for (guint i = 0; columns != NULL && columns[i] != NULL; i++)
    {
      char *equals = strrchr (columns[i], '=');

      if (equals != NULL)
        *equals = '\0';
      if (equals == NULL || !outlay_csv_mapping_add (mapping, columns[i], equals + 1))
        {
          g_autoptr (GString) names = g_string_new (outlay_row_column_get_name (OUTLAY_ROW_RUN));

          for (guint column = 1; column < OUTLAY_N_ROW_COLUMNS; column++)
            g_string_append_printf (names, ", %s",
                                    outlay_row_column_get_name ((OutlayRowColumn) column));
          outlay_cli_usage ("--column %s: allowed is HEADING=COLUMN, the column one of %s",
                            columns[i], names->str);
          return NULL;
        }
    }

  return g_steal_pointer (&mapping);
}

static void
print_report (const OutlayImportReport *report)
{
  printf ("%" G_GUINT64_FORMAT " files read, %" G_GUINT64_FORMAT " unchanged; %"
          G_GUINT64_FORMAT " new messages and rows\n",
          report->n_files - report->n_foreign, report->n_known, report->n_new);
  if (report->n_foreign > 0)
    fprintf (stderr, "%" G_GUINT64_FORMAT " files are no logs that Outlay knows\n",
             report->n_foreign);
  if (report->placeholders > 0)
    fprintf (stderr, "%" G_GUINT64_FORMAT " calls were logged with a placeholder for their "
             "output; show --repaired counts an estimate from their content instead\n",
             report->placeholders);
  if (report->quoted_calls > 0)
    fprintf (stderr, "%" G_GUINT64_FORMAT " calls of sub-agents are only quoted; they count "
             "where their own logs are read\n", report->quoted_calls);
  for (guint i = 0; i < report->troubles->len; i++)
    fprintf (stderr, "%s\n", (const char *) g_ptr_array_index (report->troubles, i));
}

static OutlayExit
run_import (int    argc,
            char **argv)
{
  g_autofree char *path = NULL, *person = NULL;
  g_auto (GStrv) columns = NULL;
  const GOptionEntry entries[] = {
    OUTLAY_CLI_LEDGER_OPTIONS (&path),
    { "person", 0, 0, G_OPTION_ARG_STRING, &person, "whose work this is", "NAME" },
    { "column", 0, 0, G_OPTION_ARG_STRING_ARRAY, &columns,
      "what a heading of a table means", "HEADING=COLUMN" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayCsvMapping) mapping = NULL;
  g_autoptr (OutlayLedger) ledger = NULL;
  g_autoptr (OutlayImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  if (!outlay_cli_parse ("PATH...",
                         "Reads what agents logged: Claude Code, Codex and Gemini CLI sessions,\n"
                         "the JSON of ccusage, and tables of runs (CSV). Only counts, times,\n"
                         "models and names of repositories are kept. To read again what was\n"
                         "read changes nothing.", entries, &argc, &argv))
    return OUTLAY_EXIT_USAGE;
  if (argc < 2)
    return outlay_cli_usage ("ledger import needs files or folders");

  mapping = read_mapping (columns);
  if (mapping == NULL)
    return OUTLAY_EXIT_USAGE;
  ledger = outlay_cli_open_ledger (path);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  report = outlay_ledger_import (ledger, (const char * const *) argv + 1, person, mapping, &error);
  if (report == NULL)
    return outlay_cli_fail ("%s", error->message);

  print_report (report);

  return report->counts[OUTLAY_LOG_UNREADABLE] > 0 ? OUTLAY_EXIT_FAILED : OUTLAY_EXIT_DONE;
}

static void
write_cell (OutlayJsonWriter         *writer,
            const OutlayAnswerColumn *column,
            const OutlayAnswerCell   *cell)
{
  outlay_json_writer_key (writer, column->name);
  if (!cell->is_known)
    outlay_json_writer_null (writer);
  else if (column->kind == OUTLAY_ANSWER_TEXT)
    outlay_json_writer_text (writer, cell->text);
  else if (column->kind == OUTLAY_ANSWER_COUNT)
    outlay_json_writer_whole (writer, cell->value);
  else
    outlay_json_writer_number (writer, (double) cell->value / 1e9);
}

static char *
answer_to_json (const OutlayAnswer *answer,
                OutlayQuestion      question,
                OutlayPeriod        period,
                gboolean            repaired)
{
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();
  g_autofree char *first = outlay_date_to_string (period.first);
  g_autofree char *last = outlay_date_to_string (period.last);

  outlay_json_writer_begin_object (writer);
  outlay_json_writer_add_text (writer, "question", outlay_question_get_name (question));
  outlay_json_writer_add_text (writer, "from", first);
  outlay_json_writer_add_text (writer, "to", last);
  outlay_json_writer_key (writer, "repaired");
  outlay_json_writer_flag (writer, repaired);
  outlay_json_writer_key (writer, "rows");
  outlay_json_writer_begin_list (writer);
  for (guint row = 0; row < answer->n_rows; row++)
    {
      outlay_json_writer_begin_object (writer);
      outlay_json_writer_begin_line (writer);
      for (guint column = 0; column < answer->n_columns; column++)
        write_cell (writer, &answer->columns[column],
                    outlay_answer_get_cell (answer, row, column));
      outlay_json_writer_end_object (writer);
      outlay_json_writer_end_line (writer);
    }
  outlay_json_writer_end_list (writer);
  outlay_json_writer_end_object (writer);

  return outlay_json_writer_finish (writer);
}

static char *
answer_to_grid (const OutlayAnswer *answer,
                OutlayFormat        format)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();

  for (guint column = 0; column < answer->n_columns; column++)
    outlay_grid_add_column (grid, answer->columns[column].name,
                            answer->columns[column].kind != OUTLAY_ANSWER_TEXT);

  for (guint row = 0; row < answer->n_rows; row++)
    for (guint column = 0; column < answer->n_columns; column++)
      {
        OutlayAnswerKind kind = answer->columns[column].kind;

        if (kind == OUTLAY_ANSWER_TEXT)
          outlay_grid_add_text (grid, outlay_answer_get_cell (answer, row, column)->text);
        else
          outlay_grid_add_number (grid, outlay_answer_get_number (answer, row, column),
                                  kind == OUTLAY_ANSWER_MONEY ? 2 : 0);
      }

  return format == OUTLAY_FORMAT_CSV ? outlay_grid_to_csv (grid) : outlay_grid_to_table (grid);
}

/* From the first day of a month to its last; no day where @day is none. */
static OutlayPeriod
find_month_of (int day)
{
  int month = day / 100 % 100;

  if (day < FIRST_DAY)
    return (OutlayPeriod) { 0, 0 };

  return (OutlayPeriod) { day / 100 * 100 + 1,
                          day / 100 * 100 + g_date_get_days_in_month (month, day / 10000) };
}

/* Asked of nothing else, a question is about the last month with a run. */
OutlayExit
outlay_cli_find_period (OutlayLedger *ledger,
                        const char   *from,
                        const char   *to,
                        gboolean      all,
                        OutlayPeriod *period)
{
  g_autoptr (GError) error = NULL;
  int first, last;

  if (!outlay_ledger_get_days (ledger, &first, &last, &error))
    return outlay_cli_fail ("%s", error->message);

  if (!all && from == NULL && to == NULL)
    {
      *period = find_month_of (last);
      return OUTLAY_EXIT_DONE;
    }

  *period = (OutlayPeriod) { first, last };
  if ((from != NULL && !outlay_parse_date (from, &period->first)) ||
      (to != NULL && !outlay_parse_date (to, &period->last)))
    return outlay_cli_usage ("--from, --to: allowed is a day, as 2026-08-17");

  return OUTLAY_EXIT_DONE;
}

/* What a table answers, beside it. */
static void
print_question (OutlayQuestion question,
                OutlayPeriod   period,
                gboolean       repaired)
{
  g_autofree char *first = outlay_date_to_string (period.first);
  g_autofree char *last = outlay_date_to_string (period.last);

  if (period.last < FIRST_DAY)
    fputs ("Nothing was read yet: \"outlay-cli ledger import\" reads what agents logged.\n",
           stderr);
  else
    fprintf (stderr, "%s %s to %s%s\n", outlay_question_get_text (question), first, last,
             repaired ? ", output repaired by an estimate" : "");
}

static OutlayExit
run_show (int    argc,
          char **argv)
{
  g_autofree char *path = NULL, *format_name = NULL, *from = NULL, *to = NULL;
  gboolean all = FALSE, repaired = FALSE;
  int cap = OUTLAY_QUESTION_CAP;
  const GOptionEntry entries[] = {
    OUTLAY_CLI_LEDGER_OPTIONS (&path),
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, "the first day", "YYYY-MM-DD" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, "the last day", "YYYY-MM-DD" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, "every day, not only the last month", NULL },
    { "cap", 0, 0, G_OPTION_ARG_INT, &cap, "the loop cap, in turns (10)", "N" },
    { "repaired", 0, 0, G_OPTION_ARG_NONE, &repaired,
      "an estimate where the log has a placeholder for the output", NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table, csv or json", "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayLedger) ledger = NULL;
  g_autoptr (OutlayAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  OutlayQuestion question;
  OutlayPeriod period;
  OutlayFormat format;
  OutlayExit status;

  if (!outlay_cli_parse ("agents|repositories|outcomes|tiers|loops",
                         "Answers a question about what was used, in US dollars at list price.\n"
                         "Without days it is about the last month in the ledger.", entries,
                         &argc, &argv) ||
      !outlay_cli_parse_format (format_name, &format))
    return OUTLAY_EXIT_USAGE;
  if (argc != 2 || !outlay_question_find (argv[1], &question))
    return outlay_cli_usage ("ledger show takes one of agents, repositories, outcomes, tiers "
                             "and loops");
  if (cap < 1 || cap > 500)
    return outlay_cli_usage ("--cap %d: allowed is 1 to 500", cap);

  ledger = outlay_cli_open_ledger (path);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;
  status = outlay_cli_find_period (ledger, from, to, all, &period);
  if (status != OUTLAY_EXIT_DONE)
    return status;

  answer = outlay_question_ask (ledger, question, period, cap, repaired, &error);
  if (answer == NULL)
    return outlay_cli_fail ("%s", error->message);

  if (format == OUTLAY_FORMAT_TABLE)
    print_question (question, period, repaired);
  text = format == OUTLAY_FORMAT_JSON ? answer_to_json (answer, question, period, repaired)
                                      : answer_to_grid (answer, format);
  fputs (text, stdout);

  return OUTLAY_EXIT_DONE;
}

static OutlayExit
run_git (int    argc,
         char **argv)
{
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    OUTLAY_CLI_LEDGER_OPTIONS (&path),
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayLedger) ledger = NULL;

  if (!outlay_cli_parse ("REPOSITORY...",
                         "Takes what became of sessions from the history of git repositories:\n"
                         "accepted where a commit of the session stands on the main branch,\n"
                         "reverted where all of them were taken back. A commit is of the session\n"
                         "during which it was written, or within half an hour of its end. What\n"
                         "a table says of a session goes before it.", entries, &argc, &argv))
    return OUTLAY_EXIT_USAGE;
  if (argc < 2)
    return outlay_cli_usage ("ledger git needs folders of repositories");

  ledger = outlay_cli_open_ledger (path);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      OutlayGitReport report;

      if (!outlay_ledger_read_git (ledger, argv[i], &report, &error))
        return outlay_cli_fail ("%s", error->message);

      printf ("%s: %" G_GUINT64_FORMAT " sessions, %" G_GUINT64_FORMAT " with commits; %"
              G_GUINT64_FORMAT " accepted, %" G_GUINT64_FORMAT " reverted; %" G_GUINT64_FORMAT
              " new\n", argv[i], report.sessions, report.with_commits, report.accepted,
              report.reverted, report.changed);
    }

  return OUTLAY_EXIT_DONE;
}

const OutlayCommand outlay_cli_ledger_commands[] = {
  { "import", "reads what agents logged", run_import, NULL },
  { "show", "answers a question about what was used", run_show, NULL },
  { "runs", "lists runs one by one", outlay_cli_ledger_runs, NULL },
  { "note", "notes what no log says of runs", outlay_cli_ledger_note, NULL },
  { "git", "takes outcomes from the history of repositories", run_git, NULL },
  { "fit", "what the team does beside what a scenario says", outlay_cli_ledger_fit, NULL },
  { "compare", "a forecast against what was used", outlay_cli_ledger_compare, NULL },
  { NULL, NULL, NULL, NULL }
};
