/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "estimate.h"
#include "outlay-estimate.h"
#include "writer.h"

#include <math.h>
#include <string.h>

static const OutlayOptionEstimate *
find_option (OutlayEstimate *estimate,
             const char     *id)
{
  for (guint i = 0; i < estimate->n_options; i++)
    if (strcmp (estimate->options[i].option->id, id) == 0)
      return &estimate->options[i];

  return NULL;
}

static gboolean
find_figure (const char   *key,
             OutlayFigure *figure)
{
  for (guint i = 0; i < OUTLAY_N_FIGURES; i++)
    if (strcmp (outlay_figure_get_key (i), key) == 0)
      {
        *figure = i;
        return TRUE;
      }

  return FALSE;
}

char **
outlay_estimate_list_months (OutlayEstimate *estimate)
{
  g_autoptr (GStrvBuilder) months = g_strv_builder_new ();

  g_return_val_if_fail (estimate != NULL, NULL);

  for (guint month = 0; month < estimate->n_months; month++)
    {
      g_autofree char *name = outlay_month_to_string (estimate->scenario->start + (int) month);

      g_strv_builder_add (months, name);
    }

  return g_strv_builder_end (months);
}

char **
outlay_estimate_list_options (OutlayEstimate *estimate)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (estimate != NULL, NULL);

  for (guint i = 0; i < estimate->n_options; i++)
    g_strv_builder_add (ids, estimate->options[i].option->id);

  return g_strv_builder_end (ids);
}

const char *
outlay_estimate_get_refusal (OutlayEstimate *estimate,
                             const char     *option)
{
  const OutlayOptionEstimate *found;

  g_return_val_if_fail (estimate != NULL && option != NULL, NULL);

  found = find_option (estimate, option);

  return found != NULL && found->error != NULL ? found->error->message : NULL;
}

const double *
outlay_estimate_get_monthly (OutlayEstimate *estimate,
                             const char     *option,
                             const char     *figure,
                             guint          *n_months)
{
  const OutlayOptionEstimate *found;
  OutlayFigure which;

  g_return_val_if_fail (estimate != NULL && option != NULL && figure != NULL, NULL);

  found = find_option (estimate, option);
  if (found == NULL || found->error != NULL || !find_figure (figure, &which))
    {
      *n_months = 0;
      return NULL;
    }

  *n_months = estimate->n_months;

  return found->monthly[which];
}

double
outlay_estimate_get_total (OutlayEstimate *estimate,
                           const char     *option,
                           const char     *figure)
{
  const OutlayOptionEstimate *found;
  OutlayFigure which;

  g_return_val_if_fail (estimate != NULL && option != NULL && figure != NULL, NAN);

  found = find_option (estimate, option);
  if (found == NULL || found->error != NULL)
    return NAN;

  if (find_figure (figure, &which))
    return found->total[which];
  if (strcmp (figure, "net") == 0)
    return found->net;
  if (strcmp (figure, "return") == 0)
    return found->return_on_cost;
  if (strcmp (figure, "cost_per_task") == 0)
    return found->cost_per_task;
  if (strcmp (figure, "cost_per_accepted") == 0)
    return found->cost_per_accepted;

  return NAN;
}

int
outlay_estimate_get_payback_month (OutlayEstimate *estimate,
                                   const char     *option)
{
  const OutlayOptionEstimate *found;

  g_return_val_if_fail (estimate != NULL && option != NULL, 0);

  found = find_option (estimate, option);

  return found != NULL ? found->payback_month : 0;
}
