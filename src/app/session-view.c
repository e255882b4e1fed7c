/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-private.h"

const char *
outlay_session_get_focus (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), NULL);

  return outlay_view_state_get_focus (self->view);
}

static gboolean
outlay_session_has_option (OutlaySession *self,
                           const char    *id)
{
  return outlay_scenario_find_option (outlay_session_get_scenario (self), id) >= 0;
}

void
outlay_session_set_focus (OutlaySession *self,
                          const char    *option_id)
{
  g_return_if_fail (OUTLAY_IS_SESSION (self));
  g_return_if_fail (outlay_session_has_option (self, option_id));

  if (outlay_view_state_set_focus (self->view, option_id))
    outlay_session_announce_view (self);
}

gboolean
outlay_session_get_hidden (OutlaySession *self,
                           const char    *option_id)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), FALSE);
  g_return_val_if_fail (option_id != NULL, FALSE);

  return outlay_view_state_get_hidden (self->view, option_id);
}

void
outlay_session_set_hidden (OutlaySession *self,
                           const char    *option_id,
                           gboolean       hidden)
{
  g_return_if_fail (OUTLAY_IS_SESSION (self));
  g_return_if_fail (outlay_session_has_option (self, option_id));

  if (outlay_view_state_set_hidden (self->view, outlay_session_get_scenario (self),
                                    option_id, hidden))
    outlay_session_announce_view (self);
}

void
outlay_session_show_alone (OutlaySession *self,
                           const char    *option_id)
{
  g_return_if_fail (OUTLAY_IS_SESSION (self));
  g_return_if_fail (outlay_session_has_option (self, option_id));

  if (outlay_view_state_show_alone (self->view, outlay_session_get_scenario (self),
                                    option_id))
    outlay_session_announce_view (self);
}

int
outlay_session_get_month (OutlaySession *self)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), -1);

  return outlay_view_state_get_month (self->view);
}

void
outlay_session_set_month (OutlaySession *self,
                          int            month)
{
  g_return_if_fail (OUTLAY_IS_SESSION (self));
  g_return_if_fail (month >= -1 && month < outlay_session_get_scenario (self)->months);

  if (outlay_view_state_set_month (self->view, month))
    outlay_session_announce_view (self);
}

gboolean
outlay_session_get_zoom (OutlaySession *self,
                         int           *first,
                         int           *last)
{
  g_return_val_if_fail (OUTLAY_IS_SESSION (self), FALSE);

  return outlay_view_state_get_zoom (self->view, first, last);
}

void
outlay_session_set_zoom (OutlaySession *self,
                         int            first,
                         int            last)
{
  int n_months;

  g_return_if_fail (OUTLAY_IS_SESSION (self));

  n_months = (int) outlay_session_get_scenario (self)->months;
  g_return_if_fail ((first == -1 && last == -1) || (first >= 0 && first <= last));
  g_return_if_fail (last < n_months);

  if (first == 0 && last == n_months - 1)
    first = last = -1;
  if (outlay_view_state_set_zoom (self->view, first, last))
    outlay_session_announce_view (self);
}
