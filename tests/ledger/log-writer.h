/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes small logs for tests, in a folder of its own. */
char *log_writer_make_folder   (void);
void  log_writer_remove_folder (const char *folder);
void  log_writer_add_prompt    (GString    *log,
                                const char *session,
                                const char *id,
                                int         second);
void  log_writer_add_answer    (GString    *log,
                                const char *session,
                                const char *id,
                                int         second,
                                int         output);
void  log_writer_write         (const char *folder,
                                const char *name,
                                const char *text);
void  log_writer_write_sessions (const char *folder,
                                 guint       n_files,
                                 guint       n_messages);

G_END_DECLS
