/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_READOUT_STRIP (outlay_readout_strip_get_type ())

G_DECLARE_FINAL_TYPE (OutlayReadoutStrip, outlay_readout_strip, OUTLAY, READOUT_STRIP, GtkWidget)

GtkWidget *outlay_readout_strip_new (void);

G_END_DECLS
