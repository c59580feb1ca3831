"""Fetched prices: kept where they say something new."""

from decimal import Decimal
from pathlib import Path

from app.actions.explain import explain
from app.actions.status import read_status
from app.actions.verify import verify
from app.domain.instant import DAY, Instant
from app.domain.money import Money
from app.domain.price import PriceRow
from app.domain.receipt import Receipt
from app.ledger.connections.prices import keep_prices
from app.ledger.ledger import Ledger
from app.ledger.plans import add_prices
from app.wording.receipts import receipt_text
from tests.support.connections import connect
from tests.support.ledgers import NOW, call, keep, ledger_with, receipts
from tests.support.wordings import ENGLISH


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


def _state(ledger: Ledger, *rows: PriceRow) -> None:
    with ledger.writing() as writing:
        add_prices(writing, rows)
        writing.change_rules()


def _billed(ledger: Ledger) -> Receipt:
    """Keep a call past the allowance; returns its receipt."""
    keep(ledger, call(minutes=2_000), call(Instant(NOW + DAY)))
    (receipt,) = (each for each in receipts(ledger) if each.billed_units)
    return explain(ledger, receipt.id)


def test_a_price_of_ones_own_goes_before_a_fetched_one(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", linked=True) as ledger:
        _state(ledger, _row("0.0100", NOW - DAY))
        assert _fetch(ledger, _row("0.0140", NOW + DAY)) == 1
        receipt = _billed(ledger)
        assert verify(ledger).ok
    assert receipt.amount == Money(Decimal("0.0100"), "USD")
    assert receipt.prices == (_row("0.0100", NOW - DAY),)


def test_a_receipt_names_the_fetched_price(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", linked=True) as ledger:
        _fetch(ledger, _row("0.0140", NOW - DAY))
        receipt = _billed(ledger)
    rows = receipt_text(ENGLISH, receipt).rows
    assert ("Priced by", "Twilio's price, fetched 20 Nov 2026") in rows


def test_fetched_prices_change_nothing_that_a_stated_price_fits(tmp_path: Path) -> None:
    with ledger_with(tmp_path, "hubspot-professional", linked=True) as ledger:
        _state(ledger, _row("0.0100", NOW - DAY))
        _billed(ledger)
        before = read_status(ledger, Instant(NOW + 2 * DAY)).meters
        _fetch(ledger, PriceRow("1", "1415", "minute", Money(Decimal(9), "EUR"), Instant(NOW)))
        assert read_status(ledger, Instant(NOW + 2 * DAY)).meters == before
