/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dispatch.h"

#include "json-text.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

const OutlayCommand outlay_cli_commands[] = {
  { "estimate", "what each option of a scenario costs, month by month", outlay_cli_estimate, NULL },
  { "check", "every problem of every file, then the budget", outlay_cli_check, NULL },
  { "simulate", "how each option's cost may come out", outlay_cli_simulate, NULL },
  { "sensitivity", "what drives each option's cost", outlay_cli_sensitivity, NULL },
  { "solve", "which input leads to an outcome", outlay_cli_solve, NULL },
  { "compare", "why a second scenario costs more or less", outlay_cli_compare, NULL },
  { "sweep", "what each option costs over a range of one input", outlay_cli_sweep, NULL },
  { "chart", "draws the cost curves as SVG, PNG or PDF", outlay_cli_chart, NULL },
  { "report", "writes a report as PDF, HTML or a workbook", outlay_cli_report, NULL },
  { "price", "what one call to a model costs", outlay_cli_price, NULL },
  { "models", "looks models and their prices up", outlay_cli_models, NULL },
  { "prices", "takes price lists, and shows where they disagree", NULL,
    outlay_cli_prices_commands },
  { "rank", "what every model costs on a scenario's work", outlay_cli_rank, NULL },
  { "example", "prints a worked example, to start from", outlay_cli_example, NULL },
  { "schema", "prints the JSON schema of a file", outlay_cli_schema, NULL },
  { "ledger", "reads what was really used, and answers questions about it", NULL,
    outlay_cli_ledger_commands },
  { NULL, NULL, NULL, NULL }
};

static void
print_help (FILE *stream)
{
  fputs ("Usage: outlay-cli COMMAND [OPTION...] [ARGUMENT...]\n\n"
         "Tells what AI assistants will cost a team, month by month.\n\nCommands:\n",
         stream);
  for (const OutlayCommand *command = outlay_cli_commands; command->name != NULL; command++)
    fprintf (stream, "  %-12s %s\n", command->name, command->summary);
  fputs ("\n\"outlay-cli COMMAND --help\" tells a command's options. A file named - is standard\n"
         "input. Exit status: 0 done, 1 the work failed, 2 wrong usage, 3 a check did not hold.\n",
         stream);
}

static OutlayExit
run_command (int    argc,
             char **argv)
{
  if (argc < 2)
    {
      print_help (stderr);
      return OUTLAY_EXIT_USAGE;
    }

  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help (stdout);
      return OUTLAY_EXIT_DONE;
    }

  if (strcmp (argv[1], "--version") == 0)
    {
      puts ("outlay-cli " OUTLAY_VERSION);
      return OUTLAY_EXIT_DONE;
    }

  /* The build's own, for no person to call. */
  if (strcmp (argv[1], "document") == 0)
    return outlay_cli_document (argc - 1, argv + 1);

  return outlay_cli_dispatch (NULL, outlay_cli_commands, argc, argv);
}

int
main (int    argc,
      char **argv)
{
  OutlayExit status;

  /* Messages may be in any script; figures never follow the locale. */
  setlocale (LC_CTYPE, "");
  outlay_json_tune_memory ();

  status = run_command (argc, argv);

  /* A full disk or a closed pipe shows only now. */
  if (fflush (stdout) != 0 || ferror (stdout))
    return (int) outlay_cli_fail ("the output could not be written whole");

  return (int) status;
}
