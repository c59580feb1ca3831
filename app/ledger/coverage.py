"""What the ledger has seen of each kind, and since when: without that no figure is shown."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.domain.event import NO_PLAN, Call, Fact
from app.domain.instant import Instant
from app.domain.plan import Line, Plan
from app.domain.rating import made_elsewhere
from app.ledger.convert import CALL, TEXT
from app.ledger.driver import driver

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: Beside calls and texts: calls of other calling apps, which HubSpot's plans do not count, and
#: entries that a person said count toward no plan.
ELSEWHERE, NOWHERE = 2, 3
_COVER = """
    INSERT INTO coverage VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET
        entries = entries + excluded.entries, first_us = min(first_us, excluded.first_us),
        last_us = max(last_us, excluded.last_us)
"""
_PRESENT = f"""
    SELECT CASE
        WHEN f.counts_toward = 'none' THEN {NOWHERE}
        WHEN f.kind = {TEXT} THEN {TEXT}
        WHEN coalesce(f.counts_toward, '') = '' AND (s.provider = 'aircall' OR f.app_id <> '')
            THEN {ELSEWHERE}
        ELSE {CALL} END AS kind, count(*), min(f.start_us), max(f.start_us)
    FROM fact f JOIN source s ON s.id = f.source_id
    WHERE NOT EXISTS (SELECT 1 FROM superseded p WHERE p.fact_id = f.id) GROUP BY 1
"""  # noqa: S608 - our own numbers


def cover(connection: "Connection", added: Iterable[Fact], gone: Iterable[Fact]) -> None:
    """Count facts in, and take out the versions that they supersede."""
    starts: dict[int, list[Instant]] = {}
    for fact in added:
        starts.setdefault(_kind_of(fact), []).append(fact.start)
    for kind, found in starts.items():
        driver(connection).execute(_COVER, (kind, len(found), min(found), max(found)))
    for kind, superseded in Counter(map(_kind_of, gone)).items():
        connection.exec_driver_sql(
            "UPDATE coverage SET entries = entries - ? WHERE kind=?", (superseded, kind)
        )


def cover_again(connection: "Connection") -> None:
    """Count all present facts anew, after some are gone for good."""
    raw = driver(connection)
    raw.execute("DELETE FROM coverage")
    raw.execute(f"INSERT INTO coverage {_PRESENT}")


def has_entries(connection: "Connection", plan: Plan, at: Instant) -> bool:
    """Tell whether anything that a plan would count began by an instant."""
    kinds = (TEXT, TEXT) if plan.line is Line.TEXTS else (CALL, ELSEWHERE)
    if plan.provider == "hubspot":
        kinds = (kinds[0], kinds[0])
    row = connection.exec_driver_sql(
        "SELECT 1 FROM coverage WHERE kind IN (?, ?) AND entries>0 AND first_us<=?", (*kinds, at)
    ).first()
    return row is not None


def covered(connection: "Connection") -> dict[int, int]:
    """Return how many entries of each kind are kept as seen."""
    rows = connection.exec_driver_sql("SELECT kind, entries FROM coverage WHERE entries<>0")
    return {row[0]: row[1] for row in rows}


def present(connection: "Connection") -> dict[int, int]:
    """Return how many entries of each kind the facts say there are."""
    return {row[0]: row[1] for row in connection.exec_driver_sql(_PRESENT)}


def _kind_of(fact: Fact) -> int:
    if fact.counts_toward == NO_PLAN:
        return NOWHERE
    if not isinstance(fact, Call):
        return TEXT
    return ELSEWHERE if made_elsewhere(fact) and not fact.counts_toward else CALL
