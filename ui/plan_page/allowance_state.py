"""What a plan includes: a line for each allowance, what lies past it, and the rule behind it."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.company import Contract
from app.domain.meter import Level, Meter
from app.domain.money import Money
from app.domain.plan import Line as PlanLine
from app.domain.plan import MeterKind, PastLimit, Scope
from app.domain.plan_page import PlanInForce
from app.domain.problem import mark
from app.wording.levels import left_words, level_word, used_words
from app.wording.units import TEXTS, billed_price, joined, short_amount
from app.wording.words import Words
from ui.text.cycle import reset_day
from ui.text.tones import tone_of
from ui.widgets.table_state import Cell, Column, Line, TableState, figure

_ROWS = {
    (MeterKind.MINUTES, Scope.USER): mark("Minutes, per user"),
    (MeterKind.MINUTES, Scope.ACCOUNT): mark("Minutes, whole account"),
    (MeterKind.MINUTES, Scope.POOL): mark("Minutes, pooled"),
    (MeterKind.CALLS, Scope.USER): mark("Calls, per user"),
    (MeterKind.CALLS, Scope.ACCOUNT): mark("Calls, whole account"),
    (MeterKind.CALLS, Scope.POOL): mark("Calls, pooled"),
}
_MARKS = {Level.NEAR: "near", Level.BILLED: "billed"}
_STOPPED = {Level.BLOCKED: "stop", Level.COULD_BE_BILLED: "stop"}


@dataclass(frozen=True, slots=True)
class AllowanceState:
    """The card of a plan; ``rule`` links to ``source``, where it was published, "" for nowhere."""

    title: str
    table: TableState
    notes: tuple[str, ...]
    rule: str
    source: str


def allowance_state(words: Words, plan: PlanInForce, contract: Contract | None) -> AllowanceState:
    """Make the card of a plan; ``contract`` has prices a segment, for owners."""
    terms = plan.terms
    texts = terms.plan.line is PlanLine.TEXTS
    title = joined(terms.plan.title, words.say("messages") if texts else words.say("calling"))
    lines = tuple(_line(words, meter, contract) for meter in plan.meters)
    published = words.full_day(terms.version.published)
    source = terms.version.source
    return AllowanceState(
        title=title,
        table=TableState(title, tuple(_columns(words, texts=texts)), lines),
        notes=tuple(_notes(words, plan)),
        rule=words.say("rule of {day}", day=published),
        source=source if source.startswith(("https://", "http://")) else "",
    )


def _columns(words: Words, *, texts: bool) -> Iterator[Column]:
    yield Column(words.say("Pool") if texts else words.say("Allowance"), grow=2, least=100)
    yield Column(words.say("Used"), right=True, drop=1)
    yield Column(words.say("Included"), right=True, drop=2)
    yield Column(words.say("Left"), right=True)
    past = words.say("Past the pool") if texts else words.say("Past the limit")
    yield Column(past, drop=3, grow=1)


def _line(words: Words, meter: Meter, contract: Contract | None) -> Line:
    name, past = _name(words, meter), _past(words, meter, contract)
    silent = meter.level is Level.NO_DATA
    used = "–" if silent else used_words(words, meter)
    left = "–" if silent else left_words(words, meter)
    included = words.number(meter.included)
    of = words.say("of {n} included", n=meter.included)
    short = words.say("of {n}", n=meter.included)
    loud = meter.level in _MARKS or meter.level in _STOPPED
    mark_of = (_MARKS | _STOPPED).get(meter.level, "")
    spoken = [name, words.say("used: {amount}", amount=_spoken_used(words, meter)), of]
    spoken += [words.say("left: {amount}", amount=left), level_word(words, meter), past]
    return Line(
        cells=(
            Cell(name),
            figure(used, "" if silent else words.say("{amount} used", amount=used)),
            figure(included, short, aloud=of),
            figure(left, mark=mark_of, tone=tone_of(meter.level) if loud else None),
            Cell(past, words.say("then {rule}", rule=past), soft=True),
        ),
        spoken=", ".join(spoken),
    )


def _name(words: Words, meter: Meter) -> str:
    if meter.kind is MeterKind.SMS:
        return words.say("SMS segments")
    if meter.kind is MeterKind.MMS:
        return words.say("MMS segments")
    return words.say(_ROWS[meter.kind, meter.scope])


def _spoken_used(words: Words, meter: Meter) -> str:
    if meter.level is Level.NO_DATA:
        return words.say("No data yet")
    told = short_amount(words, meter.kind, meter.used)
    return words.say("at least {amount}", amount=told) if meter.at_least else told


def _past(words: Words, meter: Meter, contract: Contract | None) -> str:
    texts = meter.kind in TEXTS
    if meter.past is PastLimit.BLOCKED:
        return words.say("blocked")
    if meter.past is PastLimit.TWILIO_CONNECT and not meter.linked:
        return words.say("blocked, unless Twilio Connect is linked")
    if not texts:
        return words.say("billed per minute")
    price = _segment_price(meter.kind, contract)
    if price is None:
        return words.say("billed per segment")
    return words.say("{price} a segment", price=words.agreed(price))


def _segment_price(kind: MeterKind, contract: Contract | None) -> Money | None:
    if contract is None:
        return None
    return contract.mms_segment if kind is MeterKind.MMS else contract.sms_segment


def _notes(words: Words, plan: PlanInForce) -> Iterator[str]:
    yield _resets(words, plan)
    for meter in plan.meters:
        if meter.warn_at_remaining:
            amount = short_amount(words, meter.kind, meter.warn_at_remaining)
            told = words.say("warns at {amount} left", amount=amount)
            yield _own(words, told) if meter.own_warning else told
    near = {(m.near_percent, m.own_warning) for m in plan.meters if m.near_percent}
    for percent, own in sorted(near):
        told = words.say("warns at {n} %", n=percent)
        yield _own(words, told) if own else told
    yield from _billed(words, plan)


def _own(words: Words, told: str) -> str:
    return words.say("{warning} (own setting)", warning=told)


def _resets(words: Words, plan: PlanInForce) -> str:
    day = words.day(reset_day(plan.cycle))
    return words.say("Resets {day}, {zone}", day=day, zone=plan.cycle.zone)


def _billed(words: Words, plan: PlanInForce) -> Iterator[str]:
    for meter in plan.meters:
        amount = short_amount(words, meter.kind, meter.billed)
        if meter.billed and meter.past is PastLimit.TWILIO_CONNECT:
            told = words.say("{amount} billed through Twilio Connect", amount=amount)
            yield f"{told}, {billed_price(words, meter)}"
        elif meter.billed:
            told = words.say("{amount} billed", amount=amount)
            yield f"{told}, {billed_price(words, meter)}"
        if meter.outside:
            outside = short_amount(words, meter.kind, meter.outside)
            yield words.say("{amount} outside the bundle", amount=outside)
        if meter.over:
            yield words.say(
                "{amount} after the limit", amount=short_amount(words, meter.kind, meter.over)
            )
