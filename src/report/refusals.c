/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "refusals.h"

#include "figure-format.h"

#include <glib/gi18n.h>
#include <math.h>

/* For ngettext(), which wants a whole number that it can hold. */
static gulong
get_plural (double count)
{
  return (gulong) MIN (count, 1e9);
}

static char *
format_count (double count)
{
  return outlay_figure_format_number (count, 0);
}

/* "34 people, the plan has 25 seats". A seat is whole, so that 33.4 people are
 * 34, by METHOD section 7. */
static char *
describe_seats (const OutlayRefusal *refusal)
{
  double people = ceil (refusal->people - 1e-9);
  double seats = (double) refusal->seats;
  g_autofree char *people_count = format_count (people);
  g_autofree char *seat_count = format_count (seats);
  g_autofree char *people_text = NULL;
  g_autofree char *seat_text = NULL;

  people_text = g_strdup_printf (ngettext ("%s person", "%s people", get_plural (people)),
                                 people_count);
  seat_text = g_strdup_printf (ngettext ("the plan has %s seat", "the plan has %s seats",
                                         get_plural (seats)),
                               seat_count);

  /* Translators: why an option has no cost: "34 people", "the plan has 25 seats" */
  return g_strdup_printf (C_("refusal", "%s, %s"), people_text, seat_text);
}

/* What is needed is rounded up and what fits is rounded down, so that the two
 * never read the same. */
static char *
describe_context (const OutlayRefusal *refusal)
{
  g_autofree char *tokens = format_count (ceil (refusal->tokens - 1e-3));
  g_autofree char *limit = format_count (floor (refusal->limit + 1e-3));

  /* Translators: why an option has no cost: a task, a model, and two counts:
   * "Fix and debug does not fit GPT-5.5: 170,000 tokens, 160,000 fit" */
  return g_strdup_printf (ngettext ("%s does not fit %s: %s token, %s fit",
                                    "%s does not fit %s: %s tokens, %s fit",
                                    get_plural (refusal->tokens)),
                          refusal->task->name, refusal->model->name, tokens, limit);
}

static char *
describe_refusal (const GError        *error,
                  const OutlayRefusal *refusal)
{
  if (error == NULL)
    return NULL;

  if (g_error_matches (error, OUTLAY_ESTIMATE_ERROR, OUTLAY_ESTIMATE_ERROR_SEATS))
    return describe_seats (refusal);
  if (g_error_matches (error, OUTLAY_ESTIMATE_ERROR, OUTLAY_ESTIMATE_ERROR_CONTEXT))
    return describe_context (refusal);

  return g_strdup (error->message);
}

/**
 * outlay_refusal_describe:
 * @estimate: the estimate of one option
 *
 * Says in the person's language why an option cannot be estimated.
 *
 * Returns: (transfer full) (nullable): one sentence without a full stop, or
 *   %NULL if the option has figures
 */
char *
outlay_refusal_describe (const OutlayOptionEstimate *estimate)
{
  return describe_refusal (estimate->error, &estimate->refusal);
}

/* The same of a model that was ranked. */
char *
outlay_ranked_describe_refusal (const OutlayRanked *ranked)
{
  return describe_refusal (ranked->error, &ranked->refusal);
}
