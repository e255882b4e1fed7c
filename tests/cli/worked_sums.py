# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the sums of docs/method.md and does them again.

A sum is a line `label = expression = result` of a block marked "worked". It may
use the inputs, results that stand above it, and the constants of the method.
"""

import ast
import math
import operator
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "reference"))

from pert import beta_distribution  # noqa: E402

NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?(?![\w%])")

# Of means, minutes, millions, of the PERT distribution and of its quantiles.
CONSTANTS = {0, 1, 2, 4, 6, 60, 1_000_000, 0.1, 0.5, 0.9}

OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
             ast.Div: operator.truediv, ast.USub: operator.neg}


def normal_distribution(x):
    return (1 + math.erf(x / math.sqrt(2))) / 2


def beta_dist(x, first, second, low, high):
    return beta_distribution((x - low) / (high - low), first, second)


def beta_inv(share, first, second, low, high):
    below, above = low, high
    for _ in range(100):
        middle = (below + above) / 2
        if beta_dist(middle, first, second, low, high) < share:
            below = middle
        else:
            above = middle
    return (below + above) / 2


FUNCTIONS = {"ln": math.log, "sqrt": math.sqrt, "F": normal_distribution,
             "BETA_INV": beta_inv, "BETA_DIST": beta_dist}


def to_number(text):
    return float(text.replace(",", "").replace("$", ""))


def numbers_of(text):
    return [to_number(number) for number in NUMBER.findall(text)]


def half_a_digit(text):
    """How far a figure may be from what is printed for it."""
    return 0.5 * 10 ** -len(text.partition(".")[2]) + 1e-9


def evaluate(expression):
    text = re.sub(r"(?<=\d),(?=\d{3})", "", expression)
    tree = ast.parse(text.replace("×", "*").replace("BETA.", "BETA_").strip(), mode="eval")

    def value(node):
        if isinstance(node, ast.Expression):
            return value(node.body)
        if isinstance(node, ast.Constant):
            return float(node.value)
        if isinstance(node, ast.Call):
            return FUNCTIONS[node.func.id](*map(value, node.args))
        if isinstance(node, ast.UnaryOp):
            return OPERATORS[type(node.op)](value(node.operand))
        return OPERATORS[type(node.op)](value(node.left), value(node.right))

    return value(tree)


def read_sums(text):
    """(label, expression or None, result as printed) of every line."""
    for block in re.findall(r"^```worked\n(.*?)^```", text, re.M | re.S):
        for line in block.splitlines():
            label, *expression, result = line.split(" = ")
            yield label, expression[0] if expression else None, result


def read_table(text, mark):
    """The cells of the rows of the table that follows a mark, without its head."""
    rows = text.split(mark + "\n", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


class Sums:
    """All sums of a page; `results` by label, `problems` in words."""

    def __init__(self, inputs):
        self.known = {*inputs, *CONSTANTS}
        self.results, self.problems = {}, []

    def ask_origins(self, text, where):
        """Whether every number is known; else it is a problem."""
        strange = [number for number in numbers_of(text) if number not in self.known]
        self.problems += [f"{where}: where does {number:g} come from?" for number in strange]
        return strange == []

    def add(self, label, expression, printed):
        if label in self.results:
            self.problems.append(f"{label}: stands there twice")
        result = to_number(printed)
        if expression is not None and self.ask_origins(expression, label):
            value = evaluate(expression)
            if abs(value - result) > half_a_digit(printed):
                self.problems.append(f"{label}: {printed} is printed, {value:.9g} is right")
        self.results[label] = printed
        self.known.add(abs(result))
