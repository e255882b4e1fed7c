/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks files, then whether options stay under a budget: for scripts. */
#include "commands.h"

#include "scenario-file.h"
#include "writer.h"

#include <math.h>
#include <stdio.h>

/* Says the first month in which each option is over the budget. */
static void
add_months_over (const OutlayEstimate *estimate,
                 double                budget,
                 OutlayProblems       *over)
{
  const OutlayScenario *scenario = estimate->scenario;

  for (guint i = 0; i < estimate->n_options; i++)
    {
      const OutlayOptionEstimate *option = &estimate->options[i];
      guint month = 0;

      if (option->error != NULL)
        continue;

      while (month < estimate->n_months &&
             option->monthly[OUTLAY_FIGURE_COST][month] <= budget)
        month++;
      if (month < estimate->n_months)
        {
          double cost = option->monthly[OUTLAY_FIGURE_COST][month];
          g_autofree char *path = g_strdup_printf ("options[%u]", i);
          g_autofree char *found = outlay_number_to_string (cost);
          g_autofree char *allowed = outlay_number_to_string (budget);
          g_autofree char *name = outlay_month_to_string (scenario->start + (int) month);

          outlay_problems_add (over, path, found, allowed,
                               "%s is over the budget from %s: %.2f %s, allowed is %s",
                               option->option->name, name, cost, scenario->currency.code,
                               allowed);
        }
    }
}

/* The problems of one file in @problems, those of its budget in @over. */
static void
check_file (const char     *path,
            double          budget,
            OutlayProblems *problems,
            OutlayProblems *over)
{
  g_autoptr (OutlayScenario) scenario = outlay_cli_read_scenario (path, problems);
  g_autoptr (OutlayEstimate) estimate = NULL;

  if (scenario == NULL)
    return;

  if (isnan (budget))
    budget = scenario->budget;
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

  if (!isnan (budget))
    add_months_over (estimate, budget, over);
}

static void
write_problems (OutlayJsonWriter     *writer,
                const OutlayProblems *problems)
{
  for (guint i = 0; i < outlay_problems_get_n_listed (problems); i++)
    {
      const OutlayProblem *problem = outlay_problems_get (problems, i);
      const char * const pairs[][2] = {
        { "file", problem->file }, { "path", problem->path }, { "found", problem->found },
        { "allowed", problem->allowed }, { "message", problem->message },
      };

      outlay_json_writer_begin_object (writer);
      for (guint j = 0; j < G_N_ELEMENTS (pairs); j++)
        {
          outlay_json_writer_key (writer, pairs[j][0]);
          outlay_json_writer_text (writer, pairs[j][1]);
        }
      outlay_json_writer_end_object (writer);
    }
}

static void
print_over (const OutlayProblems *over)
{
  g_autofree char *text = outlay_problems_to_string (over);

  if (outlay_problems_get_n_total (over) > 0)
    puts (text);
}

OutlayExit
outlay_cli_check (int    argc,
                  char **argv)
{
  g_autofree char *format_name = NULL, *budget_text = NULL;
  const GOptionEntry entries[] = {
    { "budget", 0, 0, G_OPTION_ARG_STRING, &budget_text,
      "money a month in the scenario's currency, instead of its own budget", "MONEY" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table or json", "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();
  guint n_problems = 0, n_over = 0;
  double budget = NAN;
  OutlayFormat format;

  if (!outlay_cli_parse ("FILE...",
                         "Lists every problem of every file (exit status 1), then the options "
                         "that go\nover the budget in any month (exit status 3).",
                         entries, &argc, &argv) ||
      !outlay_cli_parse_format (format_name, &format) ||
      (budget_text != NULL && !outlay_cli_parse_number ("--budget", budget_text, &budget)))
    return OUTLAY_EXIT_USAGE;
  if (argc < 2)
    return outlay_cli_usage ("check takes one file or more");

  outlay_json_writer_begin_list (writer);
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (OutlayProblems) problems = outlay_problems_new (argv[i]);
      g_autoptr (OutlayProblems) over = outlay_problems_new (argv[i]);

      check_file (argv[i], budget, problems, over);
      n_problems += outlay_problems_get_n_total (problems);
      n_over += outlay_problems_get_n_total (over);
      if (outlay_problems_get_n_total (problems) > 0)
        outlay_cli_print_problems (problems);
      if (format != OUTLAY_FORMAT_JSON)
        print_over (over);
      write_problems (writer, problems);
      write_problems (writer, over);
    }
  outlay_json_writer_end_list (writer);

  if (format == OUTLAY_FORMAT_JSON)
    {
      g_autofree char *text = outlay_json_writer_finish (writer);

      fputs (text, stdout);
    }

  if (n_problems > 0)
    return OUTLAY_EXIT_FAILED;

  return n_over > 0 ? OUTLAY_EXIT_DID_NOT_HOLD : OUTLAY_EXIT_DONE;
}
