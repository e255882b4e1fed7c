# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs a build into a folder of its own, and takes it away again."""

import json
import os
import subprocess
from pathlib import Path

BUILD = Path(os.environ["OUTLAY_BUILD"])
SOURCE = Path(os.environ["OUTLAY_SOURCE"])
MESON = os.environ["OUTLAY_MESON"]
NINJA = os.environ["OUTLAY_NINJA"]

# What meson remembers for "ninja uninstall": it may be that of a real one.
LOG = BUILD / "meson-logs" / "install-log.txt"


def run(*command, **more):
    """What a command printed; it has to succeed."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True,
                          timeout=120, check=False, **more)
    if done.returncode != 0:
        raise AssertionError(f"{command}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def options():
    """The options of the build."""
    said = json.loads(run(MESON, "introspect", "--buildoptions", BUILD))
    return {option["name"]: option["value"] for option in said}


class Installed:
    """The program below a folder, as a packager installs it."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.options = options()
        prefix = self.options["prefix"]
        self.prefix = self.folder / prefix.lstrip("/")
        self.places = {name: str(Path(prefix) / self.options[name]) for name in
                       ("bindir", "datadir", "includedir", "libdir", "mandir", "localedir")}

    def __enter__(self):
        self.kept_log = LOG.read_bytes() if LOG.exists() else None
        run(MESON, "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", self.folder)
        return self

    def __exit__(self, kind, error, trace):
        if self.kept_log is not None:
            LOG.write_bytes(self.kept_log)
        else:
            LOG.unlink(missing_ok=True)

    def path(self, place, *names):
        """Where something is installed."""
        return self.folder.joinpath(self.places[place].lstrip("/"), *names)

    def uninstall(self):
        run(NINJA, "-C", BUILD, "uninstall")

    def files(self):
        """All that is no folder, as seen from the folder."""
        return {str(path.relative_to(self.folder)) for path in self.folder.rglob("*")
                if path.is_symlink() or not path.is_dir()}

    def environment(self, home):
        """A person who has the program there, and nothing of their own."""
        return {**os.environ,
                "HOME": str(home),
                "PATH": f"{self.path('bindir')}:{os.environ['PATH']}",
                "XDG_DATA_DIRS": f"{self.path('datadir')}:/usr/local/share:/usr/share",
                "GSETTINGS_SCHEMA_DIR": str(self.path("datadir", "glib-2.0", "schemas")),
                "GI_TYPELIB_PATH": str(self.path("libdir", "girepository-1.0")),
                "LD_LIBRARY_PATH": str(self.path("libdir")),
                **{f"XDG_{name}_HOME": str(Path(home) / name.lower())
                   for name in ("CONFIG", "DATA", "STATE", "CACHE")}}

    def update_caches(self):
        """What "meson install" does where it installs for good."""
        share = self.path("datadir")
        run("glib-compile-schemas", share / "glib-2.0" / "schemas")
        run("gtk4-update-icon-cache", "-q", "-t", "-f", share / "icons" / "hicolor")
        run("update-mime-database", share / "mime")
        run("update-desktop-database", "-q", share / "applications")

    def aim_service(self):
        """The bus starts what the service file names: let it be what lies here."""
        service = self.path("datadir", "dbus-1", "services", "io.github.outlay.Outlay.service")
        program = self.places["bindir"] + "/outlay"
        text = service.read_text(encoding="utf-8")
        if f"Exec={program} " not in text:
            raise AssertionError(text)
        service.write_text(text.replace(program, str(self.path("bindir", "outlay"))),
                           encoding="utf-8")
