/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "usage-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_USAGE_READING (outlay_usage_reading_get_type ())

G_DECLARE_FINAL_TYPE (OutlayUsageReading, outlay_usage_reading, OUTLAY, USAGE_READING, AdwBin)

void outlay_usage_reading_set_store (OutlayUsageReading *self,
                                     OutlayUsageStore   *store);

G_END_DECLS
