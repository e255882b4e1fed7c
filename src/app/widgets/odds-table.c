/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "odds-table.h"

#include "costs.h"
#include "figure-format.h"
#include "odds-cells.h"
#include "odds.h"
#include "session-looks.h"
#include "view-state.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * OutlayOddsTable:
 *
 * The chance of each shown option to stay under the budget, month by month, from
 * dear to cheap. Its columns stand below the months of the fan; where that has
 * no room for them, the table scrolls.
 *
 * A row is a button that puts its option in focus.
 *
 * # CSS nodes
 *
 * `oddstable`, with a `button.odds-row` for each option, `.focused` for the one
 * in focus.
 *
 * # Accessibility
 *
 * Each button's label says its option, and the chance in every month.
 */
struct _OutlayOddsTable
{
  GtkWidget         parent_instance;

  OutlaySession    *session;
  GSignalGroup     *session_signals;
  OutlayFanColumns  columns;

  GtkWidget        *scroller;
  GtkWidget        *box;
  GtkWidget        *header;
  GPtrArray        *rows; /* (element-type GtkButton) */
  guint             place_id; /* until the next frame */
};

G_DEFINE_FINAL_TYPE (OutlayOddsTable, outlay_odds_table, GTK_TYPE_WIDGET)

static OutlayOddsCells *
get_cells (OutlayOddsTable *self,
           guint            row)
{
  return OUTLAY_ODDS_CELLS (gtk_button_get_child (g_ptr_array_index (self->rows, row)));
}

static void
on_clicked (OutlayOddsTable *self,
            GtkWidget       *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "option");

  /* A button that Enter has pressed clicks a moment later: the page may have been
   * turned. */
  if (self->session == NULL)
    return;

  if (outlay_scenario_find_option (outlay_session_get_scenario (self->session), id) >= 0)
    outlay_session_set_focus (self->session, id);
}

static void
add_row (OutlayOddsTable *self)
{
  GtkWidget *row = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (row), outlay_odds_cells_new (TRUE));
  gtk_widget_add_css_class (row, "flat");
  gtk_widget_add_css_class (row, "odds-row");
  g_signal_connect_object (row, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), row);
  g_ptr_array_add (self->rows, row);
  outlay_odds_cells_place (get_cells (self, self->rows->len - 1), &self->columns);
}

static void
set_n_rows (OutlayOddsTable *self,
            guint            n)
{
  while (self->rows->len < n)
    add_row (self);
  while (self->rows->len > n)
    {
      gtk_box_remove (GTK_BOX (self->box), g_ptr_array_index (self->rows, self->rows->len - 1));
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
}

static void
show_header (OutlayOddsTable        *self,
             const OutlaySimulation *simulation)
{
  g_auto (GStrv) names = g_new0 (char *, simulation->n_months + 1);

  for (guint month = 0; month < simulation->n_months; month++)
    names[month] = outlay_figure_format_month_short (simulation->estimate->scenario, (int) month);
  outlay_odds_cells_set_texts (OUTLAY_ODDS_CELLS (self->header), (const char * const *) names,
                               NULL, simulation->n_months);
}

static void
show_option (OutlayOddsTable        *self,
             guint                   row,
             const OutlaySimulation *simulation,
             guint                   option,
             const OutlayOptionLook *look)
{
  const OutlayOption *facts = simulation->estimate->options[option].option;
  GtkWidget *button = g_ptr_array_index (self->rows, row);
  g_auto (GStrv) texts = g_new0 (char *, simulation->n_months + 1);
  g_autofree gboolean *shaded = g_new0 (gboolean, simulation->n_months);
  g_autoptr (GString) spoken = g_string_new (facts->name);

  for (guint month = 0; month < simulation->n_months; month++)
    {
      double odds = outlay_odds_of_month (simulation, option, month);
      g_autofree char *name = outlay_figure_format_month (simulation->estimate->scenario,
                                                          (int) month);

      texts[month] = outlay_odds_format (odds);
      shaded[month] = odds < OUTLAY_ODDS_THRESHOLD;
      /* Translators: a month and a chance, to be spoken */
      g_string_append_printf (spoken, C_("spoken", ", %s %s"), name, texts[month]);
    }

  outlay_odds_cells_set_name (get_cells (self, row), facts->name, look->slot);
  outlay_odds_cells_set_texts (get_cells (self, row), (const char * const *) texts, shaded,
                               simulation->n_months);
  g_object_set_data_full (G_OBJECT (button), "option", g_strdup (facts->id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
  if (look->focus)
    gtk_widget_add_css_class (button, "focused");
  else
    gtk_widget_remove_css_class (button, "focused");
}

static void
refresh (OutlayOddsTable *self)
{
  OutlaySimulation *simulation =
    outlay_forecaster_get_simulation (outlay_session_get_forecaster (self->session));
  g_autofree OutlayOptionLook *looks = NULL;
  g_autofree guint *rank = NULL;
  guint n = 0;

  if (simulation == NULL || isnan (simulation->estimate->scenario->budget))
    {
      set_n_rows (self, 0);
      return;
    }

  looks = outlay_option_looks_new (self->session, simulation->estimate);
  rank = outlay_costs_rank (simulation->estimate, OUTLAY_WHOLE_PERIOD, FALSE);
  show_header (self, simulation);
  for (guint i = 0; i < simulation->n_options; i++)
    {
      if (looks[rank[i]].hidden || simulation->options[rank[i]].is_refused)
        continue;

      if (n == self->rows->len)
        add_row (self);
      show_option (self, n++, simulation, rank[i], &looks[rank[i]]);
    }
  set_n_rows (self, n);
}

/**
 * outlay_odds_table_set_session:
 * @self: a table
 * @session: (nullable): whose options are shown
 */
void
outlay_odds_table_set_session (OutlayOddsTable *self,
                               OutlaySession   *session)
{
  g_return_if_fail (OUTLAY_IS_ODDS_TABLE (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  if (session != NULL)
    refresh (self);
}

static gboolean
place_now (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  OutlayOddsTable *self = OUTLAY_ODDS_TABLE (widget);

  self->place_id = 0;
  outlay_odds_cells_place (OUTLAY_ODDS_CELLS (self->header), &self->columns);
  for (guint i = 0; i < self->rows->len; i++)
    outlay_odds_cells_place (get_cells (self, i), &self->columns);

  return G_SOURCE_REMOVE;
}

/**
 * outlay_odds_table_place:
 * @self: a table
 * @columns: where the months of the fan above are
 *
 * The fan tells it while sizes are given, when none must change: the lines follow
 * before the next frame.
 */
void
outlay_odds_table_place (OutlayOddsTable        *self,
                         const OutlayFanColumns *columns)
{
  g_return_if_fail (OUTLAY_IS_ODDS_TABLE (self));

  if (fabs (self->columns.first - columns->first) < 0.5 &&
      fabs (self->columns.step - columns->step) < 0.05)
    return;

  self->columns = *columns;
  if (self->place_id == 0)
    self->place_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), place_now, NULL, NULL);
}

static void
outlay_odds_table_dispose (GObject *object)
{
  OutlayOddsTable *self = OUTLAY_ODDS_TABLE (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (outlay_odds_table_parent_class)->dispose (object);
}

static void
outlay_odds_table_finalize (GObject *object)
{
  g_ptr_array_unref (OUTLAY_ODDS_TABLE (object)->rows);

  G_OBJECT_CLASS (outlay_odds_table_parent_class)->finalize (object);
}

static void
outlay_odds_table_class_init (OutlayOddsTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_odds_table_dispose;
  object_class->finalize = outlay_odds_table_finalize;

  gtk_widget_class_set_css_name (widget_class, "oddstable");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
outlay_odds_table_init (OutlayOddsTable *self)
{
  self->rows = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->header = outlay_odds_cells_new (FALSE);
  gtk_widget_add_css_class (self->header, "header");
  gtk_box_append (GTK_BOX (self->box), self->header);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (OUTLAY_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "simulated",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "view-changed",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}
