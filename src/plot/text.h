/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * OutlayTextMaker:
 *
 * Sets words in the chart's font. Sizes are px, whatever the device is, so
 * that the window and a file break and shorten the same words.
 */
typedef struct _OutlayTextMaker OutlayTextMaker;

OutlayTextMaker *outlay_text_maker_new  (const char      *font_family,
                                         gboolean         right_to_left,
                                         gboolean         whole_pixels);
void             outlay_text_maker_free (OutlayTextMaker *maker);

PangoLayout     *outlay_text_new        (OutlayTextMaker *maker,
                                         const char      *text,
                                         double           size,
                                         gboolean         bold);
double           outlay_text_measure    (OutlayTextMaker *maker,
                                         const char      *text,
                                         double           size,
                                         gboolean         bold);
void             outlay_text_set_bold_start (PangoLayout *text,
                                             gsize        n_bytes);
void             outlay_text_limit      (PangoLayout     *text,
                                         double           width,
                                         int              n_lines);
double           outlay_text_get_width  (PangoLayout     *text);
double           outlay_text_get_height (PangoLayout     *text);
double           outlay_text_get_baseline (PangoLayout   *text);

char            *outlay_text_fill       (const char      *pattern,
                                         const char      *insert);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayTextMaker, outlay_text_maker_free)

G_END_DECLS
