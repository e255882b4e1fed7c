/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a presentation says: what the last change did, at the month revealed. */
#include "present-words.h"

#include "currencies.h"
#include "figure-format.h"
#include "measures.h"
#include "month-format.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Amounts that are nearer than this read the same. */
#define SAME 0.005

static gboolean
is_shown (const OutlayPresentScene *scene,
          guint                     option)
{
  return !scene->looks[option].hidden && scene->estimate->options[option].error == NULL;
}

static double
get_cost_so_far (const OutlayPresentScene *scene,
                 guint                     option)
{
  return outlay_measure_get (scene->estimate, option, (int) scene->month,
                             OUTLAY_MEASURE_COST_SO_FAR);
}

static char *
format_money (const OutlayPresentScene *scene,
              double                    amount)
{
  return outlay_figure_format_money (fabs (amount), scene->estimate->scenario->currency.code);
}

/* The name of the month revealed; with its year where there are more than twelve. */
static char *
name_month (const OutlayPresentScene *scene)
{
  return outlay_month_format (scene->estimate->scenario->start + (int) scene->month,
                              scene->estimate->n_months > 12 ? OUTLAY_MONTH_STYLE_LONG
                                                             : OUTLAY_MONTH_STYLE_LONG_NAME);
}

static const char *
get_name (const OutlayPresentScene *scene,
          guint                     option)
{
  return scene->estimate->options[option].option->name;
}

/* The dearest (or cheapest) option shown so far that is not @except, or -1. */
static int
find_extreme (const OutlayPresentScene *scene,
              int                       except,
              gboolean                  dearest)
{
  int found = -1;

  for (guint i = 0; i < scene->estimate->n_options; i++)
    {
      double cost, best;

      if ((int) i == except || !is_shown (scene, i))
        continue;
      cost = get_cost_so_far (scene, i);
      best = found >= 0 ? get_cost_so_far (scene, (guint) found) : NAN;
      if (found < 0 || (dearest ? cost > best : cost < best))
        found = (int) i;
    }

  return found;
}

/* The option in focus if it is shown, else the cheapest. */
static int
find_subject (const OutlayPresentScene *scene)
{
  for (guint i = 0; i < scene->estimate->n_options; i++)
    if (scene->looks[i].focus && is_shown (scene, i))
      return (int) i;

  return find_extreme (scene, -1, FALSE);
}

static char *
describe_alone (const OutlayPresentScene *scene,
                guint                     option)
{
  g_autofree char *month = name_month (scene);
  g_autofree char *money = format_money (scene, get_cost_so_far (scene, option));

  /* Translators: a month, an option and money: "By April, Claude Opus 4.8 costs $43,471" */
  return g_strdup_printf (_("By %s, %s costs %s"), month, get_name (scene, option), money);
}

static char *
describe_against (const OutlayPresentScene *scene,
                  guint                     option,
                  guint                     other)
{
  double more = get_cost_so_far (scene, option) - get_cost_so_far (scene, other);
  g_autofree char *month = name_month (scene);
  g_autofree char *money = format_money (scene, more);

  if (fabs (more) < SAME)
    /* Translators: a month and two options */
    return g_strdup_printf (_("By %s, %s costs as much as %s"), month,
                            get_name (scene, option), get_name (scene, other));
  if (more > 0)
    /* Translators: a month, an option, money and another option */
    return g_strdup_printf (_("By %s, %s costs %s more than %s"), month,
                            get_name (scene, option), money, get_name (scene, other));

  /* Translators: as above: "By April, Governed routing costs $21,440 less than Claude
   * Opus 4.8" */
  return g_strdup_printf (_("By %s, %s costs %s less than %s"), month,
                          get_name (scene, option), money, get_name (scene, other));
}

/* An option against the one that is farthest from it: the dearest, or if it is that
 * itself, the cheapest. */
static char *
describe_option (const OutlayPresentScene *scene,
                 guint                     option)
{
  int other = find_extreme (scene, (int) option, TRUE);

  if (other < 0)
    return describe_alone (scene, option);
  if (get_cost_so_far (scene, (guint) other) < get_cost_so_far (scene, option))
    other = find_extreme (scene, (int) option, FALSE);

  return describe_against (scene, option, (guint) other);
}

/* What the lines show: it is where they cross the budget's that a month is over. */
static OutlayMeasure
get_measure (const OutlayPresentScene *scene)
{
  return scene->cumulative ? OUTLAY_MEASURE_COST_SO_FAR : OUTLAY_MEASURE_COST;
}

static gboolean
is_over (const OutlayPresentScene *scene,
         guint                     option,
         guint                     month)
{
  return outlay_measure_is_over (scene->estimate, option, (int) month, get_measure (scene));
}

static double
get_line (const OutlayPresentScene *scene,
          guint                     option)
{
  return outlay_measure_get (scene->estimate, option, (int) scene->month, get_measure (scene));
}

/* The option, dearest in this month, that now is over the budget for the first time. */
static int
find_newly_over (const OutlayPresentScene *scene)
{
  int found = -1;

  for (guint i = 0; i < scene->estimate->n_options; i++)
    {
      gboolean before = FALSE;

      for (guint month = 0; month < scene->month; month++)
        before |= is_over (scene, i, month);
      if (!is_shown (scene, i) || before || !is_over (scene, i, scene->month))
        continue;
      if (found < 0 || get_line (scene, i) > get_line (scene, (guint) found))
        found = (int) i;
    }

  return found;
}

static char *
describe_over (const OutlayPresentScene *scene,
               guint                     option)
{
  double budget = scene->estimate->scenario->budget *
                  (scene->cumulative ? scene->month + 1 : 1);
  g_autofree char *month = name_month (scene);
  g_autofree char *money = format_money (scene, get_line (scene, option) - budget);

  /* Translators: a month, an option and money */
  return g_strdup_printf (_("In %s, %s goes over the budget by %s"), month,
                          get_name (scene, option), money);
}

static char *
describe_reveal (const OutlayPresentScene *scene)
{
  int over = find_newly_over (scene);
  int subject = find_subject (scene);

  if (over >= 0)
    return describe_over (scene, (guint) over);

  return describe_option (scene, (guint) subject);
}

static char *
describe_toggle (const OutlayPresentScene *scene)
{
  g_autofree char *money = NULL;
  g_autofree char *month = NULL;

  if (is_shown (scene, scene->option))
    return describe_option (scene, scene->option);

  money = format_money (scene, get_cost_so_far (scene, scene->option));
  month = name_month (scene);

  /* Translators: an option that was hidden, and what it costs up to a month: "GPT-5.5
   * is set aside: $33,352 by April" */
  return g_strdup_printf (_("%s is set aside: %s by %s"), get_name (scene, scene->option),
                          money, month);
}

/* The same option in the estimate before, or -1. */
static int
find_before (const OutlayPresentScene *scene,
             guint                     option)
{
  const char *id = scene->estimate->options[option].option->id;

  for (guint i = 0; i < scene->before->n_options; i++)
    if (strcmp (scene->before->options[i].option->id, id) == 0 &&
        scene->before->options[i].error == NULL && scene->month < scene->before->n_months)
      return (int) i;

  return -1;
}

static char *
describe_edit (const OutlayPresentScene *scene)
{
  guint subject = (guint) find_subject (scene);
  int before = scene->before != NULL ? find_before (scene, subject) : -1;
  g_autofree char *month = name_month (scene);
  g_autofree char *money = NULL;
  double more;

  if (before < 0 || scene->edit == NULL)
    return describe_option (scene, subject);

  more = get_cost_so_far (scene, subject) -
         outlay_measure_get (scene->before, (guint) before, (int) scene->month,
                             OUTLAY_MEASURE_COST_SO_FAR);
  money = format_money (scene, more);

  if (fabs (more) < SAME)
    /* Translators: what an edit did ("Turns"), a month and an option */
    return g_strdup_printf (_("%s: by %s, %s costs as before"), scene->edit, month,
                            get_name (scene, subject));
  if (more > 0)
    /* Translators: what an edit did ("Turns"), a month, an option and money */
    return g_strdup_printf (_("%s: by %s, %s costs %s more than before"), scene->edit, month,
                            get_name (scene, subject), money);

  /* Translators: as above */
  return g_strdup_printf (_("%s: by %s, %s costs %s less than before"), scene->edit, month,
                          get_name (scene, subject), money);
}

/**
 * outlay_present_caption:
 * @scene: a moment of a presentation
 *
 * Returns: (transfer full): what the last change did, at the month revealed
 */
char *
outlay_present_caption (const OutlayPresentScene *scene)
{
  if (scene->change == OUTLAY_PRESENT_TOGGLE &&
      scene->estimate->options[scene->option].error == NULL)
    return describe_toggle (scene);
  if (scene->estimate->n_options == 0)
    return g_strdup (_("Nothing to compare yet"));
  if (find_subject (scene) < 0)
    return g_strdup (_("All options are hidden"));

  return scene->change == OUTLAY_PRESENT_EDIT ? describe_edit (scene) : describe_reveal (scene);
}

/* Whether the caption tells of the months so far, above curves of single ones. */
static gboolean
adds_up (const OutlayPresentScene *scene)
{
  if (scene->cumulative || scene->month == 0 || scene->estimate->n_options == 0)
    return FALSE;

  return scene->change == OUTLAY_PRESENT_TOGGLE || scene->change == OUTLAY_PRESENT_EDIT ||
         find_newly_over (scene) < 0;
}

/**
 * outlay_present_subtitle:
 * @scene: a moment of a presentation
 *
 * Returns: (transfer full): the scenario, the month and the unit
 */
char *
outlay_present_subtitle (const OutlayPresentScene *scene)
{
  const OutlayScenario *scenario = scene->estimate->scenario;
  const char *currency = outlay_currency_get_name (scenario->currency.code);
  g_autofree char *number = outlay_figure_format_number (scene->month + 1, 0);
  g_autofree char *all = outlay_figure_format_number (scene->estimate->n_months, 0);
  /* Translators: which month of how many: "month 5 of 7" */
  g_autofree char *place = g_strdup_printf (_("month %s of %s"), number, all);
  g_autofree char *unit = NULL;

  if (scene->cumulative)
    /* Translators: a currency: "US dollars since the first month", in a list */
    unit = g_strdup_printf (_("%s since the first month"), currency);
  else
    /* Translators: a currency: "US dollars a month", in a list */
    unit = g_strdup_printf (_("%s a month"), currency);

  /* The caption's money would else be taken for that of the month, which the curves show. */
  return g_strjoin (" · ", scenario->name, place, unit,
                    adds_up (scene) ? _("the heading adds up the months so far") : NULL, NULL);
}
