/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "problems.h"

#include <string.h>

G_DEFINE_QUARK (outlay-document-error-quark, outlay_document_error)

struct _OutlayProblems
{
  char      *file;
  GPtrArray *list; /* (element-type OutlayProblem) */
  guint      n_total;
};

/* What a stranger's file says is quoted with as many bytes of its beginning and of
 * its end: a name of a megabyte would hide the rest of the message. */
#define MAX_BEGINNING 300
#define MAX_END       200

/* Takes @text, and leaves out its middle where it is too long to be read. */
static char *
abbreviate (char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;
  const char *beginning_ends, *end_begins;
  char *shorter;

  if (length <= MAX_BEGINNING + MAX_END)
    return text;

  /* Not within a character. */
  beginning_ends = g_utf8_find_prev_char (text, text + MAX_BEGINNING + 1);
  if (beginning_ends == NULL)
    beginning_ends = text;
  end_begins = g_utf8_find_next_char (text + length - MAX_END - 1, NULL);
  shorter = g_strdup_printf ("%.*s…%s", (int) (beginning_ends - text), text, end_begins);
  g_free (text);

  return shorter;
}

static void
problem_free (gpointer data)
{
  OutlayProblem *problem = data;

  g_free (problem->file);
  g_free (problem->path);
  g_free (problem->found);
  g_free (problem->allowed);
  g_free (problem->message);
  g_free (problem);
}

/**
 * outlay_problems_new:
 * @file: the file's name, as its problems are to call it
 *
 * Returns: (transfer full): an empty list
 */
OutlayProblems *
outlay_problems_new (const char *file)
{
  OutlayProblems *problems = g_new0 (OutlayProblems, 1);

  problems->file = g_strdup (file);
  problems->list = g_ptr_array_new_with_free_func (problem_free);

  return problems;
}

const char *
outlay_problems_get_file (const OutlayProblems *problems)
{
  return problems->file;
}

void
outlay_problems_free (OutlayProblems *problems)
{
  g_free (problems->file);
  g_ptr_array_unref (problems->list);
  g_free (problems);
}

/**
 * outlay_problems_add:
 * @problems: a list
 * @path: where the problem is
 * @found: (nullable): what stands there
 * @allowed: (nullable): what could stand there
 * @format: printf() format of the sentence
 * @...: its arguments
 *
 * Path, sentence and what was found are cut short where they run to pages.
 */
void
outlay_problems_add (OutlayProblems *problems,
                     const char     *path,
                     const char     *found,
                     const char     *allowed,
                     const char     *format,
                     ...)
{
  OutlayProblem *problem;
  va_list args;

  problems->n_total++;
  if (problems->list->len == OUTLAY_MAX_PROBLEMS)
    return;

  problem = g_new0 (OutlayProblem, 1);
  problem->file = g_strdup (problems->file);
  problem->path = abbreviate (g_strdup (path));
  problem->found = abbreviate (g_strdup (found));
  problem->allowed = g_strdup (allowed);
  va_start (args, format);
  problem->message = abbreviate (g_strdup_vprintf (format, args));
  va_end (args);
  g_ptr_array_add (problems->list, problem);
}

/**
 * outlay_problems_take:
 * @problems: a list
 * @others: (transfer full): more of the same file
 *
 * Appends @others.
 */
void
outlay_problems_take (OutlayProblems *problems,
                      OutlayProblems *others)
{
  problems->n_total += others->n_total;
  while (others->list->len > 0 && problems->list->len < OUTLAY_MAX_PROBLEMS)
    g_ptr_array_add (problems->list, g_ptr_array_steal_index (others->list, 0));
  outlay_problems_free (others);
}

guint
outlay_problems_get_n_listed (const OutlayProblems *problems)
{
  return problems->list->len;
}

guint
outlay_problems_get_n_total (const OutlayProblems *problems)
{
  return problems->n_total;
}

const OutlayProblem *
outlay_problems_get (const OutlayProblems *problems,
                     guint                 position)
{
  g_return_val_if_fail (position < problems->list->len, NULL);

  return g_ptr_array_index (problems->list, position);
}

/* Whether something is already wrong at @path or inside it, so that a check
 * that builds on it would only repeat that. */
gboolean
outlay_problems_have_path (const OutlayProblems *problems,
                           const char           *path)
{
  for (guint i = 0; i < problems->list->len; i++)
    {
      const OutlayProblem *problem = g_ptr_array_index (problems->list, i);

      if (g_str_has_prefix (problem->path, path))
        return TRUE;
    }

  return FALSE;
}

/**
 * outlay_problem_to_string:
 * @problem: a problem
 *
 * Returns: (transfer full): `file: path: message`
 */
char *
outlay_problem_to_string (const OutlayProblem *problem)
{
  return g_strdup_printf ("%s: %s: %s", problem->file, problem->path, problem->message);
}

/**
 * outlay_problems_to_string:
 * @problems: a list
 *
 * Returns: (transfer full): a line for each problem, without a newline at the end
 */
char *
outlay_problems_to_string (const OutlayProblems *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->list->len; i++)
    {
      g_autofree char *line =
        outlay_problem_to_string (g_ptr_array_index (problems->list, i));

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, line);
    }

  if (problems->n_total > problems->list->len)
    g_string_append_printf (text, "\n%s: and %u more problems", problems->file,
                            problems->n_total - problems->list->len);

  return g_string_free (text, FALSE);
}

/**
 * outlay_problems_to_error:
 * @problems: a list
 * @error: return location for %OUTLAY_DOCUMENT_ERROR_INVALID
 *
 * Returns: %TRUE where there is no problem, else %FALSE with @error set
 */
gboolean
outlay_problems_to_error (const OutlayProblems  *problems,
                          GError               **error)
{
  g_autofree char *text = NULL;

  if (problems->n_total == 0)
    return TRUE;

  text = outlay_problems_to_string (problems);
  g_set_error_literal (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_INVALID, text);

  return FALSE;
}
