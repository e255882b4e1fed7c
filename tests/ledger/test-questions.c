/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the five questions answer about a ledger whose answers can be counted on
 * the fingers. */
#include "ledger.h"
#include "log-writer.h"
#include "questions.h"
#include "store.h"

static const OutlayPeriod may = { 20260501, 20260531 };
static const OutlayPeriod june = { 20260601, 20260630 };

/* Two sessions of three turns in June, the calls of 10 output tokens each, one of
 * them with a second call in its last turn; and a table. */
static OutlayLedger *
make_ledger (const char *folder)
{
  static const char table[] =
    "time,agent,repository,kind,model,tier,risk,outcome,input,output,turns,calls,cost\n"
    "2026-06-03,bot,alpha,fix,m,economy,low,accepted,100,0,4,9,1.5\n"
    "2026-06-03,bot,alpha,fix,m,economy,low,accepted,100,0,2,9,0.5\n"
    "2026-06-04,bot,beta,build,m,frontier,high,reverted,200,0,,1,0.25\n"
    "2026-07-01,bot,beta,build,m,frontier,high,rejected,400,0,9,1,8\n"
    "2026-05-01,bot,alpha,fix,m,economy,low,accepted,100,0,2,3,0.5\n"
    "2026-05-01,bot,beta,build,nobody-s-model,frontier,high,accepted,900,0,2,4,\n";
  g_autofree char *place = store_place (folder, "ledger.sqlite");
  g_autofree char *logs = g_build_filename (folder, "logs", NULL);
  const char * const paths[] = { logs, NULL };
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayImportReport) report = NULL;
  OutlayLedger *ledger = outlay_ledger_open (place, &error);

  g_assert_no_error (error);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *one = g_strdup_printf ("one%d", i);
      g_autofree char *two = g_strdup_printf ("two%d", i);

      log_writer_add_prompt (log, "s1", one, 100 * i);
      log_writer_add_answer (log, "s1", one, 100 * i + 1, 10);
      log_writer_add_prompt (log, "s2", two, 86400 + 100 * i);
      log_writer_add_answer (log, "s2", two, 86400 + 100 * i + 1, 10);
    }
  log_writer_add_answer (log, "s2", "more", 86400 + 250, 10);
  g_assert_cmpint (g_mkdir_with_parents (logs, 0700), ==, 0);
  log_writer_write (logs, "a.jsonl", log->str);
  log_writer_write (logs, "b.csv", table);
  report = outlay_ledger_import (ledger, paths, NULL, NULL, &error);
  g_assert_no_error (error);

  return ledger;
}

static gint64
value (const OutlayAnswer *answer,
       guint               row,
       const char         *name)
{
  for (guint i = 0; i < answer->n_columns; i++)
    if (g_str_equal (answer->columns[i].name, name))
      return outlay_answer_get_cell (answer, row, i)->value;

  g_assert_not_reached ();
}

static const char *
text (const OutlayAnswer *answer,
      guint               row,
      guint               column)
{
  return outlay_answer_get_cell (answer, row, column)->text;
}

static OutlayAnswer *
ask_about (OutlayLedger   *ledger,
           OutlayQuestion  question,
           OutlayPeriod    period,
           int             cap)
{
  g_autoptr (GError) error = NULL;
  OutlayAnswer *answer = outlay_question_ask (ledger, question, period, cap, FALSE, &error);

  g_assert_no_error (error);

  return answer;
}

static OutlayAnswer *
ask (OutlayLedger   *ledger,
     OutlayQuestion  question,
     int             cap)
{
  return ask_about (ledger, question, june, cap);
}

/* $5 input, $6.25 cache write, $0.5 cache read, $25 output per million. */
#define CALL_NANO (7 * 5000 + 20 * 6250 + 1000 * 500 + 10 * 25000)

static void
check_agents (OutlayLedger *ledger)
{
  g_autoptr (OutlayAnswer) answer = ask (ledger, OUTLAY_QUESTION_AGENTS, 1);

  g_assert_cmpuint (answer->n_rows, ==, 3);
  g_assert_cmpstr (text (answer, 0, 0), ==, "claude-code");
  g_assert_cmpstr (text (answer, 0, 1), ==, "claude-opus-5");
  g_assert_cmpint (value (answer, 0, "runs"), ==, 2);
  g_assert_cmpint (value (answer, 0, "calls"), ==, 7);
  g_assert_cmpint (value (answer, 0, "tokens"), ==, 7 * 1037);
  g_assert_cmpint (value (answer, 0, "cost"), ==, 7 * CALL_NANO);
  g_assert_cmpint (value (answer, 1, "tokens"), ==, 400);
  g_assert_cmpint (value (answer, 2, "runs"), ==, 5);
  g_assert_cmpint (value (answer, 2, "cost"), ==,
                   7 * CALL_NANO + G_GINT64_CONSTANT (2250000000));
}

static void
check_others (OutlayLedger *ledger)
{
  g_autoptr (OutlayAnswer) repositories = ask (ledger, OUTLAY_QUESTION_REPOSITORIES, 1);
  g_autoptr (OutlayAnswer) outcomes = ask (ledger, OUTLAY_QUESTION_OUTCOMES, 1);
  g_autoptr (OutlayAnswer) tiers = ask (ledger, OUTLAY_QUESTION_TIERS, 1);

  g_assert_cmpuint (repositories->n_rows, ==, 4 + 1);
  g_assert_cmpstr (text (repositories, 0, 0), ==, "alpha");
  g_assert_cmpstr (text (repositories, 0, 1), ==, "fix");
  g_assert_cmpint (value (repositories, 0, "cost"), ==, G_GINT64_CONSTANT (2000000000));

  g_assert_cmpuint (outcomes->n_rows, ==, 3 + 1);
  g_assert_cmpint (value (outcomes, 0, "runs"), ==, 2);
  g_assert_cmpint (value (outcomes, 3, "runs"), ==, 5);

  g_assert_cmpuint (tiers->n_rows, ==, 3 + 1);
  g_assert_cmpstr (text (tiers, 0, 0), ==, "economy");
  g_assert_cmpstr (text (tiers, 0, 1), ==, "low");
  g_assert_cmpstr (text (tiers, 1, 0), ==, "frontier");
  g_assert_cmpstr (text (tiers, 1, 1), ==, "high");
}

/* Stopping behind the second turn saves one call of the first session and two of
 * the second; of the table's runs only the number of turns is known. */
static void
check_loops (OutlayLedger *ledger)
{
  g_autoptr (OutlayAnswer) two = ask (ledger, OUTLAY_QUESTION_LOOPS, 2);
  g_autoptr (OutlayAnswer) three = ask (ledger, OUTLAY_QUESTION_LOOPS, 3);
  g_autoptr (OutlayAnswer) nine = ask (ledger, OUTLAY_QUESTION_LOOPS, 9);

  g_assert_cmpuint (two->n_rows, ==, 3 + 1);
  g_assert_cmpstr (text (two, 0, 0), ==, "s2");
  g_assert_cmpstr (text (two, 0, 1), ==, "s2-repository");
  g_assert_cmpint (value (two, 0, "turns"), ==, 3);
  g_assert_cmpint (value (two, 0, "cost_past_cap"), ==, 2 * CALL_NANO);
  g_assert_cmpint (value (two, 1, "cost_past_cap"), ==, CALL_NANO);
  g_assert_cmpint (value (two, 2, "turns"), ==, 4);
  g_assert_false (outlay_answer_get_cell (two, 2, 5)->is_known);
  g_assert_cmpint (value (two, 3, "runs"), ==, 3);
  g_assert_cmpint (value (two, 3, "calls_past_cap"), ==, 3);
  g_assert_cmpint (value (two, 3, "cost_past_cap"), ==, 3 * CALL_NANO);

  g_assert_cmpuint (three->n_rows, ==, 1 + 1);
  g_assert_cmpint (value (three, 1, "runs"), ==, 1);
  g_assert_cmpint (value (three, 1, "cost_past_cap"), ==, 0);
  g_assert_cmpuint (nine->n_rows, ==, 1);
  g_assert_cmpint (value (nine, 0, "runs"), ==, 0);
}

/* What has no price has no cost either, stands last, and the total says that it
 * lacks it. */
static void
check_unpriced (OutlayLedger *ledger)
{
  static const OutlayQuestion questions[] = {
    OUTLAY_QUESTION_AGENTS, OUTLAY_QUESTION_REPOSITORIES, OUTLAY_QUESTION_OUTCOMES,
    OUTLAY_QUESTION_TIERS
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (OutlayAnswer) answer = ask_about (ledger, questions[i], may, 1);
      guint cost = 0, n_unknown = 0;

      while (!g_str_equal (answer->columns[cost].name, "cost"))
        cost++;
      for (guint row = 0; row < answer->n_rows; row++)
        if (!outlay_answer_get_cell (answer, row, cost)->is_known)
          {
            n_unknown++;
            g_assert_cmpint (value (answer, row, "unpriced_calls"), ==, 4);
          }
      g_assert_cmpuint (answer->n_rows, ==, 3);
      g_assert_cmpuint (n_unknown, ==, 1);
      g_assert_cmpint (value (answer, 2, "cost"), ==, G_GINT64_CONSTANT (500000000));
      g_assert_cmpint (value (answer, 2, "unpriced_calls"), ==, 4);
      if (questions[i] == OUTLAY_QUESTION_REPOSITORIES || questions[i] == OUTLAY_QUESTION_TIERS)
        g_assert_false (outlay_answer_get_cell (answer, 1, cost)->is_known);
    }
}

static void
test_answers (void)
{
  g_autofree char *folder = log_writer_make_folder ();

  {
    g_autoptr (OutlayLedger) ledger = make_ledger (folder);

    check_agents (ledger);
    check_others (ledger);
    check_loops (ledger);
    check_unpriced (ledger);
  }
  log_writer_remove_folder (folder);
}

static void
test_names (void)
{
  for (guint i = 0; i < OUTLAY_N_QUESTIONS; i++)
    {
      OutlayQuestion question;

      g_assert_true (outlay_question_find (outlay_question_get_name ((OutlayQuestion) i),
                                           &question));
      g_assert_cmpint (question, ==, i);
    }
  g_assert_false (outlay_question_find ("weather", &(OutlayQuestion) { 0 }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/questions/answers", test_answers);
  g_test_add_func ("/ledger/questions/names", test_names);

  return g_test_run ();
}
