/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "usage-answer.h"
#include "usage-window.h"

G_BEGIN_DECLS

/* The window of real usage with a ledger of its own, for tests. */
typedef struct
{
  char              *folder;
  char              *ledger;
  OutlaySession     *session;
  OutlayUsageStore  *store;
  OutlayUsageWindow *window;
} UsageDesk;

void                     usage_desk_set_up         (UsageDesk          *desk,
                                                    gconstpointer       data);
void                     usage_desk_tear_down      (UsageDesk          *desk,
                                                    gconstpointer       data);
void                     usage_desk_read           (UsageDesk          *desk,
                                                    const char         *path);
void                     usage_desk_read_logs      (UsageDesk          *desk,
                                                    const char         *name);
void                     usage_desk_await_label    (GtkWidget          *root,
                                                    const char         *text);
const OutlayUsageAnswer *usage_desk_get_answer     (UsageDesk          *desk,
                                                    OutlayQuestion      question);
char                    *usage_desk_run_ledger     (UsageDesk          *desk,
                                                    const char * const *words);
char                    *usage_desk_ask_cli        (UsageDesk          *desk,
                                                    const char         *question);
GtkWidget               *usage_desk_show_section   (UsageDesk          *desk,
                                                    GType               type,
                                                    const char         *name);
void                     usage_desk_write_sessions (UsageDesk          *desk,
                                                    guint               n_sessions);
GtkWidget               *usage_desk_await_dialog   (void);

G_END_DECLS
