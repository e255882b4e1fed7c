/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "odds-cells.h"

#include "chart-style.h"
#include "line-sample.h"

/* Where there is no fan to stand under, px. */
#define NAME_WIDTH 130
#define STEP 52

/* What is left free between two cells, px. */
#define GAP 3

/**
 * OutlayOddsCells:
 *
 * A line of the table of odds: a name, with the sample of its line, then a text
 * for each month, which stands below that month of the fan. It mirrors right to
 * left.
 *
 * # CSS nodes
 *
 * `oddscells` with a `box` and a `label.odds` for each month, `label.shaded`
 * where the chance is low.
 */
struct _OutlayOddsCells
{
  GtkWidget         parent_instance;

  OutlayFanColumns  columns;
  GtkWidget        *name_box;
  GtkWidget        *sample; /* or NULL */
  GtkLabel         *name_label;
  GPtrArray        *cells;  /* (element-type GtkLabel) */
};

G_DEFINE_FINAL_TYPE (OutlayOddsCells, outlay_odds_cells, GTK_TYPE_WIDGET)

static OutlayFanColumns
get_columns (OutlayOddsCells *self)
{
  double scale = outlay_widget_get_text_scale (GTK_WIDGET (self));
  double half = STEP * scale / 2;

  if (self->columns.first > 0 && self->columns.step >= STEP * 0.8 * scale)
    return self->columns;

  return (OutlayFanColumns) { NAME_WIDTH * scale + half, STEP * scale };
}

static void
outlay_odds_cells_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  OutlayOddsCells *self = OUTLAY_ODDS_CELLS (widget);
  OutlayFanColumns columns = get_columns (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = (int) (columns.first + columns.step * ((double) self->cells->len - 0.5));
      return;
    }

  gtk_widget_measure (self->name_box, orientation, -1, minimum, natural, NULL, NULL);
  for (guint i = 0; i < self->cells->len; i++)
    {
      int least, wanted;

      gtk_widget_measure (g_ptr_array_index (self->cells, i), orientation, -1,
                          &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
    }
}

static void
place (OutlayOddsCells *self,
       GtkWidget       *child,
       double           start,
       double           length,
       int              height)
{
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkAllocation box = { (int) start, 0, (int) length, height };
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  box.width = MAX (box.width, least);
  if (right_to_left)
    box.x = gtk_widget_get_width (GTK_WIDGET (self)) - box.x - box.width;
  gtk_widget_size_allocate (child, &box, -1);
}

static void
outlay_odds_cells_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  OutlayOddsCells *self = OUTLAY_ODDS_CELLS (widget);
  OutlayFanColumns columns = get_columns (self);
  double half = columns.step / 2;

  place (self, self->name_box, 0, columns.first - half - GAP, height);
  for (guint i = 0; i < self->cells->len; i++)
    place (self, g_ptr_array_index (self->cells, i),
           columns.first + i * columns.step - half + GAP / 2.0, columns.step - GAP, height);
}

static void
outlay_odds_cells_dispose (GObject *object)
{
  OutlayOddsCells *self = OUTLAY_ODDS_CELLS (object);

  g_clear_pointer (&self->name_box, gtk_widget_unparent);
  g_ptr_array_set_size (self->cells, 0);

  G_OBJECT_CLASS (outlay_odds_cells_parent_class)->dispose (object);
}

static void
outlay_odds_cells_finalize (GObject *object)
{
  g_ptr_array_unref (OUTLAY_ODDS_CELLS (object)->cells);

  G_OBJECT_CLASS (outlay_odds_cells_parent_class)->finalize (object);
}

static void
outlay_odds_cells_class_init (OutlayOddsCellsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_odds_cells_dispose;
  object_class->finalize = outlay_odds_cells_finalize;
  widget_class->measure = outlay_odds_cells_measure;
  widget_class->size_allocate = outlay_odds_cells_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "oddscells");
}

static void
outlay_odds_cells_init (OutlayOddsCells *self)
{
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->name_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->name_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name_label, 0);
  gtk_label_set_ellipsize (self->name_label, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_parent (self->name_box, GTK_WIDGET (self));
}

/**
 * outlay_odds_cells_new:
 * @has_sample: whether the sample of a line stands before the name
 *
 * Returns: (transfer floating): a line without texts
 */
GtkWidget *
outlay_odds_cells_new (gboolean has_sample)
{
  OutlayOddsCells *self = g_object_new (OUTLAY_TYPE_ODDS_CELLS, NULL);

  if (has_sample)
    {
      self->sample = outlay_line_sample_new ();
      gtk_widget_set_valign (self->sample, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (self->name_box), self->sample);
    }
  gtk_box_append (GTK_BOX (self->name_box), GTK_WIDGET (self->name_label));

  return GTK_WIDGET (self);
}

void
outlay_odds_cells_set_name (OutlayOddsCells *self,
                            const char      *name,
                            guint            slot)
{
  g_return_if_fail (OUTLAY_IS_ODDS_CELLS (self));

  gtk_label_set_text (self->name_label, name);
  if (self->sample != NULL)
    outlay_line_sample_set_slot (OUTLAY_LINE_SAMPLE (self->sample), slot);
}

static void
add_cell (OutlayOddsCells *self)
{
  GtkWidget *cell = gtk_label_new (NULL);

  gtk_widget_add_css_class (cell, "odds");
  gtk_widget_add_css_class (cell, "numeric");
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  g_ptr_array_add (self->cells, cell);
}

/**
 * outlay_odds_cells_set_texts:
 * @self: a line
 * @texts: (array length=n): a text for each month
 * @shaded: (array length=n) (nullable): which of them are shaded
 * @n: the number of months
 */
void
outlay_odds_cells_set_texts (OutlayOddsCells    *self,
                             const char * const *texts,
                             const gboolean     *shaded,
                             guint               n)
{
  g_return_if_fail (OUTLAY_IS_ODDS_CELLS (self));

  while (self->cells->len < n)
    add_cell (self);
  g_ptr_array_set_size (self->cells, (int) n);

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);

      gtk_label_set_text (GTK_LABEL (cell), texts[i]);
      if (shaded != NULL && shaded[i])
        gtk_widget_add_css_class (cell, "shaded");
      else
        gtk_widget_remove_css_class (cell, "shaded");
    }
}

/**
 * outlay_odds_cells_place:
 * @self: a line
 * @columns: where the months of the fan above are
 */
void
outlay_odds_cells_place (OutlayOddsCells        *self,
                         const OutlayFanColumns *columns)
{
  g_return_if_fail (OUTLAY_IS_ODDS_CELLS (self));

  self->columns = *columns;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
