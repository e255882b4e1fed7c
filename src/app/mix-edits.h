/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

/* The two ends of a task mix: of a person who starts, and who has learnt. */
typedef enum
{
  OUTLAY_MIX_START,
  OUTLAY_MIX_LEARNT,
  OUTLAY_N_MIX_ENDS
} OutlayMixEnd;

/* Whose mix: a role's position in the team, or everybody's. */
#define OUTLAY_MIX_OF_ALL (-1)

void     outlay_mix_get_shares  (const OutlayScenario *scenario,
                                 int                   role,
                                 OutlayMixEnd          end,
                                 double               *shares);
void     outlay_mix_set_shares  (OutlayScenario       *draft,
                                 int                   role,
                                 OutlayMixEnd          end,
                                 const double         *shares);

void     outlay_mix_get_limits  (const double         *shares,
                                 const gboolean       *locked,
                                 guint                 n_shares,
                                 guint                 position,
                                 double               *least,
                                 double               *most);
gboolean outlay_mix_set_share   (double               *shares,
                                 const gboolean       *locked,
                                 guint                 n_shares,
                                 guint                 position,
                                 double                share);
gboolean outlay_mix_move_border (double               *shares,
                                 const gboolean       *locked,
                                 guint                 n_shares,
                                 guint                 border,
                                 double                change);

G_END_DECLS
