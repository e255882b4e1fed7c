/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of breakdowns and reasons, and what is copied. */
#include "breakdown-chart.h"
#include "breakdown-words.h"
#include "estimates.h"
#include "figures-sheet.h"
#include "outcome-words.h"
#include "why-outcome.h"

#include <locale.h>
#include <math.h>

static void
check_lines (const GArray     *lines,
             const char *const expected[],
             guint             n)
{
  g_assert_cmpuint (lines->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text =
        outlay_why_line_describe (&g_array_index (lines, OutlayWhyLine, i));

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

static void
test_chain (void)
{
  static const char *const factors[] = {
    "26.12 people active", "× 62.53 tasks each = 1,633 tasks",
    "× 29.51\u00a0% of them this kind = 482 tasks", "× 1.400 attempts a task = 675 attempts",
    "× 4.836 turns an attempt = 3,264 turns", "× 11.15 model calls a turn = 36,395 calls",
  };
  static const char *const tokens[] = {
    "× 5,718 written to cache × $6.25 = $1,300.65",
    "× 98,340 read from cache × $0.50 = $1,789.52", "× 1,020 output × $25.00 = $928.14",
  };
  OutlayWhyTarget target = { OUTLAY_BREAKDOWN_BY_TASK, 1, 2, OUTLAY_WHY_PER_NOTHING };
  g_autoptr (OutlayEstimate) estimate = read_estimate ("forty-people");
  g_autoptr (OutlayBreakdown) breakdown = outlay_breakdown_new (estimate, 0);
  g_autoptr (OutlayWhyText) text = outlay_why_text_new (breakdown, &target);

  g_assert_cmpstr (text->title, ==, "Why $4,018?");
  g_assert_cmpstr (text->subtitle, ==, "Build and test, February 2027, Claude Opus 4.8");
  g_assert_cmpstr (text->total, ==, "$4,018.31");
  g_assert_cmpuint (text->seats->len, ==, 0);
  check_lines (text->factors, factors, G_N_ELEMENTS (factors));
  check_lines (text->tokens, tokens, G_N_ELEMENTS (tokens));
}

static void
test_quotient (void)
{
  OutlayWhyTarget target = { OUTLAY_BREAKDOWN_BY_TASK, -1, OUTLAY_PERIOD,
                             OUTLAY_WHY_PER_ACCEPTED };
  g_autoptr (OutlayEstimate) estimate = read_estimate ("forty-people");
  g_autoptr (OutlayBreakdown) breakdown = outlay_breakdown_new (estimate, 0);
  g_autoptr (OutlayWhyText) text = outlay_why_text_new (breakdown, &target);

  g_assert_cmpstr (text->title, ==, "Why $6.86?");
  g_assert_cmpstr (text->subtitle, ==, "whole period, Claude Opus 4.8");
  g_assert_true (g_str_has_prefix (text->divisor_label, "Cost, divided by 9,3"));
}

static void
test_plan (void)
{
  OutlayWhyTarget target = { OUTLAY_BREAKDOWN_BY_TASK, -1, 2, OUTLAY_WHY_PER_NOTHING };
  g_autoptr (OutlayEstimate) estimate = read_estimate ("forty-people");
  g_autoptr (OutlayBreakdown) breakdown = outlay_breakdown_new (estimate, 4);
  g_autoptr (OutlayWhyText) text = outlay_why_text_new (breakdown, &target);

  g_assert_cmpuint (text->seats->len, ==, 2);
  g_assert_cmpstr (g_array_index (text->seats, OutlayWhyLine, 0).label, ==, "seats");
  g_assert_cmpstr (g_array_index (text->seats, OutlayWhyLine, 1).label, ==,
                   "above the allowance");
  g_assert_cmpstr (text->work_label, ==, "The same work at API prices");
}

static void
test_findings (void)
{
  static const struct
  {
    guint              option;
    OutlayBreakdownBy  by;
    const char        *expected;
  } cases[] = {
    { 0, OUTLAY_BREAKDOWN_BY_TASK, "Two kinds of work are 68\u00a0% of the cost" },
    { 4, OUTLAY_BREAKDOWN_BY_TASK, "Seats are " },
    { 0, OUTLAY_BREAKDOWN_BY_ROLE, "" },
    { 0, OUTLAY_BREAKDOWN_BY_CLASS, "" },
  };
  g_autoptr (OutlayEstimate) estimate = read_estimate ("forty-people");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayBreakdown) breakdown =
        outlay_breakdown_new (estimate, cases[i].option);
      g_autofree char *text = outlay_breakdown_finding (breakdown, cases[i].by);

      g_test_message ("%s", text);
      g_assert_true (g_str_has_prefix (text, cases[i].expected));
      g_assert_true (g_str_has_suffix (text, " of the cost"));
    }
}

static void
test_payback (void)
{
  static const struct
  {
    int         months[3];
    const char *hidden;
    const char *expected;
  } cases[] = {
    { { 1, 1, 1 }, "   ", "Every option pays back in December" },
    { { 0, 0, 0 }, "   ", "No option pays back within 3 months" },
    { { 0, 3, 0 }, "   ", "Only Beta pays back, in February" },
    { { 2, 3, 1 }, "   ", "Gamma pays back first, in December" },
    { { 2, 2, 0 }, "   ", "Alpha and Beta pay back first, in January" },
    { { 2, 0, 2 }, "   ", "Alpha and Gamma pay back first, in January" },
    { { 2, 3, 1 }, "h h", "Beta pays back in February" },
    { { 2, 0, 1 }, "h h", "Beta does not pay back within 3 months" },
    { { 1, 1, 0 }, "  h", "Every option shown pays back in December" },
    { { 1, 0, 0 }, "h  ", "No option shown pays back within 3 months" },
    { { 0, 3, 1 }, "  h", "Of the options shown, only Beta pays back, in February" },
    { { 2, 3, 1 }, "  h", "Of the options shown, Alpha pays back first, in January" },
    { { 1, 1, 1 }, "hhh", "All options are hidden" },
  };
  static const double cost[] = { 1, 2, 3 };
  const double *const costs[] = { cost, cost, cost };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayEstimate) estimate = make_estimate (3, 3, NAN, costs);
      OutlayOptionLook looks[3] = { 0 };
      g_autofree char *text = NULL;

      for (guint option = 0; option < 3; option++)
        {
          estimate->options[option].payback_month = cases[i].months[option];
          looks[option].hidden = cases[i].hidden[option] == 'h';
        }
      text = outlay_outcome_finding (estimate, looks, FALSE);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static double
sum_results (const GArray *parts)
{
  double sum = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const OutlayWhyLine *line = &g_array_index (parts, OutlayWhyLine, i);
      g_autoptr (GString) digits = g_string_new (NULL);

      for (const char *at = line->result; *at != '\0'; at++)
        if (g_ascii_isdigit (*at) || *at == '.')
          g_string_append_c (digits, *at);
      sum += (g_str_equal (line->sign, "\xe2\x88\x92") ? -1 : 1) *
             g_ascii_strtod (digits->str, NULL);
    }

  return sum;
}

/* Every figure of what the work brings is the sum of its lines, a cent for each. */
static void
test_outcomes (void)
{
  static const struct
  {
    OutlayWhyOutcome outcome;
    guint            n_parts;
    const char      *first;
    const char      *total;
  } cases[] = {
    { OUTLAY_WHY_VALUE, 7, "2,577 Fix and debug × $17.73 = $45,689.27", "$198,259.15" },
    { OUTLAY_WHY_REVIEW, 7, "4,333 Fix and debug × $3.27 = $14,149.61", "$50,965.15" },
    { OUTLAY_WHY_ONBOARDING, 3, "10.20 Platform × $300.00 = $3,060.00", "$8,717.60" },
    { OUTLAY_WHY_NET, 4, "Value = $198,259.15", "$74,555.96" },
    { OUTLAY_WHY_RETURN, 3, "Value = $198,259.15", "2.165" },
  };
  g_autoptr (OutlayEstimate) estimate = read_estimate ("forty-people");
  g_autoptr (OutlayBreakdown) breakdown = outlay_breakdown_new (estimate, 0);
  const OutlayOptionEstimate *option = &estimate->options[0];
  const double expected[] = {
    option->total[OUTLAY_FIGURE_VALUE], option->total[OUTLAY_FIGURE_REVIEW],
    option->total[OUTLAY_FIGURE_ONBOARDING], option->net,
    option->net + option->total[OUTLAY_FIGURE_COST],
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayWhyText) text =
        outlay_why_outcome_new (breakdown, cases[i].outcome, OUTLAY_PERIOD, "it");
      g_autofree char *first = NULL;

      g_assert_cmpstr (text->title, ==, "Why it?");
      g_assert_cmpuint (text->parts->len, ==, cases[i].n_parts);
      g_assert_cmpfloat (fabs (sum_results (text->parts) - expected[i]), <=,
                         0.005 * (cases[i].n_parts + 1));
      first = outlay_why_line_describe (&g_array_index (text->parts, OutlayWhyLine, 0));
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpstr (text->total, ==, cases[i].total);
    }
}

/* The same of each month. */
static void
test_outcomes_by_month (void)
{
  static const OutlayFigure figures[] = {
    OUTLAY_FIGURE_VALUE, OUTLAY_FIGURE_REVIEW, OUTLAY_FIGURE_ONBOARDING
  };
  g_autoptr (OutlayEstimate) estimate = read_estimate ("staggered");
  g_autoptr (OutlayBreakdown) breakdown = outlay_breakdown_new (estimate, 0);
  OutlayWhyOutcome outcome;

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    for (guint month = 0; month < estimate->n_months; month++)
      {
        g_autoptr (OutlayWhyText) text = NULL;

        g_assert_true (outlay_why_outcome_find (figures[i], &outcome));
        text = outlay_why_outcome_new (breakdown, outcome, (int) month, "it");
        g_assert_cmpfloat (fabs (sum_results (text->parts) -
                                 estimate->options[0].monthly[figures[i]][month]), <=,
                           0.005 * (text->parts->len + 1));
      }
  g_assert_false (outlay_why_outcome_find (OUTLAY_FIGURE_COST, &outcome));
}

/* In full precision: parts to their month, months to their part, all to the
 * option's cost. */
static void
check_sums (const OutlayBreakdownChart *data,
            double                      total)
{
  guint n_rows = data->sheet->rows->len;
  guint n_columns = data->sheet->columns->len;

  for (guint column = 0; column < n_columns; column++)
    {
      double sum = 0;

      for (guint row = 0; row + 1 < n_rows; row++)
        sum += outlay_sheet_get_value (data->sheet, row, column);
      g_assert_cmpfloat_with_epsilon (sum, outlay_sheet_get_value (data->sheet, n_rows - 1,
                                                                   column), 1e-6);
    }
  for (guint row = 0; row < n_rows; row++)
    {
      double sum = 0;

      for (guint column = 0; column + 1 < n_columns; column++)
        sum += outlay_sheet_get_value (data->sheet, row, column);
      g_assert_cmpfloat_with_epsilon (sum, outlay_sheet_get_value (data->sheet, row,
                                                                   n_columns - 1), 1e-6);
    }

  g_assert_cmpfloat_with_epsilon (outlay_sheet_get_value (data->sheet, n_rows - 1,
                                                          n_columns - 1), total, 1e-6);
}

static void
test_sums (void)
{
  g_autoptr (OutlayEstimate) estimate = read_estimate ("forty-people");

  for (guint option = 0; option < estimate->n_options; option++)
    for (guint by = 0; by <= OUTLAY_BREAKDOWN_BY_CLASS; by++)
      {
        g_autoptr (OutlayBreakdownChart) data =
          outlay_breakdown_chart_new (estimate, option, by);

        check_sums (data, estimate->options[option].total[OUTLAY_FIGURE_COST]);
      }
}

static void
test_tsv (void)
{
  g_autoptr (OutlayEstimate) estimate = read_estimate ("forty-people");
  g_autoptr (OutlaySheet) sheet = outlay_figures_sheet_new_for_option (estimate, 0);
  g_autofree char *text = outlay_sheet_to_tsv (sheet, "figure");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) cells = g_strsplit (lines[1], "\t", -1);

  g_assert_true (g_str_has_prefix (lines[0], "figure\t2026-12\t2027-01\t"));
  g_assert_true (g_str_has_suffix (lines[0], "\t2027-06\ttotal"));
  g_assert_cmpstr (cells[0], ==, outlay_figure_get_key (OUTLAY_FIGURE_COST));
  g_assert_cmpfloat (g_ascii_strtod (cells[1], NULL), ==,
                     estimate->options[0].monthly[OUTLAY_FIGURE_COST][0]);
  g_assert_cmpuint (g_strv_length (lines), ==, OUTLAY_N_FIGURES + 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  g_test_add_func ("/app/why/chain", test_chain);
  g_test_add_func ("/app/why/quotient", test_quotient);
  g_test_add_func ("/app/why/plan", test_plan);
  g_test_add_func ("/app/why/outcomes", test_outcomes);
  g_test_add_func ("/app/why/outcomes-by-month", test_outcomes_by_month);
  g_test_add_func ("/app/breakdown/findings", test_findings);
  g_test_add_func ("/app/breakdown/sums", test_sums);
  g_test_add_func ("/app/outcome/payback", test_payback);
  g_test_add_func ("/app/table/tsv", test_tsv);

  return g_test_run ();
}
