/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An estimate by role and month in the columns of FOCUS, the FinOps Foundation's
 * format of bills (focus.finops.org), for showback. ListCost is the work at the
 * vendors' list prices for API use; EffectiveCost is what is paid for it: with
 * price factors, a plan's fees by people, and its overage. */
#include "focus-csv.h"

#include "breakdown.h"
#include "grid.h"
#include "options.h"
#include "scenario-file.h"

#include <math.h>
#include <string.h>

/* What list prices are for. */
#define TOKENS_PRICED 1e6

/* All that FOCUS 1.0 makes mandatory, and those of the others that are known. */
static const struct
{
  const char *name;
  gboolean    is_number;
} columns[] = {
  { "BillingAccountId", FALSE },
  { "BillingAccountName", FALSE },
  { "BillingCurrency", FALSE },
  { "BillingPeriodStart", FALSE },
  { "BillingPeriodEnd", FALSE },
  { "ChargePeriodStart", FALSE },
  { "ChargePeriodEnd", FALSE },
  { "ChargeCategory", FALSE },
  { "ChargeClass", FALSE },
  { "ChargeFrequency", FALSE },
  { "ChargeDescription", FALSE },
  { "ProviderName", FALSE },
  { "PublisherName", FALSE },
  { "InvoiceIssuerName", FALSE },
  { "ServiceCategory", FALSE },
  { "ServiceName", FALSE },
  { "SkuId", FALSE },
  { "SubAccountId", FALSE },
  { "SubAccountName", FALSE },
  { "ConsumedQuantity", TRUE },
  { "ConsumedUnit", FALSE },
  { "PricingQuantity", TRUE },
  { "PricingUnit", FALSE },
  { "ListCost", TRUE },
  { "ContractedCost", TRUE },
  { "BilledCost", TRUE },
  { "EffectiveCost", TRUE },
};

/* The same work without what an option gets off the list. */
static OutlayEstimate *
estimate_at_list (const OutlayScenario *scenario)
{
  g_autoptr (OutlayScenario) listed = outlay_scenario_copy (scenario);

  for (guint i = 0; i < listed->n_options; i++)
    listed->options[i].price_factor = 1;

  return outlay_estimate_new (listed);
}

static gboolean
is_off_list (const OutlayOption *option)
{
  return option->kind != OUTLAY_OPTION_PLAN && option->price_factor != 1;
}

/* The vendors that an option pays, each once. */
static char *
describe_vendors (const OutlayOption   *option,
                  const OutlayScenario *scenario)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (option->kind == OUTLAY_OPTION_PLAN)
    return g_strdup (outlay_prices_find_plan (&scenario->prices, option->plan)->vendor);

  for (guint tier = 0; tier < outlay_option_count_tiers (option); tier++)
    {
      const char *vendor = outlay_option_tier_model (option, scenario, tier)->vendor;

      if (vendor != NULL && strstr (names->str, vendor) == NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", vendor);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
format_month (int month)
{
  return g_strdup_printf ("%04d-%02d-01T00:00:00Z", month / 12, month % 12 + 1);
}

static void
add_texts (OutlayGrid         *grid,
           const char * const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    outlay_grid_add_text (grid, texts[i]);
}

static void
add_row (OutlayGrid            *grid,
         const OutlayBreakdown *paid,
         const OutlayBreakdown *listed,
         const char            *vendors,
         guint                  role,
         guint                  month)
{
  const OutlayScenario *scenario = paid->estimate->scenario;
  const double *cell = outlay_breakdown_get_cell (paid, OUTLAY_SPLIT_ROLE, role, (int) month);
  const double *list = outlay_breakdown_get_cell (listed, OUTLAY_SPLIT_ROLE, role, (int) month);
  g_autofree char *start = format_month (scenario->start + (int) month);
  g_autofree char *end = format_month (scenario->start + (int) month + 1);
  g_autofree char *number = g_strdup_printf ("role-%u", role + 1);
  const char *priced = paid->plan != NULL ? paid->plan->id : paid->option->model;
  const char *sku = priced != NULL ? priced : paid->option->id;
  double tokens = 0;

  for (guint i = 0; i < OUTLAY_N_TOKEN_CLASSES; i++)
    tokens += cell[OUTLAY_CELL_TOKENS + i];

  add_texts (grid, (const char * const []) {
    paid->option->id, paid->option->name, scenario->currency.code, start, end, start, end,
    "Usage", "", "Usage-Based", "Estimated use of an AI assistant",
    vendors, vendors, vendors, "AI and Machine Learning", paid->option->name, sku,
    number, scenario->team[role].name, NULL
  });
  outlay_grid_add_number (grid, tokens, 0);
  outlay_grid_add_text (grid, "Tokens");
  outlay_grid_add_number (grid, tokens / TOKENS_PRICED, 0);
  outlay_grid_add_text (grid, "1000000 Tokens");
  outlay_grid_add_number (grid, list[OUTLAY_CELL_API_COST], 2);
  for (guint i = 0; i < 3; i++)
    outlay_grid_add_number (grid, cell[OUTLAY_CELL_COST], 2);
}

static OutlayGrid *
create_grid (void)
{
  OutlayGrid *grid = outlay_grid_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    outlay_grid_add_column (grid, columns[i].name, columns[i].is_number);

  return grid;
}

/* Adds the rows of an option. A grid for each keeps the memory small: there may be
 * tens of thousands of rows. */
static void
add_option (GString        *text,
            OutlayEstimate *estimate,
            OutlayEstimate *listed,
            guint           option)
{
  g_autoptr (OutlayGrid) grid = create_grid ();
  g_autoptr (OutlayBreakdown) paid = outlay_breakdown_new (estimate, option);
  g_autoptr (OutlayBreakdown) own_list = NULL;
  const OutlayBreakdown *list = paid;
  g_autofree char *vendors = NULL;
  g_autofree char *rows = NULL;

  if (paid == NULL)
    return;
  if (is_off_list (paid->option))
    list = own_list = outlay_breakdown_new (listed, option);

  vendors = describe_vendors (paid->option, estimate->scenario);
  for (guint month = 0; month < estimate->n_months; month++)
    for (guint role = 0; role < estimate->scenario->n_team; role++)
      add_row (grid, paid, list, vendors, role, month);

  rows = outlay_grid_to_csv (grid);
  g_string_append (text, strchr (rows, '\n') + 1);
}

/**
 * outlay_estimate_to_focus_csv:
 * @estimate: an estimate
 *
 * Options that cannot be estimated have no rows.
 *
 * Returns: (transfer full): CSV with a row for each option, month and role
 */
char *
outlay_estimate_to_focus_csv (OutlayEstimate *estimate)
{
  g_autoptr (OutlayGrid) headings = create_grid ();
  g_autoptr (OutlayEstimate) listed = estimate_at_list (estimate->scenario);
  g_autofree char *first = outlay_grid_to_csv (headings);
  GString *text = g_string_new (first);

  for (guint i = 0; i < estimate->n_options; i++)
    add_option (text, estimate, listed, i);

  return g_string_free (text, FALSE);
}
