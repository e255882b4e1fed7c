/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

#include "catalogue-file.h"
#include "currencies.h"
#include "json-text.h"
#include "scenario-file.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* %NULL is the default format. */
gboolean
outlay_cli_parse_format (const char   *name,
                         OutlayFormat *format)
{
  static const char * const names[] = { "table", "csv", "json" };

  *format = OUTLAY_FORMAT_TABLE;
  if (name == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      {
        *format = (OutlayFormat) i;
        return TRUE;
      }

  outlay_cli_usage ("--format %s: allowed are table, csv and json", name);

  return FALSE;
}

/**
 * outlay_cli_parse_number:
 * @option: the option's name, for the message
 * @text: what was given
 * @value: (out): the number
 *
 * Returns: whether @text is a number of 0 or more, written with a point in
 *   every locale; if not, that has been said
 */
gboolean
outlay_cli_parse_number (const char *option,
                         const char *text,
                         double     *value)
{
  char *end;

  *value = g_ascii_strtod (text, &end);
  if (*text != '\0' && *end == '\0' && strspn (text, "0123456789.eE+-") == strlen (text) &&
      isfinite (*value) && *value >= 0)
    return TRUE;

  outlay_cli_usage ("%s %s: allowed is a number of 0 or more", option, text);

  return FALSE;
}

/**
 * outlay_cli_parse_whole:
 * @option: the option's name, for the message
 * @text: (nullable): what was given, if anything was
 * @least: smallest number allowed
 * @most: largest number allowed
 * @value: (inout): the number; stays as it is where none was given
 *
 * Returns: whether @text is a whole number in range; if not, that has been said
 */
gboolean
outlay_cli_parse_whole (const char *option,
                        const char *text,
                        gint64      least,
                        gint64      most,
                        gint64     *value)
{
  if (text == NULL || g_ascii_string_to_signed (text, 10, least, most, value, NULL))
    return TRUE;

  outlay_cli_usage ("%s %s: allowed is a whole number from %" G_GINT64_FORMAT " to %"
                    G_GINT64_FORMAT, option, text, least, most);

  return FALSE;
}

/* Like outlay_cli_parse_number(), from 0 to 1. */
gboolean
outlay_cli_parse_chance (const char *option,
                         const char *text,
                         double     *value)
{
  if (!outlay_cli_parse_number (option, text, value))
    return FALSE;
  if (*value <= 1)
    return TRUE;

  outlay_cli_usage ("%s %s: allowed is a chance from 0 to 1", option, text);

  return FALSE;
}

/* The number of the option with an id; if there is none, that has been said. */
gboolean
outlay_cli_parse_option (const char           *option,
                         const char           *id,
                         const OutlayScenario *scenario,
                         guint                *number)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < scenario->n_options; i++)
    {
      if (strcmp (scenario->options[i].id, id) == 0)
        {
          *number = i;
          return TRUE;
        }
      g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", scenario->options[i].id);
    }

  outlay_cli_usage ("%s %s: the scenario has no such option; it has %s", option, id,
                    ids->len > 0 ? ids->str : "none");

  return FALSE;
}

static void G_GNUC_PRINTF (1, 0)
print_error (const char *format,
             va_list     args)
{
  g_autofree char *message = g_strdup_vprintf (format, args);

  fprintf (stderr, "outlay-cli: %s\n", message);
}

/* Says what was wrong with the call. */
OutlayExit
outlay_cli_usage (const char *format,
                  ...)
{
  va_list args;

  va_start (args, format);
  print_error (format, args);
  va_end (args);

  return OUTLAY_EXIT_USAGE;
}

/* Says why the work failed. */
OutlayExit
outlay_cli_fail (const char *format,
                 ...)
{
  va_list args;

  va_start (args, format);
  print_error (format, args);
  va_end (args);

  return OUTLAY_EXIT_FAILED;
}

void
outlay_cli_print_problems (const OutlayProblems *problems)
{
  g_autofree char *text = outlay_problems_to_string (problems);

  fprintf (stderr, "%s\n", text);
}

/* Whether a file brings every price along that it needs. */
static gboolean
carries_its_prices (GBytes *bytes)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("");
  g_autoptr (OutlayCatalogue) nothing =
    outlay_catalogue_new (outlay_pool_new (), 0, &(OutlayPrices) { 0 });
  g_autoptr (OutlayScenario) scenario = outlay_scenario_read (bytes, nothing, problems);

  return scenario != NULL;
}

/* Models that the file does not carry come from the price book, which is opened
 * only then: it may be long. */
static OutlayScenario *
read_hashed (const char      *path,
             OutlayProblems  *problems,
             char           **hash)
{
  g_autoptr (GBytes) bytes = outlay_json_load_file (path, problems);
  g_autoptr (OutlayCatalogue) catalogue = NULL;

  if (bytes == NULL)
    return NULL;

  if (hash != NULL)
    *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (carries_its_prices (bytes))
    catalogue = outlay_catalogue_ref (outlay_catalogue_get_default ());
  else
    catalogue = outlay_cli_get_catalogue (NULL);

  return outlay_scenario_read (bytes, catalogue, problems);
}

/**
 * outlay_cli_read_scenario:
 * @path: a scenario's path, or `-`
 * @problems: takes what is wrong
 *
 * Returns: (transfer full) (nullable): the scenario
 */
OutlayScenario *
outlay_cli_read_scenario (const char     *path,
                          OutlayProblems *problems)
{
  return read_hashed (path, problems, NULL);
}

/* A rate of 1 is what a file has that sets none: what is printed is then US dollars
 * under another name, in good order as far as the file is concerned. */
void
outlay_cli_note_rate (const char           *path,
                      const OutlayScenario *scenario)
{
  if (outlay_currency_needs_rate (&scenario->currency))
    fprintf (stderr, "%s: currency.rate: 1 %s per US dollar: set the rate\n", path,
             scenario->currency.code);
}

static OutlayScenario *
load_hashed (const char  *path,
             char       **hash)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new (path);
  OutlayScenario *scenario = read_hashed (path, problems, hash);

  if (scenario == NULL)
    outlay_cli_print_problems (problems);
  else
    outlay_cli_note_rate (path, scenario);

  return scenario;
}

/**
 * outlay_cli_load_scenario:
 * @path: a scenario's path, or `-`
 *
 * Returns: (transfer full) (nullable): the scenario, or %NULL where the file is
 *   refused, which has been said
 */
OutlayScenario *
outlay_cli_load_scenario (const char *path)
{
  return load_hashed (path, NULL);
}

/**
 * outlay_cli_estimate_file:
 * @path: a scenario's path, or `-`
 *
 * Returns: (transfer full) (nullable): its estimate, or %NULL where the file is
 *   refused, which has been said. Options that cannot be estimated are named too.
 */
OutlayEstimate *
outlay_cli_estimate_file (const char *path)
{
  return outlay_cli_estimate_hashed (path, NULL);
}

/* Like outlay_cli_estimate_file(), with the file's SHA-256. */
OutlayEstimate *
outlay_cli_estimate_hashed (const char  *path,
                            char       **hash)
{
  g_autoptr (OutlayScenario) scenario = load_hashed (path, hash);
  OutlayEstimate *estimate;

  if (scenario == NULL)
    return NULL;

  estimate = outlay_estimate_new (scenario);
  for (guint i = 0; i < estimate->n_options; i++)
    if (estimate->options[i].error != NULL)
      fprintf (stderr, "%s: options[%u]: %s cannot be estimated: %s\n", path, i,
               scenario->options[i].name, estimate->options[i].error->message);

  return estimate;
}

/* The prices of the person who calls, with what cannot be read of them told. */
OutlayPriceBook *
outlay_cli_open_book (void)
{
  g_autofree char *folder = outlay_price_book_get_default_folder ();
  g_autoptr (OutlayProblems) problems = outlay_problems_new (folder);
  OutlayPriceBook *book = outlay_price_book_open (folder, outlay_catalogue_get_default (),
                                                  problems);

  if (outlay_problems_get_n_total (problems) > 0)
    outlay_cli_print_problems (problems);

  return book;
}

/* The catalogue at @path, or for %NULL that of the price book. */
OutlayCatalogue *
outlay_cli_get_catalogue (const char *path)
{
  g_autoptr (OutlayProblems) problems = NULL;
  OutlayCatalogue *catalogue;

  if (path == NULL)
    {
      g_autoptr (OutlayPriceBook) book = outlay_cli_open_book ();

      return outlay_catalogue_ref (outlay_price_book_get_catalogue (book));
    }

  problems = outlay_problems_new (path);
  catalogue = outlay_catalogue_load (path, problems);
  if (catalogue == NULL)
    outlay_cli_print_problems (problems);

  return catalogue;
}

/* Whether there are options, and none could be estimated. */
gboolean
outlay_cli_all_refused (const OutlayEstimate *estimate)
{
  for (guint i = 0; i < estimate->n_options; i++)
    if (estimate->options[i].error == NULL)
      return FALSE;

  return estimate->n_options > 0;
}

/* Whether each word stands somewhere in the model's id, vendor, name or class. */
gboolean
outlay_cli_model_matches (const OutlayModel  *model,
                          char              **words,
                          int                 n_words)
{
  static const char * const class_names[] = { "economy", "mid", "frontier" };
  g_autofree char *all = g_strjoin (" ", model->id, model->name,
                                    class_names[model->model_class],
                                    model->vendor != NULL ? model->vendor : "", NULL);
  g_autofree char *text = g_utf8_casefold (all, -1);

  for (int i = 0; i < n_words; i++)
    {
      g_autofree char *word = g_utf8_casefold (words[i], -1);

      if (strstr (text, word) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Adds a price with as many decimals as it has: $0.003625 is not $0.00. */
void
outlay_cli_add_price (OutlayGrid *grid,
                      double      price)
{
  int decimals = 2;
  double scaled = price * 100;

  while (decimals < 6 && scaled - (double) (gint64) (scaled + 1e-7) > 1e-6)
    {
      scaled *= 10;
      decimals++;
    }

  outlay_grid_add_number (grid, price, decimals);
}
