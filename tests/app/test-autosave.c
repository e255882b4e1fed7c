/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "autosave.h"
#include "recovery.h"

#include "scenarios.h"

#include <glib/gstdio.h>
#include <locale.h>

/* A folder for one test, with a session that is kept in it. */
typedef struct
{
  char           *folder;
  char           *path; /* what is kept */
  GFile          *file; /* what is saved */
  OutlaySession  *session;
  OutlayAutosave *autosave;
} Desk;

static void
desk_set_up (Desk          *desk,
             gconstpointer  data)
{
  g_autoptr (OutlayScenario) scenario = read_example ("one-person");
  g_autofree char *saved = NULL;

  desk->folder = g_dir_make_tmp ("outlay-autosave-XXXXXX", NULL);
  desk->path = g_build_filename (desk->folder, "kept", NULL);
  saved = g_build_filename (desk->folder, "saved.outlay", NULL);
  desk->file = g_file_new_for_path (saved);
  desk->session = outlay_session_new (outlay_catalogue_get_default (), scenario);
  desk->autosave = outlay_autosave_new (desk->session, desk->path);
}

static void
desk_clear (Desk          *desk,
            gconstpointer  data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  outlay_autosave_end (desk->autosave);
  g_assert_false (g_file_test (desk->path, G_FILE_TEST_EXISTS));
  /* A thread that is still at work has it, too, and may be the last to let go of it,
   * which wakes nobody. */
  g_object_add_weak_pointer (G_OBJECT (desk->autosave), (gpointer *) &desk->autosave);
  g_object_unref (desk->autosave);
  while (g_atomic_pointer_get (&desk->autosave) != NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_finalize_object (desk->session);
  g_object_unref (desk->file);
  g_free (desk->path);

  folder = g_dir_open (desk->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (desk->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (desk->folder);
  g_free (desk->folder);
}

static void
turn (Desk   *desk,
      double  turns)
{
  g_assert_true (outlay_session_set_number (desk->session, "turns", turns, "Turns", NULL));
  outlay_session_end_gesture (desk->session);
}

static OutlayRecovery *
read_kept (const char *path)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new (path);
  OutlayRecovery *recovery =
    outlay_recovery_read (path, outlay_catalogue_get_default (), problems);

  g_assert_nonnull (recovery);
  g_assert_cmpuint (outlay_problems_get_n_total (problems), ==, 0);

  return recovery;
}

/* A thread may take the file away at any moment, for the scenario was saved. */
static void
wait_until_kept (Desk   *desk,
                 double  turns)
{
  gboolean is_kept = FALSE;

  while (!is_kept)
    {
      g_autoptr (OutlayProblems) problems = outlay_problems_new (desk->path);
      g_autoptr (OutlayRecovery) recovery =
        outlay_recovery_read (desk->path, outlay_catalogue_get_default (), problems);

      is_kept = recovery != NULL && recovery->present->turns == turns;
      if (!is_kept)
        {
          g_main_context_iteration (NULL, FALSE);
          g_usleep (1000);
        }
    }
}

static void
wait_until_gone (Desk *desk)
{
  while (g_file_test (desk->path, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, FALSE);
}

static void
test_an_edit_is_kept (Desk          *desk,
                      gconstpointer  data)
{
  g_autoptr (OutlayRecovery) recovery = NULL;

  turn (desk, 6);
  turn (desk, 7);
  wait_until_kept (desk, 7);
  turn (desk, 8);
  wait_until_kept (desk, 8);

  recovery = read_kept (desk->path);
  g_assert_null (recovery->file);
  g_assert_true (outlay_scenario_equal (recovery->saved,
                                        outlay_session_get_saved (desk->session)));
  g_assert_true (outlay_scenario_equal (recovery->present,
                                        outlay_session_get_scenario (desk->session)));
}

static void
test_what_is_saved_is_not_kept (Desk          *desk,
                                gconstpointer  data)
{
  g_autoptr (OutlayRecovery) recovery = NULL;

  turn (desk, 6);
  wait_until_kept (desk, 6);
  g_assert_true (outlay_session_save (desk->session, desk->file, NULL));
  wait_until_gone (desk);

  turn (desk, 7);
  wait_until_kept (desk, 7);
  recovery = read_kept (desk->path);
  g_assert_true (g_file_equal (recovery->file, desk->file));
  g_assert_cmpfloat (recovery->saved->turns, ==, 6);

  /* Undo leads back to what is saved as well. */
  outlay_session_undo (desk->session);
  wait_until_gone (desk);
}

/* Before the scenario's file is another one, what is kept is as new as that. */
static void
look_before_saving (OutlaySession *session,
                    GFile         *file,
                    Desk          *desk)
{
  g_autoptr (OutlayRecovery) recovery = read_kept (desk->path);

  g_assert_true (outlay_scenario_equal (recovery->present,
                                        outlay_session_get_scenario (session)));
  g_assert_true (g_file_equal (recovery->file, file));
}

static void
test_saving_keeps_first (Desk          *desk,
                         gconstpointer  data)
{
  g_signal_connect (desk->session, "saving", G_CALLBACK (look_before_saving), desk);
  turn (desk, 6);
  g_assert_true (outlay_session_save (desk->session, desk->file, NULL));
  wait_until_gone (desk);
  turn (desk, 7);
  wait_until_kept (desk, 7);
  turn (desk, 8);
  g_assert_true (outlay_session_save (desk->session, desk->file, NULL));
}

static void
test_a_failed_save_keeps_the_old_file (Desk          *desk,
                                       gconstpointer  data)
{
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/no/such/folder/x.outlay");

  turn (desk, 6);
  g_assert_true (outlay_session_save (desk->session, desk->file, NULL));
  turn (desk, 7);
  g_assert_false (outlay_session_save (desk->session, nowhere, NULL));

  for (gboolean is_back = FALSE; !is_back; )
    {
      g_autoptr (OutlayRecovery) recovery = NULL;

      g_main_context_iteration (NULL, TRUE);
      recovery = read_kept (desk->path);
      is_back = g_file_equal (recovery->file, desk->file);
    }
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_a_failure_is_told_once (Desk          *desk,
                             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (desk->folder, "no", "such", NULL);
  g_autoptr (OutlayAutosave) autosave = outlay_autosave_new (desk->session, path);
  guint n = 0;

  g_signal_connect_swapped (autosave, "failed", G_CALLBACK (count), &n);
  turn (desk, 6);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  turn (desk, 7);
  wait_until_kept (desk, 7);
  g_assert_true (outlay_session_save (desk->session, desk->file, NULL));
  g_assert_cmpuint (n, ==, 1);
  outlay_autosave_end (autosave);
}

/* Recovery */

static OutlaySession *
recover (const Desk *desk)
{
  g_autoptr (OutlayRecovery) recovery = read_kept (desk->path);

  return outlay_recovery_make_session (recovery, outlay_catalogue_get_default ());
}

static void
test_work_comes_back (Desk          *desk,
                      gconstpointer  data)
{
  g_autoptr (OutlaySession) session = NULL;

  turn (desk, 6);
  g_assert_true (outlay_session_save (desk->session, desk->file, NULL));
  turn (desk, 7);
  turn (desk, 8);
  wait_until_kept (desk, 8);

  session = recover (desk);
  g_assert_true (outlay_session_get_recovered (session));
  g_assert_true (outlay_session_get_modified (session));
  g_assert_true (g_file_equal (outlay_session_get_file (session), desk->file));
  g_assert_cmpfloat (outlay_session_get_scenario (session)->turns, ==, 8);

  /* Another edit makes it one of the person's own, undo brings it back. */
  g_assert_true (outlay_session_set_number (session, "turns", 9, "Turns", NULL));
  g_assert_false (outlay_session_get_recovered (session));
  g_assert_true (outlay_session_undo (session));
  g_assert_true (outlay_session_get_recovered (session));

  g_assert_true (outlay_session_undo (session));
  g_assert_cmpfloat (outlay_session_get_scenario (session)->turns, ==, 6);
  g_assert_false (outlay_session_get_modified (session));
  g_assert_false (outlay_session_get_recovered (session));

  g_assert_true (outlay_session_redo (session));
  g_assert_true (outlay_session_save (session, desk->file, NULL));
  g_assert_false (outlay_session_get_recovered (session));
}

static void
test_work_without_a_file_comes_back (Desk          *desk,
                                     gconstpointer  data)
{
  g_autoptr (OutlaySession) session = NULL;

  turn (desk, 6);
  wait_until_kept (desk, 6);

  session = recover (desk);
  g_assert_null (outlay_session_get_file (session));
  g_assert_true (outlay_session_get_recovered (session));
  g_assert_true (outlay_session_undo (session));
  g_assert_true (outlay_scenario_equal (outlay_session_get_scenario (session),
                                        outlay_session_get_saved (desk->session)));
}

static void
test_a_file_that_has_changed_is_left_alone (Desk          *desk,
                                            gconstpointer  data)
{
  g_autoptr (OutlaySession) changed = NULL;
  g_autoptr (OutlaySession) gone = NULL;

  turn (desk, 6);
  g_assert_true (outlay_session_save (desk->session, desk->file, NULL));
  turn (desk, 7);
  wait_until_kept (desk, 7);

  g_assert_true (g_file_replace_contents (desk->file, "{\"months\": 3}", 13, NULL, FALSE, 0,
                                          NULL, NULL, NULL));
  changed = recover (desk);
  g_assert_null (outlay_session_get_file (changed));
  g_assert_true (outlay_session_get_recovered (changed));

  g_assert_true (g_file_delete (desk->file, NULL, NULL));
  gone = recover (desk);
  g_assert_null (outlay_session_get_file (gone));
  g_assert_cmpfloat (outlay_session_get_scenario (gone)->turns, ==, 7);
}

/* The program died after it had saved, and before what it kept was gone. */
static void
test_what_was_saved_needs_no_recovery (Desk          *desk,
                                       gconstpointer  data)
{
  turn (desk, 6);
  wait_until_kept (desk, 6);
  g_assert_true (outlay_scenario_save (outlay_session_get_scenario (desk->session),
                                       g_file_peek_path (desk->file), NULL));
  {
    g_autoptr (OutlayRecovery) recovery =
      outlay_recovery_new (desk->file, outlay_session_get_saved (desk->session),
                           outlay_session_get_scenario (desk->session));

    g_assert_null (outlay_recovery_make_session (recovery, outlay_catalogue_get_default ()));
  }
}

static void
test_what_is_kept_reads_as_it_was (Desk          *desk,
                                   gconstpointer  data)
{
  g_auto (GStrv) names = outlay_examples_list ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (OutlayScenario) saved = read_example (names[i]);
      g_autoptr (OutlayScenario) present = with_turns (saved, 7.25);
      g_autoptr (GFile) file = g_file_new_for_path ("/a b/ü;=\n.outlay");
      g_autoptr (OutlayRecovery) recovery = outlay_recovery_new (file, saved, present);
      g_autoptr (OutlayRecovery) again = NULL;

      g_assert_true (outlay_recovery_write (recovery, desk->path, NULL));
      again = read_kept (desk->path);
      g_assert_true (g_file_equal (again->file, file));
      g_assert_true (outlay_scenario_equal (again->saved, saved));
      g_assert_true (outlay_scenario_equal (again->present, present));
    }
}

static void
test_what_is_damaged_is_refused (Desk          *desk,
                                 gconstpointer  data)
{
  const char * const damaged[] = {
    "", "x", "[Recovery]\n", "[Recovery]\nsaved={}\n", "[Recovery]\nsaved={}\npresent={\n",
    "[Recovery]\nsaved=[]\npresent={}\n", "[Other]\nsaved={}\npresent={}\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (OutlayProblems) problems = outlay_problems_new (desk->path);

      g_test_message ("%s", damaged[i]);
      g_assert_true (g_file_set_contents (desk->path, damaged[i], -1, NULL));
      g_assert_null (outlay_recovery_read (desk->path, outlay_catalogue_get_default (),
                                           problems));
      g_assert_cmpuint (outlay_problems_get_n_total (problems), >, 0);
    }
}

/* The store */

static void
test_the_living_are_left_alone (Desk          *desk,
                                gconstpointer  data)
{
  g_autoptr (OutlayRecoveryStore) one = outlay_recovery_store_new (desk->folder, NULL);
  g_autoptr (OutlayRecoveryStore) other = outlay_recovery_store_new (desk->folder, NULL);
  g_autofree char *path = outlay_recovery_store_make_path (one);
  g_auto (GStrv) claimed = NULL;
  g_auto (GStrv) own = NULL;

  g_assert_true (g_file_set_contents (path, "work", -1, NULL));
  claimed = outlay_recovery_store_claim (other);
  g_assert_cmpuint (g_strv_length (claimed), ==, 0);
  own = outlay_recovery_store_claim (one);
  g_assert_cmpuint (g_strv_length (own), ==, 0);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* With its lock, as a program leaves it that is killed, and without. */
static void
test_the_dead_are_inherited_once (Desk          *desk,
                                  gconstpointer  data)
{
  const char * const left[] = {
    "0f8fad5b-d9cb-469f-a165-70867728950e.lock",
    "0f8fad5b-d9cb-469f-a165-70867728950e-0.recovery",
    "0f8fad5b-d9cb-469f-a165-70867728950e-1.recovery",
    "0f8fad5b-d9cb-469f-a165-70867728950e-1.recovery.A1B2C3",
    "7c9e6679-7425-40de-944b-e07fc1f90ae7-0.recovery",
    "7c9e6679-7425-40de-944b-e07fc1f90ae7-1.recovery.unreadable",
    "short",
  };
  g_autoptr (OutlayRecoveryStore) one = NULL;
  g_autoptr (OutlayRecoveryStore) other = NULL;
  g_auto (GStrv) claimed = NULL;
  g_auto (GStrv) again = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_autofree char *path = g_build_filename (desk->folder, left[i], NULL);

      g_assert_true (g_file_set_contents (path, left[i], -1, NULL));
    }

  one = outlay_recovery_store_new (desk->folder, NULL);
  other = outlay_recovery_store_new (desk->folder, NULL);
  claimed = outlay_recovery_store_claim (one);
  again = outlay_recovery_store_claim (other);
  g_assert_cmpuint (g_strv_length (claimed), ==, 3);
  g_assert_cmpuint (g_strv_length (again), ==, 0);

  for (guint i = 0; claimed[i] != NULL; i++)
    g_assert_true (g_file_test (claimed[i], G_FILE_TEST_EXISTS));
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_autofree char *path = g_build_filename (desk->folder, left[i], NULL);

      /* Only what nobody understands is where it was. */
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == (i >= 5));
    }
}

static void
test_a_store_needs_a_folder (Desk          *desk,
                             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (desk->folder, "file", NULL);
  g_autofree char *below = g_build_filename (path, "recovery", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "", -1, NULL));
  g_assert_null (outlay_recovery_store_new (below, &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  const struct
  {
    const char *path;
    void      (*test) (Desk *, gconstpointer);
  } tests[] = {
    { "/app/autosave/edit", test_an_edit_is_kept },
    { "/app/autosave/saved", test_what_is_saved_is_not_kept },
    { "/app/autosave/saving", test_saving_keeps_first },
    { "/app/autosave/save-fails", test_a_failed_save_keeps_the_old_file },
    { "/app/autosave/fails", test_a_failure_is_told_once },
    { "/app/recovery/work", test_work_comes_back },
    { "/app/recovery/no-file", test_work_without_a_file_comes_back },
    { "/app/recovery/changed-file", test_a_file_that_has_changed_is_left_alone },
    { "/app/recovery/nothing", test_what_was_saved_needs_no_recovery },
    { "/app/recovery/round-trip", test_what_is_kept_reads_as_it_was },
    { "/app/recovery/damaged", test_what_is_damaged_is_refused },
    { "/app/recovery/living", test_the_living_are_left_alone },
    { "/app/recovery/dead", test_the_dead_are_inherited_once },
    { "/app/recovery/folder", test_a_store_needs_a_folder },
  };

  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Desk, NULL, desk_set_up, tests[i].test, desk_clear);

  return g_test_run ();
}
