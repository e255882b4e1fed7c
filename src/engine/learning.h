/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

double outlay_logistic_progress (double                x);
double outlay_learning_progress (const OutlayLearning *learning,
                                 int                   tenure);
double outlay_pair_read         (const OutlayPair     *pair,
                                 double                progress);

G_END_DECLS
