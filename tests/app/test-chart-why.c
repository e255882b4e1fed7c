/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart, too, is asked why. */

#include "costs.h"
#include "pane-test.h"
#include "why-popover.h"
#include "widgets/chart-view.h"

#include <adwaita.h>
#include <locale.h>

typedef struct
{
  OutlaySession *session;
  GtkWidget     *chart;
  GtkWidget     *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->session = open_example ("forty-people");
  fixture->chart = outlay_chart_view_new ();
  g_object_set (fixture->chart, "session", fixture->session, NULL);
  fixture->window = show_in_window (fixture->chart);
  wait_for_estimate (fixture->session);
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
asks (Fixture    *fixture,
      const char *words)
{
  GtkWidget *popover;
  gboolean found;

  if (!press_key (fixture->chart, "Return"))
    return FALSE;

  popover = find_widget (fixture->chart, OUTLAY_TYPE_WHY_POPOVER, 0);
  found = popover != NULL && has_label (popover, words);
  gtk_popover_popdown (GTK_POPOVER (popover));
  let_run ();

  return found;
}

/* The line in focus tells why, of the month walked to or of the whole period; the sum of
 * some months has no answer of its own. */
static void
test_costs (Fixture       *fixture,
                gconstpointer  data)
{
  g_assert_true (asks (fixture, "Why $64,020?"));
  outlay_session_set_month (fixture->session, 3);
  g_assert_true (asks (fixture, "Why $11,691?"));
  outlay_session_set_focus (fixture->session, "gpt");
  outlay_session_set_month (fixture->session, OUTLAY_WHOLE_PERIOD);
  g_assert_true (asks (fixture, "Why $48,926?"));

  /* The focus moves on to what is shown. */
  outlay_session_set_hidden (fixture->session, "gpt", TRUE);
  let_run ();
  g_assert_true (asks (fixture, "Why $32,393?"));

  g_object_set (fixture->chart, "cumulative", TRUE, NULL);
  outlay_session_set_month (fixture->session, 3);
  let_run ();
  g_assert_false (press_key (fixture->chart, "Return"));
  outlay_session_set_month (fixture->session, 6);
  g_assert_true (asks (fixture, "Why $32,393?"));
}

/* In the page of outcomes the figures are those of an accepted task. */
static void
test_per_accepted (Fixture       *fixture,
                   gconstpointer  data)
{
  g_object_set (fixture->chart, "per-accepted", TRUE, NULL);
  let_run ();
  g_assert_true (asks (fixture, "Why $6.86?"));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  g_test_add ("/chart-why/costs", Fixture, NULL, set_up, test_costs, tear_down);
  g_test_add ("/chart-why/per-accepted", Fixture, NULL, set_up, test_per_accepted, tear_down);

  return g_test_run ();
}
