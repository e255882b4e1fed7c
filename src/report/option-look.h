/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

/**
 * OutlayOptionLook:
 * @slot: its colour and dash
 * @hidden: it is not drawn
 * @focus: it is the option in focus
 *
 * How one option of an estimate is looked at.
 */
typedef struct
{
  guint    slot;
  gboolean hidden;
  gboolean focus;
} OutlayOptionLook;

gboolean outlay_option_looks_equal (const OutlayOptionLook *a,
                                    const OutlayOptionLook *b,
                                    guint                   n_options);

G_END_DECLS
