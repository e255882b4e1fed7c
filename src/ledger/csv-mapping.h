/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a column of a table means. The texts come first. */
typedef enum
{
  OUTLAY_ROW_RUN,        /* its name where it came from */
  OUTLAY_ROW_AGENT,
  OUTLAY_ROW_PERSON,
  OUTLAY_ROW_REPOSITORY,
  OUTLAY_ROW_KIND,       /* kind of task */
  OUTLAY_ROW_MODEL,
  OUTLAY_ROW_TIER,
  OUTLAY_ROW_RISK,
  OUTLAY_ROW_OUTCOME,    /* accepted, edited, rejected, reverted */
  OUTLAY_ROW_REVIEWER,
  OUTLAY_ROW_REASON,     /* code for dear tiers */
  OUTLAY_ROW_APPROVAL,
  OUTLAY_N_ROW_TEXTS,
  OUTLAY_ROW_TIME = OUTLAY_N_ROW_TEXTS,
  OUTLAY_ROW_INPUT,
  OUTLAY_ROW_WRITE_5M,
  OUTLAY_ROW_WRITE_1H,
  OUTLAY_ROW_READ,
  OUTLAY_ROW_OUTPUT,
  OUTLAY_ROW_TURNS,
  OUTLAY_ROW_CALLS,
  OUTLAY_ROW_TOOL_CALLS,
  OUTLAY_ROW_WALL_SECONDS,
  OUTLAY_ROW_COST,       /* US dollars */
  OUTLAY_N_ROW_COLUMNS
} OutlayRowColumn;

/**
 * OutlayCsvMapping:
 *
 * Which headings of somebody's table mean which columns of the ledger, where
 * their names alone do not say it.
 */
typedef struct _OutlayCsvMapping OutlayCsvMapping;

OutlayCsvMapping *outlay_csv_mapping_new       (void);
void              outlay_csv_mapping_free      (OutlayCsvMapping       *mapping);
gboolean          outlay_csv_mapping_add       (OutlayCsvMapping       *mapping,
                                                const char             *heading,
                                                const char             *column);
int               outlay_csv_mapping_find      (const OutlayCsvMapping *mapping,
                                                const char             *heading);

const char       *outlay_row_column_get_name   (OutlayRowColumn         column);

char              outlay_csv_tell_separator    (const char             *text,
                                                gsize                   length);
gsize             outlay_csv_split             (const char             *text,
                                                gsize                   length,
                                                char                    separator,
                                                GPtrArray              *fields);
gboolean          outlay_csv_is_heading        (const OutlayCsvMapping *mapping,
                                                const char             *text,
                                                gsize                   length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayCsvMapping, outlay_csv_mapping_free)

G_END_DECLS
