/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What no price list tells of a model: its class and its tokenizer, and of many
 * its context window. They are those of the model of the same name that is
 * already known, or said to be assumed. Prices are never taken this way.
 *
 * The same name, exactly, is one of these:
 *
 * 1. the same id (then its name and window are kept as well: they were checked);
 * 2. the part after the last slash: `openrouter/x-ai/grok-4.5` is grok-4.5;
 * 3. with the points of a Claude version as dashes: claude-opus-4.8;
 * 4. on Bedrock, without region, vendor and revision:
 *    us.anthropic.claude-opus-4-8-v1:0 is claude-opus-4-8.
 */
#include "importer.h"

#include <math.h>
#include <string.h>

static const char *
last_part (const char *id)
{
  const char *slash = strrchr (id, '/');

  return slash != NULL ? slash + 1 : id;
}

/* Known models by id, and by the name within it where only one has that. */
GHashTable *
outlay_import_index_known (const OutlayPrices *known)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; known != NULL && i < known->n_models; i++)
    {
      OutlayModel *model = &known->models[i];
      const char *name = last_part (model->id);

      g_hash_table_insert (index, model->id, model);
      if (name != model->id)
        g_hash_table_insert (index, (gpointer) name,
                             g_hash_table_contains (index, name) ? NULL : model);
    }

  return index;
}

static gboolean
skip_word (const char         **text,
           const char * const  *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (*text, words[i]) && (*text)[strlen (words[i])] == '.')
      {
        *text += strlen (words[i]) + 1;
        return TRUE;
      }

  return FALSE;
}

/* The name of a model that Bedrock sells. */
static char *
bedrock_name (const char *name)
{
  static const char * const regions[] = {
    "us", "us-gov", "eu", "apac", "au", "jp", "global", "regional", NULL
  };
  static const char * const vendors[] = {
    "anthropic", "deepseek", "google", "minimax", "mistral", "moonshot", "moonshotai",
    "openai", "qwen", "xai", "zai", NULL
  };
  const char *end;

  skip_word (&name, regions);
  if (!skip_word (&name, vendors))
    return NULL;

  end = strstr (name, "-v1");
  if (end != NULL && (strcmp (end, "-v1") == 0 || strcmp (end, "-v1:0") == 0))
    return g_strndup (name, (gsize) (end - name));

  return g_strdup (name);
}

static const OutlayModel *
find_same_name (OutlayImporter *importer,
                const char     *id)
{
  const OutlayModel *found = g_hash_table_lookup (importer->known_ids, last_part (id));
  g_autofree char *name = NULL;

  if (found == NULL && g_str_has_prefix (last_part (id), "claude-"))
    {
      name = g_strdelimit (g_strdup (last_part (id)), ".", '-');
      found = g_hash_table_lookup (importer->known_ids, name);
    }
  else if (found == NULL && g_str_has_prefix (id, "bedrock/"))
    {
      name = bedrock_name (last_part (id));
      if (name != NULL)
        found = g_hash_table_lookup (importer->known_ids, name);
    }

  return found;
}

static char *
describe_confidence (const OutlayModel *like,
                     gboolean           is_same,
                     const OutlayModel *model,
                     gboolean           thinking_apart)
{
  GString *text = g_string_new ("published list");

  if (like == NULL)
    g_string_append (text, "; class and tokenizer assumed");
  else if (!is_same)
    g_string_append_printf (text, "; class and tokenizer of %s", like->id);
  if (isnan (model->context_window))
    g_string_append (text, "; context window assumed");
  if (thinking_apart)
    g_string_append (text, "; thinking has another price, left out");

  return g_string_free (text, FALSE);
}

/* Gives a model what is known of it by its name. */
void
outlay_importer_take_traits (OutlayImporter        *importer,
                             const OutlayImportRow *row,
                             OutlayModel           *model)
{
  const OutlayModel *same = g_hash_table_lookup (importer->known_ids, model->id);
  const OutlayModel *like = same != NULL ? same : find_same_name (importer, model->id);
  g_autofree char *confidence = NULL;

  if (same != NULL)
    {
      model->name = same->name;
      model->vendor = same->vendor != NULL ? same->vendor : model->vendor;
      model->context_window = same->context_window;
      model->max_output = same->max_output;
      model->status = model->status != NULL ? model->status : same->status;
    }
  if (like != NULL)
    {
      model->model_class = like->model_class;
      model->tokenizer = like->tokenizer;
      if (isnan (model->context_window))
        model->context_window = like->context_window;
    }

  confidence = describe_confidence (like, same != NULL, model, row->thinking_apart);
  model->confidence = outlay_pool_strdup (importer->pool, confidence);
}
