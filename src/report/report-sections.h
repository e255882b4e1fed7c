/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of a report, each in a file of its own. Private to the report. */
#pragma once

#include "findings.h"
#include "report-maker.h"
#include "sheet.h"

G_BEGIN_DECLS

/**
 * OutlayReportMaker:
 * @facts: what the report is made from
 * @report: what is being made
 * @estimate: that of @facts
 * @looks: (array): every option shown, in the order of its colours
 * @focus: the option that is shown in detail, or -1 where none can be estimated
 */
typedef struct
{
  const OutlayReportFacts *facts;
  OutlayReport            *report;
  OutlayEstimate          *estimate;
  OutlayOptionLook        *looks;
  int                      focus;
} OutlayReportMaker;

void          outlay_report_add_summary     (OutlayReportMaker       *maker);
void          outlay_report_add_costs       (OutlayReportMaker       *maker);
void          outlay_report_add_breakdown   (OutlayReportMaker       *maker);
void          outlay_report_add_outcome     (OutlayReportMaker       *maker);
void          outlay_report_add_risk        (OutlayReportMaker       *maker);
void          outlay_report_add_assumptions (OutlayReportMaker       *maker);
void          outlay_report_add_options     (OutlayReportMaker       *maker);
void          outlay_report_add_prices      (OutlayReportMaker       *maker);
void          outlay_report_add_origin      (OutlayReportMaker       *maker);

/* What they share. */
gboolean      outlay_report_leaves_out      (OutlayReportMaker       *maker);
OutlayFinding outlay_report_choose_finding  (OutlayReportMaker       *maker,
                                             gboolean                 cumulative);
void          outlay_report_add_money       (OutlayReportMaker       *maker,
                                             OutlayReportTable       *table,
                                             double                   value);
gboolean      outlay_report_is_off          (const OutlayReportTable *table);
void          outlay_report_note_rounding   (OutlayReportMaker       *maker,
                                             gboolean                 is_off);
void          outlay_report_add_sheet       (OutlayReportMaker       *maker,
                                             const char              *caption,
                                             const char              *row_title,
                                             const OutlaySheet       *sheet,
                                             guint                    first_column,
                                             guint                    n_columns);

G_END_DECLS
