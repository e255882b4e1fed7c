/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger.h"
#include "questions.h"

G_BEGIN_DECLS

/**
 * OutlayRunNote:
 * @kind: (nullable): the kind of task; %NULL: as the rules say
 * @outcome: (nullable): `accepted`, `edited`, `rejected`, `reverted`, or another word
 * @risk: (nullable): the class of risk
 * @reason: (nullable): the reason code for a dear tier
 *
 * What a person says of a session that no log says. %NULL: nothing.
 */
typedef struct
{
  char *kind;
  char *outcome;
  char *risk;
  char *reason;
} OutlayRunNote;

/**
 * OutlayRun:
 * @session: the number of the session; a note is on all runs of it
 * @name: (nullable): as the log or the table names it
 * @at: when it began, milliseconds since 1970
 * @kind: the kind of task that counts
 * @rule: (nullable): the kind that the rules give; %NULL: a table's row has no rule
 * @note: what is said of it; a table says it of its own rows
 * @cost: at list price as logged, nano-dollars
 * @turns: -1: not known, as the two that follow
 * @edits: of the whole session, as the four that follow
 *
 * One run, as it is shown to be looked through.
 */
typedef struct
{
  gint64         session;
  char          *name;
  gint64         at;
  int            day;
  char          *agent;
  char          *model;
  char          *person;
  char          *repository;
  char          *tier;
  char          *kind;
  char          *rule;
  OutlayRunNote  note;
  gint64         tokens;
  gint64         cost;
  gint64         unpriced;
  gint64         turns;
  gint64         calls;
  gint64         tool_calls;
  gint64         edits;
  gint64         tests;
  gint64         operates;
  gint64         webs;
  gint64         delegates;
  gint64         model_number; /* with @is_subagent, what tells runs of a session apart */
  gboolean       is_subagent;
  gboolean       is_table;
} OutlayRun;

/**
 * OutlayRunFilter:
 * @period: days, as 20260701
 * @kind: (nullable): of this kind of task alone
 * @text: (nullable): with this in the name of repository, model, person or run
 * @session: of this session alone; 0: of any
 * @after: (nullable): those that come behind this run
 * @limit: at most so many
 *
 * Which runs are wanted, the newest first.
 */
typedef struct
{
  OutlayPeriod     period;
  const char      *kind;
  const char      *text;
  gint64           session;
  const OutlayRun *after;
  guint            limit;
} OutlayRunFilter;

GPtrArray *outlay_ledger_list_runs (OutlayLedger           *ledger,
                                    const OutlayRunFilter  *filter,
                                    GError                **error);
void       outlay_run_free         (OutlayRun              *run);

gboolean   outlay_ledger_set_note  (OutlayLedger           *ledger,
                                    gint64                  session,
                                    const OutlayRunNote    *note,
                                    GError                **error);
void       outlay_run_note_copy    (const OutlayRunNote    *note,
                                    OutlayRunNote          *copy);
void       outlay_run_note_clear   (OutlayRunNote          *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayRun, outlay_run_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayRunNote, outlay_run_note_clear)

G_END_DECLS
