# SPDX-License-Identifier: GPL-3.0-or-later
"""docs/method.md: every number of its worked example is what the program says."""

import copy
import functools
import json
import re
import tempfile
import unittest
from pathlib import Path

import worked_sums
from outlay_cli import run, run_json
from worked_sums import NUMBER, Sums, half_a_digit, numbers_of, read_sums, read_table, to_number

PAGE = Path(__file__).resolve().parents[2] / "docs" / "method.md"


@functools.cache
def scenario():
    return json.loads(run("example", "by-hand")[1])


def look_up(document, path):
    for name, index in re.findall(r"([\w-]+)|\[(\d+)\]", path):
        document = document[name] if name else document[int(index)]
    return document


def walk(task, turns, warmth):
    """The rows of a table of calls: METHOD section 5 where every price is known,
    tools bring in as much in each call and no call meets a limit."""
    prefix, rows = 0, []
    for turn in range(1, turns + 1):
        for call in range(1, task["calls_per_turn"] + 1):
            said = task["message"] if call == 1 else 0
            new = said + (task["output"] + task["tool_result"] if rows else task["base_context"])
            cold = prefix * (1 - warmth) if call == 1 and turn > 1 else 0
            rows.append([turn, call, new, prefix, prefix - cold, cold, task["output"],
                         prefix + new])
            prefix += new
    return rows + [[sum(row[column] for row in rows) for column in range(2, 7)]]


@functools.cache
def figures():
    """What the program says, by the labels of the page; with a tolerance where
    it draws what the page integrates."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("a.outlay", "b.outlay")]
        second = copy.deepcopy(scenario())
        second["team"][0]["people"], second["options"][0]["price_factor"] = 6, 0.5
        for path, document in zip(paths, (scenario(), second)):
            path.write_text(json.dumps(document), encoding="utf-8")
        api, seats = run_json("estimate", paths[0])["options"]
        simulated = run_json("simulate", paths[0])
        tasks = run_json("sensitivity", paths[0], "--option", "api")["options"][0]["factors"][0]
        people = run_json("solve", paths[0], "--for", "people", "--option", "api")
        even = run_json("solve", paths[0], "--for", "tasks-per-day", "--option", "api",
                        "--against", "seats")
        bridge = run_json("compare", *paths, "--option", "api")["options"][0]

    told = {
        "onboarding in the period": api["total"]["onboarding"],
        "accepted in the period": api["total"]["accepted"],
        "cost at API prices in the period": api["total"]["cost"],
        "cost of the plan in the period": seats["total"]["cost"],
        "cost per accepted outcome, API": api["total"]["cost_per_accepted"],
        "value in the period": api["total"]["value"],
        "review in the period": api["total"]["review"],
        "net value, API": api["total"]["net"],
        "factor at P10": tasks["p10"],
        "factor at P90": tasks["p90"],
        "tasks at P10 change the period by": tasks["change_p10"],
        "tasks at P90 change the period by": tasks["change_p90"],
        "the budget bears people times": people["answer"],
        "that is, people": people["answer"] * scenario()["team"][0]["people"],
        "tasks times, where both cost the same": even["answer"],
        "both cost in the period": even["reached"],
        "B costs": bridge["b"],
        "price": bridge["parts"]["price"],
        "people": bridge["parts"]["people"],
        "difference": bridge["difference"],
    }
    for month, which in enumerate(("month 1", "month 2")):
        for label, key in (("people at work", "people"), ("tasks", "tasks"),
                           ("onboarding", "onboarding"), ("accepted", "accepted"),
                           ("value", "value"), ("review", "review"),
                           ("cost at API prices", "cost")):
            told[f"{label} in {which}"] = api["monthly"][key][month]
        for label, key in (("cache writes", "cache_write"), ("cache reads", "cache_read"),
                           ("output", "output")):
            told[f"{label} in {which}"] = api["monthly"]["tokens"][key][month]
        told[f"net value in {which}, API"] = (
            api["monthly"]["value"][month] - sum(api["monthly"][key][month]
                                                 for key in ("cost", "review", "onboarding")))
        told[f"cost of the plan in {which}"] = seats["monthly"]["cost"][month]

    drawn = simulated["options"][0]["simulated"]
    for label, key in (("mean of the period's futures", "mean"), ("P10 of the period", "p10"),
                       ("P50 of the period", "p50"), ("P90 of the period", "p90")):
        told[label] = (drawn["period"][key], 1e-3 * drawn["period"][key])
    told["chance to go over it in month 2"] = (drawn["over_budget"][1], 1e-3)
    told["chance to go over it in the period"] = (drawn["over_budget_period"], 1e-3)
    told["chance that API is dearer than the plan"] = (simulated["dearer"]["p"][0][1], 1e-3)
    return told


def check_inputs(text, problems):
    """The tables of inputs: a key in the last column, its value before it."""
    seen = []
    for cells in re.findall(r"^\| (.*) \| `([\w.\[\]-]+)` \|$", text, re.M):
        values = numbers_of(cells[0].partition(" | ")[2])
        if len(values) == 2:
            found = [look_up(task, cells[1]) for task in scenario()["tasks"]]
        else:
            found = [look_up(scenario(), cells[1])]
        if values != found:
            problems.append(f"{cells[1]}: {values} are printed, {found} are right")
        seen += values
    return seen


def check_walk(text, mark, task, turns, problems):
    found = [[to_number(cell) for cell in row if cell not in ("", "sum")]
             for row in read_table(text, f"<!-- walk: {mark} -->")]
    right = walk(task, turns, scenario()["cache_warmth"]["5m"])
    if found != right:
        problems.append(f"table of {mark}: {found} is printed, {right} is right")
    return [number for row in found for number in row]


def check_figures(sums):
    problems = []
    for label, told in figures().items():
        value, tolerance = told if isinstance(told, tuple) else (told, 0)
        printed = sums.results.get(label)
        if printed is None:
            problems.append(f"{label}: not on the page")
        elif abs(to_number(printed) - value) > half_a_digit(printed) + tolerance:
            problems.append(f"{label}: {printed} is printed, the program says {value:.9g}")
    return problems


def check(text):
    """Every problem of a page, in words."""
    fix, write = scenario()["tasks"]
    second_scenario = [6, 0.5]
    ranges = scenario()["uncertainty"]["tasks"]
    problems = []
    sums = Sums(check_inputs(text, problems) + second_scenario + ranges)
    sums.known |= set(check_walk(text, "fix 3", fix, 3, problems))
    sums.known |= set(check_walk(text, "write 2", write, 2, problems))
    for sum_ in read_sums(text):
        sums.add(*sum_)
    for paragraph in re.findall(r"^\*\*By hand\.\*\*(.*?)\n\n", text, re.M | re.S):
        sums.ask_origins(paragraph, "By hand")
    return problems + sums.problems + check_figures(sums)


class Method(unittest.TestCase):
    def setUp(self):
        self.text = PAGE.read_text(encoding="utf-8")

    def test_numbers(self):
        self.assertEqual(check(self.text), [])

    def test_finds_any_other_number(self):
        """Whichever number of the example is changed, the check says so."""
        places = [match for part in re.finditer(
                      r"^```worked\n.*?^```|^\*\*By hand\.\*\*.*?\n\n|^\|.*?\n\n", self.text,
                      re.M | re.S)
                  for match in NUMBER.finditer(self.text, part.start(), part.end())
                  if self.text[match.start() - 1] != "["]
        self.assertGreater(len(places), 400)
        for match in places:
            changed = (self.text[:match.start()] + str(int(to_number(match.group()) + 345))
                       + self.text[match.end():])
            line = self.text[:match.end()].rpartition("\n")[2]
            self.assertNotEqual(check(changed), [], line)

    def test_finds_a_last_digit(self):
        for old, new in (("= $29.92815\n", "= $29.92816\n"), ("= $5.97672\n", "= $5.97674\n"),
                         ("= $53.51\n", "= $53.61\n"), ("= 1.859592\n", "= 1.859692\n"),
                         ("= -$45.9429375\n", "= $45.9429375\n"), ("| 3,375 |", "| 3,374 |")):
            self.assertIn(old, self.text)
            self.assertNotEqual(check(self.text.replace(old, new, 1)), [], old)

    def test_finds_a_figure_that_is_gone(self):
        gone = re.sub(r"^people at work in month 1 = .*\n", "", self.text, flags=re.M)
        self.assertIn("people at work in month 1: not on the page", check(gone))


if __name__ == "__main__":
    unittest.main()
