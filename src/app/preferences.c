/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences.h"

#include "help.h"

struct _OutlayPreferences
{
  AdwPreferencesWindow  parent_instance;

  GSettings            *settings;

  AdwComboRow          *style_row;
  AdwComboRow          *bands_row;
  AdwComboRow          *start_row;
};

G_DEFINE_FINAL_TYPE (OutlayPreferences, outlay_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* A row's choices stand in the order of their setting's values. */
static void
on_row_selected (AdwComboRow       *row,
                 GParamSpec        *pspec,
                 OutlayPreferences *self)
{
  const char *key = g_object_get_data (G_OBJECT (row), "key");

  g_settings_set_enum (self->settings, key, (int) adw_combo_row_get_selected (row));
}

static void
connect_row (OutlayPreferences *self,
             AdwComboRow       *row,
             const char        *key)
{
  g_object_set_data (G_OBJECT (row), "key", (gpointer) key);
  adw_combo_row_set_selected (row, (guint) g_settings_get_enum (self->settings, key));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_row_selected), self, 0);
}

static void
outlay_preferences_dispose (GObject *object)
{
  OutlayPreferences *self = OUTLAY_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_PREFERENCES);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (outlay_preferences_parent_class)->dispose (object);
}

static void
outlay_preferences_class_init (OutlayPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_preferences_dispose;
  outlay_window_class_add_help_key (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayPreferences, style_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayPreferences, bands_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayPreferences, start_row);
}

static void
outlay_preferences_init (OutlayPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (OUTLAY_APPLICATION_ID);
  connect_row (self, self->style_row, "style");
  connect_row (self, self->bands_row, "bands");
  connect_row (self, self->start_row, "start");
}

/**
 * outlay_preferences_present:
 * @parent: (nullable): the window that they are asked for from
 *
 * Shows the preferences.
 */
void
outlay_preferences_present (GtkWindow *parent)
{
  gtk_window_present (g_object_new (OUTLAY_TYPE_PREFERENCES,
                                    "transient-for", parent,
                                    NULL));
}

/* Style */

static void
apply_style (GSettings *settings)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK,
  };
  int style = g_settings_get_enum (settings, "style");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[style]);
}

/**
 * outlay_preferences_apply_style:
 *
 * Makes the windows light or dark as the setting has it, now and whenever that
 * changes.
 */
void
outlay_preferences_apply_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GSettings *settings = g_settings_new (OUTLAY_APPLICATION_ID);

  g_signal_connect (settings, "changed::style", G_CALLBACK (apply_style), NULL);
  g_object_set_data_full (G_OBJECT (manager), "outlay-settings", settings, g_object_unref);
  apply_style (settings);
}

/* The start */

void
outlay_preferences_note_file (GFile *file)
{
  g_autoptr (GSettings) settings = g_settings_new (OUTLAY_APPLICATION_ID);
  g_autofree char *uri = g_file_get_uri (file);

  g_settings_set_string (settings, "last-file", uri);
}

/**
 * outlay_preferences_find_start:
 *
 * Returns: (transfer full) (nullable): the file that is to be opened at the start,
 *   or %NULL for the worked example
 */
GFile *
outlay_preferences_find_start (void)
{
  g_autoptr (GSettings) settings = g_settings_new (OUTLAY_APPLICATION_ID);
  g_autofree char *start = g_settings_get_string (settings, "start");
  g_autofree char *uri = g_settings_get_string (settings, "last-file");

  if (!g_str_equal (start, "last") || *uri == '\0')
    return NULL;

  return g_file_new_for_uri (uri);
}
