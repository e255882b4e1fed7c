/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "option-look.h"
#include "report.h"
#include "sensitivity.h"
#include "simulate.h"

G_BEGIN_DECLS

/**
 * OutlayReportFacts:
 * @estimate: what is reported
 * @simulation: (nullable): its futures; left out, there is no section on risk
 * @sensitivity: (nullable): what drives its cost
 * @focus: (nullable): id of the option that is shown in detail; the one that
 *   costs least if left out
 * @looks: (array) (nullable): the colours of its options; in their order if left
 *   out
 * @left_out: (array zero-terminated=1) (nullable): names of the scenario's options that
 *   are not among those of @estimate
 * @file_hash: (nullable): SHA-256 of the scenario's file
 * @client: (nullable): for whom the report is made
 * @logo: (nullable): a PNG picture
 * @date: (nullable): the day on which it is made
 * @right_to_left: its lines run from right to left
 *
 * What a report is made from. All of it belongs to the caller.
 */
typedef struct
{
  OutlayEstimate         *estimate;
  OutlaySimulation       *simulation;
  OutlaySensitivity      *sensitivity;
  const char             *focus;
  const OutlayOptionLook *looks;
  const char * const     *left_out;
  const char             *file_hash;
  const char             *client;
  GBytes                 *logo;
  GDateTime              *date;
  gboolean                right_to_left;
} OutlayReportFacts;

OutlayReport *outlay_report_new_for_estimate (const OutlayReportFacts *facts);
gboolean      outlay_report_is_right_to_left (void);

G_END_DECLS
