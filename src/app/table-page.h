/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_TABLE_PAGE (outlay_table_page_get_type ())

G_DECLARE_FINAL_TYPE (OutlayTablePage, outlay_table_page, OUTLAY, TABLE_PAGE, OutlayPage)

GtkWidget *outlay_table_page_new (OutlaySession *session);

G_END_DECLS
