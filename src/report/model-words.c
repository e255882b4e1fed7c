/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of models beside their prices. */
#include "model-words.h"

#include "options.h"

#include <glib/gi18n.h>

/**
 * outlay_model_mark_status:
 * @model: a model
 * @text: what is said of it, such as its name or its vendor
 *
 * Returns: (transfer full): @text, and whether the model has a successor or is about
 *   to be switched off
 */
char *
outlay_model_mark_status (const OutlayModel *model,
                          const char        *text)
{
  if (g_strcmp0 (model->status, "superseded") == 0)
    /* Translators: a model or its vendor, and that the model has a successor */
    return g_strdup_printf (_("%s · superseded"), text);
  if (g_strcmp0 (model->status, "deprecated") == 0)
    /* Translators: a model or its vendor, and that the model is about to be switched off */
    return g_strdup_printf (_("%s · deprecated"), text);

  return g_strdup (text);
}

/**
 * outlay_option_describe_models:
 * @option: an option
 * @scenario: whose prices it is of
 *
 * Returns: (transfer full): the option's name, and a line for each of its models that
 *   has a successor or is about to be switched off
 */
char *
outlay_option_describe_models (const OutlayOption   *option,
                               const OutlayScenario *scenario)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (lines, g_strdup (option->name));
  for (guint tier = 0; tier < outlay_option_count_tiers (option); tier++)
    {
      const OutlayModel *model = outlay_option_tier_model (option, scenario, tier);
      g_autofree char *line = outlay_model_mark_status (model, model->name);

      if (g_str_equal (line, model->name) ||
          g_ptr_array_find_with_equal_func (lines, line, g_str_equal, NULL))
        continue;
      if (g_str_equal (model->name, option->name))
        g_ptr_array_set_size (lines, 0);
      g_ptr_array_add (lines, g_steal_pointer (&line));
    }
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}
