"""A screen that nobody sits at, and photographs of it."""

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from shipping.claim import claim
from shipping.place import CACHE

PICTURES = CACHE / "pictures"
_SIZE = "1360x900x24"
#: A window with text, figures and a gauge has far more; an empty screen has one.
_FEWEST_COLOURS = 100
_PATIENCE_SECONDS = 60
#: Pillow is among the tools that make packages, not among the libraries of the project.
_PHOTOGRAPH = """
import sys
from PIL import ImageGrab
picture = ImageGrab.grab(xdisplay=sys.argv[1])
picture.save(sys.argv[2])
print(len(picture.getcolors(1 << 24)))
"""


@contextmanager
def screen() -> Iterator[str]:
    """Lend the name of a display, for as long as this lasts."""
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", _SIZE, "-nolisten", "tcp"]
    server = subprocess.Popen(words, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        claim(number, "Xvfb did not start: is the Debian package xvfb installed?")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def photograph_of(words: Sequence[str], display: str, name: str, around: dict[str, str]) -> Path:
    """Start a program, photograph its window once it is there, and end the program.

    ``name``: of the picture, which lies in ``PICTURES`` afterwards.
    """
    PICTURES.mkdir(parents=True, exist_ok=True)
    picture = PICTURES / f"{name}.png"
    with subprocess.Popen(words, env=around, stderr=subprocess.PIPE, text=True) as program:
        try:
            seen = is_seen(program, display, picture)
        finally:
            program.kill()  # unshare passes no gentler signal on
        claim(seen, f"No window came to be seen on the screen for {name}; {picture} shows it.")
    return picture


def is_seen(program: "subprocess.Popen[str]", display: str, picture: Path) -> bool:
    """Photograph until there is a whole window, twice the same; false where none comes.

    SystemExit with its last words where the program ends instead.
    """
    deadline = time.monotonic() + _PATIENCE_SECONDS
    before = b""
    while time.monotonic() < deadline:
        colours = _photograph(display, picture)
        now = picture.read_bytes()
        if colours >= _FEWEST_COLOURS and now == before:
            return True
        before = now
        if _ended(program):
            words = program.stderr or program.stdout
            said = words.read() if words else ""
            raise SystemExit(f"The program ended before its window was seen:\n{said[-2000:]}")
    return False


def _ended(program: "subprocess.Popen[str]") -> bool:
    try:
        program.wait(0.5)
    except subprocess.TimeoutExpired:
        return False
    return True


def _photograph(display: str, picture: Path) -> int:
    python = CACHE / "tools" / "bin" / "python"
    words = [str(python), "-c", _PHOTOGRAPH, display, str(picture)]
    return int(subprocess.run(words, capture_output=True, check=True).stdout)
