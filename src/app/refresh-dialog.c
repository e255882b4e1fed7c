/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refresh-dialog.h"

#include "figure-format.h"
#include "help.h"
#include "price-refresh.h"
#include "price-words.h"
#include "widgets/sentence.h"

#include <glib/gi18n.h>

/**
 * OutlayRefreshDialog:
 *
 * Price lists from https addresses that the person sets. There are none to begin
 * with, and nothing is asked without a click. While an answer comes in, it says how
 * far it is and can be stopped; whatever goes wrong, the prices stay.
 *
 * # Actions
 *
 * - `refresh.add`: fetches from the address that is typed, and keeps it
 * - `refresh.again` (s): fetches from an address
 * - `refresh.forget` (s): forgets an address; its prices stay
 * - `refresh.stop`
 */
struct _OutlayRefreshDialog
{
  AdwWindow            parent_instance;

  GtkEditable         *address_row;
  AdwPreferencesGroup *group;
  GtkWidget           *progress_box;
  GtkProgressBar      *progress;
  GtkLabel            *result_label;

  GPtrArray           *rows; /* of the addresses that are kept */
  OutlayPriceShelf    *shelf;
  GCancellable        *cancellable; /* of the one at work, or NULL */
};

G_DEFINE_FINAL_TYPE (OutlayRefreshDialog, outlay_refresh_dialog, ADW_TYPE_WINDOW)

/* The addresses */

static GPtrArray *
load_addresses (OutlayRefreshDialog *self)
{
  const char *folder = outlay_price_book_get_folder (outlay_price_shelf_get_book (self->shelf));
  g_autoptr (OutlayProblems) ignored = outlay_problems_new (folder);

  return outlay_refresh_load_addresses (folder, ignored);
}

static void
add_button (AdwActionRow *row,
            const char   *icon,
            const char   *name,
            const char   *action,
            const char   *address)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", address);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_action_row_add_suffix (row, button);
}

static char *
describe_address (const OutlayRefreshAddress *address)
{
  g_autofree char *source = outlay_price_source_describe (address->source);
  g_autofree char *day = outlay_price_date_describe (address->checked);

  /* Translators: a price list, and the day on which its server was asked last */
  return g_strdup_printf (_("%s, asked on %s"), source, day);
}

static void
outlay_refresh_dialog_list (OutlayRefreshDialog *self)
{
  g_autoptr (GPtrArray) addresses = load_addresses (self);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < addresses->len; i++)
    {
      const OutlayRefreshAddress *address = g_ptr_array_index (addresses, i);
      g_autofree char *about = address->source != NULL ? describe_address (address) : NULL;
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                     "use-markup", FALSE,
                                     "title", address->address,
                                     "subtitle", about,
                                     NULL);

      add_button (ADW_ACTION_ROW (row), "view-refresh-symbolic", _("Fetch again"),
                  "refresh.again", address->address);
      add_button (ADW_ACTION_ROW (row), "user-trash-symbolic", _("Forget the address"),
                  "refresh.forget", address->address);
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->group), addresses->len > 0);
}

/* Fetching */

static void
outlay_refresh_dialog_say (OutlayRefreshDialog *self,
                           const char          *text,
                           gboolean             is_error)
{
  outlay_label_set_sentence (self->result_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->result_label), *text != '\0');
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->result_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->result_label), "error");
}

static void
outlay_refresh_dialog_update (OutlayRefreshDialog *self)
{
  gboolean works = self->cancellable != NULL;

  gtk_widget_set_visible (self->progress_box, works);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "refresh.add", !works);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "refresh.again", !works);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "refresh.forget", !works);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "refresh.stop", works);
}

static void
on_progress (gsize    so_far,
             gsize    in_all,
             gpointer data)
{
  OutlayRefreshDialog *self = data;
  g_autofree char *size = g_format_size (so_far);

  if (self->progress == NULL)
    return;

  if (in_all > 0)
    gtk_progress_bar_set_fraction (self->progress, MIN (1, (double) so_far / (double) in_all));
  else
    gtk_progress_bar_pulse (self->progress);
  gtk_progress_bar_set_text (self->progress, size);
}

static char *
describe_outcome (OutlayRefreshOutcome  outcome,
                  const OutlayImport   *import,
                  const GError         *error)
{
  switch (outcome)
    {
    case OUTLAY_REFRESH_CHANGED:
      return outlay_import_describe (import);
    case OUTLAY_REFRESH_UNCHANGED:
      return g_strdup (_("The list is the one that is there already."));
    case OUTLAY_REFRESH_FAILED:
    default:
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return g_strdup (_("Stopped. The prices stay as they are."));

      /* Translators: %s is why */
      return g_strdup_printf (_("The prices stay as they are: %s."), error->message);
    }
}

static void
on_refreshed (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (OutlayRefreshDialog) self = data;
  g_autoptr (OutlayImport) import = NULL;
  g_autoptr (GError) error = NULL;
  OutlayRefreshOutcome outcome = outlay_price_refresh_finish (result, &import, &error);
  g_autofree char *text = describe_outcome (outcome, import, error);

  g_clear_object (&self->cancellable);
  if (self->progress == NULL) /* the dialog has gone */
    return;

  outlay_refresh_dialog_say (self, text, outcome == OUTLAY_REFRESH_FAILED);
  outlay_refresh_dialog_list (self);
  outlay_refresh_dialog_update (self);
  if (outcome != OUTLAY_REFRESH_FAILED)
    gtk_editable_set_text (self->address_row, "");
}

static void
outlay_refresh_dialog_fetch (OutlayRefreshDialog *self,
                             const char          *address)
{
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_progress_bar_set_text (self->progress, _("Asking…"));
  outlay_refresh_dialog_say (self, "", FALSE);
  outlay_refresh_dialog_update (self);
  outlay_price_refresh_async (self->shelf, address, self->cancellable, on_progress, self,
                              on_refreshed, g_object_ref (self));
}

static void
add_action (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  OutlayRefreshDialog *self = OUTLAY_REFRESH_DIALOG (widget);
  g_autofree char *address = g_strstrip (g_strdup (gtk_editable_get_text (self->address_row)));

  outlay_refresh_dialog_fetch (self, address);
}

static void
again_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  outlay_refresh_dialog_fetch (OUTLAY_REFRESH_DIALOG (widget),
                               g_variant_get_string (parameter, NULL));
}

static void
forget_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  OutlayRefreshDialog *self = OUTLAY_REFRESH_DIALOG (widget);
  const char *folder = outlay_price_book_get_folder (outlay_price_shelf_get_book (self->shelf));
  g_autoptr (GPtrArray) addresses = load_addresses (self);
  g_autoptr (GError) error = NULL;

  g_ptr_array_remove (addresses,
                      outlay_refresh_add_address (addresses,
                                                  g_variant_get_string (parameter, NULL)));
  if (!outlay_refresh_save_addresses (folder, addresses, &error))
    outlay_refresh_dialog_say (self, error->message, TRUE);
  outlay_refresh_dialog_list (self);
}

static void
stop_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_cancellable_cancel (OUTLAY_REFRESH_DIALOG (widget)->cancellable);
}

/* The dialog */

static void
on_apply (OutlayRefreshDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "refresh.add", NULL);
}

static void
outlay_refresh_dialog_dispose (GObject *object)
{
  OutlayRefreshDialog *self = OUTLAY_REFRESH_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_REFRESH_DIALOG);

  G_OBJECT_CLASS (outlay_refresh_dialog_parent_class)->dispose (object);
}

static void
outlay_refresh_dialog_finalize (GObject *object)
{
  OutlayRefreshDialog *self = OUTLAY_REFRESH_DIALOG (object);

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->shelf);

  G_OBJECT_CLASS (outlay_refresh_dialog_parent_class)->finalize (object);
}

static void
outlay_refresh_dialog_class_init (OutlayRefreshDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_refresh_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = outlay_refresh_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/refresh-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayRefreshDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayRefreshDialog, group);
  gtk_widget_class_bind_template_child (widget_class, OutlayRefreshDialog, progress_box);
  gtk_widget_class_bind_template_child (widget_class, OutlayRefreshDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, OutlayRefreshDialog, result_label);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);

  gtk_widget_class_install_action (widget_class, "refresh.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "refresh.again", "s", again_action);
  gtk_widget_class_install_action (widget_class, "refresh.forget", "s", forget_action);
  gtk_widget_class_install_action (widget_class, "refresh.stop", NULL, stop_action);
  outlay_window_class_add_help_key (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
outlay_refresh_dialog_init (OutlayRefreshDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_refresh_dialog_present:
 * @parent: the window it belongs to
 * @shelf: where the price book is
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
outlay_refresh_dialog_present (GtkWindow        *parent,
                               OutlayPriceShelf *shelf)
{
  OutlayRefreshDialog *self = g_object_new (OUTLAY_TYPE_REFRESH_DIALOG,
                                            "transient-for", parent, NULL);

  self->shelf = g_object_ref (shelf);
  outlay_refresh_dialog_list (self);
  outlay_refresh_dialog_update (self);
  gtk_window_present (GTK_WINDOW (self));

  return GTK_WIDGET (self);
}
