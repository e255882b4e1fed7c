/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "own-price-dialog.h"

#include "catalogue-item.h"
#include "field-text.h"
#include "help.h"
#include "own-price.h"
#include "price-conflicts.h"
#include "read-values.h"
#include "widgets/sentence.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The ranges of a catalogue. */
#define MOST_PRICE 1e7
#define MOST_TOKENS 1e9

/* More decimals than any list has. */
#define DECIMALS 6

/**
 * OutlayOwnPriceDialog:
 *
 * A price of the person's own: of a model of the book, or of one that no list
 * has. What is missing or out of range is said beside the field, and nothing is
 * kept until all of it can be.
 *
 * # Actions
 *
 * - `price.save`, `price.remove`
 */
struct _OutlayOwnPriceDialog
{
  AdwWindow            parent_instance;

  AdwPreferencesGroup *model_group;
  AdwEntryRow         *id_row;
  AdwEntryRow         *name_row;
  AdwEntryRow         *vendor_row;
  AdwComboRow         *class_row;
  AdwEntryRow         *window_row;
  AdwPreferencesGroup *price_group;
  AdwEntryRow         *from_row;
  AdwEntryRow         *price_rows[OUTLAY_N_PRICES];
  GtkLabel            *problem_label;
  GtkWidget           *remove_button;

  OutlayPriceShelf    *shelf;
  char                *id; /* of the model, or NULL for a new one */
};

G_DEFINE_FINAL_TYPE (OutlayOwnPriceDialog, outlay_own_price_dialog, ADW_TYPE_WINDOW)

static const OutlayModel *
outlay_own_price_dialog_find_model (OutlayOwnPriceDialog *self,
                                    const char           *id)
{
  OutlayCatalogue *catalogue = outlay_price_shelf_get_catalogue (self->shelf);

  return outlay_prices_find_model (outlay_catalogue_get_prices (catalogue), id);
}

/* What is typed */

/* Marks the row, says what is wrong with it, and leads there. */
static gboolean
outlay_own_price_dialog_refuse (OutlayOwnPriceDialog *self,
                                AdwEntryRow          *row,
                                const char           *problem)
{
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  outlay_label_set_sentence (self->problem_label, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (row));

  return FALSE;
}

static char *
get_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
read_number (OutlayOwnPriceDialog *self,
             AdwEntryRow          *row,
             double                least,
             double                most,
             gboolean              needed,
             double               *value)
{
  g_autofree char *text = get_text (row);
  g_autofree char *problem = NULL;

  *value = NAN;
  if (*text == '\0' && !needed)
    return TRUE;
  if (outlay_field_parse (text, value) && *value >= least && *value <= most)
    return TRUE;

  problem = outlay_field_describe_range (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                         least, most, FALSE);

  return outlay_own_price_dialog_refuse (self, row, problem);
}

static gboolean
read_from (OutlayOwnPriceDialog *self,
           int                  *from)
{
  g_autofree char *text = get_text (self->from_row);

  *from = 0;

  return *text == '\0' || outlay_parse_date (text, from) ||
         outlay_own_price_dialog_refuse (self, self->from_row,
                                         _("A day is written as 2027-01-31; left empty, the price "
                                           "holds at any time."));
}

static gboolean
read_prices (OutlayOwnPriceDialog *self,
             OutlayPriceBlock     *prices)
{
  double values[OUTLAY_N_PRICES];

  for (guint i = 0; i < OUTLAY_N_PRICES; i++)
    if (!read_number (self, self->price_rows[i], 0, MOST_PRICE, i <= OUTLAY_PRICE_OUTPUT,
                      &values[i]))
      return FALSE;

  if (isnan (values[OUTLAY_PRICE_CACHE_WRITE]) && !isnan (values[OUTLAY_PRICE_CACHE_WRITE_1H]))
    return outlay_own_price_dialog_refuse (self, self->price_rows[OUTLAY_PRICE_CACHE_WRITE],
                                           _("A price of cache writes for 1 hour needs one of "
                                             "ordinary cache writes beside it."));

  *prices = (OutlayPriceBlock) {
    0, values[OUTLAY_PRICE_INPUT], values[OUTLAY_PRICE_OUTPUT], values[OUTLAY_PRICE_CACHE_READ],
    values[OUTLAY_PRICE_CACHE_WRITE], values[OUTLAY_PRICE_CACHE_WRITE_1H],
  };

  return TRUE;
}

/* A model that is not in the book; its texts are the pool's. */
static gboolean
read_new_model (OutlayOwnPriceDialog *self,
                OutlayPool           *pool,
                OutlayModel          *model)
{
  g_autofree char *id = get_text (self->id_row);
  g_autofree char *name = get_text (self->name_row);
  g_autofree char *vendor = get_text (self->vendor_row);
  double window;

  if (*id == '\0')
    return outlay_own_price_dialog_refuse (self, self->id_row, _("A model needs an id."));
  if (outlay_own_price_dialog_find_model (self, id) != NULL)
    return outlay_own_price_dialog_refuse (self, self->id_row,
                                           _("A model of this id is in the book: select it there "
                                             "to give it an own price."));
  if (*name == '\0')
    return outlay_own_price_dialog_refuse (self, self->name_row, _("A model needs a name."));
  if (!read_number (self, self->window_row, 1, MOST_TOKENS, TRUE, &window))
    return FALSE;

  *model = (OutlayModel) {
    .id = outlay_pool_strdup (pool, id),
    .vendor = *vendor != '\0' ? outlay_pool_strdup (pool, vendor) : NULL,
    .name = outlay_pool_strdup (pool, name),
    .model_class = (OutlayModelClass) adw_combo_row_get_selected (self->class_row),
    .context_window = window,
    .max_output = NAN,
    .tokenizer = 1,
  };

  return TRUE;
}

static gboolean
read_model (OutlayOwnPriceDialog *self,
            OutlayPool           *pool,
            OutlayModel          *model)
{
  const OutlayModel *known = NULL;

  if (self->id == NULL)
    return read_new_model (self, pool, model);

  known = outlay_own_price_dialog_find_model (self, self->id);
  if (known == NULL)
    return FALSE;
  *model = *known;

  return TRUE;
}

static void
outlay_own_price_dialog_clear_problem (OutlayOwnPriceDialog *self)
{
  AdwEntryRow *rows[] = {
    self->id_row, self->name_row, self->vendor_row, self->window_row, self->from_row,
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (rows[i]), "error");
  for (guint i = 0; i < OUTLAY_N_PRICES; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->price_rows[i]), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
}

/* Actions */

static void
outlay_own_price_dialog_finish (OutlayOwnPriceDialog *self,
                                gboolean              done,
                                const GError         *error)
{
  if (done)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  outlay_label_set_sentence (self->problem_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  OutlayOwnPriceDialog *self = OUTLAY_OWN_PRICE_DIALOG (widget);
  OutlayPool *pool = outlay_pool_new ();
  OutlayModel model;
  OutlayPriceBlock prices;
  int from;

  outlay_own_price_dialog_clear_problem (self);
  if (read_model (self, pool, &model) && read_from (self, &from) && read_prices (self, &prices))
    {
      g_autoptr (GError) error = NULL;
      const OutlayModel *own = outlay_own_price_new (pool, &model, from, &prices,
                                                     outlay_price_shelf_get_today ());

      outlay_own_price_dialog_finish (self, outlay_price_shelf_set_own (self->shelf, own, &error),
                                      error);
    }
  outlay_pool_free (pool);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  OutlayOwnPriceDialog *self = OUTLAY_OWN_PRICE_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  outlay_own_price_dialog_finish (self, outlay_price_shelf_remove_own (self->shelf, self->id,
                                                                       &error), error);
}

/* The dialog */

static void
set_number (AdwEntryRow *row,
            double       value)
{
  g_autofree char *text = isnan (value) ? g_strdup ("") : outlay_field_format (value, DECIMALS);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static gboolean
has_own (OutlayPriceShelf *shelf,
         const char       *id)
{
  const OutlayPriceSource *own =
    outlay_price_book_find_source (outlay_price_shelf_get_book (shelf), "own");

  return own != NULL &&
         outlay_prices_find_model (outlay_catalogue_get_prices (own->catalogue), id) != NULL;
}

/* Begins with the price that is taken today. */
static void
outlay_own_price_dialog_show_model (OutlayOwnPriceDialog *self,
                                    const OutlayModel    *model)
{
  const OutlayPriceCard *card = outlay_model_get_card (model, outlay_price_shelf_get_today ());
  g_autofree char *title = NULL;

  self->id = g_strdup (model->id);
  /* Translators: %s is the name of a model */
  title = g_strdup_printf (_("Own Price of %s"), model->name);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_set_visible (GTK_WIDGET (self->model_group), FALSE);
  gtk_widget_set_visible (self->remove_button, has_own (self->shelf, model->id));
  for (guint i = 0; i < OUTLAY_N_PRICES; i++)
    set_number (self->price_rows[i], outlay_price_block_get_price (&card->base, i));
}

static void
outlay_own_price_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_OWN_PRICE_DIALOG);

  G_OBJECT_CLASS (outlay_own_price_dialog_parent_class)->dispose (object);
}

static void
outlay_own_price_dialog_finalize (GObject *object)
{
  OutlayOwnPriceDialog *self = OUTLAY_OWN_PRICE_DIALOG (object);

  g_clear_object (&self->shelf);
  g_free (self->id);

  G_OBJECT_CLASS (outlay_own_price_dialog_parent_class)->finalize (object);
}

#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, OutlayOwnPriceDialog, name)
#define BIND_PRICE(name, kind) \
  gtk_widget_class_bind_template_child_full (widget_class, name, FALSE, \
                                             G_STRUCT_OFFSET (OutlayOwnPriceDialog, price_rows) + \
                                             kind * (gssize) sizeof (AdwEntryRow *))

static void
outlay_own_price_dialog_class_init (OutlayOwnPriceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_own_price_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = outlay_own_price_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/own-price-dialog.ui");
  BIND (model_group);
  BIND (id_row);
  BIND (name_row);
  BIND (vendor_row);
  BIND (class_row);
  BIND (window_row);
  BIND (price_group);
  BIND (from_row);
  BIND_PRICE ("input_row", OUTLAY_PRICE_INPUT);
  BIND_PRICE ("output_row", OUTLAY_PRICE_OUTPUT);
  BIND_PRICE ("cache_read_row", OUTLAY_PRICE_CACHE_READ);
  BIND_PRICE ("cache_write_row", OUTLAY_PRICE_CACHE_WRITE);
  BIND_PRICE ("cache_write_1h_row", OUTLAY_PRICE_CACHE_WRITE_1H);
  BIND (problem_label);
  BIND (remove_button);

  gtk_widget_class_install_action (widget_class, "price.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "price.remove", NULL, remove_action);
  outlay_window_class_add_help_key (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
outlay_own_price_dialog_init (OutlayOwnPriceDialog *self)
{
  g_autoptr (GtkStringList) classes = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < OUTLAY_N_CLASSES; i++)
    gtk_string_list_append (classes, outlay_model_class_get_name (i));
  adw_combo_row_set_model (self->class_row, G_LIST_MODEL (classes));
  adw_combo_row_set_selected (self->class_row, OUTLAY_CLASS_MID);
}

/**
 * outlay_own_price_dialog_present:
 * @parent: the window it belongs to
 * @shelf: where the price is kept
 * @model: (nullable): a model of the book, or %NULL for a new one
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
outlay_own_price_dialog_present (GtkWindow         *parent,
                                 OutlayPriceShelf  *shelf,
                                 const OutlayModel *model)
{
  OutlayOwnPriceDialog *self = g_object_new (OUTLAY_TYPE_OWN_PRICE_DIALOG,
                                             "transient-for", parent, NULL);

  self->shelf = g_object_ref (shelf);
  if (model != NULL)
    outlay_own_price_dialog_show_model (self, model);
  gtk_window_present (GTK_WINDOW (self));

  return GTK_WIDGET (self);
}
