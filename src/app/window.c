/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window.h"

#include "after-frame.h"
#include "autosave.h"
#include "edit-menu.h"
#include "help.h"
#include "late-menu.h"
#include "present-window.h"
#include "recent-menu.h"
#include "setters.h"
#include "usage-window.h"
#include "window-chart.h"
#include "window-compare.h"
#include "window-export.h"
#include "window-files.h"
#include "window-pages.h"
#include "window-prices.h"
#include "window-state.h"
#include "window-title.h"
#include "widgets/wheel.h"
#include "workspace.h"

#include <glib/gi18n.h>

struct _OutlayWindow
{
  AdwApplicationWindow  parent_instance;

  OutlaySession        *session;
  OutlayAutosave       *autosave; /* or NULL */
  GSettings            *settings;

  AdwWindowTitle       *title;
  GtkToggleButton      *pane_button;
  AdwSplitButton       *open_button;
  AdwSplitButton       *export_button;
  GtkButton            *undo_button;
  GtkButton            *redo_button;
  GtkMenuButton        *menu_button;
  GMenuModel           *primary_menu;
  GMenuModel           *export_menu;
  GMenu                *edit_section;
  GMenu                *others_section;
  AdwToastOverlay      *toasts;
  OutlayWorkspace      *workspace; /* or NULL until it is made */
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (OutlayWindow, outlay_window, ADW_TYPE_APPLICATION_WINDOW)

/* The header bar */

static void
outlay_window_update_title (OutlayWindow *self)
{
  outlay_window_title_show (GTK_WINDOW (self), self->title, self->session);
}

static void
outlay_window_update_history (OutlayWindow *self)
{
  g_autofree char *undo = outlay_describe_undo (self->session);
  g_autofree char *redo = outlay_describe_redo (self->session);

  outlay_set_tooltip (GTK_WIDGET (self->undo_button), undo);
  outlay_set_tooltip (GTK_WIDGET (self->redo_button), redo);
  outlay_edit_menu_update (self->edit_section, self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 outlay_session_get_undo_name (self->session) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 outlay_session_get_redo_name (self->session) != NULL);
}

/* A split button names neither its arrow nor its menu. */
static void
set_split_menu (AdwSplitButton *button,
                GMenuModel     *menu)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (button));

  while (!GTK_IS_MENU_BUTTON (child))
    child = gtk_widget_get_next_sibling (child);

  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_split_button_get_dropdown_tooltip (button), -1);
  outlay_late_menu_set (GTK_MENU_BUTTON (child), menu);
}

static void
outlay_window_undo (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  outlay_session_undo (OUTLAY_WINDOW (widget)->session);
}

static void
outlay_window_redo (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  outlay_session_redo (OUTLAY_WINDOW (widget)->session);
}

static void
on_menu_opens (gpointer button,
               gpointer data)
{
  OutlayWindow *self = data;

  outlay_window_fill_others (self, self->others_section);
}

/* The workspace */

/* What is asked for before the first frame is made at once. */
static OutlayWorkspace *
outlay_window_make_workspace (OutlayWindow *self)
{
  AdwFlap *flap;

  if (self->workspace != NULL)
    return self->workspace;

  self->workspace = OUTLAY_WORKSPACE (outlay_workspace_new (self->session));
  outlay_workspace_restore (self->workspace, self->settings);
  outlay_window_follow_prices (self, outlay_workspace_get_price_offer (self->workspace));

  flap = outlay_workspace_get_flap (self->workspace);
  g_object_bind_property (flap, "reveal-flap", self->pane_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->workspace));

  return self->workspace;
}

static gboolean
on_first_frame_shown (gpointer window)
{
  if (gtk_widget_get_mapped (window))
    outlay_window_make_workspace (OUTLAY_WINDOW (window));

  return G_SOURCE_REMOVE;
}

/* It has been painted; the display is told of it once the main loop runs on. */
static void
on_first_frame (GtkWidget *window)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_first_frame_shown, g_object_ref (window),
                   g_object_unref);
}

static void
outlay_window_map (GtkWidget *widget)
{
  OutlayWindow *self = OUTLAY_WINDOW (widget);

  GTK_WIDGET_CLASS (outlay_window_parent_class)->map (widget);
  if (self->workspace == NULL)
    outlay_after_frame (widget, on_first_frame);
}

static void
outlay_window_toggle_pane (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  AdwFlap *flap = outlay_workspace_get_flap (outlay_window_make_workspace (OUTLAY_WINDOW (widget)));

  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

/* Closing */

static gboolean
outlay_window_close_request (GtkWindow *window)
{
  OutlayWindow *self = OUTLAY_WINDOW (window);

  outlay_window_state_remember (window, self->settings);
  if (self->workspace != NULL)
    outlay_workspace_remember (self->workspace, self->settings);

  if (outlay_session_get_modified (self->session))
    {
      outlay_window_ask_to_close (self);
      return GDK_EVENT_STOP;
    }

  return GTK_WINDOW_CLASS (outlay_window_parent_class)->close_request (window);
}

/* The object */

static void
outlay_window_set_session (OutlayWindow  *self,
                           OutlaySession *session)
{
  self->session = g_object_ref (session);

  g_signal_connect_object (session, "changed", G_CALLBACK (outlay_window_update_title),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::modified", G_CALLBACK (outlay_window_update_title),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::file", G_CALLBACK (outlay_window_update_title),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (outlay_window_update_history),
                           self, G_CONNECT_SWAPPED);

  outlay_window_update_title (self);
  outlay_window_update_history (self);
}

static void
outlay_window_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  OutlayWindow *self = OUTLAY_WINDOW (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
outlay_window_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  OutlayWindow *self = OUTLAY_WINDOW (object);

  switch (property_id)
    {
    case PROP_SESSION:
      outlay_window_set_session (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
outlay_window_dispose (GObject *object)
{
  OutlayWindow *self = OUTLAY_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_WINDOW);
  self->workspace = NULL;
  if (self->autosave != NULL)
    outlay_autosave_end (self->autosave);
  g_clear_object (&self->autosave);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (outlay_window_parent_class)->dispose (object);
}

static void
outlay_window_class_init (OutlayWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = outlay_window_get_property;
  object_class->set_property = outlay_window_set_property;
  object_class->dispose = outlay_window_dispose;
  widget_class->map = outlay_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = outlay_window_close_request;


  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OUTLAY_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, pane_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, edit_section);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, others_section);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, OutlayWindow, export_menu);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, outlay_window_undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, outlay_window_redo);
  gtk_widget_class_install_action (widget_class, "win.pane", NULL, outlay_window_toggle_pane);
  outlay_window_class_install_page_actions (widget_class);
  outlay_window_class_install_file_actions (widget_class);
  outlay_window_class_install_help_action (widget_class);
  outlay_window_class_install_chart_actions (widget_class);
  outlay_window_class_install_compare_actions (widget_class);
  outlay_window_class_install_price_actions (widget_class);
  outlay_window_class_install_present_action (widget_class);
  outlay_window_class_install_usage_action (widget_class);
  outlay_window_class_install_export_actions (widget_class);
}

static void
outlay_window_init (OutlayWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_window_pass_wheel (GTK_WIDGET (self));

  outlay_set_tooltip (GTK_WIDGET (self->menu_button), _("Main menu"));
  outlay_late_menu_set_full (self->menu_button, self->primary_menu, on_menu_opens, self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.compare-stop", FALSE);

  set_split_menu (self->open_button, outlay_recent_menu_get ());
  set_split_menu (self->export_button, self->export_menu);
  outlay_window_accept_drops (self);

  self->settings = g_settings_new (OUTLAY_APPLICATION_ID);
  outlay_window_state_restore (GTK_WINDOW (self), self->settings);
  gtk_toggle_button_set_active (self->pane_button,
                                g_settings_get_boolean (self->settings, "pane-visible"));
}

/**
 * outlay_window_new:
 * @application: the program
 * @session: what the window shows
 *
 * Returns: (transfer none): a window, not shown yet
 */
OutlayWindow *
outlay_window_new (OutlayApplication *application,
                   OutlaySession     *session)
{
  return g_object_new (OUTLAY_TYPE_WINDOW,
                       "application", application,
                       "session", session,
                       NULL);
}

static void
on_autosave_failed (OutlayWindow *self,
                    const char   *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);
  /* Translators: %s is why, such as "No space left on device" */
  g_autofree char *text = g_strdup_printf (_("Work that is not saved would not survive a crash: %s"),
                                           markup);

  outlay_window_show_toast (self, adw_toast_new (text));
}

/**
 * outlay_window_keep:
 * @self: a window
 * @path: where
 *
 * Keeps what is not saved there, so that it survives a crash. It goes with the
 * window.
 */
void
outlay_window_keep (OutlayWindow *self,
                    const char   *path)
{
  g_return_if_fail (OUTLAY_IS_WINDOW (self));
  g_return_if_fail (self->autosave == NULL);

  self->autosave = outlay_autosave_new (self->session, path);
  g_signal_connect_object (self->autosave, "failed", G_CALLBACK (on_autosave_failed),
                           self, G_CONNECT_SWAPPED);
}

OutlaySession *
outlay_window_get_session (OutlayWindow *self)
{
  g_return_val_if_fail (OUTLAY_IS_WINDOW (self), NULL);

  return self->session;
}

AdwViewStack *
outlay_window_get_pages (OutlayWindow *self)
{
  g_return_val_if_fail (OUTLAY_IS_WINDOW (self), NULL);

  return outlay_workspace_get_pages (outlay_window_make_workspace (self));
}

OutlayCostPage *
outlay_window_get_cost_page (OutlayWindow *self)
{
  g_return_val_if_fail (OUTLAY_IS_WINDOW (self), NULL);

  return outlay_workspace_get_cost_page (outlay_window_make_workspace (self));
}

/**
 * outlay_window_show_toast:
 * @self: a window
 * @toast: (transfer full): what to say
 *
 * Tells in passing what was done.
 */
void
outlay_window_show_toast (OutlayWindow *self,
                          AdwToast     *toast)
{
  g_return_if_fail (OUTLAY_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toasts, toast);
}
