/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each option of a report is: its models, its plan, and where a routing sends
 * which task. */
#include "report-sections.h"

#include "choice-names.h"
#include "input-text.h"
#include "model-words.h"
#include "paths.h"

#include <glib/gi18n.h>

typedef struct
{
  OutlayReportTable    *table;
  const OutlayScenario *scenario;
  const OutlayOption   *option;
} Terms;

static void
add_term (const Terms *terms,
          const char  *name,
          const char  *value)
{
  outlay_report_table_add_text (terms->table, terms->option->name);
  outlay_report_table_add_text (terms->table, name);
  outlay_report_table_add_text (terms->table, value);
}

static const char *
get_label (const char *key)
{
  g_autofree char *path = g_strconcat ("options[].", key, NULL);

  return _(outlay_input_find (path)->label);
}

static void
add_model (const Terms *terms,
           const char  *name,
           const char  *id)
{
  const OutlayModel *model = outlay_prices_find_model (&terms->scenario->prices, id);
  g_autofree char *text = outlay_model_mark_status (model, model->name);

  add_term (terms, name, text);
}

/* One tier, or what each level of expertise has. */
static char *
describe_rule (const OutlayTier rule[OUTLAY_N_LEVELS])
{
  const OutlayInput *levels = outlay_input_find ("team[].expertise");
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gboolean is_same = TRUE;

  for (guint level = 0; level < OUTLAY_N_LEVELS; level++)
    {
      is_same &= rule[level] == rule[0];
      g_ptr_array_add (parts, g_strdup_printf (C_("input", "%s: %s"),
                                               outlay_choice_get_name (levels, (int) level),
                                               outlay_tier_get_name (rule[level])));
    }
  g_ptr_array_add (parts, NULL);

  return is_same ? g_strdup (outlay_tier_get_name (rule[0]))
                 : g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_learning_tier (const Terms *terms)
{
  const OutlayLearningTier *learning = terms->option->learning_tier;
  g_autofree char *months = outlay_number_format ((double) learning->months);

  add_term (terms, get_label ("learning_tier.tier"), outlay_tier_get_name (learning->tier));
  add_term (terms, get_label ("learning_tier.months"), months);
}

static void
add_routing (const Terms *terms)
{
  static const char * const tier_keys[OUTLAY_N_TIERS] = {
    "tiers.economy", "tiers.frontier", "tiers.specialist"
  };
  const OutlayOption *option = terms->option;

  for (guint tier = 0; tier < OUTLAY_N_TIERS; tier++)
    add_model (terms, get_label (tier_keys[tier]), option->tiers[tier]);

  for (guint task = 0; task < terms->scenario->n_tasks; task++)
    {
      g_autofree char *rule = describe_rule (option->rules[task]);

      add_term (terms, terms->scenario->tasks[task].name, rule);
    }

  if (option->escalate_to != OUTLAY_NONE)
    add_term (terms, get_label ("escalate_to"),
              outlay_tier_get_name ((OutlayTier) option->escalate_to));
  if (option->learning_tier != NULL)
    add_learning_tier (terms);
}

/* What is as usual is not told. */
static void
add_number (const Terms *terms,
            const char  *key,
            double       value)
{
  g_autofree char *text = outlay_number_format (value);

  if (value != 1)
    add_term (terms, get_label (key), text);
}

static void
add_option (const Terms *terms)
{
  const OutlayOption *option = terms->option;
  g_autofree char *cache = outlay_input_format (outlay_input_find ("options[].cache"), option);

  if (option->kind == OUTLAY_OPTION_ROUTING)
    add_routing (terms);
  if (option->kind == OUTLAY_OPTION_PLAN)
    add_term (terms, get_label ("plan"),
              outlay_prices_find_plan (&terms->scenario->prices, option->plan)->name);
  if (option->kind != OUTLAY_OPTION_ROUTING)
    add_model (terms, option->kind == OUTLAY_OPTION_PLAN ? _("Work priced on")
                                                         : get_label ("model"), option->model);

  add_term (terms, get_label ("cache"), cache);
  add_number (terms, "effort", option->effort);
  if (option->kind != OUTLAY_OPTION_PLAN)
    add_number (terms, "price_factor", option->price_factor);
}

void
outlay_report_add_options (OutlayReportMaker *maker)
{
  const OutlayScenario *scenario = maker->estimate->scenario;
  OutlayReportTable *table = outlay_report_add_table (maker->report, _("Options"));

  outlay_report_table_add_column (table, C_("column", "Option"), FALSE);
  outlay_report_table_add_column (table, C_("column", "Input"), FALSE);
  outlay_report_table_add_column (table, C_("column", "Value"), FALSE);
  for (guint i = 0; i < scenario->n_options; i++)
    add_option (&(Terms) { table, scenario, &scenario->options[i] });
}
