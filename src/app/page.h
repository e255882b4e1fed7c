/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * OutlayPage:
 *
 * What all pages beside the pane have in common: a session, and that they work
 * out what they show only while they are seen.
 */
#define OUTLAY_TYPE_PAGE (outlay_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (OutlayPage, outlay_page, OUTLAY, PAGE, AdwBin)

/**
 * OutlayPageClass:
 * @refresh: shows an estimate, or another look at the same one
 */
struct _OutlayPageClass
{
  AdwBinClass parent_class;

  void (*refresh) (OutlayPage     *self,
                   OutlayEstimate *estimate);
};

OutlaySession *outlay_page_get_session (OutlayPage           *self);
void           outlay_page_set_session (OutlayPage           *self,
                                        OutlaySession        *session);
void           outlay_page_refresh     (OutlayPage           *self);
int            outlay_page_find_option (OutlayPage           *self,
                                        const OutlayEstimate *estimate);

G_END_DECLS
