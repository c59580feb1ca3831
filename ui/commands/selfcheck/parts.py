"""One part of a check: looked at, with whatever goes wrong told in a sentence."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread

from app.domain.problem import EnvironmentProblem, Problem, mark
from app.domain.redaction import strike
from app.wording.words import Words

#: A look at a part: says what was seen, or raises.
Look = Callable[[], str]
_LONGEST = 300
_UNFORESEEN = mark(
    "It failed unforeseen ({kind}: {reason}). Install Talktally again; should it stay so, report "
    "it."
)
_SLOW = mark("It was not done within {seconds} seconds. Try again while the computer is less busy.")


@dataclass(frozen=True, slots=True)
class Part:
    """``seen``: what was found, or where not ``ok`` what is wrong and what to do, in a sentence."""

    part: str
    ok: bool
    seen: str


def look_at(name: str, look: Look, words: Words) -> Part:
    """Look at a part of this name."""
    try:
        return Part(name, ok=True, seen=look())
    except Exception as error:  # noqa: BLE001 - the other parts are to be looked at all the same
        return Part(name, ok=False, seen=words.problem(problem_of(error)))


def problem_of(error: Exception) -> Problem:
    """Say what went wrong; what nobody foresaw by its kind, without numbers and secrets."""
    if isinstance(error, Problem):
        return error
    reason = strike(" ".join(str(error).split()))[:_LONGEST]
    return EnvironmentProblem(_UNFORESEEN, kind=type(error).__name__, reason=reason)


def within(seconds: float, look: Look) -> Look:
    """Let a look take so long at most; one that hangs is left to itself."""
    return lambda: _looked(seconds, look)


def _looked(seconds: float, look: Look) -> str:
    seen: list[str] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            seen.append(look())
        except Exception as error:  # noqa: BLE001 - it is raised again where it is awaited
            errors.append(error)

    thread = Thread(target=run, name="self-check", daemon=True)
    thread.start()
    thread.join(seconds)
    if seen:
        return seen[0]
    raise errors[0] if errors else EnvironmentProblem(_SLOW, seconds=round(seconds))
