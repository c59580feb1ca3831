"""A page stored: with where to go on, unless somebody else has gone on from there meanwhile."""

from collections.abc import Sequence

from app.domain.connection import Provider
from app.ledger.connections.pages import Arriving, PageStored, position_of, store_page
from app.ledger.ledger import Writing
from app.remote.pages import Page, Part
from app.sync.accounts.going import Going

#: Whose reader itself tells damage from what is refused for good, such as a text that failed.
_TELLS_DAMAGE = frozenset({Provider.TWILIO})


def store_next(going: Going, part: Part, page: Page, begun: str) -> str:
    """Store the page that came after a position; returns where to go on.

    That is the page's own end, or where another program is that read on meanwhile: the same facts
    twice are no harm, a place set back would be.
    """
    reached = page.position

    def keep(writing: Writing) -> PageStored:
        nonlocal reached
        present = position_of(writing.connection, going.connection.id, part.name)
        moved = present != begun
        reached = present if moved else page.position
        arriving = _arriving(going, part, page, None if moved else reached)
        return store_page(writing, going.connection, arriving, going.now())

    stored = going.write(keep)
    going.counts.parts[part.name] = going.counts.parts.get(part.name, 0) + page.read
    _count(going, page, stored)
    return reached


def store_more(going: Going, part: Part, page: Page, asked: Sequence[str] = ()) -> None:
    """Store what was asked for beside the pages: nothing changes about where to go on."""
    arriving = _arriving(going, part, page, None, asked)
    now = going.now()
    stored = going.write(lambda writing: store_page(writing, going.connection, arriving, now))
    _count(going, page, stored)


def account_of(going: Going, part: Part) -> str:
    """Return the account whose records a part holds: "calls" are the connection's own."""
    return part.name.partition(" ")[2] or going.connection.account


def _arriving(
    going: Going, part: Part, page: Page, position: str | None, asked: Sequence[str] = ()
) -> Arriving:
    return Arriving(
        part.name, account_of(going, part), page.facts, position, page.read, going.total,
        page.whole and position is not None, _to_read_again(going, page), page.refused, page.gone,
        asked, page.settled,
    )  # fmt: skip


def _to_read_again(going: Going, page: Page) -> Sequence[str]:
    """Return the records that are not final, and those that may have been damaged on their way."""
    if going.connection.provider in _TELLS_DAMAGE:
        return page.unfinished
    refused = (record.external_id for record in page.refused if record.external_id)
    return tuple(dict.fromkeys((*page.unfinished, *refused)))


def _count(going: Going, page: Page, stored: PageStored) -> None:
    """Count what a page brought, once it is kept."""
    counts = going.counts
    counts.read += page.read
    counts.new += stored.new
    counts.changed += stored.changed
    counts.gone += stored.gone
    going.tell()
