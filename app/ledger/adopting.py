"""Records whose account one report tells and another does not: both are of the same record.

A file may not say of which account its records are, and a connection does. Ids of two accounts may
be alike, so a record is only taken for the same where it also began at nearly the same time, or
was with the same number: its start may have been edited.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.domain.event import Call, Fact, Source
from app.domain.merge import digest_of, identity_of
from app.domain.numbers import parse
from app.domain.twins import NEAR_US
from app.ledger.convert import CALL, TEXT
from app.ledger.driver import driver
from app.ledger.twins import rows_for

if TYPE_CHECKING:
    from sqlalchemy import Connection

#: Whose records are known by account, and whose files may not tell it.
_BY_ACCOUNT = frozenset({"hubspot", "aircall"})
_PRESENT = """
    SELECT i.digest, i.fact_id, f.start_us, f.kind, n.text
    FROM identity i JOIN fact f ON f.id = i.fact_id JOIN number n ON n.id = f.far_id
    WHERE i.digest IN ({})
"""
_VERDICTS = "SELECT first, second, change_id, apart FROM verdict WHERE first=?1 OR second=?1"


class Earlier(NamedTuple):
    """The identity that a record had while its account was not known, and its present version."""

    digest: bytes
    fact_id: int


class Adopted(NamedTuple):
    """Reports with their accounts where those are known, and which records get theirs by them."""

    facts: Sequence[Fact]
    earlier: Mapping[bytes, Earlier]


class _Present(NamedTuple):
    digest: bytes
    fact_id: int
    start: int
    kind: int
    far: str

    def is_of(self, fact: Fact) -> bool:
        if self.kind != (CALL if isinstance(fact, Call) else TEXT):
            return False
        return abs(self.start - fact.start) <= NEAR_US or self._is_with(fact.far)

    def _is_with(self, far: str) -> bool:
        return bool(self.far) and self.far == parse(far).text


def with_accounts(connection: "Connection", facts: Sequence[Fact]) -> Adopted:
    """Find reports that name a known record's account for the first time, or leave it out."""
    accounts = _accounts(connection, {fact.source.provider for fact in facts} & _BY_ACCOUNT)
    nameless = {
        provider: [account for account in known if account] for provider, known in accounts.items()
    }
    if any(nameless.get(fact.source.provider) for fact in facts if not fact.source.account):
        facts = _filled(connection, facts, nameless)
    named = [f for f in facts if f.source.account and "" in accounts.get(f.source.provider, ())]
    return Adopted(facts, _earlier(connection, named) if named else {})


def rename_identities(connection: "Connection", renamed: Iterable[tuple[bytes, bytes]]) -> None:
    """Let everything that names records by earlier identities name them by the new ones.

    ``renamed``: the earlier and the new one of each. The new one has no version yet.
    """
    raw = driver(connection)
    for old, new in renamed:
        raw.execute("DELETE FROM identity WHERE digest=?", (old,))
        for table, column in (("twin", "copy"), ("twin", "kept"), ("withdrawn", "digest")):
            raw.execute(f"UPDATE {table} SET {column}=? WHERE {column}=?", (new, old))  # noqa: S608 - our own names
        said = raw.execute(_VERDICTS, (old,)).fetchall()
        raw.executemany(
            "DELETE FROM verdict WHERE first=? AND second=? AND change_id=?",
            [row[:3] for row in said],
        )
        for row in said:
            pair = sorted(new if each == old else each for each in row[:2])
            raw.execute("INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?)", (*pair, *row[2:]))


def _accounts(connection: "Connection", providers: set[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    query = "SELECT account FROM source WHERE provider=? ORDER BY id"
    for provider in providers:
        found[provider] = [row[0] for row in driver(connection).execute(query, (provider,))]
    return found


def _filled(
    connection: "Connection", facts: Sequence[Fact], accounts: Mapping[str, Sequence[str]]
) -> Sequence[Fact]:
    """Tell the account in reports that leave it out, where one account has that record."""
    asked = {
        digest: None
        for fact in facts
        for source in _candidates(fact, accounts)
        for digest in (identity_of(source, fact.external_id), digest_of(fact))
    }
    present = _present(connection, list(asked))
    return [_with_account(fact, accounts, present) for fact in facts]


def _with_account(
    fact: Fact, accounts: Mapping[str, Sequence[str]], present: Mapping[bytes, _Present]
) -> Fact:
    if digest_of(fact) in present:
        return fact
    for source in _candidates(fact, accounts):
        known = present.get(identity_of(source, fact.external_id))
        if known is not None and known.is_of(fact):
            return fact._replace(source=source)
    return fact


def _candidates(fact: Fact, accounts: Mapping[str, Sequence[str]]) -> list[Source]:
    provider, account = fact.source
    return [] if account else [Source(provider, each) for each in accounts.get(provider, ())]


def _earlier(connection: "Connection", facts: Sequence[Fact]) -> dict[bytes, Earlier]:
    """Find the records that the ledger has without the account that these reports name."""
    pairs = {digest_of(f): identity_of(Source(f.source.provider), f.external_id) for f in facts}
    present = _present(connection, list(pairs.values()))
    if not present:
        return {}
    known = _present(connection, list(pairs))
    found: dict[bytes, Earlier] = {}
    for fact in facts:
        digest = digest_of(fact)
        before = present.get(pairs[digest])
        if before is not None and digest not in known and before.is_of(fact):
            found[digest] = Earlier(before.digest, before.fact_id)
    return found


def _present(connection: "Connection", digests: Sequence[bytes]) -> dict[bytes, _Present]:
    return {row[0]: _Present(*row) for row in rows_for(connection, digests, _PRESENT)}
