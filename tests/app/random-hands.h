/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Hands that touch widgets at random. The same seed touches the same, as far as the
 * time that work takes lets it. */
typedef struct
{
  GRand    *chance;
  gboolean  tells; /* what they do */
} Hands;

void        hands_init    (Hands              *self,
                           guint32             seed,
                           gboolean            tells);
void        hands_clear   (Hands              *self);
void        hands_tell    (const Hands        *self,
                           const char         *format,
                           ...) G_GNUC_PRINTF (2, 3);
void        hands_tell_place (const Hands     *self,
                              GtkWidget       *widget);

/* Chance */
gboolean    hands_chance  (const Hands        *self,
                           int                 percent);
double      hands_number  (const Hands        *self,
                           double              from,
                           double              to);
const char *hands_pick    (const Hands        *self,
                           const char * const *words,
                           guint               n_words);

/* What can be seen below a widget */
GtkWidget  *hands_find    (const Hands        *self,
                           GtkWidget          *root,
                           GType               type);
void        hands_touch   (const Hands        *self,
                           GtkWidget          *root);

/* Closes what has popped up, as the pointer does on its way to a window's edge. */
void        hands_click_beside (const Hands   *self,
                                GtkWidget     *root);

/* Lets the main loop run: all that is due, and so many milliseconds more. */
void        hands_let_run (const Hands        *self,
                           guint               milliseconds);

G_END_DECLS
