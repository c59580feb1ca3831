"""The command line inside the test's own process, with its streams caught."""

import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from app.commands.main import main

NOON = "2026-11-21T12:00:00Z"


class Answer(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass
class Console:
    """Runs commands on one data folder, at noon UTC of 21 Nov 2026 unless told otherwise."""

    folder: Path
    environ: dict[str, str] = field(default_factory=lambda: {"TALKTALLY_NOW": NOON, "TZ": "UTC"})

    def run(self, *words: object, stdin: bytes = b"") -> Answer:
        out, err = io.StringIO(), io.StringIO()
        argv = [*map(str, words), "--data-dir", str(self.folder)]
        if "--" in argv:
            argv = ["--data-dir", str(self.folder), *map(str, words)]
        code = main(argv, self.environ, out, err, io.BytesIO(stdin))
        return Answer(code, out.getvalue(), err.getvalue())

    def done(self, *words: object, stdin: bytes = b"") -> Answer:
        answer = self.run(*words, stdin=stdin)
        assert (answer.code, answer.err) == (0, "")
        return answer

    def at(self, now: str) -> "Console":
        return Console(self.folder, {**self.environ, "TALKTALLY_NOW": now})

    def meter(self, kind: str, *words: str) -> Any:
        meters = self.done("status", "--json", *words).json["meters"]
        return next(meter for meter in meters if meter["kind"] == kind)
