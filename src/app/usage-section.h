/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"
#include "usage-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * OutlayUsageSection:
 *
 * What all sections of the window of real usage have in common: the session whose
 * scenario is held against the ledger, the ledger, and which days it has. A section
 * asks anew only while it is seen.
 */
#define OUTLAY_TYPE_USAGE_SECTION (outlay_usage_section_get_type ())

G_DECLARE_DERIVABLE_TYPE (OutlayUsageSection, outlay_usage_section, OUTLAY, USAGE_SECTION, AdwBin)

/**
 * OutlayUsageSectionClass:
 * @set_days: (nullable): the ledger begins and ends on other days
 * @follow: (nullable): the scenario is another one, or looked at in another way; it is
 *   asked anew a moment later
 * @refresh: asks what it shows; the answer of a question before is not wanted any
 *   more
 */
struct _OutlayUsageSectionClass
{
  AdwBinClass parent_class;

  void (*set_days) (OutlayUsageSection *self,
                    int                 first,
                    int                 last);
  void (*follow)   (OutlayUsageSection *self);
  void (*refresh)  (OutlayUsageSection *self,
                    GCancellable       *cancellable);
};

void              outlay_usage_section_set_up      (OutlayUsageSection *self,
                                                    OutlayUsageStore   *store,
                                                    OutlaySession      *session);
void              outlay_usage_section_set_days    (OutlayUsageSection *self,
                                                    int                 first,
                                                    int                 last);
void              outlay_usage_section_refresh     (OutlayUsageSection *self);
OutlayUsageStore *outlay_usage_section_get_store   (OutlayUsageSection *self);
OutlaySession    *outlay_usage_section_get_session (OutlayUsageSection *self);

G_END_DECLS
