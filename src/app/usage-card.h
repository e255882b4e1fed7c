/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "usage-answer.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_USAGE_CARD (outlay_usage_card_get_type ())

G_DECLARE_FINAL_TYPE (OutlayUsageCard, outlay_usage_card, OUTLAY, USAGE_CARD, AdwBin)

GtkWidget *outlay_usage_card_new  (OutlayQuestion     question);
void       outlay_usage_card_show (OutlayUsageCard   *self,
                                   OutlayUsageAnswer *answer);

/* NULL before there is one. */
const OutlayUsageAnswer *outlay_usage_card_get_answer (OutlayUsageCard *self);

G_END_DECLS
