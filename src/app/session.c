/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-private.h"

#include "scenario-gfile.h"

#include <glib/gi18n.h>

enum
{
  PROP_0,
  PROP_SCENARIO,
  PROP_ESTIMATE,
  PROP_FILE,
  PROP_MODIFIED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  PROP_FOCUS,
  PROP_MONTH,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ESTIMATED,
  SIGNAL_SIMULATED,
  SIGNAL_VIEW_CHANGED,
  SIGNAL_SAVING,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OutlaySession, outlay_session, G_TYPE_OBJECT)

/* The scenario */

static gboolean
outlay_session_take_estimate (OutlaySession  *self,
                              OutlayEstimate *estimate)
{
  if (estimate == NULL)
    return FALSE;

  g_clear_pointer (&self->estimate, outlay_estimate_unref);
  self->estimate = outlay_estimate_ref (estimate);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ESTIMATE]);

  return TRUE;
}

static void
outlay_session_update_modified (OutlaySession *self)
{
  OutlayScenario *now = outlay_session_get_scenario (self);
  gboolean modified = now != self->saved && !outlay_scenario_equal (now, self->saved);

  if (self->modified == modified)
    return;

  self->modified = modified;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

static void
outlay_session_notify_history (OutlaySession *self)
{
  for (guint id = PROP_CAN_UNDO; id <= PROP_REDO_NAME; id++)
    g_object_notify_by_pspec (G_OBJECT (self), props[id]);
}

void
outlay_session_announce_view (OutlaySession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FOCUS]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MONTH]);
  g_signal_emit (self, signals[SIGNAL_VIEW_CHANGED], 0);
}

void
outlay_session_announce (OutlaySession  *self,
                         OutlayScenario *before,
                         gboolean        view_changed)
{
  OutlayScenario *now = outlay_session_get_scenario (self);
  g_autoptr (OutlayEstimate) estimate = outlay_estimator_request (self->estimator, now);
  gboolean estimated;

  outlay_forecaster_set_scenario (self->forecaster, now);

  g_object_freeze_notify (G_OBJECT (self));

  view_changed |= outlay_view_state_follow (self->view, before, now);
  outlay_session_update_modified (self);
  outlay_session_notify_history (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCENARIO]);
  estimated = outlay_session_take_estimate (self, estimate);

  g_object_thaw_notify (G_OBJECT (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (estimated)
    g_signal_emit (self, signals[SIGNAL_ESTIMATED], 0);
  if (view_changed)
    outlay_session_announce_view (self);
}

static void
on_estimate_ready (OutlayEstimator *estimator,
                   OutlayEstimate  *estimate,
                   OutlaySession   *self)
{
  outlay_session_take_estimate (self, estimate);
  g_signal_emit (self, signals[SIGNAL_ESTIMATED], 0);
}

static void
on_forecast (OutlaySession *self)
{
  g_signal_emit (self, signals[SIGNAL_SIMULATED], 0);
}

static void
outlay_session_take_scenario (OutlaySession  *self,
                              OutlayScenario *scenario)
{
  g_clear_pointer (&self->history, outlay_history_free);
  g_clear_pointer (&self->saved, outlay_scenario_unref);
  g_clear_pointer (&self->view, outlay_view_state_free);

  self->history = outlay_history_new (scenario);
  self->view = outlay_view_state_new (scenario);
  self->saved = outlay_scenario_ref (scenario);
}

/**
 * outlay_session_new:
 * @catalogue: the models and plans that can be chosen
 * @scenario: the value before any edit; it belongs to no file yet
 *
 * Returns: (transfer full): a session
 */
OutlaySession *
outlay_session_new (OutlayCatalogue *catalogue,
                    OutlayScenario  *scenario)
{
  OutlaySession *self;
  g_autoptr (OutlayEstimate) estimate = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (scenario != NULL, NULL);

  self = g_object_new (OUTLAY_TYPE_SESSION, NULL);
  self->catalogue = outlay_catalogue_ref (catalogue);

  outlay_session_take_scenario (self, scenario);

  estimate = outlay_estimator_request (self->estimator, scenario);
  outlay_session_take_estimate (self, estimate);
  outlay_forecaster_set_scenario (self->forecaster, scenario);

  return self;
}

/**
 * outlay_session_new_recovered:
 * @catalogue: the models and plans that can be chosen
 * @file: (nullable): its file, if it still holds @saved
 * @saved: what the scenario was before the work that was not saved
 * @present: what it was after that
 *
 * A session that goes on where another one was cut off. Undo leads to @saved.
 *
 * Returns: (transfer full): a session
 */
OutlaySession *
outlay_session_new_recovered (OutlayCatalogue *catalogue,
                              GFile           *file,
                              OutlayScenario  *saved,
                              OutlayScenario  *present)
{
  OutlaySession *self = outlay_session_new (catalogue, saved);

  g_set_object (&self->file, file);
  self->recovered = outlay_scenario_ref (present);
  outlay_session_commit_edit (self, outlay_scenario_ref (present), _("Recovered Work"), NULL);

  return self;
}

OutlayCatalogue *
outlay_session_get_catalogue (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), NULL);

  return self->catalogue;
}

OutlayScenario *
outlay_session_get_scenario (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), NULL);

  return outlay_history_get_present (self->history);
}

OutlayEstimate *
outlay_session_get_estimate (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), NULL);

  return self->estimate;
}

OutlayForecaster *
outlay_session_get_forecaster (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), NULL);

  return self->forecaster;
}

guint
outlay_session_get_slot (OutlaySession *self,
                         const char    *option_id)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), 0);
  g_return_val_if_fail (option_id != NULL, 0);

  return outlay_history_get_slot (self->history, option_id);
}

/* The file */

static void
outlay_session_take_file (OutlaySession *self,
                          GFile         *file)
{
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
}

gboolean
outlay_session_open (OutlaySession  *self,
                     GFile          *file,
                     OutlayProblems *problems)
{
  g_autoptr (OutlayScenario) scenario = NULL;

  g_return_val_if_fail (OUTLAY_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (problems != NULL, FALSE);

  scenario = outlay_scenario_load_file (file, self->catalogue, problems);
  if (scenario == NULL)
    return FALSE;

  outlay_estimator_forget (self->estimator);
  outlay_session_take_scenario (self, scenario);
  outlay_session_take_file (self, file);
  outlay_session_announce (self, scenario, TRUE);

  return TRUE;
}

gboolean
outlay_session_save (OutlaySession  *self,
                     GFile          *file,
                     GError        **error)
{
  OutlayScenario *now;

  g_return_val_if_fail (OUTLAY_IS_SESSION (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  now = outlay_session_get_scenario (self);
  g_signal_emit (self, signals[SIGNAL_SAVING], 0, file);
  if (!outlay_scenario_save_file (now, file, error))
    return FALSE;

  g_clear_pointer (&self->saved, outlay_scenario_unref);
  self->saved = outlay_scenario_ref (now);
  g_clear_pointer (&self->recovered, outlay_scenario_unref);
  outlay_history_end_gesture (self->history);
  outlay_session_take_file (self, file);
  outlay_session_update_modified (self);

  return TRUE;
}

GFile *
outlay_session_get_file (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), NULL);

  return self->file;
}

gboolean
outlay_session_get_modified (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), FALSE);

  return self->modified;
}

gboolean
outlay_session_get_recovered (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), FALSE);

  return self->modified && outlay_session_get_scenario (self) == self->recovered;
}

/**
 * outlay_session_get_saved:
 * @self: a session
 *
 * Returns: (transfer none): what its file holds; without a file, what it began with
 */
OutlayScenario *
outlay_session_get_saved (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), NULL);

  return self->saved;
}

/* The object */

static void
outlay_session_finalize (GObject *object)
{
  OutlaySession *self = OUTLAY_SESSION (object);

  g_clear_object (&self->estimator);
  g_clear_object (&self->forecaster);
  g_clear_pointer (&self->estimate, outlay_estimate_unref);
  g_clear_pointer (&self->history, outlay_history_free);
  g_clear_pointer (&self->saved, outlay_scenario_unref);
  g_clear_pointer (&self->recovered, outlay_scenario_unref);
  g_clear_pointer (&self->catalogue, outlay_catalogue_unref);
  g_clear_object (&self->file);
  g_clear_pointer (&self->view, outlay_view_state_free);

  G_OBJECT_CLASS (outlay_session_parent_class)->finalize (object);
}

static void
outlay_session_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  OutlaySession *self = OUTLAY_SESSION (object);

  switch (property_id)
    {
    case PROP_SCENARIO:
      g_value_set_boxed (value, outlay_session_get_scenario (self));
      break;

    case PROP_ESTIMATE:
      g_value_set_boxed (value, self->estimate);
      break;

    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;

    case PROP_MODIFIED:
      g_value_set_boolean (value, self->modified);
      break;

    case PROP_CAN_UNDO:
      g_value_set_boolean (value, outlay_session_get_undo_name (self) != NULL);
      break;

    case PROP_CAN_REDO:
      g_value_set_boolean (value, outlay_session_get_redo_name (self) != NULL);
      break;

    case PROP_UNDO_NAME:
      g_value_set_string (value, outlay_session_get_undo_name (self));
      break;

    case PROP_REDO_NAME:
      g_value_set_string (value, outlay_session_get_redo_name (self));
      break;

    case PROP_FOCUS:
      g_value_set_string (value, outlay_session_get_focus (self));
      break;

    case PROP_MONTH:
      g_value_set_int (value, outlay_session_get_month (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
outlay_session_class_init (OutlaySessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const char * const names[] = { "changed", "estimated", "simulated", "view-changed" };

  object_class->finalize = outlay_session_finalize;
  object_class->get_property = outlay_session_get_property;

  props[PROP_SCENARIO] =
    g_param_spec_boxed ("scenario", NULL, NULL, OUTLAY_TYPE_SCENARIO, flags);
  props[PROP_ESTIMATE] =
    g_param_spec_boxed ("estimate", NULL, NULL, OUTLAY_TYPE_ESTIMATE, flags);
  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  props[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  props[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  props[PROP_FOCUS] = g_param_spec_string ("focus", NULL, NULL, NULL, flags);
  props[PROP_MONTH] = g_param_spec_int ("month", NULL, NULL, -1, G_MAXINT, -1, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SAVING] = g_signal_new ("saving", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
}

static void
outlay_session_init (OutlaySession *self)
{
  self->estimator = outlay_estimator_new ();
  g_signal_connect_object (self->estimator, "ready",
                           G_CALLBACK (on_estimate_ready), self, 0);

  self->forecaster = outlay_forecaster_new ();
  g_signal_connect_object (self->forecaster, "changed",
                           G_CALLBACK (on_forecast), self, G_CONNECT_SWAPPED);
}
