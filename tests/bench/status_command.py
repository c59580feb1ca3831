"""How long ``talktally status`` takes as a process, beside one that only imports SQLAlchemy."""

from statistics import median

from tests.bench.ledgers import LARGE, folder_of
from tests.bench.processes import process
from tests.bench.rounds import in_turn, milliseconds
from tests.bench.row import Measured, Row

_ROUNDS = 15


def measure() -> Measured:
    """Start both in turn; the median of each."""
    ours = process("-m", "ui", "status", "--data-dir", str(folder_of(LARGE)))
    against = process("-c", "import sqlalchemy")
    ours(), against()  # the files are read from the disk once
    found, beside = map(median, in_turn(ours, against, _ROUNDS))
    return Measured(milliseconds(found), milliseconds(beside), found / beside)


ROW = Row(
    "status",
    f"`talktally status`, {LARGE:,} entries",
    "`import sqlalchemy`",
    2.0,
    1.5,
    "Both sides: a whole process of the same Python, modules compiled before, from its start to "
    f"its end. The median of {_ROUNDS} rounds each, in turn.",
    measure,
)
