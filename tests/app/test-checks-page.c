/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Checks page says what the engine says, and leads to where it can be changed. */
#include "check-row.h"
#include "checks-page.h"
#include "cost-bands.h"
#include "dial-finder.h"
#include "figure-format.h"
#include "governance.h"
#include "more-panel.h"
#include "pane-test.h"
#include "people-panel.h"

#include <adwaita.h>
#include <locale.h>
#include <math.h>
#include <string.h>

typedef struct
{
  OutlaySession   *session;
  GtkWidget       *page;
  GtkWidget       *pages;
  GtkWidget       *pane;
  GtkWidget       *window;
  OutlayBreakdown *breakdown;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->session = open_example ("forty-people");
  fixture->pages = adw_view_stack_new ();
  fixture->page = outlay_checks_page_new (fixture->session);
  fixture->pane = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (fixture->pane),
                  g_object_new (OUTLAY_TYPE_PEOPLE_PANEL, "session", fixture->session, NULL));
  gtk_box_append (GTK_BOX (fixture->pane),
                  g_object_new (OUTLAY_TYPE_MORE_PANEL, "session", fixture->session, NULL));
  adw_view_stack_add_named (ADW_VIEW_STACK (fixture->pages), fixture->page, "checks");
  adw_view_stack_add_named (ADW_VIEW_STACK (fixture->pages), gtk_label_new ("Outcome"),
                            "outcome");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (fixture->pages), "checks");
  gtk_box_append (GTK_BOX (box), fixture->pages);
  gtk_box_append (GTK_BOX (box), fixture->pane);
  fixture->window = show_in_window (box);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->breakdown, outlay_breakdown_free);
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  let_run ();
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->session);
}

/* What the engine says of the option in focus. */
static guint
break_down (Fixture *fixture)
{
  OutlayEstimate *estimate;
  guint option = 0;

  wait_for_estimate (fixture->session);
  estimate = outlay_session_get_estimate (fixture->session);
  while (g_strcmp0 (estimate->options[option].option->id,
                    outlay_session_get_focus (fixture->session)) != 0)
    option++;
  g_clear_pointer (&fixture->breakdown, outlay_breakdown_free);
  fixture->breakdown = outlay_breakdown_new (estimate, option);

  return option;
}

static GtkWidget *
get_row (Fixture         *fixture,
         OutlayCheckKind  kind)
{
  return find_widget (fixture->page, OUTLAY_TYPE_CHECK_ROW, kind);
}

static gboolean
says (GtkWidget  *root,
      const char *text)
{
  GtkWidget *label;

  for (guint i = 0; (label = find_widget (root, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (gtk_widget_get_mapped (label) &&
        strstr (gtk_label_get_text (GTK_LABEL (label)), text) != NULL)
      return TRUE;

  return FALSE;
}

static void
assert_says (Fixture         *fixture,
             OutlayCheckKind  kind,
             const char      *text)
{
  if (!says (get_row (fixture, kind), text))
    g_error ("Check %u does not say \"%s\"", kind, text);
}

static void
assert_money (Fixture         *fixture,
              OutlayCheckKind  kind,
              double           value)
{
  g_autofree char *text = outlay_figure_format_money (value, "USD");

  assert_says (fixture, kind, text);
}

static void
assert_looks (Fixture         *fixture,
              OutlayCheckKind  kind,
              gboolean         looks)
{
  GtkWidget *row = get_row (fixture, kind);
  GtkWidget *sign = find_widget (row, GTK_TYPE_IMAGE, 0);

  /* A word and a sign, not only a colour. */
  g_assert_cmpint (gtk_widget_has_css_class (row, "look"), ==, looks);
  g_assert_true (says (row, looks ? "Look at this" : "Passes"));
  g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (sign)), ==,
                   looks ? "dialog-warning-symbolic" : "emblem-ok-symbolic");
}

static void
go (Fixture         *fixture,
    OutlayCheckKind  kind)
{
  g_signal_emit_by_name (find_widget (get_row (fixture, kind), GTK_TYPE_BUTTON, 0), "clicked");
  let_run ();
}

static void
assert_at_dial (Fixture    *fixture,
                const char *path)
{
  GtkWidget *widget = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  while (widget != NULL && g_strcmp0 (outlay_dial_path (widget), path) != 0)
    widget = gtk_widget_get_parent (widget);
  g_assert_nonnull (widget);
}

static void
test_outcome (Fixture       *fixture,
              gconstpointer  data)
{
  OutlayTierDiscipline discipline;

  break_down (fixture);
  assert_says (fixture, OUTLAY_CHECK_OUTCOME, "An accepted outcome costs $6.86; ");
  assert_looks (fixture, OUTLAY_CHECK_OUTCOME, TRUE);

  /* The cheapest of all. */
  outlay_session_set_focus (fixture->session, "max");
  break_down (fixture);
  assert_says (fixture, OUTLAY_CHECK_OUTCOME, "An accepted outcome costs $2.61; no other");
  assert_looks (fixture, OUTLAY_CHECK_OUTCOME, FALSE);

  outlay_session_set_focus (fixture->session, "governed");
  break_down (fixture);
  outlay_tier_discipline_init (&discipline, fixture->breakdown);
  for (guint i = 0; i < discipline.n_tiers; i++)
    if (!isnan (discipline.tiers[i].cost_per_accepted))
      assert_money (fixture, OUTLAY_CHECK_OUTCOME, discipline.tiers[i].cost_per_accepted);

  go (fixture, OUTLAY_CHECK_OUTCOME);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (fixture->pages)), ==,
                   "outcome");
}

static void
test_tiers (Fixture       *fixture,
            gconstpointer  data)
{
  OutlayTierDiscipline discipline;
  g_autofree char *percent = NULL;

  break_down (fixture);
  outlay_tier_discipline_init (&discipline, fixture->breakdown);
  assert_says (fixture, OUTLAY_CHECK_TIERS, "All low-risk work runs on Claude Opus 4.8");
  assert_money (fixture, OUTLAY_CHECK_TIERS, discipline.low_risk_dearest_cost);
  assert_looks (fixture, OUTLAY_CHECK_TIERS, TRUE);

  outlay_session_set_focus (fixture->session, "governed");
  break_down (fixture);
  outlay_tier_discipline_init (&discipline, fixture->breakdown);
  percent = outlay_figure_format_percent (discipline.low_risk_dearest);
  assert_says (fixture, OUTLAY_CHECK_TIERS, percent);
  assert_money (fixture, OUTLAY_CHECK_TIERS, discipline.low_risk_dearest_cost);
}

static void
test_cap (Fixture       *fixture,
          gconstpointer  data)
{
  OutlayLoopCapEffect effect;
  guint option;

  g_assert_true (outlay_session_set_number (fixture->session, "max_turns", NAN, "Cap", NULL));
  break_down (fixture);
  assert_says (fixture, OUTLAY_CHECK_CAP, "There is no loop cap");
  assert_looks (fixture, OUTLAY_CHECK_CAP, TRUE);
  assert_says (fixture, OUTLAY_CHECK_LARGEST_BILL, "no loop cap is set");

  g_assert_true (outlay_session_set_number (fixture->session, "max_turns", 12, "Cap", NULL));
  option = break_down (fixture);
  outlay_loop_cap_effect_init (&effect, fixture->breakdown->estimate, option);
  g_assert_cmpfloat (effect.stopped, >, 0);
  assert_money (fixture, OUTLAY_CHECK_CAP, effect.cost_saved);
  assert_money (fixture, OUTLAY_CHECK_CAP, effect.value_lost);
  assert_looks (fixture, OUTLAY_CHECK_CAP, effect.net < 0);

  go (fixture, OUTLAY_CHECK_CAP);
  assert_at_dial (fixture, "max_turns");
}

static void
test_bands (Fixture       *fixture,
            gconstpointer  data)
{
  guint option = break_down (fixture);
  guint n_bands;
  const OutlayCostBand *bands = outlay_cost_bands_list (&n_bands);

  for (guint i = 0; i < n_bands; i++)
    {
      OutlayBandPosition position;

      outlay_band_position_init (&position, fixture->breakdown->estimate, option, OUTLAY_PERIOD,
                                 &bands[i]);
      assert_says (fixture, OUTLAY_CHECK_BANDS, bands[i].name);
      assert_money (fixture, OUTLAY_CHECK_BANDS, position.cost);
    }
}

static void
test_heavy_use (Fixture       *fixture,
                gconstpointer  data)
{
  g_auto (OutlayHeavyUse) use = { 0 };
  g_autofree char *dial = NULL;
  const OutlayScenario *scenario;

  break_down (fixture);
  scenario = fixture->breakdown->estimate->scenario;
  outlay_heavy_use_init (&use, fixture->breakdown);
  g_assert_cmpuint (use.n_uses, ==, 3);
  for (guint i = 0; i < use.n_uses; i++)
    {
      assert_says (fixture, OUTLAY_CHECK_HEAVY_USE, use.uses[i].role->name);
      assert_money (fixture, OUTLAY_CHECK_HEAVY_USE, use.uses[i].cost);
    }
  assert_looks (fixture, OUTLAY_CHECK_HEAVY_USE, !use.heaviest_is_best_paid);

  dial = g_strdup_printf ("team[%u].tasks_per_day", (guint) (use.uses[0].role - scenario->team));
  go (fixture, OUTLAY_CHECK_HEAVY_USE);
  assert_at_dial (fixture, dial);
}

static void
test_largest_bill (Fixture       *fixture,
                   gconstpointer  data)
{
  OutlayLargestBill bill;

  break_down (fixture);
  outlay_largest_bill_init (&bill, fixture->breakdown);
  assert_money (fixture, OUTLAY_CHECK_LARGEST_BILL, bill.bill);
  assert_money (fixture, OUTLAY_CHECK_LARGEST_BILL, bill.everybody);
  assert_money (fixture, OUTLAY_CHECK_LARGEST_BILL, bill.period_bill);

  g_assert_true (outlay_session_set_number (fixture->session, "max_turns", 12, "Cap", NULL));
  g_assert_true (outlay_session_set_number (fixture->session, "budget", 1e9, "Budget", NULL));
  break_down (fixture);
  outlay_largest_bill_init (&bill, fixture->breakdown);
  assert_money (fixture, OUTLAY_CHECK_LARGEST_BILL, bill.bill);
  assert_looks (fixture, OUTLAY_CHECK_LARGEST_BILL, FALSE);
  go (fixture, OUTLAY_CHECK_LARGEST_BILL);
  assert_at_dial (fixture, "max_attempts");
}

static void
test_second_look (Fixture       *fixture,
                  gconstpointer  data)
{
  OutlayScenario *draft;

  break_down (fixture);
  for (guint i = 0; i < fixture->breakdown->n_rows[OUTLAY_SPLIT_TASK]; i++)
    {
      OutlaySecondLook look;

      outlay_second_look_init (&look, fixture->breakdown, i);
      if (look.needs_review || look.needs_reason)
        assert_says (fixture, OUTLAY_CHECK_SECOND_LOOK, look.task->name);
      if (look.needs_reason)
        assert_money (fixture, OUTLAY_CHECK_SECOND_LOOK, look.dearest_cost);
    }
  assert_looks (fixture, OUTLAY_CHECK_SECOND_LOOK, TRUE);

  /* All of high risk, and one kind that nobody reviews. */
  draft = outlay_session_begin_edit (fixture->session);
  for (guint i = 0; i < draft->n_tasks; i++)
    {
      draft->tasks[i].risk = OUTLAY_RISK_HIGH;
      draft->tasks[i].minutes_review = 3;
    }
  outlay_session_commit_edit (fixture->session, draft, "Risk", NULL);
  break_down (fixture);
  assert_looks (fixture, OUTLAY_CHECK_SECOND_LOOK, FALSE);
  g_assert_true (says (get_row (fixture, OUTLAY_CHECK_TIERS), "Nothing to judge"));

  g_assert_true (outlay_session_set_number (fixture->session, "tasks[2].minutes_review", 0,
                                            "Review", NULL));
  break_down (fixture);
  assert_looks (fixture, OUTLAY_CHECK_SECOND_LOOK, TRUE);
  go (fixture, OUTLAY_CHECK_SECOND_LOOK);
  assert_at_dial (fixture, "tasks[2].minutes_review");
}

/* Every row has a name, and so has its button. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  break_down (fixture);
  g_assert_true (says (fixture->page, "Claude Opus 4.8, over the whole period"));
  for (guint i = 0; i < OUTLAY_N_CHECKS; i++)
    {
      GtkWidget *row = get_row (fixture, i);
      GtkWidget *button = find_widget (row, GTK_TYPE_BUTTON, 0);

      g_assert_true (says (row, outlay_check_get_question (i)));
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (row),
                                                       GTK_ACCESSIBLE_PROPERTY_LABEL));
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (button),
                                                       GTK_ACCESSIBLE_PROPERTY_LABEL));
    }
}

static void
test_nobody (Fixture       *fixture,
             gconstpointer  data)
{
  OutlayScenario *draft = outlay_session_begin_edit (fixture->session);

  for (guint i = 0; i < draft->n_team; i++)
    draft->team[i].people = 0;
  outlay_session_commit_edit (fixture->session, draft, "People", NULL);
  break_down (fixture);
  assert_says (fixture, OUTLAY_CHECK_OUTCOME, "Nothing is accepted");
  assert_says (fixture, OUTLAY_CHECK_BANDS, "Nobody is active");
  assert_says (fixture, OUTLAY_CHECK_HEAVY_USE, "Nobody is active");
  assert_says (fixture, OUTLAY_CHECK_LARGEST_BILL, "Nobody is active");
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  OutlayScenario *draft = outlay_session_begin_edit (fixture->session);

  draft->prices.plans[0].max_seats = 25;
  outlay_session_commit_edit (fixture->session, draft, "Seats", NULL);
  outlay_session_set_focus (fixture->session, "max");
  wait_for_estimate (fixture->session);
  g_assert_false (gtk_widget_get_mapped (get_row (fixture, OUTLAY_CHECK_CAP)));
  g_assert_true (says (fixture->page, "25"));
}

#define ADD(name, function) \
  g_test_add ("/app/checks/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  ADD ("outcome", test_outcome);
  ADD ("tiers", test_tiers);
  ADD ("cap", test_cap);
  ADD ("bands", test_bands);
  ADD ("heavy-use", test_heavy_use);
  ADD ("largest-bill", test_largest_bill);
  ADD ("second-look", test_second_look);
  ADD ("names", test_names);
  ADD ("nobody", test_nobody);
  ADD ("refused", test_refused);

  return g_test_run ();
}
