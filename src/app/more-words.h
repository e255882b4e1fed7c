/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

/**
 * OutlayGroupWords:
 * @row: the id of a row of ui/more-panel.ui
 * @describe: how its dials stand, in a few words
 */
typedef struct
{
  const char  *row;
  char       *(*describe) (const OutlayScenario *scenario);
} OutlayGroupWords;

const OutlayGroupWords *outlay_group_words_list   (guint                *n_groups);
char                   *outlay_adoption_describe  (const OutlayAdoption *adoption,
                                                   double                first,
                                                   double                last);

G_END_DECLS
