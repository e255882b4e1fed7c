/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bridge between two scenarios. */
#include "commands.h"

#include "comparison.h"

#include <stdio.h>

static void
print_errors (const OutlayComparison *comparison)
{
  for (guint i = 0; i < comparison->options->len; i++)
    {
      const OutlayComparedOption *option =
        &g_array_index (comparison->options, OutlayComparedOption, i);

      if (option->error != NULL)
        fprintf (stderr, "%s cannot be compared: %s\n", option->name, option->error->message);
    }
}

OutlayExit
outlay_cli_compare (int    argc,
                    char **argv)
{
  g_autofree char *format_name = NULL, *option_id = NULL;
  const GOptionEntry entries[] = {
    { "option", 0, 0, G_OPTION_ARG_STRING, &option_id, "one option alone, by its id", "ID" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table, csv or json", "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayScenario) a = NULL;
  g_autoptr (OutlayScenario) b = NULL;
  g_autoptr (OutlayComparison) comparison = NULL;
  g_autofree char *text = NULL;
  OutlayFormat format;

  if (!outlay_cli_parse ("FILE FILE",
                         "Why an option's period costs more or less in the second file: price, "
                         "people, mix,\nturns, tokens, acceptance, plan. The parts add up to the "
                         "difference.",
                         entries, &argc, &argv) ||
      !outlay_cli_parse_format (format_name, &format))
    return OUTLAY_EXIT_USAGE;
  if (argc != 3)
    return outlay_cli_usage ("compare takes two files");

  a = outlay_cli_load_scenario (argv[1]);
  b = outlay_cli_load_scenario (argv[2]);
  if (a == NULL || b == NULL)
    return OUTLAY_EXIT_FAILED;

  comparison = outlay_comparison_new (a, b, option_id);
  if (option_id != NULL && comparison->options->len == 0)
    return outlay_cli_fail ("no option \"%s\" in either file", option_id);

  if (format == OUTLAY_FORMAT_JSON)
    text = outlay_comparison_to_json (comparison);
  else if (format == OUTLAY_FORMAT_CSV)
    text = outlay_comparison_to_csv (comparison);
  else
    text = outlay_comparison_to_table (comparison);
  fputs (text, stdout);
  print_errors (comparison);

  return comparison->options->len == 0 || outlay_comparison_has_bridges (comparison)
           ? OUTLAY_EXIT_DONE : OUTLAY_EXIT_FAILED;
}
