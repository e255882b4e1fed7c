/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of a scenario's inputs. A new input is a member in scenario.h,
 * a row here, a default in data/defaults.json and its evidence. */
#include "inputs.h"
#include "input-rows.h"

#include <glib/gi18n-lib.h>

static const char * const level_names[] = { "novice", "intermediate", "expert", NULL };
static const char * const tier_names[] = { "economy", "frontier", "specialist", NULL };
static const char * const risk_names[] = { "low", "high", NULL };
static const char * const cache_names[] = { "5m", "1h", "none", NULL };
static const char * const kind_names[] = { "model", "routing", "plan", NULL };
static const char * const shape_names[] = {
  "immediate", "linear", "logistic", "custom", NULL
};
static const char * const curve_names[] = {
  "logistic", "exponential", "linear", "wright", "flat", NULL
};

static const OutlayInput currency_rows[] = {
  TEXT (OutlayCurrency, "code", code, NAME, N_("Currency")),
  NUMBER (OutlayCurrency, "rate", rate, 1e-6, 1e6, N_("Units per US dollar")),
};
static const OutlayInputTable currency_table = TABLE (currency_rows, OutlayCurrency);

static const OutlayInput role_rows[] = {
  TEXT (OutlayRole, "name", name, REQUIRED | OUTLAY_INPUT_NAME, N_("Role")),
  NUMBER (OutlayRole, "people", people, 0, 1e6, N_("People"),
          .flags = OUTLAY_INPUT_REQUIRED),
  WHOLE (OutlayRole, "joins", joins, 1, 60, N_("Joins in month"), .fallback = 1),
  CHOICE (OutlayRole, "expertise", expertise, level_names, N_("Expertise"),
          .flags = OUTLAY_INPUT_REQUIRED),
  NUMBER (OutlayRole, "tasks_per_day", tasks_per_day, 0, 1000, N_("Tasks a day"),
          .flags = OUTLAY_INPUT_REQUIRED,
          .help = N_("Tasks that an active person gives the assistant on an active day.")),
  NUMBER (OutlayRole, "hourly_wage", hourly_wage, 0.01, 10000, N_("Hourly wage"),
          .flags = OUTLAY_INPUT_REQUIRED, .unit = N_("US dollars an hour")),
  TEXT (OutlayRole, "occupation", occupation, NULLABLE, N_("Occupation")),
  ROW (OutlayRole, MIX, "mix", mix, N_("Own task mix"),
       .flags = OUTLAY_INPUT_NULLABLE, .max = 1),
};
static const OutlayInputTable role_table = TABLE (role_rows, OutlayRole);

#define RAMP (1 << OUTLAY_ADOPTION_IMMEDIATE | 1 << OUTLAY_ADOPTION_LINEAR | \
              1 << OUTLAY_ADOPTION_LOGISTIC)

static const OutlayInput adoption_rows[] = {
  CHOICE (OutlayAdoption, "shape", shape, shape_names, N_("Adoption")),
  NUMBER (OutlayAdoption, "from", from, 0, 1, N_("Active at first"), .variants = RAMP,
          .unit = N_("share of people")),
  NUMBER (OutlayAdoption, "to", to, 0, 1, N_("Active in the end"), .variants = RAMP,
          .unit = N_("share of people")),
  WHOLE (OutlayAdoption, "months", months, 1, 60, N_("Ramp"), .variants = RAMP,
         .unit = N_("months")),
  ROW (OutlayAdoption, NUMBERS, "shares", shares, N_("Active, month by month"),
       .count_offset = G_STRUCT_OFFSET (OutlayAdoption, n_shares),
       .flags = OUTLAY_INPUT_REQUIRED, .max = 1, .n_min = 1, .n_max = 60,
       .variants = 1 << OUTLAY_ADOPTION_CUSTOM, .unit = N_("share of people")),
};
static const OutlayInputTable adoption_table =
  VARIANT_TABLE (adoption_rows, OutlayAdoption, "shape");

static const OutlayInput learning_rows[] = {
  CHOICE (OutlayLearning, "curve", curve, curve_names, N_("Learning")),
  WHOLE (OutlayLearning, "months", months, 1, 60, N_("Learnt after"), .unit = N_("months"),
         .help = N_("The month of a person's own use in which all is learnt.")),
};
static const OutlayInputTable learning_table = TABLE (learning_rows, OutlayLearning);

static const OutlayInput onboarding_rows[] = {
  NUMBER (OutlayOnboarding, "hours", hours, 0, 1000, N_("Onboarding time"),
          .unit = N_("hours a person, once")),
  NUMBER (OutlayOnboarding, "money", money, 0, 1e6, N_("Onboarding money"),
          .unit = N_("US dollars a person, once")),
};
static const OutlayInputTable onboarding_table = TABLE (onboarding_rows, OutlayOnboarding);

static const OutlayInput level_rows[] = {
  PAIR (OutlayLevel, "turns", turns, 0, 10, N_("Turns"),
        .unit = N_("relative to turns per task")),
  NUMBER (OutlayLevel, "calls", calls, 0, 10, N_("Calls"),
          .unit = N_("relative to calls per turn")),
  PAIR (OutlayLevel, "acceptance", acceptance, 0, 10, N_("Acceptance"),
        .unit = N_("share of finished attempts")),
};
static const OutlayInputTable level_table = TABLE (level_rows, OutlayLevel);

typedef struct
{
  OutlayLevel levels[OUTLAY_N_LEVELS];
} Expertise;

static const OutlayInput expertise_rows[] = {
  OBJECT (Expertise, "novice", levels[OUTLAY_LEVEL_NOVICE], level_table, N_("Novice")),
  OBJECT (Expertise, "intermediate", levels[OUTLAY_LEVEL_INTERMEDIATE], level_table,
          N_("Intermediate")),
  OBJECT (Expertise, "expert", levels[OUTLAY_LEVEL_EXPERT], level_table, N_("Expert")),
};
static const OutlayInputTable expertise_table = TABLE (expertise_rows, Expertise);

static const OutlayInput task_rows[] = {
  TEXT (OutlayTask, "id", id, REQUIRED | OUTLAY_INPUT_NAME | OUTLAY_INPUT_UNIQUE,
        N_("Identifier")),
  TEXT (OutlayTask, "name", name, REQUIRED | OUTLAY_INPUT_NAME, N_("Task kind")),
  PAIR (OutlayTask, "share", share, 0, 1, N_("Share of tasks"),
        .flags = OUTLAY_INPUT_REQUIRED),
  NUMBER (OutlayTask, "turns", turns, 0, 20, N_("Turns"), .fallback = 1,
          .unit = N_("relative to turns per task")),
  WHOLE (OutlayTask, "calls_per_turn", calls_per_turn, 1, 1000, N_("Calls per turn"),
         .flags = OUTLAY_INPUT_REQUIRED,
         .help = N_("Model calls that one message of the person sets off.")),
  NUMBER (OutlayTask, "base_context", base_context, 0, 2e6, N_("Base context"),
          .flags = OUTLAY_INPUT_REQUIRED, .unit = N_("tokens"),
          .help = N_("System prompt, tool definitions and project files.")),
  NUMBER (OutlayTask, "message", message, 0, 2e6, N_("Message"),
          .flags = OUTLAY_INPUT_REQUIRED, .unit = N_("tokens a turn")),
  NUMBER (OutlayTask, "tool_result", tool_result, 0, 2e6, N_("Tool results"),
          .flags = OUTLAY_INPUT_REQUIRED, .unit = N_("tokens by the first call")),
  NUMBER (OutlayTask, "output", output, 0, 2e6, N_("Output"),
          .flags = OUTLAY_INPUT_REQUIRED, .unit = N_("tokens a call"),
          .help = N_("All output of a call, thinking included; it stays in the context.")),
  NUMBER (OutlayTask, "acceptance", acceptance, 0, 10, N_("Acceptance"), .fallback = 1,
          .unit = N_("relative to the level's")),
  NUMBER (OutlayTask, "minutes_saved", minutes_saved, 0, 10000, N_("Time saved"),
          .unit = N_("minutes an accepted task")),
  CHOICE (OutlayTask, "risk", risk, risk_names, N_("Risk")),
  NUMBER (OutlayTask, "minutes_review", minutes_review, 0, 10000, N_("Review"),
          .unit = N_("minutes an attempt")),
};
static const OutlayInputTable task_table = TABLE (task_rows, OutlayTask);

static const OutlayInput class_rows[] = {
  NUMBER (OutlayClassFactors, "turns", turns, 0, 10, N_("Turns"),
          .unit = N_("relative to turns per task")),
  NUMBER (OutlayClassFactors, "acceptance", acceptance, 0, 10, N_("Acceptance"),
          .unit = N_("relative to the level's")),
};
static const OutlayInputTable class_table = TABLE (class_rows, OutlayClassFactors);

typedef struct
{
  OutlayClassFactors classes[OUTLAY_N_CLASSES];
} Classes;

static const OutlayInput classes_rows[] = {
  OBJECT (Classes, "economy", classes[OUTLAY_CLASS_ECONOMY], class_table, N_("Economy models")),
  OBJECT (Classes, "mid", classes[OUTLAY_CLASS_MID], class_table, N_("Mid-range models")),
  OBJECT (Classes, "frontier", classes[OUTLAY_CLASS_FRONTIER], class_table,
          N_("Frontier models")),
};
static const OutlayInputTable classes_table = TABLE (classes_rows, Classes);

static const OutlayInput warmth_rows[] = {
  NUMBER (OutlayCacheWarmth, "5m", warm_5m, 0, 1, N_("Warm with the 5-minute cache"),
          .unit = N_("share of messages")),
  NUMBER (OutlayCacheWarmth, "1h", warm_1h, 0, 1, N_("Warm with the 1-hour cache"),
          .unit = N_("share of messages")),
};
static const OutlayInputTable warmth_table = TABLE (warmth_rows, OutlayCacheWarmth);

static const OutlayInput wage_effect_rows[] = {
  FLAG (OutlayWageEffect, "enabled", enabled, N_("Dearer work uses more tokens")),
  NUMBER (OutlayWageEffect, "reference_wage", reference_wage, 0.01, 10000,
          N_("Reference wage"), .unit = N_("US dollars an hour")),
  NUMBER (OutlayWageEffect, "turns", turns, -2, 2, N_("Effect on turns"),
          .unit = N_("exponent")),
  NUMBER (OutlayWageEffect, "output", output, -2, 2, N_("Effect on output"),
          .unit = N_("exponent")),
};
static const OutlayInputTable wage_effect_table = TABLE (wage_effect_rows, OutlayWageEffect);

typedef struct
{
  OutlayRange factors[OUTLAY_N_FACTORS];
} Uncertainty;

static const OutlayInput uncertainty_rows[] = {
  RANGE (Uncertainty, "tasks", factors[OUTLAY_FACTOR_TASKS], 0, 10, N_("Tasks a day")),
  RANGE (Uncertainty, "turns", factors[OUTLAY_FACTOR_TURNS], 0, 10, N_("Turns")),
  RANGE (Uncertainty, "tokens", factors[OUTLAY_FACTOR_TOKENS], 0, 10, N_("Tokens a call")),
  RANGE (Uncertainty, "acceptance", factors[OUTLAY_FACTOR_ACCEPTANCE], 0, 10,
         N_("Acceptance")),
  RANGE (Uncertainty, "warmth", factors[OUTLAY_FACTOR_WARMTH], 0, 10, N_("Cache warmth")),
  RANGE (Uncertainty, "learning", factors[OUTLAY_FACTOR_LEARNING], 0, 10, N_("Learning")),
  RANGE (Uncertainty, "adoption", factors[OUTLAY_FACTOR_ADOPTION], 0, 10, N_("Adoption")),
};
static const OutlayInputTable uncertainty_table = TABLE (uncertainty_rows, Uncertainty);

typedef struct
{
  char *tiers[OUTLAY_N_TIERS];
} Tiers;

static const OutlayInput tiers_rows[] = {
  TEXT (Tiers, "economy", tiers[OUTLAY_TIER_ECONOMY], REQUIRED, N_("Economy tier")),
  TEXT (Tiers, "frontier", tiers[OUTLAY_TIER_FRONTIER], REQUIRED, N_("Frontier tier")),
  TEXT (Tiers, "specialist", tiers[OUTLAY_TIER_SPECIALIST], REQUIRED, N_("Specialist tier")),
};
static const OutlayInputTable tiers_table = TABLE (tiers_rows, Tiers);

static const OutlayInput learning_tier_rows[] = {
  CHOICE (OutlayLearningTier, "tier", tier, tier_names, N_("Tier while learning"),
          .flags = OUTLAY_INPUT_REQUIRED),
  WHOLE (OutlayLearningTier, "months", months, 0, 60, N_("Months of it"),
         .flags = OUTLAY_INPUT_REQUIRED, .unit = N_("months")),
};
static const OutlayInputTable learning_tier_table =
  TABLE (learning_tier_rows, OutlayLearningTier);

#define FOR_MODEL (1 << OUTLAY_OPTION_MODEL)
#define FOR_ROUTING (1 << OUTLAY_OPTION_ROUTING)
#define FOR_PLAN (1 << OUTLAY_OPTION_PLAN)

static const OutlayInput option_rows[] = {
  TEXT (OutlayOption, "id", id, REQUIRED | OUTLAY_INPUT_NAME | OUTLAY_INPUT_UNIQUE,
        N_("Identifier")),
  TEXT (OutlayOption, "name", name, REQUIRED | OUTLAY_INPUT_NAME, N_("Option")),
  CHOICE (OutlayOption, "kind", kind, kind_names, N_("Kind"),
          .flags = OUTLAY_INPUT_REQUIRED),
  TEXT (OutlayOption, "plan", plan, REQUIRED, N_("Plan"), .variants = FOR_PLAN),
  TEXT (OutlayOption, "model", model, REQUIRED, N_("Model"),
        .variants = FOR_MODEL | FOR_PLAN),
  OBJECT (OutlayOption, "tiers", tiers, tiers_table, N_("Model of each tier"),
          .flags = OUTLAY_INPUT_REQUIRED, .variants = FOR_ROUTING),
  ROW (OutlayOption, RULES, "rules", rules, N_("Tier of each task kind"),
       .flags = OUTLAY_INPUT_REQUIRED, .choices = tier_names, .variants = FOR_ROUTING),
  CHOICE (OutlayOption, "escalate_to", escalate_to, tier_names,
          N_("Tier after a rejection"),
          .flags = OUTLAY_INPUT_NULLABLE, .fallback = NAN, .variants = FOR_ROUTING),
  ROW (OutlayOption, OPTIONAL, "learning_tier", learning_tier, N_("Tier while learning"),
       .flags = OUTLAY_INPUT_NULLABLE, .table = &learning_tier_table,
       .variants = FOR_ROUTING),
  NUMBER (OutlayOption, "effort", effort, 0, 10, N_("Reasoning effort"), .fallback = 1,
          .unit = N_("output relative to the model's usual")),
  CHOICE (OutlayOption, "cache", cache, cache_names, N_("Cache lifetime")),
  NUMBER (OutlayOption, "price_factor", price_factor, 0, 10, N_("Price factor"),
          .fallback = 1, .variants = FOR_MODEL | FOR_ROUTING,
          /* xgettext:no-c-format */
          .help = N_("1 is the list price, 0.5 batch, 0.85 a negotiated 15 % off.")),
};
static const OutlayInputTable option_table =
  VARIANT_TABLE (option_rows, OutlayOption, "kind");

static const OutlayInput scenario_rows[] = {
  WHOLE (OutlayScenario, "outlay", format, 1, 1, N_("Format version")),
  TEXT (OutlayScenario, "name", name, PLAIN, N_("Name")),
  TEXT (OutlayScenario, "notes", notes, PLAIN, N_("Notes")),
  WHOLE (OutlayScenario, "seed", seed, 0, 9007199254740992.0, N_("Seed")),
  ROW (OutlayScenario, MONTH, "start", start, N_("First month"),
       .min = 2000 * 12, .max = 2199 * 12 + 11),
  WHOLE (OutlayScenario, "months", months, 1, 60, N_("Months")),
  NUMBER (OutlayScenario, "active_days", active_days, 0, 31, N_("Active days"),
          .unit = N_("days a month"),
          .help = N_("Days a month on which a person uses the assistant.")),
  OBJECT (OutlayScenario, "currency", currency, currency_table, N_("Currency")),
  NUMBER (OutlayScenario, "turns", turns, 1, 100, N_("Turns"), .unit = N_("turns per task"),
          .help = N_("Messages per task of an intermediate user who starts.")),
  NUMBER (OutlayScenario, "turn_spread", turn_spread, 0, 3, N_("Spread of turns")),
  LIST (OutlayScenario, "team", team, n_team, role_table, 1, 100, N_("People")),
  OBJECT (OutlayScenario, "adoption", adoption, adoption_table, N_("Adoption")),
  OBJECT (OutlayScenario, "learning", learning, learning_table, N_("Learning")),
  OBJECT (OutlayScenario, "onboarding", onboarding, onboarding_table, N_("Onboarding")),
  OBJECT (OutlayScenario, "expertise", expertise, expertise_table, N_("Expertise")),
  LIST (OutlayScenario, "tasks", tasks, n_tasks, task_table, 1, 50, N_("Task mix")),
  OBJECT (OutlayScenario, "classes", classes, classes_table, N_("Model classes")),
  OBJECT (OutlayScenario, "cache_warmth", cache_warmth, warmth_table, N_("Cache warmth")),
  NUMBER (OutlayScenario, "taper", taper, 0.1, 1, N_("Taper"),
          .help = N_("How tool results grow with calls: 0.5 is the square root, 1 a straight line.")),
  NUMBER (OutlayScenario, "compact_at", compact_at, 1000, 1e8, N_("Compaction at"),
          .unit = N_("tokens")),
  NUMBER (OutlayScenario, "summary_tokens", summary_tokens, 0, 1e6, N_("Summary"),
          .unit = N_("tokens")),
  WHOLE (OutlayScenario, "max_turns", max_turns, 1, 500, N_("Loop cap"),
         .flags = OUTLAY_INPUT_NULLABLE, .unit = N_("turns"),
         .help = N_("A task that reaches it is stopped. Without it, no task runs longer than 500 turns.")),
  WHOLE (OutlayScenario, "max_attempts", max_attempts, 1, 10, N_("Attempts"),
         .help = N_("How often a task is tried, in all, before it is given up.")),
  NUMBER (OutlayScenario, "usage_spread", usage_spread, 0, 5, N_("Spread between people"),
          .unit = N_("coefficient of variation")),
  OBJECT (OutlayScenario, "wage_effect", wage_effect, wage_effect_table, N_("Wage effect")),
  NUMBER (OutlayScenario, "value_growth", value_growth, 0, 10, N_("Growth of value"),
          .help = N_("How much more an accepted task is worth once all is learnt.")),
  NUMBER (OutlayScenario, "price_drift", price_drift, 0, 0.99, N_("Price drift"),
          .unit = N_("fall of API prices a year")),
  NUMBER (OutlayScenario, "budget", budget, 0, G_MAXDOUBLE, N_("Budget"),
          .flags = OUTLAY_INPUT_NULLABLE, .unit = N_("a month")),
  OBJECT (OutlayScenario, "uncertainty", uncertainty, uncertainty_table, N_("Uncertainty")),
  LIST (OutlayScenario, "options", options, n_options, option_table, 0, 50, N_("Options")),
  OBJECT (OutlayScenario, "prices", prices, outlay_prices_inputs, N_("Prices")),
};
const OutlayInputTable outlay_scenario_inputs = TABLE (scenario_rows, OutlayScenario);
