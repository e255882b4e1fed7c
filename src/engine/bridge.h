/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "estimate.h"

G_BEGIN_DECLS

/**
 * OUTLAY_BRIDGE_ERROR:
 *
 * Why two scenarios cannot be compared.
 */
#define OUTLAY_BRIDGE_ERROR (outlay_bridge_error_quark ())

/**
 * OutlayBridgeError:
 * @OUTLAY_BRIDGE_ERROR_REFUSED: the option cannot be estimated in one of them
 * @OUTLAY_BRIDGE_ERROR_MISSING: one of them has no such option
 */
typedef enum
{
  OUTLAY_BRIDGE_ERROR_REFUSED,
  OUTLAY_BRIDGE_ERROR_MISSING
} OutlayBridgeError;

GQuark outlay_bridge_error_quark (void);

/**
 * OutlayBridgePart:
 * @OUTLAY_BRIDGE_PRICE: what tokens cost: the price cards of the models
 *   (`prices.models[].prices`), `start` (which cards are in force),
 *   `price_drift`, an option's `price_factor`, `currency`
 * @OUTLAY_BRIDGE_PEOPLE: who is there, when, and how skilled: `months`, a role's
 *   `name`, `people`, `joins`, `expertise`, `hourly_wage`, `occupation`;
 *   `adoption`, `learning`, `onboarding`, and whether wages count
 *   (`wage_effect.enabled`, `.reference_wage`)
 * @OUTLAY_BRIDGE_MIX: how many tasks, of which kinds: `active_days`, a role's
 *   `tasks_per_day` and `mix`, a task's `id`, `name` and `share`
 * @OUTLAY_BRIDGE_TURNS: `turns`, `turn_spread`, `max_turns`, the turns of
 *   `tasks`, `expertise`, `classes` and `wage_effect`
 * @OUTLAY_BRIDGE_TOKENS: what a turn moves: a task's `calls_per_turn`,
 *   `base_context`, `message`, `tool_result`, `output`; `expertise`'s `calls`,
 *   `wage_effect.output`, `taper`, `compact_at`, `summary_tokens`,
 *   `cache_warmth`, an option's `effort` and `cache`, a model's `tokenizer`,
 *   `context_window` and `max_output`
 * @OUTLAY_BRIDGE_ACCEPTANCE: how often a task is tried: `max_attempts`, the
 *   acceptance of `expertise`, `tasks` and `classes`; and what tells an outcome's
 *   worth, which no cost depends on: `minutes_saved`, `minutes_review`, `risk`,
 *   `value_growth`
 * @OUTLAY_BRIDGE_PLAN: how it is bought: an option's `kind`, `plan`, `rules`,
 *   `escalate_to`, `learning_tier`, everything of a plan, `usage_spread`; and
 *   what says nothing about the cost: `name`, `notes`, `budget`, `seed`,
 *   `uncertainty`
 *
 * The parts of a difference, in the order of the walk.
 *
 * The model that an option names is a reference: each member of that model
 * belongs to its own part. Its class stands for the two factors it picks from
 * `classes`, so that its turns belong to TURNS and its acceptance to ACCEPTANCE.
 * Where one option is a routing and the other is not, which models it calls
 * belongs to PLAN.
 */
typedef enum
{
  OUTLAY_BRIDGE_PRICE,
  OUTLAY_BRIDGE_PEOPLE,
  OUTLAY_BRIDGE_MIX,
  OUTLAY_BRIDGE_TURNS,
  OUTLAY_BRIDGE_TOKENS,
  OUTLAY_BRIDGE_ACCEPTANCE,
  OUTLAY_BRIDGE_PLAN,
  OUTLAY_N_BRIDGE_PARTS
} OutlayBridgePart;

const char *outlay_bridge_part_get_key (OutlayBridgePart  part);
gboolean    outlay_bridge_find_part    (const char       *path,
                                        OutlayBridgePart *part);

/**
 * OutlayBridge:
 * @currency: (transfer none): ISO 4217 code of the money: that of both, or USD
 *   where they differ; then no exchange rate enters
 * @cost_a: money: the option's period in A
 * @cost_b: money: in B
 * @parts: money: what each part of the change adds; they add up to
 *   @cost_b - @cost_a
 *
 * Why an option's period costs more in scenario B than in A, or less.
 *
 * From A to B the parts are taken over from B one after another, and each adds
 * what the cost changes by; from B to A they are taken over from A in the same
 * order. A part is the mean of the first and, negated, the second, so that
 * swapping the two turns every sign.
 *
 * Roles are the same in both where their names are (the nth of a name with the
 * nth), tasks where their ids are. A role that one side lacks has no people
 * there, a task no share; what else is asked of it comes from the side that has
 * it. A kind of task that a routing does not know goes to the tier to which the
 * other side sends it, else to `frontier`.
 *
 * The scenarios between A and B are steps of the arithmetic that nobody chose,
 * so nothing refuses them: neither a plan's seats nor a call that is larger than
 * its context. Only A and B themselves can be refused.
 */
typedef struct
{
  const char *currency;
  double      cost_a;
  double      cost_b;
  double      parts[OUTLAY_N_BRIDGE_PARTS];
} OutlayBridge;

gboolean outlay_bridge_init (OutlayBridge          *bridge,
                             const OutlayScenario  *a,
                             const OutlayOption    *option_a,
                             const OutlayScenario  *b,
                             const OutlayOption    *option_b,
                             GError               **error);

G_END_DECLS
