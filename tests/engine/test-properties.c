/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What METHOD.md implies for every scenario: each property is asked of many drawn
 * ones. Options are in the order of random-scenario.c. */
#include "estimate.h"

#include "near.h"
#include "plain-scenario.h"
#include "random-scenario.h"

#include <string.h>

#define MODEL 0
#define ROUTING 1
#define PLAN 2
#define POOLED 3
#define N_OPTIONS 4

#define N_SCENARIOS (g_test_slow () ? 1000 : 40)

/* By how much a change is to multiply each figure. */
typedef struct
{
  double money;
  double people;
  double work;   /* tasks, accepted, stopped */
  double tokens;
} Times;

static double
times_of (const Times *times,
          OutlayFigure figure)
{
  if (outlay_figure_is_money (figure))
    return times->money;
  if (figure == OUTLAY_FIGURE_PEOPLE)
    return times->people;

  return figure >= OUTLAY_FIGURE_TOKENS ? times->tokens : times->work;
}

/* Each figure of @b's months is that of @a's times its factor. */
static void
assert_times (const char           *row,
              const OutlayEstimate *a,
              const OutlayEstimate *b,
              guint                 first,
              guint                 last,
              Times                 times)
{
  for (guint option = first; option <= last; option++)
    for (guint figure = 0; figure < OUTLAY_N_FIGURES; figure++)
      for (guint m = 0; m < MIN (a->n_months, b->n_months); m++)
        assert_near_within (row, plain_get (b, option)->monthly[figure][m],
                            plain_get (a, option)->monthly[figure][m] *
                            times_of (&times, figure), 1e-10);
}

#define SAME ((Times) { 1, 1, 1, 1 })

static double
total (const OutlayEstimate *estimate,
       guint                 option,
       OutlayFigure          figure)
{
  return plain_get (estimate, option)->total[figure];
}

static void
assert_not_more (const char *row,
                 double      less,
                 double      more)
{
  if (!(less <= more * (1 + 1e-10) + 1e-10))
    g_error ("%s: %.17g is more than %.17g", row, less, more);
}

/* A property: changes a scenario, then compares the estimates before and after. */
typedef struct
{
  const char  *row;
  void       (*change) (OutlayScenario       *scenario);
  void       (*hold)   (const OutlayEstimate *before,
                        const OutlayEstimate *after);
} Property;

/* --- What scales what --- */

static void
triple_people (OutlayScenario *scenario)
{
  for (guint i = 0; i < scenario->n_team; i++)
    scenario->team[i].people *= 3;
}

/* Seats come in whole numbers, so a plan's cost is not linear; its work is, where
 * each person has an own allowance. */
static void
hold_triple (const OutlayEstimate *before,
             const OutlayEstimate *after)
{
  assert_times ("people", before, after, MODEL, ROUTING, (Times) { 3, 3, 3, 3 });
  assert_near_within ("work on a plan", total (after, PLAN, OUTLAY_FIGURE_API_COST),
                      3 * total (before, PLAN, OUTLAY_FIGURE_API_COST), 1e-10);
}

static void
change_currency (OutlayScenario *scenario)
{
  scenario->currency.rate *= 151.3;
}

static void
hold_currency (const OutlayEstimate *before,
               const OutlayEstimate *after)
{
  assert_times ("currency", before, after, MODEL, POOLED, (Times) { 151.3, 1, 1, 1 });
}

static void
halve_price_factor (OutlayScenario *scenario)
{
  scenario->options[MODEL].price_factor /= 2;
  scenario->options[ROUTING].price_factor /= 2;
}

static void
hold_half_cost (const OutlayEstimate *before,
                const OutlayEstimate *after)
{
  for (guint option = MODEL; option <= ROUTING; option++)
    for (guint figure = 0; figure < OUTLAY_N_FIGURES; figure++)
      assert_near_within ("price factor", total (after, option, figure),
                          total (before, option, figure) *
                          (figure <= OUTLAY_FIGURE_API_COST ? 0.5 : 1), 1e-10);
  assert_times ("no price factor in a plan", before, after, PLAN, POOLED, SAME);
}

static void
swap_days_for_tasks (OutlayScenario *scenario)
{
  scenario->active_days /= 2;
  for (guint i = 0; i < scenario->n_team; i++)
    scenario->team[i].tasks_per_day *= 2;
}

/* Units do not matter: twice the tokens, each at half the price, with room for
 * twice as many, cost the same. */
static void
change_token_unit (OutlayScenario *scenario)
{
  scenario->compact_at *= 2;
  for (guint i = 0; i < scenario->prices.n_models; i++)
    {
      OutlayModel *model = &scenario->prices.models[i];

      model->tokenizer *= 2;
      model->context_window *= 2;
      for (guint j = 0; j < model->n_cards; j++)
        for (guint b = 0; b <= model->cards[j].n_long_context; b++)
          {
            OutlayPriceBlock *block = (OutlayPriceBlock *)
              outlay_price_card_get_block (&model->cards[j], b);

            block->threshold *= 2;
            block->input /= 2;
            block->output /= 2;
            block->cache_read /= 2;
            block->cache_write /= 2;
            block->cache_write_1h /= 2;
          }
    }
}

static void
hold_token_unit (const OutlayEstimate *before,
                 const OutlayEstimate *after)
{
  assert_times ("unit of tokens", before, after, MODEL, POOLED, (Times) { 1, 1, 1, 2 });
}

/* --- What is the same --- */

static void
hold_same (const OutlayEstimate *before,
           const OutlayEstimate *after)
{
  assert_times ("the same", before, after, MODEL, POOLED, SAME);
}

static void
split_role (OutlayScenario *scenario)
{
  OutlayRole *role = &scenario->team[0];
  OutlayRole *part = plain_add_role (scenario, "Part", 0);

  *part = *role;
  part->people = 0.3 * role->people;
  role->people -= part->people;
}

static void
split_task (OutlayScenario *scenario)
{
  OutlayTask *task = &scenario->tasks[0];
  OutlayTask *part = plain_add_task (scenario, "part");
  guint last = scenario->n_tasks - 1;

  *part = *task;
  task->share = part->share = (OutlayPair) { task->share.start / 2, task->share.end / 2 };
  for (guint i = 0; i < scenario->n_team; i++)
    if (scenario->team[i].mix != NULL)
      {
        OutlayPair *mix = scenario->team[i].mix;

        mix[0] = mix[last] = (OutlayPair) { mix[0].start / 2, mix[0].end / 2 };
      }
  memcpy (scenario->options[ROUTING].rules[last], scenario->options[ROUTING].rules[0],
          sizeof scenario->options[ROUTING].rules[0]);
}

static void
turn_team_round (OutlayScenario *scenario)
{
  for (guint i = 0; i < scenario->n_team / 2; i++)
    {
      OutlayRole role = scenario->team[i];

      scenario->team[i] = scenario->team[scenario->n_team - 1 - i];
      scenario->team[scenario->n_team - 1 - i] = role;
    }
}

static void
lengthen_period (OutlayScenario *scenario)
{
  scenario->months += 5;
}

/* --- More and less --- */

static void
raise_cap (OutlayScenario *scenario)
{
  if (scenario->max_turns != OUTLAY_NONE)
    scenario->max_turns += 3;
}

static void
hold_more_accepted (const OutlayEstimate *before,
                    const OutlayEstimate *after)
{
  for (guint option = MODEL; option <= ROUTING; option++)
    assert_not_more ("accepted", total (before, option, OUTLAY_FIGURE_ACCEPTED),
                     total (after, option, OUTLAY_FIGURE_ACCEPTED));
}

static void
allow_attempt (OutlayScenario *scenario)
{
  scenario->max_attempts++;
}

static void
hold_more_work (const OutlayEstimate *before,
                const OutlayEstimate *after)
{
  hold_more_accepted (before, after);
  for (guint option = MODEL; option <= ROUTING; option++)
    {
      assert_not_more ("cost", total (before, option, OUTLAY_FIGURE_COST),
                       total (after, option, OUTLAY_FIGURE_COST));
      assert_not_more ("stopped", total (before, option, OUTLAY_FIGURE_STOPPED),
                       total (after, option, OUTLAY_FIGURE_STOPPED));
      assert_not_more ("review", total (before, option, OUTLAY_FIGURE_REVIEW),
                       total (after, option, OUTLAY_FIGURE_REVIEW));
    }
}

/* Any one price of all cards. */
static void
cut_a_price (OutlayScenario *scenario)
{
  int which = g_test_rand_int_range (0, 5);

  for (guint i = 0; i < scenario->prices.n_models; i++)
    for (guint j = 0; j < scenario->prices.models[i].n_cards; j++)
      for (guint b = 0; b <= scenario->prices.models[i].cards[j].n_long_context; b++)
        {
          OutlayPriceBlock *block = (OutlayPriceBlock *)
            outlay_price_card_get_block (&scenario->prices.models[i].cards[j], b);
          double *prices[] = {
            &block->input, &block->output, &block->cache_read, &block->cache_write,
            &block->cache_write_1h,
          };

          *prices[which] *= 0.7;
        }
}

static void
hold_not_dearer (const OutlayEstimate *before,
                 const OutlayEstimate *after)
{
  for (guint option = MODEL; option < N_OPTIONS; option++)
    assert_not_more ("cost", total (after, option, OUTLAY_FIGURE_COST),
                     total (before, option, OUTLAY_FIGURE_COST));
}

static void
warm_cache (OutlayScenario *scenario)
{
  scenario->cache_warmth.warm_5m = (1 + scenario->cache_warmth.warm_5m) / 2;
  scenario->cache_warmth.warm_1h = (1 + scenario->cache_warmth.warm_1h) / 2;
}

static void
raise_allowance (OutlayScenario *scenario)
{
  for (guint i = 0; i < scenario->prices.n_plans; i++)
    scenario->prices.plans[i].allowance *= 1.5;
}

static void
hold_allowance (const OutlayEstimate *before,
                const OutlayEstimate *after)
{
  hold_not_dearer (before, after);
  for (guint option = PLAN; option <= POOLED; option++)
    assert_not_more ("work", total (before, option, OUTLAY_FIGURE_TASKS),
                     total (after, option, OUTLAY_FIGURE_TASKS));
}

static void
join_later (OutlayScenario *scenario)
{
  for (guint i = 0; i < scenario->n_team; i++)
    scenario->team[i].joins++;
}

static void
hold_fewer_people (const OutlayEstimate *before,
                   const OutlayEstimate *after)
{
  for (guint m = 0; m < before->n_months; m++)
    assert_not_more ("people", plain_get (after, 0)->monthly[OUTLAY_FIGURE_PEOPLE][m],
                     plain_get (before, 0)->monthly[OUTLAY_FIGURE_PEOPLE][m]);
}

static void
send_everybody_home (OutlayScenario *scenario)
{
  for (guint i = 0; i < scenario->n_team; i++)
    scenario->team[i].people = 0;
}

static void
hold_nothing (const OutlayEstimate *before,
              const OutlayEstimate *after)
{
  assert_times ("nobody", before, after, MODEL, POOLED, (Times) { 0, 0, 0, 0 });
  g_assert_cmpint (plain_get (after, 0)->payback_month, ==, 0);
}

static const Property properties[] = {
  { "cost is linear in people", triple_people, hold_triple },
  { "the currency's rate scales all money, and nothing else", change_currency, hold_currency },
  { "half the price factor is half the cost", halve_price_factor, hold_half_cost },
  { "days and tasks a day are one product", swap_days_for_tasks, hold_same },
  { "the unit of tokens does not matter", change_token_unit, hold_token_unit },
  { "a role split in two equals the whole", split_role, hold_same },
  { "a task split in two equals the whole", split_task, hold_same },
  { "the order of roles does not matter", turn_team_round, hold_same },
  { "a longer period begins with the same months", lengthen_period, hold_same },
  { "a higher cap never lowers accepted outcomes", raise_cap, hold_more_accepted },
  { "another attempt never lowers what is accepted, spent or reviewed", allow_attempt,
    hold_more_work },
  { "a cheaper price never costs more", cut_a_price, hold_not_dearer },
  { "a warmer cache never costs more", warm_cache, hold_not_dearer },
  { "a larger allowance never costs more or does less", raise_allowance, hold_allowance },
  { "people who join later are not there earlier", join_later, hold_fewer_people },
  { "nobody costs nothing", send_everybody_home, hold_nothing },
};

static void
test_property (gconstpointer data)
{
  const Property *property = data;

  for (int i = 0; i < N_SCENARIOS; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();
      g_autoptr (OutlayEstimate) before = outlay_estimate_new (scenario);
      g_autoptr (OutlayEstimate) after = NULL;

      /* `before` has its figures; only its scenario changes under it. */
      property->change (scenario);
      after = outlay_estimate_new (scenario);
      property->hold (before, after);
    }
}

/* --- Within one estimate --- */

static void
assert_sums (const OutlayOptionEstimate *figures,
             guint                       n_months)
{
  const double *t = figures->total;

  for (guint figure = 0; figure < OUTLAY_N_FIGURES; figure++)
    {
      double sum = 0;

      for (guint m = 0; m < n_months; m++)
        {
          g_assert_cmpfloat (figures->monthly[figure][m], >=, 0);
          sum += figures->monthly[figure][m];
        }
      assert_near ("total", t[figure], sum);
    }
  assert_near ("net", figures->net, t[OUTLAY_FIGURE_VALUE] - t[OUTLAY_FIGURE_COST] -
                                    t[OUTLAY_FIGURE_REVIEW] - t[OUTLAY_FIGURE_ONBOARDING]);
  assert_not_more ("what is done with a task",
                   t[OUTLAY_FIGURE_ACCEPTED] + t[OUTLAY_FIGURE_STOPPED], t[OUTLAY_FIGURE_TASKS]);
}

static void
test_within (void)
{
  for (int i = 0; i < N_SCENARIOS; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);
      double most = 0;

      for (guint r = 0; r < scenario->n_team; r++)
        most += scenario->team[r].people;
      for (guint option = 0; option < N_OPTIONS; option++)
        {
          const double *people = plain_get (estimate, option)->monthly[OUTLAY_FIGURE_PEOPLE];

          assert_sums (plain_get (estimate, option), estimate->n_months);
          for (guint m = 0; m < estimate->n_months; m++)
            {
              assert_not_more ("active people", people[m], most);
              assert_not_more ("people never leave", m > 0 ? people[m - 1] : 0, people[m]);
            }
        }
      assert_near ("a model costs what its work costs",
                   total (estimate, MODEL, OUTLAY_FIGURE_API_COST),
                   total (estimate, MODEL, OUTLAY_FIGURE_COST));
    }
}

/* Without learning, ramps, dated cards and drift every month is like the first. */
static void
test_nothing_changes (void)
{
  for (int i = 0; i < N_SCENARIOS; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;

      scenario->months = 9;
      scenario->learning.curve = OUTLAY_LEARNING_FLAT;
      scenario->adoption.shape = OUTLAY_ADOPTION_IMMEDIATE;
      scenario->price_drift = 0;
      scenario->onboarding = (OutlayOnboarding) { 0, 0 };
      scenario->options[ROUTING].learning_tier = NULL;
      for (guint r = 0; r < scenario->n_team; r++)
        scenario->team[r].joins = 1;
      for (guint m = 0; m < scenario->prices.n_models; m++)
        scenario->prices.models[m].n_cards = 1;

      estimate = outlay_estimate_new (scenario);
      for (guint option = 0; option < N_OPTIONS; option++)
        for (guint figure = 0; figure < OUTLAY_N_FIGURES; figure++)
          for (guint m = 1; m < 9; m++)
            assert_near ("month", plain_get (estimate, option)->monthly[figure][m],
                         plain_get (estimate, option)->monthly[figure][0]);
    }
}

/* A plan without a limit costs its seats, and does the work of its model. */
static void
test_plan_without_limit (void)
{
  for (int i = 0; i < N_SCENARIOS; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();
      g_autoptr (OutlayEstimate) estimate = NULL;
      const OutlayPlan *plan = &scenario->prices.plans[0];

      scenario->prices.plans[0].allowance = NAN;
      scenario->options[MODEL] = scenario->options[PLAN];
      scenario->options[MODEL].kind = OUTLAY_OPTION_MODEL;

      estimate = outlay_estimate_new (scenario);
      for (guint figure = OUTLAY_FIGURE_API_COST; figure < OUTLAY_N_FIGURES; figure++)
        assert_near ("work", total (estimate, PLAN, figure), total (estimate, MODEL, figure));
      for (guint m = 0; m < estimate->n_months; m++)
        {
          double people = plain_get (estimate, PLAN)->monthly[OUTLAY_FIGURE_PEOPLE][m];
          double seats = people > 0 ? MAX ((double) plan->min_seats, ceil (people - 1e-9)) : 0;

          assert_near ("fees", plain_cost (estimate, PLAN, m), plan->fee * seats);
        }
    }
}

/* Stopping is never dearer than paying for more, and never does more. */
static void
test_stop_or_pay (void)
{
  for (int i = 0; i < N_SCENARIOS; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();
      g_autoptr (OutlayEstimate) pay = NULL;
      g_autoptr (OutlayEstimate) stop = NULL;

      scenario->prices.plans[0].overage = scenario->prices.plans[1].overage = OUTLAY_OVERAGE_API;
      pay = outlay_estimate_new (scenario);
      scenario->prices.plans[0].overage = scenario->prices.plans[1].overage = OUTLAY_OVERAGE_STOP;
      stop = outlay_estimate_new (scenario);
      for (guint option = PLAN; option <= POOLED; option++)
        {
          assert_not_more ("cost", total (stop, option, OUTLAY_FIGURE_COST),
                           total (pay, option, OUTLAY_FIGURE_COST));
          assert_not_more ("work", total (stop, option, OUTLAY_FIGURE_ACCEPTED),
                           total (pay, option, OUTLAY_FIGURE_ACCEPTED));
        }
    }
}

/* What an option costs does not depend on what it is compared with. */
static void
test_options_do_not_meet (void)
{
  for (int i = 0; i < N_SCENARIOS; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();
      g_autoptr (OutlayEstimate) all = outlay_estimate_new (scenario);
      g_autoptr (OutlayEstimate) one = NULL;
      guint option = (guint) g_test_rand_int_range (0, N_OPTIONS);

      scenario->options[0] = scenario->options[option];
      scenario->n_options = 1;
      one = outlay_estimate_new (scenario);
      for (guint figure = 0; figure < OUTLAY_N_FIGURES; figure++)
        assert_near ("alone", total (one, 0, figure), total (all, option, figure));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *path = g_strdup_printf ("/properties/%s", properties[i].row);

      g_test_add_data_func (path, &properties[i], test_property);
    }
  g_test_add_func ("/properties/within", test_within);
  g_test_add_func ("/properties/nothing-changes", test_nothing_changes);
  g_test_add_func ("/properties/plan-without-limit", test_plan_without_limit);
  g_test_add_func ("/properties/stop-or-pay", test_stop_or_pay);
  g_test_add_func ("/properties/options-do-not-meet", test_options_do_not_meet);

  return g_test_run ();
}
