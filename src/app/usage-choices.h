/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Names of somebody's own (the headings of tables, people), and what each of them
 * means: asked in a dialog, and remembered in the settings, from one to the other. */

/* @selected: for each name, the number of the choice; %NULL: it was cancelled. */
typedef void (*OutlayUsageChoicesFunc) (GtkWidget   *asker,
                                        GPtrArray   *names,
                                        const guint *selected);

GHashTable *outlay_usage_choices_load (const char             *key);
void        outlay_usage_choices_save (const char             *key,
                                       GHashTable             *choices);
GtkWindow  *outlay_usage_choices_ask  (GtkWidget              *asker,
                                       const char             *title,
                                       const char             *text,
                                       const char             *accept,
                                       GPtrArray              *names,
                                       const guint            *selected,
                                       GtkStringList          *choices,
                                       OutlayUsageChoicesFunc  answered);

G_END_DECLS
