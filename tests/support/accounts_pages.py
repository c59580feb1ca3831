"""Accounts pages made by hand, in every state that a connection can be in."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from app.domain.accounts import (
    AccountShown,
    AccountsPage,
    Health,
    Known,
    PartRead,
    RefusedRecord,
)
from app.domain.company import Role
from app.domain.connection import (
    Balance,
    Connection,
    Options,
    Progress,
    Provider,
    Right,
    Waiting,
)
from app.domain.failure import Failure, FailureKind
from app.domain.instant import DAY, MINUTE, SECOND, Instant
from app.domain.money import Money
from app.domain.plan_page import Connected
from app.domain.problem import mark
from app.domain.twilio_account import Use, UseBeside
from app.wording.words import Words
from tests.support.meters import NOW
from ui.accounts.round_state import RoundState, round_state
from ui.accounts.state import AccountsState, CompanySeen, accounts_state

ZONE = "Europe/Berlin"
_FIRST = Instant(NOW - 748 * DAY)
_SIGNED_OUT = mark(
    "HubSpot does not accept this key any more. Make a new service key in HubSpot and paste it "
    "here, or: talktally account key {name}"
)
_AWAY = mark("{server} cannot be reached. Check the network.")
_BUSY = mark("{server} takes only so many questions at a time.")
_LONG = mark(
    "{server} answered with something that Talktally does not understand, three times in a row. "
    "Nothing is lost: what was read stays, and the same page is asked for again in an hour."
)


def hubspot() -> AccountShown:
    """A portal with calls and texts of three users, read back to the beginning."""
    return AccountShown(
        Connection(1, Provider.HUBSPOT, "Sales portal", "4711", "Example Works", currency="EUR",
                   zone=ZONE),
        Health.FINE,
        synced=Instant(NOW - 3 * MINUTE),
        tried=Instant(NOW - 3 * MINUTE),
        due=Instant(NOW + 2 * MINUTE),
        parts=(
            PartRead("calls", 12_400, _FIRST, Instant(NOW - 9 * MINUTE), whole=True, unfinished=2),
            PartRead("texts", 310, Instant(NOW - 90 * DAY), Instant(NOW - DAY), whole=True),
        ),
        people=users(),
    )  # fmt: skip


def users() -> tuple[Known, ...]:
    """Three owners of the portal, one of whom is me and one no longer active."""
    return (
        Known("101", "Jana", "jana@example.com", True, "Jana", True),
        Known("102", "Omar", "omar@example.com", True, "Omar", False),
        Known("103", "Lea", "lea@example.com", False, "Lea", False),
    )


def aircall() -> AccountShown:
    """A company whose calls alone can be read, with records that were not taken."""
    return AccountShown(
        Connection(2, Provider.AIRCALL, "Aircall", "Example Works", "Example Works"),
        Health.FINE,
        synced=Instant(NOW - 4 * MINUTE),
        due=Instant(NOW + 90 * SECOND),
        parts=(PartRead("calls", 8_120, Instant(NOW - 180 * DAY), NOW, whole=True, refused=3),),
        refused=(
            RefusedRecord("calls", "99120", mark("the record has no start"), {}),
            RefusedRecord("calls", "99121", mark("{n} is no length of a call"), {"n": "-4"}),
        ),
        gone=4,
    )


def twilio() -> AccountShown:
    """The account behind Twilio Connect, with a balance."""
    return AccountShown(
        Connection(3, Provider.TWILIO, "Behind Connect", "AC" + "93f1" * 8, "Example Works",
                   options=Options(behind_connect=True), currency="USD"),
        Health.FINE,
        synced=Instant(NOW - MINUTE),
        due=Instant(NOW + 4 * MINUTE),
        parts=(
            PartRead("calls", 2_411, Instant(NOW - 60 * DAY), NOW, whole=True, unfinished=1),
            PartRead("texts", 94, Instant(NOW - 30 * DAY), Instant(NOW - DAY), whole=True),
        ),
        balance=Balance("41.2700", "USD", Instant(NOW - MINUTE)),
        use=month_use(),
    )  # fmt: skip


def month_use(**changes: object) -> UseBeside:
    """What Twilio counted in a month, as the ledger has it unless said otherwise."""
    counted = Use(1_204, 512, 0)
    said: dict[str, object] = {
        "start": date(2026, 11, 1), "end": date(2026, 11, 22), "at": Instant(NOW - MINUTE),
        "twilio": counted, "ledger": counted, "price": Money(Decimal("18.42"), "USD"),
        "subaccounts": True,
    }  # fmt: skip
    return UseBeside(**{**said, **changes})  # type: ignore[arg-type]  # its own


def company() -> Connected:
    """The plan server, reached nine minutes ago."""
    return Connected(
        "plans.example.com", "Example Works", "Jana", Role.OWNER, Instant(NOW - 9 * MINUTE)
    )


def _one(health: Health, **fields: object) -> AccountsPage:
    """A page on which the first of the connections fares otherwise."""
    changed = replace(hubspot(), health=health, **fields)  # type: ignore[arg-type]  # its own
    return AccountsPage(NOW, (changed, aircall()))


def first_sync() -> AccountsPage:
    """The portal in its first round: some is read, more is to come."""
    part = PartRead("calls", 3_600, Instant(NOW - 35 * DAY), NOW, read=3_600, total=12_400)
    return _one(Health.NEW, synced=None, due=None, parts=(part,), people=())


def many(count: int = 400) -> AccountsPage:
    """A portal of very many users, of whom nobody is me yet."""
    people = tuple(
        Known(str(n), f"Person {n}", f"person.{n}@example.com", n % 9 != 0, f"Person {n}", False)
        for n in range(count)
    )
    return AccountsPage(NOW, (replace(hubspot(), people=people),), asks_me=True)


def pages() -> dict[str, AccountsPage]:
    """Every page by a name for its picture."""
    away = Failure(_AWAY, kind=FailureKind.OFFLINE, server="HubSpot")
    out = Failure(_SIGNED_OUT, kind=FailureKind.SIGN_IN, server="HubSpot", name="Sales portal")
    differing = month_use(ledger=Use(1_209, 514, 3))
    long = Failure(_LONG, kind=FailureKind.BROKEN, server="HubSpot")
    return {
        "empty": AccountsPage(NOW),
        "fine": AccountsPage(NOW, (hubspot(), aircall(), twilio())),
        "differs": AccountsPage(NOW, (replace(twilio(), gone=2, use=differing),)),
        "first_sync": first_sync(),
        "waiting": first_sync(),
        "signed_out": _one(Health.SIGN_IN, trouble=out),
        "offline": _one(Health.OFFLINE, trouble=away, synced=Instant(NOW - 2 * DAY)),
        "paused": _one(Health.PAUSED),
        "trouble": _one(Health.TROUBLE, trouble=long, lacking=(Right.TEXTS, Right.PEOPLE)),
        "many": many(),
    }


def rounds(words: Words) -> dict[str, dict[int, RoundState]]:
    """The rounds that run on some of the pages."""
    busy = Failure(_BUSY, kind=FailureKind.BUSY, server="HubSpot")
    reading = Progress(1, "calls", 3_600, 12_400)
    waits = reading._replace(waiting=Waiting(9, busy))
    return {
        "first_sync": {1: round_state(words, Provider.HUBSPOT, reading)},
        "waiting": {1: round_state(words, Provider.HUBSPOT, waits)},
    }


def shown(words: Words, name: str) -> AccountsState:
    """The state of a page; a company is joined on some of them."""
    joined = name in {"fine", "offline", "many"}
    return accounts_state(
        words,
        pages()[name],
        zone=ZONE,
        rounds=rounds(words).get(name),
        company=CompanySeen(company() if joined else None),
    )
