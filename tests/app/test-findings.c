/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "findings.h"

#include "estimates.h"

#include <locale.h>
#include <math.h>

#define N_MONTHS 4

static const double low[] = { 10, 20, 30, 40 };
static const double high[] = { 50, 150, 160, 170 };
static const double hump[] = { 60, 150, 160, 90 };
static const double peak[] = { 60, 150, 90, 90 };
static const double late[] = { 60, 70, 150, 200 };
static const double level[] = { 100, 100, 100, 100 };

typedef struct
{
  const char   *name;
  guint         n_options;
  const double *costs[4];
  double        budget;
  const char   *hidden; /* an "h" for each hidden option */
  gboolean      cumulative;
  const char   *expected;
} Case;

/* December 2026 is the first month. */
static const Case cases[] = {
  { "no options", 0, { NULL }, 100, "", FALSE, "Nothing to compare yet" },
  { "hidden", 2, { low, high }, 100, "hh", FALSE, "All options are hidden" },
  { "refused", 2, { REFUSED_OPTION, high }, 100, " h", FALSE, "No option shown can be estimated" },
  { "all refused", 1, { REFUSED_OPTION }, 100, "", FALSE, "No option can be estimated" },

  { "from", 2, { low, high }, 100, "", FALSE, "Beta is over the monthly budget from January" },
  { "only", 1, { high }, 100, "", FALSE, "Alpha is over the monthly budget from January" },
  { "last", 1, { low }, 35, "", FALSE, "Alpha is over the monthly budget in March" },
  { "in", 2, { low, peak }, 100, "", FALSE, "Beta is over the monthly budget in January" },
  { "at times", 2, { low, hump }, 100, "", FALSE,
    "Beta is over the monthly budget in 2 of 4 months, first in January" },
  { "start", 1, { high }, 40, "", FALSE, "Alpha is over the monthly budget from December" },
  { "zero budget", 1, { low }, 0, "", FALSE, "Alpha is over the monthly budget from December" },

  { "some", 3, { low, late, high }, 100, "", FALSE,
    "2 of 3 options go over the monthly budget, Gamma first, in January" },
  { "some, same month", 2, { hump, high }, 100, "", FALSE,
    "2 of 2 options go over the monthly budget, first in January" },
  { "some, two of three in the same month", 3, { hump, high, late }, 100, "", FALSE,
    "3 of 3 options go over the monthly budget, first in January" },
  { "some shown", 4, { low, late, high, hump }, 100, "h", FALSE,
    "3 of 3 options shown go over the monthly budget, first in January" },
  { "some shown, one first", 4, { low, late, high, hump }, 100, "   h", FALSE,
    "2 of 3 options shown go over the monthly budget, Gamma first, in January" },
  { "some, one hidden", 3, { low, late, high }, 100, "  h", FALSE,
    "Beta is over the monthly budget from February" },

  { "under", 2, { low, low }, 100, "", FALSE,
    "By the estimate, every option stays under the monthly budget" },
  { "at the budget", 2, { level, low }, 100, "", FALSE,
    "By the estimate, every option stays under the monthly budget" },
  { "one under", 1, { low }, 100, "", FALSE,
    "By the estimate, Alpha stays under the monthly budget" },
  { "one under, one refused", 2, { REFUSED_OPTION, low }, 100, "", FALSE,
    "By the estimate, Beta stays under the monthly budget" },
  { "rest under", 3, { low, REFUSED_OPTION, low }, 100, "", FALSE,
    "Every option that has a cost stays under the monthly budget" },
  { "over hidden", 2, { low, high }, 100, " h", FALSE,
    "By the estimate, Alpha stays under the monthly budget" },
  { "shown under, over hidden", 3, { low, level, high }, 100, "  h", FALSE,
    "By the estimate, every option shown stays under the monthly budget" },
  { "shown under, refused, over hidden", 4, { low, level, REFUSED_OPTION, high }, 100, "   h",
    FALSE, "Every option shown that has a cost stays under the monthly budget" },

  { "cheapest", 3, { high, low, REFUSED_OPTION }, NAN, "", FALSE,
    "Beta costs least: $100 in 4 months" },
  { "cheapest shown", 3, { high, low, peak }, NAN, " h", FALSE,
    "Of the options shown, Gamma costs least: $390 in 4 months" },
  { "cost", 1, { low }, NAN, "", FALSE, "Alpha costs $100 in 4 months" },

  /* 60, 130, 280, 480 against 100, 200, 300, 400 */
  { "cumulative", 1, { late }, 100, "", TRUE, "Added up, Alpha is over the budget in March" },
  { "cumulative under", 1, { late }, 200, "", TRUE,
    "By the estimate, Alpha stays under the budget, added up" },
  { "cumulative, shown under", 3, { low, low, high }, 100, "  h", TRUE,
    "By the estimate, every option shown stays under the budget, added up" },
  { "cumulative, same month", 3, { late, late, low }, 100, "", TRUE,
    "Added up, 2 of 3 options go over the budget, first in March" },
  { "cumulative, shown, same month", 3, { late, late, high }, 100, "  h", TRUE,
    "Added up, 2 of 2 options shown go over the budget, first in March" },
  { "cumulative, shown, one first", 3, { late, low, high }, 100, " h", TRUE,
    "Added up, 2 of 2 options shown go over the budget, Gamma first, in February" },
};

static OutlayOptionLook *
make_looks (const char *hidden,
            guint       n_options)
{
  OutlayOptionLook *looks = g_new0 (OutlayOptionLook, n_options + 1);

  for (guint i = 0; i < n_options && hidden[i] != '\0'; i++)
    looks[i].hidden = hidden[i] == 'h';

  return looks;
}

static char *
find (const OutlayEstimate *estimate,
      const char           *hidden,
      gboolean              cumulative)
{
  g_autofree OutlayOptionLook *looks = make_looks (hidden, estimate->n_options);
  OutlayFinding finding = outlay_finding_choose (estimate, looks, cumulative);

  return outlay_finding_describe (&finding, estimate);
}

static void
test_table (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (OutlayEstimate) estimate =
    make_estimate (one->n_options, N_MONTHS, one->budget, one->costs);
  g_autofree char *text = find (estimate, one->hidden, one->cumulative);

  g_assert_cmpstr (text, ==, one->expected);
}

static void
clear_figure (OutlayEstimate *estimate,
              OutlayFigure    figure)
{
  for (guint i = 0; i < estimate->n_options; i++)
    estimate->options[i].total[figure] = 0;
}

static void
test_nobody (void)
{
  static const double *const costs[] = { low, low };
  g_autoptr (OutlayEstimate) estimate = make_estimate (2, N_MONTHS, 100, costs);
  g_autofree char *no_tasks = NULL;
  g_autofree char *nobody = NULL;

  clear_figure (estimate, OUTLAY_FIGURE_TASKS);
  no_tasks = find (estimate, "", FALSE);
  clear_figure (estimate, OUTLAY_FIGURE_PEOPLE);
  nobody = find (estimate, "", FALSE);

  g_assert_cmpstr (no_tasks, ==, "Nobody has tasks");
  g_assert_cmpstr (nobody, ==, "Nobody is active");
}

/* Past a year, a month's name alone would be two months. */
static void
test_long_period (void)
{
  double costs[13] = { 0 };
  const double *const rows[] = { costs };
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autofree char *text = NULL;

  costs[12] = 200;
  estimate = make_estimate (1, 13, 100, rows);
  text = find (estimate, "", FALSE);

  g_assert_cmpstr (text, ==, "Alpha is over the monthly budget in December 2027");
}

static void
test_worked_example (void)
{
  g_autoptr (OutlayEstimate) estimate = read_estimate ("forty-people");
  g_autofree char *monthly = find (estimate, "", FALSE);
  g_autofree char *cumulative = find (estimate, "", TRUE);

  g_assert_cmpstr (monthly, ==, "Claude Opus 4.8 is over the monthly budget from February");
  g_assert_cmpstr (cumulative, ==, "Added up, Claude Opus 4.8 is over the budget from May");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/findings/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_table);
    }
  g_test_add_func ("/findings/nobody", test_nobody);
  g_test_add_func ("/findings/long-period", test_long_period);
  g_test_add_func ("/findings/worked-example", test_worked_example);

  return g_test_run ();
}
