/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario-file.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OutlayRecovery:
 * @file: (nullable): the scenario's file, or %NULL where it has none yet
 * @saved: what that file holds, or what the scenario was before the first edit
 * @present: what it is now
 *
 * Work that is not saved, as it lies on the disk in case the program dies. The
 * scenario's own file is never touched.
 *
 * What the file held is kept as a value, not as a sum or a date: a file that has
 * been copied back or written anew with the same content is the same file.
 */
typedef struct
{
  GFile          *file;
  OutlayScenario *saved;
  OutlayScenario *present;
} OutlayRecovery;

OutlayRecovery *outlay_recovery_new   (GFile                 *file,
                                       OutlayScenario        *saved,
                                       OutlayScenario        *present);
void            outlay_recovery_free  (OutlayRecovery        *self);

gboolean        outlay_recovery_write (const OutlayRecovery  *self,
                                       const char            *path,
                                       GError               **error);
OutlayRecovery *outlay_recovery_read  (const char            *path,
                                       OutlayCatalogue       *catalogue,
                                       OutlayProblems        *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayRecovery, outlay_recovery_free)

G_END_DECLS
