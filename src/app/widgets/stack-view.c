/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stack-view.h"

#include "chart-style.h"
#include "figure-format.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MIN_WIDTH 240
#define MIN_HEIGHT 200
#define NATURAL_WIDTH 640
#define NATURAL_HEIGHT 300

/* Where names at the bars' end would take too much, the table has them. */
#define LABELS_MIN_WIDTH 520

/**
 * OutlayStackView:
 *
 * What an option costs by month, stacked by the parts of a breakdown. Its
 * months stand exactly above those of its table.
 *
 * Signals:
 *
 * - `selected` (part, month): the pointer or a key is at another layer; -1 for none
 * - `asked` (part, month): a layer is asked why it costs what it costs
 *
 * # Keys
 *
 * Left and Right walk the months the way they look, Up and Down the layers, Home
 * and End go to the first and the last month, Return and Space ask, Escape
 * leaves the layer.
 *
 * # CSS nodes
 *
 * One node, `chartview`.
 *
 * # Accessibility
 *
 * An image whose description says the layer walked to, else the whole period.
 * The same figures are in the table below.
 */
struct _OutlayStackView
{
  GtkWidget                   parent_instance;

  OutlayFigureTable          *table; /* not owned: it lies on the same page */
  const OutlayBreakdownChart *data;  /* of the page */
  OutlayChartLayout          *layout;
  int                         layout_width;
  int                         layout_height;
  int                         part;
  int                         month;
  gboolean                    is_pinned;
  const char                 *cursor_name;
};

G_DEFINE_FINAL_TYPE (OutlayStackView, outlay_stack_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECTED,
  SIGNAL_ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is drawn */

static char *
describe_layer (OutlayStackView *self)
{
  const OutlaySheet *sheet = self->data->sheet;
  gboolean is_period = self->month < 0;
  guint row = outlay_breakdown_chart_get_row (self->data, self->part);
  guint column = is_period ? sheet->columns->len - 1 : (guint) self->month;

  /* Translators: a part of the cost, a month and money, to be spoken */
  return g_strdup_printf (C_("spoken", "%s, %s: %s"),
                          outlay_sheet_get_row (sheet, row)->name,
                          outlay_sheet_get_column (sheet, column)->spoken,
                          outlay_sheet_get_text (sheet, row, column));
}

static void
describe (OutlayStackView *self)
{
  g_autofree char *text = describe_layer (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
drop_layout (OutlayStackView *self)
{
  g_clear_pointer (&self->layout, outlay_chart_layout_free);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
make_layout (OutlayStackView *self,
             int              width,
             int              height)
{
  g_auto (OutlayChartVoice) voice = { 0 };
  OutlayChartStyle style;
  const char *currency = self->data->breakdown->estimate->scenario->currency.code;

  outlay_chart_style_init_widget (&style, &voice, GTK_WIDGET (self), currency);
  style.end_labels = width >= LABELS_MIN_WIDTH * style.text_scale;
  style.months_in_one_line = TRUE;
  if (self->table != NULL)
    outlay_figure_table_get_gutters (self->table, width,
                                     &style.start_gutter, &style.end_gutter);

  self->layout = outlay_chart_layout_new (&self->data->chart, width, height, &style);
  self->layout_width = width;
  self->layout_height = height;
  outlay_chart_layout_set_selection (self->layout, self->part, self->month);
}

static void
outlay_stack_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  OutlayStackView *self = OUTLAY_STACK_VIEW (widget);

  g_clear_pointer (&self->layout, outlay_chart_layout_free);
  if (self->data != NULL)
    make_layout (self, width, height);

  gtk_widget_queue_draw (widget);
}

static void
outlay_stack_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  double scale = outlay_widget_get_text_scale (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    {
      *minimum = (int) (MIN_HEIGHT * scale);
      *natural = (int) (NATURAL_HEIGHT * scale);
    }
}

static void
outlay_stack_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  OutlayStackView *self = OUTLAY_STACK_VIEW (widget);
  cairo_t *cr;

  if (self->layout == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, self->layout_width,
                                                                 self->layout_height));
  outlay_chart_layout_draw (self->layout, cr);
  cairo_destroy (cr);
}

static void
outlay_stack_view_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (outlay_stack_view_parent_class)->css_changed (widget, change);

  drop_layout (OUTLAY_STACK_VIEW (widget));
}

static void
outlay_stack_view_direction_changed (GtkWidget        *widget,
                                     GtkTextDirection  previous)
{
  drop_layout (OUTLAY_STACK_VIEW (widget));
}

/* Pointer */

static void
walk_to (OutlayStackView *self,
         int              part,
         int              month)
{
  if (self->is_pinned || (self->part == part && self->month == month))
    return;

  outlay_stack_view_select (self, part, month);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, part, month);
}

static void
on_motion (OutlayStackView *self,
           double           x,
           double           y)
{
  int part = -1;

  if (self->layout != NULL)
    part = outlay_chart_layout_get_series_at (self->layout, x, y, 0);

  walk_to (self, part, part >= 0 ? outlay_chart_layout_get_month_at (self->layout, x, y) : -1);
}

static void
on_leave (OutlayStackView *self)
{
  walk_to (self, -1, -1);
}

static void
ask (OutlayStackView *self)
{
  if (self->data != NULL && self->part >= 0 && self->month >= 0)
    g_signal_emit (self, signals[SIGNAL_ASKED], 0, self->part, self->month);
}

static void
on_released (OutlayStackView *self,
             int              n_press,
             double           x,
             double           y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  on_motion (self, x, y);
  ask (self);
}

/* Keys */

static gboolean
on_walk (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  OutlayStackView *self = OUTLAY_STACK_VIEW (widget);
  int along, up, n_months, n_parts;

  g_variant_get (args, "(ii)", &along, &up);
  if (self->data == NULL || self->data->chart.n_series == 0)
    return GDK_EVENT_PROPAGATE;

  n_months = (int) self->data->chart.n_months;
  n_parts = (int) self->data->chart.n_series;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    along = -along;

  if (self->month < 0)
    walk_to (self, up < 0 ? n_parts - 1 : 0, along < 0 ? n_months - 1 : 0);
  else
    walk_to (self, CLAMP (self->part + up, 0, n_parts - 1),
             CLAMP (self->month + along, 0, n_months - 1));

  return GDK_EVENT_STOP;
}

static gboolean
on_go_to (GtkWidget *widget,
          GVariant  *args,
          gpointer   data)
{
  OutlayStackView *self = OUTLAY_STACK_VIEW (widget);
  int month = g_variant_get_int32 (args);

  if (self->data == NULL || self->data->chart.n_series == 0)
    return GDK_EVENT_PROPAGATE;

  walk_to (self, MAX (self->part, 0), MIN (month, (int) self->data->chart.n_months - 1));

  return GDK_EVENT_STOP;
}

static gboolean
on_ask (GtkWidget *widget,
        GVariant  *args,
        gpointer   data)
{
  ask (OUTLAY_STACK_VIEW (widget));

  return GDK_EVENT_STOP;
}

/* Escape is left to others where there is no layer to leave. */
static gboolean
on_escape (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  OutlayStackView *self = OUTLAY_STACK_VIEW (widget);

  if (self->month < 0)
    return GDK_EVENT_PROPAGATE;

  walk_to (self, -1, -1);

  return GDK_EVENT_STOP;
}

static void
add_walk (GtkWidgetClass *widget_class,
          guint           key,
          guint           keypad_key,
          int             along,
          int             up)
{
  gtk_widget_class_add_binding (widget_class, key, 0, on_walk, "(ii)", along, up);
  gtk_widget_class_add_binding (widget_class, keypad_key, 0, on_walk, "(ii)", along, up);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const guint ask_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  add_walk (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  add_walk (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  add_walk (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, 1);
  add_walk (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, on_go_to, "i", 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, on_go_to, "i", G_MAXINT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ask_keys); i++)
    gtk_widget_class_add_binding (widget_class, ask_keys[i], 0, on_ask, NULL);
}

/* The object */

static void
outlay_stack_view_dispose (GObject *object)
{
  OutlayStackView *self = OUTLAY_STACK_VIEW (object);

  g_clear_pointer (&self->layout, outlay_chart_layout_free);
  self->data = NULL;
  self->table = NULL;

  G_OBJECT_CLASS (outlay_stack_view_parent_class)->dispose (object);
}

static void
outlay_stack_view_class_init (OutlayStackViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_stack_view_dispose;
  widget_class->measure = outlay_stack_view_measure;
  widget_class->size_allocate = outlay_stack_view_size_allocate;
  widget_class->snapshot = outlay_stack_view_snapshot;
  widget_class->css_changed = outlay_stack_view_css_changed;
  widget_class->direction_changed = outlay_stack_view_direction_changed;

  signals[SIGNAL_SELECTED] =
    g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[SIGNAL_ASKED] =
    g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
outlay_stack_view_init (OutlayStackView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->part = -1;
  self->month = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Chart of the parts of the cost by month"), -1);

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (drop_layout), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (drop_layout), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
outlay_stack_view_new (void)
{
  return g_object_new (OUTLAY_TYPE_STACK_VIEW, NULL);
}

/* Sets the table below whose columns the months stand; it must live as long. */
void
outlay_stack_view_set_table (OutlayStackView   *self,
                             OutlayFigureTable *table)
{
  g_return_if_fail (OUTLAY_IS_STACK_VIEW (self));

  self->table = table;
}

/**
 * outlay_stack_view_set_data:
 * @self: a view
 * @data: (nullable): what is stacked; it must live until the next
 */
void
outlay_stack_view_set_data (OutlayStackView            *self,
                            const OutlayBreakdownChart *data)
{
  g_return_if_fail (OUTLAY_IS_STACK_VIEW (self));

  self->data = data;
  if (data == NULL || self->part >= (int) data->chart.n_series ||
      self->month >= (int) data->chart.n_months)
    self->part = self->month = -1;

  drop_layout (self);
  if (data != NULL)
    describe (self);
}

/* Outlines a layer, or none if both are -1. */
void
outlay_stack_view_select (OutlayStackView *self,
                          int              part,
                          int              month)
{
  const char *cursor_name = part >= 0 ? "pointer" : NULL;

  g_return_if_fail (OUTLAY_IS_STACK_VIEW (self));

  if (self->part == part && self->month == month)
    return;

  self->part = part;
  self->month = month;
  if (self->layout != NULL)
    outlay_chart_layout_set_selection (self->layout, part, month);
  if (self->cursor_name != cursor_name)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor_name);
  self->cursor_name = cursor_name;
  if (self->data != NULL)
    describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Keeps the layer that is outlined, wherever the pointer goes. */
void
outlay_stack_view_set_pinned (OutlayStackView *self,
                              gboolean         is_pinned)
{
  g_return_if_fail (OUTLAY_IS_STACK_VIEW (self));

  self->is_pinned = is_pinned;
}

/**
 * outlay_stack_view_get_place:
 * @self: a view that has its size
 * @part: a part
 * @month: a month
 * @place: (out): where its layer is, px
 */
void
outlay_stack_view_get_place (OutlayStackView *self,
                             int              part,
                             int              month,
                             GdkRectangle    *place)
{
  double bottom = 0;
  double top, x, y;

  g_return_if_fail (OUTLAY_IS_STACK_VIEW (self) && self->layout != NULL);

  for (int i = 0; i < part; i++)
    bottom += self->data->series[i].values[month];
  top = bottom + self->data->series[part].values[month];

  x = outlay_chart_layout_get_month_x (self->layout, (guint) month);
  y = outlay_chart_layout_get_value_y (self->layout, (bottom + top) / 2);
  *place = (GdkRectangle) { (int) x - 20, (int) y, 40, 1 };
}
