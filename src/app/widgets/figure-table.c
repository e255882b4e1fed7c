/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure-table-private.h"

#include "figure-cell.h"
#include "line-sample.h"
#include "theme-palette.h"
#include "setters.h"

#include <glib/gi18n.h>
#include <math.h>

/* The side of the mark of a fill, px. */
#define SWATCH 9

/**
 * OutlayFigureTable:
 *
 * A table of figures with a column of names before them.
 *
 * Below a chart (#OutlayFigureTable:below-chart) all columns but the last stand
 * exactly below the months of an #OutlayStackView of the same width, see
 * outlay_figure_table_get_gutters(), and have no titles, for the chart has them;
 * where months stand too close for their figures, only the last column is shown.
 * Elsewhere columns are as wide as they need to be, and share what is left.
 *
 * Signals:
 *
 * - `asked` (row, column): a figure is asked why; see #OutlaySheet
 *
 * # Keys
 *
 * Tab enters and leaves the table; the arrow keys, Home and End walk its cells,
 * Return and Space ask.
 *
 * # CSS nodes
 *
 * `figuretable`, with a `label` for each name and title, and a `figurecell` for
 * each figure.
 *
 * # Accessibility
 *
 * A table, whose cells say row, column and figure.
 */

G_DEFINE_FINAL_TYPE (OutlayFigureTable, outlay_figure_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_BELOW_CHART,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Children */

static GtkWidget *
add_label (OutlayFigureTable *self,
           GPtrArray         *labels,
           double             xalign)
{
  /* Of names the ends tell most: "Claude Opus 4.8", "Claude Sonnet 4.6". */
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", xalign,
                                   "ellipsize", PANGO_ELLIPSIZE_MIDDLE,
                                   NULL);

  gtk_widget_set_parent (label, GTK_WIDGET (self));
  g_ptr_array_add (labels, label);

  return label;
}

static void
on_asked (OutlayFigureTable *self,
          GtkWidget         *cell)
{
  guint position;

  if (g_ptr_array_find (self->cells, cell, &position))
    g_signal_emit (self, signals[SIGNAL_ASKED], 0,
                   position / self->n_columns, position % self->n_columns);
}

static void
create_children (OutlayFigureTable *self,
                 const OutlaySheet *sheet)
{
  self->n_rows = sheet->rows->len;
  self->n_columns = sheet->columns->len;
  g_free (self->widths);
  self->widths = g_new0 (int, self->n_columns + 1);

  for (guint row = 0; row < self->n_rows; row++)
    {
      GtkWidget *sample = outlay_line_sample_new ();

      add_label (self, self->names, 0);
      gtk_widget_set_parent (sample, GTK_WIDGET (self));
      g_ptr_array_add (self->samples, sample);
    }
  for (guint column = 0; column < self->n_columns; column++)
    gtk_widget_add_css_class (add_label (self, self->titles, 1), "dim-label");
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    {
      GtkWidget *cell = outlay_figure_cell_new ();

      g_signal_connect_object (cell, "asked", G_CALLBACK (on_asked), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (cell, GTK_WIDGET (self));
      g_ptr_array_add (self->cells, cell);
    }
}

static void
remove_children (OutlayFigureTable *self)
{
  GPtrArray *const children[] = { self->names, self->samples, self->titles, self->cells };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    g_ptr_array_set_size (children[i], 0);
}

static void
show_row (OutlayFigureTable *self,
          const OutlaySheet *sheet,
          guint              row)
{
  const OutlaySheetRow *words = outlay_sheet_get_row (sheet, row);
  GtkLabel *label = g_ptr_array_index (self->names, row);
  OutlayLineSample *sample = g_ptr_array_index (self->samples, row);
  int slot = words->mark == OUTLAY_SHEET_MARK_FILL ? (int) words->slot : -1;
  g_autofree char *tooltip = words->remark != NULL
                               ? g_strdup_printf ("%s\n%s", words->name, words->remark)
                               : g_strdup (words->name);

  gtk_label_set_text (label, words->name);
  outlay_set_tooltip (GTK_WIDGET (label), tooltip);
  gtk_widget_set_css_classes (GTK_WIDGET (label),
                              (const char *[]) { words->strong ? "total" : "name",
                                                 words->hidden ? "hidden-option" : NULL, NULL });
  gtk_widget_set_child_visible (GTK_WIDGET (sample), words->mark == OUTLAY_SHEET_MARK_LINE);
  outlay_line_sample_set_slot (sample, words->slot);
  outlay_line_sample_set_hidden (sample, words->hidden);
  g_array_append_val (self->slots, slot);
  g_array_append_val (self->tints, words->focus);
}

static void
show_cell (OutlayFigureTable *self,
           const OutlaySheet *sheet,
           guint              row,
           guint              column)
{
  const OutlaySheetRow *words = outlay_sheet_get_row (sheet, row);
  const OutlaySheetColumn *heading = outlay_sheet_get_column (sheet, column);
  OutlayFigureCell *cell =
    g_ptr_array_index (self->cells, row * self->n_columns + column);
  const char *text = outlay_sheet_get_text (sheet, row, column);
  g_autofree char *name = NULL;

  if (*text == '\0')
    text = "–";

  outlay_figure_cell_set (cell, text, words->strong || heading->strong,
                          outlay_sheet_get_asks (sheet, row, column));

  /* Translators: a row, a column and the figure, to be spoken */
  name = g_strdup_printf (C_("spoken", "%s, %s: %s"), words->name, heading->spoken,
                          words->remark != NULL ? words->remark : text);
  outlay_figure_cell_describe (cell, name);
}

/* Drawing */

static void
append_color (GtkSnapshot *snapshot,
              OutlayColor  color,
              double       x,
              double       y,
              double       width,
              double       height)
{
  GdkRGBA rgba = { (float) color.red, (float) color.green, (float) color.blue,
                   (float) color.alpha };

  gtk_snapshot_append_color (snapshot, &rgba,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y,
                                                  (float) width, (float) height));
}

static void
draw_swatch (OutlayFigureTable   *self,
             GtkSnapshot         *snapshot,
             const OutlayPalette *palette,
             guint                slot,
             double               y)
{
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double x = right_to_left ? gtk_widget_get_width (GTK_WIDGET (self)) - SWATCH : 0;
  GskRoundedRect shape;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) x, (float) y, SWATCH, SWATCH);

  gsk_rounded_rect_init_from_rect (&shape, &bounds, 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  append_color (snapshot, outlay_palette_get_fill (palette, slot), x, y, SWATCH, SWATCH);
  gtk_snapshot_pop (snapshot);
}

static void
outlay_figure_table_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  OutlayFigureTable *self = OUTLAY_FIGURE_TABLE (widget);
  int width = gtk_widget_get_width (widget);
  int header = self->below_chart ? 0 : 1;
  OutlayPalette palette;

  outlay_theme_palette_init (&palette, widget);
  for (guint row = 0; row < self->n_rows; row++)
    {
      double y = ((int) row + header) * self->row_height;
      int slot = g_array_index (self->slots, int, row);

      if (g_array_index (self->tints, gboolean, row))
        append_color (snapshot,
                      outlay_color_with_alpha (outlay_color_from_hex (0x3584e4), 0.13),
                      0, y, width, self->row_height);
      append_color (snapshot, palette.grid, 0, y, width, 1);
      if (slot >= 0)
        draw_swatch (self, snapshot, &palette, (guint) slot,
                     floor (y + (self->row_height - SWATCH) / 2.0));
    }

  GTK_WIDGET_CLASS (outlay_figure_table_parent_class)->snapshot (widget, snapshot);
}

/* The object */

static void
outlay_figure_table_dispose (GObject *object)
{
  OutlayFigureTable *self = OUTLAY_FIGURE_TABLE (object);

  remove_children (self);
  self->n_rows = 0;
  self->n_columns = 0;

  G_OBJECT_CLASS (outlay_figure_table_parent_class)->dispose (object);
}

static void
outlay_figure_table_finalize (GObject *object)
{
  OutlayFigureTable *self = OUTLAY_FIGURE_TABLE (object);

  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->samples);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->slots);
  g_array_unref (self->tints);
  g_free (self->widths);

  G_OBJECT_CLASS (outlay_figure_table_parent_class)->finalize (object);
}

static void
outlay_figure_table_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_BELOW_CHART:
      g_value_set_boolean (value, OUTLAY_FIGURE_TABLE (object)->below_chart);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_figure_table_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_BELOW_CHART:
      OUTLAY_FIGURE_TABLE (object)->below_chart = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_figure_table_class_init (OutlayFigureTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_figure_table_dispose;
  object_class->finalize = outlay_figure_table_finalize;
  object_class->get_property = outlay_figure_table_get_property;
  object_class->set_property = outlay_figure_table_set_property;
  widget_class->measure = outlay_figure_table_measure;
  widget_class->size_allocate = outlay_figure_table_size_allocate;
  widget_class->snapshot = outlay_figure_table_snapshot;
  widget_class->focus = outlay_figure_table_focus;

  /**
   * OutlayFigureTable:below-chart:
   *
   * Whether its columns stand below the months of a chart.
   */
  props[PROP_BELOW_CHART] =
    g_param_spec_boolean ("below-chart", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_ASKED] =
    g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  outlay_figure_table_class_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "figuretable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
outlay_figure_table_init (OutlayFigureTable *self)
{
  GDestroyNotify unparent = (GDestroyNotify) gtk_widget_unparent;

  self->names = g_ptr_array_new_with_free_func (unparent);
  self->samples = g_ptr_array_new_with_free_func (unparent);
  self->titles = g_ptr_array_new_with_free_func (unparent);
  self->cells = g_ptr_array_new_with_free_func (unparent);
  self->slots = g_array_new (FALSE, FALSE, sizeof (int));
  self->tints = g_array_new (FALSE, FALSE, sizeof (gboolean));
  outlay_theme_palette_connect (GTK_WIDGET (self));
}

GtkWidget *
outlay_figure_table_new (void)
{
  return g_object_new (OUTLAY_TYPE_FIGURE_TABLE, NULL);
}

/**
 * outlay_figure_table_set_sheet:
 * @self: a table
 * @sheet: what it shows; not kept
 */
void
outlay_figure_table_set_sheet (OutlayFigureTable *self,
                               const OutlaySheet *sheet)
{
  g_return_if_fail (OUTLAY_IS_FIGURE_TABLE (self));

  if (self->n_rows != sheet->rows->len || self->n_columns != sheet->columns->len)
    {
      remove_children (self);
      create_children (self, sheet);
    }

  g_array_set_size (self->slots, 0);
  g_array_set_size (self->tints, 0);
  for (guint column = 0; column < self->n_columns; column++)
    gtk_label_set_text (g_ptr_array_index (self->titles, column),
                        outlay_sheet_get_column (sheet, column)->title);
  for (guint row = 0; row < self->n_rows; row++)
    {
      show_row (self, sheet, row);
      for (guint column = 0; column < self->n_columns; column++)
        show_cell (self, sheet, row, column);
    }

  if (outlay_figure_table_measure_sheet (self, sheet))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns: (transfer none): where a popover may point to */
GtkWidget *
outlay_figure_table_get_cell (OutlayFigureTable *self,
                              guint              row,
                              guint              column)
{
  g_return_val_if_fail (OUTLAY_IS_FIGURE_TABLE (self), NULL);
  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, NULL);

  return g_ptr_array_index (self->cells, row * self->n_columns + column);
}
