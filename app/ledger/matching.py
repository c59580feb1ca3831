"""Copies found again around records that changed, with the entries whose counting that changes."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.domain.pairing import Said, pair_of, paired
from app.domain.rules import Rules
from app.domain.twins import Report, Rule, State, Twin, Twins
from app.ledger.charges import Batch, Entry
from app.ledger.driver import driver
from app.ledger.neighbours import neighbourhood
from app.ledger.register import Register
from app.ledger.stored_entries import plain_entries, settled
from app.ledger.twins import rows_for
from app.ledger.verdicts import said_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

_TWINS = "SELECT copy, kept, state, rule FROM twin WHERE copy IN ({})"


class Arrived(NamedTuple):
    """Calls that were just written, and the versions that they supersede, by identity."""

    entries: Mapping[bytes, Entry]
    previous: Mapping[bytes, int]


class Moved(NamedTuple):
    """Entries that count otherwise now: as they were rated, and as they are to be, by id.

    ``before`` leaves out the versions that just arrived, for those were not rated yet.
    """

    before: Sequence[Entry]
    after: dict[int, Entry]


def match_arrived(connection: "Connection", register: Register, arrived: Arrived) -> Moved:
    """Find copies again around versions that were just written."""
    probes = [entry.fact_id for entry in arrived.entries.values()]
    probes += arrived.previous.values()
    reports = neighbourhood(connection, probes, list(arrived.entries))
    return _rematched(connection, register, reports, arrived)


def match_again(
    connection: "Connection",
    rules: Rules,
    register: Register,
    *,
    ids: Sequence[int] = (),
    identities: Collection[bytes] = (),
) -> int:
    """Find copies again around entries or records; returns how many entries count otherwise."""
    reports = neighbourhood(connection, ids, sorted(identities))
    moved = _rematched(connection, register, reports, Arrived({}, {}))
    if moved.after:
        batch = Batch(connection, rules)
        batch.remove(moved.before)
        batch.add(moved.after.values())
        batch.finish()
    return len(moved.after)


def _rematched(
    connection: "Connection", register: Register, reports: Mapping[int, Report], arrived: Arrived
) -> Moved:
    if not reports:
        return Moved((), {})
    identities = sorted(report.identity for report in reports.values())
    old = {
        row[0]: Twin(row[1], State(row[2]), Rule(row[3]))
        for row in rows_for(connection, identities, _TWINS)
    }
    new = paired(reports.values(), _said(connection, reports, old))
    known = _known(old, new, arrived)
    standing = plain_entries(connection, register, _standing(reports, known, arrived))
    before = settled(connection, register, standing, arrived.previous)
    _keep(connection, old, new)
    fresh = {each: arrived.entries[each] for each in known & arrived.entries.keys()}
    return _differing(before, settled(connection, register, {**standing, **fresh}))


def _said(connection: "Connection", reports: Mapping[int, Report], old: Twins) -> Said:
    """Return what is settled: what people said, and pairs whose numbers were erased since."""
    said = said_of(connection, [report.identity for report in reports.values()])
    erased = {report.identity for report in reports.values() if report.is_erased}
    kept = {
        pair_of(copy, twin.kept): (twin.state, twin.rule)
        for copy, twin in sorted(old.items())
        if copy in erased or twin.kept in erased
    }
    return said._replace(same={**kept, **said.same})


def _known(old: Twins, new: Twins, arrived: Arrived) -> set[bytes]:
    """Return the records that may count otherwise: copies that changed, and what they are of."""
    news = arrived.entries.keys()
    kept = {twin.kept for twins in (old, new) for twin in twins.values()}
    changed = {
        copy for copy in old.keys() | new.keys() if copy in news or old.get(copy) != new.get(copy)
    }
    of = {twins[copy].kept for twins in (old, new) for copy in changed if copy in twins}
    return changed | of | (kept & news)


def _standing(reports: Mapping[int, Report], known: set[bytes], arrived: Arrived) -> list[int]:
    """Return the entries among those that were there before."""
    wanted = known - arrived.entries.keys()
    return sorted(fact_id for fact_id, report in reports.items() if report.identity in wanted)


def _keep(connection: "Connection", old: Twins, new: Twins) -> None:
    raw = driver(connection)
    gone = [(copy,) for copy in sorted(old.keys() - new.keys())]
    if gone:
        raw.executemany("DELETE FROM twin WHERE copy=?", gone)
    rows = [(copy, *twin) for copy, twin in sorted(new.items()) if old.get(copy) != twin]
    if rows:
        raw.executemany("INSERT OR REPLACE INTO twin VALUES (?, ?, ?, ?)", rows)


def _differing(before: Sequence[Entry], after: Sequence[Entry]) -> Moved:
    rated = {entry.fact_id: entry for entry in before}
    moved = {entry.fact_id: entry for entry in after if rated.get(entry.fact_id) != entry}
    return Moved([entry for entry in before if entry.fact_id in moved], moved)
