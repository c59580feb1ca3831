"""When the program looks for newer versions of itself, and what it tells of them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from app.domain.instant import DAY, MINUTE, Instant, moment
from app.domain.problem import EnvironmentProblem, Problem, mark
from app.domain.update_news import News, reaches, version_of

_OLDER = mark(
    "What is said about newer versions is older than what is known already, so it was passed over. "
    "Try again tomorrow."
)
_TO_COME = mark(
    "What is said about newer versions is of {day}, which is still to come, so it was passed over. "
    "Check the date of this computer."
)
#: Added to a day, so that computers that start at nine do not all ask at nine.
_SPREAD = 4 * 60 * MINUTE
#: After a network that was away nobody has been asked, so that a day would be long.
_AWAY = 60 * MINUTE
#: By so much the clocks of computers and their zones may differ.
_AHEAD = timedelta(days=2)


class Source(NamedTuple):
    """Where news of versions are read: the address of the file, and the key that signs it."""

    address: str
    key: str


class WhyNot(StrEnum):
    """Why the program does not look by itself."""

    NO_FEED = "no_feed"
    ROLLOUT = "rollout"
    ROLLOUT_BROKEN = "rollout_broken"
    SETTING = "setting"


@dataclass(frozen=True, slots=True)
class Looked:
    """What is kept of looking.

    ``asked``: when last, ``due``: when it may be again. ``back_since``: since when the clock has
    stood before ``asked``. ``answered``: when news last came that were taken; ``problem``: why none
    came the last time. ``news``: those taken last.
    """

    asked: Instant | None = None
    due: Instant | None = None
    back_since: Instant | None = None
    answered: Instant | None = None
    problem: Problem | None = None
    news: News | None = None


@dataclass(frozen=True, slots=True)
class UpdatesNow:
    """How things stand: ``server`` who is asked, "" for nobody; ``why_not`` as it stands now.

    ``decided``: by an administrator, so that a person cannot choose. ``newer``: news of a version
    to tell; ``needs``: the version of the system that it needs and this computer lacks, "" where
    it fits.
    """

    installed: str
    looked: Looked
    server: str = ""
    why_not: WhyNot | None = None
    decided: bool = False
    newer: News | None = None
    needs: str = ""


class System(NamedTuple):
    """This computer's system: "linux", "windows" or "macos", and its version, "" for an unknown."""

    name: str
    version: str = ""


def is_due(looked: Looked, now: Instant) -> bool:
    """Tell whether the program may ask by itself; once a day, whatever the clock does.

    Where the clock stands before the last question, a whole day by that clock has to pass.
    """
    if looked.asked is None or looked.due is None:
        return True
    if now < looked.asked:
        return looked.back_since is not None and now >= looked.back_since + DAY
    # A due that seems further than any was planned by a clock that went wrong.
    return now >= min(looked.due, looked.asked + DAY + _SPREAD)


def with_clock(looked: Looked, now: Instant) -> Looked:
    """Note since when the clock stands before the last question."""
    if looked.asked is None or now >= looked.asked:
        return replace(looked, back_since=None)
    since = looked.back_since
    return looked if since is not None and since <= now else replace(looked, back_since=now)


def asking(looked: Looked, now: Instant, jitter: float) -> Looked:
    """Note that somebody asks now, whatever comes of it; ``jitter`` is from 0 to 1."""
    due = Instant(now + DAY + int(_SPREAD * jitter))
    return replace(looked, asked=now, due=due, back_since=None)


def with_news(looked: Looked, news: News, now: Instant) -> Looked:
    """Take news that are signed; EnvironmentProblem for older ones, and those of a day to come.

    What is to come is refused before it is kept: kept, it would shut all true news out.
    """
    today = moment(now).date()
    if news.day > today + _AHEAD:
        raise EnvironmentProblem(_TO_COME, day=news.day.isoformat())
    if looked.news is not None and _order(news) < _order(looked.news):
        raise EnvironmentProblem(_OLDER)
    return replace(looked, answered=now, problem=None, news=news)


def with_problem(looked: Looked, problem: Problem, now: Instant, *, away: bool) -> Looked:
    """Note why no news came; ``away``: nobody was reached, so it is tried within the day."""
    due = Instant(now + _AWAY) if away else looked.due
    return replace(looked, problem=problem, due=due)


def newer(installed: str, news: News | None, system: System) -> tuple[News | None, str]:
    """Return news of a version that is newer than this one, and what system it needs in vain.

    Nothing for a system it is not for, and for a program that is no release itself.
    """
    own = version_of(installed)
    if news is None or own is None or news.version <= own:
        return None, ""
    if news.systems and system.name not in news.systems:
        return None, ""
    least = news.systems.get(system.name, "")
    return news, "" if reaches(system.version, least) else least


def why_not(
    source: Source | None, *, policy: bool | None, broken: bool, wanted: bool
) -> WhyNot | None:
    """Say why the program does not look by itself, ``None`` where it does.

    ``policy``: what whoever set up this computer decided, ``None`` for nothing; ``broken``: nobody
    can tell what they decided, so nobody is asked. ``wanted``: what the person chose.
    """
    if broken:
        return WhyNot.ROLLOUT_BROKEN
    if policy is False:
        return WhyNot.ROLLOUT
    if source is None:
        return WhyNot.NO_FEED
    return None if wanted or policy is True else WhyNot.SETTING


def _order(news: News) -> tuple[date, tuple[int, ...]]:
    return news.day, tuple(news.version)
