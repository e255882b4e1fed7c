/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

#include "sensitivity-report.h"

#include <stdio.h>

OutlayExit
outlay_cli_sensitivity (int    argc,
                        char **argv)
{
  g_autofree char *format_name = NULL, *option_id = NULL;
  const GOptionEntry entries[] = {
    { "option", 0, 0, G_OPTION_ARG_STRING, &option_id, "this option only", "ID" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table, csv or json", "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autoptr (OutlaySensitivity) sensitivity = NULL;
  g_autofree char *text = NULL;
  guint number = 0;
  int option = OUTLAY_NONE;
  OutlayFormat format;

  if (!outlay_cli_parse ("FILE", "What each uncertain factor alone changes in the period's "
                         "cost, at its P10 and P90.", entries, &argc, &argv) ||
      !outlay_cli_parse_format (format_name, &format))
    return OUTLAY_EXIT_USAGE;
  if (argc != 2)
    return outlay_cli_usage ("sensitivity takes one file");

  estimate = outlay_cli_estimate_file (argv[1]);
  if (estimate == NULL)
    return OUTLAY_EXIT_FAILED;
  if (option_id != NULL)
    {
      if (!outlay_cli_parse_option ("--option", option_id, estimate->scenario, &number))
        return OUTLAY_EXIT_USAGE;
      option = (int) number;
    }

  sensitivity = outlay_sensitivity_new (estimate->scenario, g_get_num_processors ());
  if (format == OUTLAY_FORMAT_JSON)
    text = outlay_sensitivity_to_json (sensitivity, option);
  else if (format == OUTLAY_FORMAT_CSV)
    text = outlay_sensitivity_to_csv (sensitivity, option);
  else
    text = outlay_sensitivity_to_table (sensitivity, option);
  fputs (text, stdout);

  if (option != OUTLAY_NONE)
    return sensitivity->options[option].is_refused ? OUTLAY_EXIT_FAILED : OUTLAY_EXIT_DONE;

  return outlay_cli_all_refused (estimate) ? OUTLAY_EXIT_FAILED : OUTLAY_EXIT_DONE;
}
