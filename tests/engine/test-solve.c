/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 11: answers are put into scenarios built here, whose estimates
 * must then satisfy the equation; where it steps, within 1e-6 of the input. */
#include "plain-scenario.h"
#include "random-scenario.h"
#include "risk-scenario.h"
#include "solve-case.h"

#include <math.h>
#include <string.h>

/* Equal at the answer, or on either side of it. */
static void
assert_solves (const SolveCase *which,
               double      x)
{
  double at = solve_case_difference (which, x);
  double step = NEAR_SOLVED * MAX (1, fabs (x));
  double before = solve_case_difference (which, x - step);
  double after = solve_case_difference (which, x + step);

  if (fabs (at) > NEAR_SOLVED && !(before <= 0 && after >= 0) && !(before >= 0 && after <= 0))
    g_error ("%s: %.9g is off by %g, by %g before and by %g after",
             outlay_solve_kind_get_key (which->question.kind), x, at, before, after);
}

/* A second answer lies behind the first, and solves it too. */
static void
assert_solves_again (const SolveCase         *which,
                     const OutlaySolveAnswer *answer)
{
  g_assert_cmpfloat (answer->at, ==, answer->value);
  if (isnan (answer->again))
    return;

  g_assert_cmpfloat (answer->again, >, answer->value);
  assert_solves (which, answer->again);
}

/* --- Scenarios with the input at x --- */

/* The scenario is left as it was. */
static OutlayEstimate *
estimate_with_people (OutlayScenario *scenario,
                      double          x)
{
  double people[PLAIN_ROOM];
  OutlayEstimate *estimate;

  for (guint i = 0; i < scenario->n_team; i++)
    {
      people[i] = scenario->team[i].people;
      scenario->team[i].people *= x;
    }
  estimate = outlay_estimate_new (scenario);
  for (guint i = 0; i < scenario->n_team; i++)
    scenario->team[i].people = people[i];

  return estimate;
}

static OutlayEstimate *
estimate_with_tasks (OutlayScenario *scenario,
                     double          x)
{
  double tasks[PLAIN_ROOM];
  OutlayEstimate *estimate;

  for (guint i = 0; i < scenario->n_team; i++)
    {
      tasks[i] = scenario->team[i].tasks_per_day;
      scenario->team[i].tasks_per_day *= x;
    }
  estimate = outlay_estimate_new (scenario);
  for (guint i = 0; i < scenario->n_team; i++)
    scenario->team[i].tasks_per_day = tasks[i];

  return estimate;
}

static double
dearest_with_people (OutlayScenario            *scenario,
                     const OutlaySolveQuestion *question,
                     double                     x)
{
  g_autoptr (OutlayEstimate) estimate = estimate_with_people (scenario, x);

  return solve_get_dearest (estimate, question->option);
}

static double
dearest_with_turns (OutlayScenario            *scenario,
                    const OutlaySolveQuestion *question,
                    double                     x)
{
  double turns = scenario->turns;
  g_autoptr (OutlayEstimate) estimate = NULL;

  scenario->turns = x;
  estimate = outlay_estimate_new (scenario);
  scenario->turns = turns;

  return solve_get_dearest (estimate, question->option);
}

static double
period_with_tasks (OutlayScenario            *scenario,
                   const OutlaySolveQuestion *question,
                   double                     x)
{
  g_autoptr (OutlayEstimate) estimate = estimate_with_tasks (scenario, x);

  return plain_get (estimate, question->option)->total[OUTLAY_FIGURE_COST];
}

static double
other_period_with_tasks (OutlayScenario            *scenario,
                         const OutlaySolveQuestion *question,
                         double                     x)
{
  g_autoptr (OutlayEstimate) estimate = estimate_with_tasks (scenario, x);

  return plain_get (estimate, question->against)->total[OUTLAY_FIGURE_COST];
}

static double
get_outcome (const OutlayEstimate *estimate,
             guint                 option)
{
  double cost = plain_get (estimate, option)->cost_per_accepted;

  return isnan (cost) ? INFINITY : cost;
}

/* The class of the option's own model alone. */
static double
outcome_with_acceptance (OutlayScenario            *scenario,
                         const OutlaySolveQuestion *question,
                         double                     x)
{
  const char *model = scenario->options[question->option].model;
  double *acceptance = NULL, before;
  g_autoptr (OutlayEstimate) estimate = NULL;

  for (guint i = 0; i < scenario->prices.n_models; i++)
    if (strcmp (scenario->prices.models[i].id, model) == 0)
      acceptance = &scenario->classes[scenario->prices.models[i].model_class].acceptance;
  before = *acceptance;
  *acceptance *= x;
  estimate = outlay_estimate_new (scenario);
  *acceptance = before;

  return get_outcome (estimate, question->option);
}

static double
other_outcome (OutlayScenario            *scenario,
               const OutlaySolveQuestion *question,
               double                     x)
{
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);

  return get_outcome (estimate, question->against);
}

/* --- The questions --- */

/* Nothing beyond the answer is within the budget. */
static void
assert_is_last (const SolveCase *which,
                double      x,
                double      high)
{
  for (guint i = 0; i < 5; i++)
    {
      double beyond = exp (g_test_rand_double_range (log (x * (1 + 1e-5)), log (high)));

      if (beyond > x)
        g_assert_cmpfloat (solve_case_difference (which, beyond), >, 0);
    }
}

static void
ask_for_budget (OutlaySolveKind   kind,
                double          (*reach) (OutlayScenario            *scenario,
                                          const OutlaySolveQuestion *question,
                                          double                     x))
{
  guint n_found = 0;

  for (guint i = 0; i < N_SOLVED; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();
      SolveCase which = { scenario, { .kind = kind, .option = i % 4, .odds = NAN }, reach,
                     solve_case_budget };
      OutlaySolveAnswer answer;

      which.question.budget = solve_draw_budget (scenario, which.question.option);
      answer = solve_case_answer (&which);
      if (answer.state == OUTLAY_ANSWER_FOUND)
        {
          n_found++;
          g_assert_cmpfloat (solve_case_difference (&which, answer.value), <=, 1e-9);
          assert_solves (&which, answer.value);
          assert_is_last (&which, answer.value, answer.high);
        }
      else if (answer.state == OUTLAY_ANSWER_ALWAYS)
        g_assert_cmpfloat (solve_case_difference (&which, answer.high), <=, 0);
      else
        g_assert_cmpfloat (solve_case_difference (&which, answer.low), >, 0);
    }

  g_assert_cmpuint (n_found, >=, N_SOLVED / 4);
}

static void
test_people (void)
{
  ask_for_budget (OUTLAY_SOLVE_PEOPLE, dearest_with_people);
}

static void
test_turns (void)
{
  ask_for_budget (OUTLAY_SOLVE_TURNS, dearest_with_turns);
}

/* Of the dearer cost. */
static double
get_gap (const SolveCase *which,
         double           x)
{
  double reached = which->reach (which->scenario, &which->question, x);
  double target = which->target (which->scenario, &which->question, x);

  if (reached == target)
    return 0;

  return isinf (reached) || isinf (target) ? 1 : fabs (reached - target) / MAX (reached, target);
}

/* Where nothing was found, one option is dearer all over the range, and no end of it
 * comes closer than what is told. */
static void
assert_never_equal (const SolveCase         *which,
                    const OutlaySolveAnswer *answer)
{
  double sign = solve_case_difference (which, answer->low);

  g_assert_cmpfloat (answer->at, >=, answer->low);
  g_assert_cmpfloat (answer->at, <=, answer->high);
  if (answer->state == OUTLAY_ANSWER_NEVER)
    {
      double ends[] = { answer->low, 1, answer->high };

      for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        g_assert_cmpfloat (get_gap (which, answer->at), <=,
                           get_gap (which, ends[i]) + NEAR_SOLVED);
    }

  for (guint i = 0; i < 5; i++)
    {
      double x = exp (g_test_rand_double_range (log (answer->low), log (answer->high)));

      if (answer->state == OUTLAY_ANSWER_ALWAYS)
        g_assert_cmpfloat (fabs (solve_case_difference (which, x)), <=, NEAR_SOLVED);
      else
        g_assert_cmpfloat (solve_case_difference (which, x) * sign, >, 0);
    }
}

static void
test_tasks_per_day (void)
{
  guint n_found = 0;

  for (guint i = 0; i < N_SOLVED; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();
      SolveCase which = {
        scenario,
        { .kind = OUTLAY_SOLVE_TASKS_PER_DAY, .option = i % 2,
          .against = RANDOM_SEATS + i / 2 % 2, .budget = NAN, .odds = NAN },
        period_with_tasks, other_period_with_tasks
      };
      OutlaySolveAnswer answer = solve_case_answer (&which);

      if (answer.state == OUTLAY_ANSWER_FOUND)
        {
          n_found++;
          assert_solves (&which, answer.value);
          assert_solves_again (&which, &answer);
        }
      else
        assert_never_equal (&which, &answer);
    }

  g_assert_cmpuint (n_found, >=, N_SOLVED / 4);
}

static void
test_acceptance (void)
{
  guint n_found = 0;

  for (guint i = 0; i < N_SOLVED; i++)
    {
      g_autoptr (OutlayScenario) scenario = random_scenario_new ();
      guint option = i % 2 == 0 ? RANDOM_MODEL : RANDOM_SEATS;
      SolveCase which = {
        scenario,
        { .kind = OUTLAY_SOLVE_ACCEPTANCE, .option = option,
          .against = RANDOM_ROUTING, .budget = NAN, .odds = NAN },
        outcome_with_acceptance, other_outcome
      };
      OutlaySolveAnswer answer = solve_case_answer (&which);

      if (answer.state == OUTLAY_ANSWER_FOUND)
        {
          n_found++;
          assert_solves (&which, answer.value);
          assert_solves_again (&which, &answer);
        }
      else
        assert_never_equal (&which, &answer);
    }

  g_assert_cmpuint (n_found, >=, N_SOLVED / 4);
}

/* --- No answer --- */

static OutlayAnswerState
ask (OutlaySolveKind kind,
     guint           option,
     double          budget,
     double          odds)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);
  SolveCase which = {
    .scenario = scenario,
    .question = { .kind = kind, .option = option, .against = 1, .budget = budget,
                  .odds = odds, .n_draws = 500 },
  };

  return solve_case_answer (&which).state;
}

static void
test_no_answer_in_range (void)
{
  g_assert_cmpint (ask (OUTLAY_SOLVE_PEOPLE, 0, 1e12, NAN), ==, OUTLAY_ANSWER_ALWAYS);
  g_assert_cmpint (ask (OUTLAY_SOLVE_TURNS, 0, 1e12, NAN), ==, OUTLAY_ANSWER_ALWAYS);
  g_assert_cmpint (ask (OUTLAY_SOLVE_TURNS, 0, 0, NAN), ==, OUTLAY_ANSWER_NEVER);
  g_assert_cmpint (ask (OUTLAY_SOLVE_ECONOMY_SHARE, 2, 0, NAN), ==, OUTLAY_ANSWER_NEVER);
  g_assert_cmpint (ask (OUTLAY_SOLVE_ECONOMY_SHARE, 2, 0, 0.5), ==, OUTLAY_ANSWER_NEVER);
  g_assert_cmpint (ask (OUTLAY_SOLVE_TASKS_PER_DAY, 0, NAN, NAN), ==, OUTLAY_ANSWER_NEVER);
  g_assert_cmpint (ask (OUTLAY_SOLVE_TASKS_PER_DAY, 1, NAN, NAN), ==,
                   OUTLAY_ANSWER_ALWAYS);
}

static void
assert_refused (OutlayScenario   *scenario,
                OutlaySolveKind   kind,
                guint             option,
                double            budget,
                OutlaySolveError  code)
{
  OutlaySolveQuestion question = {
    .kind = kind, .option = option, .against = 1, .budget = budget, .odds = NAN
  };
  g_autoptr (GError) error = NULL;
  OutlaySolveAnswer answer;

  g_assert_false (outlay_solve (scenario, &question, &answer, &error));
  g_assert_error (error, OUTLAY_SOLVE_ERROR, (int) code);
}

static void
test_questions_that_do_not_fit (void)
{
  g_autoptr (OutlayScenario) scenario = risk_scenario_new (0);

  assert_refused (scenario, OUTLAY_SOLVE_TURNS, 0, NAN, OUTLAY_SOLVE_ERROR_BUDGET);
  assert_refused (scenario, OUTLAY_SOLVE_ECONOMY_SHARE, 0, 1, OUTLAY_SOLVE_ERROR_KIND);
  assert_refused (scenario, OUTLAY_SOLVE_ACCEPTANCE, 2, NAN, OUTLAY_SOLVE_ERROR_KIND);
  scenario->prices.plans[0].max_seats = 1;
  assert_refused (scenario, OUTLAY_SOLVE_TASKS_PER_DAY, 3, NAN, OUTLAY_SOLVE_ERROR_REFUSED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/solve/people", test_people);
  g_test_add_func ("/solve/turns", test_turns);
  g_test_add_func ("/solve/tasks-per-day", test_tasks_per_day);
  g_test_add_func ("/solve/acceptance", test_acceptance);
  g_test_add_func ("/solve/no-answer-in-range", test_no_answer_in_range);
  g_test_add_func ("/solve/questions-that-do-not-fit", test_questions_that_do_not_fit);

  return g_test_run ();
}
