/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "swing-bar.h"

#include "chart-style.h"
#include "figure-format.h"
#include "theme-palette.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#define HEIGHT 17
#define BAR_HEIGHT 12
#define LABEL_WIDTH 62
#define LABEL_GAP 4

/* How much of the option's colour the end at P10 has. */
#define LIGHT 0.45

/**
 * OutlaySwingBar:
 *
 * A bar of the tornado: what a factor changes at its P10 (light) and at its P90
 * (dark), on both sides of the estimate, with signed amounts. Where both ends
 * lie on one side, both amounts stand there. It mirrors right to left.
 *
 * # CSS nodes
 *
 * One node, `swingbar`.
 *
 * # Accessibility
 *
 * Presentation only: the button around it says the same.
 */
struct _OutlaySwingBar
{
  GtkWidget  parent_instance;

  guint      slot;
  double     least;
  double     most;
  double     low;
  double     high;
  char      *before; /* the text at the start of the bar, or NULL */
  char      *after;
};

G_DEFINE_FINAL_TYPE (OutlaySwingBar, outlay_swing_bar, GTK_TYPE_WIDGET)

static double
get_x (OutlaySwingBar *self,
       double          change)
{
  double scale = outlay_widget_get_text_scale (GTK_WIDGET (self));
  double start = LABEL_WIDTH * scale;
  double room = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * start, 1);
  double span = self->most - self->least;

  return start + (span > 0 ? (change - self->least) / span * room : room / 2);
}

static void
draw_part (OutlaySwingBar *self,
           cairo_t        *cr,
           OutlayColor     color,
           double          change)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double bar = BAR_HEIGHT * outlay_widget_get_text_scale (GTK_WIDGET (self));
  double zero = get_x (self, 0);

  outlay_color_set_source (color, cr);
  cairo_rectangle (cr, zero, (height - bar) / 2, get_x (self, change) - zero, bar);
  cairo_fill (cr);
}

static OutlayColor
mix (OutlayColor top,
     OutlayColor below)
{
  return (OutlayColor) { LIGHT * top.red + (1 - LIGHT) * below.red,
                         LIGHT * top.green + (1 - LIGHT) * below.green,
                         LIGHT * top.blue + (1 - LIGHT) * below.blue, 1 };
}

/* The longer part goes first, so that the shorter one can be seen on it. */
static void
draw_bar (OutlaySwingBar      *self,
          const OutlayPalette *palette,
          cairo_t             *cr)
{
  OutlayColor dark = outlay_palette_get_series (palette, self->slot);
  OutlayColor light = mix (dark, palette->card);
  double zero = get_x (self, 0);
  gboolean low_first = ABS (self->low) > ABS (self->high);

  draw_part (self, cr, low_first ? light : dark, low_first ? self->low : self->high);
  draw_part (self, cr, low_first ? dark : light, low_first ? self->high : self->low);

  outlay_color_set_source (palette->axis, cr);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, zero, 0);
  cairo_line_to (cr, zero, gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_stroke (cr);
}

/* Text is drawn unmirrored, at the mirrored place. */
static void
draw_text (OutlaySwingBar      *self,
           const OutlayPalette *palette,
           cairo_t             *cr,
           const char          *text,
           gboolean             is_before,
           double               edge)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double width = gtk_widget_get_width (widget);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int text_width, text_height;
  double x;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  x = is_before ? edge - LABEL_GAP - text_width : edge + LABEL_GAP;
  x = CLAMP (x, 0, MAX (width - text_width, 0));
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = width - x - text_width;

  outlay_color_set_source (palette->text, cr);
  cairo_move_to (cr, x, (gtk_widget_get_height (widget) - text_height) / 2.0);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

static void
outlay_swing_bar_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  OutlaySwingBar *self = OUTLAY_SWING_BAR (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  OutlayPalette palette;

  outlay_theme_palette_init (&palette, widget);
  cairo_save (cr);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  draw_bar (self, &palette, cr);
  cairo_restore (cr);

  if (self->before != NULL)
    draw_text (self, &palette, cr, self->before, TRUE,
               get_x (self, MIN (MIN (self->low, self->high), 0)));
  if (self->after != NULL)
    draw_text (self, &palette, cr, self->after, FALSE,
               get_x (self, MAX (MAX (self->low, self->high), 0)));
  cairo_destroy (cr);
}

static void
outlay_swing_bar_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  double scale = outlay_widget_get_text_scale (widget);
  gboolean horizontal = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = (int) ((horizontal ? 2.5 * LABEL_WIDTH : HEIGHT) * scale);
  *natural = (int) ((horizontal ? 4 * LABEL_WIDTH : HEIGHT) * scale);
}

static void
outlay_swing_bar_finalize (GObject *object)
{
  OutlaySwingBar *self = OUTLAY_SWING_BAR (object);

  g_free (self->before);
  g_free (self->after);

  G_OBJECT_CLASS (outlay_swing_bar_parent_class)->finalize (object);
}

static void
outlay_swing_bar_class_init (OutlaySwingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = outlay_swing_bar_finalize;
  widget_class->measure = outlay_swing_bar_measure;
  widget_class->snapshot = outlay_swing_bar_snapshot;

  gtk_widget_class_set_css_name (widget_class, "swingbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
outlay_swing_bar_init (OutlaySwingBar *self)
{
  outlay_theme_palette_connect (GTK_WIDGET (self));
}

GtkWidget *
outlay_swing_bar_new (void)
{
  return g_object_new (OUTLAY_TYPE_SWING_BAR, NULL);
}

/**
 * outlay_swing_bar_format_change:
 * @change: money, more or less
 * @currency: its ISO 4217 code
 *
 * Returns: (transfer full): the change with its sign
 */
char *
outlay_swing_bar_format_change (double      change,
                                const char *currency)
{
  return outlay_figure_format_signed (change, outlay_figure_format_money_short (change, currency));
}

/**
 * outlay_swing_bar_show:
 * @self: a bar
 * @scale: what it has in common with the others
 * @low: the change at the factor's P10
 * @high: the change at its P90
 */
void
outlay_swing_bar_show (OutlaySwingBar         *self,
                       const OutlaySwingScale *scale,
                       double                  low,
                       double                  high)
{
  g_autofree char *least = outlay_swing_bar_format_change (MIN (low, high), scale->currency);
  g_autofree char *most = outlay_swing_bar_format_change (MAX (low, high), scale->currency);

  g_return_if_fail (OUTLAY_IS_SWING_BAR (self));

  self->slot = scale->slot;
  self->least = scale->least;
  self->most = scale->most;
  self->low = low;
  self->high = high;
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->after, g_free);

  if (low * high < 0)
    {
      self->before = g_steal_pointer (&least);
      self->after = g_steal_pointer (&most);
    }
  else
    {
      g_autofree char *at_low = outlay_swing_bar_format_change (low, scale->currency);
      g_autofree char *at_high = outlay_swing_bar_format_change (high, scale->currency);
      /* Translators: two changes of money: "+$2.4k to +$0.1k" */
      char *both = g_strdup_printf (C_("change", "%s to %s"), at_low, at_high);

      if (low + high < 0)
        self->before = both;
      else
        self->after = both;
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}
