/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlaySheetMark:
 * @OUTLAY_SHEET_MARK_NONE: nothing
 * @OUTLAY_SHEET_MARK_FILL: the colour of a layer
 * @OUTLAY_SHEET_MARK_LINE: the line of an option
 *
 * What stands before the name of a row, so that it is found in the chart.
 */
typedef enum
{
  OUTLAY_SHEET_MARK_NONE,
  OUTLAY_SHEET_MARK_FILL,
  OUTLAY_SHEET_MARK_LINE
} OutlaySheetMark;

/**
 * OutlaySheetRow:
 * @name: (owned): what the row is about
 * @key: (owned) (nullable): its name in files, if not the same
 * @mark: what stands before it
 * @slot: the colour of the mark, from 0
 * @strong: it is a sum of other rows
 * @focus: it belongs to the option in focus
 * @hidden: it belongs to a hidden option
 * @asks: its figures can be asked why
 * @remark: (owned) (nullable): why it has no figures
 */
typedef struct
{
  char            *name;
  char            *key;
  OutlaySheetMark  mark;
  guint            slot;
  gboolean         strong;
  gboolean         focus;
  gboolean         hidden;
  gboolean         asks;
  char            *remark;
} OutlaySheetRow;

/**
 * OutlaySheetColumn:
 * @title: (owned): as people read it
 * @spoken: (owned): the same in full, for a screen reader
 * @key: (owned): its heading in files: the same in every language
 * @strong: it is a sum of other columns
 * @asks: figures in it can be asked why
 */
typedef struct
{
  char     *title;
  char     *spoken;
  char     *key;
  gboolean  strong;
  gboolean  asks;
} OutlaySheetColumn;

/**
 * OutlaySheet:
 * @rows: (element-type OutlaySheetRow): from top to bottom
 * @columns: (element-type OutlaySheetColumn): behind the column of names
 * @values: a figure for each column of each row, NaN where there is none
 * @texts: (owned): the same as people read them
 *
 * Rows of figures with their words, ready to show or to copy. Fill in all rows
 * and columns before the figures.
 */
typedef struct
{
  GArray     *rows;
  GArray     *columns;
  double     *values;
  char      **texts;
} OutlaySheet;

OutlaySheet             *outlay_sheet_new        (void);
void                     outlay_sheet_free       (OutlaySheet       *sheet);

OutlaySheetRow          *outlay_sheet_add_row    (OutlaySheet       *sheet,
                                                  const char        *name);
OutlaySheetColumn       *outlay_sheet_add_column (OutlaySheet       *sheet,
                                                  const char        *title,
                                                  const char        *spoken,
                                                  const char        *key);
void                     outlay_sheet_add_months (OutlaySheet       *sheet,
                                                  int                start,
                                                  guint              n_months);
void                     outlay_sheet_set        (OutlaySheet       *sheet,
                                                  guint              row,
                                                  guint              column,
                                                  double             value,
                                                  char              *text);

const OutlaySheetRow    *outlay_sheet_get_row    (const OutlaySheet *sheet,
                                                  guint              row);
const OutlaySheetColumn *outlay_sheet_get_column (const OutlaySheet *sheet,
                                                  guint              column);
double                   outlay_sheet_get_value  (const OutlaySheet *sheet,
                                                  guint              row,
                                                  guint              column);
const char              *outlay_sheet_get_text   (const OutlaySheet *sheet,
                                                  guint              row,
                                                  guint              column);
gboolean                 outlay_sheet_get_asks   (const OutlaySheet *sheet,
                                                  guint              row,
                                                  guint              column);

char                    *outlay_sheet_to_tsv     (const OutlaySheet *sheet,
                                                  const char        *name_key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlaySheet, outlay_sheet_free)

G_END_DECLS
