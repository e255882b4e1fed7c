/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "workspace.h"

G_BEGIN_DECLS

/* How the last window stood is how the next one stands: its size, its pane and its
 * page. */
void outlay_window_state_restore  (GtkWindow       *window,
                                   GSettings       *settings);
void outlay_window_state_remember (GtkWindow       *window,
                                   GSettings       *settings);
void outlay_workspace_restore     (OutlayWorkspace *workspace,
                                   GSettings       *settings);
void outlay_workspace_remember    (OutlayWorkspace *workspace,
                                   GSettings       *settings);

G_END_DECLS
