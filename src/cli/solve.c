/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

#include "answer-report.h"
#include "solve.h"

#include <math.h>
#include <stdio.h>

/* The words of the command line. */
typedef struct
{
  char *question;
  char *option;
  char *against;
  char *budget;
  char *odds;
  char *format;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->question);
  g_free (words->option);
  g_free (words->against);
  g_free (words->budget);
  g_free (words->odds);
  g_free (words->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* What can be said wrong without a scenario. */
static gboolean
parse_words (const Words         *words,
             OutlaySolveQuestion *question)
{
  *question = (OutlaySolveQuestion) {
    .budget = NAN, .odds = NAN, .n_threads = g_get_num_processors ()
  };

  if (words->question == NULL || !outlay_solve_kind_parse (words->question, &question->kind))
    outlay_cli_usage ("solve needs --for people, turns, tasks-per-day, economy-share or "
                      "acceptance");
  else if (words->option == NULL)
    outlay_cli_usage ("solve needs --option ID");
  else if (outlay_solve_kind_asks_against (question->kind) != (words->against != NULL))
    outlay_cli_usage ("solve --for %s %s --against ID", words->question,
                      words->against == NULL ? "needs" : "takes no");
  else if (words->budget != NULL && !outlay_solve_kind_asks_budget (question->kind))
    outlay_cli_usage ("solve --for %s takes no --budget", words->question);
  else if (words->odds != NULL && question->kind != OUTLAY_SOLVE_ECONOMY_SHARE)
    outlay_cli_usage ("solve --for %s takes no --odds", words->question);
  else if ((words->budget == NULL ||
            outlay_cli_parse_number ("--budget", words->budget, &question->budget)) &&
           (words->odds == NULL ||
            outlay_cli_parse_chance ("--odds", words->odds, &question->odds)))
    return TRUE;

  return FALSE;
}

static char *
report (const OutlayScenario      *scenario,
        const OutlaySolveQuestion *question,
        const OutlaySolveAnswer   *answer,
        OutlayFormat               format)
{
  if (format == OUTLAY_FORMAT_JSON)
    return outlay_answer_to_json (scenario, question, answer);
  if (format == OUTLAY_FORMAT_CSV)
    return outlay_answer_to_csv (scenario, question, answer);

  return outlay_answer_to_text (scenario, question, answer);
}

/* Exit status 1 where there is no answer in range, so that scripts can tell. */
static OutlayExit
solve_file (const char          *path,
            const Words         *words,
            OutlaySolveQuestion *question,
            OutlayFormat         format)
{
  g_autoptr (OutlayEstimate) estimate = outlay_cli_estimate_file (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  OutlaySolveAnswer answer;

  if (estimate == NULL)
    return OUTLAY_EXIT_FAILED;
  if (!outlay_cli_parse_option ("--option", words->option, estimate->scenario,
                                &question->option) ||
      (words->against != NULL &&
       !outlay_cli_parse_option ("--against", words->against, estimate->scenario,
                                 &question->against)))
    return OUTLAY_EXIT_USAGE;

  if (words->budget == NULL && outlay_solve_kind_asks_budget (question->kind))
    question->budget = estimate->scenario->budget;
  if (!outlay_solve (estimate->scenario, question, &answer, &error))
    return outlay_cli_fail ("%s", error->message);

  text = report (estimate->scenario, question, &answer, format);
  fputs (text, stdout);

  return answer.state == OUTLAY_ANSWER_FOUND ? OUTLAY_EXIT_DONE : OUTLAY_EXIT_FAILED;
}

OutlayExit
outlay_cli_solve (int    argc,
                  char **argv)
{
  g_auto (Words) words = { .question = NULL };
  const GOptionEntry entries[] = {
    { "for", 0, 0, G_OPTION_ARG_STRING, &words.question,
      "people, turns, tasks-per-day, economy-share or acceptance", "QUESTION" },
    { "option", 0, 0, G_OPTION_ARG_STRING, &words.option, "the option asked about", "ID" },
    { "against", 0, 0, G_OPTION_ARG_STRING, &words.against,
      "the option to compare with (tasks-per-day, acceptance)", "ID" },
    { "budget", 0, 0, G_OPTION_ARG_STRING, &words.budget,
      "money a month, instead of the scenario's budget", "MONEY" },
    { "odds", 0, 0, G_OPTION_ARG_STRING, &words.odds,
      "the chance, 0 to 1, of a period under the budget (economy-share)", "P" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &words.format, "table, csv or json", "FORMAT" },
    G_OPTION_ENTRY_NULL
  };
  OutlaySolveQuestion question;
  OutlayFormat format;

  if (!outlay_cli_parse ("FILE",
                         "Which input leads to an outcome: the most people or turns within "
                         "the budget, the\ntasks a day at which two options cost the same, "
                         "the share of first attempts on the\neconomy tier that meets the "
                         "budget, the acceptance at which an outcome costs the\nsame. Exit "
                         "status 1 where there is no answer in range.",
                         entries, &argc, &argv) ||
      !outlay_cli_parse_format (words.format, &format) ||
      !parse_words (&words, &question))
    return OUTLAY_EXIT_USAGE;
  if (argc != 2)
    return outlay_cli_usage ("solve takes one file");

  return solve_file (argv[1], &words, &question, format);
}
