# SPDX-License-Identifier: GPL-3.0-or-later
"""METHOD sections 1 to 7 and 10 with NumPy: what each draw costs, many at a time.

    simulate_numpy.py SCENARIO FACTORS COSTS

FACTORS holds rows of seven doubles, the drawn factors in METHOD's order; COSTS
gets a double for each option, month and draw, in that order. Prints the seconds
that the arithmetic took. Everything is an array over draws; attempts that are
walked alike are walked once.
"""
import math
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "reference"))

from complete import load  # noqa: E402
from method import models_of_attempts, prepare  # noqa: E402
from method_calls import (TOKEN_TOLERANCE, calls_a_turn, cap_of, card_in_force,  # noqa: E402
                          limit_of, scaled_tokens, wage_factor, write_price)
from method_people import FACTORS, adopted, mix_ends, progress  # noqa: E402

CHUNK = 1024       # draws at a time: arrays that stay in the processor's cache
NEGLIGIBLE = 1e-5  # so unlikely turns are taken to cost what the last one did


class Prices:
    """What new, cold, warm and output tokens cost, by the size of the prompt."""

    def __init__(self, card, cache):
        blocks = [card] + card["long_context"]
        self.thresholds = [block["threshold"] + TOKEN_TOLERANCE for block in blocks[1:]]
        self.rates = [self.of_block(block, cache) for block in blocks]

    @staticmethod
    def of_block(block, cache):
        given = block["input"] / 1e6
        read = write = given
        if cache != "none" and block["cache_read"] is not None:
            read = block["cache_read"] / 1e6
            if block["cache_write"] is not None:
                write = write_price(block, cache) / 1e6
        return write, read, block["output"] / 1e6

    def bill(self, written, warm, output, prompt):
        def at(rates):
            write, read, paid = rates
            return written * write + warm * read + output * paid
        cost = at(self.rates[0])
        for threshold, rates in zip(self.thresholds, self.rates[1:]):
            cost = np.where(prompt > threshold, at(rates), cost)
        return cost


class Walk:
    """Section 5: what an attempt of 1, 2, ... turns costs, walked as far as
    anybody asks."""

    def __init__(self, tokens, calls, growth, limit, cold, prices):
        self.B, self.u, self.r, self.o, self.summary = tokens
        self.calls, self.growth, self.cold = calls, growth, cold
        self.limit, self.prices = limit + TOKEN_TOLERANCE, prices
        self.prefix = np.zeros_like(cold)
        self.k = np.zeros(len(cold), dtype=int)
        self.total = np.zeros_like(cold)
        self.costs = []

    def cost(self, n):
        while len(self.costs) < n:
            for call in range(self.calls):
                self.step(call)
            self.costs.append(self.total.copy())
        return self.costs[n - 1]

    def step(self, call):
        said = self.u if call == 0 else 0.0
        starts = self.k == 0
        new = np.where(starts, self.B + said, self.o + said + self.r * self.growth[self.k])
        cold = self.cold if call == 0 and self.costs else 0.0
        over = ~starts & (self.prefix + new > self.limit)
        if over.any():
            summing = self.prices.bill(self.prefix * cold, self.prefix * (1 - cold),
                                       self.summary, self.prefix)
            self.total += np.where(over, summing, 0.0)
            self.prefix = np.where(over, 0.0, self.prefix)
            new = np.where(over, self.B + self.summary + said, new)
            self.k[over] = 0
        prompt = self.prefix + new
        reread = self.prefix * cold
        self.total += self.prices.bill(new + reread, self.prefix - reread, self.o, prompt)
        self.prefix = prompt
        self.k += 1


class Turns:
    """Section 4: P(N = 1), P(N = 2), ... one after the other, spread of 1 or more."""

    def __init__(self, mu, spread):
        self.nu, self.q = mu - 1, np.maximum(spread ** 2 * mu, 1 + 1e-12)
        self.r = self.nu / (self.q - 1)
        self.p = np.where(self.nu > 0, np.exp(-self.r * np.log(self.q)), 1.0)
        self.k = 0

    def next(self):
        p = self.p
        self.p = p * (self.k + self.r) / (self.k + 1) * (self.q - 1) / self.q
        self.k += 1
        return p


def mean_cost(walk, mu, spread, cap):
    """(an attempt's expected cost, the chance that it ends within the cap)."""
    turns = Turns(mu, spread)
    left, cost, n = np.ones_like(mu), np.zeros_like(mu), 0
    while n < cap and left.max() > NEGLIGIBLE:
        n += 1
        p = turns.next()
        cost += p * walk.cost(n)
        left = np.maximum(left - p, 0.0)
    inside = 1 - left if n == cap else np.ones_like(mu)
    return cost + left * walk.cost(n), inside


class Futures:
    """The scenario with an array of factors in place of each."""

    def __init__(self, scenario, factors):
        self.sc = prepare(scenario)
        assert self.sc.turn_spread >= 1
        self.f = dict(zip(FACTORS, factors.T))
        self.n = len(factors)
        powers = np.arange(0, 100000) ** self.sc.taper
        self.growth = np.concatenate(([0.0], np.diff(powers)))
        self.walks, self.means = {}, {}

    def learnt(self, ends, L):
        start, end = ends
        return start + (end - start) * self.f["learning"] * L

    def attempt(self, option, role, task, model, L, month):
        """(cost, inside, g) of one attempt."""
        sc, level = self.sc, self.sc.expertise[role["expertise"]]
        card = card_in_force(sc, model, month)
        tokens = scaled_tokens(sc, option, role, task, model)
        calls = calls_a_turn(sc, role, task)
        key = (tokens, calls, limit_of(sc, model), option["cache"], id(card))
        if key not in self.walks:
            f = self.f["tokens"]
            warmth = sc.cache_warmth.get(option["cache"], 0.0)
            self.walks[key] = Walk([part * f for part in tokens], calls, self.growth,
                                   limit_of(sc, model),
                                   1 - np.minimum(1.0, warmth * self.f["warmth"]),
                                   Prices(card, option["cache"]))
        factors = sc.classes[model["class"]]
        base = sc.turns * task["turns"] * wage_factor(sc, role, "turns") * factors["turns"]
        level_key = (key, base, role["expertise"], L)
        if level_key not in self.means:
            mu = np.maximum(1.0, base * self.f["turns"] * self.learnt(level["turns"], L))
            self.means[level_key] = mean_cost(self.walks[key], mu, sc.turn_spread, cap_of(sc))
        g = np.clip(self.learnt(level["acceptance"], L) * self.f["acceptance"]
                    * task["acceptance"] * factors["acceptance"], 0.0, 1.0)
        return (*self.means[level_key], g)

    def task_cost(self, option, role, task, tenure, month):
        """Section 6."""
        L = progress(self.sc.learning, tenure)
        cost, alive = 0.0, 1.0
        for k, model in enumerate([0] + [1] * (int(self.sc.max_attempts) - 1)):
            name = models_of_attempts(option, role, task, tenure)[model]
            each, inside, g = self.attempt(option, role, task, self.sc.models[name], L, month)
            cost = cost + alive * each
            alive = alive * inside * (1 - g)
        return cost

    def shares(self, role, tenure):
        """Section 3, the learnt end moved by the factor on learning."""
        L = progress(self.sc.learning, tenure)
        starts, ends = mix_ends(self.sc, role)
        moved = [np.maximum(0.0, s + (e - s) * self.f["learning"])
                 for s, e in zip(starts, ends)]
        total = sum(moved)
        return [s + (end / total - s) * L for s, end in zip(starts, moved)]

    def person_cost(self, option, role, tenure, month):
        """One person's month, at API prices."""
        sc = self.sc
        tasks = role["tasks_per_day"] * sc.active_days * self.f["tasks"]
        cost = sum(share * self.task_cost(option, role, task, tenure, month)
                   for task, share in zip(sc.tasks, self.shares(role, tenure)))
        drift = (1 - sc.price_drift) ** ((month - 1) / 12)
        return tasks * cost * option.get("price_factor", 1.0) * drift

    def active(self, x):
        return np.minimum(1.0, adopted(self.sc.adoption, x) * self.f["adoption"])

    def cohorts(self, option, month):
        """(people, what one of them costs) of all who have started."""
        for role in self.sc.team:
            for start in range(role["joins"], month + 1):
                x = start - role["joins"] + 1
                people = role["people"] * (self.active(x) - self.active(x - 1))
                tenure = min(month - start + 1, int(self.sc.learning["months"]))
                if option["kind"] == "routing" and option["learning_tier"]:
                    tenure = month - start + 1
                key = (option["id"], role["name"], tenure, self.epoch(option, month))
                if key not in self.means:
                    self.means[key] = self.person_cost(option, role, tenure, month)
                yield people, self.means[key]

    def epoch(self, option, month):
        """Months of the same prices share their costs."""
        names = option["tiers"].values() if option["kind"] == "routing" else [option["model"]]
        return (0 if self.sc.price_drift == 0 else month,
                *(id(card_in_force(self.sc, self.sc.models[name], month)) for name in names))

    def month_cost(self, option, month):
        if option["kind"] != "plan":
            return sum(people * cost for people, cost in self.cohorts(option, month))
        plan = self.sc.plans[option["plan"]]
        people = sum(role["people"] * self.active(month - role["joins"] + 1)
                     for role in self.sc.team)
        seats = np.where(people > 0,
                         np.maximum(plan["min_seats"], np.ceil(people - 1e-9)), 0.0)
        return plan["fee"] * seats + self.overage(option, plan, people, seats, month)

    def overage(self, option, plan, people, seats, month):
        if plan["overage"] != "api" or plan["allowance"] is None:
            return 0.0
        if plan["pooled"]:
            cost = sum(count * cost for count, cost in self.cohorts(option, month))
            return excess(cost, plan["allowance"] * seats,
                          self.sc.usage_spread / np.sqrt(people))
        return sum(count * excess(cost, plan["allowance"], self.sc.usage_spread)
                   for count, cost in self.cohorts(option, month))

    def costs(self):
        months = range(1, self.sc.months + 1)
        rate = self.sc.currency["rate"]
        return np.array([[rate * self.month_cost(option, month) for month in months]
                         for option in self.sc.options])


normal = np.frompyfunc(lambda d: 0.5 * math.erfc(-d / math.sqrt(2)), 1, 1)


def excess(x, B, cv):
    """Section 7: what lies above an allowance in the mean. B and cv above 0."""
    s = np.sqrt(np.log1p(cv ** 2))
    x = np.maximum(x, 1e-300)
    d = (np.log(x / B) + s ** 2 / 2) / s
    return np.maximum(0.0, x * normal(d).astype(float) - B * normal(d - s).astype(float))


def main():
    scenario = load(sys.argv[1])
    factors = np.fromfile(sys.argv[2]).reshape(-1, len(FACTORS))
    start = time.perf_counter()
    parts = [Futures(scenario, factors[i:i + CHUNK]).costs()
             for i in range(0, len(factors), CHUNK)]
    seconds = time.perf_counter() - start
    np.concatenate(parts, axis=2).tofile(sys.argv[3])
    print(seconds)


if __name__ == "__main__":
    main()
