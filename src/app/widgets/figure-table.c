/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure-table.h"

#include "chart-style.h"
#include "figure-cell.h"
#include "line-sample.h"
#include "theme-palette.h"
#include "setters.h"

#include <glib/gi18n.h>
#include <math.h>

/* px at 100 % */
#define ROW_PAD 10
#define COLUMN_PAD 16
#define CELL_PAD 12
#define MIN_GAP 6
#define MARK_ROOM 18
#define SWATCH 9
#define SAMPLE_WIDTH 30
#define LABEL_ROOM 34

/* More of the width is not for names. */
#define NAMES_SHARE 0.34

/* Narrower, the chart above has no names at its end. */
#define LABELS_MIN_WIDTH 520

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
struct _OutlayFigureTable
{
  GtkWidget          parent_instance;

  gboolean           below_chart;
  guint              n_rows;
  guint              n_columns;
  GPtrArray         *names;   /* (element-type GtkLabel) */
  GPtrArray         *samples; /* (element-type GtkWidget): lines before names, or empty */
  GPtrArray         *titles;  /* (element-type GtkLabel) */
  GPtrArray         *cells;   /* (element-type OutlayFigureCell): row by row */
  GArray            *slots;   /* of fills before names, or -1 */
  GArray            *tints;   /* whether a row is in focus */
  int               *widths;  /* px that the figures of a column need */
  int                names_width;
  int                row_height;
  guint              cursor_row;
  guint              cursor_column;
};

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
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", xalign,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
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

static void
measure_sheet (OutlayFigureTable *self,
               const OutlaySheet *sheet)
{
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

static int
get_natural_width (OutlayFigureTable *self)
{
  int width = self->names_width;

  for (guint column = 0; column < self->n_columns; column++)
    width += self->widths[column] + COLUMN_PAD;

  return width;
}

static int
count_lines (OutlayFigureTable *self)
{
  return (int) self->n_rows + (self->below_chart ? 0 : 1);
}

static void
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
      *minimum = self->below_chart ? 0 : *natural;
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

static void
place_columns (OutlayFigureTable *self,
               int                width)
{
  double spare = MAX (0, width - get_natural_width (self)) / MAX (1.0, self->n_columns + 1.0);
  double x = self->names_width + spare;

  for (guint column = 0; column < self->n_columns; column++)
    {
      double room = self->widths[column] + COLUMN_PAD;

      place_column (self, column, x + spare, room, TRUE);
      x += room + spare;
    }
}

static void
place_names (OutlayFigureTable *self,
             int                width)
{
  int header = self->below_chart ? 0 : 1;
  int room = self->below_chart ? get_names_width (self, width) : self->names_width;

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

static void
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

/* Focus */

static GtkWidget *
get_cursor_cell (OutlayFigureTable *self)
{
  return g_ptr_array_index (self->cells,
                            self->cursor_row * self->n_columns + self->cursor_column);
}

static void
find_cursor (OutlayFigureTable *self,
             GtkWidget         *focus)
{
  guint position;

  if (g_ptr_array_find (self->cells, focus, &position))
    {
      self->cursor_row = position / self->n_columns;
      self->cursor_column = position % self->n_columns;
    }
}

/* Leaves the cursor where it is if there is no cell that way. */
static gboolean
move_cursor (OutlayFigureTable *self,
             int                down,
             int                along)
{
  int row = (int) self->cursor_row + down;
  int column = (int) self->cursor_column + along;

  for (; row >= 0 && row < (int) self->n_rows && column >= 0 && column < (int) self->n_columns;
       row += down, column += along)
    {
      GtkWidget *cell =
        g_ptr_array_index (self->cells, (guint) row * self->n_columns + (guint) column);

      if (gtk_widget_get_child_visible (cell))
        return gtk_widget_grab_focus (cell);
    }

  return FALSE;
}

static gboolean
outlay_figure_table_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  OutlayFigureTable *self = OUTLAY_FIGURE_TABLE (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  int ahead = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if (self->cells->len == 0)
    return FALSE;

  if (focus == NULL)
    {
      self->cursor_row = MIN (self->cursor_row, self->n_rows - 1);
      self->cursor_column = MIN (self->cursor_column, self->n_columns - 1);
      if (!gtk_widget_get_child_visible (get_cursor_cell (self)))
        self->cursor_column = self->n_columns - 1;
      return gtk_widget_grab_focus (get_cursor_cell (self));
    }

  find_cursor (self, focus);
  switch (direction)
    {
    case GTK_DIR_UP:
      return move_cursor (self, -1, 0);
    case GTK_DIR_DOWN:
      return move_cursor (self, 1, 0);
    case GTK_DIR_LEFT:
      return move_cursor (self, 0, -ahead);
    case GTK_DIR_RIGHT:
      return move_cursor (self, 0, ahead);
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
}

static gboolean
on_row_end (GtkWidget *widget,
            GVariant  *args,
            gpointer   data)
{
  OutlayFigureTable *self = OUTLAY_FIGURE_TABLE (widget);

  if (self->cells->len == 0)
    return FALSE;

  find_cursor (self, gtk_widget_get_focus_child (widget));
  self->cursor_column = g_variant_get_int32 (args) < 0 ? 0 : self->n_columns - 1;

  return gtk_widget_grab_focus (get_cursor_cell (self));
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

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, on_row_end, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, on_row_end, "i", 1);
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
  int height, width;

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

  height = count_lines (self) * self->row_height;
  width = get_natural_width (self);
  measure_sheet (self, sheet);
  if (height != count_lines (self) * self->row_height || width != get_natural_width (self))
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
