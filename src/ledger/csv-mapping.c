/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which column of somebody's table is which: by its heading in any order, in
 * several spellings, or as the person says. */
#include "csv-mapping.h"

#include <string.h>

struct _OutlayCsvMapping
{
  GHashTable *columns; /* (element-type utf8 int): plain heading to column */
};

static const char * const names[OUTLAY_N_ROW_COLUMNS] = {
  "run", "agent", "person", "repository", "kind", "model", "tier", "risk", "outcome",
  "reviewer", "reason", "approval", "time", "input", "cache_write_5m", "cache_write_1h",
  "cache_read", "output", "turns", "calls", "tool_calls", "wall_seconds", "cost"
};

static const struct
{
  const char      *heading;
  OutlayRowColumn  column;
} other_names[] = {
  { "id", OUTLAY_ROW_RUN },
  { "run_id", OUTLAY_ROW_RUN },
  { "session", OUTLAY_ROW_RUN },
  { "session_id", OUTLAY_ROW_RUN },
  { "tool", OUTLAY_ROW_AGENT },
  { "client", OUTLAY_ROW_AGENT },
  { "user", OUTLAY_ROW_PERSON },
  { "developer", OUTLAY_ROW_PERSON },
  { "repo", OUTLAY_ROW_REPOSITORY },
  { "project", OUTLAY_ROW_REPOSITORY },
  { "task", OUTLAY_ROW_KIND },
  { "task_kind", OUTLAY_ROW_KIND },
  { "workflow", OUTLAY_ROW_KIND },
  { "model_id", OUTLAY_ROW_MODEL },
  { "risk_class", OUTLAY_ROW_RISK },
  { "result", OUTLAY_ROW_OUTCOME },
  { "reason_code", OUTLAY_ROW_REASON },
  { "approved_by", OUTLAY_ROW_APPROVAL },
  { "date", OUTLAY_ROW_TIME },
  { "day", OUTLAY_ROW_TIME },
  { "timestamp", OUTLAY_ROW_TIME },
  { "started", OUTLAY_ROW_TIME },
  { "start", OUTLAY_ROW_TIME },
  { "input_tokens", OUTLAY_ROW_INPUT },
  { "input_uncached", OUTLAY_ROW_INPUT },
  { "prompt_tokens", OUTLAY_ROW_INPUT },
  { "cache_write", OUTLAY_ROW_WRITE_5M },
  { "cache_write_tokens", OUTLAY_ROW_WRITE_5M },
  { "cache_creation_tokens", OUTLAY_ROW_WRITE_5M },
  { "cache_read_tokens", OUTLAY_ROW_READ },
  { "cached_tokens", OUTLAY_ROW_READ },
  { "output_tokens", OUTLAY_ROW_OUTPUT },
  { "completion_tokens", OUTLAY_ROW_OUTPUT },
  { "api_calls", OUTLAY_ROW_CALLS },
  { "user_prompts", OUTLAY_ROW_TURNS },
  { "wall_time", OUTLAY_ROW_WALL_SECONDS },
  { "duration", OUTLAY_ROW_WALL_SECONDS },
  { "duration_seconds", OUTLAY_ROW_WALL_SECONDS },
  { "cost_usd", OUTLAY_ROW_COST },
  { "usd", OUTLAY_ROW_COST },
};

OutlayCsvMapping *
outlay_csv_mapping_new (void)
{
  OutlayCsvMapping *mapping = g_new0 (OutlayCsvMapping, 1);

  mapping->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return mapping;
}

void
outlay_csv_mapping_free (OutlayCsvMapping *mapping)
{
  g_hash_table_unref (mapping->columns);
  g_free (mapping);
}

/* "Cache read" and "cache-read" are "cache_read". */
static char *
make_plain (const char *heading)
{
  g_autofree char *valid = g_utf8_make_valid (heading, -1);
  char *plain = g_utf8_strdown (g_strstrip (valid), -1);

  for (char *c = plain; *c != '\0'; c++)
    if (*c == ' ' || *c == '-' || *c == '.')
      *c = '_';

  return plain;
}

static int
find_name (const char *plain)
{
  for (int i = 0; i < OUTLAY_N_ROW_COLUMNS; i++)
    if (strcmp (names[i], plain) == 0)
      return i;

  for (guint i = 0; i < G_N_ELEMENTS (other_names); i++)
    if (strcmp (other_names[i].heading, plain) == 0)
      return (int) other_names[i].column;

  return -1;
}

/**
 * outlay_csv_mapping_add:
 * @mapping: a mapping
 * @heading: a heading of the table
 * @column: what it means: a name that outlay_row_column_get_name() returns
 *
 * Returns: whether there is such a column
 */
gboolean
outlay_csv_mapping_add (OutlayCsvMapping *mapping,
                        const char       *heading,
                        const char       *column)
{
  g_autofree char *plain = make_plain (column);
  int found = find_name (plain);

  if (found < 0)
    return FALSE;

  return g_hash_table_insert (mapping->columns, make_plain (heading), GINT_TO_POINTER (found)) ||
         TRUE;
}

/* Returns: an OutlayRowColumn, or -1 for a heading that means nothing here */
int
outlay_csv_mapping_find (const OutlayCsvMapping *mapping,
                         const char             *heading)
{
  g_autofree char *plain = make_plain (heading);
  gpointer column;

  if (mapping != NULL && g_hash_table_lookup_extended (mapping->columns, plain, NULL, &column))
    return GPOINTER_TO_INT (column);

  return find_name (plain);
}

const char *
outlay_row_column_get_name (OutlayRowColumn column)
{
  return names[column];
}

/* Returns: the separator of a table whose first line this is: what of comma,
 *   semicolon and tab occurs most */
char
outlay_csv_tell_separator (const char *text,
                           gsize       length)
{
  static const char separators[] = ",;\t";
  gsize counts[3] = { 0, 0, 0 };
  guint best = 0;

  for (gsize i = 0; i < length && text[i] != '\n'; i++)
    for (guint j = 0; j < 3; j++)
      counts[j] += text[i] == separators[j];

  for (guint j = 1; j < 3; j++)
    if (counts[j] > counts[best])
      best = j;

  return separators[best];
}

/* One field, from @at on: RFC 4180. Where it ends, or %NULL for a quote that is
 * never closed. */
static const char *
read_field (const char *at,
            const char *end,
            char        separator,
            GString    *field)
{
  gboolean quoted = at < end && *at == '"';

  if (quoted)
    for (at++; ; at++)
      {
        if (at >= end)
          return NULL;
        if (*at != '"')
          g_string_append_c (field, *at);
        else if (at + 1 < end && at[1] == '"')
          g_string_append_c (field, *at++);
        else
          break;
      }

  if (quoted)
    at++;
  for (; at < end && *at != separator && *at != '\n'; at++)
    if (*at != '\r')
      g_string_append_c (field, *at);

  return at;
}

/**
 * outlay_csv_split:
 * @text: rows
 * @length: of @text in bytes
 * @separator: between fields
 * @fields: (element-type utf8): takes the fields of the first row
 *
 * Returns: how many bytes the row and its end take; 0 where a quote is left open
 */
gsize
outlay_csv_split (const char *text,
                  gsize       length,
                  char        separator,
                  GPtrArray  *fields)
{
  const char *at = text, *end = text + length;

  g_ptr_array_set_size (fields, 0);
  for (;;)
    {
      GString *field = g_string_new (NULL);

      at = read_field (at, end, separator, field);
      g_ptr_array_add (fields, g_string_free (field, FALSE));
      if (at == NULL)
        return 0;
      if (at == end)
        return length;
      if (*at++ == '\n')
        return (gsize) (at - text);
    }
}

/* Returns: whether @text begins with headings of runs: a time, and something that
 *   can be counted */
gboolean
outlay_csv_is_heading (const OutlayCsvMapping *mapping,
                       const char             *text,
                       gsize                   length)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  gboolean has_time = FALSE, has_count = FALSE;

  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    return outlay_csv_is_heading (mapping, text + 3, length - 3);

  if (outlay_csv_split (text, length, outlay_csv_tell_separator (text, length), fields) == 0)
    return FALSE;

  for (guint i = 0; i < fields->len; i++)
    {
      int column = outlay_csv_mapping_find (mapping, g_ptr_array_index (fields, i));

      has_time = has_time || column == OUTLAY_ROW_TIME;
      has_count = has_count || (column >= OUTLAY_ROW_INPUT && column <= OUTLAY_ROW_COST);
    }

  return has_time && has_count;
}
