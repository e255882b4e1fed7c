/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

#include "grid.h"
#include "writer.h"

#include <stdio.h>
#include <string.h>

static const char * const class_names[] = { "economy", "mid", "frontier" };

static char *
describe_from (const OutlayPriceCard *card)
{
  return card->from != 0 ? outlay_date_to_string (card->from) : NULL;
}

static void
write_model (OutlayJsonWriter      *writer,
             const OutlayModel     *model,
             const OutlayPriceCard *card)
{
  g_autofree char *from = describe_from (card);

  outlay_json_writer_begin_object (writer);
  outlay_json_writer_add_text (writer, "id", model->id);
  outlay_json_writer_add_text (writer, "vendor", model->vendor);
  outlay_json_writer_add_text (writer, "name", model->name);
  outlay_json_writer_add_text (writer, "class", class_names[model->model_class]);
  outlay_json_writer_add_text (writer, "card_from", from);
  outlay_json_writer_add_number (writer, "input", card->base.input);
  outlay_json_writer_add_number (writer, "output", card->base.output);
  outlay_json_writer_add_number (writer, "cache_read", card->base.cache_read);
  outlay_json_writer_add_number (writer, "cache_write", card->base.cache_write);
  outlay_json_writer_add_number (writer, "cache_write_1h", card->base.cache_write_1h);
  outlay_json_writer_add_number (writer, "context_window", model->context_window);
  outlay_json_writer_add_text (writer, "status", model->status);
  outlay_json_writer_add_text (writer, "source", model->source);
  outlay_json_writer_add_text (writer, "confidence", model->confidence);
  outlay_json_writer_end_object (writer);
}

static void
add_headings (OutlayGrid *grid)
{
  static const struct { const char *heading; gboolean is_number; } columns[] = {
    { "id", FALSE }, { "class", FALSE }, { "input", TRUE }, { "output", TRUE },
    { "cache_read", TRUE }, { "cache_write", TRUE }, { "cache_write_1h", TRUE },
    { "context_window", TRUE }, { "card_from", FALSE }, { "source", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    outlay_grid_add_column (grid, columns[i].heading, columns[i].is_number);
}

static void
add_model (OutlayGrid            *grid,
           const OutlayModel     *model,
           const OutlayPriceCard *card)
{
  g_autofree char *from = describe_from (card);

  outlay_grid_add_text (grid, model->id);
  outlay_grid_add_text (grid, class_names[model->model_class]);
  if (!outlay_price_card_is_free (card))
    {
      outlay_cli_add_price (grid, card->base.input);
      outlay_cli_add_price (grid, card->base.output);
    }
  else
    {
      outlay_grid_add_text (grid, "free");
      outlay_grid_add_text (grid, "free");
    }
  outlay_cli_add_price (grid, card->base.cache_read);
  outlay_cli_add_price (grid, card->base.cache_write);
  outlay_cli_add_price (grid, card->base.cache_write_1h);
  outlay_grid_add_number (grid, model->context_window, 0);
  outlay_grid_add_text (grid, from);
  outlay_grid_add_text (grid, model->source);
}

static char *
describe_models (const GPtrArray *models,
                 int              date,
                 OutlayFormat     format)
{
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();

  add_headings (grid);
  outlay_json_writer_begin_list (writer);
  for (guint i = 0; i < models->len; i++)
    {
      const OutlayModel *model = g_ptr_array_index (models, i);
      const OutlayPriceCard *card = outlay_model_get_card (model, date);

      add_model (grid, model, card);
      write_model (writer, model, card);
    }
  outlay_json_writer_end_list (writer);

  if (format == OUTLAY_FORMAT_JSON)
    return outlay_json_writer_finish (writer);
  if (format == OUTLAY_FORMAT_CSV)
    return outlay_grid_to_csv (grid);

  return outlay_grid_to_table (grid);
}

OutlayExit
outlay_cli_models (int    argc,
                   char **argv)
{
  g_autofree char *format_name = NULL;
  g_autofree char *catalogue_path = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table, csv or json", "FORMAT" },
    { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, &catalogue_path,
      "look in this catalogue", "FILE" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autofree char *text = NULL;
  const OutlayPrices *prices;
  OutlayFormat format;

  if (!outlay_cli_parse ("[WORD...]",
                         "Lists the models that have every word in id, vendor, name or class,\n"
                         "with their prices on the catalogue's date, in US dollars per million "
                         "tokens.", entries, &argc, &argv) ||
      !outlay_cli_parse_format (format_name, &format))
    return OUTLAY_EXIT_USAGE;

  catalogue = outlay_cli_get_catalogue (catalogue_path);
  if (catalogue == NULL)
    return OUTLAY_EXIT_FAILED;

  prices = outlay_catalogue_get_prices (catalogue);
  for (guint i = 0; i < prices->n_models; i++)
    if (outlay_cli_model_matches (&prices->models[i], argv + 1, argc - 1))
      g_ptr_array_add (found, &prices->models[i]);

  if (found->len == 0)
    return outlay_cli_fail ("no model has all these words; "
                            "\"outlay-cli models\" lists every one");

  text = describe_models (found, outlay_catalogue_get_date (catalogue), format);
  fputs (text, stdout);

  return OUTLAY_EXIT_DONE;
}
