/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one call costs: METHOD section 5, "Billing", for a call whose tokens are
 * known. */
#include "commands.h"

#include "grid.h"
#include "read-values.h"
#include "writer.h"

#include <math.h>
#include <stdio.h>

/* What a caller can say of a token, in the order of the answer. */
typedef enum
{
  GIVEN_INPUT,
  GIVEN_CACHE_READ,
  GIVEN_CACHE_WRITE,
  GIVEN_CACHE_WRITE_1H,
  GIVEN_OUTPUT,
  N_GIVEN
} Given;

static const char * const given_names[N_GIVEN] = {
  "input", "cache_read", "cache_write", "cache_write_1h", "output"
};

static const char * const given_options[N_GIVEN] = {
  "--input", "--cache-read", "--cache-write", "--cache-write-1h", "--output"
};

typedef struct
{
  Given       given;
  double      tokens;
  const char *billed_as;
  double      per_million;
  double      cost;
} Line;

typedef struct
{
  const OutlayModel     *model;
  const OutlayPriceCard *card;
  gboolean               long_context;
  Line                   lines[N_GIVEN];
  guint                  n_lines;
  double                 total;
} Bill;

/* The price of one kind of token, and what it is billed as. */
static void
set_rate (Line                   *line,
          const OutlayPriceBlock *block)
{
  static const char * const names[OUTLAY_N_TOKEN_CLASSES] = {
    "input", "cache_write", "cache_read", "output"
  };
  OutlayRate rate;

  switch (line->given)
    {
    case GIVEN_CACHE_READ:
      rate = outlay_price_block_rate_read (block, OUTLAY_CACHE_5M);
      break;
    case GIVEN_CACHE_WRITE:
      rate = outlay_price_block_rate_write (block, OUTLAY_CACHE_5M);
      break;
    case GIVEN_CACHE_WRITE_1H:
      rate = outlay_price_block_rate_write (block, OUTLAY_CACHE_1H);
      break;
    case GIVEN_OUTPUT:
      rate = (OutlayRate) { OUTLAY_TOKEN_OUTPUT, block->output };
      break;
    case GIVEN_INPUT:
    case N_GIVEN:
    default:
      rate = (OutlayRate) { OUTLAY_TOKEN_INPUT, block->input };
    }

  line->per_million = rate.per_million;
  line->billed_as = names[rate.billed_as];
  if (line->given == GIVEN_CACHE_WRITE_1H && rate.billed_as == OUTLAY_TOKEN_CACHE_WRITE &&
      !isnan (block->cache_write_1h))
    line->billed_as = given_names[GIVEN_CACHE_WRITE_1H];
}

static Bill
make_bill (const OutlayModel *model,
           int                date,
           const double      *tokens)
{
  Bill bill = { .model = model, .card = outlay_model_get_card (model, date) };
  const OutlayPriceBlock *block;
  double prompt = 0;
  guint number;

  for (guint i = 0; i < GIVEN_OUTPUT; i++)
    prompt += isnan (tokens[i]) ? 0 : tokens[i];
  number = outlay_price_card_find_block (bill.card, prompt);
  block = outlay_price_card_get_block (bill.card, number);
  bill.long_context = number > 0;

  for (guint i = 0; i < N_GIVEN; i++)
    {
      Line *line = &bill.lines[bill.n_lines];

      if (isnan (tokens[i]))
        continue;

      *line = (Line) { .given = (Given) i, .tokens = tokens[i] };
      set_rate (line, block);
      line->cost = line->tokens * line->per_million / 1e6;
      bill.total += line->cost;
      bill.n_lines++;
    }

  return bill;
}

static char *
bill_to_json (const Bill *bill)
{
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();
  g_autofree char *from = NULL;

  if (bill->card->from != 0)
    from = outlay_date_to_string (bill->card->from);

  outlay_json_writer_begin_object (writer);
  outlay_json_writer_add_text (writer, "model", bill->model->id);
  outlay_json_writer_add_text (writer, "card_from", from);
  outlay_json_writer_key (writer, "long_context");
  outlay_json_writer_flag (writer, bill->long_context);
  outlay_json_writer_key (writer, "lines");
  outlay_json_writer_begin_list (writer);
  for (guint i = 0; i < bill->n_lines; i++)
    {
      outlay_json_writer_begin_object (writer);
      outlay_json_writer_begin_line (writer);
      outlay_json_writer_add_text (writer, "class", given_names[bill->lines[i].given]);
      outlay_json_writer_add_number (writer, "tokens", bill->lines[i].tokens);
      outlay_json_writer_add_text (writer, "billed_as", bill->lines[i].billed_as);
      outlay_json_writer_add_number (writer, "per_million", bill->lines[i].per_million);
      outlay_json_writer_add_number (writer, "cost", bill->lines[i].cost);
      outlay_json_writer_end_object (writer);
      outlay_json_writer_end_line (writer);
    }
  outlay_json_writer_end_list (writer);
  outlay_json_writer_add_number (writer, "total", bill->total);
  outlay_json_writer_end_object (writer);

  return outlay_json_writer_finish (writer);
}

static void
add_line (OutlayGrid *grid,
          const char *given,
          double      tokens,
          const char *billed_as,
          double      per_million,
          double      cost)
{
  outlay_grid_add_text (grid, given);
  outlay_grid_add_number (grid, tokens, 0);
  outlay_grid_add_text (grid, billed_as);
  outlay_grid_add_number (grid, per_million, 4);
  outlay_grid_add_number (grid, cost, 6);
}

static char *
bill_to_grid (const Bill   *bill,
              OutlayFormat  format)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();

  outlay_grid_add_column (grid, "class", FALSE);
  outlay_grid_add_column (grid, "tokens", TRUE);
  outlay_grid_add_column (grid, "billed_as", FALSE);
  outlay_grid_add_column (grid, "per_million", TRUE);
  outlay_grid_add_column (grid, "cost", TRUE);
  for (guint i = 0; i < bill->n_lines; i++)
    add_line (grid, given_names[bill->lines[i].given], bill->lines[i].tokens,
              bill->lines[i].billed_as, bill->lines[i].per_million, bill->lines[i].cost);
  add_line (grid, "total", NAN, NULL, NAN, bill->total);

  return format == OUTLAY_FORMAT_CSV ? outlay_grid_to_csv (grid)
                                     : outlay_grid_to_table (grid);
}

static OutlayExit
print_bill (const OutlayCatalogue *catalogue,
            const char            *id,
            int                    date,
            const double          *tokens,
            OutlayFormat           format)
{
  const OutlayPrices *prices = outlay_catalogue_get_prices (catalogue);
  const OutlayModel *model = outlay_prices_find_model (prices, id);
  g_autofree char *text = NULL;
  Bill bill;

  if (model == NULL)
    {
      g_autofree char *names = outlay_prices_describe_near_models (prices, NULL, id);

      if (names != NULL)
        return outlay_cli_fail ("no model \"%s\"; the nearest are %s", id, names);

      return outlay_cli_fail ("no model \"%s\"; \"outlay-cli models\" lists every one", id);
    }

  bill = make_bill (model, date, tokens);
  text = format == OUTLAY_FORMAT_JSON ? bill_to_json (&bill) : bill_to_grid (&bill, format);
  fputs (text, stdout);

  return OUTLAY_EXIT_DONE;
}

OutlayExit
outlay_cli_price (int    argc,
                  char **argv)
{
  g_autofree char *format_name = NULL, *catalogue_path = NULL, *on = NULL;
  g_autofree char *input = NULL, *read = NULL, *write = NULL, *write_1h = NULL, *output = NULL;
  const GOptionEntry entries[] = {
    { "input", 0, 0, G_OPTION_ARG_STRING, &input, "tokens that no cache served", "N" },
    { "cache-read", 0, 0, G_OPTION_ARG_STRING, &read, "tokens read from the cache", "N" },
    { "cache-write", 0, 0, G_OPTION_ARG_STRING, &write, "tokens written to it", "N" },
    { "cache-write-1h", 0, 0, G_OPTION_ARG_STRING, &write_1h,
      "tokens written to it for an hour", "N" },
    { "output", 0, 0, G_OPTION_ARG_STRING, &output, "tokens of the answer", "N" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, "the day; the catalogue's date if left out",
      "YYYY-MM-DD" },
    { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, &catalogue_path, "look in this catalogue",
      "FILE" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table, csv or json", "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  double tokens[N_GIVEN] = { NAN, NAN, NAN, NAN, NAN };
  g_autoptr (OutlayCatalogue) catalogue = NULL;
  gboolean any = FALSE;
  OutlayFormat format;
  int date = 0;

  if (!outlay_cli_parse ("MODEL", "What one call to a model costs, in US dollars.", entries,
                         &argc, &argv) ||
      !outlay_cli_parse_format (format_name, &format))
    return OUTLAY_EXIT_USAGE;
  if (argc != 2)
    return outlay_cli_usage ("price takes one model");

  for (guint i = 0; i < N_GIVEN; i++)
    {
      const char *texts[N_GIVEN] = { input, read, write, write_1h, output };

      if (texts[i] != NULL && !outlay_cli_parse_number (given_options[i], texts[i], &tokens[i]))
        return OUTLAY_EXIT_USAGE;
      any = any || texts[i] != NULL;
    }
  if (!any)
    return outlay_cli_usage ("price needs tokens: --input, --cache-read, --cache-write, "
                             "--cache-write-1h or --output");
  if (on != NULL && !outlay_parse_date (on, &date))
    return outlay_cli_usage ("--on %s: allowed is a day, as 2026-08-17", on);

  catalogue = outlay_cli_get_catalogue (catalogue_path);
  if (catalogue == NULL)
    return OUTLAY_EXIT_FAILED;

  return print_bill (catalogue, argv[1],
                     on != NULL ? date : outlay_catalogue_get_date (catalogue), tokens,
                     format);
}
