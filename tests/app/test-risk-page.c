/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "risk-page.h"

#include "figure-format.h"
#include "odds.h"
#include "scenarios.h"
#include "view-state.h"
#include "widgets/dearer-list.h"
#include "widgets/dial.h"
#include "widgets/fan-view.h"
#include "widgets/odds-table.h"
#include "widgets/tornado.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

typedef struct
{
  OutlaySession *session;
  GtkWindow     *window;
  GtkWidget     *page;
} Fixture;

static void
iterate (void)
{
  for (guint i = 0; i < 10; i++)
    {
      while (g_main_context_iteration (NULL, FALSE));
      g_usleep (5000);
    }
}

static OutlayForecaster *
get_forecaster (Fixture *fixture)
{
  return outlay_session_get_forecaster (fixture->session);
}

/* Until all futures are there. */
static OutlaySimulation *
wait_for_futures (Fixture *fixture)
{
  iterate ();
  while (outlay_forecaster_get_running (get_forecaster (fixture)) ||
         outlay_forecaster_get_pending (get_forecaster (fixture)))
    g_main_context_iteration (NULL, TRUE);
  iterate ();

  return outlay_forecaster_get_simulation (get_forecaster (fixture));
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

/* All of a type, in their order. */
static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
find_all (GtkWidget *widget,
          GType      type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (widget, type, found);

  return found;
}

static gboolean
shows (Fixture    *fixture,
       const char *text)
{
  g_autoptr (GPtrArray) labels = find_all (fixture->page, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_text (g_ptr_array_index (labels, i)), text) != NULL)
      return TRUE;

  return FALSE;
}

static void
assert_shows (Fixture    *fixture,
              const char *text)
{
  if (!shows (fixture, text))
    g_error ("the page does not show \"%s\"", text);
}

/* The macro takes a per cent sign in its arguments for a format. Before it there is
 * a space that does not break. */
static void
assert_name (GtkWidget  *widget,
             const char *text)
{
  g_autoptr (GString) spaced = g_string_new (text);
  const char *name;

  g_string_replace (spaced, " %", "\302\240%", 0);
  name = spaced->str;
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
open_page (Fixture        *fixture,
           OutlayScenario *scenario)
{
  fixture->session = outlay_session_new (outlay_catalogue_get_default (), scenario);
  fixture->page = outlay_risk_page_new (fixture->session);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 920, 720);
  gtk_window_set_child (fixture->window, fixture->page);
  gtk_window_present (fixture->window);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (OutlayScenario) scenario = read_example ("forty-people");

  open_page (fixture, scenario);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (fixture->window);
  iterate ();

  g_assert_null (fixture->page);
  g_assert_finalize_object (fixture->session);
}

/* The same figures as on the command line */

/* Rows of cells, headings first. */
static GPtrArray *
run_simulate (OutlayScenario *scenario)
{
  g_autofree char *folder = g_dir_make_tmp ("outlay-risk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "example.outlay", NULL);
  g_autoptr (GBytes) bytes = outlay_scenario_write (scenario);
  const char *arguments[] = {
    g_getenv ("OUTLAY_CLI"), "simulate", path, "--format", "csv", NULL
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  int status;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &printed, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  g_rmdir (folder);

  lines = g_strsplit (printed, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (rows, g_strsplit (lines[i], ",", -1));

  return rows;
}

static double
get_cell (GPtrArray  *rows,
          guint       row,
          const char *heading)
{
  char **headings = g_ptr_array_index (rows, 0);
  char **cells = g_ptr_array_index (rows, row);

  for (guint i = 0; headings[i] != NULL; i++)
    if (g_str_equal (headings[i], heading))
      return g_ascii_strtod (cells[i], NULL);

  g_error ("there is no column %s", heading);
}

/* Of a month, rows of one option follow each other; to the last bit. */
static void
assert_like_rows (const OutlaySimulation *simulation,
                  guint                   option,
                  GPtrArray              *rows,
                  guint                   row)
{
  const OutlayOptionSimulation *figures = &simulation->options[option];

  for (guint month = 0; month < simulation->n_months; month++)
    {
      for (guint percent = 0; percent < OUTLAY_N_PERCENTS; percent++)
        {
          g_autofree char *cost = g_strdup_printf ("cost_p%d", outlay_percent_get_value (percent));
          g_autofree char *sum = g_strdup_printf ("cumulative_p%d",
                                                  outlay_percent_get_value (percent));

          g_assert_cmpfloat (figures->cost.quantile[percent][month], ==,
                             get_cell (rows, row + month, cost));
          g_assert_cmpfloat (figures->cumulative.quantile[percent][month], ==,
                             get_cell (rows, row + month, sum));
        }
      g_assert_cmpfloat (figures->over_budget[month], ==,
                         get_cell (rows, row + month, "over_budget"));
    }
}

static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  OutlaySimulation *simulation = wait_for_futures (fixture);
  OutlayScenario *scenario = outlay_session_get_scenario (fixture->session);
  g_autoptr (GPtrArray) rows = run_simulate (scenario);
  guint row = 1;

  g_assert_cmpuint (simulation->n_draws, ==, OUTLAY_REFINED_DRAWS);
  for (guint i = 0; i < simulation->n_options; i++)
    {
      char **cells = g_ptr_array_index (rows, row);

      g_assert_cmpstr (cells[0], ==, scenario->options[i].id);
      assert_like_rows (simulation, i, rows, row);
      while (row < rows->len &&
             g_str_equal (((char **) g_ptr_array_index (rows, row))[0], scenario->options[i].id))
        row++;
    }
  g_assert_cmpuint (row, ==, rows->len);
}

/* In words */

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  OutlaySimulation *simulation = wait_for_futures (fixture);
  const double *const *quantile = (const double *const *) simulation->options[0].period.quantile;

  assert_shows (fixture, "In April, Claude Opus 4.8 stays under the budget in 2 of 10 futures");
  assert_shows (fixture, "Bands: 5, 8 and 9 of 10 futures.");
  assert_shows (fixture, "In 8 of 10 futures, April costs between $8,1");
  assert_shows (fixture, "Chance of staying under $9,000");
  assert_shows (fixture, "All months together stay under $63,000 in 4 of 10 futures.");
  assert_shows (fixture, "100,000 futures, seed 1.");
  assert_shows (fixture, "What moves Claude Opus 4.8 most");
  assert_shows (fixture, "$64,020 estimate");
  assert_shows (fixture, "The other 8 pairs are settled: >99");
  for (OutlayPercent percent = OUTLAY_PERCENT_50; percent <= OUTLAY_PERCENT_90; percent++)
    {
      g_autofree char *money = outlay_figure_format_money (quantile[percent][0], "USD");

      assert_shows (fixture, money);
    }
}

static void
test_month (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *fan = find_widget (fixture->page, OUTLAY_TYPE_FAN_VIEW);
  OutlaySimulation *simulation = wait_for_futures (fixture);
  g_autofree char *range = outlay_odds_describe_range (simulation, 0, 1);

  outlay_session_set_month (fixture->session, 1);
  assert_shows (fixture, range);
  g_assert_true (g_str_has_prefix (range, "In 8 of 10 futures, January costs between $3,7"));
  gtk_test_accessible_assert_role (fan, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (fan, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Chart of the futures");
  gtk_test_accessible_assert_property (fan, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, range);
}

static void
test_budget (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *table = find_widget (fixture->page, OUTLAY_TYPE_ODDS_TABLE);
  OutlayScenario *draft;

  wait_for_futures (fixture);
  g_assert_true (gtk_widget_get_mapped (table));

  draft = outlay_session_begin_edit (fixture->session);
  draft->budget = NAN;
  outlay_session_commit_edit (fixture->session, draft, "No budget", NULL);
  wait_for_futures (fixture);
  g_assert_false (gtk_widget_get_mapped (table));
  assert_shows (fixture, "In 8 of 10 futures, Claude Opus 4.8 costs between");
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  OutlayScenario *draft;

  wait_for_futures (fixture);
  draft = outlay_session_begin_edit (fixture->session);
  draft->compact_at = 45000;
  outlay_session_commit_edit (fixture->session, draft, "Little context", NULL);
  wait_for_futures (fixture);

  assert_shows (fixture, "Claude Opus 4.8 cannot be estimated");
  g_assert_false (shows (fixture, "What moves"));
}

/* The table of odds */

static void
test_odds_table (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *table = find_widget (fixture->page, OUTLAY_TYPE_ODDS_TABLE);
  OutlaySimulation *simulation = wait_for_futures (fixture);
  g_autoptr (GPtrArray) rows = find_all (table, GTK_TYPE_BUTTON);
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *chance = outlay_odds_format (1 - simulation->options[0].over_budget[2]);

  g_assert_cmpuint (rows->len, ==, simulation->n_options);
  assert_name (g_ptr_array_index (rows, 0),
               "Claude Opus 4.8, December 2026 99 %, January 2027 89 %, "
               "February 2027 25 %, March 2027 16 %, April 2027 16 %, "
               "May 2027 21 %, June 2027 28 %");
  assert_shows (fixture, chance);

  g_signal_emit_by_name (g_ptr_array_index (rows, 1), "clicked");
  iterate ();
  g_assert_cmpstr (outlay_session_get_focus (fixture->session), ==, "gpt");
  assert_shows (fixture, "What moves GPT-5.5 most");

  outlay_session_set_hidden (fixture->session, "max", TRUE);
  iterate ();
  left = find_all (table, GTK_TYPE_BUTTON);
  g_assert_cmpuint (left->len, ==, simulation->n_options - 1);
}

/* The tornado */

static char *
get_first_name (GtkWidget *row)
{
  return g_strdup (gtk_label_get_text (GTK_LABEL (find_widget (row, GTK_TYPE_LABEL))));
}

static void
test_tornado (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *tornado = find_widget (fixture->page, OUTLAY_TYPE_TORNADO);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) dials = NULL;
  g_autofree char *first = NULL;
  GtkWidget *popover;

  wait_for_futures (fixture);
  rows = find_all (tornado, GTK_TYPE_BUTTON);
  g_assert_cmpuint (rows->len, ==, OUTLAY_N_FACTORS);
  first = get_first_name (g_ptr_array_index (rows, 0));
  g_assert_cmpstr (first, ==, "Turns");
  assert_name (g_ptr_array_index (rows, 0),
               "Turns: −$15k at 0.78 times, +$26k at 1.37 times");

  /* Of tokens there is no dial in the pane: its range opens. */
  g_signal_emit_by_name (g_ptr_array_index (rows, 2), "clicked");
  do
    {
      iterate ();
      popover = find_widget (g_ptr_array_index (rows, 2), GTK_TYPE_POPOVER);
    }
  while (popover == NULL || !gtk_widget_get_mapped (popover));
  dials = find_all (popover, OUTLAY_TYPE_DIAL);
  g_assert_cmpuint (dials->len, ==, 3);

  gtk_popover_popdown (GTK_POPOVER (popover));
  iterate ();
}

/* Which is dearer */

static void
test_dearer (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *list = find_widget (fixture->page, OUTLAY_TYPE_DEARER_LIST);
  g_autoptr (GPtrArray) bars = NULL;

  wait_for_futures (fixture);
  bars = find_all (list, GTK_TYPE_LEVEL_BAR);
  g_assert_cmpuint (bars->len, ==, 2);
  assert_name (g_ptr_array_index (bars, 0),
               "Governed routing costs more than Claude Max 5x in "
               "96 % of futures");
  g_assert_cmpfloat_with_epsilon (
    gtk_level_bar_get_value (g_ptr_array_index (bars, 0)), 0.956, 0.002);
}

/* The seed */

static void
test_seed_is_kept (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree double *before = NULL;
  g_autoptr (GBytes) bytes = NULL;
  OutlaySimulation *simulation = wait_for_futures (fixture);

  before = g_memdup2 (simulation->options[0].period.mean, sizeof (double));
  gtk_widget_activate_action (fixture->page, "risk.other-futures", NULL);
  simulation = wait_for_futures (fixture);

  g_assert_cmpuint (simulation->seed, ==, 2);
  g_assert_cmpfloat (*simulation->options[0].period.mean, !=, *before);
  assert_shows (fixture, "100,000 futures, seed 2.");
  g_assert_cmpstr (outlay_session_get_undo_name (fixture->session), ==, "Other futures");
  bytes = outlay_scenario_write (outlay_session_get_scenario (fixture->session));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL),
                                  (gssize) g_bytes_get_size (bytes), "\"seed\": 2"));

  outlay_session_undo (fixture->session);
  wait_for_futures (fixture);
  assert_shows (fixture, "100,000 futures, seed 1.");
}

/* The smallest window, 360 px wide, has room for it. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  int minimum;

  wait_for_futures (fixture);
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

/* Nothing is drawn for a page that is not seen. */
static void
test_unseen (Fixture       *fixture,
             gconstpointer  data)
{
  wait_for_futures (fixture);
  gtk_widget_set_visible (GTK_WIDGET (fixture->window), FALSE);
  iterate ();
  g_assert_true (outlay_session_set_number (fixture->session, "turns", 6, "Turns", NULL));
  iterate ();
  g_assert_false (outlay_forecaster_get_running (get_forecaster (fixture)));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  g_test_add ("/risk-page/figures", Fixture, NULL, set_up, test_figures, tear_down);
  g_test_add ("/risk-page/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/risk-page/month", Fixture, NULL, set_up, test_month, tear_down);
  g_test_add ("/risk-page/budget", Fixture, NULL, set_up, test_budget, tear_down);
  g_test_add ("/risk-page/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/risk-page/odds-table", Fixture, NULL, set_up, test_odds_table, tear_down);
  g_test_add ("/risk-page/tornado", Fixture, NULL, set_up, test_tornado, tear_down);
  g_test_add ("/risk-page/dearer", Fixture, NULL, set_up, test_dearer, tear_down);
  g_test_add ("/risk-page/seed", Fixture, NULL, set_up, test_seed_is_kept, tear_down);
  g_test_add ("/risk-page/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/risk-page/unseen", Fixture, NULL, set_up, test_unseen, tear_down);

  return g_test_run ();
}
