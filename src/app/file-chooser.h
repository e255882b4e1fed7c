/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The dialogs in which a window asks for files. */

typedef void (*OutlayFileFunc) (GtkWindow *window,
                                GFile     *file,
                                gpointer   data);

void outlay_file_choose      (GtkWindow            *window,
                              GtkFileChooserAction  action,
                              const char           *title,
                              const char           *kind,
                              const char           *suffix,
                              const char           *name,
                              OutlayFileFunc        chosen,
                              gpointer              data);
void outlay_file_note_folder (GFile                *file);
void outlay_file_show_error  (GtkWindow            *window,
                              GFile                *file,
                              const GError         *error);

G_END_DECLS
