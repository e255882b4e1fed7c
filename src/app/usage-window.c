/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-window.h"

#include "file-chooser.h"
#include "usage-calibrate.h"
#include "usage-columns.h"
#include "usage-forecast.h"
#include "usage-questions.h"
#include "usage-reading.h"
#include "usage-runs.h"
#include "usage-sources.h"
#include "window-pages.h"
#include "window.h"
#include "widgets/sentence.h"
#include "widgets/wheel.h"

#include <glib/gi18n.h>

/* What belongs to a window. */
#define USAGE_WINDOW "outlay-usage-window"

/**
 * OutlayUsageWindow:
 *
 * What was really used, beside what a scenario says: reading logs, the questions to
 * the ledger, fitting the scenario to it, and forecast against actual. It belongs to
 * the window of the scenario and closes with it; edits are made, and undone, there
 * and here alike.
 *
 * # Actions
 *
 * - `win.open`: choose logs to read
 * - `usage.folder`: choose a folder of logs
 * - `usage.columns`: say anew what the columns of tables mean
 * - `usage.agent` (s): read what an agent logged on this computer, by its folder
 * - `win.undo`, `win.redo`, `win.turn-page` and `win.page`, as in other windows
 */
struct _OutlayUsageWindow
{
  AdwApplicationWindow  parent_instance;

  OutlaySession        *session;
  OutlayUsageStore     *store;
  GCancellable         *asking;
  GPtrArray            *waiting; /* (element-type utf8): paths to read */
  guint                 read_id;

  AdwWindowTitle       *title;
  AdwToastOverlay      *toasts;
  GtkWidget            *switcher;
  GMenu                *agents_section;
  GtkBox               *agents_box;
  OutlayUsageReading   *reading;
  GtkStack             *stack;
  GtkWidget            *empty;
  GtkLabel             *error_label;
  AdwViewStack         *pages;
};

G_DEFINE_FINAL_TYPE (OutlayUsageWindow, outlay_usage_window, ADW_TYPE_APPLICATION_WINDOW)

/* What the ledger has */

typedef struct
{
  int first;
  int last;
} Days;

static gpointer
find_days (OutlayLedger  *ledger,
           gpointer       data,
           GError       **error)
{
  g_autofree Days *days = g_new0 (Days, 1);

  if (!outlay_ledger_get_days (ledger, &days->first, &days->last, error))
    return NULL;

  return g_steal_pointer (&days);
}

static void
tell_sections (OutlayUsageWindow *self,
               const Days        *days)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->pages);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      outlay_usage_section_set_days (OUTLAY_USAGE_SECTION (adw_view_stack_page_get_child (page)),
                                     days->first, days->last);
    }
}

static void
on_days (GObject      *store,
         GAsyncResult *result,
         gpointer      user_data)
{
  OutlayUsageWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree Days *days = outlay_usage_store_ask_finish (result, &error);
  gboolean has_runs = days != NULL && days->first > 0;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  outlay_label_set_sentence (self->error_label, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), error != NULL);
  gtk_stack_set_visible_child (self->stack, has_runs ? GTK_WIDGET (self->pages) : self->empty);
  gtk_widget_set_visible (self->switcher, has_runs);
  if (has_runs)
    tell_sections (self, days);
}

static void
refresh (OutlayUsageWindow *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  outlay_usage_store_ask (self->store, self->asking, find_days, NULL, NULL, g_free, on_days,
                          self);
}

/* Reading */

static void
import_waiting (OutlayUsageWindow *self)
{
  if (self->waiting->len == 0 || outlay_usage_store_get_reading (self->store))
    return;

  g_ptr_array_add (self->waiting, NULL);
  outlay_usage_store_import (self->store, (const char * const *) self->waiting->pdata,
                             outlay_usage_columns_load ());
  g_ptr_array_set_size (self->waiting, 0);
}

/* Another table may have others. */
static void read_waiting (OutlayUsageWindow *self);

static void
on_columns_said (GtkWindow *window,
                 gboolean   said)
{
  OutlayUsageWindow *self = OUTLAY_USAGE_WINDOW (window);

  if (!said)
    g_ptr_array_set_size (self->waiting, 0);
  read_waiting (self);
}

/* Of a table whose columns say nothing, what they mean is asked first. */
static void
read_waiting (OutlayUsageWindow *self)
{
  if (self->waiting->len == 0 || outlay_usage_store_get_reading (self->store))
    return;

  for (guint i = 0; i < self->waiting->len; i++)
    {
      g_autoptr (GPtrArray) headings =
        outlay_usage_columns_list_new (g_ptr_array_index (self->waiting, i));

      if (headings->len > 0)
        {
          outlay_usage_columns_ask (GTK_WINDOW (self), g_steal_pointer (&headings),
                                    on_columns_said);
          return;
        }
    }

  import_waiting (self);
}

static gboolean
on_read_idle (gpointer data)
{
  OutlayUsageWindow *self = OUTLAY_USAGE_WINDOW (data);

  self->read_id = 0;
  read_waiting (self);

  return G_SOURCE_REMOVE;
}

static void
read_path (OutlayUsageWindow *self,
           const char        *path)
{
  g_ptr_array_add (self->waiting, g_strdup (path));
  if (self->read_id == 0)
    self->read_id = g_idle_add (on_read_idle, self);
}

/**
 * outlay_usage_window_read:
 * @self: a window
 * @file: a log, or a folder of logs
 *
 * Reads it in the background, together with others that follow at once.
 */
void
outlay_usage_window_read (OutlayUsageWindow *self,
                          GFile             *file)
{
  g_autofree char *path = g_file_get_path (file);

  g_return_if_fail (OUTLAY_IS_USAGE_WINDOW (self));

  if (path != NULL)
    read_path (self, path);
  else
    adw_toast_overlay_add_toast (self->toasts,
                                 adw_toast_new (_("Only logs on this computer can be read")));
}

static void
logs_chosen (GtkWindow *window,
             GFile     *file,
             gpointer   data)
{
  outlay_usage_window_read (OUTLAY_USAGE_WINDOW (window), file);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  outlay_file_choose (GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN, _("Read Logs"),
                      _("Logs and Tables"), "jsonl json csv", NULL, logs_chosen, NULL);
}

static void
folder_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  outlay_file_choose (GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                      _("Read a Folder of Logs"), NULL, NULL, NULL, logs_chosen, NULL);
}

static void
agent_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  read_path (OUTLAY_USAGE_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static gboolean
on_drop (OutlayUsageWindow *self,
         const GValue      *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = files; l != NULL; l = l->next)
    outlay_usage_window_read (self, l->data);

  return TRUE;
}

/* In the menu, and as buttons where nothing was read yet. */
static void
offer_agents (OutlayUsageWindow *self)
{
  g_autoptr (GPtrArray) sources = outlay_usage_sources_find ();

  for (guint i = 0; i < sources->len; i++)
    {
      const OutlayUsageSource *source = g_ptr_array_index (sources, i);
      /* Translators: %s is an agent, such as Claude Code */
      g_autofree char *name = g_strdup_printf (_("Logs of %s on this computer"), source->name);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);
      GtkWidget *button = gtk_button_new_with_label (name);

      g_menu_item_set_action_and_target (item, "usage.agent", "s", source->path);
      g_menu_append_item (self->agents_section, item);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", source->path);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "usage.agent");
      gtk_widget_add_css_class (button, "pill");
      gtk_box_append (self->agents_box, button);
    }
}

/* Other actions */

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  outlay_session_undo (OUTLAY_USAGE_WINDOW (widget)->session);
}

static void
redo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  outlay_session_redo (OUTLAY_USAGE_WINDOW (widget)->session);
}

static void
turn_page_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  outlay_pages_turn (OUTLAY_USAGE_WINDOW (widget)->pages, g_variant_get_int32 (parameter) > 0);
}

static void
page_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  outlay_pages_show (OUTLAY_USAGE_WINDOW (widget)->pages, g_variant_get_int32 (parameter));
}

/* The object */

static void
update_title (OutlayUsageWindow *self)
{
  const char *name = outlay_session_get_scenario (self->session)->name;
  /* Translators: the title of a window; %s is the name of a scenario */
  g_autofree char *title = g_strdup_printf (_("Real Usage and %s"), name);

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_subtitle (self->title, name);
}

static void
outlay_usage_window_dispose (GObject *object)
{
  OutlayUsageWindow *self = OUTLAY_USAGE_WINDOW (object);

  g_clear_handle_id (&self->read_id, g_source_remove);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_USAGE_WINDOW);
  g_clear_object (&self->session);
  g_clear_object (&self->store);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);

  G_OBJECT_CLASS (outlay_usage_window_parent_class)->dispose (object);
}

static void
outlay_usage_window_class_init (OutlayUsageWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_usage_window_dispose;

  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "usage.folder", NULL, folder_action);
  gtk_widget_class_install_action (widget_class, "usage.agent", "s", agent_action);
  outlay_usage_columns_class_install_action (widget_class);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.turn-page", "i", turn_page_action);
  gtk_widget_class_install_action (widget_class, "win.page", "i", page_action);

  g_type_ensure (OUTLAY_TYPE_USAGE_CALIBRATE);
  g_type_ensure (OUTLAY_TYPE_USAGE_FORECAST);
  g_type_ensure (OUTLAY_TYPE_USAGE_QUESTIONS);
  g_type_ensure (OUTLAY_TYPE_USAGE_READING);
  g_type_ensure (OUTLAY_TYPE_USAGE_RUNS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/usage-window.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageWindow, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageWindow, agents_section);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageWindow, agents_box);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageWindow, reading);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageWindow, empty);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageWindow, error_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageWindow, pages);
}

static void
outlay_usage_window_init (OutlayUsageWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->waiting = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_window_pass_wheel (GTK_WIDGET (self));
  offer_agents (self);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
set_up_sections (OutlayUsageWindow *self)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->pages);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);

      outlay_usage_section_set_up (OUTLAY_USAGE_SECTION (adw_view_stack_page_get_child (page)),
                                   self->store, self->session);
    }
}

/**
 * outlay_usage_window_new:
 * @application: (nullable): the program
 * @session: whose scenario is held against the ledger
 * @store: the ledger
 *
 * Returns: (transfer none): a window, not shown yet
 */
OutlayUsageWindow *
outlay_usage_window_new (GtkApplication   *application,
                         OutlaySession    *session,
                         OutlayUsageStore *store)
{
  OutlayUsageWindow *self = g_object_new (OUTLAY_TYPE_USAGE_WINDOW,
                                          "application", application, NULL);

  self->session = g_object_ref (session);
  self->store = g_object_ref (store);
  outlay_usage_reading_set_store (self->reading, store);
  set_up_sections (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "imported", G_CALLBACK (read_waiting), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (session, "changed", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  update_title (self);
  refresh (self);

  return self;
}

static void
forget (gpointer  window,
        GObject  *self)
{
  g_object_set_data (G_OBJECT (window), USAGE_WINDOW, NULL);
}

/**
 * outlay_usage_window_of:
 * @window: the window of a scenario
 * @session: its session
 *
 * Returns: (transfer none): its window of real usage
 */
OutlayUsageWindow *
outlay_usage_window_of (GtkWindow     *window,
                        OutlaySession *session)
{
  OutlayUsageWindow *self = g_object_get_data (G_OBJECT (window), USAGE_WINDOW);

  if (self != NULL)
    return self;

  self = outlay_usage_window_new (gtk_window_get_application (window), session,
                                  outlay_usage_store_get_default ());
  g_object_set_data (G_OBJECT (window), USAGE_WINDOW, self);
  g_signal_connect_object (window, "destroy", G_CALLBACK (gtk_window_destroy), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "destroy", G_CALLBACK (forget), window, G_CONNECT_SWAPPED);

  return self;
}

static void
usage_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  OutlaySession *session = outlay_window_get_session (OUTLAY_WINDOW (widget));

  gtk_window_present (GTK_WINDOW (outlay_usage_window_of (GTK_WINDOW (widget), session)));
}

void
outlay_window_class_install_usage_action (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.usage", NULL, usage_action);
}
