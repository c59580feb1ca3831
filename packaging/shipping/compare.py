"""Ask the frozen program what the one from source is asked: ``python -m shipping.compare``.

Answers, exit codes and what is written must be the same, byte for byte: a module, a language or a
file that did not come along shows here.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook
from shipping.asked import asked, in_place
from shipping.place import ROOT, this_release

_SOURCE = ROOT / ".venv" / "bin" / "talktally"
_NOW = "2026-11-21T13:05:00Z"
_PATIENCE = 120
_SHOWN = 300
#: What differs by itself: locks and logs, and files of SQLite, whose content is asked for instead.
_PASSED_OVER = (".db", ".db-wal", ".db-shm", ".log", ".lock")
_free_space = re.compile(r"Free space: .*").sub


class Answer(NamedTuple):
    """What a program said, and what it left in the sample's folder, by name."""

    code: int
    out: str
    err: str
    left: Mapping[str, str]


def main(words: Sequence[str]) -> None:
    """Compare the frozen program, or the one that is named; SystemExit where it answers otherwise.

    ``words``: the path of a program, or nothing.
    """
    begun = time.monotonic()
    frozen = Path(words[0]) if words else this_release().tree("linux") / "talktally"
    if not frozen.is_file():
        raise SystemExit(
            f"There is no {frozen} to compare; make it with: make packages ARGS=freeze"
        )
    with tempfile.TemporaryDirectory(prefix="compare-") as name:
        folder = Path(name)
        make_sample(folder / "sample", _SOURCE)
        source, found = (list(answers(each, folder)) for each in (_SOURCE, frozen))
    wrong = list(differences(source, found))
    if wrong:
        raise SystemExit("\n".join([*wrong, f"{len(wrong)} answers differ."]))
    print(f"compared with the source: {len(found)} answers, {time.monotonic() - begun:.0f} s")


def make_sample(folder: Path, program: Path) -> None:
    """Make the data folder that every command is asked about, with a workbook to read."""
    subprocess.run(
        [str(program), "demo", "--data-dir", str(folder)],
        env=_environ(folder), check=True, stdout=subprocess.DEVNULL, timeout=_PATIENCE,
    )  # fmt: skip
    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101  # a new book has one
    for line in (folder / "sample" / "sample-hubspot-calls.csv").read_text("utf-8").splitlines():
        sheet.append(line.split(","))
    book.save(folder / "book.xlsx")


def answers(program: Path, folder: Path) -> Iterator[tuple[str, Answer]]:
    """Ask a program everything, on a copy of the sample that is always in the same place."""
    place = folder / "data"
    shutil.copytree(folder / "sample", place)
    for words, more in asked():
        done = subprocess.run(
            [str(program), *in_place(words, str(place))],
            env={**_environ(place), **more}, cwd=folder, check=False, timeout=_PATIENCE,
            stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip
        said = _free_space("Free space: …", done.stdout)
        yield " ".join(words), Answer(done.returncode, said, done.stderr, _left(place))
    shutil.rmtree(place)


def differences(
    source: Sequence[tuple[str, Answer]], found: Sequence[tuple[str, Answer]]
) -> Iterator[str]:
    """Tell each answer that is not the same."""
    for (words, wanted), (_, other) in zip(source, found, strict=True):
        for what, one, two in zip(Answer._fields, wanted, other, strict=True):
            if one != two:
                frozen, plain = _from_there(two, one), _from_there(one, two)
                yield f"{words}: {what} is {frozen}\n  from source {plain}"


def _from_there(value: object, other: object) -> str:
    """Return a value from a little before where it begins to be another one."""
    one, two = repr(value), repr(other)
    pairs = enumerate(zip(one, two, strict=False))
    at = next((place for place, (left, right) in pairs if left != right), 0)
    return one[max(0, at - 40) : at + _SHOWN]


def _left(place: Path) -> dict[str, str]:
    files = (path for path in sorted(place.rglob("*")) if path.is_file())
    return {
        str(path.relative_to(place)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
        if not path.name.endswith(_PASSED_OVER)
    }


def _environ(place: Path) -> dict[str, str]:
    """Return surroundings of which nothing of this computer's person is part."""
    return {
        "PATH": os.defpath,
        "HOME": str(place.parent / "home"),
        "TALKTALLY_DATA_DIR": str(place),
        "TALKTALLY_NOW": _NOW,
        "TZ": "Europe/Berlin",
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }


if __name__ == "__main__":
    main(sys.argv[1:])
