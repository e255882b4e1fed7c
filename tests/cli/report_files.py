# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes reports apart: HTML, PDF, workbooks and FOCUS rows."""

import collections
import csv
import html.parser
import os
import re
import subprocess

import openpyxl
from outlay_cli import PROGRAM

LOCALES = ["C.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8"]

# Signs that keep a figure in its own order, and blanks that do not break.
INVISIBLE = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f\u061c"))


def report(scenario, output, *options, locale="C.UTF-8", **more):
    """(exit status, what it said)."""
    environment = dict(os.environ, LC_ALL=locale, LANGUAGE="", SOURCE_DATE_EPOCH="1795305600")
    done = subprocess.run([PROGRAM, "report", str(scenario), "-o", str(output), *options],
                          capture_output=True, text=True, timeout=120, check=False,
                          env=environment, **more)
    return done.returncode, done.stderr


class Page(html.parser.HTMLParser):
    """The tables of a page by caption, and what its elements have."""

    def __init__(self, text):
        super().__init__()
        self.tables = collections.defaultdict(list)  # caption: tables of rows of cells
        self.elements = []                           # (tag, attributes)
        self.words = []
        self.caption = self.row = self.cell = None
        self.rows = []
        self.skipped = 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.elements.append((tag, attributes))
        if tag in ("style", "svg"):
            self.skipped += 1
        elif tag == "caption":
            self.caption = ""
        elif tag == "table":
            self.rows = []
        elif tag == "tr":
            self.row = []
        elif tag in ("th", "td"):
            self.cell = {"text": "", "value": None, "tag": tag, **attributes}
        elif tag == "data":
            self.cell["value"] = float(attributes["value"])

    def handle_endtag(self, tag):
        if tag in ("style", "svg"):
            self.skipped -= 1
        elif tag in ("th", "td"):
            self.row.append(self.cell)
            self.cell = None
        elif tag == "tr":
            self.rows.append(self.row)
        elif tag == "table":
            self.tables[self.caption.strip()].append(self.rows)

    def handle_data(self, data):
        if self.skipped:
            return
        self.words.append(data)
        if self.cell is not None:
            self.cell["text"] += data
        elif self.caption is not None and not self.rows:
            self.caption += data


def read_number(text, locale):
    """A figure as people of a locale write it."""
    plain = text.translate(INVISIBLE).replace("\u2212", "-")
    sign = -1 if "-" in plain else 1  # where it stands is the locale's affair
    plain = re.sub(r"[^0-9.,]", "", plain)
    if locale.startswith("de_DE"):
        plain = plain.replace(".", "").replace(",", ".")
    return sign * float(plain.replace(",", ""))


def number_words(text):
    """How often each row of digits stands in a text."""
    plain = text.translate(INVISIBLE)
    return collections.Counter(re.findall(r"\d[\d.,]*\d|\d", plain))


def read_pdf(path):
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True,
                          text=True, timeout=60, check=True).stdout


def read_focus(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Workbook:
    """Figures as the program left them, and the formulas worked out again."""

    def __init__(self, path):
        self.formulas = openpyxl.load_workbook(path)
        self.values = openpyxl.load_workbook(path, data_only=True)

    def rows_below(self, sheet, heading):
        """The rows below a heading in the first column, up to an empty one."""
        for row in sheet.iter_rows(min_col=1, max_col=1):
            if row[0].value == heading:
                number = row[0].row + 1
                while sheet.cell(number, 1).value is not None:
                    yield number
                    number += 1
                return

    def evaluate(self, sheet, cell):
        """What a formula comes to, from the numbers alone."""
        value = sheet[cell].value
        if value is None or not str(value).startswith("="):
            return value
        return self._evaluate(sheet, str(value)[1:])

    def _evaluate(self, sheet, text):
        other = re.fullmatch(r"'([^']+)'!([A-Z]+\d+)", text)
        if other:
            return self.evaluate(self.formulas[other[1]], other[2])
        total = re.fullmatch(r"SUM\((?:'([^']+)'!)?([A-Z]+\d+)(?::([A-Z]+\d+))?\)", text)
        if total:
            source = self.formulas[total[1]] if total[1] else sheet
            return sum(self.evaluate(source, cell.coordinate) or 0
                       for row in source[f"{total[2]}:{total[3] or total[2]}"] for cell in row)
        quotient = re.fullmatch(r'IF\(([A-Z]+\d+)=0,"",([A-Z]+\d+)/([A-Z]+\d+)\)', text)
        if quotient:
            below = self.evaluate(sheet, quotient[3])
            assert quotient[1] == quotient[3]
            return self.evaluate(sheet, quotient[2]) / below if below else None
        cells = text.split("-")
        result = self.evaluate(sheet, cells[0])
        for cell in cells[1:]:
            result -= self.evaluate(sheet, cell)
        return result
