/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

/**
 * OutlayCostColumn:
 * @OUTLAY_COST_COLUMN_OPTION: the option itself
 * @OUTLAY_COST_COLUMN_FIRST: the cost of the first month
 * @OUTLAY_COST_COLUMN_PEAK: the cost of the dearest month
 * @OUTLAY_COST_COLUMN_LAST: the cost of the last month
 * @OUTLAY_COST_COLUMN_TOTAL: the cost of the period
 * @OUTLAY_COST_COLUMN_P90: what the period costs in 9 of 10 futures, at most;
 *   it is no figure of the estimate, see #OutlayCostRow
 * @OUTLAY_COST_COLUMN_PER_ACCEPTED: the cost per accepted outcome
 * @OUTLAY_COST_COLUMN_AGAINST: how much dearer than the cheapest, as a share
 * @OUTLAY_COST_COLUMN_MONTH: the cost of the first month; those that follow are
 *   the months after it, and they are added up where the chart is
 *
 * A column of the table of costs.
 */
typedef enum
{
  OUTLAY_COST_COLUMN_OPTION,
  OUTLAY_COST_COLUMN_FIRST,
  OUTLAY_COST_COLUMN_PEAK,
  OUTLAY_COST_COLUMN_LAST,
  OUTLAY_COST_COLUMN_TOTAL,
  OUTLAY_COST_COLUMN_P90,
  OUTLAY_COST_COLUMN_PER_ACCEPTED,
  OUTLAY_COST_COLUMN_AGAINST,
  OUTLAY_COST_COLUMN_MONTH
} OutlayCostColumn;

char     *outlay_cost_column_get_title (const OutlayEstimate *estimate,
                                        guint                 column);
double    outlay_cost_column_get_value (const OutlayEstimate *estimate,
                                        guint                 option,
                                        guint                 column,
                                        gboolean              cumulative);
char     *outlay_cost_column_format    (const OutlayEstimate *estimate,
                                        guint                 option,
                                        guint                 column,
                                        gboolean              cumulative);
char     *outlay_cost_column_get_note  (const OutlayEstimate *estimate,
                                        guint                 option,
                                        guint                 column);
int       outlay_cost_column_get_month (const OutlayEstimate *estimate,
                                        guint                 option,
                                        guint                 column);
gboolean  outlay_cost_column_is_over   (const OutlayEstimate *estimate,
                                        guint                 option,
                                        guint                 column,
                                        gboolean              cumulative);

char     *outlay_cost_table_to_tsv     (const OutlayEstimate *estimate);

G_END_DECLS
