"""Conditions on the facts ``f`` of a statement, each with its values."""

from collections.abc import Iterable
from typing import Any, NamedTuple


class Clause(NamedTuple):
    """A piece of SQL with the values of its marks."""

    sql: str
    values: tuple[Any, ...] = ()


def one_of(column: str, values: Iterable[object]) -> Clause:
    """Return the condition that a column holds one of these values; never true of none."""
    wanted = tuple(values)
    return Clause(f"{column} IN ({','.join('?' * len(wanted))})", wanted)


def either(first: Clause, second: Clause) -> Clause:
    """Return the condition that one or both hold."""
    return Clause(f"({first.sql} OR {second.sql})", first.values + second.values)


def both(*clauses: Clause) -> Clause:
    """Return the condition that all hold; true of none."""
    sql = " AND ".join(each.sql for each in clauses) or "1"
    return Clause(f"({sql})", tuple(value for each in clauses for value in each.values))
