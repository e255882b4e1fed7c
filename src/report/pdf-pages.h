/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages that are filled from top to bottom: where everything goes is decided
 * before anything is drawn, so that each page can tell how many there are. */
#pragma once

#include "report.h"
#include "text.h"

#include <cairo-pdf.h>

G_BEGIN_DECLS

/* Points. */
#define OUTLAY_PAGE_MARGIN 54.0
#define OUTLAY_PAGE_FOOTER 28.0

typedef enum
{
  OUTLAY_PAGE_ITEM_TEXT,
  OUTLAY_PAGE_ITEM_CHART,
  OUTLAY_PAGE_ITEM_IMAGE,
  OUTLAY_PAGE_ITEM_RULE,
  OUTLAY_PAGE_ITEM_OPEN, /* a part of the document begins, as screen readers know it */
  OUTLAY_PAGE_ITEM_CLOSE
} OutlayPageItemKind;

/**
 * OutlayPageItem:
 * @tag: what it is to a screen reader; its words may be an entry of the outline
 * @x: from the left edge of the page
 * @y: from its upper edge
 * @scale: of a chart or an image: points for a px
 *
 * Something at its place. Lengths are points.
 */
typedef struct
{
  OutlayPageItemKind  kind;
  const char         *tag;
  double              x;
  double              y;
  double              width;
  double              scale;
  OutlayColor         color;
  PangoLayout        *text;
  OutlayChartLayout  *chart;
  cairo_surface_t    *image;
} OutlayPageItem;

/**
 * OutlayPages:
 * @width: of a page
 * @height: of a page
 * @y: how far the last page is filled
 */
typedef struct
{
  const OutlayReport *report;
  OutlayTextMaker    *maker;
  OutlayPalette       palette;
  GPtrArray          *pages; /* (element-type GArray of OutlayPageItem) */
  double              width;
  double              height;
  double              y;
} OutlayPages;

OutlayPages *outlay_pages_new       (const OutlayReport *report,
                                     double              width,
                                     double              height);
void         outlay_pages_free      (OutlayPages        *pages);

double       outlay_pages_get_room  (const OutlayPages  *pages);
double       outlay_pages_get_end   (const OutlayPages  *pages);
gboolean     outlay_pages_need      (OutlayPages        *pages,
                                     double              height);
PangoLayout *outlay_pages_set_text  (OutlayPages        *pages,
                                     const char         *words,
                                     double              size,
                                     gboolean            bold,
                                     double              width,
                                     gboolean            at_end);
void         outlay_pages_put_text  (OutlayPages        *pages,
                                     PangoLayout        *text,
                                     OutlayColor         color,
                                     const char         *tag,
                                     double              start,
                                     double              y,
                                     double              width);
void         outlay_pages_put_rule  (OutlayPages        *pages,
                                     OutlayColor         color,
                                     double              y);
void         outlay_pages_put_chart (OutlayPages        *pages,
                                     OutlayChartLayout  *chart,
                                     double              scale);
void         outlay_pages_put_image (OutlayPages        *pages,
                                     cairo_surface_t    *image,
                                     double              scale);
void         outlay_pages_open      (OutlayPages        *pages,
                                     const char         *tag);
void         outlay_pages_close     (OutlayPages        *pages,
                                     const char         *tag);

void         outlay_pages_draw_page (OutlayPages        *pages,
                                     guint               page,
                                     cairo_surface_t    *surface,
                                     cairo_t            *cr);

double       outlay_pages_measure_table (OutlayPages             *pages,
                                         const OutlayReportTable *table);
void         outlay_pages_add_table     (OutlayPages             *pages,
                                         const OutlayReportTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayPages, outlay_pages_free)

G_END_DECLS
