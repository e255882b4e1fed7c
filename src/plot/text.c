/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define DEFAULT_FONT_FAMILY "Cantarell,Sans"

struct _OutlayTextMaker
{
  PangoContext *context;
  char         *font_family;
};

/**
 * outlay_text_maker_new:
 * @font_family: (nullable): one family or several with commas; Cantarell
 * @right_to_left: the direction of text that has none of its own
 * @whole_pixels: letters stand on whole pixels
 *
 * Returns: (transfer full): a maker; the texts outlive it
 */
OutlayTextMaker *
outlay_text_maker_new (const char *font_family,
                       gboolean    right_to_left,
                       gboolean    whole_pixels)
{
  OutlayTextMaker *maker = g_new0 (OutlayTextMaker, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Hinted widths would differ between screen, PNG and PDF. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, whole_pixels ? CAIRO_HINT_METRICS_ON
                                                             : CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);

  maker->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  maker->font_family = g_strdup (font_family != NULL ? font_family : DEFAULT_FONT_FAMILY);
  pango_cairo_context_set_font_options (maker->context, options);
  pango_context_set_round_glyph_positions (maker->context, whole_pixels);
  pango_context_set_base_dir (maker->context,
                              right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  cairo_font_options_destroy (options);

  return maker;
}

void
outlay_text_maker_free (OutlayTextMaker *maker)
{
  if (maker == NULL)
    return;

  g_object_unref (maker->context);
  g_free (maker->font_family);
  g_free (maker);
}

/* Digits of one width, so that figures do not dance. */
static void
text_set_attributes (PangoLayout *text,
                     gsize        n_bold_bytes)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (n_bold_bytes > 0)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = 0;
      bold->end_index = (guint) n_bold_bytes;
      pango_attr_list_insert (attributes, bold);
    }
  pango_layout_set_attributes (text, attributes);
  pango_attr_list_unref (attributes);
}

/**
 * outlay_text_new:
 * @maker: a maker
 * @text: (nullable): the words; line ends in them become signs
 * @size: px
 * @bold: whether it is bold
 *
 * Returns: (transfer full): the words, set in one line
 */
PangoLayout *
outlay_text_new (OutlayTextMaker *maker,
                 const char      *text,
                 double           size,
                 gboolean         bold)
{
  PangoLayout *layout = pango_layout_new (maker->context);
  PangoFontDescription *font = pango_font_description_new ();
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  pango_font_description_set_family (font, maker->font_family);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, valid, -1);
  text_set_attributes (layout, 0);

  return layout;
}

/**
 * outlay_text_measure:
 * @maker: a maker
 * @text: (nullable): the words
 * @size: px
 * @bold: whether they are bold
 *
 * Returns: px that the words take in one line
 */
double
outlay_text_measure (OutlayTextMaker *maker,
                     const char      *text,
                     double           size,
                     gboolean         bold)
{
  PangoLayout *layout = outlay_text_new (maker, text, size, bold);
  double width = outlay_text_get_width (layout);

  g_object_unref (layout);

  return width;
}

/**
 * outlay_text_set_bold_start:
 * @text: words
 * @n_bytes: how much of their start is to be bold
 */
void
outlay_text_set_bold_start (PangoLayout *text,
                            gsize        n_bytes)
{
  text_set_attributes (text, n_bytes);
}

/**
 * outlay_text_limit:
 * @text: words
 * @width: px they may take
 * @n_lines: lines they may take
 *
 * Shortens what is too long: one line in its middle, where names differ
 * least, several at their end.
 */
void
outlay_text_limit (PangoLayout *text,
                   double       width,
                   int          n_lines)
{
  if (n_lines == 1 && outlay_text_get_width (text) <= width)
    return;

  pango_layout_set_width (text, (int) (MAX (width, 1.0) * PANGO_SCALE));
  pango_layout_set_height (text, -n_lines);
  pango_layout_set_wrap (text, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (text, n_lines == 1 ? PANGO_ELLIPSIZE_MIDDLE
                                                 : PANGO_ELLIPSIZE_END);

  /* What is left over would be on the near side for words that run against
   * the direction of the context: take it away. */
  pango_layout_set_width (text, (int) ceil (outlay_text_get_width (text) * PANGO_SCALE) + 1);
}

double
outlay_text_get_width (PangoLayout *text)
{
  PangoRectangle box;

  pango_layout_get_extents (text, NULL, &box);

  return (double) box.width / PANGO_SCALE;
}

double
outlay_text_get_height (PangoLayout *text)
{
  PangoRectangle box;

  pango_layout_get_extents (text, NULL, &box);

  return (double) box.height / PANGO_SCALE;
}

/* Px from the top of @text to the baseline of its first line. */
double
outlay_text_get_baseline (PangoLayout *text)
{
  return (double) pango_layout_get_baseline (text) / PANGO_SCALE;
}

/**
 * outlay_text_fill:
 * @pattern: (nullable): a translated text with one "%s", or none
 * @insert: what takes its place
 *
 * Returns: (transfer full): the text. A pattern is never a format, so that a
 *   slip in a translation cannot end the program.
 */
char *
outlay_text_fill (const char *pattern,
                  const char *insert)
{
  const char *place;

  if (pattern == NULL)
    return g_strdup (insert);

  place = strstr (pattern, "%s");
  if (place == NULL)
    return g_strdup (pattern);

  return g_strdup_printf ("%.*s%s%s", (int) (place - pattern), pattern, insert, place + 2);
}
