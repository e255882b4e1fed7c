/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "application.h"
#include "cost-page.h"
#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * OutlayWindow:
 *
 * One open scenario: the pane with its dials at the start, its pages beside it.
 * The header bar tells the scenario's name and whether it is saved.
 *
 * The pane is 360 px wide; where less than 500 px would be left for the pages it
 * folds over them. Edits, files and export are `win` actions: `open`,
 * `open-recent` (s: address), `save`, `save-as`, `duplicate` (as a variant), `compare-with`
 * (u: a window), `compare-file`, `compare-stop`, `present`, `zoom` (s), `copy-chart`,
 * `print-chart`, `export-chart`
 * (s: suffix), `undo`, `redo`, `pane`, `show-help-overlay`.
 *
 * Keys: Ctrl+O, S, Shift+S, E, Z, Shift+Z (or Y), W; F9 for the pane, F10 for the
 * menu, Ctrl+question mark for all of them.
 *
 * CSS: the window has the name of its GTK node, `window`; the pane's column has
 * the class `pane`. Right to left the pane stands at the right.
 */
#define OUTLAY_TYPE_WINDOW (outlay_window_get_type ())

G_DECLARE_FINAL_TYPE (OutlayWindow, outlay_window, OUTLAY, WINDOW, AdwApplicationWindow)

OutlayWindow   *outlay_window_new           (OutlayApplication *application,
                                             OutlaySession     *session);

void            outlay_window_keep          (OutlayWindow      *self,
                                             const char        *path);
OutlaySession  *outlay_window_get_session   (OutlayWindow      *self);
AdwViewStack   *outlay_window_get_pages     (OutlayWindow      *self);
OutlayCostPage *outlay_window_get_cost_page (OutlayWindow      *self);
void            outlay_window_show_toast    (OutlayWindow      *self,
                                             AdwToast          *toast);

G_END_DECLS
