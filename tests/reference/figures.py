# SPDX-License-Identifier: GPL-3.0-or-later
"""Holding two sets of figures against each other, as the method's opening asks:
equal to a relative 1e-9 or an absolute 1e-9, whichever is larger."""
import math

TOLERANCE = 1e-9


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def close(expected, actual):
    if not (math.isfinite(expected) and math.isfinite(actual)):
        return False
    return abs(expected - actual) <= TOLERANCE * max(1.0, abs(expected))


def differences(expected, actual, path="", extra_keys=True):
    """(path, expected, actual) of all that differs. The wording of an error is
    the program's own; that there is one is not. With `extra_keys` false,
    `actual` may say more than `expected` does."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        yield from object_differences(expected, actual, path, extra_keys)
    elif isinstance(expected, list) and isinstance(actual, list):
        if len(expected) != len(actual):
            yield path + ".length", len(expected), len(actual)
        for i, (a, b) in enumerate(zip(expected, actual)):
            yield from differences(a, b, f"{path}[{i}]", extra_keys)
    elif is_number(expected) and is_number(actual):
        if not close(expected, actual):
            yield path, expected, actual
    elif expected != actual or type(expected) is not type(actual):
        if not (path.endswith(".error") and isinstance(actual, str) and actual):
            yield path, expected, actual


def object_differences(expected, actual, path, extra_keys):
    for key in expected:
        if key not in actual:
            yield f"{path}.{key}", expected[key], "(missing)"
        else:
            yield from differences(expected[key], actual[key],
                                   f"{path}.{key}", extra_keys)
    if extra_keys:
        for key in actual:
            if key not in expected:
                yield f"{path}.{key}", "(missing)", actual[key]
