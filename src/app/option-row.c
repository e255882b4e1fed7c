/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "option-row.h"

#include "add-option-dialog.h"
#include "dial-finder.h"
#include "figure-format.h"
#include "late-menu.h"
#include "line-sample.h"
#include "model-words.h"
#include "refusals.h"
#include "scenario-edits.h"
#include "setters.h"
#include "steady-label.h"
#include "view-state.h"
#include "widgets/sentence.h"

#include <glib/gi18n.h>

/**
 * OutlayOptionRow:
 *
 * One option in the pane: a grip to drag it by, the sample of its line, its name
 * and what it costs in all; an eye that hides it, and a menu. An option that
 * cannot be estimated says why below, with a button that leads to the remedy.
 *
 * The row is updated in place by its panel; it acts on the session itself.
 *
 * # Keys
 *
 * Enter or Space: in focus. Alt+Up, Alt+Down: move. Delete: remove. F2: edit.
 * H: hide or show. Menu, Shift+F10: the menu.
 *
 * # CSS nodes
 *
 * `row` with the class `.in-focus` while the option is in focus, `.is-hidden`
 * while it is hidden. Grip, eye and menu button have the class `.row-tool`.
 *
 * # Accessibility
 *
 * A list item whose label is name and total; "selected" while in focus.
 */
struct _OutlayOptionRow
{
  GtkListBoxRow      parent_instance;

  GtkWidget         *grip;
  OutlayLineSample  *sample;
  GtkLabel          *name_label;
  OutlaySteadyLabel *total_label;
  GtkButton         *eye_button;
  GtkMenuButton     *menu_button;
  GMenuModel        *option_menu;
  GtkWidget         *problem_box;
  GtkLabel          *problem_label;
  GtkButton         *remedy_button;

  OutlaySession     *session;
  char              *id;
  double             grab_y;
};

G_DEFINE_FINAL_TYPE (OutlayOptionRow, outlay_option_row, GTK_TYPE_LIST_BOX_ROW)

static const OutlayOption *
outlay_option_row_get_option (OutlayOptionRow *self)
{
  const OutlayScenario *scenario = outlay_session_get_scenario (self->session);
  int position = outlay_scenario_find_option (scenario, self->id);

  return position >= 0 ? &scenario->options[position] : NULL;
}

/* The estimate may lie a moment behind the scenario, and not know the option. */
static const OutlayOptionEstimate *
outlay_option_row_get_estimate (OutlayOptionRow *self)
{
  OutlayEstimate *estimate = outlay_session_get_estimate (self->session);

  for (guint i = 0; estimate != NULL && i < estimate->n_options; i++)
    if (g_strcmp0 (estimate->options[i].option->id, self->id) == 0)
      return &estimate->options[i];

  return NULL;
}

static void
outlay_option_row_update_accessible (OutlayOptionRow *self)
{
  const char *name = gtk_label_get_label (self->name_label);
  g_autofree char *label = NULL;

  label = g_strdup_printf ("%s, %s", name, outlay_steady_label_get_text (self->total_label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
outlay_option_row_update_option (OutlayOptionRow *self)
{
  const OutlayOption *option = outlay_option_row_get_option (self);
  g_autofree char *menu_label = NULL;
  g_autofree char *models = NULL;

  if (option == NULL)
    return;

  models = outlay_option_describe_models (option, outlay_session_get_scenario (self->session));
  menu_label = g_strdup_printf (_("Menu of %s"), option->name);
  gtk_label_set_label (self->name_label, option->name);
  outlay_set_tooltip (GTK_WIDGET (self->name_label), models);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, menu_label, -1);
  outlay_option_row_update_accessible (self);
}

void
outlay_option_row_update_estimate (OutlayOptionRow *self)
{
  const OutlayOptionEstimate *estimate = outlay_option_row_get_estimate (self);
  const OutlayScenario *scenario = outlay_session_get_scenario (self->session);
  g_autofree char *total = NULL;
  g_autofree char *problem = NULL;

  if (estimate == NULL)
    return;

  problem = outlay_refusal_describe (estimate);
  if (problem == NULL)
    total = outlay_figure_format_money (estimate->total[OUTLAY_FIGURE_COST],
                                        scenario->currency.code);

  outlay_steady_label_set_text (self->total_label, total != NULL ? total : "–");
  outlay_label_set_sentence (self->problem_label, problem);
  gtk_widget_set_visible (self->problem_box, problem != NULL);
  if (problem != NULL)
    gtk_button_set_label (self->remedy_button,
                          estimate->error->code == OUTLAY_ESTIMATE_ERROR_SEATS
                            ? _("_People") : _("_Edit"));
  outlay_option_row_update_accessible (self);
}

void
outlay_option_row_update_view (OutlayOptionRow *self)
{
  gboolean hidden = outlay_session_get_hidden (self->session, self->id);
  gboolean focus = g_strcmp0 (outlay_session_get_focus (self->session), self->id) == 0;
  const char *what = hidden ? _("Show") : _("Hide");

  outlay_line_sample_set_slot (self->sample, outlay_session_get_slot (self->session, self->id));
  outlay_line_sample_set_hidden (self->sample, hidden);
  outlay_set_icon_name (self->eye_button,
                        hidden ? "view-conceal-symbolic" : "view-reveal-symbolic");
  outlay_set_tooltip (GTK_WIDGET (self->eye_button), what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->eye_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_SELECTED, focus, -1);
  if (focus)
    gtk_widget_add_css_class (GTK_WIDGET (self), "in-focus");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "in-focus");
  if (hidden)
    gtk_widget_add_css_class (GTK_WIDGET (self), "is-hidden");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "is-hidden");
}

/**
 * outlay_option_row_move_to:
 * @self: a row
 * @position: where its option should stand; nothing happens beyond the ends
 *
 * Moves the option.
 */
void
outlay_option_row_move_to (OutlayOptionRow *self,
                           int              position)
{
  OutlayScenario *scenario = outlay_session_get_scenario (self->session);
  int from = outlay_option_row_get_position (self);
  OutlayScenario *draft;
  g_autofree char *name = NULL;

  if (from < 0 || position < 0 || position >= (int) scenario->n_options || from == position)
    return;

  name = g_strdup_printf (_("Move %s"), scenario->options[from].name);
  draft = outlay_session_begin_edit (self->session);
  outlay_draft_move_option (draft, (guint) from, (guint) position);
  outlay_session_commit_edit (self->session, draft, name, NULL);
}

static void
action_move_up (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  OutlayOptionRow *self = OUTLAY_OPTION_ROW (widget);

  outlay_option_row_move_to (self, outlay_option_row_get_position (self) - 1);
}

static void
action_move_down (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  OutlayOptionRow *self = OUTLAY_OPTION_ROW (widget);

  outlay_option_row_move_to (self, outlay_option_row_get_position (self) + 1);
}

static void
action_remove (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  OutlayOptionRow *self = OUTLAY_OPTION_ROW (widget);
  const OutlayOption *option = outlay_option_row_get_option (self);
  g_autofree char *name = g_strdup_printf (_("Remove %s"), option->name);
  OutlayScenario *draft = outlay_session_begin_edit (self->session);

  outlay_draft_remove_option (draft, (guint) outlay_option_row_get_position (self));
  outlay_session_commit_edit (self->session, draft, name, NULL);
}

static void
action_edit (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  OutlayOptionRow *self = OUTLAY_OPTION_ROW (widget);

  outlay_add_option_dialog_present (widget, self->session, self->id);
}

static void
action_hide (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  OutlayOptionRow *self = OUTLAY_OPTION_ROW (widget);

  outlay_session_set_hidden (self->session, self->id,
                             !outlay_session_get_hidden (self->session, self->id));
}

static void
action_show_alone (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  OutlayOptionRow *self = OUTLAY_OPTION_ROW (widget);

  outlay_session_show_alone (self->session, self->id);
}

static void
action_menu (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  gtk_menu_button_popup (OUTLAY_OPTION_ROW (widget)->menu_button);
}

/* Too many people for a plan is the people's matter: those of the largest role,
 * who weigh most. All else is the option's own. */
static void
action_remedy (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  OutlayOptionRow *self = OUTLAY_OPTION_ROW (widget);
  const OutlayOptionEstimate *estimate = outlay_option_row_get_estimate (self);
  const OutlayScenario *scenario = outlay_session_get_scenario (self->session);
  g_autofree char *path = NULL;
  guint largest = 0;

  if (estimate == NULL || estimate->error == NULL)
    return;

  if (estimate->error->code != OUTLAY_ESTIMATE_ERROR_SEATS)
    {
      action_edit (widget, action, parameter);
      return;
    }

  for (guint i = 1; i < scenario->n_team; i++)
    if (scenario->team[i].people > scenario->team[largest].people)
      largest = i;

  path = g_strdup_printf ("team[%u].people", largest);
  outlay_show_dial (GTK_WIDGET (gtk_widget_get_root (widget)), path);
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource   *source,
                 double           x,
                 double           y,
                 OutlayOptionRow *self)
{
  self->grab_y = y;

  return gdk_content_provider_new_typed (OUTLAY_TYPE_OPTION_ROW, self);
}

static void
on_drag_begin (GtkDragSource   *source,
               GdkDrag         *drag,
               OutlayOptionRow *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 0, (int) self->grab_y);
}

static void
on_secondary_click (GtkGestureClick *gesture,
                    int              n_press,
                    double           x,
                    double           y,
                    OutlayOptionRow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_menu_button_popup (self->menu_button);
}

static void
outlay_option_row_dispose (GObject *object)
{
  OutlayOptionRow *self = OUTLAY_OPTION_ROW (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_OPTION_ROW);

  G_OBJECT_CLASS (outlay_option_row_parent_class)->dispose (object);
}

static void
outlay_option_row_finalize (GObject *object)
{
  g_free (OUTLAY_OPTION_ROW (object)->id);

  G_OBJECT_CLASS (outlay_option_row_parent_class)->finalize (object);
}

static void
outlay_option_row_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "option.up", NULL, action_move_up);
  gtk_widget_class_install_action (widget_class, "option.down", NULL, action_move_down);
  gtk_widget_class_install_action (widget_class, "option.remove", NULL, action_remove);
  gtk_widget_class_install_action (widget_class, "option.edit", NULL, action_edit);
  gtk_widget_class_install_action (widget_class, "option.hide", NULL, action_hide);
  gtk_widget_class_install_action (widget_class, "option.alone", NULL, action_show_alone);
  gtk_widget_class_install_action (widget_class, "option.menu", NULL, action_menu);
  gtk_widget_class_install_action (widget_class, "option.remedy", NULL, action_remedy);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "option.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "option.down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "option.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "option.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, 0, "option.hide", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "option.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                       "option.menu", NULL);
}

static void
outlay_option_row_class_init (OutlayOptionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_option_row_dispose;
  object_class->finalize = outlay_option_row_finalize;

  outlay_option_row_install_actions (widget_class);

  g_type_ensure (OUTLAY_TYPE_LINE_SAMPLE);
  g_type_ensure (OUTLAY_TYPE_STEADY_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/option-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionRow, grip);
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionRow, sample);
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionRow, total_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionRow, eye_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionRow, option_menu);
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionRow, problem_box);
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionRow, problem_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionRow, remedy_button);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_prepare);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begin);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_click);
}

static void
outlay_option_row_init (OutlayOptionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_late_menu_set (self->menu_button, self->option_menu);
}

/**
 * outlay_option_row_new:
 * @session: the session
 * @option_id: an option of its scenario
 *
 * Returns: a row for the option, which its panel keeps up to date
 */
GtkWidget *
outlay_option_row_new (OutlaySession *session,
                       const char    *option_id)
{
  OutlayOptionRow *self = g_object_new (OUTLAY_TYPE_OPTION_ROW, NULL);

  self->session = g_object_ref (session);
  self->id = g_strdup (option_id);

  return GTK_WIDGET (self);
}

const char *
outlay_option_row_get_id (OutlayOptionRow *self)
{
  g_return_val_if_fail (OUTLAY_IS_OPTION_ROW (self), NULL);

  return self->id;
}

/**
 * outlay_option_row_get_position:
 * @self: a row
 *
 * Returns: where its option stands in the scenario, or -1 if it is gone
 */
int
outlay_option_row_get_position (OutlayOptionRow *self)
{
  g_return_val_if_fail (OUTLAY_IS_OPTION_ROW (self), -1);

  return outlay_scenario_find_option (outlay_session_get_scenario (self->session), self->id);
}
