/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "price-offer-bar.h"

#include "estimate.h"
#include "figure-format.h"
#include "price-offer.h"
#include "refusals.h"
#include "widgets/sentence.h"

#include <glib/gi18n.h>
#include <math.h>

/* So many options are told of; the others are counted. */
#define MAX_LINES 4

/* What differs by less is called the same. */
#define SAME 0.005

/**
 * OutlayPriceOfferBar:
 *
 * Offers the newer prices of the book to a scenario that keeps its own, with what
 * they make of each option's total. It asks nothing: until somebody answers, the
 * scenario stays as it is. "Keep" puts it away until the book changes; "Use" is one
 * edit.
 *
 * # CSS nodes
 *
 * `priceofferbar`.
 */
struct _OutlayPriceOfferBar
{
  GtkWidget         parent_instance;

  GtkInfoBar       *bar;
  GtkLabel         *title_label;
  GtkLabel         *words_label;

  OutlaySession    *session;
  OutlayPriceShelf *shelf;
  char             *kept; /* the offer that was put away, or NULL */
  gboolean          is_working;
};

G_DEFINE_FINAL_TYPE (OutlayPriceOfferBar, outlay_price_offer_bar, GTK_TYPE_WIDGET)

/* What a thread compares: the scenario as it is, and with the prices of the book. */
typedef struct
{
  OutlayScenario  *scenario;
  OutlayCatalogue *catalogue;
  guint            n_models; /* with newer prices */
  guint            n_plans;
  OutlayEstimate  *before;
  OutlayEstimate  *after;
} Offer;

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_clear_pointer (&offer->before, outlay_estimate_unref);
  g_clear_pointer (&offer->after, outlay_estimate_unref);
  outlay_scenario_unref (offer->scenario);
  outlay_catalogue_unref (offer->catalogue);
  g_free (offer);
}

static void
compare (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  Offer *offer = data;
  g_autoptr (OutlayScenario) draft = outlay_scenario_copy (offer->scenario);

  outlay_draft_take_prices (draft, outlay_catalogue_get_prices (offer->catalogue));
  offer->before = outlay_estimate_new (offer->scenario);
  offer->after = outlay_estimate_new (draft);
  g_task_return_boolean (task, TRUE);
}

/* Words */

/* "Claude Opus 4.8: $64,020, then $61,000 (−$3,020)" */
static char *
describe_difference (const OutlayOptionEstimate *before,
                     const OutlayOptionEstimate *after,
                     const char                 *currency)
{
  double was = before->total[OUTLAY_FIGURE_COST];
  double is = after->total[OUTLAY_FIGURE_COST];
  g_autofree char *old_total = outlay_figure_format_money (was, currency);
  g_autofree char *new_total = outlay_figure_format_money (is, currency);
  g_autofree char *difference =
    outlay_figure_format_signed (is - was, outlay_figure_format_money (is - was, currency));

  /* Translators: an option, its total, its total with newer prices, the difference */
  return g_strdup_printf (_("%s: %s, then %s (%s)"), before->option->name, old_total, new_total,
                          difference);
}

/* A plan may come to have fewer seats than there are people, or more than before. */
static char *
describe_option (const OutlayOptionEstimate *before,
                 const OutlayOptionEstimate *after,
                 const char                 *currency)
{
  g_autofree char *was = NULL, *is = NULL;

  if (before->error == NULL && after->error == NULL)
    return describe_difference (before, after, currency);

  was = before->error != NULL ? outlay_refusal_describe (before)
                              : outlay_figure_format_money (before->total[OUTLAY_FIGURE_COST],
                                                            currency);
  is = after->error != NULL ? outlay_refusal_describe (after)
                            : outlay_figure_format_money (after->total[OUTLAY_FIGURE_COST],
                                                          currency);

  /* Translators: an option, its total, and its total with newer prices; why there is
   * none may stand for either */
  return g_strdup_printf (_("%s: %s, then %s"), before->option->name, was, is);
}

static gboolean
is_changed (const OutlayOptionEstimate *before,
            const OutlayOptionEstimate *after)
{
  if (before->error != NULL || after->error != NULL)
    return (before->error != NULL) != (after->error != NULL);

  return fabs (after->total[OUTLAY_FIGURE_COST] - before->total[OUTLAY_FIGURE_COST]) >= SAME;
}

static char *
describe_offer (const Offer *offer)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < offer->before->n_options; i++)
    if (is_changed (&offer->before->options[i], &offer->after->options[i]) && n++ < MAX_LINES)
      {
        g_autofree char *line = describe_option (&offer->before->options[i],
                                                 &offer->after->options[i],
                                                 offer->scenario->currency.code);

        g_string_append_printf (text, "%s%s", n > 1 ? "\n" : "", line);
      }

  if (n > MAX_LINES)
    g_string_append_printf (text, ngettext ("\nand %u option more", "\nand %u options more",
                                            n - MAX_LINES), n - MAX_LINES);
  if (n == 0)
    g_string_append (text, _("They change no option’s total."));

  return g_string_free (text, FALSE);
}

/* The bar */

static void outlay_price_offer_bar_update (OutlayPriceOfferBar *self);

static char *
describe_title (const Offer *offer)
{
  g_autofree char *models =
    g_strdup_printf (ngettext ("The price book has newer prices of %u model.",
                               "The price book has newer prices of %u models.",
                               offer->n_models), offer->n_models);
  g_autofree char *plans =
    g_strdup_printf (ngettext ("The price book has newer terms of %u plan.",
                               "The price book has newer terms of %u plans.",
                               offer->n_plans), offer->n_plans);

  if (offer->n_models > 0 && offer->n_plans > 0)
    return g_strconcat (models, "\n", plans, NULL);

  return g_strdup (offer->n_models > 0 ? models : plans);
}

static void
outlay_price_offer_bar_show (OutlayPriceOfferBar *self,
                             const Offer         *offer)
{
  g_autofree char *words = describe_offer (offer);
  g_autofree char *title = describe_title (offer);

  outlay_label_set_sentence (self->title_label, title);
  outlay_label_set_sentence (self->words_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
}

static OutlayPriceOffer *
outlay_price_offer_bar_list (OutlayPriceOfferBar *self)
{
  return outlay_price_offer_new (outlay_session_get_scenario (self->session),
                                 outlay_catalogue_get_prices (
                                   outlay_price_shelf_get_catalogue (self->shelf)));
}

/* Whether the person has put away what is offered now. */
static gboolean
outlay_price_offer_bar_is_kept (OutlayPriceOfferBar *self)
{
  g_autoptr (OutlayPriceOffer) offered = outlay_price_offer_bar_list (self);
  g_autofree char *text = outlay_price_offer_to_string (offered);

  return g_strcmp0 (text, self->kept) == 0;
}

static void
on_compared (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  OutlayPriceOfferBar *self = OUTLAY_PRICE_OFFER_BAR (source);
  const Offer *offer = g_task_get_task_data (G_TASK (result));

  self->is_working = FALSE;
  if (self->bar == NULL) /* the window has gone */
    return;

  if (offer->scenario == outlay_session_get_scenario (self->session) &&
      offer->catalogue == outlay_price_shelf_get_catalogue (self->shelf) &&
      !outlay_price_offer_bar_is_kept (self))
    outlay_price_offer_bar_show (self, offer);
  else
    outlay_price_offer_bar_update (self);
}

static void
outlay_price_offer_bar_compare (OutlayPriceOfferBar    *self,
                                const OutlayPriceOffer *offered)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_compared, NULL);
  Offer *offer = g_new0 (Offer, 1);

  offer->scenario = outlay_scenario_ref (outlay_session_get_scenario (self->session));
  offer->catalogue = outlay_catalogue_ref (outlay_price_shelf_get_catalogue (self->shelf));
  offer->n_models = offered->models->len;
  offer->n_plans = offered->plans->len;
  g_task_set_task_data (task, offer, offer_free);
  self->is_working = TRUE;
  g_task_run_in_thread (task, compare);
}

/* Looks whether there is anything to offer. One thread compares at a time. */
static void
outlay_price_offer_bar_update (OutlayPriceOfferBar *self)
{
  g_autoptr (OutlayPriceOffer) offered = NULL;

  if (self->is_working || !outlay_price_shelf_is_read (self->shelf))
    return;

  offered = outlay_price_offer_bar_list (self);
  if (outlay_price_offer_is_empty (offered) || outlay_price_offer_bar_is_kept (self))
    gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
  else
    outlay_price_offer_bar_compare (self, offered);
}

static void
on_keep (OutlayPriceOfferBar *self)
{
  g_autoptr (OutlayPriceOffer) offered = outlay_price_offer_bar_list (self);

  g_free (self->kept);
  self->kept = outlay_price_offer_to_string (offered);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
}

static void
on_use (OutlayPriceOfferBar *self)
{
  OutlayScenario *draft = outlay_session_begin_edit (self->session);

  outlay_draft_take_prices (draft, outlay_catalogue_get_prices (
                                     outlay_price_shelf_get_catalogue (self->shelf)));
  outlay_session_commit_edit (self->session, draft, _("Use Newer Prices"), NULL);
}

static void
outlay_price_offer_bar_dispose (GObject *object)
{
  OutlayPriceOfferBar *self = OUTLAY_PRICE_OFFER_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_PRICE_OFFER_BAR);
  g_clear_pointer (&self->kept, g_free);
  g_clear_object (&self->session);
  g_clear_object (&self->shelf);

  G_OBJECT_CLASS (outlay_price_offer_bar_parent_class)->dispose (object);
}

static void
outlay_price_offer_bar_class_init (OutlayPriceOfferBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_price_offer_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/price-offer-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceOfferBar, bar);
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceOfferBar, title_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayPriceOfferBar, words_label);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
  gtk_widget_class_bind_template_callback (widget_class, on_use);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "priceofferbar");
}

static void
outlay_price_offer_bar_init (OutlayPriceOfferBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_price_offer_bar_follow:
 * @self: a bar that follows nothing yet
 * @session: whose scenario keeps its prices
 * @shelf: where the price book is
 *
 * Offers what the book has, now and whenever either changes.
 */
void
outlay_price_offer_bar_follow (OutlayPriceOfferBar *self,
                               OutlaySession       *session,
                               OutlayPriceShelf    *shelf)
{
  g_return_if_fail (OUTLAY_IS_PRICE_OFFER_BAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->shelf = g_object_ref (shelf);
  g_signal_connect_object (session, "changed", G_CALLBACK (outlay_price_offer_bar_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (shelf, "changed", G_CALLBACK (outlay_price_offer_bar_update), self,
                           G_CONNECT_SWAPPED);
  outlay_price_offer_bar_update (self);
}
