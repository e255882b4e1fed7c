/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

double outlay_adoption_share         (const OutlayAdoption   *adoption,
                                      int                     x,
                                      double                  factor);
double outlay_role_starters          (const OutlayRole       *role,
                                      const OutlayAdoption   *adoption,
                                      int                     month,
                                      double                  factor);
double outlay_onboarding_cost        (const OutlayOnboarding *onboarding,
                                      const OutlayRole       *role);

G_END_DECLS
