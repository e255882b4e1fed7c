/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The difference of two scenarios: its parts add up, turn their sign with the
 * sides, and each input moves its own part alone. */
#include "bridge.h"
#include "estimate.h"

#include "inputs.h"
#include "near.h"
#include "paths.h"
#include "plain-scenario.h"
#include "random-scenario.h"
#include "worked-example.h"

#include <string.h>

#define N_PAIRS (g_test_slow () ? 500 : 20)

static OutlayBridge
get_bridge (const OutlayScenario *a,
            guint                 option_a,
            const OutlayScenario *b,
            guint                 option_b)
{
  g_autoptr (GError) error = NULL;
  OutlayBridge bridge;

  outlay_bridge_init (&bridge, a, &a->options[option_a], b, &b->options[option_b], &error);
  g_assert_no_error (error);

  return bridge;
}

static double
sum_parts (const OutlayBridge *bridge)
{
  double sum = 0;

  for (guint part = 0; part < OUTLAY_N_BRIDGE_PARTS; part++)
    sum += bridge->parts[part];

  return sum;
}

/* Only @part may differ from 0. */
static void
assert_only (const char         *row,
             const OutlayBridge *bridge,
             guint               part)
{
  for (guint i = 0; i < OUTLAY_N_BRIDGE_PARTS; i++)
    if (i != part && bridge->parts[i] != 0)
      g_error ("%s: moves %s by %g, not only %s", row,
               outlay_bridge_part_get_key ((OutlayBridgePart) i), bridge->parts[i],
               outlay_bridge_part_get_key ((OutlayBridgePart) part));
}

/* Other roles and tasks than the other side's, in another order. */
static void
rename_some (OutlayScenario *scenario)
{
  if (g_test_rand_bit ())
    scenario->tasks[0].id = outlay_pool_strdup (scenario->pool, "zeroth");
  if (g_test_rand_bit ())
    scenario->team[0].name = outlay_pool_strdup (scenario->pool, "Second");
}

static void
test_random_pairs (void)
{
  for (guint i = 0; i < N_PAIRS; i++)
    {
      g_autoptr (OutlayScenario) a = random_scenario_new ();
      g_autoptr (OutlayScenario) b = random_scenario_new ();
      g_autoptr (OutlayEstimate) estimate_a = NULL;
      g_autoptr (OutlayEstimate) estimate_b = NULL;

      rename_some (b);
      a->currency.rate = g_test_rand_double_range (0.5, 2);
      estimate_a = outlay_estimate_new (a);
      estimate_b = outlay_estimate_new (b);

      /* Each option of A with each of B, in turns. */
      for (guint x = 0; x < a->n_options; x++)
        {
          guint y = (x + i) % b->n_options;
          OutlayBridge there = get_bridge (a, x, b, y);
          OutlayBridge back = get_bridge (b, y, a, x);
          double largest = MAX (there.cost_a, there.cost_b);

          assert_near_within ("A", there.cost_a,
                              plain_get (estimate_a, x)->total[OUTLAY_FIGURE_COST], 1e-12);
          assert_near_within ("B", there.cost_b,
                              plain_get (estimate_b, y)->total[OUTLAY_FIGURE_COST], 1e-12);
          g_assert_cmpfloat (fabs (sum_parts (&there) - (there.cost_b - there.cost_a)),
                             <=, 1e-9 * MAX (1, largest));
          for (guint part = 0; part < OUTLAY_N_BRIDGE_PARTS; part++)
            g_assert_cmpfloat (there.parts[part], ==, -back.parts[part]);
        }
    }
}

static void
test_same (void)
{
  for (guint i = 0; i < N_PAIRS; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();

      for (guint option = 0; option < scenario->n_options; option++)
        {
          OutlayBridge bridge = get_bridge (scenario, option, scenario, option);

          assert_only ("the same", &bridge, OUTLAY_N_BRIDGE_PARTS);
        }
    }
}

/* Twice the people, twice the price: 3 becomes 12. Alone the people add 3 before
 * the price and 6 after it. */
static void
test_by_hand (void)
{
  g_autoptr (OutlayScenario) a = plain_scenario_new ();
  g_autoptr (OutlayScenario) b = plain_scenario_new ();
  OutlayBridge bridge;

  b->team[0].people = 2;
  b->options[0].price_factor = 2;
  bridge = get_bridge (a, 0, b, 0);

  assert_near ("A", bridge.cost_a, 3);
  assert_near ("B", bridge.cost_b, 12);
  assert_near ("price", bridge.parts[OUTLAY_BRIDGE_PRICE], (3 + 6) / 2.0);
  assert_near ("people", bridge.parts[OUTLAY_BRIDGE_PEOPLE], (6 + 3) / 2.0);
  g_assert_cmpstr (bridge.currency, ==, "USD");
}

/* Another model: its prices, its tokenizer and its class's two factors each
 * belong to their own part. */
static void
test_model (void)
{
  g_autoptr (OutlayScenario) a = plain_scenario_new ();
  g_autoptr (OutlayScenario) b = plain_scenario_new ();
  OutlayModel *other = plain_add_model (b, "other", OUTLAY_CLASS_ECONOMY);
  static const struct
  {
    const char       *row;
    double            tokenizer, price, turns, acceptance;
    OutlayBridgePart  part;
  } table[] = {
    { "prices", 1, 2, 1, 1, OUTLAY_BRIDGE_PRICE },
    { "tokenizer", 1.5, 1, 1, 1, OUTLAY_BRIDGE_TOKENS },
    { "turns of its class", 1, 1, 3, 1, OUTLAY_BRIDGE_TURNS },
    { "acceptance of its class", 1, 1, 1, 0.5, OUTLAY_BRIDGE_ACCEPTANCE },
  };

  a->max_attempts = b->max_attempts = 2;
  b->options[0].model = other->id;
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      OutlayBridge bridge;

      other->tokenizer = table[i].tokenizer;
      other->cards[0].base.output = 10 * table[i].price;
      b->classes[OUTLAY_CLASS_ECONOMY] =
        (OutlayClassFactors) { table[i].turns, table[i].acceptance };
      bridge = get_bridge (a, 0, b, 0);
      assert_only (table[i].row, &bridge, table[i].part);
      g_assert_cmpfloat (bridge.parts[table[i].part], >, 0);
    }
}

/* From one model to a routing: all of it is how the work is bought. */
static void
test_routing (void)
{
  g_autoptr (OutlayScenario) a = plain_scenario_new ();
  g_autoptr (OutlayScenario) b = plain_scenario_new ();
  OutlayBridge bridge;

  plain_add_model (b, "dear", OUTLAY_CLASS_FRONTIER)->cards[0].base.output = 50;
  plain_add_routing (b, "dear", "model", "model");
  bridge = get_bridge (a, 0, b, 1);
  assert_only ("routing", &bridge, OUTLAY_BRIDGE_PLAN);
  assert_near ("routing", bridge.parts[OUTLAY_BRIDGE_PLAN], 4);
}

/* Lists of different lengths: a role and a task that one side lacks. */
static void
test_lists (void)
{
  g_autoptr (OutlayScenario) a = plain_scenario_new ();
  g_autoptr (OutlayScenario) b = plain_scenario_new ();
  OutlayTask *task;
  OutlayBridge bridge;

  plain_add_role (b, "Role", 4);
  bridge = get_bridge (a, 0, b, 0);
  assert_only ("a role", &bridge, OUTLAY_BRIDGE_PEOPLE);
  assert_near ("a role", bridge.parts[OUTLAY_BRIDGE_PEOPLE], 12);

  task = plain_add_task (a, "another");
  task->output *= 2;
  task->share = (OutlayPair) { 1, 1 };
  a->tasks[0].share = (OutlayPair) { 0, 0 };
  b->n_team = 1;
  bridge = get_bridge (a, 0, b, 0);
  assert_only ("a task", &bridge, OUTLAY_BRIDGE_MIX);
  assert_near ("a task", bridge.parts[OUTLAY_BRIDGE_MIX], -1);
}

static void
test_currency (void)
{
  g_autoptr (OutlayScenario) a = plain_scenario_new ();
  g_autoptr (OutlayScenario) b = plain_scenario_new ();
  OutlayBridge bridge;

  b->currency.rate = 2;
  bridge = get_bridge (a, 0, b, 0);
  assert_only ("a rate", &bridge, OUTLAY_BRIDGE_PRICE);
  assert_near ("a rate", bridge.parts[OUTLAY_BRIDGE_PRICE], 3);

  b->currency.code = outlay_pool_strdup (b->pool, "EUR");
  b->team[0].people = 3;
  bridge = get_bridge (a, 0, b, 0);
  assert_only ("another currency", &bridge, OUTLAY_BRIDGE_PEOPLE);
  assert_near ("another currency", bridge.cost_b, 9);
  g_assert_cmpstr (bridge.currency, ==, "USD");
}

/* Only the ends are refused: on the way there are more people than A's plan has
 * seats, and prompts that B's model alone can hold. */
static void
test_refusals (void)
{
  g_autoptr (OutlayScenario) a = plain_scenario_new ();
  g_autoptr (OutlayScenario) b = plain_scenario_new ();
  g_autoptr (GError) error = NULL;
  OutlayPriceCard *card = &a->prices.models[0].cards[0];
  OutlayBridge bridge;

  plain_add_plan (a, "plan", 10)->max_seats = 1;
  plain_add_plan (b, "plan", 10);
  plain_add_option (a, OUTLAY_OPTION_PLAN, "plan", "model");
  plain_add_option (b, OUTLAY_OPTION_PLAN, "plan", "model");
  b->team[0].people = 5;
  bridge = get_bridge (a, 1, b, 1);
  assert_near ("seats", bridge.parts[OUTLAY_BRIDGE_PEOPLE], 40);

  /* A's routing keeps the large task off its small model, B's does not; but B's
   * small model is larger. Thresholds lie beyond the small one's limit. */
  plain_add_block (a, card, 5e5, 2);
  plain_add_block (a, card, 9e5, 3);
  plain_add_model (a, "small", OUTLAY_CLASS_MID)->context_window = 1e5;
  plain_add_block (a, &a->prices.models[1].cards[0], 2e5, 2);
  plain_add_model (b, "small", OUTLAY_CLASS_MID);
  plain_add_routing (a, "model", "small", "model");
  plain_set_rule (plain_add_routing (b, "model", "small", "model"), 0, OUTLAY_TIER_FRONTIER,
                  OUTLAY_TIER_FRONTIER, OUTLAY_TIER_FRONTIER);
  bridge = get_bridge (a, 2, b, 2);
  assert_near_within ("contexts", sum_parts (&bridge), bridge.cost_b - bridge.cost_a, 1e-12);

  b->prices.models[1].context_window = 1e5;
  g_assert_false (outlay_bridge_init (&bridge, a, &a->options[2], b, &b->options[2], &error));
  g_assert_error (error, OUTLAY_BRIDGE_ERROR, OUTLAY_BRIDGE_ERROR_REFUSED);
}

/* The models that an option names, and a model's class, stand for several inputs. */
static gboolean
is_reference (const char *path)
{
  return strcmp (path, "options[0].model") == 0 ||
         g_str_has_prefix (path, "options[0].tiers.") ||
         strcmp (path, "prices.models[0].class") == 0;
}

static guint n_moved;

/* An option that the input may move: the first for what is its own, the plan for
 * what plans have, else a model, a routing and a plan in turns. */
static guint
choose_option (const char *path)
{
  static const guint options[] = { 0, 3, 4 };
  static guint n_chosen;

  if (g_str_has_prefix (path, "options[0]") || g_str_has_prefix (path, "prices.models"))
    return 0;
  if (g_str_has_prefix (path, "prices.plans") || strcmp (path, "usage_spread") == 0)
    return 4;

  return options[n_chosen++ % G_N_ELEMENTS (options)];
}

/* Moves one input of the worked example, where it can be moved alone, and asks
 * that its own part alone follows. */
static void
check_number (const OutlayScenario *example,
              const char           *path,
              OutlayBridgePart      part)
{
  guint option = choose_option (path);
  g_autoptr (OutlayScenario) moved = NULL;
  g_autoptr (GError) error = NULL;
  OutlayBridge bridge;
  double value;

  if (!outlay_scenario_get_number (example, path, &value, NULL))
    return;

  value = isnan (value) ? 3 : value;
  moved = outlay_scenario_set_number (example, path, value + 1, NULL);
  if (moved == NULL)
    moved = outlay_scenario_set_number (example, path, value / 2, NULL);
  if (moved == NULL ||
      !outlay_bridge_init (&bridge, example, &example->options[option], moved,
                           &moved->options[option], &error))
    return;

  assert_only (path, &bridge, part);
  if (bridge.parts[part] != 0)
    n_moved++;
}

static void check_table (const OutlayScenario   *example,
                         const OutlayInputTable *table,
                         const char             *prefix);

static void
check_input (const OutlayScenario *example,
             const OutlayInput    *input,
             const char           *path)
{
  OutlayBridgePart part;

  if (input->type == OUTLAY_INPUT_OBJECT || input->type == OUTLAY_INPUT_OPTIONAL ||
      input->type == OUTLAY_INPUT_LIST)
    {
      g_autofree char *inside =
        g_strconcat (path, input->type == OUTLAY_INPUT_LIST ? "[0]." : ".", NULL);

      check_table (example, input->table, inside);
      return;
    }

  if (is_reference (path))
    {
      g_assert_false (outlay_bridge_find_part (path, &part));
      return;
    }

  if (!outlay_bridge_find_part (path, &part))
    g_error ("%s belongs to no part", path);
  check_number (example, path, part);
  if (input->type == OUTLAY_INPUT_PAIR)
    {
      g_autofree char *start = g_strconcat (path, "[0]", NULL);
      g_autofree char *end = g_strconcat (path, "[1]", NULL);

      check_number (example, start, part);
      check_number (example, end, part);
    }
}

static void
check_table (const OutlayScenario   *example,
             const OutlayInputTable *table,
             const char             *prefix)
{
  for (guint i = 0; i < table->n_inputs; i++)
    {
      g_autofree char *path = g_strconcat (prefix, table->inputs[i].key, NULL);

      check_input (example, &table->inputs[i], path);
    }
}

/* Every input of the table belongs to one part, and moves it alone. Two months
 * tell as much as seven, and sooner. */
static void
test_inputs (void)
{
  g_autoptr (OutlayScenario) whole = worked_example_new ("forty-people");
  g_autoptr (OutlayScenario) example = outlay_scenario_set_number (whole, "months", 2, NULL);

  check_table (example, &outlay_scenario_inputs, "");
  g_assert_cmpuint (n_moved, >, 40);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bridge/random-pairs", test_random_pairs);
  g_test_add_func ("/bridge/same", test_same);
  g_test_add_func ("/bridge/by-hand", test_by_hand);
  g_test_add_func ("/bridge/model", test_model);
  g_test_add_func ("/bridge/routing", test_routing);
  g_test_add_func ("/bridge/lists", test_lists);
  g_test_add_func ("/bridge/currency", test_currency);
  g_test_add_func ("/bridge/refusals", test_refusals);
  g_test_add_func ("/bridge/inputs", test_inputs);

  return g_test_run ();
}
