"""Connections: an account at a provider that the ledger reads, and what is known of it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from app.domain.instant import Instant
from app.domain.problem import Problem


class Provider(StrEnum):
    """Whose records a connection reads; the word is also the provider of their source."""

    HUBSPOT = "hubspot"
    AIRCALL = "aircall"
    TWILIO = "twilio"


@dataclass(frozen=True, slots=True)
class Key:
    """What a provider lets somebody in by; it lies in the keyring alone and is never shown.

    HubSpot: ``word`` is the token, ``user`` stays "". Aircall: API id and API token. Twilio: the
    account's SID with its auth token, or an API key's SID with its secret.
    """

    user: str = field(repr=False)
    word: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Options:
    """What a person may say of a connection.

    ``version``: of HubSpot's paths, "v3" or a dated one such as "2026-09", "" for the usual one.
    ``behind_connect``: the account is the one behind Twilio Connect. ``subaccounts``: read those of
    a Twilio account too. ``counts_toward``: a plan's name or "none" for all its records, "" for
    what the plans themselves say.
    """

    version: str = ""
    behind_connect: bool = False
    subaccounts: bool = True
    counts_toward: str = ""


@dataclass(frozen=True, slots=True)
class NewConnection:
    """A connection as a person asks for it.

    ``name``: "" lets it be named after the account. ``account``: only Twilio's, the SID, which is
    part of every path. ``address``: "" for the provider's own, else of a gateway or local server.
    """

    provider: Provider
    key: Key
    name: str = ""
    account: str = ""
    address: str = ""
    options: Options = Options()


@dataclass(frozen=True, slots=True)
class Connection:
    """A connection of this ledger.

    ``account``: the provider's own id of the account, which its records carry: HubSpot's portal,
    Aircall's company, Twilio's SID. ``title``: what the provider calls the account. ``zone`` and
    ``currency``: as the provider tells them, "" where it does not. ``kept_for_run``: its key is in
    no keyring and gone when the program ends.
    """

    id: int
    provider: Provider
    name: str
    account: str
    title: str = ""
    address: str = ""
    options: Options = Options()
    zone: str = ""
    currency: str = ""
    paused: bool = False
    kept_for_run: bool = False


class Right(StrEnum):
    """What a key may lack; only reading is ever asked for."""

    CALLS = "calls"
    TEXTS = "texts"
    PEOPLE = "people"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class AccountFound:
    """The account that a key opens, as its provider tells it; ``lacking``: rights it has not."""

    account: str
    title: str
    zone: str = ""
    currency: str = ""
    lacking: tuple[Right, ...] = ()


class RemotePerson(NamedTuple):
    """A user as a provider names them: a HubSpot owner, an Aircall user.

    ``numbers``: their own, E.164, where the provider tells them.
    """

    external_id: str
    name: str
    email: str = ""
    active: bool = True
    numbers: tuple[str, ...] = ()


class Waiting(NamedTuple):
    """Why a round stands still, and for how many seconds: "HubSpot asks to wait 9 s"."""

    seconds: float
    reason: Problem


class Progress(NamedTuple):
    """How far a round is with one part of a connection; ``total``: ``None`` where nobody knows.

    ``waiting``: ``None`` while it reads.
    """

    connection_id: int
    part: str
    read: int
    total: int | None = None
    waiting: Waiting | None = None


class Balance(NamedTuple):
    """What is left on a prepaid account, as its provider wrote it, and when that was."""

    amount: str
    currency: str
    at: Instant
