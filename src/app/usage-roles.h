/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calibration.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Who has which role: said once, and remembered. */

typedef void (*OutlayUsageRolesFunc) (GtkWidget *asker);

GHashTable *outlay_usage_roles_load (void);
gboolean    outlay_usage_roles_add  (OutlayCalibration     *calibration,
                                     OutlayLedger          *ledger,
                                     const OutlayScenario  *scenario,
                                     GHashTable            *roles,
                                     GError               **error);
GtkWindow  *outlay_usage_roles_ask  (GtkWidget             *asker,
                                     const OutlayScenario  *scenario,
                                     const GPtrArray       *people,
                                     OutlayUsageRolesFunc   answered);

G_END_DECLS
