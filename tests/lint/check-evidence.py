# SPDX-License-Identifier: GPL-3.0-or-later
"""Every default says where it comes from, and shows the value that it has."""

import json
import re

from project import finish, project_root

LABELS = ["published", "measured", "derived", "assumed"]  # from best to worst
FIELDS = ["value", "label", "source", "link", "note"]
# What names a thing is not a default; the format's version is not one either.
NAMES = re.compile(r"^(outlay|name|notes)$|\.(id|name|kind)$")
# Defaults of list entries, which defaults.json leaves out, and the catalogue's.
BESIDE = re.compile(r"^(options|models|plans)\[\]\.\w+$")
ASSUMED_SOURCES = re.compile(r"blog|Outlay's own")
BAND_FIELDS = ["id", "name", "per", "low", "high", "median", "mean",
               "top_tenth", "label", "source", "link", "note"]


def leaves(value, path=""):
    """(path, id of the list entry or None, value) of each default."""
    if isinstance(value, dict):
        for key, member in value.items():
            yield from leaves(member, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for entry in value:
            for leaf_path, _, leaf in leaves(entry, f"{path}[]"):
                yield leaf_path, entry.get("id"), leaf
    else:
        yield path, None, value


def ways_to_write(number):
    plain = f"{number:g}"
    return {plain, f"{number:,.0f}" if number == int(number) else plain,
            f"{number * 100:.4g}"}


def shows(text, value):
    """Whether the text shows every number and word of the default."""
    if isinstance(value, list):
        return all(shows(text, member) for member in value)
    if isinstance(value, bool):
        return ("on" if value else "off") in text
    if value is None:
        return text.startswith(("no ", "none"))
    if isinstance(value, str):
        return value in text or "/" in value
    numbers = re.findall(r"\d[\d,]*\.?\d*", text)
    return bool(ways_to_write(value) & {n.rstrip(".,") for n in numbers})


def general(path):
    return re.sub(r"\[[^\]]*\]", "[]", path)


def problems_of_entry(path, entry, label_of):
    for field in FIELDS:
        if field not in entry:
            yield f"{path}: no {field}"
            return
    if entry["label"] not in LABELS:
        yield f"{path}: {entry['label']} is not a label"
        return
    if not entry["value"] or not entry["source"]:
        yield f"{path}: no value or no source"
    if entry["link"] is not None and not entry["link"].startswith("https://"):
        yield f"{path}: {entry['link']} is not a link"
    if ASSUMED_SOURCES.search(entry["source"]) and entry["label"] != "assumed":
        yield f"{path}: {entry['source']} is no source for \"{entry['label']}\""
    rank = LABELS.index
    if general(path) != path and \
            rank(label_of[general(path)]) < rank(entry["label"]):
        yield f"{general(path)}: wears a better label than {path}"


def main():
    data = project_root() / "data"
    defaults = list(leaves(json.loads((data / "defaults.json").read_text())))
    evidence = json.loads((data / "evidence.json").read_text())
    entries = evidence["defaults"]
    label_of = {path: entry.get("label") for path, entry in entries.items()}
    problems = []

    known = set()
    for path, name, value in defaults:
        if NAMES.search(path):
            continue
        special = path.replace("[]", f"[{name}]")
        known |= {path, special}
        for key in {path, special} & set(entries) or {path}:
            if key not in entries:
                problems.append(f"{key}: no evidence for this default")
            elif not shows(str(entries[key].get("value")), value):
                problems.append(f"{key}: is {json.dumps(value)}, but the evidence "
                                f"shows {entries[key].get('value')}")
    for path, entry in entries.items():
        if path not in known and not BESIDE.match(path):
            problems.append(f"{path}: there is no such default")
        elif general(path) not in entries:
            problems.append(f"{general(path)}: no evidence for this default")
        else:
            problems.extend(problems_of_entry(path, entry, label_of))
    for needed in ("models[].class", "models[].tokenizer"):
        if needed not in entries:
            problems.append(f"{needed}: no evidence for this judgement")

    for band in evidence["bands"]:
        problems += [f"bands: {band.get('id')} has no {field}"
                     for field in BAND_FIELDS if field not in band]
    finish([f"data/evidence.json: {problem}" for problem in problems])


main()
