/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "price-table.h"

#include "figure-format.h"
#include "price-words.h"

#include <glib/gi18n.h>

/* More dates than this are more than a card has room for: the next ones count. */
#define MAX_ROWS 3

/**
 * outlay_price_table_describe:
 * @item: (nullable): a model or plan
 *
 * Returns: (transfer full) (nullable): how sure its price is and who says so; of
 *   a plan, what its allowance rests on
 */
char *
outlay_price_table_describe (OutlayCatalogueItem *item)
{
  const OutlayModel *model = item != NULL ? outlay_catalogue_item_get_model (item) : NULL;
  const OutlayPlan *plan = item != NULL ? outlay_catalogue_item_get_plan (item) : NULL;

  if (plan != NULL && plan->allowance_note != NULL)
    /* Translators: what is known of a plan's allowance */
    return g_strdup_printf (_("Allowance: %s"), plan->allowance_note);
  if (model == NULL || model->source == NULL)
    return NULL;
  if (model->confidence == NULL)
    return g_strdup (model->source);

  return g_strdup_printf ("%s, %s", model->confidence, model->source);
}

static void
attach (GtkGrid    *grid,
        const char *text,
        int         column,
        int         row,
        const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "xalign", column > 0 ? 1.0 : 0.0,
                                   "hexpand", column == 0,
                                   NULL);

  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
attach_price (GtkGrid  *grid,
              double    price,
              gboolean  is_free,
              int       column,
              int       row)
{
  g_autofree char *text = outlay_price_describe (price, is_free);

  attach (grid, text, column, row, NULL);
}

/* "before 31 Dec 2026", "from 1 Jan 2027", or "at any time". */
static char *
describe_time (const OutlayPriceCard *card,
               const OutlayPriceCard *next)
{
  g_autofree char *day = outlay_date_format (card->from);
  g_autofree char *end = NULL;

  if (next != NULL && card->from == 0)
    {
      end = outlay_date_format (next->from);
      /* Translators: a price that holds until a day on which another begins */
      return g_strdup_printf (_("before %s"), end);
    }

  return card->from == 0 ? g_strdup (_("at any time")) : g_strdup_printf (_("from %s"), day);
}

static void
attach_heading (GtkGrid *grid)
{
  attach (grid, _("Dollars per million tokens"), 0, 0, "caption");
  attach (grid, _("input"), 1, 0, "caption");
  attach (grid, _("output"), 2, 0, "caption");
  attach (grid, _("cache read"), 3, 0, "caption");
}

static void
clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

/**
 * outlay_price_table_fill:
 * @grid: a grid
 * @item: (nullable): a model
 *
 * Shows the prices of a model by date, from the one in force on.
 */
void
outlay_price_table_fill (GtkGrid             *grid,
                         OutlayCatalogueItem *item)
{
  const OutlayModel *model = item != NULL ? outlay_catalogue_item_get_model (item) : NULL;
  const OutlayPriceCard *card;

  clear (grid);
  gtk_widget_set_visible (GTK_WIDGET (grid), model != NULL);
  if (model == NULL)
    return;

  attach_heading (grid);
  card = outlay_catalogue_item_get_card (item);
  for (int row = 1; row <= MAX_ROWS && card < model->cards + model->n_cards; row++, card++)
    {
      const OutlayPriceCard *next = card + 1 < model->cards + model->n_cards ? card + 1 : NULL;
      g_autofree char *time = describe_time (card, next);

      gboolean is_free = outlay_price_card_is_free (card);

      attach (grid, time, 0, row, NULL);
      attach_price (grid, card->base.input, is_free, 1, row);
      attach_price (grid, card->base.output, is_free, 2, row);
      attach_price (grid, card->base.cache_read, is_free, 3, row);
    }
}

/* Every card */

/* A card's prices: a line for each kind, a column for each length of prompt. */
static int
attach_card (GtkGrid               *grid,
             const OutlayPriceCard *card,
             int                    row)
{
  gboolean is_free = outlay_price_card_is_free (card);

  for (guint i = 0; i < card->n_long_context; i++)
    {
      g_autofree char *tokens = outlay_figure_format_number (card->long_context[i].threshold, 0);
      /* Translators: of prompts that are longer than a number of tokens */
      g_autofree char *text = g_strdup_printf (_("over %s"), tokens);

      attach (grid, text, (int) i + 2, row, "caption");
    }
  if (card->n_long_context > 0)
    attach (grid, _("Prompt, in tokens"), 0, row++, "caption");

  for (guint kind = 0; kind < OUTLAY_N_PRICES; kind++, row++)
    {
      attach (grid, outlay_price_kind_get_name (kind), 0, row, NULL);
      for (guint i = 0; i <= card->n_long_context; i++)
        attach_price (grid, outlay_price_block_get_price (outlay_price_card_get_block (card, i),
                                                          kind),
                      is_free, (int) i + 1, row);
    }

  return row;
}

/**
 * outlay_price_table_fill_cards:
 * @grid: a grid
 * @model: a model
 * @date: the day for which a card is marked as in force, as 20261122
 *
 * Shows every price of a model: all its cards, those that held before as well.
 */
void
outlay_price_table_fill_cards (GtkGrid           *grid,
                               const OutlayModel *model,
                               int                date)
{
  int row = 0;

  clear (grid);
  for (guint i = 0; i < model->n_cards; i++)
    {
      const OutlayPriceCard *card = &model->cards[i];
      const OutlayPriceCard *next = i + 1 < model->n_cards ? card + 1 : NULL;
      g_autofree char *time = describe_time (card, next);
      gboolean in_force = card == outlay_model_get_card (model, date);
      GtkWidget *label;

      if (in_force && model->n_cards > 1)
        {
          g_autofree char *now = g_steal_pointer (&time);

          /* Translators: a price card's dates, and that it holds today */
          time = g_strdup_printf (_("%s, in force"), now);
        }
      attach (grid, time, 0, row, NULL);
      label = gtk_grid_get_child_at (grid, 0, row++);
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_add_css_class (label, in_force ? "card-in-force" : "dim-label");
      row = attach_card (grid, card, row);
    }
}
