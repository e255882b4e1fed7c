/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "strip-layout.h"

#define COLUMN_GAP 3
#define ROW_GAP 3

/* A column is at most this many times as wide as it has to be. */
#define STRETCH_MAX 1.6

/**
 * OutlayStripLayout:
 *
 * Lays a heading, the first child, and equal cells in as many rows as they
 * need. The heading stands beside the cells as long as two of them fit there,
 * else above them. Right to left, all of it is mirrored.
 *
 * The width of a column is the widest minimum of the cells, so that it does not
 * move with their text.
 */
struct _OutlayStripLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (OutlayStripLayout, outlay_strip_layout, GTK_TYPE_LAYOUT_MANAGER)

/**
 * Plan:
 * @beside: whether the heading stands beside the cells
 *
 * What a width allows; all but the counts in px.
 */
typedef struct
{
  int      n_cells;
  int      n_columns;
  int      n_rows;
  int      column_width;
  int      row_height;
  gboolean beside;
  int      heading_width;
  int      heading_height;
} Plan;

static void
measure_cells (GtkWidget      *first,
               GtkOrientation  orientation,
               int            *n_cells,
               int            *largest)
{
  *n_cells = 0;
  *largest = 0;

  for (GtkWidget *cell = first; cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    {
      int minimum;

      gtk_widget_measure (cell, orientation, -1, &minimum, NULL, NULL, NULL);
      *largest = MAX (*largest, minimum);
      *n_cells += 1;
    }
}

static int
count_columns (int width,
               int column_width,
               int n_cells)
{
  return CLAMP ((width + COLUMN_GAP) / (column_width + COLUMN_GAP), 0, n_cells);
}

/* A negative width stands for as much as is wanted. */
static Plan
make_plan (GtkWidget *widget,
           int        width)
{
  GtkWidget *heading = gtk_widget_get_first_child (widget);
  GtkWidget *first = gtk_widget_get_next_sibling (heading);
  Plan plan = { 0 };
  int least, cells_width;

  gtk_widget_measure (heading, GTK_ORIENTATION_HORIZONTAL, -1,
                      NULL, &plan.heading_width, NULL, NULL);
  gtk_widget_measure (heading, GTK_ORIENTATION_VERTICAL, -1,
                      &plan.heading_height, NULL, NULL, NULL);
  measure_cells (first, GTK_ORIENTATION_VERTICAL, &plan.n_cells, &plan.row_height);
  measure_cells (first, GTK_ORIENTATION_HORIZONTAL, &plan.n_cells, &least);

  if (width < 0)
    width = plan.heading_width + plan.n_cells * (COLUMN_GAP + least);

  cells_width = width - plan.heading_width - COLUMN_GAP;
  plan.n_columns = count_columns (cells_width, least, plan.n_cells);
  plan.beside = plan.n_columns >= MIN (2, plan.n_cells);
  if (!plan.beside)
    {
      cells_width = width;
      plan.n_columns = MAX (count_columns (cells_width, least, plan.n_cells), 1);
    }

  if (plan.n_columns > 0)
    {
      plan.n_rows = (plan.n_cells + plan.n_columns - 1) / plan.n_columns;
      plan.column_width = MIN ((cells_width + COLUMN_GAP) / plan.n_columns - COLUMN_GAP,
                               (int) (least * STRETCH_MAX));
    }

  return plan;
}

static int
get_cells_height (const Plan *plan)
{
  return MAX (plan->n_rows * (plan->row_height + ROW_GAP) - ROW_GAP, 0);
}

static GtkSizeRequestMode
outlay_strip_layout_get_request_mode (GtkLayoutManager *manager,
                                      GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  Plan plan = make_plan (widget, -1);
  int least, n_cells;

  gtk_widget_measure (gtk_widget_get_first_child (widget), GTK_ORIENTATION_HORIZONTAL, -1,
                      minimum, NULL, NULL, NULL);
  measure_cells (gtk_widget_get_next_sibling (gtk_widget_get_first_child (widget)),
                 GTK_ORIENTATION_HORIZONTAL, &n_cells, &least);

  *minimum = MAX (*minimum, least);
  *natural = MAX (*minimum, plan.heading_width + n_cells * (COLUMN_GAP + least));
}

static void
outlay_strip_layout_measure (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             GtkOrientation    orientation,
                             int               for_size,
                             int              *minimum,
                             int              *natural,
                             int              *minimum_baseline,
                             int              *natural_baseline)
{
  Plan plan;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }

  plan = make_plan (widget, for_size);
  *minimum = plan.beside ? MAX (plan.heading_height, get_cells_height (&plan))
                         : plan.heading_height + ROW_GAP + get_cells_height (&plan);
  *natural = *minimum;
}

static void
place (GtkWidget     *widget,
       GtkAllocation  box,
       int            width)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (gtk_widget_get_direction (parent) == GTK_TEXT_DIR_RTL)
    box.x = width - box.x - box.width;

  gtk_widget_size_allocate (widget, &box, -1);
}

static void
outlay_strip_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              int               width,
                              int               height,
                              int               baseline)
{
  GtkWidget *heading = gtk_widget_get_first_child (widget);
  Plan plan = make_plan (widget, width);
  int left = plan.beside ? plan.heading_width + COLUMN_GAP : 0;
  int top = plan.beside ? 0 : plan.heading_height + ROW_GAP;
  GtkAllocation heading_box = { 0, 0, MIN (plan.heading_width, width),
                                plan.beside ? MAX (plan.row_height, plan.heading_height)
                                            : plan.heading_height };
  int i = 0;

  place (heading, heading_box, width);

  for (GtkWidget *cell = gtk_widget_get_next_sibling (heading);
       cell != NULL;
       cell = gtk_widget_get_next_sibling (cell), i++)
    {
      GtkAllocation box = { left + i % plan.n_columns * (plan.column_width + COLUMN_GAP),
                            top + i / plan.n_columns * (plan.row_height + ROW_GAP),
                            plan.column_width, plan.row_height };

      place (cell, box, width);
    }
}

static void
outlay_strip_layout_class_init (OutlayStripLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = outlay_strip_layout_get_request_mode;
  manager_class->measure = outlay_strip_layout_measure;
  manager_class->allocate = outlay_strip_layout_allocate;
}

static void
outlay_strip_layout_init (OutlayStripLayout *self)
{
}
