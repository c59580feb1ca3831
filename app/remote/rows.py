"""Which row of a table of refusals an answer falls into, by its status."""

from collections.abc import Mapping
from typing import NamedTuple

from app.domain.failure import FailureKind

_FAILED, _ELSEWHERE_FROM, _REFUSED_FROM = 500, 300, 400


class Row(NamedTuple):
    """What went wrong, and the marked sentence that says so."""

    kind: FailureKind
    message: str


class Otherwise(NamedTuple):
    """What statuses without a row of their own are: sentences, and a row for the rest.

    ``elsewhere``: a redirect, which is never followed. ``broken``: trouble of the server's own.
    """

    elsewhere: str
    broken: str
    rest: Row


def row_of(status: int, table: Mapping[int, Row], otherwise: Otherwise) -> Row:
    """Return the row of a status that is no success."""
    if status in table:
        return table[status]
    if status >= _FAILED:
        return Row(FailureKind.BROKEN, otherwise.broken)
    if _ELSEWHERE_FROM <= status < _REFUSED_FROM:
        return Row(FailureKind.BROKEN, otherwise.elsewhere)
    return otherwise.rest
