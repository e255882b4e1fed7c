/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "questions.h"
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

/**
 * OutlayUsageRequest:
 * @scenario: what is held against the ledger
 * @option: (nullable): id of the option in focus
 * @period: the days that are asked about
 * @roles: (element-type utf8 utf8): people to the names of their roles
 *
 * What a question of a section is about.
 */
typedef struct
{
  OutlayScenario *scenario;
  char           *option;
  OutlayPeriod    period;
  GHashTable     *roles;
} OutlayUsageRequest;

void              outlay_usage_section_set_up      (OutlayUsageSection *self,
                                                    OutlayUsageStore   *store,
                                                    OutlaySession      *session);
void              outlay_usage_section_set_days    (OutlayUsageSection *self,
                                                    int                 first,
                                                    int                 last);
void              outlay_usage_section_refresh     (OutlayUsageSection *self);
void              outlay_usage_section_ask         (OutlayUsageSection *self,
                                                    GCancellable       *cancellable,
                                                    OutlayPeriod        period,
                                                    OutlayUsageFunc     function,
                                                    GDestroyNotify      result_free,
                                                    GAsyncReadyCallback callback);
gboolean          outlay_usage_section_take_answer (gpointer            self,
                                                    GAsyncResult       *result,
                                                    gpointer           *answer);
void              outlay_usage_section_set_error_label
                                                   (OutlayUsageSection *self,
                                                    GtkLabel           *label);
OutlayUsageStore *outlay_usage_section_get_store   (OutlayUsageSection *self);
OutlaySession    *outlay_usage_section_get_session (OutlayUsageSection *self);

G_END_DECLS
