/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

#include "inputs.h"
#include "schema.h"

#include <stdio.h>
#include <string.h>

OutlayExit
outlay_cli_schema (int    argc,
                   char **argv)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_autofree char *text = NULL;

  if (!outlay_cli_parse ("scenario|catalogue", "Prints the JSON schema of a file.", entries,
                         &argc, &argv))
    return OUTLAY_EXIT_USAGE;

  if (argc == 2 && strcmp (argv[1], "scenario") == 0)
    text = outlay_schema_write (&outlay_scenario_inputs, "Outlay scenario");
  else if (argc == 2 && strcmp (argv[1], "catalogue") == 0)
    text = outlay_schema_write (&outlay_catalogue_inputs, "Outlay catalogue");
  else
    return outlay_cli_usage ("schema takes one of scenario, catalogue");

  fputs (text, stdout);

  return OUTLAY_EXIT_DONE;
}
