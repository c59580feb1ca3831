"""Reports of records whose number was erased: their news is taken, the person is not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from app.domain.erased import is_erased
from app.domain.erasing import anonymous, erased_number
from app.domain.event import Call, Fact
from app.domain.merge import digest_of
from app.domain.numbers import parse
from app.domain.rules import Rules
from app.ledger.adopting import Earlier
from app.ledger.convert import facts_by_id
from app.ledger.driver import driver
from app.ledger.twins import rows_for

if TYPE_CHECKING:
    from sqlalchemy import Connection

_ANY = "SELECT 1 FROM number WHERE text >= 'erased:' AND text < 'erased;' LIMIT 1"
_MARK = "BETWEEN 'erased:' AND 'erased;'"
_ERASED = f"""
    SELECT i.digest, i.fact_id FROM identity i JOIN fact f ON f.id = i.fact_id
    JOIN number far ON far.id = f.far_id JOIN number own ON own.id = f.own_id
    WHERE i.digest IN ({{}}) AND (far.text {_MARK} OR own.text {_MARK} OR EXISTS (
        SELECT 1 FROM leg l WHERE l.fact_id = f.id
            AND (l.origin {_MARK} OR l.destination {_MARK})))
"""  # noqa: S608 - our own words


def without_erased(
    connection: "Connection",
    rules: Rules,
    facts: Sequence[Fact],
    earlier: Mapping[bytes, Earlier],
) -> Sequence[Fact]:
    """Return reports, those of erased records without whom they were with.

    To be asked before anything of them is written, for that would bring the number back.
    ``earlier``: what records are known by that are to have another identity.
    """
    if driver(connection).execute(_ANY).fetchone() is None:
        return facts
    digests = [_known_by(digest_of(fact), earlier) for fact in facts]
    found: dict[bytes, int] = dict(rows_for(connection, digests, _ERASED))
    known = facts_by_id(connection, sorted(found.values()))
    return [
        _without_person(fact, known[found[digest]], rules) if digest in found else fact
        for digest, fact in zip(digests, facts, strict=True)
    ]


def _known_by(digest: bytes, earlier: Mapping[bytes, Earlier]) -> bytes:
    return earlier[digest].digest if digest in earlier else digest


def _without_person(fact: Fact, before: Fact, rules: Rules) -> Fact:
    """Keep the numbers that the record still has; every other one goes."""
    plain = _with_plain_numbers(fact)
    stays = {each: each for each in ("", *_ends(before))}
    for now, then in ((plain.own, before.own), (plain.far, before.far)):
        if now:
            stays[now] = then if is_erased(then) else now
    # A report of one leg has other ends than the call that it is of.
    stays |= dict(_erased_ends(plain, before))

    def erase(number: str) -> str:
        return stays.get(number) or erased_number(parse(number), rules.prices).text

    return anonymous(plain, lambda number: number and erase(number), rules.prices, rules.segments)


def _erased_ends(fact: Fact, before: Fact) -> Iterator[tuple[str, str]]:
    """Yield ends of reported legs that were erased from the same legs, and what is there now."""
    if not isinstance(fact, Call) or not isinstance(before, Call):
        return
    known = {leg.external_id: leg for leg in before.legs}
    for leg in fact.legs:
        was = known.get(leg.external_id)
        if was is not None:
            pairs = (leg.origin, was.origin), (leg.destination, was.destination)
            yield from ((now, then) for now, then in pairs if is_erased(then))


def _with_plain_numbers(fact: Fact) -> Fact:
    plain = fact._replace(own=parse(fact.own).text, far=parse(fact.far).text)
    if not isinstance(plain, Call):
        return plain
    legs = tuple(
        leg._replace(origin=parse(leg.origin).text, destination=parse(leg.destination).text)
        for leg in plain.legs
    )
    return plain._replace(legs=legs)


def _ends(fact: Fact) -> set[str]:
    legs = fact.legs if isinstance(fact, Call) else ()
    return {end for leg in legs for end in (leg.origin, leg.destination)}
