/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "card-columns.h"

#include "chart-style.h"

/* With less, the cards stand below each other, px. */
#define TWO_COLUMNS_WIDTH 760
#define SIDE_WIDTH 332
#define SPACING 12

static gboolean
has_two_columns (GtkWidget *box,
                 int        width)
{
  return width >= TWO_COLUMNS_WIDTH * outlay_widget_get_text_scale (box);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *box)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_columns (GtkWidget      *box,
                 GtkOrientation  orientation,
                 int             for_size,
                 int            *minimum,
                 int            *natural,
                 int            *minimum_baseline,
                 int            *natural_baseline)
{
  GtkWidget *main = gtk_widget_get_first_child (box);
  GtkWidget *side = gtk_widget_get_last_child (box);
  int side_width = (int) (SIDE_WIDTH * outlay_widget_get_text_scale (box));
  gboolean two = for_size >= 0 && has_two_columns (box, for_size);
  int main_least, main_wanted, side_least, side_wanted;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      gtk_widget_measure (main, orientation, two ? for_size - SPACING - side_width : for_size,
                          &main_least, &main_wanted, NULL, NULL);
      gtk_widget_measure (side, orientation, two ? side_width : for_size,
                          &side_least, &side_wanted, NULL, NULL);
      *minimum = two ? MAX (main_least, side_least) : main_least + SPACING + side_least;
      *natural = two ? MAX (main_wanted, side_wanted) : main_wanted + SPACING + side_wanted;
      return;
    }

  gtk_widget_measure (main, orientation, -1, &main_least, &main_wanted, NULL, NULL);
  gtk_widget_measure (side, orientation, -1, &side_least, &side_wanted, NULL, NULL);
  *minimum = MAX (main_least, side_least);
  *natural = main_wanted + SPACING + side_width;
}

static void
allocate_columns (GtkWidget *box,
                  int        width,
                  int        height,
                  int        baseline)
{
  GtkWidget *main = gtk_widget_get_first_child (box);
  GtkWidget *side = gtk_widget_get_last_child (box);
  gboolean right_to_left = gtk_widget_get_direction (box) == GTK_TEXT_DIR_RTL;
  int side_width = (int) (SIDE_WIDTH * outlay_widget_get_text_scale (box));
  GtkAllocation main_place = { 0, 0, width, height };
  GtkAllocation side_place = { 0, 0, width, height };

  if (has_two_columns (box, width))
    {
      main_place.width = width - SPACING - side_width;
      side_place.width = side_width;
      main_place.x = right_to_left ? side_width + SPACING : 0;
      side_place.x = right_to_left ? 0 : main_place.width + SPACING;
    }
  else
    {
      gtk_widget_measure (side, GTK_ORIENTATION_VERTICAL, width, &side_place.height,
                          NULL, NULL, NULL);
      main_place.height = height - SPACING - side_place.height;
      side_place.y = main_place.height + SPACING;
    }

  gtk_widget_size_allocate (main, &main_place, -1);
  gtk_widget_size_allocate (side, &side_place, -1);
}

/**
 * outlay_card_columns_new:
 *
 * Lays out two children: the second beside the first where there is room, else
 * below it.
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *
outlay_card_columns_new (void)
{
  return gtk_custom_layout_new (get_request_mode, measure_columns, allocate_columns);
}
