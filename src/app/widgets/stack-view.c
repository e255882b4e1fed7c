/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stack-view.h"

#include "chart-style.h"
#include "figure-format.h"

#include <glib/gi18n.h>

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
  OutlayChartCanvas           parent_instance;

  OutlayFigureTable          *table; /* not owned: it lies on the same page */
  const OutlayBreakdownChart *data;  /* of the page */
  int                         part;
  int                         month;
  gboolean                    is_pinned;
};

G_DEFINE_FINAL_TYPE (OutlayStackView, outlay_stack_view, OUTLAY_TYPE_CHART_CANVAS)

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

static OutlayChartLayout *
outlay_stack_view_lay_out (OutlayChartCanvas *canvas,
                           int                width,
                           int                height)
{
  OutlayStackView *self = OUTLAY_STACK_VIEW (canvas);
  g_auto (OutlayChartVoice) voice = { 0 };
  OutlayChartLayout *layout;
  OutlayChartStyle style;

  if (self->data == NULL)
    return NULL;

  outlay_chart_style_init_widget (&style, &voice, GTK_WIDGET (self),
                                  self->data->breakdown->estimate->scenario->currency.code);
  style.end_labels = width >= LABELS_MIN_WIDTH * style.text_scale;
  style.months_in_one_line = TRUE;
  if (self->table != NULL)
    outlay_figure_table_get_gutters (self->table, width,
                                     &style.start_gutter, &style.end_gutter);

  layout = outlay_chart_layout_new (&self->data->chart, width, height, &style);
  outlay_chart_layout_set_selection (layout, self->part, self->month);

  return layout;
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
point_at (OutlayStackView *self,
          double           x,
          double           y)
{
  OutlayChartLayout *layout = outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (self));
  int part = -1;

  if (layout != NULL)
    part = outlay_chart_layout_get_series_at (layout, x, y, 0);

  walk_to (self, part, part >= 0 ? outlay_chart_layout_get_month_at (layout, x, y) : -1);
}

static void
on_motion (OutlayStackView *self,
           double           x,
           double           y)
{
  if (outlay_chart_canvas_move_pointer (OUTLAY_CHART_CANVAS (self), x, y))
    point_at (self, x, y);
}

static void
on_leave (OutlayStackView *self)
{
  outlay_chart_canvas_forget_pointer (OUTLAY_CHART_CANVAS (self));
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
  point_at (self, x, y);
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

  self->data = NULL;
  self->table = NULL;

  G_OBJECT_CLASS (outlay_stack_view_parent_class)->dispose (object);
}

static void
outlay_stack_view_class_init (OutlayStackViewClass *klass)
{
  OutlayChartCanvasClass *canvas_class = OUTLAY_CHART_CANVAS_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_stack_view_dispose;
  canvas_class->lay_out = outlay_stack_view_lay_out;
  canvas_class->natural_width = 640;
  canvas_class->min_height = 200;
  canvas_class->natural_height = 300;
  canvas_class->follows_others = TRUE; /* the table */

  signals[SIGNAL_SELECTED] =
    g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[SIGNAL_ASKED] =
    g_signal_new ("asked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chartview");
}

static void
outlay_stack_view_init (OutlayStackView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->part = -1;
  self->month = -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Chart of the parts of the cost by month"), -1);

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
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

  outlay_chart_canvas_drop_layout (OUTLAY_CHART_CANVAS (self));
  if (data != NULL)
    describe (self);
}

/* Outlines a layer, or none if both are -1. */
void
outlay_stack_view_select (OutlayStackView *self,
                          int              part,
                          int              month)
{
  OutlayChartLayout *layout;

  g_return_if_fail (OUTLAY_IS_STACK_VIEW (self));

  if (self->part == part && self->month == month)
    return;

  self->part = part;
  self->month = month;
  layout = outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (self));
  if (layout != NULL)
    outlay_chart_layout_set_selection (layout, part, month);
  outlay_chart_canvas_show_cursor (OUTLAY_CHART_CANVAS (self), part >= 0 ? "pointer" : NULL);
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
  OutlayChartLayout *layout;
  double bottom = 0;
  double top, x, y;

  g_return_if_fail (OUTLAY_IS_STACK_VIEW (self));

  layout = outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (self));
  g_return_if_fail (layout != NULL);

  for (int i = 0; i < part; i++)
    bottom += self->data->series[i].values[month];
  top = bottom + self->data->series[part].values[month];

  x = outlay_chart_layout_get_month_x (layout, (guint) month);
  y = outlay_chart_layout_get_value_y (layout, (bottom + top) / 2);
  *place = (GdkRectangle) { (int) x - 20, (int) y, 40, 1 };
}
