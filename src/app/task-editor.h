/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_TASK_EDITOR (outlay_task_editor_get_type ())

G_DECLARE_FINAL_TYPE (OutlayTaskEditor, outlay_task_editor, OUTLAY, TASK_EDITOR, GtkWidget)

void outlay_task_editor_show_path (OutlayTaskEditor *self,
                                   const char       *path);

G_END_DECLS
