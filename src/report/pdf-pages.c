/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-pages.h"

#include "figure-format.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <pango/pangocairo.h>
#include <string.h>

#define POINTS_PER_MM (72 / 25.4)
#define FOOTER_FONT 8.0
#define RULE_WIDTH 0.5

static void
clear_item (gpointer data)
{
  OutlayPageItem *item = data;

  g_clear_object (&item->text);
  g_clear_pointer (&item->chart, outlay_chart_layout_free);
  g_clear_pointer (&item->image, cairo_surface_destroy);
}

static void
add_page (OutlayPages *pages)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (OutlayPageItem));

  g_array_set_clear_func (items, clear_item);
  g_ptr_array_add (pages->pages, items);
  pages->y = OUTLAY_PAGE_MARGIN;
}

/* The paper of the person's country, in points; A4 where it is not known. */
static double
get_paper (nl_item item,
           double  otherwise)
{
  int mm = GPOINTER_TO_INT (nl_langinfo (item));

  return (mm >= 100 && mm <= 1000 ? mm : otherwise) * POINTS_PER_MM;
}

/**
 * outlay_pages_new:
 * @report: a report, which must live as long
 * @width: of a page; 0 for the paper of the person's country
 * @height: of a page, likewise
 *
 * Returns: (transfer full): one empty page
 */
OutlayPages *
outlay_pages_new (const OutlayReport *report,
                  double              width,
                  double              height)
{
  OutlayPages *pages = g_new0 (OutlayPages, 1);

  pages->report = report;
  pages->maker = outlay_text_maker_new (NULL, report->right_to_left, FALSE);
  pages->width = width > 0 ? width : get_paper (_NL_PAPER_WIDTH, 210);
  pages->height = height > 0 ? height : get_paper (_NL_PAPER_HEIGHT, 297);
  pages->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  outlay_palette_init (&pages->palette, FALSE, FALSE);
  add_page (pages);

  return pages;
}

void
outlay_pages_free (OutlayPages *pages)
{
  g_ptr_array_unref (pages->pages);
  outlay_text_maker_free (pages->maker);
  g_free (pages);
}

/* How wide what stands on a page may be. */
double
outlay_pages_get_room (const OutlayPages *pages)
{
  return pages->width - 2 * OUTLAY_PAGE_MARGIN;
}

/* How far down a page may be filled. */
double
outlay_pages_get_end (const OutlayPages *pages)
{
  return pages->height - OUTLAY_PAGE_MARGIN - OUTLAY_PAGE_FOOTER;
}

/* Begins a page where the last has less room left. Returns: whether it did */
gboolean
outlay_pages_need (OutlayPages *pages,
                   double       height)
{
  if (pages->y + height <= outlay_pages_get_end (pages) || pages->y <= OUTLAY_PAGE_MARGIN)
    return FALSE;

  add_page (pages);

  return TRUE;
}

/**
 * outlay_pages_set_text:
 * @pages: pages
 * @words: what to set
 * @size: of the letters
 * @bold: whether they are bold
 * @width: of its lines
 * @at_end: they stand at the end of their lines, as figures do
 *
 * Returns: (transfer full): the text
 */
PangoLayout *
outlay_pages_set_text (OutlayPages *pages,
                       const char  *words,
                       double       size,
                       gboolean     bold,
                       double       width,
                       gboolean     at_end)
{
  PangoLayout *text = outlay_text_new (pages->maker, words, size, bold);
  gboolean right = at_end != pages->report->right_to_left;
  PangoLayoutLine *line;

  pango_layout_set_width (text, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (text, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (text, 1.2f);

  /* Pango turns the side of words that run against the page: turn it back. */
  line = pango_layout_get_line_readonly (text, 0);
  if (line != NULL && (line->resolved_dir == PANGO_DIRECTION_RTL) != pages->report->right_to_left)
    right = !right;
  pango_layout_set_alignment (text, right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);

  return text;
}

static OutlayPageItem *
put_item (OutlayPages        *pages,
          OutlayPageItemKind  kind,
          const char         *tag)
{
  GArray *items = g_ptr_array_index (pages->pages, pages->pages->len - 1);
  OutlayPageItem item = { .kind = kind, .tag = tag };

  g_array_append_val (items, item);

  return &g_array_index (items, OutlayPageItem, items->len - 1);
}

/* The left edge of what begins @start from where lines begin. */
static double
get_left (const OutlayPages *pages,
          double             start,
          double             width)
{
  if (pages->report->right_to_left)
    return pages->width - OUTLAY_PAGE_MARGIN - start - width;

  return OUTLAY_PAGE_MARGIN + start;
}

/* Takes @text over. */
void
outlay_pages_put_text (OutlayPages *pages,
                       PangoLayout *text,
                       OutlayColor  color,
                       const char  *tag,
                       double       start,
                       double       y,
                       double       width)
{
  OutlayPageItem *item = put_item (pages, OUTLAY_PAGE_ITEM_TEXT, tag);

  item->text = text;
  item->color = color;
  item->x = get_left (pages, start, width);
  item->y = y;
  item->width = width;
}

void
outlay_pages_put_rule (OutlayPages *pages,
                       OutlayColor  color,
                       double       y)
{
  OutlayPageItem *item = put_item (pages, OUTLAY_PAGE_ITEM_RULE, NULL);

  item->color = color;
  item->x = OUTLAY_PAGE_MARGIN;
  item->y = y;
  item->width = outlay_pages_get_room (pages);
}

/* Takes @chart over. */
void
outlay_pages_put_chart (OutlayPages       *pages,
                        OutlayChartLayout *chart,
                        double             scale)
{
  OutlayPageItem *item = put_item (pages, OUTLAY_PAGE_ITEM_CHART, "Figure");

  item->chart = chart;
  item->x = OUTLAY_PAGE_MARGIN;
  item->y = pages->y;
  item->scale = scale;
}

/* Takes @image over. It has no tag: cairo 1.16 falls over one around a picture. */
void
outlay_pages_put_image (OutlayPages     *pages,
                        cairo_surface_t *image,
                        double           scale)
{
  OutlayPageItem *item = put_item (pages, OUTLAY_PAGE_ITEM_IMAGE, NULL);

  item->image = image;
  item->x = get_left (pages, 0, cairo_image_surface_get_width (image) * scale);
  item->y = pages->y;
  item->scale = scale;
}

void
outlay_pages_open (OutlayPages *pages,
                   const char  *tag)
{
  put_item (pages, OUTLAY_PAGE_ITEM_OPEN, tag);
}

void
outlay_pages_close (OutlayPages *pages,
                    const char  *tag)
{
  put_item (pages, OUTLAY_PAGE_ITEM_CLOSE, tag);
}

/* Readers list the sections beside the pages. */
static void
add_to_outline (const OutlayPageItem *item,
                cairo_surface_t      *surface,
                guint                 page)
{
  g_autofree char *place = g_strdup_printf ("page=%u pos=[%d %d]", page + 1, (int) item->x,
                                            (int) item->y);

  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT,
                                 pango_layout_get_text (item->text), place,
                                 CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

static void
draw_text (const OutlayPageItem *item,
           cairo_surface_t      *surface,
           guint                 page,
           cairo_t              *cr)
{
  outlay_color_set_source (item->color, cr);
  cairo_move_to (cr, item->x, item->y);
  pango_cairo_show_layout (cr, item->text);
  cairo_new_path (cr);

  if (surface != NULL && g_strcmp0 (item->tag, "H2") == 0)
    add_to_outline (item, surface, page);
}

static void
draw_item (const OutlayPageItem *item,
           cairo_surface_t      *surface,
           guint                 page,
           cairo_t              *cr)
{
  /* A printer may be given some of the pages only: then tags would lack their ends. */
  gboolean is_tagged = surface != NULL && item->tag != NULL;

  if (is_tagged && item->kind != OUTLAY_PAGE_ITEM_CLOSE)
    cairo_tag_begin (cr, item->tag, NULL);

  cairo_save (cr);
  switch (item->kind)
    {
    case OUTLAY_PAGE_ITEM_TEXT:
      draw_text (item, surface, page, cr);
      break;
    case OUTLAY_PAGE_ITEM_CHART:
      cairo_translate (cr, item->x, item->y);
      cairo_scale (cr, item->scale, item->scale);
      outlay_chart_layout_draw (item->chart, cr);
      break;
    case OUTLAY_PAGE_ITEM_IMAGE:
      cairo_translate (cr, item->x, item->y);
      cairo_scale (cr, item->scale, item->scale);
      cairo_set_source_surface (cr, item->image, 0, 0);
      cairo_paint (cr);
      break;
    case OUTLAY_PAGE_ITEM_RULE:
      outlay_color_set_source (item->color, cr);
      cairo_rectangle (cr, item->x, item->y, item->width, RULE_WIDTH);
      cairo_fill (cr);
      break;
    case OUTLAY_PAGE_ITEM_OPEN:
    case OUTLAY_PAGE_ITEM_CLOSE:
    default:
      break;
    }
  cairo_restore (cr);

  if (is_tagged && item->kind != OUTLAY_PAGE_ITEM_OPEN)
    cairo_tag_end (cr, item->tag);
}

static void
draw_footer (OutlayPages *pages,
             guint        page,
             cairo_t     *cr)
{
  double width = outlay_pages_get_room (pages);
  double y = pages->height - OUTLAY_PAGE_MARGIN - FOOTER_FONT;
  g_autofree char *number = outlay_figure_format_number (page + 1, 0);
  g_autofree char *of = outlay_figure_format_number (pages->pages->len, 0);
  /* Translators: the number of a page, and how many there are */
  g_autofree char *words = g_strdup_printf (_("Page %s of %s"), number, of);
  g_autoptr (PangoLayout) count = outlay_pages_set_text (pages, words, FOOTER_FONT, FALSE,
                                                         width, TRUE);
  g_autoptr (PangoLayout) title = outlay_pages_set_text (pages, pages->report->title,
                                                         FOOTER_FONT, FALSE, width * 0.75, FALSE);

  pango_layout_set_height (title, -1);
  pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
  outlay_color_set_source (pages->palette.dim, cr);
  cairo_move_to (cr, OUTLAY_PAGE_MARGIN, y);
  pango_cairo_show_layout (cr, count);
  cairo_move_to (cr, get_left (pages, 0, width * 0.75), y);
  pango_cairo_show_layout (cr, title);
  cairo_new_path (cr);
}

/**
 * outlay_pages_draw_page:
 * @pages: pages
 * @page: which, from 0
 * @surface: (nullable): the PDF that is told its sections and parts
 * @cr: where to draw, in points
 *
 * Draws a page.
 */
void
outlay_pages_draw_page (OutlayPages     *pages,
                        guint            page,
                        cairo_surface_t *surface,
                        cairo_t         *cr)
{
  const GArray *items = g_ptr_array_index (pages->pages, page);

  for (guint i = 0; i < items->len; i++)
    draw_item (&g_array_index (items, OutlayPageItem, i), surface, page, cr);
  draw_footer (pages, page, cr);
}
