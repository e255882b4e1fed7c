/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define OUTLAY_GIT_ERROR (outlay_git_error_quark ())

typedef enum
{
  OUTLAY_GIT_ERROR_MISSING, /* git is not installed */
  OUTLAY_GIT_ERROR_REFUSED  /* git has failed; the message is its own */
} OutlayGitError;

GQuark outlay_git_error_quark (void);

/**
 * OutlayGitCommit:
 * @at: when it was written, milliseconds since 1970
 * @is_merged: it is on the main branch, be it under another hash
 * @is_reverted: and another one took it back
 */
typedef struct
{
  char     *hash;
  gint64    at;
  char     *key;  /* what stays the same when it is moved to another place */
  gboolean  is_merge;
  gboolean  is_merged;
  gboolean  is_reverted;
} OutlayGitCommit;

/**
 * OutlayGitHistory:
 * @names: (element-type utf8): what logs may call the repository
 * @commits: (element-type OutlayGitCommit): of every branch, the newest first
 */
typedef struct
{
  GPtrArray *names;
  GArray    *commits;
} OutlayGitHistory;

OutlayGitHistory *outlay_git_history_read (const char       *folder,
                                           GError          **error);
void              outlay_git_history_free (OutlayGitHistory *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayGitHistory, outlay_git_history_free)

G_END_DECLS
