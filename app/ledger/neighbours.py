"""Reports in the ledger that may be of one call with others, found by the indexes alone."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from app.domain.event import Direction, Source
from app.domain.instant import Instant
from app.domain.merge import identity_of
from app.domain.numbers import NumberClass
from app.domain.twins import NEAR_US, TALK_PART, TALK_US, Report
from app.ledger.convert import CALL
from app.ledger.driver import driver
from app.ledger.twins import rows_for

if TYPE_CHECKING:
    from sqlalchemy import Connection

# Calls seen live whose end nobody heard.
_UNSURE = "SELECT i.fact_id FROM unsure_end u CROSS JOIN identity i ON i.digest = u.record"
# The same as app.domain.twins.likeness, or a little more: what is found here is judged there.
_NEAR = f"""
    o.kind = {CALL} AND o.source_id <> f.source_id AND o.inbound = f.inbound
    AND (abs(o.talk_us - f.talk_us) <= {TALK_US}
         OR abs(o.talk_us - f.talk_us) * {TALK_PART} <= max(o.talk_us, f.talk_us)
         OR o.id IN ({_UNSURE}) OR f.id IN ({_UNSURE}))
    AND NOT EXISTS (SELECT 1 FROM superseded s WHERE s.fact_id = o.id)
"""  # noqa: S608 - our own numbers
_BY_START = f"AND o.start_us BETWEEN f.start_us - {NEAR_US} AND f.start_us + {NEAR_US}"
_BY_NUMBER = f"""
    SELECT f.id, o.id FROM fact f CROSS JOIN number n ON n.id = f.far_id
    CROSS JOIN fact o INDEXED BY fact_by_far ON o.far_id = f.far_id {_BY_START}
    WHERE f.id IN ({{}}) AND f.kind = {CALL} AND (n.tail <> '' OR n.kind = 'other') AND {_NEAR}
"""  # noqa: S608 - our own numbers
_WHOLE = "substr({0}.text, 1, 1) = '+' AND substr({0}.text, 1, 3) NOT IN ('+10', '+11')"
_BY_TAIL = f"""
    SELECT f.id, o.id FROM fact f CROSS JOIN number n ON n.id = f.far_id
    CROSS JOIN number m INDEXED BY number_by_tail ON m.tail = n.tail AND m.id <> n.id
    CROSS JOIN fact o INDEXED BY fact_by_far ON o.far_id = m.id {_BY_START}
    WHERE f.id IN ({{}}) AND f.kind = {CALL} AND n.tail <> ''
        AND NOT ({_WHOLE.format("n")} AND {_WHOLE.format("m")}) AND {_NEAR}
"""  # noqa: S608 - our own numbers
_BY_CALL_ID = f"""
    SELECT f.id, o.id FROM fact f
    CROSS JOIN fact o INDEXED BY fact_by_call_id ON o.call_id = f.{{column}} AND o.call_id <> ''
    WHERE f.id IN ({{{{}}}}) AND f.kind = {CALL} AND f.{{column}} <> '' AND o.kind = {CALL}
        AND o.source_id <> f.source_id
        AND NOT EXISTS (SELECT 1 FROM superseded s WHERE s.fact_id = o.id)
"""  # noqa: S608 - our own numbers
_CALL_IDS = f"SELECT id, call_id FROM fact WHERE id IN ({{}}) AND kind = {CALL} AND call_id <> ''"  # noqa: S608 - our own number
_BY_NUMBERS = (_BY_NUMBER, _BY_TAIL)
_BY_CALL_IDS = tuple(_BY_CALL_ID.format(column=column) for column in ("call_id", "external_id"))
_ANY_CALL_ID = "SELECT 1 FROM fact INDEXED BY fact_by_call_id WHERE call_id <> '' LIMIT 1"
_PARTNERS = (
    "SELECT i.fact_id FROM twin t JOIN identity i ON i.digest = t.kept WHERE t.copy IN ({})",
    "SELECT i.fact_id FROM twin t JOIN identity i ON i.digest = t.copy WHERE t.kept IN ({})",
    "SELECT i.fact_id FROM verdict v JOIN identity i ON i.digest = v.second WHERE v.first IN ({})",
    "SELECT i.fact_id FROM verdict v JOIN identity i ON i.digest = v.first WHERE v.second IN ({})",
)
_REPORTS = f"""
    SELECT f.id, s.provider, s.account, f.external_id, f.start_us, f.talk_us, f.inbound,
           n.text, n.kind, n.tail, f.call_id, f.id IN ({_UNSURE})
    FROM fact f JOIN source s ON s.id = f.source_id JOIN number n ON n.id = f.far_id
    WHERE f.id IN ({{}}) AND f.kind = {CALL}
        AND NOT EXISTS (SELECT 1 FROM superseded p WHERE p.fact_id = f.id)
"""  # noqa: S608 - our own numbers


def neighbourhood(
    connection: "Connection", probes: Sequence[int], identities: Sequence[bytes]
) -> dict[int, Report]:
    """Read every present report that may be of one call with these, also through others.

    ``probes`` are versions, also superseded ones; ``identities`` records of which something was
    said or found before. A report that is like no other one is left out.
    """
    found: dict[int, Report] = {}
    linked = _linked(connection, probes) | _partners(connection, identities)
    while missing := linked - found.keys():
        new = _reports(connection, sorted(missing))
        found.update(new)
        known = [report.identity for report in new.values()]
        linked = _linked(connection, sorted(new)) | _partners(connection, known) if new else set()
    return found


def present_of(connection: "Connection", identities: Collection[bytes]) -> dict[bytes, int]:
    """Return the present versions of records, of those that the ledger has."""
    query = "SELECT digest, fact_id FROM identity WHERE digest IN ({})"
    return {row[0]: row[1] for row in rows_for(connection, sorted(identities), query)}


def _linked(connection: "Connection", ids: Sequence[int]) -> set[int]:
    # Most ledgers hold no shared ids, and then three queries for each record are spared.
    with_ids = driver(connection).execute(_ANY_CALL_ID).fetchone() is not None
    linked: set[int] = set()
    for query in _BY_NUMBERS + (_BY_CALL_IDS if with_ids else ()):
        for pair in rows_for(connection, ids, query):
            linked.update(pair)
    return linked | _by_id_of_others(connection, ids) if with_ids else linked


def _by_id_of_others(connection: "Connection", ids: Sequence[int]) -> set[int]:
    """Find records whose own id is the one by which these know their call."""
    call_ids = rows_for(connection, ids, _CALL_IDS)
    if not call_ids:
        return set()
    raw = driver(connection)
    sources = [Source(*row) for row in raw.execute("SELECT provider, account FROM source")]
    asked = {
        identity_of(source, call_id): fact_id for fact_id, call_id in call_ids for source in sources
    }
    present = present_of(connection, asked.keys())
    others = {(asked[identity], fact_id) for identity, fact_id in present.items()}
    return {each for pair in others if pair[0] != pair[1] for each in pair}


def _partners(connection: "Connection", identities: Sequence[bytes]) -> set[int]:
    found: set[int] = set()
    if identities and _is_any(connection):
        for query in _PARTNERS:
            found.update(row[0] for row in rows_for(connection, identities, query))
    return found


def _is_any(connection: "Connection") -> bool:
    row = driver(connection).execute(
        "SELECT EXISTS (SELECT 1 FROM twin) OR EXISTS (SELECT 1 FROM verdict)"
    )
    return bool(row.fetchone()[0])


def _reports(connection: "Connection", ids: Sequence[int]) -> dict[int, Report]:
    return {row[0]: _report(row) for row in rows_for(connection, ids, _REPORTS)}


def _report(row: Sequence[Any]) -> Report:
    source = Source(row[1], row[2])
    direction = Direction.INBOUND if row[6] else Direction.OUTBOUND
    return Report(
        identity_of(source, row[3]), source, row[3], Instant(row[4]), row[5], direction,
        row[7], NumberClass(row[8]), row[9], row[10] or "", bool(row[11]),
    )  # fmt: skip


def has_twins(connection: "Connection") -> bool:
    """Tell whether anything can be a copy: there are several providers, or something was said."""
    providers = driver(connection).execute("SELECT count(DISTINCT provider) FROM source")
    return providers.fetchone()[0] > 1 or _is_any(connection)
