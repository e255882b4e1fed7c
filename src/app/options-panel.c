/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "options-panel.h"

#include "add-option-dialog.h"
#include "option-row.h"
#include "repaint.h"
#include "setters.h"
#include "tab-order.h"

#include <glib/gi18n.h>

/* As in the table of inputs. */
#define MAX_OPTIONS 50

/**
 * OutlayOptionsPanel:
 *
 * The options that are compared, in their order: a row each, a button to add
 * one. A click on a row brings its option into focus. Rows are dragged, or moved
 * with Alt+Up and Alt+Down; they stay the same widgets, so that the keyboard's
 * place is not lost.
 *
 * # CSS nodes
 *
 * A heading and a `list.boxed-list.dials` of #OutlayOptionRow.
 */
struct _OutlayOptionsPanel
{
  OutlayPanel  parent_instance;

  GtkListBox  *list;
  GtkWidget   *add_button;
};

G_DEFINE_FINAL_TYPE (OutlayOptionsPanel, outlay_options_panel, OUTLAY_TYPE_PANEL)

static OutlayOptionRow *
outlay_options_panel_get_row (OutlayOptionsPanel *self,
                              int                 index)
{
  return (OutlayOptionRow *) gtk_list_box_get_row_at_index (self->list, index);
}

static OutlayOptionRow *
outlay_options_panel_find_row (OutlayOptionsPanel *self,
                               const char         *id)
{
  OutlayOptionRow *row;

  for (int i = 0; (row = outlay_options_panel_get_row (self, i)) != NULL; i++)
    if (g_strcmp0 (outlay_option_row_get_id (row), id) == 0)
      return row;

  return NULL;
}

/* Takes away the rows of options that are gone. */
static void
outlay_options_panel_drop_rows (OutlayOptionsPanel *self)
{
  OutlayOptionRow *row;

  for (int i = 0; (row = outlay_options_panel_get_row (self, i)) != NULL; )
    {
      if (outlay_option_row_get_position (row) < 0)
        outlay_list_box_remove_row (self->list, GTK_WIDGET (row), self->add_button);
      else
        i++;
    }
}

static void
outlay_options_panel_changed (OutlayPanel   *panel,
                              OutlaySession *session)
{
  OutlayOptionsPanel *self = OUTLAY_OPTIONS_PANEL (panel);
  OutlayScenario *scenario = outlay_session_get_scenario (session);
  gboolean sorted = TRUE;

  outlay_options_panel_drop_rows (self);
  for (guint i = 0; i < scenario->n_options; i++)
    {
      const char *id = scenario->options[i].id;
      OutlayOptionRow *row = outlay_options_panel_find_row (self, id);

      if (row == NULL)
        {
          row = OUTLAY_OPTION_ROW (outlay_option_row_new (session, id));
          gtk_list_box_append (self->list, GTK_WIDGET (row));
          outlay_option_row_update_estimate (row);
        }
      outlay_option_row_update_option (row);
      outlay_option_row_update_view (row);
      sorted = sorted && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) == (int) i;
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "options.add",
                                 scenario->n_options < MAX_OPTIONS);
  if (!sorted)
    gtk_list_box_invalidate_sort (self->list);
}

static void
outlay_options_panel_estimated (OutlayPanel   *panel,
                                OutlaySession *session)
{
  OutlayOptionsPanel *self = OUTLAY_OPTIONS_PANEL (panel);
  OutlayOptionRow *row;

  for (int i = 0; (row = outlay_options_panel_get_row (self, i)) != NULL; i++)
    outlay_option_row_update_estimate (row);
}

static void
outlay_options_panel_view_changed (OutlayPanel   *panel,
                                   OutlaySession *session)
{
  OutlayOptionsPanel *self = OUTLAY_OPTIONS_PANEL (panel);
  OutlayOptionRow *row;

  for (int i = 0; (row = outlay_options_panel_get_row (self, i)) != NULL; i++)
    outlay_option_row_update_view (row);
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       data)
{
  return outlay_option_row_get_position (OUTLAY_OPTION_ROW (a)) -
         outlay_option_row_get_position (OUTLAY_OPTION_ROW (b));
}

static void
on_row_activated (OutlayOptionsPanel *self,
                  OutlayOptionRow    *row)
{
  outlay_session_set_focus (outlay_panel_get_session (OUTLAY_PANEL (self)),
                            outlay_option_row_get_id (row));
}

static void
action_add (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  outlay_add_option_dialog_present (widget, outlay_panel_get_session (OUTLAY_PANEL (widget)),
                                    NULL);
}

static GdkDragAction
on_drop_motion (GtkDropTarget      *target,
                double              x,
                double              y,
                OutlayOptionsPanel *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  if (row != NULL)
    gtk_list_box_drag_highlight_row (self->list, row);

  return GDK_ACTION_MOVE;
}

static void
on_drop_leave (GtkDropTarget      *target,
               OutlayOptionsPanel *self)
{
  gtk_list_box_drag_unhighlight_row (self->list);
}

static gboolean
on_drop (GtkDropTarget      *target,
         const GValue       *value,
         double              x,
         double              y,
         OutlayOptionsPanel *self)
{
  OutlayOptionRow *dragged = g_value_get_object (value);
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int) y);

  gtk_list_box_drag_unhighlight_row (self->list);
  if (row == NULL || gtk_widget_get_parent (GTK_WIDGET (dragged)) != GTK_WIDGET (self->list))
    return FALSE;

  outlay_option_row_move_to (dragged, gtk_list_box_row_get_index (row));

  return TRUE;
}

static void
outlay_options_panel_dispose (GObject *object)
{
  G_OBJECT_CLASS (outlay_options_panel_parent_class)->dispose (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_OPTIONS_PANEL);
}

static void
outlay_options_panel_class_init (OutlayOptionsPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OutlayPanelClass *panel_class = OUTLAY_PANEL_CLASS (klass);

  object_class->dispose = outlay_options_panel_dispose;
  outlay_widget_class_repaint_whole (widget_class);
  panel_class->changed = outlay_options_panel_changed;
  panel_class->estimated = outlay_options_panel_estimated;
  panel_class->view_changed = outlay_options_panel_view_changed;

  gtk_widget_class_install_action (widget_class, "options.add", NULL, action_add);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/options-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionsPanel, list);
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionsPanel, add_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
outlay_options_panel_init (OutlayOptionsPanel *self)
{
  GtkDropTarget *target = gtk_drop_target_new (OUTLAY_TYPE_OPTION_ROW, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_set_tooltip (self->add_button, _("Add an option"));
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);

  g_signal_connect (target, "motion", G_CALLBACK (on_drop_motion), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_drop_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
}
