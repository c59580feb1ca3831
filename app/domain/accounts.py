"""The connections as the Accounts page and ``account list`` show them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from app.domain.connection import Balance, Connection, Right
from app.domain.instant import Instant
from app.domain.problem import Problem
from app.domain.twilio_account import UseBeside


class Health(StrEnum):
    """How a connection fares, the first that applies.

    PAUSED: a person wants no rounds. SIGN_IN: its key is not accepted, missing or lacks a right it
    cannot do without. NEW: no round has ended well yet. OFFLINE: the network is away. TROUBLE:
    anything else that was wrong with the last round. FINE.
    """

    PAUSED = "paused"
    SIGN_IN = "sign_in"
    NEW = "new"
    OFFLINE = "offline"
    TROUBLE = "trouble"
    FINE = "fine"


class PartRead(NamedTuple):
    """What was read of one part ("calls", "texts").

    ``entries``: how many of its records the ledger holds now, ``first`` and ``last`` when the
    oldest and the newest began. ``whole``: read back to the beginning; else ``read`` of ``total``
    records so far, ``total`` being ``None`` where nobody knows. ``unfinished``: records to be read
    again, for their state, segments or price are not final. ``refused``: records not taken.
    ``never``: records whose price or segments never came, which are not asked for any more.
    """

    part: str
    entries: int = 0
    first: Instant | None = None
    last: Instant | None = None
    whole: bool = False
    read: int = 0
    total: int | None = None
    unfinished: int = 0
    refused: int = 0
    never: int = 0


class Known(NamedTuple):
    """A user of a provider and who that is here.

    ``agent``: the name their records carry; ``person``: whom that stands for as people read it.
    """

    external_id: str
    agent: str
    email: str
    active: bool
    person: str
    is_me: bool


class RefusedRecord(NamedTuple):
    """A record that was not taken: its id at the provider, and why, as a template with places."""

    part: str
    external_id: str
    reason: str
    places: dict[str, str]


@dataclass(frozen=True, slots=True)
class AccountShown:
    """One connection with all that is known of it.

    ``synced``: the last good round, ``tried``: the last one, ``due``: the next one. ``trouble``:
    what was wrong with the last one. ``gone``: records that the provider deleted since. ``use``:
    what the provider itself counted this month, beside what the ledger held then.
    """

    connection: Connection
    health: Health
    synced: Instant | None = None
    tried: Instant | None = None
    due: Instant | None = None
    trouble: Problem | None = None
    lacking: tuple[Right, ...] = ()
    parts: tuple[PartRead, ...] = ()
    people: tuple[Known, ...] = ()
    refused: tuple[RefusedRecord, ...] = ()
    gone: int = 0
    balance: Balance | None = None
    use: UseBeside | None = None


@dataclass(frozen=True, slots=True)
class AccountsPage:
    """All connections, in the order they were added, at an instant."""

    now: Instant
    accounts: tuple[AccountShown, ...] = ()
    #: Several people are named and nobody is "me" yet.
    asks_me: bool = False
