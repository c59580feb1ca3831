#!/bin/sh
# Makes or renews .venv from the hashed lock file; leaves a stamp for each half, so that a renewal costs little.
set -eu
cd "$(dirname "$0")/../.."
python=.venv/bin/python

if ! "$python" -c 'import pip' >/dev/null 2>&1; then
    found=$(packaging/setup/find-python.sh)
    "$found" -m venv --clear .venv
fi

lock=requirements-dev.lock
if ! cmp -s "$lock" .venv/installed.lock; then
    echo "Fetching the libraries into .venv"
    "$python" -m pip install --quiet --disable-pip-version-check --require-hashes \
        --requirement requirements-installer.lock || echo "Without uv it takes some minutes" >&2
    packaging/setup/install-locked.sh "$python" "$lock"
    cp "$lock" .venv/installed.lock
fi

# The build backend is in the lock too, so nothing unpinned is fetched here.
"$python" -m pip install --quiet --no-deps --no-build-isolation --editable .
touch .venv/ready
