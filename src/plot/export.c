/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>
#include <string.h>

/* Two pixels a px are sharp on paper and on any screen. */
#define PNG_SCALE 2.0

/* A px is a 96th of an inch, a point a 72nd. */
#define POINTS_PER_PX 0.75

#define SIZE_MIN 16.0
#define SIZE_MAX 16000.0

#define FILE_MARGIN 24.0

G_DEFINE_QUARK (outlay-chart-export-error-quark, outlay_chart_export_error)

/* Where cairo's output goes; the first error of the stream is kept, as cairo
 * can only say that there was one. */
typedef struct
{
  GOutputStream  *stream;
  GError        **error;
} Sink;

static cairo_status_t
sink_write (void                *closure,
            const unsigned char *data,
            unsigned int         length)
{
  Sink *sink = closure;

  if (*sink->error != NULL ||
      !g_output_stream_write_all (sink->stream, data, length, NULL, NULL, sink->error))
    return CAIRO_STATUS_WRITE_ERROR;

  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
bytes_write (void                *closure,
             const unsigned char *data,
             unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t   status,
              GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  /* What the stream said is more to the point. */
  if (error != NULL && *error == NULL)
    g_set_error (error, OUTLAY_CHART_EXPORT_ERROR, OUTLAY_CHART_EXPORT_ERROR_FAILED,
                 "The chart could not be drawn: %s", cairo_status_to_string (status));

  return FALSE;
}

static cairo_status_t
draw_on (cairo_surface_t         *surface,
         const OutlayChartLayout *layout,
         double                   scale)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  outlay_chart_layout_draw (layout, cr);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

static gboolean
export_png (const OutlayChartLayout  *layout,
            Sink                     *sink,
            double                    width,
            double                    height)
{
  cairo_surface_t *surface;
  cairo_status_t status;

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                        (int) ceil (width * PNG_SCALE),
                                        (int) ceil (height * PNG_SCALE));
  status = draw_on (surface, layout, PNG_SCALE);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, sink_write, sink);
  cairo_surface_destroy (surface);

  return check_status (status, sink->error);
}

static gboolean
export_pdf (const OutlayChart        *chart,
            const OutlayChartLayout  *layout,
            Sink                     *sink,
            double                    width,
            double                    height)
{
  cairo_surface_t *surface;
  cairo_status_t status;

  surface = cairo_pdf_surface_create_for_stream (sink_write, sink,
                                                 width * POINTS_PER_PX,
                                                 height * POINTS_PER_PX);

  /* The same chart is to be the same file on any day. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  if (chart->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, chart->title);
  if (chart->subtitle != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, chart->subtitle);

  status = draw_on (surface, layout, POINTS_PER_PX);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return check_status (status, sink->error);
}

/* What SVG readers speak and show as the picture's name. */
static char *
create_svg_title (const OutlayChart *chart)
{
  GString *title = g_string_new (NULL);

  if (chart->title != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (chart->title, -1);

      g_string_append_printf (title, "\n<title>%s</title>", escaped);
    }
  if (chart->subtitle != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (chart->subtitle, -1);

      g_string_append_printf (title, "\n<desc>%s</desc>", escaped);
    }

  return g_string_free (title, FALSE);
}

/* Cairo numbers the surfaces of a process and tells so: the same chart would
 * be another file the next time. Nothing refers to that number. */
static void
drop_surface_number (GByteArray *svg)
{
  static const char attribute[] = " id=\"surface";
  const char *text = (const char *) svg->data;
  const char *start = g_strstr_len (text, (gssize) svg->len, attribute);
  gsize from;
  const char *end;

  if (start == NULL)
    return;

  from = (gsize) (start - text);
  end = memchr (start + strlen (attribute), '"', svg->len - from - strlen (attribute));
  if (end != NULL)
    g_byte_array_remove_range (svg, (guint) from, (guint) (end + 1 - start));
}

/* Cairo has no call for an SVG's title: it goes behind the opening tag. */
static gboolean
write_titled_svg (const OutlayChart *chart,
                  GByteArray        *svg,
                  Sink              *sink)
{
  g_autofree char *title = create_svg_title (chart);
  const char *text = (const char *) svg->data;
  const char *tag = g_strstr_len (text, (gssize) svg->len, "<svg");
  const char *end = NULL;
  gsize head;

  if (tag != NULL)
    end = memchr (tag, '>', svg->len - (gsize) (tag - text));
  head = end != NULL ? (gsize) (end - text) + 1 : svg->len;

  return g_output_stream_write_all (sink->stream, text, head, NULL, NULL, sink->error) &&
         g_output_stream_write_all (sink->stream, title, strlen (title),
                                    NULL, NULL, sink->error) &&
         g_output_stream_write_all (sink->stream, text + head, svg->len - head,
                                    NULL, NULL, sink->error);
}

static gboolean
export_svg (const OutlayChart        *chart,
            const OutlayChartLayout  *layout,
            Sink                     *sink,
            double                    width,
            double                    height)
{
  g_autoptr (GByteArray) svg = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  surface = cairo_svg_surface_create_for_stream (bytes_write, svg, width, height);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  status = draw_on (surface, layout, 1.0);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (!check_status (status, sink->error))
    return FALSE;

  drop_surface_number (svg);

  return write_titled_svg (chart, svg, sink);
}

/**
 * outlay_chart_style_init_file:
 * @style: (out caller-allocates): what to fill
 * @dark: for a dark card
 *
 * Sets a style for files and paper: like outlay_chart_style_init(), and with
 * a card, a margin, and a legend where one is needed.
 */
void
outlay_chart_style_init_file (OutlayChartStyle *style,
                              gboolean          dark)
{
  outlay_chart_style_init (style, dark, FALSE);
  style->background = TRUE;
  style->margin = FILE_MARGIN;
  style->legend = OUTLAY_CHART_LEGEND_AUTO;
}

/**
 * outlay_chart_export:
 * @chart: what is to be shown; its title and subtitle name the file's content
 * @style: how, e.g. from outlay_chart_style_init_file()
 * @stream: where to write; it is not closed, so that the caller can still
 *   give up a file that it is replacing
 * @format: the kind of file
 * @width: px, 16 to 16000; a PDF's page has three quarters of it in points
 * @height: px, likewise
 * @error: return location for an error of %OUTLAY_CHART_EXPORT_ERROR or of
 *   the stream
 *
 * Writes a chart that stands alone. The same chart and style make the same
 * bytes.
 *
 * Returns: whether all of it was written
 */
gboolean
outlay_chart_export (const OutlayChart       *chart,
                     const OutlayChartStyle  *style,
                     GOutputStream           *stream,
                     OutlayChartFormat        format,
                     double                   width,
                     double                   height,
                     GError                 **error)
{
  g_autoptr (OutlayChartLayout) layout = NULL;
  g_autoptr (GError) failure = NULL;
  Sink sink = { stream, &failure };
  gboolean done = FALSE;

  g_return_val_if_fail (chart != NULL && style != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!(width >= SIZE_MIN && width <= SIZE_MAX && height >= SIZE_MIN && height <= SIZE_MAX))
    {
      g_set_error (error, OUTLAY_CHART_EXPORT_ERROR, OUTLAY_CHART_EXPORT_ERROR_SIZE,
                   "A picture has %g to %g px on each side", SIZE_MIN, SIZE_MAX);
      return FALSE;
    }

  layout = outlay_chart_layout_new (chart, width, height, style);
  switch (format)
    {
    case OUTLAY_CHART_FORMAT_SVG:
      done = export_svg (chart, layout, &sink, width, height);
      break;
    case OUTLAY_CHART_FORMAT_PNG:
      done = export_png (layout, &sink, width, height);
      break;
    case OUTLAY_CHART_FORMAT_PDF:
      done = export_pdf (chart, layout, &sink, width, height);
      break;
    default:
      g_return_val_if_reached (FALSE);
    }

  if (!done)
    g_propagate_error (error, g_steal_pointer (&failure));

  return done;
}
