#!/bin/sh
# Read by the scripts beside it: installs packages of Debian or Ubuntu where that is allowed.
as_root=""
if [ "$(id -u)" -ne 0 ]; then as_root="sudo -n"; fi

may_install() {
    command -v apt-get >/dev/null 2>&1 && { [ -z "$as_root" ] || $as_root true 2>/dev/null; }
}

apt_install() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 \
        -o Dpkg::Options::=--force-confold install --no-install-recommends "$@" </dev/null >"$log" 2>&1
}

# install_or_name WHAT PACKAGE...: where they cannot be installed one sentence names them, and it fails.
install_or_name() {
    what=$1
    shift
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    if may_install; then
        echo "Installing $*"
        apt_install "$@" && return
        # The lists of packages are fetched only when the ones at hand do not do.
        $as_root apt-get -qq update </dev/null >/dev/null 2>&1 && apt_install "$@" && return
        tail -n 3 "$log" >&2
    fi
    echo "$what are missing; install them with: sudo apt-get install $*" >&2
    return 1
}
