/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks files, then whether options stay under a budget: for scripts. */
#include "commands.h"

#include "grid.h"
#include "scenario-file.h"
#include "simulate.h"
#include "writer.h"

#include <math.h>
#include <stdio.h>

#define N_DRAWS 100000

/* What is asked of the options of each file. */
typedef struct
{
  double budget; /* money a month, or NaN: the scenario's own */
  double odds;   /* the chance to stay under it, or NaN: every month must */
} Limit;

/* When an option is over: "from 2027-02", or "in 3 of 7 months, first 2027-02" where it
 * comes back under. */
static char *
describe_months_over (const OutlayEstimate *estimate,
                      const double         *costs,
                      guint                 first,
                      double                budget)
{
  g_autofree char *name = outlay_month_to_string (estimate->scenario->start + (int) first);
  guint n_over = 0;

  for (guint month = first; month < estimate->n_months; month++)
    n_over += costs[month] > budget;

  if (n_over == estimate->n_months - first)
    return g_strdup_printf ("from %s", name);

  return g_strdup_printf ("in %u of %u months, first %s", n_over, estimate->n_months, name);
}

/* Says in which months each option is over the budget. */
static void
add_months_over (const OutlayEstimate *estimate,
                 double                budget,
                 OutlayProblems       *over)
{
  for (guint i = 0; i < estimate->n_options; i++)
    {
      const OutlayOptionEstimate *option = &estimate->options[i];
      const double *costs = option->monthly[OUTLAY_FIGURE_COST];
      guint month = 0;

      if (option->error != NULL)
        continue;

      while (month < estimate->n_months && costs[month] <= budget)
        month++;
      if (month < estimate->n_months)
        {
          g_autofree char *path = g_strdup_printf ("options[%u]", i);
          g_autofree char *found = outlay_number_to_string (costs[month]);
          g_autofree char *allowed = outlay_number_to_string (budget);
          g_autofree char *months = describe_months_over (estimate, costs, month, budget);

          outlay_problems_add (over, path, found, allowed,
                               "%s is over the budget %s: %.2f %s, allowed is %s",
                               option->option->name, months, costs[month],
                               estimate->scenario->currency.code, allowed);
        }
    }
}

/* Says which options are likelier than asked to be over the period's budget. */
static void
add_odds_missed (const OutlayScenario *scenario,
                 double                budget,
                 double                odds,
                 OutlayProblems       *over)
{
  g_autoptr (OutlayScenario) budgeted = outlay_scenario_copy (scenario);
  g_autoptr (OutlaySimulator) simulator = NULL;
  g_autoptr (OutlaySimulation) simulation = NULL;

  budgeted->budget = budget;
  simulator = outlay_simulator_new (budgeted, (guint64) scenario->seed,
                                    g_get_num_processors ());
  simulation = outlay_simulator_run (simulator, N_DRAWS, NULL, NULL);

  for (guint i = 0; i < simulation->n_options; i++)
    {
      const OutlayOptionSimulation *option = &simulation->options[i];
      double under = 1 - option->over_budget_period;

      if (!option->is_refused && under < odds)
        {
          g_autofree char *path = g_strdup_printf ("options[%u]", i);
          g_autofree char *allowed = outlay_number_to_string (odds);
          char found[G_ASCII_DTOSTR_BUF_SIZE];

          g_ascii_formatd (found, sizeof found, "%.4f", under);

          outlay_problems_add (over, path, found, allowed,
                               "%s stays under the budget of the period with chance %s; "
                               "asked is %s", scenario->options[i].name, found, allowed);
        }
    }
}

/* The problems of one file in @problems, those of its budget in @over. */
static void
check_file (const char     *path,
            const Limit    *limit,
            OutlayProblems *problems,
            OutlayProblems *over)
{
  g_autoptr (OutlayScenario) scenario = outlay_cli_read_scenario (path, problems);
  g_autoptr (OutlayEstimate) estimate = NULL;
  double budget;

  if (scenario == NULL)
    return;

  outlay_cli_note_rate (path, scenario);
  budget = isnan (limit->budget) ? scenario->budget : limit->budget;
  estimate = outlay_estimate_new (scenario);

  for (guint i = 0; i < estimate->n_options; i++)
    if (estimate->options[i].error != NULL)
      {
        g_autofree char *option = g_strdup_printf ("options[%u]", i);
        OutlayProblems *list = outlay_cli_all_refused (estimate) ? problems : NULL;

        /* One option that cannot be estimated is no fault of the file. */
        if (list != NULL)
          outlay_problems_add (list, option, NULL, NULL, "%s",
                               estimate->options[i].error->message);
        else
          fprintf (stderr, "%s: %s: %s cannot be estimated: %s\n", path, option,
                   scenario->options[i].name, estimate->options[i].error->message);
      }

  if (!isnan (limit->odds) && isnan (budget))
    outlay_problems_add (problems, "budget", "null", "a budget",
                         "--odds needs a budget: the file has none, and --budget is not given");
  else if (!isnan (limit->odds))
    add_odds_missed (scenario, budget, limit->odds, over);
  else if (!isnan (budget))
    add_months_over (estimate, budget, over);
}

/* Problems as JSON and as CSV, which have the same five fields. */
typedef struct
{
  OutlayJsonWriter *json;
  OutlayGrid       *grid;
} Listing;

static void
add_to_listing (Listing              *listing,
                const OutlayProblems *problems)
{
  for (guint i = 0; i < outlay_problems_get_n_listed (problems); i++)
    {
      const OutlayProblem *problem = outlay_problems_get (problems, i);
      const char * const pairs[][2] = {
        { "file", problem->file }, { "path", problem->path }, { "found", problem->found },
        { "allowed", problem->allowed }, { "message", problem->message },
      };

      outlay_json_writer_begin_object (listing->json);
      for (guint j = 0; j < G_N_ELEMENTS (pairs); j++)
        {
          outlay_json_writer_key (listing->json, pairs[j][0]);
          outlay_json_writer_text (listing->json, pairs[j][1]);
          outlay_grid_add_text (listing->grid, pairs[j][1]);
        }
      outlay_json_writer_end_object (listing->json);
    }
}

static void
print_over (const OutlayProblems *over)
{
  g_autofree char *text = outlay_problems_to_string (over);

  if (outlay_problems_get_n_total (over) > 0)
    puts (text);
}

/* Checks every file. A table is printed as it comes. */
static OutlayExit
check_files (char         **paths,
             int            n_paths,
             const Limit   *limit,
             OutlayFormat   format)
{
  static const char * const fields[] = { "file", "path", "found", "allowed", "message" };
  g_autoptr (OutlayJsonWriter) json = outlay_json_writer_new ();
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();
  Listing listing = { json, grid };
  g_autofree char *text = NULL;
  guint n_problems = 0, n_over = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    outlay_grid_add_column (grid, fields[i], FALSE);

  outlay_json_writer_begin_list (json);
  for (int i = 0; i < n_paths; i++)
    {
      g_autoptr (OutlayProblems) problems = outlay_problems_new (paths[i]);
      g_autoptr (OutlayProblems) over = outlay_problems_new (paths[i]);

      check_file (paths[i], limit, problems, over);
      n_problems += outlay_problems_get_n_total (problems);
      n_over += outlay_problems_get_n_total (over);
      if (outlay_problems_get_n_total (problems) > 0)
        outlay_cli_print_problems (problems);
      if (format == OUTLAY_FORMAT_TABLE)
        print_over (over);
      add_to_listing (&listing, problems);
      add_to_listing (&listing, over);
    }
  outlay_json_writer_end_list (json);

  if (format == OUTLAY_FORMAT_JSON)
    text = outlay_json_writer_finish (json);
  else if (format == OUTLAY_FORMAT_CSV)
    text = outlay_grid_to_csv (grid);
  if (text != NULL)
    fputs (text, stdout);

  if (n_problems > 0)
    return OUTLAY_EXIT_FAILED;

  return n_over > 0 ? OUTLAY_EXIT_DID_NOT_HOLD : OUTLAY_EXIT_DONE;
}

OutlayExit
outlay_cli_check (int    argc,
                  char **argv)
{
  g_autofree char *format_name = NULL, *budget = NULL, *odds = NULL;
  const GOptionEntry entries[] = {
    { "budget", 0, 0, G_OPTION_ARG_STRING, &budget,
      "money a month in the scenario's currency, instead of its own budget", "MONEY" },
    { "odds", 0, 0, G_OPTION_ARG_STRING, &odds,
      "the chance with which the period must stay under it, instead of every month", "P" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table, csv or json", "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  Limit limit = { NAN, NAN };
  OutlayFormat format;

  if (!outlay_cli_parse ("FILE...",
                         "Lists every problem of every file (exit status 1), then the options "
                         "that go\nover the budget in any month (exit status 3).",
                         entries, &argc, &argv) ||
      !outlay_cli_parse_format (format_name, &format) ||
      (budget != NULL && !outlay_cli_parse_number ("--budget", budget, &limit.budget)) ||
      (odds != NULL && !outlay_cli_parse_chance ("--odds", odds, &limit.odds)))
    return OUTLAY_EXIT_USAGE;
  if (argc < 2)
    return outlay_cli_usage ("check takes one file or more");

  return check_files (argv + 1, argc - 1, &limit, format);
}
