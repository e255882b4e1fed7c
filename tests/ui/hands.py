# SPDX-License-Identifier: GPL-3.0-or-later
"""A person who has only the keyboard. What is on the screen they learn by AT-SPI, as
a person does by looking; what they do goes through the X server, as a hand's doing
does."""

import time

from accessible import NotFound, State, wait_for
from window import xdotool

# More stops than any window has.
MOST_STOPS = 400


class Keys:
    """Goes about with Tab, the arrows and the keys of the menus."""

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
