/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* The months that charts show, a narrower or wider run of them: at least two, as a
 * line needs. */
void  outlay_month_zoom_in         (OutlaySession        *session);
void  outlay_month_zoom_out        (OutlaySession        *session);
void  outlay_month_zoom_to         (OutlaySession        *session,
                                    int                   first,
                                    int                   last);
void  outlay_month_zoom_begin_here (OutlaySession        *session);
void  outlay_month_zoom_end_here   (OutlaySession        *session);

char *outlay_month_zoom_add        (OutlaySession        *session,
                                    const OutlayEstimate *estimate,
                                    char                 *text);

G_END_DECLS
