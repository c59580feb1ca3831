"""Tell what a ledger holds already, so that nobody is asked for it again."""

from dataclasses import dataclass

from app.domain.plan import Line
from app.ledger.company.joined import company_of
from app.ledger.connections.accounts import connections_of
from app.ledger.ledger import Ledger
from app.ledger.lists.entries import entry_count
from app.ledger.plans import plan_starts


@dataclass(frozen=True, slots=True)
class WhatIsHere:
    """``company``: the one that is joined, "" for none; ``providers``: those of connections."""

    entries: bool = False
    planned: bool = False
    company: str = ""
    providers: frozenset[str] = frozenset()

    @property
    def anything(self) -> bool:
        """Whether somebody has begun to use the ledger."""
        return self.entries or self.planned or bool(self.company) or bool(self.providers)


def what_is_here(ledger: Ledger) -> WhatIsHere:
    """Look."""
    with ledger.reading() as snapshot:
        connection = snapshot.connection
        company = company_of(connection)
        return WhatIsHere(
            entries=entry_count(snapshot) > 0,
            planned=any(plan_starts(connection, line) for line in Line),
            company=company.company if company is not None else "",
            providers=frozenset(str(each.provider) for each in connections_of(connection)),
        )
