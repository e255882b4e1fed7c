/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "month-zoom.h"

#include "month-format.h"

#include <glib/gi18n.h>

#define MONTHS_MIN 2

static int
count_months (OutlaySession *session)
{
  return (int) outlay_session_get_scenario (session)->months;
}

static void
get_range (OutlaySession *session,
           int           *first,
           int           *last)
{
  if (!outlay_session_get_zoom (session, first, last))
    {
      *first = 0;
      *last = count_months (session) - 1;
    }
}

/**
 * outlay_month_zoom_to:
 * @session: whose charts
 * @first: the first month, from 0
 * @last: the last
 *
 * Lets charts show these months; what is out of the period is left away. Fewer than
 * two are no picture: then nothing happens.
 */
void
outlay_month_zoom_to (OutlaySession *session,
                      int            first,
                      int            last)
{
  first = MAX (first, 0);
  last = MIN (last, count_months (session) - 1);

  if (last - first + 1 >= MIN (MONTHS_MIN, count_months (session)))
    outlay_session_set_zoom (session, first, last);
}

/* A run of @n months around the month that is pointed at, or the middle. */
static void
show_months (OutlaySession *session,
             int            n)
{
  int month = outlay_session_get_month (session);
  int first, last;

  get_range (session, &first, &last);
  if (month < first || month > last)
    month = (first + last) / 2;

  n = CLAMP (n, MIN (MONTHS_MIN, count_months (session)), count_months (session));
  first = CLAMP (month - (n - 1) / 2, 0, count_months (session) - n);
  outlay_session_set_zoom (session, first, first + n - 1);
}

/* Shows half as many months. */
void
outlay_month_zoom_in (OutlaySession *session)
{
  int first, last;

  get_range (session, &first, &last);
  show_months (session, (last - first + 2) / 2);
}

/* Shows twice as many. */
void
outlay_month_zoom_out (OutlaySession *session)
{
  int first, last;

  get_range (session, &first, &last);
  show_months (session, 2 * (last - first + 1));
}

/* Leaves away what is before the month that is pointed at. */
void
outlay_month_zoom_begin_here (OutlaySession *session)
{
  int first, last;

  get_range (session, &first, &last);
  outlay_month_zoom_to (session, outlay_session_get_month (session), last);
}

/* Leaves away what is behind it. */
void
outlay_month_zoom_end_here (OutlaySession *session)
{
  int first, last;

  get_range (session, &first, &last);
  outlay_month_zoom_to (session, first, outlay_session_get_month (session));
}

/**
 * outlay_month_zoom_add:
 * @session: whose charts
 * @estimate: what they show
 * @text: (transfer full): what is said below a finding
 *
 * Returns: (transfer full): the same, and before it which months are seen where that
 *   are not all of them
 */
char *
outlay_month_zoom_add (OutlaySession        *session,
                       const OutlayEstimate *estimate,
                       char                 *text)
{
  int start = estimate->scenario->start;
  g_autofree char *after = text;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *months = NULL;
  int first, last;

  if (!outlay_session_get_zoom (session, &first, &last) || last >= (int) estimate->n_months)
    return g_steal_pointer (&after);

  from = outlay_month_format (start + first, OUTLAY_MONTH_STYLE_SHORT_YEAR);
  to = outlay_month_format (start + last, OUTLAY_MONTH_STYLE_SHORT_YEAR);
  /* Translators: the first and the last month that a chart shows of a longer period */
  months = g_strdup_printf (_("Only %s to %s are drawn."), from, to);

  return g_strjoin (" ", months, after, NULL);
}
