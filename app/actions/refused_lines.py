"""The side file of an import: which lines were refused and why, for the user alone."""

import csv
import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from app.exchange.record import Refusal
from app.exchange.spreadsheet import neutralised


class RefusedLines:
    """Collects refusals; the file appears under its name only when it is finished and not empty."""

    def __init__(self, folder: Path, stem: str) -> None:
        self._folder = folder
        self._stem = stem
        self._file: TextIO | None = None
        self._unfinished = folder / f".{stem}.{os.getpid()}.part"

    def add(self, refusal: Refusal) -> None:
        """Write one refused line: its number, the reason, and the value at fault."""
        if self._file is None:
            self._file = self._open()
        reason = refusal.reason.format(**refusal.places) if refusal.places else refusal.reason
        csv.writer(self._file).writerow((refusal.number, reason, neutralised(refusal.raw)))

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
