/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the sources of the price book disagree, and which of them is taken. */
#include "prices-command.h"

#include "grid.h"
#include "price-conflicts.h"
#include "read-values.h"
#include "writer.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static gboolean
matches (const OutlayPriceConflict  *conflict,
         char                      **words,
         int                         n_words)
{
  return outlay_cli_model_matches (conflict->model, words, n_words);
}

static char *
describe_since (int since)
{
  return since != 0 ? outlay_date_to_string (since) : NULL;
}

static void
add_conflict (OutlayGrid                *grid,
              const OutlayPriceConflict *conflict)
{
  g_autofree char *here = describe_since (conflict->since_here);
  g_autofree char *there = describe_since (conflict->since_there);

  outlay_grid_add_text (grid, conflict->model->id);
  outlay_grid_add_text (grid, outlay_price_kind_get_key (conflict->kind));
  outlay_grid_add_number (grid, conflict->threshold > 0 ? conflict->threshold : NAN, 0);
  outlay_cli_add_price (grid, conflict->price_here);
  outlay_grid_add_text (grid, conflict->here->id);
  outlay_grid_add_text (grid, here);
  outlay_cli_add_price (grid, conflict->price_there);
  outlay_grid_add_text (grid, conflict->there->id);
  outlay_grid_add_text (grid, there);
}

static void
add_columns (OutlayGrid *grid)
{
  static const struct { const char *heading; gboolean is_number; } columns[] = {
    { "id", FALSE }, { "price", FALSE }, { "prompts_over", TRUE }, { "here", TRUE },
    { "source_here", FALSE }, { "since_here", FALSE }, { "there", TRUE },
    { "source_there", FALSE }, { "since_there", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    outlay_grid_add_column (grid, columns[i].heading, columns[i].is_number);
}

static void
write_side (OutlayJsonWriter        *writer,
            const char              *key,
            const OutlayPriceSource *source,
            double                   price,
            int                      since)
{
  g_autofree char *from = describe_since (since);

  outlay_json_writer_key (writer, key);
  outlay_json_writer_begin_object (writer);
  outlay_json_writer_begin_line (writer);
  outlay_json_writer_add_text (writer, "source", source->id);
  outlay_json_writer_add_number (writer, "price", price);
  outlay_json_writer_add_text (writer, "since", from);
  outlay_json_writer_end_object (writer);
  outlay_json_writer_end_line (writer);
}

static void
write_conflict (OutlayJsonWriter          *writer,
                const OutlayPriceConflict *conflict)
{
  g_autofree char *text = outlay_price_conflict_to_string (conflict);

  outlay_json_writer_begin_object (writer);
  outlay_json_writer_add_text (writer, "id", conflict->model->id);
  outlay_json_writer_add_text (writer, "name", conflict->model->name);
  outlay_json_writer_add_text (writer, "price", outlay_price_kind_get_key (conflict->kind));
  outlay_json_writer_add_number (writer, "prompts_over",
                                 conflict->threshold > 0 ? conflict->threshold : NAN);
  write_side (writer, "here", conflict->here, conflict->price_here, conflict->since_here);
  write_side (writer, "there", conflict->there, conflict->price_there, conflict->since_there);
  outlay_json_writer_add_text (writer, "message", text);
  outlay_json_writer_end_object (writer);
}

static char *
describe_conflicts (const GArray  *conflicts,
                    char         **words,
                    int            n_words,
                    OutlayFormat   format)
{
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();

  add_columns (grid);
  outlay_json_writer_begin_list (writer);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const OutlayPriceConflict *conflict = &g_array_index (conflicts, OutlayPriceConflict, i);

      if (matches (conflict, words, n_words))
        {
          add_conflict (grid, conflict);
          write_conflict (writer, conflict);
        }
    }
  outlay_json_writer_end_list (writer);

  if (format == OUTLAY_FORMAT_JSON)
    return outlay_json_writer_finish (writer);
  if (format == OUTLAY_FORMAT_CSV)
    return outlay_grid_to_csv (grid);

  return outlay_grid_to_table (grid);
}

OutlayExit
outlay_cli_prices_conflicts (int    argc,
                             char **argv)
{
  g_autofree char *format_name = NULL, *on = NULL;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, "the day whose prices are compared; today if left out",
      "YYYY-MM-DD" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table, csv or json", "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayPriceBook) book = NULL;
  g_autoptr (GArray) conflicts = NULL;
  g_autofree char *text = NULL;
  OutlayFormat format;
  int date = 0;

  if (!outlay_cli_parse ("[WORD...]",
                         "Lists the prices of which two sources say different things: here the "
                         "one that is\ntaken, there the other. In US dollars per million tokens.",
                         entries, &argc, &argv) ||
      !outlay_cli_parse_format (format_name, &format))
    return OUTLAY_EXIT_USAGE;
  if (on != NULL && !outlay_parse_date (on, &date))
    return outlay_cli_usage ("--on %s: allowed is a day, as 2026-08-17", on);

  book = outlay_cli_open_book ();
  conflicts = outlay_price_book_list_conflicts (book, on != NULL ? date
                                                                 : outlay_cli_get_today ());
  text = describe_conflicts (conflicts, argv + 1, argc - 1, format);
  fputs (text, stdout);

  return OUTLAY_EXIT_DONE;
}

/* Whether the book has the model, and the source any price of it. */
static gboolean
check_choice (OutlayPriceBook *book,
              const char      *model,
              const char      *source)
{
  g_autoptr (GArray) alternatives = outlay_price_book_list_alternatives (book, model);
  g_autoptr (GString) names = g_string_new (NULL);

  if (alternatives == NULL)
    {
      const OutlayPrices *prices =
        outlay_catalogue_get_prices (outlay_price_book_get_catalogue (book));
      g_autofree char *near = outlay_prices_describe_near_models (prices, NULL, model);

      outlay_cli_fail ("no model \"%s\"%s%s", model, near != NULL ? "; the nearest are " : "",
                       near != NULL ? near : "");
      return FALSE;
    }

  for (guint i = 0; i < alternatives->len; i++)
    {
      const char *id = g_array_index (alternatives, OutlayPriceAlternative, i).source->id;

      if (g_strcmp0 (source, id) == 0)
        return TRUE;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", id);
    }

  if (source != NULL)
    outlay_cli_fail ("%s has no price from \"%s\"; it has some from %s", model, source,
                     names->str);

  return source == NULL;
}

OutlayExit
outlay_cli_prices_use (int    argc,
                       char **argv)
{
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (OutlayPriceBook) book = NULL;
  g_autoptr (GError) error = NULL;

  if (!outlay_cli_parse ("MODEL [SOURCE]",
                         "Takes a model's prices from SOURCE: shipped, litellm, models-dev, "
                         "genai-prices or\nown. Without SOURCE, as the book does by itself: your "
                         "own price, else the one\nthat was seen last; but a price with dates "
                         "gives way to none without.", entries, &argc, &argv))
    return OUTLAY_EXIT_USAGE;
  if (argc < 2 || argc > 3)
    return outlay_cli_usage ("prices use takes a model and a source");

  book = outlay_cli_open_book ();
  if (!check_choice (book, argv[1], argv[2]))
    return OUTLAY_EXIT_FAILED;

  if (!outlay_price_book_choose (book, argv[1], argv[2], &error))
    return outlay_cli_fail ("%s", error->message);

  return OUTLAY_EXIT_DONE;
}
