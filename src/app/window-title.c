/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-title.h"

#include "setters.h"

#include <glib/gi18n.h>

static const char *
get_state_text (OutlaySession *session)
{
  if (outlay_session_get_recovered (session))
    return C_("state of a scenario", "recovered");
  if (outlay_session_get_modified (session))
    return C_("state of a scenario", "edited");
  if (outlay_session_get_file (session) == NULL)
    return C_("state of a scenario", "not saved");

  return C_("state of a scenario", "saved");
}

/* The scenario's name, its file's where it has one, and how it stands. Whoever looks
 * for a window among others finds it by both names. */
void
outlay_window_title_show (GtkWindow      *window,
                          AdwWindowTitle *window_title,
                          OutlaySession  *session)
{
  GFile *file = outlay_session_get_file (session);
  g_autofree char *place = file != NULL ? g_file_get_parse_name (file) : NULL;
  g_autofree char *file_name = file != NULL ? g_file_get_basename (file) : NULL;
  const char *name = outlay_session_get_scenario (session)->name;
  const char *state = get_state_text (session);
  g_autofree char *subtitle = NULL;
  g_autofree char *title = NULL;

  if (name == NULL || *name == '\0')
    name = _("Scenario without a name");
  if (file != NULL)
    {
      /* Translators: the name of a file, and its state, such as "edited" */
      subtitle = g_strdup_printf (_("%s · %s"), file_name, state);
      /* Translators: the name of a scenario, and that of its file */
      title = g_strdup_printf (_("%s – %s"), name, file_name);
    }

  adw_window_title_set_title (window_title, name);
  adw_window_title_set_subtitle (window_title, file != NULL ? subtitle : state);
  outlay_set_tooltip (GTK_WIDGET (window_title), place);
  gtk_window_set_title (window, file != NULL ? title : name);
}
