/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "option-look.h"
#include "session.h"

G_BEGIN_DECLS

OutlayOptionLook *outlay_option_looks_new (OutlaySession        *session,
                                           const OutlayEstimate *estimate);
int               outlay_look_get_month   (OutlaySession        *session,
                                           const OutlayEstimate *estimate);

G_END_DECLS
