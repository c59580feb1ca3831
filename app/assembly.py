"""Wires what a command needs: folder, clock, words, streams, and the ledger once asked for."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, TextIO

from app.domain.problem import Problem
from app.domain.rollout import NOTHING_DECIDED, Rollout
from app.machine.clock import Clock, clock_of, machine_zone
from app.machine.paths import data_folder, has_file, make_folder
from app.machine.rollout import read_rollout
from app.machine.settings import read_settings
from app.wording.language import Language, choose_language
from app.wording.words import Words, words_in

if TYPE_CHECKING:
    from app.domain.outlook import Outlook
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets

_LEDGER = "ledger.db"
_STEERING = (*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_UNSEEN = {code: "\ufffd" for code in _STEERING if chr(code) not in "\n\t"}


@dataclass(frozen=True, slots=True)
class Streams:
    """Where a command reads and writes; ``stdin`` is bytes, so that nothing is changed on it."""

    stdout: TextIO
    stderr: TextIO
    stdin: IO[bytes]


@dataclass(slots=True)
class Workplace:
    """What a command works with. The ledger is opened when first asked for, and then kept.

    ``rollout``: what is decided for everybody on this computer; ``rollout_problem``: why nothing
    is, where its file cannot hold.
    """

    folder: Path
    clock: Clock
    words: Words
    streams: Streams
    environ: Mapping[str, str]
    as_json: bool = False
    rollout: Rollout = NOTHING_DECIDED
    rollout_problem: Problem | None = None
    _ledger: "Ledger | None" = field(default=None, init=False)
    _secrets: "Secrets | None" = field(default=None, init=False)

    def ledger(self) -> "Ledger":
        """Open the ledger, made with its folder when there is none; EnvironmentProblem, Problem."""
        if self._ledger is None:
            make_folder(self.folder)
            # Here because SQLAlchemy is most of a start, and some commands need no ledger.
            from app.ledger.ledger import Ledger, ledger_path

            self._ledger = Ledger(ledger_path(self.folder))
        return self._ledger

    def existing_ledger(self) -> "Ledger | None":
        """Open the ledger if there is one; nothing is made."""
        return self.ledger() if has_file(self.folder, _LEDGER) else None

    def secrets(self) -> "Secrets":
        """Return what keeps secrets on this computer; nothing is asked of it yet."""
        if self._secrets is None:
            # Here because only commands that ask a server need it.
            from app.machine.secrets import usual_secrets

            self._secrets = usual_secrets()
        return self._secrets

    def zone(self) -> str:
        """Return the name of this computer's time zone."""
        return machine_zone(self.environ)

    def outlook(self) -> "Outlook":
        """Return how the settings want figures judged now."""
        # Here because the plans it judges by are no part of a start.
        from app.machine.outlooks import Outlooks

        return Outlooks(read_settings(self.folder)[0]).at(self.clock.now())

    def tell(self, *lines: str) -> None:
        """Write lines for a person."""
        for line in lines:
            self.streams.stdout.write(f"{shown(line)}\n")

    def tell_json(self, document: Mapping[str, object]) -> None:
        """Write a result for a program: one line, with the version of the shapes."""
        # Plain ASCII is read alike by every program, whatever the encoding of the terminal.
        self.tell(json.dumps({"version": 1, **document}))

    def warn(self, sentence: str) -> None:
        """Write one sentence about what went wrong or is worth knowing."""
        self.streams.stderr.write(f"{shown(sentence)}\n")

    def close(self) -> None:
        """Close the ledger, if it was opened."""
        if self._ledger is not None:
            self._ledger.close()
            self._ledger = None


def workplace_of(
    data_dir: str | None, environ: Mapping[str, str], streams: Streams, *, as_json: bool = False
) -> Workplace:
    """Wire a workplace; UsageProblem or EnvironmentProblem when folder or clock make no sense."""
    folder = data_folder(data_dir, environ)
    rollout, problem = read_rollout(environ)
    words = words_of(environ, read_settings(folder)[0].language, rollout.language)
    clock = clock_of(environ)
    return Workplace(folder, clock, words, streams, environ, as_json, rollout, problem)


def workplace_apart(
    environ: Mapping[str, str], streams: Streams, *, as_json: bool = False
) -> Workplace:
    """Wire a workplace whose folder holds nothing and can hold nothing; UsageProblem for a clock.

    Nothing of the person is read for it, and nothing decided for this computer holds there.
    """
    return Workplace(
        Path(os.devnull), clock_of(environ), words_of(environ), streams, environ, as_json
    )


def words_in_folder(data_dir: str | None, environ: Mapping[str, str]) -> Words:
    """Return the words for whoever uses a folder, as far as its settings can be read."""
    setting = ""
    with suppress(Problem, OSError, ValueError):
        setting = read_settings(data_folder(data_dir, environ))[0].language
    return words_of(environ, setting, read_rollout(environ)[0].language)


def shown(text: str) -> str:
    """Replace control characters: what a record or a file name holds must not steer a terminal."""
    return text if text.isprintable() else text.translate(_UNSEEN)


def words_of(environ: Mapping[str, str], setting: str = "", decided: str = "") -> Words:
    """Return the words of a person’s language; English where its catalogue is missing.

    ``decided``: the language of a roll-out, which holds where the setting says nothing.
    """
    with suppress(FileNotFoundError):
        return words_in(choose_language(setting, environ, decided=decided))
    return words_in(Language())
