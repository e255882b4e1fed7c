/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calibration-private.h"

#include "list-price.h"

#include <math.h>
#include <string.h>

static void
clear_row (gpointer data)
{
  OutlayCalibrationRow *row = data;

  g_free (row->path);
}

void
outlay_calibration_free (OutlayCalibration *calibration)
{
  g_array_unref (calibration->rows);
  g_clear_pointer (&calibration->with_mix, g_array_unref);
  g_free (calibration);
}

static GArray *
create_rows (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (OutlayCalibrationRow));

  g_array_set_clear_func (rows, clear_row);

  return rows;
}

void
outlay_calibration_add_row (GArray         *rows,
                            const char     *path,
                            double          old,
                            OutlayFitValue  measured,
                            const char     *of)
{
  OutlayCalibrationRow row = { g_strdup (path), old, measured, of };

  g_array_append_val (rows, row);
}

static OutlayFitValue
scale (OutlayFitValue value,
       double         factor)
{
  value.estimate *= factor;
  value.low *= factor;
  value.high *= factor;

  return value;
}

/* A task's figure over all kinds, by their share of the tasks of whoever starts. */
static double
mean_task (const OutlayScenario *scenario,
           gsize                 offset)
{
  double sum = 0, shares = 0;

  for (guint i = 0; i < scenario->n_tasks; i++)
    {
      const OutlayTask *task = &scenario->tasks[i];

      sum += task->share.start * G_STRUCT_MEMBER (double, task, offset);
      shares += task->share.start;
    }

  return sum / shares;
}

static double
mean_calls (const OutlayScenario *scenario)
{
  double sum = 0, shares = 0;

  for (guint i = 0; i < scenario->n_tasks; i++)
    {
      sum += scenario->tasks[i].share.start * (double) scenario->tasks[i].calls_per_turn;
      shares += scenario->tasks[i].share.start;
    }

  return sum / shares;
}

OutlayTeamMeans
outlay_scenario_mean_team (const OutlayScenario *scenario)
{
  OutlayTeamMeans team = { 0 };
  double tasks = 0;

  for (guint i = 0; i < scenario->n_team; i++)
    {
      const OutlayRole *role = &scenario->team[i];
      const OutlayLevel *level = &scenario->expertise[role->expertise];
      double weight = role->people * role->tasks_per_day;

      team.people += role->people;
      team.tasks_per_day += weight;
      team.turns += weight * level->turns.start;
      team.calls += weight * level->calls;
      team.acceptance += weight * level->acceptance.start;
      tasks += weight;
    }

  team.tasks_per_day /= team.people;
  team.turns *= mean_task (scenario, G_STRUCT_OFFSET (OutlayTask, turns)) / tasks;
  team.calls /= tasks;
  team.acceptance *= mean_task (scenario, G_STRUCT_OFFSET (OutlayTask, acceptance)) / tasks;

  return team;
}

/* A statement about the days from $1 to $2. */
OutlayStatement *
outlay_calibration_prepare (OutlayLedger  *ledger,
                            const char    *sql,
                            OutlayPeriod   period,
                            GError       **error)
{
  OutlayStatement *statement =
    outlay_database_prepare (outlay_ledger_get_database (ledger), sql, error);

  if (statement != NULL)
    {
      outlay_statement_bind_whole (statement, 1, period.first);
      outlay_statement_bind_whole (statement, 2, period.last);
    }

  return statement;
}

static double
get_tokenizer (GHashTable *tokenizers,
               const char *name)
{
  double *known = g_hash_table_lookup (tokenizers, name);
  const OutlayModel *model;

  if (known != NULL)
    return *known;

  model = outlay_list_price_find_model (
    outlay_catalogue_get_prices (outlay_catalogue_get_default ()), name);
  known = g_new (double, 1);
  *known = model != NULL ? model->tokenizer : 1;
  g_hash_table_insert (tokenizers, g_strdup (name), known);

  return *known;
}

/* Every message of the period's sessions, in the order of METHOD section 5. */
static gboolean
fit_sessions (OutlayFit     *fit,
              OutlayLedger  *ledger,
              OutlayPeriod   period,
              GError       **error)
{
  g_autoptr (OutlayStatement) rows =
    outlay_calibration_prepare (ledger,
                                "SELECT session, usage.at, kind, flags, input, write_5m,"
                                " write_1h, cache_read, output, output_estimate, name.text"
                                " FROM usage JOIN name ON name.id = model"
                                " WHERE day BETWEEN $1 AND $2"
                                " ORDER BY session, usage.at, kind DESC, key", period, error);
  g_autoptr (GHashTable) tokenizers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                             g_free);
  g_autoptr (GError) own_error = NULL;
  gint64 session = 0;

  if (rows == NULL)
    return FALSE;

  while (outlay_statement_step (rows, &own_error))
    {
      OutlayUsage usage = {
        .session = outlay_statement_get_whole (rows, 0),
        .at = outlay_statement_get_whole (rows, 1),
        .kind = (guint8) outlay_statement_get_whole (rows, 2),
        .flags = (guint8) outlay_statement_get_whole (rows, 3),
        .tokens = {
          outlay_statement_get_whole (rows, 4), outlay_statement_get_whole (rows, 5),
          outlay_statement_get_whole (rows, 6), outlay_statement_get_whole (rows, 7),
          outlay_statement_get_whole (rows, 8),
        },
        .output_estimate = outlay_statement_get_whole (rows, 9),
      };

      if (usage.session != session)
        outlay_fit_end_session (fit);
      session = usage.session;
      outlay_fit_add (fit, &usage, get_tokenizer (tokenizers,
                                                  outlay_statement_get_text (rows, 10)));
    }
  outlay_fit_end_session (fit);
  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

static void
add_fit (GArray               *table,
         OutlayFit            *fit,
         const OutlayScenario *scenario)
{
  OutlayTeamMeans team = outlay_scenario_mean_team (scenario);
  const struct
  {
    const char         *path;
    double              old;
    OutlayFitParameter  parameter;
    double              factor;
    const char         *of;
  } rows[] = {
    { "turns", scenario->turns, OUTLAY_FIT_TURNS, 1 / team.turns, "sessions" },
    { "turn_spread", scenario->turn_spread, OUTLAY_FIT_TURN_SPREAD, 1,
      "sessions of more than one turn" },
    { "tasks[].calls_per_turn", mean_calls (scenario), OUTLAY_FIT_CALLS_PER_TURN,
      1 / team.calls, "sessions" },
    { "tasks[].base_context", mean_task (scenario, G_STRUCT_OFFSET (OutlayTask, base_context)),
      OUTLAY_FIT_BASE_CONTEXT, 1, "sessions" },
    { "tasks[].message", mean_task (scenario, G_STRUCT_OFFSET (OutlayTask, message)),
      OUTLAY_FIT_MESSAGE, 1, "messages" },
    { "tasks[].tool_result", mean_task (scenario, G_STRUCT_OFFSET (OutlayTask, tool_result)),
      OUTLAY_FIT_TOOL_RESULT, 1, "calls" },
    { "(residual of the tokens that a call adds)", NAN, OUTLAY_FIT_TOOL_RESIDUAL, 1, "calls" },
    { "tasks[].output", mean_task (scenario, G_STRUCT_OFFSET (OutlayTask, output)),
      OUTLAY_FIT_OUTPUT, 1, "calls" },
    { "cache_warmth.5m", scenario->cache_warmth.warm_5m, OUTLAY_FIT_WARMTH_5M, 1, "messages" },
    { "cache_warmth.1h", scenario->cache_warmth.warm_1h, OUTLAY_FIT_WARMTH_1H, 1, "messages" },
  };
  guint64 n_sessions = outlay_fit_get (fit, OUTLAY_FIT_BASE_CONTEXT).n;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      OutlayFitValue value = outlay_fit_get (fit, rows[i].parameter);
      const char *of = rows[i].of;

      /* Many calls of a few sessions say no more than those: what lacks is named. */
      if (isnan (value.estimate) && value.n >= OUTLAY_FIT_ENOUGH)
        {
          value.n = n_sessions;
          of = "sessions";
        }
      outlay_calibration_add_row (table, rows[i].path, rows[i].old,
                                  scale (value, rows[i].factor), of);
    }
}

static gboolean
add_rows_with_mix (OutlayCalibration     *calibration,
                   OutlayFit             *fit,
                   OutlayLedger          *ledger,
                   const OutlayScenario  *scenario,
                   GError               **error)
{
  g_autoptr (OutlayScenario) mixed = outlay_calibration_apply_mix (scenario, calibration->rows);

  if (mixed == NULL)
    return TRUE;

  calibration->with_mix = create_rows ();
  add_fit (calibration->with_mix, fit, mixed);

  return outlay_calibration_add_people (calibration->with_mix, ledger, mixed,
                                        calibration->period, error) &&
         outlay_calibration_add_mix (calibration->with_mix, ledger, mixed, calibration->period,
                                     error);
}

/**
 * outlay_ledger_calibrate:
 * @ledger: a ledger
 * @scenario: the inputs to hold against it
 * @period: the days to fit to
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 *
 * Fits what the inputs of a scenario say to what the team did. A parameter with
 * too little data has no value.
 *
 * Returns: (transfer full) (nullable): the inputs, old and measured
 */
OutlayCalibration *
outlay_ledger_calibrate (OutlayLedger          *ledger,
                         const OutlayScenario  *scenario,
                         OutlayPeriod           period,
                         GError               **error)
{
  g_autoptr (OutlayCalibration) calibration = g_new0 (OutlayCalibration, 1);
  g_autoptr (OutlayFit) fit = outlay_fit_new ();

  calibration->rows = create_rows ();
  calibration->period = period;
  if (!fit_sessions (fit, ledger, period, error))
    return NULL;

  add_fit (calibration->rows, fit, scenario);
  if (!outlay_calibration_add_people (calibration->rows, ledger, scenario, period, error) ||
      !outlay_calibration_add_mix (calibration->rows, ledger, scenario, period, error) ||
      !add_rows_with_mix (calibration, fit, ledger, scenario, error))
    return NULL;

  return g_steal_pointer (&calibration);
}
