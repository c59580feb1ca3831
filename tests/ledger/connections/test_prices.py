"""Fetched prices: kept where they say something new."""

from decimal import Decimal
from pathlib import Path

from app.actions.status import read_status
from app.actions.verify import verify
from app.domain.instant import DAY, Instant
from app.domain.money import Money
from app.domain.price import PriceRow
from app.ledger.connections.prices import keep_prices
from app.ledger.ledger import Ledger
from tests.support.connections import connect
from tests.support.ledgers import NOW, call, keep, ledger_with


def _row(rate: str, at: int = NOW) -> PriceRow:
    return PriceRow("", "1", "minute", Money(Decimal(rate), "USD"), Instant(at))


def _fetch(ledger: Ledger, *rows: PriceRow) -> int:
    with ledger.writing() as writing:
        return keep_prices(writing, rows)


def test_a_price_that_holds_already_is_not_kept_again(tmp_path: Path) -> None:
    with ledger_with(tmp_path) as ledger:
        assert _fetch(ledger, _row("0.0140")) == 1
        assert _fetch(ledger, _row("0.014", NOW + DAY)) == 0
        assert _fetch(ledger, _row("0.0150", NOW + 2 * DAY)) == 1
        assert _fetch(ledger, _row("0.0140", NOW + 3 * DAY)) == 1
        assert _fetch(ledger) == 0


def test_calls_from_the_fetch_on_are_priced_by_it(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", linked=True) as ledger:
        connect(ledger)
        keep(ledger, call(minutes=2_000), call(Instant(NOW + DAY)))
        _fetch(ledger, _row("0.0140", NOW + DAY))
        (meter,) = read_status(ledger, Instant(NOW + 2 * DAY)).meters
        assert verify(ledger).ok
    assert meter.billed_amount == Money(Decimal("0.0140"), "USD")
