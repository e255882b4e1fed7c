/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "estimates.h"

#include "scenarios.h"

#include <string.h>

static const char *const names[] = { "Alpha", "Beta", "Gamma", "Delta" };

static OutlayScenario *
make_scenario (guint  n_options,
               guint  n_months,
               double budget)
{
  g_autoptr (OutlayScenario) example = read_example ("forty-people");
  OutlayScenario *scenario = outlay_scenario_copy (example);

  g_assert_cmpuint (n_options, <=, G_N_ELEMENTS (names));
  for (guint i = 0; i < n_options; i++)
    {
      scenario->options[i] = scenario->options[0];
      scenario->options[i].id = outlay_pool_strdup (scenario->pool, names[i]);
      scenario->options[i].name = outlay_pool_strdup (scenario->pool, names[i]);
    }

  scenario->n_options = n_options;
  scenario->months = n_months;
  scenario->budget = budget;

  return scenario;
}

static void
set_costs (OutlayEstimate *estimate,
           guint           option,
           const double   *costs)
{
  OutlayOptionEstimate *figures = &estimate->options[option];

  if (costs == REFUSED_OPTION)
    {
      g_set_error_literal (&figures->error, OUTLAY_ESTIMATE_ERROR,
                           OUTLAY_ESTIMATE_ERROR_SEATS, "refused");
      figures->refusal.people = 34;
      figures->refusal.seats = 25;
      return;
    }

  memcpy (figures->monthly[OUTLAY_FIGURE_COST], costs, estimate->n_months * sizeof *costs);
  figures->total[OUTLAY_FIGURE_COST] = 0;
  for (guint month = 0; month < estimate->n_months; month++)
    figures->total[OUTLAY_FIGURE_COST] += costs[month];
}

/* An estimate whose costs are those of a test's table: one row an option, or
 * REFUSED_OPTION. */
OutlayEstimate *
make_estimate (guint                n_options,
               guint                n_months,
               double               budget,
               const double *const *costs)
{
  g_autoptr (OutlayScenario) scenario = make_scenario (n_options, n_months, budget);
  OutlayEstimate *estimate = outlay_estimate_new (scenario);

  for (guint option = 0; option < n_options; option++)
    set_costs (estimate, option, costs[option]);

  return estimate;
}

OutlayEstimate *
read_estimate (const char *example)
{
  g_autoptr (OutlayScenario) scenario = read_example (example);

  return outlay_estimate_new (scenario);
}
