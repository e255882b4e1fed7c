/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the folded rows of the pane say. */
#include "more-words.h"

#include "field-text.h"
#include "figure-format.h"
#include "input-default.h"
#include "paths.h"

#include <glib/gi18n.h>

/**
 * outlay_adoption_describe:
 * @adoption: an adoption
 * @first: the share of people who are active in the first month
 * @last: and in the last
 *
 * Returns: (transfer full): "30 → 85 %, 4 months"
 */
char *
outlay_adoption_describe (const OutlayAdoption *adoption,
                          double                first,
                          double                last)
{
  g_autofree char *from = outlay_figure_format_number (first * 100, 0);
  g_autofree char *to = outlay_figure_format_percent (last);
  g_autofree char *months = outlay_figure_format_number ((double) adoption->months, 0);

  if (adoption->shape == OUTLAY_ADOPTION_IMMEDIATE)
    /* Translators: the share of people that use the assistant from the start */
    return g_strdup_printf (_("%s at once"), to);
  if (adoption->shape == OUTLAY_ADOPTION_CUSTOM)
    return g_strdup_printf (_("%s → %s"), from, to);

  /* Translators: shares of people and a time: "30 → 85 %, 4 months". Where text
   * runs from right to left, turn the arrow. */
  return g_strdup_printf (ngettext ("%s → %s, %s month", "%s → %s, %s months",
                                    (gulong) adoption->months), from, to, months);
}

static char *
format_number (double value)
{
  return outlay_field_format (value, 2);
}

static char *
describe_onboarding (const OutlayScenario *scenario)
{
  g_autofree char *hours = format_number (scenario->onboarding.hours);
  g_autofree char *money = outlay_figure_format_money (scenario->onboarding.money, "USD");

  /* Translators: hours and money that each person costs once: "4 hours, $0" */
  return g_strdup_printf (_("%s hours, %s"), hours, money);
}

static char *
describe_expertise (const OutlayScenario *scenario)
{
  g_autofree char *novice =
    outlay_figure_format_number (scenario->expertise[OUTLAY_LEVEL_NOVICE].acceptance.start * 100,
                                 0);
  g_autofree char *expert =
    outlay_figure_format_percent (scenario->expertise[OUTLAY_LEVEL_EXPERT].acceptance.start);

  /* Translators: what share of attempts is accepted of novices and of experts:
   * "39 to 65 % accepted" */
  return g_strdup_printf (_("%s to %s accepted"), novice, expert);
}

static char *
describe_wage_effect (const OutlayScenario *scenario)
{
  g_autofree char *wage = NULL;

  if (!scenario->wage_effect.enabled)
    return g_strdup (C_("switch", "off"));

  wage = outlay_figure_format_money (scenario->wage_effect.reference_wage, "USD");

  /* Translators: the wage from which dearer work uses more tokens */
  return g_strdup_printf (_("against %s an hour"), wage);
}

static char *
describe_tasks (const OutlayScenario *scenario)
{
  g_autofree char *count = outlay_figure_format_number (scenario->n_tasks, 0);

  return g_strdup_printf (ngettext ("%s kind", "%s kinds", scenario->n_tasks), count);
}

static char *
describe_spread (const OutlayScenario *scenario)
{
  g_autofree char *turns = format_number (scenario->turn_spread);
  g_autofree char *usage = format_number (scenario->usage_spread);

  /* Translators: how much tasks and people differ from their mean */
  return g_strdup_printf (_("tasks %s, people %s"), turns, usage);
}

static char *
describe_context (const OutlayScenario *scenario)
{
  g_autofree char *warm = outlay_figure_format_percent (scenario->cache_warmth.warm_5m);
  g_autofree char *tokens = outlay_figure_format_number (scenario->compact_at, 0);

  /* Translators: the share of messages that find a warm cache, and the tokens at
   * which a session is summed up: "75 % warm, to 160,000" */
  return g_strdup_printf (_("%s warm, to %s"), warm, tokens);
}

static char *
describe_classes (const OutlayScenario *scenario)
{
  g_autofree char *turns = format_number (scenario->classes[OUTLAY_CLASS_ECONOMY].turns);

  /* Translators: how many more turns economy models need: "economy 1.2 × turns" */
  return g_strdup_printf (_("economy %s × turns"), turns);
}

static char *
describe_value (const OutlayScenario *scenario)
{
  g_autofree char *growth = outlay_figure_format_percent (scenario->value_growth);
  g_autofree char *drift = outlay_figure_format_percent (scenario->price_drift);

  if (scenario->price_drift == 0)
    /* Translators: the growth of value with learning; API prices do not fall */
    return g_strdup_printf (_("value +%s, prices stay"), growth);

  /* Translators: the growth of value with learning, the fall of prices a year */
  return g_strdup_printf (_("value +%s, prices −%s"), growth, drift);
}

/* The paths of the factors, in the order of OutlayFactor. */
static char *
describe_uncertainty (const OutlayScenario *scenario)
{
  static const char * const paths[OUTLAY_N_FACTORS] = {
    "uncertainty.tasks", "uncertainty.turns", "uncertainty.tokens", "uncertainty.acceptance",
    "uncertainty.warmth", "uncertainty.learning", "uncertainty.adoption",
  };
  guint n_own = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    n_own += outlay_input_is_changed (scenario, paths[i]) ? 1 : 0;
  if (n_own == 0)
    return g_strdup (_("as by default"));

  count = outlay_figure_format_number (n_own, 0);

  /* Translators: how many uncertain factors are not as by default */
  return g_strdup_printf (ngettext ("%s range of its own", "%s ranges of their own", n_own),
                          count);
}

static char *
describe_scenario (const OutlayScenario *scenario)
{
  return g_strdup (scenario->name != NULL ? scenario->name : "");
}

/**
 * outlay_group_words_list:
 * @n_groups: (out): how many
 *
 * Returns: (transfer none) (array length=n_groups): the rows that hold nothing but
 *   dials made from the table of inputs
 */
const OutlayGroupWords *
outlay_group_words_list (guint *n_groups)
{
  static const OutlayGroupWords groups[] = {
    { "onboarding_row", describe_onboarding },
    { "expertise_row", describe_expertise },
    { "wage_effect_row", describe_wage_effect },
    { "tasks_row", describe_tasks },
    { "spread_row", describe_spread },
    { "context_row", describe_context },
    { "classes_row", describe_classes },
    { "value_row", describe_value },
    { "uncertainty_row", describe_uncertainty },
    { "scenario_row", describe_scenario },
  };

  *n_groups = G_N_ELEMENTS (groups);

  return groups;
}
