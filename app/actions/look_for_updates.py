"""Ask whether there is a newer version: once a day by itself, or because a person wants it."""

import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.actions.reaching import peers_in
from app.actions.updates_now import Terms, stand, terms_of
from app.domain.failure import Failure
from app.domain.instant import Instant
from app.domain.problem import EnvironmentProblem, Problem, mark
from app.domain.updates import (
    Looked,
    Source,
    UpdatesNow,
    WhyNot,
    asking,
    is_due,
    with_clock,
    with_news,
    with_problem,
)
from app.machine.paths import make_folder
from app.machine.updates_kept import keep_looked, only_one, read_looked

if TYPE_CHECKING:
    from app.domain.update_news import News
    from app.remote.http import Peers

#: How long another program may take to keep what it was told, a few milliseconds as a rule.
_PATIENCE_SECONDS = 5.0
_NO_FEED = mark(
    "This build of Talktally names nobody to ask for newer versions. Look where you got it."
)
_POLICY = mark(
    "Whoever set up this computer decided that Talktally looks for no newer version. Ask them."
)
_REFUSED = mark("What is known of newer versions cannot be kept: {reason}. Check the data folder.")
_OTHER = mark("Another Talktally is looking for a newer version right now. Try again in a moment.")


def look_if_due(
    folder: Path,
    environ: Mapping[str, str],
    now: Callable[[], Instant],
    jitter: Callable[[], float] = random.random,
) -> UpdatesNow:
    """Ask if nobody on this computer has today; trouble on the way is kept, not raised.

    It may take half a minute: not for the main thread. EnvironmentProblem when nothing can be kept.
    """
    terms = terms_of(folder, environ)
    if terms.source is None or terms.why_not is not None:
        return stand(terms, read_looked(folder, terms.source))
    if not _claim(folder, terms.source, now(), jitter(), asked=False):
        return stand(terms, read_looked(folder, terms.source))
    return _ask(folder, environ, terms, now)


def look_now(
    folder: Path,
    environ: Mapping[str, str],
    now: Callable[[], Instant],
    jitter: Callable[[], float] = random.random,
) -> UpdatesNow:
    """Ask because a person wants it, though they let nobody look by itself.

    Problem where the administrator decided against it, or there is nobody to ask; what is wrong
    with the answer is in what is returned.
    """
    terms = terms_of(folder, environ)
    if terms.problem is not None:
        raise terms.problem
    if terms.why_not is WhyNot.ROLLOUT:
        raise Problem(_POLICY)
    if terms.source is None:
        raise Problem(_NO_FEED)
    if not _claim(folder, terms.source, now(), jitter(), asked=True):
        raise EnvironmentProblem(_OTHER)
    return _ask(folder, environ, terms, now)


def _claim(folder: Path, source: Source, now: Instant, jitter: float, *, asked: bool) -> bool:
    """Note that this program asks, before it does; ``False`` where another one did, or will."""
    make_folder(folder)
    with _turn(folder) as alone:
        if not alone:
            return False
        before = read_looked(folder, source)
        looked = with_clock(before, now)
        due = asked or is_due(looked, now)
        if due or looked != before:
            keep_looked(folder, source, asking(looked, now, jitter) if due else looked)
        return due


@contextmanager
def _turn(folder: Path, patience_seconds: float = 0.0) -> Iterator[bool]:
    try:
        with only_one(folder, patience_seconds=patience_seconds) as alone:
            yield alone
    except OSError as trouble:
        reason = trouble.strerror or str(trouble)
        raise EnvironmentProblem(_REFUSED, reason=reason) from trouble


def _ask(
    folder: Path, environ: Mapping[str, str], terms: Terms, now: Callable[[], Instant]
) -> UpdatesNow:
    # Here because it brings httpx, and it is done once a day.
    from app.remote.updates.feed import LIMITS

    peers = peers_in(folder, environ, LIMITS)
    looked = _answered(folder, terms.source, peers, now) if terms.source else Looked()
    return stand(terms, looked)


def _answered(folder: Path, source: Source, peers: "Peers", now: Callable[[], Instant]) -> Looked:
    # Here for the same reason.
    from app.remote.updates.feed import fetch_news

    found: News | Problem
    try:
        found = fetch_news(source, peers)
    except Problem as problem:
        found = problem
    # Alone, for another program may have taken later news, or does so right now.
    with _turn(folder, _PATIENCE_SECONDS) as alone:
        looked = _with(read_looked(folder, source), found, now())
        if alone:
            keep_looked(folder, source, looked)
    return looked


def _with(looked: Looked, found: "News | Problem", now: Instant) -> Looked:
    # Here for the same reason.
    from app.remote.failures import is_out_of_reach

    try:
        if isinstance(found, Problem):
            raise found
        return with_news(looked, found, now)
    except Problem as problem:
        away = isinstance(problem, Failure) and is_out_of_reach(problem)
        return with_problem(looked, problem, now, away=away)
