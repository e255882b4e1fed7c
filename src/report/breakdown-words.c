/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Breakdown page says of its figures. */
#include "breakdown-words.h"

#include "currencies.h"
#include "figure-format.h"

#include <glib/gi18n.h>
#include <math.h>

/* The largest parts that make this much of the cost are the finding. */
#define MOST 0.5

/* A share that moves less in the period is not worth a sentence. */
#define NOTABLE_CHANGE 0.015

/**
 * outlay_token_class_name:
 * @token_class: what a token is billed as
 *
 * Returns: its name in the person's language
 */
const char *
outlay_token_class_name (OutlayTokenClass token_class)
{
  switch (token_class)
    {
    case OUTLAY_TOKEN_INPUT:
      return C_("class of token", "Input");
    case OUTLAY_TOKEN_CACHE_WRITE:
      return C_("class of token", "Written to cache");
    case OUTLAY_TOKEN_CACHE_READ:
      return C_("class of token", "Read from cache");
    case OUTLAY_TOKEN_OUTPUT:
      return C_("class of token", "Output");
    case OUTLAY_N_TOKEN_CLASSES:
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * outlay_breakdown_part_name:
 * @breakdown: a breakdown
 * @by: what its parts are
 * @part: which part, from 0
 *
 * Returns: its name
 */
const char *
outlay_breakdown_part_name (const OutlayBreakdown *breakdown,
                            OutlayBreakdownBy      by,
                            guint                  part)
{
  const OutlayScenario *scenario = breakdown->estimate->scenario;

  if (outlay_breakdown_is_fees (breakdown, by, part))
    return C_("part of a cost", "Seat fees");

  switch (by)
    {
    case OUTLAY_BREAKDOWN_BY_TASK:
      return scenario->tasks[part].name;
    case OUTLAY_BREAKDOWN_BY_ROLE:
      return scenario->team[part].name;
    case OUTLAY_BREAKDOWN_BY_CLASS:
    default:
      return outlay_token_class_name ((OutlayTokenClass) part);
    }
}

static double
get_share (const OutlayBreakdown *breakdown,
           OutlayBreakdownBy      by,
           guint                  part,
           int                    month)
{
  double all = outlay_breakdown_get_cell (breakdown, OUTLAY_SPLIT_NONE, 0,
                                          month)[OUTLAY_CELL_COST];

  return all > 0 ? outlay_breakdown_part_cost (breakdown, by, part, month) / all : 0;
}

/* How many of the largest parts make most of the cost, their share together,
 * and which is the largest. */
static guint
count_largest (const OutlayBreakdown *breakdown,
               OutlayBreakdownBy      by,
               double                *share,
               guint                 *largest)
{
  guint n_parts = outlay_breakdown_count_parts (breakdown, by);
  g_autofree gboolean *is_taken = g_new0 (gboolean, n_parts + 1);
  guint n = 0;

  *share = 0;
  *largest = 0;
  while (n < n_parts && *share < MOST)
    {
      int best = -1;

      for (guint part = 0; part < n_parts; part++)
        if (!is_taken[part] &&
            (best < 0 || get_share (breakdown, by, part, OUTLAY_PERIOD) >
                         get_share (breakdown, by, (guint) best, OUTLAY_PERIOD)))
          best = (int) part;

      is_taken[best] = TRUE;
      *share += get_share (breakdown, by, (guint) best, OUTLAY_PERIOD);
      if (n == 0)
        *largest = (guint) best;
      n++;
    }

  return n;
}

static char *
describe_several (OutlayBreakdownBy  by,
                  guint              n,
                  const char        *percent)
{
  g_autofree char *count = outlay_figure_format_number (n, 0);

  switch (by)
    {
    case OUTLAY_BREAKDOWN_BY_TASK:
      if (n == 2)
        /* Translators: a share: "Two kinds of work are 68 % of the cost" */
        return g_strdup_printf (_("Two kinds of work are %s of the cost"), percent);
      /* Translators: how many, and their share together */
      return g_strdup_printf (ngettext ("%s kind of work is %s of the cost",
                                        "%s kinds of work are %s of the cost", n),
                              count, percent);
    case OUTLAY_BREAKDOWN_BY_ROLE:
      if (n == 2)
        /* Translators: a share: "Two roles are 68 % of the cost" */
        return g_strdup_printf (_("Two roles are %s of the cost"), percent);
      /* Translators: how many, and their share together */
      return g_strdup_printf (ngettext ("%s role is %s of the cost",
                                        "%s roles are %s of the cost", n),
                              count, percent);
    case OUTLAY_BREAKDOWN_BY_CLASS:
    default:
      if (n == 2)
        /* Translators: a share: "Two classes of token are 68 % of the cost" */
        return g_strdup_printf (_("Two classes of token are %s of the cost"), percent);
      /* Translators: how many, and their share together */
      return g_strdup_printf (ngettext ("%s class of token is %s of the cost",
                                        "%s classes of token are %s of the cost", n),
                              count, percent);
    }
}

/* Only the whole is called 100 %. */
static char *
format_share (double share)
{
  return outlay_figure_format_percent (share < 1 ? MIN (share, 0.99) : share);
}

static char *
describe_one (const OutlayBreakdown *breakdown,
              OutlayBreakdownBy      by,
              guint                  part,
              double                 share)
{
  const char *name = outlay_breakdown_part_name (breakdown, by, part);
  g_autofree char *percent = format_share (share);

  if (outlay_breakdown_is_fees (breakdown, by, part))
    /* Translators: a share: "Seats are 92 % of the cost" */
    return share < 1 ? g_strdup_printf (_("Seats are %s of the cost"), percent)
                     : g_strdup (_("Seats are all of the cost"));

  if (share >= 1)
    /* Translators: a kind of work, a role or a class of token */
    return g_strdup_printf (_("%s is all of the cost"), name);

  /* Translators: a kind of work, a role or a class of token, and its share:
   * "Build and test is 68 % of the cost" */
  return g_strdup_printf (_("%s is %s of the cost"), name, percent);
}

/**
 * outlay_breakdown_finding:
 * @breakdown: a breakdown
 * @by: what its parts are
 *
 * Returns: (transfer full): what makes most of the cost
 */
char *
outlay_breakdown_finding (const OutlayBreakdown *breakdown,
                          OutlayBreakdownBy      by)
{
  const double *all = outlay_breakdown_get_cell (breakdown, OUTLAY_SPLIT_NONE, 0,
                                                 OUTLAY_PERIOD);
  g_autofree char *percent = NULL;
  double share;
  guint largest;
  guint n;

  if (all[OUTLAY_CELL_COST] <= 0)
    return g_strdup (all[OUTLAY_CELL_PEOPLE] > 0 ? _("Nothing is spent")
                                                 : _("Nobody is active"));

  n = count_largest (breakdown, by, &share, &largest);
  if (n == 1)
    return describe_one (breakdown, by, largest, share);

  percent = format_share (share);

  return describe_several (by, n, percent);
}

/* The part whose share moves most from the first month to the last. */
static char *
describe_change (const OutlayBreakdown *breakdown,
                 OutlayBreakdownBy      by)
{
  int last = (int) breakdown->n_months - 1;
  double largest = NOTABLE_CHANGE;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean falls;
  int part = -1;

  for (guint i = 0; i < outlay_breakdown_count_parts (breakdown, by); i++)
    {
      double change = fabs (get_share (breakdown, by, i, last) -
                            get_share (breakdown, by, i, 0));

      if (change > largest)
        {
          largest = change;
          part = (int) i;
        }
    }
  if (part < 0)
    return NULL;

  before = outlay_figure_format_percent (get_share (breakdown, by, (guint) part, 0));
  after = outlay_figure_format_percent (get_share (breakdown, by, (guint) part, last));

  falls = get_share (breakdown, by, (guint) part, last) <
          get_share (breakdown, by, (guint) part, 0);
  if (outlay_breakdown_is_fees (breakdown, by, (guint) part))
    /* Translators: the share of fees in the first and in the last month */
    return g_strdup_printf (falls ? _("Seat fees fall from %s to %s of the cost.")
                                  : _("Seat fees rise from %s to %s of the cost."),
                            before, after);

  /* Translators: a part of the cost, and its share of the first and the last
   * month: "Fix and debug falls from 35 % to 25 % of the cost." */
  return g_strdup_printf (falls ? _("%s falls from %s to %s of the cost.")
                                : _("%s rises from %s to %s of the cost."),
                          outlay_breakdown_part_name (breakdown, by, (guint) part),
                          before, after);
}

static char *
describe_unit (const OutlayBreakdown *breakdown,
               OutlayBreakdownBy      by)
{
  const char *option = breakdown->option->name;
  const char *currency =
    outlay_currency_get_name (breakdown->estimate->scenario->currency.code);

  switch (by)
    {
    case OUTLAY_BREAKDOWN_BY_TASK:
      /* Translators: an option and a currency */
      return g_strdup_printf (_("%s, %s a month by kind of task."), option, currency);
    case OUTLAY_BREAKDOWN_BY_ROLE:
      /* Translators: an option and a currency */
      return g_strdup_printf (_("%s, %s a month by role."), option, currency);
    case OUTLAY_BREAKDOWN_BY_CLASS:
    default:
      /* Translators: an option and a currency */
      return g_strdup_printf (_("%s, %s a month by class of token."), option, currency);
    }
}

/**
 * outlay_breakdown_subtitle:
 * @breakdown: a breakdown
 * @by: what its parts are
 *
 * Returns: (transfer full): what is drawn, and which part's share moves most
 */
char *
outlay_breakdown_subtitle (const OutlayBreakdown *breakdown,
                           OutlayBreakdownBy      by)
{
  g_autofree char *unit = describe_unit (breakdown, by);
  g_autofree char *change = describe_change (breakdown, by);

  return g_strjoin (" ", unit, change, NULL);
}
