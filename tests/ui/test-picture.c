/* SPDX-License-Identifier: GPL-3.0-or-later */
/* That a figure which changes is found, and another shade of an edge is not. */
#include "picture.h"

#include <pango/pangocairo.h>

/* Returns: (transfer full): a line of text at a place, which may lie between pixels */
static cairo_surface_t *
draw (const char *text,
      double      x,
      int         width)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, 60);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell 11");

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.16, 0.16, 0.18);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, x, 20);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);

  return surface;
}

/* Every edge a little lighter, as by another release of the font renderer. */
static void
lighten (cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgba (cr, 1, 1, 1, 0.15);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static gboolean
differ (const char *one,
        const char *other)
{
  cairo_surface_t *first = draw (one, 36, 200);
  cairo_surface_t *second = draw (other, 36, 200);
  gboolean found = picture_differs (first, second, NULL);

  cairo_surface_destroy (first);
  cairo_surface_destroy (second);

  return found;
}

static void
test_same (void)
{
  g_assert_false (differ ("$47,812", "$47,812"));
}

/* All pairs of digits, wherever they lie. */
static void
test_digit (void)
{
  for (guint one = 0; one < 10; one++)
    for (guint other = 0; other < one; other++)
      for (guint before = 0; before < 8; before++)
        {
          static const char start[] = "$47,8126";
          g_autofree char *first = g_strdup_printf ("%.*s%u", (int) before, start, one);
          g_autofree char *second = g_strdup_printf ("%.*s%u", (int) before, start, other);

          g_assert_true (differ (first, second));
        }
}

static void
test_shade (void)
{
  cairo_surface_t *plain = draw ("$47,812", 36, 200);
  cairo_surface_t *lighter = draw ("$47,812", 36, 200);
  guint worst;

  lighten (lighter);
  g_assert_false (picture_differs (plain, lighter, &worst));
  g_assert_cmpuint (worst, ==, 0);

  cairo_surface_destroy (plain);
  cairo_surface_destroy (lighter);
}

static void
test_size (void)
{
  cairo_surface_t *narrow = draw ("", 36, 200);
  cairo_surface_t *wide = draw ("", 36, 201);
  cairo_surface_t *difference = picture_new_difference (narrow, wide);

  g_assert_true (picture_differs (narrow, wide, NULL));
  g_assert_cmpint (cairo_image_surface_get_width (difference), ==, 200);

  cairo_surface_destroy (narrow);
  cairo_surface_destroy (wide);
  cairo_surface_destroy (difference);
}

static void
test_difference (void)
{
  cairo_surface_t *one = draw ("$1", 36, 200);
  cairo_surface_t *other = draw ("$7", 36, 200);
  cairo_surface_t *difference = picture_new_difference (one, other);
  cairo_surface_t *none = picture_new_difference (one, one);

  g_assert_true (picture_differs (difference, none, NULL));

  cairo_surface_destroy (one);
  cairo_surface_destroy (other);
  cairo_surface_destroy (difference);
  cairo_surface_destroy (none);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/picture/same", test_same);
  g_test_add_func ("/ui/picture/digit", test_digit);
  g_test_add_func ("/ui/picture/shade", test_shade);
  g_test_add_func ("/ui/picture/size", test_size);
  g_test_add_func ("/ui/picture/difference", test_difference);

  return g_test_run ();
}
