/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fetches price lists from the addresses that the person set. */
#include "prices-command.h"

#include "refresh.h"

#include <stdio.h>
#include <unistd.h>

/* Shown to people only, on a line that is written over. */
static void
show_progress (gsize    so_far,
               gsize    in_all,
               gpointer data)
{
  fprintf (stderr, "\r%.1f MB", (double) so_far / 1e6);
}

static OutlayExit
refresh_one (OutlayPriceBook      *book,
             OutlayRefreshAddress *address,
             const char           *authorities,
             OutlayFormat          format)
{
  const OutlayPrices *known = outlay_catalogue_get_prices (outlay_catalogue_get_default ());
  gboolean is_watched = isatty (STDERR_FILENO) == 1;
  OutlayFetchRequest request = {
    .authorities = authorities,
    .progress = is_watched ? show_progress : NULL,
  };
  g_autoptr (OutlayFetchAnswer) answer = NULL;
  g_autoptr (OutlayImport) import = NULL;
  g_autoptr (GError) error = NULL;
  OutlayRefreshOutcome outcome = OUTLAY_REFRESH_FAILED;

  outlay_refresh_prepare (address, book, &request);
  answer = outlay_fetch (&request, NULL, &error);
  if (is_watched)
    fputs ("\r", stderr);
  if (answer != NULL)
    outcome = outlay_refresh_take (address, answer, book, known, outlay_cli_get_today (),
                                   &import, &error);

  switch (outcome)
    {
    case OUTLAY_REFRESH_CHANGED:
      outlay_cli_print_import (import, format);
      return OUTLAY_EXIT_DONE;
    case OUTLAY_REFRESH_UNCHANGED:
      fprintf (stderr, "%s: unchanged\n", address->address);
      return OUTLAY_EXIT_DONE;
    case OUTLAY_REFRESH_FAILED:
    default:
      return outlay_cli_fail ("%s: %s; the prices that are there stay", address->address,
                              error->message);
    }
}

static OutlayExit
refresh_all (OutlayPriceBook *book,
             const char      *only,
             const char      *authorities,
             OutlayFormat     format)
{
  const char *folder = outlay_price_book_get_folder (book);
  g_autoptr (OutlayProblems) problems = outlay_problems_new (folder);
  g_autoptr (GPtrArray) addresses = outlay_refresh_load_addresses (folder, problems);
  g_autoptr (GError) error = NULL;
  OutlayExit status = OUTLAY_EXIT_DONE;
  OutlayRefreshAddress *chosen = NULL;
  guint n_known = addresses->len;

  if (only != NULL)
    chosen = outlay_refresh_add_address (addresses, only);
  if (addresses->len == 0)
    return outlay_cli_usage ("no address is set; give one, as in \"outlay-cli prices refresh "
                             "https://...\", and it is kept");

  for (guint i = 0; i < addresses->len; i++)
    {
      OutlayRefreshAddress *address = g_ptr_array_index (addresses, i);

      if ((chosen == NULL || chosen == address) &&
          refresh_one (book, address, authorities, format) != OUTLAY_EXIT_DONE)
        status = OUTLAY_EXIT_FAILED;
    }

  /* An address that never gave a list is not kept. */
  if (addresses->len > n_known && chosen->source == NULL)
    g_ptr_array_remove (addresses, chosen);
  if (addresses->len > 0 && !outlay_refresh_save_addresses (folder, addresses, &error))
    return outlay_cli_fail ("%s", error->message);

  return status;
}

OutlayExit
outlay_cli_prices_refresh (int    argc,
                           char **argv)
{
  g_autofree char *format_name = NULL, *authorities = NULL;
  const GOptionEntry entries[] = {
    { "authorities", 0, 0, G_OPTION_ARG_FILENAME, &authorities,
      "trust the certificates in this PEM file, and no others", "FILE" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table, csv or json", "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayPriceBook) book = NULL;
  OutlayFormat format;

  if (!outlay_cli_parse ("[ADDRESS]",
                         "Fetches price lists from the https addresses that were given before, "
                         "or from\nADDRESS, which is then kept. There are none to begin with.",
                         entries, &argc, &argv) ||
      !outlay_cli_parse_format (format_name, &format))
    return OUTLAY_EXIT_USAGE;
  if (argc > 2)
    return outlay_cli_usage ("prices refresh takes one address");

  book = outlay_cli_open_book ();

  return refresh_all (book, argv[1], authorities, format);
}
