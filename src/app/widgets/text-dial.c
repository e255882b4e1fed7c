/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text-dial.h"

#include "break-box.h"
#include "dial-name.h"
#include "paths.h"
#include "problem-mark.h"
#include "tab-order.h"

#include <glib/gi18n.h>

#define WIDTH_CHARS 18

/**
 * OutlayTextDial:
 *
 * One text of the scenario as a row: its name and an entry. What is typed takes
 * effect while it is typed; an empty text where there must be one is explained
 * and takes none. Typing up to Enter, or until the focus goes, is one edit.
 *
 * # CSS nodes
 *
 * `dial` with a `breakbox` that holds `dialname` and `entry`, and `label.error`.
 *
 * # Accessibility
 *
 * The entry carries the input's name.
 */
struct _OutlayTextDial
{
  GtkWidget      parent_instance;

  GtkEditable   *entry;
  GtkWidget     *problem_label;

  OutlaySession *session;
  char          *path;
  char          *full_name;
  gboolean       updating;
};

G_DEFINE_FINAL_TYPE (OutlayTextDial, outlay_text_dial, GTK_TYPE_WIDGET)

static char **
find_text (OutlayScenario *scenario,
           const char     *path)
{
  OutlayInputPlace place;

  if (!outlay_scenario_find_place (scenario, path, &place))
    return NULL;

  return outlay_input_member (place.input, place.object);
}

static void
outlay_text_dial_set_problem (OutlayTextDial *self,
                              gboolean        is_problem)
{
  g_autofree char *problem = NULL;

  if (is_problem)
    /* Translators: the name of an input that may not be left empty */
    problem = g_strdup_printf (_("%s: not empty"), self->full_name);
  outlay_widget_mark_problem (GTK_WIDGET (self->entry), problem);
  gtk_label_set_label (GTK_LABEL (self->problem_label), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_label, is_problem);
}

static void
outlay_text_dial_sync (OutlayTextDial *self)
{
  char **text = find_text (outlay_session_get_scenario (self->session), self->path);

  gtk_widget_set_sensitive (GTK_WIDGET (self), text != NULL);
  if (text == NULL)
    return;

  outlay_text_dial_set_problem (self, FALSE);
  self->updating = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (self->entry), *text) != 0)
    gtk_editable_set_text (self->entry, *text != NULL ? *text : "");
  self->updating = FALSE;
}

static void
on_typed (OutlayTextDial *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  gboolean missing = *text == '\0' &&
                     (outlay_input_find (self->path)->flags & OUTLAY_INPUT_NAME) != 0;
  OutlayScenario *draft;

  if (self->updating)
    return;

  outlay_text_dial_set_problem (self, missing);
  if (missing)
    return;

  draft = outlay_session_begin_edit (self->session);
  *find_text (draft, self->path) = outlay_pool_strdup (draft->pool, text);
  outlay_session_commit_edit (self->session, draft, self->full_name, self->path);
}

static void
on_done (OutlayTextDial *self)
{
  if (self->session == NULL)
    return;

  outlay_session_end_gesture (self->session);
  outlay_text_dial_sync (self);
}

static gboolean
outlay_text_dial_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OUTLAY_TEXT_DIAL (widget)->entry));
}

static void
outlay_text_dial_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_object (&OUTLAY_TEXT_DIAL (object)->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (outlay_text_dial_parent_class)->dispose (object);
}

static void
outlay_text_dial_finalize (GObject *object)
{
  OutlayTextDial *self = OUTLAY_TEXT_DIAL (object);

  g_free (self->path);
  g_free (self->full_name);

  G_OBJECT_CLASS (outlay_text_dial_parent_class)->finalize (object);
}

static void
outlay_text_dial_class_init (OutlayTextDialClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_text_dial_dispose;
  object_class->finalize = outlay_text_dial_finalize;
  widget_class->grab_focus = outlay_text_dial_grab_focus;
  widget_class->focus = outlay_widget_focus_in_order;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "dial");
}

static void
outlay_text_dial_init (OutlayTextDial *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

static void
outlay_text_dial_add_entry (OutlayTextDial *self,
                            GtkWidget      *name)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY,
                                   "valign", GTK_ALIGN_CENTER,
                                   "width-chars", WIDTH_CHARS / 2,
                                   "max-width-chars", WIDTH_CHARS,
                                   NULL);
  GtkWidget *line = g_object_new (OUTLAY_TYPE_BREAK_BOX, "start", name, "end", entry, NULL);

  self->entry = GTK_EDITABLE (entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
}

static void
outlay_text_dial_add_problem (OutlayTextDial *self)
{
  self->problem_label = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "xalign", 0.0,
                                      "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->problem_label, "error");
  gtk_widget_add_css_class (self->problem_label, "caption");
  gtk_widget_set_parent (self->problem_label, GTK_WIDGET (self));
}

/**
 * outlay_text_dial_new:
 * @session: whose scenario is edited
 * @path: the path of a text
 * @owner: (nullable): whose input it is, where its label does not tell
 */
GtkWidget *
outlay_text_dial_new (OutlaySession *session,
                      const char    *path,
                      const char    *owner)
{
  OutlayTextDial *self = g_object_new (OUTLAY_TYPE_TEXT_DIAL, NULL);
  GtkWidget *name = g_object_new (OUTLAY_TYPE_DIAL_NAME, NULL);

  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  outlay_dial_name_set_path (OUTLAY_DIAL_NAME (name), path);
  outlay_text_dial_add_entry (self, name);
  outlay_text_dial_set_owner (self, owner);
  outlay_text_dial_add_problem (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (outlay_text_dial_sync), self,
                           G_CONNECT_SWAPPED);
  outlay_text_dial_sync (self);

  return GTK_WIDGET (self);
}

/**
 * outlay_text_dial_set_owner:
 * @self: a text
 * @owner: (nullable): whose input it is by now
 */
void
outlay_text_dial_set_owner (OutlayTextDial *self,
                            const char     *owner)
{
  g_return_if_fail (OUTLAY_IS_TEXT_DIAL (self));

  g_free (self->full_name);
  self->full_name = outlay_dial_name_describe (self->path, owner);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->full_name, -1);
}

const char *
outlay_text_dial_get_path (OutlayTextDial *self)
{
  g_return_val_if_fail (OUTLAY_IS_TEXT_DIAL (self), NULL);

  return self->path;
}
