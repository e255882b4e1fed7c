/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

/* Figures as people read them: in the person's locale, rounded once, here.
 * Missing values (NaN) are an en dash; minus is U+2212. */
void  outlay_figure_format_set_right_to_left (gboolean value);

char *outlay_figure_format_isolate     (const char           *text); /* keeps its own order */
char *outlay_figure_format_signed      (double                value,
                                        char                 *text); /* adds a plus; takes the text */
char *outlay_figure_format_money       (double                value,
                                        const char           *currency); /* $64,020; under 10: $6.86 */
char *outlay_figure_format_money_exact (double                value,
                                        const char           *currency); /* $4,018.31 */
char *outlay_figure_format_money_short (double                value,
                                        const char           *currency); /* $12k, $1.2M */
char *outlay_figure_format_price       (double                per_million); /* as many decimals as the card has */
char *outlay_figure_format_rate        (double                rate,
                                        const char           *currency); /* $6.25, of one million or seat */
char *outlay_figure_format_number      (double                value,
                                        int                   decimals);
char *outlay_figure_format_percent     (double                share); /* 0.33 as 33 % */
char *outlay_figure_format_percent_exact (double              share,
                                        int                   decimals); /* 29.51 % */
char *outlay_figure_format_month       (const OutlayScenario *scenario,
                                        int                   month);    /* from 0: March 2027 */
char *outlay_figure_format_month_short (const OutlayScenario *scenario,
                                        int                   month);    /* Mar */

G_END_DECLS
