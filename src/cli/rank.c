/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

#include "ranking-report.h"

#include <stdio.h>
#include <string.h>

static const char * const cache_names[] = { "5m", "1h", "none", NULL };
static const char * const by_names[] = { "cost-per-accepted", "cost-per-task", "cost", NULL };

static gboolean
parse_choice (const char         *option,
              const char         *name,
              const char * const *names,
              guint              *choice)
{
  g_autofree char *allowed = NULL;

  *choice = 0;
  for (guint i = 0; name != NULL && names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      {
        *choice = i;
        return TRUE;
      }

  if (name == NULL)
    return TRUE;

  allowed = g_strjoinv (", ", (char **) names);
  outlay_cli_usage ("%s %s: allowed are %s", option, name, allowed);

  return FALSE;
}

/* Every model of book and scenario that has all words. */
static GPtrArray *
list_models (const OutlayScenario  *scenario,
             const OutlayPrices    *book,
             char                 **words,
             int                    n_words)
{
  g_autoptr (GPtrArray) all = outlay_rank_list_models (scenario, book);
  GPtrArray *models = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (outlay_cli_model_matches (g_ptr_array_index (all, i), words, n_words))
      g_ptr_array_add (models, g_ptr_array_index (all, i));

  return models;
}

static OutlayExit
print_ranking (OutlayScenario *scenario,
               const GArray   *ranking,
               OutlayFormat    format)
{
  g_autofree char *text = NULL;

  if (format == OUTLAY_FORMAT_JSON)
    text = outlay_ranking_to_json (ranking, scenario);
  else if (format == OUTLAY_FORMAT_CSV)
    text = outlay_ranking_to_csv (ranking, scenario);
  else
    text = outlay_ranking_to_table (ranking, scenario);
  fputs (text, stdout);

  for (guint i = 0; i < ranking->len; i++)
    if (g_array_index (ranking, OutlayRanked, i).error == NULL)
      return OUTLAY_EXIT_DONE;

  return OUTLAY_EXIT_FAILED;
}

OutlayExit
outlay_cli_rank (int    argc,
                 char **argv)
{
  g_autofree char *format_name = NULL, *cache_name = NULL, *effort_text = NULL, *by_name = NULL;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by_name,
      "cost-per-accepted, cost-per-task or cost", "FIGURE" },
    { "cache", 0, 0, G_OPTION_ARG_STRING, &cache_name, "5m, 1h or none", "LIFETIME" },
    { "effort", 0, 0, G_OPTION_ARG_STRING, &effort_text,
      "output relative to each model's usual; 1 if left out", "FACTOR" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table, csv or json", "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (OutlayScenario) scenario = NULL;
  g_autoptr (OutlayCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) models = NULL;
  g_autoptr (GArray) ranking = NULL;
  guint cache, by;
  double effort = 1;
  OutlayFormat format;

  if (!outlay_cli_parse ("FILE [WORD...]",
                         "Ranks the models that have every word in id, vendor, name or class by "
                         "what they\ncost on a scenario's work. A file's own prices come before "
                         "the price book's.", entries, &argc, &argv) ||
      !outlay_cli_parse_format (format_name, &format) ||
      !parse_choice ("--cache", cache_name, cache_names, &cache) ||
      !parse_choice ("--by", by_name, by_names, &by) ||
      (effort_text != NULL && !outlay_cli_parse_number ("--effort", effort_text, &effort)))
    return OUTLAY_EXIT_USAGE;
  if (effort > 10)
    return outlay_cli_usage ("--effort %s: allowed is 0 to 10", effort_text);
  if (argc < 2)
    return outlay_cli_usage ("rank takes one file");

  scenario = outlay_cli_load_scenario (argv[1]);
  if (scenario == NULL)
    return OUTLAY_EXIT_FAILED;

  catalogue = outlay_cli_get_catalogue (NULL);
  models = list_models (scenario, outlay_catalogue_get_prices (catalogue), argv + 2, argc - 2);
  if (models->len == 0)
    return outlay_cli_fail ("no model has all these words; "
                            "\"outlay-cli models\" lists every one");

  ranking = outlay_rank_models (scenario, (const OutlayModel * const *) models->pdata,
                                models->len, (OutlayCache) cache, effort, (OutlayRankBy) by);

  return print_ranking (scenario, ranking, format);
}
