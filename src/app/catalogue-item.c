/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue-item.h"

#include "price-date.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * OutlayCatalogueItem:
 *
 * A model or a plan in a list to choose from. It borrows what it stands for from
 * a scenario and a catalogue, which must live as long.
 */
struct _OutlayCatalogueItem
{
  GObject            parent_instance;

  const OutlayModel *model; /* or NULL */
  const OutlayPlan  *plan;  /* or NULL */
  int                date;  /* on which its price is looked at */
  char              *text;  /* what is searched, folded */
  char              *words; /* what was last looked for, or NULL */
  char              *key;   /* what names are sorted by, once it is asked for */

  const char        *book;  /* the source whose price is taken, or NULL */
  gboolean           is_own;
  gboolean           is_disputed;
  int                seen;  /* the day on which the price was seen, -1: not looked for yet */

  const OutlayRanked *ranked; /* or NULL */
  const char        *currency;
};

static guint words_signal;

G_DEFINE_FINAL_TYPE (OutlayCatalogueItem, outlay_catalogue_item, G_TYPE_OBJECT)

static void
outlay_catalogue_item_finalize (GObject *object)
{
  OutlayCatalogueItem *self = OUTLAY_CATALOGUE_ITEM (object);

  g_free (self->text);
  g_free (self->words);
  g_free (self->key);

  G_OBJECT_CLASS (outlay_catalogue_item_parent_class)->finalize (object);
}

static void
outlay_catalogue_item_class_init (OutlayCatalogueItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_catalogue_item_finalize;

  words_signal = g_signal_new ("words-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_catalogue_item_init (OutlayCatalogueItem *self)
{
  self->seen = -1;
}

/**
 * outlay_catalogue_item_new:
 * @model: (nullable): a model
 * @plan: (nullable): or a plan
 * @date: on which prices are looked at, as 20261122
 *
 * Returns: (transfer full): an item
 */
OutlayCatalogueItem *
outlay_catalogue_item_new (const OutlayModel *model,
                           const OutlayPlan  *plan,
                           int                date)
{
  OutlayCatalogueItem *self = g_object_new (OUTLAY_TYPE_CATALOGUE_ITEM, NULL);
  const char *vendor;
  g_autofree char *text = NULL;

  self->model = model;
  self->plan = plan;
  self->date = date;
  vendor = outlay_catalogue_item_get_vendor (self);
  text = g_strconcat (outlay_catalogue_item_get_name (self), " ", vendor != NULL ? vendor : "",
                      " ", outlay_catalogue_item_get_id (self), NULL);
  self->text = g_utf8_casefold (text, -1);

  return self;
}

static void
add_item (GListStore        *store,
          const OutlayModel *model,
          const OutlayPlan  *plan,
          int                date)
{
  g_autoptr (OutlayCatalogueItem) item = outlay_catalogue_item_new (model, plan, date);

  g_list_store_append (store, item);
}

/**
 * outlay_catalogue_list_models:
 * @own: prices of the scenario, which win over the catalogue's
 * @catalogue: prices of the catalogue
 * @date: on which prices are looked at, as 20261122
 *
 * Returns: (transfer full): an #OutlayCatalogueItem for each model
 */
GListStore *
outlay_catalogue_list_models (const OutlayPrices *own,
                              const OutlayPrices *catalogue,
                              int                 date)
{
  GListStore *store = g_list_store_new (OUTLAY_TYPE_CATALOGUE_ITEM);

  for (guint i = 0; i < own->n_models; i++)
    if (outlay_prices_find_model (catalogue, own->models[i].id) == NULL)
      add_item (store, &own->models[i], NULL, date);

  for (guint i = 0; i < catalogue->n_models; i++)
    {
      const OutlayModel *mine = outlay_prices_find_model (own, catalogue->models[i].id);

      add_item (store, mine != NULL ? mine : &catalogue->models[i], NULL, date);
    }

  return store;
}

/**
 * outlay_catalogue_list_plans:
 * @own: prices of the scenario, which win over the catalogue's
 * @catalogue: prices of the catalogue
 *
 * Returns: (transfer full): an #OutlayCatalogueItem for each plan
 */
GListStore *
outlay_catalogue_list_plans (const OutlayPrices *own,
                             const OutlayPrices *catalogue)
{
  GListStore *store = g_list_store_new (OUTLAY_TYPE_CATALOGUE_ITEM);

  for (guint i = 0; i < own->n_plans; i++)
    if (outlay_prices_find_plan (catalogue, own->plans[i].id) == NULL)
      add_item (store, NULL, &own->plans[i], 0);

  for (guint i = 0; i < catalogue->n_plans; i++)
    {
      const OutlayPlan *mine = outlay_prices_find_plan (own, catalogue->plans[i].id);

      add_item (store, NULL, mine != NULL ? mine : &catalogue->plans[i], 0);
    }

  return store;
}

const OutlayModel *
outlay_catalogue_item_get_model (OutlayCatalogueItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_CATALOGUE_ITEM (self), NULL);

  return self->model;
}

const OutlayPlan *
outlay_catalogue_item_get_plan (OutlayCatalogueItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_CATALOGUE_ITEM (self), NULL);

  return self->plan;
}

const char *
outlay_catalogue_item_get_id (OutlayCatalogueItem *self)
{
  return self->model != NULL ? self->model->id : self->plan->id;
}

const char *
outlay_catalogue_item_get_name (OutlayCatalogueItem *self)
{
  return self->model != NULL ? self->model->name : self->plan->name;
}

const char *
outlay_catalogue_item_get_vendor (OutlayCatalogueItem *self)
{
  return self->model != NULL ? self->model->vendor : self->plan->vendor;
}

const char *
outlay_catalogue_item_get_source (OutlayCatalogueItem *self)
{
  return self->model != NULL ? self->model->source : self->plan->source;
}

/**
 * outlay_catalogue_item_get_card:
 * @self: the item of a model
 *
 * Returns: (transfer none): its price card in force
 */
const OutlayPriceCard *
outlay_catalogue_item_get_card (OutlayCatalogueItem *self)
{
  g_return_val_if_fail (self->model != NULL, NULL);

  return outlay_model_get_card (self->model, self->date);
}

/**
 * outlay_catalogue_item_get_next:
 * @self: the item of a model
 *
 * Returns: (transfer none) (nullable): the price card that is announced next
 */
const OutlayPriceCard *
outlay_catalogue_item_get_next (OutlayCatalogueItem *self)
{
  g_return_val_if_fail (self->model != NULL, NULL);

  for (guint i = 0; i < self->model->n_cards; i++)
    if (self->model->cards[i].from > self->date)
      return &self->model->cards[i];

  return NULL;
}

/* The price book */

/**
 * outlay_catalogue_item_set_source:
 * @self: the item of a model
 * @source: the id of the source whose price is taken; it must live as long
 * @is_own: whether it is the person's own
 * @is_disputed: whether other sources say other prices
 *
 * Says whose price it is.
 */
void
outlay_catalogue_item_set_source (OutlayCatalogueItem *self,
                                  const char          *source,
                                  gboolean             is_own,
                                  gboolean             is_disputed)
{
  g_return_if_fail (OUTLAY_IS_CATALOGUE_ITEM (self));

  self->book = source;
  self->is_own = is_own;
  self->is_disputed = is_disputed;
}

/* Returns: (nullable): the id of the source whose price is taken */
const char *
outlay_catalogue_item_get_book (OutlayCatalogueItem *self)
{
  return self->book;
}

gboolean
outlay_catalogue_item_get_disputed (OutlayCatalogueItem *self)
{
  return self->is_disputed;
}

/* Returns: the day on which the price was seen, a month as 20261100, or 0 */
int
outlay_catalogue_item_get_seen (OutlayCatalogueItem *self)
{
  if (self->seen < 0)
    self->seen = outlay_model_find_seen (self->model);

  return self->seen;
}

/**
 * outlay_catalogue_item_set_ranked:
 * @self: the item of a model
 * @ranked: what it costs on some work; it must live as long
 * @currency: of that, an ISO 4217 code that lives as long
 */
void
outlay_catalogue_item_set_ranked (OutlayCatalogueItem *self,
                                  const OutlayRanked  *ranked,
                                  const char          *currency)
{
  g_return_if_fail (OUTLAY_IS_CATALOGUE_ITEM (self));

  self->ranked = ranked;
  self->currency = currency;
}

const OutlayRanked *
outlay_catalogue_item_get_ranked (OutlayCatalogueItem *self)
{
  return self->ranked;
}

const char *
outlay_catalogue_item_get_currency (OutlayCatalogueItem *self)
{
  return self->currency;
}

gboolean
outlay_catalogue_item_has_mark (OutlayCatalogueItem *self,
                                OutlayCatalogueMark  mark)
{
  switch (mark)
    {
    case OUTLAY_MARK_DISPUTED:
      return self->is_disputed;
    case OUTLAY_MARK_OWN:
      return self->is_own;
    case OUTLAY_MARK_ANNOUNCED:
      return outlay_catalogue_item_get_next (self) != NULL;
    case OUTLAY_MARK_FREE:
      return outlay_price_card_is_free (outlay_catalogue_item_get_card (self));
    case OUTLAY_MARK_ALL:
    case OUTLAY_N_MARKS:
    default:
      return TRUE;
    }
}

/* Returns: what names sort by, to compare with strcmp() */
const char *
outlay_catalogue_item_get_key (OutlayCatalogueItem *self)
{
  if (self->key == NULL)
    {
      g_autofree char *folded = g_utf8_casefold (outlay_catalogue_item_get_name (self), -1);

      self->key = g_utf8_collate_key_for_filename (folded, -1);
    }

  return self->key;
}

/* Searching */

/**
 * outlay_catalogue_item_matches:
 * @self: an item
 * @words: what somebody looks for, folded
 *
 * The item remembers the words, so that its name can show them, and tells by its
 * signal `words-changed` that they are others.
 *
 * Returns: whether name, vendor or id hold every word
 */
gboolean
outlay_catalogue_item_matches (OutlayCatalogueItem *self,
                               const char          *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  if (g_strcmp0 (self->words, words) != 0)
    {
      g_free (self->words);
      self->words = g_strdup (words);
      g_signal_emit (self, words_signal, 0);
    }
  for (guint i = 0; list[i] != NULL; i++)
    if (strstr (self->text, list[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* How many bytes of @text are @word in another case, at its beginning. */
static gsize
match_prefix (const char *text,
              const char *word)
{
  for (const char *end = text; *end != '\0'; )
    {
      g_autofree char *folded = NULL;

      end = g_utf8_next_char (end);
      folded = g_utf8_casefold (text, end - text);
      if (g_str_equal (folded, word))
        return (gsize) (end - text);
      if (!g_str_has_prefix (word, folded))
        return 0;
    }

  return 0;
}

/**
 * outlay_catalogue_item_mark_match:
 * @self: an item
 *
 * Returns: (transfer full): bold for what of the name was looked for
 */
PangoAttrList *
outlay_catalogue_item_mark_match (OutlayCatalogueItem *self)
{
  const char *name = outlay_catalogue_item_get_name (self);
  PangoAttrList *attributes = pango_attr_list_new ();
  g_auto (GStrv) list = g_strsplit (self->words != NULL ? self->words : "", " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    for (const char *at = name; *at != '\0' && *list[i] != '\0'; at = g_utf8_next_char (at))
      {
        gsize length = match_prefix (at, list[i]);
        PangoAttribute *bold;

        if (length == 0)
          continue;

        bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
        bold->start_index = (guint) (at - name);
        bold->end_index = (guint) (at - name) + (guint) length;
        pango_attr_list_insert (attributes, bold);
      }

  return attributes;
}

const char *
outlay_model_class_get_name (OutlayModelClass id)
{
  switch (id)
    {
    case OUTLAY_CLASS_ECONOMY:
      return C_("model class", "Economy");
    case OUTLAY_CLASS_MID:
      return C_("model class", "Mid");
    case OUTLAY_CLASS_FRONTIER:
      return C_("model class", "Frontier");
    case OUTLAY_N_CLASSES:
    default:
      g_return_val_if_reached ("");
    }
}

static char *
format_date (int         date,
             const char *format)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (date / 10000, date / 100 % 100, date % 100,
                                                   0, 0, 0);

  return day != NULL ? g_date_time_format (day, format) : g_strdup ("–");
}

/**
 * outlay_date_format:
 * @date: a day, as 20261122
 *
 * Returns: (transfer full): the day in the person's language
 */
char *
outlay_date_format (int date)
{
  /* Translators: a day, as in "22 Nov 2026"; see g_date_time_format() */
  return format_date (date, C_("date", "%-e %b %Y"));
}

/**
 * outlay_date_format_short:
 * @date: a day, as 20261122
 *
 * Returns: (transfer full): the day without its year
 */
char *
outlay_date_format_short (int date)
{
  /* Translators: a day of a year that is known, as in "22 Nov" */
  return format_date (date, C_("date", "%-e %b"));
}
