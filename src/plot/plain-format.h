/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart.h"

G_BEGIN_DECLS

char *outlay_format_plain_money (double           amount,
                                 gpointer         currency);
char *outlay_format_plain_axis  (double           amount,
                                 double           step,
                                 gpointer         currency);
char *outlay_format_plain_month (int              year,
                                 int              month,
                                 OutlayMonthForm  form,
                                 gpointer         currency);

G_END_DECLS
