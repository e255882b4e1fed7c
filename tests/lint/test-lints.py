# SPDX-License-Identifier: GPL-3.0-or-later
"""Each check passes on a sound project and finds the fault that is put in."""

import json
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

LINTS = Path(__file__).resolve().parent
PROJECT = LINTS.parent.parent
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"


class Lint(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def copy(self, *names):
        for name in names:
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if (PROJECT / name).is_dir() else shutil.copy
            copy(PROJECT / name, self.root / name)

    def edit(self, name, old, new):
        text = (self.root / name).read_text()
        self.assertIn(old, text)
        self.write(name, text.replace(old, new, 1))

    def run_lint(self, lint, *options):
        return subprocess.run(
            [sys.executable, "-B", LINTS / f"check-{lint}.py", self.root, *options],
            capture_output=True, text=True)

    def passes(self, lint):
        done = self.run_lint(lint)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def finds(self, lint, *words):
        done = self.run_lint(lint)
        self.assertEqual((done.returncode, done.stderr), (1, ""), done.stdout)
        for word in words:
            self.assertIn(word, done.stdout)


class Sources(Lint):
    def test_headers(self):
        self.write("src/engine/a.h", f"/* {LICENCE} */\n#pragma once\n")
        self.write("tools/go", f"#!/bin/sh\n# {LICENCE}\n")
        self.passes("headers")
        self.write("src/engine/a.h", f"/* {LICENCE} */\n#ifndef A_H\n")
        self.write("src/engine/b.c", "int b;\n")
        self.write("tools/go", "#!/bin/sh\n")
        self.finds("headers", "a.h: no #pragma once", "b.c: no", "tools/go: no")

    def test_names(self):
        head = f"/* {LICENCE} */\n#pragma once\n"
        self.write("src/engine/a.h", head + "typedef enum\n{\n  OUTLAY_N_A\n} OutlayA;\n")
        self.write("src/plot/b.h", head + "typedef enum\n{\n  OUTLAY_N_B\n} OutlayB;\n")
        self.passes("headers")
        self.write("src/plot/b.h", head + "typedef enum\n{\n  OUTLAY_N_A\n} OutlayA;\n")
        self.finds("headers", "b.h: OUTLAY_N_A is also", "b.h: OutlayA is also")

    def test_lengths(self):
        self.write("src/engine/a.c", "\n" * 500)
        self.write("tests/engine/a.c", "\n" * 600)
        self.passes("lengths")
        self.write("src/engine/a.c", "\n" * 501)
        self.write("tests/engine/a.c", "\n" * 601)
        self.finds("lengths", "src/engine/a.c: 501", "tests/engine/a.c: 601")

    def test_rooms(self):
        self.write("src/engine/turns.h", "#include <glib.h>\n#include <math.h>\n")
        self.write("src/document/inputs.h", '#include "turns.h"\n#include <jansson.h>\n')
        self.write("src/plot/axis.h", "#include <cairo.h>\n#include <pango/pangocairo.h>\n")
        self.write("src/cli/main.c", '#include "inputs.h"\n')
        self.write("src/app/widgets/dial.h", "#include <gtk/gtk.h>\n")
        self.passes("rooms")
        self.write("src/engine/turns.c", '#include "inputs.h"\n')
        self.write("src/engine/dates.c", "#include <time.h>\n#include <jansson.h>\n")
        self.write("src/plot/axis.c", '#include "turns.h"\n#include <gtk/gtk.h>\n')
        self.write("src/cli/main.c", '#include "widgets/dial.h"\n#include <adwaita.h>\n')
        self.write("src/attic/old.c", "\n")
        self.finds("rooms", 'engine includes "inputs.h" of document',
                   "engine includes <time.h>", "engine includes <jansson.h>",
                   'plot includes "turns.h" of engine', "plot includes <gtk/gtk.h>",
                   'cli includes "widgets/dial.h" of app', "cli includes <adwaita.h>",
                   "the room attic is not known")

    def test_machine_words(self):
        self.write("a.c", "/* see docs/work/plan and https://example.org/home/ */\n")
        self.passes("machine-words")
        self.write("b.c", 'open ("' + "/ho" + 'me/me/x");\n')
        self.write("c.md", "from deb." + "debian.org\n")
        self.finds("machine-words", "b.c:1", "c.md:1")

    def test_scripts(self):
        self.write("tools/go", "#!/usr/bin/env bash\nset -euo pipefail\necho on\n")
        self.passes("scripts")
        self.write("tools/go", "#!/usr/bin/env bash\necho on\n")
        self.write("tools/lib/bad.sh", "if true; then\n")
        self.finds("scripts", 'tools/go: no "set', "bad.sh")


class Texts(Lint):
    def setUp(self):
        super().setUp()
        self.write("po/LINGUAS", "")
        self.write("po/POTFILES.in", "# sorted\nsrc/cli/a.c\nsrc/cli/b.c\n")
        for name in "ab":
            self.write(f"src/cli/{name}.c", f'puts (_("{name}"));\n')

    def test_potfiles(self):
        self.passes("potfiles")
        self.write("po/POTFILES.in", "src/cli/b.c\nsrc/cli/a.c\n")
        self.finds("potfiles", "not sorted")
        self.write("src/cli/a.c", "puts (ngettext);\n")
        self.write("ui/page.ui", '<property name="label" translatable="yes">A</property>\n')
        self.finds("potfiles", "src/cli/a.c has no text", "ui/page.ui: has text")

    def test_potfiles_can_be_written(self):
        self.write("po/POTFILES.in", "# sorted\n")
        self.finds("potfiles", "src/cli/a.c")
        self.run_lint("potfiles", "--write")
        self.passes("potfiles")
        self.assertIn("# sorted\n", (self.root / "po/POTFILES.in").read_text())

    def test_extraction(self):
        self.passes("translations")
        self.write("src/cli/a.c", 'puts (_("a\n"));\n')
        self.finds("translations", "src/cli/a.c")

    def test_translations(self):
        head = ('msgid ""\nmsgstr ""\n"Project-Id-Version: o\\n"\n'
                '"PO-Revision-Date: 2026-11-22 12:00+0000\\n"\n"Last-Translator: none\\n"\n'
                '"Language-Team: none\\n"\n"Language: de\\n"\n"MIME-Version: 1.0\\n"\n'
                '"Content-Type: text/plain; charset=UTF-8\\n"\n'
                '"Content-Transfer-Encoding: 8bit\\n"\n')
        both = head + '\nmsgid "a"\nmsgstr "A"\n\nmsgid "b"\nmsgstr "B"\n'
        self.write("po/LINGUAS", "de\n")
        self.write("po/de.po", both)
        self.passes("translations")
        self.edit("po/de.po", 'msgid "b"', 'msgid "c"')
        self.finds("translations", "message is used but not defined", "message is not used")
        self.write("po/de.po", both.replace('"B"', '""'))
        self.finds("translations", "message is untranslated")
        self.write("po/de.po", head + '\n#, c-format\nmsgid "%d"\nmsgstr "%s"\n')
        self.finds("translations", "de.po")
        self.write("po/LINGUAS", "")
        self.finds("translations", "po/de.po: in po/ or in po/LINGUAS")


class Packages(Lint):
    def test_packages(self):
        self.copy("README.md", "tools/lib/packages.sh")
        self.passes("packages")
        self.edit("README.md", "libjansson-dev", "libyajl-dev")
        self.finds("packages", "libjansson-dev (build) is not told",
                   "libyajl-dev (build) is told, but not installed")


class Flatpak(Lint):
    def test_flatpak(self):
        manifest = "io.github.outlay.Outlay.json"
        self.copy(manifest, "meson.build")
        self.write("src/a/meson.build", "dependency('gtk4', version: '>= 4.8')\n")
        self.passes("flatpak")
        self.write("src/a/meson.build", "dependency('yajl')\n")
        self.edit(manifest, '"--device=dri"', '"--filesystem=host"')
        self.edit(manifest, '"sha256": "c7', '"sha256": "C7')
        self.edit(manifest, "https://ftp.gnu.org", "http://ftp.gnu.org")
        self.finds("flatpak", "asks for --filesystem=host", "jansson: no checksum",
                   "gsl: no address", "yajl is neither in the runtime nor a module")
        self.edit(manifest, '"modules"', '"modules":')
        self.finds("flatpak", "Expecting value")


class Data(Lint):
    def setUp(self):
        super().setUp()
        self.copy("data")

    def test_data(self):
        self.passes("data")
        self.edit("data/occupations.json", '"id": "editors"', '"id": "a", "id": "editors"')
        self.finds("data", "occupations.json: the key id stands there twice")

    def test_catalogue(self):
        path = self.root / "data/catalogue.json"
        catalogue = json.loads(path.read_text())
        catalogue["models"][0]["id"] = catalogue["models"][1]["id"]
        del catalogue["models"][2]["tokenizer"]
        catalogue["models"][3]["prices"][0]["cache_read"] = 0
        catalogue["models"][4]["prices"] *= 2
        path.write_text(json.dumps(catalogue))
        self.finds("data", "stands there twice", "has no tokenizer",
                   "cache_read is 0", "do not rise")

    def test_scenarios(self):
        self.edit("data/defaults.json", "openai/gpt-5.5", "openai/gpt-none")
        self.edit("data/defaults.json", "0.33", "0.53")
        self.edit("data/defaults.json", '"software-developers"', '"bakers"')
        self.finds("data", "no prices for openai/gpt-none", "add up to 1.2",
                   "no occupation bakers")

    def test_all_is_compiled_in(self):
        self.write("data/more.json", "{}\n")
        self.finds("data", "data/more.json")

    def test_desktop(self):
        self.copy("docs/pictures")
        self.passes("desktop")
        name = "data/io.github.outlay.Outlay"
        self.edit(f"{name}.desktop.in", "x-outlay+json", "x-outlays")
        self.edit(f"{name}.mime.xml.in", "*.outlay", "*.outlays")
        self.edit("data/icons/symbolic/apps/io.github.outlay.Outlay-symbolic.svg",
                  "<path d", '<path stroke="#000" d')
        self.edit("data/icons/scalable/apps/io.github.outlay.Outlay.svg",
                  'width="128"', 'width="64"')
        self.edit(f"{name}.metainfo.xml.in", "risk-light.png", "risky.png")
        self.finds("desktop", "does not open", "*.outlay is not", "has a stroke",
                   "is not 128 by 128", "no picture risky.png")
        self.edit(f"{name}.mime.xml.in", "</mime-info>", "")
        self.finds("desktop", "mime.xml")

    def test_every_default_has_evidence(self):
        self.passes("evidence")
        self.edit("data/defaults.json", '"turns": 5', '"turns": 6')
        self.finds("evidence", "turns: is 6")
        self.edit("data/defaults.json", '"taper": 0.5', '"taper": 0.5, "novelty": 3')
        self.finds("evidence", "novelty: no evidence")

    def test_no_label_is_better_than_it_may_be(self):
        path = self.root / "data/evidence.json"
        evidence = json.loads(path.read_text())
        entries = evidence["defaults"]
        entries["learning.curve"]["label"] = "published"   # the blog's
        entries["months"]["label"] = "certain"
        entries["tasks[].share"]["label"] = "measured"     # some kinds' are assumed
        entries["taper"]["link"] = "http:/nowhere"
        entries["nothing"] = dict(entries["taper"])
        del entries["turns"]["note"]
        del evidence["bands"][0]["median"]
        path.write_text(json.dumps(evidence))
        self.finds("evidence", "learning.curve: AI Cost Estimator blog", "certain is not a label",
                   "tasks[].share: wears a better label than tasks[build].share",
                   "is not a link", "nothing: there is no such default",
                   "turns: no note", "has no median")


unittest.main()
