# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 10 the plain way: a whole estimate for every draw.

`simulate` takes the draws as they are, so that the engine's can be handed in;
`draws` makes some of its own for when none are given.
"""
import random
from itertools import accumulate

import pert
from complete import DATA, complete
from method import estimate
from method_people import FACTORS

PERCENTS = (5, 10, 25, 50, 75, 90, 95)


def draws(scenario, count, seed, data=DATA):
    """Factors of so many draws. Not the engine's generator: alike in
    distribution only."""
    uncertainty = complete(scenario, data)["uncertainty"]
    generator = random.Random(seed)
    return [{name: pert.draw(generator, *uncertainty[name]) for name in FACTORS}
            for _ in range(count)]


def quantile(sorted_values, percent):
    """Of n sorted draws, number floor(p n) from 0, in whole numbers."""
    return sorted_values[percent * len(sorted_values) // 100]


def summary(values):
    ordered = sorted(values)
    return {"mean": sum(values) / len(values),
            **{f"p{percent}": quantile(ordered, percent) for percent in PERCENTS}}


def by_month(rows):
    """One summary a month, turned into one list a statistic."""
    each = [summary(column) for column in zip(*rows)]
    return {name: [month[name] for month in each] for name in each[0]}


def chance(events):
    events = list(events)
    return sum(events) / len(events)


def over_budget(rows, periods, budget):
    if budget is None:
        return {"over_budget": None, "over_budget_period": None}
    months = len(rows[0])
    return {"over_budget": [chance(cost > budget for cost in column)
                            for column in zip(*rows)],
            "over_budget_period": chance(p > budget * months for p in periods)}


def option_summary(rows, budget):
    """`rows` holds the monthly costs of each draw."""
    running = [list(accumulate(row)) for row in rows]
    periods = [row[-1] for row in running]
    return {"draws": len(rows), "cost": by_month(rows), "cumulative": by_month(running),
            "period": summary(periods), **over_budget(rows, periods, budget)}


def monthly_costs(scenario, all_factors, data):
    """{option id: one row of monthly costs a draw}, refused options left out."""
    rows = {}
    for factors in all_factors:
        for option in estimate(scenario, factors, data)["options"]:
            if "error" not in option:
                rows.setdefault(option["id"], []).append(option["monthly"]["cost"])
    return rows


def dearer(rows):
    """P(row's period cost > column's) over the same draws."""
    periods = {name: [sum(row) for row in costs] for name, costs in rows.items()}
    return {"ids": list(rows),
            "p": [[chance(x > y for x, y in zip(a, b)) for b in periods.values()]
                  for a in periods.values()]}


def simulate(scenario, all_factors, data=DATA):
    budget = complete(scenario, data)["budget"]
    rows = monthly_costs(scenario, all_factors, data)
    return {"options": {name: option_summary(costs, budget)
                        for name, costs in rows.items()},
            "dearer": dearer(rows)}


def period_costs(scenario, factors, data):
    return {option["id"]: option["total"]["cost"]
            for option in estimate(scenario, factors, data)["options"]
            if "error" not in option}


def sensitivity(scenario, data=DATA):
    """{option id: [(factor, change at P10, change at P90)]}, largest first. The
    change is against the period's cost with every factor at its likely value,
    since that is where the others stay."""
    uncertainty = complete(scenario, data)["uncertainty"]
    likely = {name: uncertainty[name][1] for name in FACTORS}
    base = period_costs(scenario, likely, data)
    bars = {option: [] for option in base}
    for name in FACTORS:
        ends = [period_costs(scenario, {**likely, name: pert.percentile(
            p, *uncertainty[name])}, data) for p in (0.1, 0.9)]
        for option, cost in base.items():
            bars[option].append((name, *(end[option] - cost for end in ends)))
    for rows in bars.values():
        rows.sort(key=lambda row: -max(abs(row[1]), abs(row[2])))
    return bars
