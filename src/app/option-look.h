/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

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

OutlayOptionLook *outlay_option_looks_new   (OutlaySession          *session,
                                             const OutlayEstimate   *estimate);
gboolean          outlay_option_looks_equal (const OutlayOptionLook *a,
                                             const OutlayOptionLook *b,
                                             guint                   n_options);
int               outlay_look_get_month     (OutlaySession          *session,
                                             const OutlayEstimate   *estimate);

G_END_DECLS
