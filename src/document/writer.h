/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "inputs.h"
#include "json-writer.h"

G_BEGIN_DECLS

void  outlay_write_inputs     (OutlayJsonWriter       *writer,
                               const OutlayInputTable *table,
                               gconstpointer           object,
                               const OutlayScenario   *scenario);
char *outlay_month_to_string  (int                     month);
char *outlay_date_to_string   (int                     date);

G_END_DECLS
