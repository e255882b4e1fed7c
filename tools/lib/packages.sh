# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034 # the lists are read by other scripts
#
# Every Debian package that Outlay needs, named once, and a way to have them.
# README.md repeats the lists; a test holds it to them.

# To build and to run: compiler, tools, libraries, what the window shows.
build_packages=(
  gcc
  libc6-dev
  pkg-config
  meson
  ninja-build
  gettext
  itstool
  yelp-tools
  libglib2.0-dev
  libgtk-4-dev
  libgtk-4-bin
  libadwaita-1-dev
  libjansson-dev
  libsqlite3-dev
  libpq-dev
  libsoup-3.0-dev
  glib-networking
  libgsl-dev
  libcairo2-dev
  libpango1.0-dev
  libxlsxwriter-dev
  libgirepository1.0-dev
  gobject-introspection
  libxml2-utils
  desktop-file-utils
  shared-mime-info
  librsvg2-common
  adwaita-icon-theme
  fonts-cantarell
  fonts-dejavu-core
)

# To test: a screen and a bus of its own, eyes and hands, checkers.
test_packages=(
  xvfb
  xauth
  dbus
  at-spi2-core
  python3
  python3-gi
  python3-numpy
  python3-jsonschema
  python3-openpyxl
  postgresql
  git
  gir1.2-atspi-2.0
  xdotool
  x11-utils
  imagemagick
  poppler-utils
  locales
  appstream
  shellcheck
  valgrind
  libc6-dbg
  clang
  libclang-rt-14-dev
)

# To make Debian packages and to try them (tools/package).
package_packages=(
  debhelper
  dpkg-dev
  fakeroot
  lintian
  mmdebstrap
  xvfb
  xauth
  xdotool
)

# Prints those of the packages that are not installed.
missing_packages () {
  local installed package
  installed=$(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
  for package in "$@"; do
    grep --quiet --line-regexp --fixed-strings "installed $package" <<<"$installed" ||
      echo "$package"
  done
}

# Installs those of the packages that are missing. Where none is, this asks
# neither the network nor for a password.
ensure_packages () {
  local missing as_root=()
  if ! command -v dpkg-query >/dev/null; then
    echo "Not a Debian system; please see that these are there: $*" >&2
    return
  fi
  mapfile -t missing < <(missing_packages "$@")
  if [[ ${#missing[@]} -eq 0 ]]; then
    return
  fi
  if [[ $(id -u) -ne 0 ]]; then
    if ! command -v sudo >/dev/null; then
      echo "Not root, and there is no sudo. Please install: ${missing[*]}" >&2
      return 1
    fi
    as_root=(sudo)
  fi
  echo "Installing from Debian: ${missing[*]}"
  "${as_root[@]}" apt-get update --quiet --quiet
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet --quiet \
    --no-install-recommends "${missing[@]}" >/dev/null
}
