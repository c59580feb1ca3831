"""What the Accounts page and its rounds ask of ledger and providers, as work for a lane.

The actions are imported inside because they bring SQLAlchemy and httpx, and the first frame does
without.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from app.domain.instant import Instant
from ui.desk.books import Books

if TYPE_CHECKING:
    from app.actions.add_account import Added
    from app.actions.check_account import Checked
    from app.actions.remove_account import Removal, Removed
    from app.domain.accounts import AccountsPage, Known
    from app.domain.connection import Connection, Key, NewConnection, Options, Progress
    from app.domain.plan_page import Connected
    from app.ledger.ledger import Ledger
    from app.machine.secrets import Secrets
    from app.sync.accounts.outcome import AccountOutcome
    from ui.desk.company.network import Request


class Seen(NamedTuple):
    """The connections, and the company's plan server as the page shows it."""

    page: "AccountsPage"
    company: "Connected | None" = None


class Round(NamedTuple):
    """A round that is wanted: which connection, who is told how far it is, and what ends it."""

    connection_id: int
    told: "Callable[[Progress], None]"
    cancelled: Callable[[], bool]


def read_seen(ledger: "Ledger", now: Instant) -> Seen:
    """Read the connections and the company as of now."""
    from app.actions.company_connected import connected_of
    from app.actions.read_accounts import read_accounts
    from app.ledger.company.joined import company_of

    page = read_accounts(ledger, now)
    with ledger.reading() as snapshot:
        return Seen(page, connected_of(snapshot, company_of(snapshot.connection)))


def read_here(books: Books) -> Seen:
    """Read what the page shows."""
    return read_seen(books.ledger(), books.now())


def plan_choices() -> tuple[tuple[str, str], ...]:
    """Name the plans of the catalogue that records can count toward."""
    from app.machine.catalogue import plan_named, plan_names

    return tuple((name, plan_named(name).title) for name in plan_names())


def round_with(wanted: Round, now: Callable[[], Instant]) -> "Request[AccountOutcome | None]":
    """Make the request of one round; ``None`` comes where the connection is gone meanwhile."""

    def request(ledger: "Ledger", secrets: "Secrets") -> "AccountOutcome | None":
        from app.actions.sync_accounts import sync_account
        from app.ledger.connections.accounts import connection_of_id
        from app.sync.accounts.watch import Watch

        with ledger.reading() as snapshot:
            connection = connection_of_id(snapshot.connection, wanted.connection_id)
        if connection is None or connection.paused:
            return None
        watch = Watch(now=now, told=wanted.told, cancelled=wanted.cancelled)
        return sync_account(ledger, secrets, connection, watch)

    return request


def adding(
    new: "NewConnection", now: Callable[[], Instant], cancelled: Callable[[], bool]
) -> "Request[Added]":
    """Make the request that connects an account."""

    def request(ledger: "Ledger", secrets: "Secrets") -> "Added":
        from app.actions.add_account import add_account
        from app.sync.accounts.waiting import patient

        return add_account(ledger, secrets, new, now=now(), wait=patient(cancelled))

    return request


def checking(connection_id: int, cancelled: Callable[[], bool]) -> "Request[Checked]":
    """Make the request that tries a key."""

    def request(ledger: "Ledger", secrets: "Secrets") -> "Checked":
        from app.actions.check_account import check_account
        from app.sync.accounts.waiting import patient

        return check_account(ledger, secrets, connection_id, wait=patient(cancelled))

    return request


def renewing(connection_id: int, key: "Key", cancelled: Callable[[], bool]) -> "Request[Checked]":
    """Make the request that takes a new key."""

    def request(ledger: "Ledger", secrets: "Secrets") -> "Checked":
        from app.actions.renew_key import renew_key
        from app.sync.accounts.waiting import patient

        return renew_key(ledger, secrets, connection_id, key, wait=patient(cancelled))

    return request


def removing(
    connection_id: int, removal: "Callable[[], Removal]", now: Callable[[], Instant]
) -> "Request[Removed | None]":
    """Make the request that removes a connection; ``None`` comes where it was cancelled."""

    def request(ledger: "Ledger", secrets: "Secrets") -> "Removed | None":
        from app.actions.remove_account import remove_account

        return remove_account(ledger, secrets, connection_id, now=now(), removal=removal())

    return request


def pausing(connection_id: int, *, paused: bool) -> "Callable[[Books], Connection]":
    """Make the work that pauses or resumes a connection."""

    def work(books: Books) -> "Connection":
        from app.actions.pause_account import pause_account

        return pause_account(books.ledger(), connection_id, paused=paused)

    return work


def renaming(connection_id: int, name: str) -> "Callable[[Books], Connection]":
    """Make the work that calls a connection otherwise."""

    def work(books: Books) -> "Connection":
        from app.actions.rename_account import rename_account

        return rename_account(books.ledger(), connection_id, name)

    return work


def setting(connection_id: int, options: "Options") -> "Callable[[Books], Connection]":
    """Make the work that keeps options."""

    def work(books: Books) -> "Connection":
        from app.actions.set_account_options import set_account_options

        return set_account_options(books.ledger(), connection_id, options, now=books.now())

    return work


def identifying(
    connection_id: int, user: str, person: str
) -> "Callable[[Books], tuple[Known, ...]]":
    """Make the work that says who a user is; ``person`` "" is me."""

    def work(books: Books) -> "tuple[Known, ...]":
        from app.actions.identify_user import identify_user

        return identify_user(books.ledger(), connection_id, user, person or "me")

    return work
