/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-keys.h"

#include <jansson.h>
#include <string.h>

/* One object or list that the scan is inside of. */
typedef struct
{
  GHashTable *keys;  /* (owned) (nullable): those seen; NULL in a list */
  char       *key;   /* (owned) (nullable): the last of them */
  guint       index; /* of a list */
} Frame;

static void
frame_clear (gpointer data)
{
  Frame *frame = data;

  g_clear_pointer (&frame->keys, g_hash_table_unref);
  g_clear_pointer (&frame->key, g_free);
}

static char *
describe_path (GArray *frames)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < frames->len; i++)
    {
      const Frame *frame = &g_array_index (frames, Frame, i);

      if (frame->keys == NULL)
        g_string_append_printf (path, "[%u]", frame->index);
      else
        g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", frame->key);
    }

  return g_string_free (path, FALSE);
}

/* The key between two quotes: its escapes are part of how it is written, not of
 * what it says. */
static char *
decode_key (const char *start,
            gsize       length)
{
  g_autofree char *quoted = NULL;
  json_t *string;
  char *key;

  if (memchr (start, '\\', length) == NULL)
    return g_strndup (start, length);

  quoted = g_strndup (start - 1, length + 2);
  string = json_loads (quoted, JSON_DECODE_ANY, NULL);
  key = g_strdup (json_string_value (string));
  json_decref (string);

  return key;
}

static void
take_key (GArray         *frames,
          char           *key,
          OutlayProblems *problems)
{
  Frame *frame = &g_array_index (frames, Frame, frames->len - 1);

  g_free (frame->key);
  frame->key = key;
  if (!g_hash_table_add (frame->keys, g_strdup (key)))
    {
      g_autofree char *path = describe_path (frames);

      outlay_problems_add (problems, path, NULL, "each key once", "duplicate key");
    }
}

static gsize
string_end (const char *text,
            gsize       start)
{
  gsize i = start;

  while (text[i] != '"')
    i += text[i] == '\\' ? 2 : 1;

  return i;
}

/**
 * outlay_json_report_duplicate_keys:
 * @text: valid JSON
 * @length: its length in bytes
 * @problems: takes each key that stands twice in one object
 */
void
outlay_json_report_duplicate_keys (const char     *text,
                                   gsize           length,
                                   OutlayProblems *problems)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, TRUE, sizeof (Frame));
  gboolean key_next = FALSE;

  g_array_set_clear_func (frames, frame_clear);

  for (gsize i = 0; i < length; i++)
    {
      Frame *top = frames->len > 0 ? &g_array_index (frames, Frame, frames->len - 1) : NULL;

      if (text[i] == '"')
        {
          gsize end = string_end (text, i + 1);

          if (key_next)
            take_key (frames, decode_key (text + i + 1, end - i - 1), problems);
          key_next = FALSE;
          i = end;
        }
      else if (text[i] == '{' || text[i] == '[')
        {
          Frame frame = { 0 };

          key_next = text[i] == '{';
          if (key_next)
            frame.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          g_array_append_val (frames, frame);
        }
      else if (text[i] == '}' || text[i] == ']')
        {
          g_array_set_size (frames, frames->len - 1);
          key_next = FALSE;
        }
      else if (text[i] == ',' && top != NULL)
        {
          key_next = top->keys != NULL;
          top->index++;
        }
    }
}
