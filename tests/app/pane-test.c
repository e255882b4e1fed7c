/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the pane have in common. */
#include "pane-test.h"

#include "paths.h"
#include "scenarios.h"
#include "widgets/late-bin.h"
#include "widgets/steady-label.h"

OutlaySession *
open_example (const char *name)
{
  g_autoptr (OutlayScenario) scenario = read_example (name);

  return outlay_session_new (outlay_catalogue_get_default (), scenario);
}

/* Returns the window, which the caller destroys. */
GtkWidget *
show_in_window (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 400);
  gtk_window_present (GTK_WINDOW (window));
  let_run ();

  return window;
}

void
let_run (void)
{
  for (guint i = 0; i < 10; i++)
    {
      while (g_main_context_iteration (NULL, FALSE));
      g_usleep (5000);
    }
}

/* On a slow machine the estimate comes from another thread. */
void
wait_for_estimate (OutlaySession *session)
{
  while (outlay_session_get_estimate (session) == NULL ||
         outlay_session_get_estimate (session)->scenario != outlay_session_get_scenario (session))
    g_main_context_iteration (NULL, TRUE);
  let_run ();
}

static GtkWidget *
find (GtkWidget *root,
      GType      type,
      guint     *position)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*position)-- == 0)
    return root;
  if (OUTLAY_IS_LATE_BIN (root))
    outlay_late_bin_make (OUTLAY_LATE_BIN (root));

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, position);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The widget of a type that stands at a position, from 0, or NULL. What is made late is
 * made on the way. */
GtkWidget *
find_widget (GtkWidget *root,
             GType      type,
             guint      position)
{
  return find (root, type, &position);
}

double
get_number (OutlaySession *session,
            const char    *path)
{
  double value;

  g_assert_true (outlay_scenario_get_number (outlay_session_get_scenario (session),
                                             path, &value, NULL));

  return value;
}

/* Returns: (transfer full): the words of a label of either kind */
char *
get_words (GtkWidget *label)
{
  char *words = NULL;

  g_object_get (label, "label", &words, NULL);

  return words;
}

/* Tells whether a label that can be seen in @root has the text. */
gboolean
has_label (GtkWidget  *root,
           const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;
  if (OUTLAY_IS_STEADY_LABEL (root) &&
      g_str_equal (outlay_steady_label_get_text (OUTLAY_STEADY_LABEL (root)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;

  return FALSE;
}

/* Does what a key does by the widget's own shortcuts. */
gboolean
press_key (GtkWidget  *widget,
           const char *trigger)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;

      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *text =
            gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (text, trigger))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }

  g_assert_not_reached ();
}
