# SPDX-License-Identifier: GPL-3.0-or-later
"""What the manual's tests ask of its pages."""

import os
import re
from pathlib import Path
from xml.etree import ElementTree

SOURCE = Path(os.environ["OUTLAY_SOURCE"])
PAGES = SOURCE / "help" / "C"
MALLARD = "{http://projectmallard.org/1.0/}"


def read_pages(folder=PAGES):
    """(name, root) of every page."""
    return [(path.name, ElementTree.parse(path).getroot())
            for path in sorted(folder.glob("*.page"))]


def texts(root, tag):
    """The text of every such element, on one line."""
    return [" ".join("".join(node.itertext()).split()) for node in root.iter(MALLARD + tag)]


def screens(root):
    """The lines of every <screen>."""
    return [line.strip() for node in root.iter(MALLARD + "screen")
            for line in "".join(node.itertext()).splitlines() if line.strip()]


# _("..."), N_("..."), C_("context", "...") and NC_: a string may be in parts.
MARKED = re.compile(r'\b(?:N?_|N?C_ ?\("(?:\\.|[^"\\])*",\s*)\s*\(?((?:\s*"(?:\\.|[^"\\])*")+)')
TEMPLATE = re.compile(r'translatable="(?:yes|true)"[^>]*>([^<]+)<')


def words_of_the_window():
    """Every text that the window may show, without its mnemonics."""
    found = set()
    for path in (SOURCE / "ui").glob("*.ui"):
        found.update(TEMPLATE.findall(path.read_text(encoding="utf-8")))
    for path in (SOURCE / "src").rglob("*.c"):
        for parts in MARKED.findall(path.read_text(encoding="utf-8")):
            found.add("".join(re.findall(r'"((?:\\.|[^"\\])*)"', parts)))
    return {text.replace("_", "").replace("&amp;", "&").strip() for text in found}
