/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

#include "simulate.h"
#include "simulation-report.h"

#include <stdio.h>

#define DEFAULT_DRAWS 100000

static char *
report (const OutlaySimulation *simulation,
        OutlayFormat            format)
{
  if (format == OUTLAY_FORMAT_JSON)
    return outlay_simulation_to_json (simulation);
  if (format == OUTLAY_FORMAT_CSV)
    return outlay_simulation_to_csv (simulation);

  return outlay_simulation_to_table (simulation);
}

OutlayExit
outlay_cli_simulate (int    argc,
                     char **argv)
{
  g_autofree char *format_name = NULL, *draws_text = NULL, *seed_text = NULL;
  g_autofree char *threads_text = NULL;
  const GOptionEntry entries[] = {
    { "draws", 0, 0, G_OPTION_ARG_STRING, &draws_text, "how many futures (100000)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &seed_text,
      "what the draws are made from, instead of the scenario's own seed", "N" },
    { "threads", 0, 0, G_OPTION_ARG_STRING, &threads_text,
      "how many threads draw (one for each processor); the figures are the same", "N" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table, csv or json", "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autoptr (OutlaySimulator) simulator = NULL;
  g_autoptr (OutlaySimulation) simulation = NULL;
  g_autofree char *text = NULL;
  gint64 draws = DEFAULT_DRAWS, seed = -1, threads = g_get_num_processors ();
  OutlayFormat format;

  if (!outlay_cli_parse ("FILE", "How each option's cost may come out, drawn from the "
                         "ranges of the uncertain factors.", entries, &argc, &argv) ||
      !outlay_cli_parse_format (format_name, &format) ||
      !outlay_cli_parse_whole ("--draws", draws_text, 1, OUTLAY_MOST_DRAWS, &draws) ||
      !outlay_cli_parse_whole ("--seed", seed_text, 0, G_GINT64_CONSTANT (1) << 53, &seed) ||
      !outlay_cli_parse_whole ("--threads", threads_text, 1, 1024, &threads))
    return OUTLAY_EXIT_USAGE;
  if (argc != 2)
    return outlay_cli_usage ("simulate takes one file");

  estimate = outlay_cli_estimate_file (argv[1]);
  if (estimate == NULL)
    return OUTLAY_EXIT_FAILED;

  if (seed_text == NULL)
    seed = estimate->scenario->seed;
  simulator = outlay_simulator_new_for_way (estimate->scenario, (guint64) seed,
                                            (guint) threads, OUTLAY_FUTURES_FINE);
  simulation = outlay_simulator_run (simulator, (guint) draws, NULL, NULL);
  text = report (simulation, format);
  fputs (text, stdout);

  return outlay_cli_all_refused (estimate) ? OUTLAY_EXIT_FAILED : OUTLAY_EXIT_DONE;
}
