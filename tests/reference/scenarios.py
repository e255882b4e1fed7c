# SPDX-License-Identifier: GPL-3.0-or-later
"""Random scenarios, valid by the format and aimed at the method's corners.

`scenario(seed, index)` always gives the same scenario for the same two
numbers. Sizes are kept so that the reference takes a fraction of a second.
"""
import random

from catalogue_draw import a_model, a_plan
from option_draw import FROM_CATALOGUE, PLAN_FROM_CATALOGUE, an_option

LEVELS = ("novice", "intermediate", "expert")
CLASSES = ("economy", "mid", "frontier")

# A bound on months x roles x tasks x options, for speed alone.
WORK_BOUND = 600

# Keys that a file may leave out without touching another part of it.
MAY_BE_LEFT_OUT = ("notes", "seed", "currency", "turns", "turn_spread", "adoption",
                   "learning", "onboarding", "expertise", "classes", "cache_warmth",
                   "taper", "summary_tokens", "max_turns", "max_attempts",
                   "usage_spread", "wage_effect", "value_growth", "price_drift",
                   "budget", "uncertainty", "active_days")
ENTRY_MAY_LEAVE_OUT = {
    "team": ("joins", "occupation", "mix"),
    "tasks": ("turns", "acceptance", "minutes_saved", "minutes_review", "risk"),
    "options": ("effort", "cache", "price_factor", "escalate_to", "learning_tier"),
}


def decimals(value):
    """A figure as a person would type it."""
    return float(f"{value:.4g}")


def between(draw, low, high):
    return decimals(draw.uniform(low, high))


def magnitude(draw, low, high):
    """Evenly over the powers of ten between two positive figures."""
    return decimals(low * (high / low) ** draw.random())


def rising(draw, count, low, high):
    return sorted(between(draw, low, high) for _ in range(count))


def a_share(draw, count):
    """Shares that sum to 1 to four decimals: within 0.001, seldom exactly."""
    weights = [draw.choice((0, 0.2, 1, 1, 3)) * draw.random() for _ in range(count)]
    weights[draw.randrange(count)] += 0.5
    return [round(weight / sum(weights), 4) for weight in weights]


def a_mix(draw, count):
    return [list(ends) for ends in zip(a_share(draw, count), a_share(draw, count))]


def an_adoption(draw):
    shape = draw.choice(("immediate", "linear", "logistic", "custom"))
    if shape == "custom":
        return {"shape": shape, "shares": rising(draw, draw.randint(1, 9), 0, 1)}
    low, high = rising(draw, 2, 0, 1)
    if draw.random() < 0.2:
        low, high = draw.choice(((0, 0), (0, 1), (0, 1), (1, 1), (0.5, 0.5)))
    return {"shape": shape, "from": low, "to": high,
            "months": draw.choice((1, 2, 3, 4, 7, 12, 60))}


def a_learning(draw):
    curve = draw.choice(("logistic", "exponential", "linear", "wright", "flat"))
    return {"curve": curve, "months": draw.choice((1, 2, 3, 6, 7, 12, 60))}


def expertise(draw):
    def level():
        return {"turns": [between(draw, 0, 2), between(draw, 0, 2)],
                "calls": draw.choice((0, 0.25, 0.5, 0.9, 1, 1.2, 2)),
                "acceptance": [between(draw, 0, 1.2), between(draw, 0, 1.2)]}
    return {name: level() for name in LEVELS}


def classes(draw):
    return {name: {"turns": between(draw, 0.5, 2), "acceptance": between(draw, 0.3, 1.3)}
            for name in CLASSES}


def a_role(draw, number, tasks):
    """The first role is mostly at work from the first month on."""
    busy = number == 1 and draw.random() < 0.8
    idle = (0,) if not busy else ()
    mix = None
    if draw.random() < 0.4:
        mix = dict(zip([task["id"] for task in tasks], a_mix(draw, len(tasks))))
    return {"name": f"Role {number}",
            "people": draw.choice((0.3, 1, 2.5, 7, 12, 40, between(draw, 0, 200)) + idle),
            "joins": 1 if busy else draw.choice((1, 1, 2, 2, 3, 5, 13, 60)),
            "expertise": draw.choice(LEVELS),
            "tasks_per_day": draw.choice((0.1, 1, 4, between(draw, 0, 12)) + idle),
            "hourly_wage": magnitude(draw, 10, 300),
            "occupation": None, "mix": mix}


def a_task(draw, number, ends):
    large = draw.random() < 0.3
    return {"id": f"task-{number}", "name": f"Task {number}", "share": ends,
            "turns": draw.choice((0, 0.5, 1, 1, 1.2, 3, 20)),
            "calls_per_turn": draw.choice((1, 1, 2, 3, 5, 8, 20)),
            "base_context": draw.choice((0, 1000, 3000, 12000, magnitude(draw, 100, 60000))),
            "message": draw.choice((0, 200, magnitude(draw, 1, 5000))),
            "tool_result": draw.choice((0, 7800, magnitude(draw, 10, 20000)))
            if large else between(draw, 0, 4000),
            "output": draw.choice((0, 500, magnitude(draw, 10, 4000))),
            "acceptance": draw.choice((0, 0.5, 1, 1, 10)),
            "minutes_saved": draw.choice((0, 15, 45)), "minutes_review": draw.choice((0, 3, 10)),
            "risk": draw.choice(("low", "high"))}


def the_turns(draw):
    """(turns, turn_spread): the shapes of section 4 and the far tail, where
    even ln p0 is below -700 and everything lies beyond the cap."""
    if draw.random() < 0.1:
        return draw.choice((60, 100)), draw.choice((0, 0.01, 0.03, 0.05))
    return (draw.choice((1, 2, 3, 5, 8, 20, 100, between(draw, 1, 12))),
            draw.choice((0, 0.2, 0.5, 1, 1, 1, 3, between(draw, 0, 3))))


def wage_effect(draw):
    return {"enabled": draw.random() < 0.4, "reference_wage": draw.choice((54, 20, 120)),
            "turns": draw.choice((0.55, 0, -1, 1.5)),
            "output": draw.choice((0.38, 0, -0.5, 1))}


def an_uncertainty(draw):
    return {name: rising(draw, 3, 0, 2) for name in
            ("tasks", "turns", "tokens", "acceptance", "warmth", "learning", "adoption")}


def start_month(draw):
    """About the dates on which the drawn cards change."""
    return f"{draw.choice((2025, 2026, 2026, 2027))}-{draw.randint(1, 12):02d}"


def settings(draw):
    turns, turn_spread = the_turns(draw)
    warmth = [draw.choice((0, 0.75, 0.8, 1, between(draw, 0, 1))) for _ in range(2)]
    return {
        "outlay": 1, "name": "Drawn", "notes": "", "seed": draw.randint(0, 2 ** 53),
        "start": start_month(draw), "active_days": draw.choice((0.5, 1, 16, 20, 31)),
        "currency": draw.choice(({"code": "USD", "rate": 1.0}, {"code": "EUR", "rate": 0.9},
                                 {"code": "JPY", "rate": 151.3})),
        "turns": turns, "turn_spread": turn_spread,
        "adoption": an_adoption(draw), "learning": a_learning(draw),
        "onboarding": {"hours": draw.choice((0, 4)), "money": draw.choice((0, 150))},
        "expertise": expertise(draw), "classes": classes(draw),
        "cache_warmth": dict(zip(("5m", "1h"), warmth)),
        "taper": draw.choice((0.1, 0.5, 0.5, 0.8, 1)),
        "compact_at": draw.choice((160000, 160000, 1e8, 1e8, 40000,
                                   magnitude(draw, 20000, 120000),
                                   magnitude(draw, 1000, 200000))),
        "summary_tokens": draw.choice((0, 500, 500, 8000)),
        "max_turns": draw.choice((None, None, 1, 2, 5, 12, 60, 500)),
        "max_attempts": draw.choice((1, 2, 2, 3, 10)),
        "usage_spread": draw.choice((0, 0.01, 0.5, 2, 5)),
        "wage_effect": wage_effect(draw),
        "value_growth": draw.choice((0, 0.21, 10)),
        "price_drift": draw.choice((0, 0, 0.2, 0.9)),
        "budget": draw.choice((None, 0, 9000)), "uncertainty": an_uncertainty(draw),
    }


def leave_out(draw, drawn):
    """Now and then a file that relies on the defaults."""
    for key in MAY_BE_LEFT_OUT:
        if draw.random() < 0.3:
            del drawn[key]
    for section, keys in ENTRY_MAY_LEAVE_OUT.items():
        for entry in drawn[section]:
            for key in keys:
                if draw.random() < 0.3:
                    entry.pop(key, None)
    if drawn.get("adoption", {}).get("months") and draw.random() < 0.5:
        del drawn["adoption"]["months"]


def some_prices(draw):
    """The file's own cards, or now and then none: the catalogue's are used."""
    if draw.random() < 0.05:
        return None
    return {"models": [a_model(draw, i + 1) for i in range(draw.randint(1, 4))],
            "plans": [a_plan(draw, i + 1) for i in range(draw.randint(1, 2))]}


def some_tasks(draw, turns):
    ends = a_mix(draw, draw.choice((1, 2, 3, 4)))
    tasks = [a_task(draw, j + 1, pair) for j, pair in enumerate(ends)]
    if turns >= 60:
        tasks[0]["turns"] = 20  # so that one task at least is far beyond any cap
    return tasks


def some_options(draw, tasks, prices):
    if prices is None:
        prices = {"models": [{"id": known} for known in FROM_CATALOGUE],
                  "plans": [{"id": PLAN_FROM_CATALOGUE}]}
    return [an_option(draw, i + 1, tasks, prices["models"], prices["plans"])
            for i in range(draw.choice((1, 2, 3, 4)))]


def scenario(seed, index):
    draw = random.Random(f"{seed}/{index}")
    drawn = settings(draw)
    drawn["name"] = f"Drawn {seed}/{index}"
    drawn["tasks"] = some_tasks(draw, drawn["turns"])
    drawn["team"] = [a_role(draw, i + 1, drawn["tasks"])
                     for i in range(draw.choice((1, 1, 2, 3)))]
    prices = some_prices(draw)
    drawn["options"] = some_options(draw, drawn["tasks"], prices)
    if prices is not None:
        drawn["prices"] = prices
    size = len(drawn["tasks"]) * len(drawn["team"]) * len(drawn["options"])
    drawn["months"] = max(1, min(draw.choice((1, 2, 7, 12, 24, 60)), WORK_BOUND // size))
    if draw.random() < 0.25:
        leave_out(draw, drawn)
    return drawn
