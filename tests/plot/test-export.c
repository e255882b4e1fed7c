/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "export.h"
#include "sample-charts.h"

static GBytes *
export_bytes (const SampleChart *sample,
              OutlayChartFormat  format)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_chart_export (&sample->chart, &sample->style, stream, format,
                                      640.0, 400.0, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, &error));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static SampleChart *
create_file_chart (void)
{
  SampleChart *sample = sample_chart_new ();

  outlay_chart_style_init_file (&sample->style, FALSE);
  sample->chart.title = "Frontier model <is> over & above";
  sample->chart.subtitle = "US dollars a month";

  return sample;
}

static gboolean
bytes_contain (GBytes     *bytes,
               const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize length = strlen (text);

  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (data + i, text, length) == 0)
      return TRUE;

  return FALSE;
}

static void
test_kinds_of_file (void)
{
  static const struct { OutlayChartFormat format; const char *start; } table[] = {
    { OUTLAY_CHART_FORMAT_SVG, "<?xml" },
    { OUTLAY_CHART_FORMAT_PNG, "\x89PNG" },
    { OUTLAY_CHART_FORMAT_PDF, "%PDF-1." },
  };
  g_autoptr (SampleChart) sample = create_file_chart ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GBytes) bytes = export_bytes (sample, table[i].format);
      gsize size;
      const char *data = g_bytes_get_data (bytes, &size);

      g_assert_cmpuint (size, >, 2000);
      g_assert_cmpmem (data, strlen (table[i].start), table[i].start, strlen (table[i].start));
    }
}

/* The same chart is the same file, now and later. */
static void
test_same_bytes (void)
{
  g_autoptr (SampleChart) sample = create_file_chart ();

  for (guint format = OUTLAY_CHART_FORMAT_SVG; format <= OUTLAY_CHART_FORMAT_PDF; format++)
    {
      g_autoptr (GBytes) one = export_bytes (sample, (OutlayChartFormat) format);
      g_autoptr (GBytes) other = export_bytes (sample, (OutlayChartFormat) format);

      g_assert_true (g_bytes_equal (one, other));
      g_assert_false (bytes_contain (one, "CreationDate"));
    }
}

static void
test_svg_title (void)
{
  g_autoptr (SampleChart) sample = create_file_chart ();
  g_autoptr (GBytes) bytes = export_bytes (sample, OUTLAY_CHART_FORMAT_SVG);

  g_assert_true (bytes_contain (bytes,
                                "<title>Frontier model &lt;is&gt; over &amp; above</title>"));
  g_assert_true (bytes_contain (bytes, "<desc>US dollars a month</desc>"));
  g_assert_true (bytes_contain (bytes, "width=\"640px\""));
}

static void
test_png_size (void)
{
  g_autoptr (SampleChart) sample = create_file_chart ();
  g_autoptr (GBytes) bytes = export_bytes (sample, OUTLAY_CHART_FORMAT_PNG);
  const guint8 *data = g_bytes_get_data (bytes, NULL);

  /* Width and height stand in the first chunk, big end first. */
  g_assert_cmpuint ((guint) (data[18] << 8 | data[19]), ==, 1280);
  g_assert_cmpuint ((guint) (data[22] << 8 | data[23]), ==, 800);
}

static void
test_bad_size (void)
{
  static const double sizes[][2] = {
    { 0, 400 }, { 640, -1 }, { NAN, 400 }, { INFINITY, 400 }, { 640, 1e6 }, { 15, 15 },
  };
  g_autoptr (SampleChart) sample = create_file_chart ();
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (outlay_chart_export (&sample->chart, &sample->style, stream,
                                           OUTLAY_CHART_FORMAT_PDF, sizes[i][0], sizes[i][1],
                                           &error));
      g_assert_error (error, OUTLAY_CHART_EXPORT_ERROR, OUTLAY_CHART_EXPORT_ERROR_SIZE);
    }
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
}

/* A full disk: what the stream says comes through. */
static void
test_stream_error (void)
{
  g_autoptr (SampleChart) sample = create_file_chart ();

  for (guint format = OUTLAY_CHART_FORMAT_SVG; format <= OUTLAY_CHART_FORMAT_PDF; format++)
    {
      char room[1500];
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_false (outlay_chart_export (&sample->chart, &sample->style, stream,
                                           (OutlayChartFormat) format, 640.0, 400.0, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      g_assert_false (outlay_chart_export (&sample->chart, &sample->style, stream,
                                           (OutlayChartFormat) format, 640.0, 400.0, NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plot/export/kinds-of-file", test_kinds_of_file);
  g_test_add_func ("/plot/export/same-bytes", test_same_bytes);
  g_test_add_func ("/plot/export/svg-title", test_svg_title);
  g_test_add_func ("/plot/export/png-size", test_png_size);
  g_test_add_func ("/plot/export/bad-size", test_bad_size);
  g_test_add_func ("/plot/export/stream-error", test_stream_error);

  return g_test_run ();
}
