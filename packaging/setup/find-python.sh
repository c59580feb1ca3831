#!/bin/sh
# Prints a Python that can make our environment (3.11 or newer, with venv), or says plainly what is missing.
# Each candidate is run, not only looked up: a version switcher may answer to a name it cannot start.
set -u
without_venv=""
for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11 python3.14; do
    [ -n "$candidate" ] || continue
    "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue
    if "$candidate" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        command -v "$candidate"
        exit 0
    fi
    without_venv="${without_venv:-$candidate}"
done

if [ -n "$without_venv" ]; then
    package=$("$without_venv" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    echo "$without_venv has no venv module: on Debian or Ubuntu install python3-venv (or $package)." >&2
else
    echo "Talktally needs Python 3.11 or newer, and none was found: install it, or name one with PYTHON=..." >&2
fi
exit 1
