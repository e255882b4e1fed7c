# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of the command line, and those on the screen."""

import json
import subprocess

from window import NotFound, program, wait_for

# Of the futures, which are drawn finer while one looks: tests/app/test-cost-table.c
# holds it against them.
FUTURES = "Total, P90"

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def estimate(path):
    """What outlay-cli says of a scenario file."""
    done = subprocess.run([program("OUTLAY_CLI"), "estimate", str(path), "--format", "json"],
                          capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise AssertionError(done.stderr)
    return json.loads(done.stdout)


def money(amount, per_unit=False):
    """An amount as the window writes it in the C locale."""
    return f"${amount:,.2f}" if per_unit or abs(amount) < 10 else f"${amount:,.0f}"


def month_name(month):
    """2026-12 as Dec 2026"""
    year, number = month.split("-")
    return f"{MONTHS[int(number) - 1]} {year}"


def expected_cells(said, option):
    """{column: text} of an option's row."""
    cost = option["monthly"]["cost"]
    peak = cost.index(max(cost))
    cheapest = min(other["total"]["cost"] for other in said["options"] if "total" in other)
    more = option["total"]["cost"] / cheapest - 1 if cheapest else 0
    cells = {month_name(month): money(cost[index])
             for index, month in enumerate(said["months"])}
    cells["Option"] = option["name"]
    cells["Peak month"] = money(cost[peak]) + " " + month_name(said["months"][peak])[:3]
    cells["Total"] = money(option["total"]["cost"])
    cells["Per accepted"] = money(option["total"]["cost_per_accepted"], per_unit=True)
    cells["Against cheapest"] = "cheapest" if more == 0 else f"+{100 * more:.0f}\u00a0%"
    return cells


def table(window):
    """The estimate's figures in the table under the chart: {option: {column: text}}."""
    if window.cost_table is None:
        window.cost_table = window.find(role="tree table")
    header, body = window.cost_table.children[:2]
    columns = [" ".join(title.texts) for title in header.children if title.is_visible]
    rows = {}
    for row in body.children:
        cells = [" ".join(cell.texts) for cell in row.children]
        if cells and cells[0]:
            rows[cells[0]] = dict(zip(columns, cells))
            rows[cells[0]].pop(FUTURES, None)
    return rows


def assert_agrees(window, path):
    """Every figure of the table is that of outlay-cli for the same file."""
    said = estimate(path)
    wanted = {option["name"]: expected_cells(said, option)
              for option in said["options"] if "error" not in option}
    different = []

    def compare():
        shown = table(window)
        different[:] = [(name, column, text, wanted[name].get(column))
                        for name in wanted for column, text in shown.get(name, {}).items()
                        if wanted[name].get(column) != text]
        different.extend(set(wanted) - set(shown))
        return not different

    try:
        wait_for(compare, "the figures agree", timeout=5)
    except NotFound as problem:
        raise AssertionError(f"not as outlay-cli says: {different}") from problem
    return wanted


def total(window, option):
    return table(window)[option]["Total"]


def wait_for_total(window, option, wanted):
    """Waits until the total of an option is, or, for a function, is as wanted."""
    accept = wanted if callable(wanted) else (lambda text: text == wanted)
    return wait_for(lambda: accept(total(window, option)) and total(window, option),
                    f"another total of {option} than {total(window, option)}")
