/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cost-table.h"

#include "cost-columns.h"
#include "cost-row.h"
#include "cost-rows.h"
#include "cost-table-columns.h"
#include "view-state.h"
#include "widgets/chart-style.h"
#include "widgets/cost-cell.h"
#include "widgets/repaint.h"

#include <glib/gi18n.h>

/* Room for the titles and three rows, and for seven, px at 100 %. */
#define MIN_HEIGHT 132
#define MAX_HEIGHT 264

/**
 * OutlayCostTable:
 *
 * The same figures as the chart's in a table: for each option its first, peak
 * and last month, the total, its P90 once futures are drawn, what an accepted
 * outcome costs, and how much dearer it is than the cheapest; or every month, when #OutlayCostTable:all-months
 * is set. The months of that wide table are added up where the chart is; the
 * short table is the same in both views.
 *
 * Selecting a row puts the option in focus. Columns sort; dear to cheap is the
 * order at first. Where the table is narrow, the short one drops the P90, then
 * columns from the right, but never the total; the wide one scrolls.
 *
 * # Keys
 *
 * The arrow keys walk the rows, Return asks the row's total why. Ctrl+C copies
 * all months as tab-separated text, in full precision and without any locale,
 * and so does the action `cost-table.copy`.
 *
 * # CSS nodes
 *
 * `costtable`, with a `scrolledwindow` and a `columnview` inside.
 *
 * # Accessibility
 *
 * The table is the accessible twin of #OutlayChartView.
 */
struct _OutlayCostTable
{
  GtkWidget               parent_instance;

  OutlaySession          *session;
  GSignalGroup           *session_signals;
  gboolean                cumulative;

  GListStore             *rows; /* (element-type OutlayCostRow) */
  GtkSingleSelection     *selection;
  OutlayCostTableColumns *columns;
  gboolean                refreshing;
  gboolean                wants_start; /* to be scrolled to the first column */

  GtkWidget              *scroller;
  GtkColumnView          *view;
};

G_DEFINE_FINAL_TYPE (OutlayCostTable, outlay_cost_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_CUMULATIVE,
  PROP_ALL_MONTHS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* The rows */

static void
select_focus (OutlayCostTable *self)
{
  GListModel *sorted = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (sorted); i++)
    {
      g_autoptr (OutlayCostRow) row = g_list_model_get_item (sorted, i);

      if (outlay_cost_row_get_look (row)->focus)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
}

static void
refresh (OutlayCostTable *self)
{
  OutlayEstimate *estimate = NULL;

  if (self->session != NULL)
    estimate = outlay_session_get_estimate (self->session);
  if (estimate == NULL)
    {
      g_list_store_remove_all (self->rows);
      return;
    }

  self->refreshing = TRUE;
  outlay_cost_table_columns_update (self->columns, estimate);
  if (outlay_cost_rows_update (self->rows, self->session, estimate, self->cumulative))
    outlay_cost_table_columns_sort (self->columns);
  select_focus (self);
  self->refreshing = FALSE;
}

static void
on_selected (OutlayCostTable *self)
{
  OutlayCostRow *row = gtk_single_selection_get_selected_item (self->selection);
  const char *id;

  if (self->refreshing || row == NULL || self->session == NULL)
    return;

  id = outlay_cost_row_get_option_id (row);
  if (outlay_scenario_find_option (outlay_session_get_scenario (self->session), id) >= 0)
    outlay_session_set_focus (self->session, id);
}

static OutlayCostCell *
find_total (GtkWidget *widget)
{
  OutlayCostCell *found = NULL;

  if (OUTLAY_IS_COST_CELL (widget))
    return outlay_cost_cell_get_column (OUTLAY_COST_CELL (widget)) == OUTLAY_COST_COLUMN_TOTAL
             ? OUTLAY_COST_CELL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_total (child);

  return found;
}

/* Only the row that has the focus can be activated. */
static void
on_activated (OutlayCostTable *self)
{
  GtkWidget *row = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  OutlayCostCell *cell = NULL;

  if (row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self)))
    cell = find_total (row);
  if (cell != NULL)
    outlay_cost_cell_ask (cell);
}

/**
 * outlay_cost_table_copy:
 * @self: a table
 *
 * Puts all months of all options on the clipboard.
 */
void
outlay_cost_table_copy (OutlayCostTable *self)
{
  OutlayEstimate *estimate;
  g_autofree char *text = NULL;

  g_return_if_fail (OUTLAY_IS_COST_TABLE (self));

  estimate = self->session != NULL ? outlay_session_get_estimate (self->session) : NULL;
  if (estimate == NULL)
    return;

  text = outlay_cost_table_to_tsv (estimate);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
on_copy (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  outlay_cost_table_copy (OUTLAY_COST_TABLE (widget));
}

/* Where it goes */

static void
outlay_cost_table_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  gtk_widget_measure (OUTLAY_COST_TABLE (widget)->scroller, orientation, for_size,
                      minimum, natural, NULL, NULL);
}

/* A scrolled window opens at the left, where a table that runs from right to
 * left ends. */
static gboolean
scroll_to_start (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       data)
{
  OutlayCostTable *self = OUTLAY_COST_TABLE (widget);
  GtkAdjustment *across =
    gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  gtk_adjustment_set_value (across, right_to_left ? gtk_adjustment_get_upper (across) : 0);

  return G_SOURCE_REMOVE;
}

static void
outlay_cost_table_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  OutlayCostTable *self = OUTLAY_COST_TABLE (widget);
  GtkAllocation place = { 0, 0, width, height };

  gtk_widget_size_allocate (self->scroller, &place, baseline);
  outlay_cost_table_columns_fit (self->columns, width);
  if (self->wants_start)
    gtk_widget_add_tick_callback (widget, scroll_to_start, NULL, NULL);
  self->wants_start = FALSE;
}

static void
outlay_cost_table_direction_changed (GtkWidget        *widget,
                                     GtkTextDirection  previous)
{
  OUTLAY_COST_TABLE (widget)->wants_start = TRUE;
}

/* Rows grow with the text. */
static void
outlay_cost_table_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  OutlayCostTable *self = OUTLAY_COST_TABLE (widget);
  double scale = outlay_widget_get_text_scale (widget);

  GTK_WIDGET_CLASS (outlay_cost_table_parent_class)->css_changed (widget, change);

  g_object_set (self->scroller,
                "max-content-height", (int) (MAX_HEIGHT * scale),
                "min-content-height", (int) (MIN_HEIGHT * scale),
                NULL);
}

/* The object */

static void
set_session (OutlayCostTable *self,
             OutlaySession   *session)
{
  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

static void
set_cumulative (OutlayCostTable *self,
                gboolean         cumulative)
{
  if (self->cumulative == cumulative)
    return;

  self->cumulative = cumulative;
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CUMULATIVE]);
}

static void
set_all_months (OutlayCostTable *self,
                gboolean         all_months)
{
  if (!outlay_cost_table_columns_set_all_months (self->columns, all_months))
    return;

  self->wants_start = TRUE;
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ALL_MONTHS]);
}

static void
outlay_cost_table_dispose (GObject *object)
{
  OutlayCostTable *self = OUTLAY_COST_TABLE (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->columns, outlay_cost_table_columns_free);
  /* A list that goes says that nothing is selected any more. */
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, on_selected, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_COST_TABLE);

  G_OBJECT_CLASS (outlay_cost_table_parent_class)->dispose (object);
}

static void
outlay_cost_table_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  OutlayCostTable *self = OUTLAY_COST_TABLE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_CUMULATIVE:
      g_value_set_boolean (value, self->cumulative);
      break;
    case PROP_ALL_MONTHS:
      g_value_set_boolean (value, outlay_cost_table_columns_get_all_months (self->columns));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_cost_table_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  OutlayCostTable *self = OUTLAY_COST_TABLE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      set_session (self, g_value_get_object (value));
      break;
    case PROP_CUMULATIVE:
      set_cumulative (self, g_value_get_boolean (value));
      break;
    case PROP_ALL_MONTHS:
      set_all_months (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * OutlayCostTable:session:
   *
   * Whose costs are shown.
   */
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OUTLAY_TYPE_SESSION, flags);

  /**
   * OutlayCostTable:cumulative:
   *
   * Whether the columns of months are added up.
   */
  props[PROP_CUMULATIVE] = g_param_spec_boolean ("cumulative", NULL, NULL, FALSE, flags);

  /**
   * OutlayCostTable:all-months:
   *
   * Whether each month has a column.
   */
  props[PROP_ALL_MONTHS] = g_param_spec_boolean ("all-months", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
outlay_cost_table_class_init (OutlayCostTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_cost_table_dispose;
  object_class->get_property = outlay_cost_table_get_property;
  object_class->set_property = outlay_cost_table_set_property;
  widget_class->measure = outlay_cost_table_measure;
  widget_class->size_allocate = outlay_cost_table_size_allocate;
  outlay_widget_class_repaint_whole (widget_class);
  widget_class->css_changed = outlay_cost_table_css_changed;
  widget_class->direction_changed = outlay_cost_table_direction_changed;

  install_properties (object_class);

  gtk_widget_class_install_action (widget_class, "cost-table.copy", NULL, on_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "cost-table.copy", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/cost-table.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayCostTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostTable, view);
  gtk_widget_class_set_css_name (widget_class, "costtable");
}

static void
outlay_cost_table_init (OutlayCostTable *self)
{
  GtkSortListModel *sorted;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->rows = g_list_store_new (OUTLAY_TYPE_COST_ROW);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  self->columns = outlay_cost_table_columns_new (self->view);

  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate",
                           G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);

  self->session_signals = g_signal_group_new (OUTLAY_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "estimated",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "simulated",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "view-changed",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

GtkWidget *
outlay_cost_table_new (void)
{
  return g_object_new (OUTLAY_TYPE_COST_TABLE, NULL);
}
