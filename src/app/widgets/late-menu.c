/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "late-menu.h"

#define MENU "outlay-late-menu"

typedef struct
{
  GMenuModel *menu;
  GFunc       prepare; /* or NULL */
  gpointer    data;
} LateMenu;

static void
late_menu_free (gpointer data)
{
  LateMenu *self = data;

  g_object_unref (self->menu);
  g_free (self);
}

/* Each time that it is opened. */
static void
on_popup (GtkMenuButton *button,
          gpointer       data)
{
  LateMenu *self = data;

  if (self->prepare != NULL)
    self->prepare (button, self->data);
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, self->menu);
}

/**
 * outlay_late_menu_set_full:
 * @button: a menu button
 * @menu: its menu
 * @prepare: (nullable): called with @button whenever the menu is about to open
 * @data: for @prepare
 *
 * Like outlay_late_menu_set(), for a menu whose items depend on what there is when it
 * opens.
 */
void
outlay_late_menu_set_full (GtkMenuButton *button,
                           GMenuModel    *menu,
                           GFunc          prepare,
                           gpointer       data)
{
  LateMenu *self;

  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  self = g_new0 (LateMenu, 1);
  self->menu = g_object_ref (menu);
  self->prepare = prepare;
  self->data = data;

  gtk_menu_button_set_create_popup_func (button, on_popup, self, NULL);
  g_object_set_data_full (G_OBJECT (button), MENU, self, late_menu_free);
}

/**
 * outlay_late_menu_set:
 * @button: a menu button
 * @menu: its menu
 *
 * Gives a button a menu whose items are made when it is first opened. GTK's own setter
 * makes widgets for each item at once, and a window has a hundred items.
 */
void
outlay_late_menu_set (GtkMenuButton *button,
                      GMenuModel    *menu)
{
  outlay_late_menu_set_full (button, menu, NULL, NULL);
}

/**
 * outlay_late_menu_get:
 * @button: a menu button
 *
 * Returns: (transfer none) (nullable): the menu that outlay_late_menu_set() gave it
 */
GMenuModel *
outlay_late_menu_get (GtkMenuButton *button)
{
  LateMenu *self;

  g_return_val_if_fail (GTK_IS_MENU_BUTTON (button), NULL);

  self = g_object_get_data (G_OBJECT (button), MENU);

  return self != NULL ? self->menu : NULL;
}
