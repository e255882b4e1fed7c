/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "option-look.h"

G_BEGIN_DECLS

/**
 * OutlayPresentChange:
 * @OUTLAY_PRESENT_REVEAL: another month was revealed, or taken back
 * @OUTLAY_PRESENT_TOGGLE: an option was shown or hidden
 * @OUTLAY_PRESENT_EDIT: the scenario is another one
 *
 * What was done last in a presentation.
 */
typedef enum
{
  OUTLAY_PRESENT_REVEAL,
  OUTLAY_PRESENT_TOGGLE,
  OUTLAY_PRESENT_EDIT
} OutlayPresentChange;

/**
 * OutlayPresentScene:
 * @estimate: what is shown
 * @looks: (array): how its options are looked at
 * @month: the last month revealed, from 0
 * @cumulative: whether lines are sums since the first month
 * @change: what was done last
 * @option: of a toggle: which option
 * @before: (nullable): of an edit: the estimate before it
 * @edit: (nullable): of an edit: what it did, in the person's language
 *
 * A moment of a presentation.
 */
typedef struct
{
  const OutlayEstimate   *estimate;
  const OutlayOptionLook *looks;
  guint                   month;
  gboolean                cumulative;
  OutlayPresentChange     change;
  guint                   option;
  const OutlayEstimate   *before;
  const char             *edit;
} OutlayPresentScene;

char *outlay_present_caption  (const OutlayPresentScene *scene);
char *outlay_present_subtitle (const OutlayPresentScene *scene);

G_END_DECLS
