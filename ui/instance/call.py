"""What a second start says to the window that is open: one line of JSON."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

#: No line is longer, in bytes.
LONGEST = 16_384
#: What the open window answers once it has the call.
ANSWER = b'{"version": 1, "taken": true}\n'
_VERSION = 1
_MOST_WORDS = 16
_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
_LONGEST_TOKEN = 512


class Call(NamedTuple):
    """``arguments`` of the second start; ``activation``: the desktop's leave to come to the front.

    The token is "" where the desktop gave none.
    """

    arguments: tuple[str, ...] = ()
    activation: str = ""

    def written(self) -> bytes:
        """Write it as a line; a call too long to be read goes without its arguments."""
        line = _line(self)
        return line if len(line) <= LONGEST else _line(Call((), self.activation))


class Caller(Protocol):
    """A second start that waits."""

    call: Call

    def answer(self) -> None:
        """Tell it that its call was taken; one that has gone is no harm."""
        ...


class Door(Protocol):
    """What the first window of a folder holds as long as it lives."""

    def next_caller(self) -> Caller | None:
        """Wait for the next call that can be read; ``None`` once the door is closed."""
        ...

    def guard(self, folder: Path) -> None:
        """Be the first of another folder too: the data were moved there."""
        ...

    def close(self) -> None:
        """Let somebody else be first."""
        ...


def call_of(line: bytes) -> Call | None:
    """Read a line; ``None`` for anything that no second start of this version writes."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or told.get("version") != _VERSION:
        return None
    words, token = told.get("arguments"), told.get("activation")
    if not isinstance(words, list) or not isinstance(token, str) or len(words) > _MOST_WORDS:
        return None
    if len(token) > _LONGEST_TOKEN or not all(isinstance(each, str) for each in words):
        return None
    return Call(tuple(words), token)


def activation_of(environ: Mapping[str, str]) -> str:
    """Return the token with which the desktop lets a window come to the front, "" without one."""
    found = next((environ[name] for name in _TOKENS if environ.get(name)), "")
    return found if len(found) <= _LONGEST_TOKEN else ""


def _line(call: Call) -> bytes:
    words = list(call.arguments[:_MOST_WORDS])
    told = {"version": _VERSION, "arguments": words, "activation": call.activation}
    return json.dumps(told).encode() + b"\n"
