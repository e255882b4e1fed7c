#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reference against what can be worked out by hand or in closed form."""
import random
import unittest

import pert
import solve
from complete import DATA, complete, load
from figures import differences
from method import estimate, excess, prepare, refusal
from method_calls import bill, turns_distribution, walk_calls
from method_people import progress
from scenarios import scenario
from simulate import draws, quantile, sensitivity, simulate


class Turns(unittest.TestCase):
    def test_spread_one_is_geometric(self):
        weights, inside = turns_distribution(4.0, 1.0, 500)
        for n in range(1, 20):
            self.assertAlmostEqual(weights[n - 1], 0.25 * 0.75 ** (n - 1), places=14)
        self.assertAlmostEqual(inside, 1.0, places=14)

    def test_spread_zero_keeps_the_mean(self):
        weights, inside = turns_distribution(3.25, 0, 500)
        self.assertEqual((weights[2], weights[3], inside), (0.75, 0.25, 1.0))

    def test_the_mean_holds_for_every_spread(self):
        for spread in (0.05, 0.2, 0.4, 0.8, 1, 1.5):
            weights, _ = turns_distribution(6.5, spread, 500)
            mean = sum(n * weight for n, weight in enumerate(weights, 1))
            self.assertAlmostEqual(mean, 6.5, places=9)

    def test_far_beyond_the_cap(self):
        self.assertEqual(turns_distribution(2000.0, 0.05, 500)[1], 0.0)
        weights, inside = turns_distribution(900.0, 0.01, 7)
        self.assertEqual((weights[6], inside), (1.0, 0.0))


class Walk(unittest.TestCase):
    def test_compaction_starts_over(self):
        """B 100, u 10, r 0, o 20, summary 5, limit 135, one call a turn: 110,
        then 140 would be over, so it sums up and starts from 115."""
        walk = walk_calls((100, 10, 0, 20, 5), 1, 0.5, 135, 0.75)
        first, second, third = next(walk), next(walk), next(walk)
        self.assertEqual(first, (1, 110, 0, 0, 20))
        self.assertEqual(second, (2, 0, 82.5, 27.5, 5))
        self.assertEqual(third, (2, 115, 0, 0, 20))

    def test_a_thousandth_of_a_token_is_no_excess(self):
        walk = walk_calls((100, 10, 0, 20, 5), 1, 0.5, 139.9995, 1)
        self.assertEqual([next(walk)[1] for _ in range(2)], [110, 30])

    def test_gaps_in_a_card(self):
        card = {"input": 1e6, "output": 0, "cache_read": 1e5,
                "cache_write": 2e6, "cache_write_1h": None}
        self.assertEqual(bill(card, "1h", 1, 10, 2, 0), (7.0, 0, 3, 10, 0))
        self.assertEqual(bill(card, "none", 1, 10, 2, 0), (13.0, 13, 0, 0, 0))
        card["cache_write"] = None
        self.assertEqual(bill(card, "5m", 1, 10, 2, 0), (4.0, 3, 0, 10, 0))
        card["cache_read"] = None
        self.assertEqual(bill(card, "5m", 1, 10, 2, 0), (13.0, 13, 0, 0, 0))


class Options(unittest.TestCase):
    def test_learning_ends(self):
        for curve in ("logistic", "exponential", "linear", "wright"):
            self.assertEqual(progress({"curve": curve, "months": 7}, 1), 0)
            self.assertEqual(progress({"curve": curve, "months": 7}, 7), 1)
        self.assertEqual(progress({"curve": "flat", "months": 1}, 9), 0)

    def test_excess_of_a_constant_and_of_a_spread(self):
        self.assertEqual(excess(50, 40, 0), 10)
        self.assertEqual(excess(50, 0, 2), 50)
        generator = random.Random(1)
        s = 0.5
        mean = sum(max(0, 50 * generator.lognormvariate(-s * s / 2, s) - 60)
                   for _ in range(200000)) / 200000
        cv = (2.718281828459045 ** (s * s) - 1) ** 0.5
        self.assertAlmostEqual(excess(50, 60, cv), mean, delta=0.1)

    def test_completing_twice_changes_nothing(self):
        for index in range(20):
            full = complete(scenario(2, index))
            self.assertEqual(complete(full), full)


def small():
    """The worked example, short, with few people and a cap: quick to walk."""
    short = load(DATA / "examples" / "forty-people.outlay")
    short.update(months=2, max_turns=12, team=short["team"][1:2])
    return short


class Draws(unittest.TestCase):
    def setUp(self):
        self.scenario = small()

    def test_constant_factors_give_the_estimate(self):
        self.scenario["uncertainty"] = {name: [1, 1, 1] for name in
                                        complete(self.scenario)["uncertainty"]}
        drawn = draws(self.scenario, 3, 1)
        found = simulate(self.scenario, drawn)
        for option in estimate(self.scenario)["options"]:
            costs = found["options"][option["id"]]["cost"]
            for name in ("mean", "p5", "p95"):
                self.assertFalse(list(differences(option["monthly"]["cost"], costs[name])))

    def test_tokens_are_bounded_by_what_still_fits(self):
        """At the bound the tightest context meets the limit, and more changes
        nothing; an option that is refused anyway sets no bound."""
        del self.scenario["options"][1:]
        self.scenario["compact_at"] = 70000
        bound = (70000 + 0.001) / ((30000 + 400 + 10000 + 500 + 8000) * 1.3)
        at, beyond = (estimate(self.scenario, {"tokens": factor})
                      for factor in (bound, 5.0))
        self.assertFalse(list(differences(at, beyond)))

    def test_quantile_rule(self):
        self.assertEqual([quantile(list(range(20)), p) for p in (5, 10, 50, 95)],
                         [1, 2, 10, 19])

    def test_pert(self):
        self.assertAlmostEqual(pert.percentile(0.3, 2, 2, 4),
                               2 + 2 * (1 - 0.7 ** 0.2), places=12)
        self.assertAlmostEqual(pert.percentile(0.5, 0, 3, 6), 3, places=12)
        generator = random.Random(1)
        mean = sum(pert.draw(generator, 0.6, 1, 1.8) for _ in range(100000)) / 100000
        self.assertAlmostEqual(mean, (0.6 + 4 + 1.8) / 6, delta=0.005)

    def test_the_tornado_is_sorted(self):
        for bars in sensitivity(self.scenario).values():
            widths = [max(abs(low), abs(high)) for _, low, high in bars]
            self.assertEqual(widths, sorted(widths, reverse=True))


class Refusals(unittest.TestCase):
    def test_one_option_alone(self):
        drawn = load(DATA / "examples" / "forty-people.outlay")
        drawn["months"] = 1
        drawn["prices"]["plans"][0]["max_seats"] = 9
        errors = {option["id"]: option.get("error")
                  for option in estimate(drawn)["options"]}
        self.assertIn("10 seats", errors.pop("max"))
        self.assertEqual(set(errors.values()), {None})

    def test_only_roles_with_people_are_asked(self):
        drawn = load(DATA / "examples" / "forty-people.outlay")
        drawn["compact_at"] = 60000
        sc = prepare(drawn)
        self.assertIsNotNone(refusal(sc, sc.options[0]))
        for role in drawn["team"]:
            role["people"] = 0
        sc = prepare(drawn)
        self.assertIsNone(refusal(sc, sc.options[0]))


class Answers(unittest.TestCase):
    def setUp(self):
        self.scenario = small()
        self.scenario["months"] = 1

    def test_people(self):
        factor = solve.people(self.scenario, "sonnet", 3000, 100)
        cost = solve.dearest_month(solve.with_people(self.scenario, factor), "sonnet")
        self.assertAlmostEqual(cost, 3000, delta=3000e-6)

    def test_economy_share(self):
        ends = [solve.economy_share_at(self.scenario, "governed", s) for s in (0, 1)]
        budget = 0.7 * ends[0] + 0.3 * ends[1]
        share = solve.economy_share(self.scenario, "governed", budget)
        self.assertAlmostEqual(share, 0.3, places=6)

    def test_break_even_of_plan_and_api(self):
        factor = solve.tasks_per_day(self.scenario, "max", "opus", 10)
        changed = solve.with_tasks_per_day(self.scenario, factor)
        self.assertAlmostEqual(solve.period_difference(changed, "max", "opus"), 0,
                               delta=1e-3)

    def test_acceptance(self):
        """A cheaper model may be accepted less often; a dearer one that is
        always accepted may still be dearer, and then there is no answer."""
        self.assertIsNone(solve.acceptance(self.scenario, "opus", "sonnet"))
        factor = solve.acceptance(self.scenario, "sonnet", "opus")
        other = solve.option_of(self.scenario, "opus", DATA)["total"]
        self.assertAlmostEqual(
            solve.cost_per_accepted_at(self.scenario, "sonnet", factor),
            other["cost_per_accepted"], delta=1e-6)


if __name__ == "__main__":
    unittest.main()
