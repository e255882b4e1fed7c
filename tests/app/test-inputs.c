/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every input of the one table is turned by something in the pane. */
#include "checks.h"
#include "dial-finder.h"
#include "dial-set.h"
#include "dial.h"
#include "fold-row.h"
#include "input-default.h"
#include "more-panel.h"
#include "pane-test.h"
#include "paths.h"
#include "people-panel.h"
#include "scenario-edits.h"
#include "work-panel.h"

#include <adwaita.h>
#include <locale.h>
#include <math.h>
#include <string.h>

/* Inputs that no dial turns, and why. What has an editor is proved by that
 * editor's own test. */
static const struct
{
  const char *path;
  const char *reason;
} exceptions[] = {
  { "outlay", "the version of the format is the program's" },
  { "start", "a menu of months and a field for the year, in /app/inputs/start-and-currency" },
  { "currency.code", "an entry that knows what a code looks like, in /app/inputs/start-and-currency" },
  { "team[].name", "the row's own entry, in /app/panels/people/add-and-remove" },
  { "team[].expertise", "the row's own menu, in /app/panels/people/edit" },
  { "team[].occupation", "a menu that suggests a wage, in /app/panels/people/occupation" },
  { "team[].mix", "the role's own mix editor, in /app/panels/work/mix" },
  { "tasks[].id", "names a kind of task in files and rules; people see its name" },
  { "tasks[].share", "the mix editor, in /app/panels/work/mix" },
  { "learning.curve", "a menu beside its curve, in /app/panels/more/curves" },
  { "adoption.shape", "a menu that carries the shares over, in /app/panels/more/curves" },
  { "options", "the dialog of an option and the routing editor, in /app/panels/dialog" },
  { "prices", "cards of the catalogue that the options use, copied with them" },
};

/* As GTK counts them: 1024ths of a dot an inch. */
#define NORMAL_DPI (96 * 1024)

typedef struct
{
  OutlaySession *session;
  GtkWidget     *pane;
  GtkWidget     *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GType types[] = { OUTLAY_TYPE_PEOPLE_PANEL, OUTLAY_TYPE_WORK_PANEL, OUTLAY_TYPE_MORE_PANEL };
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->session = open_example ("forty-people");
  fixture->pane = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_box_append (GTK_BOX (fixture->pane),
                    g_object_new (types[i], "session", fixture->session, NULL));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), fixture->pane);
  fixture->window = show_in_window (scroller);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  let_run ();
  g_assert_finalize_object (fixture->session);
}

static gboolean
is_exception (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    if (g_str_equal (exceptions[i].path, path))
      return TRUE;

  return FALSE;
}

/* The dial of @path, which must have the keyboard. */
static GtkWidget *
get_focused_dial (Fixture    *fixture,
                  const char *path)
{
  GtkWidget *widget = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  while (widget != NULL && g_strcmp0 (outlay_dial_path (widget), path) != 0)
    widget = gtk_widget_get_parent (widget);
  if (widget == NULL)
    g_error ("%s has not the keyboard", path);

  return widget;
}

/* Types another number that is allowed into each field below @dial, and asks the
 * scenario for it. */
static void
turn_numbers (Fixture    *fixture,
              GtkWidget  *dial,
              const char *path,
              guint       n_numbers)
{
  for (guint i = 0; i < n_numbers; i++)
    {
      g_autofree char *place = n_numbers > 1 ? g_strdup_printf ("%s[%u]", path, i)
                                             : g_strdup (path);
      GtkWidget *spin = find_widget (dial, GTK_TYPE_SPIN_BUTTON, i);
      double before = get_number (fixture->session, place);
      double after;

      /* Down where there is room, else up. */
      gtk_spin_button_spin (GTK_SPIN_BUTTON (spin), GTK_SPIN_STEP_BACKWARD, 0);
      if (get_number (fixture->session, place) == before)
        gtk_spin_button_spin (GTK_SPIN_BUTTON (spin), GTK_SPIN_STEP_FORWARD, 0);
      after = get_number (fixture->session, place);
      if (after == before)
        g_error ("%s stays %g", place, before);
    }
}

static void
turn (Fixture           *fixture,
      const char        *path,
      const OutlayInput *input)
{
  g_autoptr (OutlayScenario) before =
    outlay_scenario_ref (outlay_session_get_scenario (fixture->session));
  GtkWidget *dial;
  GtkWidget *control;

  if (!outlay_show_dial (fixture->pane, path))
    g_error ("No dial for %s", path);
  dial = get_focused_dial (fixture, path);

  if (OUTLAY_IS_DIAL_SET (dial))
    turn_numbers (fixture, dial, path, input->type == OUTLAY_INPUT_PAIR ? 2 : 3);
  else if (OUTLAY_IS_DIAL (dial) && (input->flags & OUTLAY_INPUT_NULLABLE) != 0 &&
           isnan (get_number (fixture->session, path)))
    gtk_switch_set_active (GTK_SWITCH (find_widget (dial, GTK_TYPE_SWITCH, 0)), TRUE);
  else if (OUTLAY_IS_DIAL (dial))
    turn_numbers (fixture, dial, path, 1);
  else if ((control = find_widget (dial, GTK_TYPE_SWITCH, 0)) != NULL)
    gtk_switch_set_active (GTK_SWITCH (control), !gtk_switch_get_active (GTK_SWITCH (control)));
  else if ((control = find_widget (dial, GTK_TYPE_DROP_DOWN, 0)) != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (control),
                                1 - gtk_drop_down_get_selected (GTK_DROP_DOWN (control)));
  else
    gtk_editable_set_text (GTK_EDITABLE (find_widget (dial, GTK_TYPE_ENTRY, 0)), "Another");

  if (outlay_scenario_equal (before, outlay_session_get_scenario (fixture->session)))
    g_error ("%s turns nothing", path);
  outlay_session_end_gesture (fixture->session);
  while (outlay_session_undo (fixture->session));
  g_assert_true (outlay_scenario_equal (before,
                                        outlay_session_get_scenario (fixture->session)));
}

/* @general has empty brackets, @path those of the first entry. */
static guint
walk (Fixture                *fixture,
      const OutlayInputTable *table,
      const char             *general,
      const char             *path)
{
  guint n_dials = 0;

  for (guint i = 0; i < table->n_inputs; i++)
    {
      const OutlayInput *input = &table->inputs[i];
      const char *dot = *path != '\0' ? "." : "";
      gboolean is_list = input->type == OUTLAY_INPUT_LIST;
      g_autofree char *name = g_strconcat (general, dot, input->key, NULL);
      g_autofree char *here = g_strconcat (path, dot, input->key, NULL);
      g_autofree char *entries = g_strconcat (name, "[]", NULL);
      g_autofree char *entry = g_strconcat (here, "[0]", NULL);

      if (is_exception (name))
        continue;
      if (is_list)
        n_dials += walk (fixture, input->table, entries, entry);
      else if (input->type == OUTLAY_INPUT_OBJECT)
        n_dials += walk (fixture, input->table, name, here);
      else if (input->type == OUTLAY_INPUT_NUMBERS)
        continue;
      else
        {
          turn (fixture, here, input);
          n_dials++;
        }
    }

  return n_dials;
}

static void
test_every_input (Fixture       *fixture,
                  gconstpointer  data)
{
  /* So that none may vanish from the table unseen. */
  g_assert_cmpuint (walk (fixture, &outlay_scenario_inputs, "", ""), >=, 60);
}

static void
test_exceptions_are_inputs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    g_assert_nonnull (outlay_input_find (exceptions[i].path));
}

/* The months of an adoption of one's own. */
static void
test_shares (Fixture       *fixture,
             gconstpointer  data)
{
  OutlayScenario *draft = outlay_session_begin_edit (fixture->session);
  GtkWidget *spin;

  draft->adoption.shape = OUTLAY_ADOPTION_CUSTOM;
  draft->adoption.n_shares = 3;
  draft->adoption.shares = outlay_pool_alloc0 (draft->pool, 3, sizeof (double));
  draft->adoption.shares[1] = 0.5;
  draft->adoption.shares[2] = 0.8;
  outlay_session_commit_edit (fixture->session, draft, "Adoption", NULL);
  let_run ();

  g_assert_true (outlay_show_dial (fixture->pane, "adoption.shares[1]"));
  spin = find_widget (get_focused_dial (fixture, "adoption.shares[1]"), GTK_TYPE_SPIN_BUTTON, 0);
  gtk_editable_set_text (GTK_EDITABLE (spin), "60");
  g_assert_cmpfloat (get_number (fixture->session, "adoption.shares[1]"), ==, 0.6);
  gtk_editable_set_text (GTK_EDITABLE (spin), "90");
  g_assert_cmpstr (outlay_dial_get_problem (OUTLAY_DIAL (get_focused_dial (fixture, "adoption.shares[1]"))), ==,
                   "Month 2, in percent: a number from 0 to 80");

  g_assert_false (outlay_show_dial (fixture->pane, "adoption.shares[3]"));
}

/* What has an accessible name, of a type, or NULL. */
static GtkWidget *
find_named (Fixture    *fixture,
            GType       type,
            const char *name)
{
  GtkWidget *widget;

  for (guint i = 0; (widget = find_widget (fixture->pane, type, i)) != NULL; i++)
    {
      g_autofree char *problem =
        gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                            GTK_ACCESSIBLE_PROPERTY_LABEL, name);

      if (problem == NULL)
        return widget;
    }

  return NULL;
}

static gboolean
tells_rate (Fixture *fixture)
{
  GtkWidget *label;

  for (guint i = 0; (label = find_widget (fixture->pane, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)),
                     "1 EUR per US dollar: set the rate"))
      return gtk_widget_get_visible (gtk_widget_get_parent (label));

  return FALSE;
}

static void
test_start_and_currency (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *year = find_named (fixture, GTK_TYPE_SPIN_BUTTON, "Year");
  GtkWidget *currency = find_named (fixture, GTK_TYPE_ENTRY, "Currency");
  GtkWidget *month = gtk_widget_get_first_child (gtk_widget_get_parent (
                       gtk_widget_get_parent (year)));
  GtkWidget *rate;

  gtk_editable_set_text (GTK_EDITABLE (year), "2028");
  g_assert_true (outlay_show_dial (fixture->pane, "budget"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (month), 4);
  g_assert_cmpint (outlay_session_get_scenario (fixture->session)->start, ==, 2028 * 12 + 4);

  gtk_editable_set_text (GTK_EDITABLE (currency), "E4");
  g_assert_cmpstr (outlay_session_get_scenario (fixture->session)->currency.code, ==, "USD");
  gtk_editable_set_text (GTK_EDITABLE (currency), "eur");
  g_assert_cmpstr (outlay_session_get_scenario (fixture->session)->currency.code, ==, "EUR");

  /* Dollars under another name, until the rate is set: Enter leads to it. */
  g_assert_true (tells_rate (fixture));
  g_signal_emit_by_name (currency, "activate");
  rate = find_widget (get_focused_dial (fixture, "currency.rate"), GTK_TYPE_SPIN_BUTTON, 0);
  gtk_editable_set_text (GTK_EDITABLE (rate), "0.86");
  g_assert_false (tells_rate (fixture));
}

/* The dials of any kind of task, not only of the one that is shown. */
static void
test_other_kinds (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *spin;

  g_assert_true (outlay_show_dial (fixture->pane, "tasks[4].output"));
  spin = find_widget (get_focused_dial (fixture, "tasks[4].output"), GTK_TYPE_SPIN_BUTTON, 0);
  gtk_editable_set_text (GTK_EDITABLE (spin), "1234");
  g_assert_cmpfloat (get_number (fixture->session, "tasks[4].output"), ==, 1234);
  g_assert_cmpstr (outlay_session_get_undo_name (fixture->session), ==,
                   "Output of Analyse data");
}

/* Nothing is wrong with the scenario as a whole. */
static void
assert_valid (OutlaySession *session)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("scenario");

  outlay_check_scenario (outlay_session_get_scenario (session), outlay_catalogue_get_default (),
                         problems);
  g_assert_cmpuint (outlay_problems_get_n_total (problems), ==, 0);
}

static void
test_kinds_come_and_go (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (OutlayScenario) before =
    outlay_scenario_ref (outlay_session_get_scenario (fixture->session));
  GtkWidget *add = find_named (fixture, GTK_TYPE_BUTTON, "Add a task kind like this one");
  GtkWidget *remove = find_named (fixture, GTK_TYPE_BUTTON, "Remove this task kind");
  OutlayScenario *draft = outlay_session_begin_edit (fixture->session);
  OutlayScenario *scenario;
  double sum = 0;

  outlay_draft_set_own_mix (draft, 0, TRUE);
  outlay_session_commit_edit (fixture->session, draft, "Own mix", NULL);
  g_assert_true (outlay_show_dial (fixture->pane, "tasks[1].name"));
  g_signal_emit_by_name (add, "clicked");
  scenario = outlay_session_get_scenario (fixture->session);
  assert_valid (fixture->session);
  g_assert_cmpuint (scenario->n_tasks, ==, before->n_tasks + 1);
  g_assert_cmpstr (scenario->tasks[7].name, ==, "Build and test (copy)");
  g_assert_cmpfloat (scenario->tasks[7].output, ==, scenario->tasks[1].output);
  g_assert_cmpfloat (scenario->tasks[7].share.start, ==, 0);

  /* The copy is shown, and is the one that goes. */
  g_assert_true (outlay_show_dial (fixture->pane, "tasks[7].output"));
  g_signal_emit_by_name (remove, "clicked");
  assert_valid (fixture->session);
  g_assert_cmpuint (outlay_session_get_scenario (fixture->session)->n_tasks, ==, 7);

  /* The others take over the share of the one that goes. */
  g_assert_true (outlay_show_dial (fixture->pane, "tasks[0].output"));
  g_signal_emit_by_name (remove, "clicked");
  assert_valid (fixture->session);
  scenario = outlay_session_get_scenario (fixture->session);
  g_assert_cmpstr (scenario->tasks[0].id, ==, "build");
  g_assert_cmpfloat_with_epsilon (scenario->tasks[0].share.start, 0.3 / 0.67, 1e-12);
  g_assert_cmpfloat_with_epsilon (scenario->team[0].mix[0].start, 0.3 / 0.67, 1e-12);
  for (guint i = 0; i < scenario->n_tasks; i++)
    sum += scenario->tasks[i].share.end;
  g_assert_cmpfloat_with_epsilon (sum, 1, 1e-12);

  while (outlay_session_undo (fixture->session));
  g_assert_true (outlay_scenario_equal (before,
                                        outlay_session_get_scenario (fixture->session)));
}

/* What is folded is not made before somebody looks. */
static void
test_on_demand (Fixture       *fixture,
                gconstpointer  data)
{
  guint n_sets = 0;

  for (guint i = 0; find_widget (fixture->pane, OUTLAY_TYPE_DIAL_SET, i) != NULL; i++)
    n_sets++;
  g_assert_cmpuint (n_sets, ==, 0);

  g_assert_true (outlay_show_dial (fixture->pane, "uncertainty.turns"));
  g_assert_nonnull (find_widget (fixture->pane, OUTLAY_TYPE_DIAL_SET, OUTLAY_N_FACTORS - 1));
  g_assert_null (find_widget (fixture->pane, OUTLAY_TYPE_DIAL_SET, OUTLAY_N_FACTORS));
}

static gboolean
reset (OutlaySession *session,
       const char    *path)
{
  g_autoptr (OutlayScenario) draft = outlay_session_begin_edit (session);

  g_assert_true (outlay_input_is_changed (draft, path));
  if (!outlay_draft_reset_input (draft, path))
    return FALSE;

  g_assert_false (outlay_input_is_changed (draft, path));
  outlay_session_commit_edit (session, g_steal_pointer (&draft), "Reset", NULL);

  return TRUE;
}

/* More than plain numbers go back to their default. */
static void
test_defaults (Fixture       *fixture,
               gconstpointer  data)
{
  OutlaySession *session = fixture->session;
  OutlayScenario *draft = outlay_session_begin_edit (session);

  draft->expertise[OUTLAY_LEVEL_NOVICE].turns.end = 2;
  draft->uncertainty[OUTLAY_FACTOR_TURNS].high = 3;
  draft->learning.curve = OUTLAY_LEARNING_FLAT;
  draft->wage_effect.enabled = TRUE;
  draft->tasks[2].output = 1;
  draft->tasks[0].share.start += 0.1;
  draft->tasks[1].share.start -= 0.1;
  outlay_session_commit_edit (session, draft, "Everything", NULL);

  g_assert_true (reset (session, "expertise.novice.turns"));
  g_assert_true (reset (session, "uncertainty.turns"));
  g_assert_true (reset (session, "learning.curve"));
  g_assert_true (reset (session, "wage_effect.enabled"));
  g_assert_true (reset (session, "tasks[2].output"));

  /* One share alone would leave a mix that does not add up. */
  g_assert_false (reset (session, "tasks[0].share"));
  g_assert_true (reset (session, "tasks[].share"));
  g_assert_cmpfloat (get_number (session, "tasks[0].share[0]"), ==, 0.33);
  g_assert_cmpfloat (get_number (session, "expertise.novice.turns[1]"), ==, 0.9);
  g_assert_cmpfloat (get_number (session, "tasks[2].output"), ==, 350);

  /* The people of an example are nobody's default. */
  g_assert_false (outlay_input_is_changed (outlay_session_get_scenario (session),
                                           "team[0].people"));
}

static void
assert_told (GtkWidget *widget)
{
  if (GTK_IS_SPIN_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget) ||
      GTK_IS_ENTRY (widget) || GTK_IS_MENU_BUTTON (widget))
    for (GtkWidget *above = gtk_widget_get_parent (widget); above != NULL; above = gtk_widget_get_parent (above))
      {
        GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (above));

        if (role == GTK_ACCESSIBLE_ROLE_PRESENTATION || role == GTK_ACCESSIBLE_ROLE_NONE)
          g_error ("%s hides a %s", G_OBJECT_TYPE_NAME (above), G_OBJECT_TYPE_NAME (widget));
      }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_told (child);
}

/* What stands below a widget that is presentation only is told to nobody. */
static void
test_nothing_is_hidden (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *row;

  for (guint i = 0; (row = find_widget (fixture->pane, OUTLAY_TYPE_FOLD_ROW, i)) != NULL; i++)
    g_object_set (row, "unfolded", TRUE, NULL);
  let_run ();
  assert_told (fixture->pane);
}

/* By hand: the button beside the name, and in it the one that resets. */
static void
test_reset_button (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *evidence;
  GtkWidget *button;

  outlay_session_set_number (fixture->session, "uncertainty.turns[2]", 3, "Turns", NULL);
  g_assert_true (outlay_show_dial (fixture->pane, "uncertainty.turns"));
  evidence = find_widget (get_focused_dial (fixture, "uncertainty.turns"), GTK_TYPE_MENU_BUTTON,
                          0);
  gtk_menu_button_popup (GTK_MENU_BUTTON (evidence));
  let_run ();
  button = find_widget (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (evidence))),
                        GTK_TYPE_BUTTON, 0);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpfloat (get_number (fixture->session, "uncertainty.turns[2]"), ==, 1.8);
  g_assert_cmpstr (outlay_session_get_undo_name (fixture->session), ==, "Reset Turns");
  let_run ();
}

/* The pane is 360 wide, less its padding. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *row;
  int dpi;
  int least;

  for (guint i = 0; (row = find_widget (fixture->pane, OUTLAY_TYPE_FOLD_ROW, i)) != NULL; i++)
    g_object_set (row, "unfolded", TRUE, NULL);
  let_run ();
  gtk_widget_measure (fixture->pane, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_test_message ("the pane is at least %d wide", least);
  g_assert_cmpint (least, <=, 336);

  /* Large type must not push it over a screen of 1280. */
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * NORMAL_DPI, NULL);
  let_run ();
  gtk_widget_measure (fixture->pane, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  g_test_message ("with type of 200 %% the pane is at least %d wide", least);
  g_assert_cmpint (least, <=, 400);
}

#define ADD(name, function) \
  g_test_add ("/app/inputs/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  ADD ("every-input", test_every_input);
  g_test_add_func ("/app/inputs/exceptions-are-inputs", test_exceptions_are_inputs);
  ADD ("start-and-currency", test_start_and_currency);
  ADD ("shares", test_shares);
  ADD ("other-kinds", test_other_kinds);
  ADD ("kinds-come-and-go", test_kinds_come_and_go);
  ADD ("on-demand", test_on_demand);
  ADD ("defaults", test_defaults);
  ADD ("nothing-is-hidden", test_nothing_is_hidden);
  ADD ("reset-button", test_reset_button);
  ADD ("narrow", test_narrow);

  return g_test_run ();
}
