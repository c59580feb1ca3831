"""What every provider's reader gives: pages of facts, each with the place where to go on."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from app.domain.accounts import RefusedRecord
from app.domain.connection import AccountFound, Balance, RemotePerson, Waiting
from app.domain.event import Fact
from app.domain.instant import Instant
from app.domain.price import PriceRow
from app.domain.twilio_account import MonthUse

#: Waits as long as it says, or raises the Problem that ends a round early.
Wait = Callable[[Waiting], None]


class Span(NamedTuple):
    """From ``start`` on, before ``end``, by when records began."""

    start: Instant
    end: Instant


class Page(NamedTuple):
    """Records that came with one answer, and where to go on.

    ``position``: opaque to everybody but its reader, kept in the transaction that stores the page;
    the next page follows from it alone, in this round or after a restart. ``more``: whether there
    is a next page now. ``read``: records on the page, refused ones too; ``total``: how many the
    reading that is under way has in all, ``None`` where nobody knows. ``unfinished``: ids of
    records whose state, segments or price are not final yet. ``settled``: ids of records that are
    final, ``None`` where those are the ids of the facts: a fact may also be of one leg of a call,
    and a record may be none at all. ``gone``: ids of records that the provider says are deleted.
    ``begins``: the first page of a reading whose last page may carry a ``span``: then everything
    that began in it was on these pages. ``whole``: all there was before this reading has been read
    by now.
    """

    facts: Sequence[Fact]
    position: str
    more: bool = False
    read: int = 0
    total: int | None = None
    refused: Sequence[RefusedRecord] = ()
    unfinished: Sequence[str] = ()
    settled: Sequence[str] | None = None
    gone: Sequence[str] = ()
    begins: bool = False
    span: Span | None = None
    whole: bool = False


class Part(Protocol):
    """One list of a provider that is read into the ledger; raises Failure."""

    @property
    def name(self) -> str:
        """Return "calls" or "texts", or those of a subaccount: "calls AC...". Names the cursor."""
        ...

    def page(self, position: str, now: Instant) -> Page:
        """Read the page after a position; "" is the very beginning.

        After a page without ``more`` the same position begins the next round's reading, which goes
        back by an overlap for what was edited late.
        """
        ...

    def again(self, ids: Sequence[str], now: Instant) -> Page:
        """Read unfinished records again by their ids; ``position`` of the page means nothing."""
        ...

    def is_gone(self, external_id: str, start: Instant) -> bool:
        """Ask for one record that a reading should have had; tells whether it was deleted."""
        ...


class Reader(Protocol):
    """One account at a provider, opened with a key; raises Failure."""

    def look(self) -> AccountFound:
        """Ask who the key belongs to and what it may read."""
        ...

    def people(self) -> tuple[RemotePerson, ...]:
        """Read the users of the account, deactivated ones too; none where there are none."""
        ...

    def parts(self, agents: Mapping[str, str]) -> tuple[Part, ...]:
        """Return the lists to read; ``agents``: what records of a user are called, by their id."""
        ...

    def balance(self, now: Instant) -> Balance | None:
        """Read what is left on a prepaid account, ``None`` where there is no such thing."""
        ...

    def usage(self, now: Instant) -> MonthUse | None:
        """Read what the provider itself counted this month, ``None`` where it tells no such thing.

        Where a connection reads subaccounts, theirs is part of it.
        """
        ...

    def prices(self, regions: Sequence[str], now: Instant) -> tuple[PriceRow, ...]:
        """Read dated prices toward regions (ISO-2); none where the provider publishes none."""
        ...
