#!/bin/sh
# Installs what only the tests start: a database server, a keyring, a message bus, the accessibility bus, a
# panel with a tray, a server of notices, softphones and a caller for them, what opens links, a few of the
# programs that make packages, and a mock of servers that are described by OpenAPI files (Debian and Ubuntu).
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
for name in dunst minisign openbox openssl patchelf tint2 twinkle-console; do
    command -v "$name" >/dev/null 2>&1 || missing="$missing $name"
done
# Named otherwise than their packages; of baresip only the core, the rest brings a desktop with it.
command -v appstreamcli >/dev/null 2>&1 || missing="$missing appstream"
command -v man >/dev/null 2>&1 || missing="$missing man-db"
command -v readelf >/dev/null 2>&1 || missing="$missing binutils"
command -v xz >/dev/null 2>&1 || missing="$missing xz-utils"
command -v gcc >/dev/null 2>&1 || missing="$missing gcc libc6-dev"
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

# shellcheck source=packaging/setup/debian.sh
. "${0%/*}/debian.sh"

# Debian makes a first database and starts it with the system unless it is told not to.
no_cluster() {
    case "$missing" in *postgresql*) ;; *) return 0 ;; esac
    [ -e /etc/postgresql-common/createcluster.conf ] && return 0
    $as_root mkdir -p /etc/postgresql-common &&
        echo 'create_main_cluster = false' | $as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
}

if may_install; then no_cluster; fi
# shellcheck disable=SC2086  # the list is meant to fall apart into words
install_or_name "Some programs for the tests" $missing
if command -v npm >/dev/null 2>&1; then prism; fi
