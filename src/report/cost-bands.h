/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "breakdown.h"
#include "evidence.h"

G_BEGIN_DECLS

/**
 * OutlayBandPlace:
 * @OUTLAY_BAND_UNKNOWN: nobody is active, or on no day
 * @OUTLAY_BAND_BELOW: below the band
 * @OUTLAY_BAND_WITHIN: from its lowest mark to its highest
 * @OUTLAY_BAND_ABOVE: above the band
 */
typedef enum
{
  OUTLAY_BAND_UNKNOWN,
  OUTLAY_BAND_BELOW,
  OUTLAY_BAND_WITHIN,
  OUTLAY_BAND_ABOVE
} OutlayBandPlace;

/**
 * OutlayBandPosition:
 * @band: (transfer none): the published band
 * @from: US dollars: the lowest of the marks that it gives
 * @to: US dollars: the highest; infinite where it gives but one, "$200 and more"
 * @cost: US dollars a person and month, or active day, as the band has it; NaN
 *   where nobody is active
 *
 * Where a scenario lies in a published cost per person. The marks of a band are
 * its low and high end, or its median, mean and top tenth.
 */
typedef struct
{
  const OutlayCostBand *band;
  double                from;
  double                to;
  double                cost;
  OutlayBandPlace       place;
} OutlayBandPosition;

void outlay_band_position_init (OutlayBandPosition   *position,
                                const OutlayEstimate *estimate,
                                guint                 option,
                                int                   month,
                                const OutlayCostBand *band);

G_END_DECLS
