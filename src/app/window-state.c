/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-state.h"

/* The smallest that a window can be, see the template. */
#define MIN_WIDTH 360
#define MIN_HEIGHT 480

void
outlay_window_state_restore (GtkWindow *window,
                             GSettings *settings)
{
  gtk_window_set_default_size (window,
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (window);
}

void
outlay_window_state_remember (GtkWindow *window,
                              GSettings *settings)
{
  gboolean is_maximized = gtk_window_is_maximized (window);
  int width, height;

  g_settings_set_boolean (settings, "window-maximized", is_maximized);
  if (!is_maximized)
    {
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_int (settings, "window-width", MAX (width, MIN_WIDTH));
      g_settings_set_int (settings, "window-height", MAX (height, MIN_HEIGHT));
    }
}

void
outlay_workspace_restore (OutlayWorkspace *workspace,
                          GSettings       *settings)
{
  g_autofree char *page = g_settings_get_string (settings, "page");

  adw_flap_set_reveal_flap (outlay_workspace_get_flap (workspace),
                            g_settings_get_boolean (settings, "pane-visible"));
  adw_view_stack_set_visible_child_name (outlay_workspace_get_pages (workspace), page);
}

void
outlay_workspace_remember (OutlayWorkspace *workspace,
                           GSettings       *settings)
{
  AdwFlap *flap = outlay_workspace_get_flap (workspace);
  AdwViewStack *pages = outlay_workspace_get_pages (workspace);

  g_settings_set_string (settings, "page", adw_view_stack_get_visible_child_name (pages));

  /* A folded pane is hidden to show the page, not because it is unwanted. */
  if (!adw_flap_get_folded (flap))
    g_settings_set_boolean (settings, "pane-visible", adw_flap_get_reveal_flap (flap));
}
