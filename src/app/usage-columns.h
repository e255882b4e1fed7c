/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv-mapping.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the columns of somebody's tables mean: asked once for each heading, and
 * remembered. */

/* @said: whether it was said; else the dialog was cancelled. */
typedef void (*OutlayUsageColumnsFunc) (GtkWindow *window,
                                        gboolean   said);

OutlayCsvMapping *outlay_usage_columns_load     (void);
GPtrArray        *outlay_usage_columns_list_new (const char             *path);
GtkWindow        *outlay_usage_columns_ask      (GtkWindow              *window,
                                                 GPtrArray              *headings,
                                                 OutlayUsageColumnsFunc  answered);
void              outlay_usage_columns_class_install_action
                                                (GtkWidgetClass         *widget_class);

G_END_DECLS
