#!/bin/sh
# Installs the few system libraries and programs that the window and its tests need (Debian and Ubuntu).
# Where that is not allowed it names them in one sentence and goes on: most of Talktally works without.
set -u
[ "$(uname -s)" = Linux ] || exit 0

# What must be there, and the package that brings it. Libraries are looked up by the name the window loads
# them by: package names differ from one release to the next, those names do not.
needs() {
    cat <<'END'
library libEGL.so.1               libegl1
library libGL.so.1                libgl1
library libglib-2.0.so.0          libglib2.0-0
library libdbus-1.so.3            libdbus-1-3
library libfontconfig.so.1        libfontconfig1
library libxkbcommon.so.0         libxkbcommon0
library libxkbcommon-x11.so.0     libxkbcommon-x11-0
library libX11-xcb.so.1           libx11-xcb1
library libxcb-cursor.so.0        libxcb-cursor0
library libxcb-icccm.so.4         libxcb-icccm4
library libxcb-image.so.0         libxcb-image0
library libxcb-keysyms.so.1       libxcb-keysyms1
library libxcb-randr.so.0         libxcb-randr0
library libxcb-render-util.so.0   libxcb-render-util0
library libxcb-shape.so.0         libxcb-shape0
library libxcb-xkb.so.1           libxcb-xkb1
program Xvfb                      xvfb
program xauth                     xauth
file    /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf fonts-dejavu-core
END
}

libraries=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null)

present() {
    case "$1" in
        library) case "$libraries" in *"$2 "*) true ;; *) false ;; esac ;;
        program) command -v "$2" >/dev/null 2>&1 ;;
        file) [ -e "$2" ] ;;
    esac
}

missing=$(needs | while read -r kind name package; do
    present "$kind" "$name" || printf ' %s' "$package"
done)
[ -n "$missing" ] || exit 0

# Lies beside this script, wherever that is started from.
# shellcheck source=packaging/setup/debian.sh
. "${0%/*}/debian.sh"
# shellcheck disable=SC2086  # the list is meant to fall apart into words
install_or_name "Some system packages" $missing || exit 0
