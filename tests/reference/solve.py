# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 11 by bisection on whole estimates.

Each `..._at` function is the question's own quantity for one value of its
input; an answer of the engine can be put into it, and must give the equation
to 1e-6 or, where the equation steps, bracket it within 1e-6 of the input.
"""
import copy
import math

from complete import DATA, complete
from method import estimate


def option_of(scenario, option_id, data):
    for option in estimate(scenario, data=data)["options"]:
        if option["id"] == option_id:
            return option
    raise KeyError(option_id)


def dearest_month(scenario, option_id, data=DATA):
    """Infinite where the option is refused: it meets no budget then."""
    option = option_of(scenario, option_id, data)
    return math.inf if "error" in option else max(option["monthly"]["cost"])


def bisect(is_low, low, high):
    """The step or root between `low`, where is_low holds, and `high`, where it
    does not; None where the two ends do not bracket one."""
    if not is_low(low) or is_low(high):
        return None
    for _ in range(60):
        middle = (low + high) / 2
        if is_low(middle):
            low = middle
        else:
            high = middle
    return low


def with_people(scenario, factor, data=DATA):
    changed = complete(scenario, data)
    for role in changed["team"]:
        role["people"] *= factor
    return changed


def with_turns(scenario, turns, data=DATA):
    return {**complete(scenario, data), "turns": turns}


def with_tasks_per_day(scenario, factor, data=DATA):
    changed = complete(scenario, data)
    for role in changed["team"]:
        role["tasks_per_day"] *= factor
    return changed


def people(scenario, option_id, budget, largest, data=DATA):
    """The largest factor on all roles' people with no month over the budget."""
    return bisect(lambda factor: dearest_month(
        with_people(scenario, factor, data), option_id, data) <= budget, 0.0, largest)


def turns(scenario, option_id, budget, data=DATA):
    """The largest `turns`, of those that the format allows, likewise."""
    return bisect(lambda value: dearest_month(
        with_turns(scenario, value, data), option_id, data) <= budget, 1.0, 100.0)


def period_difference(scenario, option_id, against, data=DATA):
    return (option_of(scenario, option_id, data)["total"]["cost"]
            - option_of(scenario, against, data)["total"]["cost"])


def tasks_per_day(scenario, option_id, against, largest, data=DATA):
    """The factor at which two options cost the same over the period."""
    def difference(factor):
        return period_difference(with_tasks_per_day(scenario, factor, data),
                                 option_id, against, data)
    sign = math.copysign(1.0, difference(0.0))
    return bisect(lambda factor: sign * difference(factor) > 0, 0.0, largest)


def all_economy(scenario, option_id, data=DATA):
    """The scenario whose option sends every first attempt to the economy tier."""
    changed = complete(scenario, data)
    for option in changed["options"]:
        if option["id"] == option_id:
            option["rules"] = dict.fromkeys(option["rules"], "economy")
            option["learning_tier"] = None
    return changed


def economy_share_at(scenario, option_id, share, data=DATA):
    """The dearest month when this share of first attempts is moved: each month
    is a straight line between none moved and all moved."""
    kept = option_of(scenario, option_id, data)["monthly"]["cost"]
    moved = option_of(all_economy(scenario, option_id, data), option_id,
                      data)["monthly"]["cost"]
    return max((1 - share) * a + share * b for a, b in zip(kept, moved))


def economy_share(scenario, option_id, budget, data=DATA):
    share = bisect(lambda s: economy_share_at(scenario, option_id, s, data) > budget,
                   0.0, 1.0)
    if share is None and economy_share_at(scenario, option_id, 0.0, data) <= budget:
        return 0.0
    return share


def with_acceptance(scenario, model_id, factor, data=DATA):
    """The class acceptance of one model alone times a factor: the model gets a
    copy of its class, so that others of the class stay as they are."""
    changed = copy.deepcopy(complete(scenario, data))
    for model in changed["prices"]["models"]:
        if model["id"] == model_id:
            own = dict(changed["classes"][model["class"]])
            own["acceptance"] *= factor
            model["class"] = "own"
            changed["classes"]["own"] = own
    return changed


def cost_per_accepted_at(scenario, option_id, factor, data=DATA):
    model_id = next(option["model"] for option in complete(scenario, data)["options"]
                    if option["id"] == option_id)
    total = option_of(with_acceptance(scenario, model_id, factor, data),
                      option_id, data)["total"]
    return math.inf if total["accepted"] == 0 else total["cost"] / total["accepted"]


def acceptance(scenario, option_id, against, largest=10.0, data=DATA):
    """The factor at which an outcome of the option costs what one of the other,
    left as it is, does."""
    other = option_of(scenario, against, data)["total"]["cost_per_accepted"]
    return bisect(lambda factor: cost_per_accepted_at(
        scenario, option_id, factor, data) > other, 0.0, largest)
