"""Cards of numbers as they stand in small ledgers: near the limit, billed, blocked, unknown."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.actions.look_at_number import look_at_number
from app.domain.places import local_time, town_of, zones_of
from app.ledger.ledger import Ledger
from tests.support.console import Console
from tests.support.ledgers import NOW, call, keep, ledger_with
from ui.dial.state import Found

NUMBER, ABROAD, SERVICE = "+14155550188", "+493090182000", "+18005550199"
CASES = {
    "included": ("hubspot-starter", 330, NUMBER),
    "near": ("hubspot-starter", 29_200, NUMBER),
    "blocked": ("hubspot-starter", 31_000, NUMBER),
    "billed": ("hubspot-professional", 121_000, NUMBER),
    "unpriced": ("hubspot-professional", 121_000, ABROAD),
    "service": ("hubspot-professional", 330, SERVICE),
    "unplanned": ("", 330, NUMBER),
}


def found(folder: Path, case: str, language: str = "en") -> Found:
    """Read the card of a case from a ledger made in a folder."""
    _, _, number = CASES[case]
    with _ledger(folder, case) as ledger:
        card = look_at_number(ledger, number, NOW)
    return Found(card, town_of(number, language), local_time(zones_of(number), NOW), NOW)


@contextmanager
def _ledger(folder: Path, case: str) -> Iterator[Ledger]:
    plan, seconds, _ = CASES[case]
    folder.mkdir(parents=True, exist_ok=True)
    with ledger_with(folder, *([plan] if plan else []), linked=True) as ledger:
        keep(ledger, call("2026-11-03 09:00", seconds=seconds, far="+12125550123"))
        for day in range(2, 10):
            keep(ledger, call(f"2026-10-{day:02} 09:00", seconds=330 + day, far=NUMBER,
                              name="Anna Brandt"))  # fmt: skip
    prices = folder / "prices.csv"
    prices.write_text("to,rate,currency,valid from\n1415,0.0140,USD,2026-01-01\n", "utf-8")
    console = Console(folder)
    console.done("prices", "use", prices)
    console.done("me", "--phone", "+14155550100")
    with Ledger(folder / "ledger.db") as ledger:
        yield ledger
