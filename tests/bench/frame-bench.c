/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes from a dial's change to the painted frame, on the worked
 * example in a window of 1280 x 800. Between changes it rests until nothing has been
 * painted for longer than a frame, so that no time is spent waiting for the next
 * one. Before that, how long the frames take while a dial is dragged for ten seconds,
 * and how far they are apart.
 *
 *   frame-bench [drag]: the drag alone */

#include "window.h"

#include <locale.h>
#include <stdlib.h>
#include <time.h>

#define N_CHANGES 100
#define LIMIT 16.0 /* milliseconds: a frame at 60 Hz */
#define REST 40    /* milliseconds */

/* The drag, in which the dial moves before every frame. */
#define DRAG_TIME 10000 /* milliseconds */
#define WORST 50.0      /* milliseconds */

typedef struct
{
  OutlaySession *session;
  GdkFrameClock *clock;
  gboolean       painted; /* since the change, and what it led to */
  gint64         when;
  gint64         worked;  /* microseconds of this thread's processor time until then */
} Bench;

static gint64
get_worked (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

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
  bench->worked = get_worked ();
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

static double
get_percentile (GArray *times,
                guint   percent)
{
  g_array_sort (times, compare_times);

  return times->len > 0 ? g_array_index (times, double, (times->len - 1) * percent / 100) : 0;
}

static void
print_percentiles (const char *name,
                   GArray     *times)
{
  g_print ("  %-28s median %5.1f ms, 95 of 100 within %5.1f ms, 99 within %5.1f ms, "
           "worst %5.1f ms\n", name, get_percentile (times, 50), get_percentile (times, 95),
           get_percentile (times, 99), get_percentile (times, 100));
}

/* Returns the milliseconds that the frame took, or a second if none came; in @worked
 * those in which the window's thread had the processor, which other programs on the
 * machine disturb less. */
static double
time_change (Bench  *bench,
             void  (*turn) (OutlaySession *, guint),
             guint   change,
             double *worked)
{
  gboolean too_late = FALSE;
  gint64 start, start_worked;
  guint timeout;

  do
    {
      bench->painted = FALSE;
      rest (REST);
    }
  while (bench->painted);

  start = g_get_monotonic_time ();
  start_worked = get_worked ();
  timeout = g_timeout_add (1000, on_timeout, &too_late);

  turn (bench->session, change);
  while (!bench->painted && !too_late)
    g_main_context_iteration (NULL, TRUE);

  *worked = (double) (bench->worked - start_worked) / 1000;
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
  double worked[N_CHANGES];

  for (guint i = 0; i < N_CHANGES; i++)
    times[i] = time_change (bench, turn, i, &worked[i]);

  qsort (times, N_CHANGES, sizeof *times, compare_times);
  qsort (worked, N_CHANGES, sizeof *worked, compare_times);
  g_print ("%-8s median %5.1f ms, 95 of 100 within %5.1f ms, worst %5.1f ms; "
           "at work %5.1f ms\n", name,
           times[N_CHANGES / 2], times[N_CHANGES * 95 / 100], times[N_CHANGES - 1],
           worked[N_CHANGES / 2]);

  return times[N_CHANGES / 2] <= LIMIT;
}

/* Dragging */

typedef struct
{
  Bench  *bench;
  guint   n_moves;
  gint64  began;        /* the frame */
  gint64  began_worked;
  gint64  before;       /* when the last one was painted */
  GArray *frames;       /* milliseconds, by the clock */
  GArray *worked;       /* of this thread's processor time */
  GArray *apart;        /* from one frame to the next */
} Drag;

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Drag *drag = data;
  guint place = drag->n_moves++ % 110;

  /* To and fro, in steps of a tenth. */
  outlay_session_set_number (drag->bench->session, "turns",
                             1 + 0.1 * (place < 55 ? place : 110 - place), "Turns", NULL);

  return G_SOURCE_CONTINUE;
}

static void
on_frame_begins (GdkFrameClock *clock,
                 Drag          *drag)
{
  drag->began = g_get_monotonic_time ();
  drag->began_worked = get_worked ();
}

static void
append_time (GArray *times,
             gint64  microseconds)
{
  double time = (double) microseconds / 1000;

  g_array_append_val (times, time);
}

static void
on_frame_ends (GdkFrameClock *clock,
               Drag          *drag)
{
  gint64 now = g_get_monotonic_time ();

  append_time (drag->frames, now - drag->began);
  append_time (drag->worked, get_worked () - drag->began_worked);
  if (drag->before > 0)
    append_time (drag->apart, now - drag->before);
  drag->before = now;
}

static gboolean
run_drag (Bench     *bench,
          GtkWidget *window)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) worked = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) apart = g_array_new (FALSE, FALSE, sizeof (double));
  Drag drag = { .bench = bench, .frames = frames, .worked = worked, .apart = apart };
  guint tick_id;

  g_signal_connect (bench->clock, "before-paint", G_CALLBACK (on_frame_begins), &drag);
  g_signal_connect (bench->clock, "after-paint", G_CALLBACK (on_frame_ends), &drag);
  tick_id = gtk_widget_add_tick_callback (window, on_tick, &drag, NULL);
  rest (DRAG_TIME);
  gtk_widget_remove_tick_callback (window, tick_id);
  g_signal_handlers_disconnect_by_data (bench->clock, &drag);

  g_print ("dragged for %d s: %u frames\n", DRAG_TIME / 1000, frames->len);
  print_percentiles ("a frame", frames);
  print_percentiles ("of it at work", worked);
  print_percentiles ("from one frame to the next", apart);

  return get_percentile (frames, 95) <= LIMIT && get_percentile (frames, 100) <= WORST;
}

/* The window as the program opens it: on the worked example, with its style. */
static OutlayWindow *
open_window (OutlayApplication *application)
{
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);

  g_application_activate (G_APPLICATION (application));

  return OUTLAY_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application)));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (OutlayApplication) application = NULL;
  Bench bench = { 0 };
  OutlayWindow *window;
  gboolean in_time;

  setlocale (LC_ALL, "");

  application = outlay_application_new ();
  window = open_window (application);
  rest (500);

  bench.session = outlay_window_get_session (window);
  bench.clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  g_print ("window %d x %d\n", gtk_widget_get_width (GTK_WIDGET (window)),
           gtk_widget_get_height (GTK_WIDGET (window)));
  in_time = run_drag (&bench, GTK_WIDGET (window));
  if (argc < 2 || !g_str_equal (argv[1], "drag"))
    {
      /* What refines the bands afterwards would have each change wait for seconds. */
      outlay_forecaster_set_n_wanted (outlay_session_get_forecaster (bench.session),
                                      OUTLAY_FIRST_DRAWS);
      g_signal_connect (bench.clock, "after-paint", G_CALLBACK (on_after_paint), &bench);
      in_time &= run (&bench, "turns", turn_turns);
      in_time &= run (&bench, "people", turn_people);
      in_time &= run (&bench, "mix", turn_mix);
    }

  g_signal_handlers_disconnect_by_data (bench.clock, &bench);
  gtk_window_destroy (GTK_WINDOW (window));

  return in_time ? EXIT_SUCCESS : EXIT_FAILURE;
}
