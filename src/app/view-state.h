/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario.h"

G_BEGIN_DECLS

/**
 * OutlayViewState:
 *
 * What a person looks at in a scenario: the option in focus, the options that
 * are hidden, the month shown. None of it is kept in the file.
 *
 * The functions that change it return whether they changed anything.
 */
typedef struct _OutlayViewState OutlayViewState;

OutlayViewState *outlay_view_state_new        (const OutlayScenario  *scenario);
void             outlay_view_state_free       (OutlayViewState       *self);

const char      *outlay_view_state_get_focus  (const OutlayViewState *self);
gboolean         outlay_view_state_set_focus  (OutlayViewState       *self,
                                               const char            *option_id);
int              outlay_view_state_get_month  (const OutlayViewState *self);
gboolean         outlay_view_state_set_month  (OutlayViewState       *self,
                                               int                    month);
gboolean         outlay_view_state_get_zoom   (const OutlayViewState *self,
                                               int                   *first,
                                               int                   *last);
gboolean         outlay_view_state_set_zoom   (OutlayViewState       *self,
                                               int                    first,
                                               int                    last);
gboolean         outlay_view_state_get_hidden (const OutlayViewState *self,
                                               const char            *option_id);
gboolean         outlay_view_state_set_hidden (OutlayViewState       *self,
                                               const OutlayScenario  *scenario,
                                               const char            *option_id,
                                               gboolean               hidden);
gboolean         outlay_view_state_show_alone (OutlayViewState       *self,
                                               const OutlayScenario  *scenario,
                                               const char            *option_id);

gboolean         outlay_view_state_forget_new (OutlayViewState       *self,
                                               const OutlayScenario  *before,
                                               const OutlayScenario  *now);
gboolean         outlay_view_state_follow     (OutlayViewState       *self,
                                               const OutlayScenario  *before,
                                               const OutlayScenario  *now);

int              outlay_scenario_find_option  (const OutlayScenario  *scenario,
                                               const char            *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayViewState, outlay_view_state_free)

G_END_DECLS
