# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports leave the window as files, with the client that was typed, and are those
of the command line."""

import json
import os
import re
import subprocess

import tap
from files import EXAMPLE, choose_file
from window import Outlay, program, wait_for

CLIENT = "Northwind & Söhne"
MAGIC = {"pdf": b"%PDF-", "html": b"<!DOCTYPE html>", "xlsx": b"PK\x03\x04"}


def ask_for(window, item):
    window.find(role="push button", name="Kinds of files",
                where=lambda node: node.is_focusable).activate()
    window.find(role="menu item", name=item).activate()


def save(outlay, title, path):
    choose_file(outlay, title, path)
    wait_for(lambda: os.path.exists(path), path, timeout=60)
    with open(path, "rb") as file:
        return file.read()


def export(outlay, window, item, title, suffix, client):
    path = os.path.join(outlay.home, f"report.{suffix}")
    ask_for(window, item)
    dialog = outlay.window("Head of the Report")
    dialog.find(role="text", where=lambda node: node.is_focusable).set_text(client)
    dialog.find(role="push button", name="Save As…").activate()
    outlay.wait_until_gone("Head of the Report")
    return save(outlay, title, path)


def test_each_kind():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        for item, title, suffix in [("Report as PDF…", "Save Report As", "pdf"),
                                    ("Workbook (XLSX)…", "Save Workbook As", "xlsx"),
                                    ("Report as HTML…", "Save Report As", "html")]:
            written = export(outlay, window, item, title, suffix, CLIENT)
            assert written.startswith(MAGIC[suffix]), suffix
        page = written.decode()
        assert "Prepared for Northwind &amp; Söhne" in page, page[:4000]

        # The same figures as those of the command line, to the last digit.
        answer = subprocess.run([program("OUTLAY_CLI"), "estimate", "--format", "json",
                                 os.path.join(program("OUTLAY_EXAMPLES"), "forty-people.outlay")],
                                capture_output=True, check=True, timeout=60).stdout
        values = {float(value) for value in re.findall(r'<data value="([^"]+)">', page)}
        for option in json.loads(answer)["options"]:
            assert option["total"]["cost"] in values, option["name"]
            assert set(option["monthly"]["cost"]) <= values, option["name"]


def test_hidden_options_are_left_out():
    """What is hidden is left out with a word, and the others cost what they cost."""
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        whole = export(outlay, window, "Report as HTML…", "Save Report As", "html", CLIENT).decode()
        assert "Left out" not in whole
        opus = window.find(role="list item",
                           where=lambda node: node.name.startswith("Claude Opus 4.8,"))
        opus.find(role="push button", name="Hide").activate()
        window.find(role="heading", where=lambda node: "every option shown" in (node.name or ""))
        os.remove(os.path.join(outlay.home, "report.html"))
        page = export(outlay, window, "Report as HTML…", "Save Report As", "html", CLIENT).decode()
        assert "Left out of this report: Claude Opus 4.8." in page, page[:6000]
        assert "every option shown stays under the monthly budget" in page
        for total in ("$48,926", "$33,027", "$32,393", "$24,374"):
            assert total in whole and total in page, total
        assert "Claude Opus 4.8 costs most" in whole and "GPT-5.5 costs most" in page


def test_bill_by_role():
    with Outlay() as outlay:
        window = outlay.window(EXAMPLE)
        ask_for(window, "Bill by Role (FOCUS)…")
        path = os.path.join(outlay.home, "bill.csv")
        written = save(outlay, "Save Bill by Role As", path)
        assert written.startswith(b"BillingAccountId,"), written[:100]


tap.run(__name__)
