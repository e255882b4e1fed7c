/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why one scenario costs more than another, in words and figures. */
#include "bridge-words.h"

#include "currencies.h"
#include "figure-format.h"

#include <glib/gi18n.h>
#include <math.h>

static double
round_to (double value,
          double unit)
{
  return round (value / unit) * unit;
}

static double
get_coin (const char *currency)
{
  return pow (10, -outlay_currency_get_decimals (currency));
}

/**
 * outlay_bridge_round:
 * @amount: money
 * @currency: its ISO 4217 code
 *
 * Everything that a comparison shows is rounded by this, and a difference is that of
 * the two costs that stand beside it: so chart, heading and tables agree.
 *
 * Returns: the amount to the smallest coin
 */
double
outlay_bridge_round (double      amount,
                     const char *currency)
{
  return round_to (amount, get_coin (currency));
}

/* The part that one coin more, or less, brings nearest to what it really is. */
static guint
find_part_to_move (const OutlayBridge        *bridge,
                   const OutlayBridgeFigures *figures,
                   double                     sign)
{
  double most = -INFINITY;
  guint best = 0;

  for (guint i = 0; i < OUTLAY_N_BRIDGE_PARTS; i++)
    {
      double error = sign * (bridge->parts[i] - figures->parts[i]);

      if (bridge->parts[i] != 0 && error > most)
        {
          most = error;
          best = i;
        }
    }

  return best;
}

/**
 * outlay_bridge_figures_init:
 * @figures: (out caller-allocates): what to show
 * @bridge: a bridge
 *
 * Rounds a bridge to the smallest coin, so that A and its parts visibly make B.
 * Should that be a coin or two out, the parts that are nearest to the next coin take
 * them: each stays within a coin of what it is, and swapping A and B still turns
 * every sign. Whole money would be up to a unit out, and more in the parts.
 */
void
outlay_bridge_figures_init (OutlayBridgeFigures *figures,
                            const OutlayBridge  *bridge)
{
  double unit = get_coin (bridge->currency);
  double missing;

  figures->cost_a = outlay_bridge_round (bridge->cost_a, bridge->currency);
  figures->cost_b = outlay_bridge_round (bridge->cost_b, bridge->currency);
  missing = round (bridge->cost_b / unit) - round (bridge->cost_a / unit);
  for (guint i = 0; i < OUTLAY_N_BRIDGE_PARTS; i++)
    {
      figures->parts[i] = round_to (bridge->parts[i], unit);
      missing -= round (bridge->parts[i] / unit);
    }

  /* Nine roundings are at most half a unit out each; what is more lies beyond what a
   * double can tell, and is not worth a loop without an end. */
  for (guint moved = 0; fabs (missing) >= 1 && moved <= OUTLAY_N_BRIDGE_PARTS; moved++)
    {
      double sign = missing > 0 ? 1 : -1;
      guint part = find_part_to_move (bridge, figures, sign);

      figures->parts[part] = round_to (figures->parts[part] + sign * unit, unit);
      missing -= sign;
    }
}

/**
 * outlay_bridge_format_change:
 * @change: a difference of two amounts, or a part of one
 * @currency: its ISO 4217 code
 *
 * Returns: (transfer full): the change with its sign, be it plus
 */
char *
outlay_bridge_format_change (double      change,
                             const char *currency)
{
  return outlay_figure_format_signed (change,
                                      outlay_figure_format_money_exact (change, currency));
}

/**
 * outlay_bridge_part_name:
 * @part: a part of a difference
 *
 * Returns: its name in the person's language
 */
const char *
outlay_bridge_part_name (OutlayBridgePart part)
{
  switch (part)
    {
    case OUTLAY_BRIDGE_PRICE:
      return C_("part of a difference", "Price");
    case OUTLAY_BRIDGE_PEOPLE:
      return C_("part of a difference", "People and months");
    case OUTLAY_BRIDGE_MIX:
      return C_("part of a difference", "Tasks and mix");
    case OUTLAY_BRIDGE_TURNS:
      return C_("part of a difference", "Turns");
    case OUTLAY_BRIDGE_TOKENS:
      return C_("part of a difference", "Tokens");
    case OUTLAY_BRIDGE_ACCEPTANCE:
      return C_("part of a difference", "Acceptance");
    case OUTLAY_BRIDGE_PLAN:
      return C_("part of a difference", "Plan and routing");
    case OUTLAY_N_BRIDGE_PARTS:
    default:
      g_return_val_if_reached ("");
    }
}

static const OutlayOption *
find_option (const OutlayScenario *scenario,
             const char           *id)
{
  for (guint i = 0; i < scenario->n_options; i++)
    if (g_str_equal (scenario->options[i].id, id))
      return &scenario->options[i];

  return NULL;
}

/* Why there is no bridge: one side lacks the option, or refuses it. */
static char *
describe_lack (const OutlayComparison     *comparison,
               const OutlayComparedOption *option)
{
  gboolean in_a = find_option (comparison->a, option->id) != NULL;
  gboolean in_b = find_option (comparison->b, option->id) != NULL;

  if (in_a && in_b)
    /* Translators: an option */
    return g_strdup_printf (_("%s cannot be estimated in both scenarios"), option->name);

  /* Translators: an option, and the name of the one scenario that has it */
  return g_strdup_printf (_("%s is only in “%s”"), option->name,
                          in_a ? comparison->a->name : comparison->b->name);
}

/**
 * outlay_bridge_finding:
 * @comparison: two scenarios
 * @option: an option of theirs
 *
 * Returns: (transfer full): by how much it costs more or less in the second
 */
char *
outlay_bridge_finding (const OutlayComparison     *comparison,
                       const OutlayComparedOption *option)
{
  OutlayBridgeFigures figures;
  g_autofree char *money = NULL;
  double change;

  if (option->error != NULL)
    return describe_lack (comparison, option);

  outlay_bridge_figures_init (&figures, &option->bridge);
  change = figures.cost_b - figures.cost_a;
  money = outlay_figure_format_money_exact (fabs (change), option->bridge.currency);

  if (fabs (change) < 0.005)
    /* Translators: an option */
    return g_strdup_printf (_("%s costs the same in both scenarios"), option->name);
  if (change > 0)
    /* Translators: an option, money, and the name of a scenario */
    return g_strdup_printf (_("%s costs %s more in “%s”"), option->name, money,
                            comparison->b->name);

  /* Translators: as above */
  return g_strdup_printf (_("%s costs %s less in “%s”"), option->name, money,
                          comparison->b->name);
}

/* The part that moves the cost most, if any does. */
static char *
describe_largest (const OutlayBridge *bridge)
{
  OutlayBridgeFigures figures;
  g_autofree char *money = NULL;
  guint largest = 0;

  outlay_bridge_figures_init (&figures, bridge);
  for (guint i = 1; i < OUTLAY_N_BRIDGE_PARTS; i++)
    if (fabs (bridge->parts[i]) > fabs (bridge->parts[largest]))
      largest = i;
  if (figures.parts[largest] == 0)
    return NULL;

  money = outlay_bridge_format_change (figures.parts[largest], bridge->currency);

  /* Translators: what moves a cost most, such as "Turns", and by how much */
  return g_strdup_printf (_("Largest part: %s, %s."),
                          outlay_bridge_part_name ((OutlayBridgePart) largest), money);
}

/**
 * outlay_bridge_subtitle:
 * @comparison: two scenarios
 * @option: an option of theirs
 *
 * Returns: (transfer full): what is drawn, and what makes most of the difference
 */
char *
outlay_bridge_subtitle (const OutlayComparison     *comparison,
                        const OutlayComparedOption *option)
{
  const char *currency = outlay_currency_get_name (comparison->currency);
  g_autofree char *unit = NULL;
  g_autofree char *largest = NULL;

  if (option->error != NULL)
    return g_strdup ("");

  if (!g_str_equal (comparison->a->currency.code, comparison->b->currency.code))
    /* Translators: the codes of two currencies, and the names of two scenarios: "US
     * dollars, as they count in USD and EUR, each by its own rate: from “Plan A” to
     * “Plan B”." */
    unit = g_strdup_printf (_("US dollars, as they count in %s and %s, each by its own rate: "
                              "from “%s” to “%s”."),
                            comparison->a->currency.code, comparison->b->currency.code,
                            comparison->a->name, comparison->b->name);
  else
    /* Translators: a currency, and the names of two scenarios: "US dollars in the whole
     * period, from “Plan A” to “Plan B”." */
    unit = g_strdup_printf (_("%s in the whole period, from “%s” to “%s”."), currency,
                            comparison->a->name, comparison->b->name);
  largest = describe_largest (&option->bridge);

  return g_strjoin (" ", unit, largest, NULL);
}
