/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 4: turns vary between tasks. In its symbols: N = 1 + K turns,
 * nu = mu - 1 the mean of K, q its variance over nu. */
#include "turns.h"

#include <math.h>

/* A tail that no figure can show. */
#define INVISIBLE 1e-18

/* Below this, exp () is 0 and the part lies wholly beyond any cap. */
#define LEAST_LOG_P -700

guint
outlay_scenario_turn_cap (const OutlayScenario *scenario)
{
  return scenario->max_turns == OUTLAY_NONE ? OUTLAY_MAX_TURNS
                                            : (guint) scenario->max_turns;
}

/* Adds to the likelihood of @n turns. */
static void
add_probability (OutlayTurns *turns,
                 guint        n,
                 double       p)
{
  while (turns->n < n)
    turns->p[turns->n++] = 0;

  turns->p[n - 1] += p;
}

/* Sets the distribution to `weight` times that of 1 + K, where
 * p(k+1) = p(k) * ratio (k), ratio (k) = c + (r - 1) * c / (k + 1). A Poisson is
 * the case c = 0 with (r - 1) * c = nu. Once the tail is negligible it is no
 * longer kept, and once no figure can show it, no longer summed. Returns the
 * weight that ends within the cap. */
static double
set_recurrence (OutlayTurns *turns,
                double       weight,
                double       log_p0,
                double       c,
                double       r_less_1_times_c,
                double       negligible)
{
  double invisible = MIN (INVISIBLE, negligible);
  gboolean kept = TRUE;
  double p, sum = 0;

  if (log_p0 < LEAST_LOG_P)
    return 0;

  p = weight * exp (log_p0);
  for (guint k = 0; k < turns->cap; k++)
    {
      double ratio = r_less_1_times_c == 0 ? c : c + r_less_1_times_c / (k + 1);
      double largest = MAX (ratio, c);

      sum += p;
      if (kept)
        turns->p[turns->n++] = p;

      /* From here on the tail is at most a geometric one. */
      p *= ratio;
      kept = kept && p >= negligible * (1 - largest);
      if (p < invisible * (1 - largest))
        return weight;
    }

  return sum;
}

/* The whole number below or above mu, so weighted that its mean is mu. Returns
 * the weight that ends within the cap. */
static double
add_whole (OutlayTurns *turns,
           double       weight,
           double       mu)
{
  double below = floor (mu);
  double above = mu - below;
  double inside = 0;

  if (below <= turns->cap)
    {
      add_probability (turns, (guint) below, weight * (1 - above));
      inside += weight * (1 - above);
    }
  if (above > 0 && below + 1 <= turns->cap)
    {
      add_probability (turns, (guint) below + 1, weight * above);
      inside += weight * above;
    }

  return inside;
}

/**
 * outlay_turns_init:
 * @turns: (out caller-allocates): the distribution
 * @p: room for the probabilities, @cap of them; it must outlive @turns
 * @mu: mean number of turns, at least 1
 * @spread: `turn_spread`, 0 to 3
 * @cap: the loop cap, 1 to %OUTLAY_MAX_TURNS
 * @negligible: a tail that is less likely than this is left out
 */
void
outlay_turns_init (OutlayTurns *turns,
                   double      *p,
                   double       mu,
                   double       spread,
                   guint        cap,
                   double       negligible)
{
  double nu = mu - 1;
  double q = spread * spread * mu;
  double inside;

  g_assert (mu >= 1 && cap >= 1 && cap <= OUTLAY_MAX_TURNS);

  turns->p = p;
  turns->n = 0;
  turns->cap = cap;

  if (q > 1 + 1e-12 && nu > 0)
    {
      double r = nu / (q - 1);
      double c = (q - 1) / q;

      inside = set_recurrence (turns, 1, -r * log (q), c, (r - 1) * c, negligible);
    }
  else
    {
      double w = nu > 0 ? MIN (1, q) : 0;

      inside = w > 0 ? set_recurrence (turns, w, -nu, 0, nu, negligible) : 0;
      if (w < 1)
        inside += add_whole (turns, 1 - w, mu);
    }

  turns->inside = MIN (1, inside);
  turns->mean = (1 - turns->inside) * cap;
  for (guint n = 1; n <= turns->n; n++)
    turns->mean += turns->p[n - 1] * n;
}
