/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-data.h"
#include "chart-voice.h"
#include "export.h"
#include "window.h"

G_BEGIN_DECLS

/* Room for a title, a legend and five end labels, in the shape of a slide. */
#define OUTLAY_PICTURE_WIDTH 1200
#define OUTLAY_PICTURE_HEIGHT 675

/**
 * OutlayChartPicture:
 *
 * The chart of the Cost page with what it needs to stand alone. All of it is owned;
 * the style borrows from the voice, so that the struct cannot be moved.
 */
typedef struct
{
  OutlayChartData  *data;
  OutlayChartStyle  style;
  OutlayChartVoice  voice;
  char             *title;
  char             *subtitle;
} OutlayChartPicture;

void     outlay_chart_picture_init                  (OutlayChartPicture  *picture,
                                                     OutlayWindow        *self);
void     outlay_chart_picture_clear                 (OutlayChartPicture  *picture);

gboolean outlay_window_write_chart                  (OutlayWindow        *self,
                                                     GOutputStream       *stream,
                                                     OutlayChartFormat    format,
                                                     GError             **error);

/* What a window writes for others to look at: `win.export-chart` (s: `png`,
 * `svg` or `pdf`). */
void     outlay_window_class_install_export_actions (GtkWidgetClass      *widget_class);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayChartPicture, outlay_chart_picture_clear)

G_END_DECLS
