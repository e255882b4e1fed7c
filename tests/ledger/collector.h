/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "csv-mapping.h"
#include "log-file.h"

G_BEGIN_DECLS

/**
 * Collector:
 *
 * Everything that logs say, kept in memory: each message once, the fullest copy.
 */
typedef struct
{
  GHashTable        *usages;   /* (element-type gint64 OutlayUsage) */
  GHashTable        *sessions; /* (element-type gint64 OutlayUsageSession) */
  GArray            *rows;     /* (element-type OutlayLogRow), their texts in @strings */
  GStringChunk      *strings;
  GPtrArray         *names;    /* (element-type utf8): files, as they were done */
  OutlayLogTroubles  troubles[OUTLAY_N_LOG_TROUBLES];
  guint64            quoted_calls;
  guint64            copies;
  guint              n_batches;
  OutlayLogFormat    format;   /* of the last file */
} Collector;

typedef struct
{
  gint64       calls;
  gint64       prompts;
  gint64       compactions;
  gint64       subagent_calls;
  gint64       placeholders;
  OutlayTokens tokens;
  gint64       output_estimate;
  gint64       cost;           /* nano-dollars of what has a price */
  gint64       cost_estimate;  /* the same, with the output repaired */
  gint64       unpriced;       /* calls without a price */
} CollectorSums;

Collector     *collector_new       (void);
void           collector_free      (Collector              *collector);
void           collector_read      (Collector              *collector,
                                    const char * const     *paths,
                                    const OutlayCsvMapping *columns,
                                    guint                   n_threads);
void           collector_read_text (Collector              *collector,
                                    const char             *name,
                                    const char             *text,
                                    gssize                  length);
CollectorSums  collector_sum       (Collector              *collector);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Collector, collector_free)

G_END_DECLS
