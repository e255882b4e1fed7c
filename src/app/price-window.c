/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "price-window.h"

#include "book-columns.h"
#include "catalogue-list.h"
#include "price-conflicts.h"
#include "price-details.h"
#include "price-window-import.h"

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
 * - `book.import`: takes in a price list from a file
 * - `book.back`: from the details to the list, where there is room for one only
 *
 * # Keys
 *
 * Ctrl+F or typing searches; Ctrl+O imports; Ctrl+W and Escape close.
 */
struct _OutlayPriceWindow
{
  AdwWindow            parent_instance;

  GtkInfoBar          *bar;
  GtkLabel            *bar_label;
  GtkWidget           *spinner;
  GtkWidget           *back_button;
  AdwLeaflet          *leaflet;
  OutlayCatalogueList *list;
  OutlayPriceDetails  *details;

  OutlaySession       *session;
  OutlayPriceShelf    *shelf;
  OutlayCatalogue     *catalogue; /* that the list borrows of */
};

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
  gtk_label_set_label (self->bar_label, text);
  gtk_info_bar_set_revealed (self->bar, TRUE);
}

OutlayPriceShelf *
outlay_price_window_get_shelf (OutlayPriceWindow *self)
{
  g_return_val_if_fail (OUTLAY_IS_PRICE_WINDOW (self), NULL);

  return self->shelf;
}

/* The list */

/* The prices of today, or of the book's day where a clock is behind it. */
static int
outlay_price_window_get_date (OutlayPriceWindow *self)
{
  return MAX (outlay_price_shelf_get_today (), outlay_catalogue_get_date (self->catalogue));
}

static GHashTable *
find_disputed (OutlayPriceBook *book,
               int              date)
{
  GHashTable *disputed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) conflicts = outlay_price_book_list_conflicts (book, date);

  for (guint i = 0; i < conflicts->len; i++)
    g_hash_table_add (disputed, g_array_index (conflicts, OutlayPriceConflict, i).model->id);

  return disputed;
}

static const char *
find_source (OutlayPriceBook *book,
             const char      *model)
{
  g_autoptr (GArray) alternatives = outlay_price_book_list_alternatives (book, model);

  for (guint i = 0; alternatives != NULL && i < alternatives->len; i++)
    if (g_array_index (alternatives, OutlayPriceAlternative, i).is_taken)
      return g_array_index (alternatives, OutlayPriceAlternative, i).source->id;

  return NULL;
}

static void
add_source (OutlayCatalogueItem *item,
            OutlayPriceBook     *book,
            GHashTable          *disputed)
{
  const char *id = outlay_catalogue_item_get_id (item);
  const char *source = find_source (book, id);

  outlay_catalogue_item_set_source (item, source, g_strcmp0 (source, "own") == 0,
                                    g_hash_table_contains (disputed, id));
}

static GListStore *
outlay_price_window_list_models (OutlayPriceWindow *self,
                                 int                date)
{
  GListStore *items = g_list_store_new (OUTLAY_TYPE_CATALOGUE_ITEM);
  OutlayPriceBook *book = outlay_price_shelf_get_book (self->shelf);
  const OutlayPrices *prices = outlay_catalogue_get_prices (self->catalogue);
  g_autoptr (GHashTable) disputed = find_disputed (book, date);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < prices->n_models; i++)
    {
      OutlayCatalogueItem *item = outlay_catalogue_item_new (&prices->models[i], NULL, date);

      add_source (item, book, disputed);
      g_ptr_array_add (all, item);
    }
  g_list_store_splice (items, 0, 0, all->pdata, all->len);

  return items;
}

static void
outlay_price_window_update_details (OutlayPriceWindow *self)
{
  outlay_price_details_show (self->details, self->shelf,
                             outlay_catalogue_list_get_selected (self->list),
                             outlay_price_window_get_date (self));
}

static void
outlay_price_window_update (OutlayPriceWindow *self)
{
  g_autoptr (OutlayCatalogue) before = g_steal_pointer (&self->catalogue);
  g_autoptr (GListStore) items = NULL;
  int date;

  self->catalogue = outlay_catalogue_ref (outlay_price_shelf_get_catalogue (self->shelf));
  date = outlay_price_window_get_date (self);
  items = outlay_price_window_list_models (self, date);
  outlay_catalogue_list_show_book (self->list, items, outlay_catalogue_get_date (self->catalogue),
                                   outlay_book_columns, outlay_n_book_columns);
  outlay_price_window_update_details (self);
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
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->details));
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

/* The window */

static void
outlay_price_window_update_busy (OutlayPriceWindow *self)
{
  gboolean busy = outlay_price_shelf_get_busy (self->shelf);

  g_object_set (self->spinner, "spinning", busy, "visible", busy, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->details), !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "book.import", !busy);
}

static void
outlay_price_window_update_leaflet (OutlayPriceWindow *self)
{
  if (self->leaflet != NULL)
    gtk_widget_set_visible (self->back_button,
                            adw_leaflet_get_folded (self->leaflet) &&
                            adw_leaflet_get_visible_child (self->leaflet) ==
                            GTK_WIDGET (self->details));
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
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  OutlayPriceWindow *self = OUTLAY_PRICE_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->list));
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
outlay_price_window_dispose (GObject *object)
{
  OutlayPriceWindow *self = OUTLAY_PRICE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_PRICE_WINDOW);
  g_clear_pointer (&self->catalogue, outlay_catalogue_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->shelf);

  G_OBJECT_CLASS (outlay_price_window_parent_class)->dispose (object);
}

static void
outlay_price_window_class_init (OutlayPriceWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_price_window_dispose;

  g_type_ensure (OUTLAY_TYPE_CATALOGUE_LIST);
  g_type_ensure (OUTLAY_TYPE_PRICE_DETAILS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/price-window.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceWindow, bar_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceWindow, list);
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceWindow, details);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_source_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_bar_response);
  gtk_widget_class_bind_template_callback (widget_class, outlay_price_window_update_leaflet);

  gtk_widget_class_install_action (widget_class, "book.import", NULL, import_action);
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
  outlay_price_window_update_busy (self);
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
