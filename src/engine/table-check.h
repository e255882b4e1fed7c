/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fast-futures.h"
#include "plain-way.h"

G_BEGIN_DECLS

/**
 * OutlayTableCheck:
 *
 * Some draws and what they cost the plain way, which tell how good tables are.
 */
typedef struct _OutlayTableCheck OutlayTableCheck;

OutlayTableCheck *outlay_table_check_new     (const OutlayPlainWay    *plain,
                                              double                   most_tokens,
                                              guint                    n_threads);
void              outlay_table_check_free    (OutlayTableCheck        *check);
void              outlay_table_check_compare (const OutlayTableCheck  *check,
                                              const OutlayFastFutures *tables,
                                              double                   near,
                                              gboolean                *serves);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayTableCheck, outlay_table_check_free)

G_END_DECLS
