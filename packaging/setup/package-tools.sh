#!/bin/sh
# Installs the programs that make and try packages (Debian and Ubuntu), and into .cache/packaging/tools
# those that come from PyPI, by their hashed lock file. Where installing is not allowed it says so in one
# sentence; the packages that need what is missing then say that they were not made.
set -u
cd "$(dirname "$0")/../.."

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
fakeroot              fakeroot
lintian               lintian
makensis              nsis
man                   man-db
minisign              minisign
mmdebstrap            mmdebstrap
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

as_root=""
if [ "$(id -u)" -ne 0 ]; then as_root="sudo -n"; fi

may_install() {
    command -v apt-get >/dev/null 2>&1 && { [ -z "$as_root" ] || $as_root true 2>/dev/null; }
}

install() {
    # shellcheck disable=SC2086  # the list is meant to fall apart into words
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 \
        install --no-install-recommends $missing </dev/null >"$log" 2>&1
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
if may_install; then
    echo "Installing$missing"
    install && exit 0
    $as_root apt-get -qq update </dev/null >/dev/null 2>&1 && install && exit 0
    tail -n 3 "$log" >&2
fi
echo "Some programs that make packages are missing; install them with: sudo apt-get install$missing" >&2
