/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The options that have a key of their own: 1 to 9. */
#define OUTLAY_PRESENT_N_KEYS 9

#define OUTLAY_TYPE_PRESENT_KEYS (outlay_present_keys_get_type ())

G_DECLARE_FINAL_TYPE (OutlayPresentKeys, outlay_present_keys, OUTLAY, PRESENT_KEYS, GtkWidget)

GtkWidget *outlay_present_keys_new      (void);
void       outlay_present_keys_show     (OutlayPresentKeys *self,
                                         OutlaySession     *session);
void       outlay_present_keys_set_zoom (OutlayPresentKeys *self,
                                         double             zoom);

G_END_DECLS
