/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "problems.h"
#include "prices.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * OutlayCatalogue:
 *
 * The models and plans that options can name, with their dated prices. A value:
 * it is never changed once it is read.
 */
typedef struct _OutlayCatalogue OutlayCatalogue;

#define OUTLAY_TYPE_CATALOGUE (outlay_catalogue_get_type ())

GType               outlay_catalogue_get_type    (void) G_GNUC_CONST;

OutlayCatalogue    *outlay_catalogue_get_default (void);
OutlayCatalogue    *outlay_catalogue_load        (const char             *path,
                                                  OutlayProblems         *problems);
OutlayCatalogue    *outlay_catalogue_read        (GBytes                 *bytes,
                                                  OutlayProblems         *problems);
OutlayCatalogue    *outlay_catalogue_ref         (OutlayCatalogue        *catalogue);
void                outlay_catalogue_unref       (OutlayCatalogue        *catalogue);

int                 outlay_catalogue_get_date    (const OutlayCatalogue  *catalogue);
const OutlayPrices *outlay_catalogue_get_prices  (const OutlayCatalogue  *catalogue);

char               *outlay_prices_describe_near_models (const OutlayPrices *first,
                                                        const OutlayPrices *second,
                                                        const char         *id);
char               *outlay_prices_describe_near_plans  (const OutlayPrices *first,
                                                        const OutlayPrices *second,
                                                        const char         *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayCatalogue, outlay_catalogue_unref)

G_END_DECLS
