/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An estimate by role and month as a bill, for showback, in the columns of FOCUS
 * 1.2, the FinOps Foundation's format (focus.finops.org/focus-specification/v1-2).
 *
 * Each option is a billing account of its own: they are alternatives, so that only
 * rows of one of them are to be added up. A role's month is a row of Usage, and
 * with a plan another of Purchase for its seats, which are paid ahead of the use
 * that they cover. So, as the specification has it,
 *
 *   ListCost        the work at the vendors' list prices for API use; of seats,
 *                   their fee. Savings are reckoned on rows of Usage alone
 *   ContractedCost  the same at the prices that the option negotiates
 *   BilledCost      what is paid for the row: for tokens, or for seats
 *   EffectiveCost   what is paid for the use, the fees of seats included; 0 for
 *                   the seats themselves
 *
 * and both BilledCost and EffectiveCost add up to the cost of the estimate. */
#include "focus-csv.h"

#include "breakdown.h"
#include "grid.h"
#include "options.h"
#include "scenario-file.h"

#include <math.h>
#include <string.h>

/* What list prices are for. */
#define TOKENS_PRICED 1e6

/* All 21 that FOCUS 1.2 makes mandatory, those of the others that are known, and
 * two of our own, which begin with "x_". */
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
  { "ProviderName", FALSE },
  { "PublisherName", FALSE },
  { "InvoiceIssuerName", FALSE },
  { "ServiceCategory", FALSE },
  { "ServiceSubcategory", FALSE },
  { "ServiceName", FALSE },
  { "SubAccountId", FALSE },
  { "SubAccountName", FALSE },
  { "x_Models", FALSE },
  { "x_Plan", FALSE },
  { "ChargeCategory", FALSE },
  { "ChargeClass", FALSE },
  { "ChargeFrequency", FALSE },
  { "ChargeDescription", FALSE },
  { "ConsumedQuantity", TRUE },
  { "ConsumedUnit", FALSE },
  { "PricingQuantity", TRUE },
  { "PricingUnit", FALSE },
  { "ListCost", TRUE },
  { "ContractedCost", TRUE },
  { "BilledCost", TRUE },
  { "EffectiveCost", TRUE },
};

/* One option on its way into rows. */
typedef struct
{
  OutlayGrid            *grid;
  const OutlayBreakdown *paid;
  const OutlayBreakdown *listed;
  char                  *vendors;
  char                  *models;
} Bill;

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

/* Whom an id of the catalogue, "vendor/name", belongs to. */
static char *
name_vendor (const char *vendor,
             const char *id)
{
  const char *slash = strchr (id, '/');

  if (vendor != NULL && *vendor != '\0')
    return g_strdup (vendor);

  return slash != NULL ? g_strndup (id, (gsize) (slash - id)) : g_strdup (id);
}

static void
add_once (GPtrArray *names,
          char      *name)
{
  if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_free (name);
  else
    g_ptr_array_add (names, name);
}

static char *
join (GPtrArray *names)
{
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

/* The vendors that an option pays and the models that it calls, each once. */
static void
describe_option (Bill                 *bill,
                 const OutlayScenario *scenario)
{
  const OutlayOption *option = bill->paid->option;
  g_autoptr (GPtrArray) vendors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) models = g_ptr_array_new_with_free_func (g_free);

  if (bill->paid->plan != NULL)
    add_once (vendors, name_vendor (bill->paid->plan->vendor, bill->paid->plan->id));
  for (guint tier = 0; tier < outlay_option_count_tiers (option); tier++)
    {
      const OutlayModel *model = outlay_option_tier_model (option, scenario, tier);

      add_once (models, g_strdup (model->id));
      if (bill->paid->plan == NULL)
        add_once (vendors, name_vendor (model->vendor, model->id));
    }

  bill->vendors = join (vendors);
  bill->models = join (models);
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

/* What both rows of a role's month begin with. */
static void
begin_row (const Bill *bill,
           guint       role,
           guint       month)
{
  const OutlayBreakdown *paid = bill->paid;
  const OutlayScenario *scenario = paid->estimate->scenario;
  g_autofree char *start = format_month (scenario->start + (int) month);
  g_autofree char *end = format_month (scenario->start + (int) month + 1);
  g_autofree char *number = g_strdup_printf ("role-%u", role + 1);

  add_texts (bill->grid, (const char * const []) {
    paid->option->id, paid->option->name, scenario->currency.code, start, end, start, end,
    bill->vendors, bill->vendors, bill->vendors,
    "AI and Machine Learning", "Generative AI", paid->option->name,
    number, scenario->team[role].name,
    bill->models, paid->plan != NULL ? paid->plan->id : "", NULL
  });
}

static void
add_usage (const Bill *bill,
           guint       role,
           guint       month)
{
  const double *cell = outlay_breakdown_get_cell (bill->paid, OUTLAY_SPLIT_ROLE, role,
                                                  (int) month);
  const double *list = outlay_breakdown_get_cell (bill->listed, OUTLAY_SPLIT_ROLE, role,
                                                  (int) month);
  double tokens = 0, paid = 0;

  for (guint i = 0; i < OUTLAY_N_TOKEN_CLASSES; i++)
    {
      tokens += cell[OUTLAY_CELL_TOKENS + i];
      paid += cell[OUTLAY_CELL_PAID + i];
    }

  begin_row (bill, role, month);
  add_texts (bill->grid, (const char * const []) {
    "Usage", "", "Usage-Based", "Estimated use of an AI assistant", NULL
  });
  outlay_grid_add_number (bill->grid, tokens, 0);
  outlay_grid_add_text (bill->grid, "Tokens");
  outlay_grid_add_number (bill->grid, tokens / TOKENS_PRICED, 0);
  outlay_grid_add_text (bill->grid, "1000000 Tokens");
  outlay_grid_add_number (bill->grid, list[OUTLAY_CELL_API_COST], 2);
  outlay_grid_add_number (bill->grid, cell[OUTLAY_CELL_API_COST], 2);
  outlay_grid_add_number (bill->grid, paid, 2);
  outlay_grid_add_number (bill->grid, cell[OUTLAY_CELL_COST], 2);
}

/* Only use is consumed: of seats that is null. */
static void
add_seats (const Bill *bill,
           guint       role,
           guint       month)
{
  const double *cell = outlay_breakdown_get_cell (bill->paid, OUTLAY_SPLIT_ROLE, role,
                                                  (int) month);

  begin_row (bill, role, month);
  add_texts (bill->grid, (const char * const []) {
    "Purchase", "", "Recurring", "Estimated seats of a plan, by people active", NULL
  });
  outlay_grid_add_number (bill->grid, NAN, 0);
  outlay_grid_add_text (bill->grid, "");
  outlay_grid_add_number (bill->grid, cell[OUTLAY_CELL_SEATS], 2);
  outlay_grid_add_text (bill->grid, "Seats");
  for (guint i = 0; i < 3; i++)
    outlay_grid_add_number (bill->grid, cell[OUTLAY_CELL_FEES], 2);
  outlay_grid_add_number (bill->grid, 0, 2);
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
  g_autofree char *rows = NULL;
  Bill bill = { grid, paid, paid, NULL, NULL };

  if (paid == NULL)
    return;
  if (is_off_list (paid->option))
    bill.listed = own_list = outlay_breakdown_new (listed, option);

  describe_option (&bill, estimate->scenario);
  for (guint month = 0; month < estimate->n_months; month++)
    for (guint role = 0; role < estimate->scenario->n_team; role++)
      {
        add_usage (&bill, role, month);
        if (paid->plan != NULL)
          add_seats (&bill, role, month);
      }
  g_free (bill.vendors);
  g_free (bill.models);

  rows = outlay_grid_to_csv (grid);
  g_string_append (text, strchr (rows, '\n') + 1);
}

/**
 * outlay_estimate_to_focus_csv:
 * @estimate: an estimate
 *
 * Options that cannot be estimated have no rows.
 *
 * Returns: (transfer full): CSV with a row for each option, month and role, and
 *   for a plan another for its seats
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
