# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program that has to succeed and to say nothing."""

import subprocess
import sys

done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                      text=True, check=False)
print(done.stdout, end="")
sys.exit(1 if done.returncode != 0 or done.stdout.strip() else 0)
