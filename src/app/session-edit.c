/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-private.h"

#include "paths.h"

/**
 * outlay_session_set_catalogue:
 * @self: a session
 * @catalogue: the models and plans that can be chosen from now on
 *
 * The scenario keeps its own prices.
 */
void
outlay_session_set_catalogue (OutlaySession   *self,
                              OutlayCatalogue *catalogue)
{
  g_return_if_fail (OUTLAY_IS_SESSION (self));
  g_return_if_fail (catalogue != NULL);

  outlay_catalogue_ref (catalogue);
  g_clear_pointer (&self->catalogue, outlay_catalogue_unref);
  self->catalogue = catalogue;
}

OutlayScenario *
outlay_session_begin_edit (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), NULL);

  return outlay_scenario_copy (outlay_session_get_scenario (self));
}

/**
 * outlay_session_commit_edit:
 * @self: a session
 * @draft: (transfer full): what begin_edit gave, changed
 * @name: what the edit did, for people
 * @gesture: (nullable): what it is a part of
 */
void
outlay_session_commit_edit (OutlaySession  *self,
                            OutlayScenario *draft,
                            const char     *name,
                            const char     *gesture)
{
  g_autoptr (OutlayScenario) after = draft;
  g_autoptr (OutlayScenario) before = NULL;

  g_return_if_fail (OUTLAY_IS_SESSION (self));
  g_return_if_fail (draft != NULL);
  g_return_if_fail (name != NULL);

  before = outlay_scenario_ref (outlay_session_get_scenario (self));
  if (outlay_scenario_equal (before, after))
    return;

  outlay_history_add (self->history, after, name, gesture);
  outlay_session_announce (self, before,
                           outlay_view_state_forget_new (self->view, before, after));
}

gboolean
outlay_session_set_number (OutlaySession  *self,
                           const char     *path,
                           double          value,
                           const char     *name,
                           GError        **error)
{
  OutlayScenario *after;

  g_return_val_if_fail (OUTLAY_IS_SESSION (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  after = outlay_scenario_set_number (outlay_session_get_scenario (self),
                                      path, value, error);
  if (after == NULL)
    return FALSE;

  outlay_session_commit_edit (self, after, name, path);

  return TRUE;
}

void
outlay_session_end_gesture (OutlaySession *self)
{
  g_return_if_fail (OUTLAY_IS_SESSION (self));

  outlay_history_end_gesture (self->history);
}

static gboolean
outlay_session_walk (OutlaySession  *self,
                     gboolean      (*step) (OutlayHistory *))
{
  g_autoptr (OutlayScenario) before = outlay_scenario_ref (outlay_session_get_scenario (self));

  if (!step (self->history))
    return FALSE;

  outlay_session_announce (self, before, FALSE);

  return TRUE;
}

gboolean
outlay_session_undo (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), FALSE);

  return outlay_session_walk (self, outlay_history_undo);
}

gboolean
outlay_session_redo (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), FALSE);

  return outlay_session_walk (self, outlay_history_redo);
}

const char *
outlay_session_get_undo_name (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), NULL);

  return outlay_history_get_undo_name (self->history);
}

const char *
outlay_session_get_redo_name (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), NULL);

  return outlay_history_get_redo_name (self->history);
}
