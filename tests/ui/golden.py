# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program that compares pictures of all pages with those kept, in one look.

    golden.py LOOK PROGRAM FOLDER

It has a home, fonts and settings of its own, so that what a picture shows is of the
program and not of the machine. LOOK is part of the pictures' names in FOLDER.
"""

import os
import subprocess
import sys
import tempfile

LOOKS = {
    "light": {},
    "dark": {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"},
    "high-contrast": {"ADW_DEBUG_HIGH_CONTRAST": "1"},
    "german": {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"},
    "arabic": {"LC_ALL": "ar_EG.UTF-8", "LANGUAGE": "ar"},
}

SETTINGS = """[Settings]
gtk-font-name=Cantarell 11
gtk-decoration-layout=:close
gtk-enable-animations=false
gtk-cursor-blink=false
gtk-xft-dpi=98304
"""


def main():
    look, program, folder = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="outlay-golden-") as home:
        env = {**os.environ, "HOME": home, "TZ": "UTC", "GDK_BACKEND": "x11", "GDK_SCALE": "1",
               "FONTCONFIG_FILE": os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                               "fonts.conf")}
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            env[f"XDG_{name}_HOME"] = os.path.join(home, name.lower())
        for name in ("GTK_DEBUG", "GTK_THEME", "GDK_DPI_SCALE"):
            env.pop(name, None)
        env.update(LOOKS[look])

        settings = os.path.join(env["XDG_CONFIG_HOME"], "gtk-4.0")
        os.makedirs(settings)
        with open(os.path.join(settings, "settings.ini"), "w", encoding="utf-8") as file:
            file.write(SETTINGS)
        sys.exit(subprocess.run([program, look, folder], env=env, check=False).returncode)


main()
