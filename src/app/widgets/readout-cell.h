/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OutlayReadout:
 * @name: the option's name
 * @value: what it costs, ready to show
 * @range: (nullable): between what it costs in 8 of 10 futures
 * @remark: (nullable): what is to be said of it beyond its cost
 * @meaning: (nullable): what a warning is about, in a sentence of its own
 * @slot: its colour and dash
 * @hidden: it is not drawn
 * @focus: it is the option in focus
 * @warns: @remark is a warning
 *
 * What a cell of the read-out strip shows.
 */
typedef struct
{
  const char *name;
  const char *value;
  const char *range;
  const char *remark;
  const char *meaning;
  guint       slot;
  gboolean    hidden;
  gboolean    focus;
  gboolean    warns;
} OutlayReadout;

#define OUTLAY_TYPE_READOUT_CELL (outlay_readout_cell_get_type ())

G_DECLARE_FINAL_TYPE (OutlayReadoutCell, outlay_readout_cell, OUTLAY, READOUT_CELL, GtkButton)

GtkWidget  *outlay_readout_cell_new           (const char          *option_id);
const char *outlay_readout_cell_get_option_id (OutlayReadoutCell   *self);
gboolean    outlay_readout_cell_get_hidden    (OutlayReadoutCell   *self);
void        outlay_readout_cell_show          (OutlayReadoutCell   *self,
                                               const OutlayReadout *readout);

G_END_DECLS
