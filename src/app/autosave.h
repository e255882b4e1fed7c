/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/**
 * OutlayAutosave:
 *
 * Keeps what is not saved of a session on the disk, so that a crash loses at most
 * the last second of work: half a second after an edit the value then is written,
 * by a thread, to a file of its own, which goes when there is nothing left to keep.
 *
 * Before the session writes its scenario's file, the same value is kept here. So
 * whatever moment the program dies at, what is kept is at least as new as what is
 * saved; where both are the same, there was nothing to recover.
 *
 * Signals:
 *
 * - `failed` (message): the file cannot be written; told once
 */
#define OUTLAY_TYPE_AUTOSAVE (outlay_autosave_get_type ())

G_DECLARE_FINAL_TYPE (OutlayAutosave, outlay_autosave, OUTLAY, AUTOSAVE, GObject)

OutlayAutosave *outlay_autosave_new (OutlaySession  *session,
                                     const char     *path);
void            outlay_autosave_end (OutlayAutosave *self);

G_END_DECLS
