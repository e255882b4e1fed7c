/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file keeps its own cards; the book's are newer where they were not seen before
 * the file's, and say another price in some month of the scenario (METHOD section 5,
 * "Dates"). Plans have no dated cards: those of the book are newer where any of their
 * terms is another one (METHOD section 7).
 *
 * Announced changes are left out by dropping the cards that come into force after
 * the first month. A file has no key for that, and needs none: its own cards win. The
 * source of such a model says so, to whoever reads the file and to this program. */
#include "price-offer.h"

#include "price-conflicts.h"
#include "price-date.h"
#include "scenario-edits.h"

#include <math.h>
#include <string.h>

/* Prices are compared as they are shown, not to the last bit. */
#define TOLERANCE 1e-6

#define LEFT_OUT "; announced changes left out"

static gboolean
is_left_out (const OutlayModel *model)
{
  return model->source != NULL && g_str_has_suffix (model->source, LEFT_OUT);
}

static int
get_first_day (const OutlayScenario *scenario)
{
  return outlay_scenario_get_date (scenario, 1);
}

/* Comparing */

static gboolean
numbers_differ (double a,
                double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) != isnan (b);

  return fabs (a - b) > TOLERANCE * MAX (fabs (a), fabs (b));
}

static gboolean
blocks_differ (const OutlayPriceBlock *a,
               const OutlayPriceBlock *b)
{
  if (numbers_differ (a->threshold, b->threshold))
    return TRUE;

  for (guint kind = 0; kind < OUTLAY_N_PRICES; kind++)
    if (numbers_differ (outlay_price_block_get_price (a, kind),
                        outlay_price_block_get_price (b, kind)))
      return TRUE;

  return FALSE;
}

static gboolean
cards_differ (const OutlayPriceCard *a,
              const OutlayPriceCard *b)
{
  if (a->n_long_context != b->n_long_context)
    return TRUE;

  for (guint i = 0; i <= a->n_long_context; i++)
    if (blocks_differ (outlay_price_card_get_block (a, i), outlay_price_card_get_block (b, i)))
      return TRUE;

  return FALSE;
}

/* Whether a month is priced differently. */
static gboolean
models_differ (const OutlayScenario *scenario,
               const OutlayModel    *mine,
               const OutlayModel    *theirs)
{
  for (int month = 1; month <= (int) scenario->months; month++)
    {
      int day = outlay_scenario_get_date (scenario, month);
      int their_day = is_left_out (mine) ? get_first_day (scenario) : day;

      if (cards_differ (outlay_model_get_card (mine, day),
                        outlay_model_get_card (theirs, their_day)))
        return TRUE;
    }

  return FALSE;
}

/* Whether another source, seen then, is older than what the scenario has. */
static gboolean
is_older (int seen_mine,
          int seen_theirs)
{
  return seen_mine != 0 && seen_theirs != 0 && seen_mine > seen_theirs;
}

static gboolean
plans_differ (const OutlayPlan *mine,
              const OutlayPlan *theirs)
{
  return numbers_differ (mine->fee, theirs->fee) ||
         numbers_differ (mine->allowance, theirs->allowance) ||
         mine->min_seats != theirs->min_seats ||
         mine->max_seats != theirs->max_seats ||
         mine->pooled != theirs->pooled ||
         mine->overage != theirs->overage;
}

/**
 * outlay_price_offer_new:
 * @scenario: a scenario
 * @book: the prices of the book
 *
 * Returns: (transfer full): what the book has newer
 */
OutlayPriceOffer *
outlay_price_offer_new (const OutlayScenario *scenario,
                        const OutlayPrices   *book)
{
  OutlayPriceOffer *offer = g_new (OutlayPriceOffer, 1);

  offer->models = g_ptr_array_new ();
  offer->plans = g_ptr_array_new ();
  for (guint i = 0; i < scenario->prices.n_models; i++)
    {
      const OutlayModel *mine = &scenario->prices.models[i];
      const OutlayModel *theirs = outlay_prices_find_model (book, mine->id);

      if (theirs != NULL && models_differ (scenario, mine, theirs) &&
          !is_older (outlay_model_find_seen (mine), outlay_model_find_seen (theirs)))
        g_ptr_array_add (offer->models, (gpointer) theirs);
    }

  for (guint i = 0; i < scenario->prices.n_plans; i++)
    {
      const OutlayPlan *mine = &scenario->prices.plans[i];
      const OutlayPlan *theirs = outlay_prices_find_plan (book, mine->id);

      if (theirs != NULL && plans_differ (mine, theirs) &&
          !is_older (outlay_plan_find_seen (mine), outlay_plan_find_seen (theirs)))
        g_ptr_array_add (offer->plans, (gpointer) theirs);
    }

  return offer;
}

void
outlay_price_offer_free (OutlayPriceOffer *offer)
{
  g_ptr_array_unref (offer->models);
  g_ptr_array_unref (offer->plans);
  g_free (offer);
}

gboolean
outlay_price_offer_is_empty (const OutlayPriceOffer *offer)
{
  return offer->models->len == 0 && offer->plans->len == 0;
}

static void
append_card (GString               *text,
             const OutlayPriceCard *card)
{
  g_string_append_printf (text, " %d:", card->from);
  for (guint i = 0; i <= card->n_long_context; i++)
    {
      const OutlayPriceBlock *block = outlay_price_card_get_block (card, i);

      g_string_append_printf (text, " >%.17g", block->threshold);
      for (guint kind = 0; kind < OUTLAY_N_PRICES; kind++)
        g_string_append_printf (text, " %.17g", outlay_price_block_get_price (block, kind));
    }
}

/* Returns: (transfer full): what is offered, as text: the same offer reads the same */
char *
outlay_price_offer_to_string (const OutlayPriceOffer *offer)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < offer->models->len; i++)
    {
      const OutlayModel *model = g_ptr_array_index (offer->models, i);

      g_string_append (text, model->id);
      for (guint j = 0; j < model->n_cards; j++)
        append_card (text, &model->cards[j]);
      g_string_append_c (text, '\n');
    }

  for (guint i = 0; i < offer->plans->len; i++)
    {
      const OutlayPlan *plan = g_ptr_array_index (offer->plans, i);

      g_string_append_printf (text, "%s %.17g %.17g %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                              " %d %d\n", plan->id, plan->fee, plan->allowance, plan->min_seats,
                              plan->max_seats, plan->pooled, plan->overage);
    }

  return g_string_free (text, FALSE);
}

/* Taking */

/* Leaves out the cards that come into force after the first month, and says so. */
static void
leave_out (const OutlayScenario *draft,
           OutlayModel          *model)
{
  const OutlayPriceCard *card = outlay_model_get_card (model, get_first_day (draft));

  model->n_cards = (guint) (card - model->cards) + 1;
  if (!is_left_out (model))
    {
      g_autofree char *source =
        g_strconcat (model->source != NULL ? model->source : "no source", LEFT_OUT, NULL);

      model->source = outlay_pool_strdup (draft->pool, source);
    }
}

/* What else a model is (class, tokenizer, window) stays, so that nothing but prices
 * changes. */
static void
take_model (OutlayScenario    *draft,
            const OutlayModel *theirs)
{
  const OutlayModel *mine = outlay_prices_find_model (&draft->prices, theirs->id);
  OutlayModel taken = *mine;

  taken.cards = theirs->cards;
  taken.n_cards = theirs->n_cards;
  taken.source = theirs->source;
  taken.confidence = theirs->confidence;
  if (is_left_out (mine))
    leave_out (draft, &taken);
  outlay_draft_replace_model (draft, &taken);
}

/**
 * outlay_draft_take_prices:
 * @draft: a draft
 * @book: the prices of the book
 *
 * Takes what the book has newer: prices of models, and the terms of plans.
 */
void
outlay_draft_take_prices (OutlayScenario     *draft,
                          const OutlayPrices *book)
{
  g_autoptr (OutlayPriceOffer) offer = outlay_price_offer_new (draft, book);

  for (guint i = 0; i < offer->models->len; i++)
    take_model (draft, g_ptr_array_index (offer->models, i));
  for (guint i = 0; i < offer->plans->len; i++)
    outlay_draft_replace_plan (draft, g_ptr_array_index (offer->plans, i));
}

/* Announced changes */

static gboolean
has_announced (const OutlayScenario *scenario,
               const OutlayModel    *model)
{
  int last = outlay_scenario_get_date (scenario, (int) scenario->months);

  return outlay_model_get_card (model, get_first_day (scenario)) !=
         outlay_model_get_card (model, last);
}

OutlayAnnounced
outlay_scenario_get_announced (const OutlayScenario *scenario)
{
  OutlayAnnounced announced = OUTLAY_ANNOUNCED_NONE;

  for (guint i = 0; i < scenario->prices.n_models; i++)
    {
      const OutlayModel *model = &scenario->prices.models[i];

      if (is_left_out (model))
        return OUTLAY_ANNOUNCED_OFF;
      if (has_announced (scenario, model))
        announced = OUTLAY_ANNOUNCED_ON;
    }

  return announced;
}

/* Leaves the announced changes out: every month has the prices of the first. */
void
outlay_draft_leave_announced (OutlayScenario *draft)
{
  for (guint i = 0; i < draft->prices.n_models; i++)
    if (has_announced (draft, &draft->prices.models[i]))
      {
        OutlayModel without = draft->prices.models[i];

        leave_out (draft, &without);
        outlay_draft_replace_model (draft, &without);
      }
}

/* The cards of @model, and after them those of @theirs that come into force after
 * the first month. */
static void
append_announced (const OutlayScenario *draft,
                  OutlayModel          *model,
                  const OutlayModel    *theirs)
{
  int first = get_first_day (draft);
  OutlayPriceCard *cards = outlay_pool_alloc0 (draft->pool, model->n_cards + theirs->n_cards,
                                               sizeof *cards);
  guint n = model->n_cards;

  memcpy (cards, model->cards, n * sizeof *cards);
  for (guint i = 0; i < theirs->n_cards; i++)
    if (theirs->cards[i].from > first)
      cards[n++] = theirs->cards[i];

  model->cards = cards;
  model->n_cards = n;
}

/**
 * outlay_draft_restore_announced:
 * @draft: a draft whose announced changes are left out
 * @book: the prices of the book
 *
 * Takes the announced changes from the book. Of a model that the book has not,
 * nothing is known to come.
 */
void
outlay_draft_restore_announced (OutlayScenario     *draft,
                                const OutlayPrices *book)
{
  for (guint i = 0; i < draft->prices.n_models; i++)
    if (is_left_out (&draft->prices.models[i]))
      {
        OutlayModel model = draft->prices.models[i];
        const OutlayModel *theirs = outlay_prices_find_model (book, model.id);
        g_autofree char *source = g_strndup (model.source,
                                             strlen (model.source) - strlen (LEFT_OUT));

        model.source = source;
        if (theirs != NULL)
          append_announced (draft, &model, theirs);
        outlay_draft_replace_model (draft, &model);
      }
}
