# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window, seen and used the way an assistive technology and a hand do:
through AT-SPI where it reaches, with keys and the pointer where it does not.

Outlay is started as a person starts it, with its own empty home. A test calls
`Outlay()` in a `with` block and works on the `Node`s that it finds.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile

# A warning ends neither the test nor the program: GTK 4.8 has one of its own.
os.environ.pop("G_DEBUG", None)

from accessible import Node, NotFound, TIMEOUT, find_toplevels, wait_for  # noqa: E402, F401
from gi.repository import GLib  # noqa: E402

WARNING = re.compile(r"-(WARNING|CRITICAL) \*\*")

# GTK 4.8 says so when it is asked for the parent of what is just going away.
GTKS_OWN_WARNING = "g_variant_is_object_path: assertion 'string != NULL' failed"

# What an X window may have around its contents, px.
MOST_SHADOW = 100


class Ended(Exception):
    """The program is no more."""


class Window(Node):
    """A toplevel with its X window, for keys and the pointer.

    It keeps what tests look at again and again."""

    state_label = None
    cost_table = None

    def run(self, action):
        """Calls an action of the window by its name, such as "win.undo"."""
        names = self.action_names()
        if action not in names:
            raise NotFound(f"{self!r} has no action {action}, only {names}")
        self.activate(names.index(action))

    @property
    def x_id(self):
        def look():
            return search_x("--name", f"^{escape(self.name)}$")[-1:]
        return wait_for(look, f"the X window of {self!r}")[0]

    def focus(self):
        xdotool("windowfocus", "--sync", self.x_id)

    def press(self, *keys):
        self.focus()
        xdotool("key", "--delay", "30", *keys)

    def type(self, text):
        self.focus()
        xdotool("type", "--delay", "20", text)

    def resize(self, width, height):
        xdotool("windowsize", "--sync", self.x_id, str(width), str(height))

    def place_of(self, node):
        """x, y, width and height on the screen. A popover is an X window of its own, and
        GTK 4.8 tells where a node is from a corner that it shares with what it hangs on."""
        popover = node.find_above(is_popover)
        if popover is None:
            return move_to_screen(node.extents, self.extents, geometry(self.x_id))
        return move_to_screen(node.extents, popover.extents, find_popup(popover.extents))

    def click(self, node, button=1, count=1):
        x, y, width, height = self.place_of(node)
        xdotool("mousemove", str(x + width // 2), str(y + height // 2),
                "click", "--repeat", str(count), "--delay", "80", str(button))


def is_popover(node):
    """GTK 4.8 names by its type what has no name."""
    return node.name.startswith("GtkPopover") and node.name != "GtkPopoverContent"


def move_to_screen(extents, frame, x_window):
    """From within a frame to the screen. What the X window has more is shadow."""
    x, y, width, height = extents
    return (x - frame[0] + x_window[0] + (x_window[2] - frame[2]) // 2,
            y - frame[1] + x_window[1] + (x_window[3] - frame[3]) // 2, width, height)


def search_x(*what):
    return subprocess.run(["xdotool", "search", "--onlyvisible", *what],
                          capture_output=True, text=True, check=False).stdout.split()


def geometry(x_id):
    """x, y, width and height of an X window."""
    said = subprocess.run(["xdotool", "getwindowgeometry", "--shell", x_id],
                          capture_output=True, text=True, check=True).stdout
    values = dict(line.split("=") for line in said.split())
    return tuple(int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))


def find_popup(frame):
    """The X window of a popover: the newest of its size."""
    def look():
        found = [geometry(x_id) for x_id in search_x("--name", "^Outlay$")]
        return [place for place in found if place[2] >= frame[2] > place[2] - MOST_SHADOW
                and place[3] >= frame[3] > place[3] - MOST_SHADOW]
    return wait_for(look, f"a popup of {frame}")[-1]


def escape(name):
    return "".join("\\" + mark if mark in r"\.^$*+?()[]{}|" else mark for mark in name)


def xdotool(*arguments):
    subprocess.run(["xdotool", *arguments], check=True, stdout=subprocess.DEVNULL)


class Outlay:
    """The program, running in a home of its own."""

    def __init__(self, *files, env=None):
        self.files = [str(file) for file in files]
        self.home = tempfile.mkdtemp(prefix="outlay-ui-")
        self.more_env = env or {}
        self.process = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None:
            self.print_tree()
        self.stop()
        warnings = self.read_warnings()
        shutil.rmtree(self.home, ignore_errors=True)
        if kind is None and warnings:
            raise AssertionError("\n".join(warnings))

    def environment(self):
        env = {**os.environ,
               "HOME": self.home,
               "GDK_BACKEND": "x11",
               "GSETTINGS_BACKEND": "memory",
               "NO_AT_BRIDGE": "0"}
        # The tests in C look at widgets from inside; these look from outside.
        env.pop("GTK_A11Y", None)
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            env[f"XDG_{name}_HOME"] = os.path.join(self.home, name.lower())
            os.makedirs(env[f"XDG_{name}_HOME"], exist_ok=True)
        env.update(self.more_env)
        settings = os.path.join(env["XDG_CONFIG_HOME"], "gtk-4.0")
        os.makedirs(settings, exist_ok=True)
        with open(os.path.join(settings, "settings.ini"), "w", encoding="utf-8") as file:
            file.write("[Settings]\ngtk-font-name=Cantarell 11\n"
                       "gtk-enable-animations=false\n")
        return env

    def start(self):
        with open(self.log_path, "w", encoding="utf-8") as log:
            self.process = subprocess.Popen([program("OUTLAY"), *self.files],
                                            env=self.environment(), stderr=log)
        # Where it rests it points at nothing.
        xdotool("mousemove", "1279", "1023")
        wait_for(self.windows, "a window of Outlay")

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(TIMEOUT)

    @property
    def log_path(self):
        return os.path.join(self.home, "stderr")

    def read_warnings(self):
        """What the program complained about, as every test looks at last."""
        with open(self.log_path, encoding="utf-8") as log:
            text = log.read()
        sys.stderr.write(text)
        return [line for line in text.splitlines()
                if WARNING.search(line) and GTKS_OWN_WARNING not in line]

    def wait_for_end(self):
        return self.process.wait(TIMEOUT)

    def run_again(self, *files):
        """Starts the program once more, which hands over to the first."""
        subprocess.run([program("OUTLAY"), *(str(file) for file in files)],
                       env=self.environment(), check=True, timeout=TIMEOUT)

    def windows(self):
        if self.process.poll() is not None:
            raise Ended(f"outlay ended with {self.process.returncode}")
        return [Window(node.place) for node in find_toplevels(self.process.pid)]

    def window(self, name=None, timeout=TIMEOUT):
        """The window of that name, or the only one."""
        def look():
            return [found for found in self.windows() if is_called(found, name)]
        return wait_for(look, f"the window {name!r}", timeout)[-1]

    def wait_until_gone(self, name):
        wait_for(lambda: not [found for found in self.windows() if is_called(found, name)],
                 f"the window {name!r} closes")

    def print_tree(self):
        """What is on the screen, for whoever reads why a test failed."""
        try:
            for window in self.windows():
                print_node(window, 0)
        except (GLib.Error, Ended, NotFound) as problem:
            print(f"# {problem}", file=sys.stderr)


def is_called(window, name):
    """By its scenario, which the name of its file may follow."""
    return name is None or window.name == name or window.name.startswith(f"{name} – ")


def print_node(node, depth):
    print("#" + "  " * depth, node, file=sys.stderr)
    for child in node.children:
        if child.is_visible:
            print_node(child, depth + 1)


def program(variable):
    """The path of a built program, as tests/ui/meson.build gives it."""
    return os.environ[variable]
