# SPDX-License-Identifier: GPL-3.0-or-later
"""What "meson install" brings: all of it in its place, of use there, and gone again."""

import json
import tempfile
import unittest
from pathlib import Path

from installed import SOURCE, Installed, run

APPLICATION = "io.github.outlay.Outlay"
TYPE = "application/x-outlay+json"
HEADERS = ["outlay.h", "outlay-catalogue.h", "outlay-estimate.h", "outlay-scenario.h"]

# What the desktop makes for all programs of a prefix together.
CACHES = ["glib-2.0/schemas/gschemas.compiled", "icons/hicolor/icon-theme.cache",
          "applications/mimeinfo.cache"]

PROGRAM = r"""
#include <outlay.h>

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayScenario) scenario = outlay_scenario_new_example ("forty-people", &error);
  g_autoptr (OutlayEstimate) estimate = outlay_estimate_new (scenario);

  g_assert_no_error (error);
  g_print ("%.17g\n", outlay_estimate_get_total (estimate, "opus", "cost"));

  return 0;
}
"""


def expected(installed):
    """Every file that is installed: {place: names}."""
    languages = [line for line in (SOURCE / "po" / "LINGUAS").read_text().split()
                 if (SOURCE / "po" / f"{line}.po").exists()]
    files = {
        "bindir": ["outlay", "outlay-cli"],
        "libdir": ["liboutlay-1.so", "liboutlay-1.so.0", "pkgconfig/outlay-1.pc",
                   "girepository-1.0/Outlay-1.typelib"],
        "includedir": [f"outlay-1/{name}" for name in HEADERS],
        "mandir": ["man1/outlay.1", "man1/outlay-cli.1"],
        "localedir": [f"{language}/LC_MESSAGES/outlay.mo" for language in languages],
        "datadir": [
            f"applications/{APPLICATION}.desktop",
            "bash-completion/completions/outlay-cli.bash",
            f"dbus-1/services/{APPLICATION}.service",
            "gir-1.0/Outlay-1.gir",
            f"glib-2.0/schemas/{APPLICATION}.gschema.xml",
            f"icons/hicolor/scalable/apps/{APPLICATION}.svg",
            f"icons/hicolor/symbolic/apps/{APPLICATION}-symbolic.svg",
            f"metainfo/{APPLICATION}.metainfo.xml",
            f"mime/packages/{APPLICATION}.xml",
            "outlay/catalogue.schema.json",
            "outlay/scenario.schema.json",
            *(f"outlay/examples/{path.name}"
              for path in (SOURCE / "data" / "examples").iterdir()),
        ],
    }
    return {str(installed.path(place, name).relative_to(installed.folder))
            for place, names in files.items() for name in names}


class Install(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name) / "home"
        self.home.mkdir()
        self.installed = Installed(Path(folder.name) / "destination")
        self.enterContext(self.installed)
        self.environment = self.installed.environment(self.home)

    def run_there(self, *command, **more):
        return run(*command, env=self.environment, **more)

    def truth(self):
        printed = self.run_there(self.installed.path("bindir", "outlay-cli"), "estimate",
                                 self.installed.path("datadir", "outlay", "examples",
                                                     "forty-people.outlay"), "--format", "json")
        return {option["id"]: option for option in json.loads(printed)["options"]}

    def test_every_file_and_no_other(self):
        # The manual, which is listed where it is made, and what it refers to.
        manual = {name for name in self.installed.files()
                  if "/share/help/" in name or "/share/doc/outlay/" in name}
        self.assertEqual(bool(manual), (SOURCE / "help").exists())
        self.assertEqual(sorted(self.installed.files() - manual),
                         sorted(expected(self.installed)))

    def test_uninstall_leaves_nothing(self):
        self.installed.uninstall()
        self.assertEqual(self.installed.files(), set())

    def test_headers_and_library(self):
        place = self.installed.path("libdir", "pkgconfig")
        prefix = f"--define-variable=prefix={self.installed.prefix}"
        search = {**self.environment, "PKG_CONFIG_PATH": str(place)}
        self.assertEqual(run("pkg-config", "--print-requires", "outlay-1", env=search).split(),
                         ["gobject-2.0"])
        flags = run("pkg-config", prefix, "--maximum-traverse-depth=2", "--cflags", "--libs",
                    "outlay-1", env=search).split()
        flags += run("pkg-config", "--cflags", "--libs", "gobject-2.0").split()
        self.assertIn(f"-I{self.installed.path('includedir', 'outlay-1')}", flags)

        source = self.home / "program.c"
        source.write_text(PROGRAM, encoding="utf-8")
        self.run_there("cc", "-Wall", "-Werror", "-o", self.home / "program", source, *flags)
        self.assertEqual(float(self.run_there(self.home / "program")),
                         self.truth()["opus"]["total"]["cost"])

    def test_notebook(self):
        said = self.run_there("/usr/bin/python3", SOURCE / "docs" / "notebook.py").splitlines()
        for line, (name, option) in zip(said, self.truth().items()):
            self.assertEqual(line.split(), [name, f"{option['total']['cost']:.2f}"])
        self.assertEqual(said[len(self.truth()) + 1].split(),
                         [f"{cost:.2f}" for cost in self.truth()["opus"]["monthly"]["cost"]])
        self.assertIn(f"5 turns {self.truth()['opus']['total']['cost']:12.2f}", said)

    def test_catalogues_of_the_text(self):
        translated = self.installed.path("localedir", "de", "LC_MESSAGES", "outlay.mo")
        self.assertGreater(translated.stat().st_size, 10000)

    def test_desktop(self):
        share = self.installed.path("datadir")
        self.run_there("desktop-file-validate",
                       share / "applications" / f"{APPLICATION}.desktop")
        self.run_there("appstreamcli", "validate-tree", "--no-net", self.installed.prefix)
        before = self.installed.files()
        self.installed.update_caches()
        made = {name.split("/share/", 1)[1] for name in self.installed.files() - before}
        self.assertLessEqual(set(CACHES), made)

        keys = self.run_there("gsettings", "list-keys", APPLICATION).split()
        self.assertIn("window-width", keys)
        scenario = self.home / "team.outlay"
        scenario.write_text("{}", encoding="utf-8")
        said = self.run_there("gio", "info", "-a", "standard::content-type", scenario)
        self.assertIn(f"standard::content-type: {TYPE}\n", said)
        said = self.run_there("gio", "mime", TYPE)
        self.assertIn(f"{APPLICATION}.desktop", said.splitlines()[0])

    def test_only_its_own_goes(self):
        """What belongs to all programs of a prefix stays, and forgets this one."""
        for name in ("mime/packages", "applications", "glib-2.0/schemas"):
            other = self.installed.path("datadir", name, "another.xml")
            other.write_text("<mime-info xmlns='http://www.freedesktop.org/standards/"
                             "shared-mime-info'/>\n", encoding="utf-8")
        self.installed.update_caches()
        self.installed.uninstall()
        self.installed.update_caches()
        left = self.installed.files()
        self.assertEqual(len([name for name in left if name.endswith("another.xml")]), 3)
        told = [name for name in left if "utlay" in name or
                b"utlay" in (self.installed.folder / name).read_bytes()]
        self.assertEqual(told, [])


if __name__ == "__main__":
    unittest.main()
