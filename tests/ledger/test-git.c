/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of sessions, from a repository in which all of it happens once. */
#include "git-history.h"
#include "git-outcomes.h"
#include "log-writer.h"
#include "store.h"

#include <gio/gio.h>

/* Sessions of a hundred seconds, two hours apart. */
typedef enum
{
  COMMITTED, MERGED, WAITING, REVERTED, MERGE_REVERTED, RESTORED, REBASED, SQUASHED,
  SQUASHED_TOO, SQUASH_REVERTED, RENAMED, IDLE, JUDGED, LATE, TOO_LATE, N_SESSIONS
} Case;

#define SECOND(number) ((int) (number) * 7200)

typedef struct
{
  char         *folder;
  char         *repository;
  OutlayLedger *ledger;
} Fixture;

static void
git (Fixture    *fixture,
     int         second,
     const char *first,
     ...)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE |
                               G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autofree char *date = g_strdup_printf ("%" G_GINT64_FORMAT " +0000",
                                           G_GINT64_CONSTANT (1780272000) + second);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list arguments;

  g_ptr_array_add (command, (gpointer) "git");
  g_ptr_array_add (command, (gpointer) first);
  va_start (arguments, first);
  do
    g_ptr_array_add (command, va_arg (arguments, gpointer));
  while (g_ptr_array_index (command, command->len - 1) != NULL);
  va_end (arguments);

  g_subprocess_launcher_set_cwd (launcher, fixture->repository);
  g_subprocess_launcher_setenv (launcher, "GIT_AUTHOR_DATE", date, TRUE);
  g_subprocess_launcher_setenv (launcher, "GIT_COMMITTER_DATE", date, TRUE);
  g_subprocess_launcher_setenv (launcher, "GIT_CONFIG_GLOBAL", "/dev/null", TRUE);
  g_subprocess_launcher_setenv (launcher, "GIT_CONFIG_NOSYSTEM", "1", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) command->pdata,
                                          &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

static void
commit (Fixture    *fixture,
        Case        number,
        int         after,
        const char *branch)
{
  g_autofree char *name = g_strdup_printf ("file-%u", number);
  g_autofree char *subject = g_strdup_printf ("Change %u", number);

  if (branch != NULL)
    git (fixture, 0, "checkout", "-b", branch, NULL);
  log_writer_write (fixture->repository, name, subject);
  git (fixture, 0, "add", name, NULL);
  git (fixture, SECOND (number) + after, "commit", "-m", subject, NULL);
  if (branch != NULL)
    git (fixture, 0, "checkout", "main", NULL);
}

/* One commit takes over what a branch does, under another name. */
static void
squash (Fixture    *fixture,
        const char *branch)
{
  const int later = SECOND (N_SESSIONS + 5);

  git (fixture, later, "merge", "--squash", branch, NULL);
  git (fixture, later, "commit", "-m", "All of it (#7)", NULL);
}

/* All but the sessions' own commits is made long after them. */
static void
make_repository (Fixture *fixture)
{
  const int later = SECOND (N_SESSIONS + 5);

  git (fixture, 0, "init", "--initial-branch", "main", NULL);
  git (fixture, 0, "config", "user.name", "Someone", NULL);
  git (fixture, 0, "config", "user.email", "someone@example.org", NULL);
  git (fixture, -99999, "commit", "--allow-empty", "-m", "Begin", NULL);
  commit (fixture, COMMITTED, 30, NULL);
  commit (fixture, MERGED, 30, "merged");
  git (fixture, later, "merge", "--no-ff", "-m", "Merge", "merged", NULL);
  commit (fixture, WAITING, 30, "waiting");
  commit (fixture, REVERTED, 30, NULL);
  git (fixture, later, "revert", "--no-edit", "HEAD", NULL);
  commit (fixture, MERGE_REVERTED, 30, "taken-back");
  git (fixture, later, "merge", "--no-ff", "-m", "Merge", "taken-back", NULL);
  git (fixture, later, "revert", "--no-edit", "-m", "1", "HEAD", NULL);
  commit (fixture, RESTORED, 30, NULL);
  git (fixture, later, "revert", "--no-edit", "HEAD", NULL);
  git (fixture, later, "revert", "--no-edit", "HEAD", NULL);
  commit (fixture, REBASED, 30, "moved");
  git (fixture, later, "cherry-pick", "moved", NULL);
  commit (fixture, SQUASHED, 30, "squashed");
  git (fixture, 0, "checkout", "squashed", NULL);
  commit (fixture, SQUASHED_TOO, 30, NULL);
  git (fixture, 0, "checkout", "main", NULL);
  squash (fixture, "squashed");
  commit (fixture, SQUASH_REVERTED, 30, "squash-taken-back");
  squash (fixture, "squash-taken-back");
  git (fixture, later, "revert", "--no-edit", "HEAD", NULL);
  commit (fixture, RENAMED, 30, "renamed");
  git (fixture, later, "cherry-pick", "--no-commit", "renamed", NULL);
  git (fixture, later, "commit", "-m", "Another name", NULL);
  commit (fixture, JUDGED, 30, NULL);
  commit (fixture, LATE, 100 + 60 * OUTLAY_GIT_MINUTES - 1, NULL);
  commit (fixture, TOO_LATE, 101 + 60 * OUTLAY_GIT_MINUTES, NULL);
}

/* The logs call each session's repository by another name: all are this one's. */
static void
make_ledger (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "ledger.sqlite", NULL);
  g_autofree char *logs = g_build_filename (fixture->folder, "logs", NULL);
  g_autoptr (GString) log = g_string_new (NULL);
  g_autofree char *table = g_strdup_printf ("session,time,model,input,output,outcome\n"
                                            "s%u,2026-06-01,m,1,1,rejected\n", JUDGED);

  for (guint i = 0; i < N_SESSIONS; i++)
    {
      g_autofree char *session = g_strdup_printf ("s%u", i);
      g_autofree char *first = g_strdup_printf ("m%u", i);
      g_autofree char *last = g_strdup_printf ("n%u", i);
      g_autofree char *remote = g_strdup_printf ("remote.r%u.url", i);
      g_autofree char *address = g_strdup_printf ("git@example.org:team/s%u-repository.git", i);

      log_writer_add_answer (log, session, first, SECOND (i), 10);
      log_writer_add_answer (log, session, last, SECOND (i) + 100, 10);
      git (fixture, 0, "config", remote, address, NULL);
    }
  g_assert_cmpint (g_mkdir_with_parents (logs, 0700), ==, 0);
  log_writer_write (logs, "a.jsonl", log->str);
  log_writer_write (logs, "b.csv", table);
  fixture->ledger = store_open (path);
  store_import (fixture->ledger, logs);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = log_writer_make_folder ();
  fixture->repository = g_build_filename (fixture->folder, "somewhere", NULL);
  g_assert_cmpint (g_mkdir_with_parents (fixture->repository, 0700), ==, 0);
  make_repository (fixture);
  make_ledger (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  outlay_ledger_close (fixture->ledger);
  log_writer_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->repository);
}

static char *
get_outcome (OutlayLedger *ledger,
             Case          number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql =
    g_strdup_printf ("SELECT name.text FROM run JOIN name ON name.id = run.outcome"
                     " WHERE run.name = 's%u'", number);
  g_autoptr (OutlayStatement) row =
    outlay_database_prepare (outlay_ledger_get_database (ledger), sql, &error);
  gboolean found;

  g_assert_no_error (error);
  found = outlay_statement_step (row, &error);
  g_assert_no_error (error);
  g_assert_true (found);

  return g_strdup (outlay_statement_get_text (row, 0));
}

static OutlayGitReport
read_git (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  OutlayGitReport report;

  outlay_ledger_read_git (fixture->ledger, fixture->repository, &report, &error);
  g_assert_no_error (error);

  return report;
}

static void
test_outcomes (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const expected[N_SESSIONS] = {
    [COMMITTED] = "accepted", [MERGED] = "accepted", [WAITING] = "", [REVERTED] = "reverted",
    [MERGE_REVERTED] = "reverted", [RESTORED] = "accepted", [REBASED] = "accepted",
    [SQUASHED] = "accepted", [SQUASHED_TOO] = "accepted", [SQUASH_REVERTED] = "reverted",
    [RENAMED] = "accepted", [IDLE] = "", [JUDGED] = "rejected", [LATE] = "accepted", [TOO_LATE] = "",
  };
  OutlayGitReport report = read_git (fixture);

  g_assert_cmpuint (report.sessions, ==, N_SESSIONS);
  g_assert_cmpuint (report.with_commits, ==, N_SESSIONS - 2);
  g_assert_cmpuint (report.accepted, ==, 9);
  g_assert_cmpuint (report.reverted, ==, 3);
  g_assert_cmpuint (report.changed, ==, 11);
  for (guint i = 0; i < N_SESSIONS; i++)
    {
      g_autofree char *outcome = get_outcome (fixture->ledger, (Case) i);

      g_test_message ("session %u", i);
      g_assert_cmpstr (outcome, ==, expected[i]);
    }

  g_assert_cmpint (store_ask (fixture->ledger, "SELECT sum(runs) FROM day_sum WHERE view = 3"),
                   ==, N_SESSIONS);
}

/* To read again changes nothing, until something is taken back. */
static void
test_later (Fixture       *fixture,
            gconstpointer  data)
{
  OutlayGitReport report = read_git (fixture);
  g_autofree char *outcome = NULL;

  report = read_git (fixture);
  g_assert_cmpuint (report.changed, ==, 0);

  git (fixture, SECOND (N_SESSIONS + 9), "revert", "--no-edit", "HEAD~1", NULL);
  report = read_git (fixture);
  g_assert_cmpuint (report.changed, ==, 1);
  outcome = get_outcome (fixture->ledger, LATE);
  g_assert_cmpstr (outcome, ==, "reverted");
}

static void
test_no_repository (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  OutlayGitReport report;

  g_assert_false (outlay_ledger_read_git (fixture->ledger, fixture->folder, &report, &error));
  g_assert_error (error, OUTLAY_GIT_ERROR, OUTLAY_GIT_ERROR_REFUSED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/ledger/git/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("outcomes", test_outcomes);
  ADD ("later", test_later);
  ADD ("no-repository", test_no_repository);

  return g_test_run ();
}
