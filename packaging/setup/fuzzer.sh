#!/bin/sh
# Fetches the fuzzer into a folder of its own, by its hashed lock file; nothing else needs it.
set -eu
cd "$(dirname "$0")/../.."
folder=.cache/fuzzer
if ! cmp -s requirements-fuzz.lock "$folder/installed.lock"; then
    echo "Fetching the fuzzer"
    rm -rf "$folder"
    .venv/bin/python -m pip install --quiet --no-deps --require-hashes --target "$folder" \
        --requirement requirements-fuzz.lock
    cp requirements-fuzz.lock "$folder/installed.lock"
fi
