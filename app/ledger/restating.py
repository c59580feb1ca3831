"""Statements about plans changed in one go: what they touch is rated again, and nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

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
    if after == before:
        return
    since = differing_since(before, after)
    for line, start in since.items():
        writing.change_rules(since=start, lines=(line,))
    if not since:
        writing.change_rules(lines=())
