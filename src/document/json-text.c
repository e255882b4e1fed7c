/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON from strangers. Jansson refuses whatever RFC 8259 does; what it would
 * take or cannot say comes before and after it: size, depth and number of values
 * are bounded before any memory is spent, and each duplicate key is named with
 * its path. */
#include "json-text.h"

#include "json-keys.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <malloc.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* From so many bytes on, a thread is worth its start. */
#define PARALLEL_BYTES (256 * 1024)

static void
add_read_problem (OutlayProblems *problems,
                  const char     *message)
{
  outlay_problems_add (problems, "(top)", NULL, "a readable file", "%s", message);
}

static void
add_size_problem (OutlayProblems *problems)
{
  outlay_problems_add (problems, "(top)", NULL, "at most 64 MB",
                       "the file is too large; at most 64 MB are read");
}

/* Reads to the end or one byte past the limit, so that a pipe or a file that
 * grows meanwhile is bounded too. */
static GBytes *
read_all (int             fd,
          OutlayProblems *problems)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint8 *buffer;
  g_autofree guint8 *owned = g_malloc (1 << 16);

  buffer = owned;
  for (;;)
    {
      gssize n = read (fd, buffer, 1 << 16);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          add_read_problem (problems, g_strerror (errno));
          return NULL;
        }
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&content));

      g_byte_array_append (content, buffer, (guint) n);
      if (content->len > OUTLAY_JSON_MAX_BYTES)
        {
          add_size_problem (problems);
          return NULL;
        }
    }
}

/* Says why what @fd is open on is not read, if it is not. */
static gboolean
check_kind (int             fd,
            OutlayProblems *problems)
{
  struct stat info;

  if (fstat (fd, &info) != 0)
    add_read_problem (problems, g_strerror (errno));
  else if (S_ISDIR (info.st_mode))
    add_read_problem (problems, "this is a folder, not a file");
  else if (info.st_size > OUTLAY_JSON_MAX_BYTES)
    add_size_problem (problems);
  else
    return TRUE;

  return FALSE;
}

/**
 * outlay_json_load_file:
 * @path: a file's path, or `-` for standard input
 * @problems: takes what is wrong
 *
 * Returns: (transfer full) (nullable): what the file holds
 */
GBytes *
outlay_json_load_file (const char     *path,
                       OutlayProblems *problems)
{
  GBytes *bytes = NULL;
  int fd;

  if (strcmp (path, "-") == 0)
    return read_all (STDIN_FILENO, problems);

  /* Opening a named pipe waits for whoever writes to it, who may never come. */
  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (fd < 0)
    {
      add_read_problem (problems, g_strerror (errno));
      return NULL;
    }

  /* Reading from one that is being written to does wait. */
  fcntl (fd, F_SETFL, fcntl (fd, F_GETFL) & ~O_NONBLOCK);
  if (check_kind (fd, problems))
    bytes = read_all (fd, problems);
  close (fd);

  return bytes;
}

static char *
describe_position (const char *text,
                   gsize       offset)
{
  guint line = 1;
  gsize line_start = 0;

  for (gsize i = 0; i < offset; i++)
    if (text[i] == '\n')
      {
        line++;
        line_start = i + 1;
      }

  return g_strdup_printf ("line %u, column %" G_GSIZE_FORMAT, line,
                          offset - line_start + 1);
}

/* Bounds depth and number of values before anything is allocated for them. */
static gboolean
check_extent (const char     *text,
              gsize           length,
              OutlayProblems *problems)
{
  guint depth = 0;
  guint n_values = 1;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if (in_string)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            in_string = FALSE;
          continue;
        }

      if (c == '"')
        in_string = TRUE;
      else if (c == '{' || c == '[')
        depth++;
      else if ((c == '}' || c == ']') && depth > 0)
        depth--;

      n_values += c == ',' || c == '{' || c == '[';
      if (depth > OUTLAY_JSON_MAX_DEPTH || n_values > OUTLAY_JSON_MAX_VALUES)
        {
          g_autofree char *position = describe_position (text, i);

          if (depth > OUTLAY_JSON_MAX_DEPTH)
            outlay_problems_add (problems, position, NULL, "at most 64 levels",
                                 "nested too deep; at most 64 levels are read");
          else
            outlay_problems_add (problems, position, NULL, "at most 1000000 values",
                                 "too many values; at most 1000000 are read");
          return FALSE;
        }
    }

  return TRUE;
}

/* What no JSON text starts with. */
static gboolean
check_encoding (const char     *text,
                gsize           length,
                OutlayProblems *problems)
{
  if (length == 0)
    outlay_problems_add (problems, "(top)", NULL, "a JSON object", "the file is empty");
  else if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    outlay_problems_add (problems, "line 1, column 1", NULL, "UTF-8 without a byte-order mark",
                         "a byte-order mark; allowed is UTF-8 without one");
  else if (length >= 2 && (memcmp (text, "\xFE\xFF", 2) == 0 ||
                           memcmp (text, "\xFF\xFE", 2) == 0))
    outlay_problems_add (problems, "line 1, column 1", NULL, "UTF-8",
                         "the text is UTF-16; allowed is UTF-8");
  else if (memchr (text, '\0', length) != NULL)
    outlay_problems_add (problems, "(top)", NULL, "UTF-8",
                         "a NUL byte: this is no text in UTF-8");
  else
    return TRUE;

  return FALSE;
}

/* Jansson's words, but where they name its own options. */
static char *
describe_error (const json_error_t *error)
{
  if (json_error_code (error) == json_error_null_character)
    return g_strdup ("\\u0000 is not allowed in text");

  return g_utf8_make_valid (error->text, -1);
}

/* What looks for duplicate keys while jansson reads. */
typedef struct
{
  const char     *text;
  gsize           length;
  OutlayProblems *problems; /* (owned) */
} KeyCheck;

static gpointer
check_keys (gpointer data)
{
  KeyCheck *check = data;

  outlay_json_report_duplicate_keys (check->text, check->length, check->problems);

  return NULL;
}

static json_t *
load (const char     *text,
      gsize           length,
      OutlayProblems *problems)
{
  json_error_t error;
  json_t *value = json_loadb (text, length, JSON_DECODE_INT_AS_REAL | JSON_DECODE_ANY, &error);

  if (value == NULL)
    {
      g_autofree char *position = g_strdup_printf ("line %d, column %d", error.line,
                                                   MAX (1, error.column));
      g_autofree char *message = describe_error (&error);

      outlay_problems_add (problems, position, NULL, "JSON as in RFC 8259",
                           "this is not JSON: %s", message);
    }

  return value;
}

/**
 * outlay_json_parse:
 * @bytes: text
 * @problems: takes what is wrong
 *
 * Numbers are all read as doubles. Duplicate keys are reported, each with its
 * path; the value that is returned then holds one of them.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL where it is no JSON
 */
json_t *
outlay_json_parse (GBytes         *bytes,
                   OutlayProblems *problems)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  KeyCheck check = { text, length, NULL };
  GThread *thread = NULL;
  json_t *value;

  if (length > OUTLAY_JSON_MAX_BYTES)
    {
      add_size_problem (problems);
      return NULL;
    }

  if (!check_encoding (text, length, problems) || !check_extent (text, length, problems))
    return NULL;

  check.problems = outlay_problems_new (outlay_problems_get_file (problems));
  if (length >= PARALLEL_BYTES)
    thread = g_thread_new ("keys", check_keys, &check);
  value = load (text, length, problems);
  if (thread != NULL)
    g_thread_join (thread);
  else if (value != NULL)
    check_keys (&check);

  if (value != NULL)
    outlay_problems_take (problems, g_steal_pointer (&check.problems));
  g_clear_pointer (&check.problems, outlay_problems_free);

  return value;
}

/**
 * outlay_json_excerpt:
 * @value: a value
 *
 * Returns: (transfer full): how it stands in a file, shortened
 */
char *
outlay_json_excerpt (const json_t *value)
{
  const glong longest = 60;
  g_autofree char *dump = NULL;
  g_autofree char *start = NULL;

  if (json_is_real (value))
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      return g_strdup (g_ascii_formatd (number, sizeof number, "%.15g",
                                        json_real_value (value)));
    }

  if (json_is_object (value))
    return g_strdup ("an object");
  if (json_is_array (value) && json_array_size (value) > 4)
    return g_strdup_printf ("a list of %" G_GSIZE_FORMAT, json_array_size (value));

  dump = json_dumps (value, JSON_ENCODE_ANY | JSON_REAL_PRECISION (15));
  if (dump == NULL || g_utf8_strlen (dump, -1) <= longest)
    return g_strdup (dump != NULL ? dump : "something unreadable");

  start = g_utf8_substring (dump, 0, longest);

  return g_strdup_printf ("%s…", start);
}

/**
 * outlay_json_tune_memory:
 *
 * A price list is hundreds of thousands of small values, which glibc would sort again and again
 * while the next is read: without that, a list is read in two thirds of the time.
 * For a program at its start; a library leaves its host's memory alone.
 */
void
outlay_json_tune_memory (void)
{
#ifdef M_MXFAST
  mallopt (M_MXFAST, 0);
#endif
}
