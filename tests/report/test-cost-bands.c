/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a scenario lies in a published cost per person. */
#include "cost-bands.h"

#include "scenario-file.h"

#include <math.h>
#include <string.h>

static OutlayScenario *
read_example (void)
{
  g_autoptr (GBytes) bytes = outlay_examples_get ("forty-people");
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("forty-people");

  return outlay_scenario_read (bytes, outlay_catalogue_get_default (), problems);
}

/* The month's cost is set to what a row asks for: cost a person, of 10 people. */
static void
test_places (void)
{
  static const struct
  {
    const char      *row;
    OutlayCostBand   band;
    double           cost;
    double           from, to;
    OutlayBandPlace  place;
  } table[] = {
    { "low and high, below", { .low = 150, .high = 250, .median = NAN, .mean = NAN,
                               .top_tenth = NAN }, 149, 150, 250, OUTLAY_BAND_BELOW },
    { "at its low end", { .low = 150, .high = 250, .median = NAN, .mean = NAN,
                          .top_tenth = NAN }, 150, 150, 250, OUTLAY_BAND_WITHIN },
    { "at its high end", { .low = 150, .high = 250, .median = NAN, .mean = NAN,
                           .top_tenth = NAN }, 250, 150, 250, OUTLAY_BAND_WITHIN },
    { "above", { .low = 150, .high = 250, .median = NAN, .mean = NAN,
                 .top_tenth = NAN }, 251, 150, 250, OUTLAY_BAND_ABOVE },
    { "median to top tenth", { .low = NAN, .high = NAN, .median = 40, .mean = 215,
                               .top_tenth = 500 }, 300, 40, 500, OUTLAY_BAND_WITHIN },
    { "and more", { .low = 200, .high = NAN, .median = NAN, .mean = NAN,
                    .top_tenth = NAN }, 9999, 200, INFINITY, OUTLAY_BAND_WITHIN },
    { "a day: 16 of them", { .per_day = TRUE, .low = NAN, .high = NAN, .median = NAN,
                             .mean = 13, .top_tenth = 30 }, 16 * 12, 13, 30,
      OUTLAY_BAND_BELOW },
  };
  g_autoptr (OutlayScenario) scenario = read_example ();
  g_autoptr (OutlayEstimate) estimate = NULL;

  scenario->currency.rate = 4;
  estimate = outlay_estimate_new (scenario);
  estimate->options[0].monthly[OUTLAY_FIGURE_PEOPLE][2] = 10;
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      OutlayBandPosition position;

      estimate->options[0].monthly[OUTLAY_FIGURE_COST][2] = table[i].cost * 10 * 4;
      outlay_band_position_init (&position, estimate, 0, 2, &table[i].band);
      if (position.place != table[i].place || position.from != table[i].from ||
          position.to != table[i].to ||
          position.cost != (table[i].band.per_day ? table[i].cost / 16 : table[i].cost))
        g_error ("%s: %g, %g to %g, place %d", table[i].row, position.cost, position.from,
                 position.to, position.place);
    }
}

/* The period is the cost of a person-month; what nobody pays is unknown. */
static void
test_period (void)
{
  g_autoptr (OutlayScenario) scenario = read_example ();
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);
  const OutlayOptionEstimate *opus = &estimate->options[0];
  const OutlayCostBand *bands;
  OutlayBandPosition position;
  guint n_bands;

  bands = outlay_cost_bands_list (&n_bands);
  g_assert_cmpuint (n_bands, >, 0);
  for (guint i = 0; i < n_bands; i++)
    {
      double days = bands[i].per_day ? scenario->active_days : 1;

      outlay_band_position_init (&position, estimate, 0, OUTLAY_PERIOD, &bands[i]);
      g_assert_cmpfloat (position.cost, ==, opus->total[OUTLAY_FIGURE_COST] /
                                            opus->total[OUTLAY_FIGURE_PEOPLE] / days);
      g_assert_cmpfloat (position.from, <, position.to);
      g_assert_cmpint (position.place, !=, OUTLAY_BAND_UNKNOWN);
    }

  opus->monthly[OUTLAY_FIGURE_PEOPLE][0] = 0;
  outlay_band_position_init (&position, estimate, 0, 0, &bands[0]);
  g_assert_cmpint (position.place, ==, OUTLAY_BAND_UNKNOWN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cost-bands/places", test_places);
  g_test_add_func ("/cost-bands/period", test_period);

  return g_test_run ();
}
