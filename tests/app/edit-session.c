/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A session that is edited, undone and saved without end, as fast as a hand that
 * drags and faster, for kill-session.py to kill:
 *
 *     edit-session edit FOLDER SEED     works on FOLDER/team.outlay
 *     edit-session recover FOLDER       prints the name of each scenario recovered
 *
 * Each state has a name of its own. FOLDER/log gets a line for each:
 * "state NAME MICROSECONDS", "saving NAME", "saved NAME". */

#include "autosave.h"
#include "recovery.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  OutlaySession *session;
  GFile         *file;
  GRand         *chance;
  guint32        seed;
  guint          n_edits;
  int            log;
} Desk;

static OutlayRecoveryStore *
open_store (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "recovery", NULL);
  g_autoptr (GError) error = NULL;
  OutlayRecoveryStore *store = outlay_recovery_store_new (path, &error);

  if (store == NULL)
    g_error ("%s", error->message);

  return store;
}

static OutlaySession *
open_session (GFile *file)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}", 2);
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("team.outlay");
  OutlayCatalogue *catalogue = outlay_catalogue_get_default ();
  g_autoptr (OutlayScenario) scenario = outlay_scenario_read (bytes, catalogue, problems);
  OutlaySession *session = outlay_session_new (catalogue, scenario);

  if (!outlay_session_open (session, file, problems))
    {
      g_autofree char *text = outlay_problems_to_string (problems);

      g_error ("%s", text);
    }

  return session;
}

static void
note (Desk       *desk,
      const char *what,
      gint64      time)
{
  const char *name = outlay_session_get_scenario (desk->session)->name;
  g_autofree char *line = time < 0
    ? g_strdup_printf ("%s %s\n", what, name)
    : g_strdup_printf ("%s %s %" G_GINT64_FORMAT "\n", what, name, time);

  if (write (desk->log, line, strlen (line)) < 0)
    g_error ("The log cannot be written to");
}

static void
edit (Desk *desk)
{
  OutlayScenario *draft = outlay_session_begin_edit (desk->session);
  g_autofree char *name = g_strdup_printf ("%u-%u", desk->seed, ++desk->n_edits);

  draft->name = outlay_pool_strdup (draft->pool, name);
  draft->turns = g_rand_double_range (desk->chance, 1, 12);
  outlay_session_commit_edit (desk->session, draft, "Edit",
                              g_rand_boolean (desk->chance) ? "drag" : NULL);
}

static gboolean
act (gpointer data)
{
  Desk *desk = data;
  int what = g_rand_int_range (desk->chance, 0, 100);

  if (what == 0)
    {
      g_autoptr (GError) error = NULL;

      note (desk, "saving", -1);
      if (!outlay_session_save (desk->session, desk->file, &error))
        g_error ("%s", error->message);
      note (desk, "saved", -1);
    }
  else
    {
      if (what < 10)
        outlay_session_undo (desk->session);
      else if (what < 14)
        outlay_session_redo (desk->session);
      else
        edit (desk);
      note (desk, "state", g_get_monotonic_time ());
    }

  g_timeout_add ((guint) g_rand_int_range (desk->chance, 0, 30), act, desk);

  return G_SOURCE_REMOVE;
}

static void
run_edits (const char *folder,
           guint32     seed)
{
  g_autofree char *path = g_build_filename (folder, "team.outlay", NULL);
  g_autofree char *log = g_build_filename (folder, "log", NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  OutlayRecoveryStore *store = open_store (folder);
  g_autofree char *kept = outlay_recovery_store_make_path (store);
  Desk desk = { .seed = seed };

  desk.file = g_file_new_for_path (path);
  desk.session = open_session (desk.file);
  desk.chance = g_rand_new_with_seed (seed);
  desk.log = g_open (log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  note (&desk, "state", g_get_monotonic_time ());

  outlay_autosave_new (desk.session, kept);
  act (&desk);
  g_main_loop_run (loop);
}

static void
run_recovery (const char *folder)
{
  OutlayCatalogue *catalogue = outlay_catalogue_get_default ();
  g_autoptr (OutlayRecoveryStore) store = open_store (folder);
  g_auto (GStrv) paths = outlay_recovery_store_claim (store);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (OutlayProblems) problems = outlay_problems_new (paths[i]);
      g_autoptr (OutlayRecovery) recovery = outlay_recovery_read (paths[i], catalogue, problems);
      g_autoptr (OutlaySession) session = NULL;

      if (recovery == NULL)
        {
          g_autofree char *text = outlay_problems_to_string (problems);

          g_error ("%s", text);
        }
      session = outlay_recovery_make_session (recovery, catalogue);
      if (session != NULL)
        g_print ("%s\n", outlay_session_get_scenario (session)->name);
      g_unlink (paths[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");

  if (argc == 4 && g_str_equal (argv[1], "edit"))
    run_edits (argv[2], (guint32) g_ascii_strtoull (argv[3], NULL, 10));
  else if (argc == 3 && g_str_equal (argv[1], "recover"))
    run_recovery (argv[2]);
  else
    return 2;

  return 0;
}
