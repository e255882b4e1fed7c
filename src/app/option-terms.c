/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "option-terms.h"

#include "choice-names.h"
#include "drop-down-label.h"
#include "paths.h"

#include <glib/gi18n.h>

static const OutlayNamedFactor efforts[] = {
  { 1, N_("Usual effort") },
  { 0.5, N_("Low effort, half the output") },
  { 2, N_("High effort, twice the output") },
};

static const OutlayNamedFactor price_factors[] = {
  { 1, N_("List price") },
  { 0.5, N_("Batch, half the price") },
  /* xgettext:no-c-format */
  { 1.1, N_("One region only, 10 % more") },
  { 2, N_("Fast mode, twice the price") },
};

void
outlay_effort_choice_init (OutlayFactorChoice *choice)
{
  outlay_factor_choice_set_factors (choice, efforts, G_N_ELEMENTS (efforts),
                                    _("Reasoning effort"), 0, 10);
}

void
outlay_price_factor_choice_init (OutlayFactorChoice *choice)
{
  outlay_factor_choice_set_factors (choice, price_factors, G_N_ELEMENTS (price_factors),
                                    _("Price factor"), 0, 10);
}

/* What is selected is an #OutlayCache. */
void
outlay_cache_menu_init (GtkDropDown *menu)
{
  const OutlayInput *input = outlay_input_find ("options[].cache");
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int i = 0; input->choices[i] != NULL; i++)
    gtk_string_list_append (names, outlay_choice_get_name (input, i));
  gtk_drop_down_set_model (menu, G_LIST_MODEL (names));
  outlay_drop_down_set_label (menu, _("Cache lifetime"));
}
