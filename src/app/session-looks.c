/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-looks.h"

/**
 * outlay_option_looks_new:
 * @session: whose view it is
 * @estimate: an estimate, which may lie a moment behind the session
 *
 * Returns: (transfer full) (array): a look for each option of @estimate
 */
OutlayOptionLook *
outlay_option_looks_new (OutlaySession        *session,
                         const OutlayEstimate *estimate)
{
  OutlayOptionLook *looks = g_new0 (OutlayOptionLook, estimate->n_options + 1);
  const char *focus = outlay_session_get_focus (session);

  for (guint i = 0; i < estimate->n_options; i++)
    {
      const char *id = estimate->options[i].option->id;

      looks[i].slot = outlay_session_get_slot (session, id);
      looks[i].hidden = outlay_session_get_hidden (session, id);
      looks[i].focus = g_strcmp0 (focus, id) == 0;
    }

  return looks;
}

/**
 * outlay_look_get_month:
 * @session: whose view it is
 * @estimate: an estimate, which may lie a moment behind the session
 *
 * Returns: the month shown, from 0; -1 for the whole period, or where the
 *   estimate does not have that month yet
 */
int
outlay_look_get_month (OutlaySession        *session,
                       const OutlayEstimate *estimate)
{
  int month = outlay_session_get_month (session);

  return month < (int) estimate->n_months ? month : -1;
}
