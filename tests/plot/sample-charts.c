/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-charts.h"

static const char *const names[SAMPLE_N_SERIES] = {
  "Frontier model", "Middle model", "Other vendor", "Routing by policy", "Seat plan"
};

static const double values[SAMPLE_N_SERIES][SAMPLE_N_MONTHS] = {
  { 4084, 5485, 10576, 11691, 11635, 10793, 9756 },
  { 2119, 2850, 5480, 6044, 5980, 5550, 4998 },
  { 3150, 4230, 8130, 8965, 8880, 8200, 7376 },
  { 2075, 2790, 5370, 5924, 5882, 5450, 4915 },
  { 1467, 2010, 3830, 4282, 4455, 4260, 4063 },
};

static const double factors[OUTLAY_N_QUANTILES] = {
  0.58, 0.71, 0.88, 1.08, 1.36, 1.68, 2.05
};

/* The quantiles of all series from their values. */
static void
sample_chart_spread (SampleChart *sample)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample->series); i++)
    for (guint q = 0; q < OUTLAY_N_QUANTILES; q++)
      for (guint month = 0; month < SAMPLE_N_MAX; month++)
        sample->quantiles[i][q][month] = factors[q] * sample->values[i][month];
}

/* Five options over seven months from December 2026, the fourth in focus. */
SampleChart *
sample_chart_new (void)
{
  SampleChart *sample = g_new0 (SampleChart, 1);

  for (guint i = 0; i < G_N_ELEMENTS (sample->series); i++)
    {
      OutlayChartSeries *series = &sample->series[i];

      series->name = names[i % SAMPLE_N_SERIES];
      series->slot = i;
      series->values = sample->values[i];
      series->focus = i == 3;
      for (guint q = 0; q < OUTLAY_N_QUANTILES; q++)
        series->quantiles[q] = sample->quantiles[i][q];
    }

  sample->chart = (OutlayChart) { .series = sample->series,
                                  .n_series = SAMPLE_N_SERIES,
                                  .n_months = SAMPLE_N_MONTHS,
                                  .first_year = 2026,
                                  .first_month = 12,
                                  .has_budget = TRUE,
                                  .budget = 9000.0,
                                  .price_changes = sample->changes };
  sample_chart_set_months (sample, SAMPLE_N_MONTHS);
  outlay_chart_style_init (&sample->style, FALSE, FALSE);
  sample->style.background = TRUE;

  return sample;
}

/* Goes on after the seventh month as after the first seven. */
void
sample_chart_set_months (SampleChart *sample,
                         guint        n_months)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample->series); i++)
    for (guint month = 0; month < SAMPLE_N_MAX; month++)
      sample->values[i][month] = values[i % SAMPLE_N_SERIES][month % SAMPLE_N_MONTHS] *
                                 (1.0 + 0.03 * (i / SAMPLE_N_SERIES));
  sample_chart_spread (sample);
  sample->chart.n_months = n_months;
}

void
sample_chart_fill (SampleChart *sample,
                   double       value)
{
  for (guint i = 0; i < G_N_ELEMENTS (sample->series); i++)
    for (guint month = 0; month < SAMPLE_N_MAX; month++)
      sample->values[i][month] = value;
  sample_chart_spread (sample);
}

/* From one total to another by seven steps, one of them nothing. */
void
sample_chart_set_steps (SampleChart *sample)
{
  static const OutlayChartStep steps[SAMPLE_N_STEPS] = {
    { "Forty people", "$64,020", 64020, TRUE },
    { "Price", "\xe2\x88\x92$6,402", -6402, FALSE },
    { "People and months", "+$21,340", 21340, FALSE },
    { "Mix and number of tasks", "\xe2\x88\x92$3,100", -3100, FALSE },
    { "Turns", "+$12,804", 12804, FALSE },
    { "Tokens", "$0", 0, FALSE },
    { "Acceptance", "+$412", 412, FALSE },
    { "How it is bought", "\xe2\x88\x92$20", -20, FALSE },
    { "Forty people (variant)", "$89,054", 89054, TRUE },
  };

  for (guint i = 0; i < SAMPLE_N_STEPS; i++)
    sample->steps[i] = steps[i];

  sample->chart = (OutlayChart) { .kind = OUTLAY_CHART_WATERFALL,
                                  .steps = sample->steps,
                                  .n_steps = SAMPLE_N_STEPS };
}
