/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-log.h"

#include "random-hands.h"

#include <string.h>

/* What GTK 4.8 says of itself: of a popover whose place is no longer on the screen when
 * it is shown (a window manager would not have let the window stand there), of one that
 * is closed before GTK has looked where the pointer is, of a text that has lost its
 * focus while its cursor blinks, and of a tooltip whose time comes when its window has
 * just closed. */
static const char * const gtks_own[] = {
  "gdk_monitor_get_geometry: assertion 'GDK_IS_MONITOR (monitor)' failed",
  "gdk_surface_get_device_position: assertion 'GDK_IS_SURFACE (surface)' failed",
  "_gtk_widget_find_at_coords: assertion 'GDK_IS_SURFACE (surface)' failed",
  "GtkText - unexpected blinking selection. Removing",
  /* Once in some thousand actions, after the window of shortcuts; nothing here asks it
   * of what is no widget. */
  "gtk_widget_is_ancestor: assertion 'GTK_IS_WIDGET (widget)' failed",
};

static gboolean
is_gtks_own (const char *message)
{
  for (guint i = 0; i < G_N_ELEMENTS (gtks_own); i++)
    if (g_str_has_prefix (message, gtks_own[i]))
      return TRUE;

  return FALSE;
}

/* A popover that is on no monitor gets from GTK whatever size is left over in memory. */
static gboolean
is_off_screen (const char *message,
               GtkWidget  *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = GTK_IS_POPOVER (native) ? gtk_native_get_surface (native) : NULL;

  return surface != NULL && strstr (message, "attempt to allocate") != NULL &&
         MIN (gdk_surface_get_width (surface), gdk_surface_get_height (surface)) <= 1;
}

static const char *
find_message (const GLogField *fields,
              gsize            n_fields)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      return fields[i].value;

  return "";
}

/**
 * random_log_write:
 * @level: how bad it is
 * @fields: what is said
 * @n_fields: of how many parts
 * @data: the #Hands at work
 *
 * A #GLogWriterFunc. Every warning is the end, but those that are GTK's own. GTK tells
 * of a widget by its address, which is of use to nobody once it is gone: the hands tell
 * its place.
 *
 * Returns: that it was handled
 */
GLogWriterOutput
random_log_write (GLogLevelFlags   level,
                  const GLogField *fields,
                  gsize            n_fields,
                  gpointer         data)
{
  const char *message = find_message (fields, n_fields);
  const char *address = strstr (message, " 0x");
  GtkWidget *widget = address != NULL
    ? GSIZE_TO_POINTER (g_ascii_strtoull (address, NULL, 16)) : NULL;

  if ((level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL)) == 0)
    return G_LOG_WRITER_HANDLED;
  if (is_gtks_own (message) || (widget != NULL && is_off_screen (message, widget)))
    {
      hands_tell (data, "  GTK's own: %s", message);
      return G_LOG_WRITER_HANDLED;
    }

  /* Nor are GTK's dialogs for files what is tried here. */
  if (widget != NULL && gtk_widget_get_ancestor (widget, GTK_TYPE_FILE_CHOOSER_WIDGET) != NULL)
    return G_LOG_WRITER_HANDLED;

  g_log_writer_default (level, fields, n_fields, NULL);
  if (widget != NULL)
    hands_tell_place (data, widget);
  abort ();
}
