/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report.h"

#include "export.h"

#include <glib/gi18n.h>
#include <math.h>

/* A chart of more series than these grows. */
#define FEW_SERIES 7
#define PX_PER_SERIES 14.0
#define MOST_PX 110.0

static void
clear_column (gpointer data)
{
  OutlayReportColumn *column = data;

  g_free (column->title);
}

static void
clear_cell (gpointer data)
{
  OutlayReportCell *cell = data;

  g_free (cell->text);
}

static void
free_figure (OutlayReportFigure *figure)
{
  if (figure == NULL)
    return;

  g_free (figure->title);
  g_free (figure->subtitle);
  g_free (figure->alternative);
  figure->free_owner (figure->owner);
  g_free (figure);
}

static void
free_table (OutlayReportTable *table)
{
  if (table == NULL)
    return;

  g_free (table->caption);
  g_array_unref (table->columns);
  g_array_unref (table->cells);
  g_free (table);
}

static void
free_block (gpointer data)
{
  OutlayReportBlock *block = data;

  g_free (block->text);
  free_figure (block->figure);
  free_table (block->table);
  g_free (block);
}

/**
 * outlay_report_new:
 * @title: what it is about
 * @right_to_left: whether its lines run from right to left
 * @currency: ISO 4217 code of its figures
 *
 * Returns: (transfer full): an empty report
 */
OutlayReport *
outlay_report_new (const char *title,
                   gboolean    right_to_left,
                   const char *currency)
{
  OutlayReport *report = g_new0 (OutlayReport, 1);

  report->title = g_strdup (title);
  /* Translators: the tag of the language into which this is translated, such as
   * "de" or "pt-BR", which tells screen readers how to speak a report */
  report->language = g_strdup (C_("language tag", "en"));
  report->right_to_left = right_to_left;
  report->currency = g_strdup (currency);
  report->blocks = g_ptr_array_new_with_free_func (free_block);

  return report;
}

void
outlay_report_free (OutlayReport *report)
{
  g_free (report->title);
  g_free (report->subtitle);
  g_free (report->client);
  g_free (report->date);
  g_free (report->language);
  g_free (report->currency);
  g_clear_pointer (&report->logo, g_bytes_unref);
  g_ptr_array_unref (report->blocks);
  g_free (report);
}

static OutlayReportBlock *
add_block (OutlayReport          *report,
           OutlayReportBlockKind  kind)
{
  OutlayReportBlock *block = g_new0 (OutlayReportBlock, 1);

  block->kind = kind;
  g_ptr_array_add (report->blocks, block);

  return block;
}

/* Adds a heading, a paragraph or a note. */
void
outlay_report_add_text (OutlayReport          *report,
                        OutlayReportBlockKind  kind,
                        const char            *text)
{
  g_return_if_fail (kind <= OUTLAY_REPORT_NOTE);

  add_block (report, kind)->text = g_strdup (text);
}

/**
 * outlay_report_add_sentence:
 * @report: a report
 * @sentence: (transfer full) (nullable): a finding, without its full stop
 *
 * Adds a paragraph of one sentence.
 */
void
outlay_report_add_sentence (OutlayReport *report,
                            char         *sentence)
{
  g_autofree char *words = sentence;

  if (words == NULL)
    return;

  /* Translators: a finding becomes a sentence */
  add_block (report, OUTLAY_REPORT_PARAGRAPH)->text = g_strdup_printf (C_("sentence", "%s."),
                                                                       words);
}

/**
 * outlay_report_add_figure:
 * @report: a report
 * @chart: what is drawn
 * @owner: (transfer full): what @chart points to
 * @free_owner: how to free it
 *
 * Returns: (transfer none): the figure, whose words are to be filled in
 */
OutlayReportFigure *
outlay_report_add_figure (OutlayReport      *report,
                          const OutlayChart *chart,
                          gpointer           owner,
                          GDestroyNotify     free_owner)
{
  OutlayReportFigure *figure = g_new0 (OutlayReportFigure, 1);

  figure->chart = *chart;
  figure->owner = owner;
  figure->free_owner = free_owner;
  add_block (report, OUTLAY_REPORT_FIGURE)->figure = figure;

  return figure;
}

/* Returns: (transfer none): an empty table; add columns, then cells */
OutlayReportTable *
outlay_report_add_table (OutlayReport *report,
                         const char   *caption)
{
  OutlayReportTable *table = g_new0 (OutlayReportTable, 1);

  table->caption = g_strdup (caption);
  table->columns = g_array_new (FALSE, TRUE, sizeof (OutlayReportColumn));
  g_array_set_clear_func (table->columns, clear_column);
  table->cells = g_array_new (FALSE, TRUE, sizeof (OutlayReportCell));
  g_array_set_clear_func (table->cells, clear_cell);
  table->strong_row = -1;
  add_block (report, OUTLAY_REPORT_TABLE)->table = table;

  return table;
}

void
outlay_report_table_add_column (OutlayReportTable *table,
                                const char        *title,
                                gboolean           is_number)
{
  OutlayReportColumn column = { g_strdup (title), is_number };

  g_return_if_fail (table->cells->len == 0);

  g_array_append_val (table->columns, column);
}

void
outlay_report_table_add_text (OutlayReportTable *table,
                              const char        *text)
{
  outlay_report_table_add_number (table, NAN, g_strdup (text != NULL ? text : ""));
}

/**
 * outlay_report_table_add_number:
 * @table: a table
 * @value: a figure, or NaN
 * @text: (transfer full): the same as people read it
 *
 * Adds the next cell.
 */
void
outlay_report_table_add_number (OutlayReportTable *table,
                                double             value,
                                char              *text)
{
  OutlayReportCell cell = { text, value };

  g_array_append_val (table->cells, cell);
}

guint
outlay_report_table_get_n_rows (const OutlayReportTable *table)
{
  return table->cells->len / table->columns->len;
}

const OutlayReportCell *
outlay_report_table_get_cell (const OutlayReportTable *table,
                              guint                    row,
                              guint                    column)
{
  return &g_array_index (table->cells, OutlayReportCell, row * table->columns->len + column);
}

const OutlayReportColumn *
outlay_report_table_get_column (const OutlayReportTable *table,
                                guint                    column)
{
  return &g_array_index (table->columns, OutlayReportColumn, column);
}

/**
 * outlay_report_figure_stretch:
 * @figure: a figure
 * @height: what a chart of a few lines takes, in px
 *
 * Returns: what this chart takes: more where its names need a legend of several
 *   lines
 */
double
outlay_report_figure_stretch (const OutlayReportFigure *figure,
                              double                    height)
{
  guint more = figure->chart.n_series > FEW_SERIES ? figure->chart.n_series - FEW_SERIES : 0;

  return height + MIN (more * PX_PER_SERIES, MOST_PX);
}

/**
 * outlay_report_init_chart_style:
 * @report: a report
 * @style: (out caller-allocates): how its figures look on a white page
 * @voice: (out caller-allocates): what @style borrows; clear it afterwards
 *
 * A figure's words stand beside it, so that it needs no margin.
 */
void
outlay_report_init_chart_style (const OutlayReport *report,
                                OutlayChartStyle   *style,
                                OutlayChartVoice   *voice)
{
  outlay_chart_style_init_file (style, FALSE);
  style->right_to_left = report->right_to_left;
  style->background = FALSE;
  style->margin = 0;
  style->palette.card = outlay_color_from_hex (0xffffff);
  outlay_chart_voice_init (voice, style, report->currency);
}
