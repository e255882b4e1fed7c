/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario-edits.h"

#include "view-state.h"

#include <string.h>

/* What is longer than this is no name that a file should be looked up by. */
#define MAX_ID_LENGTH 40

/* A list as it is after an entry was put in or taken out: `from` entries stay
 * before the gap, and the old list is left as it was. */
static gpointer
list_copy_with_gap (OutlayPool    *pool,
                    gconstpointer  list,
                    gsize          size,
                    guint          n_kept,
                    guint          gap,
                    guint          n_new)
{
  char *copy = outlay_pool_alloc0 (pool, n_kept + n_new, size);

  if (gap > 0)
    memcpy (copy, list, gap * size);
  if (n_kept > gap)
    memcpy (copy + (gap + n_new) * size, (const char *) list + gap * size,
            (n_kept - gap) * size);

  return copy;
}

static gpointer
list_copy_without (OutlayPool    *pool,
                   gconstpointer  list,
                   gsize          size,
                   guint          n_items,
                   guint          position)
{
  char *copy = outlay_pool_alloc0 (pool, n_items - 1, size);

  if (position > 0)
    memcpy (copy, list, position * size);
  if (position + 1 < n_items)
    memcpy (copy + position * size, (const char *) list + (position + 1) * size,
            (n_items - position - 1) * size);

  return copy;
}

static gpointer
memory_copy (OutlayPool    *pool,
             gconstpointer  memory,
             gsize          n_items,
             gsize          item_size)
{
  gpointer copy;

  if (memory == NULL || n_items == 0)
    return NULL;

  copy = outlay_pool_alloc0 (pool, n_items, item_size);
  memcpy (copy, memory, n_items * item_size);

  return copy;
}

static OutlayModel
model_copy (OutlayPool        *pool,
            const OutlayModel *model)
{
  OutlayModel copy = *model;

  copy.id = outlay_pool_strdup (pool, model->id);
  copy.vendor = outlay_pool_strdup (pool, model->vendor);
  copy.name = outlay_pool_strdup (pool, model->name);
  copy.status = outlay_pool_strdup (pool, model->status);
  copy.source = outlay_pool_strdup (pool, model->source);
  copy.confidence = outlay_pool_strdup (pool, model->confidence);
  copy.cards = memory_copy (pool, model->cards, model->n_cards, sizeof *model->cards);
  for (guint i = 0; i < copy.n_cards; i++)
    copy.cards[i].long_context = memory_copy (pool, model->cards[i].long_context,
                                              model->cards[i].n_long_context,
                                              sizeof (OutlayPriceBlock));

  return copy;
}

static OutlayPlan
plan_copy (OutlayPool       *pool,
           const OutlayPlan *plan)
{
  OutlayPlan copy = *plan;

  copy.id = outlay_pool_strdup (pool, plan->id);
  copy.vendor = outlay_pool_strdup (pool, plan->vendor);
  copy.name = outlay_pool_strdup (pool, plan->name);
  copy.allowance_note = outlay_pool_strdup (pool, plan->allowance_note);
  copy.source = outlay_pool_strdup (pool, plan->source);
  copy.as_of = outlay_pool_strdup (pool, plan->as_of);

  return copy;
}

/* The pool of `option` may not be the draft's. */
static OutlayOption
option_copy (OutlayScenario     *draft,
             const OutlayOption *option)
{
  OutlayPool *pool = draft->pool;
  OutlayOption copy = *option;

  copy.id = outlay_pool_strdup (pool, option->id);
  copy.name = outlay_pool_strdup (pool, option->name);
  copy.model = outlay_pool_strdup (pool, option->model);
  copy.plan = outlay_pool_strdup (pool, option->plan);
  for (guint tier = 0; tier < OUTLAY_N_TIERS; tier++)
    copy.tiers[tier] = outlay_pool_strdup (pool, option->tiers[tier]);
  copy.rules = memory_copy (pool, option->rules, draft->n_tasks, sizeof *option->rules);
  copy.learning_tier = memory_copy (pool, option->learning_tier, 1,
                                    sizeof *option->learning_tier);

  return copy;
}

static gboolean
option_uses_model (const OutlayOption *option,
                   const char         *id)
{
  if (option->kind != OUTLAY_OPTION_ROUTING)
    return g_strcmp0 (option->model, id) == 0;

  for (guint tier = 0; tier < OUTLAY_N_TIERS; tier++)
    if (g_strcmp0 (option->tiers[tier], id) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
draft_uses_model (const OutlayScenario *draft,
                  const char           *id)
{
  for (guint i = 0; i < draft->n_options; i++)
    if (option_uses_model (&draft->options[i], id))
      return TRUE;

  return FALSE;
}

static gboolean
draft_uses_plan (const OutlayScenario *draft,
                 const char           *id)
{
  for (guint i = 0; i < draft->n_options; i++)
    if (draft->options[i].kind == OUTLAY_OPTION_PLAN &&
        g_strcmp0 (draft->options[i].plan, id) == 0)
      return TRUE;

  return FALSE;
}

/* A file carries the prices that its options use, and no others. */
static void
draft_drop_unused_prices (OutlayScenario *draft)
{
  OutlayPrices *prices = &draft->prices;
  OutlayModel *models = outlay_pool_alloc0 (draft->pool, prices->n_models, sizeof *models);
  OutlayPlan *plans = outlay_pool_alloc0 (draft->pool, prices->n_plans, sizeof *plans);
  guint n_models = 0;
  guint n_plans = 0;

  for (guint i = 0; i < prices->n_models; i++)
    if (draft_uses_model (draft, prices->models[i].id))
      models[n_models++] = prices->models[i];
  for (guint i = 0; i < prices->n_plans; i++)
    if (draft_uses_plan (draft, prices->plans[i].id))
      plans[n_plans++] = prices->plans[i];

  *prices = (OutlayPrices) { models, n_models, plans, n_plans };
}

static void
draft_copy_model (OutlayScenario     *draft,
                  const OutlayPrices *catalogue,
                  const char         *id)
{
  OutlayPrices *prices = &draft->prices;
  const OutlayModel *model;

  /* The file's own card wins: a price does not change behind a person's back. */
  if (id == NULL || outlay_prices_find_model (prices, id) != NULL)
    return;

  model = outlay_prices_find_model (catalogue, id);
  g_return_if_fail (model != NULL);

  prices->models = list_copy_with_gap (draft->pool, prices->models, sizeof *model,
                                       prices->n_models, prices->n_models, 1);
  prices->models[prices->n_models++] = model_copy (draft->pool, model);
}

static void
draft_copy_plan (OutlayScenario     *draft,
                 const OutlayPrices *catalogue,
                 const char         *id)
{
  OutlayPrices *prices = &draft->prices;
  const OutlayPlan *plan;

  if (outlay_prices_find_plan (prices, id) != NULL)
    return;

  plan = outlay_prices_find_plan (catalogue, id);
  g_return_if_fail (plan != NULL);

  prices->plans = list_copy_with_gap (draft->pool, prices->plans, sizeof *plan,
                                      prices->n_plans, prices->n_plans, 1);
  prices->plans[prices->n_plans++] = plan_copy (draft->pool, plan);
}

/**
 * outlay_draft_replace_model:
 * @draft: a draft
 * @model: what stands in its prices from now on for the model of the same id
 */
void
outlay_draft_replace_model (OutlayScenario    *draft,
                            const OutlayModel *model)
{
  OutlayPrices *prices = &draft->prices;
  OutlayModel *models = outlay_pool_alloc0 (draft->pool, prices->n_models, sizeof *models);

  for (guint i = 0; i < prices->n_models; i++)
    models[i] = strcmp (prices->models[i].id, model->id) == 0 ? model_copy (draft->pool, model)
                                                              : prices->models[i];
  prices->models = models;
}

/* The same for a plan. */
void
outlay_draft_replace_plan (OutlayScenario   *draft,
                           const OutlayPlan *plan)
{
  OutlayPrices *prices = &draft->prices;
  OutlayPlan *plans = outlay_pool_alloc0 (draft->pool, prices->n_plans, sizeof *plans);

  for (guint i = 0; i < prices->n_plans; i++)
    plans[i] = strcmp (prices->plans[i].id, plan->id) == 0 ? plan_copy (draft->pool, plan)
                                                           : prices->plans[i];
  prices->plans = plans;
}

static void
draft_copy_prices (OutlayScenario     *draft,
                   const OutlayOption *option,
                   const OutlayPrices *catalogue)
{
  if (option->kind == OUTLAY_OPTION_ROUTING)
    {
      for (guint tier = 0; tier < OUTLAY_N_TIERS; tier++)
        draft_copy_model (draft, catalogue, option->tiers[tier]);
      return;
    }

  draft_copy_model (draft, catalogue, option->model);
  if (option->kind == OUTLAY_OPTION_PLAN)
    draft_copy_plan (draft, catalogue, option->plan);
}

/* "Claude Opus 4.8" is claude-opus-4-8. */
static char *
id_from_name (const char *name)
{
  GString *id = g_string_new (NULL);

  for (const char *c = name; *c != '\0' && id->len < MAX_ID_LENGTH; c++)
    {
      if (g_ascii_isalnum (*c))
        g_string_append_c (id, g_ascii_tolower (*c));
      else if (id->len > 0 && id->str[id->len - 1] != '-')
        g_string_append_c (id, '-');
    }
  if (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (id->len == 0)
    g_string_append (id, "option");

  return g_string_free (id, FALSE);
}

static char *
draft_make_option_id (OutlayScenario *draft,
                      const char     *name)
{
  g_autofree char *plain = id_from_name (name);
  g_autofree char *id = g_strdup (plain);

  for (guint n = 2; outlay_scenario_find_option (draft, id) >= 0; n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", plain, n);
    }

  return outlay_pool_strdup (draft->pool, id);
}

/**
 * outlay_draft_add_option:
 * @draft: a draft
 * @option: what to add at the end; its rules are for the draft's tasks, its id
 *   is not looked at
 * @catalogue: where the prices of its models and plan are
 *
 * Adds an option under an id of its own, with the prices that it needs.
 */
void
outlay_draft_add_option (OutlayScenario     *draft,
                         const OutlayOption *option,
                         const OutlayPrices *catalogue)
{
  OutlayOption copy = option_copy (draft, option);

  copy.id = draft_make_option_id (draft, option->name);
  draft->options = list_copy_with_gap (draft->pool, draft->options, sizeof copy,
                                       draft->n_options, draft->n_options, 1);
  draft->options[draft->n_options++] = copy;
  draft_copy_prices (draft, option, catalogue);
}

/**
 * outlay_draft_replace_option:
 * @draft: a draft
 * @position: of the option to replace
 * @option: what stands there from now on; its id is not looked at
 * @catalogue: where the prices of its models and plan are
 *
 * Changes an option, which keeps its id, and so its colour.
 */
void
outlay_draft_replace_option (OutlayScenario     *draft,
                             guint               position,
                             const OutlayOption *option,
                             const OutlayPrices *catalogue)
{
  OutlayOption copy;

  g_return_if_fail (position < draft->n_options);

  copy = option_copy (draft, option);
  copy.id = draft->options[position].id;
  draft->options = memory_copy (draft->pool, draft->options, draft->n_options,
                                sizeof copy);
  draft->options[position] = copy;
  draft_copy_prices (draft, option, catalogue);
  draft_drop_unused_prices (draft);
}

/**
 * outlay_draft_remove_option:
 * @draft: a draft
 * @position: of the option
 *
 * Removes an option, and the prices that no other option uses.
 */
void
outlay_draft_remove_option (OutlayScenario *draft,
                            guint           position)
{
  g_return_if_fail (position < draft->n_options);

  draft->options = list_copy_without (draft->pool, draft->options,
                                      sizeof *draft->options, draft->n_options, position);
  draft->n_options--;
  draft_drop_unused_prices (draft);
}

/**
 * outlay_draft_move_option:
 * @draft: a draft
 * @from: where the option is
 * @to: its position afterwards
 *
 * Moves an option; those between shift by one.
 */
void
outlay_draft_move_option (OutlayScenario *draft,
                          guint           from,
                          guint           to)
{
  OutlayOption *options;
  OutlayOption moved;

  g_return_if_fail (from < draft->n_options);
  g_return_if_fail (to < draft->n_options);

  moved = draft->options[from];
  options = list_copy_without (draft->pool, draft->options, sizeof moved,
                               draft->n_options, from);
  draft->options = list_copy_with_gap (draft->pool, options, sizeof moved,
                                       draft->n_options - 1, to, 1);
  draft->options[to] = moved;
}

/**
 * outlay_draft_add_role:
 * @draft: a draft
 * @role: what to add at the end; an own mix is for the draft's tasks
 *
 * Adds a role.
 */
void
outlay_draft_add_role (OutlayScenario   *draft,
                       const OutlayRole *role)
{
  OutlayRole copy = *role;

  copy.name = outlay_pool_strdup (draft->pool, role->name);
  copy.occupation = outlay_pool_strdup (draft->pool, role->occupation);
  copy.mix = memory_copy (draft->pool, role->mix, draft->n_tasks, sizeof *role->mix);
  draft->team = list_copy_with_gap (draft->pool, draft->team, sizeof copy,
                                    draft->n_team, draft->n_team, 1);
  draft->team[draft->n_team++] = copy;
}

/**
 * outlay_draft_remove_role:
 * @draft: a draft of two roles or more
 * @position: of the role
 *
 * Removes a role.
 */
void
outlay_draft_remove_role (OutlayScenario *draft,
                          guint           position)
{
  g_return_if_fail (position < draft->n_team);
  g_return_if_fail (draft->n_team > 1);

  draft->team = list_copy_without (draft->pool, draft->team, sizeof *draft->team,
                                   draft->n_team, position);
  draft->n_team--;
}

/**
 * outlay_draft_set_own_mix:
 * @draft: a draft
 * @position: of a role
 * @own: whether the role has a task mix of its own
 *
 * Gives a role its own mix, which begins as everybody's, or takes it away.
 */
void
outlay_draft_set_own_mix (OutlayScenario *draft,
                          guint           position,
                          gboolean        own)
{
  OutlayRole *role;

  g_return_if_fail (position < draft->n_team);

  role = &draft->team[position];
  if (!own)
    {
      role->mix = NULL;
      return;
    }

  if (role->mix != NULL)
    return;

  role->mix = outlay_pool_alloc0 (draft->pool, draft->n_tasks, sizeof *role->mix);
  for (guint i = 0; i < draft->n_tasks; i++)
    role->mix[i] = draft->tasks[i].share;
}
