/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "git-run.h"

#include "git-history.h"

#include <gio/gio.h>
#include <glib-unix.h>
#include <string.h>

G_DEFINE_QUARK (outlay-git-error-quark, outlay_git_error)

static char *
make_text (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_utf8_make_valid (data != NULL ? data : "", (gssize) length);
}

static void
set_refused (GError       **error,
             const char    *folder,
             GBytes        *said,
             const GError  *own_error)
{
  g_autofree char *text = said != NULL ? make_text (said) : g_strdup ("");

  g_set_error (error, OUTLAY_GIT_ERROR, OUTLAY_GIT_ERROR_REFUSED, "%s: %s", folder,
               own_error != NULL ? own_error->message : g_strchomp (text));
}

/**
 * outlay_git_run:
 * @folder: in a repository
 * @arguments: (array zero-terminated=1): a command and its words
 * @error: return location for an error of %OUTLAY_GIT_ERROR
 *
 * Asks git, which neither writes nor waits for anybody.
 *
 * Returns: (transfer full) (nullable): what it prints
 */
char *
outlay_git_run (const char          *folder,
                const char * const  *arguments,
                GError             **error)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) own_error = NULL;
  g_autoptr (GBytes) output = NULL, said = NULL;

  g_ptr_array_add (command, (gpointer) "git");
  g_ptr_array_add (command, (gpointer) "-C");
  g_ptr_array_add (command, (gpointer) folder);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (command, (gpointer) arguments[i]);
  g_ptr_array_add (command, NULL);

  process = g_subprocess_newv ((const char * const *) command->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &own_error);
  if (process == NULL)
    {
      g_set_error (error, OUTLAY_GIT_ERROR, OUTLAY_GIT_ERROR_MISSING,
                   "git cannot be run: %s", own_error->message);
      return NULL;
    }

  /* Old commits may hold text of any encoding. */
  if (g_subprocess_communicate (process, NULL, NULL, &output, &said, &own_error) &&
      g_subprocess_get_successful (process))
    return make_text (output);

  set_refused (error, folder, said, own_error);

  return NULL;
}

static GSubprocess *
start (GSubprocessLauncher *launcher,
       const char          *folder,
       const char * const  *arguments)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new ();

  g_ptr_array_add (command, (gpointer) "git");
  g_ptr_array_add (command, (gpointer) "-C");
  g_ptr_array_add (command, (gpointer) folder);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (command, (gpointer) arguments[i]);
  g_ptr_array_add (command, NULL);

  return g_subprocess_launcher_spawnv (launcher, (const char * const *) command->pdata, NULL);
}

/**
 * outlay_git_run_patch_ids:
 * @folder: in a repository
 * @arguments: (array zero-terminated=1): a command that prints changes
 *
 * Returns: (transfer full) (nullable): a line for each commit: what tells its change
 *   from others wherever it stands, and its hash. The changes pass from one git to
 *   another one, and are not held.
 */
char *
outlay_git_run_patch_ids (const char         *folder,
                          const char * const *arguments)
{
  const char * const ids[] = { "patch-id", "--stable", NULL };
  g_autoptr (GSubprocessLauncher) first =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocessLauncher) second =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) printing = NULL, reading = NULL;
  g_autoptr (GBytes) output = NULL;
  int ends[2];

  if (!g_unix_open_pipe (ends, FD_CLOEXEC, NULL))
    return NULL;

  g_subprocess_launcher_take_stdout_fd (first, ends[1]);
  g_subprocess_launcher_take_stdin_fd (second, ends[0]);
  printing = start (first, folder, arguments);
  reading = start (second, folder, ids);
  g_subprocess_launcher_close (first);
  g_subprocess_launcher_close (second);
  if (printing == NULL || reading == NULL ||
      !g_subprocess_communicate (reading, NULL, NULL, &output, NULL, NULL) ||
      !g_subprocess_wait_check (printing, NULL, NULL) ||
      !g_subprocess_get_successful (reading))
    return NULL;

  return make_text (output);
}
