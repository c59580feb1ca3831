"""What the Settings page is made of: the settings themselves, and what else is known; Qt-free."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from app.domain.call_report import Contact, SourceNews
from app.domain.instant import Instant
from app.domain.problem import Problem
from app.domain.rollout import NOTHING_DECIDED, Rollout
from app.domain.updates import Looked, UpdatesNow, WhyNot
from app.machine.settings import Settings


class PlanWarnings(NamedTuple):
    """When the plan in force warns by itself; 0 where it has no such allowance or says nothing."""

    minutes: int = 0
    calls: int = 0
    pool_percent: int = 0


class Myself(NamedTuple):
    """Me as the ledger knows me; ``others`` are the names that records use for other people."""

    name: str = ""
    aliases: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    method: str = "browser"
    phone: str = ""
    others: tuple[str, ...] = ()


class Place(NamedTuple):
    """Whose holidays there are: the code that is kept, and the country and part that it names."""

    code: str
    country: str
    part: str


class AtLogin(NamedTuple):
    """Whether the system starts the program at login; ``broken``: one that is gone."""

    on: bool
    broken: bool = False


class LinksSeen(NamedTuple):
    """Who opens links of phone numbers: ``holder`` now, ``before`` beside this program.

    "" for nobody. ``ours``: this program does. ``asks_person``: only the person can choose, in
    the system's settings.
    """

    ours: bool = False
    holder: str = ""
    before: str = ""
    asks_person: bool = False


@dataclass(frozen=True, slots=True)
class Phones:
    """How softphones stand: the news of each that is wanted, and why one cannot be listened to.

    ``token``: of the local address, "" while nobody asked to see it.
    """

    news: tuple[SourceNews, ...] = ()
    problems: Mapping[str, Problem] = field(default_factory=dict)
    token: str = ""

    def contact(self, source: str) -> Contact:
        """Return how a source is in touch."""
        found = (each.contact for each in self.news if each.source == source)
        return next(found, Contact.OFF)


class UpdatesSeen(NamedTuple):
    """What is known of newer versions; ``looking``: somebody waits for an answer."""

    now: UpdatesNow = UpdatesNow("", Looked(), why_not=WhyNot.NO_FEED)
    looking: bool = False


class LogSeen(NamedTuple):
    """A call log of a softphone: where it is, and how it was read last.

    ``softphone``: whose it is, "" where only its content tells. ``at``: when it was read, ``None``
    before it was. ``refused``: lines of it that make no sense. ``problem``: why it cannot be read.
    """

    path: str
    softphone: str = ""
    at: Instant | None = None
    calls: int = 0
    refused: int = 0
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What was read in the background; ``me`` is ``None`` until it was.

    ``places``: whose holidays can be chosen; ``next_holiday``: the next day that is free by what
    is chosen, with nothing where there is none. ``at_login`` and ``links`` are ``None`` where
    nobody can tell.
    """

    me: Myself | None = None
    plan: PlanWarnings = field(default_factory=PlanWarnings)
    last_backup: Instant | None = None
    places: tuple[Place, ...] = ()
    next_holiday: date | None = None
    at_login: AtLogin | None = None
    links: LinksSeen | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything at one moment.

    ``problems``: a sentence for each row whose last answer was not taken. ``counting``: what was
    said about me is being worked into the figures. ``samples``: a notice can be shown for trial.
    ``phones``: how softphones stand. ``logs``: call logs that are read, and those found here.
    ``rollout``: what an administrator decided for everybody on this computer.
    """

    settings: Settings
    folder: str
    version: str
    zone: str
    known: Known = field(default_factory=Known)
    tray: bool = True
    samples: bool = False
    counting: bool = False
    phones: Phones = field(default_factory=Phones)
    logs: tuple[LogSeen, ...] = ()
    updates: UpdatesSeen = field(default_factory=UpdatesSeen)
    rollout: Rollout = NOTHING_DECIDED
    problems: Mapping[str, str] = field(default_factory=dict)
