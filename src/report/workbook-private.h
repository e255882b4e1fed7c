/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of a workbook, made in files of their own. Private to it. */
#pragma once

#include "report-maker.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

/**
 * OutlayWorkbook:
 * @refusals: (array): why each option cannot be estimated, or %NULL; in words that
 *   were made in the person's locale
 * @first_row: (array): where each option's months begin in the sheet of figures
 * @figures_name: that sheet's name
 *
 * A workbook in the making. Formulas refer to the sheet of figures, the only one
 * that holds what the program worked out.
 */
typedef struct
{
  const OutlayReportFacts *facts;
  const OutlayReport      *report;
  const OutlayEstimate    *estimate;
  lxw_workbook            *book;
  lxw_format              *title;
  lxw_format              *heading;
  lxw_format              *figure_heading;
  lxw_format              *strong;
  lxw_format              *money;
  lxw_format              *strong_money;
  lxw_format              *count;
  lxw_format              *number;
  lxw_format              *month;
  lxw_format              *words;
  char                   **refusals;
  lxw_row_t               *first_row;
  const char              *figures_name;
} OutlayWorkbook;

lxw_worksheet *outlay_workbook_add_sheet   (OutlayWorkbook *self,
                                            const char     *name);
void           outlay_workbook_write_text  (OutlayWorkbook *self,
                                            lxw_worksheet  *sheet,
                                            lxw_row_t       row,
                                            lxw_col_t       column,
                                            const char     *text,
                                            lxw_format     *format);
void           outlay_workbook_write_month (OutlayWorkbook *self,
                                            lxw_worksheet  *sheet,
                                            lxw_row_t       row,
                                            lxw_col_t       column,
                                            int             month);

void           outlay_workbook_add_summary (OutlayWorkbook *self,
                                            lxw_worksheet  *sheet);
void           outlay_workbook_add_costs   (OutlayWorkbook *self,
                                            lxw_worksheet  *sheet);
void           outlay_workbook_add_figures (OutlayWorkbook *self,
                                            lxw_worksheet  *sheet);

G_END_DECLS
