/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scenario in front of an audience. */
#include "pane-test.h"
#include "present-window.h"
#include "usage-months.h"
#include "window.h"
#include "widgets/present-chart.h"
#include "widgets/present-keys.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

typedef struct
{
  OutlaySession      *session;
  OutlayWindow       *window;
  GtkWidget          *present;
  OutlayPresentChart *chart;
} Stage;

static void
set_animations (gboolean enable)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", enable, NULL);
}

static void
set_up (Stage         *stage,
        gconstpointer  data)
{
  set_animations (FALSE);
  stage->session = open_example ("forty-people");
  stage->window = outlay_window_new (NULL, stage->session);
  gtk_window_present (GTK_WINDOW (stage->window));
  outlay_session_set_focus (stage->session, "governed");
  let_run ();

  stage->present = outlay_present_window_new (GTK_WINDOW (stage->window), stage->session);
  gtk_window_present (GTK_WINDOW (stage->present));
  let_run ();
  stage->chart = OUTLAY_PRESENT_CHART (find_widget (stage->present, OUTLAY_TYPE_PRESENT_CHART, 0));
}

static void
tear_down (Stage         *stage,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (stage->window));
  let_run ();
  g_assert_finalize_object (stage->session);
}

static void
press (Stage           *stage,
       guint            key,
       GdkModifierType  state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (stage->present);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
      if (handled)
        break;
    }
  let_run ();
}

static void
check_caption (Stage      *stage,
               const char *caption)
{
  gtk_test_accessible_assert_property (stage->chart, GTK_ACCESSIBLE_PROPERTY_LABEL, caption);
}

static double
get_top (Stage *stage)
{
  OutlayChartLayout *layout =
    outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (stage->chart));

  return outlay_chart_layout_get_value_y (layout, 10000);
}

/* The tools stand behind a key for each option. */
static guint
stage_n_keys (Stage *stage)
{
  return outlay_session_get_scenario (stage->session)->n_options;
}

static void
click_tool (Stage *stage,
            guint  position)
{
  GtkWidget *tool = find_widget (stage->present, GTK_TYPE_BUTTON,
                                 stage_n_keys (stage) + position);

  g_assert_true (gtk_widget_is_sensitive (tool));
  g_signal_emit_by_name (tool, "clicked");
  let_run ();
}

/* What the arrows and Escape do, a pointer does as well. */
static void
test_tools (Stage         *stage,
            gconstpointer  data)
{
  click_tool (stage, 1);
  click_tool (stage, 1);
  g_assert_cmpfloat (outlay_present_chart_get_revealed (stage->chart), ==, 3);
  check_caption (stage, "In February, Claude Opus 4.8 goes over the budget by $1,576");
  click_tool (stage, 0);
  g_assert_cmpfloat (outlay_present_chart_get_revealed (stage->chart), ==, 2);

  g_object_add_weak_pointer (G_OBJECT (stage->present), (gpointer *) &stage->present);
  click_tool (stage, 2);
  g_assert_null (stage->present);
}

/* Month after month, on one scale; the caption follows. */
static void
test_reveal (Stage         *stage,
             gconstpointer  data)
{
  double top = get_top (stage);

  g_assert_cmpfloat (outlay_present_chart_get_revealed (stage->chart), ==, 1);
  press (stage, GDK_KEY_Left, 0);
  g_assert_cmpfloat (outlay_present_chart_get_revealed (stage->chart), ==, 1);

  press (stage, GDK_KEY_Right, 0);
  press (stage, GDK_KEY_Page_Down, 0);
  g_assert_cmpfloat (outlay_present_chart_get_revealed (stage->chart), ==, 3);
  check_caption (stage, "In February, Claude Opus 4.8 goes over the budget by $1,576");
  g_assert_cmpfloat_with_epsilon (get_top (stage), top, 0.51);

  press (stage, GDK_KEY_space, 0);
  press (stage, GDK_KEY_Right, 0);
  check_caption (stage, "By April, Governed routing costs $21,440 less than Claude Opus 4.8");
  press (stage, GDK_KEY_End, 0);
  press (stage, GDK_KEY_Right, 0);
  g_assert_cmpfloat (outlay_present_chart_get_revealed (stage->chart), ==, 7);
  check_caption (stage, "By June, Governed routing costs $31,628 less than Claude Opus 4.8");
  g_assert_cmpfloat_with_epsilon (get_top (stage), top, 0.51);

  press (stage, GDK_KEY_Page_Up, 0);
  g_assert_cmpfloat (outlay_present_chart_get_revealed (stage->chart), ==, 6);
  press (stage, GDK_KEY_Home, 0);
  g_assert_cmpfloat (outlay_present_chart_get_revealed (stage->chart), ==, 1);
}

/* Right to left, months run so, too. */
static void
test_right_to_left (Stage         *stage,
                    gconstpointer  data)
{
  gtk_widget_set_direction (stage->present, GTK_TEXT_DIR_RTL);
  press (stage, GDK_KEY_Left, 0);
  g_assert_cmpfloat (outlay_present_chart_get_revealed (stage->chart), ==, 2);
  press (stage, GDK_KEY_Right, 0);
  g_assert_cmpfloat (outlay_present_chart_get_revealed (stage->chart), ==, 1);
}

/* Keys and buttons share the hidden options with the window. */
static void
test_toggle (Stage         *stage,
             gconstpointer  data)
{
  GtkWidget *keys = find_widget (stage->present, OUTLAY_TYPE_PRESENT_KEYS, 0);
  GtkWidget *third = find_widget (keys, GTK_TYPE_BUTTON, 2);

  press (stage, GDK_KEY_End, 0);
  press (stage, GDK_KEY_3, 0);
  g_assert_true (outlay_session_get_hidden (stage->session, "gpt"));
  check_caption (stage, "GPT-5.5 is set aside: $48,926 by June");
  gtk_test_accessible_assert_role (third, GTK_ACCESSIBLE_ROLE_CHECKBOX);
  gtk_test_accessible_assert_state (third, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);

  g_signal_emit_by_name (third, "clicked");
  let_run ();
  g_assert_false (outlay_session_get_hidden (stage->session, "gpt"));
  check_caption (stage, "By June, GPT-5.5 costs $15,095 less than Claude Opus 4.8");

  press (stage, GDK_KEY_9, 0);
  check_caption (stage, "By June, GPT-5.5 costs $15,095 less than Claude Opus 4.8");
  press (stage, GDK_KEY_KP_3, 0);
  g_assert_true (outlay_session_get_hidden (stage->session, "gpt"));
}

/* An edit taken back says what that does at the month revealed. */
static void
test_undo (Stage         *stage,
           gconstpointer  data)
{
  outlay_session_set_number (stage->session, "turns", 6, "Turns", NULL);
  wait_for_estimate (stage->session);
  press (stage, GDK_KEY_End, 0);
  press (stage, GDK_KEY_z, GDK_CONTROL_MASK);
  wait_for_estimate (stage->session);
  g_assert_cmpfloat (outlay_session_get_scenario (stage->session)->turns, ==, 5);
  gtk_test_accessible_assert_property (
    stage->chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    "June 2027: Claude Opus 4.8 $9,756, over the budget; GPT-5.5 $7,376; "
    "Claude Sonnet 4.6 $4,998; Governed routing $4,915; Claude Max 5x $4,063");
  press (stage, GDK_KEY_Z, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_cmpfloat (outlay_session_get_scenario (stage->session)->turns, ==, 6);
}

/* With animations the segment grows, and ends at the month. */
static void
test_animated (Stage         *stage,
               gconstpointer  data)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  set_animations (TRUE);
  press (stage, GDK_KEY_Right, 0);
  g_assert_cmpfloat (outlay_present_chart_get_revealed (stage->chart), <=, 2);
  while (outlay_present_chart_get_revealed (stage->chart) < 2)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
      g_assert_cmpint (g_get_monotonic_time (), <, end);
    }
  set_animations (FALSE);
}

/* A pointer that rests goes out of sight. */
static void
test_pointer (Stage         *stage,
              gconstpointer  data)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  GdkCursor *cursor;

  while ((cursor = gtk_widget_get_cursor (stage->present)) == NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
      g_assert_cmpint (g_get_monotonic_time (), <, end);
    }
  g_assert_cmpstr (gdk_cursor_get_name (cursor), ==, "none");
}

static void
use_months_that_are_over (Stage *stage)
{
  OutlayScenario *draft = outlay_scenario_copy (outlay_session_get_scenario (stage->session));

  draft->start = 2026 * 12;
  outlay_session_commit_edit (stage->session, draft, "Start", NULL);
  wait_for_estimate (stage->session);
}

static void
import_table (const char *text)
{
  g_autofree char *path = NULL;
  const char *paths[] = { NULL, NULL };
  gboolean is_there = FALSE;
  int handle = g_file_open_tmp ("outlay-present-XXXXXX.csv", &path, NULL);

  g_assert_cmpint (handle, >=, 0);
  g_close (handle, NULL);
  g_file_set_contents (path, text, -1, NULL);
  paths[0] = path;
  g_signal_connect_swapped (outlay_usage_months_get_default (), "changed",
                            G_CALLBACK (g_atomic_int_inc), &is_there);
  outlay_usage_store_import (outlay_usage_store_get_default (), paths, NULL);
  while (!is_there)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (outlay_usage_months_get_default (), &is_there);
  g_unlink (path);
}

/* What a month really came to is drawn, and told, once it is revealed. */
static void
test_used (Stage         *stage,
           gconstpointer  data)
{
  use_months_that_are_over (stage);
  import_table ("run,time,model,output,cost\n"
                "one,2026-01-12T09:00:00Z,claude-opus-4-8,100,1234\n");
  gtk_test_accessible_assert_property (
    stage->chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    "January 2026: Claude Opus 4.8 $4,084; GPT-5.5 $3,150; Claude Sonnet 4.6 $2,119; "
    "Governed routing $2,064; Claude Max 5x $1,467\nUsed, at list price: $1,234");
  press (stage, GDK_KEY_Right, 0);
  gtk_test_accessible_assert_property (
    stage->chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    "February 2026: Claude Opus 4.8 $5,485; GPT-5.5 $4,227; Claude Sonnet 4.6 $2,844; "
    "Governed routing $2,770; Claude Max 5x $2,016");
}

static void
test_end (Stage         *stage,
          gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (stage->present), (gpointer *) &stage->present);
  press (stage, GDK_KEY_Escape, 0);
  g_assert_null (stage->present);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *ledger = g_strdup_printf ("%s/outlay-present-%d.sqlite", g_get_tmp_dir (),
                                             (int) getpid ());
  int result;

  /* A ledger of its own, not the user's. */
  g_setenv ("OUTLAY_STORE", ledger, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

#define add(name, test) g_test_add ("/app/present/" name, Stage, NULL, set_up, test, tear_down)
  add ("reveal", test_reveal);
  add ("tools", test_tools);
  add ("right-to-left", test_right_to_left);
  add ("toggle", test_toggle);
  add ("undo", test_undo);
  add ("animated", test_animated);
  add ("pointer", test_pointer);
  add ("end", test_end);
  add ("used", test_used);
#undef add

  result = g_test_run ();
  g_unlink (ledger);

  return result;
}
