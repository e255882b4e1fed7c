#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shared library in a notebook: each "# %%" begins a cell.

Needs the introspection data of the library and python3-gi.
"""

# %% The library
import gi

gi.require_version("Outlay", "1")
from gi.repository import Outlay  # noqa: E402

# %% A scenario, and what each option costs
scenario = Outlay.Scenario.new_example("forty-people")
estimate = Outlay.Estimate.new(scenario)

for option in estimate.list_options():
    print(f"{option:20} {estimate.get_total(option, 'cost'):12.2f}")

# %% Month by month
print(*estimate.list_months())
print(*(f"{cost:.2f}" for cost in estimate.get_monthly("opus", "cost")))

# %% What a task takes: an edit makes another scenario, the first stays as it was
for turns in (3, 5, 7):
    other = Outlay.Estimate.new(scenario.set_number("turns", turns))
    print(f"{turns} turns {other.get_total('opus', 'cost'):12.2f}")
