/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-canvas.h"

#include "chart-style.h"

#include <adwaita.h>
#include <math.h>

#define MIN_WIDTH 240

/* How long one picture gives way to the next, ms. */
#define FADE_TIME 200

typedef struct
{
  OutlayChartLayout *layout;
  int                layout_width;
  int                layout_height;
  const char        *cursor_name;
  double             pointer_x; /* where it was last, px; NAN while it is elsewhere */
  double             pointer_y;

  GskRenderNode     *seen;     /* as it was last drawn */
  GskRenderNode     *fading;   /* what gives way to it, or NULL */
  double             progress; /* of that, from 0 to 1 */
  AdwAnimation      *fade;
} OutlayChartCanvasPrivate;

enum
{
  SIGNAL_LAID_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (OutlayChartCanvas, outlay_chart_canvas, GTK_TYPE_WIDGET)

static OutlayChartCanvasPrivate *
get_private (OutlayChartCanvas *self)
{
  return outlay_chart_canvas_get_instance_private (self);
}

static void
end_fade (OutlayChartCanvas *self)
{
  OutlayChartCanvasPrivate *priv = get_private (self);

  if (priv->fade != NULL)
    adw_animation_pause (priv->fade);
  g_clear_pointer (&priv->fading, gsk_render_node_unref);
}

/* Whether other widgets have their places from where everything goes in this one. */
static gboolean
is_awaited (OutlayChartCanvas *self)
{
  return g_signal_has_handler_pending (self, signals[SIGNAL_LAID_OUT], 0, FALSE);
}

static void
make_layout (OutlayChartCanvas *self,
             int                width,
             int                height)
{
  OutlayChartCanvasPrivate *priv = get_private (self);

  priv->layout = OUTLAY_CHART_CANVAS_GET_CLASS (self)->lay_out (self, width, height);
  priv->layout_width = width;
  priv->layout_height = height;
  if (priv->layout != NULL)
    g_signal_emit (self, signals[SIGNAL_LAID_OUT], 0);
}

static void
outlay_chart_canvas_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  OutlayChartCanvas *self = OUTLAY_CHART_CANVAS (widget);
  OutlayChartCanvasPrivate *priv = get_private (self);

  if (OUTLAY_CHART_CANVAS_GET_CLASS (self)->follows_others ||
      width != priv->layout_width || height != priv->layout_height)
    g_clear_pointer (&priv->layout, outlay_chart_layout_free);
  if (width != priv->layout_width || height != priv->layout_height)
    end_fade (self);

  if (priv->layout == NULL)
    make_layout (self, width, height);

  gtk_widget_queue_draw (widget);
}

/* Across, text gives way; it may not make the window wider than the screen. */
static void
outlay_chart_canvas_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  OutlayChartCanvasClass *klass = OUTLAY_CHART_CANVAS_GET_CLASS (widget);
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;
  double scale = outlay_widget_get_text_scale (widget);

  *minimum = horizontal ? MIN_WIDTH : (int) (klass->min_height * scale);
  *natural = horizontal ? klass->natural_width : (int) (klass->natural_height * scale);
}

static GskRenderNode *
draw_layout (OutlayChartCanvasPrivate *priv)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, priv->layout_width, priv->layout_height);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  outlay_chart_layout_draw (priv->layout, cr);
  cairo_destroy (cr);

  return node;
}

static void
outlay_chart_canvas_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  OutlayChartCanvasPrivate *priv = get_private (OUTLAY_CHART_CANVAS (widget));

  g_clear_pointer (&priv->seen, gsk_render_node_unref);
  if (outlay_chart_canvas_get_layout (OUTLAY_CHART_CANVAS (widget)) == NULL)
    return;

  priv->seen = draw_layout (priv);
  if (priv->fading == NULL)
    {
      gtk_snapshot_append_node (snapshot, priv->seen);
      return;
    }

  gtk_snapshot_push_cross_fade (snapshot, priv->progress);
  gtk_snapshot_append_node (snapshot, priv->fading);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_node (snapshot, priv->seen);
  gtk_snapshot_pop (snapshot);
}

static void
outlay_chart_canvas_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (outlay_chart_canvas_parent_class)->css_changed (widget, change);

  outlay_chart_canvas_drop_layout (OUTLAY_CHART_CANVAS (widget));
}

static void
outlay_chart_canvas_direction_changed (GtkWidget        *widget,
                                       GtkTextDirection  previous)
{
  outlay_chart_canvas_drop_layout (OUTLAY_CHART_CANVAS (widget));
}

static void
outlay_chart_canvas_dispose (GObject *object)
{
  OutlayChartCanvasPrivate *priv = get_private (OUTLAY_CHART_CANVAS (object));

  end_fade (OUTLAY_CHART_CANVAS (object));
  g_clear_object (&priv->fade);
  g_clear_pointer (&priv->seen, gsk_render_node_unref);
  g_clear_pointer (&priv->layout, outlay_chart_layout_free);

  G_OBJECT_CLASS (outlay_chart_canvas_parent_class)->dispose (object);
}

static void
outlay_chart_canvas_class_init (OutlayChartCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_chart_canvas_dispose;
  widget_class->measure = outlay_chart_canvas_measure;
  widget_class->size_allocate = outlay_chart_canvas_size_allocate;
  widget_class->snapshot = outlay_chart_canvas_snapshot;
  widget_class->css_changed = outlay_chart_canvas_css_changed;
  widget_class->direction_changed = outlay_chart_canvas_direction_changed;

  signals[SIGNAL_LAID_OUT] =
    g_signal_new ("laid-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
outlay_chart_canvas_init (OutlayChartCanvas *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  outlay_chart_canvas_forget_pointer (self);
  g_signal_connect_object (manager, "notify::dark",
                           G_CALLBACK (outlay_chart_canvas_drop_layout), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast",
                           G_CALLBACK (outlay_chart_canvas_drop_layout), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

OutlayChartLayout *
outlay_chart_canvas_get_layout (OutlayChartCanvas *self)
{
  OutlayChartCanvasPrivate *priv;

  g_return_val_if_fail (OUTLAY_IS_CHART_CANVAS (self), NULL);

  priv = get_private (self);
  if (priv->layout == NULL && priv->layout_width > 0 && !is_awaited (self))
    make_layout (self, priv->layout_width, priv->layout_height);

  return priv->layout;
}

/* The width, in px, that the layout was made for. */
int
outlay_chart_canvas_get_layout_width (OutlayChartCanvas *self)
{
  g_return_val_if_fail (OUTLAY_IS_CHART_CANVAS (self), 0);

  return get_private (self)->layout_width;
}

/* Makes another layout once it is needed. It is seen at once: while a dial turns, the
 * hand is the animation. Where others wait for it, it is made before the next frame, at the
 * cost of a new allocation of the whole window. */
void
outlay_chart_canvas_drop_layout (OutlayChartCanvas *self)
{
  g_return_if_fail (OUTLAY_IS_CHART_CANVAS (self));

  end_fade (self);
  g_clear_pointer (&get_private (self)->layout, outlay_chart_layout_free);
  if (is_awaited (self))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * outlay_chart_canvas_show_cursor:
 * @self: a chart
 * @name: (nullable): a static string, or the usual cursor
 *
 * Asks the display only when the cursor is another one.
 */
void
outlay_chart_canvas_show_cursor (OutlayChartCanvas *self,
                                 const char        *name)
{
  OutlayChartCanvasPrivate *priv = get_private (self);

  if (priv->cursor_name == name)
    return;

  priv->cursor_name = name;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

/**
 * outlay_chart_canvas_move_pointer:
 * @self: a chart
 * @x: px
 * @y: px
 *
 * GTK tells of a pointer also when only what lies under it was laid out anew, as it is
 * after a key has walked on.
 *
 * Returns: whether it is somewhere else than before
 */
gboolean
outlay_chart_canvas_move_pointer (OutlayChartCanvas *self,
                                  double             x,
                                  double             y)
{
  OutlayChartCanvasPrivate *priv;

  g_return_val_if_fail (OUTLAY_IS_CHART_CANVAS (self), FALSE);

  priv = get_private (self);
  if (priv->pointer_x == x && priv->pointer_y == y)
    return FALSE;

  priv->pointer_x = x;
  priv->pointer_y = y;

  return TRUE;
}

/* It has left the chart. */
void
outlay_chart_canvas_forget_pointer (OutlayChartCanvas *self)
{
  OutlayChartCanvasPrivate *priv;

  g_return_if_fail (OUTLAY_IS_CHART_CANVAS (self));

  priv = get_private (self);
  priv->pointer_x = priv->pointer_y = NAN;
}

static void
on_fade (double             value,
         OutlayChartCanvas *self)
{
  OutlayChartCanvasPrivate *priv = get_private (self);

  priv->progress = value;
  if (value >= 1)
    g_clear_pointer (&priv->fading, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * outlay_chart_canvas_fade:
 * @self: a chart whose layout was dropped
 *
 * Lets what is seen now give way slowly to what is seen next, because the person looks
 * at it in another way. Where animations are off, that is at once.
 */
void
outlay_chart_canvas_fade (OutlayChartCanvas *self)
{
  OutlayChartCanvasPrivate *priv;

  g_return_if_fail (OUTLAY_IS_CHART_CANVAS (self));

  priv = get_private (self);
  if (priv->seen == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      !adw_get_enable_animations (GTK_WIDGET (self)))
    return;

  if (priv->fade == NULL)
    {
      priv->fade =
        adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FADE_TIME,
                                 adw_callback_animation_target_new (
                                   (AdwAnimationTargetFunc) on_fade, self, NULL));
      adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (priv->fade), ADW_EASE_OUT_CUBIC);
    }

  adw_animation_reset (priv->fade);
  g_clear_pointer (&priv->fading, gsk_render_node_unref);
  priv->fading = gsk_render_node_ref (priv->seen);
  adw_animation_play (priv->fade);
}
