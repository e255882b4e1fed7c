# SPDX-License-Identifier: GPL-3.0-or-later
"""A person who has only the keyboard, and one who has only the pointer: both know the
same verbs, so that a journey is written once for both. What is on the screen they learn
by AT-SPI, as a person does by looking; what they do goes through the X server, as a
hand's doing does.

Names are text: even who has only the pointer types the name of a file."""

import os
import time

from accessible import NotFound, State, wait_for
from files import choose_file
from window import is_popover, xdotool

# More stops than any window has, and more turns than any journey takes.
MOST_STOPS = 400
MOST_TURNS = 400

# Where what scrolls has nothing that the wheel would turn instead, px.
PANE_MARGIN = 4

# The middles of the buttons of a number, from its end, px.
MORE_FROM_END = 14
LESS_FROM_END = 42


class Keys:
    """Goes about with Tab, the arrows and the keys of the menus."""

    def run(self, window, key, button):
        """Does what has a key, and by the pointer the button of that name."""
        window.press(key)

    def run_from_menu(self, window, key, item):
        """Does what has a key, and by the pointer an item of the main menu."""
        window.press(key)

    def reach(self, window, node):
        """Tab after Tab, until it has the focus."""
        window.focus()
        for _ in range(MOST_STOPS):
            if node.has_state(State.FOCUSED):
                return
            xdotool("key", "Tab")
            time.sleep(0.03)
        raise NotFound(f"{node!r} is not reached by Tab")

    def use(self, window, node):
        self.reach(window, node)
        xdotool("key", "space")

    def unfold(self, window, row):
        self.reach(window, row)
        xdotool("key", "Return")

    def choose_from_menu(self, window, button, item):
        """item is the name of a menu item, which opens by the arrows."""
        self.use(window, button)
        self.walk_to(window.find(role="menu item", name=item))

    def walk_to(self, item):
        for _ in range(MOST_STOPS):
            if item.has_state(State.FOCUSED):
                xdotool("key", "Return")
                return
            xdotool("key", "Down")
            time.sleep(0.05)
        raise NotFound(f"{item!r} is not reached by the arrows")

    def choose_from_list(self, window, button, position):
        """Of a drop down, from the top."""
        self.use(window, button)
        time.sleep(0.2)
        xdotool("key", "--delay", "30", "Home", *["Down"] * position, "Return")

    def set_number(self, window, spin, value):
        self.reach(window, spin)
        xdotool("key", "ctrl+a")
        xdotool("type", "--delay", "20", f"{value:g}")
        xdotool("key", "Return")
        wait_for(lambda: abs(spin.value - value) < 1e-9, f"{spin!r} is {value}")

    def move(self, window, border, gauge, value):
        """Moves it by the arrows until the gauge, a number of its own, says the value."""
        self.reach(window, border)
        for _ in range(100):
            before = gauge.value
            if abs(before - value) < 1e-9:
                return
            xdotool("key", "Right" if before < value else "Left")
            wait_for(lambda: gauge.value != before, f"{gauge!r} is no longer {before}")
        raise NotFound(f"{border!r} does not come to {value}")

    def pick_row(self, dialog, words, row):
        """The search has the keyboard; Enter takes what is found first."""
        dialog.type(words)
        wait_for(lambda: dialog.find_all(role="label", name=row), f"{row} in the list")
        xdotool("key", "Return")

    def open_again(self, outlay, window, path):
        """What was open before."""
        window.press("ctrl+o")
        choose_file(outlay, "Open Scenarios", path)

    def type_path(self, dialog, entry, path):
        """Of a file, where the dialog asks for it."""
        dialog.press("ctrl+a")
        dialog.type(path)
        dialog.press("Return")


class Pointer:
    """Points, clicks, drags and turns the wheel."""

    def run(self, window, key, button):
        self.use(window, find_button(window, button))

    def run_from_menu(self, window, key, item):
        self.choose_from_menu(window, find_button(window, "Main menu"), item)

    def reach(self, window, node):
        """Turns the wheel beside what scrolls until the node is in sight, and points
        at it."""
        pane = node.find_above(lambda above: above.role == "scroll pane" or is_popover(above))
        if pane is not None and pane.role == "scroll pane":
            self.turn_wheel(window, pane, lambda: node)
        x, y, width, height = wait_for(lambda: find_place(window, node), f"{node!r} in sight")
        xdotool("mousemove", str(x + width // 2), str(y + height // 2))

    def turn_wheel(self, window, pane, look):
        """Until what look() finds is in sight, which is given; a list has not yet what
        is far below."""
        left, top, _, height = window.place_of(pane)
        for _ in range(MOST_TURNS):
            node = look()
            place = node and find_place(window, node)
            if place and top <= place[1] and place[1] + place[3] <= top + height:
                return node
            xdotool("mousemove", str(left + PANE_MARGIN), str(top + height // 2),
                    "click", "4" if place and place[1] < top else "5")
            time.sleep(0.1)
        raise NotFound(f"the wheel does not bring it into sight in {pane!r}")

    def use(self, window, node):
        self.reach(window, node)
        xdotool("click", "1")

    unfold = use

    def choose_from_menu(self, window, button, item):
        self.use(window, button)
        self.use(window, window.find(role="menu item", name=item))

    def choose_from_list(self, window, button, position):
        self.use(window, button)
        items = wait_for(lambda: button.find_above(is_drop_down).find_all(role="list item"),
                         f"the choices of {button!r}")
        self.use(window, items[position])

    def set_number(self, window, spin, value):
        """By the buttons for less and for more, which stand at its end."""
        self.reach(window, spin)
        x, y, width, height = window.place_of(spin)
        for _ in range(MOST_TURNS):
            before = spin.value
            if abs(before - value) < 1e-9:
                return
            steps = (LESS_FROM_END, MORE_FROM_END)[before < value]
            xdotool("mousemove", str(x + width - steps), str(y + height // 2), "click", "1")
            wait_for(lambda: spin.value != before, f"{spin!r} is no longer {before}")
        raise NotFound(f"{spin!r} does not come to {value}")

    def move(self, window, border, gauge, value):
        """Drags it until the gauge, a number of its own, says the value."""
        self.reach(window, border)
        x, y, width, height = window.place_of(border)
        x, y = x + width // 2, y + height // 2
        xdotool("mousedown", "1")
        try:
            for _ in range(MOST_TURNS):
                before = gauge.value
                if abs(before - value) < 1e-9:
                    return
                x += 1 if before < value else -1
                xdotool("mousemove", str(x), str(y))
                time.sleep(0.05)
        finally:
            xdotool("mouseup", "1")
        raise NotFound(f"{border!r} does not come to {value}")

    def pick_row(self, dialog, words, row):
        """Turns the wheel over the list until it is there, takes it and adds it."""
        pane = dialog.find(role="scroll pane", where=lambda node: node.extents[2] > 0)
        self.use(dialog, self.turn_wheel(
            dialog, pane, lambda: next(iter(dialog.find_all(role="label", name=row)), None)))
        self.use(dialog, find_button(dialog, "Add"))

    def open_again(self, outlay, window, path):
        self.choose_from_menu(window, find_button(window, "Recent scenarios"),
                              os.path.basename(path))

    def type_path(self, dialog, entry, path):
        dialog.click(entry, count=3)
        xdotool("type", "--delay", "20", path)
        self.use(dialog, find_button(dialog, "Save"))


def find_button(window, name):
    return window.find(role="push button", where=lambda node: node.plain_name == name
                       and node.is_focusable and node.extents[2] > 0)


def is_drop_down(node):
    return node.role == "combo box"


def find_place(window, node):
    """Where it is on the screen, once it is laid out."""
    return window.place_of(node) if node.extents[2] > 0 else None
