/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outlay-cli ledger runs, note: runs one by one, and what a person says of them. */
#include "commands.h"

#include "grid.h"
#include "ledger-commands.h"
#include "runs.h"
#include "writer.h"

#include <math.h>
#include <stdio.h>

#define LIMIT 50

typedef enum
{
  RUN_TEXT,
  RUN_COUNT,
  RUN_MONEY
} ColumnKind;

static const struct
{
  const char *name;
  ColumnKind  kind;
} columns[] = {
  { "session", RUN_TEXT }, { "time", RUN_TEXT }, { "repository", RUN_TEXT },
  { "agent", RUN_TEXT }, { "model", RUN_TEXT }, { "person", RUN_TEXT }, { "kind", RUN_TEXT },
  { "kind_by", RUN_TEXT }, { "outcome", RUN_TEXT }, { "risk", RUN_TEXT },
  { "reason", RUN_TEXT }, { "tokens", RUN_COUNT }, { "turns", RUN_COUNT },
  { "cost", RUN_MONEY },
};

/* Who says what kind of task it was. */
static const char *
get_source (const OutlayRun *run)
{
  if (run->is_table)
    return run->note.kind != NULL ? "table" : NULL;

  return run->note.kind != NULL ? "note" : "rule";
}

static char *
format_time (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at / 1000);

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

static void
add_run (OutlayGrid       *grid,
         OutlayJsonWriter *writer,
         const OutlayRun  *run)
{
  g_autofree char *session = g_strdup_printf ("%016" G_GINT64_MODIFIER "x",
                                                (guint64) run->session);
  g_autofree char *time = format_time (run->at);
  const char * const texts[] = {
    session, time, run->repository, run->agent, run->model, run->person, run->kind,
    get_source (run), run->note.outcome, run->note.risk, run->note.reason,
  };
  const double numbers[] = { (double) run->tokens, run->turns >= 0 ? (double) run->turns : NAN,
                             run->unpriced > 0 ? NAN : (double) run->cost / 1e9 };

  outlay_json_writer_begin_object (writer);
  outlay_json_writer_begin_line (writer);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      outlay_json_writer_key (writer, columns[i].name);
      if (i >= G_N_ELEMENTS (texts))
        {
          double number = numbers[i - G_N_ELEMENTS (texts)];

          outlay_grid_add_number (grid, number, columns[i].kind == RUN_MONEY ? 4 : 0);
          outlay_json_writer_number (writer, number);
        }
      else if (texts[i] == NULL)
        {
          outlay_grid_add_text (grid, "");
          outlay_json_writer_null (writer);
        }
      else
        {
          outlay_grid_add_text (grid, texts[i]);
          outlay_json_writer_text (writer, texts[i]);
        }
    }
  outlay_json_writer_end_object (writer);
  outlay_json_writer_end_line (writer);
}

static void
print_runs (const GPtrArray *runs,
            OutlayFormat     format)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    outlay_grid_add_column (grid, columns[i].name, columns[i].kind != RUN_TEXT);
  outlay_json_writer_begin_list (writer);
  for (guint i = 0; i < runs->len; i++)
    add_run (grid, writer, g_ptr_array_index (runs, i));
  outlay_json_writer_end_list (writer);

  text = format == OUTLAY_FORMAT_JSON ? outlay_json_writer_finish (writer)
         : format == OUTLAY_FORMAT_CSV ? outlay_grid_to_csv (grid)
                                       : outlay_grid_to_table (grid);
  fputs (text, stdout);
}

OutlayExit
outlay_cli_ledger_runs (int    argc,
                        char **argv)
{
  g_autofree char *path = NULL, *format_name = NULL, *from = NULL, *to = NULL, *kind = NULL;
  g_autofree char *text = NULL;
  gboolean all = FALSE;
  int limit = LIMIT;
  const GOptionEntry entries[] = {
    OUTLAY_CLI_LEDGER_OPTIONS (&path),
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, "the first day", "YYYY-MM-DD" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, "the last day", "YYYY-MM-DD" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, "every day, not only the last month", NULL },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, "of this kind of task alone", "KIND" },
    { "find", 0, 0, G_OPTION_ARG_STRING, &text,
      "with this in the name of repository, model, person or run", "TEXT" },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, "so many at most (50)", "N" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table, csv or json", "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayLedger) ledger = NULL;
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GError) error = NULL;
  OutlayRunFilter filter = { .kind = NULL };
  OutlayFormat format;
  OutlayExit status;

  if (!outlay_cli_parse ("",
                         "Lists runs, the newest first, with the kind of task and what says so: a\n"
                         "rule, a note or a table. Without days it is about the last month.",
                         entries, &argc, &argv) ||
      !outlay_cli_parse_format (format_name, &format))
    return OUTLAY_EXIT_USAGE;
  if (argc != 1 || limit < 1)
    return outlay_cli_usage ("ledger runs takes no argument, and a limit of 1 or more");

  ledger = outlay_cli_open_ledger (path);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;
  status = outlay_cli_find_period (ledger, from, to, all, &filter.period);
  if (status != OUTLAY_EXIT_DONE)
    return status;

  filter.kind = kind;
  filter.text = text;
  filter.limit = (guint) limit;
  runs = outlay_ledger_list_runs (ledger, &filter, &error);
  if (runs == NULL)
    return outlay_cli_fail ("%s", error->message);
  print_runs (runs, format);

  return OUTLAY_EXIT_DONE;
}

/* What the ledger has of a session, or %NULL where that was said to be wrong. */
static OutlayRun *
find_run (OutlayLedger *ledger,
          const char   *session)
{
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GError) error = NULL;
  OutlayRunFilter filter = { .period = { 0, G_MAXINT32 }, .limit = 1 };
  guint64 number;

  if (!g_ascii_string_to_unsigned (session, 16, 1, G_MAXUINT64, &number, NULL))
    {
      outlay_cli_usage ("%s: allowed is the number of a session, as ledger runs prints it",
                        session);
      return NULL;
    }

  filter.session = (gint64) number;
  runs = outlay_ledger_list_runs (ledger, &filter, &error);
  if (runs == NULL)
    outlay_cli_fail ("%s", error->message);
  else if (runs->len == 0)
    outlay_cli_fail ("the ledger has no session %s", session);

  return runs != NULL && runs->len > 0 ? g_ptr_array_steal_index (runs, 0) : NULL;
}

/* An empty word takes back what was said. */
static void
say (char       **field,
     const char  *text)
{
  if (text == NULL)
    return;

  g_free (*field);
  *field = *text != '\0' ? g_strdup (text) : NULL;
}

OutlayExit
outlay_cli_ledger_note (int    argc,
                        char **argv)
{
  g_autofree char *path = NULL, *kind = NULL, *outcome = NULL, *risk = NULL, *reason = NULL;
  const GOptionEntry entries[] = {
    OUTLAY_CLI_LEDGER_OPTIONS (&path),
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, "the kind of task", "KIND" },
    { "outcome", 0, 0, G_OPTION_ARG_STRING, &outcome,
      "accepted, edited, rejected or reverted", "OUTCOME" },
    { "risk", 0, 0, G_OPTION_ARG_STRING, &risk, "the class of risk", "RISK" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, "why a dear tier was used", "REASON" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayLedger) ledger = NULL;

  if (!outlay_cli_parse ("SESSION...",
                         "Notes what no log says of sessions, or what a rule has got wrong. It goes\n"
                         "before rules and git; an empty word, as --kind '', takes it back.",
                         entries, &argc, &argv))
    return OUTLAY_EXIT_USAGE;
  if (argc < 2 || (kind == NULL && outcome == NULL && risk == NULL && reason == NULL))
    return outlay_cli_usage ("ledger note takes sessions, and what there is to say of them");

  ledger = outlay_cli_open_ledger (path);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (OutlayRun) run = find_run (ledger, argv[i]);
      g_autoptr (GError) error = NULL;

      if (run == NULL)
        return OUTLAY_EXIT_FAILED;

      say (&run->note.kind, kind);
      say (&run->note.outcome, outcome);
      say (&run->note.risk, risk);
      say (&run->note.reason, reason);
      if (!outlay_ledger_set_note (ledger, run->session, &run->note, &error))
        return outlay_cli_fail ("%s", error->message);
    }

  return OUTLAY_EXIT_DONE;
}
