"""The plan page in words, for the command line: what lies beside the plans themselves."""

from collections.abc import Iterator

from app.commands.people_lines import people_lines
from app.commands.profile_lines import contract_lines, profile_lines
from app.domain.company import Licence, Role
from app.domain.cycle import local_day
from app.domain.instant import BEGINNING
from app.domain.plan_page import (
    ConnectSum,
    Happened,
    HistoryLine,
    LicenceLine,
    Origin,
    PlanPage,
    PoolSum,
)
from app.domain.problem import mark
from app.wording.levels import trust_word
from app.wording.replays import kind_name
from app.wording.units import joined, price
from app.wording.words import Words

_SEATS = {
    Licence.COMMITTED: mark("Committed"),
    Licence.ADDITIONAL: mark("Additional, this cycle"),
    Licence.ANNUAL: mark("Annual"),
    Licence.NONE: mark("Without a licence"),
}


def page_lines(words: Words, page: PlanPage) -> Iterator[str]:
    """Write company, pool, Twilio Connect, contract, people and history."""
    yield from profile_lines(words, page.profile)
    yield from _source(words, page)
    if page.pool is not None:
        yield from _pool(words, page.pool)
    if page.connect is not None:
        yield _connect(words, page.connect)
    yield from contract_lines(words, page.contract)
    if page.people:
        yield words.say("People")
        yield from (f"  {line}" for line in people_lines(words, page.people))
    yield words.say("History")
    yield from (f"  {_history(words, line)}" for line in page.history)


def _source(words: Words, page: PlanPage) -> Iterator[str]:
    connected = page.connected
    if connected is None:
        return
    if page.origin is Origin.LOCAL:
        held = words.say("{company} has no plan yet, so the one entered here holds.",
                         company=connected.company)  # fmt: skip
        yield held
    role = words.say("Owner") if page.role is Role.OWNER else words.say("Agent")
    here = page.origin is Origin.LOCAL
    yield joined(
        connected.server if here else f"{words.say('From plan server')} {connected.server}",
        connected.company,
        f"{connected.member} ({role})",
        trust_word(words, page.trust, page.first_reading),
    )
    if connected.problem is not None:
        yield words.problem(connected.problem)


def _pool(words: Words, pool: PoolSum) -> Iterator[str]:
    yield words.say("How the pool is made")
    for line in pool.lines:
        shares = [
            f"{words.number(line.seats)} × {words.number(each)} = {words.number(share)} {name}"
            for (kind, share), (_, each) in zip(line.shares, pool.per_seat, strict=True)
            for name in (kind_name(words, kind),)
            if line.with_bundle
        ]
        yield "  " + joined(_seats(words, line), *shares)
    totals = [f"{words.number(units)} {kind_name(words, kind)}" for kind, units in pool.totals]
    yield "  " + joined(words.say("Pool"), *totals)


def _seats(words: Words, line: LicenceLine) -> str:
    notes = []
    if line.unused:
        notes.append(words.say_many("one unused", "{n} unused", line.unused))
    if not line.with_bundle:
        notes.append(words.say("without the bundle"))
    if line.until is not None:
        notes.append(words.say("paid to {day}", day=words.full_day(line.until)))
    name = f"{words.say(_SEATS[line.licence])}: {words.number(line.seats)}"
    return f"{name} ({', '.join(notes)})" if notes else name


def _connect(words: Words, connect: ConnectSum) -> str:
    linked = words.say(
        "Twilio Connect: linked for {linked} of {people}",
        linked=connect.linked,
        people=connect.people,
    )
    if not connect.minutes:
        return joined(linked, words.say("nothing billed in this cycle"))
    sums = ", ".join(words.money(amount) for amount in connect.amounts)
    cost = words.say("about {price}", price=sums) if sums else price(words, None)
    if sums and connect.unpriced:
        missing = words.say("{n} min without a price", n=connect.unpriced)
        cost = words.say("at least {price}, {rest}", price=sums, rest=missing)
    second = words.say("{n} min of it from second legs", n=connect.second_leg)
    return joined(
        linked, words.say("{n} min", n=connect.minutes), cost, second if connect.second_leg else ""
    )


def _history(words: Words, line: HistoryLine) -> str:
    if line.start <= BEGINNING:
        start = words.say("from the start")
    else:
        start = words.full_day(local_day(line.start, line.zone))
        start = words.say("{day}, planned", day=start) if line.ahead else start
    return joined(start, _happened(words, line))


def _happened(words: Words, line: HistoryLine) -> str:
    match line.happened:
        case Happened.PLAN:
            return line.title
        case Happened.SEATS:
            told = [
                words.say("{n} committed", n=line.committed),
                words.say("{n} additional", n=line.additional),
            ]
            if line.without_bundle:
                told.append(words.say("{n} without the bundle", n=line.without_bundle))
            return words.say("Seats: {seats}", seats=", ".join(told))
        case Happened.ANNUAL:
            seats = words.say_many("{n} annual seat", "{n} annual seats", line.annual)
            paid = words.say("paid to {day}", day=words.full_day(line.until)) if line.until else ""
            return joined(seats, paid)
        case Happened.LINKED:
            return words.say("Twilio Connect linked for {name}", name=line.person)
        case Happened.UNLINKED:
            return words.say("Twilio Connect no longer linked for {name}", name=line.person)
