/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 11. Each question is asked of whole estimates of a variant of
 * the scenario: first at probes all over the range, because costs need not rise
 * all the way (a loop cap ends tasks that would be tried again, a further seat
 * brings a further allowance), then between two of them by halves. */
#include "solve-private.h"

#include "search.h"
#include "variant.h"

#include <math.h>
#include <string.h>

G_DEFINE_QUARK (outlay-solve-error-quark, outlay_solve_error)

/* What is searched. Below LEAST_FACTOR a factor is as good as none. */
#define LEAST_FACTOR 1e-3
#define MOST_PEOPLE 1000
#define MOST_TASKS 100
#define MOST_ACCEPTANCE 10
#define LEAST_TURNS 1
#define MOST_TURNS 100

#define N_PROBES 121

/* A part of a cost that is worth another input. */
#define CLEARLY 1e-6

#define MOST_SEAT_PROBES 2000

/* Just past a step, in seats. */
#define PAST_SEAT 1e-6

static const struct
{
  const char *key;
  gboolean    asks_budget;
  gboolean    asks_against;
} kinds[] = {
  [OUTLAY_SOLVE_PEOPLE] = { "people", TRUE, FALSE },
  [OUTLAY_SOLVE_TURNS] = { "turns", TRUE, FALSE },
  [OUTLAY_SOLVE_TASKS_PER_DAY] = { "tasks-per-day", FALSE, TRUE },
  [OUTLAY_SOLVE_ECONOMY_SHARE] = { "economy-share", TRUE, FALSE },
  [OUTLAY_SOLVE_ACCEPTANCE] = { "acceptance", FALSE, TRUE },
};

const char *
outlay_solve_kind_get_key (OutlaySolveKind kind)
{
  return kinds[kind].key;
}

/* Returns: whether there is a question of that name */
gboolean
outlay_solve_kind_parse (const char      *key,
                         OutlaySolveKind *kind)
{
  for (guint i = 0; i < OUTLAY_N_SOLVE_KINDS; i++)
    if (strcmp (kinds[i].key, key) == 0)
      {
        *kind = (OutlaySolveKind) i;
        return TRUE;
      }

  return FALSE;
}

gboolean
outlay_solve_kind_asks_budget (OutlaySolveKind kind)
{
  return kinds[kind].asks_budget;
}

gboolean
outlay_solve_kind_asks_against (OutlaySolveKind kind)
{
  return kinds[kind].asks_against;
}

typedef struct
{
  OutlayScenario            *scenario;
  const OutlaySolveQuestion *question;
  OutlayScenario            *variant; /* (owned): the option, then what it is compared with */
  double                     fixed;   /* of acceptance: what the other's outcome costs */
  double                     sign;    /* of the difference on the near side of an edge */
} Solver;

/* Sets the variant's one input. */
static void
set_input (Solver *solver,
           double  x)
{
  const OutlayScenario *scenario = solver->scenario;
  OutlayScenario *variant = solver->variant;

  switch (solver->question->kind)
    {
    case OUTLAY_SOLVE_PEOPLE:
      for (guint i = 0; i < scenario->n_team; i++)
        variant->team[i].people = scenario->team[i].people * x;
      break;
    case OUTLAY_SOLVE_TURNS:
      variant->turns = x;
      break;
    case OUTLAY_SOLVE_TASKS_PER_DAY:
      for (guint i = 0; i < scenario->n_team; i++)
        variant->team[i].tasks_per_day = scenario->team[i].tasks_per_day * x;
      break;
    case OUTLAY_SOLVE_ACCEPTANCE:
      for (guint i = 0; i < OUTLAY_N_CLASSES; i++)
        variant->classes[i].acceptance = scenario->classes[i].acceptance * x;
      break;
    case OUTLAY_SOLVE_ECONOMY_SHARE:
    case OUTLAY_N_SOLVE_KINDS:
    default:
      g_assert_not_reached ();
    }
}

static double
dearest_month (const OutlayEstimate *estimate)
{
  const OutlayOptionEstimate *option = &estimate->options[0];
  double dearest = 0;

  if (option->error != NULL)
    return INFINITY;

  for (guint month = 0; month < estimate->n_months; month++)
    dearest = MAX (dearest, option->monthly[OUTLAY_FIGURE_COST][month]);

  return dearest;
}

/* What the option and the other come to at @x, in the question's own quantity.
 * An outcome that is never reached costs without bound. */
static void
measure (Solver *solver,
         double  x,
         double *reached,
         double *target)
{
  g_autoptr (OutlayEstimate) estimate = NULL;

  set_input (solver, x);
  estimate = outlay_estimate_new (solver->variant);

  switch (solver->question->kind)
    {
    case OUTLAY_SOLVE_TASKS_PER_DAY:
      *reached = estimate->options[0].total[OUTLAY_FIGURE_COST];
      *target = estimate->options[1].total[OUTLAY_FIGURE_COST];
      break;
    case OUTLAY_SOLVE_ACCEPTANCE:
      *reached = estimate->options[0].cost_per_accepted;
      if (isnan (*reached))
        *reached = INFINITY;
      *target = solver->fixed;
      break;
    case OUTLAY_SOLVE_PEOPLE:
    case OUTLAY_SOLVE_TURNS:
    case OUTLAY_SOLVE_ECONOMY_SHARE:
    case OUTLAY_N_SOLVE_KINDS:
    default:
      *reached = dearest_month (estimate);
      *target = solver->question->budget;
    }
}

static gboolean
meets_budget (double   x,
              gpointer data)
{
  double reached, target;

  measure (data, x, &reached, &target);

  return reached <= target;
}

static double
sign_at (Solver *solver,
         double  x)
{
  double reached, target;

  measure (solver, x, &reached, &target);

  return (reached > target) - (reached < target);
}

static gboolean
keeps_sign (double   x,
            gpointer data)
{
  Solver *solver = data;

  return sign_at (solver, x) == solver->sign;
}

/* A seat more brings its allowance at once, so that a pooled plan's cost falls
 * where another seat is taken: the range is probed there too. */
static void
add_seat_probes (const Solver *solver,
                 GArray       *probes)
{
  const OutlayOption *option = &solver->variant->options[0];
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (solver->scenario);
  const OutlayOptionEstimate *base = &estimate->options[solver->question->option];

  if (option->kind != OUTLAY_OPTION_PLAN)
    return;

  for (guint month = 0; month < estimate->n_months; month++)
    for (guint seats = 0; seats < MOST_SEAT_PROBES / estimate->n_months; seats++)
      {
        double people = base->monthly[OUTLAY_FIGURE_PEOPLE][month];
        double probe = (seats + PAST_SEAT) / people;

        if (people > 0 && probe < MOST_PEOPLE)
          g_array_append_val (probes, probe);
      }
}

/* People and turns: the last x in range at which no month is over the budget. */
static void
solve_budget (Solver            *solver,
              OutlaySolveAnswer *answer)
{
  gboolean is_people = solver->question->kind == OUTLAY_SOLVE_PEOPLE;
  g_autoptr (GArray) probes = NULL;
  const double *probe;
  int last;

  answer->low = is_people ? 0 : LEAST_TURNS;
  answer->high = is_people ? MOST_PEOPLE : MOST_TURNS;
  probes = outlay_search_probes (is_people ? LEAST_FACTOR : LEAST_TURNS, answer->high,
                                 N_PROBES);
  if (is_people)
    add_seat_probes (solver, probes);
  g_array_sort (probes, outlay_search_compare);

  probe = (const double *) (gpointer) probes->data;
  last = outlay_search_last (meets_budget, solver, probe, probes->len);
  answer->at = answer->low;
  if (last + 1 == (int) probes->len)
    {
      answer->state = OUTLAY_ANSWER_ALWAYS;
      answer->at = answer->high;
    }
  else if (last >= 0)
    answer->value = outlay_search_edge (meets_budget, solver, probe[last], probe[last + 1]);
  else if (is_people && meets_budget (0, solver))
    answer->value = outlay_search_edge (meets_budget, solver, 0, probe[0]);
  else
    answer->state = OUTLAY_ANSWER_NEVER;
}

/* How far apart two costs are, of the dearer one: 1 where that is without bound. */
static double
get_gap (Solver *solver,
         double  x)
{
  double reached, target;

  measure (solver, x, &reached, &target);
  if (reached == target)
    return 0;

  return isinf (reached) || isinf (target) ? 1 : fabs (reached - target) / MAX (reached, target);
}

/* Where two costs that are nowhere equal are least apart: in the scenario as it is,
 * unless another input brings them clearly nearer. */
static double
find_closest (Solver       *solver,
              const GArray *probes)
{
  double closest = 1;
  double least = get_gap (solver, closest);

  for (guint i = 0; i < probes->len; i++)
    {
      double probe = g_array_index (probes, double, i);
      double gap = get_gap (solver, probe);

      if (gap < least - CLEARLY)
        {
          least = gap;
          closest = probe;
        }
    }

  return closest;
}

/* Tasks and acceptance: the first x in range at which two costs are equal, and the
 * next behind it. */
static void
solve_equal (Solver            *solver,
             OutlaySolveAnswer *answer)
{
  g_autoptr (GArray) probes = NULL;
  const double *probe;

  answer->low = LEAST_FACTOR;
  answer->high = solver->question->kind == OUTLAY_SOLVE_TASKS_PER_DAY ? MOST_TASKS
                                                                      : MOST_ACCEPTANCE;
  probes = outlay_search_probes (answer->low, answer->high, N_PROBES);
  probe = (const double *) (gpointer) probes->data;

  solver->sign = sign_at (solver, probe[0]);
  for (guint i = 1; i < probes->len && isnan (answer->again); i++)
    {
      double sign = sign_at (solver, probe[i]);

      if (sign == solver->sign)
        continue;
      if (isnan (answer->value))
        answer->value = outlay_search_edge (keeps_sign, solver, probe[i - 1], probe[i]);
      else if (solver->sign != 0)
        answer->again = outlay_search_edge (keeps_sign, solver, probe[i - 1], probe[i]);
      solver->sign = sign;
    }

  if (!isnan (answer->value))
    return;

  answer->state = solver->sign == 0 ? OUTLAY_ANSWER_ALWAYS : OUTLAY_ANSWER_NEVER;
  answer->at = answer->state == OUTLAY_ANSWER_NEVER ? find_closest (solver, probes)
                                                    : answer->high;
}

/* Whether the first so many options can be estimated. */
gboolean
outlay_solve_check_options (const OutlayEstimate  *estimate,
                            guint                  n_options,
                            GError               **error)
{
  for (guint i = 0; i < n_options; i++)
    if (estimate->options[i].error != NULL)
      {
        g_set_error (error, OUTLAY_SOLVE_ERROR, OUTLAY_SOLVE_ERROR_REFUSED,
                     "%s cannot be estimated: %s", estimate->options[i].option->name,
                     estimate->options[i].error->message);
        return FALSE;
      }

  return TRUE;
}

/* Asks the scenario as it is, which tells whether the question can be asked. */
static gboolean
check_variant (Solver  *solver,
               GError **error)
{
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (solver->variant);

  /* Fewer people may find seats where these do not. */
  if (solver->question->kind != OUTLAY_SOLVE_PEOPLE &&
      !outlay_solve_check_options (estimate, estimate->n_options, error))
    return FALSE;

  if (solver->question->kind != OUTLAY_SOLVE_ACCEPTANCE)
    return TRUE;

  if (solver->variant->options[0].kind == OUTLAY_OPTION_ROUTING)
    {
      g_set_error (error, OUTLAY_SOLVE_ERROR, OUTLAY_SOLVE_ERROR_KIND,
                   "%s has several models: acceptance is asked of one model's",
                   solver->variant->options[0].name);
      return FALSE;
    }
  solver->fixed = estimate->options[1].cost_per_accepted;
  if (isnan (solver->fixed))
    solver->fixed = INFINITY;

  return TRUE;
}

static gboolean
solve_by_search (OutlayScenario             *scenario,
                 const OutlaySolveQuestion  *question,
                 OutlaySolveAnswer          *answer,
                 GError                    **error)
{
  guint options[] = { question->option, question->against };
  guint n_options = outlay_solve_kind_asks_against (question->kind) ? 2 : 1;
  g_autoptr (OutlayScenario) variant = outlay_variant_new (scenario, options, n_options);
  Solver solver = { .scenario = scenario, .question = question, .variant = variant };

  if (!check_variant (&solver, error))
    return FALSE;

  if (outlay_solve_kind_asks_budget (question->kind))
    solve_budget (&solver, answer);
  else
    solve_equal (&solver, answer);

  if (answer->state == OUTLAY_ANSWER_FOUND)
    answer->at = answer->value;
  measure (&solver, answer->at, &answer->reached, &answer->target);

  return TRUE;
}

/**
 * outlay_solve:
 * @scenario: a scenario
 * @question: what is asked
 * @answer: (out caller-allocates): the answer, or that there is none in range
 * @error: return location for %OUTLAY_SOLVE_ERROR
 *
 * Answers a question backwards: which input leads to a given outcome.
 *
 * Returns: whether the question could be asked; if not, @error is set
 */
gboolean
outlay_solve (OutlayScenario             *scenario,
              const OutlaySolveQuestion  *question,
              OutlaySolveAnswer          *answer,
              GError                    **error)
{
  g_return_val_if_fail (question->option < scenario->n_options, FALSE);

  *answer = (OutlaySolveAnswer) {
    .state = OUTLAY_ANSWER_FOUND, .value = NAN, .again = NAN, .at = NAN
  };
  if (outlay_solve_kind_asks_budget (question->kind) && isnan (question->budget))
    {
      g_set_error (error, OUTLAY_SOLVE_ERROR, OUTLAY_SOLVE_ERROR_BUDGET,
                   "the scenario has no budget, and none was given");
      return FALSE;
    }

  if (question->kind == OUTLAY_SOLVE_ECONOMY_SHARE)
    return outlay_solve_economy_share (scenario, question, answer, error);

  return solve_by_search (scenario, question, answer, error);
}
