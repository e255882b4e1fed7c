/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bridge.h"

G_BEGIN_DECLS

/**
 * OutlayComparedOption:
 * @id: (transfer none): of an option of either scenario
 * @name: (transfer none): its name in A, or in B where A has none
 * @error: why there is no bridge, or %NULL
 * @bridge: where @error is %NULL
 */
typedef struct
{
  const char   *id;
  const char   *name;
  GError       *error;
  OutlayBridge  bridge;
} OutlayComparedOption;

/**
 * OutlayComparison:
 * @a: a scenario
 * @b: another
 * @currency: (transfer none): of all money: theirs, or USD where they differ
 * @options: (element-type OutlayComparedOption): by id, those of A first
 *
 * Why the options of two scenarios cost more or less.
 */
typedef struct
{
  OutlayScenario *a;
  OutlayScenario *b;
  const char     *currency;
  GArray         *options;
} OutlayComparison;

OutlayComparison *outlay_comparison_new         (OutlayScenario         *a,
                                                 OutlayScenario         *b,
                                                 const char             *option_id);
void              outlay_comparison_free        (OutlayComparison       *comparison);
gboolean          outlay_comparison_has_bridges (const OutlayComparison *comparison);

char             *outlay_comparison_to_table    (const OutlayComparison *comparison);
char             *outlay_comparison_to_csv      (const OutlayComparison *comparison);
char             *outlay_comparison_to_json     (const OutlayComparison *comparison);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayComparison, outlay_comparison_free)

G_END_DECLS
