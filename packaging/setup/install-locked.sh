#!/bin/sh
# install-locked.sh PYTHON LOCK...: installs what hashed lock files say into the environment of PYTHON.
# uv does it in a tenth of pip's time; where uv cannot (another index, a platform it has no wheel for), pip does.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd)
python=$1
shift
for lock in "$@"; do set -- "$@" --requirement "$lock"; shift; done

# uv does not read pip's settings, so the person's own index is handed on.
index=$("$here/.venv/bin/python" -m pip config get global.index-url 2>/dev/null || true)
if [ -n "$index" ]; then export UV_DEFAULT_INDEX="$index"; fi

# Every lock holds all that its libraries need, so nothing is resolved again.
"$here/.venv/bin/uv" pip install --quiet --native-tls --no-deps --require-hashes --python "$python" "$@" 2>/dev/null ||
    "$here/.venv/bin/python" -m pip --python "$python" install --quiet --disable-pip-version-check \
        --no-deps --require-hashes "$@"
