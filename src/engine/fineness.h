/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How fine tables are, where memory allows. */
typedef enum
{
  OUTLAY_FINENESS_USUAL,  /* filled in milliseconds */
  OUTLAY_FINENESS_LARGE,  /* the same for very large scenarios */
  OUTLAY_FINENESS_PART,   /* the same in every part, so that parts can be compared */
  OUTLAY_FINENESS_MIDDLE, /* with more nodes where prompts meet limits */
  OUTLAY_FINENESS_FINE,   /* filled in some tenths of a second */
  OUTLAY_FINENESS_FINEST  /* before it is left to the plain way */
} OutlayFineness;

G_END_DECLS
