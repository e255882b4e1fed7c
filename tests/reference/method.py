# SPDX-License-Identifier: GPL-3.0-or-later
"""The method, sections 1 to 10, written out plainly in the text's own symbols.

This is the yardstick for the engine, so it favours being obviously right over
being fast: one small function a formula, in the order of the text, and the
walk of section 5 made call by call. The only short cut is remembering results
that were already worked out for the same arguments. Sections 1 to 3 are in
method_people.py, 4 and 5 in method_calls.py.
"""
import math
from types import SimpleNamespace

from complete import DATA, complete
from method_calls import (FIGURES, TOKEN_CLASSES, TOKEN_TOLERANCE, Refused, calendar_month,
                          calls_a_turn, card_in_force, check_contexts, contexts,
                          expected_attempt, learnt, limit_of, mean_turns, model_of,
                          scaled_tokens, tier_by_rule, warmth)
from method_people import (LIKELY, cohorts, onboarding, pair, people_active,
                           progress, share, tasks_a_month)

# --- 6. Attempts -----------------------------------------------------------

def acceptance(sc, role, task, model, L):
    """g: the chance that a finished attempt is accepted."""
    level = sc.expertise[role["expertise"]]
    f = sc.factors["acceptance"]
    return min(1.0, max(0.0, pair(learnt(sc, level["acceptance"]), L) * f
                        * task["acceptance"]
                        * sc.classes[model["class"]]["acceptance"]))


def models_of_attempts(option, role, task, tenure):
    """(model of the first attempt, model of the later ones)."""
    if option["kind"] != "routing":
        return option["model"], option["model"]
    first = tier_by_rule(option, role, task)
    learning_tier = option["learning_tier"]
    if learning_tier and tenure <= learning_tier["months"]:
        first = learning_tier["tier"]
    later = option["escalate_to"] or first
    return option["tiers"][first], option["tiers"][later]


def attempt(sc, option, role, task, model, L, month):
    """(figures of one attempt at list prices, inside, g)."""
    walk = (scaled_tokens(sc, option, role, task, model),
            calls_a_turn(sc, role, task), sc.taper,
            limit_of(sc, model), warmth(sc, option))
    mu = mean_turns(sc, role, task, model, L)
    figures, inside = expected_attempt(sc, walk, card_in_force(sc, model, month),
                                       option["cache"], mu)
    return figures, inside, acceptance(sc, role, task, model, L)


def one_task(sc, option, role, task, tenure, month):
    """Expected figures of one task: FIGURES, accepted, stopped and attempts."""
    L = progress(sc.learning, tenure)
    first, later = models_of_attempts(option, role, task, tenure)
    sums = dict.fromkeys(FIGURES + ("accepted", "stopped", "attempts"), 0.0)
    alive = 1.0
    for k in range(1, int(sc.max_attempts) + 1):
        model = model_of(sc, first if k == 1 else later)
        figures, inside, g = attempt(sc, option, role, task, model, L, month)
        for name, figure in zip(FIGURES, figures):
            sums[name] += alive * figure
        sums["accepted"] += alive * g * inside
        sums["stopped"] += alive * (1 - inside)
        sums["attempts"] += alive
        alive *= inside * (1 - g)
    return sums


# --- 7. Options ------------------------------------------------------------

def price_multiplier(sc, option, month):
    """API prices against list prices: the option's factor and the drift."""
    drift = (1 - sc.price_drift) ** ((month - 1) / 12)
    return option.get("price_factor", 1.0) * drift


WORK = FIGURES + ("tasks", "accepted", "stopped", "value", "review")


def person_month(sc, option, role, tenure, month):
    """Expected work of one person in one month, cost at API prices."""
    L = progress(sc.learning, tenure)
    work = dict.fromkeys(WORK, 0.0)
    for j, task in enumerate(sc.tasks):
        tasks = tasks_a_month(sc, role) * share(sc, role, j, L)
        each = one_task(sc, option, role, task, tenure, month)
        for name in TOKEN_CLASSES + ("accepted", "stopped"):
            work[name] += tasks * each[name]
        work["cost"] += tasks * each["cost"] * price_multiplier(sc, option, month)
        work["tasks"] += tasks
        work["value"] += tasks * each["accepted"] * value_of_one(sc, role, task, L)
        work["review"] += tasks * each["attempts"] * review_of_one(role, task)
    return work


def add(total, work, times):
    for name in WORK:
        total[name] += times * work[name]


def normal(d):
    """F: the standard normal distribution."""
    return 0.5 * math.erfc(-d / math.sqrt(2))


def lognormal_d(x, B, s):
    return (math.log(x / B) + s ** 2 / 2) / s


def excess(x, B, cv):
    """E: by how much a lognormal month of mean x exceeds the allowance B."""
    if x == 0:
        return 0.0
    if B == 0:
        return x
    s = math.sqrt(math.log1p(cv ** 2))
    if s == 0:
        return max(x - B, 0.0)
    d = lognormal_d(x, B, s)
    return max(0.0, x * normal(d) - B * normal(d - s))


def share_within(x, B, cv):
    """1 - E/x. Where nearly all is lost, taking E/x from 1 would leave only
    rounding; with 1 - F(d) = F(-d) the same formula keeps its digits."""
    s = math.sqrt(math.log1p(cv ** 2))
    if x == 0 or B == 0 or s == 0:
        return 1.0 if x == 0 else min(1.0, B / x)
    d = lognormal_d(x, B, s)
    return min(1.0, normal(-d) + B / x * normal(d - s))


def seats_needed(plan, people):
    if people == 0:
        return 0
    return max(plan["min_seats"], math.ceil(people - 1e-9))


def check_seats(sc, plan):
    for month in range(1, sc.months + 1):
        seats = seats_needed(plan, people_active(sc, month))
        if plan["max_seats"] is not None and seats > plan["max_seats"]:
            raise Refused(f"{seats} seats are needed, {plan['name']} has at most "
                          f"{plan['max_seats']}")


def plain_month(sc, option, month):
    """`model` and `routing`: what the work costs is what is paid."""
    total = dict.fromkeys(WORK, 0.0)
    for role in sc.team:
        for people, tenure in cohorts(sc, role, month):
            add(total, person_month(sc, option, role, tenure, month), people)
    return {**total, "api_cost": total["cost"]}


def settle(total, overage, plan, paid):
    """The month's figures of a plan: `paid` for seats, then what went over."""
    api_cost = total["cost"]
    if plan["overage"] == "api":
        paid += overage
    return {**total, "api_cost": api_cost, "cost": paid}


def judged(plan, x, B, cv):
    """(E, the share of the work that is done): a null allowance has no excess,
    and work is lost only where usage stops."""
    if B is None:
        return 0.0, 1.0
    done = share_within(x, B, cv) if plan["overage"] == "stop" else 1.0
    return excess(x, B, cv), done


def plan_month(sc, option, month):
    plan = sc.plans[option["plan"]]
    people = people_active(sc, month)
    seats = seats_needed(plan, people)
    judge = pooled_month if plan["pooled"] else personal_month
    total, overage = judge(sc, option, plan, month, people, seats)
    return settle(total, overage, plan, plan["fee"] * seats)


def personal_month(sc, option, plan, month, people, seats):
    """Each person's month is judged against the allowance of one seat."""
    total = dict.fromkeys(WORK, 0.0)
    overage = 0.0
    for role in sc.team:
        for count, tenure in cohorts(sc, role, month):
            work = person_month(sc, option, role, tenure, month)
            E, done = judged(plan, work["cost"], plan["allowance"], sc.usage_spread)
            add(total, work, count * done)
            overage += count * E
    return total, overage


def pooled_month(sc, option, plan, month, people, seats):
    """The team's month is judged against the allowance of all seats."""
    work = plain_month(sc, option, month)
    total = dict.fromkeys(WORK, 0.0)
    if people == 0:
        return total, 0.0
    B = None if plan["allowance"] is None else plan["allowance"] * seats
    E, done = judged(plan, work["cost"], B, sc.usage_spread / math.sqrt(people))
    add(total, work, done)
    return total, E


def month_figures(sc, option, month):
    work = plan_month if option["kind"] == "plan" else plain_month
    figures = work(sc, option, month)
    figures["people"] = people_active(sc, month)
    figures["onboarding"] = onboarding(sc, month)
    return figures


# --- 8. Value --------------------------------------------------------------

def value_of_one(sc, role, task, L):
    growth = sc.value_growth * sc.factors["learning"]
    return task["minutes_saved"] / 60 * role["hourly_wage"] * (1 + growth * L)


def review_of_one(role, task):
    return task["minutes_review"] / 60 * role["hourly_wage"]


def net_value(figures):
    return (figures["value"] - figures["cost"] - figures["review"]
            - figures["onboarding"])


def payback_month(monthly):
    """The first month, from the first with anybody active, at whose end
    cumulative net value is not negative; None for never."""
    cumulative = 0.0
    anybody = False
    for month, figures in enumerate(monthly, 1):
        anybody = anybody or figures["people"] > 0
        cumulative += net_value(figures)
        if anybody and cumulative >= 0:
            return month
    return None


# --- 10. Uncertainty: the bounds of one draw --------------------------------

def refusal(sc, option):
    """Why the estimate itself refuses an option, or None."""
    try:
        check_contexts(sc, option)
        if option["kind"] == "plan":
            check_seats(sc, sc.plans[option["plan"]])
    except Refused as why:
        return str(why)
    return None


def largest_tokens_factor(sc, refused):
    """The largest factor on tokens that section 5 allows every option that
    the estimate does not refuse. Section 5's comparison tolerates 0.001
    tokens, so the largest allowed factor reaches to limit + 0.001."""
    largest = math.inf
    for option in sc.options:
        if option["id"] in refused:
            continue
        for _task, _model, tokens, limit in contexts(sc, option):
            if tokens > 0:
                largest = min(largest, (limit + TOKEN_TOLERANCE) / tokens)
    return largest


# --- The estimate ----------------------------------------------------------

MONEY = ("cost", "api_cost", "value", "review", "onboarding")
SERIES = ("cost", "api_cost", "people", "tasks", "accepted", "stopped",
          "value", "review", "onboarding")


def prepare(scenario, data=DATA):
    sc = SimpleNamespace(**complete(scenario, data))
    sc.months, sc.factors = int(sc.months), LIKELY
    # What has been worked out already, so that nothing is walked twice.
    sc.walks, sc.attempts = {}, {}
    for role in sc.team:
        role["joins"] = int(role["joins"])
    sc.models = {model["id"]: model for model in sc.prices["models"]}
    sc.plans = {plan["id"]: plan for plan in sc.prices["plans"]}
    return sc


def quotient(a, b):
    return None if b == 0 else a / b


def monthly_json(monthly):
    series = {name: [figures[name] for figures in monthly] for name in SERIES}
    series["tokens"] = {name: [figures[name] for figures in monthly]
                        for name in TOKEN_CLASSES}
    return series


def total_json(monthly):
    total = {name: math.fsum(figures[name] for figures in monthly)
             for name in SERIES if name != "people"}
    total["net"] = net_value(total)
    total["tokens"] = {name: math.fsum(figures[name] for figures in monthly)
                       for name in TOKEN_CLASSES}
    total["cost_per_task"] = quotient(total["cost"], total["tasks"])
    total["cost_per_accepted"] = quotient(total["cost"], total["accepted"])
    total["payback_month"] = payback_month(monthly)
    return total


def in_currency(sc, figures):
    """`currency.rate` multiplies every money figure, last of all."""
    return {name: figure * sc.currency["rate"] if name in MONEY else figure
            for name, figure in figures.items()}


def option_json(sc, option):
    monthly = [in_currency(sc, month_figures(sc, option, month))
               for month in range(1, sc.months + 1)]
    return {"monthly": monthly_json(monthly), "total": total_json(monthly)}


def estimate(scenario, factors=None, data=DATA):
    """The estimate of a scenario, or with `factors` one draw's estimate.

    An option is refused by the estimate itself, factor 1 throughout; a draw
    refuses nothing more (section 10).
    """
    sc = prepare(scenario, data)
    refused = {option["id"]: why for option in sc.options
               if (why := refusal(sc, option)) is not None}
    sc.factors = bounded_factors(sc, factors or {}, refused)
    options = []
    for option in sc.options:
        head = {name: option[name] for name in ("id", "name", "kind")}
        if option["id"] in refused:
            options.append({**head, "error": refused[option["id"]]})
        else:
            options.append({**head, **option_json(sc, option)})
    return {"scenario": sc.name, "currency": sc.currency["code"],
            "months": [calendar_month(sc.start, m) for m in range(1, sc.months + 1)],
            "options": options}


def bounded_factors(sc, given, refused):
    """One draw's factors; those left out are 1. The bound on `tokens` is
    never below 1, because what the estimate refuses does not count for it."""
    factors = {**LIKELY, **given}
    factors["tokens"] = min(factors["tokens"], largest_tokens_factor(sc, refused))
    return factors
