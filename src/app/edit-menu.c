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
char *
outlay_menu_escape (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

/* Puts an item in the place of the one at @position, or after the last. A drag is
 * many edits of one name: the same item stays. */
static void
put (GMenu      *section,
     int         position,
     const char *description,
     const char *action)
{
  g_autofree char *label = outlay_menu_escape (description);
  g_autofree char *old = NULL;

  if (position < g_menu_model_get_n_items (G_MENU_MODEL (section)))
    {
      g_menu_model_get_item_attribute (G_MENU_MODEL (section), position,
                                       G_MENU_ATTRIBUTE_LABEL, "s", &old);
      if (g_strcmp0 (old, label) == 0)
        return;

      g_menu_remove (section, position);
    }

  g_menu_insert (section, position, label, action);
}

void
outlay_edit_menu_update (GMenu         *section,
                         OutlaySession *session)
{
  g_autofree char *undo = outlay_describe_undo (session);
  g_autofree char *redo = outlay_describe_redo (session);

  put (section, 0, undo, "win.undo");
  put (section, 1, redo, "win.redo");
}
