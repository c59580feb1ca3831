"""Statements about plans changed in one go: what they touch is rated again, and nothing else."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.domain.instant import Instant
from app.domain.plan import Line
from app.domain.statements import differing_since
from app.ledger.rulebook import statements

if TYPE_CHECKING:
    from app.ledger.ledger import Writing


@contextmanager
def restated(writing: "Writing") -> Iterator[None]:
    """Run what changes the statements in force, then take up what is otherwise after it."""
    before = statements(writing.connection)
    yield
    after = statements(writing.connection)
    if after != before:
        take_up_statements(writing, differing_since(before, after))


def take_up_statements(writing: "Writing", since: Mapping[Line, Instant]) -> None:
    """Take up changed statements; ``since``: from when on entries of a line are rated again."""
    for line, start in since.items():
        writing.change_rules(since=start, lines=(line,))
    if not since:
        writing.change_rules(lines=())
