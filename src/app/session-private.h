/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimator.h"
#include "forecaster.h"
#include "history.h"
#include "session.h"
#include "view-state.h"

G_BEGIN_DECLS

struct _OutlaySession
{
  GObject           parent_instance;

  OutlayCatalogue  *catalogue;
  OutlayHistory    *history;
  OutlayScenario   *saved;     /* as the file holds it, or as it first came */
  OutlayScenario   *recovered; /* what a crash had left, until it is saved, or NULL */
  GFile            *file;      /* or NULL */
  gboolean          modified;

  OutlayEstimator  *estimator;
  OutlayEstimate   *estimate;
  OutlayForecaster *forecaster;

  OutlayViewState  *view;
};

/* Tells everybody that the present value is no longer @before. */
void outlay_session_announce      (OutlaySession  *self,
                                   OutlayScenario *before,
                                   gboolean        view_changed);

/* Tells everybody that the view is another one. */
void outlay_session_announce_view (OutlaySession  *self);

G_END_DECLS
