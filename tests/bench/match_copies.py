"""How fast records are found to be of calls that another source has reported already."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from app.actions.collection import collection_put_off
from app.actions.import_file import CHUNK
from app.domain.event import Call, Fact, Source
from app.domain.instant import SECOND, Instant
from app.ledger.ledger import Ledger, ledger_path
from tests.bench.ledgers import CACHE, LARGE, copy_of, facts
from tests.bench.rounds import clocked
from tests.bench.row import Measured, Row

COPIES = 50_000
# Later than every entry of the ledger: nothing there agrees with it.
_APART_US = 10_000 * 86_400 * SECOND


def measure() -> Measured:
    """Store copies of calls that the ledger has, and as many calls that it has not."""
    CACHE.mkdir(parents=True, exist_ok=True)
    copies = list(copies_of(LARGE, COPIES))
    others = [
        each._replace(source=Source("twinkle"), start=Instant(each.start + _APART_US))
        for each in copies
    ]
    with TemporaryDirectory(dir=CACHE) as folder:
        data = copy_of(LARGE, Path(folder) / "data")
        with Ledger(ledger_path(data)) as ledger:
            beside = clocked(lambda: _store(ledger, others))()
            found = clocked(lambda: _store(ledger, copies))()
            with ledger.reading() as snapshot:
                query = "SELECT count(*) FROM twin"
                (matched,) = snapshot.connection.exec_driver_sql(query).one()
    if matched != COPIES:
        raise AssertionError(f"{matched} of {COPIES} copies were found")
    return Measured(
        f"{COPIES / found:,.0f} records/s", f"{COPIES / beside:,.0f} records/s", beside / found
    )


def copies_of(entries: int, count: int) -> Iterator[Call]:
    """Yield calls of the ledger as a softphone's log would report them, two seconds later."""
    calls = (each for each in facts(entries) if isinstance(each, Call))
    for each in islice(calls, count):
        yield each._replace(
            source=Source("microsip"),
            start=Instant(each.start + 2 * SECOND),
            agent="",
            method=None,
            legs=(),
        )


def _store(ledger: Ledger, records: Sequence[Fact]) -> None:
    for first in range(0, len(records), CHUNK):
        with collection_put_off(), ledger.writing(durable=False) as writing:
            writing.store(records[first : first + CHUNK])


ROW = Row(
    "copies",
    f"match {COPIES:,} records with calls among {LARGE:,} entries",
    "the same records where nothing agrees with them",
    0.2,
    0.3,
    "Ours: records of a softphone's log, each of a call that the ledger has from HubSpot, stored "
    "in chunks as an import does; each is looked for by number and time, paired, and the totals "
    "are moved. Against: as many records of another softphone, of a time that the ledger knows "
    "nothing about. Records a second; higher is better.",
    measure,
    higher=True,
)
