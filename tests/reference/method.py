# SPDX-License-Identifier: GPL-3.0-or-later
"""The method, sections 1 to 10, written out plainly in the text's own symbols.

This is the yardstick for the engine, so it favours being obviously right over
being fast: one small function a formula, in the order of the text, and the
walk of section 5 made call by call. The only short cut is remembering results
that were already worked out for the same arguments.
"""
import math
from functools import lru_cache
from types import SimpleNamespace

from complete import DATA, complete

FACTORS = ("tasks", "turns", "tokens", "acceptance", "warmth", "learning", "adoption")
LIKELY = dict.fromkeys(FACTORS, 1.0)

# "Comparisons of token counts with a limit or threshold mean by more than
# 0.001 tokens."
TOKEN_TOLERANCE = 0.001

# A null max_turns is a cap of 500 (section 4), and stops tasks like any other.
NO_CAP = 500

TOKEN_CLASSES = ("input", "cache_write", "cache_read", "output")
FIGURES = ("cost",) + TOKEN_CLASSES


class Refused(Exception):
    """One option alone cannot be estimated."""


def pair(ends, L):
    start, end = ends
    return start + (end - start) * L


def over(tokens, limit):
    return tokens > limit + TOKEN_TOLERANCE


# --- 1. Learning -----------------------------------------------------------

def logistic(x):
    def s(v):
        return 1 / (1 + math.exp(-v))
    return (s(8 * (x - 0.5)) - s(-4)) / (s(4) - s(-4))


def progress(learning, t):
    """L(t): one person's progress in the t-th month of use."""
    curve, n = learning["curve"], learning["months"]
    if curve == "flat":
        return 0.0
    if n == 1 or t >= n:
        return 1.0
    x = (t - 1) / (n - 1)
    if curve == "logistic":
        return logistic(x)
    if curve == "exponential":
        return (1 - math.exp(-3 * x)) / (1 - math.exp(-3))
    if curve == "linear":
        return x
    assert curve == "wright"
    b = -math.log2(0.8)
    return (1 - t ** -b) / (1 - n ** -b)


# --- 2. People -------------------------------------------------------------

def adopted(adoption, x):
    """A(x) before the factor of section 10."""
    if x < 1:
        return 0.0
    shape = adoption["shape"]
    if shape == "custom":
        shares = adoption["shares"]
        return shares[min(x, len(shares)) - 1]
    months = adoption["months"]
    if shape == "immediate" or months == 1 or x >= months:
        return adoption["to"]
    z = (x - 1) / (months - 1)
    if shape == "logistic":
        z = logistic(z)
    return adoption["from"] + (adoption["to"] - adoption["from"]) * z


def active_share(sc, x):
    """A(x), the factor `adoption` included."""
    return min(1.0, adopted(sc.adoption, x) * sc.factors["adoption"])


def people_active(sc, month):
    return sum(role["people"] * active_share(sc, month - role["joins"] + 1)
               for role in sc.team)


def starters(sc, role, a):
    """How many people of a role become active in month a."""
    return role["people"] * (active_share(sc, a - role["joins"] + 1)
                             - active_share(sc, a - role["joins"]))


def cohorts(sc, role, month):
    """(people, tenure) of all who have started by this month."""
    for a in range(role["joins"], month + 1):
        people = starters(sc, role, a)
        if people:
            yield people, month - a + 1


def onboarding(sc, month):
    each = sc.onboarding
    return sum(starters(sc, role, month)
               * (each["money"] + each["hours"] * role["hourly_wage"])
               for role in sc.team)


# --- 3. Tasks --------------------------------------------------------------

def normalised(shares):
    total = sum(shares)
    return [share / total for share in shares]


def mix_ends(sc, role):
    """The starting and the learnt shares of a role, in the order of the tasks."""
    mix = role["mix"] or {task["id"]: task["share"] for task in sc.tasks}
    start = normalised([mix[task["id"]][0] for task in sc.tasks])
    end = normalised([mix[task["id"]][1] for task in sc.tasks])
    # Section 10: the factor `learning` moves the learnt end; shares that
    # become negative are 0, and the rest is divided by its sum again.
    f = sc.factors["learning"]
    if f != 1:
        end = normalised([max(0.0, s + (e - s) * f) for s, e in zip(start, end)])
    return start, end


def share(sc, role, j, L):
    start, end = mix_ends(sc, role)
    return pair((start[j], end[j]), L)


def tasks_a_month(sc, role):
    return role["tasks_per_day"] * sc.factors["tasks"] * sc.active_days


# --- 4. Turns --------------------------------------------------------------

def learnt(sc, ends):
    """A pair whose `end - start` the factor `learning` multiplies."""
    start, end = ends
    return start, start + (end - start) * sc.factors["learning"]


def wage_factor(sc, role, exponent):
    """Section 9: (w/ref)^exponent, 1 where the effect is off."""
    effect = sc.wage_effect
    if not effect["enabled"]:
        return 1.0
    return (role["hourly_wage"] / effect["reference_wage"]) ** effect[exponent]


def mean_turns(sc, role, task, model, L):
    level = sc.expertise[role["expertise"]]
    return max(1.0, sc.turns * sc.factors["turns"] * task["turns"]
               * pair(learnt(sc, level["turns"]), L)
               * wage_factor(sc, role, "turns")
               * sc.classes[model["class"]]["turns"])


def negative_binomial(nu, q, cap):
    """P(N = 1), ..., P(N = cap) of N = 1 + K; all 0 where it lies beyond the cap."""
    r = nu / (q - 1)
    ln_p0 = -r * math.log(q)
    if ln_p0 < -700:
        return [0.0] * cap
    p = [math.exp(ln_p0)]
    for k in range(cap - 1):
        p.append(p[k] * (k + r) / (k + 1) * (q - 1) / q)
    return p


def poisson(nu, cap):
    ln_p0 = -nu
    if ln_p0 < -700:
        return [0.0] * cap
    p = [math.exp(ln_p0)]
    for k in range(cap - 1):
        p.append(p[k] * nu / (k + 1))
    return p


def two_points(mu, cap):
    """N is the whole number below or above mu, with mean mu."""
    below = math.floor(mu)
    p = [0.0] * cap
    for n, weight in ((below, 1 - (mu - below)), (below + 1, mu - below)):
        if n <= cap:
            p[n - 1] += weight
    return p


def uncapped_turns(mu, turn_spread, cap):
    nu = mu - 1
    q = turn_spread ** 2 * mu
    if q > 1 + 1e-12 and nu > 0:
        return negative_binomial(nu, q, cap)
    w = min(1.0, q) if nu > 0 else 0.0
    return [w * a + (1 - w) * b
            for a, b in zip(poisson(nu, cap), two_points(mu, cap))]


@lru_cache(maxsize=1000)
def turns_distribution(mu, turn_spread, cap):
    """(weights of N = 1..cap after capping, `inside`)."""
    p = uncapped_turns(mu, turn_spread, cap)
    inside = min(1.0, math.fsum(p))
    p[cap - 1] += 1 - inside
    return tuple(p), inside


def cap_of(sc):
    return NO_CAP if sc.max_turns is None else int(sc.max_turns)


# --- 5. Model calls and tokens ---------------------------------------------

def calls_a_turn(sc, role, task):
    level = sc.expertise[role["expertise"]]
    return max(1, math.floor(task["calls_per_turn"] * level["calls"] + 0.5 + 1e-9))


def scaled_tokens(sc, option, role, task, model):
    """B, u, r, o and summary_tokens as the walk uses them."""
    f = model["tokenizer"] * sc.factors["tokens"]
    return (task["base_context"] * f, task["message"] * f, task["tool_result"] * f,
            task["output"] * f * wage_factor(sc, role, "output") * option["effort"],
            sc.summary_tokens * f)


def limit_of(sc, model):
    return min(sc.compact_at, 0.8 * model["context_window"])


def warmth(sc, option):
    """`cache_warmth` for the option; without a cache all tokens are billed
    alike, so which share is called cold is then of no account."""
    if option["cache"] == "none":
        return 0.0
    return min(1.0, sc.cache_warmth[option["cache"]] * sc.factors["warmth"])


def walk_calls(tokens, calls, taper, limit, cache_warmth):
    """The calls of one attempt, without end: (turn, new, warm, cold, output)."""
    B, u, r, o, summary_tokens = tokens
    prefix = 0.0
    k = 0
    n = 0
    while True:
        n += 1
        for c in range(1, calls + 1):
            said = u if c == 1 else 0.0
            if k == 0:
                new = B + said
            else:
                new = o + said + r * (k ** taper - (k - 1) ** taper)
            cold = 1 - cache_warmth if c == 1 and n > 1 else 0.0
            if k > 0 and over(prefix + new, limit):
                yield n, 0.0, prefix * (1 - cold), prefix * cold, summary_tokens
                prefix = 0.0
                new = B + summary_tokens + said
                cold = 0.0
                k = 0
            yield n, new, prefix * (1 - cold), prefix * cold, o
            prefix = prefix + new
            k = k + 1


def block_for(card, prompt):
    """The price block that bills a call with this prompt, whole."""
    block = card
    for dearer in card["long_context"]:
        if over(prompt, dearer["threshold"]):
            block = dearer
    return block


def write_price(block, cache):
    if cache == "1h" and block["cache_write_1h"] is not None:
        return block["cache_write_1h"]
    return block["cache_write"]


def bill(block, cache, new, warm, cold, output):
    """(cost, input, cache_write, cache_read, output) of one call."""
    paid = output * block["output"]
    if cache == "none" or block["cache_read"] is None:
        every = new + warm + cold
        return (paid + every * block["input"]) / 1e6, every, 0.0, 0.0, output
    paid += warm * block["cache_read"]
    if block["cache_write"] is None:
        paid += (new + cold) * block["input"]
        return paid / 1e6, new + cold, 0.0, warm, output
    paid += (new + cold) * write_price(block, cache)
    return paid / 1e6, 0.0, new + cold, warm, output


def billed_walk(walk, card, cache, turns):
    """Figures of an attempt of exactly 1, 2, ..., `turns` turns: a longer
    attempt begins with the same calls as a shorter one."""
    by_turns = []
    total = [0.0] * len(FIGURES)
    for n, new, warm, cold, output in walk_calls(*walk):
        if n > len(by_turns) + 1:
            by_turns.append(tuple(total))
            if len(by_turns) == turns:
                return by_turns
        block = block_for(card, new + warm + cold)
        for i, figure in enumerate(bill(block, cache, new, warm, cold, output)):
            total[i] += figure


def expected_attempt(sc, walk, card, cache, mu):
    """(expected figures over N at list prices, `inside`)."""
    known = (walk, id(card), cache, mu)
    if known not in sc.attempts:
        sc.attempts[known] = mean_attempt(sc, walk, card, cache, mu)
    return sc.attempts[known]


def mean_attempt(sc, walk, card, cache, mu):
    weights, inside = turns_distribution(mu, sc.turn_spread, cap_of(sc))
    reached = max(n for n, weight in enumerate(weights, 1) if weight > 0)
    key = (walk, id(card), cache)
    if len(sc.walks.get(key, ())) < reached:
        sc.walks[key] = billed_walk(walk, card, cache, reached)
    by_turns = sc.walks[key]
    means = [math.fsum(w * figures[i] for w, figures in zip(weights, by_turns) if w)
             for i in range(len(FIGURES))]
    return means, inside


def model_of(sc, model_id):
    return sc.models[model_id]


def card_in_force(sc, model, month):
    """The last card whose `from` is not after the first day of the month;
    before the first, the first."""
    day = calendar_month(sc.start, month) + "-01"
    card = model["prices"][0]
    for later in model["prices"][1:]:
        if later["from"] <= day:
            card = later
    return card


def calendar_month(start, month):
    year, first = int(start[:4]), int(start[5:7])
    count = year * 12 + (first - 1) + (month - 1)
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


# Which tiers an option calls (section 7), needed here to ask who fits.

def tier_by_rule(option, role, task):
    rule = option["rules"][task["id"]]
    return rule[role["expertise"]] if isinstance(rule, dict) else rule


def models_called(sc, option, role, task):
    """Every model that the option can call for a task of a role (section 5)."""
    if option["kind"] != "routing":
        return {option["model"]}
    tiers = {tier_by_rule(option, role, task)}
    learning_tier = option["learning_tier"]
    if learning_tier and learning_tier["months"] >= 1:
        tiers.add(learning_tier["tier"])
    if option["escalate_to"] and sc.max_attempts > 1:
        tiers.add(option["escalate_to"])
    return {option["tiers"][tier] for tier in tiers}


def contexts(sc, option):
    """(task, model, tokens that must fit, limit) of all that may be called."""
    for role in sc.team:
        if role["people"] <= 0:
            continue
        for task in sc.tasks:
            for model_id in sorted(models_called(sc, option, role, task)):
                model = model_of(sc, model_id)
                tokens = sum(scaled_tokens(sc, option, role, task, model))
                yield task, model, tokens, limit_of(sc, model)


def check_contexts(sc, option):
    for task, model, tokens, limit in contexts(sc, option):
        if over(tokens, limit):
            raise Refused(f"{task['name']} on {model['name']} needs {tokens:.0f} "
                          f"tokens, more than the limit of {limit:.0f}")


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
