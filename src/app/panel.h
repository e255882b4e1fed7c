/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_PANEL (outlay_panel_get_type ())

G_DECLARE_DERIVABLE_TYPE (OutlayPanel, outlay_panel, OUTLAY, PANEL, AdwBin)

/**
 * OutlayPanelClass:
 * @changed: shows the session's scenario
 * @estimated: shows the session's estimate
 * @view_changed: shows focus and hidden options
 *
 * What a panel does when its session is another one, or becomes so. Each may be
 * %NULL.
 */
struct _OutlayPanelClass
{
  AdwBinClass parent_class;

  void (*changed)      (OutlayPanel   *self,
                        OutlaySession *session);
  void (*estimated)    (OutlayPanel   *self,
                        OutlaySession *session);
  void (*view_changed) (OutlayPanel   *self,
                        OutlaySession *session);
};

OutlaySession *outlay_panel_get_session (OutlayPanel   *self);
void           outlay_panel_set_session (OutlayPanel   *self,
                                         OutlaySession *session);

G_END_DECLS
