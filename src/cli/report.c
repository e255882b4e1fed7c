/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a report for people, in the language of who calls. */
#include "commands.h"

#include "figure-format.h"
#include "report-file.h"
#include "save-file.h"

#include <libintl.h>
#include <locale.h>

/* Who calls reads words and figures as at home; programs' formats do not follow. */
static gboolean
speak_locally (void)
{
  gboolean right_to_left;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  right_to_left = outlay_report_is_right_to_left ();
  outlay_figure_format_set_right_to_left (right_to_left);

  return right_to_left;
}

/* Today, or the day that whoever wants the same file again has set. */
static GDateTime *
get_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  if (epoch != NULL &&
      g_ascii_string_to_signed (epoch, 10, 0, G_GINT64_CONSTANT (253402300799), &seconds, NULL))
    return g_date_time_new_from_unix_utc (seconds);

  return g_date_time_new_now_local ();
}

static OutlayExit
write_report (OutlayReportFacts  *facts,
              OutlayReportFormat  format,
              guint               n_draws,
              const char         *output)
{
  g_autoptr (GDateTime) date = get_date ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  facts->right_to_left = speak_locally ();
  facts->date = date;
  /* Bills need no futures. */
  if (format != OUTLAY_REPORT_FORMAT_FOCUS)
    outlay_report_draw_futures (facts->estimate->scenario, n_draws, &facts->simulation,
                                &facts->sensitivity);
  bytes = outlay_report_write (facts, format, &error);
  g_clear_pointer (&facts->simulation, outlay_simulation_unref);
  g_clear_pointer (&facts->sensitivity, outlay_sensitivity_unref);

  if (bytes == NULL || !outlay_file_save (output, bytes, &error))
    return outlay_cli_fail ("%s could not be written: %s", output, error->message);

  return OUTLAY_EXIT_DONE;
}

OutlayExit
outlay_cli_report (int    argc,
                   char **argv)
{
  g_autofree char *output = NULL, *client = NULL, *logo_path = NULL, *option = NULL;
  g_autofree char *draws_text = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      "the file to write: .pdf, .html, .xlsx, or .csv by role and month as FOCUS 1.2 has it", "OUT" },
    { "option", 0, 0, G_OPTION_ARG_STRING, &option,
      "the option to show in detail; the cheapest if left out", "ID" },
    { "client", 0, 0, G_OPTION_ARG_STRING, &client, "for whom it is made", "NAME" },
    { "logo", 0, 0, G_OPTION_ARG_FILENAME, &logo_path, "a PNG picture for its head", "FILE" },
    { "draws", 0, 0, G_OPTION_ARG_STRING, &draws_text,
      "how many futures (100000; 10000 of a very large scenario)", "N" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autoptr (GBytes) logo = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = NULL;
  OutlayReportFacts facts = { 0 };
  gint64 draws = 0;
  OutlayReportFormat format;
  guint number;

  if (!outlay_cli_parse ("FILE", "Writes a report in your language: summary, charts, tables, "
                         "risk, assumptions, prices.", entries, &argc, &argv) ||
      !outlay_cli_parse_whole ("--draws", draws_text, 1, OUTLAY_MOST_DRAWS, &draws))
    return OUTLAY_EXIT_USAGE;
  if (argc != 2 || output == NULL)
    return outlay_cli_usage ("report takes one file, and -o with the name of another");
  if (!outlay_report_format_from_name (output, &format))
    return outlay_cli_usage ("-o %s: allowed are names that end in .pdf, .html, .xlsx, or .csv "
                             "for FOCUS", output);

  estimate = outlay_cli_estimate_hashed (argv[1], &hash);
  if (estimate == NULL)
    return OUTLAY_EXIT_FAILED;
  if (outlay_cli_all_refused (estimate))
    return outlay_cli_fail ("there is nothing to report: no option could be estimated");
  if (option != NULL && !outlay_cli_parse_option ("--option", option, estimate->scenario, &number))
    return OUTLAY_EXIT_USAGE;
  if (logo_path != NULL && (logo = outlay_report_load_logo (logo_path, &error)) == NULL)
    return outlay_cli_fail ("the logo could not be read: %s", error->message);

  facts.estimate = estimate;
  facts.focus = option;
  facts.file_hash = hash;
  facts.client = client;
  facts.logo = logo;

  return write_report (&facts, format, (guint) draws, output);
}
