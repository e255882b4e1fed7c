/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger on a server that speaks PostgreSQL's protocol. Rows come one by one, so
 * that memory stays small; a connection has one answer under way at a time, so one
 * that is not read to its end when the next is asked for is put aside. */
#include "database.h"

#include "libpq.h"

#include <string.h>

typedef struct _PostgresqlStatement PostgresqlStatement;

/* The same for every connection, and there before the first. */
static const OutlayLibpq *pq;

typedef struct
{
  OutlayDatabase       parent;
  PGconn              *connection;
  PostgresqlStatement *running;  /* whose answer is under way */
  guint                n_made;   /* names of statements */
} Postgresql;

struct _PostgresqlStatement
{
  OutlayStatement  parent;
  char            *name;
  GPtrArray       *values;    /* (element-type utf8) (nullable elements): parameters */
  PGresult        *row;
  GQueue           aside;     /* (element-type PGresult): rows that came already */
  gboolean         started;
  gint64           n_changed;
  char            *failure;
};

static Postgresql *
get_postgresql (OutlayDatabase *database)
{
  return (Postgresql *) (gpointer) database;
}

static PostgresqlStatement *
get_own (OutlayStatement *statement)
{
  return (PostgresqlStatement *) (gpointer) statement;
}

static void
set_error (GError     **error,
           int          code,
           const char  *message)
{
  g_autofree char *text = g_strstrip (g_strdup (message));

  g_set_error_literal (error, OUTLAY_DATABASE_ERROR, code, text);
}

static void
postgresql_close (OutlayDatabase *database)
{
  pq->PQfinish (get_postgresql (database)->connection);
  g_free (database);
}

/* Takes the next result of the statement that runs: %NULL behind the last row. */
static PGresult *
receive (PostgresqlStatement *statement)
{
  Postgresql *postgresql = get_postgresql (statement->parent.database);
  PGresult *result;

  while ((result = pq->PQgetResult (postgresql->connection)) != NULL)
    {
      ExecStatusType status = pq->PQresultStatus (result);

      if (status == PGRES_SINGLE_TUPLE)
        return result;

      if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
        statement->n_changed = g_ascii_strtoll (pq->PQcmdTuples (result), NULL, 10);
      else if (statement->failure == NULL)
        statement->failure = g_strdup (pq->PQresultErrorMessage (result));
      pq->PQclear (result);
    }

  postgresql->running = NULL;

  return NULL;
}

/* Makes room for another answer. */
static void
put_aside (Postgresql *postgresql)
{
  PostgresqlStatement *running = postgresql->running;
  PGresult *row;

  while (running != NULL && (row = receive (running)) != NULL)
    g_queue_push_tail (&running->aside, row);
}

static gboolean
postgresql_run (OutlayDatabase  *database,
                const char      *sql,
                GError         **error)
{
  Postgresql *postgresql = get_postgresql (database);
  PGresult *result;
  ExecStatusType status;

  put_aside (postgresql);
  result = pq->PQexec (postgresql->connection, sql);
  status = pq->PQresultStatus (result);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY)
    set_error (error, OUTLAY_DATABASE_ERROR_SQL, pq->PQerrorMessage (postgresql->connection));
  pq->PQclear (result);

  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

/* The highest number of a parameter. */
static guint
count_parameters (const char *sql)
{
  guint most = 0;

  for (const char *dollar = strchr (sql, '$'); dollar != NULL; dollar = strchr (dollar + 1, '$'))
    most = MAX (most, (guint) g_ascii_strtoull (dollar + 1, NULL, 10));

  return most;
}

static OutlayStatement *
postgresql_prepare (OutlayDatabase  *database,
                    const char      *sql,
                    GError         **error)
{
  Postgresql *postgresql = get_postgresql (database);
  g_autofree char *name = g_strdup_printf ("outlay_%u", ++postgresql->n_made);
  PostgresqlStatement *statement;
  PGresult *result;
  gboolean prepared;

  put_aside (postgresql);
  result = pq->PQprepare (postgresql->connection, name, sql, 0, NULL);
  prepared = pq->PQresultStatus (result) == PGRES_COMMAND_OK;
  pq->PQclear (result);
  if (!prepared)
    {
      set_error (error, OUTLAY_DATABASE_ERROR_SQL, pq->PQerrorMessage (postgresql->connection));
      return NULL;
    }

  statement = g_new0 (PostgresqlStatement, 1);
  statement->parent.database = database;
  statement->name = g_steal_pointer (&name);
  statement->values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (statement->values, (int) count_parameters (sql));

  return &statement->parent;
}

static void
bind (OutlayStatement *statement,
      int              number,
      char            *value) /* (transfer full) (nullable) */
{
  GPtrArray *values = get_own (statement)->values;

  g_return_if_fail (number >= 1 && number <= (int) values->len);

  g_free (g_ptr_array_index (values, (guint) number - 1));
  g_ptr_array_index (values, (guint) number - 1) = value;
}

static void
postgresql_bind_whole (OutlayStatement *statement,
                       int              number,
                       gint64           value)
{
  bind (statement, number, g_strdup_printf ("%" G_GINT64_FORMAT, value));
}

/* The server refuses what is no UTF-8; names of files and models may be that. */
static void
postgresql_bind_text (OutlayStatement *statement,
                      int              number,
                      const char      *text)
{
  bind (statement, number, text != NULL ? g_utf8_make_valid (text, -1) : NULL);
}

static void
start (PostgresqlStatement *statement)
{
  Postgresql *postgresql = get_postgresql (statement->parent.database);

  put_aside (postgresql);
  statement->started = TRUE;
  if (pq->PQsendQueryPrepared (postgresql->connection, statement->name,
                               (int) statement->values->len,
                               (const char * const *) statement->values->pdata, NULL, NULL,
                               0) == 1)
    {
      pq->PQsetSingleRowMode (postgresql->connection);
      postgresql->running = statement;
    }
  else
    {
      statement->failure = g_strdup (pq->PQerrorMessage (postgresql->connection));
    }
}

static gboolean
postgresql_step (OutlayStatement  *statement,
                 GError          **error)
{
  PostgresqlStatement *own = get_own (statement);

  g_clear_pointer (&own->row, pq->PQclear);
  if (!own->started)
    start (own);

  own->row = g_queue_pop_head (&own->aside);
  if (own->row == NULL && get_postgresql (statement->database)->running == own)
    own->row = receive (own);
  if (own->row == NULL && own->failure != NULL)
    set_error (error, OUTLAY_DATABASE_ERROR_SQL, own->failure);

  return own->row != NULL;
}

static void
clear_row (gpointer data)
{
  pq->PQclear (data);
}

static void
postgresql_reset (OutlayStatement *statement)
{
  PostgresqlStatement *own = get_own (statement);

  if (get_postgresql (statement->database)->running == own)
    put_aside (get_postgresql (statement->database));
  g_queue_clear_full (&own->aside, clear_row);
  g_clear_pointer (&own->row, pq->PQclear);
  g_clear_pointer (&own->failure, g_free);
  own->started = FALSE;
}

static void
postgresql_finalize (OutlayStatement *statement)
{
  PostgresqlStatement *own = get_own (statement);
  g_autofree char *sql = g_strdup_printf ("DEALLOCATE %s", own->name);

  postgresql_reset (statement);
  postgresql_run (statement->database, sql, NULL);
  g_ptr_array_unref (own->values);
  g_free (own->name);
  g_free (own);
}

static gint64
postgresql_n_changed (OutlayStatement *statement)
{
  return get_own (statement)->n_changed;
}

static gboolean
postgresql_is_null (OutlayStatement *statement,
                    int              column)
{
  return pq->PQgetisnull (get_own (statement)->row, 0, column) == 1;
}

/* A sum of 64-bit numbers is a numeric there, and written in the same digits. */
static gint64
postgresql_get_whole (OutlayStatement *statement,
                      int              column)
{
  return g_ascii_strtoll (pq->PQgetvalue (get_own (statement)->row, 0, column), NULL, 10);
}

static const char *
postgresql_get_text (OutlayStatement *statement,
                     int              column)
{
  PGresult *row = get_own (statement)->row;

  return pq->PQgetisnull (row, 0, column) == 1 ? NULL : pq->PQgetvalue (row, 0, column);
}

/* Texts are in the order of their bytes, as SQLite has them. Who writes holds the
 * row of the version until the end: two who write the sums of one day would each
 * miss what the other one wrote. */
static const OutlayDatabaseKind postgresql_kind = {
  .key_tables = "",
  .whole_key = "BIGINT PRIMARY KEY",
  .text = "TEXT COLLATE \"C\"",
  .begin = "BEGIN",
  .lock = "SELECT value FROM meta WHERE name = 'version' FOR UPDATE",
  .settle = "ANALYZE touched; ANALYZE touched_day",
  .is_shared = TRUE,
  .close = postgresql_close,
  .run = postgresql_run,
  .prepare = postgresql_prepare,
  .finalize = postgresql_finalize,
  .bind_whole = postgresql_bind_whole,
  .bind_text = postgresql_bind_text,
  .step = postgresql_step,
  .reset = postgresql_reset,
  .n_changed = postgresql_n_changed,
  .is_null = postgresql_is_null,
  .get_whole = postgresql_get_whole,
  .get_text = postgresql_get_text,
};

/* Notices ("relation exists, skipping") are for nobody here. */
static void
hear_notice (void           *data,
             const PGresult *notice)
{
}

/**
 * outlay_postgresql_open:
 * @address: `postgresql://…`, as libpq has it: what it does not say is taken from
 *   the environment (PGUSER and others) and the user's password file
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Returns: (transfer full) (nullable): the database, which has to be there
 */
OutlayDatabase *
outlay_postgresql_open (const char  *address,
                        GError     **error)
{
  /* What stands before the address yields to it, what stands behind does not. */
  const char * const keys[] = {
    "connect_timeout", "fallback_application_name", "dbname", "client_encoding", NULL
  };
  const char * const values[] = { "20", "outlay", address, "UTF8", NULL };
  g_autoptr (OutlayDatabase) database = NULL;
  Postgresql *postgresql;

  pq = outlay_libpq_load (error);
  if (pq == NULL)
    return NULL;

  postgresql = g_new0 (Postgresql, 1);
  postgresql->parent.kind = &postgresql_kind;
  database = &postgresql->parent;
  postgresql->connection = pq->PQconnectdbParams (keys, values, 1);
  if (pq->PQstatus (postgresql->connection) != CONNECTION_OK)
    {
      set_error (error, OUTLAY_DATABASE_ERROR_OPEN, pq->PQerrorMessage (postgresql->connection));
      return NULL;
    }

  pq->PQsetNoticeReceiver (postgresql->connection, hear_notice, NULL);

  /* Where the ledger is spread over servers, each adds up its own; and to compile a
   * question takes longer than to answer it. A server that does not know this does as
   * it is used to. */
  postgresql_run (database, "SET enable_partitionwise_aggregate = on", NULL);
  postgresql_run (database, "SET jit = off", NULL);

  return g_steal_pointer (&database);
}
