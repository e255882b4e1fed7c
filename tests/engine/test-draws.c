/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10: the generator, which stays as it is. */
#include "draws.h"
#include "near.h"
#include "risk-scenario.h"

/* The first draws of two seeds, worked out by another program: docs/simulation.md
 * tells how. */
static void
test_first_draws (void)
{
  static const struct
  {
    guint64 seed;
    guint   draw;
    double  share[OUTLAY_N_FACTORS];
  } rows[] = {
    { G_GUINT64_CONSTANT (1), 0,
      { 0.5665615751722809, 0.7457817572627011, 0.9710027535867963,
        0.4443592170557721, 0.44426470082635816, 0.7628943919117611,
        0.877348686764173 } },
    { G_GUINT64_CONSTANT (1), 1,
      { 0.0665615751722809, 0.24578175726270113, 0.47100275358679633,
        0.9443592170557721, 0.9442647008263582, 0.2628943919117611,
        0.377348686764173 } },
    { G_GUINT64_CONSTANT (1), 2,
      { 0.3165615751722809, 0.9957817572627011, 0.22100275358679633,
        0.19435921705577208, 0.6942647008263582, 0.5128943919117611,
        0.127348686764173 } },
    { G_GUINT64_CONSTANT (1), 100,
      { 0.9806240751722809, 0.9879692572627011, 0.7131902535867963,
        0.04592171705577208, 0.07707720082635816, 0.3488318919117611,
        0.885161186764173 } },
    { G_GUINT64_CONSTANT (1), 511,
      { 0.5685147001722809, 0.24382863226270113, 0.06279962858679633,
        0.6650623420557721, 0.16106157582635816, 0.3898475169117611,
        0.726958061764173 } },
    { G_GUINT64_CONSTANT (9007199254740992), 77,
      { 0.0967311994283998, 0.9386074061575119, 0.546404090085504,
        0.31898709432445915, 0.5749110621131358, 0.016627139495093757,
        0.5621259600623979 } },
  };
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (OutlayDraws) draws = outlay_draws_new (scenario, INFINITY, rows[i].seed);
      OutlayBatch batch;

      outlay_draws_next (draws, &batch, rows[i].draw + 1);
      for (guint j = 0; j < OUTLAY_N_FACTORS; j++)
        assert_near_within ("share", batch.value[j][rows[i].draw], rows[i].share[j], 1e-15);
    }
}

/* Of so many draws as a power of two, each has its own part of every range. */
static void
test_draws_are_even (void)
{
  enum { N = 4096 };
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  g_autofree guint8 *is_taken = g_new0 (guint8, N * OUTLAY_N_FACTORS);
  g_autoptr (OutlayDraws) draws = outlay_draws_new (scenario, INFINITY, 123456789);
  OutlayBatch batch;

  for (guint i = 0; i < N / OUTLAY_BATCH_SIZE; i++)
    {
      outlay_draws_next (draws, &batch, OUTLAY_BATCH_SIZE);
      for (guint draw = 0; draw < OUTLAY_BATCH_SIZE; draw++)
        for (guint j = 0; j < OUTLAY_N_FACTORS; j++)
          {
            guint part = (guint) (batch.value[j][draw] * N);

            g_assert_cmpfloat (batch.value[j][draw], >, 0);
            g_assert_cmpfloat (batch.value[j][draw], <, 1);
            g_assert_cmpuint (is_taken[j * N + part], ==, 0);
            is_taken[j * N + part] = 1;
          }
    }
}

static void
test_rewind (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  g_autoptr (OutlayDraws) draws = outlay_draws_new (scenario, INFINITY, 5);
  OutlayBatch first, again, other;

  outlay_draws_next (draws, &first, 100);
  outlay_draws_next (draws, &other, 100);
  outlay_draws_rewind (draws);
  outlay_draws_next (draws, &again, 100);

  for (guint j = 0; j < OUTLAY_N_FACTORS; j++)
    {
      g_assert_cmpmem (first.value[j], 100 * sizeof (double),
                       again.value[j], 100 * sizeof (double));
      g_assert_cmpfloat (first.value[j][0], !=, other.value[j][0]);
    }
}

static void
test_seeds_differ (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  g_autoptr (OutlayDraws) one = outlay_draws_new (scenario, INFINITY, 0);
  g_autoptr (OutlayDraws) two = outlay_draws_new (scenario, INFINITY, 1);
  OutlayBatch a, b;

  outlay_draws_next (one, &a, 1);
  outlay_draws_next (two, &b, 1);
  for (guint j = 0; j < OUTLAY_N_FACTORS; j++)
    g_assert_cmpfloat (a.value[j][0], !=, b.value[j][0]);
}

/* Factors lie in their ranges, and tokens below their bound. */
static void
test_bounds (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  g_autoptr (OutlayDraws) draws = outlay_draws_new (scenario, 1.1, 9);
  gboolean bound = FALSE;
  OutlayBatch batch;

  outlay_draws_next (draws, &batch, OUTLAY_BATCH_SIZE);
  outlay_draws_finish (draws, &batch);
  for (guint draw = 0; draw < OUTLAY_BATCH_SIZE; draw++)
    {
      OutlayFactors factors = outlay_batch_get (&batch, draw);

      for (guint j = 0; j < OUTLAY_N_FACTORS; j++)
        {
          g_assert_cmpfloat (factors.value[j], >=, scenario->uncertainty[j].low);
          g_assert_cmpfloat (factors.value[j], <=, scenario->uncertainty[j].high);
        }
      g_assert_cmpfloat (factors.value[OUTLAY_FACTOR_TOKENS], <=, 1.1);
      bound = bound || factors.value[OUTLAY_FACTOR_TOKENS] == 1.1;
    }
  g_assert_true (bound);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draws/first-draws", test_first_draws);
  g_test_add_func ("/draws/even", test_draws_are_even);
  g_test_add_func ("/draws/rewind", test_rewind);
  g_test_add_func ("/draws/seeds-differ", test_seeds_differ);
  g_test_add_func ("/draws/bounds", test_bounds);

  return g_test_run ();
}
