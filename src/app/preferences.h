/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * OutlayPreferences:
 *
 * What a person sets once: style, whose futures are shaded, what opens at the
 * start. Each takes effect at once, in all windows. Escape closes it.
 */
#define OUTLAY_TYPE_PREFERENCES (outlay_preferences_get_type ())

G_DECLARE_FINAL_TYPE (OutlayPreferences, outlay_preferences, OUTLAY, PREFERENCES,
                      AdwPreferencesWindow)

void   outlay_preferences_present     (GtkWindow *parent);

/* What they bring about beyond the windows' own settings. */
void   outlay_preferences_apply_style (void);
void   outlay_preferences_note_file   (GFile     *file);
GFile *outlay_preferences_find_start  (void);

G_END_DECLS
