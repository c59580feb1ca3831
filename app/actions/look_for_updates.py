"""Ask whether there is a newer version: once a day by itself, or because a person wants it."""

import random
from collections.abc import Callable, Mapping
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
    from app.remote.http import Peers

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
    try:
        with only_one(folder) as alone:
            if not alone:
                return False
            before = read_looked(folder, source)
            looked = with_clock(before, now)
            due = asked or is_due(looked, now)
            if due or looked != before:
                keep_looked(folder, source, asking(looked, now, jitter) if due else looked)
            return due
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
    from app.remote.failures import is_out_of_reach
    from app.remote.updates.feed import fetch_news

    try:
        news = fetch_news(source, peers)
        # Read again: meanwhile another program may have taken later news.
        looked = with_news(read_looked(folder, source), news, now())
    except Problem as problem:
        away = isinstance(problem, Failure) and is_out_of_reach(problem)
        looked = with_problem(read_looked(folder, source), problem, now(), away=away)
    keep_looked(folder, source, looked)
    return looked
