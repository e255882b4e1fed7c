/* SPDX-License-Identifier: GPL-3.0-or-later */
/* METHOD section 1. */
#include "learning.h"

#include <math.h>

static double
sigmoid (double v)
{
  return 1 / (1 + exp (-v));
}

/**
 * outlay_logistic_progress:
 * @x: the way gone, 0 to 1
 *
 * Returns: the logistic curve of METHOD section 1: 0 at 0, 1 at 1
 */
double
outlay_logistic_progress (double x)
{
  return (sigmoid (8 * (x - 0.5)) - sigmoid (-4)) / (sigmoid (4) - sigmoid (-4));
}

/**
 * outlay_learning_progress:
 * @learning: how people learn
 * @tenure: month of a person's own use, from 1
 *
 * Returns: L(t), the person's progress, 0 to 1
 */
double
outlay_learning_progress (const OutlayLearning *learning,
                          int                   tenure)
{
  double t = tenure;
  double n = (double) learning->months;
  double x, b;

  if (learning->curve == OUTLAY_LEARNING_FLAT)
    return 0;
  if (t >= n)
    return 1;

  x = (t - 1) / (n - 1);

  switch (learning->curve)
    {
    case OUTLAY_LEARNING_LOGISTIC:
      return outlay_logistic_progress (x);
    case OUTLAY_LEARNING_EXPONENTIAL:
      return (1 - exp (-3 * x)) / (1 - exp (-3));
    case OUTLAY_LEARNING_LINEAR:
      return x;
    case OUTLAY_LEARNING_WRIGHT:
      b = -log2 (0.8);
      return (1 - pow (t, -b)) / (1 - pow (n, -b));
    case OUTLAY_LEARNING_FLAT:
    default:
      g_return_val_if_reached (0);
    }
}

double
outlay_pair_read (const OutlayPair *pair,
                  double            progress)
{
  return pair->start + (pair->end - pair->start) * progress;
}
