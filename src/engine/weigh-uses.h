/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tokens.h"

G_BEGIN_DECLS

void outlay_uses_weigh      (const OutlayUses *after,
                             guint             stride,
                             const double     *weights,
                             guint             n,
                             OutlayUses       *sum);

/* The same code for two kinds of processor. It rounds alike on both. */
void outlay_uses_weigh_any  (const OutlayUses *after,
                             guint             stride,
                             const double     *weights,
                             guint             n,
                             OutlayUses       *sum);
void outlay_uses_weigh_avx2 (const OutlayUses *after,
                             guint             stride,
                             const double     *weights,
                             guint             n,
                             OutlayUses       *sum);

G_END_DECLS
