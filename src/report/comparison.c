/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bridges of two scenarios' options, and as text. */
#include "comparison.h"

#include "bridge-words.h"
#include "grid.h"
#include "json-writer.h"

#include <math.h>
#include <string.h>

static const OutlayOption *
find_option (const OutlayScenario *scenario,
             const char           *id)
{
  for (guint i = 0; i < scenario->n_options; i++)
    if (strcmp (scenario->options[i].id, id) == 0)
      return &scenario->options[i];

  return NULL;
}

static void
option_clear (gpointer data)
{
  OutlayComparedOption *option = data;

  g_clear_error (&option->error);
}

static void
add_option (OutlayComparison *comparison,
            const char       *id)
{
  const OutlayOption *a = find_option (comparison->a, id);
  const OutlayOption *b = find_option (comparison->b, id);
  OutlayComparedOption option = { .id = id };

  option.name = a != NULL ? a->name : b->name;
  if (a == NULL || b == NULL)
    g_set_error (&option.error, OUTLAY_BRIDGE_ERROR, OUTLAY_BRIDGE_ERROR_MISSING,
                 "no option \"%s\" in \"%s\"", id,
                 a == NULL ? comparison->a->name : comparison->b->name);
  else
    outlay_bridge_init (&option.bridge, comparison->a, a, comparison->b, b, &option.error);

  g_array_append_val (comparison->options, option);
}

/**
 * outlay_comparison_new:
 * @a: a scenario
 * @b: another
 * @option_id: (nullable): the one option to compare, or %NULL for all
 *
 * Compares options by their id. One that a scenario lacks, or refuses, carries
 * an error.
 *
 * Returns: (transfer full): the comparison; without options where neither
 *   scenario has @option_id
 */
OutlayComparison *
outlay_comparison_new (OutlayScenario *a,
                       OutlayScenario *b,
                       const char     *option_id)
{
  OutlayComparison *comparison = g_new0 (OutlayComparison, 1);
  gboolean alike = strcmp (a->currency.code, b->currency.code) == 0;

  comparison->a = outlay_scenario_ref (a);
  comparison->b = outlay_scenario_ref (b);
  comparison->currency = alike ? a->currency.code : "USD";
  comparison->options = g_array_new (FALSE, FALSE, sizeof (OutlayComparedOption));
  g_array_set_clear_func (comparison->options, option_clear);

  for (guint i = 0; i < a->n_options; i++)
    if (option_id == NULL || strcmp (option_id, a->options[i].id) == 0)
      add_option (comparison, a->options[i].id);
  for (guint i = 0; i < b->n_options; i++)
    if ((option_id == NULL || strcmp (option_id, b->options[i].id) == 0) &&
        find_option (a, b->options[i].id) == NULL)
      add_option (comparison, b->options[i].id);

  return comparison;
}

void
outlay_comparison_free (OutlayComparison *comparison)
{
  g_array_unref (comparison->options);
  outlay_scenario_unref (comparison->a);
  outlay_scenario_unref (comparison->b);
  g_free (comparison);
}

static const OutlayComparedOption *
get_option (const OutlayComparison *comparison,
            guint                   i)
{
  return &g_array_index (comparison->options, OutlayComparedOption, i);
}

/* Whether any option could be compared. */
gboolean
outlay_comparison_has_bridges (const OutlayComparison *comparison)
{
  for (guint i = 0; i < comparison->options->len; i++)
    if (get_option (comparison, i)->error == NULL)
      return TRUE;

  return FALSE;
}

/* The lines of a bridge: A, its parts, B, and what they come to. */
enum
{
  LINE_A,
  LINE_PARTS,
  LINE_B = LINE_PARTS + OUTLAY_N_BRIDGE_PARTS,
  LINE_DIFFERENCE,
  N_LINES
};

static const char *
line_key (guint line)
{
  if (line == LINE_A)
    return "a";
  if (line == LINE_B)
    return "b";
  if (line == LINE_DIFFERENCE)
    return "difference";

  return outlay_bridge_part_get_key ((OutlayBridgePart) (line - LINE_PARTS));
}

static double
line_value (const OutlayComparedOption *option,
            guint                       line)
{
  const OutlayBridge *bridge = &option->bridge;

  if (option->error != NULL)
    return NAN;
  if (line == LINE_A)
    return bridge->cost_a;
  if (line == LINE_B)
    return bridge->cost_b;
  if (line == LINE_DIFFERENCE)
    return bridge->cost_b - bridge->cost_a;

  return bridge->parts[line - LINE_PARTS];
}

/* As it is printed for people: rounded so that A and its parts visibly make B. */
static double
line_figure (const OutlayComparedOption *option,
             guint                       line)
{
  OutlayBridgeFigures figures;

  if (option->error != NULL)
    return NAN;

  outlay_bridge_figures_init (&figures, &option->bridge);
  if (line == LINE_A)
    return figures.cost_a;
  if (line == LINE_B)
    return figures.cost_b;
  if (line == LINE_DIFFERENCE)
    return figures.cost_b - figures.cost_a;

  return figures.parts[line - LINE_PARTS];
}

static void
write_option (OutlayJsonWriter           *writer,
              const OutlayComparedOption *option)
{
  outlay_json_writer_begin_object (writer);
  outlay_json_writer_add_text (writer, "id", option->id);
  outlay_json_writer_add_text (writer, "name", option->name);
  if (option->error != NULL)
    {
      outlay_json_writer_add_text (writer, "error", option->error->message);
      outlay_json_writer_end_object (writer);
      return;
    }

  for (guint line = 0; line < N_LINES; line++)
    {
      if (line == LINE_PARTS)
        {
          outlay_json_writer_key (writer, "parts");
          outlay_json_writer_begin_object (writer);
        }
      if (line == LINE_B)
        outlay_json_writer_end_object (writer);
      outlay_json_writer_add_number (writer, line_key (line), line_value (option, line));
    }
  outlay_json_writer_end_object (writer);
}

/* Returns: (transfer full): JSON; each option with `a`, `parts`, `b` and
 * `difference`, or `error` */
char *
outlay_comparison_to_json (const OutlayComparison *comparison)
{
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();

  outlay_json_writer_begin_object (writer);
  outlay_json_writer_add_text (writer, "a", comparison->a->name);
  outlay_json_writer_add_text (writer, "b", comparison->b->name);
  outlay_json_writer_add_text (writer, "currency", comparison->currency);
  outlay_json_writer_key (writer, "options");
  outlay_json_writer_begin_list (writer);
  for (guint i = 0; i < comparison->options->len; i++)
    write_option (writer, get_option (comparison, i));
  outlay_json_writer_end_list (writer);
  outlay_json_writer_end_object (writer);

  return outlay_json_writer_finish (writer);
}

/* What a line of the table is called. How many months there are is a part of who
 * is there when. */
static char *
line_label (guint line)
{
  switch (line)
    {
    case LINE_A:
      return g_strdup ("a: cost of the period");
    case LINE_PARTS + OUTLAY_BRIDGE_PEOPLE:
      return g_strdup ("   people and months");
    case LINE_PARTS + OUTLAY_BRIDGE_MIX:
      return g_strdup ("   mix and number of tasks");
    case LINE_B:
      return g_strdup ("b: cost of the period");
    case LINE_DIFFERENCE:
      return g_strdup ("difference, b - a");
    default:
      return g_strconcat ("   ", line_key (line), NULL);
    }
}

static void
append_side (GString              *text,
             const char           *side,
             const OutlayScenario *scenario)
{
  g_string_append_printf (text, "%s: %s, %u %s from %04d-%02d\n", side, scenario->name,
                          (guint) scenario->months, scenario->months == 1 ? "month" : "months",
                          scenario->start / 12, scenario->start % 12 + 1);
}

/* Returns: (transfer full): which two they are, then a line for each part, a column
 * for each option */
char *
outlay_comparison_to_table (const OutlayComparison *comparison)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();
  GString *text = g_string_new (NULL);
  g_autofree char *table = NULL;

  outlay_grid_add_column (grid, comparison->currency, FALSE);
  for (guint i = 0; i < comparison->options->len; i++)
    outlay_grid_add_column (grid, get_option (comparison, i)->name, TRUE);

  for (guint line = 0; line < N_LINES; line++)
    {
      g_autofree char *label = line_label (line);

      outlay_grid_add_text (grid, label);
      for (guint i = 0; i < comparison->options->len; i++)
        outlay_grid_add_number (grid, line_figure (get_option (comparison, i), line), 2);
    }

  append_side (text, "a", comparison->a);
  append_side (text, "b", comparison->b);
  if (strcmp (comparison->a->currency.code, comparison->b->currency.code) != 0)
    g_string_append_printf (text, "in US dollars, each by its own rate: a counts in %s, b in %s\n",
                            comparison->a->currency.code, comparison->b->currency.code);
  table = outlay_grid_to_table (grid);
  g_string_append_printf (text, "\n%s", table);

  return g_string_free (text, FALSE);
}

/* Returns: (transfer full): CSV, a row for each option */
char *
outlay_comparison_to_csv (const OutlayComparison *comparison)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();

  outlay_grid_add_column (grid, "option", FALSE);
  outlay_grid_add_column (grid, "name", FALSE);
  outlay_grid_add_column (grid, "currency", FALSE);
  for (guint line = 0; line < N_LINES; line++)
    outlay_grid_add_column (grid, line_key (line), TRUE);
  outlay_grid_add_column (grid, "error", FALSE);

  for (guint i = 0; i < comparison->options->len; i++)
    {
      const OutlayComparedOption *option = get_option (comparison, i);

      outlay_grid_add_text (grid, option->id);
      outlay_grid_add_text (grid, option->name);
      outlay_grid_add_text (grid, comparison->currency);
      for (guint line = 0; line < N_LINES; line++)
        outlay_grid_add_number (grid, line_value (option, line), 2);
      outlay_grid_add_text (grid, option->error != NULL ? option->error->message : NULL);
    }

  return outlay_grid_to_csv (grid);
}
