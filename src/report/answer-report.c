/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer to a question asked backwards, as text. */
#include "answer-report.h"

#include "grid.h"
#include "json-writer.h"

#include <math.h>

static const char *
state_name (OutlayAnswerState state)
{
  static const char * const names[] = { "found", "always", "never" };

  return names[state];
}

static const char *
against_id (const OutlayScenario      *scenario,
            const OutlaySolveQuestion *question)
{
  return outlay_solve_kind_asks_against (question->kind)
           ? scenario->options[question->against].id : NULL;
}

/* A number in words, with a point in every locale. */
#define SHOWN 64

static const char *
show (char       *shown,
      const char *format,
      double      value)
{
  return g_ascii_formatd (shown, SHOWN, format, value);
}

/* The figures of a question and its answer; NaN where there is none. */
typedef struct
{
  const char *key;
  double      value;
} Figure;

#define N_FIGURES 9

static void
get_figures (const OutlaySolveQuestion *question,
             const OutlaySolveAnswer   *answer,
             Figure                    *figures)
{
  gboolean asks_budget = outlay_solve_kind_asks_budget (question->kind);

  figures[0] = (Figure) { "budget", asks_budget ? question->budget : NAN };
  figures[1] = (Figure) { "odds", question->odds };
  figures[2] = (Figure) { "low", answer->low };
  figures[3] = (Figure) { "high", answer->high };
  figures[4] = (Figure) { "answer", answer->value };
  figures[5] = (Figure) { "again", answer->again };
  figures[6] = (Figure) { "at", answer->at };
  figures[7] = (Figure) { "reached", isfinite (answer->reached) ? answer->reached : NAN };
  figures[8] = (Figure) { "target", isfinite (answer->target) ? answer->target : NAN };
}

/**
 * outlay_answer_to_json:
 * @scenario: the scenario
 * @question: what was asked
 * @answer: the answer
 *
 * Returns: (transfer full): question and answer; `answer` is null where there is
 *   none in the range from `low` to `high`, and `state` tells why
 */
char *
outlay_answer_to_json (const OutlayScenario      *scenario,
                       const OutlaySolveQuestion *question,
                       const OutlaySolveAnswer   *answer)
{
  g_autoptr (OutlayJsonWriter) writer = outlay_json_writer_new ();
  Figure figures[N_FIGURES];

  get_figures (question, answer, figures);
  outlay_json_writer_begin_object (writer);
  outlay_json_writer_add_text (writer, "for", outlay_solve_kind_get_key (question->kind));
  outlay_json_writer_add_text (writer, "option", scenario->options[question->option].id);
  outlay_json_writer_add_text (writer, "against", against_id (scenario, question));
  outlay_json_writer_add_text (writer, "currency", scenario->currency.code);
  outlay_json_writer_add_text (writer, "state", state_name (answer->state));
  for (guint i = 0; i < N_FIGURES; i++)
    outlay_json_writer_add_number (writer, figures[i].key, figures[i].value);
  outlay_json_writer_end_object (writer);

  return outlay_json_writer_finish (writer);
}

/* Returns: (transfer full): question and answer in one line, headings first */
char *
outlay_answer_to_csv (const OutlayScenario      *scenario,
                      const OutlaySolveQuestion *question,
                      const OutlaySolveAnswer   *answer)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();
  Figure figures[N_FIGURES];

  get_figures (question, answer, figures);
  outlay_grid_add_column (grid, "for", FALSE);
  outlay_grid_add_column (grid, "option", FALSE);
  outlay_grid_add_column (grid, "against", FALSE);
  outlay_grid_add_column (grid, "currency", FALSE);
  outlay_grid_add_column (grid, "state", FALSE);
  for (guint i = 0; i < N_FIGURES; i++)
    outlay_grid_add_column (grid, figures[i].key, TRUE);

  outlay_grid_add_text (grid, outlay_solve_kind_get_key (question->kind));
  outlay_grid_add_text (grid, scenario->options[question->option].id);
  outlay_grid_add_text (grid, against_id (scenario, question));
  outlay_grid_add_text (grid, scenario->currency.code);
  outlay_grid_add_text (grid, state_name (answer->state));
  for (guint i = 0; i < N_FIGURES; i++)
    outlay_grid_add_number (grid, figures[i].value, 0);

  return outlay_grid_to_csv (grid);
}

/* What is asked for, as the start of a sentence. */
static char *
describe_input (const OutlayScenario      *scenario,
                const OutlaySolveQuestion *question)
{
  const char *name = scenario->options[question->option].name;

  switch (question->kind)
    {
    case OUTLAY_SOLVE_PEOPLE:
      return g_strdup_printf ("%s: times the people", name);
    case OUTLAY_SOLVE_TURNS:
      return g_strdup_printf ("%s: turns", name);
    case OUTLAY_SOLVE_TASKS_PER_DAY:
      return g_strdup_printf ("%s: times the tasks a day", name);
    case OUTLAY_SOLVE_ECONOMY_SHARE:
      return g_strdup_printf ("%s: share of first attempts on the economy tier", name);
    case OUTLAY_SOLVE_ACCEPTANCE:
      return g_strdup_printf ("%s: times its model's acceptance", name);
    case OUTLAY_N_SOLVE_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The equation, with its two sides. */
static char *
describe_outcome (const OutlayScenario      *scenario,
                  const OutlaySolveQuestion *question,
                  const OutlaySolveAnswer   *answer)
{
  const char *code = scenario->currency.code;
  const char *against = scenario->options[question->against].name;
  char reached[SHOWN], target[SHOWN];

  if (!isnan (question->odds) && question->kind == OUTLAY_SOLVE_ECONOMY_SHARE)
    return g_strdup_printf ("in %s %% of futures the period stays under the budget, "
                            "asked was %s %%", show (reached, "%.1f", 100 * answer->reached),
                            show (target, "%.1f", 100 * answer->target));

  show (reached, "%.2f", answer->reached);
  show (target, "%.2f", answer->target);
  if (outlay_solve_kind_asks_budget (question->kind))
    return g_strdup_printf ("the dearest month costs %s %s, the budget is %s",
                            reached, code, target);

  if (question->kind == OUTLAY_SOLVE_TASKS_PER_DAY)
    return g_strdup_printf ("the period costs %s %s, that of %s %s", reached, code,
                            against, target);

  return g_strdup_printf ("an accepted task costs %s %s, one of %s %s", reached, code,
                          against, target);
}

/* How many people a factor comes to. */
static char *
describe_amount (const OutlayScenario      *scenario,
                 const OutlaySolveQuestion *question,
                 double                     factor)
{
  double people = 0;
  char before[SHOWN], after[SHOWN];

  if (question->kind != OUTLAY_SOLVE_PEOPLE)
    return g_strdup ("");

  for (guint i = 0; i < scenario->n_team; i++)
    people += scenario->team[i].people;

  return g_strdup_printf (", %s people for %s", show (after, "%.4g", people * factor),
                          show (before, "%.4g", people));
}

/* Past the answer things are the other way round, up to where they turn again. */
static char *
describe_found (const OutlayScenario      *scenario,
                const OutlaySolveQuestion *question,
                const OutlaySolveAnswer   *answer,
                const char                *input,
                const char                *outcome)
{
  g_autofree char *amount = describe_amount (scenario, question, answer->value);
  g_autofree char *again = NULL;
  char value[SHOWN], next[SHOWN];

  if (!isnan (answer->again))
    again = g_strdup_printf ("  the two are equal again at %s\n",
                             show (next, "%.6g", answer->again));

  return g_strdup_printf ("%s: %s%s\n  there, %s\n%s", input,
                          show (value, "%.6g", answer->value), amount, outcome,
                          again != NULL ? again : "");
}

/**
 * outlay_answer_to_text:
 * @scenario: the scenario
 * @question: what was asked
 * @answer: the answer
 *
 * Returns: (transfer full): the answer in words, or that there is none in range
 */
char *
outlay_answer_to_text (const OutlayScenario      *scenario,
                       const OutlaySolveQuestion *question,
                       const OutlaySolveAnswer   *answer)
{
  g_autofree char *input = describe_input (scenario, question);
  g_autofree char *outcome = describe_outcome (scenario, question, answer);
  char low[SHOWN], high[SHOWN], at[SHOWN];

  if (answer->state == OUTLAY_ANSWER_FOUND)
    return describe_found (scenario, question, answer, input, outcome);

  show (low, "%g", answer->low);
  show (high, "%g", answer->high);
  if (answer->state == OUTLAY_ANSWER_ALWAYS && outlay_solve_kind_asks_budget (question->kind))
    return g_strdup_printf ("%s: no answer in range; even %s is within the budget\n"
                            "  at %s, %s\n", input, high, high, outcome);
  if (answer->state == OUTLAY_ANSWER_ALWAYS)
    return g_strdup_printf ("%s: no answer in range; anything from %s to %s will do\n"
                            "  at %s, %s\n", input, low, high, high, outcome);

  if (isnan (answer->at))
    return g_strdup_printf ("%s: no answer in range; nothing from %s to %s will do\n"
                            "  at best, %s\n", input, low, high, outcome);

  return g_strdup_printf ("%s: no answer in range; nothing from %s to %s will do\n"
                          "  closest, at %s, %s\n", input, low, high,
                          show (at, "%.6g", answer->at), outcome);
}
