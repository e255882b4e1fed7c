/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger.h"

G_BEGIN_DECLS

/* A commit is of the session during which it was written, or that had ended no
 * longer than so many minutes before. */
#define OUTLAY_GIT_MINUTES 30

/**
 * OutlayGitReport:
 * @sessions: sessions that the ledger has of the repository
 * @with_commits: of them, those in whose time something was committed
 * @accepted: those of which something stands on the main branch
 * @reverted: those of which all that was merged was taken back
 * @changed: sessions whose outcome is another one than before
 */
typedef struct
{
  guint64 sessions;
  guint64 with_commits;
  guint64 accepted;
  guint64 reverted;
  guint64 changed;
} OutlayGitReport;

gboolean outlay_ledger_read_git (OutlayLedger     *ledger,
                                 const char       *folder,
                                 OutlayGitReport  *report,
                                 GError          **error);

G_END_DECLS
