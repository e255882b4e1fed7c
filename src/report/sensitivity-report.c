/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What drives each option's cost, as text. */
#include "sensitivity-report.h"

#include "factors.h"
#include "grid.h"
#include "writer.h"

static gboolean
is_asked (const OutlaySensitivity *sensitivity,
          guint                    i,
          int                      option)
{
  return option == OUTLAY_NONE || (int) i == option;
}

static void
write_swing (OutlayJsonWriter  *writer,
             const OutlaySwing *swing)
{
  const struct { const char *key; double value; } figures[] = {
    { "p10", swing->low },
    { "p90", swing->high },
    { "change_p10", swing->change_low },
    { "change_p90", swing->change_high },
  };

  outlay_json_writer_begin_object (writer);
  outlay_json_writer_add_text (writer, "factor", outlay_factor_get_key (swing->factor));
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    outlay_json_writer_add_number (writer, figures[i].key, figures[i].value);
  outlay_json_writer_end_object (writer);
}

static void
write_option (OutlayJsonWriter        *writer,
              const OutlaySensitivity *sensitivity,
              guint                    i)
{
  const OutlayOptionEstimate *estimate = &sensitivity->estimate->options[i];
  const OutlayOptionSensitivity *option = &sensitivity->options[i];

  outlay_json_writer_begin_object (writer);
  outlay_json_writer_add_text (writer, "id", estimate->option->id);
  outlay_json_writer_add_text (writer, "name", estimate->option->name);
  if (option->is_refused)
    outlay_json_writer_add_text (writer, "error", estimate->error->message);
  else
    {
      outlay_json_writer_add_number (writer, "likely_cost", option->likely_cost);
      outlay_json_writer_key (writer, "factors");
      outlay_json_writer_begin_list (writer);
      for (guint j = 0; j < OUTLAY_N_FACTORS; j++)
        write_swing (writer, &option->swings[j]);
      outlay_json_writer_end_list (writer);
    }
  outlay_json_writer_end_object (writer);
}

/**
 * outlay_sensitivity_to_json:
 * @sensitivity: a sensitivity
 * @option: number of the option asked about, or %OUTLAY_NONE for all
 *
 * Returns: (transfer full): each option's factors, the largest change first
 */
char *
outlay_sensitivity_to_json (const OutlaySensitivity *sensitivity,
                            int                      option)
{
  const OutlayScenario *scenario = sensitivity->estimate->scenario;
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();

  outlay_json_writer_begin_object (writer);
  outlay_json_writer_add_text (writer, "scenario", scenario->name);
  outlay_json_writer_add_text (writer, "currency", scenario->currency.code);
  outlay_json_writer_key (writer, "options");
  outlay_json_writer_begin_list (writer);
  for (guint i = 0; i < sensitivity->n_options; i++)
    if (is_asked (sensitivity, i, option))
      write_option (writer, sensitivity, i);
  outlay_json_writer_end_list (writer);
  outlay_json_writer_end_object (writer);

  return outlay_json_writer_finish (writer);
}

static OutlayGrid *
new_grid (const OutlaySensitivity *sensitivity,
          int                      option,
          const char * const      *headings,
          gboolean                 by_name)
{
  OutlayGrid *grid = outlay_grid_new ();

  for (guint i = 0; headings[i] != NULL; i++)
    outlay_grid_add_column (grid, headings[i], i >= 2);

  for (guint i = 0; i < sensitivity->n_options; i++)
    {
      const OutlayOption *subject = sensitivity->estimate->options[i].option;

      if (!is_asked (sensitivity, i, option) || sensitivity->options[i].is_refused)
        continue;

      for (guint j = 0; j < OUTLAY_N_FACTORS; j++)
        {
          const OutlaySwing *swing = &sensitivity->options[i].swings[j];

          outlay_grid_add_text (grid, !by_name ? subject->id : j == 0 ? subject->name : "");
          outlay_grid_add_text (grid, outlay_factor_get_key (swing->factor));
          outlay_grid_add_number (grid, swing->low, 2);
          outlay_grid_add_number (grid, swing->high, 2);
          outlay_grid_add_number (grid, swing->change_low, 0);
          outlay_grid_add_number (grid, swing->change_high, 0);
          outlay_grid_add_number (grid, sensitivity->options[i].likely_cost, 0);
        }
    }

  return grid;
}

/* Returns: (transfer full): a line for each option and factor */
char *
outlay_sensitivity_to_table (const OutlaySensitivity *sensitivity,
                             int                      option)
{
  g_autofree char *heading =
    g_strdup_printf ("Change of the period's cost, %s",
                     sensitivity->estimate->scenario->currency.code);
  const char * const headings[] = {
    heading, "Factor", "P10", "P90", "At P10", "At P90", "Likely cost", NULL
  };
  g_autoptr (OutlayGrid) grid = new_grid (sensitivity, option, headings, TRUE);

  return outlay_grid_to_table (grid);
}

/* Returns: (transfer full): a line for each option and factor */
char *
outlay_sensitivity_to_csv (const OutlaySensitivity *sensitivity,
                           int                      option)
{
  const char * const headings[] = {
    "option", "factor", "p10", "p90", "change_p10", "change_p90", "likely_cost", NULL
  };
  g_autoptr (OutlayGrid) grid = new_grid (sensitivity, option, headings, FALSE);

  return outlay_grid_to_csv (grid);
}
