/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jansson writes 0.6 as 0.59999999999999998 and each entry of a list on a line
 * of its own; a scenario file is read by people and compared by line. */
#include "json-writer.h"

#include <math.h>

struct _OutlayJsonWriter
{
  GString  *text;
  guint     depth;
  guint     n_lines_open; /* begin_line calls: inside, all stays on one line */
  gboolean  first;        /* nothing stands yet in the container at hand */
  gboolean  after_key;
};

OutlayJsonWriter *
outlay_json_writer_new (void)
{
  OutlayJsonWriter *writer = g_new0 (OutlayJsonWriter, 1);

  writer->text = g_string_new (NULL);
  writer->first = TRUE;

  return writer;
}

void
outlay_json_writer_free (OutlayJsonWriter *writer)
{
  if (writer->text != NULL)
    g_string_free (writer->text, TRUE);
  g_free (writer);
}

/**
 * outlay_json_writer_finish:
 * @writer: a writer
 *
 * Returns: (transfer full): all that was written, with a newline at the end
 */
char *
outlay_json_writer_finish (OutlayJsonWriter *writer)
{
  g_string_append_c (writer->text, '\n');

  return g_string_free (g_steal_pointer (&writer->text), FALSE);
}

static void
break_line (OutlayJsonWriter *writer)
{
  if (writer->n_lines_open > 0)
    return;

  g_string_append_c (writer->text, '\n');
  for (guint i = 0; i < writer->depth; i++)
    g_string_append_c (writer->text, ' ');
}

/* What stands between one value and the next. */
static void
separate (OutlayJsonWriter *writer)
{
  if (writer->after_key)
    {
      writer->after_key = FALSE;
      return;
    }

  if (!writer->first)
    g_string_append (writer->text, writer->n_lines_open > 0 ? ", " : ",");
  if (writer->depth > 0)
    break_line (writer);
  writer->first = FALSE;
}

static void
begin (OutlayJsonWriter *writer,
       char              bracket)
{
  separate (writer);
  g_string_append_c (writer->text, bracket);
  writer->depth++;
  writer->first = TRUE;
}

static void
end (OutlayJsonWriter *writer,
     char              bracket)
{
  gboolean empty = writer->first;

  writer->depth--;
  if (!empty)
    break_line (writer);
  g_string_append_c (writer->text, bracket);
  writer->first = FALSE;
}

void
outlay_json_writer_begin_object (OutlayJsonWriter *writer)
{
  begin (writer, '{');
}

void
outlay_json_writer_end_object (OutlayJsonWriter *writer)
{
  end (writer, '}');
}

void
outlay_json_writer_begin_list (OutlayJsonWriter *writer)
{
  begin (writer, '[');
}

void
outlay_json_writer_end_list (OutlayJsonWriter *writer)
{
  end (writer, ']');
}

/* What is written up to the matching end_line stays on one line. It is called
 * just inside a container. */
void
outlay_json_writer_begin_line (OutlayJsonWriter *writer)
{
  writer->n_lines_open++;
}

void
outlay_json_writer_end_line (OutlayJsonWriter *writer)
{
  writer->n_lines_open--;
}

static void
append_string (GString    *text,
               const char *string)
{
  g_string_append_c (text, '"');
  for (const char *c = string; *c != '\0'; c++)
    switch (*c)
      {
      case '"':
      case '\\':
        g_string_append_c (text, '\\');
        g_string_append_c (text, *c);
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      case '\t':
        g_string_append (text, "\\t");
        break;
      default:
        if ((guchar) *c < 0x20)
          g_string_append_printf (text, "\\u%04x", (guint) (guchar) *c);
        else
          g_string_append_c (text, *c);
      }
  g_string_append_c (text, '"');
}

void
outlay_json_writer_key (OutlayJsonWriter *writer,
                        const char       *key)
{
  separate (writer);
  append_string (writer->text, key);
  g_string_append (writer->text, ": ");
  writer->after_key = TRUE;
}

/**
 * outlay_number_to_string:
 * @value: a number
 *
 * Returns: (transfer full): the fewest digits that read back the same, with a
 *   point as the decimal mark
 */
char *
outlay_number_to_string (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 15; digits <= 17; digits++)
    {
      char format[] = "%.15g";

      format[3] = (char) ('0' + digits % 10);
      g_ascii_formatd (text, sizeof text, format, value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }

  return g_strdup (text);
}

void
outlay_json_writer_number (OutlayJsonWriter *writer,
                           double            value)
{
  g_autofree char *number = NULL;

  if (!isfinite (value))
    {
      outlay_json_writer_null (writer);
      return;
    }

  separate (writer);
  number = outlay_number_to_string (value);
  g_string_append (writer->text, number);
}

void
outlay_json_writer_whole (OutlayJsonWriter *writer,
                          gint64            value)
{
  separate (writer);
  g_string_append_printf (writer->text, "%" G_GINT64_FORMAT, value);
}

void
outlay_json_writer_text (OutlayJsonWriter *writer,
                         const char       *value)
{
  if (value == NULL)
    {
      outlay_json_writer_null (writer);
      return;
    }

  separate (writer);
  append_string (writer->text, value);
}

void
outlay_json_writer_flag (OutlayJsonWriter *writer,
                         gboolean          value)
{
  separate (writer);
  g_string_append (writer->text, value ? "true" : "false");
}

void
outlay_json_writer_null (OutlayJsonWriter *writer)
{
  separate (writer);
  g_string_append (writer->text, "null");
}

/* A list of numbers, on one line. */
void
outlay_json_writer_numbers (OutlayJsonWriter *writer,
                            const double     *values,
                            gsize             n_values)
{
  outlay_json_writer_begin_list (writer);
  outlay_json_writer_begin_line (writer);
  for (gsize i = 0; i < n_values; i++)
    outlay_json_writer_number (writer, values[i]);
  outlay_json_writer_end_list (writer);
  outlay_json_writer_end_line (writer);
}

/* Entries of an object */

void
outlay_json_writer_add_number (OutlayJsonWriter *writer,
                               const char       *key,
                               double            value)
{
  outlay_json_writer_key (writer, key);
  outlay_json_writer_number (writer, value);
}

void
outlay_json_writer_add_whole (OutlayJsonWriter *writer,
                              const char       *key,
                              gint64            value)
{
  outlay_json_writer_key (writer, key);
  outlay_json_writer_whole (writer, value);
}

void
outlay_json_writer_add_text (OutlayJsonWriter *writer,
                             const char       *key,
                             const char       *value)
{
  outlay_json_writer_key (writer, key);
  outlay_json_writer_text (writer, value);
}
