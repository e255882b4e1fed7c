/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OUTLAY_DOCUMENT_ERROR:
 *
 * What is wrong with a file, as one error.
 */
#define OUTLAY_DOCUMENT_ERROR (outlay_document_error_quark ())

/**
 * OutlayDocumentError:
 * @OUTLAY_DOCUMENT_ERROR_READ: the file cannot be read or written
 * @OUTLAY_DOCUMENT_ERROR_INVALID: what it holds is refused; the message lists
 *   each problem on a line of its own
 * @OUTLAY_DOCUMENT_ERROR_PATH: no such input
 * @OUTLAY_DOCUMENT_ERROR_RANGE: a value that the input does not allow
 */
typedef enum
{
  OUTLAY_DOCUMENT_ERROR_READ,
  OUTLAY_DOCUMENT_ERROR_INVALID,
  OUTLAY_DOCUMENT_ERROR_PATH,
  OUTLAY_DOCUMENT_ERROR_RANGE
} OutlayDocumentError;

GQuark outlay_document_error_quark (void);

/**
 * OutlayProblem:
 * @file: the file as the caller named it
 * @path: where in it: `team[2].people`, `(top)`, or a line and column
 * @found: what stands there, shortened, or %NULL
 * @allowed: what could stand there, or %NULL
 * @message: one sentence that says all of this but file and path
 */
typedef struct
{
  char *file;
  char *path;
  char *found;
  char *allowed;
  char *message;
} OutlayProblem;

/**
 * OutlayProblems:
 *
 * Everything found wrong with one file. Past %OUTLAY_MAX_PROBLEMS they are only
 * counted: a hostile file must not flood its reader.
 */
typedef struct _OutlayProblems OutlayProblems;

#define OUTLAY_MAX_PROBLEMS 200

OutlayProblems      *outlay_problems_new          (const char            *file);
void                 outlay_problems_free         (OutlayProblems        *problems);
const char          *outlay_problems_get_file     (const OutlayProblems  *problems);

void                 outlay_problems_add          (OutlayProblems        *problems,
                                                   const char            *path,
                                                   const char            *found,
                                                   const char            *allowed,
                                                   const char            *format,
                                                   ...) G_GNUC_PRINTF (5, 6);
void                 outlay_problems_take         (OutlayProblems        *problems,
                                                   OutlayProblems        *others);
guint                outlay_problems_get_n_listed (const OutlayProblems  *problems);
guint                outlay_problems_get_n_total  (const OutlayProblems  *problems);
const OutlayProblem *outlay_problems_get          (const OutlayProblems  *problems,
                                                   guint                  position);
gboolean             outlay_problems_have_path    (const OutlayProblems  *problems,
                                                   const char            *path);
char                *outlay_problem_to_string     (const OutlayProblem   *problem);
char                *outlay_problems_to_string    (const OutlayProblems  *problems);
gboolean             outlay_problems_to_error     (const OutlayProblems  *problems,
                                                   GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayProblems, outlay_problems_free)

G_END_DECLS
