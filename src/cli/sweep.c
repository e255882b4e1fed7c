/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One input over a range. */
#include "commands.h"

#include "sweep.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* PATH=FROM..TO:STEPS. */
typedef struct
{
  char   *path;
  double  from;
  double  to;
  guint   n_values;
} Range;

static gboolean
parse_end (const char *text,
           double     *value)
{
  char *end;

  *value = g_ascii_strtod (text, &end);

  return *text != '\0' && *end == '\0' && isfinite (*value);
}

static gboolean
parse_range (const char *text,
             Range      *range)
{
  g_auto (GStrv) sides = g_strsplit (text, "=", 2);
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) ends = NULL;
  guint64 n_values;

  if (g_strv_length (sides) != 2)
    return FALSE;
  parts = g_strsplit (sides[1], ":", 2);
  if (g_strv_length (parts) != 2 ||
      !g_ascii_string_to_unsigned (parts[1], 10, 1, OUTLAY_MAX_SWEEP, &n_values, NULL))
    return FALSE;
  ends = g_strsplit (parts[0], "..", 2);
  if (g_strv_length (ends) != 2 ||
      !parse_end (ends[0], &range->from) || !parse_end (ends[1], &range->to))
    return FALSE;

  range->path = g_strdup (sides[0]);
  range->n_values = (guint) n_values;

  return TRUE;
}

static void
print_errors (const OutlaySweep *sweep)
{
  for (guint i = 0; i < sweep->rows->len; i++)
    {
      const OutlaySweepRow *row = &g_array_index (sweep->rows, OutlaySweepRow, i);

      if (row->error != NULL)
        fprintf (stderr, "%s\n", row->error);
      for (guint j = 0; row->error == NULL && j < sweep->scenario->n_options; j++)
        if (row->options[j].error != NULL)
          fprintf (stderr, "%s = %g: %s cannot be estimated: %s\n", sweep->path, row->value,
                   sweep->scenario->options[j].name, row->options[j].error);
    }
}

static OutlayExit
print_sweep (OutlayScenario *scenario,
             const Range    *range,
             OutlayFormat    format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlaySweep) sweep = outlay_sweep_new (scenario, range->path, range->from,
                                                    range->to, range->n_values, &error);
  g_autofree char *text = NULL;

  if (sweep == NULL)
    return outlay_cli_usage ("--set %s", error->message);

  if (format == OUTLAY_FORMAT_JSON)
    text = outlay_sweep_to_json (sweep);
  else if (format == OUTLAY_FORMAT_CSV)
    text = outlay_sweep_to_csv (sweep);
  else
    text = outlay_sweep_to_table (sweep);
  fputs (text, stdout);
  print_errors (sweep);

  return outlay_sweep_has_figures (sweep) ? OUTLAY_EXIT_DONE : OUTLAY_EXIT_FAILED;
}

OutlayExit
outlay_cli_sweep (int    argc,
                  char **argv)
{
  g_autofree char *format_name = NULL, *set = NULL;
  const GOptionEntry entries[] = {
    { "set", 0, 0, G_OPTION_ARG_STRING, &set,
      "the input and its values, such as turns=3..12:10 or tasks[fix].output=200..800:4",
      "PATH=FROM..TO:STEPS" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table, csv or json", "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayScenario) scenario = NULL;
  Range range = { 0 };
  OutlayFormat format;
  OutlayExit status;

  if (!outlay_cli_parse ("FILE",
                         "What each option's period costs while one input goes from FROM to TO "
                         "in STEPS\nvalues, both ends among them; a whole number takes the nearest "
                         "whole values, each once.",
                         entries, &argc, &argv) ||
      !outlay_cli_parse_format (format_name, &format))
    return OUTLAY_EXIT_USAGE;
  if (argc != 2)
    return outlay_cli_usage ("sweep takes one file");
  if (set == NULL)
    return outlay_cli_usage ("sweep needs --set PATH=FROM..TO:STEPS");
  if (!parse_range (set, &range))
    return outlay_cli_usage ("--set %s: allowed is PATH=FROM..TO:STEPS, two numbers and a whole "
                             "one from 1 to %d", set, OUTLAY_MAX_SWEEP);

  scenario = outlay_cli_load_scenario (argv[1]);
  status = scenario == NULL ? OUTLAY_EXIT_FAILED : print_sweep (scenario, &range, format);
  g_free (range.path);

  return status;
}
