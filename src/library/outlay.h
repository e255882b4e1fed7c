/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What AI assistants will cost a team, month by month: the engine of Outlay for
 * other programs. Scenarios, catalogues and estimates are values: once made they
 * never change, so that any thread may read them. */

#define OUTLAY_INSIDE

#include <outlay-catalogue.h>
#include <outlay-estimate.h>
#include <outlay-scenario.h>

#undef OUTLAY_INSIDE
