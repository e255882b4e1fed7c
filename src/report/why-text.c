/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "why-text-private.h"

#include "breakdown-words.h"
#include "figure-format.h"

#include <glib/gi18n.h>
#include <math.h>

/* As many as a factor is known by in its line. */
#define SIGNIFICANT_DIGITS 4

#define TIMES "\xc3\x97"

static void
clear_line (gpointer data)
{
  OutlayWhyLine *line = data;

  g_free (line->sign);
  g_free (line->figure);
  g_free (line->label);
  g_free (line->rate);
  g_free (line->result);
}

static GArray *
create_lines (void)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (OutlayWhyLine));

  g_array_set_clear_func (lines, clear_line);

  return lines;
}

void
outlay_why_lines_add (GArray     *lines,
                      const char *sign,
                      char       *figure,
                      const char *label,
                      char       *rate,
                      char       *result)
{
  OutlayWhyLine line = { g_strdup (sign), figure, g_strdup (label), rate, result };

  g_array_append_val (lines, line);
}

static int
get_decimals (double value)
{
  int whole_digits = value != 0 && isfinite (value) ? (int) floor (log10 (fabs (value))) + 1 : 1;

  return CLAMP (SIGNIFICANT_DIGITS - whole_digits, 0, 6);
}

char *
outlay_why_format_factor (double value)
{
  return outlay_figure_format_number (value, get_decimals (value));
}

/* Which plural an amount takes. */
static gulong
get_count (double value)
{
  return (gulong) llround (value);
}

/* "482 tasks": what there is of something once the factor is taken in. */
static char *
format_count (double      value,
              const char *words)
{
  g_autofree char *number = outlay_figure_format_number (value, 0);
  g_auto (GStrv) parts = g_strsplit (words, "%s", 2);

  return g_strjoinv (number, parts);
}

static void
add_people (OutlayWhyText   *text,
            const OutlayWhy *why,
            gboolean         is_period)
{
  outlay_why_lines_add (text->factors, "", outlay_why_format_factor (why->people),
                        is_period ? C_("why", "months of people active")
                                  : C_("why", "people active"),
                        NULL, NULL);
  outlay_why_lines_add (text->factors, TIMES, outlay_why_format_factor (why->tasks_each),
                        is_period ? C_("why", "tasks a month each") : C_("why", "tasks each"), NULL,
                        format_count (why->tasks_all,
                                      ngettext ("%s task", "%s tasks",
                                                get_count (why->tasks_all))));
}

static void
add_chain (OutlayWhyText   *text,
           const OutlayWhy *why,
           gboolean         is_period)
{
  add_people (text, why, is_period);
  if (why->share < 1)
    outlay_why_lines_add (text->factors, TIMES,
                          outlay_figure_format_percent_exact (why->share,
                                                              get_decimals (why->share * 100)),
                          C_("why", "of them this kind"), NULL,
                          format_count (why->tasks,
                                        ngettext ("%s task", "%s tasks",
                                                  get_count (why->tasks))));
  outlay_why_lines_add (text->factors, TIMES, outlay_why_format_factor (why->attempts_a_task),
                        C_("why", "attempts a task"), NULL,
                        format_count (why->attempts,
                                      ngettext ("%s attempt", "%s attempts",
                                                get_count (why->attempts))));
  outlay_why_lines_add (text->factors, TIMES, outlay_why_format_factor (why->turns_an_attempt),
                        C_("why", "turns an attempt"), NULL,
                        format_count (why->turns,
                                      ngettext ("%s turn", "%s turns", get_count (why->turns))));
  outlay_why_lines_add (text->factors, TIMES, outlay_why_format_factor (why->calls_a_turn),
                        C_("why", "model calls a turn"), NULL,
                        format_count (why->calls,
                                      ngettext ("%s call", "%s calls", get_count (why->calls))));
}

static const char *
get_token_label (OutlayTokenClass token_class)
{
  switch (token_class)
    {
    case OUTLAY_TOKEN_INPUT:
      return C_("why, tokens", "input");
    case OUTLAY_TOKEN_CACHE_WRITE:
      return C_("why, tokens", "written to cache");
    case OUTLAY_TOKEN_CACHE_READ:
      return C_("why, tokens", "read from cache");
    case OUTLAY_TOKEN_OUTPUT:
      return C_("why, tokens", "output");
    case OUTLAY_N_TOKEN_CLASSES:
    default:
      g_return_val_if_reached ("");
    }
}

static void
add_tokens (OutlayWhyText   *text,
            const OutlayWhy *why,
            int              token_class,
            const char      *currency)
{
  for (int i = 0; i < OUTLAY_N_TOKEN_CLASSES; i++)
    {
      const OutlayWhyTokens *tokens = &why->classes[i];

      if ((token_class != OUTLAY_ALL_CLASSES && token_class != i) || !(tokens->tokens > 0))
        continue;

      outlay_why_lines_add (text->tokens, TIMES,
                            outlay_figure_format_number (tokens->tokens_a_call,
                                                         tokens->tokens_a_call < 100 ? 1 : 0),
                            get_token_label ((OutlayTokenClass) i),
                            outlay_figure_format_rate (tokens->per_million, currency),
                            outlay_figure_format_money_exact (tokens->cost, currency));
    }
}

static void
add_seats (OutlayWhyText   *text,
           const OutlayWhy *why,
           gboolean         is_period,
           const char      *currency)
{
  if (why->seats > 0)
    outlay_why_lines_add (text->seats, "", outlay_why_format_factor (why->seats),
                          is_period ? C_("why", "months of seats") : C_("why", "seats"),
                          outlay_figure_format_rate (why->fee, currency),
                          outlay_figure_format_money_exact (why->fees, currency));
  if (why->overage > 0)
    outlay_why_lines_add (text->seats, "+", g_strdup (""), C_("why", "above the allowance"), NULL,
                          outlay_figure_format_money_exact (why->overage, currency));
  else if (why->seats <= 0)
    outlay_why_lines_add (text->seats, "", g_strdup (""),
                          C_("why", "within the allowance of the seats"), NULL,
                          outlay_figure_format_money_exact (0, currency));
}

static char *
describe_target (const OutlayBreakdown *breakdown,
                 const OutlayWhyTarget *target)
{
  const char *option = breakdown->option->name;
  g_autofree char *month =
    target->month == OUTLAY_PERIOD
      ? g_strdup (C_("why", "whole period"))
      : outlay_figure_format_month (breakdown->estimate->scenario, target->month);

  if (target->part < 0)
    /* Translators: an option and a month: "February 2027, Claude Opus 4.8" */
    return g_strdup_printf (C_("why", "%s, %s"), month, option);

  /* Translators: a part of the cost, a month and an option: "Build and test,
   * February 2027, Claude Opus 4.8" */
  return g_strdup_printf (C_("why", "%s, %s, %s"),
                          outlay_breakdown_part_name (breakdown, target->by,
                                                      (guint) target->part),
                          month, option);
}

static double
get_divisor (const OutlayBreakdown *breakdown,
             const OutlayWhyTarget *target)
{
  const double *all = outlay_breakdown_get_cell (breakdown, OUTLAY_SPLIT_NONE, 0,
                                                 target->month);

  switch (target->per)
    {
    case OUTLAY_WHY_PER_ACCEPTED:
      return all[OUTLAY_CELL_ACCEPTED];
    case OUTLAY_WHY_PER_TASK:
      return all[OUTLAY_CELL_TASKS];
    case OUTLAY_WHY_PER_NOTHING:
    default:
      return 1;
    }
}

static void
set_divisor (OutlayWhyText         *text,
             const OutlayBreakdown *breakdown,
             const OutlayWhyTarget *target,
             double                 cost)
{
  g_autofree char *number = NULL;

  if (target->per == OUTLAY_WHY_PER_NOTHING)
    return;

  number = outlay_figure_format_number (get_divisor (breakdown, target), 0);
  if (target->per == OUTLAY_WHY_PER_ACCEPTED)
    /* Translators: a number of tasks, by which the cost is divided */
    text->divisor_label = g_strdup_printf (C_("why", "Cost, divided by %s accepted tasks"),
                                           number);
  else
    /* Translators: a number of tasks, by which the cost is divided */
    text->divisor_label = g_strdup_printf (C_("why", "Cost, divided by %s tasks"), number);
  text->divided =
    outlay_figure_format_money_exact (cost, breakdown->estimate->scenario->currency.code);
}

static gboolean
is_fees (const OutlayBreakdown *breakdown,
         const OutlayWhyTarget *target)
{
  return target->part >= 0 &&
         outlay_breakdown_is_fees (breakdown, target->by, (guint) target->part);
}

static void
init_why (OutlayWhy             *why,
          const OutlayBreakdown *breakdown,
          const OutlayWhyTarget *target,
          int                   *token_class)
{
  OutlaySplit split = OUTLAY_SPLIT_NONE;
  guint row = 0;

  *token_class = OUTLAY_ALL_CLASSES;
  if (target->part >= 0 && !is_fees (breakdown, target))
    {
      if (target->by == OUTLAY_BREAKDOWN_BY_CLASS)
        *token_class = target->part;
      else
        {
          split = target->by == OUTLAY_BREAKDOWN_BY_TASK ? OUTLAY_SPLIT_TASK
                                                         : OUTLAY_SPLIT_ROLE;
          row = (guint) target->part;
        }
    }

  outlay_why_init (why, breakdown, split, row, target->month, *token_class);
  if (is_fees (breakdown, target))
    {
      why->cost = why->fees;
      why->overage = 0;
      why->calls = 0;
    }
}

OutlayWhyText *
outlay_why_text_begin (const OutlayBreakdown *breakdown,
                       const OutlayWhyTarget *target,
                       const char            *figure)
{
  OutlayWhyText *text = g_new0 (OutlayWhyText, 1);

  /* Translators: money */
  text->title = g_strdup_printf (_("Why %s?"), figure);
  text->subtitle = describe_target (breakdown, target);
  text->seats = create_lines ();
  text->factors = create_lines ();
  text->tokens = create_lines ();
  text->parts = create_lines ();

  return text;
}

/**
 * outlay_why_text_new:
 * @breakdown: the option's breakdown
 * @target: which of its figures
 *
 * Returns: (transfer full): the figure's reason in words
 */
OutlayWhyText *
outlay_why_text_new (const OutlayBreakdown *breakdown,
                     const OutlayWhyTarget *target)
{
  const char *currency = breakdown->estimate->scenario->currency.code;
  gboolean is_period = target->month == OUTLAY_PERIOD;
  g_autofree char *figure = NULL;
  OutlayWhyText *text;
  OutlayWhy why;
  int token_class;
  double value;

  init_why (&why, breakdown, target, &token_class);
  value = why.cost / get_divisor (breakdown, target);
  figure = target->per == OUTLAY_WHY_PER_NOTHING
             ? outlay_figure_format_money (value, currency)
             : outlay_figure_format_money_exact (value, currency);

  text = outlay_why_text_begin (breakdown, target, figure);
  text->total = outlay_figure_format_money_exact (value, currency);
  set_divisor (text, breakdown, target, why.cost);

  if (why.is_plan)
    add_seats (text, &why, is_period, currency);
  if (why.calls > 0)
    {
      add_chain (text, &why, is_period);
      add_tokens (text, &why, token_class, currency);
    }
  if (why.is_plan && why.calls > 0)
    {
      text->work_label = g_strdup (_("The same work at API prices"));
      text->work = outlay_figure_format_money_exact (why.api_cost, currency);
    }
  text->remark = g_strdup (why.is_plan || why.calls > 0 ? _("Exact figures, shown rounded")
                                                        : _("No work in this month"));

  return text;
}

void
outlay_why_text_free (OutlayWhyText *text)
{
  g_free (text->title);
  g_free (text->subtitle);
  g_array_unref (text->seats);
  g_array_unref (text->factors);
  g_array_unref (text->tokens);
  g_array_unref (text->parts);
  g_free (text->work_label);
  g_free (text->work);
  g_free (text->divisor_label);
  g_free (text->divided);
  g_free (text->remark);
  g_free (text->total);
  g_free (text);
}

/**
 * outlay_why_line_describe:
 * @line: a line
 *
 * Returns: (transfer full): the line as a screen reader says it
 */
char *
outlay_why_line_describe (const OutlayWhyLine *line)
{
  g_autoptr (GString) spoken = g_string_new (line->sign);

  for (guint i = 0; i < 4; i++)
    {
      const char *const parts[] = { line->figure, line->label, line->rate, line->result };

      if (parts[i] == NULL || *parts[i] == '\0')
        continue;
      if (spoken->len > 0)
        g_string_append (spoken, i == 2 ? " " TIMES " " : i == 3 ? " = " : " ");
      g_string_append (spoken, parts[i]);
    }

  return g_strdup (spoken->str);
}
