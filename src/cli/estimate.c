/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

#include "estimate-report.h"

#include <stdio.h>

OutlayExit
outlay_cli_estimate (int    argc,
                     char **argv)
{
  g_autofree char *format_name = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table, csv or json", "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autofree char *text = NULL;
  OutlayFormat format;

  if (!outlay_cli_parse ("FILE", "What each option of a scenario costs, month by month.",
                         entries, &argc, &argv) ||
      !outlay_cli_parse_format (format_name, &format))
    return OUTLAY_EXIT_USAGE;
  if (argc != 2)
    return outlay_cli_usage ("estimate takes one file");

  estimate = outlay_cli_estimate_file (argv[1]);
  if (estimate == NULL)
    return OUTLAY_EXIT_FAILED;

  if (format == OUTLAY_FORMAT_JSON)
    text = outlay_estimate_to_json (estimate);
  else if (format == OUTLAY_FORMAT_CSV)
    text = outlay_estimate_to_csv (estimate);
  else
    text = outlay_estimate_to_table (estimate);
  fputs (text, stdout);

  return outlay_cli_all_refused (estimate) ? OUTLAY_EXIT_FAILED : OUTLAY_EXIT_DONE;
}
