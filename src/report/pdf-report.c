/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as PDF: pages with numbers, text that can be searched, charts as
 * vectors. */
#include "pdf-report.h"

#include "export.h"
#include "pdf-amend.h"

#include <string.h>

#define TITLE_FONT 20.0
#define HEADING_FONT 14.0
#define LINE_FONT 10.0
#define NOTE_FONT 8.5
#define FIGURE_FONT 10.0
#define LOGO_WIDTH 160.0
#define LOGO_HEIGHT 48.0
#define PARAGRAPH_GAP 4.0
#define SECTION_GAP 20.0
#define FIGURE_GAP 14.0

/* A heading takes at least this much along. */
#define HEADING_COMPANY 110.0

/* A chart's own px: its words come out as large as those of a table. */
#define CHART_WIDTH 760.0
#define CHART_HEIGHT 340.0

static double
add_text (OutlayPages *pages,
          const char  *words,
          double       size,
          gboolean     bold,
          OutlayColor  color,
          const char  *tag)
{
  double width = outlay_pages_get_room (pages);
  PangoLayout *text = outlay_pages_set_text (pages, words, size, bold, width, FALSE);
  double height = outlay_text_get_height (text);

  outlay_pages_need (pages, height);
  outlay_pages_put_text (pages, text, color, tag, 0, pages->y, width);
  pages->y += height;

  return height;
}

typedef struct
{
  const char *data;
  gsize       size;
} Reader;

static cairo_status_t
read_logo (void          *closure,
           unsigned char *data,
           unsigned int   length)
{
  Reader *reader = closure;

  if (length > reader->size)
    return CAIRO_STATUS_READ_ERROR;

  memcpy (data, reader->data, length);
  reader->data += length;
  reader->size -= length;

  return CAIRO_STATUS_SUCCESS;
}

/* A picture that cannot be read is left out: the report is worth more. */
static void
add_logo (OutlayPages *pages,
          GBytes      *logo)
{
  Reader reader;
  cairo_surface_t *image;
  double scale;

  reader.data = g_bytes_get_data (logo, &reader.size);
  image = cairo_image_surface_create_from_png_stream (read_logo, &reader);
  if (cairo_surface_status (image) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (image);
      return;
    }

  scale = MIN (LOGO_WIDTH / cairo_image_surface_get_width (image),
               LOGO_HEIGHT / cairo_image_surface_get_height (image));
  scale = MIN (scale, 1);
  outlay_pages_put_image (pages, image, scale);
  pages->y += cairo_image_surface_get_height (image) * scale + FIGURE_GAP;
}

static void
add_head (OutlayPages *pages)
{
  const OutlayReport *report = pages->report;
  const char *lines[] = { report->subtitle, report->client, report->date };

  if (report->logo != NULL)
    add_logo (pages, report->logo);
  /* Cairo calls a file tagged where all is in one such part; a picture may not be
   * (outlay_pages_put_image()). */
  outlay_pages_open (pages, "Document");
  add_text (pages, report->title, TITLE_FONT, TRUE, pages->palette.text, "H1");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL)
      add_text (pages, lines[i], LINE_FONT, FALSE, pages->palette.dim, "P");
  pages->y += SECTION_GAP / 2;
  outlay_pages_put_rule (pages, pages->palette.text, pages->y);
}

/* Of the chart alone, in points. */
static double
get_chart_height (const OutlayPages        *pages,
                  const OutlayReportFigure *figure)
{
  return outlay_report_figure_stretch (figure, CHART_HEIGHT) *
         outlay_pages_get_room (pages) / CHART_WIDTH;
}

static double
get_figure_height (const OutlayPages        *pages,
                   const OutlayReportFigure *figure)
{
  return get_chart_height (pages, figure) + 4 * FIGURE_FONT;
}

/* A heading stays with what it announces. */
static void
add_heading (OutlayPages             *pages,
             const char              *words,
             const OutlayReportBlock *next)
{
  double company = HEADING_COMPANY;

  if (next != NULL && next->kind == OUTLAY_REPORT_FIGURE)
    company = get_figure_height (pages, next->figure) + FIGURE_GAP + 3 * HEADING_FONT;
  if (next != NULL && next->kind == OUTLAY_REPORT_TABLE)
    company = outlay_pages_measure_table (pages, next->table) + 3 * HEADING_FONT;

  pages->y += SECTION_GAP;
  outlay_pages_need (pages, company);
  add_text (pages, words, HEADING_FONT, TRUE, pages->palette.text, "H2");
  pages->y += 2 * PARAGRAPH_GAP;
}

static void
add_figure (OutlayPages              *pages,
            const OutlayReportFigure *figure)
{
  double scale = outlay_pages_get_room (pages) / CHART_WIDTH;
  g_auto (OutlayChartVoice) voice = { 0 };
  OutlayChartLayout *chart;
  OutlayChartStyle style;

  pages->y += FIGURE_GAP / 2;
  outlay_pages_need (pages, get_figure_height (pages, figure));
  add_text (pages, figure->title, FIGURE_FONT, TRUE, pages->palette.text, "P");
  add_text (pages, figure->subtitle, NOTE_FONT, FALSE, pages->palette.dim, "P");
  pages->y += PARAGRAPH_GAP;

  outlay_report_init_chart_style (pages->report, &style, &voice);
  chart = outlay_chart_layout_new (&figure->chart, CHART_WIDTH,
                                   outlay_report_figure_stretch (figure, CHART_HEIGHT), &style);
  outlay_pages_put_chart (pages, chart, scale);
  pages->y += get_chart_height (pages, figure) + FIGURE_GAP;
}

static void
add_block (OutlayPages *pages,
           guint        number)
{
  const GPtrArray *blocks = pages->report->blocks;
  const OutlayReportBlock *block = g_ptr_array_index (blocks, number);
  const OutlayReportBlock *next = NULL;

  if (number + 1 < blocks->len)
    next = g_ptr_array_index (blocks, number + 1);

  switch (block->kind)
    {
    case OUTLAY_REPORT_HEADING:
      add_heading (pages, block->text, next);
      break;
    case OUTLAY_REPORT_PARAGRAPH:
      add_text (pages, block->text, LINE_FONT, FALSE, pages->palette.text, "P");
      pages->y += PARAGRAPH_GAP;
      break;
    case OUTLAY_REPORT_NOTE:
      add_text (pages, block->text, NOTE_FONT, FALSE, pages->palette.dim, "P");
      pages->y += PARAGRAPH_GAP;
      break;
    case OUTLAY_REPORT_FIGURE:
      add_figure (pages, block->figure);
      break;
    case OUTLAY_REPORT_TABLE:
    default:
      outlay_pages_add_table (pages, block->table);
    }
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * outlay_report_lay_out:
 * @report: a report, which must live as long as the pages
 * @width: of a page in points; 0 for the paper of the person's country
 * @height: of a page, likewise
 *
 * Returns: (transfer full): its pages
 */
OutlayPages *
outlay_report_lay_out (const OutlayReport *report,
                       double              width,
                       double              height)
{
  OutlayPages *pages = outlay_pages_new (report, width, height);

  add_head (pages);
  for (guint i = 0; i < report->blocks->len; i++)
    add_block (pages, i);
  outlay_pages_close (pages, "Document");

  return pages;
}

static void
describe_file (const OutlayReport *report,
               cairo_surface_t    *surface)
{
  /* The same report is to be the same file on any day. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, report->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Outlay " OUTLAY_VERSION);
  if (report->subtitle != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, report->subtitle);
}

static cairo_status_t
draw_pages (OutlayPages     *pages,
            cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  for (guint page = 0; page < pages->pages->len; page++)
    {
      outlay_pages_draw_page (pages, page, surface, cr);
      cairo_show_page (cr);
    }

  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

/* What cairo has no words for. */
static void
amend_file (const OutlayReport *report,
            GByteArray         *file)
{
  g_autoptr (GPtrArray) alternatives = g_ptr_array_new ();

  for (guint i = 0; i < report->blocks->len; i++)
    {
      const OutlayReportBlock *block = g_ptr_array_index (report->blocks, i);

      if (block->kind == OUTLAY_REPORT_FIGURE)
        g_ptr_array_add (alternatives, block->figure->alternative);
    }
  g_ptr_array_add (alternatives, NULL);
  outlay_pdf_amend (file, report->language, (const char * const *) alternatives->pdata);
}

/**
 * outlay_report_to_pdf:
 * @report: a report
 * @error: return location for an error of drawing
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
outlay_report_to_pdf (const OutlayReport  *report,
                      GError             **error)
{
  g_autoptr (OutlayPages) pages = outlay_report_lay_out (report, 0, 0);
  g_autoptr (GByteArray) file = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  surface = cairo_pdf_surface_create_for_stream (append_bytes, file, pages->width, pages->height);
  describe_file (report, surface);
  status = draw_pages (pages, surface);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    {
      amend_file (report, file);
      return g_byte_array_free_to_bytes (g_steal_pointer (&file));
    }

  g_set_error (error, OUTLAY_CHART_EXPORT_ERROR, OUTLAY_CHART_EXPORT_ERROR_FAILED,
               "The report could not be drawn: %s", cairo_status_to_string (status));

  return NULL;
}
