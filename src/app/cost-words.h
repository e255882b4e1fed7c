/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart.h"
#include "option-look.h"
#include "session.h"

G_BEGIN_DECLS

char *outlay_cost_words_describe_bands (OutlaySession          *session,
                                        const OutlayEstimate   *estimate,
                                        OutlayChartBands        bands);
char *outlay_cost_words_explain_line   (OutlaySession          *session,
                                        const OutlayEstimate   *estimate);
char *outlay_cost_words_list_refusals  (const OutlayEstimate   *estimate,
                                        const OutlayOptionLook *looks);

G_END_DECLS
