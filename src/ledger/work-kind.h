/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "json-scan.h"
#include "usage.h"

G_BEGIN_DECLS

OutlayWorkKind outlay_work_of_tool    (OutlayJsonSpan name);
OutlayWorkKind outlay_work_of_command (OutlayJsonSpan command);

G_END_DECLS
