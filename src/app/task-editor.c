/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "task-editor.h"

#include "drop-down-label.h"
#include "input-box.h"
#include "paths.h"
#include "task-edits.h"

#include <glib/gi18n.h>

/**
 * OutlayTaskEditor:
 *
 * What one kind of task takes: which kind is chosen from a menu, and below it
 * stand its inputs. Its share of all tasks stands in the mix above. Buttons add a
 * kind that begins like the one shown, and remove that.
 *
 * # Properties
 *
 * - `session`: whose scenario is turned
 *
 * # CSS nodes
 *
 * `taskeditor` with a `dropdown` and an `inputbox`.
 */
struct _OutlayTaskEditor
{
  GtkWidget       parent_instance;

  GtkDropDown    *menu;
  GtkWidget      *add_button;
  GtkWidget      *remove_button;
  OutlayInputBox *inputs;

  OutlaySession  *session;
  int             shown; /* the kind that the inputs are for, or -1 */
  gboolean        updating;
};

G_DEFINE_FINAL_TYPE (OutlayTaskEditor, outlay_task_editor, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* All inputs of a kind but its id, which names it in files, and its share. */
static const char * const keys[] = {
  "name", "turns", "calls_per_turn", "base_context", "message", "tool_result", "output",
  "acceptance", "minutes_saved", "minutes_review", "risk",
};

static void
outlay_task_editor_show (OutlayTaskEditor *self,
                         guint             kind)
{
  const OutlayScenario *scenario = outlay_session_get_scenario (self->session);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  self->shown = (int) kind;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *path = g_strdup_printf ("tasks[%u].%s", kind, keys[i]);

      g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  outlay_input_box_set_paths (self->inputs, (const char * const *) paths,
                              scenario->tasks[kind].name);
}

static void
on_selected (OutlayTaskEditor *self)
{
  guint selected = gtk_drop_down_get_selected (self->menu);

  if (!self->updating && selected != GTK_INVALID_LIST_POSITION)
    outlay_task_editor_show (self, selected);
}

static gboolean
has_names (GListModel           *model,
           const OutlayScenario *scenario)
{
  if (model == NULL || g_list_model_get_n_items (model) != scenario->n_tasks)
    return FALSE;

  for (guint i = 0; i < scenario->n_tasks; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i),
                   scenario->tasks[i].name) != 0)
      return FALSE;

  return TRUE;
}

/* A kind that is renamed keeps its dials; other kinds get others. */
static void
outlay_task_editor_sync (OutlayTaskEditor *self)
{
  const OutlayScenario *scenario = outlay_session_get_scenario (self->session);
  g_autoptr (GtkStringList) names = NULL;
  guint selected = gtk_drop_down_get_selected (self->menu);

  gtk_widget_set_sensitive (self->add_button,
                            scenario->n_tasks < outlay_input_find ("tasks")->n_max);
  gtk_widget_set_sensitive (self->remove_button, scenario->n_tasks > 1);
  if (has_names (gtk_drop_down_get_model (self->menu), scenario))
    return;

  names = gtk_string_list_new (NULL);
  for (guint i = 0; i < scenario->n_tasks; i++)
    gtk_string_list_append (names, scenario->tasks[i].name);
  if (selected >= scenario->n_tasks)
    selected = 0;

  self->updating = TRUE;
  gtk_drop_down_set_model (self->menu, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->menu, selected);
  self->updating = FALSE;
  if (self->shown != (int) selected)
    outlay_task_editor_show (self, selected);
  else
    outlay_input_box_set_owner (self->inputs, scenario->tasks[selected].name);
}

static void
on_add_clicked (OutlayTaskEditor *self)
{
  OutlayScenario *draft = outlay_session_begin_edit (self->session);
  guint like = gtk_drop_down_get_selected (self->menu);
  g_autofree char *name = g_strdup_printf (C_("task kind", "%s (copy)"),
                                           draft->tasks[like].name);

  outlay_draft_add_task (draft, like, name);
  outlay_session_commit_edit (self->session, draft, _("Add a Task Kind"), NULL);
  gtk_drop_down_set_selected (self->menu,
                              outlay_session_get_scenario (self->session)->n_tasks - 1);
}

static void
on_remove_clicked (OutlayTaskEditor *self)
{
  OutlayScenario *draft = outlay_session_begin_edit (self->session);
  guint position = gtk_drop_down_get_selected (self->menu);
  g_autofree char *name = g_strdup_printf (_("Remove %s"), draft->tasks[position].name);

  outlay_draft_remove_task (draft, position);
  self->shown = -1;
  outlay_session_commit_edit (self->session, draft, name, NULL);
}

static void
outlay_task_editor_set_session (OutlayTaskEditor *self,
                                OutlaySession    *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  g_object_set (self->inputs, "session", session, NULL);
  if (session == NULL)
    return;

  g_signal_connect_object (session, "changed", G_CALLBACK (outlay_task_editor_sync), self,
                           G_CONNECT_SWAPPED);
  outlay_task_editor_sync (self);
}

static void
outlay_task_editor_dispose (GObject *object)
{
  OutlayTaskEditor *self = OUTLAY_TASK_EDITOR (object);
  GtkWidget *child;

  self->updating = TRUE;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (outlay_task_editor_parent_class)->dispose (object);
}

static void
outlay_task_editor_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      outlay_task_editor_set_session (OUTLAY_TASK_EDITOR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_task_editor_class_init (OutlayTaskEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_task_editor_dispose;
  object_class->set_property = outlay_task_editor_set_property;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OUTLAY_TYPE_SESSION,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "taskeditor");
}

static GtkWidget *
new_tool (OutlayTaskEditor *self,
          const char       *icon,
          const char       *label,
          GCallback         clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

static void
outlay_task_editor_init (OutlayTaskEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *menu = gtk_drop_down_new (NULL, NULL);
  GtkWidget *inputs = g_object_new (OUTLAY_TYPE_INPUT_BOX, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->shown = -1;
  self->menu = GTK_DROP_DOWN (menu);
  self->inputs = OUTLAY_INPUT_BOX (inputs);
  gtk_widget_set_hexpand (menu, TRUE);
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  outlay_drop_down_set_label (self->menu, _(outlay_input_find ("tasks[].name")->label));
  g_signal_connect_object (menu, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (line, "dial-line");
  self->add_button = new_tool (self, "list-add-symbolic", _("Add a task kind like this one"),
                               G_CALLBACK (on_add_clicked));
  self->remove_button = new_tool (self, "list-remove-symbolic", _("Remove this task kind"),
                                  G_CALLBACK (on_remove_clicked));
  gtk_box_append (GTK_BOX (line), menu);
  gtk_box_append (GTK_BOX (line), self->add_button);
  gtk_box_append (GTK_BOX (line), self->remove_button);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  gtk_widget_set_parent (inputs, GTK_WIDGET (self));
}

/**
 * outlay_task_editor_show_path:
 * @self: a task editor
 * @path: `tasks[3].output`
 *
 * Chooses the kind of task whose input @path is; nothing where it is not one of a
 * task's.
 */
void
outlay_task_editor_show_path (OutlayTaskEditor *self,
                              const char       *path)
{
  guint64 kind;
  g_auto (GStrv) parts = g_strsplit_set (path, "[]", 3);

  g_return_if_fail (OUTLAY_IS_TASK_EDITOR (self));

  if (self->session != NULL && g_strv_length (parts) == 3 && g_str_equal (parts[0], "tasks") &&
      g_ascii_string_to_unsigned (parts[1], 10, 0,
                                  outlay_session_get_scenario (self->session)->n_tasks - 1,
                                  &kind, NULL))
    gtk_drop_down_set_selected (self->menu, (guint) kind);
}
