#!/bin/sh
# Installs the programs that make and try packages (Debian and Ubuntu), and into .cache/packaging/tools
# those that come from PyPI, by their hashed lock file. Where installing is not allowed it says so in one
# sentence; the packages that need what is missing then say that they were not made.
set -u
cd "$(dirname "$0")/../.." || exit 1

tools=.cache/packaging/tools
lock=requirements-packaging.lock
if ! cmp -s "$lock" "$tools/installed.lock"; then
    echo "Fetching the tools that make packages"
    rm -rf "$tools"
    "$(packaging/setup/find-python.sh)" -m venv "$tools" &&
        "$tools/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes \
            --requirement "$lock" &&
        cp "$lock" "$tools/installed.lock" || exit 1
fi

[ "$(uname -s)" = Linux ] || exit 0

# A program that must be there, and the package that brings it.
needs() {
    cat <<'END'
appstreamcli          appstream
debootstrap           debootstrap
desktop-file-validate desktop-file-utils
dpkg-deb              dpkg
lintian               lintian
makensis              nsis
man                   man-db
minisign              minisign
openssl               openssl
osslsigncode          osslsigncode
patchelf              patchelf
rpm                   rpm
strip                 binutils
wine                  wine
x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64
xz                    xz-utils
END
}

missing=$(needs | while read -r program package; do
    PATH="$PATH:/sbin:/usr/sbin" command -v "$program" >/dev/null 2>&1 || printf ' %s' "$package"
done)
[ -n "$missing" ] || exit 0

. packaging/setup/debian.sh
# shellcheck disable=SC2086  # the list is meant to fall apart into words
install_or_name "Some programs that make packages" $missing || exit 0
