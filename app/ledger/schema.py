"""Version of the ledger's tables: made at first use, upgraded after a copy, refused when newer."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from app.domain.problem import LedgerProblem, mark
from app.ledger import (
    call_log_tables,
    change_tables,
    company_tables,
    connection_tables,
    desk_tables,
    plan_tables,
    tables,
)
from app.ledger.engine import BUSY_MS
from app.ledger.ledger_key import make_key
from app.ledger.upgrades import UPGRADES, Upgrade

#: "Tlly": marks the file as a ledger of this program (PRAGMA application_id).
APPLICATION_ID = 0x546C6C79
#: "Tllx": marks a file that was moved away while somebody waited to open it.
RETIRED_ID = 0x546C6C78
VERSION = 6
#: Each adds its tables to the one they share.
_ROOMS = (
    tables, plan_tables, desk_tables, call_log_tables, change_tables, company_tables,
    connection_tables,
)  # fmt: skip
(_METADATA,) = {each.metadata for each in _ROOMS}


def prepare(
    path: Path,
    engine: Engine,
    *,
    version: int = VERSION,
    upgrades: Mapping[int, Upgrade] = UPGRADES,
) -> None:
    """Make the tables of a new ledger, or bring an older one up to date after copying it.

    Raises LedgerProblem for a file of a newer program or of another one.
    """
    found = stated_version(path)
    if found is None:
        _create(path, engine)
    elif found > version:
        raise _newer(path, found, version)
    elif found < version:
        _upgrade(path, engine, version, upgrades)


def stated_version(path: Path) -> int | None:
    """Return the version of the tables, ``None`` for a new or empty file.

    Read through SQLite, because a header in the write-ahead log is newer than the file's.
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)
    try:
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    finally:
        connection.close()
    if application == 0 and version == 0 and tables == 0:
        return None
    if application == RETIRED_ID:
        raise LedgerProblem(
            mark("The ledger in {folder} was just moved away. Try again."), folder=path.parent
        )
    if application != APPLICATION_ID:
        raise LedgerProblem(
            mark("{name} in {folder} is another program's file. Choose another folder."),
            name=path.name,
            folder=path.parent,
        )
    return int(version)


def known_version(path: Path) -> int | None:
    """Return the stated version like :func:`stated_version`; LedgerProblem for a newer one."""
    found = stated_version(path)
    if found is not None and found > VERSION:
        raise _newer(path, found, VERSION)
    return found


def _newer(path: Path, found: int, known: int) -> LedgerProblem:
    return LedgerProblem(
        mark(
            "The ledger in {folder} was written by a newer Talktally (its version is {found}, "
            "this one knows {known}). Update Talktally; the ledger was not touched."
        ),
        folder=path.parent,
        found=found,
        known=known,
    )


def _create(path: Path, engine: Engine) -> None:
    # Made empty first, so that the file never has wider rights than its owner's.
    path.touch(mode=0o600, exist_ok=True)
    path.chmod(0o600)
    with engine.begin() as connection:
        (version,) = connection.exec_driver_sql("PRAGMA user_version").one()
        if version:  # another process was quicker
            return
        _METADATA.create_all(connection)
        connection.exec_driver_sql(change_tables.PHRASE_INDEX)
        connection.exec_driver_sql("INSERT INTO agent (id, name, person_id) VALUES (1, '', 1)")
        connection.exec_driver_sql("INSERT INTO profile (id, me_id) VALUES (1, 1)")
        make_key(connection)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")


def _upgrade(path: Path, engine: Engine, version: int, upgrades: Mapping[int, Upgrade]) -> None:
    with engine.begin() as connection:
        (found,) = connection.exec_driver_sql("PRAGMA user_version").one()
        _copy_aside(path, found)
        for step in range(found, version):
            upgrades[step](connection)
        connection.exec_driver_sql(f"PRAGMA user_version={version}")


def _copy_aside(path: Path, version: int) -> None:
    """Keep the ledger as it was, beside itself; a copy that exists is not overwritten."""
    copy = path.with_name(f"{path.stem}-before-upgrade-from-{version}{path.suffix}")
    if copy.exists():
        return
    unfinished = copy.with_suffix(".part")
    unfinished.touch(mode=0o600)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as target:
        source.backup(target)
    unfinished.replace(copy)
