/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios for properties that hold for every scenario: of all kinds of option,
 * with every knob turned somewhere. Drawn from GLib's test seed. */
#include "random-scenario.h"

#include "plain-scenario.h"

#include <math.h>

static double
draw (double low,
      double high)
{
  return g_test_rand_double_range (low, high);
}

static guint
pick (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

#define PICK(list) ((list)[pick (G_N_ELEMENTS (list))])

static OutlayPair
draw_pair (double low,
           double high)
{
  return (OutlayPair) { draw (low, high), draw (low, high) };
}

static void
draw_settings (OutlayScenario *scenario)
{
  static const double spreads[] = { 0, 0.3, 0.5, 1, 1, 1.5 };
  static const gint64 caps[] = { OUTLAY_NONE, OUTLAY_NONE, 2, 5, 20 };

  scenario->months = 1 + pick (14);
  scenario->active_days = draw (1, 31);
  scenario->turns = draw (1, 9);
  scenario->turn_spread = PICK (spreads);
  scenario->max_turns = PICK (caps);
  scenario->max_attempts = 1 + pick (3);
  scenario->taper = draw (0.1, 1);
  scenario->compact_at = pick (2) ? 160000 : draw (60000, 120000);
  scenario->summary_tokens = draw (0, 8000);
  scenario->cache_warmth = (OutlayCacheWarmth) { draw (0, 1), draw (0, 1) };
  scenario->usage_spread = pick (4) == 0 ? 0 : draw (0.1, 4);
  scenario->wage_effect = (OutlayWageEffect) { pick (2) == 0, 54, draw (-1, 1), draw (-0.5, 1) };
  scenario->value_growth = draw (0, 1);
  scenario->price_drift = pick (2) ? 0 : draw (0, 0.5);
  scenario->onboarding = (OutlayOnboarding) { draw (0, 8), draw (0, 200) };
  for (guint i = 0; i < OUTLAY_N_LEVELS; i++)
    scenario->expertise[i] = (OutlayLevel) {
      draw_pair (0.3, 1.5), draw (0.3, 1.5), draw_pair (0.2, 0.9)
    };
  for (guint i = 0; i < OUTLAY_N_CLASSES; i++)
    scenario->classes[i] = (OutlayClassFactors) { draw (0.7, 1.5), draw (0.5, 1.2) };
}

static void
draw_ramps (OutlayScenario *scenario)
{
  OutlayAdoption *adoption = &scenario->adoption;

  scenario->learning = (OutlayLearning) {
    (OutlayLearningCurve) pick (OUTLAY_LEARNING_FLAT + 1), 1 + pick (12)
  };

  adoption->shape = (OutlayAdoptionShape) pick (OUTLAY_ADOPTION_CUSTOM + 1);
  adoption->from = draw (0, 0.5);
  adoption->to = draw (0.5, 1);
  adoption->months = 1 + pick (8);
  adoption->n_shares = 1 + pick (6);
  adoption->shares = outlay_pool_alloc0 (scenario->pool, adoption->n_shares, sizeof (double));
  for (guint i = 0; i < adoption->n_shares; i++)
    adoption->shares[i] = (i + draw (0, 1)) / adoption->n_shares;
}

static void
draw_task (OutlayTask *task)
{
  task->turns = draw (0.3, 1.5);
  task->calls_per_turn = 1 + pick (6);
  task->base_context = draw (0, 30000);
  task->message = draw (0, 500);
  task->tool_result = draw (0, 8000);
  task->output = draw (0, 1500);
  task->acceptance = draw (0.5, 1.2);
  task->minutes_saved = draw (0, 45);
  task->minutes_review = draw (0, 10);
}

static void
draw_shares (OutlayPair *shares,
             guint       n)
{
  OutlayPair sum = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      shares[i] = draw_pair (0.1, 1);
      sum.start += shares[i].start;
      sum.end += shares[i].end;
    }
  for (guint i = 0; i < n; i++)
    shares[i] = (OutlayPair) { shares[i].start / sum.start, shares[i].end / sum.end };
}

static void
draw_work (OutlayScenario *scenario)
{
  OutlayPair shares[PLAIN_ROOM];
  guint n_tasks = 1 + pick (3), n_roles = 1 + pick (3);

  while (scenario->n_tasks < n_tasks)
    plain_add_task (scenario, scenario->n_tasks == 1 ? "second" : "third");
  draw_shares (shares, n_tasks);
  for (guint i = 0; i < n_tasks; i++)
    {
      draw_task (&scenario->tasks[i]);
      scenario->tasks[i].share = shares[i];
    }

  while (scenario->n_team < n_roles)
    plain_add_role (scenario, scenario->n_team == 1 ? "Second" : "Third", 1);
  for (guint i = 0; i < n_roles; i++)
    {
      OutlayRole *role = &scenario->team[i];

      role->people = draw (0.2, 50);
      role->joins = i == 0 ? 1 : 1 + pick (5);
      role->expertise = (OutlayLevelId) pick (OUTLAY_N_LEVELS);
      role->tasks_per_day = draw (0.1, 8);
      role->hourly_wage = draw (20, 150);
      draw_shares (shares, n_tasks);
      if (pick (2))
        plain_set_mix (scenario, role, shares);
    }
}

/* Prices rise from cache reads over input to writes, as vendors' do. */
static void
draw_block (OutlayPriceBlock *block,
            double            scale)
{
  block->input = scale;
  block->output = scale * draw (2, 6);
  block->cache_read = pick (6) == 0 ? NAN : scale * draw (0, 0.5);
  block->cache_write = pick (4) == 0 ? NAN : scale * draw (1, 1.5);
  block->cache_write_1h = isnan (block->cache_write) || pick (4) == 0 ? NAN : scale * 2;
}

static void
draw_card (OutlayScenario  *scenario,
           OutlayPriceCard *card)
{
  double scale = draw (0.2, 6), threshold = 0;
  guint n_blocks = pick (3);

  draw_block (&card->base, scale);
  for (guint i = 0; i < n_blocks; i++)
    {
      threshold += draw (20000, 60000);
      scale *= draw (1, 2);
      draw_block (plain_add_block (scenario, card, threshold, 1), scale);
    }
}

static void
draw_prices (OutlayScenario *scenario)
{
  static const char * const ids[] = { "model", "b", "c" };

  for (guint i = 1; i < G_N_ELEMENTS (ids); i++)
    plain_add_model (scenario, ids[i], OUTLAY_CLASS_ECONOMY);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      OutlayModel *model = &scenario->prices.models[i];

      model->model_class = (OutlayModelClass) pick (OUTLAY_N_CLASSES);
      model->context_window = pick (2) ? 1e6 : 200000;
      model->tokenizer = pick (2) ? 1 : 1.3;
      draw_card (scenario, &model->cards[0]);
      if (pick (2))
        draw_card (scenario, plain_add_card (scenario, model, 20270115));
    }

  for (guint i = 0; i < 2; i++)
    {
      OutlayPlan *plan = plain_add_plan (scenario, i == 0 ? "plan" : "pooled", draw (0, 200));

      plan->min_seats = pick (4);
      plan->allowance = pick (5) == 0 ? NAN : draw (0, 800);
      plan->pooled = i == 1;
      plan->overage = pick (2) ? OUTLAY_OVERAGE_API : OUTLAY_OVERAGE_STOP;
    }
}

static OutlayTier
draw_tier (void)
{
  return (OutlayTier) pick (OUTLAY_N_TIERS);
}

static void
draw_options (OutlayScenario *scenario)
{
  OutlayOption *routing = plain_add_routing (scenario, "model", "b", "c");

  for (guint i = 0; i < scenario->n_tasks; i++)
    plain_set_rule (routing, i, draw_tier (), draw_tier (), draw_tier ());
  routing->escalate_to = pick (2) ? OUTLAY_NONE : (int) draw_tier ();
  if (pick (2))
    {
      routing->learning_tier = outlay_pool_alloc0 (scenario->pool, 1,
                                                   sizeof *routing->learning_tier);
      *routing->learning_tier = (OutlayLearningTier) { draw_tier (), pick (4) };
    }
  plain_add_option (scenario, OUTLAY_OPTION_PLAN, "plan", "b");
  plain_add_option (scenario, OUTLAY_OPTION_PLAN, "pooled", "c");

  for (guint i = 0; i < scenario->n_options; i++)
    {
      scenario->options[i].effort = draw (0.5, 2);
      scenario->options[i].cache = (OutlayCache) pick (OUTLAY_CACHE_NONE + 1);
      if (scenario->options[i].kind != OUTLAY_OPTION_PLAN)
        scenario->options[i].price_factor = draw (0.5, 2);
    }
}

/**
 * random_scenario_new:
 *
 * Returns: (transfer full): a scenario with a model, a routing, a plan and a
 *   pooled plan, none of which is refused. The caller may still change it.
 */
OutlayScenario *
random_scenario_new (void)
{
  OutlayScenario *scenario = plain_scenario_new ();

  draw_settings (scenario);
  draw_ramps (scenario);
  draw_work (scenario);
  draw_prices (scenario);
  draw_options (scenario);

  return scenario;
}
