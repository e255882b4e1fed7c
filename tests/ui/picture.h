/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Pictures of windows, and whether two of them show the same. They are cairo surfaces
 * of RGB24. */

/**
 * picture_new_of:
 * @window: a window that is on a screen
 *
 * Returns: (transfer full) (nullable): what it would draw now, without what lies over
 *   it; %NULL if it has not been laid out yet
 */
cairo_surface_t *picture_new_of      (GtkWindow        *window);

/**
 * picture_differs:
 * @one: a picture
 * @other: another
 * @worst: (out) (optional): how many pixels differ where most do
 *
 * Two releases of a font renderer shade edges differently, everywhere a little; a
 * figure that has changed differs much, in one place. So pixels count only where they
 * differ much, and places are looked at one by one.
 *
 * Returns: whether they show different things, or are not of one size
 */
gboolean         picture_differs     (cairo_surface_t  *one,
                                      cairo_surface_t  *other,
                                      guint            *worst);

/**
 * picture_new_difference:
 * @one: a picture
 * @other: another
 *
 * Returns: (transfer full): @one made pale, with what differs in red
 */
cairo_surface_t *picture_new_difference (cairo_surface_t *one,
                                         cairo_surface_t *other);

G_END_DECLS
