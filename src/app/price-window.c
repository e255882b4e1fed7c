/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "price-window-private.h"

#include "help.h"
#include "option-terms.h"
#include "own-price-dialog.h"
#include "price-window-import.h"
#include "refresh-dialog.h"
#include "scenario-edits.h"
#include "undo-toast.h"
#include "widgets/sentence.h"
#include "widgets/wheel.h"

#include <glib/gi18n.h>

#define WINDOW "outlay-price-window"

/**
 * OutlayPriceWindow:
 *
 * The price book: every model with its prices, where they come from, and where
 * sources differ. A list to search, filter and sort; beside it everything that
 * is known of the model that is selected.
 *
 * # Actions
 *
 * - `book.view` (s): `prices`, or what models cost on the `work` of the scenario
 * - `book.add-option`: makes the model that is selected an option of the scenario
 * - `book.import`: takes in a price list from a file
 * - `book.refresh`: takes in one from an address
 * - `book.own-price`: an own price of the model that is selected
 * - `book.new-own`: a model that is in no list, with an own price
 * - `book.back`: from the details to the list, where there is room for one only
 *
 * # Keys
 *
 * Ctrl+F or typing searches; Ctrl+O imports; Ctrl+W and Escape close.
 */
G_DEFINE_FINAL_TYPE (OutlayPriceWindow, outlay_price_window, ADW_TYPE_WINDOW)

/**
 * outlay_price_window_say:
 * @self: the window
 * @type: what kind of news it is
 * @text: what happened
 *
 * Says something above the list, until somebody closes it.
 */
void
outlay_price_window_say (OutlayPriceWindow *self,
                         GtkMessageType     type,
                         const char        *text)
{
  g_return_if_fail (OUTLAY_IS_PRICE_WINDOW (self));

  gtk_info_bar_set_message_type (self->bar, type);
  /* What says nothing yet is nothing for the keyboard to stop at. */
  gtk_label_set_selectable (self->bar_label, TRUE);
  outlay_label_set_sentence (self->bar_label, text);
  gtk_info_bar_set_revealed (self->bar, TRUE);
}

OutlayPriceShelf *
outlay_price_window_get_shelf (OutlayPriceWindow *self)
{
  g_return_val_if_fail (OUTLAY_IS_PRICE_WINDOW (self), NULL);

  return self->shelf;
}

/* The list */

void
outlay_price_window_update_details (OutlayPriceWindow *self)
{
  OutlayCatalogueItem *item = outlay_catalogue_list_get_selected (self->list);
  const OutlayRanked *ranked = item != NULL ? outlay_catalogue_item_get_ranked (item) : NULL;

  outlay_price_details_show (self->details, self->shelf, item,
                             outlay_price_window_get_date (self));
  gtk_widget_set_visible (self->details_page, item != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "book.add-option",
                                 item != NULL && (ranked == NULL || ranked->error == NULL));
}

/* The book is another one. */
static void
outlay_price_window_update (OutlayPriceWindow *self)
{
  g_autoptr (OutlayCatalogue) before G_GNUC_UNUSED = g_steal_pointer (&self->catalogue);

  self->catalogue = outlay_catalogue_ref (outlay_price_shelf_get_catalogue (self->shelf));
  outlay_price_window_update_list (self);
}

static void
on_selected (OutlayPriceWindow *self)
{
  if (self->catalogue != NULL)
    outlay_price_window_update_details (self);
}

/* Enter or a double click: where there is room for one, the details come up. */
static void
on_chosen (OutlayPriceWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->details_page);
}

static void
on_source_chosen (OutlayPriceWindow *self,
                  const char        *source)
{
  OutlayCatalogueItem *item = outlay_catalogue_list_get_selected (self->list);
  g_autofree char *id = g_strdup (outlay_catalogue_item_get_id (item));
  g_autoptr (GError) error = NULL;

  if (!outlay_price_shelf_choose (self->shelf, id, *source != '\0' ? source : NULL, &error))
    {
      outlay_price_window_say (self, GTK_MESSAGE_ERROR, error->message);
      outlay_price_window_update_details (self);
    }
}

/* Adding an option */

static OutlayOption
outlay_price_window_make_option (OutlayPriceWindow   *self,
                                 OutlayCatalogueItem *item)
{
  OutlayOption option = {
    .kind = OUTLAY_OPTION_MODEL,
    .name = (char *) outlay_catalogue_item_get_name (item),
    .model = (char *) outlay_catalogue_item_get_id (item),
    .escalate_to = OUTLAY_NONE,
    .effort = 1,
    .price_factor = 1,
  };

  /* With the terms by which it was ranked. */
  if (self->ranks)
    {
      option.cache = (OutlayCache) gtk_drop_down_get_selected (self->cache);
      option.effort = outlay_factor_choice_get_value (self->effort);
    }

  return option;
}

static void
add_option_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  OutlayPriceWindow *self = OUTLAY_PRICE_WINDOW (widget);
  OutlayCatalogueItem *item = outlay_catalogue_list_get_selected (self->list);
  OutlayOption option = outlay_price_window_make_option (self, item);
  OutlayScenario *draft = outlay_session_begin_edit (self->session);
  g_autofree char *name = g_strdup_printf (_("Add %s"), option.name);
  g_autofree char *markup = g_markup_escape_text (option.name, -1);
  /* Translators: %s is the name of a model */
  g_autofree char *text = g_strdup_printf (_("%s is an option of the scenario"), markup);
  g_autofree char *id = NULL;

  outlay_draft_add_option (draft, &option, outlay_catalogue_get_prices (self->catalogue));
  id = g_strdup (draft->options[draft->n_options - 1].id);
  outlay_session_commit_edit (self->session, draft, name, NULL);
  outlay_session_set_focus (self->session, id);
  g_clear_pointer (&self->added, outlay_scenario_unref);
  self->added = outlay_scenario_ref (outlay_session_get_scenario (self->session));

  adw_toast_overlay_add_toast (self->toasts,
                               outlay_undo_toast_new (self->session, text, "book.undo"));
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  OutlayPriceWindow *self = OUTLAY_PRICE_WINDOW (widget);

  if (outlay_session_get_scenario (self->session) == self->added)
    outlay_session_undo (self->session);
}

/* The window */

static void
on_terms_changed (OutlayPriceWindow *self)
{
  if (self->catalogue != NULL)
    outlay_price_window_update_ranking (self);
}

void
outlay_price_window_update_busy (OutlayPriceWindow *self)
{
  gboolean busy = outlay_price_shelf_get_busy (self->shelf);
  gboolean works = busy || self->is_ranking;

  g_object_set (self->spinner, "spinning", works, "visible", works,
                "tooltip-text", busy ? _("Prices are being taken in") : _("Models are being ranked"),
                NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "book.import", !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "book.new-own", !busy);
}

static void
outlay_price_window_update_leaflet (OutlayPriceWindow *self)
{
  if (self->leaflet != NULL)
    gtk_widget_set_visible (self->back_button,
                            adw_leaflet_get_folded (self->leaflet) &&
                            adw_leaflet_get_visible_child (self->leaflet) == self->details_page);
}

static void
on_folded (OutlayPriceWindow *self)
{
  outlay_price_window_update_columns (self);
  outlay_price_window_update_leaflet (self);
}

static void
on_bar_response (OutlayPriceWindow *self)
{
  gtk_info_bar_set_revealed (self->bar, FALSE);
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  outlay_price_window_choose_file (OUTLAY_PRICE_WINDOW (widget));
}

static void
refresh_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  outlay_refresh_dialog_present (GTK_WINDOW (widget), OUTLAY_PRICE_WINDOW (widget)->shelf);
}

static void
own_price_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  OutlayPriceWindow *self = OUTLAY_PRICE_WINDOW (widget);
  OutlayCatalogueItem *item = outlay_catalogue_list_get_selected (self->list);

  outlay_own_price_dialog_present (GTK_WINDOW (self), self->shelf,
                                   outlay_catalogue_item_get_model (item));
}

static void
new_own_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  outlay_own_price_dialog_present (GTK_WINDOW (widget), OUTLAY_PRICE_WINDOW (widget)->shelf, NULL);
}

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  OutlayPriceWindow *self = OUTLAY_PRICE_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->list_page);
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  back_action (widget, action_name, parameter);
  gtk_widget_grab_focus (GTK_WIDGET (OUTLAY_PRICE_WINDOW (widget)->list));
}

static void
outlay_price_window_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  g_value_set_string (value, OUTLAY_PRICE_WINDOW (object)->ranks ? "work" : "prices");
}

static void
outlay_price_window_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  OutlayPriceWindow *self = OUTLAY_PRICE_WINDOW (object);

  self->ranks = g_strcmp0 (g_value_get_string (value), "work") == 0;
  g_object_notify_by_pspec (object, pspec);
  if (self->catalogue != NULL)
    outlay_price_window_update_list (self);
}

static void
outlay_price_window_dispose (GObject *object)
{
  OutlayPriceWindow *self = OUTLAY_PRICE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_PRICE_WINDOW);
  g_clear_pointer (&self->ranking, outlay_price_ranking_free);
  g_clear_pointer (&self->catalogue, outlay_catalogue_unref);
  g_clear_pointer (&self->added, outlay_scenario_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->shelf);

  G_OBJECT_CLASS (outlay_price_window_parent_class)->dispose (object);
}

#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceWindow, name)

static void
outlay_price_window_class_init (OutlayPriceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_price_window_dispose;
  G_OBJECT_CLASS (klass)->get_property = outlay_price_window_get_property;
  G_OBJECT_CLASS (klass)->set_property = outlay_price_window_set_property;

  /**
   * OutlayPriceWindow:view:
   *
   * What is shown of the models: their `prices`, or what they cost on the `work` of
   * the scenario.
   */
  g_object_class_install_property (G_OBJECT_CLASS (klass), 1,
    g_param_spec_string ("view", NULL, NULL, "prices",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  g_type_ensure (OUTLAY_TYPE_CATALOGUE_LIST);
  g_type_ensure (OUTLAY_TYPE_FACTOR_CHOICE);
  g_type_ensure (OUTLAY_TYPE_PRICE_DETAILS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/price-window.ui");
  BIND (toasts);
  BIND (bar);
  BIND (bar_label);
  BIND (spinner);
  BIND (back_button);
  BIND (leaflet);
  BIND (list_page);
  BIND (terms);
  BIND (cache);
  BIND (effort);
  BIND (list);
  BIND (details_page);
  BIND (details);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_source_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_bar_response);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
  gtk_widget_class_bind_template_callback (widget_class, on_terms_changed);
  gtk_widget_class_bind_template_callback (widget_class, outlay_price_window_update_leaflet);

  outlay_window_class_add_help_key (widget_class);
  gtk_widget_class_install_action (widget_class, "book.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "book.refresh", NULL, refresh_action);
  gtk_widget_class_install_action (widget_class, "book.own-price", NULL, own_price_action);
  gtk_widget_class_install_action (widget_class, "book.new-own", NULL, new_own_action);
  gtk_widget_class_install_property_action (widget_class, "book.view", "view");
  gtk_widget_class_install_action (widget_class, "book.add-option", NULL, add_option_action);
  gtk_widget_class_install_action (widget_class, "book.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "book.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "book.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK,
                                       "book.import", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK,
                                       "book.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK,
                                       "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
outlay_price_window_init (OutlayPriceWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_window_pass_wheel (GTK_WIDGET (self));
  outlay_cache_menu_init (self->cache);
  outlay_effort_choice_init (self->effort);
  outlay_price_window_accept_drops (self);
}

/**
 * outlay_price_window_new:
 * @parent: (nullable): the window of the scenario
 * @session: the scenario whose work models are ranked by
 * @shelf: where the price book is
 *
 * Returns: (transfer none): a window on the price book, not shown yet
 */
OutlayPriceWindow *
outlay_price_window_new (GtkWindow        *parent,
                         OutlaySession    *session,
                         OutlayPriceShelf *shelf)
{
  OutlayPriceWindow *self = g_object_new (OUTLAY_TYPE_PRICE_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->shelf = g_object_ref (shelf);
  g_signal_connect_object (shelf, "changed", G_CALLBACK (outlay_price_window_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (shelf, "notify::busy", G_CALLBACK (outlay_price_window_update_busy),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_terms_changed), self,
                           G_CONNECT_SWAPPED);
  outlay_price_window_update (self);
  if (outlay_price_shelf_get_trouble (shelf) != NULL)
    outlay_price_window_say (self, GTK_MESSAGE_WARNING, outlay_price_shelf_get_trouble (shelf));
  gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return self;
}

static void
forget_window (GtkWindow *parent)
{
  g_object_set_data (G_OBJECT (parent), WINDOW, NULL);
}

/**
 * outlay_price_window_present:
 * @parent: the window of the scenario
 * @session: the scenario
 *
 * Shows the price book; each scenario's window has one.
 *
 * Returns: (transfer none): its window
 */
OutlayPriceWindow *
outlay_price_window_present (GtkWindow     *parent,
                             OutlaySession *session)
{
  OutlayPriceWindow *self = g_object_get_data (G_OBJECT (parent), WINDOW);

  if (self == NULL)
    {
      self = outlay_price_window_new (parent, session, outlay_price_shelf_get_default ());
      g_object_set_data (G_OBJECT (parent), WINDOW, self);
      g_signal_connect_object (self, "destroy", G_CALLBACK (forget_window), parent,
                               G_CONNECT_SWAPPED);
      outlay_price_shelf_reload (self->shelf);
    }
  gtk_window_present (GTK_WINDOW (self));

  return self;
}
