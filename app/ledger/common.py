"""What selected entries have in common, and what a wish would make of them."""

from collections.abc import Iterable, Sequence

from app.domain.correction import CORRECTABLE, Common, PlanName, Preview, Wish, wished
from app.domain.event import Call, Fact
from app.domain.plan import Line, MeterKind
from app.ledger.changing import present_of
from app.ledger.convert import facts_by_id
from app.ledger.corrections import corrections
from app.ledger.lists.belonging import persons
from app.ledger.lists.choices import known_tags
from app.ledger.receipts import Bench
from app.ledger.snapshot import Snapshot

#: Of more entries than this nobody looks at each before they are changed.
LOOKED_AT = 500


def common(snapshot: Snapshot, ids: Sequence[int]) -> Common:
    """Read what entries have in common; of very many every field is taken to differ."""
    if len(ids) > LOOKED_AT:
        values: dict[str, str | None] = dict.fromkeys(CORRECTABLE)
        return Common(
            len(ids), values, _people(snapshot), _plans(snapshot, set(Line)), known_tags(snapshot)
        )
    facts = facts_by_id(snapshot.connection, list(present_of(snapshot.connection, ids).values()))
    bench = Bench(snapshot, facts.values())
    lines = {Line.CALLS if isinstance(fact, Call) else Line.TEXTS for fact in facts.values()}
    values = {name: _shared(_said(f, name) for f in facts.values()) for name in CORRECTABLE}
    values["agent"] = _shared(bench.agent(i, f) for i, f in facts.items())
    if not any(isinstance(fact, Call) and not fact.legs for fact in facts.values()):
        del values["method"]
    return Common(
        len(facts), values, _people(snapshot), _plans(snapshot, lines), known_tags(snapshot)
    )


def preview(snapshot: Snapshot, ids: Sequence[int], wish: Wish) -> Preview | None:
    """Work out what a wish would do; ``None`` for more entries than are looked at."""
    if len(ids) > LOOKED_AT:
        return None
    present = sorted(set(present_of(snapshot.connection, ids).values()))
    facts = facts_by_id(snapshot.connection, present)
    on = corrections(snapshot.connection, present)
    bases = facts_by_id(snapshot.connection, [each.base_id for each in on.values()])
    bench = Bench(snapshot, facts.values())
    changed = before = after = 0
    for i, fact in facts.items():
        then = wished(fact, bases.get(on[i].base_id, fact) if i in on else fact, wish)
        changed += then != fact
        before += _minutes(bench, i, fact)
        after += _minutes(bench, i, then)
    return Preview(changed, before, after)


def _minutes(bench: Bench, fact_id: int, fact: Fact) -> int:
    receipt = bench.receipt(fact_id, fact, with_room=False)
    return receipt.quantity if receipt.kind is MeterKind.MINUTES else 0


def _said(fact: Fact, name: str) -> str:
    return str(getattr(fact, name, None) or "")


def _shared(said: Iterable[str]) -> str | None:
    found = set(said)
    return found.pop() if len(found) == 1 else None


def _people(snapshot: Snapshot) -> tuple[str, ...]:
    shown = {snapshot.people.label(each) for each in persons(snapshot.people)}
    return tuple(sorted(shown, key=str.casefold))


def _plans(snapshot: Snapshot, lines: set[Line]) -> tuple[PlanName, ...]:
    found = {
        terms.plan.name: PlanName(terms.plan.name, terms.plan.title, line)
        for line in Line
        if line in lines
        for terms in snapshot.rules.lines[line].timeline.terms
    }
    return tuple(found.values())
