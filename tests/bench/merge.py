"""How fast every call of a ledger of two sources is looked at for reports of the same call."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from app.actions.collection import collection_put_off
from app.actions.duplicates import find_duplicates
from app.actions.import_file import CHUNK
from app.domain.twins import NEAR_US, TALK_PART, TALK_US
from app.ledger.convert import CALL
from app.ledger.ledger import Ledger, ledger_path
from tests.bench.ledgers import CACHE, LARGE, copy_of
from tests.bench.match_copies import COPIES, copies_of
from tests.bench.plain_sqlite import connected
from tests.bench.rounds import clocked
from tests.bench.row import Measured, Row

_JOIN = f"""
    SELECT f.id, o.id FROM fact f JOIN fact o ON o.far_id = f.far_id
        AND o.start_us BETWEEN f.start_us - {NEAR_US} AND f.start_us + {NEAR_US}
        AND o.kind = {CALL} AND o.source_id <> f.source_id AND o.inbound = f.inbound
        AND (abs(o.talk_us - f.talk_us) <= {TALK_US}
             OR abs(o.talk_us - f.talk_us) * {TALK_PART} <= max(o.talk_us, f.talk_us))
    WHERE f.kind = {CALL}
"""  # noqa: S608 - our own numbers


def measure() -> Measured:
    """Look at every call of a ledger, and join it with itself."""
    with TemporaryDirectory(dir=CACHE) as folder:
        path = ledger_path(copy_of(LARGE, Path(folder) / "data"))
        with Ledger(path) as ledger:
            records = list(copies_of(LARGE, COPIES))
            for first in range(0, COPIES, CHUNK):
                with collection_put_off(), ledger.writing(durable=False) as writing:
                    writing.store(records[first : first + CHUNK])
            found = clocked(lambda: find_duplicates(ledger))()
        with closing(connected(path, durable=False)) as raw:
            pairs: list[tuple[int, int]] = []
            beside = clocked(lambda: pairs.extend(raw.execute(_JOIN)))()
            (calls,) = raw.execute(f"SELECT count(*) FROM fact WHERE kind = {CALL}").fetchone()  # noqa: S608
            (twins,) = raw.execute("SELECT count(*) FROM twin").fetchone()
    # The join finds each pair from both of its sides.
    if not len(pairs) == 2 * twins == 2 * COPIES:
        raise AssertionError(f"{twins} pairs were found, by the join {len(pairs)} sides")
    return Measured(
        f"{calls / found:,.0f} calls/s", f"{calls / beside:,.0f} calls/s", found / beside
    )


ROW = Row(
    "merge",
    f"`duplicates find`, {LARGE:,} entries and {COPIES:,} copies",
    "one plain SQL join that finds the same pairs",
    30,
    15,
    "Ours: every call is looked at by the rules of today, with all that was found or said of it, "
    "the best pairs are chosen one to one, kept, and counted again where that changes anything. "
    "The other side only reads the numbers of the rows that may be pairs.",
    measure,
)
