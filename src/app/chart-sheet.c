/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is copied or printed of a window: the chart on the page that is shown. That of
 * the Cost page is made as for a file; the others are drawn as they are seen, below
 * the finding of their page. */
#include "chart-sheet.h"

#include "widgets/chart-canvas.h"
#include "widgets/steady-label.h"
#include "widgets/theme-palette.h"
#include "window-export.h"

#include <pango/pangocairo.h>

/* Pixels of a copy to each px. */
#define SCALE 2

/* Around chart and heading, between them, and the sizes of the heading's type, px. */
#define MARGIN 16
#define GAP 6
#define TITLE_FONT 17.3
#define SUBTITLE_FONT 12.0

struct _OutlayChartSheet
{
  OutlayChartLayout *layout;
  OutlayPalette      palette;
  PangoLayout       *title;    /* or NULL: the layout has its own */
  PangoLayout       *subtitle;
  double             x;        /* of the layout */
  double             y;
  double             width;    /* of all */
  double             height;
};

typedef gboolean (*IsWanted) (GtkWidget *widget);

static gboolean
is_canvas (GtkWidget *widget)
{
  return OUTLAY_IS_CHART_CANVAS (widget);
}

/* What a page says of its figures; the line below it is the next widget. */
static gboolean
is_finding (GtkWidget *widget)
{
  return gtk_widget_has_css_class (widget, "finding");
}

static const char *
get_text (GtkWidget *label)
{
  if (GTK_IS_LABEL (label))
    return gtk_label_get_text (GTK_LABEL (label));

  return OUTLAY_IS_STEADY_LABEL (label)
           ? outlay_steady_label_get_text (OUTLAY_STEADY_LABEL (label)) : NULL;
}

/* The first widget of a kind, from @widget down, that can be seen. */
static GtkWidget *
find_seen (GtkWidget *widget,
           IsWanted   is_wanted)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (is_wanted (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_seen (child, is_wanted);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static PangoLayout *
create_text (GtkWidget  *widget,
             const char *text,
             double      size,
             gboolean    bold,
             double      width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoFontDescription *font =
    pango_font_description_copy (pango_context_get_font_description (
                                   pango_layout_get_context (layout)));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));

  return layout;
}

static double
get_height (PangoLayout *text)
{
  int height;

  pango_layout_get_pixel_size (text, NULL, &height);

  return height;
}

/* On paper and in a letter the text of the screen's size is the right one. */
static void
fill_from_canvas (OutlayChartSheet  *self,
                  OutlayChartCanvas *canvas,
                  GtkWidget         *finding,
                  gboolean           on_paper)
{
  GtkWidget *widget = GTK_WIDGET (canvas);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  outlay_theme_palette_set_on_paper (on_paper);
  self->layout = OUTLAY_CHART_CANVAS_GET_CLASS (canvas)->lay_out (canvas, width, height);
  outlay_theme_palette_init (&self->palette, widget);
  outlay_theme_palette_set_on_paper (FALSE);

  self->x = self->y = MARGIN;
  if (finding != NULL)
    {
      const char *subtitle = get_text (gtk_widget_get_next_sibling (finding));

      self->title = create_text (widget, get_text (finding), TITLE_FONT, TRUE, width);
      self->subtitle = create_text (widget, subtitle, SUBTITLE_FONT, FALSE, width);
      self->y += get_height (self->title) + get_height (self->subtitle) + GAP;
    }
  self->width = width + 2 * MARGIN;
  self->height = self->y + height + MARGIN;
}

static void
fill_from_cost_page (OutlayChartSheet *self,
                     OutlayWindow     *window,
                     gboolean          on_paper)
{
  g_auto (OutlayChartPicture) picture;

  outlay_chart_picture_init (&picture, window);
  if (on_paper)
    outlay_palette_init (&picture.style.palette, FALSE, FALSE);
  self->palette = picture.style.palette;
  self->width = OUTLAY_PICTURE_WIDTH;
  self->height = OUTLAY_PICTURE_HEIGHT;
  self->layout = outlay_chart_layout_new (&picture.data->chart, self->width, self->height,
                                          &picture.style);
}

/**
 * outlay_chart_sheet_new:
 * @window: a window
 * @on_paper: whether it is to be drawn for paper, which is light
 *
 * Takes the chart of the page that is shown; that of the Cost page where the page has
 * none.
 *
 * Returns: (transfer full) (nullable): the chart; %NULL where there is nothing to draw
 */
OutlayChartSheet *
outlay_chart_sheet_new (OutlayWindow *window,
                        gboolean      on_paper)
{
  GtkWidget *page = adw_view_stack_get_visible_child (outlay_window_get_pages (window));
  g_autoptr (OutlayChartSheet) self = g_new0 (OutlayChartSheet, 1);
  GtkWidget *canvas = NULL;

  if (outlay_session_get_estimate (outlay_window_get_session (window)) == NULL)
    return NULL;
  if (page != GTK_WIDGET (outlay_window_get_cost_page (window)))
    canvas = find_seen (page, is_canvas);

  if (canvas == NULL)
    fill_from_cost_page (self, window, on_paper);
  else
    fill_from_canvas (self, OUTLAY_CHART_CANVAS (canvas),
                      find_seen (page, is_finding), on_paper);

  return self->layout != NULL ? g_steal_pointer (&self) : NULL;
}

void
outlay_chart_sheet_free (OutlayChartSheet *sheet)
{
  outlay_chart_layout_free (sheet->layout);
  g_clear_object (&sheet->title);
  g_clear_object (&sheet->subtitle);
  g_free (sheet);
}

static void
draw_heading (OutlayChartSheet *self,
              cairo_t          *cr)
{
  outlay_color_set_source (self->palette.text, cr);
  cairo_move_to (cr, MARGIN, MARGIN);
  pango_cairo_show_layout (cr, self->title);
  outlay_color_set_source (self->palette.dim, cr);
  cairo_move_to (cr, MARGIN, MARGIN + get_height (self->title));
  pango_cairo_show_layout (cr, self->subtitle);
  cairo_new_path (cr);
}

/**
 * outlay_chart_sheet_draw:
 * @sheet: a chart
 * @cr: where to draw, with the origin at a corner
 * @width: the room, in units of @cr
 * @height: the same upwards
 *
 * Draws the chart as large as the room allows, at its top and in its middle.
 */
void
outlay_chart_sheet_draw (OutlayChartSheet *sheet,
                         cairo_t          *cr,
                         double            width,
                         double            height)
{
  double scale = MIN (width / sheet->width, height / sheet->height);

  cairo_save (cr);
  cairo_translate (cr, (width - scale * sheet->width) / 2.0, 0.0);
  cairo_scale (cr, scale, scale);

  outlay_color_set_source (sheet->palette.card, cr);
  cairo_rectangle (cr, 0.0, 0.0, sheet->width, sheet->height);
  cairo_fill (cr);
  if (sheet->title != NULL)
    draw_heading (sheet, cr);
  cairo_translate (cr, sheet->x, sheet->y);
  outlay_chart_layout_draw (sheet->layout, cr);
  cairo_restore (cr);
}

/**
 * outlay_chart_sheet_to_texture:
 * @sheet: a chart
 *
 * Returns: (transfer full): an image of it
 */
GdkTexture *
outlay_chart_sheet_to_texture (OutlayChartSheet *sheet)
{
  int width = (int) (SCALE * sheet->width);
  int height = (int) (SCALE * sheet->height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  outlay_chart_sheet_draw (sheet, cr, width, height);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}
