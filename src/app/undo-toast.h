/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

AdwToast *outlay_undo_toast_new (OutlaySession *session,
                                 const char    *text,
                                 const char    *action);

G_END_DECLS
