/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "price-news.h"

#include "figure-format.h"

#include <glib/gi18n.h>

static void
add_model (GPtrArray            *models,
           const OutlayScenario *scenario,
           const char           *id)
{
  const OutlayModel *model = outlay_prices_find_model (&scenario->prices, id);

  if (model != NULL && !g_ptr_array_find (models, model, NULL))
    g_ptr_array_add (models, (gpointer) model);
}

/* The models whose prices move a curve that is drawn. */
static GPtrArray *
list_models (const OutlayEstimate   *estimate,
             const OutlayOptionLook *looks)
{
  GPtrArray *models = g_ptr_array_new ();

  for (guint i = 0; i < estimate->n_options; i++)
    {
      const OutlayOption *option = estimate->options[i].option;

      if (looks[i].hidden || estimate->options[i].error != NULL)
        continue;

      if (option->kind == OUTLAY_OPTION_ROUTING)
        for (guint tier = 0; tier < OUTLAY_N_TIERS; tier++)
          add_model (models, estimate->scenario, option->tiers[tier]);
      else
        add_model (models, estimate->scenario, option->model);
    }

  return models;
}

/**
 * outlay_price_news_list:
 * @estimate: an estimate
 * @looks: (array): how its options are looked at
 *
 * Lists the changes of prices within the period that move a curve which is
 * drawn. A month is priced by the card of its first day (METHOD section 5), so
 * that a change in mid-month belongs to the month after.
 *
 * Returns: (transfer full) (element-type OutlayPriceNews): the changes by month
 */
GArray *
outlay_price_news_list (const OutlayEstimate   *estimate,
                        const OutlayOptionLook *looks)
{
  const OutlayScenario *scenario = estimate->scenario;
  GArray *all = g_array_new (FALSE, FALSE, sizeof (OutlayPriceNews));
  g_autoptr (GPtrArray) models = list_models (estimate, looks);

  for (guint month = 1; month < estimate->n_months; month++)
    for (guint i = 0; i < models->len; i++)
      {
        const OutlayModel *model = g_ptr_array_index (models, i);
        OutlayPriceNews news = {
          .month = month,
          .model = model,
          .before = outlay_model_get_card (model,
                                           outlay_scenario_get_date (scenario, (int) month)),
          .after = outlay_model_get_card (model,
                                          outlay_scenario_get_date (scenario, (int) month + 1)),
        };

        if (news.before != news.after)
          g_array_append_val (all, news);
      }

  return all;
}

/**
 * outlay_price_news_describe:
 * @news: a change of prices
 * @scenario: in whose period it lies
 *
 * Returns: (transfer full): the change in words
 */
char *
outlay_price_news_describe (const OutlayPriceNews *news,
                            const OutlayScenario  *scenario)
{
  const OutlayPriceBlock *before = &news->before->base;
  const OutlayPriceBlock *after = &news->after->base;
  g_autofree char *month = outlay_figure_format_month (scenario, (int) news->month);
  g_autofree char *old_input = outlay_figure_format_price (before->input);
  g_autofree char *new_input = outlay_figure_format_price (after->input);
  g_autofree char *old_output = outlay_figure_format_price (before->output);
  g_autofree char *new_output = outlay_figure_format_price (after->output);

  /* Translators: a model, a month, and prices per million tokens before and
   * after: "GPT-5.5 from January 2027: input $5.00 → $6.00, output $30.00 → $36.00" */
  return g_strdup_printf (_("%s from %s: input %s → %s, output %s → %s"),
                          news->model->name, month,
                          old_input, new_input, old_output, new_output);
}

/**
 * outlay_price_news_describe_month:
 * @all: (element-type OutlayPriceNews): changes of prices
 * @scenario: in whose period they lie
 * @month: a month, from 0
 *
 * Returns: (transfer full) (nullable): the changes of that month in words, one
 *   a line
 */
char *
outlay_price_news_describe_month (const GArray         *all,
                                  const OutlayScenario *scenario,
                                  int                   month)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const OutlayPriceNews *news = &g_array_index (all, OutlayPriceNews, i);
      g_autofree char *line = NULL;

      if ((int) news->month != month)
        continue;

      line = outlay_price_news_describe (news, scenario);
      g_strv_builder_add (lines, line);
    }

  strv = g_strv_builder_end (lines);

  return strv[0] != NULL ? g_strjoinv ("\n", strv) : NULL;
}
