/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "option-terms.h"

#include "drop-down-label.h"

#include <glib/gi18n.h>

static const OutlayNamedFactor efforts[] = {
  { 1, N_("Usual effort") },
  { 0.5, N_("Low effort, half the output") },
  { 2, N_("High effort, twice the output") },
};

/* In the order of OutlayCache. */
static const char * const caches[] = {
  N_("5-minute cache"), N_("1-hour cache"), N_("No cache")
};

void
outlay_effort_choice_init (OutlayFactorChoice *choice)
{
  outlay_factor_choice_set_factors (choice, efforts, G_N_ELEMENTS (efforts),
                                    _("Reasoning effort"), 0, 10);
}

/* What is selected is an #OutlayCache. */
void
outlay_cache_menu_init (GtkDropDown *menu)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (caches); i++)
    gtk_string_list_append (names, _(caches[i]));
  gtk_drop_down_set_model (menu, G_LIST_MODEL (names));
  outlay_drop_down_set_label (menu, _("Cache lifetime"));
}
