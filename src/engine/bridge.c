/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bridge.h"

#include "bridge-step.h"
#include "option-alone.h"

G_DEFINE_QUARK (outlay-bridge-error-quark, outlay_bridge_error)

static const char * const part_keys[OUTLAY_N_BRIDGE_PARTS] = {
  "price", "people", "mix", "turns", "tokens", "acceptance", "plan",
};

/* The part's name in JSON and CSV. */
const char *
outlay_bridge_part_get_key (OutlayBridgePart part)
{
  g_return_val_if_fail (part < OUTLAY_N_BRIDGE_PARTS, NULL);

  return part_keys[part];
}

/* What the option costs in one of the scenarios that are compared. */
static gboolean
get_cost (const OutlayBridgeSides  *sides,
          guint                     side,
          double                   *cost,
          GError                  **error)
{
  const OutlayScenario *scenario = sides->scenario[side];
  g_autoptr (OutlayPool) pool = outlay_pool_new ();
  OutlayOptionEstimate estimate = { .option = sides->option[side] };

  if (!outlay_option_estimate_alone (&estimate, pool, scenario, TRUE))
    {
      g_set_error (error, OUTLAY_BRIDGE_ERROR, OUTLAY_BRIDGE_ERROR_REFUSED,
                   "%s in \"%s\" cannot be estimated: %s", estimate.option->name,
                   scenario->name, estimate.error->message);
      g_clear_error (&estimate.error);
      return FALSE;
    }

  *cost = estimate.total[OUTLAY_FIGURE_COST];
  if (sides->in_dollars)
    *cost /= scenario->currency.rate;

  return TRUE;
}

static double
get_step_cost (const OutlayBridgeSides *sides,
               const guint             *from)
{
  g_autoptr (OutlayScenario) step = outlay_bridge_step_new (sides, from);
  g_autoptr (OutlayPool) pool = outlay_pool_new ();
  OutlayOptionEstimate estimate = { .option = &step->options[0] };

  outlay_option_estimate_alone (&estimate, pool, step, FALSE);

  return estimate.total[OUTLAY_FIGURE_COST];
}

/* Walks from one side to the other; what each part changes on the way. */
static void
walk (const OutlayBridgeSides *sides,
      guint                    start,
      double                  *changes)
{
  guint from[OUTLAY_N_BRIDGE_PARTS];
  double before;

  for (guint part = 0; part < OUTLAY_N_BRIDGE_PARTS; part++)
    from[part] = start;

  before = get_step_cost (sides, from);
  for (guint part = 0; part < OUTLAY_N_BRIDGE_PARTS; part++)
    {
      double after;

      from[part] = OUTLAY_OTHER (start);
      after = get_step_cost (sides, from);
      changes[part] = after - before;
      before = after;
    }
}

/**
 * outlay_bridge_init:
 * @bridge: (out caller-allocates): the parts of the difference
 * @a: a scenario
 * @option_a: an option of it
 * @b: another scenario
 * @option_b: an option of that
 * @error: return location for %OUTLAY_BRIDGE_ERROR
 *
 * Says why an option's period costs more or less in @b than in @a. @bridge
 * points into @a.
 *
 * Returns: whether both can be estimated
 */
gboolean
outlay_bridge_init (OutlayBridge          *bridge,
                    const OutlayScenario  *a,
                    const OutlayOption    *option_a,
                    const OutlayScenario  *b,
                    const OutlayOption    *option_b,
                    GError               **error)
{
  g_auto (OutlayBridgeSides) sides = { 0 };
  double there[OUTLAY_N_BRIDGE_PARTS], back[OUTLAY_N_BRIDGE_PARTS];

  outlay_bridge_sides_init (&sides, a, option_a, b, option_b);

  *bridge = (OutlayBridge) { .currency = sides.in_dollars ? "USD" : a->currency.code };
  if (!get_cost (&sides, 0, &bridge->cost_a, error) ||
      !get_cost (&sides, 1, &bridge->cost_b, error))
    return FALSE;

  walk (&sides, 0, there);
  walk (&sides, 1, back);
  for (guint part = 0; part < OUTLAY_N_BRIDGE_PARTS; part++)
    bridge->parts[part] = (there[part] - back[part]) / 2;

  return TRUE;
}
