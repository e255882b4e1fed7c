/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger as a table: one run a row, columns in any order. A row is a line: a
 * field with a line break in it is not taken. */
#include "log-reader.h"
#include "log-row.h"

#include <math.h>
#include <string.h>

/* Rows that are alike are told apart by their number, among so many
 * rows before: they stand close together in a table that is sorted by time. */
#define MAX_REMEMBERED 200000

typedef struct
{
  OutlayLogFile *file;
  GArray        *columns; /* (element-type int): what each column means, or -1 */
  GPtrArray     *fields;
  GHashTable    *copies;  /* (element-type gint64 guint): how often a row stood here */
  char           separator;
} Reader;

static gpointer
begin (OutlayLogFile *file)
{
  Reader *reader = g_new0 (Reader, 1);

  reader->file = file;
  reader->columns = g_array_new (FALSE, FALSE, sizeof (int));
  reader->fields = g_ptr_array_new_with_free_func (g_free);
  reader->copies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return reader;
}

static void
end (gpointer state)
{
  Reader *reader = state;

  g_array_unref (reader->columns);
  g_ptr_array_unref (reader->fields);
  g_hash_table_unref (reader->copies);
  g_free (reader);
}

static void
read_headings (Reader     *reader,
               const char *text,
               gsize       length)
{
  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      length -= 3;
    }

  reader->separator = outlay_csv_tell_separator (text, length);
  outlay_csv_split (text, length, reader->separator, reader->fields);
  for (guint i = 0; i < reader->fields->len; i++)
    {
      int column = outlay_csv_mapping_find (reader->file->columns,
                                            g_ptr_array_index (reader->fields, i));

      g_array_append_val (reader->columns, column);
    }
}

/* A whole number of 0 or more; nothing at all leaves @value as it is. */
static gboolean
read_whole (const char *text,
            gint64     *value)
{
  char *behind;
  double number = g_ascii_strtod (text, &behind);

  if (*text == '\0')
    return TRUE;
  if (*behind != '\0' || !(number >= 0 && number <= 1e15) || number != floor (number))
    return FALSE;

  *value = (gint64) number;

  return TRUE;
}

/* A number times @scale, whole from there on. */
static gboolean
read_scaled (const char *text,
             double      scale,
             gint64     *value)
{
  char *behind;
  double number = g_ascii_strtod (text, &behind);

  if (*text == '\0')
    return TRUE;
  if (*behind != '\0' || !(number >= 0 && number * scale <= 9e18))
    return FALSE;

  *value = llround (number * scale);

  return TRUE;
}

static gint64 *
find_count (OutlayLogRow *row,
            int           column)
{
  switch (column)
    {
    case OUTLAY_ROW_INPUT: return &row->tokens.input;
    case OUTLAY_ROW_WRITE_5M: return &row->tokens.write_5m;
    case OUTLAY_ROW_WRITE_1H: return &row->tokens.write_1h;
    case OUTLAY_ROW_READ: return &row->tokens.read;
    case OUTLAY_ROW_OUTPUT: return &row->tokens.output;
    case OUTLAY_ROW_TURNS: return &row->turns;
    case OUTLAY_ROW_CALLS: return &row->calls;
    case OUTLAY_ROW_TOOL_CALLS: return &row->tool_calls;
    default: return NULL;
    }
}

static gboolean
read_field (Reader       *reader,
            OutlayLogRow *row,
            int           column,
            char         *text)
{
  gint64 *count = find_count (row, column);

  g_strstrip (text);
  if (column < 0)
    return TRUE;
  if (column < OUTLAY_N_ROW_TEXTS)
    {
      if (*text != '\0')
        row->texts[column] = outlay_log_file_keep (reader->file, text, strlen (text));
      return TRUE;
    }
  if (count != NULL)
    return read_whole (text, count);
  if (column == OUTLAY_ROW_WALL_SECONDS)
    return read_scaled (text, 1e3, &row->wall_ms);
  if (column == OUTLAY_ROW_COST)
    return read_scaled (text, 1e9, &row->cost);

  return outlay_parse_moment (text, strlen (text), &row->at);
}

/* The same row read again has the same key: by its name where it has one, which
 * is that of a session, else by all it says; and by how often that was said. */
static gint64
make_key (Reader             *reader,
          const OutlayLogRow *row,
          const char         *text,
          gsize               length)
{
  const char *run = row->texts[OUTLAY_ROW_RUN];
  const char *model = row->texts[OUTLAY_ROW_MODEL];
  gint64 key = run != NULL ? outlay_usage_key ("session", run, strlen (run))
                           : outlay_usage_key ("row", text, length);
  gint64 with_model = run != NULL && model != NULL
                        ? key ^ outlay_usage_key ("model", model, strlen (model)) : key;
  gint64 copies = GPOINTER_TO_INT (g_hash_table_lookup (reader->copies, &with_model));

  if (g_hash_table_size (reader->copies) >= MAX_REMEMBERED)
    g_hash_table_remove_all (reader->copies);
  g_hash_table_insert (reader->copies, g_memdup2 (&with_model, sizeof with_model),
                       GINT_TO_POINTER ((int) copies + 1));

  return copies == 0 ? key : outlay_usage_key_numbers (key, &copies, 1);
}

static void
read_row (Reader     *reader,
          const char *text,
          gsize       length)
{
  OutlayLogRow row = {
    .at = G_MININT64, .turns = -1, .calls = -1, .tool_calls = -1, .wall_ms = -1, .cost = -1
  };
  gboolean good = outlay_csv_split (text, length, reader->separator, reader->fields) != 0 &&
                  reader->fields->len == reader->columns->len;

  outlay_log_file_flush_full (reader->file);
  for (guint i = 0; good && i < reader->fields->len; i++)
    good = read_field (reader, &row, g_array_index (reader->columns, int, i),
                       g_ptr_array_index (reader->fields, i));

  if (!good || row.at == G_MININT64)
    {
      outlay_log_file_add_trouble (reader->file, OUTLAY_LOG_BAD_ROW);
      return;
    }

  row.key = make_key (reader, &row, text, length);
  outlay_log_file_add_row (reader->file, &row);
}

static void
read_record (gpointer    state,
             const char *text,
             gsize       length)
{
  Reader *reader = state;

  if (reader->columns->len == 0)
    read_headings (reader, text, length);
  else
    read_row (reader, text, length);
}

const OutlayLogReader outlay_csv_reader = { FALSE, begin, read_record, end };
