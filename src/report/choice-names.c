/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call the values of a choice; files have keys of their own for them. */
#include "choice-names.h"

#include "paths.h"

#include <glib/gi18n.h>
#include <string.h>

/* In the order of OutlayLearningCurve. */
static const char * const curves[] = {
  NC_("learning curve", "logistic"),
  NC_("learning curve", "exponential"),
  NC_("learning curve", "linear"),
  NC_("learning curve", "experience curve"),
  NC_("learning curve", "no learning"),
};

/* In the order of OutlayAdoptionShape. */
static const char * const shapes[] = {
  NC_("adoption", "all at once"),
  NC_("adoption", "linear"),
  NC_("adoption", "logistic"),
  NC_("adoption", "month by month"),
};

/* In the order of OutlayTier. */
static const char * const tiers[] = {
  NC_("tier", "Economy"),
  NC_("tier", "Frontier"),
  NC_("tier", "Specialist"),
};

/* In the order of OutlayCache. */
static const char * const caches[] = {
  N_("5-minute cache"),
  N_("1-hour cache"),
  N_("No cache"),
};

/* A level is called what the inputs of that level are called. */
static const char *
get_level_name (const char *key)
{
  g_autofree char *path = g_strconcat ("expertise.", key, NULL);

  return _(outlay_input_find (path)->label);
}

/**
 * outlay_choice_get_name:
 * @input: a choice
 * @value: one of its values
 *
 * Returns: its name in the person's language; where it has none, the key that
 *   files have for it
 */
const char *
outlay_choice_get_name (const OutlayInput *input,
                        int                value)
{
  g_return_val_if_fail (input->type == OUTLAY_INPUT_CHOICE, "");

  if (strcmp (input->key, "curve") == 0)
    return g_dpgettext2 (NULL, "learning curve", curves[value]);
  if (strcmp (input->key, "shape") == 0)
    return g_dpgettext2 (NULL, "adoption", shapes[value]);
  if (strcmp (input->key, "expertise") == 0)
    return get_level_name (input->choices[value]);
  if (strcmp (input->key, "cache") == 0)
    return _(caches[value]);

  return input->choices[value];
}

const char *
outlay_tier_get_name (OutlayTier tier)
{
  return g_dpgettext2 (NULL, "tier", tiers[tier]);
}
