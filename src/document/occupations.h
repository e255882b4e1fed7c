/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayOccupation:
 * @id: what a role's `occupation` names
 * @name: the statistics' own name
 * @hourly_wage: US dollars an hour
 * @source: who published the wage
 * @link: (nullable): where
 */
typedef struct
{
  const char *id;
  const char *name;
  double      hourly_wage;
  const char *source;
  const char *link;
} OutlayOccupation;

const OutlayOccupation *outlay_occupations_list (guint *n_occupations);

G_END_DECLS
