/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acceptance by what became of the commits of a session. The rules:
 *   a commit is of the session of this repository that was at work when it was
 *   written, the one that began last of several; merges are of nobody
 *   accepted   one of its commits stands on the main branch
 *   reverted   some were on the main branch, and all of those were taken back
 *   else       nothing is known: not merged yet is not rejected
 * What a person or a table said stays, but for "accepted" that was reverted since. */
#include "git-outcomes.h"

#include "git-history.h"
#include "ledger-private.h"

typedef struct
{
  gint64 key;
  gint64 first; /* milliseconds since 1970 */
  gint64 last;
  guint  commits;
  guint  standing;
  guint  reverted;
} Session;

static gboolean
add_sessions (GArray        *sessions,
              OutlayLedger  *ledger,
              const char    *repository,
              GError       **error)
{
  g_autoptr (OutlayStatement) rows =
    outlay_database_prepare (ledger->database,
                             "SELECT session, min(run.at), max(run.at + coalesce(wall_ms, 0))"
                             " FROM run JOIN name ON name.id = run.repository"
                             " WHERE name.text = $1 GROUP BY session", error);
  g_autoptr (GError) own_error = NULL;

  if (rows == NULL)
    return FALSE;

  outlay_statement_bind_text (rows, 1, repository);
  while (outlay_statement_step (rows, &own_error))
    {
      const Session session = {
        .key = outlay_statement_get_whole (rows, 0),
        .first = outlay_statement_get_whole (rows, 1),
        .last = outlay_statement_get_whole (rows, 2),
      };

      g_array_append_val (sessions, session);
    }
  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

static int
compare_sessions (gconstpointer a,
                  gconstpointer b)
{
  const Session *one = a, *other = b;

  if (one->first != other->first)
    return one->first < other->first ? -1 : 1;

  return (one->key > other->key) - (one->key < other->key);
}

/* Sessions are in the order of their beginnings. A log's moments are finer than
 * those of git, which are whole seconds. */
static Session *
find_session (GArray *sessions,
              gint64  at)
{
  const gint64 grace = OUTLAY_GIT_MINUTES * 60 * G_GINT64_CONSTANT (1000);

  for (guint i = sessions->len; i > 0; i--)
    {
      Session *session = &g_array_index (sessions, Session, i - 1);

      if (session->first / 1000 * 1000 <= at && at <= session->last + grace)
        return session;
    }

  return NULL;
}

static void
judge (GArray                 *sessions,
       const OutlayGitHistory *history)
{
  for (guint i = 0; i < history->commits->len; i++)
    {
      const OutlayGitCommit *commit = &g_array_index (history->commits, OutlayGitCommit, i);
      Session *session = commit->is_merge ? NULL : find_session (sessions, commit->at);

      if (session == NULL)
        continue;

      session->commits++;
      session->standing += commit->is_merged && !commit->is_reverted;
      session->reverted += commit->is_merged && commit->is_reverted;
    }
}

static gboolean
write_outcomes (OutlayLedger     *ledger,
                GArray           *sessions,
                OutlayGitReport  *report,
                GHashTable       *changed,
                GError          **error)
{
  gint64 accepted = outlay_ledger_get_name (ledger, "accepted", error);
  gint64 reverted = accepted < 0 ? -1 : outlay_ledger_get_name (ledger, "reverted", error);
  g_autoptr (OutlayStatement) write = reverted < 0 ? NULL :
    outlay_database_prepare (ledger->database,
                             "INSERT INTO note (session, outcome) VALUES ($1, $2)"
                             " ON CONFLICT (session) DO UPDATE SET outcome = excluded.outcome"
                             " WHERE note.outcome IS NULL OR (note.outcome = $3"
                             " AND excluded.outcome <> note.outcome)", error);

  if (write == NULL)
    return FALSE;

  outlay_statement_bind_whole (write, 3, accepted);
  for (guint i = 0; i < sessions->len; i++)
    {
      const Session *session = &g_array_index (sessions, Session, i);
      gint64 n_changed = 0;

      report->with_commits += session->commits > 0;
      report->accepted += session->standing > 0;
      report->reverted += session->standing == 0 && session->reverted > 0;
      if (session->standing + session->reverted == 0)
        continue;

      outlay_statement_bind_whole (write, 1, session->key);
      outlay_statement_bind_whole (write, 2, session->standing > 0 ? accepted : reverted);
      if (!outlay_statement_run (write, &n_changed, error))
        return FALSE;
      if (n_changed > 0)
        g_hash_table_add (changed, g_memdup2 (&session->key, sizeof session->key));
    }
  report->changed = g_hash_table_size (changed);

  return TRUE;
}

static gboolean
read_sessions (GArray                  *sessions,
               OutlayLedger            *ledger,
               const OutlayGitHistory  *history,
               GError                 **error)
{
  for (guint i = 0; i < history->names->len; i++)
    {
      const char *name = g_ptr_array_index (history->names, i);
      gboolean is_known = FALSE;

      for (guint j = 0; j < i; j++)
        is_known = is_known || g_str_equal (name, g_ptr_array_index (history->names, j));
      if (!is_known && !add_sessions (sessions, ledger, name, error))
        return FALSE;
    }
  g_array_sort (sessions, compare_sessions);

  return TRUE;
}

/**
 * outlay_ledger_read_git:
 * @ledger: a ledger
 * @folder: in a repository
 * @report: (out caller-allocates): what was found
 * @error: return location for an error of %OUTLAY_GIT_ERROR or %OUTLAY_DATABASE_ERROR
 *
 * Takes the outcome of a repository's sessions from its history. To read it again
 * changes only what has become of commits since.
 */
gboolean
outlay_ledger_read_git (OutlayLedger     *ledger,
                        const char       *folder,
                        OutlayGitReport  *report,
                        GError          **error)
{
  g_autoptr (OutlayGitHistory) history = outlay_git_history_read (folder, error);
  g_autoptr (GArray) sessions = g_array_new (FALSE, FALSE, sizeof (Session));
  g_autoptr (GHashTable) changed =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) days = g_hash_table_new (g_int64_hash, g_int64_equal);

  *report = (OutlayGitReport) { 0 };
  if (history == NULL || !outlay_database_begin (ledger->database, error))
    return FALSE;

  if (read_sessions (sessions, ledger, history, error))
    {
      report->sessions = sessions->len;
      judge (sessions, history);
      if (write_outcomes (ledger, sessions, report, changed, error) &&
          outlay_ledger_refresh (ledger, changed, days, error))
        return outlay_database_run (ledger->database, "COMMIT", error);
    }

  outlay_database_run (ledger->database, "ROLLBACK", NULL);
  g_hash_table_remove_all (ledger->names);

  return FALSE;
}
