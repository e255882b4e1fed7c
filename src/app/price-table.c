/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "price-table.h"

#include "figure-format.h"

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
attach_price (GtkGrid *grid,
              double   price,
              int      column,
              int      row)
{
  g_autofree char *text = outlay_figure_format_price (price);

  attach (grid, text, column, row, NULL);
}

/* "until 31 Dec 2026", "from 1 Jan 2027", or "at any time". */
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
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
  gtk_widget_set_visible (GTK_WIDGET (grid), model != NULL);
  if (model == NULL)
    return;

  attach_heading (grid);
  card = outlay_catalogue_item_get_card (item);
  for (int row = 1; row <= MAX_ROWS && card < model->cards + model->n_cards; row++, card++)
    {
      const OutlayPriceCard *next = card + 1 < model->cards + model->n_cards ? card + 1 : NULL;
      g_autofree char *time = describe_time (card, next);

      attach (grid, time, 0, row, NULL);
      attach_price (grid, card->base.input, 1, row);
      attach_price (grid, card->base.output, 2, row);
      attach_price (grid, card->base.cache_read, 3, row);
    }
}
