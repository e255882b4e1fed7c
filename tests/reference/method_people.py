# SPDX-License-Identifier: GPL-3.0-or-later
"""The method, sections 1 to 3: learning, people, tasks; and what all sections
share. See method.py."""
import math

FACTORS = ("tasks", "turns", "tokens", "acceptance", "warmth", "learning", "adoption")
LIKELY = dict.fromkeys(FACTORS, 1.0)


def pair(ends, L):
    start, end = ends
    return start + (end - start) * L


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
