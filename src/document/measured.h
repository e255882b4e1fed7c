/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

/**
 * OutlayMeasured:
 * @value: what the input was set to
 * @n: sessions, calls, people and so on that it was fitted to
 * @of: (owned): what @n counts, in English
 * @low: of the 95 % interval, or NaN where it has none
 * @high: of the same
 * @first: the first day, as 20260701
 * @last: the last
 *
 * How an input was measured.
 */
typedef struct
{
  double   value;
  guint64  n;
  char    *of;
  double   low;
  double   high;
  int      first;
  int      last;
} OutlayMeasured;

void            outlay_measured_free      (OutlayMeasured       *measured);
void            outlay_measured_write     (OutlayScenario       *draft,
                                           const char           *path,
                                           const OutlayMeasured *measured);
OutlayMeasured *outlay_measured_find      (const OutlayScenario *scenario,
                                           const char           *path);
gboolean        outlay_measured_get_value (const OutlayScenario *scenario,
                                           const char           *path,
                                           double               *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayMeasured, outlay_measured_free)

G_END_DECLS
