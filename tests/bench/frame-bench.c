/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes from a dial's change to the painted frame, on the worked
 * example in a window of 1280 x 800. Between changes it rests until nothing has been
 * painted for longer than a frame, so that no time is spent waiting for the next
 * one. */

#include "window.h"

#include <locale.h>
#include <stdlib.h>

#define N_CHANGES 200
#define LIMIT 16.0 /* milliseconds: a frame at 60 Hz */
#define REST 40    /* milliseconds */

typedef struct
{
  OutlaySession *session;
  GdkFrameClock *clock;
  gboolean       painted; /* since the change, and what it led to */
  gint64         when;
} Bench;

static void
turn_turns (OutlaySession *session,
            guint          change)
{
  outlay_session_set_number (session, "turns", 3 + (change % 20) * 0.5, "Turns", NULL);
}

static void
turn_people (OutlaySession *session,
             guint          change)
{
  outlay_session_set_number (session, "team[1].people", 10 + change % 30, "People", NULL);
}

static void
turn_mix (OutlaySession *session,
          guint          change)
{
  OutlayScenario *draft = outlay_session_begin_edit (session);
  double both = draft->tasks[0].share.start + draft->tasks[1].share.start;

  draft->tasks[0].share.start = both * (0.2 + 0.6 * (change % 20) / 20);
  draft->tasks[1].share.start = both - draft->tasks[0].share.start;
  outlay_session_commit_edit (session, draft, "Task mix", "mix");
}

static void
on_after_paint (GdkFrameClock *clock,
                Bench         *bench)
{
  OutlayEstimate *estimate = outlay_session_get_estimate (bench->session);

  /* A frame without the new figures does not count. */
  if (estimate->scenario != outlay_session_get_scenario (bench->session))
    return;

  bench->painted = TRUE;
  bench->when = g_get_monotonic_time ();
}

static gboolean
on_timeout (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
rest (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, on_timeout, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* Returns the milliseconds that the frame took, or a second if none came. */
static double
time_change (Bench  *bench,
             void  (*turn) (OutlaySession *, guint),
             guint   change)
{
  gboolean too_late = FALSE;
  gint64 start;
  guint timeout;

  do
    {
      bench->painted = FALSE;
      rest (REST);
    }
  while (bench->painted);

  start = g_get_monotonic_time ();
  timeout = g_timeout_add (1000, on_timeout, &too_late);

  turn (bench->session, change);
  while (!bench->painted && !too_late)
    g_main_context_iteration (NULL, TRUE);

  if (too_late)
    return 1000;

  g_source_remove (timeout);

  return (double) (bench->when - start) / 1000;
}

static gboolean
run (Bench        *bench,
     const char   *name,
     void        (*turn) (OutlaySession *, guint))
{
  double times[N_CHANGES];

  for (guint i = 0; i < N_CHANGES; i++)
    times[i] = time_change (bench, turn, i);

  qsort (times, N_CHANGES, sizeof *times, compare_times);
  g_print ("%-8s median %5.1f ms, 95 of 100 within %5.1f ms, worst %5.1f ms\n", name,
           times[N_CHANGES / 2], times[N_CHANGES * 95 / 100], times[N_CHANGES - 1]);

  return times[N_CHANGES / 2] <= LIMIT;
}

static OutlaySession *
open_example (void)
{
  OutlayCatalogue *catalogue = outlay_catalogue_get_default ();
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("forty-people");
  g_autoptr (GBytes) bytes = outlay_examples_get ("forty-people");
  g_autoptr (OutlayScenario) scenario = outlay_scenario_read (bytes, catalogue, problems);

  return outlay_session_new (catalogue, scenario);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (OutlaySession) session = NULL;
  Bench bench = { 0 };
  OutlayWindow *window;
  gboolean in_time;

  setlocale (LC_ALL, "");
  adw_init ();

  session = open_example ();
  window = outlay_window_new (NULL, session);
  gtk_window_present (GTK_WINDOW (window));
  rest (500);

  bench.session = session;
  bench.clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect (bench.clock, "after-paint", G_CALLBACK (on_after_paint), &bench);

  g_print ("window %d x %d\n", gtk_widget_get_width (GTK_WIDGET (window)),
           gtk_widget_get_height (GTK_WIDGET (window)));
  in_time = run (&bench, "turns", turn_turns);
  in_time &= run (&bench, "people", turn_people);
  in_time &= run (&bench, "mix", turn_mix);

  g_signal_handlers_disconnect_by_data (bench.clock, &bench);
  gtk_window_destroy (GTK_WINDOW (window));

  return in_time ? EXIT_SUCCESS : EXIT_FAILURE;
}
