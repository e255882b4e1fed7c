/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Checks page says of people, of the largest bill and of governance. */
#include "check-words-private.h"

#include "figure-format.h"
#include "governance.h"

#include <glib/gi18n.h>
#include <math.h>

/* Heavy users */

static char *
describe_use (const OutlayBreakdown *breakdown,
              const OutlayRoleUse   *use)
{
  g_autofree char *tokens = outlay_figure_format_number (use->tokens / 1e6, 1);
  g_autofree char *cost = outlay_check_format_money (breakdown, use->cost);
  g_autofree char *wage = outlay_figure_format_money (use->role->hourly_wage, "USD");

  /* Translators: a role: "Platform: 31.2 million tokens and $248 a person and
   * month at API prices, paid $64 an hour" */
  return g_strdup_printf (_("%s: %s million tokens and %s a person and month at API prices, paid %s an hour"),
                          use->role->name, tokens, cost, wage);
}

void
outlay_check_heavy_use (OutlayCheck           *check,
                        const OutlayBreakdown *breakdown)
{
  const OutlayScenario *scenario = breakdown->estimate->scenario;
  GString *lines = g_string_new (NULL);
  g_auto (OutlayHeavyUse) use = { 0 };
  const OutlayRole *best = NULL;
  g_autofree char *tokens = NULL, *wage = NULL, *best_wage = NULL;

  outlay_heavy_use_init (&use, breakdown);
  for (guint i = 0; i < use.n_uses; i++)
    {
      g_autofree char *line = describe_use (breakdown, &use.uses[i]);

      outlay_check_add_line (lines, line);
      if (best == NULL || use.uses[i].role->hourly_wage > best->hourly_wage)
        best = use.uses[i].role;
    }
  check->detail = outlay_check_finish_lines (lines);
  if (use.n_uses == 0)
    {
      check->state = OUTLAY_CHECK_OPEN;
      check->answer = g_strdup (_("Nobody is active."));
      check->dial = g_strdup ("team[0].people");
      return;
    }

  tokens = outlay_figure_format_number (use.uses[0].tokens / 1e6, 1);
  wage = outlay_figure_format_money (use.uses[0].role->hourly_wage, "USD");
  check->dial = g_strdup_printf ("team[%u].tasks_per_day",
                                 (guint) (use.uses[0].role - scenario->team));
  check->state = use.heaviest_is_best_paid ? OUTLAY_CHECK_PASS : OUTLAY_CHECK_LOOK;
  if (use.heaviest_is_best_paid)
    /* Translators: a role, millions of tokens, money */
    check->answer = g_strdup_printf (_("The heaviest users, %s, use %s million tokens a person and month; at %s an hour nobody is better paid."),
                                     use.uses[0].role->name, tokens, wage);
  else
    {
      best_wage = outlay_figure_format_money (best->hourly_wage, "USD");
      /* Translators: a role, millions of tokens, money, another role, money */
      check->answer = g_strdup_printf (_("The heaviest users, %s, use %s million tokens a person and month at %s an hour; %s are paid %s."),
                                       use.uses[0].role->name, tokens, wage, best->name,
                                       best_wage);
    }
}

/* The largest bill */

void
outlay_check_largest_bill (OutlayCheck           *check,
                           const OutlayBreakdown *breakdown)
{
  const OutlayScenario *scenario = breakdown->estimate->scenario;
  OutlayLargestBill bill;
  gint64 cap = scenario->max_turns != OUTLAY_NONE ? scenario->max_turns : OUTLAY_MAX_TURNS;
  g_autofree char *turns = outlay_figure_format_number ((double) cap, 0);
  g_autofree char *attempts = outlay_figure_format_number ((double) scenario->max_attempts, 0);
  g_autofree char *money = NULL, *month = NULL, *everybody = NULL, *period = NULL;

  outlay_largest_bill_init (&bill, breakdown);
  check->dial = g_strdup (bill.has_cap ? "max_attempts" : "max_turns");
  if (bill.month == 0)
    {
      check->state = OUTLAY_CHECK_OPEN;
      check->answer = g_strdup (_("Nobody is active."));
      return;
    }

  money = outlay_check_format_money (breakdown, bill.bill);
  month = outlay_figure_format_month (scenario, bill.month - 1);
  everybody = outlay_check_format_money (breakdown, bill.everybody);
  period = outlay_check_format_money (breakdown, bill.period_bill);
  check->state = !bill.has_cap || bill.bill > scenario->budget ? OUTLAY_CHECK_LOOK
                                                                : OUTLAY_CHECK_PASS;
  if (bill.has_cap)
    /* Translators: a month, money, attempts, turns */
    check->answer = g_strdup_printf (_("In %s it could reach %s, if every task took %s attempts that all run to the cap of %s turns."),
                                     month, money, attempts, turns);
  else
    /* Translators: a month, money, attempts, turns */
    check->answer = g_strdup_printf (_("In %s it could reach %s, if every task took %s attempts of %s turns: no loop cap is set."),
                                     month, money, attempts, turns);

  /* Translators: money, and money */
  check->detail = g_strdup_printf (_("With everybody active it would be %s; all months together make %s."),
                                   everybody, period);
}

/* Second looks */

static char *
describe_look (const OutlayBreakdown  *breakdown,
               const OutlaySecondLook *look)
{
  gboolean is_whole = look->review_minutes == floor (look->review_minutes);
  g_autofree char *minutes = outlay_figure_format_number (look->review_minutes,
                                                          is_whole ? 0 : 1);
  g_autofree char *tasks = outlay_check_format_count (look->tasks);
  g_autofree char *attempts = outlay_check_format_count (look->dearest_attempts);
  g_autofree char *cost = outlay_check_format_money (breakdown, look->dearest_cost);

  if (look->needs_review)
    /* Translators: a kind of task: "Fix and debug: high risk, 3,120 tasks, 3 minutes
     * of review for each attempt" */
    return g_strdup_printf (_("%s: high risk, %s tasks, %s minutes of review for each attempt"),
                            look->task->name, tasks, minutes);

  /* Translators: a kind of task: "Analyse data: low risk, but 210 attempts on the
   * dearest tier, for $412, asks for a reason" */
  return g_strdup_printf (_("%s: low risk, but %s attempts on the dearest tier, for %s, asks for a reason"),
                          look->task->name, attempts, cost);
}

void
outlay_check_second_look (OutlayCheck           *check,
                          const OutlayBreakdown *breakdown)
{
  GString *lines = g_string_new (NULL);
  guint n_reviews = 0, n_reasons = 0;
  int unreviewed = -1, reason = -1;
  g_autofree char *reviews = NULL, *reasons = NULL;

  for (guint task = 0; task < breakdown->n_rows[OUTLAY_SPLIT_TASK]; task++)
    {
      OutlaySecondLook look;
      g_autofree char *line = NULL;

      outlay_second_look_init (&look, breakdown, task);
      if (look.tasks <= 0 || (!look.needs_review && !look.needs_reason))
        continue;
      n_reviews += look.needs_review ? 1 : 0;
      n_reasons += look.needs_reason ? 1 : 0;
      if (look.needs_review && look.review_minutes <= 0 && unreviewed < 0)
        unreviewed = (int) task;
      if (look.needs_reason && reason < 0)
        reason = (int) task;
      line = describe_look (breakdown, &look);
      outlay_check_add_line (lines, line);
    }

  reviews = outlay_figure_format_number (n_reviews, 0);
  reasons = outlay_figure_format_number (n_reasons, 0);
  check->detail = outlay_check_finish_lines (lines);
  check->state = unreviewed >= 0 || reason >= 0 ? OUTLAY_CHECK_LOOK : OUTLAY_CHECK_PASS;
  check->dial = unreviewed >= 0 ? g_strdup_printf ("tasks[%d].minutes_review", unreviewed)
                                : g_strdup_printf ("tasks[%d].risk", MAX (0, reason));
  /* Translators: numbers of kinds of task */
  check->answer = g_strdup_printf (_("Kinds of high risk, which ask for a second look: %s; kinds of low risk on the dearest tier, which ask for a reason: %s."),
                                   reviews, reasons);
}
