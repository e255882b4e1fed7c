# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop knows the program, its files and its icons by the same names."""

import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from shutil import copy

from project import finish, project_root

APPLICATION = "io.github.outlay.Outlay"
TYPE = "application/x-outlay+json"
GLOB = "*.outlay"
ICONS = {
    f"icons/scalable/apps/{APPLICATION}.svg": "128",
    f"icons/symbolic/apps/{APPLICATION}-symbolic.svg": "16",
}
SVG = "{http://www.w3.org/2000/svg}"


def problems_of_type(data):
    """What update-mime-database makes of the type, in a folder of its own."""
    with tempfile.TemporaryDirectory() as home:
        mime = Path(home) / "mime"
        packages = mime / "packages"
        packages.mkdir(parents=True)
        copy(data / f"{APPLICATION}.mime.xml.in", packages / f"{APPLICATION}.xml")
        done = subprocess.run(["update-mime-database", mime],
                              env={**os.environ, "XDG_DATA_HOME": home},
                              capture_output=True, text=True)
        told = done.stdout + done.stderr
        if done.returncode != 0 or told:
            yield f"{APPLICATION}.mime.xml: {told.strip() or 'refused'}"
            return
        globs = (mime / "globs2").read_text()
        if f"{TYPE}:{GLOB}\n" not in globs:
            yield f"{APPLICATION}.mime.xml: {GLOB} is not {TYPE}"


def problems_of_icon(data, name, size):
    try:
        icon = ElementTree.parse(data / name).getroot()
    except (OSError, ElementTree.ParseError) as error:
        yield f"{name}: {error}"
        return
    if (icon.get("width"), icon.get("height")) != (size, size) or \
            icon.get("viewBox") != f"0 0 {size} {size}":
        yield f"{name}: is not {size} by {size}"
    if icon.find(f".//{SVG}text") is not None:
        yield f"{name}: has letters"
    if "symbolic" in name and any(e.get("stroke") for e in icon.iter()):
        yield f"{name}: has a stroke, which a theme would fill"


def main():
    data = project_root() / "data"
    entry = (data / f"{APPLICATION}.desktop.in").read_text()
    metainfo = (data / f"{APPLICATION}.metainfo.xml.in").read_text()
    problems = list(problems_of_type(data))
    for name, size in ICONS.items():
        problems.extend(problems_of_icon(data, name, size))
    if not re.search(rf"^MimeType=(.*;)?{re.escape(TYPE)};", entry, re.M):
        problems.append(f"{APPLICATION}.desktop.in: does not open {TYPE}")
    if f"Icon={APPLICATION}\n" not in entry:
        problems.append(f"{APPLICATION}.desktop.in: another icon")
    if f"<mediatype>{TYPE}</mediatype>" not in metainfo:
        problems.append(f"{APPLICATION}.metainfo.xml.in: does not open {TYPE}")
    for picture in re.findall(r"<image>.*?/pictures/(.*?)</image>", metainfo):
        if not (project_root() / "docs" / "pictures" / picture).exists():
            problems.append(f"{APPLICATION}.metainfo.xml.in: no picture {picture}")
    finish([f"data/{problem}" for problem in problems])


main()
