"""Which notices were raised: each is raised once, whatever starts and stops in between."""

from app.domain.instant import Instant
from app.domain.meter import Level
from app.domain.notice import NoticeKey
from app.ledger.ledger import Writing
from app.ledger.snapshot import Snapshot


def told_notices(snapshot: Snapshot) -> frozenset[NoticeKey]:
    """Return what was told and still counts as told."""
    rows = snapshot.connection.exec_driver_sql(
        "SELECT account, meter, agent, cycle_us, level FROM notice"
    )
    return frozenset(
        NoticeKey(account, meter, agent or None, Instant(cycle), Level(level))
        for account, meter, agent, cycle, level in rows
    )


def keep_told(writing: Writing, told: frozenset[NoticeKey]) -> None:
    """Keep this as what was told, in place of what was kept before."""
    writing.connection.exec_driver_sql("DELETE FROM notice")
    rows = [
        (k.account, k.meter, k.agent or "", k.cycle, k.level.value) for k in sorted(told, key=str)
    ]
    if rows:
        writing.connection.exec_driver_sql("INSERT INTO notice VALUES (?, ?, ?, ?, ?)", rows)
