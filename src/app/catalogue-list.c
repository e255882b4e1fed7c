/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue-list.h"

#include "catalogue-columns.h"
#include "column-view-names.h"
#include "drop-down-label.h"
#include "scroll-start.h"
#include "scroll-to-row.h"
#include "tab-order.h"
#include "vendor-menu.h"
#include "widgets/sentence.h"

#include <glib/gi18n.h>

/* The first entry of a filter's menu lets everything through. */
#define ALL 0

#define MANY_VENDORS 20 /* from so many on, they can be searched */

/**
 * OutlayCatalogueList:
 *
 * Models or plans to choose one of: a search entry, filters by class and vendor,
 * how many there are, and a table that sorts by a click on a heading. What is
 * typed anywhere in the window goes to the search.
 *
 * # Signals
 *
 * - `selected`: another item is selected, or none
 * - `chosen`: Enter or a double click
 *
 * # Keys
 *
 * Down goes from the search to the table, Tab past its rows; Enter in the search chooses.
 *
 * # CSS nodes
 *
 * `cataloguelist`.
 */
struct _OutlayCatalogueList
{
  GtkWidget           parent_instance;

  GtkWidget          *box;
  GtkEditable        *search;
  GtkDropDown        *class_filter;
  GtkDropDown        *vendor_filter;
  GtkDropDown        *mark_filter;
  GtkLabel           *count_label;
  GtkLabel           *note_label;
  GtkColumnView      *view;
  GtkWidget          *nothing;

  GListModel         *items;
  GtkFilterListModel *filtered;
  GtkFilter          *filter;
  GtkSingleSelection *selection;
  char               *words;
  gboolean            plans;
  gboolean            fills; /* what filters choose now is nobody's choice */

  const OutlayCatalogueColumn *columns; /* that are shown */
};

G_DEFINE_FINAL_TYPE (OutlayCatalogueList, outlay_catalogue_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECTED,
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_chosen_vendor (OutlayCatalogueList *self)
{
  GtkStringObject *vendor = gtk_drop_down_get_selected_item (self->vendor_filter);

  if (vendor == NULL || gtk_drop_down_get_selected (self->vendor_filter) == ALL)
    return NULL;

  return gtk_string_object_get_string (vendor);
}

static gboolean
lets_through (gpointer item,
              gpointer data)
{
  OutlayCatalogueList *self = OUTLAY_CATALOGUE_LIST (data);
  const OutlayModel *model = outlay_catalogue_item_get_model (item);
  guint chosen_class = gtk_drop_down_get_selected (self->class_filter);
  const char *vendor = get_chosen_vendor (self);

  if (!self->plans && chosen_class != ALL && chosen_class != GTK_INVALID_LIST_POSITION &&
      model->model_class != (OutlayModelClass) (chosen_class - 1))
    return FALSE;
  if (vendor != NULL && g_strcmp0 (outlay_catalogue_item_get_vendor (item), vendor) != 0)
    return FALSE;
  if (gtk_widget_get_visible (GTK_WIDGET (self->mark_filter)) &&
      !outlay_catalogue_item_has_mark (item, gtk_drop_down_get_selected (self->mark_filter)))
    return FALSE;

  return outlay_catalogue_item_matches (item, self->words);
}

static void
outlay_catalogue_list_update_count (OutlayCatalogueList *self)
{
  guint n_all = g_list_model_get_n_items (self->items);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  g_autofree char *text = NULL;

  if (self->plans)
    text = g_strdup_printf (ngettext ("%u of %u plan", "%u of %u plans", n_all),
                            n_shown, n_all);
  else
    text = g_strdup_printf (ngettext ("%u of %u model", "%u of %u models", n_all),
                            n_shown, n_all);

  gtk_label_set_label (self->count_label, text);
  gtk_widget_set_visible (self->nothing, n_shown == 0);
}

static void
on_filter_changed (OutlayCatalogueList *self)
{
  const char *text = gtk_editable_get_text (self->search);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  if (self->selection == NULL || self->fills)
    return;

  g_free (self->words);
  self->words = g_strdup (g_strstrip (folded));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  outlay_catalogue_list_update_count (self);
}

static void
on_selected (OutlayCatalogueList *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

static void
on_chosen (OutlayCatalogueList *self)
{
  if (outlay_catalogue_list_get_selected (self) != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/* Escape: the entry keeps it to itself. */
static void
on_stop_search (OutlayCatalogueList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static gboolean
on_search_key (GtkEventControllerKey *controller,
               guint                  key,
               guint                  code,
               GdkModifierType        modifiers,
               OutlayCatalogueList   *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD) &&
         gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_DOWN);
}

/* Vendors come and go with the items; what is chosen stays where it can. */
static void
outlay_catalogue_list_fill_vendors (OutlayCatalogueList *self)
{
  g_autoptr (GtkStringList) vendors = outlay_vendor_menu_new (self->items);
  g_autofree char *chosen = g_strdup (get_chosen_vendor (self));

  gtk_drop_down_set_enable_search (self->vendor_filter,
                                   g_list_model_get_n_items (G_LIST_MODEL (vendors)) >
                                   MANY_VENDORS);
  gtk_drop_down_set_model (self->vendor_filter, G_LIST_MODEL (vendors));
  for (guint i = 1; chosen != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (vendors)); i++)
    if (g_strcmp0 (gtk_string_list_get_string (vendors, i), chosen) == 0)
      gtk_drop_down_set_selected (self->vendor_filter, i);
}

static void
outlay_catalogue_list_fill_filters (OutlayCatalogueList *self)
{
  static const char * const marks[OUTLAY_N_MARKS] = {
    N_("All prices"), N_("Sources differ"), N_("Own prices"), N_("Announced changes"), N_("Free"),
  };
  g_autoptr (GtkStringList) classes = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                                "string");

  gtk_drop_down_set_expression (self->vendor_filter, name);
  gtk_string_list_append (classes, _("All classes"));
  for (guint i = 0; i < OUTLAY_N_CLASSES; i++)
    gtk_string_list_append (classes, outlay_model_class_get_name (i));
  for (guint i = 0; i < OUTLAY_N_MARKS; i++)
    gtk_string_list_append (names, _(marks[i]));

  gtk_drop_down_set_model (self->class_filter, G_LIST_MODEL (classes));
  gtk_drop_down_set_model (self->mark_filter, G_LIST_MODEL (names));
  outlay_drop_down_set_label (self->class_filter, _("Class"));
  outlay_drop_down_set_label (self->vendor_filter, _("Vendor"));
  outlay_drop_down_set_label (self->mark_filter, _("Prices"));
}

/* The items, filtered, sorted, one of them selected. */
static void
outlay_catalogue_list_build (OutlayCatalogueList *self)
{
  GtkSorter *sorter = g_object_ref (gtk_column_view_get_sorter (self->view));
  GtkSortListModel *sorted;

  self->filter = GTK_FILTER (gtk_custom_filter_new (lets_through, self, NULL));
  self->filtered = gtk_filter_list_model_new (g_object_ref (self->items), self->filter);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->filtered), sorter);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  g_signal_connect_object (self->selection, "notify::selected-item",
                           G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
}

static void
outlay_catalogue_list_show (OutlayCatalogueList         *self,
                            GListStore                  *items,
                            const char                  *note,
                            const OutlayCatalogueColumn *columns,
                            guint                        n_columns)
{
  g_set_object (&self->items, G_LIST_MODEL (items));
  if (self->columns != columns)
    {
      /* A view without rows takes other columns at once. */
      gtk_column_view_set_model (self->view, NULL);
      outlay_catalogue_columns_show (self->view, columns, n_columns);
      self->columns = columns;
    }
  outlay_column_view_name_parts (self->view, self->plans ? _("Plans") : _("Models"));
  gtk_widget_set_visible (GTK_WIDGET (self->class_filter), !self->plans);

  self->fills = TRUE;
  outlay_catalogue_list_fill_vendors (self);
  self->fills = FALSE;
  if (self->selection == NULL)
    outlay_catalogue_list_build (self);
  else
    gtk_filter_list_model_set_model (self->filtered, self->items);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));

  outlay_label_set_sentence (self->note_label, note);
  outlay_catalogue_list_update_count (self);
}

static gboolean
outlay_catalogue_list_focus (GtkWidget        *widget,
                             GtkDirectionType  direction)
{
  OutlayCatalogueList *self = OUTLAY_CATALOGUE_LIST (widget);

  return outlay_widget_focus_past (widget, GTK_WIDGET (self->view),
                                   gtk_widget_get_first_child (self->box), direction);
}

static void
outlay_catalogue_list_dispose (GObject *object)
{
  OutlayCatalogueList *self = OUTLAY_CATALOGUE_LIST (object);

  self->filtered = NULL;
  self->filter = NULL;
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_CATALOGUE_LIST);

  G_OBJECT_CLASS (outlay_catalogue_list_parent_class)->dispose (object);
}

static void
outlay_catalogue_list_finalize (GObject *object)
{
  g_free (OUTLAY_CATALOGUE_LIST (object)->words);

  G_OBJECT_CLASS (outlay_catalogue_list_parent_class)->finalize (object);
}

static void
outlay_catalogue_list_class_init (OutlayCatalogueListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_catalogue_list_dispose;
  object_class->finalize = outlay_catalogue_list_finalize;
  widget_class->grab_focus = outlay_widget_grab_focus_of_first;
  widget_class->focus = outlay_catalogue_list_focus;

  signals[SIGNAL_SELECTED] =
    g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/catalogue-list.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayCatalogueList, box);
  gtk_widget_class_bind_template_child (widget_class, OutlayCatalogueList, search);
  gtk_widget_class_bind_template_child (widget_class, OutlayCatalogueList, class_filter);
  gtk_widget_class_bind_template_child (widget_class, OutlayCatalogueList, vendor_filter);
  gtk_widget_class_bind_template_child (widget_class, OutlayCatalogueList, mark_filter);
  gtk_widget_class_bind_template_child (widget_class, OutlayCatalogueList, count_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayCatalogueList, note_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayCatalogueList, view);
  gtk_widget_class_bind_template_child (widget_class, OutlayCatalogueList, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "cataloguelist");
}

static void
outlay_catalogue_list_init (OutlayCatalogueList *self)
{
  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_catalogue_list_fill_filters (self);
  outlay_scroll_keep_start (GTK_SCROLLED_WINDOW (gtk_widget_get_parent (GTK_WIDGET (self->view))));
}

static void
outlay_catalogue_list_select_row (OutlayCatalogueList *self,
                                  guint                row)
{
  gtk_single_selection_set_selected (self->selection, row);
  outlay_column_view_scroll_to_row (self->view, row);
}

/**
 * outlay_catalogue_list_show_models:
 * @self: a list that shows nothing yet
 * @models: an #OutlayCatalogueItem for each model
 * @date: of the catalogue, as 20261122
 */
void
outlay_catalogue_list_show_models (OutlayCatalogueList *self,
                                   GListStore          *models,
                                   int                  date)
{
  g_autofree char *day = outlay_date_format (date);
  g_autofree char *note = g_strdup_printf (_("Dollars per million tokens. Catalogue of %s."), day);

  g_return_if_fail (OUTLAY_IS_CATALOGUE_LIST (self));
  g_return_if_fail (self->items == NULL);

  outlay_catalogue_list_show (self, models, note, outlay_model_columns, outlay_n_model_columns);
}

/**
 * outlay_catalogue_list_show_plans:
 * @self: a list that shows nothing yet
 * @plans: an #OutlayCatalogueItem for each plan
 * @date: of the catalogue, as 20261122
 */
void
outlay_catalogue_list_show_plans (OutlayCatalogueList *self,
                                  GListStore          *plans,
                                  int                  date)
{
  g_autofree char *day = outlay_date_format (date);
  g_autofree char *note = g_strdup_printf (_("US dollars a month. Catalogue of %s."), day);

  g_return_if_fail (OUTLAY_IS_CATALOGUE_LIST (self));
  g_return_if_fail (self->items == NULL);

  self->plans = TRUE;
  outlay_catalogue_list_show (self, plans, note, outlay_plan_columns, outlay_n_plan_columns);
}

/**
 * outlay_catalogue_list_show_book:
 * @self: a list of models, which it may show already
 * @models: an #OutlayCatalogueItem for each model
 * @note: what the figures are
 * @columns: what is told of them
 * @n_columns: how many columns
 *
 * Shows other models, or other columns. What is looked for stays; so do the order
 * and the selection where the columns are the same.
 */
void
outlay_catalogue_list_show_book (OutlayCatalogueList         *self,
                                 GListStore                  *models,
                                 const char                  *note,
                                 const OutlayCatalogueColumn *columns,
                                 guint                        n_columns)
{
  gboolean is_other = self->columns != columns;
  OutlayCatalogueItem *before = NULL;
  g_autofree char *id = NULL;

  g_return_if_fail (OUTLAY_IS_CATALOGUE_LIST (self));

  if (self->selection != NULL)
    before = outlay_catalogue_list_get_selected (self);
  id = before != NULL ? g_strdup (outlay_catalogue_item_get_id (before)) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->mark_filter), TRUE);
  outlay_catalogue_list_show (self, models, note, columns, n_columns);
  if (id != NULL && !is_other)
    outlay_catalogue_list_select (self, id);
}

/**
 * outlay_catalogue_list_show_columns:
 * @self: a list
 * @shown: which columns are shown, a bit each
 *
 * Hides the others, where there is little room.
 */
void
outlay_catalogue_list_show_columns (OutlayCatalogueList *self,
                                    guint                shown)
{
  outlay_catalogue_columns_choose (self->view, shown);
}

/**
 * outlay_catalogue_list_sort_by:
 * @self: a list
 * @column: the number of a column, from 0
 *
 * Sorts by a column, the smallest first, which is selected.
 */
void
outlay_catalogue_list_sort_by (OutlayCatalogueList *self,
                               guint                column)
{
  g_autoptr (GtkColumnViewColumn) found =
    g_list_model_get_item (gtk_column_view_get_columns (self->view), column);

  gtk_column_view_sort_by_column (self->view, found, GTK_SORT_ASCENDING);
  outlay_catalogue_list_select_row (self, 0);
}

/**
 * outlay_catalogue_list_get_selected:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the item that is selected
 */
OutlayCatalogueItem *
outlay_catalogue_list_get_selected (OutlayCatalogueList *self)
{
  g_return_val_if_fail (OUTLAY_IS_CATALOGUE_LIST (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * outlay_catalogue_list_select:
 * @self: a list
 * @id: of a model or plan
 *
 * Selects an item and scrolls to it.
 */
void
outlay_catalogue_list_select (OutlayCatalogueList *self,
                              const char          *id)
{
  guint n_items;

  g_return_if_fail (OUTLAY_IS_CATALOGUE_LIST (self));

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (OutlayCatalogueItem) item = NULL;

      item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      if (g_strcmp0 (outlay_catalogue_item_get_id (item), id) == 0)
        {
          outlay_catalogue_list_select_row (self, i);
          return;
        }
    }
}
