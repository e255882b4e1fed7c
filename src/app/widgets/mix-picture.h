/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mix-edits.h"
#include "palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * OutlayMixPicture:
 * @n_kinds: how many task kinds
 * @shares: their shares at each end
 * @layout: for the text
 * @width: px, all in all
 * @right_to_left: the first kind stands at the right
 * @label_width: px, of the wider of the words beside the bars
 * @label_height: px, of the higher one
 *
 * What a mix bar looks like: where things are, and how they are painted.
 */
typedef struct
{
  guint        n_kinds;
  double      *shares[OUTLAY_N_MIX_ENDS];
  PangoLayout *layout;
  double       width;
  gboolean     right_to_left;
  int          label_width;
  int          label_height;
} OutlayMixPicture;

const char *outlay_mix_end_get_name     (OutlayMixEnd            end);

void        outlay_mix_picture_fit      (OutlayMixPicture       *self);
void        outlay_mix_picture_measure  (const OutlayMixPicture *self,
                                         int                    *width,
                                         int                    *height);
double      outlay_mix_picture_get_edge (const OutlayMixPicture *self,
                                         OutlayMixEnd            end,
                                         guint                   n_before);
void        outlay_mix_picture_get_bar  (const OutlayMixPicture *self,
                                         OutlayMixEnd            end,
                                         double                 *top,
                                         double                 *height,
                                         double                 *length);
void        outlay_mix_picture_draw     (const OutlayMixPicture *self,
                                         const OutlayPalette    *palette,
                                         cairo_t                *cr);

G_END_DECLS
