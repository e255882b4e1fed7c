/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

/* How many of each a plain scenario has room for. */
#define PLAIN_ROOM 8

OutlayScenario             *plain_scenario_new    (void);

OutlayRole                 *plain_add_role        (OutlayScenario             *scenario,
                                                   const char                 *name,
                                                   double                      people);
OutlayTask                 *plain_add_task        (OutlayScenario             *scenario,
                                                   const char                 *id);
OutlayModel                *plain_add_model       (OutlayScenario             *scenario,
                                                   const char                 *id,
                                                   OutlayModelClass            model_class);
OutlayPlan                 *plain_add_plan        (OutlayScenario             *scenario,
                                                   const char                 *id,
                                                   double                      fee);
OutlayOption               *plain_add_option      (OutlayScenario             *scenario,
                                                   OutlayOptionKind            kind,
                                                   const char                 *plan,
                                                   const char                 *model);
OutlayOption               *plain_add_routing     (OutlayScenario             *scenario,
                                                   const char                 *economy,
                                                   const char                 *frontier,
                                                   const char                 *specialist);
void                        plain_set_rule        (OutlayOption               *option,
                                                   guint                       task,
                                                   OutlayTier                  novice,
                                                   OutlayTier                  intermediate,
                                                   OutlayTier                  expert);
OutlayPriceCard            *plain_add_card        (OutlayScenario             *scenario,
                                                   OutlayModel                *model,
                                                   int                         from);
OutlayPriceBlock           *plain_add_block       (OutlayScenario             *scenario,
                                                   OutlayPriceCard            *card,
                                                   double                      threshold,
                                                   double                      times);
void                        plain_set_mix         (OutlayScenario             *scenario,
                                                   OutlayRole                 *role,
                                                   const OutlayPair           *mix);
const OutlayOptionEstimate *plain_get             (const OutlayEstimate       *estimate,
                                                   guint                       option);
double                      plain_cost            (const OutlayEstimate       *estimate,
                                                   guint                       option,
                                                   guint                       month);

G_END_DECLS
