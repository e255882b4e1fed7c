/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questions.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_PERIOD_CHOICE (outlay_period_choice_get_type ())

G_DECLARE_FINAL_TYPE (OutlayPeriodChoice, outlay_period_choice, OUTLAY, PERIOD_CHOICE, GtkWidget)

void         outlay_period_choice_set_days (OutlayPeriodChoice *self,
                                            int                 first,
                                            int                 last);
OutlayPeriod outlay_period_choice_get      (OutlayPeriodChoice *self);

G_END_DECLS
