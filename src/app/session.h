/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue.h"
#include "estimate.h"
#include "forecaster.h"
#include "scenario-file.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OutlaySession:
 *
 * One open scenario as its window works on it: the value now, those before and
 * after it (undo and redo), its file, its estimate, and what the person looks at
 * (focus, hidden options, month). All panels and pages of a window share one
 * session and never talk to each other.
 *
 * Signals:
 *
 * - `changed`: the scenario is another one (an edit, undo, redo, open)
 * - `estimated`: the estimate is another one; it always answers the scenario
 *   that it holds, which may lie a moment behind the session's
 * - `simulated`: the futures are others, or work on them began or ended
 * - `view-changed`: focus, hidden options or the month shown changed
 * - `saving` (a file): the scenario is about to be written there
 *
 * Where an estimate is quick it is there before `changed`, so that whoever
 * listens to that already finds both in step.
 *
 * Properties (all notify): `scenario`, `estimate`, `file`, `modified`,
 * `can-undo`, `can-redo`, `undo-name`, `redo-name`, `focus`, `month`.
 */
#define OUTLAY_TYPE_SESSION (outlay_session_get_type ())

G_DECLARE_FINAL_TYPE (OutlaySession, outlay_session, OUTLAY, SESSION, GObject)

OutlaySession   *outlay_session_new           (OutlayCatalogue *catalogue,
                                               OutlayScenario  *scenario);
OutlaySession   *outlay_session_new_recovered (OutlayCatalogue *catalogue,
                                               GFile           *file,
                                               OutlayScenario  *saved,
                                               OutlayScenario  *present);

OutlayCatalogue *outlay_session_get_catalogue (OutlaySession   *self);
void             outlay_session_set_catalogue (OutlaySession   *self,
                                               OutlayCatalogue *catalogue);
OutlayScenario  *outlay_session_get_scenario  (OutlaySession   *self);
/* NULL only while the first estimate of a very large scenario runs. */
OutlayEstimate  *outlay_session_get_estimate  (OutlaySession   *self);

/* Its futures, drawn only while somebody watches them. */
OutlayForecaster *outlay_session_get_forecaster (OutlaySession *self);

/* The file: `open` replaces everything, or changes nothing and lists what is
 * wrong; `save` writes the scenario as it is now. */
gboolean         outlay_session_open          (OutlaySession   *self,
                                               GFile           *file,
                                               OutlayProblems  *problems);
gboolean         outlay_session_save          (OutlaySession   *self,
                                               GFile           *file,
                                               GError         **error);
GFile           *outlay_session_get_file      (OutlaySession   *self);
OutlayScenario  *outlay_session_get_saved     (OutlaySession   *self);
/* `recovered`: what it is now was left by a crash, and is not saved yet. */
gboolean         outlay_session_get_modified  (OutlaySession   *self);
gboolean         outlay_session_get_recovered (OutlaySession   *self);

/* Editing. A draft is a private copy that its maker changes, then commits; the
 * session takes it over. Commits with the same non-NULL `gesture` that follow
 * one another, up to the next `end_gesture`, are one edit to undo: a drag. `name`
 * says in the person's language what the edit did ("People of Platform").
 * `set_number` takes its path as gesture. What changes nothing is no edit. */
OutlayScenario  *outlay_session_begin_edit    (OutlaySession   *self);
void             outlay_session_commit_edit   (OutlaySession   *self,
                                               OutlayScenario  *draft,
                                               const char      *name,
                                               const char      *gesture);
gboolean         outlay_session_set_number    (OutlaySession   *self,
                                               const char      *path,
                                               double           value,
                                               const char      *name,
                                               GError         **error);
void             outlay_session_end_gesture   (OutlaySession   *self);

gboolean         outlay_session_undo          (OutlaySession   *self);
gboolean         outlay_session_redo          (OutlaySession   *self);
const char      *outlay_session_get_undo_name (OutlaySession   *self);
const char      *outlay_session_get_redo_name (OutlaySession   *self);

/* What the person looks at. Options are named by id. The month is counted from
 * 0, or is -1 for the whole period. When the option in focus goes (removed or
 * hidden), the next one shown takes the focus; it is NULL only where there is
 * no option. Showing an option alone once more shows all again. */
const char      *outlay_session_get_focus     (OutlaySession   *self);
void             outlay_session_set_focus     (OutlaySession   *self,
                                               const char      *option_id);
gboolean         outlay_session_get_hidden    (OutlaySession   *self,
                                               const char      *option_id);
void             outlay_session_set_hidden    (OutlaySession   *self,
                                               const char      *option_id,
                                               gboolean         hidden);
void             outlay_session_show_alone    (OutlaySession   *self,
                                               const char      *option_id);
int              outlay_session_get_month     (OutlaySession   *self);
void             outlay_session_set_month     (OutlaySession   *self,
                                               int              month);
/* The months that charts show, from 0: whether they are not all of them. Both are
 * -1 for all. */
gboolean         outlay_session_get_zoom      (OutlaySession   *self,
                                               int             *first,
                                               int             *last);
void             outlay_session_set_zoom      (OutlaySession   *self,
                                               int              first,
                                               int              last);

/* The colour slot of an option, from 0: given when it is added, freed when it is
 * removed, never moved meanwhile; undo and redo bring it back with the option. */
guint            outlay_session_get_slot      (OutlaySession   *self,
                                               const char      *option_id);

G_END_DECLS
