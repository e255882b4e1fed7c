/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

#include "scenario-file.h"

#include <stdio.h>

OutlayExit
outlay_cli_example (int    argc,
                    char **argv)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_auto (GStrv) names = outlay_examples_list ();
  g_autofree char *all = g_strjoinv (", ", names);
  g_autofree char *summary = NULL;
  const char *name;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  gconstpointer text;

  summary = g_strdup_printf ("Prints a worked example, to start from: forty-people where no name is given.\n"
                             "There are %s.", all);
  if (!outlay_cli_parse ("[NAME]", summary, entries, &argc, &argv))
    return OUTLAY_EXIT_USAGE;
  if (argc > 2)
    return outlay_cli_usage ("example takes one name");

  name = argc == 2 ? argv[1] : "forty-people";
  bytes = outlay_examples_get (name);
  if (bytes == NULL)
    return outlay_cli_fail ("no example \"%s\"; there are %s", name, all);

  text = g_bytes_get_data (bytes, &size);
  fwrite (text, 1, size, stdout);

  return OUTLAY_EXIT_DONE;
}
