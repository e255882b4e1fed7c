/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean outlay_widget_focus_in_order      (GtkWidget        *widget,
                                            GtkDirectionType  direction);
gboolean outlay_widget_focus_past          (GtkWidget        *widget,
                                            GtkWidget        *rows,
                                            GtkWidget        *before,
                                            GtkDirectionType  direction);
gboolean outlay_widget_grab_focus_of_first (GtkWidget        *widget);
void     outlay_list_box_remove_row        (GtkListBox       *list,
                                            GtkWidget        *row,
                                            GtkWidget        *otherwise);

G_END_DECLS
