/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the import of a price list takes, and how long it takes to rank all
 * its models on the worked example. Give it real lists; without any it makes one
 * as long as they are. */
#include "import.h"
#include "json-text.h"
#include "ranking.h"
#include "scenario-file.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define N_ROUNDS 5
#define N_MADE 2500

static GBytes *
make_list (void)
{
  GString *text = g_string_new ("{\"sample_spec\": {}");

  for (guint i = 0; i < N_MADE; i++)
    g_string_append_printf (text, ", \"acme/model-%u\": {\"litellm_provider\": \"acme\", \"mode\": "
                            "\"chat\", \"max_input_tokens\": %u, \"input_cost_per_token\": %u.5e-7, "
                            "\"output_cost_per_token\": %ue-6, \"cache_read_input_token_cost\": "
                            "1e-8, \"input_cost_per_token_above_%uk_tokens\": 1e-4}", i,
                            100000 + i % 20 * 10000, i + 1, i + 1, i % 3 * 64 + 72);
  g_string_append_c (text, '}');

  return g_string_free_to_bytes (text);
}

/* On a machine that does other things too, the time of the processor is what counts. */
typedef struct
{
  double wall;
  double cpu;
} Times;

static Times
get_times (void)
{
  struct timespec cpu;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &cpu);

  return (Times) { (double) g_get_monotonic_time () / G_USEC_PER_SEC,
                   (double) cpu.tv_sec + (double) cpu.tv_nsec / 1e9 };
}

/* Keeps the least of what was taken since @start. */
static void
keep_best (Times *best,
           Times  start)
{
  Times now = get_times ();

  best->wall = MIN (best->wall, now.wall - start.wall);
  best->cpu = MIN (best->cpu, now.cpu - start.cpu);
}

static OutlayImport *
time_import (GBytes     *bytes,
             const char *name)
{
  const OutlayPrices *known = outlay_catalogue_get_prices (outlay_catalogue_get_default ());
  OutlayImport *import = NULL;
  Times best = { G_MAXDOUBLE, G_MAXDOUBLE };

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (OutlayProblems) problems = outlay_problems_new (name);
      Times start = get_times ();

      g_clear_pointer (&import, outlay_import_free);
      import = outlay_import_read (bytes, 20261122, known, problems);
      g_assert (import != NULL);
      keep_best (&best, start);
    }

  printf ("%s: %u of %u rows imported in %.3f s (%.3f s of processor)\n", name, import->n_taken,
          import->n_rows, best.wall, best.cpu);

  return import;
}

static void
time_ranking (const OutlayImport *import)
{
  const OutlayPrices *prices = outlay_catalogue_get_prices (import->catalogue);
  g_autofree const OutlayModel **models = g_new (const OutlayModel *, prices->n_models);
  g_autoptr (GBytes) example = outlay_examples_get ("forty-people");
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("example");
  g_autoptr (OutlayScenario) scenario =
    outlay_scenario_read (example, outlay_catalogue_get_default (), problems);
  Times best = { G_MAXDOUBLE, G_MAXDOUBLE };

  for (guint i = 0; i < prices->n_models; i++)
    models[i] = &prices->models[i];
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      Times start = get_times ();
      g_autoptr (GArray) ranking = outlay_rank_models (scenario, models, prices->n_models,
                                                       OUTLAY_CACHE_5M, 1,
                                                       OUTLAY_RANK_COST_PER_ACCEPTED);

      keep_best (&best, start);
      g_assert (ranking->len == prices->n_models);
    }

  printf ("  %u models ranked in %.3f s (%.3f s of processor)\n", prices->n_models, best.wall,
          best.cpu);
}

static void
time_list (GBytes     *bytes,
           const char *name)
{
  g_autoptr (OutlayImport) import = time_import (bytes, name);

  time_ranking (import);
}

int
main (int    argc,
      char **argv)
{
  outlay_json_tune_memory ();
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (OutlayProblems) problems = outlay_problems_new (argv[i]);
      g_autoptr (GBytes) bytes = outlay_json_load_file (argv[i], problems);

      if (bytes == NULL)
        {
          fprintf (stderr, "%s\n", outlay_problems_to_string (problems));
          return 1;
        }
      time_list (bytes, argv[i]);
    }

  if (argc == 1)
    {
      g_autoptr (GBytes) made = make_list ();

      time_list (made, "a list that was made up");
    }

  return 0;
}
