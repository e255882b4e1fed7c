# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader finds in a PDF: its parts, its language, words for its charts."""

import re
import subprocess
import unittest

from outlay_cli import ScenarioTest
from report_files import Page, report


def pdfinfo(path, *options):
    """What poppler makes of a file; it complains of nothing."""
    done = subprocess.run(["pdfinfo", *options, str(path)], capture_output=True, text=True,
                          timeout=60, check=True)
    if done.stderr:
        raise AssertionError(done.stderr)
    return done.stdout


def read_string(data):
    """A text string of PDF in hexadecimal."""
    return bytes.fromhex(data.decode("ascii")).decode("utf-16")


class Pdf(ScenarioTest):
    def setUp(self):
        super().setUp()
        self.scenario = self.write("team", self.example)

    def make(self, suffix, *options):
        path = self.folder / f"team{suffix}"
        self.assertEqual(report(self.scenario, path, "--draws", "300", *options), (0, ""))
        return path

    def test_is_tagged_as_what_it_is(self):
        path = self.make(".pdf")
        self.assertRegex(pdfinfo(path), r"Tagged: +yes\n")
        self.assertRegex(pdfinfo(path), r"Title: +" + self.example["name"] + "\n")

        tags = re.findall(r"^( *)(\w+)", pdfinfo(path, "-struct"), re.M)
        self.assertEqual(tags[0], ("", "Document"))
        self.assertEqual([name for indent, name in tags].count("Document"), 1)
        depths = {}
        for indent, name in tags:
            depths.setdefault(name, set()).add(len(indent) // 2)
        self.assertEqual(depths, {"Document": {0}, "H1": {1}, "H2": {1}, "P": {1},
                                  "Figure": {1}, "Table": {1}, "TR": {2}, "TH": {3}, "TD": {3}})

    def test_language_and_outline(self):
        data = self.make(".pdf").read_bytes()
        self.assertEqual([read_string(text) for text in re.findall(rb"/Lang <(\w+)>", data)],
                         ["en"])
        page = Page(self.make(".html").read_text(encoding="utf-8"))
        sections = [tag for tag, _ in page.elements].count("h2")
        self.assertEqual(len(re.findall(rb"<< /Title ", data)), sections)
        self.assertIn(b"/DisplayDocTitle true", data)

    def test_charts_have_words(self):
        data = self.make(".pdf").read_bytes()
        page = Page(self.make(".html").read_text(encoding="utf-8"))
        told = [attributes["aria-label"] for tag, attributes in page.elements if tag == "svg"]
        self.assertEqual(len(told), 5)
        self.assertEqual([read_string(text) for text in re.findall(rb"/Alt <(\w+)>", data)], told)

    def test_what_is_appended_is_found(self):
        """The last table of objects points at objects of those numbers."""
        data = self.make(".pdf", "--client", "Ünïcode €").read_bytes()
        end = re.search(rb"/Size (\d+)\n.*/Root (\d+) 0 R.*/Prev (\d+)\n>>\nstartxref\n(\d+)\n"
                        rb"%%EOF\n\Z", data, re.S)
        table = data[int(end[4]):]
        entries = re.findall(rb"(\d+) 1\n(\d{10}) 00000 n \n", table)
        self.assertEqual(len(entries), 6)
        for number, offset in entries:
            self.assertTrue(data[int(offset):].startswith(number + b" 0 obj\n"))
            self.assertLess(int(number), int(end[1]))
        self.assertEqual(entries[-1][0], end[2])
        self.assertTrue(data[int(end[3]):].startswith(b"xref\n0 "))


if __name__ == "__main__":
    unittest.main()
