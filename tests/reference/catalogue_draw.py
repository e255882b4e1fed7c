# SPDX-License-Identifier: GPL-3.0-or-later
"""Random models and plans, as a scenario's own `prices` list them."""

CLASSES = ("economy", "mid", "frontier")

# The first of a month, the middle of one and a far month: the card of a month
# is the one in force on its first day.
DATES = ("2025-11-01", "2026-02-01", "2026-03-13", "2026-08-17", "2026-12-01",
         "2027-01-31", "2028-06-02")


def decimals(value):
    return float(f"{value:.4g}")


def prices(draw, scale):
    """The five prices of a card or block, with the gaps that vendors leave."""
    block = {"input": decimals(scale), "output": decimals(scale * draw.choice((2, 4, 5))),
             "cache_read": decimals(scale * draw.choice((0, 0.05, 0.1))),
             "cache_write": decimals(scale * 1.25), "cache_write_1h": decimals(scale * 2)}
    gaps = draw.choice(((), (), ("cache_write_1h",), ("cache_write", "cache_write_1h"),
                        ("cache_read",), ("cache_read", "cache_write", "cache_write_1h")))
    return {**block, **dict.fromkeys(gaps)}


def a_card(draw, since):
    scale = draw.choice((0.1, 1, 3, 5, 10)) * draw.uniform(0.5, 1.5)
    card = {"from": since, **prices(draw, scale)}
    thresholds = sorted(draw.sample((1000, 5000, 20000, 50000, 100000, 200000),
                                    draw.choice((0, 0, 1, 2, 3))))
    card["long_context"] = [
        {"threshold": threshold, **prices(draw, scale * draw.choice((0.5, 2, 3)))}
        for threshold in thresholds]
    if not thresholds and draw.random() < 0.5:
        del card["long_context"]
    return card


def a_model(draw, number):
    """Some stand in for an entry of the catalogue: the file's card wins."""
    since = sorted(draw.sample(DATES, draw.choice((1, 1, 2, 3))))
    if draw.random() < 0.7:
        since[0] = None
    replaces = draw.random() < 0.1 and number == 1
    return {"id": "openai/gpt-5.5" if replaces else f"drawn/model-{number}",
            "vendor": "Drawn", "name": f"Model {number}", "class": draw.choice(CLASSES),
            "prices": [a_card(draw, date) for date in since],
            "context_window": draw.choice((1000000, 400000, 200000, 200000,
                                           120000, 60000, 8000)),
            "max_output": None, "tokenizer": draw.choice((1.0, 1.0, 1.3, 0.8)),
            "status": "current", "source": "drawn", "confidence": "drawn"}


def a_plan(draw, number):
    small = draw.random() < 0.2
    return {"id": f"drawn/plan-{number}", "vendor": "Drawn", "name": f"Plan {number}",
            "fee": draw.choice((0, 20, 39, 200)),
            "min_seats": draw.choice((0, 1, 2, 20)),
            "max_seats": draw.choice((0, 3, 25)) if small else draw.choice((None, 5000)),
            "allowance": draw.choice((None, 0, 1, 40, 400, 1e6)),
            "pooled": draw.random() < 0.4, "overage": draw.choice(("api", "stop"))}
