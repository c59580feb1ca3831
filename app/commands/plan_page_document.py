"""The plan page as plain data: what lies beside the plans themselves."""

from app.commands import shapes
from app.commands.people_lines import people_document
from app.commands.profile_lines import contract_document, profile_document
from app.domain.instant import BEGINNING, Instant, iso
from app.domain.plan import MeterKind
from app.domain.plan_page import (
    Connected,
    ConnectSum,
    HistoryLine,
    LicenceLine,
    PersonConnect,
    PlanNews,
    PlanPage,
    PoolSum,
)


def page_document(page: PlanPage) -> dict[str, object]:
    """Write company, pool, Twilio Connect, contract, people, history and news."""
    return {
        "trust": page.trust.value,
        "origin": page.origin.value,
        "role": page.role.value,
        "server": _connected(page.connected),
        "profile": profile_document(page.profile),
        "contract": contract_document(page.contract),
        "pool": _pool(page.pool),
        "connect": _connect(page.connect),
        "people": people_document(page.people),
        "changes": [_change(line) for line in page.history],
        "news": [_news(each) for each in page.news],
    }


def _connected(found: Connected | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {
        "url": found.server,
        "company": found.company,
        "member": found.member,
        "synced": shapes.at(found.synced),
        "trouble": found.trouble or None,
    }


def _pool(pool: PoolSum | None) -> dict[str, object] | None:
    if pool is None:
        return None
    return {
        "cycle": shapes.cycle(pool.cycle),
        "seats": pool.seats.total,
        "per_seat": _units(pool.per_seat),
        "total": _units(pool.totals),
        "assumed": pool.assumed,
        "lines": [_licence(line) for line in pool.lines],
    }


def _licence(line: LicenceLine) -> dict[str, object]:
    return {
        "licence": line.licence.value,
        "seats": line.seats,
        "unused": line.unused,
        "until": shapes.day(line.until),
        "with_bundle": line.with_bundle,
        "share": _units(line.shares),
    }


def _units(units: tuple[tuple[MeterKind, int], ...]) -> dict[str, int]:
    return {kind.value: each for kind, each in units}


def _connect(connect: ConnectSum | None) -> dict[str, object] | None:
    if connect is None:
        return None
    return {
        "linked": connect.linked,
        "people": connect.people,
        "minutes": connect.minutes,
        "second_leg": connect.second_leg,
        "billed_amounts": [shapes.money(amount) for amount in connect.amounts],
        "unpriced": connect.unpriced,
        "persons": [_person(each) for each in connect.persons],
    }


def _person(person: PersonConnect) -> dict[str, object]:
    return {
        "name": person.name,
        "mine": person.mine,
        "linked": person.start is not None,
        "from": None if person.start is None else _since(person.start),
        "minutes": person.minutes,
        "second_leg": person.second_leg,
        "billed_amounts": [shapes.money(amount) for amount in person.amounts],
        "unpriced": person.unpriced,
    }


def _change(line: HistoryLine) -> dict[str, object]:
    found: dict[str, object] = {
        "kind": line.happened.value,
        "from": _since(line.start),
        "ahead": line.ahead,
        "plan": line.title or None,
        "line": line.line.value if line.line else None,
        "person": line.person or None,
        "until": shapes.day(line.until),
    }
    numbers = {
        "committed": line.committed,
        "additional": line.additional,
        "without_bundle": line.without_bundle,
        "annual": line.annual,
    }
    return found | {name: number for name, number in numbers.items() if number}


def _news(news: PlanNews) -> dict[str, object]:
    return {
        "id": news.id,
        "line": news.line.value,
        "plan": news.title or None,
        "before": news.before or None,
        "from": _since(news.start),
        "told": iso(news.told),
        "meters": [
            {
                "kind": move.kind.value,
                "included_before": move.included_before,
                "included": move.included_after,
                "remaining_before": move.remaining_before,
                "remaining": move.remaining_after,
            }
            for move in news.moves
        ],
    }


def _since(at: Instant) -> str | None:
    return None if at <= BEGINNING else iso(at)
