"""What the page of possible duplicates shows: pairs side by side, and what can be said of them."""

from dataclasses import dataclass

from app.domain.duplicates import Alike, Duplicate, Duplicates
from app.domain.event import Call
from app.domain.money import Money
from app.domain.receipt import Receipt
from app.wording.duplicates import count_sentence, rule_words, source_name
from app.wording.units import short_amount
from app.wording.words import Words

#: So many pairs are shown at once; the next ones come up as these are decided.
SHOWN = 20
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class PairState:
    """Two entries beside each other.

    ``ids``: the entry that counts and its possible copy. ``rows``: a label with what either says.
    ``like_this``: decides all pairs alike at once, "" where there is no other one.
    """

    ids: tuple[int, int]
    alike: Alike
    reason: str
    heads: tuple[str, str]
    rows: tuple[tuple[str, str, str], ...]
    same: str
    two: str
    like_this: str

    @property
    def spoken(self) -> str:
        """The pair in one sentence, to be read aloud."""
        told = [
            ", ".join([head, *(row[place] for row in self.rows)])
            for place, head in enumerate(self.heads, start=1)
        ]
        return f"{self.reason}. {'; '.join(told)}."


@dataclass(frozen=True, slots=True)
class DuplicatesState:
    """The page; ``undo`` is the label of the way back, "" where nothing was decided yet."""

    title: str
    sentence: str
    pairs: tuple[PairState, ...]
    more: str
    find: str
    close: str
    decided: str = ""
    undo: str = ""


@dataclass(frozen=True, slots=True)
class RowState:
    """The quiet row that says that there is something to decide."""

    sentence: str
    look: str


def duplicates_state(
    words: Words, found: Duplicates, *, decided: str = "", can_undo: bool = False
) -> DuplicatesState:
    """Make the page; ``decided`` says what was decided last, or undone."""
    pairs = tuple(_pair(words, pair, found.counts[pair.alike]) for pair in found.pairs[:SHOWN])
    return DuplicatesState(
        title=words.say("Possible duplicates"),
        sentence=_sentence(words, found),
        pairs=pairs,
        more=_more(words, found.total - len(pairs)),
        find=words.say("Look again"),
        close=words.say("Close"),
        decided=decided,
        undo=words.say("Undo") if can_undo else "",
    )


def row_state(words: Words, possible: int) -> RowState | None:
    """Make the quiet row, ``None`` where there is nothing to decide."""
    if not possible:
        return None
    return RowState(count_sentence(words, possible, settled=False), words.say("Look…"))


def _sentence(words: Words, found: Duplicates) -> str:
    if not found.total:
        return words.say(
            "Nothing to decide. A call that several sources report without doubt counts once "
            "by itself."
        )
    return words.say("Until you decide, each of these counts once.")


def _more(words: Words, more: int) -> str:
    return words.say_many("{n} more pair.", "{n} more pairs.", more) if more > 0 else ""


def _pair(words: Words, pair: Duplicate, alike: int) -> PairState:
    reason = rule_words(words, pair.rule)
    like_this = words.say("Decide all {n} like this", n=words.number(alike)) if alike > 1 else ""
    return PairState(
        ids=pair.ids,
        alike=pair.alike,
        reason=reason[:1].upper() + reason[1:],
        heads=(
            source_name(words, pair.kept.fact.source),
            source_name(words, pair.copy.fact.source),
        ),
        rows=_rows(words, pair),
        same=words.say("The same call"),
        two=words.say("Two calls"),
        like_this=like_this,
    )


def _rows(words: Words, pair: Duplicate) -> tuple[tuple[str, str, str], ...]:
    zone = pair.kept.zone
    sides = [_side(words, receipt, zone) for receipt in (pair.kept, pair.copy)]
    labels = (
        words.say("When"), words.say("Number"), words.say("Length"), words.say("Person"),
        words.say("Legs"), words.say("Price"), words.say("Counts"),
    )  # fmt: skip
    return tuple(
        (label, kept or _NOTHING, copy or _NOTHING)
        for label, kept, copy in zip(labels, *sides, strict=True)
        if kept or copy
    )


def _side(words: Words, receipt: Receipt, zone: str) -> tuple[str, ...]:
    fact = receipt.fact
    if not isinstance(fact, Call):  # pragma: no cover - only calls are paired
        return ("",) * 7
    when = words.day_time(fact.start, zone)
    seconds = words.time_seconds(fact.start, zone)
    return (
        f"{when.rpartition(' ')[0]} {seconds}",
        words.phone(fact.far),
        words.duration_words(fact.talk_us),
        fact.agent,
        words.number(len(fact.legs)) if fact.legs else "",
        _price(words, fact),
        short_amount(words, receipt.kind, receipt.quantity) if receipt.quantity else "",
    )


def _price(words: Words, call: Call) -> str:
    prices = [leg.price for leg in call.legs if leg.price]
    if not prices or len({price.currency for price in prices}) > 1:
        return ""
    return words.rate(Money.from_nano(sum(price.nano for price in prices), prices[0].currency))
