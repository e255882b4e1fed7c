/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart-voice.h"

G_BEGIN_DECLS

/*
 * A report as a small tree of titles, paragraphs, figures and tables, in the
 * person's language. outlay_report_new_for_estimate() fills it; the writers of
 * HTML and PDF only decide what it looks like, and a workbook takes its tables.
 */

/**
 * OutlayReportBlockKind:
 * @OUTLAY_REPORT_HEADING: the title of a section
 * @OUTLAY_REPORT_PARAGRAPH: sentences
 * @OUTLAY_REPORT_NOTE: sentences that explain, set smaller
 * @OUTLAY_REPORT_FIGURE: a chart
 * @OUTLAY_REPORT_TABLE: a table
 *
 * What a part of a report is.
 */
typedef enum
{
  OUTLAY_REPORT_HEADING,
  OUTLAY_REPORT_PARAGRAPH,
  OUTLAY_REPORT_NOTE,
  OUTLAY_REPORT_FIGURE,
  OUTLAY_REPORT_TABLE
} OutlayReportBlockKind;

/**
 * OutlayReportColumn:
 * @title: (owned): its heading; empty for none
 * @is_number: its cells stand at the end of their column
 */
typedef struct
{
  char     *title;
  gboolean  is_number;
} OutlayReportColumn;

/**
 * OutlayReportCell:
 * @text: (owned): as people read it
 * @value: the figure that @text rounds, or NaN
 */
typedef struct
{
  char   *text;
  double  value;
} OutlayReportCell;

/**
 * OutlayReportTable:
 * @caption: (owned): what it lists
 * @columns: (element-type OutlayReportColumn): the first names the rows
 * @cells: (element-type OutlayReportCell): row after row
 * @strong_row: a row that is the sum of the others, or -1
 */
typedef struct
{
  char   *caption;
  GArray *columns;
  GArray *cells;
  int     strong_row;
} OutlayReportTable;

/**
 * OutlayReportFigure:
 * @chart: what is drawn
 * @title: (owned): what it finds
 * @subtitle: (owned): its unit
 * @alternative: (owned): what it shows, for who does not see it
 */
typedef struct
{
  OutlayChart     chart;
  char           *title;
  char           *subtitle;
  char           *alternative;
  gpointer        owner;
  GDestroyNotify  free_owner;
} OutlayReportFigure;

/**
 * OutlayReportBlock:
 * @text: (owned): of a heading, a paragraph or a note
 * @figure: (owned): of a figure
 * @table: (owned): of a table
 */
typedef struct
{
  OutlayReportBlockKind  kind;
  char                  *text;
  OutlayReportFigure    *figure;
  OutlayReportTable     *table;
} OutlayReportBlock;

/**
 * OutlayReport:
 * @title: (owned): what it is about
 * @subtitle: (owned) (nullable): the period
 * @client: (owned) (nullable): for whom it is made
 * @date: (owned) (nullable): on which day it was made
 * @language: (owned): BCP 47 tag of its words
 * @right_to_left: its lines run from right to left
 * @currency: (owned): ISO 4217 code of its figures
 * @logo: (nullable): a PNG picture
 * @blocks: (element-type OutlayReportBlock): from top to bottom
 *
 * A report.
 */
typedef struct
{
  char      *title;
  char      *subtitle;
  char      *client;
  char      *date;
  char      *language;
  gboolean   right_to_left;
  char      *currency;
  GBytes    *logo;
  GPtrArray *blocks;
} OutlayReport;

OutlayReport       *outlay_report_new              (const char            *title,
                                                    gboolean               right_to_left,
                                                    const char            *currency);
void                outlay_report_free             (OutlayReport          *report);

void                outlay_report_add_text         (OutlayReport          *report,
                                                    OutlayReportBlockKind  kind,
                                                    const char            *text);
void                outlay_report_add_sentence     (OutlayReport          *report,
                                                    char                  *sentence);
OutlayReportFigure *outlay_report_add_figure       (OutlayReport          *report,
                                                    const OutlayChart     *chart,
                                                    gpointer               owner,
                                                    GDestroyNotify         free_owner);
OutlayReportTable  *outlay_report_add_table        (OutlayReport          *report,
                                                    const char            *caption);

void                outlay_report_table_add_column (OutlayReportTable     *table,
                                                    const char            *title,
                                                    gboolean               is_number);
void                outlay_report_table_add_text   (OutlayReportTable     *table,
                                                    const char            *text);
void                outlay_report_table_add_number (OutlayReportTable     *table,
                                                    double                 value,
                                                    char                  *text);
guint               outlay_report_table_get_n_rows (const OutlayReportTable *table);
const OutlayReportCell *
                    outlay_report_table_get_cell   (const OutlayReportTable *table,
                                                    guint                  row,
                                                    guint                  column);
const OutlayReportColumn *
                    outlay_report_table_get_column (const OutlayReportTable *table,
                                                    guint                  column);

double              outlay_report_figure_stretch   (const OutlayReportFigure *figure,
                                                    double                 height);
void                outlay_report_init_chart_style (const OutlayReport    *report,
                                                    OutlayChartStyle      *style,
                                                    OutlayChartVoice      *voice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayReport, outlay_report_free)

G_END_DECLS
