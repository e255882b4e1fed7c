/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calibration.h"

G_BEGIN_DECLS

/* The team's means, by people, and by tasks where they hang on tasks; of people
 * who start. */
typedef struct
{
  double people;
  double tasks_per_day;
  double turns;      /* of METHOD section 4, relative to the scenario's */
  double calls;
  double acceptance;
} OutlayTeamMeans;

OutlayTeamMeans  outlay_scenario_mean_team      (const OutlayScenario  *scenario);
void             outlay_calibration_add_row     (GArray                *rows,
                                                 const char            *path,
                                                 double                 old,
                                                 OutlayFitValue         measured,
                                                 const char            *of);
OutlayStatement *outlay_calibration_prepare     (OutlayLedger          *ledger,
                                                 const char            *sql,
                                                 OutlayPeriod           period,
                                                 GError               **error);

gboolean         outlay_calibration_add_people  (GArray                *rows,
                                                 OutlayLedger          *ledger,
                                                 const OutlayScenario  *scenario,
                                                 OutlayPeriod           period,
                                                 GError               **error);
gboolean         outlay_calibration_add_mix     (GArray                *rows,
                                                 OutlayLedger          *ledger,
                                                 const OutlayScenario  *scenario,
                                                 OutlayPeriod           period,
                                                 GError               **error);

G_END_DECLS
