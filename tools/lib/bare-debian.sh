# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Tries Debian packages on a Debian 12 that has nothing but what they depend on.

# there FOLDER COMMAND...: runs it in the system below FOLDER.
there () {
  local root=$1
  shift
  # The inner shell has the mounts to itself: they end with it.
  # shellcheck disable=SC2016
  env --ignore-environment PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive DISPLAY="${DISPLAY:-}" \
    unshare --mount bash -euc '
      root=$1
      shift
      mount -t proc proc "$root/proc"
      mount --rbind /dev "$root/dev"
      exec chroot "$root" "$@"
    ' bash "$root" "$@"
}

# What is there, but for what apt and dpkg keep of their own doings.
list_files () {
  find "$1" -xdev \( -path "$1/proc" -o -path "$1/dev" -o -path "$1/sys" -o -path "$1/tmp" \
    -o -path "$1/root" -o -path "$1/packages" -o -path "$1/var/lib/apt" -o -path "$1/var/cache/apt" \
    -o -path "$1/var/lib/dpkg/updates" -o -path "$1/var/log" \) -prune -o -print |
    sed "s|^$1||" | grep -vE '^/var/(lib/dpkg/(.*-old|lock.*|triggers/.*)|cache/debconf/.*-old)$' |
    sort
}

# Everything that our packages depend on, but for one another.
list_dependencies () {
  local package
  for package in "$@"; do
    dpkg-deb --field "$package" Depends
  done | tr ',' '\n' | sed 's/^ *//' | grep -vE '^(outlay|liboutlay|gir1\.2-outlay)' | sort -u |
    paste -sd,
}

# The command line, then the window on the screen, which ends by its own key.
try_programs () {
  local root=$1 window number
  there "$root" outlay --version
  there "$root" sh -euc 'outlay-cli example >/tmp/team.outlay'
  there "$root" outlay-cli estimate /tmp/team.outlay

  there "$root" timeout 120 dbus-run-session -- outlay /tmp/team.outlay &
  window=$!
  number=$(timeout 60 xdotool search --sync --onlyvisible --name 'Forty people' | tail -n 1)
  echo "The window: $(xdotool getwindowname "$number")," \
       "$(xdotool getwindowgeometry "$number" | grep Geometry)"
  xdotool windowfocus --sync "$number" key ctrl+q
  wait "$window"
}

# try_on_bare_debian FOLDER: installs the packages of FOLDER, tries them, removes
# them, and compares what files there are with those before.
try_on_bare_debian () (
  folder=$1
  if [[ $(id -u) -ne 0 ]]; then
    echo "tools/package --check makes a system of its own, which needs root" >&2
    exit 1
  fi
  scratch=$(mktemp -d)
  root=$scratch/root
  trap 'kill "${screen:-}" 2>/dev/null || true; rm -rf --one-file-system "$scratch"' EXIT

  echo "== a bare Debian 12"
  mmdebstrap --quiet --variant=apt --dpkgopt=force-unsafe-io bookworm "$root"
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  mkdir "$root/packages"
  for package in "$folder"/*.deb; do
    [[ $package == *-dbgsym_* ]] || cp "$package" "$root/packages"
  done
  there "$root" apt-get update --quiet --quiet

  echo "== installation"
  there "$root" apt-get satisfy --yes --quiet --quiet --no-install-recommends \
    "$(list_dependencies "$root"/packages/*.deb)" >"$scratch/log" 2>&1 ||
    { tail -n 30 "$scratch/log" >&2; exit 1; }
  list_files "$root" >"$scratch/before"
  there "$root" sh -c 'apt-get install --yes --quiet --quiet --no-install-recommends \
    /packages/*.deb' >"$scratch/log" 2>&1 || { tail -n 30 "$scratch/log" >&2; exit 1; }
  list_files "$root" >"$scratch/installed"
  echo "$(comm -13 "$scratch/before" "$scratch/installed" | wc -l) files and folders more"

  echo "== use"
  mkfifo "$scratch/number"
  Xvfb -displayfd 3 -screen 0 1280x1024x24 -noreset 3>"$scratch/number" 2>/dev/null &
  screen=$!
  read -r DISPLAY <"$scratch/number"
  export DISPLAY=:$DISPLAY
  try_programs "$root"

  echo "== removal"
  names=()
  for package in "$root"/packages/*.deb; do
    names+=("$(dpkg-deb --field "$package" Package)")
  done
  there "$root" apt-get purge --yes --quiet --quiet "${names[@]}" >"$scratch/log" 2>&1 ||
    { tail -n 30 "$scratch/log" >&2; exit 1; }
  list_files "$root" >"$scratch/after"
  if ! diff "$scratch/before" "$scratch/after"; then
    echo "Not as it was before: see above" >&2
    exit 1
  fi
  echo "Nothing is left."
)
