/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_STEP_SCALE (outlay_step_scale_get_type ())

G_DECLARE_FINAL_TYPE (OutlayStepScale, outlay_step_scale, OUTLAY, STEP_SCALE, GtkWidget)

void outlay_step_scale_set_range    (OutlayStepScale *self,
                                     double           least,
                                     double           most,
                                     double           step);
void outlay_step_scale_set_label    (OutlayStepScale *self,
                                     const char      *label);
void outlay_step_scale_set_value    (OutlayStepScale *self,
                                     double           value);

void outlay_widget_ignore_scrolling (GtkWidget       *widget);

G_END_DECLS
