/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "json-scan.h"
#include "usage.h"

G_BEGIN_DECLS

OutlayWork  outlay_work_of_tool    (OutlayJsonSpan name);
OutlayWork  outlay_work_of_command (OutlayJsonSpan command);
const char *outlay_work_get_kind   (const gint64  *works);

G_END_DECLS
