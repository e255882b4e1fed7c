/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

OutlaySession *open_example      (const char    *name);
GtkWidget     *show_in_window    (GtkWidget     *widget);
void           let_run           (void);
void           wait_for_estimate (OutlaySession *session);
GtkWidget     *find_widget       (GtkWidget     *root,
                                  GType          type,
                                  guint          position);
char          *get_words         (GtkWidget     *label);
gboolean       has_label         (GtkWidget     *root,
                                  const char    *text);
gboolean       press_key         (GtkWidget     *widget,
                                  const char    *trigger);
double         get_number        (OutlaySession *session,
                                  const char    *path);

G_END_DECLS
