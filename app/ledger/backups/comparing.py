"""A ledger beside a copy of one: what each holds, and which entries only one of them has."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from app.ledger.backups.contents import Contents, contents

_ONLY_HERE = """
    SELECT count(*) FROM {here}.identity h WHERE NOT EXISTS
    (SELECT 1 FROM {there}.identity t WHERE t.digest = h.digest)
"""


class Comparison(NamedTuple):
    """What a ledger holds, and how many entries are in it alone and in the copy alone."""

    ledger: Contents
    only_in_ledger: int
    only_in_copy: int


def compared(ledger: Path, copy: Path) -> Comparison:
    """Compare a ledger, while others go on writing, with a copy; sqlite3.Error."""
    uri = f"{ledger.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as raw:
        raw.execute("ATTACH ? AS copy", (f"{copy.absolute().as_uri()}?immutable=1",))
        raw.execute("BEGIN")
        (here,) = raw.execute(_ONLY_HERE.format(here="main", there="copy")).fetchone()
        (there,) = raw.execute(_ONLY_HERE.format(here="copy", there="main")).fetchone()
        return Comparison(contents(raw), here, there)
