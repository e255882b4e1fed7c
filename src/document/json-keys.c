/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Price lists have a hundred thousand keys, so one that is like no other before
 * it in its object costs no memory of its own, and few comparisons. */
#include "json-keys.h"

#include <jansson.h>
#include <string.h>

/* Objects of more keys than this are looked up by hash. */
#define FEW_KEYS 12

/* A key as it reads, not as it is written: in the text where both are the same. */
typedef struct
{
  const char *text;
  gsize       length;
} Key;

/* One object or list that the scan is inside of. */
typedef struct
{
  gboolean    is_object;
  guint       first_key; /* of an object: in the scan's keys */
  GHashTable *many;      /* (owned) (nullable) (element-type Key): its keys by hash */
  guint       index;     /* of a list */
} Frame;

typedef struct
{
  OutlayProblems *problems;
  GArray         *frames;  /* (element-type Frame) */
  GArray         *keys;    /* (element-type Key): of all objects that it is inside of */
  GPtrArray      *decoded; /* (element-type utf8): keys that were written with escapes */
  GPtrArray      *hashed;  /* (element-type Key): entries of hash tables */
} Scan;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;
  guint hash = 5381;

  for (gsize i = 0; i < key->length; i++)
    hash = hash * 33 + (guchar) key->text[i];

  return hash;
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const Key *x = a;
  const Key *y = b;

  return x->length == y->length && memcmp (x->text, y->text, x->length) == 0;
}

static void
frame_clear (gpointer data)
{
  Frame *frame = data;

  g_clear_pointer (&frame->many, g_hash_table_unref);
}

static Frame *
top_frame (Scan *scan)
{
  return scan->frames->len > 0
           ? &g_array_index (scan->frames, Frame, scan->frames->len - 1) : NULL;
}

/* How many keys of an object were seen. */
static guint
count_keys (const Scan *scan,
            guint       frame)
{
  guint first = g_array_index (scan->frames, Frame, frame).first_key;
  guint end = scan->keys->len;

  for (guint i = frame + 1; i < scan->frames->len; i++)
    if (g_array_index (scan->frames, Frame, i).is_object)
      {
        end = g_array_index (scan->frames, Frame, i).first_key;
        break;
      }

  return end - first;
}

static char *
describe_path (const Scan *scan)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < scan->frames->len; i++)
    {
      const Frame *frame = &g_array_index (scan->frames, Frame, i);
      const Key *key;

      if (!frame->is_object)
        {
          g_string_append_printf (path, "[%u]", frame->index);
          continue;
        }

      if (count_keys (scan, i) == 0)
        continue;
      key = &g_array_index (scan->keys, Key, frame->first_key + count_keys (scan, i) - 1);
      g_string_append_printf (path, "%s%.*s", path->len > 0 ? "." : "", (int) key->length,
                              key->text);
    }

  return g_string_free (path, FALSE);
}

/* The key between two quotes: its escapes are part of how it is written, not of
 * what it says. */
static Key
read_key (Scan       *scan,
          const char *start,
          gsize       length)
{
  g_autofree char *quoted = NULL;
  json_t *string;
  Key key = { start, length };

  if (memchr (start, '\\', length) == NULL)
    return key;

  quoted = g_strndup (start - 1, length + 2);
  string = json_loads (quoted, JSON_DECODE_ANY, NULL);
  if (string == NULL)
    return key;

  key.length = json_string_length (string);
  key.text = g_strndup (json_string_value (string), key.length);
  g_ptr_array_add (scan->decoded, (gpointer) key.text);
  json_decref (string);

  return key;
}

static gboolean
hash_key (Scan      *scan,
          Frame     *frame,
          const Key *key)
{
  Key *entry = g_memdup2 (key, sizeof *key);

  g_ptr_array_add (scan->hashed, entry);

  return g_hash_table_add (frame->many, entry);
}

/* Adds a key to an object; returns whether it is new there. */
static gboolean
add_key (Scan      *scan,
         Frame     *frame,
         const Key *key)
{
  guint n_keys = scan->keys->len - frame->first_key;
  gboolean is_new = TRUE;

  g_array_append_val (scan->keys, *key);
  if (n_keys < FEW_KEYS)
    {
      for (guint i = 0; i < n_keys && is_new; i++)
        is_new = !key_equal (&g_array_index (scan->keys, Key, frame->first_key + i), key);
      return is_new;
    }

  if (frame->many == NULL)
    {
      frame->many = g_hash_table_new (key_hash, key_equal);
      for (guint i = 0; i < n_keys; i++)
        hash_key (scan, frame, &g_array_index (scan->keys, Key, frame->first_key + i));
    }

  return hash_key (scan, frame, key);
}

static void
take_key (Scan       *scan,
          const char *start,
          gsize       length)
{
  Key key = read_key (scan, start, length);

  if (!add_key (scan, top_frame (scan), &key))
    {
      g_autofree char *path = describe_path (scan);

      outlay_problems_add (scan->problems, path, NULL, "each key once", "duplicate key");
    }
}

static void
open_frame (Scan     *scan,
            gboolean  is_object)
{
  Frame frame = { .is_object = is_object, .first_key = scan->keys->len };

  g_array_append_val (scan->frames, frame);
}

static void
close_frame (Scan *scan)
{
  if (scan->frames->len == 0)
    return;

  g_array_set_size (scan->keys, top_frame (scan)->first_key);
  g_array_set_size (scan->frames, scan->frames->len - 1);
}

static gsize
string_end (const char *text,
            gsize       start,
            gsize       length)
{
  gsize i = start;

  while (i < length && text[i] != '"')
    i += text[i] == '\\' ? 2 : 1;

  return MIN (i, length);
}

/**
 * outlay_json_report_duplicate_keys:
 * @text: JSON, of no more levels than may be read
 * @length: its length in bytes
 * @problems: takes each key that stands twice in one object
 *
 * Of a text that is not JSON, what is reported means nothing.
 */
void
outlay_json_report_duplicate_keys (const char     *text,
                                   gsize           length,
                                   OutlayProblems *problems)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, TRUE, sizeof (Frame));
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (Key));
  g_autoptr (GPtrArray) decoded = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) hashed = g_ptr_array_new_with_free_func (g_free);
  Scan scan = { problems, frames, keys, decoded, hashed };
  gboolean key_next = FALSE;

  g_array_set_clear_func (frames, frame_clear);

  for (gsize i = 0; i < length; i++)
    {
      Frame *top;

      switch (text[i])
        {
        case '"':
          {
            gsize end = string_end (text, i + 1, length);

            if (key_next && end < length)
              take_key (&scan, text + i + 1, end - i - 1);
            key_next = FALSE;
            i = end;
            break;
          }
        case '{':
        case '[':
          key_next = text[i] == '{';
          open_frame (&scan, key_next);
          break;
        case '}':
        case ']':
          close_frame (&scan);
          key_next = FALSE;
          break;
        case ',':
          top = top_frame (&scan);
          if (top != NULL)
            {
              key_next = top->is_object;
              top->index++;
            }
          break;
        default:
          break;
        }
    }
}
