/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "why-outcome.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_WHY_POPOVER (outlay_why_popover_get_type ())

G_DECLARE_FINAL_TYPE (OutlayWhyPopover, outlay_why_popover, OUTLAY, WHY_POPOVER, GtkPopover)

GtkWidget *outlay_why_popover_present         (GtkWidget             *parent,
                                               GtkWidget             *at,
                                               const GdkRectangle    *place,
                                               const OutlayBreakdown *breakdown,
                                               const OutlayWhyTarget *target);
void       outlay_why_popover_present_option  (GtkWidget             *parent,
                                               GtkWidget             *at,
                                               OutlayEstimate        *estimate,
                                               guint                  option,
                                               int                    month,
                                               OutlayWhyPer           per);
void       outlay_why_popover_present_outcome (GtkWidget             *parent,
                                               GtkWidget             *at,
                                               OutlayEstimate        *estimate,
                                               guint                  option,
                                               OutlayWhyOutcome       outcome,
                                               int                    month,
                                               const char            *figure);

G_END_DECLS
