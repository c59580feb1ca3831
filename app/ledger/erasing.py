"""Numbers, names, notes and tags of entries erased, so that every count and amount stays.

Who erases fills the table ``gone`` with all versions of records and the table ``erased`` with the
numbers to replace; both are temporary. Nothing that is derived changes, so nothing is rated again.
"""

from typing import TYPE_CHECKING

from app.domain.erasing import anonymous, erased_number, is_priced_finer
from app.domain.event import Call, Fact
from app.domain.numbers import Number, NumberClass, tail_of
from app.domain.rules import Rules
from app.ledger.convert import facts_by_id
from app.ledger.driver import driver
from app.ledger.ledger import Writing
from app.ledger.register import Register

if TYPE_CHECKING:
    from sqlalchemy import Connection

_CHUNK = 2_000
_TABLES = {
    "gone": "(id INTEGER PRIMARY KEY, root INTEGER NOT NULL)",
    "erased": "(old INTEGER PRIMARY KEY, old_text TEXT NOT NULL UNIQUE, "
    "new INTEGER NOT NULL, new_text TEXT NOT NULL)",
    "finer": "(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
}
_ALL_VERSIONS = """
    WITH RECURSIVE version(id, root) AS (
        SELECT id, root FROM temp.gone
        UNION
        SELECT s.fact_id, v.root FROM version v JOIN superseded s ON s.by_id = v.id
    )
    INSERT OR IGNORE INTO temp.gone SELECT id, root FROM version
"""
_PRICED_FINER = """
    SELECT f.id FROM fact f WHERE f.id IN (SELECT id FROM temp.gone) AND (
        f.far_id IN (SELECT id FROM temp.finer) OR f.own_id IN (SELECT id FROM temp.finer)
        OR EXISTS (SELECT 1 FROM leg l WHERE l.fact_id = f.id AND (
            l.origin IN (SELECT text FROM temp.finer)
            OR l.destination IN (SELECT text FROM temp.finer))))
"""
# A report of one leg alone may show the contact as if it were the own side.
_OWN_THAT_IS_FAR = """
    UPDATE fact SET own_id = (SELECT new FROM temp.erased WHERE old = own_id)
    WHERE id IN (SELECT id FROM temp.gone WHERE id <> root)
        AND own_id IN (SELECT old FROM temp.erased)
        AND own_id = (SELECT p.far_id FROM temp.gone g JOIN fact p ON p.id = g.root
                      WHERE g.id = fact.id AND p.far_id <> p.own_id)
"""
_END = """
    UPDATE leg SET {end} = (SELECT new_text FROM temp.erased WHERE old_text = {end})
    WHERE fact_id IN (SELECT id FROM temp.gone) AND {end} IN (SELECT old_text FROM temp.erased)
"""
_NOT_OWN = """
    AND {end} <> (SELECT n.text FROM fact f JOIN number n ON n.id = f.own_id
                  WHERE f.id = leg.fact_id)
"""
_FAR = """
    UPDATE fact SET far_id = (SELECT new FROM temp.erased WHERE old = far_id)
    WHERE id IN (SELECT id FROM temp.gone) AND far_id IN (SELECT old FROM temp.erased)
"""
_OWN = _FAR.replace("far_id", "own_id")
_WORDS = """
    UPDATE fact SET name = '', note = '', tags = ''
    WHERE id IN (SELECT id FROM temp.gone) AND (name <> '' OR note <> '' OR tags <> '')
"""
_MENTIONS = "DELETE FROM mention WHERE fact_id IN (SELECT id FROM temp.gone)"
_UNUSED_PHRASES = "DELETE FROM phrase WHERE id NOT IN (SELECT phrase_id FROM mention)"
_UNUSED_NUMBERS = """
    DELETE FROM number WHERE id IN (
        SELECT id FROM number EXCEPT SELECT far_id FROM fact EXCEPT SELECT own_id FROM fact
        EXCEPT SELECT number_id FROM own_number
        EXCEPT SELECT n.id FROM leg l JOIN number n ON n.text = l.origin
        EXCEPT SELECT n.id FROM leg l JOIN number n ON n.text = l.destination)
"""


def begin_erasing(connection: "Connection") -> None:
    """Make the temporary tables, empty; what is deleted from now on is overwritten in the file."""
    raw = driver(connection)
    raw.execute("PRAGMA secure_delete=ON")
    for name, columns in _TABLES.items():
        raw.execute(f"DROP TABLE IF EXISTS temp.{name}")
        raw.execute(f"CREATE TEMP TABLE {name} {columns}")


def take_all_versions(connection: "Connection") -> int:
    """Add to present versions in ``gone`` all earlier ones; returns how many entries they are."""
    raw = driver(connection)
    raw.execute(_ALL_VERSIONS)
    (entries,) = raw.execute("SELECT count(DISTINCT root) FROM temp.gone").fetchone()
    return int(entries)


def take_numbers(connection: "Connection", rules: Rules, query: str) -> None:
    """Note what stays of the numbers whose rows a query finds."""
    raw = driver(connection)
    rows = raw.execute(f"SELECT id, text, kind, region FROM number WHERE id IN ({query})")  # noqa: S608
    numbers = {row[0]: Number(row[1], NumberClass(row[2]), row[3]) for row in rows}
    left = {each: erased_number(each, rules.prices) for each in set(numbers.values())}
    raw.executemany(
        "INSERT OR IGNORE INTO number (text, kind, region, tail) VALUES (?, ?, ?, ?)",
        sorted({(n.text, n.kind.value, n.region, tail_of(n.text)) for n in left.values()}),
    )
    raw.executemany(
        "INSERT INTO temp.erased SELECT ?, ?, id, text FROM number WHERE text=?",
        [(i, n.text, left[n].text) for i, n in numbers.items() if left[n] != n],
    )
    raw.executemany(
        "INSERT INTO temp.finer VALUES (?, ?)",
        [(i, n.text) for i, n in numbers.items() if is_priced_finer(n.text, rules.prices)],
    )


def erase_taken(connection: "Connection", rules: Rules, *, own: bool) -> None:
    """Erase what the temporary tables say; ``own``: also where a number is the own side."""
    raw = driver(connection)
    _keep_prices(connection, rules, own=own)
    raw.execute(_OWN if own else _OWN_THAT_IS_FAR)
    for end in ("origin", "destination"):
        statement = _END if own else _END + _NOT_OWN
        raw.execute(statement.format(end=end))
    raw.execute(_FAR if own else f"{_FAR} AND far_id <> own_id")
    raw.execute(_WORDS)
    raw.execute(_MENTIONS)


def finish_erasing(writing: Writing) -> None:
    """Forget numbers and phrases that nothing uses any more, and let everybody read them anew."""
    raw = driver(writing.connection)
    if raw.execute(_UNUSED_PHRASES).rowcount:
        raw.execute("INSERT INTO phrase_index (phrase_index) VALUES ('rebuild')")
    raw.execute(_UNUSED_NUMBERS)
    for name in _TABLES:
        raw.execute(f"DROP TABLE IF EXISTS temp.{name}")
    refresh(writing)


def refresh(writing: Writing) -> None:
    """Let everybody who keeps row ids of numbers read them anew."""
    writing.connection.exec_driver_sql("UPDATE profile SET rules_version = rules_version + 1")
    writing.register = Register(writing.connection)


def _keep_prices(connection: "Connection", rules: Rules, *, own: bool) -> None:
    """Write prices that go by digits that do not stay into the entries themselves."""
    raw = driver(connection)
    stays: dict[str, str] = dict(raw.execute("SELECT old_text, new_text FROM temp.erased"))
    ids = [row[0] for row in raw.execute(_PRICED_FINER)]
    for start in range(0, len(ids), _CHUNK):
        for fact_id, fact in facts_by_id(connection, ids[start : start + _CHUNK]).items():
            kept = "" if own else fact.own

            def erase(number: str, kept: str = kept) -> str:
                return number if number == kept else stays.get(number, number)

            _keep_price(
                connection, fact_id, fact, anonymous(fact, erase, rules.prices, rules.segments)
            )


def _keep_price(connection: "Connection", fact_id: int, before: Fact, after: Fact) -> None:
    raw = driver(connection)
    if after.price and not before.price:
        paid = (after.price.nano, after.price.currency, fact_id)
        raw.execute("UPDATE fact SET price_nano=?, currency=? WHERE id=?", paid)
    if not isinstance(before, Call) or not isinstance(after, Call):
        return
    for position, (leg, left) in enumerate(zip(before.legs, after.legs, strict=True)):
        if left.price and not leg.price:
            priced = (left.price.nano, left.price.currency, fact_id, position)
            raw.execute(
                "UPDATE leg SET price_nano=?, currency=? WHERE fact_id=? AND position=?", priced
            )
