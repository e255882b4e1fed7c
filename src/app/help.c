/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "help.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* As help/meson.build installs it, below a folder of data. */
#define HTML_MANUAL "doc/outlay/manual/index.html"

static void
present_problem (GtkWindow    *parent,
                 const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _("The Manual Cannot Be Shown"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  /* Translators: %s says what went wrong */
                                  _("There is no program here that shows help, such as Yelp. "
                                    "(%s)"), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
html_shown (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GtkWindow) parent = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (parent, result, &error))
    present_problem (parent, error);
}

/* Returns: (transfer full) (nullable): the address of the manual for browsers */
static char *
find_html_manual (void)
{
  const char * const *folders = g_get_system_data_dirs ();

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], HTML_MANUAL, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_filename_to_uri (path, NULL, NULL);
    }

  return NULL;
}

static void
help_shown (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GtkWindow) parent = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *html = NULL;

  if (gtk_show_uri_full_finish (parent, result, &error))
    return;

  html = find_html_manual ();
  if (html != NULL)
    gtk_show_uri_full (parent, html, GDK_CURRENT_TIME, NULL, html_shown, g_object_ref (parent));
  else
    present_problem (parent, error);
}

/**
 * outlay_help_show:
 * @parent: the window that asks
 *
 * Shows the manual in the desktop's help viewer; where there is none, as HTML in a
 * browser. Says so in words where that does not work either.
 */
void
outlay_help_show (GtkWindow *parent)
{
  gtk_show_uri_full (parent, "help:outlay", GDK_CURRENT_TIME, NULL, help_shown,
                     g_object_ref (parent));
}

static gboolean
on_help_key (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  outlay_help_show (GTK_WINDOW (widget));

  return GDK_EVENT_STOP;
}

/**
 * outlay_window_class_add_help_key:
 * @widget_class: a class of windows that are not the application's own
 *
 * Lets F1 show the manual there, too: the application's keys do not reach them.
 */
void
outlay_window_class_add_help_key (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F1, 0, on_help_key, NULL);
}

/* The window of shortcuts, a thousand widgets, is made when it is first asked for. */
static void
shortcuts_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder =
        gtk_builder_new_from_resource ("/io/github/outlay/Outlay/ui/shortcuts.ui");

      gtk_application_window_set_help_overlay (
        window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
    }

  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

void
outlay_window_class_install_help_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL,
                                   shortcuts_action);
}
