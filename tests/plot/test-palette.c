/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "palette.h"

/* Full severity, linear RGB: Machado, Oliveira and Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency",
 * IEEE TVCG 15 (6), 2009, table of the matrices. */
static const double visions[][3][3] = {
  { { 1.0, 0.0, 0.0 }, { 0.0, 1.0, 0.0 }, { 0.0, 0.0, 1.0 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

#define LINE_DISTANCE 8.35

static const char *const vision_names[] = { "normal", "protan", "deutan", "tritan" };

typedef struct
{
  double L;
  double a;
  double b;
} Lab;

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* OKLab: Ottosson 2020. */
static Lab
to_oklab (OutlayColor  color,
          const double vision[3][3])
{
  const double in[3] = { to_linear (color.red), to_linear (color.green), to_linear (color.blue) };
  double rgb[3];
  double l, m, s;

  for (int i = 0; i < 3; i++)
    {
      rgb[i] = vision[i][0] * in[0] + vision[i][1] * in[1] + vision[i][2] * in[2];
      rgb[i] = CLAMP (rgb[i], 0.0, 1.0);
    }

  l = cbrt (0.4122214708 * rgb[0] + 0.5363325363 * rgb[1] + 0.0514459929 * rgb[2]);
  m = cbrt (0.2119034982 * rgb[0] + 0.6806995451 * rgb[1] + 0.1073969566 * rgb[2]);
  s = cbrt (0.0883024619 * rgb[0] + 0.2817188376 * rgb[1] + 0.6299787005 * rgb[2]);

  return (Lab) { 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s };
}

static double
get_distance (OutlayColor  one,
              OutlayColor  other,
              const double vision[3][3])
{
  Lab p = to_oklab (one, vision);
  Lab q = to_oklab (other, vision);

  return 100.0 * sqrt ((p.L - q.L) * (p.L - q.L) + (p.a - q.a) * (p.a - q.a) +
                       (p.b - q.b) * (p.b - q.b));
}

static void
test_lines_keep_apart (void)
{
  for (int dark = 0; dark < 2; dark++)
    {
      OutlayPalette palette;
      double least = INFINITY;

      outlay_palette_init (&palette, dark, FALSE);
      for (guint v = 0; v < G_N_ELEMENTS (visions); v++)
        for (guint i = 0; i < OUTLAY_N_SLOTS; i++)
          for (guint k = i + 1; k < OUTLAY_N_SLOTS; k++)
            {
              double distance = get_distance (palette.series[i], palette.series[k], visions[v]);

              /* 8.4 as it is printed, with one decimal. */
              if (distance < LINE_DISTANCE)
                g_test_message ("slots %u and %u, %s: %.2f", i + 1, k + 1,
                                vision_names[v], distance);
              g_assert_cmpfloat (distance, >=, LINE_DISTANCE);
              least = MIN (least, distance);
            }
      g_test_message ("%s: least distance %.2f", dark ? "dark" : "light", least);
    }
}

static void
test_layers_keep_apart (void)
{
  for (int dark = 0; dark < 2; dark++)
    {
      OutlayPalette palette;

      outlay_palette_init (&palette, dark, FALSE);
      for (guint v = 0; v < G_N_ELEMENTS (visions); v++)
        for (guint i = 1; i < OUTLAY_N_FILLS; i++)
          g_assert_cmpfloat (get_distance (palette.fills[i - 1], palette.fills[i], visions[v]),
                             >=, 13.0);
    }
}

static OutlayColor
blend (OutlayColor over,
       OutlayColor card)
{
  return (OutlayColor) { over.red * over.alpha + card.red * (1.0 - over.alpha),
                         over.green * over.alpha + card.green * (1.0 - over.alpha),
                         over.blue * over.alpha + card.blue * (1.0 - over.alpha), 1.0 };
}

static void
test_contrast (void)
{
  for (int variant = 0; variant < 4; variant++)
    {
      OutlayPalette palette;

      outlay_palette_init (&palette, variant & 1, (variant & 2) != 0);
      for (guint i = 0; i < OUTLAY_N_SLOTS; i++)
        g_assert_cmpfloat (outlay_color_get_contrast (palette.series[i], palette.card), >=, 3.0);
      for (guint i = 0; i < OUTLAY_N_FILLS; i++)
        {
          OutlayColor text = outlay_color_get_text_on (palette.fills[i]);

          g_assert_cmpfloat (outlay_color_get_contrast (text, palette.fills[i]), >=, 4.5);
        }
      g_assert_cmpfloat (outlay_color_get_contrast (palette.dim, palette.card), >=, 5.4);
      g_assert_cmpfloat (outlay_color_get_contrast (palette.text, palette.card), >=, 12.0);
      g_assert_cmpfloat (outlay_color_get_contrast (palette.budget, palette.card), >=, 4.5);
      g_assert_cmpfloat (outlay_color_get_contrast (palette.pill, palette.pill_text), >=, 7.0);
      if (variant & 2)
        g_assert_cmpfloat (outlay_color_get_contrast (blend (palette.axis, palette.card),
                                                      palette.card), >=, 7.0);
    }
}

static void
test_known_contrast (void)
{
  OutlayColor black = outlay_color_from_hex (0x000000);
  OutlayColor white = outlay_color_from_hex (0xffffff);
  OutlayColor grey = outlay_color_from_hex (0x767676);

  g_assert_cmpfloat_with_epsilon (outlay_color_get_contrast (black, white), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (outlay_color_get_contrast (grey, white), 4.54, 0.005);
  g_assert_cmpfloat_with_epsilon (outlay_color_get_contrast (white, grey), 4.54, 0.005);
}

/* Up to the 64th option, no two share both colour and pattern. */
static void
test_slots_are_unique (void)
{
  OutlayPalette palette;

  outlay_palette_init (&palette, FALSE, FALSE);
  for (guint i = 0; i < 64; i++)
    for (guint k = i + 1; k < 64; k++)
      g_assert_false (outlay_palette_get_dash (i) == outlay_palette_get_dash (k) &&
                      get_distance (outlay_palette_get_series (&palette, i),
                                    outlay_palette_get_series (&palette, k),
                                    visions[0]) == 0.0);

  g_assert_cmpuint (outlay_palette_get_dash (0)->n_lengths, ==, 0);
  g_assert_cmpuint (outlay_palette_get_dash (8)->n_lengths, ==, 2);
  g_assert_cmpint (outlay_palette_get_dash (2)->cap, ==, CAIRO_LINE_CAP_ROUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plot/palette/lines-keep-apart", test_lines_keep_apart);
  g_test_add_func ("/plot/palette/layers-keep-apart", test_layers_keep_apart);
  g_test_add_func ("/plot/palette/contrast", test_contrast);
  g_test_add_func ("/plot/palette/known-contrast", test_known_contrast);
  g_test_add_func ("/plot/palette/slots-are-unique", test_slots_are_unique);

  return g_test_run ();
}
