"""A display of its own for the windows of one proof, and pictures of it."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shipping.place import CACHE

_SIZE = "1366x900x24"
_PILLOW = CACHE / "tools" / "bin" / "python"
_GRAB = (
    "import sys; from PIL import ImageGrab; ImageGrab.grab(xdisplay=sys.argv[1]).save(sys.argv[2])"
)


@contextmanager
def screen() -> Iterator[str]:
    """Yield the name of a display that is there until the block ends."""
    heard, told = os.pipe()
    words = ["Xvfb", "-displayfd", str(told), "-screen", "0", _SIZE, "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=[told], stderr=subprocess.DEVNULL)
    os.close(told)
    try:
        with os.fdopen(heard) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def grab(display: str, picture: Path) -> None:
    """Write what a display shows into a picture."""
    picture.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([str(_PILLOW), "-c", _GRAB, display, str(picture)], check=True)
