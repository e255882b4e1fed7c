/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit-menu.h"

#include <glib/gi18n.h>

char *
outlay_describe_undo (OutlaySession *session)
{
  const char *name = outlay_session_get_undo_name (session);

  if (name == NULL)
    return g_strdup (_("Undo"));

  /* Translators: %s is an edit, such as "People of Platform" */
  return g_strdup_printf (_("Undo %s"), name);
}

char *
outlay_describe_redo (OutlaySession *session)
{
  const char *name = outlay_session_get_redo_name (session);

  if (name == NULL)
    return g_strdup (_("Redo"));

  /* Translators: %s is an edit, such as "People of Platform" */
  return g_strdup_printf (_("Redo %s"), name);
}

/* A menu takes an underscore for the mark of a mnemonic. */
static void
append (GMenu      *section,
        const char *description,
        const char *action)
{
  g_auto (GStrv) parts = g_strsplit (description, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  g_menu_append (section, label, action);
}

void
outlay_edit_menu_update (GMenu         *section,
                         OutlaySession *session)
{
  g_autofree char *undo = outlay_describe_undo (session);
  g_autofree char *redo = outlay_describe_redo (session);

  g_menu_remove_all (section);
  append (section, undo, "win.undo");
  append (section, redo, "win.redo");
}
