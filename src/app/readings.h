/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "option-look.h"

G_BEGIN_DECLS

char *outlay_reading_title    (const OutlayEstimate   *estimate,
                               int                     month);
char *outlay_reading_subtitle (const OutlayEstimate   *estimate,
                               int                     month,
                               gboolean                cumulative);
char *outlay_reading_describe (const OutlayEstimate   *estimate,
                               const OutlayOptionLook *looks,
                               int                     month,
                               gboolean                cumulative);

G_END_DECLS
