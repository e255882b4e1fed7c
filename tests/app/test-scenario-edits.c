/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario-edits.h"

#include "mix-edits.h"
#include "scenarios.h"

#include <string.h>

static const OutlayPrices *
get_catalogue (void)
{
  return outlay_catalogue_get_prices (outlay_catalogue_get_default ());
}

static OutlayScenario *
make_draft (void)
{
  g_autoptr (OutlayScenario) scenario = read_example ("forty-people");

  return outlay_scenario_copy (scenario);
}

/* What a draft has become is what a file would hold: it must read back. */
static void
assert_reads_back (const OutlayScenario *draft)
{
  g_autoptr (GBytes) bytes = outlay_scenario_write (draft);
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("draft");
  g_autoptr (OutlayScenario) again = outlay_scenario_read (bytes,
                                                           outlay_catalogue_get_default (),
                                                           problems);

  g_assert_nonnull (again);
  g_assert_true (outlay_scenario_equal (draft, again));
}

static char *
join_option_ids (const OutlayScenario *draft)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < draft->n_options; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", draft->options[i].id);

  return g_string_free (ids, FALSE);
}

static void
assert_option_ids (const OutlayScenario *draft,
                   const char           *expected)
{
  g_autofree char *ids = join_option_ids (draft);

  g_assert_cmpstr (ids, ==, expected);
}

static const OutlayOption flash = {
  .name = (char *) "Gemini 3.8 Flash",
  .kind = OUTLAY_OPTION_MODEL,
  .model = (char *) "google/gemini-3.8-flash",
  .escalate_to = OUTLAY_NONE,
  .effort = 1,
  .price_factor = 1,
};

static void
test_add (void)
{
  g_autoptr (OutlayScenario) draft = make_draft ();
  const OutlayModel *copied;
  const OutlayModel *shipped;

  g_assert_null (outlay_prices_find_model (&draft->prices, flash.model));
  outlay_draft_add_option (draft, &flash, get_catalogue ());

  assert_option_ids (draft, "opus sonnet gpt governed max gemini-3-8-flash");
  copied = outlay_prices_find_model (&draft->prices, flash.model);
  shipped = outlay_prices_find_model (get_catalogue (), flash.model);
  g_assert_nonnull (copied);
  g_assert_true (copied != shipped);
  g_assert_true (copied->cards != shipped->cards);
  g_assert_cmpuint (copied->n_cards, ==, shipped->n_cards);
  assert_reads_back (draft);
}

typedef struct
{
  const char *name;
  const char *id;
} IdCase;

static void
test_ids (void)
{
  static const IdCase cases[] = {
    { "Claude Opus 4.8", "claude-opus-4-8" },
    { "Claude Opus 4.8", "claude-opus-4-8-2" },
    { "Claude Opus 4.8", "claude-opus-4-8-3" },
    { "opus", "opus-2" },
    { "  (Batch)  ", "batch" },
    { "模型", "option" },
    { "!", "option-2" },
  };
  g_autoptr (OutlayScenario) draft = make_draft ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OutlayOption option = flash;

      option.name = (char *) cases[i].name;
      outlay_draft_add_option (draft, &option, get_catalogue ());
      g_assert_cmpstr (draft->options[draft->n_options - 1].id, ==, cases[i].id);
    }
  assert_reads_back (draft);
}

/* A price that the file brought does not change because the model is chosen once
 * more. */
static void
test_own_price_wins (void)
{
  g_autoptr (OutlayScenario) draft = make_draft ();
  OutlayModel *own = (OutlayModel *) outlay_prices_find_model (&draft->prices,
                                                               "openai/gpt-5.5");
  OutlayOption option = flash;
  guint n_models = draft->prices.n_models;

  own->cards[0].base.input = 123;
  option.model = own->id;
  outlay_draft_add_option (draft, &option, get_catalogue ());

  g_assert_cmpuint (draft->prices.n_models, ==, n_models);
  own = (OutlayModel *) outlay_prices_find_model (&draft->prices, "openai/gpt-5.5");
  g_assert_cmpfloat (own->cards[0].base.input, ==, 123);
}

static void
test_remove (void)
{
  g_autoptr (OutlayScenario) draft = make_draft ();

  /* Opus is still the specialist of the routing, and what the plan's work is
   * priced on; GPT is nobody else's. */
  outlay_draft_remove_option (draft, 0);
  assert_option_ids (draft, "sonnet gpt governed max");
  g_assert_nonnull (outlay_prices_find_model (&draft->prices, "anthropic/claude-opus-4-8"));

  outlay_draft_remove_option (draft, 1);
  assert_option_ids (draft, "sonnet governed max");
  g_assert_null (outlay_prices_find_model (&draft->prices, "openai/gpt-5.5"));

  outlay_draft_remove_option (draft, 2);
  g_assert_cmpuint (draft->prices.n_plans, ==, 0);
  assert_reads_back (draft);

  outlay_draft_remove_option (draft, 1);
  outlay_draft_remove_option (draft, 0);
  g_assert_cmpuint (draft->n_options, ==, 0);
  g_assert_cmpuint (draft->prices.n_models, ==, 0);
  assert_reads_back (draft);
}

static void
test_replace (void)
{
  g_autoptr (OutlayScenario) draft = make_draft ();

  outlay_draft_replace_option (draft, 2, &flash, get_catalogue ());

  assert_option_ids (draft, "opus sonnet gpt governed max");
  g_assert_cmpstr (draft->options[2].name, ==, flash.name);
  g_assert_nonnull (outlay_prices_find_model (&draft->prices, flash.model));
  g_assert_null (outlay_prices_find_model (&draft->prices, "openai/gpt-5.5"));
  assert_reads_back (draft);
}

typedef struct
{
  guint       from;
  guint       to;
  const char *expected;
} MoveCase;

static void
test_move (void)
{
  static const MoveCase cases[] = {
    { 0, 4, "sonnet gpt governed max opus" },
    { 4, 0, "max opus sonnet gpt governed" },
    { 1, 2, "opus gpt sonnet governed max" },
    { 2, 1, "opus gpt sonnet governed max" },
    { 3, 3, "opus sonnet gpt governed max" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayScenario) draft = make_draft ();

      outlay_draft_move_option (draft, cases[i].from, cases[i].to);
      assert_option_ids (draft, cases[i].expected);
      assert_reads_back (draft);
    }
}

static void
test_roles (void)
{
  g_autoptr (OutlayScenario) draft = make_draft ();
  OutlayRole role = draft->team[0];
  guint n_team = draft->n_team;

  role.name = (char *) "Support";
  outlay_draft_add_role (draft, &role);
  g_assert_cmpuint (draft->n_team, ==, n_team + 1);
  g_assert_cmpstr (draft->team[n_team].name, ==, "Support");
  assert_reads_back (draft);

  outlay_draft_remove_role (draft, 0);
  g_assert_cmpuint (draft->n_team, ==, n_team);
  g_assert_cmpstr (draft->team[n_team - 1].name, ==, "Support");
  assert_reads_back (draft);
}

static void
test_own_mix (void)
{
  g_autoptr (OutlayScenario) draft = make_draft ();
  g_autofree double *shares = g_new (double, draft->n_tasks);
  g_autofree double *all = g_new (double, draft->n_tasks);
  static const gboolean locked[50] = { FALSE };

  outlay_draft_set_own_mix (draft, 1, TRUE);
  outlay_mix_get_shares (draft, 1, OUTLAY_MIX_LEARNT, shares);
  outlay_mix_get_shares (draft, OUTLAY_MIX_OF_ALL, OUTLAY_MIX_LEARNT, all);
  for (guint i = 0; i < draft->n_tasks; i++)
    g_assert_cmpfloat (shares[i], ==, all[i]);

  g_assert_true (outlay_mix_set_share (shares, locked, draft->n_tasks, 0, 0.5));
  outlay_mix_set_shares (draft, 1, OUTLAY_MIX_LEARNT, shares);
  g_assert_cmpfloat (draft->team[1].mix[0].end, ==, 0.5);
  g_assert_cmpfloat (draft->tasks[0].share.end, ==, all[0]);
  g_assert_cmpfloat (draft->team[1].mix[0].start, ==, draft->tasks[0].share.start);
  assert_reads_back (draft);

  outlay_draft_set_own_mix (draft, 1, FALSE);
  g_assert_null (draft->team[1].mix);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/scenario-edits/add", test_add);
  g_test_add_func ("/app/scenario-edits/ids", test_ids);
  g_test_add_func ("/app/scenario-edits/own-price-wins", test_own_price_wins);
  g_test_add_func ("/app/scenario-edits/remove", test_remove);
  g_test_add_func ("/app/scenario-edits/replace", test_replace);
  g_test_add_func ("/app/scenario-edits/move", test_move);
  g_test_add_func ("/app/scenario-edits/roles", test_roles);
  g_test_add_func ("/app/scenario-edits/own-mix", test_own_mix);

  return g_test_run ();
}
