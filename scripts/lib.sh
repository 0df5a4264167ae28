# Shared by the scripts: sourced, never run.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1

# What the build needs, and what the tests need beside it: Debian's names.
# shellcheck disable=SC2034  # used by the scripts that source this
build_packages=(
  pkg-config liblua5.4-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libsqlite3-dev libedit-dev zlib1g-dev
)
# shellcheck disable=SC2034  # used by scripts/setup
test_packages=(
  lua-check shellcheck libxml2-utils lua5.4 sqlite3 strace python3 python3-venv python3-openpyxl
)

say() { printf '\n== %s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

missing_packages() {
  local package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' ||
      printf '%s\n' "$package"
  done
}

# Installs those of the named Debian packages that are missing, or says which to install.
need_packages() {
  local missing sudo=()
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    printf 'This machine has no apt. Please see to it that these Debian packages, or their like, are here:\n  %s\n' "$*"
    return 0
  fi
  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "Missing, and neither root nor sudo is here to install them: ${missing[*]}"
    sudo=(sudo)
  fi
  say "Installing from Debian: ${missing[*]}"
  "${sudo[@]}" apt-get update -q
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

need_swift() {
  command -v swift >/dev/null ||
    fail "Swift isn't here. Arena needs Swift 6.2 or newer: install a toolchain from swift.org and run this again."
}

# Builds the command-line program for use and prints its path.
release_build() {
  swift build -c release --static-swift-stdlib --product arena >&2
  printf '%s/arena\n' "$(swift build -c release --static-swift-stdlib --show-bin-path)"
}
