# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures of the manual are those of this window: tools/pictures --manual takes
them anew where it has changed."""

import os
import shutil
import subprocess
import sys
import tempfile

import tap

HERE = os.path.dirname(os.path.abspath(__file__))
FIGURES = os.path.join(HERE, "..", "..", "help", "C", "figures")

# Of all pixels: letters may lie a little elsewhere, but nothing may have gone.
MOST = 0.1


def difference(one, other):
    """The share of pixels that differ visibly, or 1 where the sizes do."""
    sizes = [subprocess.run(["identify", "-format", "%w %h", path], capture_output=True,
                            text=True, check=True).stdout.split() for path in (one, other)]
    if sizes[0] != sizes[1]:
        return 1
    done = subprocess.run(["compare", "-metric", "AE", "-fuzz", "3%", one, other, "null:"],
                          capture_output=True, text=True, check=False)
    return float(done.stderr) / (int(sizes[0][0]) * int(sizes[0][1]))


def test_pictures():
    folder = tempfile.mkdtemp(prefix="outlay-manual-")
    subprocess.run([sys.executable, os.path.join(HERE, "manual_pictures.py"), folder],
                   check=True, stdout=subprocess.DEVNULL)
    names = sorted(os.listdir(FIGURES))
    assert names == sorted(os.listdir(folder)), os.listdir(folder)
    for name in names:
        share = difference(os.path.join(FIGURES, name), os.path.join(folder, name))
        assert share <= MOST, f"{name}: {share:.0%} is not as in help/C/figures"
    shutil.rmtree(folder)


def test_finds_another_picture():
    paths = [os.path.join(FIGURES, name) for name in ("add-option.png", "routing.png")]
    assert difference(*paths) > MOST
    assert difference(paths[0], paths[0]) == 0


tap.run(__name__)
