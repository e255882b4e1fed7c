/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  const char   *name;
  const char   *summary;
  OutlayExit  (*run) (int    argc,
                      char **argv);
} Command;

static const Command commands[] = {
  { "estimate", "what each option of a scenario costs, month by month", outlay_cli_estimate },
  { "check", "every problem of every file, then the budget", outlay_cli_check },
  { "simulate", "how each option's cost may come out", outlay_cli_simulate },
  { "sensitivity", "what drives each option's cost", outlay_cli_sensitivity },
  { "solve", "which input leads to an outcome", outlay_cli_solve },
  { "compare", "why a second scenario costs more or less", outlay_cli_compare },
  { "sweep", "what each option costs over a range of one input", outlay_cli_sweep },
  { "chart", "draws the cost curves as SVG, PNG or PDF", outlay_cli_chart },
  { "report", "writes a report as PDF, HTML or a workbook", outlay_cli_report },
  { "price", "what one call to a model costs", outlay_cli_price },
  { "models", "looks models and their prices up", outlay_cli_models },
  { "prices", "takes price lists, and shows where they disagree", outlay_cli_prices },
  { "rank", "what every model costs on a scenario's work", outlay_cli_rank },
  { "example", "prints a worked example, to start from", outlay_cli_example },
  { "schema", "prints the JSON schema of a file", outlay_cli_schema },
  { "ledger", "reads what was really used, and answers questions about it", outlay_cli_ledger },
};

static void
print_help (FILE *stream)
{
  fputs ("Usage: outlay-cli COMMAND [OPTION...] [ARGUMENT...]\n\n"
         "Tells what AI assistants will cost a team, month by month.\n\nCommands:\n",
         stream);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (stream, "  %-12s %s\n", commands[i].name, commands[i].summary);
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

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, argv[1]) == 0)
      {
        g_autofree char *program = g_strdup_printf ("outlay-cli %s", argv[1]);

        g_set_prgname (program);
        return commands[i].run (argc - 1, argv + 1);
      }

  return outlay_cli_usage ("no command \"%s\"; outlay-cli --help lists them", argv[1]);
}

int
main (int    argc,
      char **argv)
{
  OutlayExit status;

  /* Messages may be in any script; figures never follow the locale. */
  setlocale (LC_CTYPE, "");

  status = run_command (argc, argv);

  /* A full disk or a closed pipe shows only now. */
  if (fflush (stdout) != 0 || ferror (stdout))
    return (int) outlay_cli_fail ("the output could not be written whole");

  return (int) status;
}
