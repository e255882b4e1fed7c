/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "usage.h"

G_BEGIN_DECLS

/* What a call costs where the list has no such model. */
#define OUTLAY_UNPRICED G_GINT64_CONSTANT (-1)

const OutlayModel *outlay_list_price_find_model   (const OutlayPrices *prices,
                                                   const char         *logged);
const OutlayModel *outlay_list_price_find_in_book (const OutlayPrices *prices,
                                                   const char         *logged);
gint64             outlay_list_price              (const OutlayModel  *model,
                                                   const OutlayTokens *tokens,
                                                   gint64              output,
                                                   gboolean            is_sum,
                                                   gint64              at);

G_END_DECLS
