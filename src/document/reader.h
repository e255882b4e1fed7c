/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "inputs.h"
#include "problems.h"

#include <jansson.h>

G_BEGIN_DECLS

gboolean outlay_read_inputs (const json_t            *json,
                             const OutlayInputTable  *table,
                             gpointer                 object,
                             OutlayPool              *pool,
                             OutlayProblems          *problems);

G_END_DECLS
