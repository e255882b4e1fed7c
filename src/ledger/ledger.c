/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-private.h"

#include <errno.h>
#include <string.h>

/* %1$s ends a table that is kept in the order of its key, %2$s is a key of 64 bits,
 * %3$s a text.
 * Names that the rules know have numbers of their own: 0 is "not said", then the
 * kinds of task in the order of OUTLAY_LEDGER_KIND. */
static const char tables[] =
  "CREATE TABLE IF NOT EXISTS meta (name %3$s PRIMARY KEY, value BIGINT NOT NULL);"

  "CREATE TABLE IF NOT EXISTS name (id INTEGER PRIMARY KEY, text %3$s NOT NULL UNIQUE);"

  /* Files that were read, as they were then. */
  "CREATE TABLE IF NOT EXISTS source (path %3$s PRIMARY KEY, size BIGINT NOT NULL,"
  " modified BIGINT NOT NULL, format INTEGER NOT NULL, placeholders BIGINT NOT NULL,"
  " quoted_calls BIGINT NOT NULL, troubles BIGINT NOT NULL) %1$s;"

  "CREATE TABLE IF NOT EXISTS session (key %2$s, name %3$s NOT NULL,"
  " agent BIGINT NOT NULL, repository BIGINT NOT NULL, person BIGINT NOT NULL,"
  " version %3$s);"

  /* What a person knows of a session that no log says. NULL: nothing. */
  "CREATE TABLE IF NOT EXISTS note (session %2$s, kind BIGINT, risk BIGINT,"
  " outcome BIGINT, reviewer BIGINT, reason BIGINT, approval BIGINT, person BIGINT,"
  " repository BIGINT, tier BIGINT);"

  /* One row a message, each once. Costs are nano-dollars, NULL without a price. */
  "CREATE TABLE IF NOT EXISTS usage (key %2$s, session BIGINT NOT NULL,"
  " at BIGINT NOT NULL, day INTEGER NOT NULL, kind INTEGER NOT NULL, flags INTEGER NOT NULL,"
  " model BIGINT NOT NULL, tier BIGINT NOT NULL, input BIGINT NOT NULL,"
  " write_5m BIGINT NOT NULL, write_1h BIGINT NOT NULL, cache_read BIGINT NOT NULL,"
  " output BIGINT NOT NULL, output_estimate BIGINT NOT NULL, cost BIGINT,"
  " cost_estimate BIGINT, tools INTEGER NOT NULL, edits INTEGER NOT NULL,"
  " tests INTEGER NOT NULL, operates INTEGER NOT NULL, webs INTEGER NOT NULL,"
  " delegates INTEGER NOT NULL);"
  "CREATE INDEX IF NOT EXISTS usage_session ON usage (session, at);"

  /* One row a run. day is 20260701. */
  "CREATE TABLE IF NOT EXISTS run (session BIGINT NOT NULL, model BIGINT NOT NULL,"
  " subagent INTEGER NOT NULL, from_table INTEGER NOT NULL, day INTEGER NOT NULL,"
  " at BIGINT NOT NULL, name %3$s, agent BIGINT NOT NULL, person BIGINT NOT NULL,"
  " repository BIGINT NOT NULL, kind BIGINT NOT NULL, tier BIGINT NOT NULL,"
  " input BIGINT NOT NULL, write_5m BIGINT NOT NULL, write_1h BIGINT NOT NULL,"
  " cache_read BIGINT NOT NULL, output BIGINT NOT NULL, output_estimate BIGINT NOT NULL,"
  " turns BIGINT, calls BIGINT, tool_calls BIGINT, wall_ms BIGINT, risk BIGINT NOT NULL,"
  " outcome BIGINT NOT NULL, reviewer BIGINT NOT NULL, reason BIGINT NOT NULL,"
  " approval BIGINT NOT NULL, cost BIGINT NOT NULL, cost_estimate BIGINT NOT NULL,"
  " unpriced BIGINT NOT NULL, placeholders BIGINT NOT NULL,"
  " PRIMARY KEY (session, model, subagent)) %1$s;"
  "CREATE INDEX IF NOT EXISTS run_day ON run (day);"
  "CREATE INDEX IF NOT EXISTS run_long ON run (turns DESC, session, day) WHERE turns > 1;"

  /* What each turn of a session cost; day is the session's first. */
  "CREATE TABLE IF NOT EXISTS turn (session BIGINT NOT NULL, turn INTEGER NOT NULL,"
  " day INTEGER NOT NULL, calls BIGINT NOT NULL, cost BIGINT NOT NULL,"
  " cost_estimate BIGINT NOT NULL, PRIMARY KEY (session, turn)) %1$s;"
  "CREATE INDEX IF NOT EXISTS turn_day ON turn (day);"

  /* Sums by day: see ledger-refresh.c for what a and b are in each view. */
  "CREATE TABLE IF NOT EXISTS day_sum (view INTEGER NOT NULL, day INTEGER NOT NULL,"
  " a BIGINT NOT NULL, b BIGINT NOT NULL, runs BIGINT NOT NULL, calls BIGINT NOT NULL,"
  " input BIGINT NOT NULL, write_5m BIGINT NOT NULL, write_1h BIGINT NOT NULL,"
  " cache_read BIGINT NOT NULL, output BIGINT NOT NULL, output_estimate BIGINT NOT NULL,"
  " cost BIGINT NOT NULL, cost_estimate BIGINT NOT NULL, unpriced BIGINT NOT NULL,"
  " placeholders BIGINT NOT NULL, PRIMARY KEY (view, day, a, b)) %1$s;";

static const char first_names[] =
  "INSERT INTO name (id, text) VALUES (0, ''), (1, 'fix'), (2, 'build'), (3, 'operate'),"
  " (4, 'write'), (5, 'analyse'), (6, 'explore'), (7, 'orchestrate')"
  " ON CONFLICT DO NOTHING;"
  "INSERT INTO meta (name, value) VALUES ('version', 1) ON CONFLICT DO NOTHING;";

static gboolean
read_version (OutlayLedger  *ledger,
              gint64        *version,
              GError       **error)
{
  g_autoptr (OutlayStatement) statement =
    outlay_database_prepare (ledger->database,
                             "SELECT value FROM meta WHERE name = 'version'", error);
  g_autoptr (GError) own_error = NULL;

  if (statement == NULL)
    return FALSE;

  *version = outlay_statement_step (statement, &own_error)
               ? outlay_statement_get_whole (statement, 0) : 0;
  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

/* Version 1 is the first. One that changes the tables says here how those of the
 * version before become its own; what a newer program made is left alone. */
static gboolean
check_version (OutlayLedger  *ledger,
               GError       **error)
{
  gint64 version;

  if (!read_version (ledger, &version, error))
    return FALSE;
  if (version <= OUTLAY_LEDGER_VERSION)
    return TRUE;

  g_set_error (error, OUTLAY_DATABASE_ERROR, OUTLAY_DATABASE_ERROR_NEWER,
               "the ledger was made by a newer version of Outlay (its tables are of version %"
               G_GINT64_FORMAT ", this one knows up to %d)", version, OUTLAY_LEDGER_VERSION);

  return FALSE;
}

/* Whether the tables are there and need nothing: the ordinary case, which must
 * not write. */
static gboolean
is_ready (OutlayLedger *ledger)
{
  gint64 version;

  return read_version (ledger, &version, NULL) && version == OUTLAY_LEDGER_VERSION;
}

static char *
replace (const char *text,
         const char *what,
         const char *with)
{
  g_auto (GStrv) parts = g_strsplit (text, what, -1);

  return g_strjoinv (with, parts);
}

static gboolean
make_tables (OutlayLedger  *ledger,
             GError       **error)
{
  const OutlayDatabaseKind *kind = ledger->database->kind;
  g_autofree char *keyed = replace (tables, "%1$s", kind->key_tables);
  g_autofree char *with_key = replace (keyed, "%2$s", kind->whole_key);
  g_autofree char *sql = replace (with_key, "%3$s", kind->text);

  return outlay_database_run (ledger->database, sql, error) &&
         outlay_database_run (ledger->database, first_names, error) &&
         check_version (ledger, error);
}

/* Makes the tables that are missing, all or nothing; or somebody else did so at the
 * same moment. */
gboolean
outlay_ledger_make_tables (OutlayLedger  *ledger,
                           GError       **error)
{
  g_autoptr (GError) own_error = NULL;

  if (is_ready (ledger))
    return TRUE;

  if (!outlay_database_run (ledger->database, ledger->database->kind->begin, error))
    return FALSE;
  if (make_tables (ledger, &own_error))
    return outlay_database_run (ledger->database, "COMMIT", error);

  outlay_database_run (ledger->database, "ROLLBACK", NULL);
  if (is_ready (ledger))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

/**
 * outlay_ledger_get_default_path:
 *
 * Returns: (transfer full): the ledger in the user's data folder
 */
char *
outlay_ledger_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "outlay", "ledger.sqlite", NULL);
}

static char *
get_usual_store (void)
{
  const char *store = g_getenv ("OUTLAY_STORE");

  return store != NULL && *store != '\0' ? g_strdup (store) : outlay_ledger_get_default_path ();
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, OUTLAY_DATABASE_ERROR, OUTLAY_DATABASE_ERROR_OPEN,
               "%s: %s", folder, g_strerror (errno));

  return FALSE;
}

/**
 * outlay_ledger_open:
 * @address: (nullable): a file, or `postgresql://…`; %NULL: what the environment
 *   names as OUTLAY_STORE, else the file in the user's data folder
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the ledger, made where there is none; a
 *   server's database has to be there
 */
OutlayLedger *
outlay_ledger_open (const char  *address,
                    GError     **error)
{
  g_autofree char *store = address != NULL ? g_strdup (address) : get_usual_store ();
  gboolean is_file = !outlay_database_is_address (store);
  g_autoptr (OutlayLedger) ledger = g_new0 (OutlayLedger, 1);

  ledger->transaction = OUTLAY_LEDGER_TRANSACTION;
  ledger->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (is_file && !make_folder (store, error))
    return NULL;

  /* A server says itself where it is; its address may have a password in it. */
  ledger->database = outlay_database_open (store, error);
  if (ledger->database == NULL || !outlay_ledger_make_tables (ledger, error))
    {
      if (is_file)
        g_prefix_error (error, "%s: ", store);
      return NULL;
    }

  return g_steal_pointer (&ledger);
}

/**
 * outlay_ledger_exists:
 * @address: (nullable): as for outlay_ledger_open()
 *
 * Returns: whether to open it would make no file
 */
gboolean
outlay_ledger_exists (const char *address)
{
  g_autofree char *store = address != NULL ? g_strdup (address) : get_usual_store ();

  return outlay_database_is_address (store) || g_file_test (store, G_FILE_TEST_EXISTS);
}

void
outlay_ledger_close (OutlayLedger *ledger)
{
  g_clear_pointer (&ledger->add_name, outlay_statement_finalize);
  g_clear_pointer (&ledger->find_name, outlay_statement_finalize);
  g_clear_pointer (&ledger->database, outlay_database_close);
  g_hash_table_unref (ledger->names);
  g_free (ledger);
}

/* Returns: (transfer none): for questions of one's own, in SQL */
OutlayDatabase *
outlay_ledger_get_database (OutlayLedger *ledger)
{
  return ledger->database;
}

static gboolean
prepare_names (OutlayLedger  *ledger,
               GError       **error)
{
  if (ledger->add_name != NULL)
    return TRUE;

  ledger->find_name = outlay_database_prepare (ledger->database,
                                               "SELECT id FROM name WHERE text = $1", error);
  if (ledger->find_name == NULL)
    return FALSE;

  ledger->add_name =
    outlay_database_prepare (ledger->database,
                             "INSERT INTO name (id, text)"
                             " SELECT max(id) + 1, $1 FROM name WHERE true"
                             " ON CONFLICT DO NOTHING", error);

  return ledger->add_name != NULL;
}

/**
 * outlay_ledger_get_name:
 * @ledger: a ledger, in a transaction
 * @text: (nullable): a name
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Returns: the number of the name, 0 for none, -1 with an error
 */
gint64
outlay_ledger_get_name (OutlayLedger  *ledger,
                        const char    *text,
                        GError       **error)
{
  const gint64 *known = text != NULL ? g_hash_table_lookup (ledger->names, text) : NULL;
  gint64 id;

  if (text == NULL || *text == '\0')
    return 0;
  if (known != NULL)
    return *known;
  if (!prepare_names (ledger, error))
    return -1;

  outlay_statement_bind_text (ledger->add_name, 1, text);
  outlay_statement_bind_text (ledger->find_name, 1, text);
  if (!outlay_statement_run (ledger->add_name, NULL, error))
    return -1;
  id = outlay_statement_step (ledger->find_name, error)
         ? outlay_statement_get_whole (ledger->find_name, 0) : -1;
  outlay_statement_reset (ledger->find_name);
  if (id >= 0)
    g_hash_table_insert (ledger->names, g_strdup (text), g_memdup2 (&id, sizeof id));

  return id;
}

/**
 * outlay_ledger_get_days:
 * @ledger: a ledger
 * @first: (out): the first day with a run, as 20260701; 0 where there is none
 * @last: (out): the last
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 */
gboolean
outlay_ledger_get_days (OutlayLedger  *ledger,
                        int           *first,
                        int           *last,
                        GError       **error)
{
  g_autoptr (OutlayStatement) statement =
    outlay_database_prepare (ledger->database,
                             "SELECT (SELECT min(day) FROM run), (SELECT max(day) FROM run)",
                             error);

  if (statement == NULL || !outlay_statement_step (statement, error))
    return FALSE;

  *first = (int) outlay_statement_get_whole (statement, 0);
  *last = (int) outlay_statement_get_whole (statement, 1);

  return TRUE;
}
