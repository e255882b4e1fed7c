/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "simulate.h"

G_BEGIN_DECLS

char *outlay_simulation_to_json  (const OutlaySimulation *simulation);
char *outlay_simulation_to_table (const OutlaySimulation *simulation);
char *outlay_simulation_to_csv   (const OutlaySimulation *simulation);

G_END_DECLS
