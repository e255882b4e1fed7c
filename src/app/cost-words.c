/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Cost page says beside its finding. */
#include "cost-words.h"

#include "odds.h"
#include "refusals.h"
#include "view-state.h"

#include <glib/gi18n.h>

/**
 * outlay_cost_words_describe_bands:
 * @session: whose view it is
 * @estimate: what is shown
 * @bands: which options carry a band
 *
 * Returns: (transfer full) (nullable): what is shaded, once it is
 */
char *
outlay_cost_words_describe_bands (OutlaySession        *session,
                                  const OutlayEstimate *estimate,
                                  OutlayChartBands      bands)
{
  OutlaySimulation *simulation =
    outlay_forecaster_get_simulation (outlay_session_get_forecaster (session));
  const char *focus = outlay_session_get_focus (session);
  int option = outlay_scenario_find_option (estimate->scenario, focus);

  if (bands == OUTLAY_CHART_BANDS_NONE || option < 0 ||
      estimate->options[option].error != NULL || outlay_session_get_hidden (session, focus) ||
      !outlay_simulation_fits (simulation, estimate))
    return NULL;

  return outlay_odds_describe_shading (bands == OUTLAY_CHART_BANDS_ALL
                                         ? NULL : estimate->options[option].option->name);
}

/**
 * outlay_cost_words_explain_line:
 * @session: whose view it is
 * @estimate: what is shown
 *
 * Returns: (transfer full) (nullable): why the line of the option in focus is not the
 *   middle of its futures, once they are there
 */
char *
outlay_cost_words_explain_line (OutlaySession        *session,
                                const OutlayEstimate *estimate)
{
  OutlaySimulation *simulation =
    outlay_forecaster_get_simulation (outlay_session_get_forecaster (session));
  int option = outlay_scenario_find_option (estimate->scenario,
                                            outlay_session_get_focus (session));

  if (option < 0 || estimate->options[option].error != NULL ||
      !outlay_simulation_fits (simulation, estimate))
    return NULL;

  return outlay_odds_explain_middle (simulation, (guint) option);
}

/**
 * outlay_cost_words_list_refusals:
 * @estimate: an estimate
 * @looks: (array): how its options are looked at
 *
 * Returns: (transfer full): why shown options have no cost, a line each
 */
char *
outlay_cost_words_list_refusals (const OutlayEstimate   *estimate,
                                 const OutlayOptionLook *looks)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; i < estimate->n_options; i++)
    {
      g_autofree char *refusal = outlay_refusal_describe (&estimate->options[i]);
      g_autofree char *line = NULL;

      if (refusal == NULL || looks[i].hidden)
        continue;

      /* Translators: an option, and why it has no cost */
      line = g_strdup_printf (C_("refusal", "%s: %s"), estimate->options[i].option->name,
                              refusal);
      g_strv_builder_add (lines, line);
    }

  strv = g_strv_builder_end (lines);

  return g_strjoinv ("\n", strv);
}
