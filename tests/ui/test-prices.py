# SPDX-License-Identifier: GPL-3.0-or-later
"""The price book: a list is taken in from a file, models are ranked by the figures of
the command line, one becomes an option, and newer prices are offered, not taken."""

import json
import os
import subprocess

import figures
import tap
from files import EXAMPLE, EXAMPLE_FILE, choose_file, write
from window import Outlay, program, wait_for

BOOK = "Price Book"


def entry(provider, price_in, price_out, **more):
    return {"litellm_provider": provider, "mode": "chat", "max_input_tokens": 1050000,
            "input_cost_per_token": price_in / 1e6, "output_cost_per_token": price_out / 1e6,
            **more}


LIST = {
    "sample_spec": {"input_cost_per_token": 0},
    "acme/parrot": entry("acme", 0.25, 1.25, cache_read_input_token_cost=2.5e-8),
    "acme/painter": entry("acme", 1, 1, mode="image_generation"),
    # Dearer than the worked example has it.
    "gpt-5.5": entry("openai", 10, 60),
}

RESULT = ("LiteLLM: the prices of 2 of 4 rows were taken. "
          "Left out: 1 is no model, 1 answers no text.")


def open_book(outlay, window):
    window.press("ctrl+b")
    return outlay.window(BOOK)


def import_list(outlay, window):
    path = write(outlay.home, "some-list.json", json.dumps(LIST))
    book = open_book(outlay, window)
    book.find(role="push button", name="Import…").activate()
    choose_file(outlay, "Import a Price List", path)
    book = outlay.window(BOOK)
    book.find(role="label", where=lambda node: node.name.startswith(RESULT))
    return book


def run_cli(outlay, *arguments):
    done = subprocess.run([program("OUTLAY_CLI"), *arguments, "--format", "json"],
                          env=outlay.environment(), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def options(window):
    rows = window.find(role="list", name="Options").children
    return [row.name.split(",")[0] for row in rows if row.is_visible]


def test_import_rank_add():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        book = import_list(outlay, window)

        # The command line reads the same book.
        said = run_cli(outlay, "models", "acme/parrot")
        assert [model["input"] for model in said] == [0.25], said

        book.press("ctrl+f")
        book.type("parrot")
        book.find(role="label", name="acme/parrot")
        book.find(role="push button", name="On This Work").activate()
        ranked = run_cli(outlay, "rank", EXAMPLE_FILE, "acme/parrot")["models"][0]
        wanted = figures.money(ranked["cost"])
        book.find(role="label", name=wanted)

        book.find(role="push button", name="Add as Option").activate()
        wait_for(lambda: "parrot" in options(window), "the option")
        wait_for(lambda: figures.table(window)["parrot"]["Total"] == wanted, "its total")
        book.press("ctrl+w")
        outlay.wait_until_gone(BOOK)
        window.press("ctrl+z")
        wait_for(lambda: "parrot" not in options(window), "undo")


def test_newer_prices_are_offered():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        before = wait_for(lambda: figures.table(window)["GPT-5.5"]["Total"], "a total")
        book = import_list(outlay, window)
        book.press("ctrl+w")
        outlay.wait_until_gone(BOOK)

        # What it makes of the total is told first, and nothing is taken.
        line = window.find(role="label",
                           where=lambda node: "GPT-5.5: " + before + ", then " in node.name)
        after = line.name.split("GPT-5.5: ")[1].split(", then ")[1].split(" (")[0]
        assert figures.table(window)["GPT-5.5"]["Total"] == before

        window.find(role="push button", name="Use Newer Prices").activate()
        wait_for(lambda: figures.table(window)["GPT-5.5"]["Total"] == after, "the newer total")
        window.press("ctrl+z")
        wait_for(lambda: figures.table(window)["GPT-5.5"]["Total"] == before, "undo")
        window.find(role="push button", name="Keep").activate()
        wait_for(lambda: not window.find_all(role="push button", name="Use Newer Prices"),
                 "the offer is put away")
        assert figures.table(window)["GPT-5.5"]["Total"] == before
        assert os.path.exists(os.path.join(outlay.home, "data", "outlay", "prices",
                                           "litellm.json"))


tap.run(__name__)
