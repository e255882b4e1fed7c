# SPDX-License-Identifier: GPL-3.0-or-later
"""Random options of every kind on drawn tasks, models and plans."""

LEVELS = ("novice", "intermediate", "expert")
TIERS = ("economy", "frontier", "specialist")

# Models and plans that only the catalogue knows: it is asked last.
FROM_CATALOGUE = ("anthropic/claude-sonnet-4-6", "google/gemini-3.8-flash")
PLAN_FROM_CATALOGUE = "github/copilot-business"


def model_id(draw, models):
    if draw.random() < 0.1:
        return draw.choice(FROM_CATALOGUE)
    return draw.choice(models)["id"]


def plan_id(draw, plans):
    return PLAN_FROM_CATALOGUE if draw.random() < 0.1 else draw.choice(plans)["id"]


def price_factor(draw):
    return draw.choice((1, 1, 0.5, 1.1, 2, 0))


def a_rule(draw):
    if draw.random() < 0.4:
        return {level: draw.choice(TIERS) for level in LEVELS}
    return draw.choice(TIERS)


def a_learning_tier(draw):
    if draw.random() < 0.5:
        return None
    return {"tier": draw.choice(TIERS), "months": draw.choice((0, 1, 2, 3, 60))}


def routing(draw, tasks, models):
    return {"tiers": {tier: model_id(draw, models) for tier in TIERS},
            "rules": {task["id"]: a_rule(draw) for task in tasks},
            "escalate_to": draw.choice((None,) + TIERS),
            "learning_tier": a_learning_tier(draw),
            "price_factor": price_factor(draw)}


def an_option(draw, number, tasks, models, plans):
    kind = draw.choice(("model", "routing", "plan"))
    option = {"id": f"option-{number}", "name": f"Option {number}", "kind": kind,
              "effort": draw.choice((1, 1, 0.5, 3, 0)),
              "cache": draw.choice(("5m", "5m", "1h", "none"))}
    if kind == "model":
        option.update(model=model_id(draw, models), price_factor=price_factor(draw))
    elif kind == "routing":
        option.update(routing(draw, tasks, models))
    else:
        option.update(plan=plan_id(draw, plans), model=model_id(draw, models))
    return option
