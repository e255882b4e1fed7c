/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ids of models, list by list: exact, and never one vendor's for another's. */
#include "provider-ids.h"

static const struct
{
  OutlayImportFormat  format;
  const char         *provider;
  const char         *listed;
  const char         *id;
} cases[] = {
  { OUTLAY_IMPORT_LITELLM, "anthropic", "claude-opus-4-8", "anthropic/claude-opus-4-8" },
  { OUTLAY_IMPORT_LITELLM, "vertex_ai-anthropic_models", "vertex_ai/claude-opus-4-8",
    "vertex_ai/claude-opus-4-8" },
  { OUTLAY_IMPORT_LITELLM, "vertex_ai-language-models", "gemini-2.5-pro",
    "vertex_ai/gemini-2.5-pro" },
  { OUTLAY_IMPORT_LITELLM, "gemini", "gemini/gemini-2.5-pro", "google/gemini-2.5-pro" },
  { OUTLAY_IMPORT_LITELLM, "bedrock", "anthropic.claude-v2:1", "bedrock/anthropic.claude-v2:1" },
  { OUTLAY_IMPORT_LITELLM, "bedrock", "bedrock/us-east-1/anthropic.claude-v2:1",
    "bedrock/us-east-1/anthropic.claude-v2:1" },
  { OUTLAY_IMPORT_LITELLM, "bedrock_converse", "us.anthropic.claude-opus-4-8",
    "bedrock/us.anthropic.claude-opus-4-8" },
  { OUTLAY_IMPORT_LITELLM, "azure", "azure/us/gpt-4o", "azure/us/gpt-4o" },
  { OUTLAY_IMPORT_LITELLM, "azure_ai", "azure_ai/claude-opus-4-8", "azure_ai/claude-opus-4-8" },
  { OUTLAY_IMPORT_LITELLM, "openrouter", "openrouter/anthropic/claude-opus-4.8",
    "openrouter/anthropic/claude-opus-4.8" },
  { OUTLAY_IMPORT_LITELLM, "openrouter", "openrouter/openrouter/auto",
    "openrouter/openrouter/auto" },
  { OUTLAY_IMPORT_LITELLM, "dashscope", "dashscope/qwen3-coder-plus",
    "alibaba/qwen3-coder-plus" },
  { OUTLAY_IMPORT_LITELLM, "minimax", "minimax/MiniMax-M2.1", "minimax/minimax-m2.1" },
  { OUTLAY_IMPORT_LITELLM, "together_ai", "together_ai/Qwen/Qwen3-32B", "together/Qwen/Qwen3-32B" },
  { OUTLAY_IMPORT_LITELLM, "text-completion-openai", "gpt-3.5-turbo-instruct",
    "openai/gpt-3.5-turbo-instruct" },
  { OUTLAY_IMPORT_LITELLM, "github_copilot", "github_copilot/gpt-5", "github_copilot/gpt-5" },
  { OUTLAY_IMPORT_MODELS_DEV, "moonshotai", "kimi-k3", "moonshot/kimi-k3" },
  { OUTLAY_IMPORT_MODELS_DEV, "moonshotai-cn", "kimi-k3", "moonshotai-cn/kimi-k3" },
  { OUTLAY_IMPORT_MODELS_DEV, "minimax", "MiniMax-M3", "minimax/minimax-m3" },
  { OUTLAY_IMPORT_MODELS_DEV, "minimax-coding-plan", "MiniMax-M3",
    "minimax-coding-plan/MiniMax-M3" },
  { OUTLAY_IMPORT_MODELS_DEV, "amazon-bedrock", "anthropic.claude-opus-4-8",
    "bedrock/anthropic.claude-opus-4-8" },
  { OUTLAY_IMPORT_MODELS_DEV, "google-vertex-anthropic", "claude-opus-4-8@default",
    "vertex_ai/claude-opus-4-8@default" },
  { OUTLAY_IMPORT_MODELS_DEV, "openrouter", "anthropic/claude-opus-4.8",
    "openrouter/anthropic/claude-opus-4.8" },
  { OUTLAY_IMPORT_MODELS_DEV, "openai", "gpt-5.5", "openai/gpt-5.5" },
  { OUTLAY_IMPORT_MODELS_DEV, "zhipuai", "glm-5.2", "zhipuai/glm-5.2" },
  { OUTLAY_IMPORT_GENAI_PRICES, "x-ai", "grok-4.5", "xai/grok-4.5" },
  { OUTLAY_IMPORT_GENAI_PRICES, "aws", "openai.gpt-5.6-luna", "bedrock/openai.gpt-5.6-luna" },
  { OUTLAY_IMPORT_GENAI_PRICES, "google", "gemini-2.5-pro", "google/gemini-2.5-pro" },
  { OUTLAY_IMPORT_GENAI_PRICES, "google", "claude-opus-4-8", "vertex_ai/claude-opus-4-8" },
  { OUTLAY_IMPORT_GENAI_PRICES, "zai", "GLM-5.2", "zai/glm-5.2" },
  { OUTLAY_IMPORT_GENAI_PRICES, "huggingface_novita", "zai-org/GLM-5.2",
    "huggingface_novita/zai-org/GLM-5.2" },
};

static void
test_ids (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = outlay_provider_make_id (cases[i].format, cases[i].provider,
                                                     cases[i].listed);

      g_assert_cmpstr (id, ==, cases[i].id);
    }
}

static void
test_names (void)
{
  g_assert_cmpstr (outlay_provider_get_name ("zai/glm-5.2"), ==, "Z.ai");
  g_assert_cmpstr (outlay_provider_get_name ("vertex_ai/claude-opus-4-8"), ==,
                   "Google Vertex AI");
  g_assert_null (outlay_provider_get_name ("azure_ai/claude-opus-4-8"));
  g_assert_null (outlay_provider_get_name ("no-provider"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/prices/ids/make", test_ids);
  g_test_add_func ("/prices/ids/names", test_names);

  return g_test_run ();
}
