"""What every reading is given: the ledger in one state, with its people and rules."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.rules import Rules
from app.ledger.people import People

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The ledger as one reading transaction sees it."""

    connection: "Connection"
    people: People
    rules: Rules
