/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scenario in which every factor is 1, so that a test can change one thing and
 * work the figures out by hand.
 *
 * One person does one task in the one month. The task is one turn of one call:
 * 1,000,000 new tokens, 100,000 of output. A model costs, in US dollars per
 * million tokens, 1 for input, 10 for output, 0.1 for a cache read, 2 for a cache
 * write and 3 for one that lasts an hour. So the task costs 2 + 1 = $3. An hour
 * of the person is worth $60, a minute $1. */
#include "plain-scenario.h"

#include <math.h>

/* Lists have room from the start, so that pointers into them stay good. */
static gpointer
room_for (OutlayScenario *scenario,
          gsize           item_size)
{
  return outlay_pool_alloc0 (scenario->pool, PLAIN_ROOM, item_size);
}

static void
set_one (OutlayScenario *scenario)
{
  for (guint i = 0; i < OUTLAY_N_LEVELS; i++)
    scenario->expertise[i] = (OutlayLevel) { { 1, 1 }, 1, { 1, 1 } };
  for (guint i = 0; i < OUTLAY_N_CLASSES; i++)
    scenario->classes[i] = (OutlayClassFactors) { 1, 1 };
  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    scenario->uncertainty[i] = (OutlayRange) { 1, 1, 1 };
  scenario->cache_warmth = (OutlayCacheWarmth) { 1, 1 };
}

OutlayScenario *
plain_scenario_new (void)
{
  OutlayScenario *scenario = outlay_scenario_alloc ();

  scenario->format = 1;
  scenario->name = outlay_pool_strdup (scenario->pool, "Plain");
  scenario->notes = outlay_pool_strdup (scenario->pool, "");
  scenario->seed = 1;
  scenario->start = 2026 * 12 + 11;
  scenario->months = 1;
  scenario->active_days = 1;
  scenario->currency = (OutlayCurrency) { outlay_pool_strdup (scenario->pool, "USD"), 1 };
  scenario->turns = 1;
  scenario->adoption = (OutlayAdoption) { OUTLAY_ADOPTION_IMMEDIATE, 1, 1, 1, NULL, 0 };
  scenario->learning = (OutlayLearning) { OUTLAY_LEARNING_FLAT, 7 };
  scenario->taper = 1;
  scenario->compact_at = 1e8;
  scenario->max_turns = OUTLAY_NONE;
  scenario->max_attempts = 1;
  scenario->wage_effect = (OutlayWageEffect) { FALSE, 60, 1, 1 };
  scenario->budget = NAN;
  set_one (scenario);

  scenario->team = room_for (scenario, sizeof (OutlayRole));
  scenario->tasks = room_for (scenario, sizeof (OutlayTask));
  scenario->options = room_for (scenario, sizeof (OutlayOption));
  scenario->prices.models = room_for (scenario, sizeof (OutlayModel));
  scenario->prices.plans = room_for (scenario, sizeof (OutlayPlan));

  plain_add_role (scenario, "Role", 1);
  plain_add_task (scenario, "task")->share = (OutlayPair) { 1, 1 };
  plain_add_model (scenario, "model", OUTLAY_CLASS_MID);
  plain_add_option (scenario, OUTLAY_OPTION_MODEL, NULL, "model");

  return scenario;
}

OutlayRole *
plain_add_role (OutlayScenario *scenario,
                const char     *name,
                double          people)
{
  OutlayRole *role = &scenario->team[scenario->n_team++];

  g_assert (scenario->n_team <= PLAIN_ROOM);
  *role = (OutlayRole) {
    .name = outlay_pool_strdup (scenario->pool, name),
    .people = people,
    .joins = 1,
    .expertise = OUTLAY_LEVEL_INTERMEDIATE,
    .tasks_per_day = 1,
    .hourly_wage = 60,
  };

  return role;
}

/* A task with no share of the work yet. */
OutlayTask *
plain_add_task (OutlayScenario *scenario,
                const char     *id)
{
  OutlayTask *task = &scenario->tasks[scenario->n_tasks++];

  g_assert (scenario->n_tasks <= PLAIN_ROOM);
  *task = (OutlayTask) {
    .id = outlay_pool_strdup (scenario->pool, id),
    .name = outlay_pool_strdup (scenario->pool, id),
    .turns = 1,
    .calls_per_turn = 1,
    .base_context = 1e6,
    .output = 1e5,
    .acceptance = 1,
  };

  return task;
}

OutlayModel *
plain_add_model (OutlayScenario   *scenario,
                 const char       *id,
                 OutlayModelClass  model_class)
{
  OutlayModel *model = &scenario->prices.models[scenario->prices.n_models++];

  g_assert (scenario->prices.n_models <= PLAIN_ROOM);
  *model = (OutlayModel) {
    .id = outlay_pool_strdup (scenario->pool, id),
    .name = outlay_pool_strdup (scenario->pool, id),
    .model_class = model_class,
    .cards = room_for (scenario, sizeof (OutlayPriceCard)),
    .context_window = 1e9,
    .max_output = NAN,
    .tokenizer = 1,
  };
  plain_add_card (scenario, model, 0);

  return model;
}

OutlayPriceCard *
plain_add_card (OutlayScenario *scenario,
                OutlayModel    *model,
                int             from)
{
  OutlayPriceCard *card = &model->cards[model->n_cards++];

  g_assert (model->n_cards <= PLAIN_ROOM);
  *card = (OutlayPriceCard) {
    .from = from,
    .base = {
      .input = 1, .output = 10, .cache_read = 0.1, .cache_write = 2, .cache_write_1h = 3,
    },
    .long_context = room_for (scenario, sizeof (OutlayPriceBlock)),
  };

  return card;
}

/* A further block, all of whose prices are those of the card times @times. */
OutlayPriceBlock *
plain_add_block (OutlayScenario  *scenario,
                 OutlayPriceCard *card,
                 double           threshold,
                 double           times)
{
  OutlayPriceBlock *block = &card->long_context[card->n_long_context++];

  g_assert (card->n_long_context <= PLAIN_ROOM);
  *block = (OutlayPriceBlock) {
    .threshold = threshold,
    .input = card->base.input * times,
    .output = card->base.output * times,
    .cache_read = card->base.cache_read * times,
    .cache_write = card->base.cache_write * times,
    .cache_write_1h = card->base.cache_write_1h * times,
  };

  return block;
}

/* A plan of seats for any number of people, with no limit of use. */
OutlayPlan *
plain_add_plan (OutlayScenario *scenario,
                const char     *id,
                double          fee)
{
  OutlayPlan *plan = &scenario->prices.plans[scenario->prices.n_plans++];

  g_assert (scenario->prices.n_plans <= PLAIN_ROOM);
  *plan = (OutlayPlan) {
    .id = outlay_pool_strdup (scenario->pool, id),
    .name = outlay_pool_strdup (scenario->pool, id),
    .fee = fee,
    .min_seats = 1,
    .max_seats = OUTLAY_NONE,
    .allowance = NAN,
  };

  return plan;
}

OutlayOption *
plain_add_option (OutlayScenario   *scenario,
                  OutlayOptionKind  kind,
                  const char       *plan,
                  const char       *model)
{
  OutlayOption *option = &scenario->options[scenario->n_options++];
  g_autofree char *id = g_strdup_printf ("option-%u", scenario->n_options);

  g_assert (scenario->n_options <= PLAIN_ROOM);
  *option = (OutlayOption) {
    .id = outlay_pool_strdup (scenario->pool, id),
    .name = outlay_pool_strdup (scenario->pool, id),
    .kind = kind,
    .model = outlay_pool_strdup (scenario->pool, model),
    .plan = outlay_pool_strdup (scenario->pool, plan),
    .escalate_to = OUTLAY_NONE,
    .effort = 1,
    .price_factor = 1,
  };

  return option;
}

/* A routing that sends everything to the economy tier. */
OutlayOption *
plain_add_routing (OutlayScenario *scenario,
                   const char     *economy,
                   const char     *frontier,
                   const char     *specialist)
{
  OutlayOption *option = plain_add_option (scenario, OUTLAY_OPTION_ROUTING, NULL, NULL);

  option->tiers[OUTLAY_TIER_ECONOMY] = outlay_pool_strdup (scenario->pool, economy);
  option->tiers[OUTLAY_TIER_FRONTIER] = outlay_pool_strdup (scenario->pool, frontier);
  option->tiers[OUTLAY_TIER_SPECIALIST] = outlay_pool_strdup (scenario->pool, specialist);
  option->rules = outlay_pool_alloc0 (scenario->pool, PLAIN_ROOM, sizeof *option->rules);

  return option;
}

void
plain_set_rule (OutlayOption *option,
                guint         task,
                OutlayTier    novice,
                OutlayTier    intermediate,
                OutlayTier    expert)
{
  option->rules[task][OUTLAY_LEVEL_NOVICE] = novice;
  option->rules[task][OUTLAY_LEVEL_INTERMEDIATE] = intermediate;
  option->rules[task][OUTLAY_LEVEL_EXPERT] = expert;
}

/* Gives a role a mix of its own: a share for each task. */
void
plain_set_mix (OutlayScenario   *scenario,
               OutlayRole       *role,
               const OutlayPair *mix)
{
  role->mix = outlay_pool_alloc0 (scenario->pool, PLAIN_ROOM, sizeof *role->mix);
  for (guint i = 0; i < scenario->n_tasks; i++)
    role->mix[i] = mix[i];
}

/* The figures of an option that must not be refused; all from 0. */
const OutlayOptionEstimate *
plain_get (const OutlayEstimate *estimate,
           guint                 option)
{
  g_assert (option < estimate->n_options);
  g_assert_no_error (estimate->options[option].error);

  return &estimate->options[option];
}

double
plain_cost (const OutlayEstimate *estimate,
            guint                 option,
            guint                 month)
{
  return plain_get (estimate, option)->monthly[OUTLAY_FIGURE_COST][month];
}
