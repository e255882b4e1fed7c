/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "measures.h"
#include "option-look.h"

G_BEGIN_DECLS

char *outlay_reading_title    (const OutlayEstimate   *estimate,
                               int                     month);
char *outlay_reading_subtitle (const OutlayEstimate   *estimate,
                               int                     month,
                               OutlayMeasure           measure);
char *outlay_reading_describe (const OutlayEstimate   *estimate,
                               const OutlayOptionLook *looks,
                               int                     month,
                               OutlayMeasure           measure);

G_END_DECLS
