/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * OutlayApplication:
 *
 * The program: one process for all windows. Without files it opens the worked
 * example, with files a window for each.
 *
 * Actions: `app.new`, `app.preferences`, `app.help`, `app.about`, `app.quit`.
 */
#define OUTLAY_TYPE_APPLICATION (outlay_application_get_type ())

G_DECLARE_FINAL_TYPE (OutlayApplication, outlay_application, OUTLAY, APPLICATION, AdwApplication)

OutlayApplication *outlay_application_new          (void);

gboolean           outlay_application_open_file    (OutlayApplication *self,
                                                    GFile             *file,
                                                    OutlayProblems    *problems);
void               outlay_application_show_session (OutlayApplication *self,
                                                    OutlaySession     *session);

G_END_DECLS
