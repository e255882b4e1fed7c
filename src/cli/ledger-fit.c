/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outlay-cli ledger fit, compare: a scenario beside what was really used. */
#include "commands.h"

#include "actuals.h"
#include "calibration.h"
#include "grid.h"
#include "ledger-commands.h"
#include "scenario-file.h"
#include "writer.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static OutlayScenario *
load_scenario (const char *path)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new (path);
  OutlayScenario *scenario =
    outlay_scenario_load (path, outlay_catalogue_get_default (), problems);

  if (scenario == NULL)
    outlay_cli_print_problems (problems);

  return scenario;
}

/* The first option that can be estimated, or the one that is named. */
static const OutlayOptionEstimate *
find_option (const OutlayEstimate *estimate,
             const char           *id)
{
  for (guint i = 0; i < estimate->n_options; i++)
    if (estimate->options[i].error == NULL &&
        (id == NULL || strcmp (estimate->options[i].option->id, id) == 0))
      return &estimate->options[i];

  return NULL;
}

/* What taking the measured value alone would do to an option's cost; NaN where
 * it cannot be taken. */
static double
find_effect (OutlayScenario             *scenario,
             const OutlayCalibrationRow *row,
             const char                 *id,
             double                      before)
{
  g_autoptr (OutlayScenario) next = outlay_calibration_apply (scenario, row, NULL);
  g_autoptr (OutlayEstimate) estimate = next != NULL ? outlay_estimate_new (next) : NULL;
  const OutlayOptionEstimate *option = estimate != NULL ? find_option (estimate, id) : NULL;

  return option != NULL ? option->total[OUTLAY_FIGURE_COST] - before : NAN;
}

typedef struct
{
  OutlayScenario *scenario;
  const char     *option; /* id, or NULL: nothing can be estimated */
  double          cost;
} Basis;

static char *
describe_sample (const OutlayCalibrationRow *row)
{
  if (isfinite (row->measured.estimate))
    return g_strdup (row->of);
  if (row->measured.n >= OUTLAY_FIT_ENOUGH)
    return g_strdup ("too little data");

  return g_strdup_printf ("too few %s, %d are needed", row->of, OUTLAY_FIT_ENOUGH);
}

static void
add_fit (OutlayGrid                 *grid,
         OutlayJsonWriter           *writer,
         const Basis                *basis,
         const OutlayCalibrationRow *row)
{
  const OutlayFitValue *measured = &row->measured;
  double effect = basis->option != NULL
                    ? find_effect (basis->scenario, row, basis->option, basis->cost) : NAN;
  const struct
  {
    const char *name;
    double      value;
    int         decimals;
  } figures[] = {
    { "old", row->old, 3 },
    { "measured", measured->estimate, 3 },
    { "low", measured->low, 3 },
    { "high", measured->high, 3 },
    { "effect", effect, 2 },
    { "n", (double) measured->n, 0 },
  };
  g_autofree char *note = describe_sample (row);

  outlay_grid_add_text (grid, row->path);
  outlay_json_writer_begin_object (writer);
  outlay_json_writer_begin_line (writer);
  outlay_json_writer_add_text (writer, "path", row->path);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      outlay_grid_add_number (grid, figures[i].value, figures[i].decimals);
      outlay_json_writer_add_number (writer, figures[i].name, figures[i].value);
    }
  outlay_grid_add_text (grid, note);
  outlay_json_writer_add_text (writer, "of", note);
  outlay_json_writer_end_object (writer);
  outlay_json_writer_end_line (writer);
}

static void
add_columns (OutlayGrid         *grid,
             const char * const *names,
             guint               n_names,
             guint               n_texts_first)
{
  for (guint i = 0; i < n_names; i++)
    outlay_grid_add_column (grid, names[i], i >= n_texts_first && strcmp (names[i], "of") != 0);
}

static void
print (OutlayGrid       *grid,
       OutlayJsonWriter *writer,
       OutlayFormat      format)
{
  g_autofree char *text = format == OUTLAY_FORMAT_JSON ? outlay_json_writer_finish (writer)
                          : format == OUTLAY_FORMAT_CSV ? outlay_grid_to_csv (grid)
                                                        : outlay_grid_to_table (grid);

  fputs (text, stdout);
}

static void
print_calibration (const OutlayCalibration *calibration,
                   OutlayScenario          *scenario,
                   const char              *option_id,
                   OutlayFormat             format)
{
  static const char * const columns[] = {
    "path", "old", "measured", "low", "high", "effect", "n", "of"
  };
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);
  const OutlayOptionEstimate *option = find_option (estimate, option_id);
  Basis basis = { scenario, NULL, NAN };
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();

  if (option != NULL)
    {
      basis.option = option->option->id;
      basis.cost = option->total[OUTLAY_FIGURE_COST];
      if (format == OUTLAY_FORMAT_TABLE)
        fprintf (stderr, "effect: on the period's cost of %s, each value alone\n", basis.option);
    }

  add_columns (grid, columns, G_N_ELEMENTS (columns), 1);
  outlay_json_writer_begin_list (writer);
  for (guint i = 0; i < calibration->rows->len; i++)
    add_fit (grid, writer, &basis,
             &g_array_index (calibration->rows, OutlayCalibrationRow, i));
  outlay_json_writer_end_list (writer);
  print (grid, writer, format);
}

/* The number of a role by its name; -1: there is none. */
static int
find_role (const OutlayScenario *scenario,
           const char           *name)
{
  for (guint i = 0; i < scenario->n_team; i++)
    if (strcmp (scenario->team[i].name, name) == 0)
      return (int) i;

  return -1;
}

/* "Ann=Backend" says that Ann has the role Backend. */
static OutlayExit
add_roles (OutlayCalibration    *calibration,
           OutlayLedger         *ledger,
           const OutlayScenario *scenario,
           char                **words)
{
  for (guint role = 0; role < scenario->n_team; role++)
    {
      g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;

      for (guint i = 0; words[i] != NULL; i++)
        {
          const char *equals = strrchr (words[i], '=');
          int named = equals != NULL ? find_role (scenario, equals + 1) : -1;

          if (named < 0)
            return outlay_cli_usage ("--role %s: allowed is PERSON=ROLE, a role of the scenario",
                                     words[i]);
          if (named == (int) role)
            g_ptr_array_add (people, g_strndup (words[i], (gsize) (equals - words[i])));
        }

      g_ptr_array_add (people, NULL);
      if (people->len > 1 &&
          !outlay_calibration_add_role (calibration, ledger, scenario, role,
                                        (const char * const *) people->pdata, &error))
        return outlay_cli_fail ("%s", error->message);
    }

  return OUTLAY_EXIT_DONE;
}

OutlayExit
outlay_cli_ledger_fit (int    argc,
                       char **argv)
{
  g_autofree char *path = NULL, *format_name = NULL, *from = NULL, *to = NULL, *option = NULL;
  g_auto (GStrv) roles = NULL;
  const GOptionEntry entries[] = {
    OUTLAY_CLI_LEDGER_OPTIONS (&path),
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, "the first day", "YYYY-MM-DD" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, "the last day", "YYYY-MM-DD" },
    { "option", 0, 0, G_OPTION_ARG_STRING, &option, "the option to show the effect on", "ID" },
    { "role", 0, 0, G_OPTION_ARG_STRING_ARRAY, &roles, "the role that a person has",
      "PERSON=ROLE" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table, csv or json", "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayScenario) scenario = NULL;
  g_autoptr (OutlayLedger) ledger = NULL;
  g_autoptr (OutlayCalibration) calibration = NULL;
  g_autoptr (GError) error = NULL;
  OutlayPeriod period;
  OutlayFormat format;
  OutlayExit status;

  if (!outlay_cli_parse ("FILE",
                         "What the team really does beside what a scenario says, with the 95 %\n"
                         "interval and the size of the sample. The scenario is not changed.",
                         entries, &argc, &argv) ||
      !outlay_cli_parse_format (format_name, &format))
    return OUTLAY_EXIT_USAGE;
  if (argc != 2)
    return outlay_cli_usage ("ledger fit takes one scenario");

  scenario = load_scenario (argv[1]);
  ledger = scenario != NULL ? outlay_cli_open_ledger (path) : NULL;
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  status = outlay_cli_find_period (ledger, from, to, TRUE, &period);
  if (status != OUTLAY_EXIT_DONE)
    return status;

  calibration = outlay_ledger_calibrate (ledger, scenario, period, &error);
  if (calibration == NULL)
    return outlay_cli_fail ("%s", error->message);

  status = roles != NULL ? add_roles (calibration, ledger, scenario, roles)
                         : OUTLAY_EXIT_DONE;
  if (status != OUTLAY_EXIT_DONE)
    return status;

  print_calibration (calibration, scenario, option, format);

  return OUTLAY_EXIT_DONE;
}

static void
add_money (OutlayGrid       *grid,
           OutlayJsonWriter *writer,
           const char       *name,
           double            value)
{
  outlay_grid_add_number (grid, value, 2);
  outlay_json_writer_add_number (writer, name, value);
}

static void
add_month (OutlayGrid                  *grid,
           OutlayJsonWriter            *writer,
           const OutlayMonthComparison *row)
{
  g_autofree char *date = outlay_date_to_string (row->date);
  const double figures[] = { row->forecast, row->actual, row->actual - row->forecast };
  static const char * const names[] = { "forecast", "actual", "gap" };

  date[7] = '\0';
  outlay_grid_add_text (grid, date);
  outlay_json_writer_begin_object (writer);
  outlay_json_writer_begin_line (writer);
  outlay_json_writer_add_text (writer, "month", date);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    add_money (grid, writer, names[i], figures[i]);
  for (guint i = 0; i < OUTLAY_N_GAPS; i++)
    add_money (grid, writer, outlay_gap_get_name ((OutlayGap) i), row->gaps[i]);
  outlay_grid_add_number (grid, (double) row->unpriced, 0);
  outlay_json_writer_add_whole (writer, "unpriced_calls", row->unpriced);
  outlay_json_writer_end_object (writer);
  outlay_json_writer_end_line (writer);
}

static void
print_comparison (const GArray *months,
                  OutlayFormat  format)
{
  static const char * const columns[] = {
    "month", "forecast", "actual", "gap", "people", "tasks", "mix", "turns", "tokens", "price",
    "unpriced_calls"
  };
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();

  add_columns (grid, columns, G_N_ELEMENTS (columns), 1);
  outlay_json_writer_begin_list (writer);
  for (guint i = 0; i < months->len; i++)
    add_month (grid, writer, &g_array_index (months, OutlayMonthComparison, i));
  outlay_json_writer_end_list (writer);
  print (grid, writer, format);
}

OutlayExit
outlay_cli_ledger_compare (int    argc,
                           char **argv)
{
  g_autofree char *path = NULL, *format_name = NULL, *id = NULL;
  const GOptionEntry entries[] = {
    OUTLAY_CLI_LEDGER_OPTIONS (&path),
    { "option", 0, 0, G_OPTION_ARG_STRING, &id, "the option that the team uses", "ID" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table, csv or json", "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayScenario) scenario = NULL;
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autoptr (OutlayLedger) ledger = NULL;
  g_autoptr (GArray) months = NULL;
  g_autoptr (GError) error = NULL;
  const OutlayOptionEstimate *option;
  OutlayFormat format;

  if (!outlay_cli_parse ("FILE",
                         "Forecast against actual, for the months of a scenario that the ledger\n"
                         "has: the gap in US dollars at API prices, and what it is made of.",
                         entries, &argc, &argv) ||
      !outlay_cli_parse_format (format_name, &format))
    return OUTLAY_EXIT_USAGE;
  if (argc != 2)
    return outlay_cli_usage ("ledger compare takes one scenario");

  scenario = load_scenario (argv[1]);
  if (scenario == NULL)
    return OUTLAY_EXIT_FAILED;
  estimate = outlay_estimate_new (scenario);
  option = find_option (estimate, id);
  if (option == NULL)
    return outlay_cli_fail ("%s: no option%s%s can be estimated", argv[1],
                            id != NULL ? " " : "", id != NULL ? id : "");
  ledger = outlay_cli_open_ledger (path);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  months = outlay_ledger_compare (ledger, estimate, option, &error);
  if (months == NULL)
    return outlay_cli_fail ("%s", error->message);
  if (months->len == 0)
    fprintf (stderr, "the ledger has no run in the months of %s\n", argv[1]);

  print_comparison (months, format);

  return OUTLAY_EXIT_DONE;
}
