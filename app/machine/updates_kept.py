"""What is kept of looking for newer versions, beside the settings, for all programs of a person."""

import json
from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from hashlib import sha256
from pathlib import Path

from app.disk.alone import alone
from app.disk.whole import write_private
from app.domain.failure import Failure, FailureKind, kind_of
from app.domain.instant import END, Instant
from app.domain.problem import EnvironmentProblem, Problem
from app.domain.update_news import News, document_of, news_from
from app.domain.updates import Looked, Source

FILE_NAME, LOCK_NAME = "updates.json", "updates.lock"
_MOST = 65_536
_INSTANTS = ("asked", "due", "back_since", "answered")


def read_looked(folder: Path, source: Source | None) -> Looked:
    """Return what is kept of a source; of another one only when somebody was asked holds.

    What makes no sense is as if it were not there.
    """
    try:
        written = (folder / FILE_NAME).read_bytes()[:_MOST]
        document = json.loads(written)
    except (OSError, ValueError, RecursionError):
        return Looked()
    if not isinstance(document, dict):
        return Looked()
    asked, due, back_since, answered = (_instant(document.get(name)) for name in _INSTANTS)
    if source is None or document.get("source") != _digest(source):
        return Looked(asked, due, back_since)
    problem, news = _read_problem(document.get("problem")), _read_news(document.get("news"))
    return Looked(asked, due, back_since, answered, problem, news)


def keep_looked(folder: Path, source: Source, looked: Looked) -> None:
    """Keep it; EnvironmentProblem when it cannot be written."""
    document: dict[str, object] = {name: getattr(looked, name) for name in _INSTANTS}
    document |= {
        "source": _digest(source),
        "problem": _written_problem(looked.problem),
        "news": document_of(looked.news) if looked.news else None,
    }
    write_private(folder / FILE_NAME, f"{json.dumps(document, indent=2)}\n")


def only_one(folder: Path, *, patience_seconds: float = 0.0) -> AbstractContextManager[bool]:
    """Let one program at a time read and keep it; gives ``False`` to the others."""
    return alone(folder / LOCK_NAME, patience_seconds=patience_seconds)


def _digest(source: Source) -> str:
    return sha256("\n".join(source).encode()).hexdigest()


def _instant(told: object) -> Instant | None:
    return Instant(told) if type(told) is int and 0 <= told < END else None


def _read_news(told: object) -> News | None:
    with suppress(Problem):
        return news_from(told) if isinstance(told, dict) else None
    return None


def _written_problem(problem: Problem | None) -> Mapping[str, object] | None:
    """Write a problem so that it can be told in any language later."""
    if problem is None:
        return None
    places = {name: str(value) for name, value in problem.places.items()}
    return {"message": problem.message, "places": places, "kind": kind_of(problem)}


def _read_problem(told: object) -> Problem | None:
    if not isinstance(told, dict):
        return None
    try:
        message, places, kind = told["message"], told["places"], told["kind"]
        if not isinstance(message, str):
            return None
        if kind is None:
            return EnvironmentProblem(message, **places)
        return Failure(message, kind=FailureKind(kind), **places)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError):
        return None
