/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OutlaySwingScale:
 * @slot: the option's colour
 * @least: the lowest change of any bar, 0 or less
 * @most: the highest change of any bar, 0 or more
 * @currency: ISO 4217 code
 *
 * What the bars of a tornado have in common.
 */
typedef struct
{
  guint       slot;
  double      least;
  double      most;
  const char *currency;
} OutlaySwingScale;

#define OUTLAY_TYPE_SWING_BAR (outlay_swing_bar_get_type ())

G_DECLARE_FINAL_TYPE (OutlaySwingBar, outlay_swing_bar, OUTLAY, SWING_BAR, GtkWidget)

GtkWidget *outlay_swing_bar_new           (void);
void       outlay_swing_bar_show          (OutlaySwingBar         *self,
                                           const OutlaySwingScale *scale,
                                           double                  low,
                                           double                  high);
char      *outlay_swing_bar_format_change (double                  change,
                                           const char             *currency);

G_END_DECLS
