/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pipeline of METHOD.md: people -> tasks -> turns -> model calls -> tokens ->
 * money. Each stage is in the file of its name; here they meet. */
#include "estimate.h"

#include "option-estimate.h"

G_DEFINE_BOXED_TYPE (OutlayEstimate, outlay_estimate,
                     outlay_estimate_ref, outlay_estimate_unref)

G_DEFINE_QUARK (outlay-estimate-error-quark, outlay_estimate_error)

static const char * const figure_keys[] = {
  [OUTLAY_FIGURE_COST] = "cost",
  [OUTLAY_FIGURE_API_COST] = "api_cost",
  [OUTLAY_FIGURE_PEOPLE] = "people",
  [OUTLAY_FIGURE_TASKS] = "tasks",
  [OUTLAY_FIGURE_ACCEPTED] = "accepted",
  [OUTLAY_FIGURE_STOPPED] = "stopped",
  [OUTLAY_FIGURE_VALUE] = "value",
  [OUTLAY_FIGURE_REVIEW] = "review",
  [OUTLAY_FIGURE_ONBOARDING] = "onboarding",
  [OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_INPUT] = "input",
  [OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_CACHE_WRITE] = "cache_write",
  [OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_CACHE_READ] = "cache_read",
  [OUTLAY_FIGURE_TOKENS + OUTLAY_TOKEN_OUTPUT] = "output",
};

const char *
outlay_figure_get_key (OutlayFigure figure)
{
  g_return_val_if_fail (figure < OUTLAY_N_FIGURES, NULL);

  return figure_keys[figure];
}

gboolean
outlay_figure_is_money (OutlayFigure figure)
{
  return figure == OUTLAY_FIGURE_COST || figure == OUTLAY_FIGURE_API_COST ||
         figure == OUTLAY_FIGURE_VALUE || figure == OUTLAY_FIGURE_REVIEW ||
         figure == OUTLAY_FIGURE_ONBOARDING;
}

static OutlayEstimate *
estimate_with (OutlayScenario      *scenario,
               const OutlayFactors *factors,
               gboolean             refuse_seats,
               OutlayAttempts      *attempts)
{
  OutlayEstimate *estimate = g_new0 (OutlayEstimate, 1);
  const OutlayTeamMonths *team;

  g_atomic_ref_count_init (&estimate->ref_count);
  estimate->pool = outlay_pool_new ();
  estimate->scenario = outlay_scenario_ref (scenario);
  estimate->n_months = (guint) scenario->months;
  estimate->n_options = scenario->n_options;
  estimate->options = outlay_pool_alloc0 (estimate->pool, scenario->n_options,
                                          sizeof *estimate->options);

  team = outlay_team_months_new (estimate->pool, scenario, factors);
  for (guint i = 0; i < scenario->n_options; i++)
    {
      OutlayOptionEstimate *result = &estimate->options[i];

      result->option = &scenario->options[i];
      if (outlay_option_check_context (scenario, result->option,
                                       &result->refusal, &result->error))
        outlay_option_estimate_fill (result, estimate->pool, scenario, factors,
                                     team, attempts, refuse_seats);
    }

  return estimate;
}

/**
 * outlay_estimate_new:
 * @scenario: a scenario
 *
 * Estimates every option of @scenario. An option that cannot be estimated
 * carries an error of %OUTLAY_ESTIMATE_ERROR; the others are not touched by it.
 *
 * Returns: (transfer full): the estimate
 */
OutlayEstimate *
outlay_estimate_new (OutlayScenario *scenario)
{
  g_return_val_if_fail (scenario != NULL, NULL);

  return outlay_estimate_new_for_factors (scenario, &OUTLAY_FACTORS_ONE, TRUE);
}

/**
 * outlay_estimate_new_for_factors:
 * @scenario: a scenario
 * @factors: what each uncertain factor is drawn as
 * @refuse_seats: whether a plan with too few seats is refused; a draw is not
 *
 * Estimates one future of METHOD section 10.
 *
 * Returns: (transfer full): the estimate
 */
OutlayEstimate *
outlay_estimate_new_for_factors (OutlayScenario      *scenario,
                                 const OutlayFactors *factors,
                                 gboolean             refuse_seats)
{
  g_autoptr (OutlayAttempts) attempts = outlay_attempts_new (scenario);

  return estimate_with (scenario, factors, refuse_seats, attempts);
}

/**
 * outlay_estimate_new_keeping:
 * @scenario: a scenario
 * @attempts: (inout) (nullable): what attempts were worked out for the scenario
 *   before this one; what serves the next one
 *
 * Estimates a scenario as outlay_estimate_new() does, to the last bit, and sooner
 * where one dial has moved since @attempts were worked out.
 *
 * Returns: (transfer full): the estimate
 */
OutlayEstimate *
outlay_estimate_new_keeping (OutlayScenario  *scenario,
                             OutlayAttempts **attempts)
{
  if (*attempts != NULL && !outlay_attempts_serve (*attempts, scenario))
    g_clear_pointer (attempts, outlay_attempts_free);
  if (*attempts == NULL)
    *attempts = outlay_attempts_new (scenario);

  return estimate_with (scenario, &OUTLAY_FACTORS_ONE, TRUE, *attempts);
}

OutlayEstimate *
outlay_estimate_ref (OutlayEstimate *estimate)
{
  g_return_val_if_fail (estimate != NULL, NULL);

  g_atomic_ref_count_inc (&estimate->ref_count);

  return estimate;
}

void
outlay_estimate_unref (OutlayEstimate *estimate)
{
  g_return_if_fail (estimate != NULL);

  if (!g_atomic_ref_count_dec (&estimate->ref_count))
    return;

  for (guint i = 0; i < estimate->n_options; i++)
    g_clear_error (&estimate->options[i].error);
  outlay_scenario_unref (estimate->scenario);
  outlay_pool_free (estimate->pool);
  g_free (estimate);
}
