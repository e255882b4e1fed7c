/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "page.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_COMPARE_PAGE (outlay_compare_page_get_type ())

G_DECLARE_FINAL_TYPE (OutlayComparePage, outlay_compare_page, OUTLAY, COMPARE_PAGE, OutlayPage)

GtkWidget     *outlay_compare_page_new       (OutlaySession     *session);
OutlaySession *outlay_compare_page_get_other (OutlayComparePage *self);
void           outlay_compare_page_set_other (OutlayComparePage *self,
                                              OutlaySession     *other);

G_END_DECLS
