/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-writer.h"

#include "list-price.h"

/* The columns of a message, in the order of its table. */
typedef enum
{
  KEY = 1, SESSION, AT, DAY, KIND, FLAGS, MODEL, TIER, INPUT, WRITE_5M, WRITE_1H, READ, OUTPUT,
  OUTPUT_ESTIMATE, COST, COST_ESTIMATE, TOOLS, EDITS, TESTS, OPERATES, WEBS, DELEGATES
} UsageColumn;

typedef struct
{
  const OutlayModel *priced;
  gint64             name;
  gint64             tier;
} Model;

static const char * const class_names[] = { "economy", "mid", "frontier" };

static gboolean
prepare (OutlayLedgerWriter *writer)
{
  const struct
  {
    OutlayStatement **statement;
    const char       *sql;
  } statements[] = {
    { &writer->add_usage,
      "INSERT INTO usage VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,"
      " $15, $16, $17, $18, $19, $20, $21, $22) ON CONFLICT DO NOTHING" },
    { &writer->find_usage,
      "SELECT session, at, input, write_5m, write_1h, cache_read, output, output_estimate"
      " FROM usage WHERE key = $1" },
    { &writer->drop_usage, "DELETE FROM usage WHERE key = $1" },
    { &writer->move_usage,
      "UPDATE usage SET at = $2, day = $3, output_estimate = $4, cost_estimate = $5"
      " WHERE key = $1" },
    { &writer->add_session,
      "INSERT INTO session VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (key) DO UPDATE SET"
      " repository = CASE WHEN session.repository = 0 THEN excluded.repository"
      " ELSE session.repository END, person = CASE WHEN excluded.person <> 0"
      " THEN excluded.person ELSE session.person END"
      " WHERE (session.repository = 0 AND excluded.repository <> 0)"
      " OR (excluded.person <> 0 AND excluded.person <> session.person)" },
    { &writer->has_usage, "SELECT 1 FROM usage WHERE session = $1 LIMIT 1" },
    { &writer->add_note,
      "INSERT INTO note (session, kind, risk, outcome, reviewer, reason, approval, person,"
      " repository, tier) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
      " ON CONFLICT (session) DO UPDATE SET kind = coalesce(excluded.kind, note.kind),"
      " risk = coalesce(excluded.risk, note.risk),"
      " outcome = coalesce(excluded.outcome, note.outcome),"
      " reviewer = coalesce(excluded.reviewer, note.reviewer),"
      " reason = coalesce(excluded.reason, note.reason),"
      " approval = coalesce(excluded.approval, note.approval),"
      " person = coalesce(excluded.person, note.person),"
      " repository = coalesce(excluded.repository, note.repository),"
      " tier = coalesce(excluded.tier, note.tier)" },
    { &writer->find_row,
      "SELECT day FROM run WHERE session = $1 AND model = $2 AND subagent = 0"
      " AND from_table = 1" },
    { &writer->drop_row,
      "DELETE FROM run WHERE session = $1 AND model = $2 AND subagent = 0"
      " AND from_table = 1" },
    { &writer->add_row,
      "INSERT INTO run (session, model, subagent, from_table, day, at, agent, person,"
      " repository, kind, tier, input, write_5m, write_1h, cache_read, output,"
      " output_estimate, risk, outcome, reviewer, reason, approval, cost, cost_estimate,"
      " unpriced, placeholders, turns, calls, tool_calls, wall_ms, name)"
      " VALUES ($1, $2, 0, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $15,"
      " $16, $17, $18, $19, $20, $20, $21, 0, $22, $23, $24, $25, $26)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements) && writer->error == NULL; i++)
    *statements[i].statement = outlay_database_prepare (writer->ledger->database,
                                                        statements[i].sql, &writer->error);

  return writer->error == NULL;
}

/* An error in making it is kept in it. */
OutlayLedgerWriter *
outlay_ledger_writer_new (OutlayLedger *ledger)
{
  OutlayLedgerWriter *writer = g_new0 (OutlayLedgerWriter, 1);

  writer->ledger = ledger;
  writer->sessions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  writer->days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  writer->models = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  prepare (writer);

  return writer;
}

void
outlay_ledger_writer_free (OutlayLedgerWriter *writer)
{
  OutlayStatement **statements[] = {
    &writer->add_usage, &writer->find_usage, &writer->drop_usage, &writer->move_usage,
    &writer->add_session, &writer->has_usage, &writer->add_note, &writer->find_row,
    &writer->drop_row, &writer->add_row,
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    g_clear_pointer (statements[i], outlay_statement_finalize);
  g_hash_table_unref (writer->sessions);
  g_hash_table_unref (writer->days);
  g_hash_table_unref (writer->models);
  g_clear_pointer (&writer->book, outlay_price_book_free);
  g_clear_error (&writer->error);
  g_free (writer);
}

/* Runs a statement unless something failed before. */
gboolean
outlay_ledger_writer_run (OutlayLedgerWriter *writer,
                          OutlayStatement    *statement,
                          gint64             *n_changed)
{
  return writer->error == NULL && outlay_statement_run (statement, n_changed, &writer->error);
}

static gint64
name (OutlayLedgerWriter *writer,
      const char         *text)
{
  return writer->error == NULL
           ? outlay_ledger_get_name (writer->ledger, text, &writer->error) : -1;
}

static void
touch (OutlayLedgerWriter *writer,
       gint64              session)
{
  if (!g_hash_table_contains (writer->sessions, &session))
    g_hash_table_add (writer->sessions, g_memdup2 (&session, sizeof session));
}

/* What the shipped catalogue lacks may be in a list that the person took in. */
static const OutlayModel *
find_in_book (OutlayLedgerWriter *writer,
              const char         *logged)
{
  if (writer->book == NULL)
    {
      g_autofree char *folder = outlay_price_book_get_default_folder ();
      g_autoptr (OutlayProblems) ignored = outlay_problems_new (folder);

      writer->book = outlay_price_book_open (folder, outlay_catalogue_get_default (), ignored);
    }

  return outlay_list_price_find_in_book (
    outlay_catalogue_get_prices (outlay_price_book_get_catalogue (writer->book)), logged);
}

static const Model *
get_model (OutlayLedgerWriter *writer,
           const char         *logged)
{
  const char *key = logged != NULL ? logged : "";
  Model *model = g_hash_table_lookup (writer->models, key);

  if (model != NULL)
    return model;

  model = g_new0 (Model, 1);
  model->priced = outlay_list_price_find_model (
    outlay_catalogue_get_prices (outlay_catalogue_get_default ()), logged);
  model->name = name (writer, logged);
  /* The class of a model in a list that was taken in is assumed. */
  model->tier = model->priced != NULL
                  ? name (writer, class_names[model->priced->model_class]) : 0;
  if (model->priced == NULL)
    model->priced = find_in_book (writer, logged);
  g_hash_table_insert (writer->models, g_strdup (key), model);

  return model;
}

static void
bind_cost (OutlayStatement *statement,
           int              number,
           gint64           cost)
{
  if (cost != OUTLAY_UNPRICED)
    outlay_statement_bind_whole (statement, number, cost);
  else
    outlay_statement_bind_text (statement, number, NULL);
}

static void
bind_works (OutlayStatement *statement,
            const guint16   *works)
{
  static const struct
  {
    UsageColumn    column;
    OutlayWorkKind work;
  } columns[] = {
    { EDITS, OUTLAY_WORK_EDIT },
    { TESTS, OUTLAY_WORK_TEST },
    { OPERATES, OUTLAY_WORK_OPERATE },
    { WEBS, OUTLAY_WORK_WEB },
    { DELEGATES, OUTLAY_WORK_DELEGATE },
  };
  gint64 all = 0;

  for (guint i = 0; i < OUTLAY_N_WORKS; i++)
    all += works[i];
  outlay_statement_bind_whole (statement, TOOLS, all);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    outlay_statement_bind_whole (statement, (int) columns[i].column, works[columns[i].work]);
}

static void
bind_usage (OutlayLedgerWriter *writer,
            const OutlayUsage  *usage)
{
  OutlayStatement *add = writer->add_usage;
  const Model *model = get_model (writer, usage->model);
  const OutlayTokens *tokens = &usage->tokens;
  gboolean is_call = usage->kind == OUTLAY_USAGE_CALL;
  const struct
  {
    UsageColumn column;
    gint64      value;
  } wholes[] = {
    { KEY, usage->key },
    { SESSION, usage->session },
    { AT, usage->at },
    { DAY, outlay_moment_get_day (usage->at) },
    { KIND, usage->kind },
    { FLAGS, usage->flags },
    { MODEL, is_call ? model->name : 0 },
    { TIER, is_call ? model->tier : 0 },
    { INPUT, tokens->input },
    { WRITE_5M, tokens->write_5m },
    { WRITE_1H, tokens->write_1h },
    { READ, tokens->read },
    { OUTPUT, tokens->output },
    { OUTPUT_ESTIMATE, usage->output_estimate },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    outlay_statement_bind_whole (add, (int) wholes[i].column, wholes[i].value);
  bind_cost (add, COST, is_call ? outlay_list_price (model->priced, tokens, tokens->output,
                                                     FALSE, usage->at) : 0);
  bind_cost (add, COST_ESTIMATE, is_call ? outlay_list_price (model->priced, tokens,
                                                              usage->output_estimate, FALSE,
                                                              usage->at) : 0);
  bind_works (add, usage->works);
}

/* What the ledger has of a message so far, as far as copies are compared. */
static gboolean
find_usage (OutlayLedgerWriter *writer,
            gint64              key,
            OutlayUsage        *known)
{
  OutlayStatement *find = writer->find_usage;
  gboolean found;

  outlay_statement_bind_whole (find, 1, key);
  found = writer->error == NULL && outlay_statement_step (find, &writer->error);
  if (found)
    *known = (OutlayUsage) {
      .key = key,
      .session = outlay_statement_get_whole (find, 0),
      .at = outlay_statement_get_whole (find, 1),
      .tokens = {
        outlay_statement_get_whole (find, 2), outlay_statement_get_whole (find, 3),
        outlay_statement_get_whole (find, 4), outlay_statement_get_whole (find, 5),
        outlay_statement_get_whole (find, 6),
      },
      .output_estimate = outlay_statement_get_whole (find, 7),
    };
  outlay_statement_reset (find);

  return found;
}

/* The copy that is kept was made earlier than it says, or said more of itself in
 * another place. */
static void
move_usage (OutlayLedgerWriter *writer,
            const OutlayUsage  *usage,
            const OutlayUsage  *kept)
{
  OutlayStatement *move = writer->move_usage;
  const Model *model = get_model (writer, usage->model);

  outlay_statement_bind_whole (move, 1, usage->key);
  outlay_statement_bind_whole (move, 2, kept->at);
  outlay_statement_bind_whole (move, 3, outlay_moment_get_day (kept->at));
  outlay_statement_bind_whole (move, 4, kept->output_estimate);
  bind_cost (move, 5, usage->kind != OUTLAY_USAGE_CALL ? 0
                        : outlay_list_price (model->priced, &kept->tokens,
                                             kept->output_estimate, FALSE, kept->at));
  outlay_ledger_writer_run (writer, move, NULL);
}

/* A message that the ledger has: the fullest copy stays, with the earliest time
 * and the fullest estimate of any. Of servers that share a ledger one may have
 * stopped before the other one wrote what follows from it. */
static void
merge_usage (OutlayLedgerWriter *writer,
             const OutlayUsage  *usage)
{
  OutlayUsage known, kept;

  if (!find_usage (writer, usage->key, &known))
    return;

  kept = outlay_usage_is_fuller (usage, &known) ? *usage : known;
  kept.at = MIN (known.at, usage->at);
  kept.output_estimate = MAX (known.output_estimate, usage->output_estimate);
  if (outlay_usage_is_fuller (usage, &known))
    {
      outlay_statement_bind_whole (writer->drop_usage, 1, usage->key);
      bind_usage (writer, &kept);
      if (outlay_ledger_writer_run (writer, writer->drop_usage, NULL))
        outlay_ledger_writer_run (writer, writer->add_usage, NULL);
    }
  else if (kept.output_estimate != known.output_estimate || kept.at != known.at)
    move_usage (writer, usage, &kept);
  else if (!writer->ledger->database->kind->is_shared)
    return;

  touch (writer, known.session);
  touch (writer, kept.session);
}

/* Writes a message, or makes one out of its copies. */
void
outlay_ledger_writer_add_usage (OutlayLedgerWriter *writer,
                                const OutlayUsage  *usage)
{
  gint64 added = 0;

  bind_usage (writer, usage);
  if (!outlay_ledger_writer_run (writer, writer->add_usage, &added))
    return;

  if (added > 0)
    {
      touch (writer, usage->session);
      writer->n_new++;
      writer->pending++;
    }
  else
    {
      merge_usage (writer, usage);
    }
}

void
outlay_ledger_writer_add_session (OutlayLedgerWriter       *writer,
                                  const OutlayUsageSession *session)
{
  OutlayStatement *add = writer->add_session;
  gint64 changed = 0;

  outlay_statement_bind_whole (add, 1, session->key);
  outlay_statement_bind_text (add, 2, session->name);
  outlay_statement_bind_whole (add, 3, name (writer, session->agent));
  outlay_statement_bind_whole (add, 4, name (writer, session->repository));
  outlay_statement_bind_whole (add, 5, writer->person);
  outlay_statement_bind_text (add, 6, session->version);
  if (outlay_ledger_writer_run (writer, add, &changed) && changed > 0)
    touch (writer, session->key);
}

/* A table may tell of a session that logs tell of too: what it says of the
 * outcome is kept beside it, and its counts are not counted again. */
static void
write_note (OutlayLedgerWriter *writer,
            const OutlayLogRow *row)
{
  static const OutlayRowColumn columns[] = {
    OUTLAY_ROW_KIND, OUTLAY_ROW_RISK, OUTLAY_ROW_OUTCOME, OUTLAY_ROW_REVIEWER,
    OUTLAY_ROW_REASON, OUTLAY_ROW_APPROVAL, OUTLAY_ROW_PERSON, OUTLAY_ROW_REPOSITORY,
    OUTLAY_ROW_TIER,
  };

  outlay_statement_bind_whole (writer->add_note, 1, row->key);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (row->texts[columns[i]] != NULL)
      outlay_statement_bind_whole (writer->add_note, (int) i + 2,
                                   name (writer, row->texts[columns[i]]));
    else
      outlay_statement_bind_text (writer->add_note, (int) i + 2, NULL);
  outlay_ledger_writer_run (writer, writer->add_note, NULL);
}

static void
bind_row (OutlayLedgerWriter *writer,
          const OutlayLogRow *row)
{
  OutlayStatement *add = writer->add_row;
  const Model *model = get_model (writer, row->texts[OUTLAY_ROW_MODEL]);
  gint64 cost = row->cost >= 0 ? row->cost
                  : outlay_list_price (model->priced, &row->tokens, row->tokens.output, TRUE,
                                       row->at);
  const char *person = row->texts[OUTLAY_ROW_PERSON];
  const char *tier = row->texts[OUTLAY_ROW_TIER];
  const gint64 values[] = {
    row->key, model->name, outlay_moment_get_day (row->at), row->at,
    name (writer, row->texts[OUTLAY_ROW_AGENT]),
    person != NULL ? name (writer, person) : writer->person,
    name (writer, row->texts[OUTLAY_ROW_REPOSITORY]), name (writer, row->texts[OUTLAY_ROW_KIND]),
    tier != NULL ? name (writer, tier) : model->tier, row->tokens.input, row->tokens.write_5m,
    row->tokens.write_1h, row->tokens.read, row->tokens.output,
    name (writer, row->texts[OUTLAY_ROW_RISK]), name (writer, row->texts[OUTLAY_ROW_OUTCOME]),
    name (writer, row->texts[OUTLAY_ROW_REVIEWER]), name (writer, row->texts[OUTLAY_ROW_REASON]),
    name (writer, row->texts[OUTLAY_ROW_APPROVAL]), MAX (cost, 0),
    cost == OUTLAY_UNPRICED ? MAX (row->calls, 1) : 0,
  };
  const gint64 optional[] = { row->turns, row->calls, row->tool_calls, row->wall_ms };
  int number = 1;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    outlay_statement_bind_whole (add, number++, values[i]);
  for (guint i = 0; i < G_N_ELEMENTS (optional); i++, number++)
    if (optional[i] >= 0)
      outlay_statement_bind_whole (add, number, optional[i]);
    else
      outlay_statement_bind_text (add, number, NULL);
  outlay_statement_bind_text (add, number, row->texts[OUTLAY_ROW_RUN]);
}

static gboolean
has_usage (OutlayLedgerWriter *writer,
           gint64              session)
{
  gboolean found;

  outlay_statement_bind_whole (writer->has_usage, 1, session);
  found = writer->error == NULL && outlay_statement_step (writer->has_usage, &writer->error);
  outlay_statement_reset (writer->has_usage);

  return found;
}

/* Takes the row out as it was said before. Returns: whether it was there */
static gboolean
drop_row (OutlayLedgerWriter *writer,
          gint64              session,
          gint64              model)
{
  gboolean found;

  outlay_statement_bind_whole (writer->find_row, 1, session);
  outlay_statement_bind_whole (writer->find_row, 2, model);
  found = writer->error == NULL && outlay_statement_step (writer->find_row, &writer->error);
  if (found)
    {
      gint64 day = outlay_statement_get_whole (writer->find_row, 0);

      g_hash_table_add (writer->days, g_memdup2 (&day, sizeof day));
      outlay_statement_bind_whole (writer->drop_row, 1, session);
      outlay_statement_bind_whole (writer->drop_row, 2, model);
    }
  outlay_statement_reset (writer->find_row);

  return found && outlay_ledger_writer_run (writer, writer->drop_row, NULL);
}

/* Writes a table's row. What is said last takes the place of what was said before. */
void
outlay_ledger_writer_add_row (OutlayLedgerWriter *writer,
                              const OutlayLogRow *row)
{
  gboolean was_there;

  touch (writer, row->key);
  if (has_usage (writer, row->key))
    {
      write_note (writer, row);
      return;
    }

  was_there = drop_row (writer, row->key,
                        get_model (writer, row->texts[OUTLAY_ROW_MODEL])->name);
  bind_row (writer, row);
  if (outlay_ledger_writer_run (writer, writer->add_row, NULL))
    {
      writer->n_new += !was_there;
      writer->pending++;
    }
}
