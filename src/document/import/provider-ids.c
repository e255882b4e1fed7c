/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose price a row of a list is, and what that model's id is with us.
 *
 * The rules, all of them exact:
 *
 * 1. The list's name of the provider is looked up in the table below. One that
 *    is not in it keeps its own name.
 * 2. Where the model's name begins with the provider's (as listed, or as it is
 *    with us) and a slash, that is taken off, once.
 * 3. The id is provider/model. A vendor's own models are in small letters with
 *    us, since vendors take either; other providers' names stay as they are.
 * 4. Whoever sells a vendor's model (bedrock, azure, vertex_ai, openrouter) is
 *    a provider of its own: it has ids of its own, never the vendor's.
 *
 *    list           provider, model                          id
 *    LiteLLM        anthropic, claude-opus-4-8               anthropic/claude-opus-4-8
 *    LiteLLM        gemini, gemini/gemini-2.5-pro            google/gemini-2.5-pro
 *    LiteLLM        vertex_ai-anthropic_models,
 *                   vertex_ai/claude-opus-4-8                vertex_ai/claude-opus-4-8
 *    LiteLLM        bedrock_converse,
 *                   us.anthropic.claude-opus-4-8             bedrock/us.anthropic.claude-opus-4-8
 *    models.dev     moonshotai, kimi-k3                      moonshot/kimi-k3
 *    models.dev     minimax, MiniMax-M3                      minimax/minimax-m3
 *    models.dev     amazon-bedrock, anthropic.claude-opus-4-8
 *                                                            bedrock/anthropic.claude-opus-4-8
 *    genai-prices   x-ai, grok-4.5                           xai/grok-4.5
 *    genai-prices   google, claude-opus-4-8 (the one list that files what Vertex
 *                   sells under google)                      vertex_ai/claude-opus-4-8
 */
#include "provider-ids.h"

#include <string.h>

/* The lists that may call a provider so. */
enum
{
  LITELLM = 1 << OUTLAY_IMPORT_LITELLM,
  MODELS_DEV = 1 << OUTLAY_IMPORT_MODELS_DEV,
  GENAI = 1 << OUTLAY_IMPORT_GENAI_PRICES
};

typedef struct
{
  const char *id;
  const char *name;      /* for people */
  gboolean    is_vendor; /* sells what it makes */
} Provider;

static const Provider providers[] = {
  { "alibaba", "Alibaba", TRUE },
  { "anthropic", "Anthropic", TRUE },
  { "cohere", "Cohere", TRUE },
  { "deepseek", "DeepSeek", TRUE },
  { "google", "Google", TRUE },
  { "minimax", "MiniMax", TRUE },
  { "mistral", "Mistral", TRUE },
  { "moonshot", "Moonshot", TRUE },
  { "openai", "OpenAI", TRUE },
  { "xai", "xAI", TRUE },
  { "zai", "Z.ai", TRUE },
  { "azure", "Azure", FALSE },
  { "bedrock", "Amazon Bedrock", FALSE },
  { "cerebras", "Cerebras", FALSE },
  { "fireworks", "Fireworks", FALSE },
  { "groq", "Groq", FALSE },
  { "novita", "Novita", FALSE },
  { "openrouter", "OpenRouter", FALSE },
  { "together", "Together", FALSE },
  { "vertex_ai", "Google Vertex AI", FALSE },
};

static const struct
{
  guint       lists;
  const char *listed;
  const char *id;
} names[] = {
  { LITELLM, "azure_text", "azure" },
  { LITELLM, "bedrock_converse", "bedrock" },
  { LITELLM, "cohere_chat", "cohere" },
  { LITELLM, "dashscope", "alibaba" },
  { LITELLM, "fireworks_ai", "fireworks" },
  { LITELLM, "gemini", "google" },
  { LITELLM, "text-completion-openai", "openai" },
  { LITELLM, "together_ai", "together" },
  { LITELLM, "vertex_ai-ai21_models", "vertex_ai" },
  { LITELLM, "vertex_ai-anthropic_models", "vertex_ai" },
  { LITELLM, "vertex_ai-chat-models", "vertex_ai" },
  { LITELLM, "vertex_ai-code-chat-models", "vertex_ai" },
  { LITELLM, "vertex_ai-code-text-models", "vertex_ai" },
  { LITELLM, "vertex_ai-deepseek_models", "vertex_ai" },
  { LITELLM, "vertex_ai-language-models", "vertex_ai" },
  { LITELLM, "vertex_ai-llama_models", "vertex_ai" },
  { LITELLM, "vertex_ai-minimax_models", "vertex_ai" },
  { LITELLM, "vertex_ai-mistral_models", "vertex_ai" },
  { LITELLM, "vertex_ai-moonshot_models", "vertex_ai" },
  { LITELLM, "vertex_ai-openai_models", "vertex_ai" },
  { LITELLM, "vertex_ai-qwen_models", "vertex_ai" },
  { LITELLM, "vertex_ai-text-models", "vertex_ai" },
  { LITELLM, "vertex_ai-vision-models", "vertex_ai" },
  { LITELLM, "vertex_ai-zai_models", "vertex_ai" },
  { MODELS_DEV, "amazon-bedrock", "bedrock" },
  { MODELS_DEV, "fireworks-ai", "fireworks" },
  { MODELS_DEV, "google-vertex", "vertex_ai" },
  { MODELS_DEV, "google-vertex-anthropic", "vertex_ai" },
  { MODELS_DEV | GENAI, "moonshotai", "moonshot" },
  { MODELS_DEV, "novita-ai", "novita" },
  { GENAI, "aws", "bedrock" },
  { GENAI, "x-ai", "xai" },
};

static const Provider *
find_provider (const char *id,
               gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (providers); i++)
    if (strlen (providers[i].id) == length && strncmp (providers[i].id, id, length) == 0)
      return &providers[i];

  return NULL;
}

static const char *
find_name (OutlayImportFormat  format,
           const char         *provider,
           const char         *listed)
{
  if (format == OUTLAY_IMPORT_GENAI_PRICES && strcmp (provider, "google") == 0 &&
      g_str_has_prefix (listed, "claude-"))
    return "vertex_ai";

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((names[i].lists & (1u << format)) != 0 && strcmp (names[i].listed, provider) == 0)
      return names[i].id;

  return provider;
}

static const char *
skip_provider (const char *listed,
               const char *provider)
{
  gsize length = strlen (provider);

  return strncmp (listed, provider, length) == 0 && listed[length] == '/'
           ? listed + length + 1 : listed;
}

/**
 * outlay_provider_make_id:
 * @format: a list
 * @provider: whose price it is, as the list names them
 * @listed: the model's name in the list
 *
 * Returns: (transfer full): the model's id with us
 */
char *
outlay_provider_make_id (OutlayImportFormat  format,
                         const char         *provider,
                         const char         *listed)
{
  const char *name = find_name (format, provider, listed);
  const Provider *known = find_provider (name, strlen (name));
  const char *model = skip_provider (listed, provider);
  g_autofree char *id = NULL;

  if (model == listed)
    model = skip_provider (listed, name);

  id = g_strconcat (name, "/", model, NULL);

  return known != NULL && known->is_vendor ? g_ascii_strdown (id, -1)
                                           : g_steal_pointer (&id);
}

/**
 * outlay_provider_get_name:
 * @id: a model's id
 *
 * Returns: (nullable): its provider's name for people, where it is known
 */
const char *
outlay_provider_get_name (const char *id)
{
  const char *slash = strchr (id, '/');
  const Provider *provider = slash != NULL ? find_provider (id, (gsize) (slash - id)) : NULL;

  return provider != NULL ? provider->name : NULL;
}
