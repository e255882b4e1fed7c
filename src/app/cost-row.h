/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "option-look.h"

G_BEGIN_DECLS

/**
 * OutlayCostRow:
 *
 * An option in the table of costs: its figures in the estimate, and the P90 of
 * its total, which is in the futures. It keeps no text: cells that are on the
 * screen ask for theirs when the row says that it is another one.
 *
 * Signals:
 *
 * - `changed`: figures or look are others
 */
#define OUTLAY_TYPE_COST_ROW (outlay_cost_row_get_type ())

G_DECLARE_FINAL_TYPE (OutlayCostRow, outlay_cost_row, OUTLAY, COST_ROW, GObject)

OutlayCostRow          *outlay_cost_row_new           (const char             *option_id);
const char             *outlay_cost_row_get_option_id (OutlayCostRow          *self);
gboolean                outlay_cost_row_update        (OutlayCostRow          *self,
                                                       OutlayEstimate         *estimate,
                                                       guint                   option,
                                                       double                  p90,
                                                       const OutlayOptionLook *look,
                                                       gboolean                cumulative);

const char             *outlay_cost_row_get_name      (OutlayCostRow          *self);
const OutlayOptionLook *outlay_cost_row_get_look      (OutlayCostRow          *self);
char                   *outlay_cost_row_dup_refusal   (OutlayCostRow          *self);
char                   *outlay_cost_row_dup_text      (OutlayCostRow          *self,
                                                       guint                   column);
char                   *outlay_cost_row_dup_note      (OutlayCostRow          *self,
                                                       guint                   column);
gboolean                outlay_cost_row_is_over       (OutlayCostRow          *self,
                                                       guint                   column);
gboolean                outlay_cost_row_get_question  (OutlayCostRow          *self,
                                                       guint                   column,
                                                       OutlayEstimate        **estimate,
                                                       guint                  *option,
                                                       int                    *month);
double                  outlay_cost_row_get_value     (OutlayCostRow          *self,
                                                       guint                   column);

G_END_DECLS
