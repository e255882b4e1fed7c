/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cost-tables.h"
#include "excess.h"
#include "fast-futures.h"
#include "quad.h"

G_BEGIN_DECLS

/* One option that is wanted. */
typedef struct
{
  guint             work;
  guint             row;          /* its place among all that are not refused */
  const OutlayPlan *plan;         /* of a plan, else NULL */
  OutlayExcess     *excess;       /* of a plan that bills each person's overage */
  double           *month_factor; /* by month: on API prices; money a US dollar included */
} OutlayFastOption;

struct _OutlayFastFutures
{
  OutlayEstimate   *estimate;  /* (owned) */
  OutlayPool       *pool;      /* (owned) */
  OutlayCostCases  *cases;     /* (owned) */
  OutlayCostTables *tables;    /* (owned) */
  OutlayFastOption *options;
  guint             n_options;
  guint             n_months;
  guint             n_stages;
  guint             n_levels;  /* the most epochs of a work */
  double           *planned;   /* A(x) before the factor, by x - 1 */
  double           *drift;     /* on prices, by month */
};

/* The same code for two kinds of processor. It rounds alike on both. */
void outlay_fast_pass_run_any  (const OutlayFastFutures *futures,
                                const OutlayBatch       *batch,
                                double                  *costs);
void outlay_fast_pass_run_avx2 (const OutlayFastFutures *futures,
                                const OutlayBatch       *batch,
                                double                  *costs);

void outlay_fast_values_read_any  (const OutlayCostTables *tables,
                                   const OutlayQuad       *factor,
                                   OutlayQuad             *read,
                                   OutlayQuad             *values);
void outlay_fast_values_read_avx2 (const OutlayCostTables *tables,
                                   const OutlayQuad       *factor,
                                   OutlayQuad             *read,
                                   OutlayQuad             *values);

G_END_DECLS
