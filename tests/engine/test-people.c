/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 2: who becomes active when, and what starting costs. */
#include "people.h"

#include "near.h"
#include "plain-scenario.h"

#define IMMEDIATE OUTLAY_ADOPTION_IMMEDIATE
#define LINEAR OUTLAY_ADOPTION_LINEAR
#define LOGISTIC OUTLAY_ADOPTION_LOGISTIC

static void
test_share (void)
{
  static const struct
  {
    const char          *row;
    OutlayAdoptionShape  shape;
    double               from, to;
    gint64               months;
    int                  x;
    double               factor;
    double               share;
  } table[] = {
    { "nobody before joining", IMMEDIATE, 0.2, 0.9, 4, 0, 1, 0 },
    { "nobody long before joining", LINEAR, 0.2, 0.8, 4, -5, 1, 0 },
    { "immediate takes \"to\" alone", IMMEDIATE, 0.2, 0.9, 4, 1, 1, 0.9 },
    { "immediate stays there", IMMEDIATE, 0.2, 0.9, 4, 60, 1, 0.9 },
    { "linear begins at \"from\"", LINEAR, 0.2, 0.8, 4, 1, 1, 0.2 },
    { "linear, a third of the way", LINEAR, 0.2, 0.8, 4, 2, 1, 0.4 },
    { "linear, two thirds", LINEAR, 0.2, 0.8, 4, 3, 1, 0.6 },
    { "linear ends at \"to\"", LINEAR, 0.2, 0.8, 4, 4, 1, 0.8 },
    { "linear stays there", LINEAR, 0.2, 0.8, 4, 5, 1, 0.8 },
    { "linear of one month is immediate", LINEAR, 0.2, 0.8, 1, 1, 1, 0.8 },
    { "logistic begins at \"from\"", LOGISTIC, 0.2, 0.8, 4, 1, 1, 0.2 },
    /* The curve of section 1 at z = 1/3 is 0.19773...; 0.2 + 0.6 * that */
    { "logistic at a third", LOGISTIC, 0.2, 0.8, 4, 2, 1, 0.2 + 0.6 * 0.1977353359008273 },
    { "logistic is half way in the middle", LOGISTIC, 0, 1, 5, 3, 1, 0.5 },
    { "logistic ends at \"to\"", LOGISTIC, 0.2, 0.8, 4, 4, 1, 0.8 },
    { "logistic of one month is immediate", LOGISTIC, 0.2, 0.8, 1, 1, 1, 0.8 },
    { "nobody at all", LINEAR, 0, 0, 4, 3, 1, 0 },
    { "a factor multiplies", LINEAR, 0.2, 0.8, 4, 2, 0.5, 0.2 },
    { "a factor never makes more than all", LINEAR, 0.2, 0.8, 4, 4, 2, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      OutlayAdoption adoption = {
        table[i].shape, table[i].from, table[i].to, table[i].months, NULL, 0
      };

      assert_near (table[i].row,
                   outlay_adoption_share (&adoption, table[i].x, table[i].factor),
                   table[i].share);
    }
}

static void
test_custom (void)
{
  double shares[] = { 0.1, 0.1, 0.75 };
  OutlayAdoption adoption = {
    .shape = OUTLAY_ADOPTION_CUSTOM, .shares = shares, .n_shares = G_N_ELEMENTS (shares)
  };
  static const struct { const char *row; int x; double share; } table[] = {
    { "before", 0, 0 }, { "first", 1, 0.1 }, { "second", 2, 0.1 }, { "last", 3, 0.75 },
    { "the last holds on", 4, 0.75 }, { "for ever", 60, 0.75 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    assert_near (table[i].row, outlay_adoption_share (&adoption, table[i].x, 1),
                 table[i].share);
}

/* Ten people, of whom 20, 40, 60, 80 % are active: two start in each month. */
static void
test_starters (void)
{
  OutlayAdoption adoption = { LINEAR, 0.2, 0.8, 4, NULL, 0 };
  static const struct
  {
    const char *row;
    gint64      joins;
    int         month;
    double      factor;
    double      starters;
  } table[] = {
    { "in the month of joining, \"from\"", 1, 1, 1, 2 },
    { "then what is added", 1, 2, 1, 2 },
    { "the last step", 1, 4, 1, 2 },
    { "nobody once the ramp is over", 1, 5, 1, 0 },
    { "nobody before joining", 3, 2, 1, 0 },
    { "the same ramp, later", 3, 3, 1, 2 },
    { "a role that joins after the period", 60, 12, 1, 0 },
    /* With the factor 2: 40 %, 80 %, 100 % (not 120), 100 %. */
    { "a factor on adoption", 1, 1, 2, 4 },
    { "up to all", 1, 3, 2, 2 },
    { "and then nobody is left", 1, 4, 2, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      OutlayRole role = { .people = 10, .joins = table[i].joins };

      assert_near (table[i].row,
                   outlay_role_starters (&role, &adoption, table[i].month, table[i].factor),
                   table[i].starters);
    }
}

static void
test_onboarding (void)
{
  static const struct { double hours, money, wage, cost; } table[] = {
    { 0, 0, 60, 0 },
    { 4, 0, 60, 240 },
    { 0, 150, 60, 150 },
    { 1.5, 100, 80, 220 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      OutlayOnboarding onboarding = { table[i].hours, table[i].money };
      OutlayRole role = { .hourly_wage = table[i].wage };

      assert_near ("onboarding", outlay_onboarding_cost (&onboarding, &role), table[i].cost);
    }
}

/* Ten people on that ramp, a second role of five from month 3 on: 2, 4, 6 + 1,
 * 8 + 2 people, and onboarding of $60 (an hour) for each in the first month. */
static void
test_months (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  const double people[] = { 2, 4, 7, 10, 11, 12, 12 };
  const double started[] = { 2, 2, 3, 3, 1, 1, 0 };
  const OutlayOptionEstimate *figures;

  scenario->months = G_N_ELEMENTS (people);
  scenario->adoption = (OutlayAdoption) { LINEAR, 0.2, 0.8, 4, NULL, 0 };
  scenario->onboarding.hours = 1;
  scenario->team[0].people = 10;
  plain_add_role (scenario, "Later", 5)->joins = 3;

  estimate = outlay_estimate_new (scenario);
  figures = plain_get (estimate, 0);
  for (guint m = 0; m < G_N_ELEMENTS (people); m++)
    {
      assert_near ("people", figures->monthly[OUTLAY_FIGURE_PEOPLE][m], people[m]);
      assert_near ("onboarding", figures->monthly[OUTLAY_FIGURE_ONBOARDING][m],
                   60 * started[m]);
      /* Onboarding is told apart from cost, which is $3 a person. */
      assert_near ("cost", figures->monthly[OUTLAY_FIGURE_COST][m], 3 * people[m]);
    }
  assert_near ("onboarding in all", figures->total[OUTLAY_FIGURE_ONBOARDING], 12 * 60);
}

/* Learning starts when a person starts. Acceptance goes from 0 to 1 in a straight
 * line over 3 months (0, 0.5, 1). Of two people one starts in month 1 and one in
 * month 2, so accepted is 0, 0.5 + 0, 1 + 0.5, 1 + 1. */
static void
test_staggered_learning (void)
{
  g_autoptr (OutlayScenario) scenario = plain_scenario_new ();
  g_autoptr (OutlayEstimate) estimate = NULL;
  const double accepted[] = { 0, 0.5, 1.5, 2 };

  scenario->months = 4;
  scenario->team[0].people = 2;
  scenario->adoption = (OutlayAdoption) { LINEAR, 0.5, 1, 2, NULL, 0 };
  scenario->learning = (OutlayLearning) { OUTLAY_LEARNING_LINEAR, 3 };
  scenario->expertise[OUTLAY_LEVEL_INTERMEDIATE].acceptance = (OutlayPair) { 0, 1 };

  estimate = outlay_estimate_new (scenario);
  for (guint m = 0; m < G_N_ELEMENTS (accepted); m++)
    assert_near ("accepted",
                 plain_get (estimate, 0)->monthly[OUTLAY_FIGURE_ACCEPTED][m], accepted[m]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/people/share", test_share);
  g_test_add_func ("/people/custom", test_custom);
  g_test_add_func ("/people/starters", test_starters);
  g_test_add_func ("/people/onboarding", test_onboarding);
  g_test_add_func ("/people/months", test_months);
  g_test_add_func ("/people/staggered-learning", test_staggered_learning);

  return g_test_run ();
}
