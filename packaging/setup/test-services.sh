#!/bin/sh
# Installs what only the tests start: a database server, a keyring, a message bus, the accessibility bus, a
# panel with a tray, a server of notices, softphones and a caller for them, what opens links, and a mock of
# servers that are described by OpenAPI files (Debian and Ubuntu).
# Nothing of it is left running: each test starts its own, in a folder of its own. Where installing is not
# allowed it says so in one sentence, and the tests that need it are listed as not run.
set -u
[ "$(uname -s)" = Linux ] || exit 0

missing=""
ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || missing="$missing postgresql"
command -v gnome-keyring-daemon >/dev/null 2>&1 || missing="$missing gnome-keyring"
command -v dbus-daemon >/dev/null 2>&1 || missing="$missing dbus"
[ -e /usr/libexec/at-spi2-registryd ] || [ -e /usr/lib/at-spi2-core/at-spi2-registryd ] ||
    missing="$missing at-spi2-core"
for name in dunst openbox tint2 twinkle-console; do
    command -v "$name" >/dev/null 2>&1 || missing="$missing $name"
done
# Named otherwise than their packages; of baresip only the core, the rest brings a desktop with it.
command -v baresip >/dev/null 2>&1 || missing="$missing baresip-core"
command -v sipp >/dev/null 2>&1 || missing="$missing sip-tester"
command -v gio >/dev/null 2>&1 || missing="$missing libglib2.0-bin"
command -v xdg-mime >/dev/null 2>&1 || missing="$missing xdg-utils"
command -v update-desktop-database >/dev/null 2>&1 || missing="$missing desktop-file-utils"
command -v npm >/dev/null 2>&1 || missing="$missing nodejs npm"

prism() {
    "$(dirname "$0")/prism.sh"
    exit 0
}
[ -n "$missing" ] || prism

as_root=""
if [ "$(id -u)" -ne 0 ]; then as_root="sudo -n"; fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT

may_install() {
    command -v apt-get >/dev/null 2>&1 && { [ -z "$as_root" ] || $as_root true 2>/dev/null; }
}

# Debian makes a first database and starts it with the system unless it is told not to.
no_cluster() {
    case "$missing" in *postgresql*) ;; *) return 0 ;; esac
    [ -e /etc/postgresql-common/createcluster.conf ] && return 0
    $as_root mkdir -p /etc/postgresql-common &&
        echo 'create_main_cluster = false' | $as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
}

install() {
    # shellcheck disable=SC2086  # the list is meant to fall apart into words
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=120 \
        -o Dpkg::Options::=--force-confold install --no-install-recommends $missing </dev/null >"$log" 2>&1
}

if may_install; then
    echo "Installing$missing"
    no_cluster
    install && prism
    $as_root apt-get -qq update </dev/null >/dev/null 2>&1 && install && prism
    tail -n 3 "$log" >&2
fi
echo "Some programs for the tests are missing; install them with: sudo apt-get install$missing" >&2
if command -v npm >/dev/null 2>&1; then prism; fi
