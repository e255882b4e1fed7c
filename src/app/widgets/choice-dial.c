/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "choice-dial.h"

#include "break-box.h"
#include "drop-down-label.h"
#include "dial-name.h"
#include "paths.h"
#include "tab-order.h"

#include <glib/gi18n.h>

/**
 * OutlayChoiceDial:
 *
 * One choice of the scenario as a row: a switch for what is true or false, else
 * a menu. A choice is one edit.
 *
 * # CSS nodes
 *
 * `dial` with a `breakbox` that holds `dialname` and `switch` or `dropdown`.
 *
 * # Accessibility
 *
 * The control carries the input's name.
 */
struct _OutlayChoiceDial
{
  GtkWidget        parent_instance;

  GtkSwitch       *on_switch; /* one of these */
  GtkDropDown     *menu;

  OutlaySession   *session;
  char            *path;
  char            *full_name;
  gboolean         updating;
};

G_DEFINE_FINAL_TYPE (OutlayChoiceDial, outlay_choice_dial, GTK_TYPE_WIDGET)

typedef struct
{
  const char *key;
  const char *word;
} Word;

/* The keys of a file are for people in their language. */
static const Word words[] = {
  { "low", NC_("risk", "Low") },
  { "high", NC_("risk", "High") },
};

static const char *
get_word (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].key, key))
      return g_dpgettext2 (NULL, "risk", words[i].word);

  g_return_val_if_reached (key);
}

/* Flags and choices are both an int. */
static int *
find_value (OutlayScenario *scenario,
            const char     *path)
{
  OutlayInputPlace place;

  if (!outlay_scenario_find_place (scenario, path, &place))
    return NULL;

  return outlay_input_member (place.input, place.object);
}

static void
outlay_choice_dial_sync (OutlayChoiceDial *self)
{
  const int *value = find_value (outlay_session_get_scenario (self->session), self->path);

  gtk_widget_set_sensitive (GTK_WIDGET (self), value != NULL);
  if (value == NULL)
    return;

  self->updating = TRUE;
  if (self->on_switch != NULL)
    gtk_switch_set_active (self->on_switch, *value);
  else
    gtk_drop_down_set_selected (self->menu, (guint) *value);
  self->updating = FALSE;
}

static void
on_chosen (OutlayChoiceDial *self)
{
  OutlayScenario *draft;

  if (self->updating)
    return;

  draft = outlay_session_begin_edit (self->session);
  *find_value (draft, self->path) = self->on_switch != NULL
                                      ? gtk_switch_get_active (self->on_switch)
                                      : (int) gtk_drop_down_get_selected (self->menu);
  outlay_session_commit_edit (self->session, draft, self->full_name, NULL);
}

static GtkWidget *
outlay_choice_dial_add_switch (OutlayChoiceDial *self)
{
  self->on_switch = GTK_SWITCH (gtk_switch_new ());
  g_signal_connect_object (self->on_switch, "notify::active", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->on_switch);
}

static GtkWidget *
outlay_choice_dial_add_menu (OutlayChoiceDial  *self,
                             const OutlayInput *input)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; input->choices[i] != NULL; i++)
    gtk_string_list_append (names, get_word (input->choices[i]));
  self->menu = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_model (self->menu, G_LIST_MODEL (names));
  g_signal_connect_object (self->menu, "notify::selected", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->menu);
}

static gboolean
outlay_choice_dial_grab_focus (GtkWidget *widget)
{
  OutlayChoiceDial *self = OUTLAY_CHOICE_DIAL (widget);

  return gtk_widget_grab_focus (self->menu != NULL ? GTK_WIDGET (self->menu)
                                                   : GTK_WIDGET (self->on_switch));
}

static void
outlay_choice_dial_dispose (GObject *object)
{
  OutlayChoiceDial *self = OUTLAY_CHOICE_DIAL (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  self->updating = TRUE;
  g_clear_object (&self->session);
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (outlay_choice_dial_parent_class)->dispose (object);
}

static void
outlay_choice_dial_finalize (GObject *object)
{
  OutlayChoiceDial *self = OUTLAY_CHOICE_DIAL (object);

  g_free (self->path);
  g_free (self->full_name);

  G_OBJECT_CLASS (outlay_choice_dial_parent_class)->finalize (object);
}

static void
outlay_choice_dial_class_init (OutlayChoiceDialClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_choice_dial_dispose;
  object_class->finalize = outlay_choice_dial_finalize;
  widget_class->grab_focus = outlay_choice_dial_grab_focus;
  widget_class->focus = outlay_widget_focus_in_order;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "dial");
}

static void
outlay_choice_dial_init (OutlayChoiceDial *self)
{
}

/**
 * outlay_choice_dial_new:
 * @session: whose scenario is turned
 * @path: the path of a flag or a choice
 * @owner: (nullable): whose input it is, where its label does not tell
 */
GtkWidget *
outlay_choice_dial_new (OutlaySession *session,
                        const char    *path,
                        const char    *owner)
{
  OutlayChoiceDial *self = g_object_new (OUTLAY_TYPE_CHOICE_DIAL, NULL);
  const OutlayInput *input = outlay_input_find (path);
  GtkWidget *name = g_object_new (OUTLAY_TYPE_DIAL_NAME, NULL);
  GtkWidget *control;
  GtkWidget *line;

  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  self->updating = TRUE;
  control = input->type == OUTLAY_INPUT_FLAG ? outlay_choice_dial_add_switch (self)
                                             : outlay_choice_dial_add_menu (self, input);
  self->updating = FALSE;
  outlay_choice_dial_set_owner (self, owner);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  outlay_dial_name_set_path (OUTLAY_DIAL_NAME (name), path);
  outlay_dial_name_set_session (OUTLAY_DIAL_NAME (name), session);

  line = g_object_new (OUTLAY_TYPE_BREAK_BOX, "start", name, "end", control, NULL);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  g_signal_connect_object (session, "changed", G_CALLBACK (outlay_choice_dial_sync), self,
                           G_CONNECT_SWAPPED);
  outlay_choice_dial_sync (self);

  return GTK_WIDGET (self);
}

/**
 * outlay_choice_dial_set_owner:
 * @self: a choice
 * @owner: (nullable): whose input it is by now
 */
void
outlay_choice_dial_set_owner (OutlayChoiceDial *self,
                              const char       *owner)
{
  g_return_if_fail (OUTLAY_IS_CHOICE_DIAL (self));

  g_free (self->full_name);
  self->full_name = outlay_dial_name_describe (self->path, owner);
  if (self->on_switch != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->on_switch),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, self->full_name, -1);
  else
    outlay_drop_down_set_label (self->menu, self->full_name);
}

const char *
outlay_choice_dial_get_path (OutlayChoiceDial *self)
{
  g_return_val_if_fail (OUTLAY_IS_CHOICE_DIAL (self), NULL);

  return self->path;
}
