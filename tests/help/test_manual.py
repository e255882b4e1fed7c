# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual names only what the window has, and its HTML leads nowhere that is not
there."""

import os
import re
import shutil
import subprocess
import tempfile
import unittest
from html.parser import HTMLParser
from pathlib import Path

from pages import MALLARD, PAGES, SOURCE, read_pages, texts, words_of_the_window

HTML = Path(os.environ["OUTLAY_HTML_MANUAL"])
YELP_CHECK = os.environ["OUTLAY_YELP_CHECK"]
ADDRESS = re.compile(r"^(https?:|mailto:)")

# What stands in the window otherwise than in the text of a label.
ALSO_THERE = {"All classes", "All vendors"}


def unknown_words(folder, known):
    return [f"{name}: {text}" for name, root in read_pages(folder)
            for text in texts(root, "gui") if text not in known]


# How the manual writes the keys that GTK names otherwise.
KEY_NAMES = {"<Control>": "Ctrl", "Page_Up": "Page Up", "Page_Down": "Page Down",
             "plus": "+", "minus": "-", "comma": ",", "question": "?"}


def keys_of_the_window():
    """The first key of every action, as sets of key caps."""
    text = (SOURCE / "src" / "app" / "application.c").read_text(encoding="utf-8")
    for accel in re.findall(r'^  \{ "[\w.:()-]+", \{ "([^"]+)"', text, re.M):
        parts = re.findall(r"<\w+>|[^<>]+", accel)
        yield frozenset(KEY_NAMES.get(part, part.strip("<>").upper() if len(part) == 1
                                      else part.strip("<>")) for part in parts)


def keys_of_page(folder):
    """The key caps of every combination, and of every key that stands alone."""
    root = dict(read_pages(folder))["keyboard.page"]
    together = [frozenset(texts(node, "key")) for node in root.iter(MALLARD + "keyseq")]
    return {*together, *(frozenset([key]) for key in texts(root, "key"))}


class Links(HTMLParser):
    """Where a page of HTML leads, and what may be led to in it."""

    def __init__(self, text):
        super().__init__()
        self.targets, self.places = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.places.update(attrs[key] for key in ("id", "name") if attrs.get(key))
        if tag != "meta":
            self.targets += [attrs[key] for key in ("href", "src") if attrs.get(key)]


def broken_links(folder):
    pages = {path.name: Links(path.read_text(encoding="utf-8"))
             for path in folder.glob("*.html")}
    for name, page in sorted(pages.items()):
        for target in page.targets:
            if ADDRESS.match(target):
                yield f"{name}: {target} leads out"
                continue
            path, _, place = target.partition("#")
            if path and not (folder / path).is_file():
                yield f"{name}: {target} is not there"
            elif place and place not in pages[path or name].places:
                yield f"{name}: {target} leads to no such place"


class Manual(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name) / "copy"

    def test_every_page_is_told_to_the_build(self):
        build = (SOURCE / "help" / "meson.build").read_text(encoding="utf-8")
        there = {str(path.relative_to(PAGES)) for path in PAGES.rglob("*") if path.is_file()}
        self.assertEqual(set(re.findall(r"'([\w/-]+\.(?:page|png))'", build)), there)

    def test_names_what_the_window_has(self):
        known = words_of_the_window() | ALSO_THERE
        self.assertGreater(len(known), 500)
        self.assertEqual(unknown_words(PAGES, known), [])

        shutil.copytree(PAGES, self.folder)
        page = self.folder / "plan.page"
        page.write_text(page.read_text(encoding="utf-8").replace(
            "<gui>Work priced on</gui>", "<gui>Work priced at</gui>"), encoding="utf-8")
        self.assertEqual(unknown_words(self.folder, known), ["plan.page: Work priced at"])

    def test_names_every_key_of_the_window(self):
        between = {frozenset(["Alt", str(number)]) for number in range(2, 7)}
        wanted = set(keys_of_the_window()) - between
        self.assertGreater(len(wanted), 20)
        self.assertEqual(wanted - keys_of_page(PAGES), set())

        shutil.copytree(PAGES, self.folder)
        page = self.folder / "keyboard.page"
        page.write_text(page.read_text(encoding="utf-8").replace("<key>F9</key>", ""),
                        encoding="utf-8")
        self.assertEqual(wanted - keys_of_page(self.folder), {frozenset(["F9"])})

    def test_html_leads_somewhere(self):
        names = {path.stem for path in PAGES.glob("*.page")}
        self.assertEqual({path.stem for path in HTML.glob("*.html")}, names)
        self.assertEqual(list(broken_links(HTML)), [])

        shutil.copytree(HTML, self.folder)
        (self.folder / "why.html").unlink()
        self.assertIn("index.html: why.html is not there",
                      [problem.split(" \"")[0] for problem in broken_links(self.folder)])

    def test_checks_bite(self):
        """A page that is not Mallard, leads nowhere or is led to by none is found."""
        for check, old, new in (("validate", "<steps>", "<steps><p>Not an item</p>"),
                                ("links", 'xref="why"', 'xref="wherefore"'),
                                ("media", "figures/risk.png", "figures/luck.png"),
                                ("orphans", '<link type="guide" xref="index#tasks" group="b"/>', "")):
            with self.subTest(check):
                shutil.rmtree(self.folder, ignore_errors=True)
                shutil.copytree(PAGES, self.folder)
                for name in ("plan.page", "risk.page", "usage.page"):
                    page = self.folder / name
                    page.write_text(page.read_text(encoding="utf-8").replace(old, new),
                                    encoding="utf-8")
                done = subprocess.run([YELP_CHECK, check, self.folder], capture_output=True,
                                      text=True, timeout=60, check=False)
                self.assertNotEqual(done.stdout + done.stderr, "")


if __name__ == "__main__":
    unittest.main()
