/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "undo-toast.h"

#include <glib/gi18n.h>

/* The toast itself goes when its time is over: libadwaita 1.2 breaks down where one
 * is dismissed while it still comes up. */
static void
on_edited (OutlaySession *session,
           AdwToast      *toast)
{
  adw_toast_set_button_label (toast, NULL);
  g_signal_handlers_disconnect_by_func (session, on_edited, toast);
}

/**
 * outlay_undo_toast_new:
 * @session: a session that was edited just now
 * @text: what the edit did, as Pango markup
 * @action: the action that undoes it
 *
 * Returns: (transfer full): a toast that offers to undo that edit and no other: with
 *   the next one its button goes
 */
AdwToast *
outlay_undo_toast_new (OutlaySession *session,
                       const char    *text,
                       const char    *action)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, action);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_edited), toast, 0);

  return toast;
}
