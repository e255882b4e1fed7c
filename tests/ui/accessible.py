# SPDX-License-Identifier: GPL-3.0-or-later
"""What an assistive technology sees of a program, asked for over the bus of AT-SPI.

A window has a thousand nodes, and each knows its children, role and states by a
question of its own. All questions of one level of the tree are under way at once:
one by one, a look at a window would take seconds."""

import os
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PREFIX = "org.a11y.atspi."
ACCESSIBLE = PREFIX + "Accessible"
PROPERTIES = "org.freedesktop.DBus.Properties"
REGISTRY = (PREFIX + "Registry", "/org/a11y/atspi/accessible/root")

State = Atspi.StateType

TIMEOUT = float(os.environ.get("OUTLAY_TEST_TIMEOUT", "20"))


class NotFound(Exception):
    """What a test looked for did not come."""


def wait_for(look, what, timeout=TIMEOUT):
    """Calls look() until it gives something true, and returns that."""
    end = time.monotonic() + timeout
    while True:
        try:
            found = look()
        except (GLib.Error, LookupError):
            # A node went while it was looked at, or is still to come.
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise NotFound(f"not within {timeout:g} s: {what}")
        time.sleep(0.02)


class Bus:
    """The connection to the bus of AT-SPI, made when it is first needed."""

    connection = None

    def connect(self):
        if self.connection is None:
            session = Gio.bus_get_sync(Gio.BusType.SESSION)
            address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
                                        "GetAddress", None, None, 0, -1).unpack()[0]
            flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                     | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
            self.connection = Gio.DBusConnection.new_for_address_sync(address, flags)
        return self.connection

    def call(self, place, interface, method, arguments=None):
        return self.connect().call_sync(*place, interface, method, arguments, None, 0,
                                        20000).unpack()

    def call_all(self, questions):
        """Asks [(place, interface, method, arguments)] at once; answers in their order,
        None where there is none."""
        answers = [None] * len(questions)
        left = len(questions)
        context = GLib.MainContext.default()

        def on_answer(connection, result, index):
            nonlocal left
            left -= 1
            try:
                answers[index] = connection.call_finish(result).unpack()
            except GLib.Error:
                # The node has gone, or has no such side.
                pass

        for index, (place, interface, method, arguments) in enumerate(questions):
            self.connect().call(*place, interface, method, arguments, None, 0, 20000, None,
                                on_answer, index)
        while left:
            context.iteration(True)
        return answers

    def pid_of(self, name):
        return self.call(("org.freedesktop.DBus", "/org/freedesktop/DBus"),
                         "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                         GLib.Variant("(s)", (name,)))[0]


bus = Bus()


def states_of(words):
    """[low, high] as the set of states they stand for."""
    bits = words[0] | words[1] << 32
    return {index for index in range(64) if bits >> index & 1}


def role_name(number):
    """The role by its name in AT-SPI; GTK has names of its own."""
    return Atspi.role_get_name(Atspi.Role(number))


class Node:
    """One accessible object: where it is on the bus. What it says is asked for anew
    each time, but for a role, which stays."""

    def __init__(self, place, role=None):
        self.place = tuple(place)
        self.known_role = role

    def __eq__(self, other):
        return self.place == other.place

    def __hash__(self):
        return hash(self.place)

    def __repr__(self):
        return f"{self.role} {self.name!r}"

    def ask(self, interface, method, arguments=None):
        return bus.call(self.place, PREFIX + interface, method, arguments)

    def get(self, interface, name):
        return bus.call(self.place, PROPERTIES, "Get",
                        GLib.Variant("(ss)", (PREFIX + interface, name)))[0]

    @property
    def role(self):
        if self.known_role is None:
            self.known_role = role_name(self.ask("Accessible", "GetRole")[0])
        return self.known_role

    @property
    def name(self):
        return self.get("Accessible", "Name")

    @property
    def plain_name(self):
        return plain(self.name)

    @property
    def description(self):
        return self.get("Accessible", "Description")

    @property
    def text(self):
        """What it reads: what was typed into a field, what a label says."""
        if self.has_state(State.EDITABLE):
            length = self.get("Text", "CharacterCount")
            return self.ask("Text", "GetText", GLib.Variant("(ii)", (0, length)))[0]
        return self.name

    @property
    def states(self):
        return states_of(self.ask("Accessible", "GetState")[0])

    @property
    def children(self):
        return children_of([self])[0]

    @property
    def parent(self):
        return Node(self.get("Accessible", "Parent"))

    def find_above(self, where):
        """The nearest that this node stands in and for which where() is true, or None."""
        node = self.parent
        while node.role != "application":
            if where(node):
                return node
            node = node.parent
        return None

    def has_state(self, state):
        return int(state) in self.states

    @property
    def is_visible(self):
        return self.has_state(State.VISIBLE)

    @property
    def is_sensitive(self):
        return self.has_state(State.SENSITIVE)

    @property
    def is_focusable(self):
        return self.has_state(State.FOCUSABLE)

    @property
    def is_checked(self):
        return self.has_state(State.CHECKED)

    def walk(self):
        """This node and all below it that is on the screen, in the order of reading."""
        below = {}
        level = [self]
        while level:
            children = children_of(level)
            seen = keep_visible([child for some in children for child in some])
            visible = set(seen)
            for node, some in zip(level, children):
                below[node] = [child for child in some if child in visible]
            level = seen
        return list(in_order(self, below))

    def find_all(self, role=None, name=None, where=None):
        nodes = [node for node in self.walk() if role is None or node.role == role]
        if name is not None:
            nodes = [node for node, found in zip(nodes, names_of(nodes))
                     if plain(found) == name]
        return [node for node in nodes if where is None or where(node)]

    def find(self, role=None, name=None, where=None, timeout=TIMEOUT):
        what = f"{role or 'node'} {name!r} in {self!r}"
        return wait_for(lambda: self.find_all(role, name, where), what, timeout)[0]

    def has(self, role=None, name=None, where=None):
        return bool(self.find_all(role, name, where))

    @property
    def texts(self):
        """All that can be read below, in its order."""
        nodes = [node for node in self.walk() if node.role in ("label", "heading")]
        return [text for text in names_of(nodes) if text]

    # What a person can do with it

    @property
    def value(self):
        return self.get("Value", "CurrentValue")

    @value.setter
    def value(self, value):
        bus.call(self.place, PROPERTIES, "Set", GLib.Variant(
            "(ssv)", (PREFIX + "Value", "CurrentValue", GLib.Variant("d", value))))

    def set_text(self, text):
        self.ask("EditableText", "SetTextContents", GLib.Variant("(s)", (text,)))

    def activate(self, action=0):
        if not self.ask("Action", "DoAction", GLib.Variant("(i)", (action,)))[0]:
            raise NotFound(f"{self!r} cannot be activated")

    def select_child(self, index):
        self.ask("Selection", "SelectChild", GLib.Variant("(i)", (index,)))

    def action_names(self):
        count = self.get("Action", "NActions")
        return [self.ask("Action", "GetName", GLib.Variant("(i)", (index,)))[0]
                for index in range(count)]

    @property
    def extents(self):
        """x, y, width and height within the window."""
        return self.ask("Component", "GetExtents", GLib.Variant("(u)", (1,)))[0]


def plain(name):
    """GTK 4.8 names a button with a mnemonic "_Save Save"."""
    words = name.split(" ")
    half = len(words) // 2
    if "_" in name and " ".join(words[:half]).replace("_", "") == " ".join(words[half:]):
        return " ".join(words[half:])
    return name


def names_of(nodes):
    answers = bus.call_all([(node.place, PROPERTIES, "Get",
                             GLib.Variant("(ss)", (ACCESSIBLE, "Name"))) for node in nodes])
    return [answer[0] if answer else "" for answer in answers]


def children_of(nodes):
    """The children of each of them. GTK 4.8 tells all at once only of those that it
    has been asked for one by one before."""
    counts = bus.call_all([(node.place, PROPERTIES, "Get",
                            GLib.Variant("(ss)", (ACCESSIBLE, "ChildCount"))) for node in nodes])
    counts = [answer[0] if answer else 0 for answer in counts]
    answers = iter(bus.call_all(
        [(node.place, ACCESSIBLE, "GetChildAtIndex", GLib.Variant("(i)", (index,)))
         for node, count in zip(nodes, counts) for index in range(count)]))
    children = [[next(answers) for index in range(count)] for count in counts]
    return [[Node(answer[0]) for answer in some if answer] for some in children]


def keep_visible(nodes):
    """Those of them that are on the screen, with their roles."""
    answers = bus.call_all(
        [(node.place, ACCESSIBLE, method, None)
         for node in nodes for method in ("GetState", "GetRole")])
    kept = []
    for node, state, role in zip(nodes, answers[::2], answers[1::2]):
        if state is not None and role is not None and int(State.VISIBLE) in states_of(state[0]):
            node.known_role = role_name(role[0])
            kept.append(node)
    return kept


def in_order(node, below):
    yield node
    for child in below.get(node, ()):
        yield from in_order(child, below)


def find_toplevels(pid):
    """The windows of the program with that process id that are on the screen."""
    for place in bus.call(REGISTRY, ACCESSIBLE, "GetChildren")[0]:
        try:
            if bus.pid_of(place[0]) == pid:
                # One by one, GTK 4.8 falls over a window that is just closing.
                return keep_visible([Node(found) for found in
                                     bus.call(place, ACCESSIBLE, "GetChildren")[0]])
        except GLib.Error:
            continue
    return []
