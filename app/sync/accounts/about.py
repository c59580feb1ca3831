"""What a round learns of the account itself: rights, users, prices, and what is left on it."""

from collections.abc import Mapping
from contextlib import suppress

from app.domain.connection import AccountFound, Provider, Right
from app.domain.failure import Failure, FailureKind
from app.domain.instant import DAY, MINUTE
from app.domain.problem import mark
from app.ledger.connections.accounts import note_found
from app.ledger.connections.month_use import keep_month_use
from app.ledger.connections.people import agents_of, keep_people
from app.ledger.connections.prices import keep_prices
from app.ledger.connections.so_far import regions_called
from app.ledger.ledger import Writing
from app.remote.pages import Reader
from app.sync.accounts.going import Going

_HOUR = 60 * MINUTE
#: Rights whose words the parts begin with that they open.
_OF_PARTS = frozenset({Right.CALLS, Right.TEXTS})
_OTHER = mark("The key of {name} opens another account now. Give it the key of this account.")


def learn_account(going: Going, reader: Reader) -> Mapping[str, str]:
    """Ask whom the key belongs to and who works there, hourly; returns what users are called here.

    Failure, of the kind SIGN_IN for a key of another account.
    """
    if not begins(_HOUR, going):
        with going.ledger.reading() as snapshot:
            return agents_of(snapshot.connection, going.connection.id)
    found = reader.look()
    _check_same(going, found)
    people = () if Right.PEOPLE in found.lacking else reader.people()

    def keep(writing: Writing) -> Mapping[str, str]:
        note_found(writing, going.connection.id, found)
        return keep_people(writing, going.connection.id, people)

    return going.write(keep)


def may_read(going: Going, part: str) -> bool:
    """Tell whether the key may read a part, as far as is known."""
    lacking = going.so_far().lacking
    return not any(part.startswith(right.value) for right in lacking if right in _OF_PARTS)


def learn_more(going: Going, reader: Reader) -> None:
    """Read what is left, hourly what was counted, and daily prices; all is well without them."""
    going.check()
    with suppress(Failure):
        going.balance = reader.balance(going.now())
    with suppress(Failure):
        _learn_use(going, reader)
    with suppress(Failure):
        _learn_prices(going, reader)


def _learn_use(going: Going, reader: Reader) -> None:
    """Hold what the provider counted against the ledger, now that everything new has been read."""
    month = reader.usage(going.now()) if begins(_HOUR, going) else None
    if month is not None:
        at = going.now()
        going.write(lambda writing: keep_month_use(writing, going.connection, month, at))


def _learn_prices(going: Going, reader: Reader) -> None:
    if going.connection.provider is not Provider.TWILIO or not begins(DAY, going):
        return
    with going.ledger.reading() as snapshot:
        regions = regions_called(snapshot.connection)
    rows = reader.prices(regions, going.now())
    if rows:
        going.write(lambda writing: keep_prices(writing, rows))


def begins(period: int, going: Going) -> bool:
    """Tell whether an hour or a day (in microseconds) began since the last good round."""
    last_good = going.so_far().synced
    return last_good is None or last_good // period != going.now() // period


def _check_same(going: Going, found: AccountFound) -> None:
    # Aircall's account is known by its company's name alone, and that may change. A key that may
    # not read the account does not tell it, be it the first one or a later one.
    known = going.connection.account
    if going.connection.provider is Provider.AIRCALL or not (found.account and known):
        return
    if found.account != known:
        name = going.connection.name
        raise Failure(_OTHER, kind=FailureKind.SIGN_IN, server=name, name=name)
