/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "application.h"
#include "recovery-file.h"
#include "recovery-store.h"

G_BEGIN_DECLS

/* What a crash has left comes back. */
OutlayRecoveryStore *outlay_recovery_open_store   (void);
OutlaySession       *outlay_recovery_make_session (const OutlayRecovery *recovery,
                                                   OutlayCatalogue      *catalogue);
void                 outlay_recovery_show_windows (OutlayApplication    *application,
                                                   OutlayRecoveryStore  *store);

G_END_DECLS
