/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every option costs in two scenarios, side by side. */
#include "bridge-options.h"

#include "bridge-words.h"
#include "figure-format.h"
#include "refusals.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

enum
{
  COLUMN_A,
  COLUMN_B,
  COLUMN_DIFFERENCE
};

static int
find_option (const OutlayEstimate *estimate,
             const char           *id)
{
  for (guint i = 0; i < estimate->n_options; i++)
    if (strcmp (estimate->options[i].option->id, id) == 0)
      return (int) i;

  return -1;
}

/* NaN where there is no such option, or no figure of it. */
static double
get_cost (const OutlayEstimate *estimate,
          const char           *id,
          gboolean              in_dollars)
{
  int option = find_option (estimate, id);

  if (option < 0 || estimate->options[option].error != NULL)
    return NAN;

  return estimate->options[option].total[OUTLAY_FIGURE_COST] /
         (in_dollars ? estimate->scenario->currency.rate : 1);
}

/* Why there is no difference, where there is none. */
static char *
describe_lack (const OutlayEstimate *a,
               const OutlayEstimate *b,
               const char           *id)
{
  int in_a = find_option (a, id);
  int in_b = find_option (b, id);

  if (in_b < 0)
    return g_strdup (_("only in the first"));
  if (in_a < 0)
    return g_strdup (_("only in the second"));
  if (a->options[in_a].error != NULL)
    return outlay_refusal_describe (&a->options[in_a]);

  return outlay_refusal_describe (&b->options[in_b]);
}

static void
add_row (OutlaySheet            *sheet,
         const OutlayEstimate   *a,
         const OutlayEstimate   *b,
         const OutlayEstimate   *seen,
         const OutlayOptionLook *looks,
         const OutlayOption     *option)
{
  OutlaySheetRow *row = outlay_sheet_add_row (sheet, option->name);
  int look = find_option (seen, option->id);

  row->key = g_strdup (option->id);
  row->mark = look >= 0 ? OUTLAY_SHEET_MARK_LINE : OUTLAY_SHEET_MARK_NONE;
  row->slot = look >= 0 ? looks[look].slot : 0;
  row->focus = look >= 0 && looks[look].focus;
  row->remark = describe_lack (a, b, option->id);
}

/* The texts are those of the bridge: to the coin, lest a table contradict the heading
 * above it by a unit. */
static void
fill_row (OutlaySheet          *sheet,
          guint                 row,
          const OutlayEstimate *a,
          const OutlayEstimate *b)
{
  const char *id = outlay_sheet_get_row (sheet, row)->key;
  gboolean in_dollars = strcmp (a->scenario->currency.code, b->scenario->currency.code) != 0;
  const char *currency = in_dollars ? "USD" : a->scenario->currency.code;
  double costs[] = { get_cost (a, id, in_dollars), get_cost (b, id, in_dollars) };

  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    outlay_sheet_set (sheet, row, i, costs[i],
                      outlay_figure_format_money_exact (costs[i], currency));

  if (find_option (a, id) < 0 || find_option (b, id) < 0)
    outlay_sheet_set (sheet, row, COLUMN_DIFFERENCE, NAN, describe_lack (a, b, id));
  else
    outlay_sheet_set (sheet, row, COLUMN_DIFFERENCE, costs[1] - costs[0],
                      outlay_bridge_format_change (outlay_bridge_round (costs[1], currency) -
                                                     outlay_bridge_round (costs[0], currency),
                                                   currency));
}

/**
 * outlay_bridge_options_new:
 * @a: the estimate of a scenario
 * @b: that of another
 * @seen: the one of them that the window shows
 * @looks: (array): how its options are looked at
 *
 * Returns: (transfer full): a row for each option of either, by id, those of @seen
 *   first: its cost in both, in US dollars if their currencies differ, and what it
 *   is more or less
 */
OutlaySheet *
outlay_bridge_options_new (const OutlayEstimate   *a,
                           const OutlayEstimate   *b,
                           const OutlayEstimate   *seen,
                           const OutlayOptionLook *looks)
{
  OutlaySheet *sheet = outlay_sheet_new ();
  const OutlayEstimate *other = seen == a ? b : a;

  outlay_sheet_add_column (sheet, C_("column", "First"), _("in the first scenario"), "a");
  outlay_sheet_add_column (sheet, C_("column", "Second"), _("in the second scenario"), "b");
  outlay_sheet_add_column (sheet, C_("column", "Difference"), C_("column", "Difference"),
                           "difference")->strong = TRUE;

  for (guint i = 0; i < seen->n_options; i++)
    add_row (sheet, a, b, seen, looks, seen->options[i].option);
  for (guint i = 0; i < other->n_options; i++)
    if (find_option (seen, other->options[i].option->id) < 0)
      add_row (sheet, a, b, seen, looks, other->options[i].option);
  for (guint row = 0; row < sheet->rows->len; row++)
    fill_row (sheet, row, a, b);

  return sheet;
}
