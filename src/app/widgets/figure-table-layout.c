/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure-table-private.h"

#include "chart-style.h"

#include <math.h>

/* px at 100 % */
#define ROW_PAD 10
#define COLUMN_PAD 16
#define LEAST_COLUMN_PAD 10
#define CELL_PAD 12
#define MIN_GAP 6
#define MARK_ROOM 18
#define SAMPLE_WIDTH 30
#define LABEL_ROOM 34

/* Where figures need the room, names are cut down to this; their tooltips have them. It
 * is what a vendor's and a model's name need: the table scrolls rather than let several
 * options look the same. */
#define LEAST_NAMES_WIDTH 176

/* More of the width is not for names. */
#define NAMES_SHARE 0.34

/* Narrower, the chart above has no names at its end. */
#define LABELS_MIN_WIDTH 520

/* Widths */

static int
measure_text (PangoLayout *layout,
              const char  *text,
              gboolean     strong)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* Figures are as wide as they are long, for their digits are all of one width:
 * the longest stands for all. */
static int
measure_column (OutlayFigureTable *self,
                const OutlaySheet *sheet,
                guint              column,
                PangoLayout       *layout)
{
  const OutlaySheetColumn *heading = outlay_sheet_get_column (sheet, column);
  const char *longest = "–";
  gboolean strong = heading->strong;

  for (guint row = 0; row < self->n_rows; row++)
    {
      const char *text = outlay_sheet_get_text (sheet, row, column);

      if (g_utf8_strlen (text, -1) < g_utf8_strlen (longest, -1))
        continue;
      strong = heading->strong || outlay_sheet_get_row (sheet, row)->strong;
      longest = text;
    }

  if (self->below_chart)
    return measure_text (layout, longest, strong);

  return MAX (measure_text (layout, longest, strong),
              measure_text (layout, heading->title, FALSE));
}

static int
get_natural_width (OutlayFigureTable *self)
{
  int width = self->names_width;

  for (guint column = 0; column < self->n_columns; column++)
    width += self->widths[column] + COLUMN_PAD;

  return width;
}

static int
get_least_names_width (OutlayFigureTable *self)
{
  double least = LEAST_NAMES_WIDTH * outlay_widget_get_text_scale (GTK_WIDGET (self));

  return MIN (self->names_width, (int) least);
}

static int
get_least_width (OutlayFigureTable *self)
{
  return get_natural_width (self) - (self->names_width - get_least_names_width (self)) -
         (int) self->n_columns * (COLUMN_PAD - LEAST_COLUMN_PAD);
}

static int
count_lines (OutlayFigureTable *self)
{
  return (int) self->n_rows + (self->below_chart ? 0 : 1);
}

/* Returns: whether the table wants another size than before */
gboolean
outlay_figure_table_measure_sheet (OutlayFigureTable *self,
                                   const OutlaySheet *sheet)
{
  int old_height = count_lines (self) * self->row_height;
  int old_width = get_natural_width (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  int names_width = 0;
  int height;

  for (guint row = 0; row < self->n_rows; row++)
    {
      const OutlaySheetRow *words = outlay_sheet_get_row (sheet, row);
      int room = words->mark == OUTLAY_SHEET_MARK_LINE ? SAMPLE_WIDTH + CELL_PAD : MARK_ROOM;

      names_width = MAX (names_width,
                         room + measure_text (layout, words->name, words->strong) + CELL_PAD);
    }
  for (guint column = 0; column < self->n_columns; column++)
    {
      int width = measure_column (self, sheet, column, layout);

      /* A digit more or less while a dial turns should not move the table. */
      self->widths[column] = width > self->widths[column] || width < self->widths[column] - 24
                               ? width : self->widths[column];
    }
  pango_layout_get_pixel_size (layout, NULL, &height);

  self->names_width = names_width;
  self->row_height = height + ROW_PAD;

  return old_height != count_lines (self) * self->row_height ||
         old_width != get_natural_width (self);
}

static int
get_names_width (OutlayFigureTable *self,
                 int                width)
{
  return MIN (self->names_width, (int) MAX (NAMES_SHARE * width, 96));
}

/**
 * outlay_figure_table_get_gutters:
 * @self: a table below a chart
 * @width: px of table and chart
 * @start: (out): px before the first month
 * @end: (out): px behind the last
 *
 * Divides the width so that the months of both stand below each other.
 */
void
outlay_figure_table_get_gutters (OutlayFigureTable *self,
                                 int                width,
                                 double            *start,
                                 double            *end)
{
  double scale = outlay_widget_get_text_scale (GTK_WIDGET (self));
  int total = self->n_columns > 0 ? self->widths[self->n_columns - 1] + COLUMN_PAD : 0;

  *start = get_names_width (self, width);
  *end = total;
  if (width >= LABELS_MIN_WIDTH * scale)
    *end = MAX (total, *start - MARK_ROOM + LABEL_ROOM * scale);
}

void
outlay_figure_table_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  OutlayFigureTable *self = OUTLAY_FIGURE_TABLE (widget);

  /* Children are measured, or they may not be given a size. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, minimum, natural, NULL, NULL);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = count_lines (self) * self->row_height;
  else
    {
      *natural = get_natural_width (self);
      *minimum = self->below_chart ? 0 : get_least_width (self);
    }
}

/* Places */

static void
place (OutlayFigureTable *self,
       GtkWidget         *child,
       double             x,
       double             width,
       int                line)
{
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int full = gtk_widget_get_width (GTK_WIDGET (self));
  int least;
  GtkAllocation allocation = { 0, line * self->row_height, 0, self->row_height };

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  allocation.width = MAX ((int) round (width), least);
  allocation.x = (int) round (right_to_left ? full - x - allocation.width : x);
  gtk_widget_size_allocate (child, &allocation, -1);
}

/* All months have figures, or none: a chart does not name all of them, either,
 * and a figure must not stand there without its month. */
static gboolean
has_room (OutlayFigureTable *self,
          double             step)
{
  int widest = 0;

  for (guint column = 0; column + 1 < self->n_columns; column++)
    widest = MAX (widest, self->widths[column]);

  return step >= widest + MIN_GAP;
}

static void
place_column (OutlayFigureTable *self,
              guint              column,
              double             x,
              double             width,
              gboolean           is_shown)
{
  int header = self->below_chart ? 0 : 1;
  GtkWidget *title = g_ptr_array_index (self->titles, column);

  gtk_widget_set_child_visible (title, is_shown && header > 0);
  if (header > 0)
    place (self, title, x, width - COLUMN_PAD / 2.0, 0);

  for (guint row = 0; row < self->n_rows; row++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, row * self->n_columns + column);

      gtk_widget_set_child_visible (cell, is_shown);
      if (is_shown)
        place (self, cell, x, width, (int) row + header);
    }
}

static void
place_months (OutlayFigureTable *self,
              int                width)
{
  guint n_months = self->n_columns - 1;
  double start, end, step;
  gboolean is_shown;

  outlay_figure_table_get_gutters (self, width, &start, &end);
  step = n_months > 0 ? (width - start - end) / n_months : 0;
  is_shown = has_room (self, step);

  for (guint month = 0; month < n_months; month++)
    {
      /* The figures stand in the middle, one below the other. */
      double room = self->widths[month] + COLUMN_PAD;
      double x = start + (month + 0.5) * step - room / 2;

      place_column (self, month, x, room, is_shown);
    }

  place_column (self, n_months, width - self->widths[n_months] - COLUMN_PAD,
                self->widths[n_months] + COLUMN_PAD, TRUE);
}

/* What names have in a table that is not below a chart. */
static int
get_room_of_names (OutlayFigureTable *self,
                   int                width)
{
  int lack = MAX (0, get_natural_width (self) - width);

  return MAX (self->names_width - lack, get_least_names_width (self));
}

/* Spare width is divided among the columns; where it lacks, names give way first, then
 * the gaps between figures, but never a figure. */
static void
place_columns (OutlayFigureTable *self,
               int                width)
{
  int names = get_room_of_names (self, width);
  int over = width - (get_natural_width (self) - self->names_width + names);
  double spare = MAX (0, over) / (self->n_columns + 1.0);
  double pad = COLUMN_PAD + MIN (0, over) / (double) self->n_columns;
  double x = names + spare;

  for (guint column = 0; column < self->n_columns; column++)
    {
      double room = self->widths[column] + pad;

      place_column (self, column, x + spare, room, TRUE);
      x += room + spare;
    }
}

static void
place_names (OutlayFigureTable *self,
             int                width)
{
  int header = self->below_chart ? 0 : 1;
  int room = self->below_chart ? get_names_width (self, width) : get_room_of_names (self, width);

  for (guint row = 0; row < self->n_rows; row++)
    {
      GtkWidget *sample = g_ptr_array_index (self->samples, row);
      gboolean has_sample = gtk_widget_get_child_visible (sample);
      gboolean has_mark = g_array_index (self->slots, int, row) >= 0;
      double x = has_sample ? SAMPLE_WIDTH + CELL_PAD : has_mark ? MARK_ROOM : 0;

      if (has_sample)
        place (self, sample, CELL_PAD / 2.0, SAMPLE_WIDTH, (int) row + header);
      place (self, g_ptr_array_index (self->names, row), x, room - x - CELL_PAD / 2.0,
             (int) row + header);
    }
}

void
outlay_figure_table_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  OutlayFigureTable *self = OUTLAY_FIGURE_TABLE (widget);

  if (self->n_columns == 0)
    return;

  place_names (self, width);
  if (self->below_chart)
    place_months (self, width);
  else
    place_columns (self, width);
}
