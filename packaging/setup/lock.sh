#!/bin/sh
# Writes the lock files from pyproject.toml: with hashes, for every platform and every Python from 3.11 on.
# With --upgrade every library moves to its newest allowed version; without, only what has to.
set -eu
cd "$(dirname "$0")/../.."
packaging/setup/environment.sh

# The resolver does not read pip's settings, so the user's own index is handed on.
index=$(.venv/bin/python -m pip config get global.index-url 2>/dev/null || true)
if [ -n "$index" ]; then export UV_DEFAULT_INDEX="$index"; fi

resolve() {
    output=$1
    shift
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --native-tls \
        --no-emit-index-url --no-emit-find-links --no-annotate \
        --custom-compile-command "make lock" --output-file "$output" "$@" >/dev/null
}

resolve requirements.lock pyproject.toml "$@"
resolve requirements-server.lock --constraint requirements.lock pyproject.toml --extra server "$@"
resolve requirements-dev.lock --constraint requirements-server.lock pyproject.toml --extra server --group dev "$@"
resolve requirements-fuzz.lock --constraint requirements-dev.lock --group pyproject.toml:fuzz "$@"
resolve requirements-freeze.lock --constraint requirements.lock --group pyproject.toml:freeze "$@"
resolve requirements-packaging.lock --group pyproject.toml:packaging "$@"
resolve requirements-installer.lock --group pyproject.toml:installer "$@"
