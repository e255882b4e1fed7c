/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_ADOPTION_MONTHS (outlay_adoption_months_get_type ())

G_DECLARE_FINAL_TYPE (OutlayAdoptionMonths, outlay_adoption_months, OUTLAY, ADOPTION_MONTHS,
                      GtkWidget)

G_END_DECLS
