/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

/* What the tables of a part may take, before they are made finer or coarser. */
#define OUTLAY_PART_MEMORY ((gsize) 56 << 20)

/**
 * OutlayOptionParts:
 * @n: how many parts
 * @part: (owned): by option of the estimate; %OUTLAY_NONE where it is refused
 * @twin: (owned): by option: the first that costs the same to the last bit
 *
 * Options whose tables fit into memory together.
 */
typedef struct
{
  guint  n;
  int   *part;
  guint *twin;
} OutlayOptionParts;

OutlayOptionParts *outlay_option_parts_new  (const OutlayEstimate *estimate,
                                             gsize                 most_memory);
void               outlay_option_parts_free (OutlayOptionParts    *parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayOptionParts, outlay_option_parts_free)

G_END_DECLS
