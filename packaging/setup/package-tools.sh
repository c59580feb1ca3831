#!/bin/sh
# package-tools.sh [deb|rpm|...]: installs the programs that make and try all packages, or those that are named
# (Debian and Ubuntu), and into .cache/packaging/tools those that come from PyPI, by their hashed lock file.
# Where installing is not allowed it says so in one sentence; the packages that need what is missing then say
# that they were not made.
set -u
cd "$(dirname "$0")/../.." || exit 1

tools=.cache/packaging/tools
lock=requirements-packaging.lock
if ! cmp -s "$lock" "$tools/installed.lock"; then
    echo "Fetching the tools that make packages"
    rm -rf "$tools"
    "$(packaging/setup/find-python.sh)" -m venv --without-pip "$tools" &&
        packaging/setup/install-locked.sh "$tools/bin/python" "$lock" &&
        cp "$lock" "$tools/installed.lock" || exit 1
fi

[ "$(uname -s)" = Linux ] || exit 0

# What needs it ("every": whatever is made), the program, and the package that brings it.
needs() {
    cat <<'END'
every   debootstrap            debootstrap
every   patchelf               patchelf
every   rpm                    rpm
every   strip                  binutils
every   xz                     xz-utils
deb     appstreamcli           appstream
deb     desktop-file-validate  desktop-file-utils
deb     dpkg-deb               dpkg
deb     lintian                lintian
deb     man                    man-db
rpm     appstreamcli           appstream
windows makensis               nsis
windows openssl                openssl
windows osslsigncode           osslsigncode
windows wine                   wine
windows x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64
papers  minisign               minisign
END
}

wanted=" ${*:-deb rpm archive windows papers} "
missing=$(needs | while read -r what program package; do
    case "$wanted" in *" $what "*) ;; *) [ "$what" = every ] || continue ;; esac
    PATH="$PATH:/sbin:/usr/sbin" command -v "$program" >/dev/null 2>&1 || printf ' %s' "$package"
done)
[ -n "$missing" ] || exit 0

. packaging/setup/debian.sh
# shellcheck disable=SC2086  # the list is meant to fall apart into words
install_or_name "Some programs that make packages" $missing || exit 0
