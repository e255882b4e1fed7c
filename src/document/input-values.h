/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "inputs.h"

G_BEGIN_DECLS

void     outlay_inputs_own   (const OutlayInputTable *table,
                              gpointer                object,
                              OutlayPool             *pool,
                              guint                   n_tasks);
gboolean outlay_input_equal  (const OutlayInput      *input,
                              gconstpointer           a,
                              gconstpointer           b,
                              guint                   n_tasks);
gboolean outlay_inputs_equal (const OutlayInputTable *table,
                              gconstpointer           a,
                              gconstpointer           b,
                              guint                   n_tasks);

G_END_DECLS
