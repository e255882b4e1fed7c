/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "runs.h"
#include "scenario.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Called with what the person says of a run; @note is (transfer full). */
typedef void (*OutlayUsageRunFunc) (GtkWidget     *asker,
                                    gint64         session,
                                    OutlayRunNote *note);

GtkStringList *outlay_usage_kind_names_new (const OutlayScenario  *scenario,
                                            const char            *first,
                                            const char            *said,
                                            GPtrArray             *ids);
GtkWindow     *outlay_usage_run_ask        (GtkWidget             *asker,
                                            const OutlayRun       *run,
                                            const OutlayScenario  *scenario,
                                            OutlayUsageRunFunc     answered);

G_END_DECLS
