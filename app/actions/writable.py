"""Where statements can be written: a ledger, a rehearsal of one, or a transaction under way."""

from contextlib import AbstractContextManager
from typing import Protocol

from app.ledger.ledger import Writing


class Writable(Protocol):
    """What an action that states something asks of a ledger."""

    def writing(self, *, durable: bool = True) -> AbstractContextManager[Writing]:
        """Begin a write transaction."""
        ...
