"""One part of an account read: what is not final yet, then page after page to the end."""

from collections.abc import Sequence

from app.domain.connection import Provider
from app.domain.failure import Failure, FailureKind
from app.domain.instant import DAY
from app.domain.problem import mark
from app.ledger.connections.pages import position_of
from app.ledger.connections.so_far import read_so_far
from app.ledger.connections.unfinished import unfinished_due
from app.ledger.connections.withdrawing import withdrawn_of
from app.remote.pages import Page, Part
from app.sync.accounts.about import begins
from app.sync.accounts.ahead import Ahead, fetching_ahead, joined
from app.sync.accounts.going import Going
from app.sync.accounts.spans import Seen, deleted
from app.sync.accounts.storing import account_of, store_more, store_next
from app.sync.accounts.trouble import meets_all

_MOST_AGAIN, _MOST_RETURNED = 50, 200
#: So many failures of single questions are no matter of single records any more.
_MOST_FAILED = 3
_CIRCLE = mark("{server} answers the same page again and again. Try again later.")


def read_part(going: Going, part: Part) -> None:
    """Read a part to its end, each page kept as soon as it is there; Problem."""
    position = _begin(going, part)
    _read_again(going, part)
    _look_for_returned(going, part)
    seen = Seen()
    with fetching_ahead(lambda place: part.page(place, going.now())) as ahead:
        more = True
        while more:
            going.check()
            pages = ahead.pages(position)
            for each in pages:
                seen.add(each)
            page = joined(pages)
            position, more = _kept(going, part, page, position, seen)
            _keep_deleted(going, part, page, seen, ahead)


def _begin(going: Going, part: Part) -> str:
    """Take up a part where it was left; returns where to go on."""
    going.part, going.total = part.name, None
    with going.ledger.reading() as snapshot:
        place = snapshot.connection, going.connection.id, part.name
        going.counts.parts[part.name] = read_so_far(*place)
        return position_of(*place)


def _read_again(going: Going, part: Part) -> None:
    with going.ledger.reading() as snapshot:
        ids = unfinished_due(
            snapshot.connection, going.connection.id, part.name, going.now(), _MOST_AGAIN
        )
    if not ids:
        return
    going.check()
    try:
        page = part.again(ids, going.now())
    except Failure as failure:
        if meets_all(failure):
            raise
        if len(ids) > 1:
            _read_each_again(going, part, ids)
            return
        page = Page((), "")
    store_more(going, part, page, ids)


def _look_for_returned(going: Going, part: Part) -> None:
    """Ask once a day whether deleted records are there again, where that is one question or two.

    Nobody says that HubSpot takes a restored record for a changed one.
    """
    connected = going.connection
    if connected.provider is not Provider.HUBSPOT or not begins(DAY, going):
        return
    account = account_of(going, part)
    with going.ledger.reading() as snapshot:
        ids = withdrawn_of(
            snapshot.connection, connected.provider, account, part.name, _MOST_RETURNED
        )
    if ids:
        going.check()
        store_more(going, part, part.again(ids, going.now()))


def _read_each_again(going: Going, part: Part, ids: Sequence[str]) -> None:
    """Ask for records one by one, so that one of them holds up neither the others nor the pages.

    One that cannot be had is asked for ever more rarely, as if it were not final yet.
    """
    failed = 0
    for each in ids:
        going.check()
        try:
            page = part.again((each,), going.now())
        except Failure as failure:
            failed += 1
            if meets_all(failure) or failed >= _MOST_FAILED:
                raise
            page = Page((), "")
        store_more(going, part, page, (each,))


def _kept(going: Going, part: Part, page: Page, position: str, seen: Seen) -> tuple[str, bool]:
    """Store a page; returns where to go on, and whether there is more."""
    if page.more and page.position == position:
        raise Failure(_CIRCLE, kind=FailureKind.BROKEN, server=going.connection.name)
    if page.total is not None:
        going.total = page.total
    reached = store_next(going, part, page, position)
    if reached == page.position:
        return reached, page.more
    # Another program went on from the same place, and what it read is not known here.
    seen.lose()
    return reached, True


def _keep_deleted(going: Going, part: Part, page: Page, seen: Seen, ahead: Ahead) -> None:
    if page.span is None or seen.ids is None:
        return
    ids = seen.ids
    seen.lose()
    gone = deleted(going, part, page.span, ids, ahead)
    if gone:
        store_more(going, part, Page((), "", gone=gone))
