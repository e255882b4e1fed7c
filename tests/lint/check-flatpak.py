# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest has all libraries, each by its checksum, and asks for little.

Files come through portals. The window speaks to no network; who refreshes prices
with outlay-cli there gives it one for that run (flatpak run --share=network).
"""

import json
import re

from project import finish, project_root

APPLICATION = "io.github.outlay.Outlay"
MANIFEST = f"{APPLICATION}.json"

# What a window needs to be seen.
MAY_ASK = ["--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri"]

# Libraries that the runtime brings.
IN_RUNTIME = ["cairo", "cairo-pdf", "cairo-svg", "gio-2.0", "gio-unix-2.0", "glib-2.0",
              "gmodule-2.0", "gobject-2.0", "gtk4", "libadwaita-1", "libsoup-3.0", "pango", "pangocairo",
              "sqlite3"]

# Those of the modules, as meson asks for them.
IN_MODULES = {"jansson": "jansson", "gsl": "gsl", "libpq": "libpq", "xlsxwriter": "libxlsxwriter"}


def wanted_libraries(root):
    """The names in every dependency ('...') of the build, but for those of tests."""
    for path in [root / "meson.build", *(root / "src").rglob("meson.build")]:
        yield from re.findall(r"\bdependency\('([^']+)'", path.read_text())


def problems_of_module(module):
    name = module.get("name")
    for source in module.get("sources", []):
        if source.get("type") == "dir" and name == "outlay":
            continue
        if source.get("type") != "archive":
            yield f"{name}: is no archive"
        if not re.match(r"https://\S+\.tar\.(gz|xz|bz2)$", source.get("url", "")):
            yield f"{name}: no address"
        if not re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", "")):
            yield f"{name}: no checksum"
    if not module.get("sources"):
        yield f"{name}: no source"


def problems(root):
    try:
        manifest = json.loads((root / MANIFEST).read_text())
    except (OSError, ValueError) as error:
        yield str(error)
        return
    if (manifest.get("app-id"), manifest.get("command")) != (APPLICATION, "outlay"):
        yield "another application"
    for argument in manifest.get("finish-args", []):
        if argument not in MAY_ASK:
            yield f"asks for {argument}"
    modules = [module.get("name") for module in manifest["modules"]]
    if not modules or modules[-1] != "outlay":
        yield "outlay is not built last"
    for module in manifest["modules"]:
        yield from problems_of_module(module)
    for library in sorted(set(wanted_libraries(root)) - set(IN_RUNTIME)):
        if IN_MODULES.get(library) not in modules:
            yield f"{library} is neither in the runtime nor a module"


def main():
    root = project_root()
    finish([f"{MANIFEST}: {problem}" for problem in problems(root)])


main()
