/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OutlayRecoveryStore:
 *
 * The folder in which unsaved work lies, as one running program sees it. Several
 * may share the folder: each has a name of its own there, holds a lock by that
 * name while it lives, and begins the names of its files with it. The system
 * takes the lock from a program that dies, however it dies; so whoever can take
 * a lock may have the files that go with it.
 */
typedef struct _OutlayRecoveryStore OutlayRecoveryStore;

OutlayRecoveryStore *outlay_recovery_store_new       (const char           *folder,
                                                      GError              **error);
void                 outlay_recovery_store_free      (OutlayRecoveryStore  *self);

char                *outlay_recovery_store_make_path (OutlayRecoveryStore  *self);
GStrv                outlay_recovery_store_claim     (OutlayRecoveryStore  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayRecoveryStore, outlay_recovery_store_free)

G_END_DECLS
