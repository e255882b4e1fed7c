/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is easily read wrong in a price list, a small list for each. */
#include "cards.h"

#include <string.h>

/* A list, its counts, one model of it, and every problem. */
typedef struct
{
  const char *trap;
  const char *text;
  const char *counts;
  const char *id;
  const char *cards;
  const char *problems;
} Trap;

#define LITELLM(more) \
  "{\"acme/m\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\", " \
  "\"max_input_tokens\": 1000, " more "}}"
#define IN_OUT "\"input_cost_per_token\": 1e-06, \"output_cost_per_token\": 2e-06"

static const Trap litellm_traps[] = {
  { "per token", LITELLM (IN_OUT), "rows 1 taken 1", "acme/m", "1 2 - - -", "" },
  { "binary fractions are not shown", LITELLM ("\"input_cost_per_token\": 1.1e-06, "
                                               "\"output_cost_per_token\": 4.35e-07"),
    "rows 1 taken 1", "acme/m", "1.1 0.435 - - -", "" },
  { "a price in quotes", LITELLM ("\"input_cost_per_token\": \"1e-06\", "
                                  "\"output_cost_per_token\": 2e-06"),
    "rows 1 taken 1", "acme/m", "1 2 - - -", "" },
  { "steps in any order, and one that is a lifetime",
    LITELLM (IN_OUT ", \"input_cost_per_token_above_512k_tokens\": 4e-06, "
             "\"input_cost_per_token_above_200k_tokens\": 3e-06, "
             "\"cache_creation_input_token_cost\": 1.25e-06, "
             "\"cache_creation_input_token_cost_above_1hr\": 2e-06, "
             "\"cache_creation_input_token_cost_above_1hr_above_512k_tokens\": 8e-06, "
             "\"cache_creation_input_token_cost_above_512k_tokens\": 5e-06, "
             "\"cache_creation_input_token_cost_above_200k_tokens\": 3.75e-06"),
    "rows 1 taken 1", "acme/m",
    "1 2 - 1.25 2 >200000 3 2 - 3.75 2 >512000 4 2 - 5 8", "" },
  { "a size without a k", LITELLM (IN_OUT ", \"input_cost_per_token_above_131072_tokens\": 3e-06"),
    "rows 1 taken 1", "acme/m", "1 2 - - - >131072 3 2 - - -", "" },
  { "other services are not read",
    LITELLM (IN_OUT ", \"input_cost_per_token_priority\": 9e-06, "
             "\"output_cost_per_token_flex\": 9e-06, \"input_cost_per_token_batches\": 9e-06, "
             "\"input_cost_per_token_above_200k_tokens_priority\": 9e-06, "
             "\"input_cost_per_audio_token\": 9e-06"),
    "rows 1 taken 1", "acme/m", "1 2 - - -", "" },
  { "an older name of the cache price",
    LITELLM (IN_OUT ", \"input_cost_per_token_cache_hit\": 1e-07"),
    "rows 1 taken 1", "acme/m", "1 2 0.1 - -", "" },
  { "ranges instead of steps",
    LITELLM ("\"tiered_pricing\": [{\"range\": [32000.0, 64000], "
             "\"input_cost_per_token\": 3e-06, \"output_cost_per_token\": 4e-06}]"),
    "rows 1 taken 0 broken 1", NULL, NULL,
    "acme/m: \"tiered_pricing\" has no range of tokens, or none from 0" },
  { "no price is not 0", LITELLM ("\"output_cost_per_token\": 2e-06"),
    "rows 1 taken 0 unpriced 1", "acme/m", "no such model", "" },
  { "0 is not free", LITELLM ("\"input_cost_per_token\": 0, \"output_cost_per_token\": 0.0"),
    "rows 1 taken 0 zero 1", "acme/m", "no such model", "" },
  { "0 for one half is not free",
    LITELLM ("\"input_cost_per_token\": 0, \"output_cost_per_token\": 2e-06"),
    "rows 1 taken 0 zero 1", "acme/m", "no such model", "" },
  { "free says so",
    "{\"acme/m:free\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\", "
    "\"max_input_tokens\": 1000, \"input_cost_per_token\": 0, \"output_cost_per_token\": 0}}",
    "rows 1 taken 1 free 1", "acme/m:free", "0 0 - - -", "" },
  { "one's own machine bills nobody, a cloud does",
    "{\"ollama/m\": {\"litellm_provider\": \"ollama\", \"mode\": \"completion\", "
    "\"max_input_tokens\": 1000, \"input_cost_per_token\": 0, \"output_cost_per_token\": 0}, "
    "\"ollama/m:cloud\": {\"litellm_provider\": \"ollama\", \"mode\": \"chat\", "
    "\"max_input_tokens\": 1000, \"input_cost_per_token\": 0, \"output_cost_per_token\": 0}}",
    "rows 2 taken 1 free 1 zero 1", "ollama/m", "0 0 - - -", "" },
  { "billed by the second", LITELLM ("\"input_cost_per_second\": 0.01"),
    "rows 1 taken 0 other_unit 1", "acme/m", "no such model", "" },
  { "no text, and no model",
    "{\"sample_spec\": {\"input_cost_per_token\": \"prose\", \"mode\": \"one of\"}, "
    "\"fallback_generalizations\": {\"rules\": []}, "
    "\"e\": {\"litellm_provider\": \"acme\", \"mode\": \"embedding\", " IN_OUT "}, "
    "\"i\": {\"litellm_provider\": \"acme\", \"mode\": \"image_generation\", " IN_OUT "}}",
    "rows 4 taken 0 no_model 2 no_text 2", "acme/e", "no such model", "" },
  { "off-peak hours are a model of their own, flat",
    LITELLM (IN_OUT ", \"cache_read_input_token_cost\": 1e-07, "
             "\"input_cost_per_token_above_200k_tokens\": 3e-06, "
             "\"off_peak_pricing\": {\"hours_utc\": \"16:30-00:30\", "
             "\"input_cost_per_token\": 5e-07, \"output_cost_per_token\": 1e-06}"),
    "rows 1 taken 1 hours 1", "acme/m-off-peak", "0.5 1 0.1 - -", "" },
  { "a window that is not told",
    "{\"acme/m\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\", "
    "\"max_input_tokens\": 0, " IN_OUT "}}",
    "rows 1 taken 1 assumed 1", "acme/m", "1 2 - - -", "" },
  { "the same model twice, under two names",
    "{\"m\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\", "
    "\"max_input_tokens\": 1000, " IN_OUT "}, "
    "\"acme/m\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\", "
    "\"max_input_tokens\": 1000, \"input_cost_per_token\": 5e-06, "
    "\"output_cost_per_token\": 2e-06}}",
    "rows 2 taken 1 duplicate 1", "acme/m", "1 2 - - -",
    "acme/m: a second row of acme/m with another price; the first is kept" },
  { "a key that stands twice: the second is read, both are rows",
    "{\"acme/m\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\"}, "
    "\"acme/m\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\", "
    "\"max_input_tokens\": 1000, " IN_OUT "}}",
    "rows 2 taken 1 duplicate 1", "acme/m", "1 2 - - -", "acme/m: duplicate key" },
  { "a price below 0 leaves its row out alone",
    "{\"acme/m\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\", "
    "\"input_cost_per_token\": -1, \"output_cost_per_token\": 2e-06}, "
    "\"acme/n\": {\"litellm_provider\": \"acme\", \"mode\": \"chat\", "
    "\"max_input_tokens\": 1000, " IN_OUT "}}",
    "rows 2 taken 1 broken 1", "acme/n", "1 2 - - -",
    "acme/m.input_cost_per_token: -1 is no price; allowed is 0 to 1e+07 US dollars per million "
    "tokens" },
  { "a write below the price of input is none",
    LITELLM (IN_OUT ", \"cache_creation_input_token_cost\": 4e-08, "
             "\"cache_creation_input_token_cost_above_1hr\": 5e-06"),
    "rows 1 taken 1", "acme/m", "1 2 - - -", "" },
};

#define MODELS_DEV(key, more) \
  "{\"acme\": {\"id\": \"acme\", \"name\": \"Acme\", \"models\": {\"" key "\": {\"id\": \"" key \
  "\", \"name\": \"M\", \"modalities\": {\"input\": [\"text\"], \"output\": [\"text\"]}, " \
  "\"limit\": {\"context\": 1000, \"output\": 100}" more "}}}}"
#define COST(more) ", \"cost\": {\"input\": 1, \"output\": 2" more "}"

static const Trap models_dev_traps[] = {
  { "per million", MODELS_DEV ("m", COST (", \"cache_read\": 0.1, \"cache_write\": 1.25")),
    "rows 1 taken 1", "acme/m", "1 2 0.1 1.25 -", "" },
  { "no cost", MODELS_DEV ("m", ""), "rows 1 taken 0 unpriced 1", "acme/m", "no such model", "" },
  { "seats of a plan",
    MODELS_DEV ("m", ", \"cost\": {\"input\": 0, \"output\": 0}"),
    "rows 1 taken 0 zero 1", "acme/m", "no such model", "" },
  { "free by its name", MODELS_DEV ("m-free", ", \"cost\": {\"input\": 0, \"output\": 0}"),
    "rows 1 taken 1 free 1", "acme/m-free", "0 0 - - -", "" },
  { "carefree is not free",
    MODELS_DEV ("carefree", ", \"cost\": {\"input\": 0, \"output\": 0}"),
    "rows 1 taken 0 zero 1", "acme/carefree", "no such model", "" },
  { "several steps, by size and not by the old copy",
    MODELS_DEV ("m", COST (", \"tiers\": [{\"input\": 5, \"output\": 6, \"tier\": "
                           "{\"type\": \"context\", \"size\": 262144}}, {\"input\": 3, "
                           "\"output\": 4, \"cache_read\": 0.3, \"tier\": {\"type\": "
                           "\"context\", \"size\": 128001}}], "
                           "\"context_over_200k\": {\"input\": 5, \"output\": 6}")),
    "rows 1 taken 1", "acme/m", "1 2 - - - >128000 3 4 0.3 - - >262144 5 6 - - -", "" },
  { "the old copy alone has no size",
    MODELS_DEV ("m", COST (", \"context_over_200k\": {\"input\": 5, \"output\": 6}")),
    "rows 1 taken 1", "acme/m", "1 2 - - -",
    "acme.models.m: a price for long prompts without their size; it is left out" },
  { "a step of another kind",
    MODELS_DEV ("m", COST (", \"tiers\": [{\"input\": 5, \"output\": 6, \"tier\": "
                           "{\"type\": \"speed\", \"size\": 2}}]")),
    "rows 1 taken 0 broken 1", NULL, NULL,
    "acme.models.m: a step of \"tiers\" has no size in tokens" },
  { "a step that costs nothing",
    MODELS_DEV ("m", COST (", \"tiers\": [{\"input\": 0, \"output\": 0, \"tier\": "
                           "{\"type\": \"context\", \"size\": 128000}}]")),
    "rows 1 taken 0 zero 1", NULL, NULL, "" },
  { "pictures",
    "{\"acme\": {\"models\": {\"m\": {\"modalities\": {\"output\": [\"image\"]}"
    COST ("") "}}}}",
    "rows 1 taken 0 no_text 1", NULL, NULL, "" },
  { "numbers that are called text", MODELS_DEV ("acme-embed-2", COST ("")),
    "rows 1 taken 0 no_text 1", NULL, NULL, "" },
  { "a provider without models",
    "{\"none\": {\"id\": \"none\", \"models\": {}}, \"acme\": {\"id\": \"acme\", \"models\": "
    "{\"m\": {\"modalities\": {\"output\": [\"text\"]}, \"limit\": {\"context\": 9}"
    COST ("") "}}}}",
    "rows 1 taken 1", "acme/m", "1 2 - - -", "" },
};

#define GENAI(more) \
  "[{\"id\": \"acme\", \"name\": \"Acme\", \"api_pattern\": \"x\", \"models\": [{\"id\": \"m\", " \
  "\"match\": {\"equals\": \"m\"}, \"context_window\": 1000" more "}]}]"

static const Trap genai_traps[] = {
  { "per million",
    GENAI (", \"prices\": {\"input_mtok\": 1, \"output_mtok\": 2, \"cache_read_mtok\": 0.1, "
           "\"cache_write_5m_mtok\": 1.25, \"cache_write_1h_mtok\": 2, "
           "\"requests_kcount\": 10}"),
    "rows 1 taken 1", "acme/m", "1 2 0.1 1.25 2", "" },
  { "{} is free", GENAI (", \"prices\": {}"), "rows 1 taken 1 free 1", "acme/m", "0 0 - - -",
    "" },
  { "a price for requests alone is no price per token",
    GENAI (", \"prices\": {\"requests_kcount\": 10}"), "rows 1 taken 0 unpriced 1", NULL, NULL,
    "" },
  { "output that is no text",
    GENAI (", \"prices\": {\"input_mtok\": 1, \"output_audio_mtok\": 2}"),
    "rows 1 taken 0 no_text 1", NULL, NULL, "" },
  { "each price has steps of its own",
    GENAI (", \"prices\": {\"input_mtok\": {\"base\": 1, \"tiers\": [{\"start\": 271999, "
           "\"price\": 3}, {\"start\": 500000, \"price\": 5}]}, \"output_mtok\": {\"base\": 2, "
           "\"tiers\": [{\"start\": 500000, \"price\": 6}]}, \"cache_read_mtok\": 0.1}"),
    "rows 1 taken 1", "acme/m", "1 2 0.1 - - >271999 3 2 0.1 - - >500000 5 6 0.1 - -", "" },
  { "the last that holds wins: a first price with a date",
    GENAI (", \"prices\": [{\"constraint\": {\"start_date\": \"2026-09-01\"}, \"prices\": "
           "{\"input_mtok\": 3, \"output_mtok\": 4}}, {\"constraint\": {\"start_date\": "
           "\"2026-03-01\"}, \"prices\": {\"input_mtok\": 1, \"output_mtok\": 2}}]"),
    "rows 1 taken 1", "acme/m", "2026-03-01: 1 2 - - -", "" },
  { "a date, and the form of the npm build",
    GENAI (", \"prices\": [{\"prices\": {\"input_mtok\": 1, \"output_mtok\": 2}}, "
           "{\"constraint\": {\"type\": \"start_date\", \"start_date\": \"2027-01-01\"}, "
           "\"prices\": {\"input_mtok\": 3, \"output_mtok\": 4}}]"),
    "rows 1 taken 1", "acme/m", "1 2 - - -\n2027-01-01: 3 4 - - -", "" },
  { "hours and a date",
    GENAI (", \"prices\": [{\"prices\": {\"input_mtok\": 2, \"output_mtok\": 4}}, "
           "{\"constraint\": {\"start_date\": \"2026-09-01\"}, \"prices\": {\"input_mtok\": 3, "
           "\"output_mtok\": 6}}, {\"constraint\": {\"start_time\": \"16:30:00Z\", \"end_time\": "
           "\"00:30:00Z\"}, \"prices\": {\"input_mtok\": 1, \"output_mtok\": 2}}]"),
    "rows 1 taken 1 hours 1", "acme/m-off-peak", "1 2 - - -", "" },
  { "a constraint that is neither",
    GENAI (", \"prices\": [{\"constraint\": {\"start_date\": \"tomorrow\"}, \"prices\": {}}]"),
    "rows 1 taken 0 broken 1", NULL, NULL,
    "acme.m: a constraint that is neither a day nor hours" },
  { "no id", "[{\"id\": \"acme\", \"models\": [{\"prices\": {}}]}]",
    "rows 1 taken 0 no_model 1", NULL, NULL,
    "acme.?: no name for a model; allowed are 1 to 200 bytes without control characters" },
};

static void
check_trap (const Trap         *trap,
            OutlayImportFormat  format)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("list.json");
  g_autoptr (OutlayImport) import = import_text (trap->text, problems);
  g_autofree char *counts = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  g_test_message ("%s", trap->trap);
  g_assert_nonnull (import);
  g_assert_cmpint (import->format, ==, format);
  assert_adds_up (import);
  counts = describe_counts (import);
  g_assert_cmpstr (counts, ==, trap->counts);
  if (trap->id != NULL)
    assert_cards (import, trap->id, trap->cards);

  for (guint i = 0; i < outlay_problems_get_n_listed (problems); i++)
    g_string_append_printf (found, "%s%s: %s", i > 0 ? "\n" : "",
                            outlay_problems_get (problems, i)->path,
                            outlay_problems_get (problems, i)->message);
  g_assert_cmpstr (found->str, ==, trap->problems);
}

static void
test_litellm (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (litellm_traps); i++)
    check_trap (&litellm_traps[i], OUTLAY_IMPORT_LITELLM);
}

static void
test_models_dev (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (models_dev_traps); i++)
    check_trap (&models_dev_traps[i], OUTLAY_IMPORT_MODELS_DEV);
}

static void
test_genai_prices (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (genai_traps); i++)
    check_trap (&genai_traps[i], OUTLAY_IMPORT_GENAI_PRICES);
}

static const OutlayModel *
find (const OutlayImport *import,
      const char         *id)
{
  return outlay_prices_find_model (outlay_catalogue_get_prices (import->catalogue), id);
}

/* What people are told beside the prices. */
static void
test_texts (void)
{
  g_autoptr (OutlayProblems) problems = outlay_problems_new ("list.json");
  g_autoptr (OutlayImport) import = import_text (
    LITELLM (IN_OUT ", \"output_cost_per_reasoning_token\": 8e-06, "
             "\"off_peak_pricing\": {\"windows\": [{\"hours_utc\": \"16:30-00:30\", "
             "\"weekdays\": [\"mon\", \"tue\"]}], \"input_cost_per_token\": 5e-07}"), problems);
  const OutlayModel *model = find (import, "acme/m");
  const OutlayModel *off_peak = find (import, "acme/m-off-peak");

  g_assert_cmpstr (model->source, ==, "LiteLLM acme/m, seen 2026-08-01");
  g_assert_cmpstr (model->confidence, ==,
                   "published list; class and tokenizer assumed; thinking has another price, "
                   "left out");
  g_assert_cmpstr (model->name, ==, "m");
  g_assert_cmpstr (model->vendor, ==, "acme");
  g_assert_cmpfloat (model->context_window, ==, 1000);
  g_assert_cmpstr (off_peak->name, ==, "m (off-peak hours, 16:30-00:30 mon tue UTC)");
}

/* Class, tokenizer and window come from the model of the same name, prices never. */
static void
test_traits (void)
{
  static const struct { const char *provider, *key, *id, *confidence; } cases[] = {
    { "anthropic", "claude-opus-4-8", "anthropic/claude-opus-4-8", "published list" },
    { "openrouter", "openrouter/anthropic/claude-opus-4.8", "openrouter/anthropic/claude-opus-4.8",
      "published list; class and tokenizer of anthropic/claude-opus-4-8" },
    { "bedrock_converse", "us.anthropic.claude-opus-4-8-v1:0",
      "bedrock/us.anthropic.claude-opus-4-8-v1:0",
      "published list; class and tokenizer of anthropic/claude-opus-4-8" },
    { "acme", "claude-opus-4-8-like", "acme/claude-opus-4-8-like",
      "published list; class and tokenizer assumed; context window assumed" },
    { "acme", "claude-opus-48", "acme/claude-opus-48",
      "published list; class and tokenizer assumed; context window assumed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"%s\": {\"litellm_provider\": \"%s\", "
                                               "\"mode\": \"chat\", " IN_OUT "}}",
                                               cases[i].key, cases[i].provider);
      g_autoptr (OutlayProblems) problems = outlay_problems_new ("list.json");
      g_autoptr (OutlayImport) import = import_text (text, problems);
      const OutlayModel *model = find (import, cases[i].id);
      gboolean is_like = strstr (cases[i].confidence, "assumed") == NULL;

      g_assert_nonnull (model);
      g_assert_cmpstr (model->confidence, ==, cases[i].confidence);
      g_assert_cmpfloat (model->tokenizer, ==, is_like ? 1.3 : 1);
      g_assert_cmpint (model->model_class, ==,
                       is_like ? OUTLAY_CLASS_FRONTIER : OUTLAY_CLASS_MID);
      g_assert_cmpfloat (model->context_window, ==, is_like ? 1000000 : 200000);
      g_assert_cmpfloat (model->cards[0].base.input, ==, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/prices/traps/litellm", test_litellm);
  g_test_add_func ("/prices/traps/models-dev", test_models_dev);
  g_test_add_func ("/prices/traps/genai-prices", test_genai_prices);
  g_test_add_func ("/prices/traps/texts", test_texts);
  g_test_add_func ("/prices/traps/traits", test_traits);

  return g_test_run ();
}
