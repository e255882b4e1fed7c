/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-calibration.h"

#include "figure-format.h"
#include "measured-words.h"
#include "usage-roles.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* So many people can be asked about at once. */
#define MAX_PEOPLE 200

#define RESIDUAL "(residual of the tokens that a call adds)"

/* What is measured, as the ledger names it. */
static const struct
{
  const char *path;
  const char *name;
  int         decimals;
} inputs[] = {
  { "turns", N_("Turns of a task, at the start"), 2 },
  { "turn_spread", N_("Spread of the turns"), 2 },
  { "tasks[].calls_per_turn", N_("Calls of each turn"), 2 },
  { "tasks[].base_context", N_("Base context, tokens"), 0 },
  { "tasks[].message", N_("Message of the person, tokens"), 0 },
  { "tasks[].tool_result", N_("Result of a tool, tokens"), 0 },
  { "tasks[].output", N_("Output of a call, tokens"), 0 },
  { "cache_warmth.5m", N_("Warmth of a cache of 5 minutes"), 3 },
  { "cache_warmth.1h", N_("Warmth of a cache of 1 hour"), 3 },
  { "team[].tasks_per_day", N_("Tasks of a person on an active day"), 2 },
  { "usage_spread", N_("Spread between people"), 2 },
  { "tasks[].acceptance", N_("Attempts that are accepted, as a share"), 3 },
};

static const OutlayCalibrationRow *
get_row (const OutlayUsageCalibration *self,
         guint                         row)
{
  return &g_array_index (self->calibration->rows, OutlayCalibrationRow, row);
}

/* What it comes to */

static const OutlayOptionEstimate *
find_option (const OutlayEstimate *estimate,
             const char           *id)
{
  for (guint i = 0; i < estimate->n_options; i++)
    if (estimate->options[i].error == NULL && g_strcmp0 (estimate->options[i].option->id, id) == 0)
      return &estimate->options[i];

  return NULL;
}

/* What an option costs over the period, or NaN. */
static double
find_cost (OutlayScenario *scenario,
           const char     *option)
{
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);
  const OutlayOptionEstimate *found = find_option (estimate, option);

  return found != NULL ? found->total[OUTLAY_FIGURE_COST] : NAN;
}

static double
find_effect (const OutlayUsageCalibration *self,
             OutlayScenario               *next) /* (transfer full) (nullable) */
{
  double cost;

  if (next == NULL)
    return NAN;

  cost = find_cost (next, self->option);
  outlay_scenario_unref (next);

  return cost - self->cost;
}

/**
 * outlay_usage_calibration_new:
 * @ledger: a ledger
 * @scenario: the inputs to hold against it
 * @option: (nullable): id of the option whose cost is told
 * @period: the days to fit to
 * @roles: (element-type utf8 utf8): people to the names of their roles
 * @error: return location for an error of %OUTLAY_DATABASE_ERROR
 */
OutlayUsageCalibration *
outlay_usage_calibration_new (OutlayLedger    *ledger,
                              OutlayScenario  *scenario,
                              const char      *option,
                              OutlayPeriod     period,
                              GHashTable      *roles,
                              GError         **error)
{
  g_autoptr (OutlayCalibration) calibration =
    outlay_ledger_calibrate (ledger, scenario, period, error);
  g_autoptr (GPtrArray) people = NULL;
  OutlayUsageCalibration *self;
  const GArray *rows;

  if (calibration == NULL ||
      !outlay_usage_roles_add (calibration, ledger, scenario, roles, error))
    return NULL;
  people = outlay_ledger_list_people (ledger, period, MAX_PEOPLE, error);
  if (people == NULL)
    return NULL;

  rows = calibration->rows;
  self = g_atomic_rc_box_new0 (OutlayUsageCalibration);
  self->scenario = outlay_scenario_ref (scenario);
  self->calibration = g_steal_pointer (&calibration);
  self->option = g_strdup (option);
  self->people = g_steal_pointer (&people);
  self->cost = find_cost (scenario, option);
  self->effects = g_new (double, rows->len + 1);
  for (guint i = 0; i < rows->len; i++)
    self->effects[i] = find_effect (self, outlay_calibration_apply (scenario, get_row (self, i),
                                                                    NULL));
  self->mix_effect = find_effect (self, outlay_calibration_apply_mix (scenario, rows));

  return self;
}

OutlayUsageCalibration *
outlay_usage_calibration_ref (OutlayUsageCalibration *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  OutlayUsageCalibration *self = data;

  outlay_scenario_unref (self->scenario);
  outlay_calibration_free (self->calibration);
  g_free (self->option);
  g_ptr_array_unref (self->people);
  g_free (self->effects);
}

void
outlay_usage_calibration_unref (OutlayUsageCalibration *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* Returns: whether the row has a value, and is an input by itself */
gboolean
outlay_usage_calibration_can_take (const OutlayUsageCalibration *self,
                                   guint                         row)
{
  g_autoptr (OutlayScenario) next =
    outlay_calibration_apply (self->scenario, get_row (self, row), NULL);

  return next != NULL;
}

/* Taking */

typedef struct
{
  OutlayUsageCalibration *data;
  gboolean               *taken;
} Request;

typedef struct
{
  OutlayScenario *scenario;
  double          cost;
} Taken;

static void
request_free (gpointer data)
{
  Request *request = data;

  outlay_usage_calibration_unref (request->data);
  g_free (request->taken);
  g_free (request);
}

static void
taken_free (gpointer data)
{
  Taken *taken = data;

  outlay_scenario_unref (taken->scenario);
  g_free (taken);
}

static void
run_take (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  const Request *request = data;
  GError *error = NULL;
  OutlayScenario *scenario = outlay_calibration_take (request->data->scenario,
                                                      request->data->calibration,
                                                      request->taken, &error);
  Taken *taken;

  if (scenario == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  taken = g_new (Taken, 1);
  *taken = (Taken) { scenario, find_cost (scenario, request->data->option) };
  g_task_return_pointer (task, taken, taken_free);
}

/**
 * outlay_usage_calibration_take:
 * @self: a calibration
 * @taken: (transfer full) (array): for each row, whether it is taken
 * @cancellable: ends it; the answer is an error then
 * @callback: takes the answer
 * @user_data: for @callback
 *
 * Makes the scenario with what is taken, in a thread.
 */
void
outlay_usage_calibration_take (OutlayUsageCalibration *self,
                               gboolean               *taken,
                               GCancellable           *cancellable,
                               GAsyncReadyCallback     callback,
                               gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new (Request, 1);

  *request = (Request) { outlay_usage_calibration_ref (self), taken };
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, run_take);
}

/**
 * outlay_usage_calibration_take_finish:
 * @result: the answer
 * @cost: (out): of the option over the period
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the scenario
 */
OutlayScenario *
outlay_usage_calibration_take_finish (GAsyncResult  *result,
                                      double        *cost,
                                      GError       **error)
{
  g_autofree Taken *taken = g_task_propagate_pointer (G_TASK (result), error);

  *cost = taken != NULL ? taken->cost : NAN;

  return taken != NULL ? taken->scenario : NULL;
}

/* Words */

static int
find_decimals (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    if (strcmp (inputs[i].path, path) == 0)
      return inputs[i].decimals;

  return 2;
}

/* "team[2].tasks_per_day" is of the third role. */
static int
find_role (const char *path)
{
  return g_str_has_prefix (path, "team[") && g_ascii_isdigit (path[strlen ("team[")])
           ? (int) g_ascii_strtoll (path + strlen ("team["), NULL, 10) : -1;
}

/* Returns: (transfer full) (nullable): the name of the row's input; %NULL where it is
 *   none */
char *
outlay_usage_calibration_name (const OutlayUsageCalibration *self,
                               guint                         row)
{
  const char *path = get_row (self, row)->path;
  int role = find_role (path);

  if (role >= 0)
    /* Translators: %s is a role of the team */
    return g_strdup_printf (_("%s: tasks of a person on an active day"),
                            self->scenario->team[role].name);

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    if (strcmp (inputs[i].path, path) == 0)
      return g_strdup (_(inputs[i].name));

  return NULL;
}

static char *
describe_value (const OutlayCalibrationRow *row)
{
  int decimals = find_decimals (row->path);
  g_autofree char *old = outlay_figure_format_number (row->old, decimals);
  g_autofree char *value = outlay_figure_format_number (row->measured.estimate, decimals);
  g_autofree char *low = outlay_figure_format_number (row->measured.low, decimals);
  g_autofree char *high = outlay_figure_format_number (row->measured.high, decimals);

  /* Translators: the value of an input, the measured one, and the 95 % interval of that */
  return g_strdup_printf (_("Now %s, measured %s (95 %%: %s to %s)"), old, value, low, high);
}

/* What the fit of the tool's result leaves of the tokens that calls add. */
static char *
describe_residual (const OutlayUsageCalibration *self)
{
  for (guint i = 0; i < self->calibration->rows->len; i++)
    if (strcmp (get_row (self, i)->path, RESIDUAL) == 0)
      {
        g_autofree char *tokens =
          outlay_figure_format_number (get_row (self, i)->measured.estimate, 0);

        /* Translators: how far calls lie from a fitted curve, in tokens */
        return g_strdup_printf (_("It grows with the square root of the calls; single calls lie "
                                  "%s tokens off"), tokens);
      }

  return NULL;
}

/* Returns: (transfer full): old and measured value, interval and sample, a line each */
char *
outlay_usage_calibration_describe (const OutlayUsageCalibration *self,
                                   guint                         row)
{
  const OutlayCalibrationRow *found = get_row (self, row);
  g_autofree char *sample = outlay_measured_describe_sample (found->of,
                                                             found->measured.n);
  g_autofree char *value = NULL;
  g_autofree char *residual = NULL;

  if (!isfinite (found->measured.estimate))
    /* Translators: what was counted and how much of it, such as "Sessions: 12" */
    return g_strdup_printf (_("Too little data. %s"), sample);

  value = describe_value (found);
  if (strcmp (found->path, "tasks[].tool_result") == 0)
    residual = describe_residual (self);
  if (residual != NULL)
    return g_strjoin ("\n", value, residual, sample, NULL);

  return g_strjoin ("\n", value, sample, NULL);
}

static double
get_measured_share (const OutlayUsageCalibration *self,
                    guint                         task,
                    guint                         end)
{
  g_autofree char *path = g_strdup_printf ("tasks[%u].share[%u]", task, end);

  for (guint i = 0; i < self->calibration->rows->len; i++)
    if (strcmp (get_row (self, i)->path, path) == 0)
      return get_row (self, i)->measured.estimate;

  return NAN;
}

/* Returns: (transfer full): the mix, a line for each kind of task, and the sample */
char *
outlay_usage_calibration_describe_mix (const OutlayUsageCalibration *self)
{
  GString *text = g_string_new (NULL);
  gboolean has_mix = self->calibration->with_mix != NULL;
  guint64 n = 0;
  g_autofree char *number = NULL;

  for (guint i = 0; i < self->calibration->rows->len; i++)
    if (outlay_calibration_is_mix (get_row (self, i)))
      n = get_row (self, i)->measured.n;
  number = outlay_figure_format_number ((double) n, 0);

  for (guint task = 0; task < self->scenario->n_tasks && has_mix; task++)
    {
      const OutlayTask *kind = &self->scenario->tasks[task];
      g_autofree char *old_start = outlay_figure_format_percent (kind->share.start);
      g_autofree char *old_end = outlay_figure_format_percent (kind->share.end);
      g_autofree char *start =
        outlay_figure_format_percent (get_measured_share (self, task, 0));
      g_autofree char *end = outlay_figure_format_percent (get_measured_share (self, task, 1));

      /* Translators: a kind of task; its share now and measured, in the first half of
       * the runs and in the second */
      g_string_append_printf (text, _("%s: at first now %s, measured %s; later now %s, "
                                      "measured %s\n"), kind->name, old_start, start, old_end,
                              end);
    }
  if (!has_mix)
    g_string_append_printf (text, "%s ", _("Too little data."));
  g_string_append_printf (text, _("Runs of each half: %s"), number);

  return g_string_free (text, FALSE);
}
