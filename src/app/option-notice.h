/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"
#include "page-heading.h"

#include <adwaita.h>

G_BEGIN_DECLS

void outlay_option_notice_show (OutlayPageHeading    *heading,
                                AdwStatusPage        *notice,
                                const OutlayEstimate *estimate,
                                int                   option);

G_END_DECLS
