/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The prices of a report, and what another needs to get the same figures. */
#include "report-sections.h"

#include "figure-format.h"
#include "input-text.h"
#include "model-words.h"
#include "options.h"

#include <glib/gi18n.h>
#include <math.h>

static char *
format_date (int date)
{
  g_autoptr (GDateTime) day = NULL;

  if (date == 0)
    return g_strdup (C_("since", "no date given"));

  day = g_date_time_new_utc (date / 10000, date / 100 % 100, date % 100, 0, 0, 0);

  return g_date_time_format (day, C_("date", "%-e %B %Y"));
}

/* Every model that an option can call, once. */
static GPtrArray *
list_models (const OutlayEstimate *estimate)
{
  GPtrArray *models = g_ptr_array_new ();

  for (guint i = 0; i < estimate->n_options; i++)
    {
      const OutlayOption *option = estimate->options[i].option;

      for (guint tier = 0; tier < outlay_option_count_tiers (option); tier++)
        {
          gpointer model = (gpointer) outlay_option_tier_model (option, estimate->scenario, tier);

          if (!g_ptr_array_find (models, model, NULL))
            g_ptr_array_add (models, model);
        }
    }

  return models;
}

static void
add_price (OutlayReportTable *table,
           double             price)
{
  outlay_report_table_add_number (table, price, outlay_figure_format_price (price));
}

static void
add_card (OutlayReportTable      *table,
          const OutlayModel      *model,
          const OutlayPriceCard  *card,
          const OutlayPriceBlock *block)
{
  g_autofree char *since = format_date (card->from);
  g_autofree char *limit = outlay_number_format (block->threshold);
  g_autofree char *name = NULL;

  /* Translators: a model, and the tokens of a prompt above which a price holds */
  name = block->threshold > 0
           ? g_strdup_printf (_("%s, prompts over %s tokens"), model->name, limit)
           : outlay_model_mark_status (model, model->name);
  outlay_report_table_add_text (table, name);
  outlay_report_table_add_text (table, since);
  add_price (table, block->input);
  add_price (table, block->cache_read);
  add_price (table, block->cache_write);
  add_price (table, block->cache_write_1h);
  add_price (table, block->output);
  outlay_report_table_add_text (table, model->source);
}

/* The cards that are in force in some month of the period. */
static void
add_model (OutlayReportMaker *maker,
           OutlayReportTable *table,
           const OutlayModel *model)
{
  const OutlayPriceCard *last = NULL;

  for (guint month = 1; month <= maker->estimate->n_months; month++)
    {
      const OutlayPriceCard *card =
        outlay_model_get_card (model, outlay_scenario_get_date (maker->estimate->scenario,
                                                                (int) month));

      if (card == last)
        continue;
      add_card (table, model, card, &card->base);
      for (guint i = 0; i < card->n_long_context; i++)
        add_card (table, model, card, &card->long_context[i]);
      last = card;
    }
}

static void
add_models (OutlayReportMaker *maker)
{
  g_autoptr (GPtrArray) models = list_models (maker->estimate);
  OutlayReportTable *table = outlay_report_add_table (maker->report,
                                                      _("US dollars per million tokens"));

  outlay_report_table_add_column (table, C_("column", "Model"), FALSE);
  outlay_report_table_add_column (table, C_("column", "Since"), FALSE);
  outlay_report_table_add_column (table, C_("column", "Input"), TRUE);
  outlay_report_table_add_column (table, C_("column", "Cache read"), TRUE);
  outlay_report_table_add_column (table, C_("column", "Cache write"), TRUE);
  outlay_report_table_add_column (table, C_("column", "Cache write, 1 hour"), TRUE);
  outlay_report_table_add_column (table, C_("column", "Output"), TRUE);
  outlay_report_table_add_column (table, C_("column", "Source"), FALSE);
  for (guint i = 0; i < models->len; i++)
    add_model (maker, table, g_ptr_array_index (models, i));
}

static void
add_plan_columns (OutlayReportTable *table)
{
  outlay_report_table_add_column (table, C_("column", "Plan"), FALSE);
  outlay_report_table_add_column (table, C_("column", "Fee"), TRUE);
  outlay_report_table_add_column (table, C_("column", "Allowance"), TRUE);
  outlay_report_table_add_column (table, C_("column", "Of the day"), FALSE);
  outlay_report_table_add_column (table, C_("column", "Source"), FALSE);
  outlay_report_table_add_column (table, C_("column", "Allowance rests on"), FALSE);
}

static void
add_plans (OutlayReportMaker *maker)
{
  const OutlayScenario *scenario = maker->estimate->scenario;
  OutlayReportTable *table = NULL;

  for (guint i = 0; i < scenario->n_options; i++)
    {
      const OutlayPlan *plan;

      if (scenario->options[i].kind != OUTLAY_OPTION_PLAN)
        continue;

      plan = outlay_prices_find_plan (&scenario->prices, scenario->options[i].plan);
      if (table == NULL)
        {
          table = outlay_report_add_table (maker->report,
                                           _("Plans, US dollars a seat and month"));
          add_plan_columns (table);
        }
      outlay_report_table_add_text (table, plan->name);
      add_price (table, plan->fee);
      outlay_report_table_add_number (table, plan->allowance,
                                      isnan (plan->allowance)
                                      ? g_strdup (C_("allowance", "no limit"))
                                      : outlay_figure_format_price (plan->allowance));
      outlay_report_table_add_text (table, plan->as_of != NULL ? plan->as_of : "–");
      outlay_report_table_add_text (table, plan->source != NULL ? plan->source : "–");
      outlay_report_table_add_text (table, plan->allowance_note != NULL ? plan->allowance_note
                                                                        : "–");
    }
}

void
outlay_report_add_prices (OutlayReportMaker *maker)
{
  if (maker->estimate->n_options == 0)
    return;

  outlay_report_add_text (maker->report, OUTLAY_REPORT_HEADING, _("Prices"));
  add_models (maker);
  add_plans (maker);
}

static void
add_fact (OutlayReportTable *table,
          const char        *name,
          double             value,
          char              *text)
{
  outlay_report_table_add_text (table, name);
  outlay_report_table_add_number (table, value, text);
}

/* What the same figures can be got again from. */
void
outlay_report_add_origin (OutlayReportMaker *maker)
{
  const OutlayReportFacts *facts = maker->facts;
  const OutlayScenario *scenario = maker->estimate->scenario;
  /* Translators: the code of a currency: "EUR for one US dollar" */
  g_autofree char *rate = g_strdup_printf (_("%s for one US dollar"), scenario->currency.code);
  OutlayReportTable *table;

  outlay_report_add_text (maker->report, OUTLAY_REPORT_HEADING, _("How to get the same figures"));
  table = outlay_report_add_table (maker->report, _("Made from"));
  outlay_report_table_add_column (table, C_("column", "What"), FALSE);
  outlay_report_table_add_column (table, C_("column", "Value"), FALSE);

  add_fact (table, _("Program"), NAN, g_strdup ("Outlay " OUTLAY_VERSION));
  if (facts->file_hash != NULL)
    add_fact (table, _("SHA-256 of the scenario’s file"), NAN, g_strdup (facts->file_hash));
  add_fact (table, _("Seed"), (double) scenario->seed,
            outlay_figure_format_number ((double) scenario->seed, 0));
  if (facts->simulation != NULL)
    add_fact (table, _("Futures"), facts->simulation->n_draws,
              outlay_figure_format_number (facts->simulation->n_draws, 0));
  add_fact (table, rate, scenario->currency.rate, outlay_number_format (scenario->currency.rate));
}
