/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-answer.h"

#include "figure-format.h"
#include "grid.h"
#include "usage-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Rows that are shown one by one; all of them are in the file. */
#define MAX_ROWS 10

/* How much of the name of a run tells it from others. */
#define RUN_LENGTH 8

/* By OutlayQuestion: what the bars are of, and how many of the first columns name a
 * row. */
static const struct
{
  const char *measure;
  guint       n_names;
} shapes[OUTLAY_N_QUESTIONS] = {
  { "tokens", 2 },
  { "cost", 2 },
  { "runs", 2 },
  { "cost", 2 },
  { "cost_past_cap", 2 },
};

/* In English, as the ledger names them. */
static const struct
{
  const char *name;
  const char *title;
  const char *spoken;
} columns[] = {
  { "runs", NC_("column", "Runs"), N_("runs") },
  { "calls", NC_("column", "Calls"), N_("calls of a model") },
  { "tokens", NC_("column", "Tokens"), N_("tokens") },
  { "input", NC_("column", "Input"), N_("tokens of input that no cache served") },
  { "cache_write_5m", NC_("column", "Written, 5 min"), N_("tokens written to a cache of 5 minutes") },
  { "cache_write_1h", NC_("column", "Written, 1 h"), N_("tokens written to a cache of 1 hour") },
  { "cache_read", NC_("column", "Read"), N_("tokens read from a cache") },
  { "output", NC_("column", "Output"), N_("tokens of output") },
  { "cost", NC_("column", "Cost"), N_("cost at list price") },
  { "unpriced_calls", NC_("column", "No price"), N_("calls of models without a price") },
  { "placeholder_calls", NC_("column", "Placeholder"), N_("calls logged with a placeholder for their output") },
  { "turns", NC_("column", "Turns"), N_("turns") },
  { "calls_past_cap", NC_("column", "Calls past the cap"), N_("calls past the loop cap") },
  { "cost_past_cap", NC_("column", "Cost past the cap"), N_("cost past the loop cap") },
};

/* Shown only where they say something; the file has them always. */
static const char * const rare_columns[] = {
  "cache_write_5m", "cache_write_1h", "unpriced_calls", "placeholder_calls", NULL
};

static guint
find_column (const OutlayAnswer *answer,
             const char         *name)
{
  guint column = 0;

  while (strcmp (answer->columns[column].name, name) != 0)
    column++;

  return column;
}

static double
get_number (const OutlayAnswer *answer,
            guint               row,
            const char         *name)
{
  return outlay_answer_get_number (answer, row, find_column (answer, name));
}

/* Names */

static char *
describe_row (OutlayQuestion      question,
              const OutlayAnswer *answer,
              guint               row)
{
  const char *first = outlay_answer_get_cell (answer, row, 0)->text;
  const char *second = outlay_answer_get_cell (answer, row, 1)->text;
  g_autofree char *run = NULL;

  if (question == OUTLAY_QUESTION_LOOPS && g_utf8_strlen (first, -1) > RUN_LENGTH + 1)
    {
      g_autofree char *start = g_utf8_substring (first, 0, RUN_LENGTH);

      run = g_strconcat (start, "…", NULL);
      first = run;
    }
  if (second == NULL || *second == '\0')
    return g_strdup (outlay_usage_name_text (answer->columns[0].name, first));

  return g_strjoin (" · ", outlay_usage_name_text (answer->columns[0].name, first),
                    outlay_usage_name_text (answer->columns[1].name, second), NULL);
}

/* Figures */

static char *
format_figure (const OutlayAnswer *answer,
               guint               column,
               double              value)
{
  if (isnan (value))
    return g_strdup ("");

  return answer->columns[column].kind == OUTLAY_ANSWER_MONEY
           ? outlay_figure_format_money_exact (value, "USD")
           : outlay_figure_format_number (value, 0);
}

/* Of rows that are not shown one by one: of what is known of them. Turns of several
 * runs have no sum. */
static double
sum_rest (const OutlayAnswer *answer,
          guint               first,
          guint               column)
{
  double sum = NAN;

  if (strcmp (answer->columns[column].name, "turns") == 0)
    return NAN;

  for (guint row = first; row + 1 < answer->n_rows; row++)
    {
      double value = outlay_answer_get_number (answer, row, column);

      if (!isnan (value))
        sum = isnan (sum) ? value : sum + value;
    }

  return sum;
}

static guint
count_shown (const OutlayAnswer *answer)
{
  guint n_rows = answer->n_rows - 1;

  return n_rows > MAX_ROWS + 1 ? MAX_ROWS : n_rows;
}

static gboolean
is_shown (const OutlayAnswer *answer,
          guint               column)
{
  if (!g_strv_contains (rare_columns, answer->columns[column].name))
    return TRUE;

  for (guint row = 0; row < answer->n_rows; row++)
    if (outlay_answer_get_number (answer, row, column) > 0)
      return TRUE;

  return FALSE;
}

static void
add_columns (OutlaySheet        *sheet,
             const OutlayAnswer *answer,
             guint               n_names)
{
  for (guint column = n_names; column < answer->n_columns; column++)
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
      if (strcmp (columns[i].name, answer->columns[column].name) == 0 &&
          is_shown (answer, column))
        outlay_sheet_add_column (sheet, g_dpgettext2 (NULL, "column", columns[i].title),
                                 _(columns[i].spoken), columns[i].name);
}

static void
add_rows (OutlaySheet        *sheet,
          OutlayQuestion      question,
          const OutlayAnswer *answer)
{
  guint n_shown = count_shown (answer);
  guint n_rest = answer->n_rows - 1 - n_shown;

  for (guint row = 0; row < n_shown; row++)
    {
      g_autofree char *name = describe_row (question, answer, row);

      outlay_sheet_add_row (sheet, name);
    }
  if (n_rest > 0)
    {
      /* Translators: a row of a table that stands for all rows that are not shown */
      g_autofree char *name =
        g_strdup_printf (ngettext ("%u other", "%u others", n_rest), n_rest);

      outlay_sheet_add_row (sheet, name);
    }
  outlay_sheet_add_row (sheet, C_("row", "Total"))->strong = TRUE;
}

static void
fill_column (OutlayUsageAnswer *self,
             guint              column,
             guint              place)
{
  const OutlayAnswer *answer = self->answer;
  guint n_shown = count_shown (answer);
  guint last = answer->n_rows - 1;

  for (guint row = 0; row < self->sheet->rows->len; row++)
    {
      gboolean is_total = row + 1 == self->sheet->rows->len;
      double value = is_total ? outlay_answer_get_number (answer, last, column)
                     : row < n_shown ? outlay_answer_get_number (answer, row, column)
                                     : sum_rest (answer, n_shown, column);

      outlay_sheet_set (self->sheet, row, place, value, format_figure (answer, column, value));
    }
}

static void
fill_sheet (OutlayUsageAnswer *self)
{
  guint n_names = shapes[self->question].n_names;
  guint place = 0;

  self->sheet = outlay_sheet_new ();
  add_columns (self->sheet, self->answer, n_names);
  add_rows (self->sheet, self->question, self->answer);

  for (guint column = n_names; column < self->answer->n_columns; column++)
    if (is_shown (self->answer, column))
      fill_column (self, column, place++);
}

/* What the bars are of is always shown. */
static guint
find_place (const OutlaySheet *sheet,
            const char        *name)
{
  guint place = 0;

  while (strcmp (outlay_sheet_get_column (sheet, place)->key, name) != 0)
    place++;

  return place;
}

static void
fill_chart (OutlayUsageAnswer *self)
{
  const char *measure = shapes[self->question].measure;
  guint column = find_column (self->answer, measure);
  guint place = find_place (self->sheet, measure);
  guint n_steps = 0;

  self->steps = g_new0 (OutlayChartStep, MAX_ROWS + 1);
  for (guint row = 0; row < count_shown (self->answer); row++)
    {
      double value = outlay_answer_get_number (self->answer, row, column);

      if (isnan (value))
        continue;
      self->steps[n_steps++] = (OutlayChartStep) {
        .name = outlay_sheet_get_row (self->sheet, row)->name,
        .text = outlay_sheet_get_text (self->sheet, row, place),
        .value = value,
        .is_total = TRUE,
      };
    }

  self->currency = self->answer->columns[column].kind == OUTLAY_ANSWER_MONEY ? "USD" : NULL;
  self->chart = (OutlayChart) { .kind = OUTLAY_CHART_WATERFALL,
                                .bands = OUTLAY_CHART_BANDS_NONE,
                                .steps = self->steps,
                                .n_steps = n_steps };
}

/* Words */

static char *
find_agents (const OutlayUsageAnswer *self,
             guint                    total)
{
  g_autofree char *name = describe_row (self->question, self->answer, 0);
  double all = get_number (self->answer, total, "tokens");
  double part = get_number (self->answer, 0, "tokens");
  g_autofree char *share = outlay_figure_format_percent (all > 0 ? part / all : NAN);
  g_autofree char *tokens = outlay_figure_format_number (all, 0);

  /* Translators: an agent and its model, a share, a number */
  return g_strdup_printf (_("%s used %s of %s tokens"), name, share, tokens);
}

static char *
find_spend (const OutlayUsageAnswer *self,
            guint                    total)
{
  g_autofree char *name = describe_row (self->question, self->answer, 0);
  double all = get_number (self->answer, total, "cost");
  double part = get_number (self->answer, 0, "cost");
  g_autofree char *share = outlay_figure_format_percent (all > 0 ? part / all : NAN);
  g_autofree char *money = outlay_figure_format_money_exact (all, "USD");

  if (isnan (all))
    return g_strdup (_("No price is known of anything that was used"));

  /* Translators: a repository and a kind of task, or a tier and a risk; a share; money */
  return g_strdup_printf (_("%s: %s of the spend of %s"), name, share, money);
}

/* Runs that were kept, among those of which it is known. */
static char *
find_outcomes (const OutlayUsageAnswer *self,
               guint                    total)
{
  double known = 0, kept = 0;
  g_autofree char *share = NULL;
  g_autofree char *n_known = NULL;

  for (guint row = 0; row < total; row++)
    {
      const char *outcome = outlay_answer_get_cell (self->answer, row, 0)->text;
      double n_runs = get_number (self->answer, row, "runs");
      gboolean is_kept = g_strcmp0 (outcome, "accepted") == 0 || g_strcmp0 (outcome, "edited") == 0;

      if (is_kept || g_strcmp0 (outcome, "rejected") == 0 || g_strcmp0 (outcome, "reverted") == 0)
        known += n_runs;
      kept += is_kept ? n_runs : 0;
    }
  if (!(known > 0))
    return g_strdup (_("No run says what became of its work"));

  share = outlay_figure_format_percent (kept / known);
  n_known = outlay_figure_format_number (known, 0);

  /* Translators: a share, and a number of runs */
  return g_strdup_printf (ngettext ("%s of %s run with an outcome was accepted or edited",
                                    "%s of %s runs with an outcome were accepted or edited",
                                    (gulong) known), share, n_known);
}

static char *
find_loops (const OutlayUsageAnswer *self,
            guint                    total,
            int                      cap)
{
  double n_runs = get_number (self->answer, total, "runs");
  double saved = get_number (self->answer, total, "cost_past_cap");
  g_autofree char *runs = outlay_figure_format_number (n_runs, 0);
  g_autofree char *money = outlay_figure_format_money_exact (saved, "USD");

  if (!(n_runs > 0))
    return g_strdup_printf (ngettext ("No run passed %d turn", "No run passed %d turns",
                                      (gulong) cap), cap);

  /* Translators: a number of runs, the loop cap, and money */
  return g_strdup_printf (ngettext ("%s run passed %d turns; stopping there would have saved %s",
                                    "%s runs passed %d turns; stopping there would have saved %s",
                                    (gulong) n_runs), runs, cap, money);
}

static char *
find (const OutlayUsageAnswer *self,
      int                      cap)
{
  guint total = self->answer->n_rows - 1;

  if (self->question == OUTLAY_QUESTION_LOOPS)
    return find_loops (self, total, cap);
  if (total == 0)
    return g_strdup (_("Nothing was used in this period"));

  switch (self->question)
    {
    case OUTLAY_QUESTION_AGENTS:
      return find_agents (self, total);
    case OUTLAY_QUESTION_OUTCOMES:
      return find_outcomes (self, total);
    case OUTLAY_QUESTION_REPOSITORIES:
    case OUTLAY_QUESTION_TIERS:
    case OUTLAY_QUESTION_LOOPS:
    case OUTLAY_N_QUESTIONS:
    default:
      return find_spend (self, total);
    }
}

/**
 * outlay_usage_answer_new:
 * @question: what was asked
 * @answer: (transfer full): the answer
 * @cap: the loop cap it was asked with
 */
OutlayUsageAnswer *
outlay_usage_answer_new (OutlayQuestion  question,
                         OutlayAnswer   *answer,
                         int             cap)
{
  OutlayUsageAnswer *self = g_new0 (OutlayUsageAnswer, 1);

  self->question = question;
  self->answer = answer;
  fill_sheet (self);
  fill_chart (self);
  self->finding = find (self, cap);
  self->subtitle = g_strdup (outlay_usage_question_hint (question));

  return self;
}

void
outlay_usage_answer_free (OutlayUsageAnswer *self)
{
  outlay_answer_free (self->answer);
  outlay_sheet_free (self->sheet);
  g_free (self->steps);
  g_free (self->finding);
  g_free (self->subtitle);
  g_free (self);
}

/* Returns: (transfer full): all rows, as `outlay-cli ledger show --format csv` writes
 *   them */
char *
outlay_usage_answer_to_csv (const OutlayAnswer *answer)
{
  g_autoptr (OutlayGrid) grid = outlay_grid_new ();

  for (guint column = 0; column < answer->n_columns; column++)
    outlay_grid_add_column (grid, answer->columns[column].name,
                            answer->columns[column].kind != OUTLAY_ANSWER_TEXT);

  for (guint row = 0; row < answer->n_rows; row++)
    for (guint column = 0; column < answer->n_columns; column++)
      if (answer->columns[column].kind == OUTLAY_ANSWER_TEXT)
        outlay_grid_add_text (grid, outlay_answer_get_cell (answer, row, column)->text);
      else
        outlay_grid_add_number (grid, outlay_answer_get_number (answer, row, column), 0);

  return outlay_grid_to_csv (grid);
}
