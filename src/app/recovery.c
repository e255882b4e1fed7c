/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recovery.h"

#include "problems-dialog.h"
#include "scenario-gfile.h"
#include "undo-toast.h"
#include "window.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* How long it is told that work was recovered, s: somebody may be about to look up. */
#define TOAST_TIME 10

/**
 * outlay_recovery_open_store:
 *
 * Returns: (transfer full) (nullable): the store of this user, or %NULL where
 *   nothing can be kept
 */
OutlayRecoveryStore *
outlay_recovery_open_store (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "outlay", "recovery",
                                              NULL);
  g_autoptr (GError) error = NULL;
  OutlayRecoveryStore *store = outlay_recovery_store_new (folder, &error);

  if (store == NULL)
    g_message ("Work that is not saved would not survive a crash: %s", error->message);

  return store;
}

static OutlayScenario *
load_file (GFile           *file,
           OutlayCatalogue *catalogue)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (OutlayProblems) problems = outlay_problems_new (name);

  return outlay_scenario_load_file (file, catalogue, problems);
}

/**
 * outlay_recovery_make_session:
 * @recovery: what was left
 * @catalogue: the models and plans that can be chosen
 *
 * The session goes on with the scenario's file only where that holds what it held.
 * Where it has been changed or has gone meanwhile, the session has no file, so that
 * saving asks for one: no one's work is overwritten.
 *
 * Returns: (transfer full) (nullable): a session, or %NULL where all of it is saved
 */
OutlaySession *
outlay_recovery_make_session (const OutlayRecovery *recovery,
                              OutlayCatalogue      *catalogue)
{
  g_autoptr (OutlayScenario) held = NULL;
  GFile *file = NULL;

  if (recovery->file != NULL)
    held = load_file (recovery->file, catalogue);
  if (held != NULL && outlay_scenario_equal (held, recovery->present))
    return NULL;
  if (outlay_scenario_equal (recovery->saved, recovery->present))
    return NULL;

  if (held != NULL && outlay_scenario_equal (held, recovery->saved))
    file = recovery->file;

  return outlay_session_new_recovered (catalogue, file, recovery->saved, recovery->present);
}

/* A window that goes on with what lies at @path. */
static void
show_window (OutlayApplication    *application,
             OutlaySession        *session,
             const OutlayRecovery *recovery,
             const char           *path)
{
  OutlayWindow *window = outlay_window_new (application, session);
  AdwToast *toast;

  outlay_window_keep (window, path);
  gtk_window_present (GTK_WINDOW (window));

  if (recovery->file != NULL && outlay_session_get_file (session) == NULL)
    {
      g_autofree char *name = g_file_get_basename (recovery->file);
      g_autofree char *markup = g_markup_escape_text (name, -1);
      g_autofree char *text =
        /* Translators: %s is the name of a file */
        g_strdup_printf (_("Recovered unsaved work. “%s” has changed or gone since; "
                           "it stays as it is."), markup);

      toast = adw_toast_new (text);
    }
  else
    {
      toast = outlay_undo_toast_new (session, _("Recovered unsaved work"), "win.undo");
    }
  adw_toast_set_timeout (toast, TOAST_TIME);
  outlay_window_show_toast (window, toast);
}

/* What cannot be read is put aside for somebody who can, and not tried again. */
static void
put_aside (OutlayApplication    *application,
           const char           *path,
           const OutlayProblems *problems)
{
  g_autofree char *aside = g_strconcat (path, ".unreadable", NULL);

  g_rename (path, aside);
  g_application_activate (G_APPLICATION (application));
  outlay_problems_dialog_present (gtk_application_get_active_window (GTK_APPLICATION (application)),
                                  problems);
}

/**
 * outlay_recovery_show_windows:
 * @application: the program
 * @store: its store
 *
 * Shows a window for each scenario whose last changes were cut off.
 */
void
outlay_recovery_show_windows (OutlayApplication   *application,
                              OutlayRecoveryStore *store)
{
  OutlayCatalogue *catalogue = outlay_catalogue_get_default ();
  g_auto (GStrv) paths = outlay_recovery_store_claim (store);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (OutlayProblems) problems = outlay_problems_new (paths[i]);
      g_autoptr (OutlayRecovery) recovery = outlay_recovery_read (paths[i], catalogue, problems);
      g_autoptr (OutlaySession) session = NULL;

      if (recovery == NULL)
        {
          put_aside (application, paths[i], problems);
          continue;
        }

      session = outlay_recovery_make_session (recovery, catalogue);
      if (session != NULL)
        show_window (application, session, recovery, paths[i]);
      else
        g_unlink (paths[i]);
    }
}
