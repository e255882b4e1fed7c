/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long an estimate of the worked example takes: from nothing, after one dial
 * moved, as a file is read and written, and as a program that is called. Beside
 * each stands what it is to be held against, measured in the same run. */
#include "estimate.h"

#include "attempts.h"
#include "literal-walk.h"
#include "option-estimate.h"
#include "paths.h"
#include "scenario-file.h"
#include "stopwatch.h"
#include "team.h"

#include <jansson.h>
#include <stdio.h>

#define N_RUNS 301
#define N_SPAWNS 31

/* What the engine leaves out of a distribution where no price has a threshold. */
#define NEGLIGIBLE 1e-13

typedef struct
{
  OutlayScenario *scenario;
  GBytes         *bytes; /* its file */
  guint           n_moves;
  OutlayAttempts *attempts; /* kept, as the window keeps them */
} Bench;

static void
estimate_from_nothing (gpointer data)
{
  Bench *bench = data;

  outlay_estimate_unref (outlay_estimate_new (bench->scenario));
}

/* Each value is a new one, so that no distribution of turns is found ready. */
static void
estimate_after_turns (gpointer data)
{
  Bench *bench = data;
  double turns = 3 + bench->n_moves++ / 250.0;
  g_autoptr (OutlayScenario) moved =
    outlay_scenario_set_number (bench->scenario, "turns", turns, NULL);

  outlay_estimate_unref (outlay_estimate_new_keeping (moved, &bench->attempts));
}

static void
estimate_after_people (gpointer data)
{
  Bench *bench = data;
  g_autoptr (OutlayScenario) moved =
    outlay_scenario_set_number (bench->scenario, "team[1].people", bench->n_moves++ % 50, NULL);

  outlay_estimate_unref (outlay_estimate_new_keeping (moved, &bench->attempts));
}

/* --- The plain way: every attempt walked call by call --- */

/* What is counted on the way, and added up so that nothing is optimised away. */
typedef struct
{
  const OutlayPriceCard *card;
  const double          *at_least; /* P (N >= n), n from 1 */
  double                 cost;
  guint64                n_calls;
  guint64                n_walks;
  GHashTable            *longest;  /* (owned): the turns of each walk that differs */
  guint64                n_terms;  /* of the means of those and their distributions */
  GHashTable            *means;    /* (owned): which they are */
} Plain;

/* Billing a call takes the prompt, the cold and the warm part and three prices,
 * weighted; the walk before it what tools bring in and the new prefix. */
#define MULTIPLY_ADDS_A_CALL 8

/* A turn of which all but the first call are summed up at once: the first call's
 * two sums of four, the series' four and its closed forms. */
#define MULTIPLY_ADDS_A_TURN 24

static void
bill_plainly (const LiteralCall *call,
              gpointer           data)
{
  Plain *plain = data;
  const OutlayPriceBlock *block =
    outlay_price_card_get_block (plain->card,
                                 outlay_price_card_find_block (plain->card,
                                                               call->added + call->reread));

  plain->cost += plain->at_least[call->turn - 1] *
                 ((call->added + call->cold * call->reread) * block->input +
                  (1 - call->cold) * call->reread * block->input * 0.1 +
                  call->output * block->output);
  plain->n_calls++;
}

/* Notes what work there would be, if nothing were done twice. */
static void
note_shared_work (Plain                  *plain,
                  const OutlayTaskTokens *tokens,
                  double                  mu,
                  guint                   n_turns)
{
  const double mean[] = { mu, tokens->base, tokens->message, tokens->tool_result,
                          tokens->output, tokens->limit, tokens->cold, tokens->calls };
  g_autoptr (GBytes) walk_key = g_bytes_new (tokens, sizeof *tokens);
  g_autoptr (GBytes) mean_key = g_bytes_new (mean, sizeof mean);
  guint longest = GPOINTER_TO_UINT (g_hash_table_lookup (plain->longest, walk_key));

  if (n_turns > longest)
    g_hash_table_insert (plain->longest, g_bytes_ref (walk_key), GUINT_TO_POINTER (n_turns));
  if (g_hash_table_add (plain->means, g_bytes_ref (mean_key)))
    plain->n_terms += n_turns;
}

static void
walk_plainly (Plain                *plain,
              const OutlayTaskCase *task_case,
              const OutlayModel    *model)
{
  OutlayTaskTokens tokens = outlay_task_case_tokens (task_case, model);
  double mu = outlay_task_case_turns (task_case, model);
  double p[OUTLAY_MAX_TURNS], at_least[OUTLAY_MAX_TURNS], tail;
  OutlayTurns turns;

  outlay_turns_init (&turns, p, mu, task_case->scenario->turn_spread,
                     outlay_scenario_turn_cap (task_case->scenario), NEGLIGIBLE);
  tail = 1 - turns.inside;
  for (guint n = turns.n; n > 0; n--)
    at_least[n - 1] = tail += turns.p[n - 1];

  plain->card = &model->cards[0];
  plain->at_least = at_least;
  plain->n_walks++;
  if (plain->longest != NULL)
    note_shared_work (plain, &tokens, mu, turns.n);
  literal_walk (&tokens, task_case->scenario->taper, turns.n, bill_plainly, plain);
}

/* Each option, role, tenure, task and attempt by itself. */
static void
walk_everything (const OutlayScenario *scenario,
                 Plain                *plain)
{
  g_autoptr (OutlayPool) pool = outlay_pool_new ();
  const OutlayTeamMonths *team = outlay_team_months_new (pool, scenario,
                                                         &OUTLAY_FACTORS_ONE);

  for (guint option = 0; option < scenario->n_options; option++)
    for (guint role = 0; role < scenario->n_team; role++)
      for (guint stage = 0; stage < team->n_stages; stage++)
        for (guint task = 0; task < scenario->n_tasks; task++)
          {
            OutlayTaskCase task_case = {
              scenario, &OUTLAY_FACTORS_ONE, &scenario->options[option],
              &scenario->team[role], &scenario->tasks[task], team->progress[stage],
            };
            const OutlayModel *first =
              outlay_option_first_model (&scenario->options[option], scenario,
                                         scenario->team[role].expertise, task,
                                         (int) stage + 1);

            walk_plainly (plain, &task_case, first);
            for (gint64 k = 2; k <= scenario->max_attempts; k++)
              walk_plainly (plain, &task_case,
                            outlay_option_retry_model (&scenario->options[option], scenario,
                                                       first));
          }
}

static void
estimate_plainly (gpointer data)
{
  Bench *bench = data;
  Plain plain = { 0 };

  walk_everything (bench->scenario, &plain);
  g_assert (plain.cost > 0);
}

static Plain
count_work (const OutlayScenario *scenario)
{
  Plain plain = { 0 };

  plain.longest = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                         (GDestroyNotify) g_bytes_unref, NULL);
  plain.means = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                       (GDestroyNotify) g_bytes_unref, NULL);
  walk_everything (scenario, &plain);

  return plain;
}

static double
count_turns (GHashTable *longest)
{
  GHashTableIter iter;
  gpointer turns;
  double sum = 0;

  g_hash_table_iter_init (&iter, longest);
  while (g_hash_table_iter_next (&iter, NULL, &turns))
    sum += GPOINTER_TO_UINT (turns);

  return sum;
}

static void
bench_estimate (Bench *bench)
{
  Plain work = count_work (bench->scenario);
  Times ours = measure (estimate_from_nothing, bench, N_RUNS);
  Times turned = measure (estimate_after_turns, bench, N_RUNS);
  Times joined = measure (estimate_after_people, bench, N_RUNS);
  Times plainly = measure (estimate_plainly, bench, 21);
  double rate = multiply_adds_a_microsecond ();
  double plain_adds = (double) work.n_calls * MULTIPLY_ADDS_A_CALL;
  double turns = count_turns (work.longest);
  double our_adds = turns * MULTIPLY_ADDS_A_TURN + (double) work.n_terms * 4;

  print_times ("estimate, from nothing", ours, "its limit", our_adds / rate);
  print_times ("  turns moved, edit and check too", turned, "from nothing", ours.median);
  print_times ("  people moved, edit and check too", joined, "from nothing", ours.median);
  print_times ("  the plain way, call by call", plainly, "ours", ours.median);
  printf ("  limit of ours                              %7.3f ms   %.2f million multiply-adds: "
          "%u walks of %.0f turns in all, %" G_GUINT64_FORMAT " terms of means\n",
          our_adds / rate / 1e3, our_adds / 1e6, g_hash_table_size (work.longest), turns,
          work.n_terms);
  printf ("  limit of the plain way                     %7.3f ms   %.2f million multiply-adds: "
          "%" G_GUINT64_FORMAT " walks of %.2f million calls in all\n",
          plain_adds / rate / 1e3, plain_adds / 1e6, work.n_walks,
          (double) work.n_calls / 1e6);
  printf ("  this machine                               %7.2f thousand million multiply-adds a "
          "second\n", rate / 1e3);

  g_hash_table_unref (work.longest);
  g_hash_table_unref (work.means);
}

/* --- Files --- */

static void
read_file (gpointer data)
{
  Bench *bench = data;
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("bench");

  outlay_scenario_unref (outlay_scenario_read (bench->bytes, outlay_catalogue_get_default (),
                                               problems));
}

static void
parse_file (gpointer data)
{
  Bench *bench = data;
  gsize size;
  const char *text = g_bytes_get_data (bench->bytes, &size);

  json_decref (json_loadb (text, size, JSON_DECODE_INT_AS_REAL, NULL));
}

static void
write_file (gpointer data)
{
  Bench *bench = data;

  g_bytes_unref (outlay_scenario_write (bench->scenario));
}

static void
dump_file (gpointer data)
{
  char *text = json_dumps (data, JSON_INDENT (1));

  g_assert (text != NULL);
  free (text);
}

static void
bench_files (Bench *bench)
{
  gsize size;
  const char *text = g_bytes_get_data (bench->bytes, &size);
  json_t *json = json_loadb (text, size, 0, NULL);
  Times parse = measure (parse_file, bench, N_RUNS);
  Times dump = measure (dump_file, json, N_RUNS);

  print_times ("read a scenario file", measure (read_file, bench, N_RUNS),
               "jansson's bare parse", parse.median);
  print_times ("  jansson's bare parse", parse, NULL, 0);
  print_times ("write a scenario file", measure (write_file, bench, N_RUNS),
               "jansson's bare dump", dump.median);
  print_times ("  jansson's bare dump", dump, NULL, 0);
  json_decref (json);
}

/* --- The program --- */

static void
spawn (gpointer data)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, data, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert (status == 0);
}

static void
bench_program (const char *program,
               const char *example)
{
  const char *nothing[] = { "/bin/true", NULL };
  const char *version[] = { program, "--version", NULL };
  const char *estimate[] = { program, "estimate", example, "--format", "json", NULL };
  Times least = measure (spawn, nothing, N_SPAWNS);
  Times start = measure (spawn, version, N_SPAWNS);

  print_times ("outlay-cli estimate, as a program", measure (spawn, estimate, N_SPAWNS),
               "outlay-cli --version", start.median);
  print_times ("  outlay-cli --version", start, "/bin/true", least.median);
  print_times ("  /bin/true", least, NULL, 0);
}

int
main (int    argc,
      char **argv)
{
  Bench bench = { 0 };
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("forty-people");

  if (argc != 3)
    {
      fprintf (stderr, "Usage: estimate-bench OUTLAY_CLI EXAMPLE\n");
      return 2;
    }

  bench.bytes = outlay_examples_get ("forty-people");
  bench.scenario = outlay_scenario_read (bench.bytes, outlay_catalogue_get_default (), problems);
  g_assert (bench.scenario != NULL);

  print_headings ();
  bench_estimate (&bench);
  bench_files (&bench);
  bench_program (argv[1], argv[2]);

  g_clear_pointer (&bench.attempts, outlay_attempts_free);
  outlay_scenario_unref (bench.scenario);
  g_bytes_unref (bench.bytes);

  return 0;
}
