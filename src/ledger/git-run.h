/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *outlay_git_run           (const char          *folder,
                                const char * const  *arguments,
                                GError             **error);
char *outlay_git_run_patch_ids (const char          *folder,
                                const char * const  *arguments);

G_END_DECLS
