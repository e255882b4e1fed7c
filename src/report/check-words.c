/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Checks page says of one option, over the period. Figures are those of
 * the engine; here they become sentences. */
#include "check-words-private.h"

#include "cost-bands.h"
#include "figure-format.h"
#include "governance.h"

#include <glib/gi18n.h>
#include <math.h>

/* A share that is shown as more than 0 %. */
#define NOTABLE_SHARE 0.005

static const char * const questions[OUTLAY_N_CHECKS] = {
  [OUTLAY_CHECK_OUTCOME] = N_("What does an accepted outcome cost?"),
  [OUTLAY_CHECK_TIERS] = N_("How much low-risk work runs on the dearest tier?"),
  [OUTLAY_CHECK_CAP] = N_("What does the loop cap save, and what does it lose?"),
  [OUTLAY_CHECK_BANDS] = N_("How does the cost of a person compare with published ones?"),
  [OUTLAY_CHECK_HEAVY_USE] = N_("Are the heaviest users the best paid?"),
  [OUTLAY_CHECK_LARGEST_BILL] = N_("How large could the bill get?"),
  [OUTLAY_CHECK_SECOND_LOOK] = N_("Where do rules of governance ask for a reason or a second look?"),
};

char *
outlay_check_format_money (const OutlayBreakdown *breakdown,
                           double                 value)
{
  return outlay_figure_format_money (value, breakdown->estimate->scenario->currency.code);
}

char *
outlay_check_format_count (double value)
{
  return outlay_figure_format_number (value, value < 10 ? 1 : 0);
}

void
outlay_check_add_line (GString    *lines,
                       const char *line)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

char *
outlay_check_finish_lines (GString *lines)
{
  gboolean empty = lines->len == 0;
  char *text = g_string_free (lines, empty);

  return empty ? NULL : text;
}

/* Cost per accepted outcome */

static double
per_accepted (const OutlayOptionEstimate *option)
{
  double accepted = option->error == NULL ? option->total[OUTLAY_FIGURE_ACCEPTED] : 0;

  return accepted > 0 ? option->total[OUTLAY_FIGURE_COST] / accepted : NAN;
}

static int
find_cheapest (const OutlayEstimate *estimate)
{
  int cheapest = -1;

  for (guint i = 0; i < estimate->n_options; i++)
    if (!isnan (per_accepted (&estimate->options[i])) &&
        (cheapest < 0 || per_accepted (&estimate->options[i]) <
         per_accepted (&estimate->options[cheapest])))
      cheapest = (int) i;

  return cheapest;
}

static char *
describe_tiers (const OutlayBreakdown *breakdown)
{
  GString *lines = g_string_new (NULL);
  OutlayTierDiscipline discipline;

  outlay_tier_discipline_init (&discipline, breakdown);
  for (guint i = 0; discipline.n_tiers > 1 && i < discipline.n_tiers; i++)
    {
      const OutlayTierUse *tier = &discipline.tiers[i];
      g_autofree char *each = NULL, *cost = NULL, *line = NULL;

      if (isnan (tier->cost_per_accepted))
        continue;
      each = outlay_check_format_money (breakdown, tier->cost_per_accepted);
      cost = outlay_check_format_money (breakdown, tier->cost);
      /* Translators: a tier's model, money for an accepted outcome, and in all */
      line = g_strdup_printf (_("%s: %s each, %s in all"), tier->model->name, each, cost);
      outlay_check_add_line (lines, line);
    }

  return outlay_check_finish_lines (lines);
}

static void
check_outcome (OutlayCheck           *check,
               const OutlayBreakdown *breakdown,
               guint                  option)
{
  const OutlayEstimate *estimate = breakdown->estimate;
  double cost = per_accepted (&estimate->options[option]);
  int cheapest = find_cheapest (estimate);
  g_autofree char *money = NULL, *least = NULL;

  check->page = "outcome";
  if (isnan (cost))
    {
      check->state = OUTLAY_CHECK_OPEN;
      check->answer = g_strdup (_("Nothing is accepted, so that nothing can be said."));
      return;
    }

  money = outlay_check_format_money (breakdown, cost);
  check->detail = describe_tiers (breakdown);
  if (per_accepted (&estimate->options[cheapest]) >= cost)
    {
      check->state = OUTLAY_CHECK_PASS;
      check->answer = g_strdup_printf (_("An accepted outcome costs %s; no other option gets it for less."),
                                       money);
      return;
    }

  least = outlay_check_format_money (breakdown, per_accepted (&estimate->options[cheapest]));
  check->state = OUTLAY_CHECK_LOOK;
  /* Translators: money, another option, money */
  check->answer = g_strdup_printf (_("An accepted outcome costs %s; %s gets it for %s."), money,
                                   estimate->options[cheapest].option->name, least);
}

/* Tiers */

static void
check_tiers (OutlayCheck           *check,
             const OutlayBreakdown *breakdown)
{
  OutlayTierDiscipline discipline;
  const OutlayModel *model;
  gboolean is_choice;
  double share;
  g_autofree char *percent = NULL, *cost = NULL;

  outlay_tier_discipline_init (&discipline, breakdown);
  model = discipline.tiers[discipline.dearest].model;
  is_choice = discipline.n_tiers > 1;
  share = discipline.low_risk_dearest;
  check->page = "breakdown";
  if (isnan (share))
    {
      check->state = OUTLAY_CHECK_OPEN;
      check->answer = g_strdup (_("There is no work of low risk."));
      check->dial = g_strdup ("tasks[0].risk");
      return;
    }

  percent = outlay_figure_format_percent (share);
  cost = outlay_check_format_money (breakdown, discipline.low_risk_dearest_cost);
  check->state = share >= NOTABLE_SHARE &&
                 (is_choice || model->model_class == OUTLAY_CLASS_FRONTIER)
                   ? OUTLAY_CHECK_LOOK : OUTLAY_CHECK_PASS;
  if (is_choice)
    /* Translators: a share, a model, money */
    check->answer = g_strdup_printf (_("%s of the attempts at low-risk work run on %s, the dearest tier, for %s."),
                                     percent, model->name, cost);
  else if (model->model_class == OUTLAY_CLASS_FRONTIER)
    /* Translators: a model, money */
    check->answer = g_strdup_printf (_("All low-risk work runs on %s, a frontier model, for %s: there is no cheaper tier."),
                                     model->name, cost);
  else
    check->answer = g_strdup_printf (_("All low-risk work runs on %s, for %s; it is no frontier model."),
                                     model->name, cost);
}

/* The loop cap */

static void
check_cap (OutlayCheck           *check,
           const OutlayBreakdown *breakdown,
           guint                  option)
{
  const OutlayScenario *scenario = breakdown->estimate->scenario;
  OutlayLoopCapEffect effect;
  g_autofree char *turns = NULL, *stopped = NULL, *saved = NULL, *lost = NULL, *value = NULL;

  outlay_loop_cap_effect_init (&effect, breakdown->estimate, option);
  check->dial = g_strdup ("max_turns");
  if (!effect.has_cap)
    {
      turns = outlay_figure_format_number (OUTLAY_MAX_TURNS, 0);
      check->state = OUTLAY_CHECK_LOOK;
      check->answer = g_strdup_printf (_("There is no loop cap: a task that goes wrong may run to %s turns."),
                                       turns);
      return;
    }
  turns = outlay_figure_format_number ((double) scenario->max_turns, 0);
  if (!effect.is_known)
    {
      check->state = OUTLAY_CHECK_OPEN;
      check->answer = g_strdup_printf (_("The cap of %s turns cannot be compared with none."),
                                       turns);
      return;
    }

  stopped = outlay_check_format_count (effect.stopped);
  saved = outlay_check_format_money (breakdown, effect.cost_saved);
  lost = outlay_check_format_count (effect.accepted_lost);
  value = outlay_check_format_money (breakdown, effect.value_lost);
  check->state = effect.net >= 0 ? OUTLAY_CHECK_PASS : OUTLAY_CHECK_LOOK;
  /* Translators: turns, tasks, money, outcomes, money */
  check->answer = g_strdup_printf (_("The cap of %s turns stops %s tasks: it saves %s and loses %s accepted outcomes worth %s."),
                                   turns, stopped, saved, lost, value);
}

/* Published costs */

static const char *
name_place (OutlayBandPlace place)
{
  switch (place)
    {
    case OUTLAY_BAND_BELOW:
      return C_("place in a published range", "below");
    case OUTLAY_BAND_WITHIN:
      return C_("place in a published range", "within");
    case OUTLAY_BAND_ABOVE:
      return C_("place in a published range", "above");
    case OUTLAY_BAND_UNKNOWN:
    default:
      return "";
    }
}

static char *
describe_band (const OutlayBandPosition *position)
{
  g_autofree char *from = outlay_figure_format_money (position->from, "USD");
  g_autofree char *to = isfinite (position->to)
                          ? outlay_figure_format_money (position->to, "USD") : NULL;
  g_autofree char *cost = outlay_figure_format_money (position->cost, "USD");

  if (to == NULL)
    /* Translators: a published range without an upper end: "Cursor, power users:
     * $200 and more; here $248, within" */
    return g_strdup_printf (_("%s: %s and more; here %s, %s"), position->band->name, from, cost,
                            name_place (position->place));

  /* Translators: a published range: "Codex: $100 to $200; here $248, above" */
  return g_strdup_printf (_("%s: %s to %s; here %s, %s"), position->band->name, from, to, cost,
                          name_place (position->place));
}

/* A band without an upper end holds whatever is dear, and proves nothing. */
static void
check_bands (OutlayCheck           *check,
             const OutlayBreakdown *breakdown,
             guint                  option)
{
  GString *lines = g_string_new (NULL);
  guint n_bands, n_ranges = 0, n_within = 0, n_closed_within = 0;
  const OutlayCostBand *bands = outlay_cost_bands_list (&n_bands);
  double monthly = NAN;
  g_autofree char *money = NULL, *within = NULL, *of = NULL;

  for (guint i = 0; i < n_bands; i++)
    {
      OutlayBandPosition position;
      g_autofree char *line = NULL;

      outlay_band_position_init (&position, breakdown->estimate, option, OUTLAY_PERIOD,
                                 &bands[i]);
      if (!bands[i].per_day)
        monthly = position.cost;
      if (position.place == OUTLAY_BAND_UNKNOWN)
        continue;
      n_ranges++;
      n_within += position.place == OUTLAY_BAND_WITHIN ? 1 : 0;
      /* To be within "$200 and more" says little. */
      n_closed_within += isfinite (position.to) && position.place == OUTLAY_BAND_WITHIN ? 1 : 0;
      line = describe_band (&position);
      outlay_check_add_line (lines, line);
    }

  check->page = "cost";
  check->detail = outlay_check_finish_lines (lines);
  if (isnan (monthly))
    {
      check->state = OUTLAY_CHECK_OPEN;
      check->answer = g_strdup (_("Nobody is active."));
      return;
    }

  money = outlay_figure_format_money (monthly, "USD");
  within = outlay_figure_format_number (n_within, 0);
  of = outlay_figure_format_number (n_ranges, 0);
  check->state = n_closed_within > 0 ? OUTLAY_CHECK_PASS : OUTLAY_CHECK_LOOK;
  /* Translators: money a person and month, then "within 2 of 5 published ranges" */
  check->answer = g_strdup_printf (_("A person costs %s a month, within %s of %s published ranges."),
                                   money, within, of);
}

/**
 * outlay_check_get_question:
 * @kind: which check
 *
 * Returns: its question, in the person's language
 */
const char *
outlay_check_get_question (OutlayCheckKind kind)
{
  g_return_val_if_fail (kind < OUTLAY_N_CHECKS, "");

  return _(questions[kind]);
}

/**
 * outlay_check_init:
 * @check: (out caller-allocates): the answer; clear it with outlay_check_clear()
 * @kind: which check
 * @breakdown: of the option
 * @option: which option of the estimate that is, from 0
 */
void
outlay_check_init (OutlayCheck           *check,
                   OutlayCheckKind        kind,
                   const OutlayBreakdown *breakdown,
                   guint                  option)
{
  *check = (OutlayCheck) { OUTLAY_CHECK_OPEN, NULL, NULL, NULL, NULL };
  switch (kind)
    {
    case OUTLAY_CHECK_OUTCOME:
      check_outcome (check, breakdown, option);
      break;
    case OUTLAY_CHECK_TIERS:
      check_tiers (check, breakdown);
      break;
    case OUTLAY_CHECK_CAP:
      check_cap (check, breakdown, option);
      break;
    case OUTLAY_CHECK_BANDS:
      check_bands (check, breakdown, option);
      break;
    case OUTLAY_CHECK_HEAVY_USE:
      outlay_check_heavy_use (check, breakdown);
      break;
    case OUTLAY_CHECK_LARGEST_BILL:
      outlay_check_largest_bill (check, breakdown);
      break;
    case OUTLAY_CHECK_SECOND_LOOK:
      outlay_check_second_look (check, breakdown);
      break;
    case OUTLAY_N_CHECKS:
    default:
      g_return_if_reached ();
    }
}

void
outlay_check_clear (OutlayCheck *check)
{
  g_clear_pointer (&check->answer, g_free);
  g_clear_pointer (&check->detail, g_free);
  g_clear_pointer (&check->dial, g_free);
}
