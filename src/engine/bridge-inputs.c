/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which part of a bridge each input belongs to: the table behind bridge.h, for
 * whoever has an input's path. bridge-step.c does the same with members. */
#include "bridge.h"

typedef struct
{
  const char       *pattern; /* a path; * stands for anything */
  OutlayBridgePart  part;
} InputPart;

/* A pattern with a star at its end takes in all that an object or a list holds. */
static const InputPart input_parts[] = {
  { "start", OUTLAY_BRIDGE_PRICE },
  { "price_drift", OUTLAY_BRIDGE_PRICE },
  { "currency*", OUTLAY_BRIDGE_PRICE },
  { "options[*].price_factor", OUTLAY_BRIDGE_PRICE },
  { "prices.models[*].prices*", OUTLAY_BRIDGE_PRICE },

  { "months", OUTLAY_BRIDGE_PEOPLE },
  { "team[*].name", OUTLAY_BRIDGE_PEOPLE },
  { "team[*].people", OUTLAY_BRIDGE_PEOPLE },
  { "team[*].joins", OUTLAY_BRIDGE_PEOPLE },
  { "team[*].expertise", OUTLAY_BRIDGE_PEOPLE },
  { "team[*].hourly_wage", OUTLAY_BRIDGE_PEOPLE },
  { "team[*].occupation", OUTLAY_BRIDGE_PEOPLE },
  { "adoption.*", OUTLAY_BRIDGE_PEOPLE },
  { "learning.*", OUTLAY_BRIDGE_PEOPLE },
  { "onboarding.*", OUTLAY_BRIDGE_PEOPLE },
  { "wage_effect.enabled", OUTLAY_BRIDGE_PEOPLE },
  { "wage_effect.reference_wage", OUTLAY_BRIDGE_PEOPLE },

  { "active_days", OUTLAY_BRIDGE_MIX },
  { "team[*].tasks_per_day", OUTLAY_BRIDGE_MIX },
  { "team[*].mix*", OUTLAY_BRIDGE_MIX },
  { "tasks[*].id", OUTLAY_BRIDGE_MIX },
  { "tasks[*].name", OUTLAY_BRIDGE_MIX },
  { "tasks[*].share*", OUTLAY_BRIDGE_MIX },

  { "turns", OUTLAY_BRIDGE_TURNS },
  { "turn_spread", OUTLAY_BRIDGE_TURNS },
  { "max_turns", OUTLAY_BRIDGE_TURNS },
  { "tasks[*].turns", OUTLAY_BRIDGE_TURNS },
  { "expertise.*.turns*", OUTLAY_BRIDGE_TURNS },
  { "classes.*.turns", OUTLAY_BRIDGE_TURNS },
  { "wage_effect.turns", OUTLAY_BRIDGE_TURNS },

  { "tasks[*].calls_per_turn", OUTLAY_BRIDGE_TOKENS },
  { "tasks[*].base_context", OUTLAY_BRIDGE_TOKENS },
  { "tasks[*].message", OUTLAY_BRIDGE_TOKENS },
  { "tasks[*].tool_result", OUTLAY_BRIDGE_TOKENS },
  { "tasks[*].output", OUTLAY_BRIDGE_TOKENS },
  { "expertise.*.calls", OUTLAY_BRIDGE_TOKENS },
  { "wage_effect.output", OUTLAY_BRIDGE_TOKENS },
  { "taper", OUTLAY_BRIDGE_TOKENS },
  { "compact_at", OUTLAY_BRIDGE_TOKENS },
  { "summary_tokens", OUTLAY_BRIDGE_TOKENS },
  { "cache_warmth.*", OUTLAY_BRIDGE_TOKENS },
  { "options[*].effort", OUTLAY_BRIDGE_TOKENS },
  { "options[*].cache", OUTLAY_BRIDGE_TOKENS },
  { "prices.models[*].tokenizer", OUTLAY_BRIDGE_TOKENS },
  { "prices.models[*].context_window", OUTLAY_BRIDGE_TOKENS },
  { "prices.models[*].max_output", OUTLAY_BRIDGE_TOKENS },

  { "max_attempts", OUTLAY_BRIDGE_ACCEPTANCE },
  { "expertise.*.acceptance*", OUTLAY_BRIDGE_ACCEPTANCE },
  { "classes.*.acceptance", OUTLAY_BRIDGE_ACCEPTANCE },
  { "tasks[*].acceptance", OUTLAY_BRIDGE_ACCEPTANCE },
  { "tasks[*].minutes_saved", OUTLAY_BRIDGE_ACCEPTANCE },
  { "tasks[*].minutes_review", OUTLAY_BRIDGE_ACCEPTANCE },
  { "tasks[*].risk", OUTLAY_BRIDGE_ACCEPTANCE },
  { "value_growth", OUTLAY_BRIDGE_ACCEPTANCE },

  { "options[*].id", OUTLAY_BRIDGE_PLAN },
  { "options[*].name", OUTLAY_BRIDGE_PLAN },
  { "options[*].kind", OUTLAY_BRIDGE_PLAN },
  { "options[*].plan", OUTLAY_BRIDGE_PLAN },
  { "options[*].rules*", OUTLAY_BRIDGE_PLAN },
  { "options[*].escalate_to", OUTLAY_BRIDGE_PLAN },
  { "options[*].learning_tier*", OUTLAY_BRIDGE_PLAN },
  { "prices.plans[*].*", OUTLAY_BRIDGE_PLAN },
  { "usage_spread", OUTLAY_BRIDGE_PLAN },
  { "outlay", OUTLAY_BRIDGE_PLAN },
  { "name", OUTLAY_BRIDGE_PLAN },
  { "notes", OUTLAY_BRIDGE_PLAN },
  { "budget", OUTLAY_BRIDGE_PLAN },
  { "seed", OUTLAY_BRIDGE_PLAN },
  { "uncertainty.*", OUTLAY_BRIDGE_PLAN },
  { "prices.models[*].id", OUTLAY_BRIDGE_PLAN },
  { "prices.models[*].vendor", OUTLAY_BRIDGE_PLAN },
  { "prices.models[*].name", OUTLAY_BRIDGE_PLAN },
  { "prices.models[*].status", OUTLAY_BRIDGE_PLAN },
  { "prices.models[*].source", OUTLAY_BRIDGE_PLAN },
  { "prices.models[*].confidence", OUTLAY_BRIDGE_PLAN },
};

/**
 * outlay_bridge_find_part:
 * @path: the path of an input, such as `tasks[0].output`
 * @part: (out): the part that it belongs to
 *
 * Returns: whether there is one: not for the models that an option names, nor a
 *   model's class, which stand for several inputs
 */
gboolean
outlay_bridge_find_part (const char       *path,
                         OutlayBridgePart *part)
{
  for (guint i = 0; i < G_N_ELEMENTS (input_parts); i++)
    if (g_pattern_match_simple (input_parts[i].pattern, path))
      {
        *part = input_parts[i].part;
        return TRUE;
      }

  return FALSE;
}
