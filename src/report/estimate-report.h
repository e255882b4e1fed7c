/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"
#include "json-writer.h"

G_BEGIN_DECLS

/* Writes what else there is to say of an option into its object. */
typedef void (*OutlayOptionWriteFunc) (OutlayJsonWriter *writer,
                                       guint             option,
                                       gconstpointer     data);

void  outlay_estimate_write_json (OutlayJsonWriter     *writer,
                                  const OutlayEstimate *estimate,
                                  OutlayOptionWriteFunc more,
                                  gconstpointer         data);

char *outlay_estimate_to_json  (const OutlayEstimate *estimate);
char *outlay_estimate_to_table (const OutlayEstimate *estimate);
char *outlay_estimate_to_csv   (const OutlayEstimate *estimate);

G_END_DECLS
