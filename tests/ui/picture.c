/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <stdlib.h>

/* A pixel that differs by more in any channel shows something else. */
#define CHANNEL_TOLERANCE 48

/* Places are squares of so many pixels a side, of which so many may differ. A digit
 * that has become another differs in some thirty, and may lie across two places. */
#define PLACE 40
#define PLACE_TOLERANCE 8

/* Drawing */

static cairo_surface_t *
surface_new_from_texture (GdkTexture *texture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         gdk_texture_get_width (texture),
                                                         gdk_texture_get_height (texture));

  gdk_texture_download (texture, cairo_image_surface_get_data (surface),
                        (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_mark_dirty (surface);

  return surface;
}

cairo_surface_t *
picture_new_of (GtkWindow *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return NULL;

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                              (float) height));

  return surface_new_from_texture (texture);
}

/* Comparing */

static const guint8 *
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  return cairo_image_surface_get_data (surface) +
         y * cairo_image_surface_get_stride (surface) + 4 * x;
}

static gboolean
pixel_differs (cairo_surface_t *one,
               cairo_surface_t *other,
               int              x,
               int              y)
{
  const guint8 *a = get_pixel (one, x, y);
  const guint8 *b = get_pixel (other, x, y);

  for (guint channel = 0; channel < 3; channel++)
    if (abs (a[channel] - b[channel]) > CHANNEL_TOLERANCE)
      return TRUE;

  return FALSE;
}

static gboolean
have_one_size (cairo_surface_t *one,
               cairo_surface_t *other)
{
  return cairo_image_surface_get_width (one) == cairo_image_surface_get_width (other) &&
         cairo_image_surface_get_height (one) == cairo_image_surface_get_height (other);
}

static guint
count_in_place (cairo_surface_t *one,
                cairo_surface_t *other,
                int              left,
                int              top)
{
  int right = MIN (left + PLACE, cairo_image_surface_get_width (one));
  int bottom = MIN (top + PLACE, cairo_image_surface_get_height (one));
  guint n = 0;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      n += pixel_differs (one, other, x, y);

  return n;
}

gboolean
picture_differs (cairo_surface_t *one,
                 cairo_surface_t *other,
                 guint           *worst)
{
  guint most = 0;

  if (have_one_size (one, other))
    for (int top = 0; top < cairo_image_surface_get_height (one); top += PLACE)
      for (int left = 0; left < cairo_image_surface_get_width (one); left += PLACE)
        most = MAX (most, count_in_place (one, other, left, top));
  else
    most = G_MAXUINT;

  if (worst != NULL)
    *worst = most;

  return most > PLACE_TOLERANCE;
}

cairo_surface_t *
picture_new_difference (cairo_surface_t *one,
                        cairo_surface_t *other)
{
  int width = cairo_image_surface_get_width (one);
  int height = cairo_image_surface_get_height (one);
  cairo_surface_t *difference = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (difference);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, one, 0, 0);
  cairo_paint_with_alpha (cr, 0.25);

  cairo_set_source_rgb (cr, 0.9, 0, 0.1);
  for (int y = 0; have_one_size (one, other) && y < height; y++)
    for (int x = 0; x < width; x++)
      if (pixel_differs (one, other, x, y))
        cairo_rectangle (cr, x, y, 1, 1);
  cairo_fill (cr);
  cairo_destroy (cr);

  return difference;
}
