"""The side file of an import: which lines were refused and why, for the user alone."""

import csv
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from app.disk.leftovers import sweep, unfinished
from app.domain.problem import Problem
from app.exchange.record import Refusal
from app.exchange.spreadsheet import neutralised

#: Says a problem in the language of the person.
Say = Callable[[Problem], str]
# A name has up to 255 bytes nearly everywhere; the rest is for the process, a number, the ending.
_LONGEST_STEM = 200
_HIDDEN = "…"


class RefusedLines:
    """Collects refusals; the file appears under its name only when it is finished and not empty.

    ``say`` writes the reasons. ``values`` is False where a value may be a piece of a message.
    """

    def __init__(self, folder: Path, stem: str, say: Say, *, values: bool = True) -> None:
        self._folder = folder
        self._stem = stem.encode()[:_LONGEST_STEM].decode(errors="ignore")
        self._say = say
        self._values = values
        self._file: TextIO | None = None
        self._unfinished = unfinished(folder, self._stem)

    def add(self, refusal: Refusal) -> None:
        """Write one refused line: its number, the reason, and the value at fault."""
        if self._file is None:
            self._file = self._open()
        reason = self._say(Problem(refusal.reason, **self._shown(refusal.places)))
        value = neutralised(refusal.raw) if self._values else ""
        csv.writer(self._file).writerow((refusal.number, reason, value))

    def finish(self) -> Path | None:
        """Put the file in its place and return it, ``None`` when nothing was refused."""
        if self._file is None:
            return None
        self._file.close()
        self._file = None
        path = self._free_name()
        self._unfinished.replace(path)
        return path

    def __enter__(self) -> Self:
        sweep(self._folder)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file is not None:
            with suppress(OSError):  # closing writes the rest, and a full disk refuses that again
                self._file.close()
            with suppress(OSError):
                self._unfinished.unlink()

    def _shown(self, places: dict[str, object]) -> dict[str, object]:
        if self._values:
            return places
        return {name: _HIDDEN if isinstance(told, str) else told for name, told in places.items()}

    def _open(self) -> TextIO:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._unfinished.touch(mode=0o600)
        file = self._unfinished.open("w", encoding="utf-8", newline="")
        csv.writer(file).writerow(("line", "reason", "value"))
        return file

    def _free_name(self) -> Path:
        path, count = self._folder / f"{self._stem}.csv", 1
        while path.exists():
            count += 1
            path = self._folder / f"{self._stem}-{count}.csv"
        return path
