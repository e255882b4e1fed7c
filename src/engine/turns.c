/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 4: turns vary between tasks. In its symbols: N = 1 + K turns,
 * nu = mu - 1 the mean of K, q its variance over nu. */
#include "turns.h"

#include <math.h>

/* Probabilities below this much in all are not walked: no figure can show it. */
#define NEGLIGIBLE 1e-14

/* Below this, exp () is 0 and the part lies wholly beyond any cap. */
#define LEAST_LOG_P -700

guint
outlay_scenario_turn_cap (const OutlayScenario *scenario)
{
  return scenario->max_turns == OUTLAY_NONE ? OUTLAY_MAX_TURNS
                                            : (guint) scenario->max_turns;
}

static void
add_probability (OutlayTurns *turns,
                 guint        n,
                 double       p)
{
  while (turns->n < n)
    turns->p[turns->n++] = 0;

  turns->p[n - 1] += p;
}

/* Adds `weight` times the distribution of 1 + K, where p(k+1) = p(k) * ratio(k)
 * and ratio (k) = (k + r) / (k + 1) * c; a Poisson is the case r = infinity with
 * r * c = nu. Returns the weight that the cap cuts off. */
static double
add_recurrence (OutlayTurns *turns,
                double       weight,
                double       log_p0,
                double       r_times_c,
                double       c)
{
  double p, sum = 0;

  if (log_p0 < LEAST_LOG_P)
    return weight;

  p = exp (log_p0);
  for (guint k = 0; k < turns->cap; k++)
    {
      double ratio = (k * c + r_times_c) / (k + 1);
      double bound = MAX (ratio, c);

      add_probability (turns, k + 1, weight * p);
      sum += p;
      p *= ratio;
      if (bound < 1 && p < NEGLIGIBLE * (1 - bound))
        return 0;
    }

  return weight * MAX (0, 1 - sum);
}

/* The whole number below or above mu, so weighted that its mean is mu. */
static double
add_whole (OutlayTurns *turns,
           double       weight,
           double       mu)
{
  double below = floor (mu);
  double share_above = mu - below;
  double cut_off = 0;

  if (below <= turns->cap)
    add_probability (turns, (guint) below, weight * (1 - share_above));
  else
    cut_off += weight * (1 - share_above);

  if (share_above > 0)
    {
      if (below + 1 <= turns->cap)
        add_probability (turns, (guint) below + 1, weight * share_above);
      else
        cut_off += weight * share_above;
    }

  return cut_off;
}

/**
 * outlay_turns_init:
 * @turns: (out caller-allocates): the distribution
 * @mu: mean number of turns, at least 1
 * @spread: `turn_spread`, 0 to 3
 * @cap: the loop cap, 1 to %OUTLAY_MAX_TURNS
 */
void
outlay_turns_init (OutlayTurns *turns,
                   double       mu,
                   double       spread,
                   guint        cap)
{
  double nu = mu - 1;
  double q = spread * spread * mu;
  double cut_off;

  g_assert (mu >= 1 && cap >= 1 && cap <= OUTLAY_MAX_TURNS);

  turns->n = 0;
  turns->cap = cap;

  if (q > 1 + 1e-12 && nu > 0)
    {
      double r = nu / (q - 1);
      double c = (q - 1) / q;

      cut_off = add_recurrence (turns, 1, -r * log (q), r * c, c);
    }
  else
    {
      double w = nu > 0 ? MIN (1, q) : 0;

      cut_off = w > 0 ? add_recurrence (turns, w, -nu, nu, 0) : 0;
      if (w < 1)
        cut_off += add_whole (turns, 1 - w, mu);
    }

  turns->inside = MIN (1, 1 - cut_off);
  turns->mean = (1 - turns->inside) * cap;
  for (guint n = 1; n <= turns->n; n++)
    turns->mean += turns->p[n - 1] * n;
}
