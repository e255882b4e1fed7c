/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "price-details.h"

#include "figure-format.h"
#include "price-table.h"
#include "price-words.h"
#include "refusals.h"
#include "widgets/sentence.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/**
 * OutlayPriceDetails:
 *
 * Everything the price book knows of a model: its dated cards, who says so and
 * how sure that is, what each other source says, and where they differ. Which
 * source's price is taken is chosen here.
 *
 * # Signals
 *
 * - `chosen` (string): the person chose a source by its id, or with an empty
 *   string that the book is to choose
 *
 * # CSS nodes
 *
 * `pricedetails`.
 */
struct _OutlayPriceDetails
{
  GtkWidget        parent_instance;

  GtkWidget       *scroller;
  GtkLabel        *name_label;
  GtkLabel        *about_label;
  GtkLabel        *refusal_label;
  GtkLabel        *source_label;
  GtkGrid         *cards;
  GtkWidget       *sources_box;
  GtkListBox      *sources;
  GtkWidget       *conflicts_box;
  GtkLabel        *conflicts_label;

  gboolean         fills; /* what toggles now is no choice of the person's */
};

G_DEFINE_FINAL_TYPE (OutlayPriceDetails, outlay_price_details, GTK_TYPE_WIDGET)

static guint chosen_signal;

static char *
describe_tokens (double tokens)
{
  return outlay_figure_format_number (tokens, 0);
}

static void
outlay_price_details_show_about (OutlayPriceDetails *self,
                                 const OutlayModel  *model)
{
  g_autofree char *window = describe_tokens (model->context_window);
  g_autofree char *tokenizer = outlay_figure_format_number (model->tokenizer, 2);
  g_autoptr (GString) text = g_string_new (model->id);

  if (model->vendor != NULL)
    g_string_append_printf (text, "\n%s · %s", model->vendor,
                            outlay_model_class_get_name (model->model_class));
  else
    g_string_append_printf (text, "\n%s", outlay_model_class_get_name (model->model_class));
  g_string_append_c (text, '\n');
  /* Translators: the context window of a model */
  g_string_append_printf (text, _("Context of %s tokens"), window);
  if (!isnan (model->max_output))
    {
      g_autofree char *output = describe_tokens (model->max_output);

      g_string_append (text, " · ");
      /* Translators: the longest answer of a model, in tokens */
      g_string_append_printf (text, _("output of %s at most"), output);
    }
  g_string_append_c (text, '\n');
  /* Translators: how many tokens a model makes of a text, relative to the usual */
  g_string_append_printf (text, _("Tokens of a text: %s times the usual"), tokenizer);

  gtk_label_set_label (self->name_label, model->name);
  outlay_label_set_sentence (self->about_label, text->str);
}

static void
outlay_price_details_show_source (OutlayPriceDetails *self,
                                  const OutlayModel  *model)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (model->source != NULL)
    g_string_append (text, model->source);
  if (model->confidence != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", model->confidence);

  outlay_label_set_sentence (self->source_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->source_label), text->len > 0);
}

/* "$0.44 in, $0.87 out, since 17 Aug 2026" */
static char *
describe_prices (const OutlayModel *model,
                 int                date)
{
  const OutlayPriceCard *card = outlay_model_get_card (model, date);
  g_autofree char *input = NULL;
  g_autofree char *output = NULL;
  g_autofree char *day = NULL;

  if (outlay_price_card_is_free (card))
    return outlay_price_describe (0, TRUE);

  input = outlay_figure_format_price (card->base.input);
  output = outlay_figure_format_price (card->base.output);
  if (card->from == 0)
    /* Translators: prices of a million tokens */
    return g_strdup_printf (_("%s in, %s out"), input, output);

  day = outlay_price_date_describe (card->from);

  /* Translators: prices of a million tokens and the day from which they hold */
  return g_strdup_printf (_("%s in, %s out since %s"), input, output, day);
}

static void
on_toggled (GtkCheckButton     *check,
            OutlayPriceDetails *self)
{
  const char *source = g_object_get_data (G_OBJECT (check), "source");

  if (!self->fills && gtk_check_button_get_active (check))
    g_signal_emit (self, chosen_signal, 0, source);
}

/* A row with a radio button; returns the button. */
static GtkCheckButton *
outlay_price_details_add_row (OutlayPriceDetails *self,
                              const char         *source,
                              const char         *title,
                              const char         *subtitle,
                              GtkCheckButton     *group,
                              gboolean            chosen)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup", FALSE,
                                 "title", title,
                                 "subtitle", subtitle,
                                 NULL);
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), "source", g_strdup (source), g_free);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle,
                                  -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->sources, row);

  return GTK_CHECK_BUTTON (check);
}

static void
outlay_price_details_add_alternative (OutlayPriceDetails           *self,
                                      const OutlayPriceAlternative *alternative,
                                      const char                   *choice,
                                      GtkCheckButton               *group,
                                      int                           date)
{
  g_autofree char *name = outlay_price_source_describe (alternative->source->id);
  g_autofree char *prices = describe_prices (alternative->model, date);
  g_autofree char *text = NULL;

  if (alternative->source->is_previous)
    /* Translators: prices, and that the newest file of them cannot be read */
    text = g_strdup_printf (_("%s. The list before: the newest cannot be read."), prices);
  else
    text = g_strdup (prices);

  outlay_price_details_add_row (self, alternative->source->id, name, text, group,
                                g_strcmp0 (choice, alternative->source->id) == 0);
}

static void
outlay_price_details_show_sources (OutlayPriceDetails *self,
                                   OutlayPriceBook    *book,
                                   const OutlayModel  *model,
                                   int                 date)
{
  g_autoptr (GArray) alternatives = outlay_price_book_list_alternatives (book, model->id);
  const char *choice = outlay_price_book_get_choice (book, model->id);
  guint n = alternatives != NULL ? alternatives->len : 0;
  gboolean is_there = FALSE;
  GtkListBoxRow *row;
  GtkCheckButton *group;
  g_autofree char *automatic = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->sources, 0)) != NULL)
    gtk_list_box_remove (self->sources, GTK_WIDGET (row));
  gtk_widget_set_visible (self->sources_box, n > 0);
  if (n == 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      const OutlayPriceAlternative *next = &g_array_index (alternatives, OutlayPriceAlternative, i);

      is_there = is_there || g_strcmp0 (choice, next->source->id) == 0;
      if (next->is_taken)
        {
          g_free (automatic);
          automatic = outlay_price_source_describe (next->source->id);
        }
    }

  self->fills = TRUE;
  group = outlay_price_details_add_row (self, "", _("As the book has it"),
                                        is_there ? _("Your own, else the price seen last, but "
                                                     "none without dates before one with")
                                                 : automatic, NULL, !is_there);
  for (guint i = 0; i < n; i++)
    outlay_price_details_add_alternative (self,
                                          &g_array_index (alternatives, OutlayPriceAlternative, i),
                                          choice, group, date);
  self->fills = FALSE;
}

static void
outlay_price_details_show_conflicts (OutlayPriceDetails *self,
                                     OutlayPriceBook    *book,
                                     const OutlayModel  *model,
                                     int                 date)
{
  g_autoptr (GArray) conflicts = outlay_price_book_list_model_conflicts (book, model->id, date);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++)
    {
      g_autofree char *line =
        outlay_price_conflict_describe (&g_array_index (conflicts, OutlayPriceConflict, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }

  outlay_label_set_sentence (self->conflicts_label, text->str);
  gtk_widget_set_visible (self->conflicts_box, conflicts->len > 0);
}

static void
outlay_price_details_show_refusal (OutlayPriceDetails  *self,
                                   OutlayCatalogueItem *item)
{
  const OutlayRanked *ranked = outlay_catalogue_item_get_ranked (item);
  g_autofree char *words = ranked != NULL ? outlay_ranked_describe_refusal (ranked) : NULL;

  outlay_label_set_sentence (self->refusal_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal_label), words != NULL);
}

/**
 * outlay_price_details_show:
 * @self: the details
 * @shelf: where the price book is
 * @item: (nullable): a model, or %NULL for none
 * @date: the day whose prices are in force, as 20261122
 */
void
outlay_price_details_show (OutlayPriceDetails  *self,
                           OutlayPriceShelf    *shelf,
                           OutlayCatalogueItem *item,
                           int                  date)
{
  OutlayPriceBook *book = outlay_price_shelf_get_book (shelf);
  const OutlayModel *model;

  g_return_if_fail (OUTLAY_IS_PRICE_DETAILS (self));

  gtk_widget_set_visible (self->scroller, item != NULL);
  if (item == NULL)
    return;

  model = outlay_catalogue_item_get_model (item);
  outlay_price_details_show_about (self, model);
  outlay_price_details_show_refusal (self, item);
  outlay_price_details_show_source (self, model);
  outlay_price_table_fill_cards (self->cards, model, date);
  outlay_price_details_show_sources (self, book, model, date);
  outlay_price_details_show_conflicts (self, book, model, date);
}

static void
outlay_price_details_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_PRICE_DETAILS);

  G_OBJECT_CLASS (outlay_price_details_parent_class)->dispose (object);
}

static void
outlay_price_details_class_init (OutlayPriceDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_price_details_dispose;

  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/price-details.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceDetails, scroller);
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceDetails, about_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceDetails, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceDetails, source_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceDetails, cards);
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceDetails, sources_box);
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceDetails, sources);
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceDetails, conflicts_box);
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceDetails, conflicts_label);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pricedetails");
}

static void
outlay_price_details_init (OutlayPriceDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
