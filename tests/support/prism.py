"""Prism, which answers from an OpenAPI file and refuses what that file does not allow."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from tests.support.tools import find_tool, not_run

_HERE = Path(__file__).parents[2]
_PRISM = _HERE / ".cache/prism/node_modules/@stoplight/prism-cli/dist/index.js"
_listens = re.compile(r"listening on (http://127\.0\.0\.1:[0-9]+)").search


@contextmanager
def prism(spec: Path) -> Iterator[str]:
    """Serve a file until the end of the block; gives the address on loopback."""
    node = find_tool("node")
    if not _PRISM.exists():
        not_run("Prism is not installed (see packaging/setup/prism.sh)")
    process = subprocess.Popen(
        [node, _PRISM, "mock", "-h", "127.0.0.1", "-p", "0", spec],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={"PATH": str(Path(shutil.which("node") or node).parent), "NO_COLOR": "1"},
    )
    with process:
        try:
            address = _address(process)
            # What it says of every request would fill the pipe, and then it would stand still.
            drain = Thread(target=process.stdout.read, name="prism")  # type: ignore[union-attr]
            drain.start()
            yield address
        finally:
            process.terminate()
        drain.join()


def _address(process: "subprocess.Popen[bytes]") -> str:
    assert process.stdout is not None
    heard = ""
    for line in process.stdout:
        heard += line.decode(errors="replace")
        if found := _listens(heard):
            return found[1]
    raise AssertionError(heard)
