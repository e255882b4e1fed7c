# SPDX-License-Identifier: GPL-3.0-or-later
"""The method, sections 4 and 5: turns, model calls, tokens and what they are
billed as. See method.py."""
import math
from functools import lru_cache

from method_people import pair

# "Comparisons of token counts with a limit or threshold mean by more than
# 0.001 tokens."
TOKEN_TOLERANCE = 0.001

# A null max_turns is a cap of 500 (section 4), and stops tasks like any other.
NO_CAP = 500

TOKEN_CLASSES = ("input", "cache_write", "cache_read", "output")
FIGURES = ("cost",) + TOKEN_CLASSES


class Refused(Exception):
    """One option alone cannot be estimated."""


def over(tokens, limit):
    return tokens > limit + TOKEN_TOLERANCE


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
