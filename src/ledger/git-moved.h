/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Commits that are on the main branch as another one: one that changes the same lines,
 * or one that changes what a whole branch does, as a squash merge makes it. */

GHashTable *outlay_git_find_moved (const char *folder,
                                   const char *main_branch);

G_END_DECLS
