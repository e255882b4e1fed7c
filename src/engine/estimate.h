/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

/**
 * OUTLAY_ESTIMATE_ERROR:
 *
 * Why one option of a scenario cannot be estimated, while the others are.
 */
#define OUTLAY_ESTIMATE_ERROR (outlay_estimate_error_quark ())

/**
 * OutlayEstimateError:
 * @OUTLAY_ESTIMATE_ERROR_SEATS: more people than the plan has seats
 * @OUTLAY_ESTIMATE_ERROR_CONTEXT: one call of a task does not fit the model's context
 */
typedef enum
{
  OUTLAY_ESTIMATE_ERROR_SEATS,
  OUTLAY_ESTIMATE_ERROR_CONTEXT
} OutlayEstimateError;

GQuark outlay_estimate_error_quark (void);

/* A figure of one month; the names in JSON are those of outlay_figure_get_key().
 * Money is in the scenario's currency. */
typedef enum
{
  OUTLAY_FIGURE_COST,       /* money: paid to the vendor */
  OUTLAY_FIGURE_API_COST,   /* money: the same work at API prices */
  OUTLAY_FIGURE_PEOPLE,     /* active people */
  OUTLAY_FIGURE_TASKS,
  OUTLAY_FIGURE_ACCEPTED,   /* tasks */
  OUTLAY_FIGURE_STOPPED,    /* tasks, by the loop cap */
  OUTLAY_FIGURE_VALUE,      /* money: time saved */
  OUTLAY_FIGURE_REVIEW,     /* money: time spent on review */
  OUTLAY_FIGURE_ONBOARDING, /* money, once a person */
  OUTLAY_FIGURE_TOKENS,     /* tokens: the first of OUTLAY_N_TOKEN_CLASSES */
  OUTLAY_N_FIGURES = OUTLAY_FIGURE_TOKENS + OUTLAY_N_TOKEN_CLASSES
} OutlayFigure;

const char *outlay_figure_get_key (OutlayFigure figure);
gboolean    outlay_figure_is_money (OutlayFigure figure);

/**
 * OutlayRefusal:
 *
 * The facts behind an option's error, for a front end that says it in another
 * language. Which members are set follows from the error's code.
 */
typedef struct
{
  double             people; /* SEATS: most active people, and the plan's seats */
  gint64             seats;
  int                month;  /* SEATS: the first with too few, from 1 */
  const OutlayRole  *role;   /* CONTEXT: who, on what, by which model */
  const OutlayTask  *task;
  const OutlayModel *model;
  double             tokens; /* CONTEXT: what one call needs, and the limit */
  double             limit;
} OutlayRefusal;

/**
 * OutlayOptionEstimate:
 * @error: why there are no figures, or %NULL; then all else but @refusal is unset
 * @monthly: figures by month
 * @total: their sums over the period (people: person-months)
 * @payback_month: the first month, from 1, at whose end the cumulative net
 *   value is not negative, or 0 for never
 *
 * The figures of one option. A quotient by zero is NaN.
 */
typedef struct
{
  const OutlayOption *option; /* (transfer none): lives in the scenario */
  GError             *error;
  OutlayRefusal       refusal;
  double             *monthly[OUTLAY_N_FIGURES];
  double              total[OUTLAY_N_FIGURES];
  double              net;               /* money */
  double              return_on_cost;    /* money gained for money paid */
  double              cost_per_task;     /* money */
  double              cost_per_accepted; /* money */
  int                 payback_month;
} OutlayOptionEstimate;

/**
 * OutlayEstimate:
 *
 * What every option of a scenario costs, month by month. A value: it is never
 * changed, and keeps the scenario that it answers.
 */
typedef struct _OutlayEstimate OutlayEstimate;

struct _OutlayEstimate
{
  gatomicrefcount       ref_count;
  OutlayPool           *pool;
  OutlayScenario       *scenario; /* (owned) */
  guint                 n_months;
  OutlayOptionEstimate *options;
  guint                 n_options;
};

#define OUTLAY_TYPE_ESTIMATE (outlay_estimate_get_type ())

GType           outlay_estimate_get_type (void) G_GNUC_CONST;

OutlayEstimate *outlay_estimate_new      (OutlayScenario *scenario);
OutlayEstimate *outlay_estimate_ref      (OutlayEstimate *estimate);
void            outlay_estimate_unref    (OutlayEstimate *estimate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayEstimate, outlay_estimate_unref)

G_END_DECLS
