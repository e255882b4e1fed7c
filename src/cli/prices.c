/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The price book: lists are imported, and what they disagree about is shown. */
#include "prices-command.h"

#include "dispatch.h"
#include "grid.h"
#include "import.h"
#include "json-text.h"
#include "json-writer.h"
#include "price-date.h"
#include "price-store.h"
#include "read-values.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

static const char * const left_texts[OUTLAY_N_LEFT] = {
  [OUTLAY_LEFT_NO_MODEL] = "no model",
  [OUTLAY_LEFT_NO_TEXT] = "answers no text",
  [OUTLAY_LEFT_UNPRICED] = "no price",
  [OUTLAY_LEFT_OTHER_UNIT] = "billed by something else than tokens",
  [OUTLAY_LEFT_ZERO] = "a price of 0 that is not called free",
  [OUTLAY_LEFT_DUPLICATE] = "the model stands in a row before",
  [OUTLAY_LEFT_BROKEN] = "cannot be read",
};

static void
add_count (OutlayGrid *grid,
           const char *text,
           guint       count)
{
  outlay_grid_add_text (grid, text);
  outlay_grid_add_number (grid, count, 0);
}

static char *
describe_import (const OutlayImport *import,
                 OutlayFormat        format)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();

  outlay_grid_add_column (grid, outlay_import_format_get_name (import->format), FALSE);
  outlay_grid_add_column (grid, "rows", TRUE);
  add_count (grid, "taken", import->n_taken);
  for (guint i = 0; i < OUTLAY_N_LEFT; i++)
    {
      g_autofree char *text = g_strdup_printf ("left out: %s", left_texts[i]);

      add_count (grid, text, import->n_left[i]);
    }
  add_count (grid, "in the file", import->n_rows);

  return format == OUTLAY_FORMAT_CSV ? outlay_grid_to_csv (grid)
                                     : outlay_grid_to_table (grid);
}

static char *
import_to_json (const OutlayImport *import)
{
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();

  outlay_json_writer_begin_object (writer);
  outlay_json_writer_add_text (writer, "source",
                               outlay_import_format_get_id (import->format));
  outlay_json_writer_add_whole (writer, "rows", import->n_rows);
  outlay_json_writer_add_whole (writer, "taken", import->n_taken);
  outlay_json_writer_add_whole (writer, "free", import->n_free);
  outlay_json_writer_add_whole (writer, "hours", import->n_hours);
  outlay_json_writer_add_whole (writer, "assumed_windows", import->n_assumed);
  outlay_json_writer_key (writer, "left_out");
  outlay_json_writer_begin_object (writer);
  for (guint i = 0; i < OUTLAY_N_LEFT; i++)
    outlay_json_writer_add_whole (writer, outlay_left_get_key (i), import->n_left[i]);
  outlay_json_writer_end_object (writer);
  outlay_json_writer_end_object (writer);

  return outlay_json_writer_finish (writer);
}

/* Says on stderr what the table has no room for. */
static void
print_notes (const OutlayImport *import)
{
  if (import->n_free > 0)
    fprintf (stderr, "Free: %u of the models that were taken.\n", import->n_free);
  if (import->n_hours > 0)
    fprintf (stderr, "Prices that hold at some hours only: %u, as models of their own.\n",
             import->n_hours);
  if (import->n_assumed > 0)
    fprintf (stderr, "Context window not told, assumed: %u.\n", import->n_assumed);
}

void
outlay_cli_print_import (const OutlayImport *import,
                         OutlayFormat        format)
{
  g_autofree char *text = format == OUTLAY_FORMAT_JSON ? import_to_json (import)
                                                       : describe_import (import, format);

  fputs (text, stdout);
  print_notes (import);
}

int
outlay_cli_get_today (void)
{
  return outlay_list_find_seen (NULL, NULL);
}

/* The day on which a list was seen, unless it is given. */
static int
find_date (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GDateTime) changed = NULL;
  GStatBuf info;

  if (strcmp (path, "-") != 0 && g_stat (path, &info) == 0)
    changed = g_date_time_new_from_unix_local (info.st_mtime);

  return outlay_list_find_seen (name, changed);
}

static OutlayExit
import_file (const char   *path,
             int           date,
             OutlayFormat  format)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new (path);
  g_autoptr (GBytes) bytes = outlay_json_load_file (path, problems);
  OutlayCatalogue *shipped = outlay_catalogue_get_default ();
  g_autofree char *folder = outlay_price_book_get_default_folder ();
  g_autoptr (OutlayImport) import = NULL;
  g_autoptr (GError) error = NULL;

  if (bytes != NULL)
    import = outlay_import_read (bytes, date, outlay_catalogue_get_prices (shipped), problems);
  if (outlay_problems_get_n_total (problems) > 0)
    outlay_cli_print_problems (problems);
  if (import == NULL)
    return OUTLAY_EXIT_FAILED;

  if (!outlay_price_store_import (folder, import, &error))
    return outlay_cli_fail ("%s: %s", path, error->message);

  outlay_cli_print_import (import, format);

  return OUTLAY_EXIT_DONE;
}

static OutlayExit
run_import (int    argc,
            char **argv)
{
  g_autofree char *format_name = NULL, *on = NULL;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on,
      "the day on which the list was seen; if left out, that in the name of the file, else "
      "that of the file", "YYYY-MM-DD" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table, csv or json", "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  OutlayFormat format;
  int date = 0;

  if (!outlay_cli_parse ("FILE",
                         "Takes the prices of a list: LiteLLM's model_prices_and_context_window."
                         "json,\nmodels.dev's api.json, genai-prices' data.json, or a catalogue of "
                         "one's own.", entries, &argc, &argv) ||
      !outlay_cli_parse_format (format_name, &format))
    return OUTLAY_EXIT_USAGE;
  if (argc != 2)
    return outlay_cli_usage ("prices import takes one file");
  if (on != NULL && !outlay_parse_date (on, &date))
    return outlay_cli_usage ("--on %s: allowed is a day, as 2026-08-17", on);

  return import_file (argv[1], on != NULL ? date : find_date (argv[1]), format);
}

const OutlayCommand outlay_cli_prices_commands[] = {
  { "import", "takes the prices of a list", run_import, NULL },
  { "conflicts", "lists where sources disagree", outlay_cli_prices_conflicts, NULL },
  { "refresh", "fetches lists from https addresses that were given",
    outlay_cli_prices_refresh, NULL },
  { "use", "chooses whose prices of a model are taken", outlay_cli_prices_use, NULL },
  { NULL, NULL, NULL, NULL }
};
