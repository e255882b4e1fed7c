/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_PAGE_HEADING (outlay_page_heading_get_type ())

G_DECLARE_FINAL_TYPE (OutlayPageHeading, outlay_page_heading, OUTLAY, PAGE_HEADING, GtkWidget)

void outlay_page_heading_set_title    (OutlayPageHeading *self,
                                       const char        *title);
void outlay_page_heading_set_subtitle (OutlayPageHeading *self,
                                       const char        *subtitle);
void outlay_page_heading_set_hint     (OutlayPageHeading *self,
                                       const char        *hint);

G_END_DECLS
