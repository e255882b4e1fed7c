/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"

G_BEGIN_DECLS

OutlayCatalogue *outlay_catalogue_new   (OutlayPool             *pool,
                                         int                     date,
                                         const OutlayPrices     *prices);
GBytes          *outlay_catalogue_write (const OutlayCatalogue  *catalogue);

G_END_DECLS
