/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "present-keys.h"

#include "chart-style.h"
#include "line-sample.h"
#include "setters.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* px at a zoom of 1 */
#define FONT 18.0

/* As in the chart: what is large anyhow grows less. */
#define TEXT_SCALE_MAX 1.3

/**
 * OutlayPresentKeys:
 *
 * The first nine options with the keys that show and hide them: a key, the line, the
 * name. A click does what the key does.
 *
 * Signals:
 *
 * - `toggled` (position): an option is to be shown or hidden
 *
 * # CSS nodes
 *
 * `presentkeys`, with a `button` for each option, and in it `label.present-key`.
 *
 * # Accessibility
 *
 * Checkboxes, checked where the option is shown.
 */
struct _OutlayPresentKeys
{
  GtkWidget  parent_instance;

  GPtrArray *buttons;
  double     zoom;
};

G_DEFINE_FINAL_TYPE (OutlayPresentKeys, outlay_present_keys, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_TOGGLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  GtkWidget *button;
  GtkLabel  *key;
  GtkWidget *sample;
  GtkLabel  *name;
} Key;

static void
key_free (gpointer data)
{
  Key *key = data;

  gtk_widget_unparent (key->button);
  g_free (key);
}

static void
on_clicked (OutlayPresentKeys *self,
            GtkWidget         *button)
{
  for (guint i = 0; i < self->buttons->len; i++)
    if (((Key *) g_ptr_array_index (self->buttons, i))->button == button)
      {
        g_signal_emit (self, signals[SIGNAL_TOGGLED], 0, i);
        return;
      }
}

static Key *
key_new (OutlayPresentKeys *self,
         guint              position)
{
  Key *key = g_new0 (Key, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *number = g_strdup_printf ("%u", position + 1);

  key->key = GTK_LABEL (gtk_label_new (number));
  gtk_widget_add_css_class (GTK_WIDGET (key->key), "present-key");
  key->sample = outlay_line_sample_new ();
  gtk_widget_set_valign (key->sample, GTK_ALIGN_CENTER);
  key->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (key->name, PANGO_ELLIPSIZE_MIDDLE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (key->key));
  gtk_box_append (GTK_BOX (box), key->sample);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (key->name));

  key->button = g_object_new (GTK_TYPE_BUTTON,
                              "child", box,
                              "focus-on-click", FALSE,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX,
                              NULL);
  gtk_widget_add_css_class (key->button, "flat");
  g_signal_connect_object (key->button, "clicked", G_CALLBACK (on_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (key->button, GTK_WIDGET (self));

  return key;
}

static void
set_font (GtkLabel *label,
          double    size,
          gboolean  bold,
          gboolean  struck)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (size * PANGO_SCALE)));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (label, attributes);
}

static void
key_show (Key           *key,
          OutlaySession *session,
          const char    *id,
          const char    *name,
          double         zoom)
{
  gboolean hidden = outlay_session_get_hidden (session, id);
  /* Translators: an option that a key shows or hides */
  g_autofree char *label = g_strdup_printf (C_("accessible", "Show %s"), name);

  gtk_label_set_text (key->name, name);
  outlay_set_tooltip (GTK_WIDGET (key->name), name);
  outlay_line_sample_set_slot (OUTLAY_LINE_SAMPLE (key->sample),
                               outlay_session_get_slot (session, id));
  outlay_line_sample_set_hidden (OUTLAY_LINE_SAMPLE (key->sample), hidden);
  set_font (key->key, FONT * zoom, TRUE, FALSE);
  set_font (key->name, FONT * zoom, FALSE, hidden);
  if (hidden)
    gtk_widget_add_css_class (key->button, "dim-label");
  else
    gtk_widget_remove_css_class (key->button, "dim-label");

  gtk_accessible_update_property (GTK_ACCESSIBLE (key->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (key->button), GTK_ACCESSIBLE_STATE_CHECKED,
                               hidden ? GTK_ACCESSIBLE_TRISTATE_FALSE
                                      : GTK_ACCESSIBLE_TRISTATE_TRUE,
                               -1);
}

static void
outlay_present_keys_dispose (GObject *object)
{
  OutlayPresentKeys *self = OUTLAY_PRESENT_KEYS (object);

  g_clear_pointer (&self->buttons, g_ptr_array_unref);

  G_OBJECT_CLASS (outlay_present_keys_parent_class)->dispose (object);
}

static void
outlay_present_keys_class_init (OutlayPresentKeysClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_present_keys_dispose;

  signals[SIGNAL_TOGGLED] =
    g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "presentkeys");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_present_keys_init (OutlayPresentKeys *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_box_layout_set_spacing (layout, 12);
  self->buttons = g_ptr_array_new_with_free_func (key_free);
  self->zoom = 1;
}

GtkWidget *
outlay_present_keys_new (void)
{
  return g_object_new (OUTLAY_TYPE_PRESENT_KEYS, NULL);
}

/**
 * outlay_present_keys_show:
 * @self: the keys
 * @session: whose options they show and hide
 */
void
outlay_present_keys_show (OutlayPresentKeys *self,
                          OutlaySession     *session)
{
  const OutlayScenario *scenario = outlay_session_get_scenario (session);
  guint n_keys = MIN (scenario->n_options, OUTLAY_PRESENT_N_KEYS);
  double scale = MIN (outlay_widget_get_text_scale (GTK_WIDGET (self)), TEXT_SCALE_MAX);

  g_return_if_fail (OUTLAY_IS_PRESENT_KEYS (self));

  if (self->buttons->len > n_keys)
    g_ptr_array_set_size (self->buttons, (int) n_keys);
  while (self->buttons->len < n_keys)
    g_ptr_array_add (self->buttons, key_new (self, self->buttons->len));
  for (guint i = 0; i < n_keys; i++)
    key_show (g_ptr_array_index (self->buttons, i), session, scenario->options[i].id,
              scenario->options[i].name, self->zoom * scale);
}

/* How large they are; it is seen when they are shown next. */
void
outlay_present_keys_set_zoom (OutlayPresentKeys *self,
                              double             zoom)
{
  g_return_if_fail (OUTLAY_IS_PRESENT_KEYS (self));

  self->zoom = zoom;
}
