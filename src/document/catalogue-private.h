/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"

struct _OutlayCatalogue
{
  gatomicrefcount  ref_count;
  OutlayPool      *pool;
  gint64           format;
  int              date;   /* as 20261122, or 0 */
  OutlayPrices     prices;
};
