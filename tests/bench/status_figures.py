"""How long the figures of a status take in a large ledger, beside a small one."""

from collections.abc import Callable
from statistics import median

from app.actions.status import read_status
from app.ledger.ledger import Ledger, ledger_path
from tests.bench.ledgers import LARGE, SMALL, folder_of
from tests.bench.rounds import clocked, in_turn, milliseconds
from tests.bench.row import Measured, Row
from tests.support.ledgers import NOW

_ROUNDS = 300


def measure() -> Measured:
    """Read both in turn; the median of each."""
    with (
        Ledger(ledger_path(folder_of(LARGE))) as large,
        Ledger(ledger_path(folder_of(SMALL))) as small,
    ):
        sides = _reading(large), _reading(small)
        ours, against = map(median, in_turn(*sides, _ROUNDS))
    return Measured(milliseconds(ours), milliseconds(against), ours / against)


def _reading(ledger: Ledger) -> Callable[[], float]:
    read = clocked(lambda: read_status(ledger, NOW))
    read()  # plans and zones are read once in a program's life
    return read


ROW = Row(
    "figures",
    f"figures of a status, {LARGE:,} entries",
    f"{SMALL:,} entries",
    1.2,
    1.0,
    "Both sides: all meters of one agent, who has as many entries in both, read from an open "
    "ledger of a team of ten, two years long, in process. The median of "
    f"{_ROUNDS} rounds each, in turn.",
    measure,
)
