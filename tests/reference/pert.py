# SPDX-License-Identifier: GPL-3.0-or-later
"""The PERT distribution of section 10: draws and percentiles."""
import math


def shape(low, likely, high):
    """The two parameters of the Beta distribution."""
    return (1 + 4 * (likely - low) / (high - low),
            1 + 4 * (high - likely) / (high - low))


def draw(generator, low, likely, high):
    """One draw from a random.Random; low = high is a constant."""
    if low == high:
        return low
    return low + (high - low) * generator.betavariate(*shape(low, likely, high))


def beta_distribution(x, a, b):
    """The regularised incomplete beta function, by its power series where that
    converges fast and by symmetry elsewhere."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > 0.5:
        return 1 - beta_distribution(1 - x, b, a)
    ln_front = (a * math.log(x) + math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b))
    term, total, n = 1.0, 1 / a, 0
    while abs(term) > 1e-18:
        n += 1
        term *= (n - b) / n * x
        total += term / (a + n)
    return math.exp(ln_front) * total


def percentile(p, low, likely, high):
    """The factor below which a share p of the draws lies, by bisection."""
    if low == high:
        return low
    a, b = shape(low, likely, high)
    below, above = 0.0, 1.0
    for _ in range(100):
        middle = (below + above) / 2
        if beta_distribution(middle, a, b) < p:
            below = middle
        else:
            above = middle
    return low + (high - low) * (below + above) / 2
