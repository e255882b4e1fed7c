/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

const char *outlay_currency_get_name      (const char           *code);
const char *outlay_currency_get_sign      (const char           *code);
int         outlay_currency_get_decimals  (const char           *code);
gboolean    outlay_currency_needs_rate    (const OutlayCurrency *currency);
char       *outlay_currency_describe_rate (const OutlayCurrency *currency);

G_END_DECLS
