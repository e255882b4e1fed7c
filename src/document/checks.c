/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several inputs say together: sums, orders, uniqueness, references. Each
 * input by itself is in order when these run; where a part was refused, the
 * checks that build on it are left out. */
#include "checks.h"

#include <math.h>
#include <string.h>

/* Each end of a mix may miss 1 by this much: shares are typed by people. */
#define SUM_TOLERANCE 0.001

/* Past their limit problems are only counted, and nobody could tell any more what
 * was read: then nothing is checked that builds on it, nor could it be listed. */
static gboolean
all_are_listed (const OutlayProblems *problems)
{
  return outlay_problems_get_n_listed (problems) == outlay_problems_get_n_total (problems);
}

/* Whether a member was read in every entry of a list, so that what the entries
 * say together means something. */
static gboolean
entries_were_read (const OutlayProblems *problems,
                   const char           *list,
                   const char           *member)
{
  gsize length = strlen (list);

  for (guint i = 0; i < outlay_problems_get_n_listed (problems); i++)
    {
      const char *path = outlay_problems_get (problems, i)->path;
      const char *rest;

      if (!g_str_has_prefix (path, list))
        continue;
      if (path[length] == '\0')
        return FALSE;
      rest = path[length] == '[' ? strchr (path + length, ']') : NULL;
      if (rest != NULL && (rest[1] == '\0' ||
                           (rest[1] == '.' && g_str_has_prefix (rest + 2, member))))
        return FALSE;
    }

  return TRUE;
}

static void
check_unique (const char     *list,
              const char     *ids,
              gsize           stride,
              guint           n,
              OutlayProblems *problems)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    {
      const char *id = *(const char * const *) (gconstpointer) (ids + i * stride);

      if (id != NULL && !g_hash_table_add (seen, (gpointer) id))
        {
          g_autofree char *path = g_strdup_printf ("%s[%u].id", list, i);

          outlay_problems_add (problems, path, id, "each id once",
                               "\"%s\" stands twice; each id must be unique", id);
        }
    }
}

#define CHECK_UNIQUE(list, entries, n, problems) \
  check_unique (list, (const char *) &(entries)[0].id, sizeof (entries)[0], n, problems)

static void
check_block (const OutlayPriceBlock *block,
             const char             *path,
             OutlayProblems         *problems)
{
  g_autofree char *full = NULL;

  if (isnan (block->cache_write_1h) || !isnan (block->cache_write))
    return;

  full = g_strdup_printf ("%s.cache_write_1h", path);
  outlay_problems_add (problems, full, NULL, "null, or a price beside cache_write",
                       "a 1-hour price without \"cache_write\" beside it");
}

static void
check_card (const OutlayPriceCard *card,
            const char            *path,
            OutlayProblems        *problems)
{
  check_block (&card->base, path, problems);

  for (guint i = 0; i < card->n_long_context; i++)
    {
      g_autofree char *block_path = g_strdup_printf ("%s.long_context[%u]", path, i);

      check_block (&card->long_context[i], block_path, problems);
      if (i > 0 && card->long_context[i].threshold <= card->long_context[i - 1].threshold)
        {
          g_autofree char *full = g_strdup_printf ("%s.threshold", block_path);

          outlay_problems_add (problems, full, NULL, "rising thresholds",
                               "not above the threshold before it; they must rise");
        }
    }
}

static void
check_model (const OutlayModel *model,
             const char        *path,
             OutlayProblems    *problems)
{
  for (guint i = 0; i < model->n_cards; i++)
    {
      g_autofree char *card_path = g_strdup_printf ("%s.prices[%u]", path, i);

      check_card (&model->cards[i], card_path, problems);
      if (i > 0 && model->cards[i].from <= model->cards[i - 1].from)
        {
          g_autofree char *full = g_strdup_printf ("%s.from", card_path);

          outlay_problems_add (problems, full, NULL,
                               "rising dates; null in the first card only",
                               "not later than the card before it; dates must rise, and "
                               "only the first may be null");
        }
    }
}

/**
 * outlay_check_prices:
 * @prices: models and plans, as far as they were read
 * @prefix: what stands before `models` in a path: nothing, or `prices.`
 * @problems: takes what is wrong
 */
void
outlay_check_prices (const OutlayPrices *prices,
                     const char         *prefix,
                     OutlayProblems     *problems)
{
  g_autofree char *models = g_strconcat (prefix, "models", NULL);
  g_autofree char *plans = g_strconcat (prefix, "plans", NULL);

  if (!all_are_listed (problems))
    return;

  if (prices->n_models > 0)
    CHECK_UNIQUE (models, prices->models, prices->n_models, problems);
  if (prices->n_plans > 0)
    CHECK_UNIQUE (plans, prices->plans, prices->n_plans, problems);

  for (guint i = 0; i < prices->n_models; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s[%u]", models, i);

      if (!outlay_problems_have_path (problems, path))
        check_model (&prices->models[i], path, problems);
    }
}

static void
check_mix_end (double          sum,
               const char     *path,
               const char     *end,
               OutlayProblems *problems)
{
  g_autofree char *found = NULL;

  if (fabs (sum - 1) <= SUM_TOLERANCE)
    return;

  found = g_strdup_printf ("%.4g", sum);
  outlay_problems_add (problems, path, found, "a sum of 1 within 0.001",
                       "the shares at the %s sum to %s; allowed is 1 within 0.001",
                       end, found);
}

static void
check_mixes (const OutlayScenario *scenario,
             OutlayProblems       *problems)
{
  double start = 0, end = 0;

  for (guint j = 0; j < scenario->n_tasks; j++)
    {
      start += scenario->tasks[j].share.start;
      end += scenario->tasks[j].share.end;
    }
  if (entries_were_read (problems, "tasks", "share"))
    {
      check_mix_end (start, "tasks", "start", problems);
      check_mix_end (end, "tasks", "end", problems);
    }

  for (guint i = 0; i < scenario->n_team; i++)
    {
      g_autofree char *path = g_strdup_printf ("team[%u].mix", i);

      if (scenario->team[i].mix == NULL || outlay_problems_have_path (problems, path))
        continue;

      start = end = 0;
      for (guint j = 0; j < scenario->n_tasks; j++)
        {
          start += scenario->team[i].mix[j].start;
          end += scenario->team[i].mix[j].end;
        }
      check_mix_end (start, path, "start", problems);
      check_mix_end (end, path, "end", problems);
    }
}

static void
check_adoption (const OutlayAdoption *adoption,
                OutlayProblems       *problems)
{
  gboolean ramps = adoption->shape == OUTLAY_ADOPTION_LINEAR ||
                   adoption->shape == OUTLAY_ADOPTION_LOGISTIC;
  gboolean custom = adoption->shape == OUTLAY_ADOPTION_CUSTOM;

  if (outlay_problems_have_path (problems, "adoption.shape"))
    return;

  if (ramps && adoption->from > adoption->to &&
      !outlay_problems_have_path (problems, "adoption.from") &&
      !outlay_problems_have_path (problems, "adoption.to"))
    outlay_problems_add (problems, "adoption.from", NULL, "at most adoption.to",
                         "more than \"to\"; shares never fall");

  for (guint i = 1; custom && i < adoption->n_shares; i++)
    if (adoption->shares[i] < adoption->shares[i - 1])
      {
        g_autofree char *path = g_strdup_printf ("adoption.shares[%u]", i);

        outlay_problems_add (problems, path, NULL, "at least the share before it",
                             "less than the share before it; shares never fall");
      }
}

/* Calls of a turn are walked one by one, so a level must not multiply them past
 * what a task may have. */
static void
check_calls (const OutlayScenario *scenario,
             OutlayProblems       *problems)
{
  double factor = 0;

  for (guint i = 0; i < scenario->n_team; i++)
    factor = MAX (factor, scenario->expertise[scenario->team[i].expertise].calls);

  for (guint j = 0; j < scenario->n_tasks; j++)
    if ((double) scenario->tasks[j].calls_per_turn * factor > 1000)
      {
        g_autofree char *path = g_strdup_printf ("tasks[%u].calls_per_turn", j);

        outlay_problems_add (problems, path, NULL,
                             "at most 1000 with the factor of every level in use",
                             "times the calls of a level in use this is %g; at most 1000",
                             (double) scenario->tasks[j].calls_per_turn * factor);
      }
}

static void
check_currency (const OutlayCurrency *currency,
                OutlayProblems       *problems)
{
  const char *code = currency->code;

  if (strlen (code) == 3 && g_ascii_isupper (code[0]) && g_ascii_isupper (code[1]) &&
      g_ascii_isupper (code[2]))
    return;

  outlay_problems_add (problems, "currency.code", code, "an ISO 4217 code, as \"EUR\"",
                       "\"%s\" is no ISO 4217 code; allowed are three capital letters, "
                       "as \"EUR\"", code);
}

typedef struct
{
  const OutlayScenario *scenario;
  const OutlayPrices   *catalogue;
  OutlayProblems       *problems;
} References;

static void
report_unknown (const References *references,
                const char       *path,
                const char       *what,
                const char       *id,
                const char       *names)
{
  if (names != NULL)
    outlay_problems_add (references->problems, path, id, names,
                         "no %s \"%s\"; the nearest are %s", what, id, names);
  else
    outlay_problems_add (references->problems, path, id, "an id of the file or the catalogue",
                         "no %s \"%s\" in the file or the catalogue", what, id);
}

static void
check_model_id (const References *references,
                guint             option,
                const char       *key,
                const char       *id)
{
  const OutlayPrices *own = &references->scenario->prices;
  g_autofree char *path = g_strdup_printf ("options[%u].%s", option, key);
  g_autofree char *names = NULL;

  if (outlay_prices_find_model (own, id) != NULL ||
      outlay_prices_find_model (references->catalogue, id) != NULL)
    return;

  names = outlay_prices_describe_near_models (own, references->catalogue, id);
  report_unknown (references, path, "model", id, names);
}

static void
check_plan_id (const References *references,
               guint             option,
               const char       *id)
{
  const OutlayPrices *own = &references->scenario->prices;
  g_autofree char *path = g_strdup_printf ("options[%u].plan", option);
  g_autofree char *names = NULL;

  if (outlay_prices_find_plan (own, id) != NULL ||
      outlay_prices_find_plan (references->catalogue, id) != NULL)
    return;

  names = outlay_prices_describe_near_plans (own, references->catalogue, id);
  report_unknown (references, path, "plan", id, names);
}

static void
check_references (const References *references)
{
  static const char * const tiers[OUTLAY_N_TIERS] = {
    "tiers.economy", "tiers.frontier", "tiers.specialist"
  };

  for (guint i = 0; i < references->scenario->n_options; i++)
    {
      const OutlayOption *option = &references->scenario->options[i];

      if (option->kind != OUTLAY_OPTION_ROUTING && option->model != NULL)
        check_model_id (references, i, "model", option->model);
      if (option->kind == OUTLAY_OPTION_PLAN && option->plan != NULL)
        check_plan_id (references, i, option->plan);
      for (guint t = 0; option->kind == OUTLAY_OPTION_ROUTING && t < OUTLAY_N_TIERS; t++)
        if (option->tiers[t] != NULL)
          check_model_id (references, i, tiers[t], option->tiers[t]);
    }
}

/**
 * outlay_check_scenario:
 * @scenario: a scenario as far as it was read
 * @catalogue: where else models and plans may be found
 * @problems: what is known to be wrong, to which more is added
 */
void
outlay_check_scenario (const OutlayScenario  *scenario,
                       const OutlayCatalogue *catalogue,
                       OutlayProblems        *problems)
{
  References references = {
    scenario, outlay_catalogue_get_prices (catalogue), problems
  };

  if (!all_are_listed (problems))
    return;

  check_mixes (scenario, problems);
  check_adoption (&scenario->adoption, problems);
  if (entries_were_read (problems, "team", "expertise") &&
      entries_were_read (problems, "tasks", "calls_per_turn") &&
      !outlay_problems_have_path (problems, "expertise"))
    check_calls (scenario, problems);
  if (!outlay_problems_have_path (problems, "currency.code"))
    check_currency (&scenario->currency, problems);

  if (scenario->n_tasks > 0)
    CHECK_UNIQUE ("tasks", scenario->tasks, scenario->n_tasks, problems);
  if (scenario->n_options > 0)
    CHECK_UNIQUE ("options", scenario->options, scenario->n_options, problems);

  outlay_check_prices (&scenario->prices, "prices.", problems);
  if (entries_were_read (problems, "prices", "") &&
      entries_were_read (problems, "prices.models", "id") &&
      entries_were_read (problems, "prices.plans", "id"))
    check_references (&references);
}
