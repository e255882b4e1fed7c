/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Does anything that a person can do in the windows, at random, with every warning
 * fatal:
 *
 *     random-actions ACTIONS SEED [--log] [--no-choosers]
 *
 * Now and then it goes all the way back by undo: then the scenario is that of the
 * file, byte for byte. The window is closed and opened again, and nothing of it may
 * be left. --log tells each action before it is done; --no-choosers leaves out
 * GTK's dialogs for files, which lose memory of their own each time one is made. */

#include "random-hands.h"
#include "random-log.h"

#include "file-chooser.h"
#include "option-row.h"
#include "report-dialog.h"
#include "window.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* After so many actions all is undone; history holds more. */
#define EPISODE 500

#define MAX_WINDOWS 3

typedef struct
{
  OutlayApplication *application;
  OutlayWindow      *window; /* the one that is undone */
  GFile             *file;
  GFile             *other;
  GFile             *copy;
  GBytes            *bytes;
  Hands              hands;
  guint              n_edits;
} Room;

static gboolean no_choosers;

static OutlaySession *
get_session (const Room *room)
{
  return outlay_window_get_session (room->window);
}

/* Dialogs for files */

/* What the program calls to show one: see meson.build. */
typeof (outlay_file_choose) __real_outlay_file_choose, __wrap_outlay_file_choose;

void
__wrap_outlay_file_choose (GtkWindow            *window,
                           GtkFileChooserAction  action,
                           const char           *title,
                           const char           *kind,
                           const char           *suffix,
                           const char           *name,
                           OutlayFileFunc        chosen,
                           gpointer              data)
{
  if (!no_choosers)
    __real_outlay_file_choose (window, action, title, kind, suffix, name, chosen, data);
}

/* Windows */

static guint
count_windows (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      n += gtk_widget_get_visible (window);
    }

  return n;
}

/* What a person can reach: the dialog that is in the way of all else, or any
 * window. */
static GtkWindow *
choose_window (const Room *room)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWindow *chosen = GTK_WINDOW (room->window);

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (!gtk_widget_get_visible (GTK_WIDGET (window)))
        continue;
      if (!OUTLAY_IS_WINDOW (window))
        return window;
      if (hands_chance (&room->hands, 15))
        chosen = window;
    }

  return chosen;
}

/* A dialog is in the way of the window's own rows. */
static gboolean
is_blocked (const Room *room)
{
  return !OUTLAY_IS_WINDOW (choose_window (room));
}

static void
open_room_window (Room *room)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("first");

  g_assert_true (outlay_application_open_file (room->application, room->file, problems));
  room->window =
    OUTLAY_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (room->application)));
  g_assert_true (g_file_equal (outlay_session_get_file (get_session (room)), room->file));
}

static void
do_open (Room *room)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("other");

  if (count_windows () >= MAX_WINDOWS)
    return;

  if (hands_chance (&room->hands, 50))
    g_assert_true (outlay_application_open_file (room->application, room->other, problems));
  else if (hands_chance (&room->hands, 50))
    g_action_group_activate_action (G_ACTION_GROUP (room->application), "new", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (room->window), "win.duplicate", NULL);
}

static void
answer (Room      *room,
        GtkWindow *window)
{
  if (ADW_IS_MESSAGE_DIALOG (window))
    adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (window),
                                           hands_chance (&room->hands, 80) ? "discard"
                                                                           : "cancel");
  gtk_window_close (window);
}

static void
do_close (Room *room)
{
  GtkWindow *window = choose_window (room);

  if (window != GTK_WINDOW (room->window))
    answer (room, window);
}

/* Actions */

static void
do_window_action (Room *room)
{
  static const char * const names[] = {
    "win.undo", "win.undo", "win.undo", "win.redo", "win.redo", "win.pane", "win.turn-page(1)",
    "win.turn-page(-1)", "win.page(1)", "win.page(2)", "win.page(3)", "win.page(4)",
    "win.page(5)", "win.page(6)", "win.page(7)", "win.present", "win.export-report::pdf", "win.export-report::csv",
    "win.export-chart::svg", "win.save-as", "win.open", "win.show-help-overlay",
    "win.duplicate", "app.about", "app.preferences",
  };
  const char *detailed = hands_pick (&room->hands, names, G_N_ELEMENTS (names));
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_str_equal (detailed, "win.duplicate") && count_windows () >= MAX_WINDOWS)
    return;

  g_assert_true (g_action_parse_detailed_name (detailed, &name, &target, NULL));
  hands_tell (&room->hands, "  %s", detailed);
  gtk_widget_activate_action_variant (GTK_WIDGET (room->window), name, target);
}

static void
do_option_action (Room *room)
{
  static const char * const names[] = {
    "option.up", "option.down", "option.remove", "option.hide", "option.hide", "option.alone",
    "option.edit", "option.menu",
  };
  GtkWidget *row = is_blocked (room) ? NULL
    : hands_find (&room->hands, GTK_WIDGET (room->window), OUTLAY_TYPE_OPTION_ROW);
  const char *name = hands_pick (&room->hands, names, G_N_ELEMENTS (names));

  if (row == NULL)
    return;

  hands_tell (&room->hands, "  %s", name);
  gtk_widget_activate_action (row, name, NULL);
}

static void
do_add_option (Room *room)
{
  GtkWidget *panel = is_blocked (room) ? NULL
    : hands_find (&room->hands, GTK_WIDGET (room->window),
                  g_type_from_name ("OutlayOptionsPanel"));

  if (panel != NULL)
    gtk_widget_activate_action (panel, "options.add", NULL);
}

/* As a drag does it: many values on the way to one. */
static void
do_drag (Room *room)
{
  static const char * const paths[] = { "turns", "team[0].people", "cache_hit_rate", "months" };
  const char *path = hands_pick (&room->hands, paths, G_N_ELEMENTS (paths));
  OutlaySession *session = get_session (room);

  for (guint i = 0; i < 10; i++)
    {
      double value = hands_number (&room->hands, 0, 12);

      /* What is out of range is refused, as it is for the dial. */
      outlay_session_set_number (session, path,
                                 g_str_equal (path, "cache_hit_rate") ? value / 12 : (int) value,
                                 "Drag", NULL);
      hands_let_run (&room->hands, 0);
    }
  outlay_session_end_gesture (session);
}

static void
do_look (Room *room)
{
  OutlaySession *session = get_session (room);
  const OutlayScenario *scenario = outlay_session_get_scenario (session);

  outlay_session_set_month (session, (int) hands_number (&room->hands, -1, scenario->months));
  if (scenario->n_options > 0)
    {
      guint which = (guint) hands_number (&room->hands, 0, scenario->n_options);

      outlay_session_set_focus (session, scenario->options[which].id);
    }
}

static void
do_resize (Room *room)
{
  static const int widths[] = { 360, 640, 860, 1000, 1280 };
  int width = widths[(int) hands_number (&room->hands, 0, G_N_ELEMENTS (widths))];

  gtk_window_set_default_size (GTK_WINDOW (room->window), width,
                               (int) hands_number (&room->hands, 480, 900));
}

static void
do_save (Room *room)
{
  g_autoptr (GError) error = NULL;

  outlay_session_save (get_session (room), room->copy, &error);
  g_assert_no_error (error);
}

static void
do_touch (Room *room)
{
  GtkWindow *window = choose_window (room);

  /* What is not Outlay's own is only gone away from. */
  if (g_str_has_prefix (G_OBJECT_TYPE_NAME (window), "Outlay") && !hands_chance (&room->hands, 5))
    hands_touch (&room->hands, GTK_WIDGET (window));
  else if (window != GTK_WINDOW (room->window))
    answer (room, window);
}

static const struct
{
  const char *name;
  void      (*act) (Room *room);
  int         weight;
} actions[] = {
  { "touch", do_touch, 45 },
  { "action", do_window_action, 20 },
  { "option", do_option_action, 8 },
  { "add an option", do_add_option, 3 },
  { "drag", do_drag, 5 },
  { "look", do_look, 5 },
  { "resize", do_resize, 2 },
  { "save", do_save, 2 },
  { "open", do_open, 2 },
  { "close", do_close, 8 },
};

static void
act (Room *room)
{
  int left = (int) hands_number (&room->hands, 0, 100);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      left -= actions[i].weight;
      if (left >= 0)
        continue;

      hands_tell (&room->hands, "%s", actions[i].name);
      if (actions[i].act != do_touch)
        hands_click_beside (&room->hands, GTK_WIDGET (room->window));
      actions[i].act (room);
      break;
    }

  hands_let_run (&room->hands, hands_chance (&room->hands, 30) ? 20 : 0);
}

/* The way back */

static void
close_others (Room *room)
{
  GtkWindow *window = NULL;

  for (guint i = 0; i < 200; i++)
    {
      window = choose_window (room);
      if (window != GTK_WINDOW (room->window))
        answer (room, window);
      else if (count_windows () == 1)
        return;
      hands_let_run (&room->hands, 1);
    }

  g_error ("There is no way to close %s", G_OBJECT_TYPE_NAME (window));
}

static void
check_bytes (Room           *room,
             OutlayScenario *scenario)
{
  g_autoptr (GBytes) bytes = outlay_scenario_write (scenario);

  if (g_bytes_equal (bytes, room->bytes))
    return;

  g_error ("Undone, it is another file:\n%s", (const char *) g_bytes_get_data (bytes, NULL));
}

/* What can be made in the window can be written and read as well. */
static void
check_round_trip (OutlayScenario *scenario)
{
  g_autoptr (GBytes) bytes = outlay_scenario_write (scenario);
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("round trip");
  g_autoptr (OutlayScenario) again =
    outlay_scenario_read (bytes, outlay_catalogue_get_default (), problems);
  g_autofree char *text = outlay_problems_to_string (problems);

  if (again == NULL)
    g_error ("What the window made cannot be read: %s", text);
  g_assert_true (outlay_scenario_equal (scenario, again));
}

/* A thread that is at work for the window has it, too. */
static void
close_room_window (Room *room)
{
  OutlayWindow *window = room->window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (room->window));
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
go_back (Room *room)
{
  OutlaySession *session;
  g_autoptr (OutlayScenario) last = NULL;
  guint n_undone = 0, n_redone = 0;

  close_others (room);
  session = g_object_ref (get_session (room));
  last = outlay_scenario_ref (outlay_session_get_scenario (session));
  check_round_trip (last);

  while (outlay_session_redo (session))
    n_redone++;
  while (outlay_session_undo (session))
    n_undone++;
  check_bytes (room, outlay_session_get_scenario (session));
  room->n_edits += n_undone;
  hands_let_run (&room->hands, 5);

  /* The file is that of the beginning again, and closes without a question. */
  g_assert_true (outlay_session_save (session, room->file, NULL));
  g_application_hold (G_APPLICATION (room->application));
  close_room_window (room);
  g_assert_finalize_object (session);

  /* What moves is drawn again and again: mostly it does not. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations",
                hands_chance (&room->hands, 20), NULL);
  open_room_window (room);
  g_application_release (G_APPLICATION (room->application));
  hands_tell (&room->hands, "undone: %u edits", n_undone);
}

static GFile *
make_file (const char *folder,
           const char *name,
           GBytes     *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));

  return g_file_new_for_path (path);
}

/* Both as the writer writes them: that is what undo has to give again. */
static GBytes *
write_example (const char *name)
{
  g_autoptr (GBytes) shipped = outlay_examples_get (name);
  g_autoptr (OutlayProblems) problems = outlay_problems_new (name);
  g_autoptr (OutlayScenario) scenario =
    outlay_scenario_read (shipped, outlay_catalogue_get_default (), problems);

  return outlay_scenario_write (scenario);
}

static void
room_set_up (Room       *room,
             const char *folder)
{
  g_autoptr (GBytes) other = write_example ("one-person");

  room->bytes = write_example ("forty-people");
  room->file = make_file (folder, "first.outlay", room->bytes);
  room->other = make_file (folder, "other.outlay", other);
  room->copy = make_file (folder, "copy.outlay", other);

  room->application = outlay_application_new ();
  g_application_set_flags (G_APPLICATION (room->application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (room->application), NULL, NULL));
  open_room_window (room);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static int
do_not_start (void)
{
  return 0;
}

/* Only at the end of a run does it leave the bus, and GTK let go of it. */
static void
end_application (OutlayApplication *application)
{
  char *arguments[] = { "outlay", NULL };

  g_signal_connect (application, "handle-local-options", G_CALLBACK (do_not_start), NULL);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 1, arguments), ==, 0);
}

static void
room_clear (Room *room)
{
  go_back (room);
  close_room_window (room);
  end_application (room->application);
  g_assert_finalize_object (room->application);
  g_object_unref (room->file);
  g_object_unref (room->other);
  g_object_unref (room->copy);
  g_bytes_unref (room->bytes);
  hands_clear (&room->hands);
}

int
main (int   argc,
      char *argv[])
{
  Room room = { 0 };
  gboolean tells = FALSE;
  const GOptionEntry entries[] = {
    { "log", 0, 0, G_OPTION_ARG_NONE, &tells, "Tell each action before it is done", NULL },
    { "no-choosers", 0, 0, G_OPTION_ARG_NONE, &no_choosers,
      "Leave out GTK's dialogs for files", NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("ACTIONS SEED");
  g_autofree char *folder = g_dir_make_tmp ("outlay-random-XXXXXX", NULL);
  guint n_actions;
  guint32 seed;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL) || argc != 3)
    return 2;
  n_actions = (guint) g_ascii_strtoull (argv[1], NULL, 10);
  seed = (guint32) g_ascii_strtoull (argv[2], NULL, 10);
  if (n_actions == 0)
    return 2;

  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_log_set_always_fatal (G_LOG_FATAL_MASK);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  hands_init (&room.hands, seed, tells);
  g_log_set_writer_func (random_log_write, &room.hands, NULL);
  room_set_up (&room, folder);

  for (guint i = 1; i <= n_actions; i++)
    {
      act (&room);
      if (i % EPISODE == 0)
        {
          go_back (&room);
          g_print ("# %u of %u actions\n", i, n_actions);
        }
    }

  room_clear (&room);
  g_print ("%u actions, seed %u: %u edits were undone; no warning, and the file is as it was\n",
           n_actions, seed, room.n_edits);

  return 0;
}
