/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_LINE_SAMPLE (outlay_line_sample_get_type ())

G_DECLARE_FINAL_TYPE (OutlayLineSample, outlay_line_sample, OUTLAY, LINE_SAMPLE, GtkWidget)

GtkWidget *outlay_line_sample_new        (void);
guint      outlay_line_sample_get_slot   (OutlayLineSample *self);
void       outlay_line_sample_set_slot   (OutlayLineSample *self,
                                          guint             slot);
gboolean   outlay_line_sample_get_hidden (OutlayLineSample *self);
void       outlay_line_sample_set_hidden (OutlayLineSample *self,
                                          gboolean          hidden);

G_END_DECLS
