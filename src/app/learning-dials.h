/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "panel.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_LEARNING_DIALS (outlay_learning_dials_get_type ())

G_DECLARE_FINAL_TYPE (OutlayLearningDials, outlay_learning_dials, OUTLAY, LEARNING_DIALS, OutlayPanel)

G_END_DECLS
