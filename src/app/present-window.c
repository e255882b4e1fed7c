/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "present-window.h"

#include "costs.h"
#include "help.h"
#include "present-words.h"
#include "readings.h"
#include "session-looks.h"
#include "usage-months.h"
#include "window.h"
#include "widgets/present-chart.h"
#include "widgets/present-keys.h"
#include "widgets/present-tools.h"

#include <glib/gi18n.h>
#include <math.h>

/* Room around chart and keys, px. */
#define MARGIN 48

/* The pointer hides when it has rested so long, ms. */
#define POINTER_TIME 2000

/**
 * OutlayPresentWindow:
 *
 * A scenario in front of an audience: the curves alone, large, on the whole screen,
 * revealed month after month on the scale of all of them. The caption says what the
 * last change did, at the month revealed: that may be a month, an option shown or
 * hidden, or an edit taken back or done again.
 *
 * It shows the Cost page's view, monthly or cumulative, and shares the hidden options
 * with its window.
 *
 * # Keys
 *
 * Right and Left the way they look, Page Down and Page Up (as a presenter's remote
 * sends them), and Space: the next month or the one before; Home and End: the first
 * and the last; 1 to 9: show or hide an option; Ctrl+Z and Ctrl+Shift+Z: undo and redo;
 * Escape and F5: end.
 *
 * # CSS nodes
 *
 * `window.present`.
 */
struct _OutlayPresentWindow
{
  GtkWindow            parent_instance;

  OutlaySession       *session;
  gboolean             cumulative;
  guint                month;      /* the last one revealed, from 0 */
  OutlayPresentChange  change;
  char                *option_id;  /* of the last toggle */
  OutlayEstimate      *estimate;   /* that is shown */
  OutlayEstimate      *before;     /* the last edit */
  char                *edit;       /* what it did, or NULL */

  OutlayPresentChart  *chart;
  OutlayPresentKeys   *keys;
  GtkWidget           *tools;
  double               zoom;       /* of the keys */

  guint                pointer_timer;
  double               pointer_x;
  double               pointer_y;
};

G_DEFINE_FINAL_TYPE (OutlayPresentWindow, outlay_present_window, GTK_TYPE_WINDOW)

/* What is shown */

static int
find_option (const OutlayEstimate *estimate,
             const char           *id)
{
  for (guint i = 0; i < estimate->n_options; i++)
    if (g_strcmp0 (estimate->options[i].option->id, id) == 0)
      return (int) i;

  return -1;
}

static void
show_caption (OutlayPresentWindow    *self,
              const OutlayOptionLook *looks,
              const char             *used)
{
  int option = find_option (self->estimate, self->option_id);
  OutlayPresentScene scene = {
    .estimate = self->estimate,
    .looks = looks,
    .month = self->month,
    .cumulative = self->cumulative,
    .change = self->change == OUTLAY_PRESENT_TOGGLE && option < 0 ? OUTLAY_PRESENT_REVEAL
                                                                  : self->change,
    .option = (guint) MAX (option, 0),
    .before = self->before,
    .edit = self->edit,
  };
  OutlayMeasure measure = self->cumulative ? OUTLAY_MEASURE_COST_SO_FAR : OUTLAY_MEASURE_COST;
  g_autofree char *caption = outlay_present_caption (&scene);
  g_autofree char *subtitle = outlay_present_subtitle (&scene);
  g_autofree char *values = outlay_reading_describe (self->estimate, looks, (int) self->month,
                                                     measure);
  g_autofree char *spoken = g_strjoin ("\n", values, used, NULL);

  outlay_present_chart_set_caption (self->chart, caption, subtitle, spoken);
}

/* No option is thicker than the others: from afar, all are to be read. Returns:
 * (transfer full) (nullable): what the month revealed really came to */
static char *
show_chart (OutlayPresentWindow    *self,
            const OutlayOptionLook *looks)
{
  g_autofree OutlayOptionLook *even = g_new0 (OutlayOptionLook, self->estimate->n_options + 1);
  OutlayChartData *data;
  char *used;

  for (guint i = 0; i < self->estimate->n_options; i++)
    {
      even[i] = looks[i];
      even[i].focus = FALSE;
    }

  data = outlay_chart_data_new (self->estimate, even, self->cumulative, FALSE);
  outlay_usage_months_add_to (outlay_usage_months_get_default (), data);
  used = outlay_usage_months_describe (data, (int) self->month);
  outlay_present_chart_set_data (self->chart, data);

  return used;
}

static void
refresh (OutlayPresentWindow *self)
{
  g_autofree OutlayOptionLook *looks = NULL;
  g_autofree char *used = NULL;

  if (self->estimate == NULL)
    return;

  looks = outlay_option_looks_new (self->session, self->estimate);
  used = show_chart (self, looks);
  show_caption (self, looks, used);
  outlay_present_keys_show (self->keys, self->session);
}

static void
on_estimated (OutlayPresentWindow *self)
{
  OutlayEstimate *estimate = outlay_session_get_estimate (self->session);

  if (estimate == NULL || estimate == self->estimate)
    return;

  g_clear_pointer (&self->before, outlay_estimate_unref);
  self->before = g_steal_pointer (&self->estimate);
  self->estimate = outlay_estimate_ref (estimate);
  self->change = self->before != NULL ? OUTLAY_PRESENT_EDIT : OUTLAY_PRESENT_REVEAL;
  self->month = MIN (self->month, estimate->n_months - 1);
  refresh (self);
  outlay_present_chart_reveal (self->chart, self->month + 1);
}

/* Changes */

static void
reveal (OutlayPresentWindow *self,
        int                  month)
{
  if (self->estimate == NULL)
    return;

  self->month = (guint) CLAMP (month, 0, (int) self->estimate->n_months - 1);
  self->change = OUTLAY_PRESENT_REVEAL;
  refresh (self);
  outlay_present_chart_reveal (self->chart, self->month + 1);
}

static void
toggle (OutlayPresentWindow *self,
        guint                position)
{
  const OutlayScenario *scenario = outlay_session_get_scenario (self->session);
  g_autofree char *id = NULL;

  if (position >= MIN (scenario->n_options, OUTLAY_PRESENT_N_KEYS))
    return;

  id = g_strdup (scenario->options[position].id);
  self->change = OUTLAY_PRESENT_TOGGLE;
  g_free (self->option_id);
  self->option_id = g_strdup (id);
  outlay_session_set_hidden (self->session, id, !outlay_session_get_hidden (self->session, id));
}

/* The name of an edit goes with the edit. */
static void
go_back (OutlayPresentWindow *self)
{
  g_free (self->edit);
  self->edit = g_strdup (outlay_session_get_undo_name (self->session));
  outlay_session_undo (self->session);
}

static void
go_forward (OutlayPresentWindow *self)
{
  g_free (self->edit);
  self->edit = g_strdup (outlay_session_get_redo_name (self->session));
  outlay_session_redo (self->session);
}

static gboolean
step (OutlayPresentWindow *self,
      int                  steps)
{
  reveal (self, (int) self->month + steps);

  return GDK_EVENT_STOP;
}

static gboolean
on_plain_key (OutlayPresentWindow *self,
              guint                key)
{
  int onwards = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return step (self, onwards);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return step (self, -onwards);
    case GDK_KEY_Page_Down:
    case GDK_KEY_Down:
    case GDK_KEY_space:
      return step (self, 1);
    case GDK_KEY_Page_Up:
    case GDK_KEY_Up:
      return step (self, -1);
    case GDK_KEY_Home:
      return step (self, -(int) self->month);
    case GDK_KEY_End:
      return step (self, G_MAXINT16);
    case GDK_KEY_Escape:
    case GDK_KEY_F5:
      gtk_window_close (GTK_WINDOW (self));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
on_key (OutlayPresentWindow *self,
        guint                key,
        guint                code,
        GdkModifierType      state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if (control && key == GDK_KEY_z)
    go_back (self);
  else if (control && (key == GDK_KEY_Z || key == GDK_KEY_y))
    go_forward (self);
  else if (control)
    return GDK_EVENT_PROPAGATE;
  else if (key >= GDK_KEY_1 && key <= GDK_KEY_9)
    toggle (self, key - GDK_KEY_1);
  else if (key >= GDK_KEY_KP_1 && key <= GDK_KEY_KP_9)
    toggle (self, key - GDK_KEY_KP_1);
  else
    return on_plain_key (self, key);

  return GDK_EVENT_STOP;
}

/* The pointer */

static gboolean
hide_pointer (gpointer data)
{
  OutlayPresentWindow *self = data;

  self->pointer_timer = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
  gtk_widget_set_opacity (self->tools, 0);

  return G_SOURCE_REMOVE;
}

static void
rest_pointer (OutlayPresentWindow *self)
{
  g_clear_handle_id (&self->pointer_timer, g_source_remove);
  self->pointer_timer = g_timeout_add (POINTER_TIME, hide_pointer, self);
}

/* GTK also says so when what is below the pointer changes: that is no move. */
static void
on_motion (OutlayPresentWindow *self,
           double               x,
           double               y)
{
  if (fabs (x - self->pointer_x) < 1 && fabs (y - self->pointer_y) < 1)
    return;

  self->pointer_x = x;
  self->pointer_y = y;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_set_opacity (self->tools, 1);
  rest_pointer (self);
}

static void
step_action (GtkWidget  *widget,
             const char *action,
             GVariant   *steps)
{
  step (OUTLAY_PRESENT_WINDOW (widget), g_variant_get_int32 (steps));
}

/* The object */

static void
outlay_present_window_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  OutlayPresentWindow *self = OUTLAY_PRESENT_WINDOW (widget);
  double zoom = outlay_present_chart_get_zoom (width - 2 * MARGIN, height - 4 * MARGIN);

  if (zoom != self->zoom)
    {
      self->zoom = zoom;
      outlay_present_keys_set_zoom (self->keys, zoom);
      outlay_present_keys_show (self->keys, self->session);
    }

  GTK_WIDGET_CLASS (outlay_present_window_parent_class)->size_allocate (widget, width, height,
                                                                        baseline);
}

static void
outlay_present_window_dispose (GObject *object)
{
  OutlayPresentWindow *self = OUTLAY_PRESENT_WINDOW (object);

  g_clear_handle_id (&self->pointer_timer, g_source_remove);
  g_clear_pointer (&self->estimate, outlay_estimate_unref);
  g_clear_pointer (&self->before, outlay_estimate_unref);
  g_clear_pointer (&self->option_id, g_free);
  g_clear_pointer (&self->edit, g_free);

  G_OBJECT_CLASS (outlay_present_window_parent_class)->dispose (object);

  g_clear_object (&self->session);
}

static void
outlay_present_window_class_init (OutlayPresentWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = outlay_present_window_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = outlay_present_window_size_allocate;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "present.step", "i", step_action);
  outlay_window_class_add_help_key (GTK_WIDGET_CLASS (klass));
}

static void
add_controllers (OutlayPresentWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  /* Before any button takes Space for itself. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

static void
outlay_present_window_init (OutlayPresentWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN / 2);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, MARGIN / 2);

  self->chart = OUTLAY_PRESENT_CHART (outlay_present_chart_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->chart), TRUE);
  self->keys = OUTLAY_PRESENT_KEYS (outlay_present_keys_new ());
  g_signal_connect_object (self->keys, "toggled", G_CALLBACK (toggle), self, G_CONNECT_SWAPPED);

  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN / 2);
  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chart));
  self->tools = outlay_present_tools_new ();
  gtk_widget_set_hexpand (GTK_WIDGET (self->keys), TRUE);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->keys));
  gtk_box_append (GTK_BOX (bar), self->tools);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);

  gtk_widget_add_css_class (GTK_WIDGET (self), "present");
  add_controllers (self);
  rest_pointer (self);
}

/* On the screen that the window is on. */
static void
fill_screen (OutlayPresentWindow *self,
             GtkWindow           *parent)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (parent));
  GdkMonitor *monitor = NULL;
  GdkRectangle area;

  if (surface != NULL)
    monitor = gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  if (monitor == NULL)
    {
      gtk_window_fullscreen (GTK_WINDOW (self));
      return;
    }

  gdk_monitor_get_geometry (monitor, &area);
  gtk_window_set_default_size (GTK_WINDOW (self), area.width, area.height);
  gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
}

/**
 * outlay_present_window_new:
 * @parent: the window that is presented
 * @session: its session
 *
 * Returns: (transfer none): a window that fills the screen, not shown yet
 */
GtkWidget *
outlay_present_window_new (GtkWindow     *parent,
                           OutlaySession *session)
{
  OutlayPresentWindow *self = g_object_new (OUTLAY_TYPE_PRESENT_WINDOW,
                                            "transient-for", parent,
                                            "modal", TRUE,
                                            "destroy-with-parent", TRUE,
                                            NULL);
  g_autoptr (GSettings) settings = g_settings_new (OUTLAY_APPLICATION_ID);
  /* Translators: the title of a window; %s is the name of a scenario */
  g_autofree char *title =
    g_strdup_printf (_("Presenting %s"), outlay_session_get_scenario (session)->name);

  self->session = g_object_ref (session);
  self->cumulative = g_settings_get_boolean (settings, "cumulative");
  gtk_window_set_title (GTK_WINDOW (self), title);
  g_signal_connect_object (session, "estimated", G_CALLBACK (on_estimated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "view-changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (outlay_usage_months_get_default (), "changed", G_CALLBACK (refresh),
                           self, G_CONNECT_SWAPPED);

  on_estimated (self);
  fill_screen (self, parent);

  return GTK_WIDGET (self);
}

static void
present_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  OutlaySession *session = outlay_window_get_session (OUTLAY_WINDOW (widget));

  outlay_session_set_month (session, OUTLAY_WHOLE_PERIOD);
  gtk_window_present (GTK_WINDOW (outlay_present_window_new (GTK_WINDOW (widget), session)));
}

void
outlay_window_class_install_present_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.present", NULL, present_action);
}
