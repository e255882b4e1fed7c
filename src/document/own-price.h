/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "prices.h"

G_BEGIN_DECLS

OutlayModel *outlay_own_price_new (OutlayPool             *pool,
                                   const OutlayModel      *model,
                                   int                     from,
                                   const OutlayPriceBlock *prices,
                                   int                     today);

G_END_DECLS
