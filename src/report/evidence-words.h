/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *outlay_evidence_label_name (const char *label);

G_END_DECLS
