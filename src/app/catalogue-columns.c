/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue-columns.h"

#include "column-view-names.h"
#include "figure-format.h"
#include "model-words.h"
#include "price-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* What most names of models need. */
#define NAME_WIDTH 14

/* What other texts of any length get: names of vendors can be long. */
#define TEXT_WIDTH 8

static char *
describe_name (OutlayCatalogueItem  *item,
               char                **second)
{
  const OutlayModel *model = outlay_catalogue_item_get_model (item);
  const char *vendor = outlay_catalogue_item_get_vendor (item);

  *second = model != NULL ? outlay_model_mark_status (model, vendor) : g_strdup (vendor);

  return g_strdup (outlay_catalogue_item_get_name (item));
}

char *
outlay_column_describe_class (OutlayCatalogueItem  *item,
                              char                **second)
{
  return g_strdup (outlay_model_class_get_name (outlay_catalogue_item_get_model (item)->model_class));
}

double
outlay_column_measure_class (OutlayCatalogueItem *item)
{
  return outlay_catalogue_item_get_model (item)->model_class;
}

/* A price, and below it what it is going to be, if that is announced. */
static char *
describe_price (OutlayCatalogueItem  *item,
                gsize                 offset,
                char                **second)
{
  const OutlayPriceCard *card = outlay_catalogue_item_get_card (item);
  const OutlayPriceCard *next = outlay_catalogue_item_get_next (item);
  double price = G_STRUCT_MEMBER (double, &card->base, offset);

  if (next != NULL && G_STRUCT_MEMBER (double, &next->base, offset) != price)
    {
      g_autofree char *later = NULL;
      g_autofree char *day = outlay_date_format_short (next->from);

      later = outlay_figure_format_price (G_STRUCT_MEMBER (double, &next->base, offset));
      /* Translators: a price and the day of its change: "$1.50 from 1 Jan" */
      *second = g_strdup_printf (_("%s from %s"), later, day);
    }

  return outlay_price_describe (price, outlay_price_card_is_free (card));
}

#define INPUT G_STRUCT_OFFSET (OutlayPriceBlock, input)
#define OUTPUT G_STRUCT_OFFSET (OutlayPriceBlock, output)
#define CACHE_READ G_STRUCT_OFFSET (OutlayPriceBlock, cache_read)

char *
outlay_column_describe_input (OutlayCatalogueItem  *item,
                              char                **second)
{
  return describe_price (item, INPUT, second);
}

char *
outlay_column_describe_output (OutlayCatalogueItem  *item,
                               char                **second)
{
  return describe_price (item, OUTPUT, second);
}

char *
outlay_column_describe_cache_read (OutlayCatalogueItem  *item,
                                   char                **second)
{
  return describe_price (item, CACHE_READ, second);
}

double
outlay_column_measure_input (OutlayCatalogueItem *item)
{
  return outlay_catalogue_item_get_card (item)->base.input;
}

double
outlay_column_measure_output (OutlayCatalogueItem *item)
{
  return outlay_catalogue_item_get_card (item)->base.output;
}

/* What has no price for reads pays for them as input. */
double
outlay_column_measure_cache_read (OutlayCatalogueItem *item)
{
  const OutlayPriceBlock *base = &outlay_catalogue_item_get_card (item)->base;

  return isnan (base->cache_read) ? base->input : base->cache_read;
}

static char *
describe_context (OutlayCatalogueItem  *item,
                  char                **second)
{
  double tokens = outlay_catalogue_item_get_model (item)->context_window;
  gboolean millions = tokens >= 1e6;
  double shown = tokens / (millions ? 1e6 : 1e3);
  g_autofree char *number = NULL;

  number = outlay_figure_format_number (shown, fabs (shown - round (shown)) < 0.05 ? 0 : 1);

  /* Translators: thousands or millions of tokens */
  return millions ? g_strdup_printf (C_("tokens", "%sM"), number)
                  : g_strdup_printf (C_("tokens", "%sk"), number);
}

static double
measure_context (OutlayCatalogueItem *item)
{
  return outlay_catalogue_item_get_model (item)->context_window;
}

/* "https://host/path" as "host" */
static char *
shorten_address (const char *text)
{
  const char *host = strstr (text, "://");

  if (host == NULL)
    return g_strdup (text);

  return g_strndup (host + 3, strcspn (host + 3, "/ "));
}

/* A source reads "who, when: what": when first, who below. */
static char *
describe_source (OutlayCatalogueItem  *item,
                 char                **second)
{
  const char *source = outlay_catalogue_item_get_source (item);
  const char *comma = source != NULL ? strstr (source, ", ") : NULL;
  g_autofree char *who = NULL;

  if (source == NULL)
    return g_strdup ("–");
  if (comma == NULL)
    return shorten_address (source);

  who = g_strndup (source, (gsize) (comma - source));
  *second = shorten_address (who);

  return g_strndup (comma + 2, strcspn (comma + 2, ":("));
}

static char *
explain_source (OutlayCatalogueItem *item)
{
  return g_strdup (outlay_catalogue_item_get_source (item));
}

static char *
describe_fee (OutlayCatalogueItem  *item,
              char                **second)
{
  return outlay_figure_format_money (outlay_catalogue_item_get_plan (item)->fee, "USD");
}

static double
measure_fee (OutlayCatalogueItem *item)
{
  return outlay_catalogue_item_get_plan (item)->fee;
}

static char *
describe_seats (OutlayCatalogueItem  *item,
                char                **second)
{
  const OutlayPlan *plan = outlay_catalogue_item_get_plan (item);
  g_autofree char *least = outlay_figure_format_number ((double) plan->min_seats, 0);
  g_autofree char *most = NULL;

  if (plan->max_seats == OUTLAY_NONE)
    /* Translators: the least number of seats: "2 or more" */
    return g_strdup_printf (C_("seats", "%s or more"), least);

  most = outlay_figure_format_number ((double) plan->max_seats, 0);

  return g_strdup_printf (C_("seats", "%s–%s"), least, most);
}

static double
measure_seats (OutlayCatalogueItem *item)
{
  return (double) outlay_catalogue_item_get_plan (item)->min_seats;
}

static char *
describe_allowance (OutlayCatalogueItem  *item,
                    char                **second)
{
  const OutlayPlan *plan = outlay_catalogue_item_get_plan (item);

  if (plan->pooled)
    *second = g_strdup (_("pooled"));

  return isnan (plan->allowance) ? g_strdup (_("no limit"))
                                 : outlay_figure_format_money (plan->allowance, "USD");
}

static double
measure_allowance (OutlayCatalogueItem *item)
{
  const OutlayPlan *plan = outlay_catalogue_item_get_plan (item);

  return isnan (plan->allowance) ? HUGE_VAL : plan->allowance;
}

static char *
describe_overage (OutlayCatalogueItem  *item,
                  char                **second)
{
  return g_strdup (outlay_catalogue_item_get_plan (item)->overage == OUTLAY_OVERAGE_API
                     ? _("at API prices") : _("work stops"));
}

const OutlayCatalogueColumn outlay_model_columns[] = {
  { N_("Model"), FALSE, TRUE, describe_name, NULL, NULL },
  { N_("Class"), FALSE, FALSE, outlay_column_describe_class, outlay_column_measure_class, NULL },
  { N_("Input"), TRUE, FALSE, outlay_column_describe_input, outlay_column_measure_input, NULL },
  { N_("Output"), TRUE, FALSE, outlay_column_describe_output, outlay_column_measure_output, NULL },
  { N_("Cache read"), TRUE, FALSE, outlay_column_describe_cache_read,
    outlay_column_measure_cache_read, NULL },
  { N_("Context"), TRUE, FALSE, describe_context, measure_context, NULL },
  { N_("Price seen"), FALSE, FALSE, describe_source, NULL, explain_source },
};
const guint outlay_n_model_columns = G_N_ELEMENTS (outlay_model_columns);

const OutlayCatalogueColumn outlay_plan_columns[] = {
  { N_("Plan"), FALSE, TRUE, describe_name, NULL, NULL },
  { N_("Fee a seat"), TRUE, FALSE, describe_fee, measure_fee, NULL },
  { N_("Seats"), TRUE, FALSE, describe_seats, measure_seats, NULL },
  { N_("Allowance a seat"), TRUE, FALSE, describe_allowance, measure_allowance, NULL },
  { N_("Beyond it"), FALSE, FALSE, describe_overage, NULL, NULL },
  { N_("Price seen"), FALSE, FALSE, describe_source, NULL, explain_source },
};
const guint outlay_n_plan_columns = G_N_ELEMENTS (outlay_plan_columns);

static GtkWidget *
new_label (const OutlayCatalogueColumn *column,
           const char                  *style)
{
  gboolean is_long = column->measure == NULL && column->explain == NULL;
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", column->numeric ? 1.0 : 0.0,
                                   "ellipsize", column->expand ? PANGO_ELLIPSIZE_MIDDLE
                                                : is_long ? PANGO_ELLIPSIZE_END
                                                : PANGO_ELLIPSIZE_NONE,
                                   NULL);

  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "dim-label");
    }
  if (column->numeric)
    gtk_widget_add_css_class (label, "numeric");
  if (column->expand)
    gtk_label_set_width_chars (GTK_LABEL (label), NAME_WIDTH);
  else if (is_long)
    gtk_label_set_width_chars (GTK_LABEL (label), TEXT_WIDTH);

  return label;
}

static void
on_setup (GtkListItemFactory          *factory,
          GtkListItem                 *list_item,
          const OutlayCatalogueColumn *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), new_label (column, NULL));
  gtk_list_item_set_child (list_item, box);
}

/* Most cells never have a second line: it is made for those that do. */
static void
show_second (GtkWidget                   *box,
             const OutlayCatalogueColumn *column,
             const char                  *text)
{
  GtkWidget *below = gtk_widget_get_next_sibling (gtk_widget_get_first_child (box));

  if (below == NULL && text != NULL)
    {
      below = new_label (column, "caption");
      gtk_box_append (GTK_BOX (box), below);
    }
  if (below == NULL)
    return;

  gtk_label_set_label (GTK_LABEL (below), text != NULL ? text : "");
  gtk_widget_set_visible (below, text != NULL);
}

/* What of a name was looked for. */
static void
show_match (OutlayCatalogueItem *item,
            GtkLabel            *name)
{
  PangoAttrList *match = outlay_catalogue_item_mark_match (item);

  gtk_label_set_attributes (name, match);
  pango_attr_list_unref (match);
}

static void
on_bind (GtkListItemFactory          *factory,
         GtkListItem                 *list_item,
         const OutlayCatalogueColumn *column)
{
  OutlayCatalogueItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *first = gtk_widget_get_first_child (box);
  g_autofree char *second = NULL;
  g_autofree char *text = column->describe (item, &second);

  gtk_label_set_label (GTK_LABEL (first), text);
  show_second (box, column, second);
  if (column->expand)
    {
      outlay_column_view_name_row (box, text);
      show_match (item, GTK_LABEL (first));
      g_signal_connect_object (item, "words-changed", G_CALLBACK (show_match), first, 0);
    }
  if (column->explain != NULL)
    {
      g_autofree char *words = column->explain (item);

      gtk_widget_set_tooltip_text (box, words);
    }
}

static void
on_unbind (GtkListItemFactory          *factory,
           GtkListItem                 *list_item,
           const OutlayCatalogueColumn *column)
{
  GtkWidget *first = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));

  if (column->expand)
    g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_match, first);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  const OutlayCatalogueColumn *column = data;
  OutlayCatalogueItem *one = (OutlayCatalogueItem *) a;
  OutlayCatalogueItem *other = (OutlayCatalogueItem *) b;
  g_autofree char *text = NULL;
  g_autofree char *other_text = NULL;
  g_autofree char *second = NULL;
  g_autofree char *other_second = NULL;

  if (column->measure != NULL)
    {
      double x = column->measure (one);
      double y = column->measure (other);

      return x < y ? GTK_ORDERING_SMALLER : x > y ? GTK_ORDERING_LARGER : GTK_ORDERING_EQUAL;
    }

  if (column->expand)
    return gtk_ordering_from_cmpfunc (strcmp (outlay_catalogue_item_get_key (one),
                                              outlay_catalogue_item_get_key (other)));

  text = column->describe (one, &second);
  other_text = column->describe (other, &other_second);

  return gtk_ordering_from_cmpfunc (g_utf8_collate (text, other_text));
}

static GtkColumnViewColumn *
new_column (const OutlayCatalogueColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = NULL;
  GtkColumnViewColumn *view_column;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer) column);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), (gpointer) column);
  view_column = gtk_column_view_column_new (_(column->title), factory);
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare, (gpointer) column, NULL));
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_expand (view_column, column->expand);

  return view_column;
}

/* Headings of numbers stand above their ends. A column cannot say so, but its
 * heading is a box like any other. */
static void
align_headings (GtkColumnView               *view,
                const OutlayCatalogueColumn *columns,
                guint                        n_columns)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *heading = gtk_widget_get_first_child (header);

  for (guint i = 0; i < n_columns && heading != NULL; i++)
    {
      GtkWidget *box = gtk_widget_get_first_child (heading);

      if (columns[i].numeric && GTK_IS_BOX (box))
        gtk_widget_set_halign (box, GTK_ALIGN_END);
      heading = gtk_widget_get_next_sibling (heading);
    }
}

/**
 * outlay_catalogue_columns_show:
 * @view: a view of #OutlayCatalogueItem
 * @columns: its columns, which must live for good
 * @n_columns: how many
 *
 * Gives a view these columns in place of those it has.
 */
void
outlay_catalogue_columns_show (GtkColumnView               *view,
                               const OutlayCatalogueColumn *columns,
                               guint                        n_columns)
{
  GListModel *there = gtk_column_view_get_columns (view);

  while (g_list_model_get_n_items (there) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (there, 0);

      gtk_column_view_remove_column (view, column);
    }
  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = new_column (&columns[i]);

      gtk_column_view_append_column (view, column);
    }
  align_headings (view, columns, n_columns);
}

/* Shows the columns whose bits are set, and hides the others. */
void
outlay_catalogue_columns_choose (GtkColumnView *view,
                                 guint          shown)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_column_set_visible (column, (shown & 1u << i) != 0);
    }
}
