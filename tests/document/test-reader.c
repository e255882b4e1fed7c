/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scenario file may not say, and in which words it is refused. */
#include "reading.h"

#include "catalogue.h"

#include <string.h>

static const ReadingCase values[] = {
  { "any key may be left out", "{}", "" },
  { "a whole number may be written 7.0", "{\"months\": 7.0}", "" },
  { "or 7e0", "{\"months\": 7e0}", "" },
  { "no months", "{\"months\": 0}", "months: found 0; allowed is a whole number, 1 to 60" },
  { "61 months", "{\"months\": 61}", "months: found 61; allowed is a whole number, 1 to 60" },
  { "the fewest and the most", "{\"months\": 1}", "" },
  { "60 months", "{\"months\": 60}", "" },
  { "half a month", "{\"months\": 7.5}", "months: found 7.5; allowed is a whole number, 1 to 60" },
  { "a number as text", "{\"months\": \"7\"}",
    "months: found \"7\"; allowed is a whole number, 1 to 60" },
  { "null where it is not allowed", "{\"months\": null}",
    "months: found null; allowed is a whole number, 1 to 60" },
  { "null where it is", "{\"budget\": null, \"max_turns\": null}", "" },
  { "a flag for a number", "{\"turns\": true}", "turns: found true; allowed is a number, 1 to 100" },
  { "a number for a flag", "{\"wage_effect\": {\"enabled\": 1}}",
    "wage_effect.enabled: found 1; allowed is true or false" },
  { "a number for text", "{\"name\": 7}", "name: found 7; allowed is text" },
  { "a list for an object", "{\"learning\": [1]}",
    "learning: found [1.0]; allowed is an object" },
  { "an object for a list", "{\"team\": {}}",
    "team: found an object; allowed is a list of 1 to 100 entries" },
  { "a list that is too short", "{\"team\": []}",
    "team: found []; allowed is a list of 1 to 100 entries" },
  { "a budget below 0", "{\"budget\": -1}", "budget: found -1; allowed is a number, 0 or more, or null" },
  { "a cap of 0", "{\"max_turns\": 0}",
    "max_turns: found 0; allowed is a whole number, 1 to 500, or null" },
  { "a seed below 0", "{\"seed\": -1}",
    "seed: found -1; allowed is a whole number, 0 to 9007199254740992" },
  { "the largest seed", "{\"seed\": 9007199254740992}", "" },
  { "a month that is none", "{\"start\": \"2026-13\"}",
    "start: found \"2026-13\"; allowed is a month, \"2000-01\" to \"2199-12\"" },
  { "a month too early", "{\"start\": \"1999-12\"}",
    "start: found \"1999-12\"; allowed is a month, \"2000-01\" to \"2199-12\"" },
  { "a month too late", "{\"start\": \"2200-01\"}",
    "start: found \"2200-01\"; allowed is a month, \"2000-01\" to \"2199-12\"" },
  { "a month in another form", "{\"start\": \"2026-1\"}",
    "start: found \"2026-1\"; allowed is a month, \"2000-01\" to \"2199-12\"" },
  { "a day for a month", "{\"start\": \"2026-12-01\"}",
    "start: found \"2026-12-01\"; allowed is a month, \"2000-01\" to \"2199-12\"" },
  { "a choice that is none", "{\"learning\": {\"curve\": \"steep\"}}",
    "learning.curve: found \"steep\"; allowed is one of \"logistic\", \"exponential\", "
    "\"linear\", \"wright\", \"flat\"" },
  { "a pair of three", "{\"expertise\": {\"novice\": {\"turns\": [1, 2, 3]}}}",
    "expertise.novice.turns: found [1.0, 2.0, 3.0]; allowed is [start, end], each 0 to 10" },
  { "a pair out of range", "{\"expertise\": {\"novice\": {\"turns\": [1, 11]}}}",
    "expertise.novice.turns: found [1.0, 11.0]; allowed is [start, end], each 0 to 10" },
  { "a range that does not rise", "{\"uncertainty\": {\"tasks\": [1, 0.5, 2]}}",
    "uncertainty.tasks: found [1.0, 0.5, 2.0]; allowed is [low, likely, high], rising, "
    "each 0 to 10" },
  { "a currency that is none", "{\"currency\": {\"code\": \"euro\"}}",
    "currency.code: \"euro\" is no ISO 4217 code; allowed are three capital letters, as \"EUR\"" },
  { "a rate of 0", "{\"currency\": {\"rate\": 0}}",
    "currency.rate: found 0; allowed is a number, 1e-06 to 1000000" },
  { "both", "{\"currency\": {\"code\": \"usd\", \"rate\": 0}}",
    "currency.rate: found 0; allowed is a number, 1e-06 to 1000000\n"
    "currency.code: \"usd\" is no ISO 4217 code; allowed are three capital letters, as \"EUR\"" },
  { "an older version", "{\"outlay\": 0}", "outlay: found 0; allowed is a whole number, 1" },
  { "a newer version, of which nothing else is judged",
    "{\"outlay\": 2, \"monthz\": 7, \"turns\": 0}",
    "outlay: the file has format 2: it was made by a newer version; this one reads format 1" },
};

static const ReadingCase keys[] = {
  { "an unknown key, near a known one", "{\"mnths\": 7}",
    "mnths: unknown key; did you mean \"months\"?" },
  { "an unknown key, near none", "{\"xyzzy\": 7}", "xyzzy: unknown key" },
  { "an unknown key in an object", "{\"cache_warmth\": {\"10m\": 1}}",
    "cache_warmth.10m: unknown key; did you mean \"5m\"?" },
  { "a key in the wrong place", "{\"people\": 7}", "people: unknown key" },
  { "a ramp's key of a custom adoption",
    "{\"adoption\": {\"shape\": \"custom\", \"shares\": [0.5], \"from\": 0.1, \"months\": 3}}",
    "adoption.from: not allowed where \"shape\" is \"custom\"\n"
    "adoption.months: not allowed where \"shape\" is \"custom\"" },
  { "a custom adoption without shares", "{\"adoption\": {\"shape\": \"custom\"}}",
    "adoption.shares: missing; it must be given: a list of 1 to 60 numbers, each 0 to 1" },
  { "shares of a ramp", "{\"adoption\": {\"shape\": \"linear\", \"shares\": [1]}}",
    "adoption.shares: not allowed where \"shape\" is \"linear\"" },
  { "shares that fall", "{\"adoption\": {\"shape\": \"custom\", \"shares\": [0.5, 0.4, 0.6]}}",
    "adoption.shares[1]: less than the share before it; shares never fall" },
  { "a ramp that falls", "{\"adoption\": {\"shape\": \"linear\", \"from\": 0.9, \"to\": 0.1}}",
    "adoption.from: more than \"to\"; shares never fall" },
  { "an immediate adoption has no ramp to fall",
    "{\"adoption\": {\"shape\": \"immediate\", \"from\": 0.9, \"to\": 0.1}}", "" },
};

#define ROLE(more) "{\"name\": \"A\", \"people\": 1, \"expertise\": \"expert\", " \
  "\"tasks_per_day\": 1, \"hourly_wage\": 1" more "}"
#define TEAM(roles) "{\"team\": [" roles "]}"
#define TASK(id, share, more) "{\"id\": \"" id "\", \"name\": \"T\", \"share\": " share ", " \
  "\"calls_per_turn\": 1, \"base_context\": 1, \"message\": 1, \"tool_result\": 1, " \
  "\"output\": 1" more "}"
#define TASKS(tasks) "{\"tasks\": [" tasks "]}"

static const ReadingCase entries[] = {
  { "a role", TEAM (ROLE ("")), "" },
  { "a role without what must be given", TEAM ("{\"name\": \"A\"}"),
    "team[0].people: missing; it must be given: a number, 0 to 1000000\n"
    "team[0].expertise: missing; it must be given: one of \"novice\", \"intermediate\", "
    "\"expert\"\n"
    "team[0].tasks_per_day: missing; it must be given: a number, 0 to 1000\n"
    "team[0].hourly_wage: missing; it must be given: a number, 0.01 to 10000" },
  { "negative people",
    TEAM ("{\"name\": \"A\", \"people\": -1, \"expertise\": \"expert\", "
          "\"tasks_per_day\": 1, \"hourly_wage\": 1}"),
    "team[0].people: found -1; allowed is a number, 0 to 1000000" },
  { "a role without a name", TEAM ("{\"name\": \"\", \"people\": 1, \"expertise\": \"expert\", "
                                   "\"tasks_per_day\": 1, \"hourly_wage\": 1}"),
    "team[0].name: found \"\"; allowed is text that is not empty" },
  { "a misspelt key", TEAM (ROLE ("") ", " ROLE ("") ", " "{\"name\": \"A\", \"people\": 1, "
                            "\"expertise\": \"expert\", \"tasks_perday\": 1, "
                            "\"hourly_wage\": 1}"),
    "team[2].tasks_per_day: missing; it must be given: a number, 0 to 1000\n"
    "team[2].tasks_perday: unknown key; did you mean \"tasks_per_day\"?" },
  { "entries that are no objects", TEAM ("1, null"),
    "team[0]: found 1; allowed is an object\nteam[1]: found null; allowed is an object" },
  { "two tasks with one id", TASKS (TASK ("a", "[0.5, 0.5]", "") ", "
                                    TASK ("a", "[0.5, 0.5]", "")),
    "tasks[1].id: \"a\" stands twice; each id must be unique" },

  { "shares that sum to 0.97", TASKS (TASK ("a", "[0.47, 0.5]", "") ", "
                                      TASK ("b", "[0.5, 0.5]", "")),
    "tasks: the shares at the start sum to 0.97; allowed is 1 within 0.001" },
  { "shares that sum to 1.2 at the end", TASKS (TASK ("a", "[0.5, 0.7]", "") ", "
                                                TASK ("b", "[0.5, 0.5]", "")),
    "tasks: the shares at the end sum to 1.2; allowed is 1 within 0.001" },
  { "shares that miss 1 by a thousandth", TASKS (TASK ("a", "[0.3333, 0.5]", "") ", "
                                                 TASK ("b", "[0.3333, 0.25]", "") ", "
                                                 TASK ("c", "[0.3333, 0.25]", "")), "" },
  { "a sum beside other problems", TASKS (TASK ("a", "[0.47, 0.5]", ", \"turns\": 21") ", "
                                          TASK ("b", "[0.5, 0.5]", "")),
    "tasks[0].turns: found 21; allowed is a number, 0 to 20\n"
    "tasks: the shares at the start sum to 0.97; allowed is 1 within 0.001" },
  { "no sum of shares that were not read", TASKS (TASK ("a", "[0.47]", "")),
    "tasks[0].share: found [0.47]; allowed is [start, end], each 0 to 1" },

  { "a mix of its own", "{\"team\": [" ROLE (", \"mix\": {\"a\": [1, 0], \"b\": [0, 1]}")
    "], \"tasks\": [" TASK ("a", "[0.5, 0.5]", "") ", " TASK ("b", "[0.5, 0.5]", "") "]}", "" },
  { "a mix without a task, with a task that is none, in another form",
    "{\"team\": [" ROLE (", \"mix\": {\"b\": [1], \"c\": [0, 1]}")
    "], \"tasks\": [" TASK ("a", "[0.5, 0.5]", "") ", " TASK ("b", "[0.5, 0.5]", "") "]}",
    "team[0].mix.a: missing; every task must be given: [start, end], each 0 to 1\n"
    "team[0].mix.b: found [1.0]; allowed is [start, end], each 0 to 1\n"
    "team[0].mix.c: unknown key: no such task; did you mean \"a\", \"b\"?" },
  { "a mix that does not sum to 1", "{\"team\": [" ROLE (", \"mix\": {\"a\": [1, 0.5]}")
    "], \"tasks\": [" TASK ("a", "[1, 1]", "") "]}",
    "team[0].mix: the shares at the end sum to 0.5; allowed is 1 within 0.001" },
  { "no mix", TEAM (ROLE (", \"mix\": null")), "" },

  { "calls that a level multiplies past 1,000",
    "{\"team\": [" ROLE ("") "], \"expertise\": {\"expert\": {\"calls\": 10}}, \"tasks\": ["
    "{\"id\": \"a\", \"name\": \"T\", \"share\": [1, 1], \"calls_per_turn\": 101, "
    "\"base_context\": 1, \"message\": 1, \"tool_result\": 1, \"output\": 1}]}",
    "tasks[0].calls_per_turn: times the calls of a level in use this is 1010; at most 1000" },
  { "calls of a level that nobody has",
    "{\"team\": [" ROLE ("") "], \"expertise\": {\"novice\": {\"calls\": 10}}, \"tasks\": ["
    "{\"id\": \"a\", \"name\": \"T\", \"share\": [1, 1], \"calls_per_turn\": 101, "
    "\"base_context\": 1, \"message\": 1, \"tool_result\": 1, \"output\": 1}]}", "" },
};

#define OPTIONS(options) "{\"options\": [" options "]}"
#define OPTION(kind, more) "{\"id\": \"a\", \"name\": \"A\", \"kind\": \"" kind "\"" more "}"
#define TIERS ", \"tiers\": {\"economy\": \"openai/gpt-5.4-mini\", \"frontier\": " \
  "\"openai/gpt-5.5\", \"specialist\": \"anthropic/claude-opus-4-8\"}"
#define ROUTING(rules, more) "{\"tasks\": [" TASK ("x", "[1, 1]", "") "], \"options\": [" \
  OPTION ("routing", TIERS ", \"rules\": " rules more) "]}"

static const ReadingCase options[] = {
  { "nothing to compare", OPTIONS (""), "" },
  { "a model", OPTIONS (OPTION ("model", ", \"model\": \"openai/gpt-5.5\"")), "" },
  { "a kind that is none", OPTIONS (OPTION ("modl", "")),
    "options[0].kind: found \"modl\"; allowed is one of \"model\", \"routing\", \"plan\"\n"
    "options[0].model: missing; it must be given: text" },
  { "a model without a model", OPTIONS (OPTION ("model", "")),
    "options[0].model: missing; it must be given: text" },
  { "a plan's key of a model",
    OPTIONS (OPTION ("model", ", \"model\": \"openai/gpt-5.5\", \"plan\": \"x\"")),
    "options[0].plan: not allowed where \"kind\" is \"model\"" },
  { "a model's and a routing's keys of a plan",
    OPTIONS (OPTION ("plan", ", \"model\": \"openai/gpt-5.5\", \"plan\": \"openai/plus\", "
                             "\"price_factor\": 1, \"rules\": {}")),
    "options[0].rules: not allowed where \"kind\" is \"plan\"\n"
    "options[0].price_factor: not allowed where \"kind\" is \"plan\"" },
  { "a routing without its keys", OPTIONS (OPTION ("routing", "")),
    "options[0].tiers: missing; it must be given: an object\n"
    "options[0].rules: missing; it must be given: an object with a tier for every task" },
  { "a routing", ROUTING ("{\"x\": \"economy\"}", ""), "" },
  { "rules by level", ROUTING ("{\"x\": {\"novice\": \"frontier\", \"intermediate\": "
                               "\"economy\", \"expert\": \"specialist\"}}", ""), "" },
  { "a rule for two of three levels",
    ROUTING ("{\"x\": {\"novice\": \"frontier\", \"expert\": \"specialist\"}}", ""),
    "options[0].rules.x: found an object; allowed is a tier (\"economy\", \"frontier\", "
    "\"specialist\"), or one for each of \"novice\", \"intermediate\", \"expert\"" },
  { "a tier that is none", ROUTING ("{\"x\": \"cheap\"}", ", \"escalate_to\": \"dear\""),
    "options[0].escalate_to: found \"dear\"; allowed is one of \"economy\", \"frontier\", "
    "\"specialist\", or null\n"
    "options[0].rules.x: found \"cheap\"; allowed is a tier (\"economy\", \"frontier\", "
    "\"specialist\"), or one for each of \"novice\", \"intermediate\", \"expert\"" },
  { "a rule for a task that is none", ROUTING ("{\"x\": \"economy\", \"y\": \"economy\"}", ""),
    "options[0].rules.y: unknown key: no such task; did you mean \"x\"?" },
  { "a learning tier without months",
    ROUTING ("{\"x\": \"economy\"}", ", \"learning_tier\": {\"tier\": \"frontier\"}"),
    "options[0].learning_tier.months: missing; it must be given: a whole number, 0 to 60" },
  { "a missing tier", OPTIONS (OPTION ("routing", ", \"tiers\": {\"economy\": "
                                       "\"openai/gpt-5.5\"}, \"rules\": 1")),
    "options[0].tiers.frontier: missing; it must be given: text\n"
    "options[0].tiers.specialist: missing; it must be given: text\n"
    "options[0].rules: found 1; allowed is an object with a tier for every task" },
  { "two options with one id",
    OPTIONS (OPTION ("model", ", \"model\": \"openai/gpt-5.5\"") ", "
             OPTION ("model", ", \"model\": \"openai/gpt-5.4\"")),
    "options[1].id: \"a\" stands twice; each id must be unique" },

  { "an unknown model names the nearest",
    OPTIONS (OPTION ("model", ", \"model\": \"openai/gpt-5.50\"")),
    "options[0].model: no model \"openai/gpt-5.50\"; the nearest are \"openai/gpt-5.5\", "
    "\"openai/gpt-5.4\", \"openai/gpt-5.5-pro\"" },
  { "an unknown plan names the nearest",
    OPTIONS (OPTION ("plan", ", \"model\": \"openai/gpt-5.5\", \"plan\": \"github/copilot\"")),
    "options[0].plan: no plan \"github/copilot\"; the nearest are "
    "\"github/copilot-business\", \"github/copilot-enterprise\", \"anthropic/pro\"" },
  { "a vendor that is left out", OPTIONS (OPTION ("model", ", \"model\": \"claude-opus-4.8\"")),
    "options[0].model: no model \"claude-opus-4.8\"; the nearest are "
    "\"anthropic/claude-opus-4-8\", \"anthropic/claude-opus-4-7\", "
    "\"anthropic/claude-opus-4-6\"" },
};

#define PRICES(models, plans) "{\"prices\": {\"models\": [" models "], \"plans\": [" plans "]}}"
#define MODEL(more, cards) "{\"id\": \"m\", \"name\": \"M\", \"class\": \"mid\", " \
  "\"context_window\": 1000, \"prices\": [" cards "]" more "}"
#define CARD(more) "{\"input\": 1, \"output\": 2" more "}"

static const ReadingCase prices[] = {
  { "a model and a plan", PRICES (MODEL ("", CARD ("")), "{\"id\": \"p\", \"name\": \"P\", "
                                  "\"fee\": 20}"), "" },
  { "what must be given", PRICES ("{}", "{}"),
    "prices.models[0].id: missing; it must be given: text that is not empty\n"
    "prices.models[0].name: missing; it must be given: text that is not empty\n"
    "prices.models[0].class: missing; it must be given: one of \"economy\", \"mid\", "
    "\"frontier\"\n"
    "prices.models[0].prices: missing; it must be given: a list of 1 to 1000 entries\n"
    "prices.models[0].context_window: missing; it must be given: a number, 1 to 1000000000\n"
    "prices.plans[0].id: missing; it must be given: text that is not empty\n"
    "prices.plans[0].name: missing; it must be given: text that is not empty\n"
    "prices.plans[0].fee: missing; it must be given: a number, 0 to 10000000" },
  { "no card", PRICES (MODEL ("", ""), ""),
    "prices.models[0].prices: found []; allowed is a list of 1 to 1000 entries" },
  { "unknown is null, never left out of a card's two prices",
    PRICES (MODEL ("", "{\"input\": 1, \"output\": null, \"cache_read\": null}"), ""),
    "prices.models[0].prices[0].output: found null; allowed is a number, 0 to 10000000" },
  { "a negative price", PRICES (MODEL ("", CARD (", \"cache_read\": -0.1")), ""),
    "prices.models[0].prices[0].cache_read: found -0.1; allowed is a number, 0 to 10000000, "
    "or null" },
  { "a 1-hour price alone", PRICES (MODEL ("", CARD (", \"cache_write_1h\": 3")), ""),
    "prices.models[0].prices[0].cache_write_1h: a 1-hour price without \"cache_write\" "
    "beside it" },
  { "dates that rise", PRICES (MODEL ("", CARD ("") ", " CARD (", \"from\": \"2026-08-17\"")),
                               ""), "" },
  { "dates that do not rise",
    PRICES (MODEL ("", CARD (", \"from\": \"2026-08-17\"") ", "
                   CARD (", \"from\": \"2026-08-17\"") ", " CARD ("")), ""),
    "prices.models[0].prices[1].from: not later than the card before it; dates must rise, "
    "and only the first may be null\n"
    "prices.models[0].prices[2].from: not later than the card before it; dates must rise, "
    "and only the first may be null" },
  { "a day that is none", PRICES (MODEL ("", CARD (", \"from\": \"2026-02-30\"")), ""),
    "prices.models[0].prices[0].from: found \"2026-02-30\"; allowed is a day, as "
    "\"2026-08-17\", or null" },
  { "thresholds that do not rise",
    PRICES (MODEL ("", CARD (", \"long_context\": [{\"threshold\": 200, \"input\": 1, "
                             "\"output\": 1}, {\"threshold\": 200, \"input\": 1, "
                             "\"output\": 1, \"cache_write_1h\": 1}]")), ""),
    "prices.models[0].prices[0].long_context[1].cache_write_1h: a 1-hour price without "
    "\"cache_write\" beside it\n"
    "prices.models[0].prices[0].long_context[1].threshold: not above the threshold before "
    "it; they must rise" },
  { "two models with one id", PRICES (MODEL ("", CARD ("")) ", " MODEL ("", CARD ("")), ""),
    "prices.models[1].id: \"m\" stands twice; each id must be unique" },
  { "a tokenizer of 0", PRICES (MODEL (", \"tokenizer\": 0", CARD ("")), ""),
    "prices.models[0].tokenizer: found 0; allowed is a number, 0.1 to 10" },
};

static void
test_values (void)
{
  assert_readings (values, G_N_ELEMENTS (values));
}

static void
test_keys (void)
{
  assert_readings (keys, G_N_ELEMENTS (keys));
}

static void
test_entries (void)
{
  assert_readings (entries, G_N_ELEMENTS (entries));
}

static void
test_options (void)
{
  assert_readings (options, G_N_ELEMENTS (options));
}

static void
test_prices (void)
{
  assert_readings (prices, G_N_ELEMENTS (prices));
}

/* Every problem of a file at once: of each input, then of what they say together. */
static void
test_together (void)
{
  assert_reading ("together",
    "{\"mnths\": 7, \"turns\": 0, \"adoption\": {\"shape\": \"custom\", \"shares\": [1, 0], "
    "\"from\": 1}, \"team\": [" ROLE (", \"joins\": 0, \"wage\": 1") "], "
    "\"tasks\": [" TASK ("a", "[0.5, 1]", ", \"risk\": \"none\"") "], "
    "\"options\": [" OPTION ("model", ", \"model\": \"x-ai/grok-4.5\", \"effort\": 11") "], "
    "\"prices\": {\"models\": [" MODEL (", \"tokenizer\": 0", CARD ("")) "]}}", -1,
    "turns: found 0; allowed is a number, 1 to 100\n"
    "team[0].joins: found 0; allowed is a whole number, 1 to 60\n"
    "team[0].wage: unknown key; did you mean \"hourly_wage\"?\n"
    "adoption.from: not allowed where \"shape\" is \"custom\"\n"
    "tasks[0].risk: found \"none\"; allowed is one of \"low\", \"high\"\n"
    "options[0].effort: found 11; allowed is a number, 0 to 10\n"
    "prices.models[0].tokenizer: found 0; allowed is a number, 0.1 to 10\n"
    "mnths: unknown key; did you mean \"months\"?\n"
    "tasks: the shares at the start sum to 0.5; allowed is 1 within 0.001\n"
    "adoption.shares[1]: less than the share before it; shares never fall\n"
    "options[0].model: no model \"x-ai/grok-4.5\"; the nearest are \"xai/grok-4.5\", "
    "\"xai/grok-4.7\", \"xai/grok-4.6\"");
}

/* A hostile file does not flood its reader, nor do the checks build on what was
 * not read: past 200 problems they are only counted. */
static void
test_many_problems (void)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("team.outlay");
  g_autoptr (GString) text = g_string_new ("{\"team\": [");
  g_autofree char *lines = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, i > 0 ? ", {\"a\": 1}" : "{\"a\": 1}");
  g_string_append (text, "], \"prices\": {\"models\": [{}, {}], \"plans\": [{}]}, \"tasks\": "
                         "[{}, {}], \"options\": [{\"kind\": \"model\"}, "
                         "{\"kind\": \"plan\"}, {\"kind\": \"routing\"}, {}]}");

  g_assert_null (read_text (text->str, -1, problems));
  g_assert_cmpuint (outlay_problems_get_n_listed (problems), ==, OUTLAY_MAX_PROBLEMS);
  g_assert_cmpuint (outlay_problems_get_n_total (problems), >, 600);
  lines = outlay_problems_to_string (problems);
  g_assert_nonnull (strstr (lines, "\nteam.outlay: and "));
  g_assert_true (g_str_has_suffix (lines, " more problems"));
  g_assert_true (g_str_has_prefix (lines, "team.outlay: team[0].name: missing"));

  g_assert_false (outlay_problems_to_error (problems, &error));
  g_assert_error (error, OUTLAY_DOCUMENT_ERROR, OUTLAY_DOCUMENT_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, lines);
}

/* Each problem says file, path, what was found and what is allowed. */
static void
test_parts_of_a_problem (void)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("team.outlay");
  const OutlayProblem *problem;
  g_autofree char *line = NULL;

  g_assert_null (read_text ("{\"months\": 61}", -1, problems));
  problem = outlay_problems_get (problems, 0);
  g_assert_cmpstr (problem->file, ==, "team.outlay");
  g_assert_cmpstr (problem->path, ==, "months");
  g_assert_cmpstr (problem->found, ==, "61");
  g_assert_cmpstr (problem->allowed, ==, "a whole number, 1 to 60");
  line = outlay_problem_to_string (problem);
  g_assert_cmpstr (line, ==,
                   "team.outlay: months: found 61; allowed is a whole number, 1 to 60");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reader/values", test_values);
  g_test_add_func ("/reader/keys", test_keys);
  g_test_add_func ("/reader/entries", test_entries);
  g_test_add_func ("/reader/options", test_options);
  g_test_add_func ("/reader/prices", test_prices);
  g_test_add_func ("/reader/together", test_together);
  g_test_add_func ("/reader/many-problems", test_many_problems);
  g_test_add_func ("/reader/parts-of-a-problem", test_parts_of_a_problem);

  return g_test_run ();
}
