/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import.h"
#include "price-conflicts.h"

G_BEGIN_DECLS

/* What the price book has to say, in the person's language. */
char       *outlay_import_describe         (const OutlayImport        *import);
char       *outlay_price_conflict_describe (const OutlayPriceConflict *conflict);
char       *outlay_price_source_describe   (const char                *id);
const char *outlay_price_kind_get_name     (OutlayPriceKind            kind);
char       *outlay_price_describe          (double                     price,
                                            gboolean                   is_free);
char       *outlay_price_date_describe     (int                        date);

G_END_DECLS
