/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 4: how many turns a task takes. */
#include "turns.h"

#include "attempts.h"
#include "near.h"
#include "plain-scenario.h"

#define N_SHOWN 4

/* The engine's own bound where a class of tokens may exist in the tail alone. */
#define NEGLIGIBLE 1e-24

typedef struct
{
  const char *row;
  double      mu;
  double      spread;
  guint       cap;
  double      p[N_SHOWN]; /* of 1, 2, 3, 4 turns, before capping */
  double      inside;
  double      mean;
} Case;

/* 4^(-1/3) and e^-1, e^-3 */
#define FOUR_ROOT 0.6299605249474366
#define E1 0.36787944117144233
#define E3 0.049787068367863944

static const Case cases[] = {
  { "one turn is one turn", 1, 1, 500, { 1, 0, 0, 0 }, 1, 1 },
  { "one turn, whatever the spread", 1, 3, 500, { 1, 0, 0, 0 }, 1, 1 },
  { "one turn without spread", 1, 0, 500, { 1, 0, 0, 0 }, 1, 1 },

  /* Spread 1 is the geometric distribution: 1/4, and 3/4 of that each time. */
  { "geometric", 4, 1, 500, { 0.25, 0.1875, 0.140625, 0.10546875 }, 1, 4 },
  /* q = 2 * 2 = 4, nu = 1, r = 1/3: p0 = 4^-r, times 1/3 * 3/4 = 1/4, times
   * 4/3 / 2 * 3/4 = 1/2, times 7/3 / 3 * 3/4 = 7/12. */
  { "negative binomial", 2, G_SQRT2, 500,
    { FOUR_ROOT, FOUR_ROOT / 4, FOUR_ROOT / 8, FOUR_ROOT * 7 / 96 }, 1, 2 },

  /* q = 0.25 * 4 = 1: a Poisson of mean 3. */
  { "Poisson", 4, 0.5, 500, { E3, 3 * E3, 4.5 * E3, 4.5 * E3 }, 1, 4 },
  /* q = 0.25 * 2 = 1/2: half a Poisson of mean 1, half two turns exactly. */
  { "half a Poisson", 2, 0.5, 500, { E1 / 2, E1 / 2 + 0.5, E1 / 4, E1 / 12 }, 1, 2 },

  { "no spread, a whole number", 3, 0, 500, { 0, 0, 1, 0 }, 1, 3 },
  { "no spread, between two", 3.25, 0, 500, { 0, 0, 0.75, 0.25 }, 1, 3.25 },

  /* Of 1/2, 1/4, 1/8, ... two may run: the rest, 1/4, lies on the cap. */
  { "a cap", 2, 1, 2, { 0.5, 0.25, 0, 0 }, 0.75, 0.5 + 2 * 0.25 + 0.25 * 2 },
  { "a cap of one", 2, 1, 1, { 0.5, 0, 0, 0 }, 0.5, 1 },
  { "a cap on the lower of two", 3.25, 0, 3, { 0, 0, 0.75, 0 }, 0.75, 3 },
  { "a cap below both", 3.25, 0, 2, { 0, 0, 0, 0 }, 0, 2 },
  { "a cap that is met", 3, 0, 3, { 0, 0, 1, 0 }, 1, 3 },

  /* ln p0 < -700, and that part lies wholly beyond the cap. */
  { "Poisson of 800", 801, 0.0353333049, 500, { 0, 0, 0, 0 }, 0, 500 },
  { "negative binomial, r ln q = 782", 1000, 0.04, 500, { 0, 0, 0, 0 }, 0, 500 },
  /* q = 0.01^2 * 900 = 0.09: 9 % Poisson of 899, 91 % of 900 turns. */
  { "a mixture beyond", 900, 0.01, 7, { 0, 0, 0, 0 }, 0, 7 },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double p[OUTLAY_MAX_TURNS];
      OutlayTurns turns;

      outlay_turns_init (&turns, p, cases[i].mu, cases[i].spread, cases[i].cap, NEGLIGIBLE);
      for (guint n = 0; n < N_SHOWN; n++)
        assert_near (cases[i].row, n < turns.n ? turns.p[n] : 0, cases[i].p[n]);
      assert_near (cases[i].row, turns.inside, cases[i].inside);
      assert_near (cases[i].row, turns.mean, cases[i].mean);
    }
}

/* Where no cap is in reach, the mean is mu and the variance q * nu; a mixture has
 * w parts of a Poisson (nu) and 1 - w of two whole numbers (f (1 - f)). */
static void
test_moments (void)
{
  static const double means[] = { 1.2, 2, 3.7, 5, 6 };
  static const double spreads[] = { 0, 0.1, 0.3, 0.44, 0.5, 0.7, 1, 1.25, 1.5 };

  for (guint i = 0; i < G_N_ELEMENTS (means); i++)
    for (guint j = 0; j < G_N_ELEMENTS (spreads); j++)
      {
        double nu = means[i] - 1;
        double q = spreads[j] * spreads[j] * means[i];
        double w = MIN (1, q);
        double f = means[i] - floor (means[i]);
        double variance = q > 1 ? q * nu : w * nu + (1 - w) * f * (1 - f);
        double p[OUTLAY_MAX_TURNS], sum = 0, mean = 0, square = 0;
        OutlayTurns turns;

        outlay_turns_init (&turns, p, means[i], spreads[j], OUTLAY_MAX_TURNS, NEGLIGIBLE);
        for (guint n = 1; n <= turns.n; n++)
          {
            sum += turns.p[n - 1];
            mean += turns.p[n - 1] * n;
            square += turns.p[n - 1] * n * n;
          }

        assert_near ("sum", sum, 1);
        assert_near ("mean", mean, means[i]);
        assert_near ("told mean", turns.mean, means[i]);
        assert_near_within ("variance", square - mean * mean, variance, 1e-11);
      }
}

/* Section 4 as it stands, without a short cut. Returns `inside`. */
static double
literal (double *p,
         double  mu,
         double  spread,
         guint   cap)
{
  double nu = mu - 1, q = spread * spread * mu;
  gboolean binomial = q > 1 + 1e-12 && nu > 0;
  double w = binomial ? 1 : nu > 0 ? MIN (1, q) : 0;
  double r = nu / (q - 1);
  double ln_p0 = binomial ? -r * log (q) : -nu;
  double below = floor (mu), inside = 0;
  double pk = ln_p0 < -700 ? 0 : exp (ln_p0);

  for (guint k = 0; k < cap; k++)
    {
      double n = k + 1;

      p[k] = w * pk;
      if (n == below)
        p[k] += (1 - w) * (1 - (mu - below));
      if (n == below + 1)
        p[k] += (1 - w) * (mu - below);
      inside += p[k];
      pk *= binomial ? (k + r) / (k + 1) * (q - 1) / q : nu / (k + 1);
    }

  return MIN (1, inside);
}

static void
assert_like_literal (double mu,
                     double spread,
                     guint  cap)
{
  double p[OUTLAY_MAX_TURNS], expected[OUTLAY_MAX_TURNS];
  g_autofree char *row = g_strdup_printf ("mu %.17g, spread %.17g, cap %u", mu, spread, cap);
  double inside = literal (expected, mu, spread, cap);
  double mean = (1 - inside) * cap;
  OutlayTurns turns;

  outlay_turns_init (&turns, p, mu, spread, cap, NEGLIGIBLE);
  for (guint n = 1; n <= cap; n++)
    {
      assert_near (row, n <= turns.n ? turns.p[n - 1] : 0, expected[n - 1]);
      mean += expected[n - 1] * n;
    }
  assert_near (row, turns.inside, inside);
  assert_near_within (row, turns.mean, mean, 1e-11);
}

static void
test_like_literal (void)
{
  /* Where one part takes over from another: q at 1, ln p0 at -700. */
  static const struct { double mu, spread; } edges[] = {
    { 4, 0.5 }, { 4, 0.5000000001 }, { 4, 0.4999999999 }, { 1.0000001, 1 }, { 1, 0.5 },
    { 651, 0.0391930900 }, { 700.9, 0.0377 }, { 701.1, 0.0377 }, { 499.5, 0 }, { 500.5, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    assert_like_literal (edges[i].mu, edges[i].spread, OUTLAY_MAX_TURNS);

  for (int i = 0; i < 3000; i++)
    assert_like_literal (1 + pow (10, g_test_rand_double_range (-3, 3.1)),
                         g_test_rand_bit () ? g_test_rand_double_range (0, 3)
                                            : g_test_rand_double_range (0, 0.2),
                         (guint) g_test_rand_int_range (1, OUTLAY_MAX_TURNS + 1));
}

/* What is left out is no likelier than asked, all in all. */
static void
test_negligible_tail (void)
{
  for (int i = 0; i < 500; i++)
    {
      double whole_p[OUTLAY_MAX_TURNS], p[OUTLAY_MAX_TURNS], left_out = 0;
      double mu = 1 + pow (10, g_test_rand_double_range (-2, 2));
      double spread = g_test_rand_double_range (0, 3);
      OutlayTurns whole, turns;

      outlay_turns_init (&whole, whole_p, mu, spread, OUTLAY_MAX_TURNS, NEGLIGIBLE);
      outlay_turns_init (&turns, p, mu, spread, OUTLAY_MAX_TURNS, 1e-6);
      for (guint n = 0; n < whole.n; n++)
        left_out += fabs (whole.p[n] - (n < turns.n ? turns.p[n] : 0));
      g_assert_cmpfloat (left_out, <=, 1.001e-6);
      assert_near ("inside", turns.inside, whole.inside);
    }
}

/* mu = max (1, turns * task.turns * level.turns (L) * wage_turns * class.turns) */
static void
test_mu (void)
{
  static const struct
  {
    const char *row;
    double      turns, task;
    OutlayPair  level;
    double      progress, wage, class_turns, factor;
    double      mu;
  } table[] = {
    { "the dial alone", 5, 1, { 1, 1 }, 0, 60, 1, 1, 5 },
    { "the task", 5, 1.2, { 1, 1 }, 0, 60, 1, 1, 6 },
    { "the level at the start", 5, 1, { 1.4, 0.9 }, 0, 60, 1, 1, 7 },
    { "the level half way", 5, 1, { 1.4, 0.9 }, 0.5, 60, 1, 1, 5.75 },
    { "the level, learnt", 5, 1, { 1.4, 0.9 }, 1, 60, 1, 1, 4.5 },
    { "the wage: 120 of 60, exponent 1", 5, 1, { 1, 1 }, 0, 120, 1, 1, 10 },
    { "the class", 5, 1, { 1, 1 }, 0, 60, 1.2, 1, 6 },
    { "the factor on turns", 5, 1, { 1, 1 }, 0, 60, 1, 1.8, 9 },
    { "all at once", 5, 1.2, { 1.4, 0.9 }, 0.5, 120, 1.5, 0.5, 10.35 },
    { "at least one", 5, 0.1, { 1, 1 }, 0, 60, 1, 1, 1 },
    { "at least one of none", 5, 0, { 1, 1 }, 0, 60, 1, 1, 1 },
    /* The factor lies inside the max: 5 * 0.1 * 3, not max (1, 0.5) * 3. */
    { "the factor inside the max", 5, 0.1, { 1, 1 }, 0, 60, 1, 3, 1.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
      OutlayFactors factors = OUTLAY_FACTORS_ONE;
      OutlayTaskCase task_case = {
        scenario, &factors, &scenario->options[0], &scenario->team[0], &scenario->tasks[0],
        table[i].progress,
      };

      factors.value[OUTLAY_FACTOR_TURNS] = table[i].factor;
      scenario->turns = table[i].turns;
      scenario->tasks[0].turns = table[i].task;
      scenario->expertise[OUTLAY_LEVEL_INTERMEDIATE].turns = table[i].level;
      scenario->team[0].hourly_wage = table[i].wage;
      scenario->wage_effect.enabled = TRUE;
      scenario->classes[OUTLAY_CLASS_MID].turns = table[i].class_turns;

      assert_near (table[i].row,
                   outlay_task_case_turns (&task_case, &scenario->prices.models[0]),
                   table[i].mu);
    }
}

/* No cap is a cap of 500, and stops tasks like any other. */
static void
test_cap (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();

  g_assert_cmpuint (outlay_scenario_turn_cap (scenario), ==, 500);
  scenario->max_turns = 12;
  g_assert_cmpuint (outlay_scenario_turn_cap (scenario), ==, 12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/turns/cases", test_cases);
  g_test_add_func ("/turns/moments", test_moments);
  g_test_add_func ("/turns/like-literal", test_like_literal);
  g_test_add_func ("/turns/negligible-tail", test_negligible_tail);
  g_test_add_func ("/turns/mu", test_mu);
  g_test_add_func ("/turns/cap", test_cap);

  return g_test_run ();
}
