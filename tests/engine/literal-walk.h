/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tokens.h"

G_BEGIN_DECLS

/* What one call of the literal walk is billed for. */
typedef struct
{
  guint    turn;   /* from 1 */
  double   added;  /* new tokens */
  double   reread; /* the prefix */
  double   cold;   /* the share of it that is written again */
  double   output;
  gboolean sums_up;
} LiteralCall;

typedef void (* LiteralBill) (const LiteralCall *call,
                              gpointer           data);

void literal_walk (const OutlayTaskTokens *tokens,
                   double                  taper,
                   guint                   n_turns,
                   LiteralBill             bill,
                   gpointer                data);

G_END_DECLS
