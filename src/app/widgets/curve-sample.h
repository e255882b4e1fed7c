/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_CURVE_SAMPLE (outlay_curve_sample_get_type ())

G_DECLARE_FINAL_TYPE (OutlayCurveSample, outlay_curve_sample, OUTLAY, CURVE_SAMPLE, GtkWidget)

void outlay_curve_sample_set_values (OutlayCurveSample *self,
                                     const double      *values,
                                     guint              n_values,
                                     double             most);
void outlay_curve_sample_set_slot   (OutlayCurveSample *self,
                                     int                slot);

G_END_DECLS
