"""Entries that pass the filters, put in order into a temporary table by one statement."""

from typing import TYPE_CHECKING

from app.domain.filters import Filters, Order
from app.domain.search import sought
from app.ledger.driver import driver
from app.ledger.lists.alphabet import rank_names
from app.ledger.lists.clause import Clause, both
from app.ledger.lists.fates import fates_asked
from app.ledger.lists.lending import lay_out_lent
from app.ledger.lists.mentions import holding, tagged
from app.ledger.lists.narrowing import PRESENT, conditions
from app.ledger.snapshot import Snapshot

if TYPE_CHECKING:
    from sqlalchemy import Connection

_NEWEST = "f.start_us DESC, f.id DESC"
_BY_NAME = {Order.NAME, Order.NAME_BACKWARDS}
#: More than there are names or numbers.
_LAST = 10**12
_ORDERS = {
    Order.NEWEST: _NEWEST,
    Order.OLDEST: "f.start_us, f.id",
    Order.LONGEST: f"f.talk_us DESC, {_NEWEST}",
    # Texts have no length, so they come after the calls.
    Order.SHORTEST: f"f.kind, f.talk_us, {_NEWEST}",
    Order.MOST: f"coalesce(fate.units, 0) DESC, {_NEWEST}",
    Order.LEAST: f"coalesce(fate.units, 0), {_NEWEST}",
    # Entries without a name come last, by their numbers.
    Order.NAME: f"coalesce(named.place, {_LAST} + numbered.place), {_NEWEST}",
    Order.NAME_BACKWARDS: f"coalesce(-named.place, {_LAST} - numbered.place), {_NEWEST}",
}
_FATES = "LEFT JOIN temp.fate fate ON fate.id = f.id"
_LENT = "LEFT JOIN temp.lent lent ON lent.id = f.id"
_NAMES = (
    "LEFT JOIN temp.named named ON named.name = f.name "
    "JOIN temp.numbered numbered ON numbered.id = f.far_id"
)
_CLEAR = (
    "DROP TABLE IF EXISTS temp.result",
    "CREATE TEMP TABLE result (place INTEGER PRIMARY KEY, id INTEGER NOT NULL)",
)


def find(snapshot: Snapshot, filters: Filters, order: Order) -> int:
    """Fill the temporary table ``result`` and return how many entries are in it."""
    raw = driver(snapshot.connection)
    joins = [_FATES] if fates_asked(filters, order) else []
    if order in _BY_NAME:
        rank_names(raw)
        joins.append(_NAMES)
    lent = bool(filters.agent or filters.method) and lay_out_lent(snapshot)
    if lent:
        joins.append(_LENT)
    found = holding(raw, sought(filters.words))
    found += tagged(raw, filters.tag) if filters.tag else []
    asked = both(PRESENT, *found, *conditions(filters, snapshot.people, lent=lent))
    return fill(snapshot.connection, asked, order, " ".join(joins))


def fill(connection: "Connection", asked: Clause, order: Order, joins: str = "") -> int:
    """Put entries that pass a condition into the temporary table, in order."""
    raw = driver(connection)
    for statement in _CLEAR:
        raw.execute(statement)
    # Our own conditions; what a person typed is in the values.
    chosen = f"SELECT f.id FROM fact f {joins} WHERE {asked.sql} ORDER BY {_ORDERS[order]}"  # noqa: S608
    return raw.execute(f"INSERT INTO temp.result (id) {chosen}", asked.values).rowcount
