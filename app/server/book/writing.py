"""One change of a plan book: on the revision it was made for, wholly or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection

from app.domain.company import Role
from app.domain.instant import Instant
from app.domain.problem import UsageProblem
from app.server.book.reading import read_book
from app.server.book.tag import require, tag_of
from app.server.people.caller import Caller
from app.server.people.companies import hold, hold_as_owner
from app.server.refusals import Refused
from app.server.store.database import Database
from app.server.store.revisions import begin_revision
from app.wire.plan import PlanBook
from app.wire.refusal import Reason

_Asked = TypeVar("_Asked")
#: Adds a statement; False where it would change nothing and was left out.
_Statement = Callable[[Connection, Caller, _Asked, Instant], bool | None]


@dataclass(frozen=True, slots=True)
class Editing:
    """Somebody who changes the book, on the revision whose tag is ``if_match``."""

    database: Database
    caller: Caller
    now: Instant
    if_match: str | None

    def state(self, statement: _Statement[_Asked], asked: _Asked) -> PlanBook:
        """Add a statement and begin the next revision; returns the caller's book.

        Where the statement changes nothing, the revision stays.

        Raises:
            Refused: no revision was named, it is not the present one, or ``asked`` makes no sense.
        """
        with self.database.writing() as connection:
            require(tag_of(self._held(connection), self.caller), self.if_match)
            try:
                changed = statement(connection, self.caller, asked, self.now)
            except UsageProblem as problem:
                raise invalid(str(problem)) from problem
            if changed is not False:
                begin_revision(connection, self.caller.company, self.now)
            return read_book(connection, self.caller)

    def _held(self, connection: Connection) -> int:
        if self.caller.role is Role.OWNER:
            return hold_as_owner(connection, self.caller)
        return hold(connection, self.caller.company)


def invalid(detail: str) -> Refused:
    """Make the answer for a message that makes no sense; the sentence names the field."""
    return Refused(422, Reason.INVALID, detail)
