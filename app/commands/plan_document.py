"""The plans in force as plain data; ``document`` of each can be edited and put in force."""

from app.actions.show_plans import PlanShown, PlansShown, SeatsShown
from app.commands import shapes
from app.domain.catalogue import document_of
from app.domain.instant import BEGINNING, Instant, iso
from app.domain.timeline import PlanEntry


def document(shown: PlansShown) -> dict[str, object]:
    """Write everything stated about plans."""
    return {
        "as_of": iso(shown.as_of),
        "plans": [_plan(plan) for plan in shown.plans],
        "seats": _seats(shown.seats),
        "links": [
            {"agent": link.agent, "from": _since(link.start), "until": shapes.at(link.end)}
            for link in shown.links
        ],
    }


def _plan(shown: PlanShown) -> dict[str, object]:
    terms = shown.terms
    return {
        "name": terms.plan.name,
        "title": terms.plan.title,
        "provider": terms.plan.provider,
        "line": terms.plan.line.value,
        "from": _since(terms.start),
        "zone": terms.zone,
        "anchor_day": terms.anchor_day,
        "cycle": shapes.cycle(shown.cycle),
        "effective_from": terms.version.effective_from.isoformat(),
        "published": terms.version.published.isoformat(),
        "source": terms.version.source,
        "history": [_entry(entry) for entry in shown.history],
        "document": document_of(terms.plan),
    }


def _entry(entry: PlanEntry) -> dict[str, object]:
    return {
        "name": entry.plan.name,
        "from": _since(entry.start),
        "zone": entry.zone,
        "anchor_day": entry.anchor_day,
    }


def _seats(shown: SeatsShown | None) -> dict[str, object] | None:
    if shown is None:
        return None
    count = shown.count
    return {
        "committed": count.committed,
        "additional": count.additional,
        "without_bundle": count.without_bundle,
        "annual": count.annual,
        "total": count.total,
        "assumed": count.assumed,
        "history": [
            {
                "from": _since(each.start),
                "committed": each.committed,
                "additional": each.additional,
                "without_bundle": each.without_bundle,
            }
            for each in shown.statements
        ],
        "terms": [
            {"from": _since(each.start), "until": each.until.isoformat(), "seats": each.seats}
            for each in shown.annual
        ],
    }


def _since(at: Instant) -> str | None:
    """Write when something begins, nothing where it holds for all history."""
    return None if at <= BEGINNING else iso(at)
