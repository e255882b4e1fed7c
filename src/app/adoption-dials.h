/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "panel.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_ADOPTION_DIALS (outlay_adoption_dials_get_type ())

G_DECLARE_FINAL_TYPE (OutlayAdoptionDials, outlay_adoption_dials, OUTLAY, ADOPTION_DIALS, OutlayPanel)

G_END_DECLS
