/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ranking of models as text: JSON and CSV for programs, a table for people. */
#include "ranking-report.h"

#include "grid.h"
#include "writer.h"

/* Of the models that a table names below itself. */
#define MOST_REFUSED 10

static const char * const class_names[] = { "economy", "mid", "frontier" };

/* The card of the scenario's first month. */
static const OutlayPriceCard *
first_card (const OutlayRanked   *ranked,
            const OutlayScenario *scenario)
{
  return outlay_model_get_card (ranked->model, outlay_scenario_get_date (scenario, 1));
}

static void
add_columns (OutlayGrid *grid)
{
  static const struct { const char *heading; gboolean is_number; } columns[] = {
    { "rank", TRUE }, { "id", FALSE }, { "class", FALSE }, { "input", TRUE },
    { "output", TRUE }, { "cost_per_task", TRUE }, { "cost_per_accepted", TRUE },
    { "cost", TRUE }, { "source", FALSE }, { "confidence", FALSE }, { "error", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    outlay_grid_add_column (grid, columns[i].heading, columns[i].is_number);
}

static void
fill_grid (OutlayGrid           *grid,
           const GArray         *ranking,
           const OutlayScenario *scenario)
{
  add_columns (grid);
  for (guint i = 0; i < ranking->len; i++)
    {
      const OutlayRanked *ranked = &g_array_index (ranking, OutlayRanked, i);
      const OutlayModel *model = ranked->model;
      const OutlayPriceCard *card = first_card (ranked, scenario);

      outlay_grid_add_number (grid, i + 1, 0);
      outlay_grid_add_text (grid, model->id);
      outlay_grid_add_text (grid, class_names[model->model_class]);
      outlay_grid_add_number (grid, card->base.input, 4);
      outlay_grid_add_number (grid, card->base.output, 4);
      outlay_grid_add_number (grid, ranked->cost_per_task, 4);
      outlay_grid_add_number (grid, ranked->cost_per_accepted, 4);
      outlay_grid_add_number (grid, ranked->cost, 2);
      outlay_grid_add_text (grid, model->source);
      outlay_grid_add_text (grid, model->confidence);
      outlay_grid_add_text (grid, ranked->error != NULL ? ranked->error->message : NULL);
    }
}

/* Money is in the scenario's currency, prices in US dollars per million tokens. */
char *
outlay_ranking_to_csv (const GArray         *ranking,
                       const OutlayScenario *scenario)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();

  fill_grid (grid, ranking, scenario);

  return outlay_grid_to_csv (grid);
}

/* What is refused has no figures: it is named below the table, with the reason, unless
 * that would push the table out of sight. */
static void
append_refused (GString      *text,
                const GArray *ranking)
{
  guint n_refused = 0;

  for (guint i = 0; i < ranking->len; i++)
    {
      const OutlayRanked *ranked = &g_array_index (ranking, OutlayRanked, i);

      if (ranked->error != NULL && n_refused++ < MOST_REFUSED)
        g_string_append_printf (text, "%s cannot do this work: %s\n", ranked->model->id,
                                ranked->error->message);
    }
  if (n_refused > MOST_REFUSED)
    g_string_append_printf (text, "%u more cannot do this work; --format json says why\n",
                            n_refused - MOST_REFUSED);
}

/* A free model says so: 0.000 might be a small price. */
static void
add_cost (OutlayGrid         *grid,
          const OutlayRanked *ranked,
          double              cost)
{
  const OutlayModel *model = ranked->model;
  const OutlayPriceBlock *last = &model->cards[model->n_cards - 1].base;

  if (ranked->cost <= 0 && last->input <= 0 && last->output <= 0)
    outlay_grid_add_text (grid, "free");
  else
    outlay_grid_add_number (grid, cost, 3);
}

char *
outlay_ranking_to_table (const GArray         *ranking,
                         const OutlayScenario *scenario)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();
  g_autofree char *cost = g_strdup_printf ("Total, %s", scenario->currency.code);
  g_autofree char *table = NULL;
  GString *text;

  outlay_grid_add_column (grid, "", TRUE);
  outlay_grid_add_column (grid, "Model", FALSE);
  outlay_grid_add_column (grid, "Class", FALSE);
  outlay_grid_add_column (grid, "Per task", TRUE);
  outlay_grid_add_column (grid, "Per accepted", TRUE);
  outlay_grid_add_column (grid, cost, TRUE);
  outlay_grid_add_column (grid, "Source", FALSE);
  for (guint i = 0; i < ranking->len; i++)
    {
      const OutlayRanked *ranked = &g_array_index (ranking, OutlayRanked, i);

      if (ranked->error != NULL)
        continue;

      outlay_grid_add_number (grid, i + 1, 0);
      outlay_grid_add_text (grid, ranked->model->id);
      outlay_grid_add_text (grid, class_names[ranked->model->model_class]);
      add_cost (grid, ranked, ranked->cost_per_task);
      add_cost (grid, ranked, ranked->cost_per_accepted);
      outlay_grid_add_number (grid, ranked->cost, 0);
      outlay_grid_add_text (grid, ranked->model->source);
    }

  table = outlay_grid_to_table (grid);
  text = g_string_new (table);
  append_refused (text, ranking);

  return g_string_free (text, FALSE);
}

static void
write_ranked (OutlayJsonWriter     *writer,
              const OutlayRanked   *ranked,
              const OutlayScenario *scenario)
{
  const OutlayModel *model = ranked->model;
  const OutlayPriceCard *card = first_card (ranked, scenario);

  outlay_json_writer_add_text (writer, "id", model->id);
  outlay_json_writer_add_text (writer, "name", model->name);
  outlay_json_writer_add_text (writer, "class", class_names[model->model_class]);
  outlay_json_writer_add_number (writer, "tokenizer", model->tokenizer);
  outlay_json_writer_add_number (writer, "input", card->base.input);
  outlay_json_writer_add_number (writer, "output", card->base.output);
  outlay_json_writer_add_text (writer, "source", model->source);
  outlay_json_writer_add_text (writer, "confidence", model->confidence);
  if (ranked->error != NULL)
    {
      outlay_json_writer_add_text (writer, "error", ranked->error->message);
      return;
    }

  outlay_json_writer_add_number (writer, "cost_per_task", ranked->cost_per_task);
  outlay_json_writer_add_number (writer, "cost_per_accepted", ranked->cost_per_accepted);
  outlay_json_writer_add_number (writer, "cost", ranked->cost);
}

char *
outlay_ranking_to_json (const GArray         *ranking,
                        const OutlayScenario *scenario)
{
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();

  outlay_json_writer_begin_object (writer);
  outlay_json_writer_add_text (writer, "scenario", scenario->name);
  outlay_json_writer_add_text (writer, "currency", scenario->currency.code);
  outlay_json_writer_key (writer, "models");
  outlay_json_writer_begin_list (writer);
  for (guint i = 0; i < ranking->len; i++)
    {
      outlay_json_writer_begin_object (writer);
      write_ranked (writer, &g_array_index (ranking, OutlayRanked, i), scenario);
      outlay_json_writer_end_object (writer);
    }
  outlay_json_writer_end_list (writer);
  outlay_json_writer_end_object (writer);

  return outlay_json_writer_finish (writer);
}
