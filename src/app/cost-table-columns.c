/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cost-table-columns.h"

#include "column-view-names.h"
#include "cost-cell.h"
#include "cost-columns.h"
#include "cost-name-cell.h"
#include "cost-row.h"

#include <glib/gi18n.h>
#include <math.h>

/* The futures, then from the right, but never the total. */
static const guint drop_order[] = {
  OUTLAY_COST_COLUMN_P90,
  OUTLAY_COST_COLUMN_AGAINST,
  OUTLAY_COST_COLUMN_PER_ACCEPTED,
  OUTLAY_COST_COLUMN_LAST,
  OUTLAY_COST_COLUMN_PEAK,
  OUTLAY_COST_COLUMN_FIRST,
};

#define N_DROPS G_N_ELEMENTS (drop_order)

struct _OutlayCostTableColumns
{
  GtkColumnView       *view;
  GtkColumnViewColumn *summary[OUTLAY_COST_COLUMN_MONTH];
  GPtrArray           *months;
  guint                n_months;
  gboolean             all_months;

  guint                n_dropped;
  guint                n_to_drop; /* from the next frame on */
  int                  widths[OUTLAY_COST_COLUMN_MONTH]; /* px, the least that each needs */
  guint                n_before;  /* dropped, before more were */
  int                  needed_before; /* px, by the table then */
  guint                fit_id;
};

/* One column */

static int
compare_figures (gconstpointer a,
                 gconstpointer b,
                 gpointer      column)
{
  double first = outlay_cost_row_get_value ((OutlayCostRow *) a, GPOINTER_TO_UINT (column));
  double second = outlay_cost_row_get_value ((OutlayCostRow *) b, GPOINTER_TO_UINT (column));

  /* No figure is less than any. */
  if (isnan (first) || isnan (second))
    return !isnan (first) - !isnan (second);

  return (first > second) - (first < second);
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      column)
{
  return g_utf8_collate (outlay_cost_row_get_name ((OutlayCostRow *) a),
                         outlay_cost_row_get_name ((OutlayCostRow *) b));
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  column)
{
  gtk_list_item_set_child (item, outlay_cost_cell_new (GPOINTER_TO_UINT (column)));
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  column)
{
  outlay_cost_cell_set_row (OUTLAY_COST_CELL (gtk_list_item_get_child (item)),
                            gtk_list_item_get_item (item));
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  column)
{
  outlay_cost_cell_set_row (OUTLAY_COST_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
on_setup_name (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  column)
{
  gtk_list_item_set_child (item, outlay_cost_name_cell_new ());
}

static void
on_bind_name (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  column)
{
  outlay_cost_name_cell_set_row (OUTLAY_COST_NAME_CELL (gtk_list_item_get_child (item)),
                                 gtk_list_item_get_item (item));
}

static void
on_unbind_name (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  column)
{
  outlay_cost_name_cell_set_row (OUTLAY_COST_NAME_CELL (gtk_list_item_get_child (item)), NULL);
}

static GtkColumnViewColumn *
create_column (guint column)
{
  gboolean name = column == OUTLAY_COST_COLUMN_OPTION;
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = NULL;
  GtkColumnViewColumn *created;
  gpointer data = GUINT_TO_POINTER (column);

  g_signal_connect (factory, "setup", G_CALLBACK (name ? on_setup_name : on_setup), data);
  g_signal_connect (factory, "bind", G_CALLBACK (name ? on_bind_name : on_bind), data);
  g_signal_connect (factory, "unbind", G_CALLBACK (name ? on_unbind_name : on_unbind), data);
  sorter = GTK_SORTER (gtk_custom_sorter_new (name ? compare_names : compare_figures,
                                              data, NULL));

  created = gtk_column_view_column_new (NULL, factory);
  gtk_column_view_column_set_sorter (created, sorter);
  gtk_column_view_column_set_expand (created, TRUE);

  return created;
}

static void
set_title (GtkColumnViewColumn  *column,
           const OutlayEstimate *estimate,
           guint                 id)
{
  g_autofree char *title = outlay_cost_column_get_title (estimate, id);

  if (g_strcmp0 (gtk_column_view_column_get_title (column), title) != 0)
    gtk_column_view_column_set_title (column, title);
}

/* Titles of figures stand over their ends. A column has no property for that in
 * GTK 4, so it is set on the box inside the title's button; without such a box
 * titles stay at the start. */
static void
align_titles (OutlayCostTableColumns *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  gboolean is_name = TRUE;

  for (; title != NULL; title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *box = gtk_widget_get_first_child (title);

      if (box != NULL && !is_name)
        gtk_widget_set_halign (box, GTK_ALIGN_END);
      is_name = FALSE;
    }
}

/* All columns */

static gboolean
is_dropped (OutlayCostTableColumns *self,
            guint                   column)
{
  for (guint i = 0; i < self->n_dropped; i++)
    if (drop_order[i] == column)
      return TRUE;

  return FALSE;
}

/* In the wide table the months themselves stand for first, peak and last; and
 * a period of one month has only one of the three. */
static gboolean
is_shown (OutlayCostTableColumns *self,
          guint                   column)
{
  switch (column)
    {
    case OUTLAY_COST_COLUMN_FIRST:
      return !self->all_months && !is_dropped (self, column);
    case OUTLAY_COST_COLUMN_PEAK:
    case OUTLAY_COST_COLUMN_LAST:
      return !self->all_months && !is_dropped (self, column) && self->n_months > 1;
    default:
      return self->all_months || !is_dropped (self, column);
    }
}

static void
show_columns (OutlayCostTableColumns *self)
{
  for (guint i = 0; i < OUTLAY_COST_COLUMN_MONTH; i++)
    gtk_column_view_column_set_visible (self->summary[i], is_shown (self, i));

  align_titles (self);
}

static void
ensure_months (OutlayCostTableColumns *self)
{
  guint n_wanted = self->all_months ? self->n_months : 0;

  while (self->months->len > n_wanted)
    {
      gtk_column_view_remove_column (self->view,
                                     g_ptr_array_index (self->months, self->months->len - 1));
      g_ptr_array_set_size (self->months, (int) self->months->len - 1);
    }

  while (self->months->len < n_wanted)
    {
      GtkColumnViewColumn *column = create_column (OUTLAY_COST_COLUMN_MONTH + self->months->len);

      g_ptr_array_add (self->months, column);
      gtk_column_view_insert_column (self->view, self->months->len, column);
    }
}

OutlayCostTableColumns *
outlay_cost_table_columns_new (GtkColumnView *view)
{
  OutlayCostTableColumns *self = g_new0 (OutlayCostTableColumns, 1);

  self->view = view;
  outlay_column_view_name_parts (view, _("Options"));
  self->months = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < OUTLAY_COST_COLUMN_MONTH; i++)
    {
      self->summary[i] = create_column (i);
      gtk_column_view_append_column (view, self->summary[i]);
    }

  gtk_column_view_sort_by_column (view, self->summary[OUTLAY_COST_COLUMN_TOTAL],
                                  GTK_SORT_DESCENDING);

  return self;
}

void
outlay_cost_table_columns_free (OutlayCostTableColumns *self)
{
  if (self->fit_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->fit_id);
  for (guint i = 0; i < OUTLAY_COST_COLUMN_MONTH; i++)
    g_object_unref (self->summary[i]);
  g_ptr_array_unref (self->months);
  g_free (self);
}

/**
 * outlay_cost_table_columns_update:
 * @self: columns
 * @estimate: what the table is about to show
 *
 * Has a column for each month and the right titles.
 */
void
outlay_cost_table_columns_update (OutlayCostTableColumns *self,
                                  const OutlayEstimate   *estimate)
{
  self->n_months = estimate->n_months;
  ensure_months (self);
  show_columns (self);

  for (guint i = 0; i < OUTLAY_COST_COLUMN_MONTH; i++)
    set_title (self->summary[i], estimate, i);
  for (guint i = 0; i < self->months->len; i++)
    set_title (g_ptr_array_index (self->months, i), estimate, OUTLAY_COST_COLUMN_MONTH + i);
}

static void
resort (GtkColumnViewColumn *column)
{
  gtk_sorter_changed (gtk_column_view_column_get_sorter (column), GTK_SORTER_CHANGE_DIFFERENT);
}

/**
 * outlay_cost_table_columns_sort:
 * @self: columns
 *
 * Sorts the rows anew, once their figures are others.
 */
void
outlay_cost_table_columns_sort (OutlayCostTableColumns *self)
{
  for (guint i = 0; i < OUTLAY_COST_COLUMN_MONTH; i++)
    resort (self->summary[i]);
  for (guint i = 0; i < self->months->len; i++)
    resort (g_ptr_array_index (self->months, i));
}

/* The titles are such a row, too. */
static void
measure_row (OutlayCostTableColumns *self,
             GtkWidget              *row)
{
  GtkWidget *cell = gtk_widget_get_first_child (row);

  for (guint i = 0; i < OUTLAY_COST_COLUMN_MONTH && cell != NULL; i++)
    if (is_shown (self, i))
      {
        int least;

        gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
        self->widths[i] = MAX (self->widths[i], least);
        cell = gtk_widget_get_next_sibling (cell);
      }
}

/* Measured rather than read from what the columns have been given: that was for the
 * figures before, and a column remembered as too narrow would be brought back and
 * dropped for ever. */
static void
measure_columns (OutlayCostTableColumns *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  for (guint i = 0; i < OUTLAY_COST_COLUMN_MONTH; i++)
    if (is_shown (self, i))
      self->widths[i] = 0;

  measure_row (self, header);
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    measure_row (self, row);
}

/* What columns gave back when they went is what they need, even where their cells say
 * less: the table holds on to the room that figures had a moment ago. */
static void
learn_widths (OutlayCostTableColumns *self,
              int                     needed)
{
  int more = self->needed_before - needed;

  if (self->n_dropped <= self->n_before)
    return;

  for (guint i = self->n_before; i < self->n_dropped; i++)
    more -= self->widths[drop_order[i]];
  self->widths[drop_order[self->n_dropped - 1]] += MAX (more, 0);
  self->n_before = self->n_dropped;
}

static guint
count_to_drop (OutlayCostTableColumns *self,
               int                     width)
{
  guint n = self->n_dropped;
  int needed;

  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_HORIZONTAL, -1,
                      &needed, NULL, NULL, NULL);

  learn_widths (self, needed);
  if (needed > width)
    {
      measure_columns (self);
      self->n_before = n;
      self->needed_before = needed;
    }
  for (; n < N_DROPS && needed > width; n++)
    needed -= self->widths[drop_order[n]];
  for (; n > 0 && needed + self->widths[drop_order[n - 1]] <= width; n--)
    needed += self->widths[drop_order[n - 1]];

  return n;
}

static gboolean
fit_now (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  OutlayCostTableColumns *self = data;

  self->fit_id = 0;
  self->n_dropped = self->n_to_drop;
  show_columns (self);

  return G_SOURCE_REMOVE;
}

/**
 * outlay_cost_table_columns_fit:
 * @self: columns of a table that has its size
 * @width: that size, px
 *
 * Leaves out columns that do not fit, and brings back those that do. It happens
 * before the next frame, because sizes must not change while they are given.
 */
void
outlay_cost_table_columns_fit (OutlayCostTableColumns *self,
                               int                     width)
{
  if (self->all_months || self->fit_id != 0)
    return;

  self->n_to_drop = count_to_drop (self, width);
  if (self->n_to_drop != self->n_dropped)
    self->fit_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), fit_now, self, NULL);
}

gboolean
outlay_cost_table_columns_get_all_months (OutlayCostTableColumns *self)
{
  return self->all_months;
}

/**
 * outlay_cost_table_columns_set_all_months:
 * @self: columns
 * @all_months: whether each month has a column
 *
 * Returns: whether that is new; then the columns want an update
 */
gboolean
outlay_cost_table_columns_set_all_months (OutlayCostTableColumns *self,
                                          gboolean                all_months)
{
  if (self->all_months == all_months)
    return FALSE;

  self->all_months = all_months;
  gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (self->view),
                                     all_months ? GTK_SCROLL_NATURAL : GTK_SCROLL_MINIMUM);

  return TRUE;
}
