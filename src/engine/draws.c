/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 10: which futures are drawn.
 *
 * The nth draw is the nth point of Sobol's sequence in seven dimensions, in the
 * order of METHOD's table, with a digital shift: the bits of each coordinate are
 * turned over where those of a random number are set. So every range is covered
 * as evenly as can be, and another seed covers it as evenly elsewhere. All of it
 * is whole numbers, the same on every machine. */
#include "draws.h"

#include "pert.h"

#include <gsl/gsl_qrng.h>

/* GSL's points are whole multiples of 2^-30; the shift adds 22 bits below. */
#define POINT_BITS 30
#define SHIFT_BITS 52

struct _OutlayDraws
{
  OutlayPert  perts[OUTLAY_N_FACTORS];
  guint64     shift[OUTLAY_N_FACTORS];
  double      most_tokens;
  gsl_qrng   *points;   /* (owned) */
  gboolean    at_start; /* GSL leaves out the first point, the origin */
};

OutlayFactors
outlay_batch_get (const OutlayBatch *batch,
                  guint              draw)
{
  OutlayFactors factors;

  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    factors.value[i] = batch->value[i][draw];

  return factors;
}

/* SplitMix64 (Steele, Lea and Flood 2014): any seed will do, 0 too. */
static guint64
next_random (guint64 *state)
{
  guint64 z = *state += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);

  return z ^ (z >> 31);
}

/**
 * outlay_draws_new:
 * @scenario: a scenario
 * @most_tokens: the largest factor on tokens, see outlay_factors_most_tokens()
 * @seed: any number
 *
 * Returns: (transfer full): the scenario's draws, from the first on
 */
OutlayDraws *
outlay_draws_new (const OutlayScenario *scenario,
                  double                most_tokens,
                  guint64               seed)
{
  OutlayDraws *draws = g_new0 (OutlayDraws, 1);

  draws->most_tokens = most_tokens;
  draws->points = gsl_qrng_alloc (gsl_qrng_sobol, OUTLAY_N_FACTORS);
  draws->at_start = TRUE;
  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    {
      outlay_pert_init (&draws->perts[i], &scenario->uncertainty[i]);
      draws->shift[i] = next_random (&seed) >> (64 - SHIFT_BITS);
    }

  return draws;
}

void
outlay_draws_free (OutlayDraws *draws)
{
  gsl_qrng_free (draws->points);
  g_free (draws);
}

/* Sets what outlay_draws_new() was given as @most_tokens. */
void
outlay_draws_limit_tokens (OutlayDraws *draws,
                           double       most_tokens)
{
  draws->most_tokens = most_tokens;
}

/* Starts again at the first draw. */
void
outlay_draws_rewind (OutlayDraws *draws)
{
  gsl_qrng_init (draws->points);
  draws->at_start = TRUE;
}

/**
 * outlay_draws_next:
 * @draws: the draws
 * @batch: (out caller-allocates): shares, 0 to 1, to be finished
 * @n: how many, up to %OUTLAY_BATCH_SIZE
 *
 * Goes on to the next points. outlay_draws_finish() makes factors of them, and
 * may do so in any thread.
 */
void
outlay_draws_next (OutlayDraws *draws,
                   OutlayBatch *batch,
                   guint        n)
{
  batch->n = n;
  for (guint draw = 0; draw < n; draw++)
    {
      double point[OUTLAY_N_FACTORS] = { 0 };

      if (!draws->at_start)
        gsl_qrng_get (draws->points, point);
      draws->at_start = FALSE;

      for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
        {
          guint64 bits = (guint64) (point[i] * (1 << POINT_BITS))
                         << (SHIFT_BITS - POINT_BITS);

          /* In the middle of its part of the range: never 0, never 1. */
          batch->value[i][draw] = ((double) (bits ^ draws->shift[i]) + 0.5) /
                                  (double) (G_GUINT64_CONSTANT (1) << SHIFT_BITS);
        }
    }
}

/* Makes factors of a batch of shares. */
void
outlay_draws_finish (const OutlayDraws *draws,
                     OutlayBatch       *batch)
{
  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    for (guint draw = 0; draw < batch->n; draw++)
      batch->value[i][draw] = outlay_pert_read (&draws->perts[i], batch->value[i][draw]);

  for (guint draw = 0; draw < batch->n; draw++)
    batch->value[OUTLAY_FACTOR_TOKENS][draw] =
      MIN (batch->value[OUTLAY_FACTOR_TOKENS][draw], draws->most_tokens);
}
