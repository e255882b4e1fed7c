/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayEvidence:
 * @value: the default, as text
 * @label: `published`, `measured`, `derived` or `assumed`
 * @source: who says so
 * @link: (nullable): where
 * @note: (nullable): what more there is to know
 *
 * Where a default comes from.
 */
typedef struct
{
  const char *value;
  const char *label;
  const char *source;
  const char *link;
  const char *note;
} OutlayEvidence;

/**
 * OutlayCostBand:
 * @name: whose users they are
 * @per_day: whether it counts an active day; else a month
 * @low: US dollars, as all below; NaN where it is not published
 *
 * A published cost per person.
 */
typedef struct
{
  const char *id;
  const char *name;
  gboolean    per_day;
  double      low;
  double      high;
  double      median;
  double      mean;
  double      top_tenth;
  const char *label;
  const char *source;
  const char *link;
  const char *note;
} OutlayCostBand;

const OutlayEvidence *outlay_evidence_find   (const char *path);
const OutlayCostBand *outlay_cost_bands_list (guint      *n_bands);

G_END_DECLS
