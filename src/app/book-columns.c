/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-columns.h"

#include "figure-format.h"
#include "price-words.h"
#include "refusals.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Several vendors sell models of one name: the id tells them apart. */
static char *
describe_name (OutlayCatalogueItem  *item,
               char                **second)
{
  *second = g_strdup (outlay_catalogue_item_get_id (item));

  return g_strdup (outlay_catalogue_item_get_name (item));
}

static char *
describe_vendor (OutlayCatalogueItem  *item,
                 char                **second)
{
  const char *vendor = outlay_catalogue_item_get_vendor (item);

  return g_strdup (vendor != NULL ? vendor : "–");
}

static char *
explain_name (OutlayCatalogueItem *item)
{
  return g_strdup (outlay_catalogue_item_get_id (item));
}

static char *
describe_book (OutlayCatalogueItem  *item,
               char                **second)
{
  const char *book = outlay_catalogue_item_get_book (item);

  if (outlay_catalogue_item_get_disputed (item))
    /* Translators: of a price: other sources say another one */
    *second = g_strdup (_("others differ"));

  if (book == NULL)
    return g_strdup (_("This scenario"));
  if (strcmp (book, "shipped") == 0)
    /* Translators: of a price: it comes with the program */
    return g_strdup (C_("price", "Shipped"));

  return outlay_price_source_describe (book);
}

static double
measure_book (OutlayCatalogueItem *item)
{
  const char *book = outlay_catalogue_item_get_book (item);

  /* There are five of them: their first letters tell them apart. */
  return (book != NULL ? 2 * (guchar) *book : 0) + !outlay_catalogue_item_get_disputed (item);
}

static char *
explain_source (OutlayCatalogueItem *item)
{
  return g_strdup (outlay_catalogue_item_get_source (item));
}

static char *
describe_since (OutlayCatalogueItem  *item,
                char                **second)
{
  return outlay_price_date_describe (outlay_catalogue_item_get_card (item)->from);
}

static double
measure_since (OutlayCatalogueItem *item)
{
  return outlay_catalogue_item_get_card (item)->from;
}

static char *
describe_seen (OutlayCatalogueItem  *item,
               char                **second)
{
  return outlay_price_date_describe (outlay_catalogue_item_get_seen (item));
}

static double
measure_seen (OutlayCatalogueItem *item)
{
  return outlay_catalogue_item_get_seen (item);
}

const OutlayCatalogueColumn outlay_book_columns[] = {
  { N_("Model"), FALSE, TRUE, describe_name, NULL, explain_name },
  { N_("Vendor"), FALSE, FALSE, describe_vendor, NULL, NULL },
  { N_("Class"), FALSE, FALSE, outlay_column_describe_class, outlay_column_measure_class, NULL },
  { N_("Input"), TRUE, FALSE, outlay_column_describe_input, outlay_column_measure_input, NULL },
  { N_("Output"), TRUE, FALSE, outlay_column_describe_output, outlay_column_measure_output,
    NULL },
  { N_("Whose price"), FALSE, FALSE, describe_book, measure_book, explain_source },
  { N_("Since"), FALSE, FALSE, describe_since, measure_since, NULL },
  { N_("Seen"), FALSE, FALSE, describe_seen, measure_seen, explain_source },
};
const guint outlay_n_book_columns = G_N_ELEMENTS (outlay_book_columns);

/* The ranking */

#define COST G_STRUCT_OFFSET (OutlayRanked, cost)
#define PER_TASK G_STRUCT_OFFSET (OutlayRanked, cost_per_task)
#define PER_ACCEPTED G_STRUCT_OFFSET (OutlayRanked, cost_per_accepted)

static double
get_figure (OutlayCatalogueItem *item,
            gsize                offset)
{
  const OutlayRanked *ranked = outlay_catalogue_item_get_ranked (item);

  return ranked != NULL ? G_STRUCT_MEMBER (double, ranked, offset) : NAN;
}

static char *
describe_figure (OutlayCatalogueItem *item,
                 gsize                offset)
{
  const OutlayRanked *ranked = outlay_catalogue_item_get_ranked (item);
  double figure = get_figure (item, offset);

  if (isnan (figure))
    return g_strdup ("–");
  if (ranked->cost <= 0 && outlay_price_card_is_free (outlay_catalogue_item_get_card (item)))
    return outlay_price_describe (0, TRUE);

  return outlay_figure_format_money (figure, outlay_catalogue_item_get_currency (item));
}

/* What has no figure stands behind what has one. */
static double
measure_figure (OutlayCatalogueItem *item,
                gsize                offset)
{
  double figure = get_figure (item, offset);

  return isnan (figure) ? INFINITY : figure;
}

static char *
describe_cost (OutlayCatalogueItem  *item,
               char                **second)
{
  return describe_figure (item, COST);
}

static double
measure_cost (OutlayCatalogueItem *item)
{
  return measure_figure (item, COST);
}

static char *
describe_per_task (OutlayCatalogueItem  *item,
                   char                **second)
{
  return describe_figure (item, PER_TASK);
}

static double
measure_per_task (OutlayCatalogueItem *item)
{
  return measure_figure (item, PER_TASK);
}

static char *
describe_per_accepted (OutlayCatalogueItem  *item,
                       char                **second)
{
  return describe_figure (item, PER_ACCEPTED);
}

static double
measure_per_accepted (OutlayCatalogueItem *item)
{
  return measure_figure (item, PER_ACCEPTED);
}

/* Why there is no figure. */
static char *
explain_figure (OutlayCatalogueItem *item)
{
  const OutlayRanked *ranked = outlay_catalogue_item_get_ranked (item);

  return ranked != NULL ? outlay_ranked_describe_refusal (ranked) : NULL;
}

const OutlayCatalogueColumn outlay_ranking_columns[] = {
  { N_("Model"), FALSE, TRUE, describe_name, NULL, explain_name },
  { N_("Vendor"), FALSE, FALSE, describe_vendor, NULL, NULL },
  { N_("Input"), TRUE, FALSE, outlay_column_describe_input, outlay_column_measure_input, NULL },
  { N_("Output"), TRUE, FALSE, outlay_column_describe_output, outlay_column_measure_output,
    NULL },
  { N_("Per accepted task"), TRUE, FALSE, describe_per_accepted, measure_per_accepted,
    explain_figure },
  { N_("Per task"), TRUE, FALSE, describe_per_task, measure_per_task, explain_figure },
  { N_("Period"), TRUE, FALSE, describe_cost, measure_cost, explain_figure },
  { N_("Whose price"), FALSE, FALSE, describe_book, measure_book, explain_source },
};
const guint outlay_n_ranking_columns = G_N_ELEMENTS (outlay_ranking_columns);
