/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dial.h"
#include "dial-finder.h"
#include "factor-choice.h"
#include "mix-border.h"
#include "mix-editor.h"
#include "mix-edits.h"
#include "more-panel.h"
#include "option-row.h"
#include "options-panel.h"
#include "pane-test.h"
#include "people-panel.h"
#include "refusals.h"
#include "role-row.h"
#include "work-panel.h"

#include <adwaita.h>
#include <locale.h>
#include <math.h>

typedef struct
{
  OutlaySession *session;
  GtkWidget     *panel;
  GtkWidget     *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  type)
{
  fixture->session = open_example ("forty-people");
  fixture->panel = g_object_new (((GType (*) (void)) type) (), "session", fixture->session, NULL);
  fixture->window = show_in_window (fixture->panel);
}

/* A panel that is closed leaves nothing behind. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  type)
{
  g_object_ref (fixture->panel);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  let_run ();
  g_assert_finalize_object (fixture->panel);
  g_assert_finalize_object (fixture->session);
}

static OutlayScenario *
get_scenario (Fixture *fixture)
{
  return outlay_session_get_scenario (fixture->session);
}

static GtkWidget *
find (Fixture *fixture,
      GType    type,
      guint    position)
{
  return find_widget (fixture->panel, type, position);
}

/* The label of a CSS class below @root, or NULL. */
static GtkWidget *
find_label (GtkWidget  *root,
            const char *css_class)
{
  GtkWidget *label;

  for (guint i = 0; (label = find_widget (root, GTK_TYPE_WIDGET, i)) != NULL; i++)
    if (gtk_widget_has_css_class (label, css_class))
      return label;

  return NULL;
}

/* Options */

static void
assert_rows (Fixture    *fixture,
             const char *expected)
{
  GString *ids = g_string_new (NULL);
  GtkWidget *row;

  for (guint i = 0; (row = find (fixture, OUTLAY_TYPE_OPTION_ROW, i)) != NULL; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            outlay_option_row_get_id (OUTLAY_OPTION_ROW (row)));
  g_assert_cmpstr (ids->str, ==, expected);
  g_string_free (ids, TRUE);
}

static void
assert_total (GtkWidget  *row,
              const char *expected)
{
  g_autofree char *words = get_words (find_label (row, "option-total"));

  g_assert_cmpstr (words, ==, expected);
}

static void
test_options_totals (Fixture       *fixture,
                     gconstpointer  type)
{
  GtkWidget *row = find (fixture, OUTLAY_TYPE_OPTION_ROW, 0);

  assert_rows (fixture, "opus sonnet gpt governed max");
  assert_total (row, "$64,020");

  /* Another figure, but the same row. */
  outlay_session_set_number (fixture->session, "turns", 6, "Turns", NULL);
  wait_for_estimate (fixture->session);
  g_assert_true (find (fixture, OUTLAY_TYPE_OPTION_ROW, 0) == row);
  assert_total (row, "$78,157");
}

static void
test_options_move (Fixture       *fixture,
                   gconstpointer  type)
{
  GtkWidget *row = find (fixture, OUTLAY_TYPE_OPTION_ROW, 0);

  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, "option.down", NULL);
  assert_rows (fixture, "sonnet opus gpt governed max");
  g_assert_true (find (fixture, OUTLAY_TYPE_OPTION_ROW, 1) == row);
  g_assert_true (gtk_widget_has_focus (row));
  g_assert_cmpstr (outlay_session_get_undo_name (fixture->session), ==, "Move Claude Opus 4.8");

  gtk_widget_activate_action (row, "option.up", NULL);
  gtk_widget_activate_action (row, "option.up", NULL);
  assert_rows (fixture, "opus sonnet gpt governed max");
}

static void
test_options_remove (Fixture       *fixture,
                     gconstpointer  type)
{
  gtk_widget_activate_action (find (fixture, OUTLAY_TYPE_OPTION_ROW, 1), "option.remove", NULL);
  assert_rows (fixture, "opus gpt governed max");
  outlay_session_undo (fixture->session);
  assert_rows (fixture, "opus sonnet gpt governed max");
}

static void
test_options_view (Fixture       *fixture,
                   gconstpointer  type)
{
  GtkWidget *row = find (fixture, OUTLAY_TYPE_OPTION_ROW, 2);

  gtk_widget_activate (row);
  g_assert_cmpstr (outlay_session_get_focus (fixture->session), ==, "gpt");
  g_assert_true (gtk_widget_has_css_class (row, "in-focus"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);

  gtk_widget_activate_action (row, "option.hide", NULL);
  g_assert_true (outlay_session_get_hidden (fixture->session, "gpt"));
  g_assert_true (gtk_widget_has_css_class (row, "is-hidden"));
  gtk_widget_activate_action (row, "option.hide", NULL);
  g_assert_false (gtk_widget_has_css_class (row, "is-hidden"));
}

static void
test_options_refused (Fixture       *fixture,
                      gconstpointer  type)
{
  OutlayScenario *draft = outlay_session_begin_edit (fixture->session);
  g_autofree char *refusal = NULL;

  draft->prices.plans[0].max_seats = 25;
  outlay_session_commit_edit (fixture->session, draft, "Seats", NULL);
  wait_for_estimate (fixture->session);

  refusal = outlay_refusal_describe (&outlay_session_get_estimate (fixture->session)->options[4]);
  g_assert_nonnull (refusal);
  g_assert_true (has_label (find (fixture, OUTLAY_TYPE_OPTION_ROW, 4), refusal));
  g_assert_true (has_label (find (fixture, OUTLAY_TYPE_OPTION_ROW, 0), "$64,020"));
}

/* People */

static void
test_people (Fixture       *fixture,
             gconstpointer  type)
{
  GtkWidget *row = find (fixture, OUTLAY_TYPE_ROLE_ROW, 1);
  GtkWidget *people = find_widget (row, GTK_TYPE_SPIN_BUTTON, 0);

  gtk_editable_set_text (GTK_EDITABLE (people), "21");
  g_assert_cmpfloat (get_number (fixture->session, "team[1].people"), ==, 21);
  g_assert_cmpstr (outlay_session_get_undo_name (fixture->session), ==, "People of Product");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_widget (row, GTK_TYPE_DROP_DOWN, 0)),
                              OUTLAY_LEVEL_EXPERT);
  g_assert_cmpint (get_scenario (fixture)->team[1].expertise, ==, OUTLAY_LEVEL_EXPERT);
  outlay_session_undo (fixture->session);
  g_assert_cmpint (gtk_drop_down_get_selected (GTK_DROP_DOWN (find_widget (row,
                                                                           GTK_TYPE_DROP_DOWN,
                                                                           0))),
                   ==, OUTLAY_LEVEL_INTERMEDIATE);
}

static void
test_people_add_and_remove (Fixture       *fixture,
                            gconstpointer  type)
{
  GtkWidget *row;

  gtk_widget_activate_action (fixture->panel, "people.add", NULL);
  g_assert_cmpuint (get_scenario (fixture)->n_team, ==, 4);
  row = find (fixture, OUTLAY_TYPE_ROLE_ROW, 3);
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (find_widget (row, GTK_TYPE_ENTRY, 0)), "Support");
  g_assert_cmpstr (get_scenario (fixture)->team[3].name, ==, "Support");

  /* The row of the first role goes; the others show who they are for. */
  g_signal_emit_by_name (find (fixture, OUTLAY_TYPE_ROLE_ROW, 0), "remove");
  g_assert_cmpuint (get_scenario (fixture)->n_team, ==, 3);
  g_assert_true (has_label (find (fixture, OUTLAY_TYPE_ROLE_ROW, 0), "Product"));
  g_assert_true (find (fixture, OUTLAY_TYPE_ROLE_ROW, 2) == row);
  outlay_session_undo (fixture->session);
  g_assert_true (has_label (find (fixture, OUTLAY_TYPE_ROLE_ROW, 0), "Platform"));
}

static void
test_people_occupation (Fixture       *fixture,
                        gconstpointer  type)
{
  GtkWidget *row = find (fixture, OUTLAY_TYPE_ROLE_ROW, 0);
  GtkDropDown *menu = GTK_DROP_DOWN (find_widget (row, GTK_TYPE_DROP_DOWN, 1));

  gtk_drop_down_set_selected (menu, 4);
  g_assert_cmpstr (get_scenario (fixture)->team[0].occupation, ==, "editors");
  g_assert_cmpfloat (get_number (fixture->session, "team[0].hourly_wage"), ==, 37);
  gtk_drop_down_set_selected (menu, 0);
  g_assert_null (get_scenario (fixture)->team[0].occupation);
  g_assert_cmpfloat (get_number (fixture->session, "team[0].hourly_wage"), ==, 37);
}

/* Work */

static void
test_levels (Fixture       *fixture,
             gconstpointer  type)
{
  g_assert_true (has_label (fixture->panel, "Novice 7 → 4.5"));
  g_assert_true (has_label (fixture->panel, "Intermediate 5 → 3.3"));
  g_assert_true (has_label (fixture->panel, "Expert 3 → 2.5"));

  outlay_session_set_number (fixture->session, "turns", 1, "Turns", NULL);
  g_assert_true (has_label (fixture->panel, "Novice 1.4 → 1"));
  g_assert_true (has_label (fixture->panel, "Expert 1 → 1"));
}

static double
sum_mix (Fixture     *fixture,
         OutlayMixEnd end)
{
  OutlayScenario *scenario = get_scenario (fixture);
  double sum = 0;

  for (guint i = 0; i < scenario->n_tasks; i++)
    sum += end == OUTLAY_MIX_START ? scenario->tasks[i].share.start
                                   : scenario->tasks[i].share.end;

  return sum;
}

static void
test_mix_border (Fixture       *fixture,
                 gconstpointer  type)
{
  GtkWidget *border = find (fixture, OUTLAY_TYPE_MIX_BORDER, 0);
  const char *percent = "34\xc2\xa0%";

  g_signal_emit_by_name (border, "stepped", 0.01);
  g_assert_cmpfloat_with_epsilon (get_number (fixture->session, "tasks[0].share[0]"), 0.34, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_number (fixture->session, "tasks[1].share[0]"), 0.29, 1e-9);
  g_assert_cmpfloat_with_epsilon (sum_mix (fixture, OUTLAY_MIX_START), 1, 1e-12);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (border),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, percent);

  /* Steps that follow one another are one edit. */
  g_signal_emit_by_name (border, "stepped", 0.01);
  outlay_session_undo (fixture->session);
  g_assert_cmpfloat (get_number (fixture->session, "tasks[0].share[0]"), ==, 0.33);
}

static void
test_mix_typed (Fixture       *fixture,
                gconstpointer  type)
{
  GtkWidget *editor = find (fixture, OUTLAY_TYPE_MIX_EDITOR, 0);
  GtkWidget *fix;
  GtkWidget *lock;

  outlay_mix_editor_set_unfolded (OUTLAY_MIX_EDITOR (editor), TRUE);
  fix = find_widget (editor, GTK_TYPE_SPIN_BUTTON, 0);
  lock = find_widget (editor, GTK_TYPE_TOGGLE_BUTTON, 1);

  /* Building is locked at 30: fixing can have 70 at most. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (lock), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (fix), "71");
  g_assert_cmpfloat (get_number (fixture->session, "tasks[0].share[0]"), ==, 0.33);
  g_assert_true (has_label (editor, "Fix and debug, Start, in percent: a number from 0 to 70"));

  gtk_editable_set_text (GTK_EDITABLE (fix), "50");
  g_assert_cmpfloat (get_number (fixture->session, "tasks[0].share[0]"), ==, 0.5);
  g_assert_cmpfloat (get_number (fixture->session, "tasks[1].share[0]"), ==, 0.3);
  g_assert_cmpfloat_with_epsilon (sum_mix (fixture, OUTLAY_MIX_START), 1, 1e-12);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fix)), ==, "50");
}

/* The rest */

static void
test_more (Fixture       *fixture,
           gconstpointer  type)
{
  GtkDropDown *curve = GTK_DROP_DOWN (find (fixture, GTK_TYPE_DROP_DOWN, 0));
  GtkDropDown *shape = GTK_DROP_DOWN (find (fixture, GTK_TYPE_DROP_DOWN, 1));

  g_assert_true (has_label (fixture->panel, "logistic, 7 months"));
  gtk_drop_down_set_selected (curve, OUTLAY_LEARNING_FLAT);
  g_assert_cmpint (get_scenario (fixture)->learning.curve, ==, OUTLAY_LEARNING_FLAT);
  g_assert_true (has_label (fixture->panel, "no learning"));

  /* To months by hand and back: the same people. */
  gtk_drop_down_set_selected (shape, OUTLAY_ADOPTION_CUSTOM);
  g_assert_cmpuint (get_scenario (fixture)->adoption.n_shares, ==, 4);
  g_assert_cmpfloat (get_scenario (fixture)->adoption.shares[0], ==, 0.3);
  gtk_drop_down_set_selected (shape, OUTLAY_ADOPTION_LOGISTIC);
  g_assert_cmpfloat (get_number (fixture->session, "adoption.from"), ==, 0.3);
  g_assert_cmpfloat (get_number (fixture->session, "adoption.to"), ==, 0.85);
  g_assert_cmpfloat (get_number (fixture->session, "adoption.months"), ==, 4);
}

static void
test_more_shares_never_fall (Fixture       *fixture,
                             gconstpointer  type)
{
  OutlayDial *from;
  GtkWidget *spin;

  g_assert_true (outlay_show_dial (fixture->panel, "adoption.from"));
  from = OUTLAY_DIAL (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                               OUTLAY_TYPE_DIAL));
  spin = find_widget (GTK_WIDGET (from), GTK_TYPE_SPIN_BUTTON, 0);
  gtk_editable_set_text (GTK_EDITABLE (spin), "90");
  g_assert_cmpstr (outlay_dial_get_problem (from), ==, "Active at first: a number from 0 to 85");
  g_assert_cmpfloat (get_number (fixture->session, "adoption.from"), ==, 0.3);
  g_assert_false (outlay_show_dial (fixture->panel, "no.such.dial"));
}

/* A dial's change must leave most of a frame to the chart. */
static void
test_change_is_quick (void)
{
  g_autoptr (OutlaySession) session = open_example ("forty-people");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GType types[] = { OUTLAY_TYPE_OPTIONS_PANEL, OUTLAY_TYPE_PEOPLE_PANEL,
                    OUTLAY_TYPE_WORK_PANEL, OUTLAY_TYPE_MORE_PANEL };
  GtkWidget *window;
  double best = HUGE_VAL;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_box_append (GTK_BOX (box), g_object_new (types[i], "session", session, NULL));
  window = show_in_window (box);

  for (guint i = 0; i < 10; i++)
    {
      g_test_timer_start ();
      outlay_session_set_number (session, "turns", 6 + i % 2 * 0.5, "Turns", NULL);
      best = MIN (best, g_test_timer_elapsed ());
    }
  g_test_minimized_result (best, "a change takes %.1f ms", best * 1000);
  if (g_test_perf ())
    g_assert_cmpfloat (best, <, 0.008);

  gtk_window_destroy (GTK_WINDOW (window));
  let_run ();
}

#define ADD(name, type, function) \
  g_test_add ("/app/panels/" name, Fixture, type, set_up, function, tear_down)
#define OPTIONS ((gconstpointer) outlay_options_panel_get_type)
#define PEOPLE ((gconstpointer) outlay_people_panel_get_type)
#define WORK ((gconstpointer) outlay_work_panel_get_type)
#define MORE ((gconstpointer) outlay_more_panel_get_type)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  ADD ("options/totals", OPTIONS, test_options_totals);
  ADD ("options/move", OPTIONS, test_options_move);
  ADD ("options/remove", OPTIONS, test_options_remove);
  ADD ("options/view", OPTIONS, test_options_view);
  ADD ("options/refused", OPTIONS, test_options_refused);
  ADD ("people/edit", PEOPLE, test_people);
  ADD ("people/add-and-remove", PEOPLE, test_people_add_and_remove);
  ADD ("people/occupation", PEOPLE, test_people_occupation);
  ADD ("work/levels", WORK, test_levels);
  ADD ("work/mix/border", WORK, test_mix_border);
  ADD ("work/mix/typed", WORK, test_mix_typed);
  ADD ("more/curves", MORE, test_more);
  ADD ("more/limits", MORE, test_more_shares_never_fall);
  g_test_add_func ("/app/panels/quick", test_change_is_quick);

  return g_test_run ();
}
