/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "option-look.h"
#include "simulate.h"

G_BEGIN_DECLS

/* A chance below this is worth a look: the page shades it. */
#define OUTLAY_ODDS_THRESHOLD 0.8

/* Of two options, one is dearer more often than this: that is settled. */
#define OUTLAY_ODDS_SETTLED 0.99

gboolean  outlay_simulation_fits     (const OutlaySimulation *simulation,
                                      const OutlayEstimate   *estimate);

char     *outlay_odds_format         (double                  share);
char     *outlay_odds_describe       (double                  share);

double    outlay_odds_of_month       (const OutlaySimulation *simulation,
                                      guint                   option,
                                      guint                   month);
double    outlay_odds_of_period      (const OutlaySimulation *simulation,
                                      guint                   option);
int       outlay_odds_find_worst     (const OutlaySimulation *simulation,
                                      guint                   option);

char     *outlay_odds_find_words     (const OutlaySimulation *simulation,
                                      guint                   option);
char     *outlay_odds_describe_range (const OutlaySimulation *simulation,
                                      guint                   option,
                                      int                     month);
char     *outlay_odds_describe_shading (const char *option);
char     *outlay_odds_format_range   (const OutlaySimulation *simulation,
                                      guint                   option,
                                      int                     month,
                                      gboolean                cumulative);
char     *outlay_odds_describe_period (const OutlaySimulation *simulation,
                                       guint                   option);
char     *outlay_odds_explain_middle (const OutlaySimulation *simulation,
                                      guint                   option);
char     *outlay_odds_describe_draws (const OutlaySimulation *simulation);

/**
 * OutlayDearerPair:
 * @option: the one that is dearer more often
 * @other: the other one
 * @share: how often @option is dearer
 * @other_share: how often @other is; with the rest, both cost the same
 */
typedef struct
{
  guint  option;
  guint  other;
  double share;
  double other_share;
} OutlayDearerPair;

GArray   *outlay_odds_list_pairs     (const OutlaySimulation *simulation,
                                      const OutlayOptionLook *looks,
                                      guint                  *n_settled);

G_END_DECLS
