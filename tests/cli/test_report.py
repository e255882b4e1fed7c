# SPDX-License-Identifier: GPL-3.0-or-later
"""What a report says is what the estimate says, in every format and locale."""

import hashlib
import json
import math
import struct
import unittest
import zlib

from outlay_cli import ScenarioTest, run, run_json
from report_files import (LOCALES, Page, Workbook, number_words, read_focus, read_number,
                          read_pdf, report)

# Reports that were made before, by what they were made from.
MADE = {}

EXAMPLES = ["forty-people", "one-person", "staggered"]


def expected_totals(option):
    """Cost, the same at API prices, per person and month, per task accepted, dearest month."""
    total, monthly = option["total"], option["monthly"]
    people = sum(monthly["people"])
    return [total["cost"], total["api_cost"], total["cost"] / people if people else None,
            total["cost_per_accepted"], max(monthly["cost"])]


class ReportTest(ScenarioTest):
    def setUp(self):
        super().setUp()
        self.scenarios = {}
        for name in EXAMPLES:
            self.scenarios[name] = self.folder / f"{name}.outlay"
            self.scenarios[name].write_text(run("example", name)[1], encoding="utf-8")

    def make(self, name, suffix, locale="C.UTF-8", *options):
        output = self.folder / f"{name}-{locale}{suffix}"
        if "--draws" not in options:
            options = (*options, "--draws", "300")
        key = (self.scenarios[name].read_bytes(), suffix, locale, options)
        if key not in MADE:
            status, said = report(self.scenarios[name], output, *options, locale=locale)
            self.assertEqual((status, said), (0, ""))
            MADE[key] = output.read_bytes()
        output.write_bytes(MADE[key])
        return output

    def page(self, name, locale="C.UTF-8", *options):
        return Page(self.make(name, ".html", locale, *options).read_text(encoding="utf-8"))

    def each(self):
        """Every example in every locale, with its estimate."""
        truths = {name: run_json("estimate", self.scenarios[name]) for name in EXAMPLES}
        return [(name, locale, truths[name]) for name in EXAMPLES for locale in LOCALES]


class Numbers(ReportTest):
    def assertShows(self, cell, value, locale):
        if value is None:
            self.assertEqual(cell["text"], "–")
            return
        self.assertEqual(cell["value"], value)
        self.assertAlmostEqual(read_number(cell["text"], locale), value,
                               delta=0.5 if abs(value) >= 9.995 else 0.005)

    def test_html(self):
        for name, locale, truth in self.each():
            page = self.page(name, locale)
            rows = page.tables["Cost in the whole period"][0][1:]
            self.assertEqual(len(rows), len(truth["options"]))
            for row, option in zip(rows, truth["options"]):
                self.assertEqual(row[0]["text"], option["name"])
                for cell, value in zip(row[1:], expected_totals(option)):
                    self.assertShows(cell, value, locale)

            for table in page.tables["Cost by month"]:
                for column, heading in enumerate(table[0][1:], 1):
                    option = next(o for o in truth["options"] if o["name"] == heading["text"])
                    costs = option["monthly"]["cost"] + [option["total"]["cost"]]
                    self.assertEqual(len(table) - 1, len(costs))
                    for row, value in zip(table[1:], costs):
                        self.assertShows(row[column], value, locale)

    def test_rounding_is_told_where_it_shows(self):
        note = "is rounded by itself"
        self.assertEqual(self.make("forty-people", ".html", "C.UTF-8").read_text().count(note), 2)
        self.assertNotIn(note, self.make("one-person", ".html", "C.UTF-8").read_text())

    def test_units_of_inputs(self):
        text = self.make("forty-people", ".html", "C.UTF-8").read_text()
        self.assertIn("Hourly wage, US dollars an hour", text)
        self.assertIn("Review, minutes an attempt", text)
        self.assertIn("33\u00a0% → 19\u00a0%", text)

    def test_html_outcome(self):
        for name, locale, truth in self.each():
            rows = self.page(name, locale).tables["Value and cost in the whole period"][0][1:]
            for row, option in zip(rows, truth["options"]):
                total = option["total"]
                for cell, key in zip(row[1:], ["cost_per_accepted", "cost_per_task", "value",
                                               "review", "onboarding", "cost", "net"]):
                    self.assertShows(cell, total[key], locale)
                self.assertEqual(row[9]["value"], total["payback_month"])

    def test_html_risk(self):
        draws = ["--draws", "4000"]
        for name, locale, _ in self.each():
            truth = run_json("simulate", self.scenarios[name], *draws)
            page = self.page(name, locale, *draws)
            rows = page.tables["Cost of the whole period over the futures"][0][1:]
            for row, option in zip(rows, truth["options"]):
                period = option["simulated"]["period"]
                for cell, key in zip(row[2:], ["p10", "p50", "p90", "mean"]):
                    self.assertShows(cell, period[key], locale)
                over = option["simulated"]["over_budget_period"]
                if over is not None:
                    self.assertAlmostEqual(row[6]["value"], 1 - over, delta=1e-8)

    def test_says_how_far_off_few_futures_are(self):
        for draws, points in ((300, "3.4"), (4000, "0.9"), (100000, None)):
            made = self.make(EXAMPLES[0], ".html", "C.UTF-8", "--draws", str(draws))
            text = made.read_text(encoding="utf-8")
            self.assertEqual("percentage points, 19 times of 20" in text, points is not None)
            self.assertIn(f"{draws:,} futures" if draws > 999 else f"{draws} futures", text)
            if points is not None:
                self.assertIn(f"true to {points} percentage points", text)

    def test_pdf_shows_every_number_of_the_html(self):
        for name, locale, _ in self.each():
            shown = number_words(read_pdf(self.make(name, ".pdf", locale)))
            for tables in self.page(name, locale).tables.values():
                for rows in tables:
                    for row in rows:
                        for cell in row:
                            if cell["value"] is not None:
                                shown.subtract(number_words(cell["text"]))
            missing = [word for word, count in shown.items() if count < 0]
            self.assertEqual(missing, [])

    def test_workbook(self):
        columns = ["cost", "api_cost", None, "tasks", "accepted", "stopped", "value", "review",
                   "onboarding", "net"]
        for name, locale, truth in self.each():
            book = Workbook(self.make(name, ".xlsx", locale))
            values, formulas = book.values.worksheets[0], book.formulas.worksheets[0]
            rows = list(book.rows_below(values, "Option"))
            self.assertEqual(len(rows), len(truth["options"]))
            for row, option in zip(rows, truth["options"]):
                people = sum(option["monthly"]["people"])
                expected = [people if key is None else option["total"][key] for key in columns]
                expected += [option["total"]["cost"] / people, option["total"]["cost_per_task"],
                             option["total"]["cost_per_accepted"]]
                for column, value in enumerate(expected, 2):
                    cell = formulas.cell(row, column)
                    self.assertTrue(str(cell.value).startswith("="), cell.coordinate)
                    for found in (values.cell(row, column).value,
                                  book.evaluate(formulas, cell.coordinate)):
                        self.assertAlmostEqual(found, value, delta=1e-11 * max(1, abs(value)))

    def test_workbook_months(self):
        for name, locale, truth in self.each():
            book = Workbook(self.make(name, ".xlsx", locale))
            sheet = book.formulas.worksheets[1]
            rows = list(book.rows_below(sheet, "Month"))
            for column, option in enumerate(truth["options"], 2):
                costs = option["monthly"]["cost"] + [option["total"]["cost"]]
                self.assertEqual(len(rows), len(costs))
                for row, value in zip(rows, costs):
                    found = book.evaluate(sheet, sheet.cell(row, column).coordinate)
                    self.assertAlmostEqual(found, value, delta=1e-11 * max(1, abs(value)))
            self.assertEqual(len(sheet._charts), 1)

    def test_workbook_sums_of_parts(self):
        """What all parts come to is a formula, wherever parts are listed."""
        for name, locale, truth in self.each():
            book = Workbook(self.make(name, ".xlsx", locale))
            parts = book.formulas.worksheets[3]
            sums = [cell for row in parts.iter_rows() for cell in row
                    if str(cell.value).startswith("=SUM(")]
            self.assertGreaterEqual(len(sums), 4)
            totals = [option["total"]["cost"] for option in truth["options"] if "total" in option]
            for cell in sums:
                found = book.evaluate(parts, cell.coordinate)
                kept = book.values.worksheets[3][cell.coordinate].value
                self.assertAlmostEqual(found, kept, delta=1e-9 * abs(kept))
                self.assertTrue(any(abs(found - total) <= 1e-9 * total for total in [1, *totals]))

    def test_focus(self):
        for name, locale, truth in self.each():
            scenario = json.loads(self.scenarios[name].read_text(encoding="utf-8"))
            for option in scenario["options"]:
                if "price_factor" in option:
                    option["price_factor"] = 1
            listed = run_json("estimate", self.write("listed", scenario))
            rows = read_focus(self.make(name, ".csv", locale))
            for option, at_list in zip(truth["options"], listed["options"]):
                for month, cost, list_cost in zip(truth["months"], option["monthly"]["cost"],
                                                  at_list["monthly"]["api_cost"]):
                    own = [row for row in rows if row["BillingAccountId"] == option["id"] and
                           row["ChargePeriodStart"].startswith(month)]
                    use = [row for row in own if row["ChargeCategory"] == "Usage"]
                    self.assertEqual(len(use), len(scenario["team"]))
                    self.assertEqual(len(own) - len(use),
                                     len(use) if option["kind"] == "plan" else 0)
                    for key, value, which in [("EffectiveCost", cost, own),
                                              ("EffectiveCost", cost, use),
                                              ("BilledCost", cost, own),
                                              ("ListCost", list_cost, use)]:
                        found = math.fsum(float(row[key]) for row in which)
                        self.assertAlmostEqual(found, value, delta=1e-9 * max(1, value))

    def test_focus_seats(self):
        """What a plan takes a month is its fee times its seats, of whatever use."""
        scenario = json.loads(self.scenarios["staggered"].read_text(encoding="utf-8"))
        plans = {plan["id"]: plan for plan in scenario["prices"]["plans"]}
        rate = scenario["currency"]["rate"]
        rows = read_focus(self.make("staggered", ".csv"))
        seats = [row for row in rows if row["ChargeCategory"] == "Purchase"]
        self.assertTrue(seats)
        for row in seats:
            fee = float(row["PricingQuantity"]) * plans[row["x_Plan"]]["fee"] * rate
            self.assertAlmostEqual(float(row["BilledCost"]), fee, delta=1e-9 * max(1, fee))
            self.assertEqual(row["BilledCost"], row["ListCost"])
            self.assertEqual((row["ConsumedQuantity"], row["ConsumedUnit"], row["PricingUnit"],
                              row["EffectiveCost"], row["ChargeFrequency"]),
                             ("", "", "Seats", "0", "Recurring"))

    def test_focus_values(self):
        """Values that FOCUS 1.2 allows, and null only where it may be."""
        for name in EXAMPLES:
            for row in read_focus(self.make(name, ".csv")):
                empty = {key for key, value in row.items() if value == ""}
                seats = row["ChargeCategory"] == "Purchase"
                self.assertEqual(empty - {"x_Plan"}, {"ChargeClass"} |
                                 ({"ConsumedQuantity", "ConsumedUnit"} if seats else set()))
                self.assertIn(row["ChargeCategory"], ("Usage", "Purchase"))
                self.assertEqual((row["ServiceCategory"], row["ServiceSubcategory"]),
                                 ("AI and Machine Learning", "Generative AI"))
                self.assertEqual(row["ChargePeriodEnd"], row["BillingPeriodEnd"])
                for key in ("ListCost", "ContractedCost", "BilledCost", "EffectiveCost",
                            "PricingQuantity"):
                    self.assertRegex(row[key], r"^-?\d+(\.\d+)?(e[+-]\d+)?$")

    def test_focus_has_the_mandatory_columns(self):
        mandatory = """BilledCost BillingAccountId BillingAccountName BillingCurrency
            BillingPeriodEnd BillingPeriodStart ChargeCategory ChargeClass ChargeDescription
            ChargePeriodEnd ChargePeriodStart ContractedCost EffectiveCost InvoiceIssuerName
            ListCost PricingQuantity PricingUnit ProviderName PublisherName ServiceCategory
            ServiceName""".split()
        row = read_focus(self.make("staggered", ".csv"))[0]
        self.assertEqual([name for name in mandatory if name not in row], [])
        self.assertEqual(row["BillingCurrency"], "EUR")
        self.assertEqual((row["ChargePeriodStart"], row["ChargePeriodEnd"]),
                         ("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z"))
        self.assertEqual(row["SubAccountName"], "Platform")
        self.assertEqual(float(row["PricingQuantity"]) * 1e6, float(row["ConsumedQuantity"]))


class Words(ReportTest):
    def test_which_budget_is_meant(self):
        words = "".join(self.page("staggered").words)
        self.assertIn("Gemini 3.8 Flash is over the monthly budget from April.", words)
        self.assertIn("By the estimate, every option stays under the budget, added up", words)
        self.assertIn("Under the budget of the period", words)
        self.assertIn("Under the monthly budget", words)

    def test_choices_have_names(self):
        page = self.page("forty-people")
        self.assertEqual([row[3]["text"] for row in page.tables["People"][0][1:]],
                         ["Expert", "Intermediate", "Novice"])
        rows = {row[0]["text"]: [cell["text"] for cell in row]
                for row in page.tables["Inputs and where they come from"][0]}
        self.assertEqual((rows["Learning"][1], rows["Adoption"][1]), ("logistic", "logistic"))
        labels = {row[3] for row in rows.values()}
        self.assertLessEqual(labels, {"Label", "Published", "Measured", "Derived", "Assumed", "–"})

    def test_how_much_more(self):
        self.assertIn("which is 33 times as much as Claude Haiku 5.5.",
                      "".join(self.page("staggered").words))
        self.assertIn("which is 163\u00a0% more than Claude Max 5x.",
                      "".join(self.page("forty-people").words))


class Origin(ReportTest):
    def test_names_the_file_the_seed_and_the_version(self):
        page = self.page("staggered")
        facts = {row[0]["text"]: row[1]["text"] for row in page.tables["Made from"][0][1:]}
        digest = hashlib.sha256(self.scenarios["staggered"].read_bytes()).hexdigest()
        self.assertIn(digest, facts.values())
        self.assertEqual(facts["Seed"], "1")
        version = run("--version")[1].split()[1]
        self.assertEqual(facts["Program"], f"Outlay {version}")

    def test_same_file_again(self):
        for suffix in (".html", ".pdf", ".xlsx", ".csv"):
            with self.subTest(suffix=suffix):
                first = self.make("staggered", suffix).read_bytes()
                MADE.clear()
                self.assertEqual(self.make("staggered", suffix).read_bytes(), first)

    def test_says_whose_an_assumption_is(self):
        def change(scenario):
            scenario["turns"] = 17
        self.scenarios["forty-people"] = self.write("changed", self.changed(change))
        page = self.page("forty-people")
        rows = {row[0]["text"]: [cell["text"] for cell in row]
                for row in page.tables["Inputs and where they come from"][0]}
        self.assertEqual(rows["Turns"][1:], ["17", "turns per task", "–",
                                             "Set in this scenario"])
        self.assertEqual(rows["Taper"][3], "Measured")
        self.assertIn("295 uninterrupted sessions", rows["Taper"][4])


def make_png(width, height):
    """A grey picture."""
    def chunk(kind, data):
        return (struct.pack(">I", len(data)) + kind + data +
                struct.pack(">I", zlib.crc32(kind + data)))
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height,
                                                               8, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class Odd(ReportTest):
    """What is rare, but may be: every format takes it."""

    def make_all(self, *options):
        for suffix in (".html", ".xlsx", ".csv"):
            self.make("odd", suffix, "C.UTF-8", *options)
        return read_pdf(self.make("odd", ".pdf", "C.UTF-8", *options))

    def change(self, change):
        self.scenarios["odd"] = self.write("odd", self.changed(change))

    def test_client_and_logo(self):
        self.change(lambda scenario: None)
        logo = self.folder / "logo.png"
        for size in ((300, 90), (10, 2000), (1, 1)):
            logo.write_bytes(make_png(*size))
            self.assertIn("Prepared for Northwind",
                          self.make_all("--logo", str(logo), "--client", "Northwind"))
        page = self.page("odd", "C.UTF-8", "--logo", str(logo))
        self.assertTrue(dict(page.elements)["img"]["src"].startswith("data:image/png;base64,"))

    def test_logo_that_is_cut_off(self):
        self.change(lambda scenario: None)
        logo = self.folder / "logo.png"
        logo.write_bytes(make_png(300, 90)[:60])
        self.assertIn("Summary", self.make_all("--logo", str(logo)))

    def test_no_options(self):
        self.change(lambda scenario: scenario.update(options=[]))
        self.assertIn("Nothing to compare yet", self.make_all())

    def test_one_month_and_nobody(self):
        def change(scenario):
            scenario["months"] = 1
            for role in scenario["team"]:
                role["people"] = 0
        self.change(change)
        self.assertIn("Nobody is active", self.make_all())

    def test_long_and_strange_names(self):
        def change(scenario):
            scenario["name"] = "\u202eword " * 400 + "x" * 3000
            scenario["options"][0]["name"] = "\u05d0\u05d1 \U0001f600\n\ttab " + "y" * 300
            scenario["team"][0]["name"] = "[a]:*?/\\'"
        self.change(change)
        self.make_all()

    def test_large_sums(self):
        def change(scenario):
            scenario["currency"] = {"code": "IDR", "rate": 16000}
            for role in scenario["team"]:
                role["people"] *= 10000
        self.change(change)
        shown = number_words(self.make_all())
        option = run_json("estimate", self.scenarios["odd"])["options"][0]
        self.assertIn(f"{option['total']['cost']:,.0f}", shown)


class Html(ReportTest):
    def test_language_and_direction(self):
        for locale, direction in zip(LOCALES, ["ltr", "ltr", "rtl"]):
            page = self.page("one-person", locale)
            root = dict(page.elements)["html"]
            self.assertEqual((root["lang"], root["dir"]), ("en", direction))

    def test_needs_nothing_else(self):
        for name in EXAMPLES:
            page = self.page(name)
            tags = {tag for tag, _ in page.elements}
            self.assertFalse(tags & {"script", "link", "iframe", "object", "embed", "a"})
            for tag, attributes in page.elements:
                for key, value in attributes.items():
                    if key in ("src", "href", "xlink:href", "srcset", "data"):
                        self.assertRegex(value, "^(#|data:)", tag)

    def test_charts_and_tables_can_be_heard(self):
        page = self.page("staggered")
        charts = [a for tag, a in page.elements if tag == "svg"]
        self.assertEqual(len(charts), 5)
        for chart in charts:
            self.assertEqual(chart["role"], "img")
            self.assertGreater(len(chart["aria-label"]), 20)
        for caption, tables in page.tables.items():
            self.assertTrue(caption)
            for rows in tables:
                self.assertTrue(all(cell["scope"] == "col" for cell in rows[0]
                                    if cell["tag"] == "th"))
                self.assertTrue(all(row[0]["scope"] == "row" for row in rows[1:]))
        names = [a["id"] for _, a in page.elements if "id" in a]
        self.assertEqual(len(names), len(set(names)))

    def test_names_are_only_words(self):
        def change(scenario):
            scenario["name"] = "<script>alert(1)</script> & \"so\""
            scenario["options"][0]["name"] = "<img src=x onerror=alert(1)>'\"&"
            scenario["team"][0]["name"] = "=1+1"
        self.scenarios["one-person"] = self.write("hostile", self.changed(change))
        page = self.page("one-person", "C.UTF-8", "--client", "<b>me</b>")
        self.assertFalse({tag for tag, _ in page.elements} & {"script", "img", "b"})
        self.assertIn("<img src=x onerror=alert(1)>'\"&", "".join(page.words))
        self.assertIn("Prepared for <b>me</b>", "".join(page.words))
        book = Workbook(self.make("one-person", ".xlsx"))
        cells = [cell for sheet in book.formulas for row in sheet.iter_rows() for cell in row
                 if cell.value == "=1+1"]
        self.assertTrue(cells)
        read_pdf(self.make("one-person", ".pdf"))

    def test_refused_option_is_named(self):
        def change(scenario):
            scenario["options"][0].update(kind="model", model="small")
            scenario["prices"]["models"].append(
                {"id": "small", "vendor": "Nobody", "name": "Small", "class": "mid",
                 "prices": [{"from": None, "input": 1, "output": 2}], "context_window": 1000})
        path = self.write("refused", self.changed(change))
        truth = json.loads(run("estimate", path, "--format", "json")[1])
        refused = [option for option in truth["options"] if "error" in option]
        self.assertTrue(0 < len(refused) < len(truth["options"]))
        for suffix in (".html", ".pdf", ".xlsx", ".csv"):
            output = self.folder / f"refused{suffix}"
            self.assertEqual(report(path, output)[0], 0)
        page = Page((self.folder / "refused.html").read_text(encoding="utf-8"))
        for option in refused:
            self.assertIn(f"{option['name']} cannot be estimated: ", "".join(page.words))


if __name__ == "__main__":
    unittest.main()
