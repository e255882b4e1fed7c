/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bridge.h"

G_BEGIN_DECLS

/* The side that is not this one. */
#define OUTLAY_OTHER(side) (1 - (side))

/**
 * OutlayBridgeMatch:
 * @id: (transfer none): a task's id or a role's name
 * @nth: of roles with the same name: which, from 0
 * @index: where it is on each side, or -1
 */
typedef struct
{
  const char *id;
  guint       nth;
  int         index[2];
} OutlayBridgeMatch;

/**
 * OutlayBridgeSides:
 * @scenario: A and B
 * @option: the option in each
 * @in_dollars: whether money is in US dollars, because the currencies differ
 * @roles: (element-type OutlayBridgeMatch): roles of either side
 * @tasks: (element-type OutlayBridgeMatch): tasks of either side
 *
 * Two scenarios side by side. The lists are in the order of their names, which
 * is the same whichever side is called A.
 */
typedef struct
{
  const OutlayScenario *scenario[2];
  const OutlayOption   *option[2];
  gboolean              in_dollars;
  GArray               *roles;
  GArray               *tasks;
} OutlayBridgeSides;

void            outlay_bridge_sides_init  (OutlayBridgeSides       *sides,
                                           const OutlayScenario    *a,
                                           const OutlayOption      *option_a,
                                           const OutlayScenario    *b,
                                           const OutlayOption      *option_b);
void            outlay_bridge_sides_clear (OutlayBridgeSides       *sides);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayBridgeSides, outlay_bridge_sides_clear)

OutlayScenario *outlay_bridge_step_new    (const OutlayBridgeSides *sides,
                                           const guint             *from);

G_END_DECLS
