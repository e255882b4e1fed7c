/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as one HTML file that needs nothing else: no script, no link, charts
 * drawn in it. */
#include "html-report.h"

#include "export.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define CHART_WIDTH 960
#define CHART_HEIGHT 440

static const char style_sheet[] =
  ":root { color-scheme: light; }\n"
  "body { margin: 0 auto; max-width: 60rem; padding: 2rem 1.25rem 3rem;\n"
  "  font: 1rem/1.5 Cantarell, \"Noto Sans\", system-ui, sans-serif;\n"
  "  color: #1e1e1e; background: #fff; font-variant-numeric: tabular-nums; }\n"
  "header { border-block-end: 2px solid #1e1e1e; padding-block-end: 1rem; }\n"
  "header img { max-height: 4rem; max-width: 16rem; display: block; margin-block-end: 1rem; }\n"
  "h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .4rem; }\n"
  "h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.5rem 0 .6rem; }\n"
  "header p { margin: 0; color: #4a4a4a; }\n"
  "p { margin: 0 0 .6rem; }\n"
  ".note { color: #4a4a4a; font-size: .9rem; }\n"
  "figure { margin: 1.5rem 0; }\n"
  "figcaption { margin-block-end: .75rem; }\n"
  "figcaption > * { display: block; }\n"
  "figcaption span { color: #4a4a4a; font-size: .9rem; }\n"
  "figure svg { display: block; width: 100%; height: auto; }\n"
  ".table { overflow-x: auto; margin: 1.25rem 0; }\n"
  "table { border-collapse: collapse; width: 100%; font-size: .88rem; line-height: 1.35; }\n"
  "caption { font-weight: bold; padding-block-end: .4rem; }\n"
  "th, td { vertical-align: top; font-weight: normal; padding: .28rem .5rem;\n"
  "  border-block-end: 1px solid #d6d6d6; }\n"
  "thead th { color: #4a4a4a; vertical-align: bottom; border-block-end-color: #777; }\n"
  "td.number { white-space: nowrap; }\n"
  /* Words that run against the page begin on its side even so. */
  "h1, h2, p, figcaption > *, caption, th, td { text-align: left; }\n"
  ":root[dir=rtl] :is(h1, h2, p, figcaption > *, caption, th, td) { text-align: right; }\n"
  "th.number, td.number { text-align: right; }\n"
  ":root[dir=rtl] :is(th, td).number { text-align: left; }\n"
  ".sum th, .sum td { font-weight: bold; border-block-start: 1px solid #777; }\n"
  "@media print { body { max-width: none; padding: 0; font-size: 10pt; }\n"
  "  figure, tr { break-inside: avoid; } h2, caption { break-after: avoid; }\n"
  "  .table { overflow: visible; } }\n";

static void
append_text (GString    *html,
             const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *escaped = g_markup_escape_text (valid, -1);

  g_string_append (html, escaped);
}

/* An element that holds words, which may run either way. */
static void
append_words (GString    *html,
              const char *tag,
              const char *attributes,
              const char *text)
{
  g_string_append_printf (html, "<%s%s dir=\"auto\">", tag, attributes);
  append_text (html, text);
  g_string_append_printf (html, "</%s>", tag);
}

static void
append_head (GString            *html,
             const OutlayReport *report)
{
  g_string_append (html, "<!DOCTYPE html>\n");
  g_string_append_printf (html, "<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                          report->language, report->right_to_left ? "rtl" : "ltr");
  g_string_append (html, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                         "<meta name=\"generator\" content=\"Outlay " OUTLAY_VERSION "\">\n"
                         "<title>");
  append_text (html, report->title);
  g_string_append_printf (html, "</title>\n<style>\n%s</style>\n</head>\n", style_sheet);
}

static void
append_header (GString            *html,
               const OutlayReport *report)
{
  const char *lines[] = { report->subtitle, report->client, report->date };

  g_string_append (html, "<header>\n");
  if (report->logo != NULL)
    {
      gsize size;
      const guchar *data = g_bytes_get_data (report->logo, &size);
      g_autofree char *coded = g_base64_encode (data, size);

      /* The client's name stands below it. */
      g_string_append_printf (html, "<img src=\"data:image/png;base64,%s\" alt=\"\">\n", coded);
    }
  append_words (html, "h1", "", report->title);
  g_string_append_c (html, '\n');
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL)
      {
        append_words (html, "p", "", lines[i]);
        g_string_append_c (html, '\n');
      }
  g_string_append (html, "</header>\n");
}

/* Cairo gives the same names in each picture: within one page they must differ. */
static void
append_svg_named (GString    *html,
                  const char *svg,
                  guint       number)
{
  static const char * const marks[] = { " id=\"", "href=\"#", "url(#" };
  const char *at = svg;

  while (*at != '\0')
    {
      gsize skip = 0;

      for (guint i = 0; i < G_N_ELEMENTS (marks) && skip == 0; i++)
        if (g_str_has_prefix (at, marks[i]))
          skip = strlen (marks[i]);

      if (skip == 0)
        g_string_append_c (html, *at++);
      else
        {
          g_string_append_len (html, at, (gssize) skip);
          g_string_append_printf (html, "f%u-", number);
          at += skip;
        }
    }
}

static char *
draw_svg (const OutlayReport        *report,
          const OutlayReportFigure  *figure,
          GError                   **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_auto (OutlayChartVoice) voice = { 0 };
  OutlayChartStyle style;

  outlay_report_init_chart_style (report, &style, &voice);
  if (!outlay_chart_export (&figure->chart, &style, stream, OUTLAY_CHART_FORMAT_SVG,
                            CHART_WIDTH, outlay_report_figure_stretch (figure, CHART_HEIGHT), error) ||
      !g_output_stream_write_all (stream, "", 1, NULL, NULL, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static gboolean
append_figure (GString                   *html,
               const OutlayReport        *report,
               const OutlayReportFigure  *figure,
               guint                      number,
               GError                   **error)
{
  g_autofree char *svg = draw_svg (report, figure, error);
  const char *start = svg != NULL ? strstr (svg, "<svg") : NULL;
  g_autofree char *opening = NULL;

  if (start == NULL)
    return FALSE;

  g_string_append (html, "<figure>\n<figcaption>");
  append_words (html, "strong", "", figure->title);
  g_string_append_c (html, ' ');
  append_words (html, "span", "", figure->subtitle);
  g_string_append (html, "</figcaption>\n");

  opening = g_markup_printf_escaped ("<svg role=\"img\" aria-label=\"%s\"", figure->alternative);
  g_string_append (html, opening);
  append_svg_named (html, start + strlen ("<svg"), number);
  g_string_append (html, "</figure>\n");

  return TRUE;
}

/* The figure itself beside what people read, for who takes the table apart. */
static void
append_cell (GString                *html,
             const OutlayReportCell *cell,
             gboolean                is_number,
             gboolean                is_name)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  const char *attributes = is_number ? " class=\"number\"" : "";

  if (is_name)
    append_words (html, "th", " scope=\"row\"", cell->text);
  else if (!isfinite (cell->value))
    append_words (html, "td", attributes, cell->text);
  else
    {
      g_string_append_printf (html, "<td%s><data value=\"%s\">", attributes,
                              g_ascii_dtostr (number, sizeof number, cell->value));
      append_text (html, cell->text);
      g_string_append (html, "</data></td>");
    }
}

static void
append_headings (GString                 *html,
                 const OutlayReportTable *table)
{
  g_string_append (html, "<thead>\n<tr>");
  for (guint i = 0; i < table->columns->len; i++)
    {
      const OutlayReportColumn *column = outlay_report_table_get_column (table, i);
      const char *attributes = column->is_number ? " scope=\"col\" class=\"number\""
                                                 : " scope=\"col\"";

      if (*column->title != '\0')
        append_words (html, "th", attributes, column->title);
      else
        g_string_append (html, "<td></td>");
    }
  g_string_append (html, "</tr>\n</thead>\n");
}

static void
append_table (GString                 *html,
              const OutlayReportTable *table,
              guint                    number)
{
  guint n_rows = outlay_report_table_get_n_rows (table);

  /* A table may be wider than the page: then the keyboard has to reach it. */
  g_string_append_printf (html, "<div class=\"table\" role=\"group\" tabindex=\"0\" "
                                "aria-labelledby=\"t%u\">\n<table>\n", number);
  g_string_append_printf (html, "<caption id=\"t%u\" dir=\"auto\">", number);
  append_text (html, table->caption);
  g_string_append (html, "</caption>\n");
  append_headings (html, table);

  g_string_append (html, "<tbody>\n");
  for (guint row = 0; row < n_rows; row++)
    {
      g_string_append (html, (int) row == table->strong_row ? "<tr class=\"sum\">" : "<tr>");
      for (guint i = 0; i < table->columns->len; i++)
        append_cell (html, outlay_report_table_get_cell (table, row, i),
                     outlay_report_table_get_column (table, i)->is_number, i == 0);
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</tbody>\n</table>\n</div>\n");
}

static gboolean
append_block (GString                  *html,
              const OutlayReport       *report,
              guint                     number,
              GError                  **error)
{
  const OutlayReportBlock *block = g_ptr_array_index (report->blocks, number);

  switch (block->kind)
    {
    case OUTLAY_REPORT_HEADING:
      append_words (html, "h2", "", block->text);
      break;
    case OUTLAY_REPORT_PARAGRAPH:
      append_words (html, "p", "", block->text);
      break;
    case OUTLAY_REPORT_NOTE:
      append_words (html, "p", " class=\"note\"", block->text);
      break;
    case OUTLAY_REPORT_FIGURE:
      return append_figure (html, report, block->figure, number, error);
    case OUTLAY_REPORT_TABLE:
    default:
      append_table (html, block->table, number);
      return TRUE;
    }
  g_string_append_c (html, '\n');

  return TRUE;
}

/**
 * outlay_report_to_html:
 * @report: a report
 * @error: return location for an error of drawing
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
outlay_report_to_html (const OutlayReport  *report,
                       GError             **error)
{
  g_autoptr (GString) html = g_string_new (NULL);

  append_head (html, report);
  g_string_append (html, "<body>\n");
  append_header (html, report);
  g_string_append (html, "<main>\n");
  for (guint i = 0; i < report->blocks->len; i++)
    if (!append_block (html, report, i, error))
      return NULL;
  g_string_append (html, "</main>\n</body>\n</html>\n");

  return g_string_free_to_bytes (g_steal_pointer (&html));
}
