/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the real lists (LiteLLM of 1 August 2026, models.dev of 28 September
 * 2026, genai-prices of 21 August 2026), each checked against its row by eye.
 * Where the whole lists lie beside the project, they are counted as well. */
#include "cards.h"

#include "json-text.h"

#include <string.h>

typedef struct
{
  const char *row;   /* in the list */
  const char *id;    /* with us */
  const char *cards; /* see describe_cards() */
} RealRow;

static const RealRow litellm_rows[] = {
  { "claude-opus-4-8", "anthropic/claude-opus-4-8", "5 25 0.5 6.25 10" },
  { "claude-sonnet-4-5: two lifetimes, each with its step", "anthropic/claude-sonnet-4-5",
    "3 15 0.3 3.75 6 >200000 6 22.5 0.6 7.5 12" },
  { "gemini/gemini-2.5-pro", "google/gemini-2.5-pro",
    "1.25 10 0.125 - - >200000 2.5 15 0.25 - -" },
  { "gemini-2.5-pro, of Vertex, with a write price that is what a read costs",
    "vertex_ai/gemini-2.5-pro", "1.25 10 0.125 - - >200000 2.5 15 0.25 - -" },
  { "xai/grok-4.5: dearer from 200,000 on", "xai/grok-4.5",
    "2 6 0.5 - - >199999 4 12 1 - -" },
  { "dashscope/qwen3-coder-plus: four ranges", "alibaba/qwen3-coder-plus",
    "1 5 0.1 - - >32000 1.8 9 0.18 - - >128000 3 15 0.3 - - >256000 6 60 0.6 - -" },
  { "deepseek/deepseek-chat: writes for nothing are billed as input",
    "deepseek/deepseek-chat", "0.28 0.42 0.028 - -" },
  { "us.anthropic.claude-opus-4-8, of Bedrock", "bedrock/us.anthropic.claude-opus-4-8",
    "5.5 27.5 0.55 6.875 11" },
  { "gpt-5.5", "openai/gpt-5.5", "5 30 0.5 - - >272000 10 45 1 - -" },
  { "azure/gpt-5.2", "azure/gpt-5.2", "1.75 14 0.175 - -" },
  { "zai/glm-4.7", "zai/glm-4.7", "0.6 2.2 0.11 - -" },
  { "minimax/MiniMax-M2.1", "minimax/minimax-m2.1", "0.3 1.2 0.03 0.375 -" },
  { "dashscope/qwen-turbo", "alibaba/qwen-turbo", "0.05 0.2 - - -" },
  { "mistral/mistral-large-latest", "mistral/mistral-large-latest", "0.5 1.5 - - -" },
  { "groq/llama-3.3-70b-versatile", "groq/llama-3.3-70b-versatile", "0.59 0.79 - - -" },
  { "together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo-Free",
    "together/meta-llama/Llama-3.3-70B-Instruct-Turbo-Free", "0 0 - - -" },
};

static const RealRow models_dev_rows[] = {
  { "anthropic claude-opus-5-5", "anthropic/claude-opus-5-5", "4 20 0.2 5 -" },
  { "anthropic claude-sonnet-4-5", "anthropic/claude-sonnet-4-5", "3 15 0.3 3.75 -" },
  { "openai gpt-6-astra: 272,000 in spite of context_over_200k", "openai/gpt-6-astra",
    "10 50 1 12.5 - >272000 20 75 2 25 -" },
  { "openai gpt-5.5-pro: no cache", "openai/gpt-5.5-pro",
    "30 180 - - - >272000 60 270 - - -" },
  { "xai grok-4.7: dearer from 200,000 on", "xai/grok-4.7",
    "2 6 0.5 - - >199999 4 12 1 - -" },
  { "zai glm-5.3: writes for nothing are billed as input", "zai/glm-5.3",
    "1.4 4.4 0.26 - -" },
  { "minimax MiniMax-M3", "minimax/minimax-m3",
    "0.3 1.2 0.06 - - >512000 0.6 2.4 0.12 - -" },
  { "google gemini-3.8-flash", "google/gemini-3.8-flash", "0.75 3.75 0.075 - -" },
  { "moonshotai kimi-k3", "moonshot/kimi-k3", "3 15 0.3 - -" },
  { "deepseek deepseek-v4-pro", "deepseek/deepseek-v4-pro", "0.435 0.87 0.003625 - -" },
  { "alibaba qwen3.8-max", "alibaba/qwen3.8-max", "2 6 0.25 2.5 -" },
  { "amazon-bedrock us.anthropic.claude-opus-4-8", "bedrock/us.anthropic.claude-opus-4-8",
    "5.5 27.5 0.55 6.875 -" },
  { "302ai gpt-5.4: a step that leaves its cache price out", "302ai/gpt-5.4",
    "2.5 15 0.25 - - >272000 5 22.5 - - -" },
  { "openrouter x-ai/grok-4.5", "openrouter/x-ai/grok-4.5",
    "2 6 0.3 - - >200000 4 12 0.6 - -" },
  { "vercel alibaba/qwen3-coder-plus: sizes of the first dearer prompt",
    "vercel/alibaba/qwen3-coder-plus",
    "1 5 0.2 - - >32000 1.8 9 0.36 - - >128000 3 15 0.6 - - >256000 6 60 1.2 - -" },
  { "vercel spacexai/grok-4.7", "vercel/spacexai/grok-4.7",
    "1.2 3.6 0.3 - - >200000 2.4 7.2 0.6 - -" },
};

static const RealRow genai_rows[] = {
  { "anthropic claude-opus-4-8", "anthropic/claude-opus-4-8", "5 25 0.5 6.25 10" },
  { "anthropic claude-sonnet-4-6: the steps were dropped one day",
    "anthropic/claude-sonnet-4-6",
    "3 15 0.3 3.75 6 >200000 6 22.5 0.6 7.5 12\n"
    "2026-03-13: 3 15 0.3 3.75 6" },
  { "anthropic claude-sonnet-5: announced", "anthropic/claude-sonnet-5",
    "2 10 0.2 2.5 4\n"
    "2026-09-01: 3 15 0.3 3.75 6" },
  { "aws openai.gpt-5.6-luna", "bedrock/openai.gpt-5.6-luna",
    "1.1 6.6 0.11 1.375 -\n"
    "2026-07-30: 0.22 1.32 0.022 0.275 - >272000 0.44 1.98 0.044 0.55 -" },
  { "deepseek deepseek-chat outside its hours", "deepseek/deepseek-chat",
    "0.135 0.55 0.035 - -" },
  { "deepseek deepseek-chat in its hours", "deepseek/deepseek-chat-peak",
    "0.27 1.1 0.07 - -" },
  { "deepseek deepseek-v4-pro", "deepseek/deepseek-v4-pro", "0.435 0.87 0.003625 - -" },
  { "google claude-opus-4-8, which Vertex sells", "vertex_ai/claude-opus-4-8",
    "5 25 0.5 6.25 -" },
  { "google gemini-2.5-pro", "google/gemini-2.5-pro",
    "1.25 10 0.125 - - >200000 2.5 15 0.25 - -" },
  { "google gemini-3.6-flash: announced", "google/gemini-3.6-flash",
    "0.75 3.75 0.075 - -\n"
    "2027-01-01: 1.5 7.5 0.15 - -" },
  { "google gemma-3: {}", "google/gemma-3", "0 0 - - -" },
  { "minimax minimax-m3", "minimax/minimax-m3",
    "0.3 1.2 0.06 - - >512000 0.6 2.4 0.12 - -" },
  { "openai gpt-5.6-luna", "openai/gpt-5.6-luna",
    "1 6 0.1 1.25 - >272000 2 9 0.2 2.5 -\n"
    "2026-07-30: 0.2 1.2 0.02 0.25 - >272000 0.4 1.8 0.04 0.5 -" },
  { "openai o3", "openai/o3",
    "10 40 0.5 - -\n"
    "2025-06-10: 2 8 0.5 - -" },
  { "x-ai grok-4.5", "xai/grok-4.5", "2 6 0.5 - -" },
  { "zai GLM-5.2", "zai/glm-5.2", "1.4 4.4 0.26 - -" },
};

static void
check_rows (const char    *sample,
            const RealRow *rows,
            gsize          n_rows,
            const char    *counts)
{
  g_autoptr (OutlayImport) import = import_sample (sample);
  g_autofree char *found = describe_counts (import);

  assert_adds_up (import);
  g_assert_cmpstr (found, ==, counts);
  for (gsize i = 0; i < n_rows; i++)
    assert_cards (import, rows[i].id, rows[i].cards);
}

static void
test_litellm (void)
{
  check_rows ("litellm-rows.json", litellm_rows, G_N_ELEMENTS (litellm_rows),
              "rows 17 taken 16 free 1 assumed 1 no_model 1");
}

static void
test_models_dev (void)
{
  check_rows ("models-dev-rows.json", models_dev_rows, G_N_ELEMENTS (models_dev_rows),
              "rows 16 taken 16");
}

static void
test_genai_prices (void)
{
  check_rows ("genai-prices-rows.json", genai_rows, G_N_ELEMENTS (genai_rows),
              "rows 16 taken 15 free 1 hours 1 assumed 2 no_text 1");
}

/* The whole lists, and how many rows each has. */
static const struct
{
  const char         *name;
  OutlayImportFormat  format;
  guint               n_rows;
  guint               n_at_least; /* taken */
} lists[] = {
  { "litellm-2026-08-01.json", OUTLAY_IMPORT_LITELLM, 2986, 2000 },
  { "models.dev-2026-09-28.json", OUTLAY_IMPORT_MODELS_DEV, 8261, 7000 },
  { "genai-prices-v2-2026-08-21.json", OUTLAY_IMPORT_GENAI_PRICES, 1466, 1400 },
};

static void
check_list (guint i)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "data",
                                                 "prices", lists[i].name, NULL);
  g_autoptr (OutlayProblems) problems = outlay_problems_new (lists[i].name);
  g_autoptr (OutlayImport) import = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *counts = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return;

  bytes = outlay_json_load_file (path, problems);
  import = outlay_import_read (bytes, 20260801, NULL, problems);
  g_assert_nonnull (import);
  g_assert_cmpint (import->format, ==, lists[i].format);
  assert_adds_up (import);
  counts = describe_counts (import);
  g_test_message ("%s: %s", lists[i].name, counts);
  g_assert_cmpuint (import->n_rows, ==, lists[i].n_rows);
  g_assert_cmpuint (import->n_taken, >=, lists[i].n_at_least);
  g_assert_cmpuint (import->n_left[OUTLAY_LEFT_BROKEN], ==, 0);
}

static void
test_whole_lists (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    check_list (i);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/prices/real-rows/litellm", test_litellm);
  g_test_add_func ("/prices/real-rows/models-dev", test_models_dev);
  g_test_add_func ("/prices/real-rows/genai-prices", test_genai_prices);
  g_test_add_func ("/prices/real-rows/whole-lists", test_whole_lists);

  return g_test_run ();
}
