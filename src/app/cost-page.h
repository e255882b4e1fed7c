/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_COST_PAGE (outlay_cost_page_get_type ())

G_DECLARE_FINAL_TYPE (OutlayCostPage, outlay_cost_page, OUTLAY, COST_PAGE, AdwBin)

G_END_DECLS
