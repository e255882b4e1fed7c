/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_EVIDENCE_BUTTON (outlay_evidence_button_get_type ())

G_DECLARE_FINAL_TYPE (OutlayEvidenceButton, outlay_evidence_button,
                      OUTLAY, EVIDENCE_BUTTON, GtkWidget)

void outlay_evidence_button_set_session (OutlayEvidenceButton *self,
                                         OutlaySession        *session);
void outlay_evidence_button_set_path    (OutlayEvidenceButton *self,
                                         const char           *path,
                                         const char           *label);

G_END_DECLS
