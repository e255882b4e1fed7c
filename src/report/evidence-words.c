/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence-words.h"

#include <glib/gi18n.h>

/**
 * outlay_evidence_label_name:
 * @label: a label of data/evidence.json
 *
 * Returns: how sure a default is, in the person's language
 */
const char *
outlay_evidence_label_name (const char *label)
{
  static const struct { const char *label; const char *name; } names[] = {
    { "published", N_("Published") },
    { "measured", N_("Measured") },
    { "derived", N_("Derived") },
    { "assumed", N_("Assumed") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i].label, label) == 0)
      return _(names[i].name);

  return label;
}
