# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# One way to set up and build a folder, for tools/run and tools/test.

# Debian's own tools first: whatever else is on the path was not tried.
export PATH=/usr/bin:/bin:/usr/sbin:/sbin:$PATH

# build_in FOLDER [MESON OPTION]...: sets the folder up where it is new, then
# builds it. Says little more than what is wrong.
build_in () {
  local folder=$1 log
  shift
  if [[ ! -f $folder/build.ninja ]]; then
    echo "Setting up $folder"
    log=$(mktemp)
    if ! meson setup "$folder" "$@" >"$log" 2>&1; then
      cat "$log" >&2
      rm -f "$log"
      return 1
    fi
    rm -f "$log"
  fi
  ninja -C "$folder" --quiet | sed '/^ninja: no work to do/d'
}
